//! Day, hours and length as typed.

use chrono::NaiveDate;

use super::Fields;
use crate::activities::check::Problem;
use crate::activities::times::{self, Times, TimesError};
use crate::units::Unit;

/// When it was, or the problem with it told.
pub fn read(fields: &Fields, unit: &Unit, date: NaiveDate, problems: &mut Vec<Problem>) -> Option<Times> {
    let mut stop = |field, key| {
        problems.push(Problem::stop(field, key));
        None
    };
    let Ok(start) = fields.clock("start") else { return stop("start", "entry-problem-clock") };
    let Ok(end) = fields.clock("end") else { return stop("end", "entry-problem-clock") };
    let Ok(duration) = fields.number("duration") else { return stop("duration", "entry-problem-number") };
    let found = match (start, end, duration) {
        (Some(start), Some(end), length) => match times::readings(unit.zone, date, start, end) {
            Ok(readings) => return one_of(&readings, length, fields, problems),
            Err(error) => Err(error),
        },
        (start, None, Some(duration)) => times::lasting(unit.zone, date, start, duration),
        (None, Some(_), _) => return stop("start", "entry-problem-start-missing"),
        _ => return stop("end", "entry-problem-end-missing"),
    };
    match found {
        Ok(times) => Some(times),
        Err(TimesError::Skipped) => {
            let begins = start.is_none_or(|start| !times::exists(unit.zone, date, start));
            stop(if begins { "start" } else { "end" }, "entry-problem-skipped")
        }
        Err(TimesError::TooLong) => stop("end", "entry-problem-too-long"),
        Err(TimesError::EndBeforeStart) => {
            problems.push(
                Problem::stop("end", "entry-problem-end-before")
                    .with("start", fields.get("start"))
                    .with("end", fields.get("end")),
            );
            None
        }
    }
}

/// What beginning and end mean: in the night that an hour comes twice it has to be asked, and a length that was typed as
/// well has to be one of those they can mean.
fn one_of(
    readings: &[Times],
    length: Option<i64>,
    fields: &Fields,
    problems: &mut Vec<Problem>,
) -> Option<Times> {
    let problem = match (readings, length) {
        ([only], None) => return Some(*only),
        (_, None) => Problem::ask("duration", "entry-ask-length"),
        (_, Some(length)) => {
            if let Some(meant) = readings.iter().find(|times| times.duration_min == length) {
                return Some(*meant);
            }
            Problem::stop("duration", "entry-problem-length-differs")
                .with("start", fields.get("start"))
                .with("end", fields.get("end"))
                .with("minutes", readings.first().map_or(0, |times| times.duration_min))
                .with("typed", length)
        }
    };
    problems.push(problem);
    None
}
