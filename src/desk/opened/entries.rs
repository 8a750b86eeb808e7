//! The list of entries that comes to a figure, for whoever may see them.

use crate::desk::overview::Scene;
use crate::measures::{Axis, Measure, Period};
use crate::vocabulary::{Kind, Part};
use crate::web::encoded;

/// What the list of entries calls the members of an axis.
fn name(axis: Axis) -> Option<&'static str> {
    Some(match axis {
        Axis::AgeBand => "age",
        // The list's own dates say the months.
        Axis::Month => return None,
        axis => axis.code(),
    })
}

/// What a list shows the total of, and what narrows it to that. None: a ratio, or nothing that entries add up to.
fn narrowing(measure: Measure) -> Option<Option<(Axis, &'static str)>> {
    let part = |part: Part| Some(Some((Axis::Part, part.code())));
    match measure {
        Measure::ActivitiesHeld
        | Measure::YouthWorkMin
        | Measure::Visits
        | Measure::CreatedMin
        | Measure::FirstVisits => Some(None),
        Measure::Creators => part(Part::Creator),
        Measure::Participants => part(Part::Participant),
        Measure::Audience => part(Part::Audience),
        Measure::GroupMin => Some(Some((Axis::Kind, Kind::Group.code()))),
        Measure::OpeningMin
        | Measure::VisitsPerOccasion
        | Measure::CreatedShare
        | Measure::CreatorsShare
        | Measure::StaffMin
        | Measure::PrepMin
        | Measure::VolunteerMin => None,
    }
}

/// Held entries of a part of the scene's period or of all of it, narrowed by members of axes.
pub fn list(scene: &Scene, period: Option<&Period>, narrowed: &[(&str, String)]) -> Option<String> {
    let narrowed: String = narrowed.iter().map(|(name, of)| format!("&{name}={}", encoded(of))).collect();
    let (first, last) = scene.listed().filter(|_| scene.sees_entries)?;
    let (from, to) = period.map_or((first, last), |it| (it.from.max(first), it.last().min(last)));
    let list = || format!("{}/entries?from={from}&to={to}&status=held{narrowed}", scene.unit.address());
    (from <= to).then(list)
}

/// What narrows a list to a part of a measure. None where no list comes to it.
pub fn narrowed(measure: Measure, part: Option<(Axis, &[&str])>) -> Option<Vec<(&'static str, String)>> {
    let mut narrowed = Vec::new();
    if let Some((axis, codes)) = part {
        narrowed.push((name(axis)?, codes.join(",")));
    }
    if let Some((axis, code)) = narrowing(measure)? {
        let name = name(axis)?;
        match part {
            // Both at once: the part has to hold the kind, and then the kind says it all.
            Some((of, codes)) if of == axis && codes.contains(&code) => narrowed[0].1 = code.to_owned(),
            Some((of, _)) if of == axis => return None,
            _ => narrowed.push((name, code.to_owned())),
        }
    }
    Some(narrowed)
}

/// [`narrowed`], and for a ratio all entries that either of its sums is made of; with what each line has to say for the
/// figure to be seen in it.
pub fn told(measure: Measure, part: Option<(Axis, &[&str])>) -> Option<Vec<(&'static str, String)>> {
    let mut told = narrowed(measure, part).or_else(|| narrowed(Measure::ActivitiesHeld, part))?;
    let says_more =
        [Measure::CreatedMin, Measure::CreatedShare, Measure::CreatorsShare, Measure::FirstVisits];
    if says_more.contains(&measure) {
        told.push(("shows", measure.code().to_owned()));
    }
    Some(told)
}

/// The list that comes to a figure of this unit's own entries.
pub fn of_figure(scene: &Scene, measure: Measure, part: Option<(Axis, &[&str])>) -> Option<String> {
    let own = |(axis, codes): (Axis, &[&str])| axis == Axis::Unit && *codes == [scene.unit.code.as_str()];
    if !scene.alone && !part.is_some_and(own) {
        return None;
    }
    narrowed(measure, part)?;
    list(scene, None, &told(measure, part)?)
}
