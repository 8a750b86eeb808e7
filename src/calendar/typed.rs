//! A date as somebody typed it, and what is wrong with it.

use super::rule::{Covers, Due, Kind, Send, When};
use crate::form::{Fields, Wrong, tidy};
use crate::i18n::Text18;
use crate::measures::Length;
use crate::units::{self, Unit};

/// The longest name, in characters.
pub const LONGEST: usize = 120;

/// A report or a form that units can owe.
#[derive(Clone, Debug)]
pub struct Paper {
    pub kind: Kind,
    pub code: String,
    /// Kinds of units it is for; none: all.
    pub kinds: Vec<String>,
    pub lengths: Vec<Length>,
}

/// What there is to choose from.
#[derive(Clone, Debug)]
pub struct Offer {
    pub papers: Vec<Paper>,
    pub units: Vec<Unit>,
    pub kinds: Vec<units::Kind>,
    pub languages: Vec<String>,
}

impl Offer {
    pub fn paper(&self, kind: Kind, code: &str) -> Option<&Paper> {
        self.papers.iter().find(|it| it.kind == kind && it.code == code)
    }
}

/// What a date asks for, as one choice: `report:centre-year`, `closing`.
pub fn what(kind: Kind, template: Option<&str>) -> String {
    template.map_or_else(|| kind.code().to_owned(), |template| format!("{}:{template}", kind.code()))
}

/// A date as it is shown in a form.
pub fn fields(due: &Due, unit: &str, languages: &[String]) -> Fields {
    let number = |n: Option<u32>| n.map_or_else(String::new, |n| n.to_string());
    let plain = [
        ("what", what(due.kind, due.template.as_deref())),
        ("covers", due.covers.map_or("", Covers::code).to_owned()),
        ("unit", unit.to_owned()),
        ("unit_kind", due.unit_kind.clone().unwrap_or_default()),
        ("month", number(due.when.month)),
        ("day", number(due.when.day)),
        ("from_month", number(due.when.from.map(|(month, _)| month))),
        ("from_day", number(due.when.from.and_then(|(_, day)| day))),
        ("send", due.send.code().to_owned()),
    ];
    let mut all: Vec<(String, String)> =
        plain.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    let name = |lang: &String| (format!("name_{lang}"), due.name.get(lang).unwrap_or("").to_owned());
    all.extend(languages.iter().map(name));
    for (name, ticked) in
        [("remind", due.remind), ("to_viewers", due.to_viewers), ("to_mentors", due.to_mentors)]
    {
        if ticked {
            all.push((name.to_owned(), "yes".to_owned()));
        }
    }
    Fields(all)
}

/// The days that a month may have.
fn days(month: u32) -> u32 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A number that may be left out.
fn number(fields: &Fields, name: &str, most: u32, key: &'static str, wrong: &mut Vec<Wrong>) -> Option<u32> {
    let text = fields.get(name).trim().trim_end_matches('.');
    if text.is_empty() {
        return None;
    }
    let found = text.parse().ok().filter(|n| (1..=most).contains(n));
    if found.is_none() {
        wrong.push(Wrong::new(name, key).arg("n", i64::from(most)));
    }
    found
}

fn when(fields: &Fields, wrong: &mut Vec<Wrong>) -> When {
    let month = number(fields, "month", 12, "due-month-wrong", wrong);
    let day = number(fields, "day", month.map_or(31, days), "due-day-wrong", wrong);
    let from_month = number(fields, "from_month", 12, "due-month-wrong", wrong);
    let from_day = number(fields, "from_day", from_month.map_or(31, days), "due-day-wrong", wrong);
    if from_month.is_some() && month.is_none() {
        wrong.push(Wrong::new("from_month", "due-from-of-what"));
    } else if from_day.is_some() && from_month.is_none() {
        wrong.push(Wrong::new("from_day", "due-from-month-missing"));
    }
    When { month, day, from: from_month.map(|month| (month, from_day)) }
}

fn name(fields: &Fields, offer: &Offer, wrong: &mut Vec<Wrong>) -> Text18 {
    let name = fields.text("name", &offer.languages, &Text18::default());
    for (lang, text) in name.iter() {
        if text.chars().count() > LONGEST {
            let most = i64::try_from(LONGEST).unwrap_or(i64::MAX);
            wrong.push(Wrong::new(&format!("name_{lang}"), "due-name-long").arg("n", most));
        }
    }
    name
}

