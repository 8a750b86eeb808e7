//! What a report says of a plan as a table: a row for each action, target and judgement, in reading order.

use super::Printed;
use crate::exchange::giving::Words;
use crate::reports::document::{Block, PlanRow};

const HEADINGS: [&str; 10] = [
    "report-plan-in",
    "plan-what",
    "plan-when",
    "plan-indicator",
    "report-plan-steps",
    "plan-targets",
    "report-plan-came",
    "report-plan-mark",
    "report-plan-stands",
    "plan-judge-words",
];

/// The table, where the report tells of a plan.
pub fn table(it: &Printed<'_>) -> Option<Words> {
    let w = it.w;
    let mut rows = Vec::new();
    let mut way: Vec<(usize, &str)> = Vec::new();
    for chapter in &it.composed.document.chapters {
        way.retain(|(level, _)| *level < chapter.level);
        way.push((chapter.level, &chapter.heading));
        for block in &chapter.blocks {
            if let Block::Came(of) = block {
                // The section itself goes without saying.
                let place = way.iter().skip(1).map(|(_, it)| *it).collect::<Vec<_>>().join(" › ");
                of.rows.iter().for_each(|row| all_of(&place, row, &mut rows));
            }
        }
    }
    let headings = HEADINGS.iter().map(|key| w.tr(key)).collect();
    (!rows.is_empty()).then(|| Words { name: w.tr("report-sheet-plan"), headings, rows })
}

fn all_of(place: &str, row: &PlanRow, rows: &mut Vec<Vec<String>>) {
    let step = |(when, what): &(String, String)| {
        if when.is_empty() { what.clone() } else { format!("{when}: {what}") }
    };
    let steps = row.steps.iter().map(step).collect::<Vec<_>>().join("\n");
    let start = || {
        [place, &row.name, &row.when, &row.says, &steps].map(str::to_owned).into_iter().collect::<Vec<_>>()
    };
    let mut tell = |last: [String; 5]| rows.push(start().into_iter().chain(last).collect());
    for it in &row.goals {
        let stands: Vec<String> = std::iter::once(it.stands.clone()).chain(it.notes.clone()).collect();
        let says = if it.says.is_empty() { row.name.clone() } else { it.says.clone() };
        tell([says, it.came.clone(), it.mark.clone(), stands.join("\n"), String::new()]);
    }
    for it in &row.words {
        let said: Vec<String> = std::iter::once(it.words.clone()).chain(it.notes.clone()).collect();
        tell([String::new(), String::new(), String::new(), String::new(), said.join("\n")]);
    }
    if row.goals.is_empty() && row.words.is_empty() {
        tell(Default::default());
    }
}
