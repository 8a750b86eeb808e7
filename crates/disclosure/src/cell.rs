//! A response's place in a unit's table: gender by age class, and where a secret key puts who stated none.

use std::fmt;
use std::ops::AddAssign;

use sha2::{Digest, Sha256};

use crate::rules::Rules;

/// What a respondent said about gender.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    Girl,
    Boy,
    NonBinary,
    NotStated,
}

/// Which of an evaluation's age classes a respondent is in, youngest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    First,
    Second,
    Third,
    NotStated,
}

pub(crate) const KINDS: usize = 4;
pub(crate) const AGES: usize = 6;
pub(crate) const CELLS: usize = KINDS * AGES;

/// A set of cells, a bit each.
pub(crate) type Mask = u32;
pub(crate) const EVERYONE: Mask = (1 << CELLS) - 1;

/// Rows of the table: girls, boys, others placed with girls, others placed with boys. Columns: three stated age
/// classes, then those who stated none, by the class they are placed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell(u8);

impl Cell {
    pub(crate) fn bit(self) -> Mask {
        1 << self.0
    }
}

/// The cells of these kinds of gender and of these ages.
pub(crate) fn mask(kinds: &[usize], ages: &[usize]) -> Mask {
    let mut mask = 0;
    for kind in kinds {
        for age in ages {
            mask |= 1 << (kind * AGES + age);
        }
    }
    mask
}

/// An evaluation's secret: 32 random bytes that never leave the server and are kept as long as its results may be
/// worked out anew. Who knows it and a response's id can tell where that response was placed, so it is never printed.
#[derive(Clone)]
pub struct Key {
    secret: [u8; 32],
    age_classes: u8,
}

impl Key {
    #[must_use]
    pub fn new(secret: [u8; 32], rules: &Rules) -> Self {
        Self { secret, age_classes: rules.age_classes() }
    }

    /// The cell of a response. Pure: the same key, id and statements give the same cell in every edition. Placement is
    /// even: half of those who are neither girl nor boy with either, those without an age among the age classes.
    #[must_use]
    pub fn cell(&self, response: &[u8], gender: Gender, age: Age) -> Cell {
        // The key is of fixed length and two figures of the hash are all that is used: nothing to extend or to mix up.
        let hash =
            Sha256::new().chain_update(b"disclosure/1").chain_update(self.secret).chain_update(response);
        let hash = hash.finalize();
        let kind = match gender {
            Gender::Girl => 0,
            Gender::Boy => 1,
            Gender::NonBinary | Gender::NotStated => 2 + (hash[0] & 1),
        };
        let age = match age {
            Age::First => 0,
            Age::Second => 1,
            Age::Third => 2,
            Age::NotStated => {
                let drawn = hash[8..16].iter().fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
                3 + (drawn % u64::from(self.age_classes.max(1))) as u8
            }
        };
        Cell(kind * AGES as u8 + age)
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Key(secret)")
    }
}

/// How many responses of one unit are in each cell. For a plan: complete responses only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    cells: [u32; CELLS],
}

impl Counts {
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Counts one more response.
    pub fn add(&mut self, cell: Cell) {
        self.cells[usize::from(cell.0)] += 1;
    }

    /// All responses of the unit.
    #[must_use]
    pub fn answers(&self) -> u32 {
        self.within(EVERYONE)
    }

    pub(crate) fn within(&self, mask: Mask) -> u32 {
        self.cells.iter().enumerate().filter(|(cell, _)| mask >> cell & 1 == 1).map(|(_, n)| n).sum()
    }

    /// `None` if there is less than is to be taken away in any cell.
    pub(crate) fn less(&self, taken: &Self) -> Option<Self> {
        let mut rest = self.clone();
        for (n, taken) in rest.cells.iter_mut().zip(&taken.cells) {
            *n = n.checked_sub(*taken)?;
        }
        Some(rest)
    }
}

impl AddAssign<&Counts> for Counts {
    fn add_assign(&mut self, other: &Counts) {
        for (n, more) in self.cells.iter_mut().zip(&other.cells) {
            *n += more;
        }
    }
}
