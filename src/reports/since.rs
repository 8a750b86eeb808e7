//! What became of entries after a report was finished: what each said then and says now. Pure.

use chrono::NaiveDate;

use crate::activities::{Entry, Status};
use crate::vocabulary::Part;

/// What happened to an entry, as far as a report's figures go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    Added,
    Removed,
    Corrected,
    /// Into the period, or out of it.
    Moved,
}

impl How {
    pub const ALL: [How; 4] = [How::Added, How::Removed, How::Corrected, How::Moved];

    pub fn code(self) -> &'static str {
        match self {
            How::Added => "added",
            How::Removed => "removed",
            How::Corrected => "corrected",
            How::Moved => "moved",
        }
    }
}

/// Something of an entry that figures count, then and now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    Visits(i64, i64),
    Duration(i64, i64),
    Created(i64, i64),
    FirstVisits(i64, i64),
    Date(NaiveDate, NaiveDate),
    /// Another hour of the day.
    Start,
    /// Gender, age, or who took which part.
    Heads,
    /// Kind, place, tags and fields.
    Words,
}

/// What happened, and which facts differ; nothing where no figure counts a difference. `inside`: whether an entry is of the
/// report's unit and period.
pub fn changed(
    then: Option<&Entry>,
    now: &Entry,
    inside: impl Fn(&Entry) -> bool,
) -> Option<(How, Vec<Fact>)> {
    let counts = |entry: &Entry| entry.status == Status::Held && !entry.deleted;
    let was = then.is_some_and(|then| counts(then) && inside(then));
    let is = counts(now) && inside(now);
    let how = match (was, is) {
        (false, false) => return None,
        (false, true) if then.is_some_and(counts) => How::Moved,
        (false, true) => How::Added,
        (true, false) if counts(now) => How::Moved,
        (true, false) => How::Removed,
        (true, true) => How::Corrected,
    };
    let facts = match (how, then) {
        (How::Added, _) => counted(now).into_iter().map(|(of, n)| of(0, n)).collect(),
        (How::Removed, Some(then)) => counted(then).into_iter().map(|(of, n)| of(n, 0)).collect(),
        (_, then) => then.map_or_else(Vec::new, |then| facts(then, now)),
    };
    (how != How::Corrected || !facts.is_empty()).then_some((how, facts))
}

type Told = fn(i64, i64) -> Fact;

/// What an entry adds to figures, or takes from them when it goes.
fn counted(it: &Entry) -> Vec<(Told, i64)> {
    let all: [(Told, Option<i64>); 4] = [
        (Fact::Visits, it.counts.visits()),
        (Fact::Duration, Some(it.duration_min)),
        (Fact::Created, Some(it.created_min)),
        (Fact::FirstVisits, it.first_visits),
    ];
    all.into_iter().filter_map(|(of, n)| Some((of, n.filter(|n| *n > 0)?))).collect()
}

fn facts(then: &Entry, now: &Entry) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut add = |differs: bool, fact: Fact| {
        if differs {
            facts.push(fact);
        }
    };
    let visits = |entry: &Entry| entry.counts.visits().unwrap_or(0);
    let first = |entry: &Entry| entry.first_visits.unwrap_or(0);
    let heads =
        |entry: &Entry| Part::ALL.iter().map(|part| entry.counts.of(*part).cloned()).collect::<Vec<_>>();
    let words = |entry: &Entry| {
        let mut terms = entry.terms.clone();
        terms.sort_unstable();
        (entry.kind, entry.place_kind, entry.main_tag, entry.main_field, terms)
    };
    add(then.local_date != now.local_date, Fact::Date(then.local_date, now.local_date));
    add(visits(then) != visits(now), Fact::Visits(visits(then), visits(now)));
    add(visits(then) == visits(now) && heads(then) != heads(now), Fact::Heads);
    add(then.duration_min != now.duration_min, Fact::Duration(then.duration_min, now.duration_min));
    add(then.created_min != now.created_min, Fact::Created(then.created_min, now.created_min));
    add(first(then) != first(now), Fact::FirstVisits(first(then), first(now)));
    add(words(then) != words(now), Fact::Words);
    // When it began matters where the house was open twice at once.
    add(then.start_min != now.start_min, Fact::Start);
    facts
}
