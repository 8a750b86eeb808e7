//! What an entry has to keep to: what stops a save, what asks once and then believes the answer, and what is only
//! remarked on afterwards.

use chrono::{Days, NaiveDate};

use super::activity::Activity;
use super::entry::{Entry, Status};
use crate::i18n::Arg;
use crate::units::Unit;
use crate::vocabulary::Kind;

/// The longest note, in characters.
pub const LONGEST_NOTE: usize = 20_000;

/// The most that people together can spend on one occasion, in minutes.
const MOST_SPENT: i64 = 1_000_000;

/// Up to this, a larger crowd than ever before is no reason to ask in a unit that is new to recording: each of its first
/// evenings may well be the largest so far, and whoever is asked every time no longer reads the question.
const ASK_ABOVE: i64 = 20;

/// A unit that counted so many times knows what is usual with it, and is asked about anything above.
const KNOWS_ITSELF: i64 = 30;

/// Where a unit has nothing to go by, this many are a reason to ask.
const ASK_ABOVE_AT_FIRST: i64 = 200;

/// Whether to ask about so many heads, `most` being the most there ever were in the `counted` other entries.
pub fn is_unusual(visits: i64, most: Option<i64>, counted: i64) -> bool {
    match most {
        Some(most) => visits > most && (visits > ASK_ABOVE || counted >= KNOWS_ITSELF),
        None => visits > ASK_ABOVE_AT_FIRST,
    }
}

/// Something to tell beside a field.
#[derive(Clone, Debug)]
pub struct Problem {
    pub field: &'static str,
    /// Key of the sentence.
    pub key: &'static str,
    pub args: Vec<(&'static str, Arg)>,
    pub weight: Weight,
}

/// How much a problem weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Cannot be.
    Stop,
    /// Asks once; "yes, it is right" lets it through.
    Ask,
    /// Saved all the same, and remarked on.
    Remark,
}

impl Problem {
    pub fn stop(field: &'static str, key: &'static str) -> Problem {
        Problem { field, key, args: Vec::new(), weight: Weight::Stop }
    }

    pub fn ask(field: &'static str, key: &'static str) -> Problem {
        Problem { field, key, args: Vec::new(), weight: Weight::Ask }
    }

    fn remark(field: &'static str, key: &'static str) -> Problem {
        Problem { field, key, args: Vec::new(), weight: Weight::Remark }
    }

    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Problem {
        self.args.push((name, value.into()));
        self
    }
}

/// What the rules have to know beside the entry itself.
pub struct Around<'a> {
    pub today: NaiveDate,
    pub unit: &'a Unit,
    pub activity: &'a Activity,
    /// The most heads any other entry of the unit ever had, where this one has more.
    pub exceeded: Option<i64>,
    /// Whether a correction moved it onto another entry's time.
    pub doubled: bool,
}

/// Every problem of the entry, the heaviest first.
pub fn check(entry: &Entry, around: &Around<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    let Around { today, unit, activity, exceeded, doubled } = around;

    if activity.unit_id != unit.id || entry.unit_id != unit.id {
        problems.push(Problem::stop("activity", "entry-problem-other-unit"));
    }
    if !unit.may_record {
        problems.push(Problem::stop("activity", "entry-problem-unit-kind"));
    }
    if !unit.open_on(entry.local_date) {
        problems.push(Problem::stop("date", "entry-problem-unit-closed"));
    } else if entry.local_date < activity.from_on {
        problems.push(Problem::stop("date", "entry-problem-not-yet").with("day", activity.from_on));
    } else if let Some(last) = activity.last_on().filter(|last| *last < entry.local_date) {
        problems.push(Problem::stop("date", "entry-problem-over").with("day", last));
    }
    // What is called off may lie ahead; what took place may not.
    let ahead = match entry.status {
        Status::Held => *today,
        Status::Cancelled => today.checked_add_days(Days::new(366)).unwrap_or(*today),
    };
    if entry.local_date > ahead {
        problems.push(Problem::stop("date", "entry-problem-future"));
    }
    if !(0..=1440).contains(&entry.duration_min) {
        problems.push(Problem::stop("end", "entry-problem-too-long"));
    }
    if !(0..=entry.duration_min.max(0)).contains(&entry.created_min) {
        problems.push(Problem::stop("created", "entry-problem-created"));
    }
    if entry.note.as_ref().is_some_and(|note| note.chars().count() > LONGEST_NOTE) {
        let most = i64::try_from(LONGEST_NOTE).unwrap_or(i64::MAX);
        problems.push(Problem::stop("note", "entry-problem-note-long").with("n", most));
    }
    if entry.kind == Kind::OneToOne && entry.note.is_some() {
        problems.push(Problem::stop("note", "entry-problem-note-one-to-one"));
    }
    let most = super::heads::MOST_HEADS;
    for (field, n, most) in [
        ("first_visits", entry.first_visits, most),
        ("staff_count", entry.staff_count, most),
        ("staff_hours", entry.staff_min, MOST_SPENT),
        ("prep_hours", entry.prep_min, MOST_SPENT),
        ("volunteer_count", entry.volunteer_count, most),
        ("volunteer_hours", entry.volunteer_min, MOST_SPENT),
    ] {
        if n.is_some_and(|n| !(0..=most).contains(&n)) {
            problems.push(Problem::stop(field, "entry-problem-number"));
        }
    }
    let visits = entry.counts.visits();
    if let (Some(first), Some(visits)) = (entry.first_visits, visits)
        && first > visits
    {
        problems.push(Problem::stop("first_visits", "entry-problem-first-visits"));
    }

    if entry.status == Status::Held
        && let (Some(visits), Some(most)) = (visits, *exceeded)
    {
        problems.push(Problem::ask("participant", "entry-ask-most").with("n", visits).with("most", most));
    }
    if *doubled {
        problems.push(Problem::ask("date", "entry-ask-doubled"));
    }
    problems.extend(remarks(entry));
    problems.sort_by_key(|problem| problem.weight);
    problems
}

/// What is unlikely about an entry, told beside it and never a stop.
pub fn remarks(entry: &Entry) -> Vec<Problem> {
    let creators = entry.counts.creator.as_ref().map_or(0, |heads| heads.total);
    match (entry.status, entry.created_min, creators) {
        (Status::Held, 1.., 0) => vec![Problem::remark("creator", "entry-remark-no-creators")],
        (Status::Held, 0, 1..) => vec![Problem::remark("created", "entry-remark-no-created")],
        _ => Vec::new(),
    }
}
