//! Who owes what by a date, and how it stands: a function of the calendar and of what is there.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;
use uuid::Uuid;

use super::rule::{Date, Kind, Rule, Send};
use crate::measures::Period;
use crate::periods::Calendar;
use crate::units::Unit;

/// So many days before a date it is soon.
pub const SOON: i64 = 14;

/// By which the mail of a unit's report is known.
pub fn about(due_id: Uuid, unit_id: Uuid, rule_on: NaiveDate) -> String {
    format!("{due_id} {unit_id} {rule_on}")
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    Late,
    Soon,
    NotYet,
    Done,
}

impl State {
    pub const ALL: [State; 4] = [State::Late, State::Soon, State::NotYet, State::Done];

    pub fn code(self) -> &'static str {
        match self {
            State::Late => "late",
            State::Soon => "soon",
            State::NotYet => "not-yet",
            State::Done => "done",
        }
    }

    pub fn of(done: bool, by: NaiveDate, today: NaiveDate) -> State {
        match (by - today).num_days() {
            _ if done => State::Done,
            left if left < 0 => State::Late,
            left if left <= SOON => State::Soon,
            _ => State::NotYet,
        }
    }
}

/// What is there, as far as dates are about it.
#[derive(Default)]
pub struct There {
    /// Every unit there ever was, parents before children.
    pub units: Arc<Vec<Unit>>,
    /// (template, period) → of units, the finished report that stands last.
    pub reports: HashMap<(String, String), HashMap<Uuid, Uuid>>,
    pub closed: Calendar,
    /// What was mailed, by date, unit and day of the rule.
    pub mailed: HashSet<String>,
    /// (date, period) → by which units.
    pub handed_in: HashMap<(Uuid, String), HashSet<Uuid>>,
}

/// A unit that owes something.
#[derive(Clone, Copy, Debug)]
pub struct Owed<'t> {
    pub unit: &'t Unit,
    pub state: State,
}

impl There {
    /// The units that owe what a date asks for: those that are open on it, and were in the time it is about.
    pub fn owing<'t>(&'t self, rule: &Rule, date: &Date) -> Vec<&'t Unit> {
        if !rule.due.kind.is_owed() {
            return Vec::new();
        }
        let period = rule.period(date);
        let there =
            |unit: &&Unit| unit.open_on(date.by) && period.is_none_or(|period| unit.opened_on < period.until);
        self.meant(rule).filter(there).collect()
    }

    /// The units that a date is for.
    fn meant<'t>(&'t self, rule: &Rule) -> impl Iterator<Item = &'t Unit> {
        let top = self.units.iter().find(|it| it.id == rule.due.unit_id);
        let kind = rule.due.unit_kind.clone();
        let id = rule.due.unit_id;
        self.units.iter().filter(move |unit| match &kind {
            Some(kind) => unit.kind == *kind && top.is_some_and(|top| top.path.holds(&unit.path)),
            None => unit.id == id,
        })
    }

    /// Whether a date that is words alone concerns a unit or something below it.
    pub fn concerns(&self, rule: &Rule, branch: &Unit) -> bool {
        match &rule.due.unit_kind {
            Some(_) => self.meant(rule).any(|unit| branch.path.holds(&unit.path)),
            None => self.meant(rule).any(|top| top.path.holds(&branch.path) || branch.path.holds(&top.path)),
        }
    }

    /// Tells of each unit whether it has done what a date asks for. Where figures alone are enough, their mail is.
    pub fn done(&self, rule: &Rule, date: &Date, period: &Period) -> impl Fn(&Unit) -> bool {
        let (id, kind, rule_on, figures) =
            (rule.id, rule.due.kind, date.rule_on, rule.due.send == Send::Figures);
        let (from, until) = (period.from, period.until);
        let reports = self.reports_of(rule, period);
        let handed_in = self.handed_in.get(&(id, period.code()));
        move |unit| match kind {
            Kind::Report => {
                reports.is_some_and(|of| of.contains_key(&unit.id))
                    || (figures && self.mailed.contains(&about(id, unit.id, rule_on)))
            }
            Kind::Pack => handed_in.is_some_and(|by| by.contains(&unit.id)),
            Kind::Closing => self.closed.closed_throughout(unit.id, from, until).is_some(),
            Kind::Meeting | Kind::Other => false,
        }
    }

    /// The finished reports that a date asks for, of each unit.
    pub fn reports_of(&self, rule: &Rule, period: &Period) -> Option<&HashMap<Uuid, Uuid>> {
        self.reports.get(&(rule.due.template.clone()?, period.code()))
    }

    /// Who in a branch owes what a date asks for, and how it stands.
    pub fn owed<'t>(&'t self, rule: &Rule, date: &Date, branch: &Unit, today: NaiveDate) -> Vec<Owed<'t>> {
        let Some(period) = rule.period(date) else { return Vec::new() };
        let of_branch = self.owing(rule, date).into_iter().filter(|unit| branch.path.holds(&unit.path));
        let done = self.done(rule, date, &period);
        let state = |unit| State::of(done(unit), date.by, today);
        of_branch.map(|unit| Owed { unit, state: state(unit) }).collect()
    }
}
