//! What many units came to together in a month, kept for whoever asks next: a page asks for the same months of the same
//! units many times over, and so does everybody who opens it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use chrono::{Months, NaiveDate};
use uuid::Uuid;

use super::question::Question;
use super::trees::Tree;
use crate::totals::{Sheet, Sums, month_of};

/// Of so many stretches or more the sum is kept; fewer are added up as quickly as a sum is found.
pub const WORTH_KEEPING: usize = 3;

/// So many are kept of a month: the larger units of a network, and some days of them.
const MOST: usize = 64;

/// Which units: those at or below one, of the days on which these stood above it; or each unit of a kind, with all below.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Of {
    Branch { unit: Option<Uuid>, within: Vec<Uuid> },
    Kind(String),
}

impl Of {
    /// What a question asks about.
    pub fn branch(question: &Question) -> Of {
        Of::Branch { unit: question.path.ids().last().copied(), within: question.within.clone() }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// Whose places: [`super::trees::Trees::number`].
    pub trees: u64,
    pub tree: Tree,
    pub of: Of,
    pub from: NaiveDate,
    pub until: NaiveDate,
}

/// Units' stretches of one month, added up.
#[derive(Default)]
pub struct Branch {
    pub total: Sums,
    /// By the unit that stretches belong to ([`super::trees::Stretch::below`]); those that came to nothing are absent.
    pub below: Vec<(Uuid, Sums)>,
    sheet: OnceLock<Sheet>,
}

impl Key {
    fn is_whole_month(&self) -> bool {
        self.from == month_of(self.from) && self.until == self.from + Months::new(1)
    }
}

impl Branch {
    pub fn new(below: impl IntoIterator<Item = (Uuid, Sums)>) -> Branch {
        let below: Vec<_> = below.into_iter().filter(|(_, sums)| !sums.is_nothing()).collect();
        Branch { total: below.iter().map(|(_, sums)| *sums).sum(), below, sheet: OnceLock::new() }
    }

    /// All of it as one sheet, which few figures ask for.
    pub fn sheet(&self, add_up: impl FnOnce() -> Sheet) -> &Sheet {
        self.sheet.get_or_init(add_up)
    }
}

/// Branches of one month.
#[derive(Default)]
pub struct Branches(Mutex<HashMap<Key, Arc<Branch>>>);

impl Branches {
    pub fn get(&self, key: Key, add_up: impl FnOnce() -> Branch) -> Arc<Branch> {
        let kept = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = kept().get(&key).cloned();
        if let Some(found) = found {
            // In every test: nothing that is kept ever differs from what it would be now.
            #[cfg(test)]
            {
                let fresh = add_up();
                assert_eq!((found.total, &found.below), (fresh.total, &fresh.below), "{key:?}");
            }
            return found;
        }
        let new = Arc::new(add_up());
        let mut kept = kept();
        if kept.len() >= MOST {
            // Years are made of whole months; days and weeks come and go.
            kept.retain(|key, _| key.is_whole_month());
        }
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert(key, new.clone());
        new
    }

    /// Without their sheets, which are few and small beside those of the units.
    pub fn bytes(&self) -> usize {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.values().map(|branch| size_of::<Branch>() + branch.below.len() * size_of::<(Uuid, Sums)>()).sum()
    }
}
