//! How fine figures may be for whoever may not see entries: whole months. What of these they may see is in `few.rs`.

use super::period::{Length, Period};

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