/// What a date asks for: kind, and code of the report or form.
fn asks(fields: &Fields, offer: &Offer) -> Option<(Kind, Option<String>)> {
    let (kind, code) = match fields.get("what").split_once(':') {
        Some((kind, code)) => (kind, Some(code)),
        None => (fields.get("what"), None),
    };
    let kind = Kind::from_code(kind)?;
    match (kind, code) {
        (Kind::Report | Kind::Pack, Some(code)) => {
            offer.paper(kind, code).map(|paper| (kind, Some(paper.code.clone())))
        }
        (Kind::Report | Kind::Pack, None) | (_, Some(_)) => None,
        (kind, None) => Some((kind, None)),
    }
}

/// What is wrong with the time that something owed is about.
fn about(covers: Option<Covers>, kind: Kind, paper: Option<&Paper>, when: &When) -> Option<&'static str> {
    let Some(covers) = covers else { return Some("due-covers-missing") };
    let fits = match paper {
        Some(paper) => paper.lengths.contains(&covers.length()),
        None => covers.length() != Length::HalfYear,
    };
    match () {
        () if !fits && kind == Kind::Closing => Some("due-covers-closing"),
        () if !fits => Some("due-covers-other"),
        () if when.month.is_none() && covers != Covers::MonthBefore => Some("due-covers-monthly"),
        () => None,
    }
}

/// Reads a date.
pub fn due(fields: &Fields, offer: &Offer) -> Result<Due, Vec<Wrong>> {
    let mut wrong = Vec::new();
    let asked = asks(fields, offer);
    if asked.is_none() {
        wrong.push(Wrong::new("what", "due-what-missing"));
    }
    let name = name(fields, offer, &mut wrong);
    let when = when(fields, &mut wrong);
    let (kind, template) = asked.unwrap_or_default();
    let paper = template.as_deref().and_then(|code| offer.paper(kind, code));
    let covers = Covers::from_code(fields.get("covers")).filter(|_| kind.is_owed());
    if kind.is_owed() {
        wrong.extend(about(covers, kind, paper, &when).map(|key| Wrong::new("covers", key)));
    } else if name.is_empty() && wrong.iter().all(|it| it.field != "what") {
        let first = offer.languages.first().map_or("", String::as_str);
        wrong.push(Wrong::new(&format!("name_{first}"), "due-name-missing"));
    }
    let unit = offer.units.iter().find(|it| it.code == fields.get("unit"));
    if unit.is_none() {
        wrong.push(Wrong::new("unit", "due-unit-missing"));
    }
    let unit_kind = Some(tidy(fields.get("unit_kind"))).filter(|code| !code.is_empty());
    let of_kind = unit_kind.as_deref().or(unit.map(|it| it.kind.as_str()));
    let known = |code: &str| offer.kinds.iter().any(|kind| kind.code == code);
    match (of_kind, paper) {
        (Some(code), _) if !known(code) => wrong.push(Wrong::new("unit_kind", "due-kind-missing")),
        (Some(code), Some(paper)) if !paper.kinds.is_empty() && paper.kinds.iter().all(|it| it != code) => {
            wrong.push(Wrong::new("unit_kind", "due-kind-unfit"));
        }
        _ => {}
    }
    let send = match (kind, fields.get("send")) {
        (Kind::Report, "") => Some(Send::Nothing),
        (Kind::Report, code) => Send::from_code(code),
        _ => Some(Send::Nothing),
    };
    let sends = send.is_some_and(|send| send != Send::Nothing);
    let (to_viewers, to_mentors) = (fields.has("to_viewers") && sends, fields.has("to_mentors") && sends);
    if send.is_none() {
        wrong.push(Wrong::new("send", "due-send-missing"));
    } else if sends && !to_viewers && !to_mentors {
        wrong.push(Wrong::new("to_viewers", "due-to-missing"));
    }
    match (unit, send) {
        (Some(unit), Some(send)) if wrong.is_empty() => Ok(Due {
            kind,
            name,
            template,
            covers,
            unit_id: unit.id,
            unit_kind,
            when,
            remind: kind.is_owed() && fields.has("remind"),
            send,
            to_viewers,
            to_mentors,
        }),
        _ => Err(wrong),
    }
}
