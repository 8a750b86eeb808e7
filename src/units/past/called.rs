//! What units were called, whenever.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::store::Named;
use crate::i18n::Text18;

/// Every name that units of a network ever had, by code; of a unit in the order of days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Called(pub(super) HashMap<String, Vec<Named>>);

impl Called {
    /// What a unit was called on a day: before it had a name, its first one.
    pub fn on(&self, code: &str, day: NaiveDate) -> Option<&Text18> {
        let names = self.0.get(code)?;
        let held = names.iter().rev().find(|named| named.from <= day).or(names.first());
        held.map(|named| &named.name)
    }
}
