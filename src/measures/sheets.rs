//! Months of totals in memory: of every unit one sheet for the month, or one for each of its days.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

use chrono::{Months as Later, NaiveDate};
use uuid::Uuid;

use super::branches::Branches;
use super::trees::ByUnit;
use crate::db::Result;
use crate::totals::{Kept, Sheet, Span, Sums, month_of};
use crate::vocabulary::Kind;

/// A sheet, as small as it is kept; its total stands ready, for most figures need no more.
#[derive(Clone)]
pub struct Row {
    /// The day, or the first of the month.
    pub from: NaiveDate,
    pub total: Sums,
    /// Whether there is one-to-one work in it.
    pub talks: bool,
    kept: Kept,
    /// Of a month, how it falls into halves for whoever sees figures only, once that was worked out.
    pub halves: OnceLock<Arc<Halves>>,
}

/// What of a part of a unit's month is split, and what stands together.
pub struct Halves {
    pub split: Sheet,
    pub together: Sums,
}

impl Row {
    pub fn new(kept: &Kept) -> Result<Row> {
        let sheet = kept.sheet()?;
        let talks = sheet.kinds.keys().any(|(kind, _)| *kind == Kind::OneToOne);
        let halves = OnceLock::new();
        Ok(Row { from: kept.from, total: sheet.total(), talks, kept: kept.clone(), halves })
    }

    /// What is kept was read once already, when the total was taken.
    pub fn sheet(&self) -> Sheet {
        self.kept.sheet().unwrap_or_default()
    }

    fn bytes(&self) -> usize {
        // What is split is the sheet again, less tightly packed.
        let halves = if self.halves.get().is_some() { 4 * self.kept.body.len() } else { 0 };
        size_of::<Row>() + self.kept.body.len() + halves + 32
    }
}

/// One month of a network: its units' months, or their days.
#[derive(Default)]
pub struct Part {
    units: ByUnit<Arc<Vec<Row>>>,
    /// Of a month's own sheets: what is kept of both, them and the days'.
    pub branches: Branches,
    /// The number of the last answer that used it.
    used: AtomicU64,
}

impl Clone for Part {
    /// A copy is for changing, so sums are left behind.
    fn clone(&self) -> Part {
        let used = AtomicU64::new(self.used.load(Ordering::Relaxed));
        Part { units: self.units.clone(), branches: Branches::default(), used }
    }
}

impl Part {
    /// Rows of a unit, in the order of days.
    pub fn insert(&mut self, unit_id: Uuid, rows: Vec<Row>) {
        self.units.insert(unit_id, Arc::new(rows));
    }

    /// Rows of a unit that begin from a day to the day before another.
    pub fn rows(&self, unit_id: Uuid, from: NaiveDate, until: NaiveDate) -> &[Row] {
        let Some(rows) = self.units.get(&unit_id) else { return &[] };
        let begin = rows.partition_point(|row| row.from < from);
        let end = rows.partition_point(|row| row.from < until);
        &rows[begin..end.max(begin)]
    }

    fn replace(&mut self, row: Row) {
        let mut rows: Vec<Row> = self
            .units
            .get(&row.kept.unit_id)
            .into_iter()
            .flat_map(|rows| rows.iter())
            .filter(|other| other.from != row.from)
            .cloned()
            .collect();
        let unit = row.kept.unit_id;
        let at = rows.partition_point(|other| other.from < row.from);
        rows.insert(at, row);
        self.insert(unit, rows);
    }

    fn bytes(&self) -> usize {
        self.units.values().flat_map(|rows| rows.iter()).map(Row::bytes).sum::<usize>()
            + self.branches.bytes()
    }
}

/// The months that are at hand, all as of one change of the network.
#[derive(Clone, Default)]
pub struct Months {
    pub change_seq: i64,
    parts: BTreeMap<(Span, NaiveDate), Arc<Part>>,
}

impl Months {
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    pub fn of(&self, span: Span, month: NaiveDate) -> Option<&Part> {
        self.parts.get(&(span, month)).map(Arc::as_ref)
    }

    /// Whether all of these are at hand; then they count as used by this answer.
    pub fn has(&self, wanted: &BTreeSet<(Span, NaiveDate)>, answer: u64) -> bool {
        let all = wanted.iter().all(|key| self.parts.contains_key(key));
        if all {
            for part in wanted.iter().filter_map(|key| self.parts.get(key)) {
                part.used.store(answer, Ordering::Relaxed);
            }
        }
        all
    }

    pub fn missing(&self, wanted: &BTreeSet<(Span, NaiveDate)>) -> Vec<(Span, NaiveDate)> {
        wanted.iter().filter(|key| !self.parts.contains_key(key)).copied().collect()
    }

    pub fn insert(&mut self, span: Span, month: NaiveDate, part: Part) {
        self.parts.insert((span, month), Arc::new(part));
    }

    /// Takes in sheets that changed, of the months at hand.
    pub fn take(&mut self, changed: Vec<Kept>) -> Result<()> {
        for kept in changed {
            let month = month_of(kept.from);
            if let Some(part) = self.parts.get_mut(&(Span::Month, month)) {
                Arc::make_mut(part).branches = Branches::default();
            }
            if let Some(part) = self.parts.get_mut(&(kept.span, month)) {
                // Copied once: afterwards it is this one's alone.
                Arc::make_mut(part).replace(Row::new(&kept)?);
            }
        }
        Ok(())
    }

    /// Drops what was not used for longest until the rest fits; what is asked for now always stays.
    pub fn make_room(&mut self, most: usize, wanted: &BTreeSet<(Span, NaiveDate)>) {
        let mut sizes: Vec<_> = self
            .parts
            .iter()
            .map(|(key, part)| (part.used.load(Ordering::Relaxed), *key, part.bytes()))
            .collect();
        let mut bytes: usize = sizes.iter().map(|(_, _, bytes)| bytes).sum();
        sizes.sort_unstable();
        for (_, key, size) in sizes {
            if bytes <= most {
                break;
            }
            if !wanted.contains(&key) {
                self.parts.remove(&key);
                bytes -= size;
            }
        }
    }
}

/// The months that a stretch touches, each with what of it lies inside.
pub fn months(from: NaiveDate, until: NaiveDate) -> impl Iterator<Item = (NaiveDate, NaiveDate, NaiveDate)> {
    let mut month = month_of(from);
    std::iter::from_fn(move || {
        let (this, next) = (month, month + Later::new(1));
        month = next;
        (this < until).then(|| (this, from.max(this), until.min(next)))
    })
}
