//! What one held entry adds.

use chrono::NaiveDate;
use uuid::Uuid;

use super::sums::Sums;
use crate::vocabulary::{Gender, Kind, Part, PlaceKind};

/// What one held entry adds to figures. Minutes are minutes, heads are heads; not counted is 0 here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    pub date: NaiveDate,
    pub kind: Kind,
    pub place_kind: PlaceKind,
    pub start_min: Option<i64>,
    pub duration_min: i64,
    pub created_min: i64,
    pub creators: i64,
    pub participants: i64,
    pub audience: i64,
    pub first_visits: i64,
    pub staff_min: i64,
    pub prep_min: i64,
    pub volunteer_min: i64,
    pub main_tag: Option<Uuid>,
    pub main_field: Option<Uuid>,
    /// Further tags and fields: each once, and none that is a main one.
    pub further: Vec<Uuid>,
    /// Whether any of its terms is a tag; a field.
    pub has_tag: bool,
    pub has_field: bool,
    pub gender: Vec<(Part, Gender, i64)>,
    /// By code of the band.
    pub age: Vec<(Part, String, i64)>,
}

impl Fact {
    /// The entry's sums. Opening hours are no entry's own: they are counted per unit and day.
    pub fn sums(&self) -> Sums {
        Sums {
            held: 1,
            duration_min: self.duration_min,
            opening_min: 0,
            group_min: if self.kind == Kind::Group { self.duration_min } else { 0 },
            creators: self.creators,
            participants: self.participants,
            audience: self.audience,
            created_min: self.created_min,
            first_visits: self.first_visits,
            staff_min: self.staff_min,
            prep_min: self.prep_min,
            volunteer_min: self.volunteer_min,
        }
    }
}
