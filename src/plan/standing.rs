//! How a target stands, by rule and not by mood (`docs/plan.md`). Pure: numbers in, state out.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::document::{Rule, Target, coded};
use super::when::{self, Span};

/// So much of a target may be behind the time before it is at risk, in per cent.
pub const LAG: i64 = 20;
/// Nothing is at risk before so much of its time is gone.
pub const BEGUN: i64 = 25;
/// Where nothing is counted by then, it is at risk.
pub const HALF: i64 = 50;
/// A share, or points, from so much of the target on are on the way.
pub const NEAR: i64 = 80;

coded! {
    State {
        AtRisk = "at_risk",
        NotReached = "not_reached",
        NotBegun = "not_begun",
        OnTheWay = "on_the_way",
        Reached = "reached",
        Dropped = "dropped",
        /// Where its number came from is gone, or is told to nobody.
        Unknown = "unknown",
    }
}

/// How an action stands by the states of its targets: as the one does that asks most for something. Dropped is what has nothing
/// else; none is what has no number.
pub fn of_action(states: &[State]) -> Option<State> {
    let order = [
        State::AtRisk,
        State::NotReached,
        State::NotBegun,
        State::OnTheWay,
        State::Unknown,
        State::Reached,
        State::Dropped,
    ];
    order.into_iter().find(|it| states.contains(it))
}

/// Whether there is something left to do: nothing is known to be reached, and nobody dropped it.
pub fn is_unfinished(action: Option<State>) -> bool {
    !matches!(action, Some(State::Reached | State::Dropped))
}

impl State {
    /// How it is told apart where there are colours.
    pub fn tone(self) -> &'static str {
        match self {
            State::AtRisk => "warn",
            State::NotReached => "bad",
            State::Reached => "ok",
            State::NotBegun | State::OnTheWay | State::Dropped | State::Unknown => "",
        }
    }
}

/// What was reached: one whole number over another, so that hours are compared as exactly as they are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Came {
    pub above: i64,
    /// From 1 on.
    pub below: i64,
}

impl Came {
    pub fn whole(n: i64) -> Came {
        Came { above: n, below: 1 }
    }

    pub fn at_least(self, n: i64) -> bool {
        i128::from(self.above) >= i128::from(n) * i128::from(self.below)
    }

    /// In whole per cent of a number, rounded down.
    fn percent(self, of: i64) -> i64 {
        let of = i128::from(of) * i128::from(self.below);
        if of <= 0 {
            return 100;
        }
        i64::try_from(i128::from(self.above.max(0)) * 100 / of).unwrap_or(i64::MAX)
    }

    /// As a number.
    #[allow(clippy::cast_precision_loss)]
    pub fn number(self) -> f64 {
        self.above as f64 / self.below as f64
    }
}

/// Days gone of a time, and all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    pub gone: i64,
    pub all: i64,
}

impl Time {
    /// The months of an action, else the year, as of the end of a day.
    pub fn of(spans: &[Span], year: i32, on: NaiveDate) -> Time {
        let mut time = Time { gone: 0, all: 0 };
        for (from, last) in when::days(spans, year) {
            time.all += days(from, last);
            time.gone += days(from, last.min(on));
        }
        time
    }

    pub fn is_over(self) -> bool {
        self.gone >= self.all
    }

    pub fn percent(self) -> i64 {
        if self.all == 0 { 100 } else { self.gone * 100 / self.all }
    }
}

fn days(from: NaiveDate, last: NaiveDate) -> i64 {
    i64::from((last.num_days_from_ce() - from.num_days_from_ce() + 1).max(0))
}

