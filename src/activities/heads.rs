//! Counting heads: per part one total and two margins, gender and age, that each add up to it. The two are never crossed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::vocabulary::{Gender, Part};

/// The most heads one part of one entry can have: a full stadium is no youth work.
pub const MOST_HEADS: i64 = 20_000;

/// Key of the margin's class "not recorded", for gender and age alike.
pub const UNKNOWN: &str = "unknown";

/// The heads of one part. Both margins hold what is above 0 and sum to `total`, what is not recorded included.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heads {
    pub total: i64,
    pub gender: BTreeMap<Gender, i64>,
    /// By code of the age band.
    pub age: BTreeMap<String, i64>,
}

/// What was typed for one part: any of it may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    pub total: Option<i64>,
    pub gender: BTreeMap<Gender, i64>,
    pub age: BTreeMap<String, i64>,
}

/// Why typed heads cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadsError {
    Negative,
    /// More than [`MOST_HEADS`].
    Impossible,
    /// The classes of gender sum to this, more than the total.
    GenderOverTotal(i64),
    /// The classes of age sum to this, more than the total.
    AgeOverTotal(i64),
}

impl Typed {
    /// Nothing typed at all: not counted, which is not 0.
    pub fn is_empty(&self) -> bool {
        self.total.is_none() && self.gender.is_empty() && self.age.is_empty()
    }

    /// The heads meant: without a total it is the larger of the two sums; what is missing in a margin is not recorded.
    pub fn heads(&self) -> Result<Option<Heads>, HeadsError> {
        if self.is_empty() {
            return Ok(None);
        }
        let all = || self.gender.values().chain(self.age.values()).chain(self.total.as_ref());
        if all().any(|n| *n < 0) {
            return Err(HeadsError::Negative);
        }
        if all().any(|n| *n > MOST_HEADS) {
            return Err(HeadsError::Impossible);
        }
        let (by_gender, by_age): (i64, i64) = (self.gender.values().sum(), self.age.values().sum());
        let total = self.total.unwrap_or_else(|| by_gender.max(by_age));
        if total > MOST_HEADS {
            return Err(HeadsError::Impossible);
        }
        if by_gender > total {
            return Err(HeadsError::GenderOverTotal(by_gender));
        }
        if by_age > total {
            return Err(HeadsError::AgeOverTotal(by_age));
        }
        let mut gender = self.gender.clone();
        *gender.entry(Gender::Unknown).or_default() += total - by_gender;
        gender.retain(|_, n| *n > 0);
        let mut age = self.age.clone();
        *age.entry(UNKNOWN.to_owned()).or_default() += total - by_age;
        age.retain(|_, n| *n > 0);
        Ok(Some(Heads { total, gender, age }))
    }

    /// What is meant where the heads of `last` were taken over in one act and then changed. Whatever still says the same
    /// as last time was not touched, and what was not touched gives way to what was: the total rises to what the typed
    /// classes sum to, and a margin of more heads than there are is given up, since nobody told who of them stayed away.
    /// A margin of fewer heads stays, and the others are not recorded. So only what somebody typed can refuse a save.
    pub fn taken_over(mut self, last: &Heads) -> Typed {
        let all: Vec<Gender> = Gender::ALL.iter().copied().filter(|it| *it != Gender::Unknown).collect();
        let gender_kept = all.iter().all(|class| n(&self.gender, class) == n(&last.gender, class));
        let mut bands = self.age.keys().chain(last.age.keys()).filter(|band| *band != UNKNOWN);
        let age_kept = bands.all(|band| n(&self.age, band) == n(&last.age, band));
        let typed = |kept: bool, sum: i64| if kept { 0 } else { sum };
        let (by_gender, by_age): (i64, i64) = (self.gender.values().sum(), self.age.values().sum());
        let least = typed(gender_kept, by_gender).max(typed(age_kept, by_age));
        if self.total == Some(last.total) && least > last.total {
            self.total = Some(least);
        }
        let Some(total) = self.total.or((least > 0).then_some(least)) else { return self };
        if gender_kept && by_gender > total {
            self.gender.clear();
        }
        if age_kept && by_age > total {
            self.age.clear();
        }
        self
    }
}

/// Heads of a class; none are 0.
fn n<K: Ord>(margin: &BTreeMap<K, i64>, class: &K) -> i64 {
    margin.get(class).copied().unwrap_or(0)
}

/// The three parts of an entry. `None` is not counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    pub creator: Option<Heads>,
    pub participant: Option<Heads>,
    pub audience: Option<Heads>,
}

impl Counts {
    pub fn of(&self, part: Part) -> Option<&Heads> {
        match part {
            Part::Creator => self.creator.as_ref(),
            Part::Participant => self.participant.as_ref(),
            Part::Audience => self.audience.as_ref(),
        }
    }

    pub fn set(&mut self, part: Part, heads: Option<Heads>) {
        match part {
            Part::Creator => self.creator = heads,
            Part::Participant => self.participant = heads,
            Part::Audience => self.audience = heads,
        }
    }

    /// All heads together; none where nothing was counted.
    pub fn visits(&self) -> Option<i64> {
        let counted: Vec<i64> =
            Part::ALL.iter().filter_map(|part| self.of(*part)).map(|heads| heads.total).collect();
        (!counted.is_empty()).then(|| counted.iter().sum())
    }
}
