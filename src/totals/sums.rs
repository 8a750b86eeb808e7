//! What is added up.

use std::ops::{Add, AddAssign, Neg, Sub};

use serde::{Deserialize, Serialize};

/// Minutes are minutes; heads are heads. Their order is what a stored sheet is read by ([`super::FORMAT`]).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sums {
    pub held: i64,
    pub duration_min: i64,
    /// Per unit and day the union of its open hours; not kept where it would not be additive.
    pub opening_min: i64,
    pub group_min: i64,
    pub creators: i64,
    pub participants: i64,
    pub audience: i64,
    pub created_min: i64,
    pub first_visits: i64,
    pub staff_min: i64,
    pub prep_min: i64,
    pub volunteer_min: i64,
}

impl Sums {
    pub fn visits(&self) -> i64 {
        self.creators + self.participants + self.audience
    }

    pub fn is_nothing(&self) -> bool {
        *self == Sums::default()
    }

    /// The same without opening hours, which belong to units and days alone.
    pub fn without_opening(self) -> Sums {
        Sums { opening_min: 0, ..self }
    }
}

impl AddAssign for Sums {
    fn add_assign(&mut self, other: Sums) {
        self.held += other.held;
        self.duration_min += other.duration_min;
        self.opening_min += other.opening_min;
        self.group_min += other.group_min;
        self.creators += other.creators;
        self.participants += other.participants;
        self.audience += other.audience;
        self.created_min += other.created_min;
        self.first_visits += other.first_visits;
        self.staff_min += other.staff_min;
        self.prep_min += other.prep_min;
        self.volunteer_min += other.volunteer_min;
    }
}

impl Add for Sums {
    type Output = Sums;
    fn add(mut self, other: Sums) -> Sums {
        self += other;
        self
    }
}

impl Neg for Sums {
    type Output = Sums;
    fn neg(self) -> Sums {
        Sums {
            held: -self.held,
            duration_min: -self.duration_min,
            opening_min: -self.opening_min,
            group_min: -self.group_min,
            creators: -self.creators,
            participants: -self.participants,
            audience: -self.audience,
            created_min: -self.created_min,
            first_visits: -self.first_visits,
            staff_min: -self.staff_min,
            prep_min: -self.prep_min,
            volunteer_min: -self.volunteer_min,
        }
    }
}

impl Sub for Sums {
    type Output = Sums;
    fn sub(self, other: Sums) -> Sums {
        self + -other
    }
}

impl std::iter::Sum for Sums {
    fn sum<I: Iterator<Item = Sums>>(all: I) -> Sums {
        all.fold(Sums::default(), Add::add)
    }
}
