//! Figures as a report shows them: one by one, by their parts as a chart or a table, and as what young people said.

use super::{Composer, Said};
use crate::activities::UNKNOWN;
use crate::measures::{self, ANY, Axis, Measure, NONE, Period, Sums, WITHOUT};
use crate::reports::counting::{Counted, Member};
use crate::reports::document::{Bar, Before, Block, Chart, Figure, INDEX, Item, Results, Table, Value};
use crate::reports::naming::{member_name, name, short};
use crate::reports::period;
use crate::reports::template::Form;
use crate::vocabulary::Gender;

/// Parts that stand for something unknown.
fn is_muted(code: &str) -> bool {
    [UNKNOWN, NONE, WITHOUT, ANY, Gender::NotStated.code()].contains(&code)
}

fn value(measure: Measure, sums: &Sums) -> Value {
    let (above, below) = measure.parts(sums);
    Value { above, below }
}

impl Composer<'_> {
    /// Puts down a figure, and returns what stands there.
    fn figure(
        &mut self,
        mark: &str,
        measure: Measure,
        counted: &Counted,
        period: &Period,
        of: Option<(Axis, &Member)>,
        sums: &Sums,
    ) -> String {
        let w = self.w();
        let value = value(measure, sums);
        let shown = measures::shown(w, measure, value.amount());
        let position = self.figures.iter().rev().take_while(|it| it.mark == mark).count();
        self.figures.push(Figure {
            mark: mark.to_owned(),
            position: i64::try_from(position).unwrap_or(i64::MAX),
            measure: measure.code().to_owned(),
            definition: measure.version(),
            unit_id: counted.id,
            unit: counted.code.clone(),
            unit_name: counted.name.clone(),
            from: period.from,
            until: period.until,
            axis: of.map_or("", |(axis, _)| axis.code()).to_owned(),
            code: of.map_or("", |(_, member)| &member.code).to_owned(),
            label: of.map_or("", |(_, member)| &member.label).to_owned(),
            value,
            shown: shown.clone(),
        });
        shown
    }

    pub(super) fn item(&mut self, measure: Measure, counted: &Counted) -> Item {
        let w = self.w();
        let mark = self.mark();
        let shown = self.figure(&mark, measure, counted, &counted.period, None, &counted.now.all);
        let before = counted.ago.as_ref().map(|(then, sums)| {
            let mark = self.mark();
            let shown = self.figure(&mark, measure, counted, then, None, sums);
            let (is, was) = (measure.of(&counted.now.all), measure.of(sums));
            let change = measures::difference(w, measure, is, was).filter(|_| counted.now.all.held > 0);
            Before { says: period::name(w, then), shown, mark, change }
        });
        Item { label: name(w, measure), shown, mark, before }
    }

    #[allow(clippy::cast_precision_loss)]
    pub(super) fn chart(
        &mut self,
        measure: Measure,
        axis: Axis,
        form: Form,
        counted: &Counted,
    ) -> Vec<Block> {
        let w = self.w();
        let mut members = counted.now.by(measure, axis).to_vec();
        if members.is_empty() || counted.now.all.is_nothing() {
            return Vec::new();
        }
        if matches!(axis, Axis::MainTag | Axis::MainField | Axis::Tag | Axis::Field) {
            // Words have no order of their own: the most first, then those that say nothing.
            let number = |it: &Member| measure.of(&it.sums).number();
            members.sort_by(|a, b| {
                let last = is_muted(&a.code).cmp(&is_muted(&b.code));
                last.then_with(|| number(b).total_cmp(&number(a)))
            });
        }
        let mark = self.mark();
        self.figure(&mark, measure, counted, &counted.period, None, &counted.now.all);
        let shares = axis.partitions() && measure.additive() && !matches!(axis, Axis::Month | Axis::Weekday);
        let number = |sums: &Sums| measure.of(sums).number();
        // Shares are of all, also of what is not split.
        let whole: f64 = members.iter().map(|it| number(&it.sums)).sum();
        let bars: Vec<Bar> = members
            .iter()
            .map(|member| {
                let value = number(&member.sums);
                let shown =
                    self.figure(&mark, measure, counted, &counted.period, Some((axis, member)), &member.sums);
                let share = if shares && whole > 0.0 { w.percent(value / whole, 1) } else { String::new() };
                let (label, short) = (member_name(w, axis, member, counted), short(w, axis, member));
                Bar { label, short, value, shown, share, muted: is_muted(&member.code) }
            })
            .collect();
        let most = bars
            .iter()
            .filter(|bar| !bar.muted && bar.value > 0.0)
            .max_by(|a, b| a.value.total_cmp(&b.value));
        let finding = most.filter(|_| bars.len() > 1).map_or_else(String::new, |bar| {
            let more = if bar.share.is_empty() { &bar.shown } else { &bar.share };
            w.of("overview-most", format!("{}, {more}", bar.label))
        });
        let unsplit = members.iter().any(|it| it.code == ANY);
        vec![Block::Chart(Chart {
            form: form.code().to_owned(),
            title: w.of(&format!("report-by-{}", axis.code()), name(w, measure)),
            finding,
            mark,
            heads: (w.tr(&format!("report-axis-{}", axis.code())), name(w, measure)),
            bars,
            note: unsplit.then(|| {
                let says = w.tr("report-unsplit");
                if shares { format!("{says} {}", w.tr("report-shares-of-all")) } else { says }
            }),
        })]
    }

    pub(super) fn table(&mut self, measures: &[Measure], axis: Axis, counted: &Counted) -> Vec<Block> {
        let w = self.w();
        // Whoever is told apart is decided by the measure that tells least, so that all columns have the same rows.
        let least = measures.iter().find(|it| !measures::may_be_apart(**it)).or(measures.first());
        let Some(least) = least else { return Vec::new() };
        let members = counted.now.by(*least, axis).to_vec();
        if members.is_empty() || counted.now.all.is_nothing() {
            return Vec::new();
        }
        let mut rows: Vec<(String, Vec<String>)> =
            members.iter().map(|member| (member_name(w, axis, member, counted), Vec::new())).collect();
        let (mut columns, mut total) = (Vec::new(), Vec::new());
        for measure in measures {
            let mark = self.mark();
            total.push(self.figure(&mark, *measure, counted, &counted.period, None, &counted.now.all));
            for ((_, cells), member) in rows.iter_mut().zip(&members) {
                cells.push(self.figure(
                    &mark,
                    *measure,
                    counted,
                    &counted.period,
                    Some((axis, member)),
                    &member.sums,
                ));
            }
            columns.push((name(w, *measure), mark));
        }
        let mut notes = Vec::new();
        if !axis.partitions() {
            notes.push(w.tr("report-overlaps"));
        }
        if members.iter().any(|it| it.code == ANY) {
            notes.push(w.tr("report-unsplit"));
        }
        vec![Block::Table(Table {
            caption: w.of(&format!("report-by-{}", axis.code()), w.tr("report-figures")),
            head: w.tr(&format!("report-axis-{}", axis.code())),
            columns,
            rows,
            total: axis.partitions().then(|| (w.tr("overview-sum"), total)),
            note: (!notes.is_empty()).then(|| notes.join(" ")),
        })]
    }

    pub(super) fn results(&mut self, said: &Said, counted: &Counted) -> Block {
        let mark = self.mark();
        let (from, until) = (self.it.period.from, self.it.period.until);
        for (position, (code, area)) in (0..).zip(&said.areas) {
            let Some((points, ..)) = area.points else { continue };
            self.figures.push(Figure {
                mark: mark.clone(),
                position,
                measure: INDEX.to_owned(),
                definition: 1,
                unit_id: counted.id,
                unit: counted.code.clone(),
                unit_name: counted.name.clone(),
                from,
                until,
                axis: "area".to_owned(),
                code: code.clone(),
                label: area.name.clone(),
                value: Value::points(points),
                shown: area.shown.clone(),
            });
        }
        let areas = said.areas.iter().map(|(_, area)| area.clone()).collect();
        Block::Results(Results { evaluation: said.evaluation.clone(), mark, note: said.note.clone(), areas })
    }
}
