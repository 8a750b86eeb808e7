//! Two bodies of one entry side by side, field by field in words.

use std::collections::HashSet;

use super::rows::{Row, Said, staff_rows, when};
use crate::access::{Act, Me};
use crate::activities::Entry;

/// A field, and what both say of it.
pub struct Line {
    pub label: String,
    pub first: String,
    pub second: String,
    pub differs: bool,
}

/// Puts entries into words as far as somebody may read them.
pub struct Reader<'a> {
    pub me: &'a Me,
    pub said: Said<'a>,
}

fn staff(entry: &Entry) -> [Option<i64>; 5] {
    [entry.staff_count, entry.staff_min, entry.prep_min, entry.volunteer_count, entry.volunteer_min]
}

impl Reader<'_> {
    fn may(&self, act: Act) -> bool {
        self.me.may(act, &self.said.unit.as_place())
    }

    fn rows(&self, entry: &Entry) -> Vec<Row> {
        let w = self.said.w;
        let mut rows = vec![
            (w.tr("entry-when"), when(w, entry)),
            (w.tr("entry-status"), w.tr(&format!("entry-status-{}", entry.status.code()))),
        ];
        if entry.deleted {
            rows.push((w.tr("entry"), w.tr("entry-deleted")));
        }
        rows.extend(self.said.rows(entry));
        if self.may(Act::SeeStaffTime) {
            rows.extend(staff_rows(w, entry));
        }
        if self.may(Act::ReadNotes) {
            rows.extend(self.said.topics(entry));
            rows.push((w.tr("entry-note"), entry.note.clone().unwrap_or_default()));
        }
        rows
    }

    /// That something differs which is not for this person's eyes, and what words cannot tell apart.
    fn beyond_words(&self, first: &Entry, second: &Entry, lines: &mut Vec<Line>) {
        let w = self.said.w;
        let hidden = |key: &str| {
            let says = w.tr("entry-hidden-differs");
            Line { label: w.tr(key), first: says.clone(), second: says, differs: true }
        };
        if !self.may(Act::SeeStaffTime) && staff(first) != staff(second) {
            lines.push(hidden("entry-staff"));
        }
        if !self.may(Act::ReadNotes) {
            if self.said.topics(first) != self.said.topics(second) {
                lines.push(hidden("entry-topics"));
            }
            if first.note != second.note {
                lines.push(hidden("entry-note"));
            }
        }
        if first.series_id.is_some() && second.series_id.is_some() && first.series_id != second.series_id {
            let label = w.tr("entry-series");
            for line in lines.iter_mut().filter(|line| line.label == label) {
                line.second = w.tr("entry-series-other");
                line.differs = true;
            }
        }
    }

    /// Every field that either of the two has, in the first one's order.
    pub fn compared(&self, first: &Entry, second: &Entry) -> Vec<Line> {
        let (of_first, of_second) = (self.rows(first), self.rows(second));
        let says = |rows: &[Row], label: &str| {
            rows.iter().find(|(name, _)| name == label).map_or_else(String::new, |(_, says)| says.clone())
        };
        let mut seen = HashSet::new();
        let mut labels: Vec<&String> = of_first.iter().chain(&of_second).map(|(label, _)| label).collect();
        labels.retain(|label| seen.insert(label.as_str()));
        let line = |label: &String| {
            let (first, second) = (says(&of_first, label), says(&of_second, label));
            Line { differs: first != second, label: label.clone(), first, second }
        };
        let mut lines: Vec<Line> = labels.into_iter().map(line).collect();
        self.beyond_words(first, second, &mut lines);
        lines
    }
}

#[cfg(test)]
mod tests;
