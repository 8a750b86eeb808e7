//! What was typed into the forms of bodies, or what is wrong with it.

use chrono::{Datelike, Days, NaiveDate};
use uuid::Uuid;

use super::body::{Body, Kind, Meeting, Membership, Seat};
use crate::form::{Fields, Names, Wrong, lines, tidy};
use crate::units::{self, LONGEST_NAME};

/// Characters in minutes, in a decision, and lines of decisions.
pub const MINUTES: usize = 20_000;
const DECISION: usize = 1_000;
const DECISIONS: usize = 60;
const PLACE: usize = 200;
const PRESENT: i64 = 100_000;

type Typed<T> = std::result::Result<T, Vec<Wrong>>;

fn most(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

pub fn body(fields: &Fields, languages: &[String]) -> Typed<Body> {
    let mut wrong = Vec::new();
    let typed: Vec<(String, String)> =
        languages.iter().map(|lang| (lang.clone(), fields.get(&format!("name_{lang}")).to_owned())).collect();
    let names =
        Names { typed: &typed, most: LONGEST_NAME, missing: "body-name-missing", long: "body-name-long" };
    let name = names.read(&mut wrong);
    let kind = Kind::from_code(fields.get("kind"));
    if kind.is_none() {
        wrong.push(Wrong::new("kind", "body-kind-missing"));
    }
    let within = match fields.get("within") {
        "" => None,
        id => match id.parse::<Uuid>() {
            Ok(id) => Some(id),
            Err(_) => {
                wrong.push(Wrong::new("within", "body-within-gone"));
                None
            }
        },
    };
    match kind {
        Some(kind) if wrong.is_empty() => Ok(Body { kind, name, within }),
        _ => Err(wrong),
    }
}

fn day(wrong: &mut Vec<Wrong>, field: &str, text: &str) -> Option<NaiveDate> {
    let found = units::file::date(text).filter(|day| (1990..2101).contains(&day.year()));
    if found.is_none() {
        wrong.push(Wrong::new(field, "body-day-wrong"));
    }
    found
}

/// From when until when somebody sits in a body, and as what; without a first day from today on.
pub fn membership(fields: &Fields, today: NaiveDate) -> Typed<Membership> {
    let mut wrong = Vec::new();
    let seat = Seat::from_code(fields.get("seat")).unwrap_or(Seat::Member);
    let from_on = match fields.get("from_on").trim() {
        "" => Some(today),
        text => day(&mut wrong, "from_on", text),
    };
    let last = match fields.get("last_on").trim() {
        "" => None,
        text => day(&mut wrong, "last_on", text),
    };
    if let (Some(from), Some(last)) = (from_on, last)
        && last < from
    {
        wrong.push(Wrong::new("last_on", "body-last-before"));
    }
    match from_on {
        Some(from_on) if wrong.is_empty() => {
            Ok(Membership { seat, from_on, until_on: last.map(|last| last + Days::new(1)) })
        }
        _ => Err(wrong),
    }
}

pub fn meeting(fields: &Fields) -> Typed<Meeting> {
    let mut wrong = Vec::new();
    let held_on = day(&mut wrong, "held_on", fields.get("held_on"));
    let place = tidy(fields.get("place"));
    if place.chars().count() > PLACE {
        wrong.push(Wrong::new("place", "body-long").arg("n", most(PLACE)));
    }
    let present = match fields.get("present").trim() {
        "" => None,
        text => match text.parse::<i64>() {
            Ok(n) if (0..=PRESENT).contains(&n) => Some(n),
            _ => {
                wrong.push(Wrong::new("present", "body-present-wrong"));
                None
            }
        },
    };
    let minutes = lines(fields.get("minutes"));
    if minutes.chars().count() > MINUTES {
        wrong.push(Wrong::new("minutes", "body-long").arg("n", most(MINUTES)));
    }
    let decisions: Vec<String> =
        lines(fields.get("decisions")).lines().map(tidy).filter(|line| !line.is_empty()).collect();
    if decisions.iter().any(|line| line.chars().count() > DECISION) {
        wrong.push(Wrong::new("decisions", "body-long").arg("n", most(DECISION)));
    }
    if decisions.len() > DECISIONS {
        wrong.push(Wrong::new("decisions", "body-many").arg("n", most(DECISIONS)));
    }
    match held_on {
        Some(held_on) if wrong.is_empty() => Ok(Meeting { held_on, place, present, minutes, decisions }),
        _ => Err(wrong),
    }
}
