//! The dates of a branch in order: those of the network's rules, and the evaluations that there are.

use chrono::{Days, NaiveDate};

use super::reading::{Read, read};
use super::rule::{Date, Rule};
use super::standing::{Owed, State};
use crate::app::App;
use crate::error::Result;
use crate::evaluation::{self, Evaluation};
use crate::units::{self, Unit};

/// What a date is one of.
#[derive(Clone, Copy, Debug)]
pub enum Of<'r> {
    Rule(&'r Rule, Date),
    Evaluation(&'r Evaluation),
}

/// A date as a branch has it.
#[derive(Clone, Debug)]
pub struct Item<'r> {
    pub of: Of<'r>,
    pub first: NaiveDate,
    pub last: NaiveDate,
    /// Who in the branch owes something.
    pub owed: Vec<Owed<'r>>,
}

impl Item<'_> {
    /// By which it is put in order, and into a month: what is owed by its last day, the rest by when it begins.
    pub fn on(&self) -> NaiveDate {
        if self.owed.is_empty() { self.first } else { self.last }
    }

    /// How many units are in a state.
    pub fn count(&self, state: State) -> usize {
        self.owed.iter().filter(|it| it.state == state).count()
    }

    /// Whether nothing is left to be done, or to come.
    pub fn is_over(&self, today: NaiveDate) -> bool {
        if self.owed.is_empty() {
            self.last < today
        } else {
            self.owed.iter().all(|it| it.state == State::Done)
        }
    }
}

/// Everything that the dates of a network are read from.
pub struct Dates {
    pub read: Read,
    pub evaluations: Vec<Evaluation>,
}

impl Dates {
    /// From one day to another, both included.
    pub async fn read(app: &App, branch: &Unit, days: (NaiveDate, NaiveDate)) -> Result<Dates> {
        let network_id = branch.network.id;
        let units = units::ever(&app.db, network_id).await?;
        let mut evaluations = Vec::new();
        for it in evaluation::of_network(&app.db, network_id).await? {
            let within = it.opens_on <= days.1 && it.last_on() >= days.0;
            if within && (it.yearly || asks(app, branch, &units, &it).await?) {
                evaluations.push(it);
            }
        }
        Ok(Dates { read: read(&app.db, network_id, units, days).await?, evaluations })
    }

    /// The dates of a branch from one day to another, both included, in order; with those that are left out, if wished.
    pub fn of<'r>(
        &'r self,
        branch: &Unit,
        (first, last): (NaiveDate, NaiveDate),
        today: NaiveDate,
        left_out: bool,
    ) -> Vec<Item<'r>> {
        let there = &self.read.there;
        let mut items = Vec::new();
        for rule in &self.read.rules {
            for date in rule.dates(&self.read.exceptions, first, last) {
                if date.left_out {
                    if left_out {
                        items.push(item(Of::Rule(rule, date), date, Vec::new()));
                    }
                    continue;
                }
                let owed = there.owed(rule, &date, branch, today);
                let shown =
                    if rule.due.kind.is_owed() { !owed.is_empty() } else { there.concerns(rule, branch) };
                if shown {
                    items.push(item(Of::Rule(rule, date), date, owed));
                }
            }
        }
        let window = |it: &'r Evaluation| Item {
            of: Of::Evaluation(it),
            first: it.opens_on,
            last: it.last_on(),
            owed: Vec::new(),
        };
        let within = |it: &&Evaluation| it.opens_on <= last && it.last_on() >= first;
        items.extend(self.evaluations.iter().filter(within).map(window));
        items.sort_by_key(|it| (it.on(), it.last));
        items
    }
}

fn item<'r>(of: Of<'r>, date: Date, owed: Vec<Owed<'r>>) -> Item<'r> {
    Item { of, first: date.from.unwrap_or(date.by), last: date.by, owed }
}

/// Whether an evaluation of an occasion asks about a unit of the branch.
async fn asks(app: &App, branch: &Unit, units: &[Unit], it: &Evaluation) -> Result<bool> {
    let places = evaluation::places(&app.db, it.network_id, it.id).await?;
    let below = |unit: &&Unit| branch.path.holds(&unit.path);
    Ok(units.iter().filter(below).any(|unit| places.iter().any(|place| place.unit_id == unit.id)))
}

/// How far back something that is late is still told on the first page, and how far on what is to come.
const BACK: u64 = 60;
const ON: u64 = 120;

/// The days around today that the first page tells of.
pub fn around(today: NaiveDate) -> (NaiveDate, NaiveDate) {
    (today - Days::new(BACK), today + Days::new(ON))
}
