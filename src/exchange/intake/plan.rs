//! What would come of a file: which entry each row is, what is new, what stands already, what would change.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

use super::find::Table;
use super::heading::Meaning;
use super::line::Line;
use super::problem::{Problem, Problems};
use crate::activities::{Activity, Entry, Status, Stored};
use crate::units::Unit;
use crate::vocabulary::{AgeBand, Project, Term};

/// What the rules have to know of the network, beside the file.
pub struct Ground {
    /// The unit the file is for, and everything below it.
    pub unit: Unit,
    pub units: Vec<Unit>,
    pub activities: Vec<Activity>,
    pub terms: Vec<Term>,
    pub projects: Vec<Project>,
    /// Each set with the day it begins to hold.
    pub bands: Vec<(NaiveDate, Vec<AgeBand>)>,
    pub today: NaiveDate,
    pub wish: Wish,
    /// Somebody who does not see what colleagues and volunteers spent, but of what they recorded themselves.
    pub only_own_staff: Option<Uuid>,
}

impl Ground {
    /// Whether what was spent on an entry may be told and changed.
    pub fn sees_staff(&self, entry: &Stored) -> bool {
        self.only_own_staff.is_none_or(|me| entry.made_by == Some(me))
    }
}

/// What somebody wants done beside adding what is new.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// Activities that are not there are made, and those that began later are offered earlier.
    pub create_activities: bool,
    /// Where an entry says something else, the file is right.
    pub update: bool,
}

/// A row that is known to be of an activity, and which entry it is.
#[derive(Clone, Debug)]
pub struct Wanted {
    pub line: usize,
    /// Place in [`Ground::units`].
    pub unit: usize,
    /// Place among the activities of [`Matched`].
    pub activity: usize,
    /// The id of an entry that was given out by this program.
    pub own_id: Option<Uuid>,
    pub identity: Vec<u8>,
    pub start: Option<i64>,
}

/// Rows, matched with what the network offers.
#[derive(Debug, Default)]
pub struct Matched {
    pub wanted: Vec<Wanted>,
    /// Those of the ground, and behind them those to be made.
    pub activities: Vec<Activity>,
    pub made: Vec<Activity>,
    /// Activities that have to be offered from an earlier day: (place among the activities, from when).
    pub earlier: Vec<(usize, NaiveDate)>,
    pub problems: Problems,
}

/// Something an entry says otherwise than the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub what: Meaning,
    pub is: Said,
    pub file: Said,
}

/// A value as it is told: a word, a number, a day, a time of day, a length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    Nothing,
    Text(String),
    Number(i64),
    Day(NaiveDate),
    Clock(i64),
    Length(i64),
}

/// An entry that another body takes the place of.
#[derive(Clone, Debug)]
pub struct Revised {
    pub line: usize,
    pub identity: Vec<u8>,
    pub stored: Stored,
    pub entry: Entry,
    pub differ: Vec<Difference>,
}

/// What rows of a year come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub held: i64,
    pub cancelled: i64,
    pub minutes: i64,
    pub visits: i64,
}

impl Tally {
    pub fn add(&mut self, entry: &Entry) {
        match entry.status {
            Status::Cancelled => self.cancelled += 1,
            Status::Held => {
                self.held += 1;
                self.minutes += entry.duration_min;
                self.visits += entry.counts.visits().unwrap_or(0);
            }
        }
    }
}

/// What a file comes to.
#[derive(Debug, Default)]
pub struct Plan {
    /// (line, identity, entry)
    pub new: Vec<(usize, Vec<u8>, Entry)>,
    /// Entries that say something else than the file. They change only where that was wished for.
    pub revised: Vec<Revised>,
    /// Rows that stand already, just so.
    pub same: usize,
    /// Of these, rows that somebody recorded by hand.
    pub by_hand: usize,
    /// Lines whose entry was deleted since.
    pub gone: Vec<usize>,
    /// Rows that say what others spent on their entries, which stays as it stands.
    pub staff_kept: usize,
    pub activities: Vec<Activity>,
    pub made: Vec<Activity>,
    pub earlier: Vec<(usize, NaiveDate)>,
    /// What the rows of the file come to, by year.
    pub years: BTreeMap<i32, Tally>,
    pub problems: Problems,
}

impl Plan {
    pub fn count(&mut self, entry: &Entry) {
        self.years.entry(entry.local_date.year()).or_default().add(entry);
    }

    pub fn total(&self) -> Tally {
        self.years.values().fold(Tally::default(), |sum, year| Tally {
            held: sum.held + year.held,
            cancelled: sum.cancelled + year.cancelled,
            minutes: sum.minutes + year.minutes,
            visits: sum.visits + year.visits,
        })
    }
}

/// Where a line stands in its file, for telling.
pub struct Source<'a> {
    pub tables: &'a [Table<'a>],
    pub lines: &'a [Line],
}

impl Source<'_> {
    /// A problem of a line, at the column that means this, where there is one.
    pub fn problem(&self, line: usize, what: Option<&Meaning>, key: &'static str) -> Problem {
        let line = &self.lines[line];
        let table = &self.tables[line.table];
        Problem {
            sheet: table.sheet.filter(|_| self.tables.len() > 1).map(str::to_owned),
            row: Some(line.row),
            column: what
                .and_then(|what| [what].into_iter().chain(what.otherwise()).find_map(|it| table.column(it)))
                .map(|column| column.heading.clone()),
            ..Problem::new(key)
        }
    }

    pub fn has(&self, line: usize, meaning: &Meaning) -> bool {
        self.tables[self.lines[line].table].has(meaning)
    }
}
