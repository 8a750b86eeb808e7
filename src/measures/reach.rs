//! How fine figures may be for whoever may not see entries: whole months, and of one-to-one work no head count under ten.

use super::measure::Measure;
use super::period::{Length, Period};
use crate::totals::Sums;

/// Heads of one-to-one work under this many are not told.
pub const FEW: i64 = 10;

/// The period that may be shown where this one was asked for. Without a right to entries a day becomes its month, a week
/// the month most of it lies in, and any other dates the whole months they touch.
pub fn reach(sees_entries: bool, asked: Period) -> Period {
    if sees_entries {
        return asked;
    }
    let (from, last) = match asked.length {
        Length::Week => {
            let thursday = asked.from + chrono::Days::new(3);
            (thursday, thursday)
        }
        _ => (asked.from, asked.last().max(asked.from)),
    };
    let wide = Period::months(from, last);
    // What already is whole months keeps its name.
    if (wide.from, wide.until) == (asked.from, asked.until) && asked.length != Length::Own {
        asked
    } else {
        wide
    }
}

/// Whether a figure of one-to-one work is of too few to be told to whoever may not see entries.
pub fn too_few(sees_entries: bool, measure: Measure, sums: &Sums) -> bool {
    let few = |n: i64| 0 < n && n < FEW;
    !sees_entries
        && match measure {
            Measure::Visits | Measure::VisitsPerOccasion => few(sums.visits()),
            Measure::Creators => few(sums.creators),
            Measure::Participants => few(sums.participants),
            Measure::Audience => few(sums.audience),
            Measure::FirstVisits => few(sums.first_visits),
            Measure::CreatorsShare => few(sums.visits()) || few(sums.creators),
            _ => false,
        }
}
