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
    fn ratio(above: i64, below: i64) -> Amount {
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

    /// The value for these sums: the one place where each measure is computed.
    pub fn of(self, sums: &Sums) -> Amount {
        match self {
            Measure::ActivitiesHeld => Amount::Whole(sums.held),
            Measure::YouthWorkMin => Amount::Whole(sums.duration_min),
            Measure::OpeningMin => Amount::Whole(sums.opening_min),
            Measure::GroupMin => Amount::Whole(sums.group_min),
            Measure::Visits => Amount::Whole(sums.visits()),
            Measure::Creators => Amount::Whole(sums.creators),
            Measure::Participants => Amount::Whole(sums.participants),
            Measure::Audience => Amount::Whole(sums.audience),
            Measure::VisitsPerOccasion => Amount::ratio(sums.visits(), sums.held),
            Measure::CreatedMin => Amount::Whole(sums.created_min),
            Measure::CreatedShare => Amount::ratio(sums.created_min, sums.duration_min),
            Measure::CreatorsShare => Amount::ratio(sums.creators, sums.visits()),
            Measure::FirstVisits => Amount::Whole(sums.first_visits),
            Measure::StaffMin => Amount::Whole(sums.staff_min),
            Measure::PrepMin => Amount::Whole(sums.prep_min),
            Measure::VolunteerMin => Amount::Whole(sums.volunteer_min),
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
