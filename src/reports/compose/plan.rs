//! The sections of a report that tell of a plan: how many targets stand how, what each came to area by area, what was judged,
//! and what was counted by hand.

use super::Composer;
use crate::plan::{NumberOf, Told, ToldTarget};
use crate::reports::counting::Counted;
use crate::reports::document::{Block, Chapter, Figure, HAND, INDEX, PLAN, PlanCell, PlanTable, Value};

fn cell(text: impl Into<String>) -> PlanCell {
    PlanCell { text: text.into(), ..PlanCell::default() }
}

impl Composer<'_> {
    /// Chapters of a section with this code and heading.
    pub(super) fn plan(&mut self, told: &Told, counted: &Counted, (code, heading): (&str, String)) {
        let w = self.w();
        let states: Vec<String> =
            told.states.iter().map(|(state, n)| format!("{state}: {}", w.int(*n))).collect();
        let blocks = vec![Block::Paragraph { text: told.name.clone() }, Block::List { items: states }];
        self.chapters.push(Chapter { code: code.to_owned(), heading, level: 1, of_unit: false, blocks });
        for (n, it) in told.chapters.iter().enumerate() {
            let mut blocks = Vec::new();
            if !it.rows.is_empty() {
                let rows = it.rows.iter().map(|row| self.target(row, counted)).collect();
                let heads = ["plan-what", "plan-targets", "report-plan-came", "report-plan-stands"];
                let heads = heads.map(|key| w.tr(key)).into();
                blocks.push(Block::Plan(PlanTable { caption: it.heading.clone(), heads, rows }));
            }
            if !it.judged.is_empty() {
                let rows = it.judged.iter().map(|[indicator, words, evidence, by]| {
                    let notes = [evidence, by].into_iter().filter(|it| !it.is_empty()).cloned().collect();
                    vec![cell(indicator), PlanCell { notes, ..cell(words) }]
                });
                let heads = vec![w.tr("plan-qualitative-one"), w.tr("plan-judge-words")];
                let (caption, rows) = (w.tr("plan-judged"), rows.collect());
                blocks.push(Block::Plan(PlanTable { caption, heads, rows }));
            }
            let (code, heading) = (format!("{code}-{}", n + 1), it.heading.clone());
            self.chapters.push(Chapter { code, heading, level: 2, of_unit: false, blocks });
        }
        if !told.counts.is_empty() {
            let heads =
                ["plan-targets", "plan-day", "plan-count-n", "report-plan-note"].map(|key| w.tr(key)).into();
            let rows = told.counts.iter().map(|it| {
                let note = PlanCell { notes: vec![it.by.clone()], ..cell(&it.note) };
                let number = PlanCell { mark: self.mark_of(&it.key), ..cell(&it.number) };
                vec![cell(&it.says), cell(&it.day), number, note]
            });
            let (caption, rows) = (w.tr("plan-counts"), rows.collect());
            let blocks = vec![Block::Plan(PlanTable { caption, heads, rows })];
            let (code, heading) = (format!("{code}-counts"), w.tr("plan-counts"));
            self.chapters.push(Chapter { code, heading, level: 2, of_unit: false, blocks });
        }
    }

    /// The mark of a target that has one.
    fn mark_of(&self, key: &str) -> String {
        let found = self.figures.iter().find(|it| it.axis == PLAN && it.code == key);
        found.map_or_else(String::new, |it| it.mark.clone())
    }

    fn target(&mut self, row: &ToldTarget, counted: &Counted) -> Vec<PlanCell> {
        let mut came = cell(&row.came);
        if let Some(number) = &row.number {
            came.mark = self.mark();
            let measure = match number.of {
                NumberOf::Measure(measure) => measure.code(),
                NumberOf::Result => INDEX,
                NumberOf::Hand => HAND,
            };
            let definition = match number.of {
                NumberOf::Measure(measure) => measure.version(),
                NumberOf::Result | NumberOf::Hand => 1,
            };
            self.figures.push(Figure {
                mark: came.mark.clone(),
                position: 0,
                measure: measure.to_owned(),
                definition,
                unit_id: counted.id,
                unit: counted.code.clone(),
                unit_name: counted.name.clone(),
                from: number.from,
                until: number.last.succ_opt().unwrap_or(number.last),
                axis: PLAN.to_owned(),
                code: row.key.clone(),
                label: row.says.clone(),
                value: Value { above: number.above, below: number.below },
                shown: row.came.clone(),
            });
        }
        let stands = PlanCell { notes: row.notes.clone(), ..cell(&row.stands) };
        vec![cell(&row.part), cell(&row.says), came, stands]
    }
}
