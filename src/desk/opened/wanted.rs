//! Which figure, and which part of it, the address asks for.

use serde::Deserialize;

use crate::desk::overview::Beside;
use crate::measures::{Axis, Measure};

/// `measure=visits`, and optionally `by=gender&of=girl`, several members with commas between; `beside=ago` for the
/// period a year ago that the one of the address is compared with.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Wanted {
    measure: Option<String>,
    by: Option<String>,
    of: Option<String>,
    beside: Option<String>,
    rows: Option<String>,
    less: Option<String>,
}

impl Wanted {
    /// Visits where the address says nothing that can be understood.
    pub fn measure(&self) -> Measure {
        let code = self.measure.as_deref().unwrap_or("");
        Measure::ALL.into_iter().find(|measure| measure.code() == code).unwrap_or(Measure::Visits)
    }

    pub fn beside(&self) -> Option<Beside> {
        self.beside.as_deref().and_then(Beside::from_code)
    }

    /// Whether activities and months are wanted where entries would be shown.
    pub fn by_month(&self) -> bool {
        self.rows.as_deref() == Some("months")
    }

    /// Whether the address was of entries, and more narrowly chosen than figures can be.
    pub fn is_less(&self) -> bool {
        self.less.is_some()
    }

    /// The part asked for, if the axis can split the measure.
    pub fn part(&self) -> Option<(Axis, Vec<&str>)> {
        let axis = Axis::from_code(self.by.as_deref()?)?;
        let codes: Vec<&str> = self.of.as_deref()?.split(',').filter(|code| !code.is_empty()).collect();
        (axis.splits(self.measure()) && !codes.is_empty()).then_some((axis, codes))
    }
}

/// The two sums a ratio is made of.
pub fn parts_of(measure: Measure) -> Option<(Measure, Measure)> {
    match measure {
        Measure::VisitsPerOccasion => Some((Measure::Visits, Measure::ActivitiesHeld)),
        Measure::CreatedShare => Some((Measure::CreatedMin, Measure::YouthWorkMin)),
        Measure::CreatorsShare => Some((Measure::Creators, Measure::Visits)),
        _ => None,
    }
}
