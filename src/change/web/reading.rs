//! A step to be read: part by part, in words.

use crate::change::step::{Part, Step, Task};
use crate::i18n::Words;

/// What a part of a step says, to be read.
fn said(w: Words, part: Part, step: &Step) -> String {
    let day = |day: Option<chrono::NaiveDate>| day.map_or_else(String::new, |day| w.date(day));
    match part {
        Part::Notes => step.notes.clone(),
        Part::Planned => day(step.planned_on),
        Part::Done => day(step.done_on),
        Part::Whom => step.whom.join(", "),
        Part::Tasks => {
            let one = |task: &Task| {
                let mark = if task.done { "✓ " } else { "" };
                let more = [task.who.clone(), day(task.due_on)];
                let more: Vec<String> = more.into_iter().filter(|it| !it.is_empty()).collect();
                let more = if more.is_empty() { String::new() } else { format!(" ({})", more.join(", ")) };
                format!("{mark}{}{more}", task.what)
            };
            step.tasks.iter().map(one).collect::<Vec<_>>().join("\n")
        }
        Part::Meeting => {
            let it = &step.meeting;
            let mut lines = vec![day(it.held_on), it.place.clone()];
            for (key, n) in [("municipality", it.municipality), ("young", it.young), ("centre", it.centre)] {
                lines.extend(n.map(|n| format!("{}: {}", w.tr(&format!("meeting-{key}")), w.int(n))));
            }
            lines.extend(it.decided.iter().map(|it| format!("– {it}")));
            lines.retain(|line| !line.is_empty());
            lines.join("\n")
        }
    }
}

pub const PARTS: [Part; 6] = [Part::Notes, Part::Planned, Part::Done, Part::Whom, Part::Tasks, Part::Meeting];

pub fn labelled(w: Words, parts: &[Part], step: &Step) -> Vec<(String, String)> {
    parts.iter().map(|part| (w.tr(&format!("change-{}", part.code())), said(w, *part, step))).collect()
}
