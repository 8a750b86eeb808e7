//! What figures can be split by.

use super::measure::Measure;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Axis {
    Kind,
    PlaceKind,
    Part,
    Gender,
    AgeBand,
    Weekday,
    Month,
    Unit,
    MainTag,
    MainField,
    /// Overlapping: an entry may carry several tags.
    Tag,
    Field,
}

impl Axis {
    pub const ALL: [Axis; 12] = [
        Axis::Kind,
        Axis::PlaceKind,
        Axis::Part,
        Axis::Gender,
        Axis::AgeBand,
        Axis::Weekday,
        Axis::Month,
        Axis::Unit,
        Axis::MainTag,
        Axis::MainField,
        Axis::Tag,
        Axis::Field,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Axis::Kind => "kind",
            Axis::PlaceKind => "place_kind",
            Axis::Part => "part",
            Axis::Gender => "gender",
            Axis::AgeBand => "age_band",
            Axis::Weekday => "weekday",
            Axis::Month => "month",
            Axis::Unit => "unit",
            Axis::MainTag => "main_tag",
            Axis::MainField => "main_field",
            Axis::Tag => "tag",
            Axis::Field => "field",
        }
    }

    pub fn from_code(code: &str) -> Option<Axis> {
        Axis::ALL.into_iter().find(|axis| axis.code() == code)
    }

    /// Members of a partition exclude one another and add up to the whole.
    pub fn partitions(self) -> bool {
        !matches!(self, Axis::Tag | Axis::Field)
    }

    /// Whether a measure can be split by this axis: heads by everything, the rest by what an entry has one of.
    pub fn splits(self, measure: Measure) -> bool {
        match self {
            Axis::Gender | Axis::AgeBand => {
                matches!(
                    measure,
                    Measure::Visits | Measure::Creators | Measure::Participants | Measure::Audience
                )
            }
            Axis::Part => measure == Measure::Visits,
            // Two open rooms at once open the house once, so opening hours add up over unit and day only.
            _ if measure == Measure::OpeningMin => matches!(self, Axis::Weekday | Axis::Month | Axis::Unit),
            _ => true,
        }
    }
}
