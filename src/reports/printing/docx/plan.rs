//! What a report says of a plan, as Word has it.

use super::{Body, Cell, Run};
use crate::reports::document::{Facts, PlanGoal, PlanRow, PlanRows, PlanTable, PlanWords};

/// A piece of a cell that is kept until the table is written.
enum Said {
    Plain(String),
    Bold(String),
    Soft(String),
    Mark(String),
}

impl Said {
    fn run(&self) -> Run<'_> {
        match self {
            Said::Plain(text) => Run::Plain(text),
            Said::Bold(text) => Run::Bold(text),
            Said::Soft(text) => Run::Soft(text),
            Said::Mark(text) => Run::Mark(text),
        }
    }
}

fn below(text: &str) -> String {
    format!("\n{text}")
}

impl Body<'_> {
    pub(super) fn plan(&mut self, it: &PlanTable) {
        let cells = it.rows.iter().map(|row| {
            let cells = row.iter().map(|cell| {
                let notes = cell.notes.iter().map(|note| below(note)).collect();
                vec![Said::Plain(cell.text.clone()), Said::Mark(cell.mark.clone()), Said::Soft(notes)]
            });
            cells.collect()
        });
        let (heads, cells): (Vec<&str>, Vec<Vec<Vec<Said>>>) =
            (it.heads.iter().map(String::as_str).collect(), cells.collect());
        self.said(&it.caption, &heads, &cells);
    }

    pub(super) fn facts(&mut self, it: &Facts) {
        for (label, all) in &it.items {
            let label = format!("{label}: ");
            match all.as_slice() {
                [one] => self.paragraph("BodyText", &[Run::Bold(&label), Run::Plain(one)]),
                all => {
                    self.paragraph("BodyText", &[Run::Bold(label.trim_end())]);
                    all.iter().for_each(|it| self.paragraph("ListBullet", &[Run::Plain(it)]));
                }
            }
        }
    }

    pub(super) fn came(&mut self, it: &PlanRows) {
        self.paragraph("Caption", &[Run::Bold(&it.caption)]);
        let rows: Vec<Vec<Vec<Said>>> =
            it.rows.iter().map(|row| vec![planned(row), self.came_of_it(row)]).collect();
        self.said(&it.caption, &[&it.heads.0, &it.heads.1], &rows);
    }

    fn said(&mut self, caption: &str, heads: &[&str], rows: &[Vec<Vec<Said>>]) {
        let head: Vec<Cell<'_>> = heads.iter().map(|text| (vec![Run::Plain(text)], false)).collect();
        let rows: Vec<Vec<Cell<'_>>> = rows
            .iter()
            .map(|row| row.iter().map(|cell| (cell.iter().map(Said::run).collect(), false)).collect())
            .collect();
        self.table(caption, &head, &rows);
    }

    fn came_of_it(&self, row: &PlanRow) -> Vec<Said> {
        let mut said = Vec::new();
        let by_unit = self.it.w.tr("report-plan-by-unit");
        for it in &row.goals {
            apart(&mut said);
            goal(it, &by_unit, &mut said);
        }
        for it in &row.words {
            apart(&mut said);
            judged(it, &mut said);
        }
        said
    }
}

/// What stands in one cell is told apart by an empty line.
fn apart(said: &mut Vec<Said>) {
    if !said.is_empty() {
        said.push(Said::Plain("\n\n".to_owned()));
    }
}

fn planned(row: &PlanRow) -> Vec<Said> {
    let name = row.name.clone();
    let mut said = vec![if row.action { Said::Bold(name) } else { Said::Plain(name) }];
    if !row.when.is_empty() {
        said.push(Said::Soft(below(&row.when)));
    }
    if !row.says.is_empty() {
        said.push(Said::Plain(below(&row.says)));
    }
    for (when, what) in &row.steps {
        said.push(Said::Bold(below(when)));
        said.push(Said::Plain(if when.is_empty() { format!("– {what}") } else { format!(": {what}") }));
    }
    for (label, says) in &row.facts {
        said.push(Said::Soft(below(&format!("{label}: {says}"))));
    }
    said
}

fn goal(it: &PlanGoal, by_unit: &str, said: &mut Vec<Said>) {
    if !it.says.is_empty() {
        said.push(Said::Plain(format!("{}\n", it.says)));
    }
    said.push(Said::Bold(it.came.clone()));
    said.push(Said::Mark(it.mark.clone()));
    said.push(Said::Plain(format!(" · {}", it.stands)));
    said.extend(it.notes.iter().map(|note| Said::Soft(below(note))));
    if !it.units.is_empty() {
        said.push(Said::Soft(below(&format!("{by_unit}: {}", it.units_said()))));
    }
}

fn judged(it: &PlanWords, said: &mut Vec<Said>) {
    if !it.of.is_empty() {
        said.push(Said::Soft(format!("{}\n", it.of)));
    }
    said.push(if it.judged { Said::Plain(it.words.clone()) } else { Said::Soft(it.words.clone()) });
    said.extend(it.notes.iter().map(|note| Said::Soft(below(note))));
}
