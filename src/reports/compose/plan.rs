//! The sections of a report that tell of a plan. Of a year: the whole plan, part by part, with what came of it. Of a shorter time: what
//! had begun by then, and what is still to come.

use super::Composer;
use crate::measures::Length;
use crate::plan::{NumberOf, Told, ToldAction, ToldPart, ToldTarget, ToldWords};
use crate::reports::counting::Counted;
use crate::reports::document::{
    Block, Chapter, Facts, Figure, HAND, INDEX, MEETINGS, PLAN, PlanCell, PlanGoal, PlanRow, PlanRows,
    PlanTable, PlanUnit, PlanWords, Value, without_empty,
};

/// The highest heading of a part, below that of the section; deeper ones than the last are like it.
const FIRST: usize = 2;
const LAST: usize = 4;

fn cell(text: impl Into<String>) -> PlanCell {
    PlanCell { text: text.into(), ..PlanCell::default() }
}

impl Composer<'_> {
    /// Chapters of a section with this code and heading.
    pub(super) fn plan(&mut self, told: &Told, counted: &Counted, (code, heading): (&str, String)) {
        let whole = self.it.period.length == Length::Year;
        let chapter =
            |code: String, heading, level, blocks| Chapter { code, heading, level, of_unit: false, blocks };
        self.chapters.push(chapter(code.to_owned(), heading, 1, self.in_short(told, whole)));
        let mut parts = Vec::new();
        for part in &told.parts {
            let blocks = self.part(part, counted, whole);
            let level = (FIRST + part.depth).min(LAST);
            let code = format!("{code}-part-{}", part.code);
            parts.push(chapter(code, part.name.clone(), level, blocks));
        }
        // What had not begun is not told.
        self.chapters.extend(if whole { parts } else { without_empty(parts) });
        let w = self.w();
        if let Some(table) = self.ahead(told).filter(|_| !whole) {
            let blocks = vec![Block::Plan(table)];
            self.chapters.push(chapter(format!("{code}-ahead"), w.tr("report-plan-ahead"), FIRST, blocks));
        }
        if !told.counts.is_empty() {
            let blocks = vec![Block::Plan(self.counts(told))];
            self.chapters.push(chapter(format!("{code}-counts"), w.tr("plan-counts"), FIRST, blocks));
        }
    }

    /// Which plan it is, and how it stands as a whole.
    fn in_short(&self, told: &Told, whole: bool) -> Vec<Block> {
        let w = self.w();
        let mut blocks = vec![Block::Paragraph { text: told.name.clone() }];
        if !told.edition.is_empty() {
            blocks.push(Block::Note { text: told.edition.clone() });
        }
        if whole && !told.intro.is_empty() {
            blocks.push(Block::Paragraph { text: told.intro.clone() });
        }
        let mut items: Vec<String> =
            told.states.iter().map(|(state, n)| format!("{state}: {}", w.int(*n))).collect();
        let (judged, all) = (told.words().filter(|it| it.said.is_some()).count(), told.words().count());
        if all > 0 {
            let n = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
            let args = [("n", n(judged).into()), ("of", n(all).into())];
            items.push(w.with("report-plan-judged", &args));
        }
        blocks.push(Block::List { items });
        blocks
    }

    fn part(&mut self, part: &ToldPart, counted: &Counted, whole: bool) -> Vec<Block> {
        let w = self.w();
        let mut blocks = Vec::new();
        if whole {
            if !part.purpose.is_empty() {
                blocks.push(Block::Paragraph { text: part.purpose.clone() });
            }
            let facts = facts(w, part);
            if !facts.items.is_empty() {
                blocks.push(Block::Facts(facts));
            }
        }
        let mut rows: Vec<PlanRow> = Vec::new();
        for target in &part.targets {
            let goals = vec![PlanGoal { says: String::new(), ..self.goal(target, counted) }];
            rows.push(PlanRow { name: target.says.clone(), goals, ..PlanRow::default() });
        }
        for it in part.words.iter().filter(|it| whole || it.said.is_some()) {
            let words = vec![PlanWords { of: String::new(), ..self.words(it) }];
            rows.push(PlanRow { name: it.of.clone(), words, ..PlanRow::default() });
        }
        let heads = (w.tr("report-plan-planned"), w.tr("report-plan-came-of-it"));
        if !rows.is_empty() {
            let caption = w.tr("report-plan-of-part");
            blocks.push(Block::Came(PlanRows { caption, heads: heads.clone(), rows }));
        }
        let actions = part.actions.iter().filter(|it| whole || it.begun);
        let rows: Vec<PlanRow> = actions.map(|it| self.action(it, counted, whole)).collect();
        if !rows.is_empty() {
            blocks.push(Block::Came(PlanRows { caption: w.tr("report-plan-actions"), heads, rows }));
        }
        if whole && blocks.is_empty() {
            blocks.push(Block::Note { text: part.kind.clone() });
        }
        blocks
    }

    fn action(&mut self, it: &ToldAction, counted: &Counted, whole: bool) -> PlanRow {
        PlanRow {
            name: it.name.clone(),
            action: true,
            when: it.when.clone(),
            says: it.indicator.clone(),
            facts: if whole { it.facts.clone() } else { Vec::new() },
            steps: if whole { it.steps.clone() } else { Vec::new() },
            goals: it.targets.iter().map(|it| self.goal(it, counted)).collect(),
            words: it.words.iter().map(|it| self.words(it)).collect(),
        }
    }

    fn words(&self, it: &ToldWords) -> PlanWords {
        let of = if it.own { String::new() } else { it.of.clone() };
        match &it.said {
            None => PlanWords { of, words: self.w().tr("plan-judged-not"), ..PlanWords::default() },
            Some(said) => {
                let notes = [&said.earlier, &said.evidence, &said.by].into_iter();
                let notes = notes.filter(|it| !it.is_empty()).cloned().collect();
                PlanWords { of, words: said.words.clone(), judged: true, notes }
            }
        }
    }

    /// Actions whose time has not begun, by their first days.
    fn ahead(&self, told: &Told) -> Option<PlanTable> {
        let w = self.w();
        let all = told.parts.iter().flat_map(|part| part.actions.iter().map(move |it| (part, it)));
        let mut all: Vec<_> = all.filter(|(_, it)| !it.begun).collect();
        all.sort_by_key(|(_, it)| it.from);
        let row = |(part, it): &(&ToldPart, &ToldAction)| {
            let name = PlanCell { notes: vec![part.name.clone()], ..cell(&it.name) };
            let targets = it.targets.iter().map(|it| it.says.as_str()).collect::<Vec<_>>().join("\n");
            vec![name, cell(&it.when), cell(targets)]
        };
        let heads = ["plan-kind-action", "plan-when", "plan-targets"].map(|key| w.tr(key)).into();
        let (caption, rows) = (w.tr("report-plan-ahead"), all.iter().map(row).collect());
        (!all.is_empty()).then_some(PlanTable { caption, heads, rows })
    }

    fn counts(&self, told: &Told) -> PlanTable {
        let w = self.w();
        let heads =
            ["plan-targets", "plan-day", "plan-count-n", "report-plan-note"].map(|key| w.tr(key)).into();
        let rows = told.counts.iter().map(|it| {
            let of = PlanCell { notes: vec![it.says.clone()], ..cell(&it.part) };
            let note = PlanCell { notes: vec![it.by.clone()], ..cell(&it.note) };
            let number = PlanCell { mark: self.mark_of(&it.key), counted: it.counted, ..cell(&it.number) };
            vec![of, cell(&it.day), number, note]
        });
        PlanTable { caption: w.tr("plan-counts"), heads, rows: rows.collect() }
    }

    /// The mark of a target that has one.
    fn mark_of(&self, key: &str) -> String {
        let found = self.figures.iter().find(|it| it.axis == PLAN && it.code == key);
        found.map_or_else(String::new, |it| it.mark.clone())
    }

    fn goal(&mut self, it: &ToldTarget, counted: &Counted) -> PlanGoal {
        let w = self.w();
        let mark = self.number(it, counted);
        let stands = match it.gone {
            Some(gone) => format!("{} · {}", it.stands, w.of("plan-time-gone", gone)),
            None => it.stands.clone(),
        };
        let unit = |it: &crate::plan::ToldUnit| PlanUnit {
            name: it.name.clone(),
            came: it.came.clone(),
            counted: it.counted,
            has: it.has,
        };
        PlanGoal {
            says: it.says.clone(),
            came: it.came.clone(),
            mark,
            tone: it.tone.to_owned(),
            stands,
            notes: it.notes.clone(),
            units: it.units.iter().map(unit).collect(),
        }
    }

    /// Puts down what a target came to, and returns its mark; without a number there is none.
    fn number(&mut self, it: &ToldTarget, counted: &Counted) -> String {
        let Some(number) = &it.number else { return String::new() };
        let mark = self.mark();
        let (measure, definition) = match number.of {
            NumberOf::Measure(measure) => (measure.code(), measure.version()),
            NumberOf::Result => (INDEX, 1),
            NumberOf::Meetings => (MEETINGS, 1),
            NumberOf::Hand => (HAND, 1),
        };
        self.sources.insert(mark.clone(), format!("{}: {}", it.says, it.source));
        self.figures.push(Figure {
            mark: mark.clone(),
            position: 0,
            measure: measure.to_owned(),
            definition,
            unit_id: counted.id,
            unit: counted.code.clone(),
            unit_name: counted.name.clone(),
            from: number.from,
            until: number.last.succ_opt().unwrap_or(number.last),
            axis: PLAN.to_owned(),
            code: it.key.clone(),
            label: it.says.clone(),
            value: Value { above: number.above, below: number.below },
            shown: it.came.clone(),
        });
        mark
    }
}

/// What stands at the head of a part; nothing where there would be no more than what it is.
fn facts(w: crate::i18n::Words, part: &ToldPart) -> Facts {
    let mut items: Vec<(String, Vec<String>)> = Vec::new();
    for (label, says) in &part.facts {
        match items.last_mut().filter(|(before, _)| before == label) {
            Some((_, all)) => all.push(says.clone()),
            None => items.push((label.clone(), vec![says.clone()])),
        }
    }
    let step = |(when, what): &(String, String)| {
        if when.is_empty() { what.clone() } else { format!("{when}: {what}") }
    };
    let lists = [
        ("plan-goals", part.goals.clone()),
        ("report-plan-steps", part.steps.iter().map(step).collect()),
        ("report-plan-refers", part.refers.clone()),
    ];
    items.extend(lists.into_iter().filter(|(_, all)| !all.is_empty()).map(|(key, all)| (w.tr(key), all)));
    let kind = w.tr("plan-kind");
    if matches!(items.as_slice(), [(only, _)] if *only == kind) {
        items.clear();
    }
    Facts { items }
}
