//! Two bodies of one entry side by side, field by field in words.

use std::collections::HashSet;

use super::show;
use crate::access::{Act, Me};
use crate::activities::Entry;
use crate::activities::activity::Activity;
use crate::i18n::Words;
use crate::units::Unit;
use crate::vocabulary::Term;

/// A field, and what both say of it.
pub struct Line {
    pub label: String,
    pub first: String,
    pub second: String,
    pub differs: bool,
}

/// What is needed to put an entry into words, as far as somebody may read it.
pub struct Reader<'a> {
    pub w: Words,
    pub me: &'a Me,
    pub unit: &'a Unit,
    pub activity: &'a Activity,
    pub terms: &'a [Term],
}

impl Reader<'_> {
    fn rows(&self, entry: &Entry) -> Vec<show::Row> {
        let (w, place) = (self.w, self.unit.as_place());
        let mut rows = vec![(w.tr("entry-when"), show::when(w, self.unit, entry))];
        if entry.deleted {
            rows.push((w.tr("entry"), w.tr("entry-deleted")));
        }
        rows.extend(show::rows(w, entry, self.activity, self.terms));
        if self.me.may(Act::SeeStaffTime, &place) {
            rows.extend(show::staff_rows(w, entry));
        }
        if self.me.may(Act::ReadNotes, &place) {
            rows.push((w.tr("entry-note"), entry.note.clone().unwrap_or_default()));
        }
        rows
    }

    /// Every field that either of the two has, in the first one's order.
    pub fn compared(&self, first: &Entry, second: &Entry) -> Vec<Line> {
        let (first, second) = (self.rows(first), self.rows(second));
        let says = |rows: &[show::Row], label: &str| {
            rows.iter().find(|(name, _)| name == label).map_or_else(String::new, |(_, says)| says.clone())
        };
        let mut seen = HashSet::new();
        let mut labels: Vec<&String> = first.iter().chain(&second).map(|(label, _)| label).collect();
        labels.retain(|label| seen.insert(label.as_str()));
        let line = |label: &String| {
            let (first, second) = (says(&first, label), says(&second, label));
            Line { differs: first != second, label: label.clone(), first, second }
        };
        labels.into_iter().map(line).collect()
    }
}
