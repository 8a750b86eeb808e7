//! The plan of an invented network: plain values in, plain values out. No clock, no database; the seed decides.

mod accounts;
mod calendar;
mod chance;
pub mod change;
mod counts;
pub mod dates;
mod names;
mod notes;
mod offer;
mod offers;
pub mod photos;
mod programme;
pub mod reflections;
pub mod reports;
mod slips;
mod tree;
pub mod voices;
mod week;

use chrono::{Datelike, Days, NaiveDate};

pub use accounts::{Account, Colleague, accounts, colleagues};
pub use chance::mix;
pub use programme::PlannedActivity;
pub use tree::Tree;
pub use week::PlannedEntry;

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// 1..=500
    pub centres: usize,
    /// Full calendar years before the year of `until`.
    pub years: i32,
    pub seed: u64,
    /// The network's today: what is offered is on until here.
    pub until: NaiveDate,
    /// Last day with entries: `until`, or the day before where today is still to be recorded.
    pub last_recorded: NaiveDate,
    /// Complete answers of young people in each year's evaluation, about; 0: none was held.
    pub answers: usize,
    /// Whether one is held right now.
    pub asks_now: bool,
}

impl Wanted {
    /// 1 January of the first year.
    pub fn first_day(&self) -> NaiveDate {
        calendar::day(self.until.year() - self.years, 1, 1)
    }
}

/// The whole plan but for its entries, which are drawn week by week: they are many.
pub struct Plan {
    pub wanted: Wanted,
    pub tree: Tree,
    pub activities: Vec<PlannedActivity>,
    /// By place in `tree.recorders`: the places in `activities` of what it offers.
    offered: Vec<Vec<usize>>,
}

impl Plan {
    /// The plan of a network with this code.
    pub fn new(wanted: Wanted, code: &str) -> Plan {
        let tree = Tree::new(&wanted, code);
        let mut activities = Vec::new();
        let mut offered = Vec::new();
        for at in 0..tree.recorders.len() {
            let first = activities.len();
            activities.extend(programme::of(&wanted, &tree, at));
            offered.push((first..activities.len()).collect());
        }
        Plan { wanted, tree, activities, offered }
    }

    /// The Mondays of all weeks in which something may be recorded.
    pub fn weeks(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        let first = self.wanted.first_day();
        let monday = first - Days::new(u64::from(first.weekday().num_days_from_monday()));
        let last = self.wanted.last_recorded;
        monday.iter_weeks().take_while(move |monday| *monday <= last)
    }

    /// What one unit that records wrote down in the week of a Monday, in the order of days.
    pub fn week(&self, recorder: usize, monday: NaiveDate) -> Vec<PlannedEntry> {
        week::of(self, recorder, monday)
    }

    /// The activities of one unit that records, with their places in `activities`.
    fn offered_by(&self, recorder: usize) -> impl Iterator<Item = (usize, &PlannedActivity)> {
        self.offered[recorder].iter().map(|at| (*at, &self.activities[*at]))
    }
}
