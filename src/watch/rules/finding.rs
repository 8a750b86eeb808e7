//! Something in the records that gives reason to ask. It is a question, never a verdict: most of them have a good answer.

use chrono::NaiveDate;
use uuid::Uuid;

/// What kind of thing, as pages group them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    Doubled,
    Hours,
    Heaping,
    Same,
    Jump,
}

impl Subject {
    pub const ALL: [Subject; 5] =
        [Subject::Doubled, Subject::Hours, Subject::Heaping, Subject::Same, Subject::Jump];

    pub fn code(self) -> &'static str {
        match self {
            Subject::Doubled => "doubled",
            Subject::Hours => "hours",
            Subject::Heaping => "heaping",
            Subject::Same => "same",
            Subject::Jump => "jump",
        }
    }

    pub fn from_code(code: &str) -> Option<Subject> {
        Subject::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// What of a month jumped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Amount {
    Visits,
    /// Minutes of youth work.
    Minutes,
}

impl Amount {
    pub const ALL: [Amount; 2] = [Amount::Visits, Amount::Minutes];

    pub fn code(self) -> &'static str {
        match self {
            Amount::Visits => "visits",
            Amount::Minutes => "minutes",
        }
    }
}

/// What was found, with its figures. One-to-one work is never told by its heads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A month far from `usual`, the middle one of `compared` months before it.
    Jumped { amount: Amount, month: NaiveDate, had: i64, usual: i64, compared: i64 },
    /// Of a quarter's `counted` evenings so many end in 0 or 5.
    Heaped { quarter: NaiveDate, counted: i64, round: i64 },
    /// One entry that lasts longer than a day's work.
    Long { date: NaiveDate, minutes: i64 },
    /// A house that was open for most of a day and night.
    OpenLong { date: NaiveDate, minutes: i64 },
    /// Person-minutes that do not go with the number of staff and the length.
    Staff { date: NaiveDate, people: i64, minutes: i64, staff_min: i64 },
    /// Heads of a quarter that were mostly taken over from the time before.
    Copied { activity: Uuid, quarter: NaiveDate, held: i64, copied: i64 },
    /// The same total time after time.
    Running { activity: Uuid, total: i64, times: i64, from: NaiveDate, last: NaiveDate },
    /// Two entries of one activity at the same time.
    Twice { activity: Uuid, date: NaiveDate },
    /// Two activities at the same time with the very same heads.
    Alike { activities: [Uuid; 2], date: NaiveDate, total: i64 },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub unit_id: Uuid,
    pub what: What,
    /// The same for the same thing, whenever it is looked for; unique among those of a unit and subject.
    pub key: String,
    /// The first and last day it is about.
    pub days: (NaiveDate, NaiveDate),
    /// Entries it is about, the latest dozen of them.
    pub entries: Vec<Uuid>,
    /// Who recorded them, as far as that was looked up.
    pub authors: Vec<Uuid>,
    /// Since when it could be known.
    pub known_on: NaiveDate,
}

/// As many entries as lead somewhere; a quarter has a hundred.
const MOST_ENTRIES: usize = 12;

impl Finding {
    pub fn new(
        unit_id: Uuid,
        what: What,
        key: String,
        days: (NaiveDate, NaiveDate),
        entries: impl DoubleEndedIterator<Item = Uuid>,
    ) -> Finding {
        let mut entries: Vec<Uuid> = entries.rev().take(MOST_ENTRIES).collect();
        entries.reverse();
        Finding { unit_id, what, key, days, entries, authors: Vec::new(), known_on: days.1 }
    }

    pub fn subject(&self) -> Subject {
        match self.what {
            What::Jumped { .. } => Subject::Jump,
            What::Heaped { .. } => Subject::Heaping,
            What::Long { .. } | What::OpenLong { .. } | What::Staff { .. } => Subject::Hours,
            What::Copied { .. } | What::Running { .. } => Subject::Same,
            What::Twice { .. } | What::Alike { .. } => Subject::Doubled,
        }
    }

    /// Whether it is about hours of staff, which not everybody sees.
    pub fn is_of_staff(&self) -> bool {
        matches!(self.what, What::Staff { .. })
    }
}
