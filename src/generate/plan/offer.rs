//! What an offer of a centre is: the columns of the lists in `offers`.

use crate::vocabulary::{Kind, PlaceKind, Vocabulary};

/// When something is on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rhythm {
    /// On its weekdays, all year.
    Weekly,
    /// On its weekdays, while school lasts.
    SchoolDays,
    /// So many times a week on average, on working days at its own hour.
    Workdays(f64),
    /// So many times a week on average, from Friday to Sunday.
    Weekends(f64),
    /// Once a year in this month, so many days in a row: a camp, an exchange.
    Series { month: u32, days: u64 },
}

/// How old those are who come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ages {
    Younger,
    Usual,
    Older,
}

#[derive(Debug)]
pub struct Offer {
    pub code: &'static str,
    pub sl: &'static str,
    pub en: &'static str,
    pub kind: Kind,
    pub place_kind: PlaceKind,
    pub tag: &'static str,
    pub field: &'static str,
    pub further: &'static [(Vocabulary, &'static str)],
    pub rhythm: Rhythm,
    /// Heads on a usual day in a centre of middle size.
    pub heads: f64,
    /// Share of girls among girls and boys.
    pub girls: f64,
    pub ages: Ages,
    /// Minutes after midnight, minutes long.
    pub start: i64,
    pub lasts: i64,
}

type Further = &'static [(Vocabulary, &'static str)];

/// The columns that differ most, in one line each; `time` is (start, length), `who` is (heads, girls, ages).
#[allow(clippy::too_many_arguments)]
pub const fn offer(
    name: (&'static str, &'static str, &'static str),
    kind: Kind,
    place_kind: PlaceKind,
    words: (&'static str, &'static str, Further),
    rhythm: Rhythm,
    time: (i64, i64),
    who: (f64, f64, Ages),
) -> Offer {
    let (code, sl, en) = name;
    let (tag, field, further) = words;
    let (start, lasts) = time;
    let (heads, girls, ages) = who;
    Offer { code, sl, en, kind, place_kind, tag, field, further, rhythm, heads, girls, ages, start, lasts }
}
