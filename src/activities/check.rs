//! What an entry has to keep to. Hard problems stop the save; soft ones ask once and then believe the answer.

use chrono::{Days, NaiveDate};

use super::activity::Activity;
use super::entry::{Entry, Status};
use crate::i18n::Arg;
use crate::units::Unit;
use crate::vocabulary::Kind;

/// The longest note, in characters.
pub const LONGEST_NOTE: usize = 20_000;

/// Below this, a larger crowd than ever before is no reason to ask.
const ASK_ABOVE: i64 = 20;

/// Something to tell beside a field.
#[derive(Clone, Debug)]
pub struct Problem {
    pub field: &'static str,
    /// Key of the sentence.
    pub key: &'static str,
    pub args: Vec<(&'static str, Arg)>,
    /// Asks once; "yes, it is right" lets it through.
    pub soft: bool,
}

impl Problem {
    pub fn hard(field: &'static str, key: &'static str) -> Problem {
        Problem { field, key, args: Vec::new(), soft: false }
    }

    pub fn soft(field: &'static str, key: &'static str) -> Problem {
        Problem { field, key, args: Vec::new(), soft: true }
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
    /// The most heads any entry of the unit ever had.
    pub most_ever: Option<i64>,
}

/// Every problem of the entry, hard ones first.
pub fn check(entry: &Entry, around: &Around<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    let Around { today, unit, activity, most_ever } = around;

    if activity.unit_id != unit.id || entry.unit_id != unit.id {
        problems.push(Problem::hard("activity", "entry-problem-other-unit"));
    }
    if !unit.may_record {
        problems.push(Problem::hard("activity", "entry-problem-unit-kind"));
    }
    if !unit.open_on(entry.local_date) {
        problems.push(Problem::hard("date", "entry-problem-unit-closed"));
    } else if !activity.offered_on(entry.local_date) {
        problems.push(Problem::hard("date", "entry-problem-not-offered"));
    }
    // What is called off may lie ahead; what took place may not.
    let ahead = match entry.status {
        Status::Held => *today,
        Status::Cancelled => today.checked_add_days(Days::new(366)).unwrap_or(*today),
    };
    if entry.local_date > ahead {
        problems.push(Problem::hard("date", "entry-problem-future"));
    }
    if !(0..=1440).contains(&entry.duration_min) {
        problems.push(Problem::hard("end", "entry-problem-too-long"));
    }
    if !(0..=entry.duration_min.max(0)).contains(&entry.created_min) {
        problems.push(Problem::hard("created", "entry-problem-created"));
    }
    if entry.note.as_ref().is_some_and(|note| note.chars().count() > LONGEST_NOTE) {
        let most = i64::try_from(LONGEST_NOTE).unwrap_or(i64::MAX);
        problems.push(Problem::hard("note", "entry-problem-note-long").with("n", most));
    }
    if entry.kind == Kind::OneToOne && entry.note.is_some() {
        problems.push(Problem::hard("note", "entry-problem-note-one-to-one"));
    }
    let small = [entry.first_visits, entry.staff_count, entry.volunteer_count];
    let minutes = [entry.staff_min, entry.prep_min, entry.volunteer_min];
    if small.into_iter().flatten().any(|n| !(0..=super::heads::MOST_HEADS).contains(&n))
        || minutes.into_iter().flatten().any(|n| !(0..=1_000_000).contains(&n))
    {
        problems.push(Problem::hard("staff", "entry-problem-number"));
    }
    let visits = entry.counts.visits();
    if let (Some(first), Some(visits)) = (entry.first_visits, visits)
        && first > visits
    {
        problems.push(Problem::hard("first_visits", "entry-problem-first-visits"));
    }

    if entry.status == Status::Held {
        if let (Some(visits), Some(most)) = (visits, *most_ever)
            && visits > ASK_ABOVE
            && visits > most
        {
            problems
                .push(Problem::soft("participant", "entry-ask-most").with("n", visits).with("most", most));
        }
        let creators = entry.counts.creator.as_ref().map_or(0, |heads| heads.total);
        if entry.created_min > 0 && creators == 0 {
            problems.push(Problem::soft("creator", "entry-ask-no-creators"));
        }
        if entry.created_min == 0 && creators > 0 {
            problems.push(Problem::soft("created", "entry-ask-no-created"));
        }
    }
    problems.sort_by_key(|problem| problem.soft);
    problems
}
