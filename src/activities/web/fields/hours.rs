//! Day, hours and length as typed.

use chrono::NaiveDate;

use super::Fields;
use crate::activities::check::Problem;
use crate::activities::times::{self, Times, TimesError};
use crate::i18n::Arg;
use crate::units::Unit;

/// When it was, or the problem with it told. What did not take place may have had no hours at all.
pub fn read(
    fields: &Fields,
    unit: &Unit,
    date: NaiveDate,
    cancelled: bool,
    problems: &mut Vec<Problem>,
) -> Option<Times> {
    let mut stop = |field, key| {
        problems.push(Problem::stop(field, key));
        None
    };
    let Ok(start) = fields.clock("start") else { return stop("start", "entry-problem-clock") };
    let Ok(end) = fields.clock("end") else { return stop("end", "entry-problem-clock") };
    let Ok(duration) = fields.number("duration") else { return stop("duration", "entry-problem-number") };
    let found = match (start, end, duration) {
        (Some(start), Some(end), length) => match times::readings(unit.zone, date, start, end) {
            Ok(readings) => return one_of(&readings, length, (start, end), problems),
            Err(error) => Err(error),
        },
        (start, None, Some(duration)) => times::lasting(unit.zone, date, start, duration),
        (start, None, None) if cancelled => times::lasting(unit.zone, date, start, 0),
        (None, Some(_), _) => return stop("start", "entry-problem-start-missing"),
        _ => return stop("end", "entry-problem-end-missing"),
    };
    match found {
        Ok(times) => Some(times),
        Err(TimesError::Skipped) => {
            let begins = start.is_none_or(|start| !times::exists(unit.zone, date, start));
            stop(if begins { "start" } else { "end" }, "entry-problem-skipped")
        }
        // Beside what made it so long: the end, or the length alone.
        Err(TimesError::TooLong) => {
            stop(if end.is_some() { "end" } else { "duration" }, "entry-problem-too-long")
        }
        Err(TimesError::Same) => {
            let same = Problem::stop("end", "entry-problem-same-time");
            problems.push(same.with("it", Arg::Clock(start.unwrap_or(0))));
            None
        }
        Err(TimesError::EndBeforeStart) => {
            problems.push(
                Problem::stop("end", "entry-problem-end-before")
                    .with("start", Arg::Clock(start.unwrap_or(0)))
                    .with("end", Arg::Clock(end.unwrap_or(0))),
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
    (start, end): (i64, i64),
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
                .with("start", Arg::Clock(start))
                .with("end", Arg::Clock(end))
                .with("minutes", readings.first().map_or(0, |times| times.duration_min))
                .with("typed", length)
        }
    };
    problems.push(problem);
    None
}
