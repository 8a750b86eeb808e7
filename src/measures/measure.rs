//! The measures and their arithmetic: sums, and ratios of sums, never means of ratios.

use crate::totals::Sums;

/// A figure's value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Amount {
    Whole(i64),
    /// A ratio of two sums.
    Ratio(f64),
    /// Nothing to divide by.
    None,
}

impl Amount {
    #[allow(clippy::cast_precision_loss)]
    pub fn ratio(above: i64, below: i64) -> Amount {
        if below == 0 { Amount::None } else { Amount::Ratio(above as f64 / below as f64) }
    }

    /// As a number, 0 where there is none.
    #[allow(clippy::cast_precision_loss)]
    pub fn number(self) -> f64 {
        match self {
            Amount::Whole(n) => n as f64,
            Amount::Ratio(ratio) => ratio,
            Amount::None => 0.0,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    ActivitiesHeld,
    YouthWorkMin,
    OpeningMin,
    GroupMin,
    Visits,
    Creators,
    Participants,
    Audience,
    VisitsPerOccasion,
    CreatedMin,
    CreatedShare,
    CreatorsShare,
    FirstVisits,
    StaffMin,
    PrepMin,
    VolunteerMin,
}

impl Measure {
    pub const ALL: [Measure; 16] = [
        Measure::ActivitiesHeld,
        Measure::YouthWorkMin,
        Measure::OpeningMin,
        Measure::GroupMin,
        Measure::Visits,
        Measure::Creators,
        Measure::Participants,
        Measure::Audience,
        Measure::VisitsPerOccasion,
        Measure::CreatedMin,
        Measure::CreatedShare,
        Measure::CreatorsShare,
        Measure::FirstVisits,
        Measure::StaffMin,
        Measure::PrepMin,
        Measure::VolunteerMin,
    ];

    pub fn from_code(code: &str) -> Option<Measure> {
        Measure::ALL.into_iter().find(|measure| measure.code() == code)
    }

    pub fn code(self) -> &'static str {
        match self {
            Measure::ActivitiesHeld => "activities_held",
            Measure::YouthWorkMin => "youth_work_min",
            Measure::OpeningMin => "opening_min",
            Measure::GroupMin => "group_min",
            Measure::Visits => "visits",
            Measure::Creators => "creators",
            Measure::Participants => "participants",
            Measure::Audience => "audience",
            Measure::VisitsPerOccasion => "visits_per_occasion",
            Measure::CreatedMin => "created_min",
            Measure::CreatedShare => "created_share",
            Measure::CreatorsShare => "creators_share",
            Measure::FirstVisits => "first_visits",
            Measure::StaffMin => "staff_min",
            Measure::PrepMin => "prep_min",
            Measure::VolunteerMin => "volunteer_min",
        }
    }

    /// What the value counts: `count`, `min` (minutes), `person_min`, `heads`, `share` (0 to 1), `heads_per_activity`.
    pub fn unit(self) -> &'static str {
        match self {
            Measure::ActivitiesHeld => "count",
            Measure::YouthWorkMin | Measure::OpeningMin | Measure::GroupMin | Measure::CreatedMin => "min",
            Measure::Visits
            | Measure::Creators
            | Measure::Participants
            | Measure::Audience
            | Measure::FirstVisits => "heads",
            Measure::VisitsPerOccasion => "heads_per_activity",
            Measure::CreatedShare | Measure::CreatorsShare => "share",
            Measure::StaffMin | Measure::PrepMin | Measure::VolunteerMin => "person_min",
        }
    }

    /// Grows when the definition changes, so that a figure that was handed on tells by which one it was counted.
    pub fn version(self) -> i64 {
        1
    }

    /// The value for these sums.
    pub fn of(self, sums: &Sums) -> Amount {
        match self.parts(sums) {
            (whole, None) => Amount::Whole(whole),
            (above, Some(below)) => Amount::ratio(above, below),
        }
    }

    /// The sum, or the two sums of a ratio: the one place where each measure is computed.
    pub fn parts(self, sums: &Sums) -> (i64, Option<i64>) {
        match self {
            Measure::ActivitiesHeld => (sums.held, None),
            Measure::YouthWorkMin => (sums.duration_min, None),
            Measure::OpeningMin => (sums.opening_min, None),
            Measure::GroupMin => (sums.group_min, None),
            Measure::Visits => (sums.visits(), None),
            Measure::Creators => (sums.creators, None),
            Measure::Participants => (sums.participants, None),
            Measure::Audience => (sums.audience, None),
            Measure::VisitsPerOccasion => (sums.visits(), Some(sums.held)),
            Measure::CreatedMin => (sums.created_min, None),
            Measure::CreatedShare => (sums.created_min, Some(sums.duration_min)),
            Measure::CreatorsShare => (sums.creators, Some(sums.visits())),
            Measure::FirstVisits => (sums.first_visits, None),
            Measure::StaffMin => (sums.staff_min, None),
            Measure::PrepMin => (sums.prep_min, None),
            Measure::VolunteerMin => (sums.volunteer_min, None),
        }
    }

    /// Sums that the parts of a partition add up to; ratios do not.
    pub fn additive(self) -> bool {
        !matches!(self, Measure::VisitsPerOccasion | Measure::CreatedShare | Measure::CreatorsShare)
    }

    /// What colleagues and volunteers spent is for those who lead them.
    pub fn about_staff(self) -> bool {
        matches!(self, Measure::StaffMin | Measure::PrepMin | Measure::VolunteerMin)
    }
}
