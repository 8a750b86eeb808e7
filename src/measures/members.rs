//! What a sheet gives to the members of an axis, and what the members are called.

use std::collections::{BTreeMap, HashMap};

use uuid::Uuid;

use super::axis::Axis;
use super::question::{NONE, WITH, WITHOUT};
use crate::totals::{Sheet, Sums, sums_of};
use crate::vocabulary::{Part, Vocabulary};

/// List and code of a network's terms.
pub type Terms = HashMap<Uuid, (Vocabulary, String)>;

/// Sums by the members of an axis that a sheet tells, by code. Members without entries are absent.
pub fn members(sheet: &Sheet, axis: Axis, terms: &Terms) -> BTreeMap<String, Sums> {
    let total = sheet.total().without_opening();
    let mut members = BTreeMap::new();
    let mut give = |code: &str, sums: Sums| {
        if !sums.is_nothing() {
            *members.entry(code.to_owned()).or_insert_with(Sums::default) += sums;
        }
    };
    match axis {
        Axis::Kind => sheet.kinds.iter().for_each(|((kind, _), sums)| give(kind.code(), *sums)),
        Axis::PlaceKind => sheet.kinds.iter().for_each(|((_, place), sums)| give(place.code(), *sums)),
        Axis::Part => {
            for part in Part::ALL {
                let mut heads = [0; 3];
                heads[*part as usize] = [total.creators, total.participants, total.audience][*part as usize];
                give(part.code(), sums_of(&heads));
            }
        }
        Axis::Gender => sheet.gender.iter().for_each(|(class, heads)| give(class.code(), sums_of(heads))),
        Axis::AgeBand => sheet.age.iter().for_each(|(band, heads)| give(band, sums_of(heads))),
        Axis::Weekday => sheet.weekdays.iter().for_each(|(day, sums)| give(&day.to_string(), *sums)),
        Axis::MainTag | Axis::MainField | Axis::Tag | Axis::Field => {
            let list =
                if matches!(axis, Axis::MainTag | Axis::Tag) { Vocabulary::Tag } else { Vocabulary::Field };
            let mut rest = total;
            for (id, of) in &sheet.terms {
                let Some((_, code)) = terms.get(id).filter(|(of, _)| *of == list) else { continue };
                rest = rest - of.main;
                give(code, if axis.partitions() { of.main } else { of.main + of.further });
            }
            if axis.partitions() {
                give(NONE, rest);
            } else {
                let without = if list == Vocabulary::Tag { sheet.without_tag } else { sheet.without_field };
                give(WITH, total - without);
                give(WITHOUT, without);
            }
        }
        // Places and months are no part of a sheet.
        Axis::Unit | Axis::Month => {}
    }
    members
}