/// What is known of a target.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// None: nothing.
    pub came: Option<Came>,
    /// Where each unit has a number: what each came to.
    pub units: &'a [Came],
    /// Whether it only ever grows: a count, and no share or points.
    pub grows: bool,
    /// Where each month has a number: how many have theirs, of how many.
    pub months: Option<(i64, i64)>,
    /// Whether the number has to be reached again and again: then it is not before the time is over.
    pub again: bool,
    pub dropped: bool,
    /// Whether where its number came from is gone, or is told to nobody.
    pub lost: bool,
    /// Whether it is still to come where its number comes from.
    pub pending: bool,
    pub time: Time,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub state: State,
    /// Of the target, in per cent: 0 to 100.
    pub done: i64,
    /// Units that have theirs, and how many are to; none where it is not by unit.
    pub units: Option<(i64, i64)>,
    /// The same of months, where each month has a number.
    pub months: Option<(i64, i64)>,
    /// Whether it is more than was planned.
    pub more: bool,
}

/// Of each unit: how many have theirs, how many are to, and how much of all that is there, in per cent.
fn by_unit(target: &Target, units: &[Came]) -> Option<(i64, i64, i64)> {
    let each = target.each?;
    let known = i64::try_from(units.len()).unwrap_or(i64::MAX);
    let wanted = target.units.unwrap_or(known).max(1);
    let have = i64::try_from(units.iter().filter(|it| it.at_least(each)).count()).unwrap_or(i64::MAX);
    let mut shares: Vec<i64> = units.iter().map(|it| it.percent(each).min(100)).collect();
    shares.sort_unstable_by(|a, b| b.cmp(a));
    let sum: i64 = shares.iter().take(usize::try_from(wanted).unwrap_or(usize::MAX)).sum();
    Some((have, wanted, sum / wanted))
}

/// How a target stands.
pub fn standing(target: &Target, known: Known<'_>) -> Standing {
    let limit = target.up_to.unwrap_or(target.number);
    let each = by_unit(target, known.units);
    let came = known.came.unwrap_or(Came::whole(0));
    let more = target.rule != Rule::AtLeast && came.above > 0 && !at_most(came, limit);
    let of = if target.rule == Rule::AtMost { limit } else { target.number };
    let mut done = came.percent(of).min(100);
    if let Some((.., share)) = each.filter(|_| target.rule != Rule::AtMost) {
        done = done.min(share);
    }
    if let Some((have, all)) = known.months {
        done = if all > 0 { have * 100 / all } else { 0 };
    }
    let state = match () {
        () if known.dropped => State::Dropped,
        () if known.lost => State::Unknown,
        () if known.pending => State::NotBegun,
        () if target.rule == Rule::AtMost => within(came, limit, &known),
        () => towards(came, target.number, done, each.is_none_or(|(have, wanted, _)| have >= wanted), &known),
    };
    let units = each.map(|(have, wanted, _)| (have, wanted));
    Standing { state, done, units, months: known.months, more }
}

fn at_most(came: Came, limit: i64) -> bool {
    i128::from(came.above) <= i128::from(limit) * i128::from(came.below)
}

/// Of at most so many.
fn within(came: Came, limit: i64, known: &Known<'_>) -> State {
    let (fits, over) = (at_most(came, limit), known.time.is_over());
    match () {
        // What only grows cannot come back below.
        () if !fits && (over || known.grows) => State::NotReached,
        () if !fits => State::AtRisk,
        () if over => State::Reached,
        () if came.above <= 0 && known.time.gone == 0 => State::NotBegun,
        () if known.grows && came.percent(limit) > known.time.percent() + LAG => State::AtRisk,
        () => State::OnTheWay,
    }
}

/// Of at least, or of so many.
fn towards(came: Came, number: i64, done: i64, units: bool, known: &Known<'_>) -> State {
    let (gone, over) = (known.time.percent(), known.time.is_over());
    let there = came.at_least(number) && units;
    match () {
        () if there && (over || !known.again) => State::Reached,
        () if over => State::NotReached,
        // One that is less than the number stays less; while none is, there is time for those to come.
        () if known.again && known.came.is_some() && !came.at_least(number) => State::AtRisk,
        () if came.above <= 0 && gone <= HALF => State::NotBegun,
        () if came.above <= 0 => State::AtRisk,
        () if known.grows && gone >= BEGUN && done + LAG < gone => State::AtRisk,
        () if !known.grows && !known.again && done < NEAR => State::AtRisk,
        () => State::OnTheWay,
    }
}
