//! The form of an activity: what was typed, and what has to hold of it.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::activities::activity::{Activity, Weekday};
use crate::activities::times;
use crate::form::{Names, Wrong, tidy};
use crate::i18n::Text18;
use crate::units::code::proposed;
use crate::units::file::date;
use crate::units::{LONGEST_NAME, Unit};
use crate::vocabulary::{Kind, PlaceKind, Project, Term, Vocabulary};

/// Usual times a day may have.
pub const MOST_TIMES: usize = 6;

/// A usual time as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedTime {
    /// 1 Monday … 7 Sunday.
    pub weekday: i64,
    /// Which of the day's times, from 1.
    pub nth: usize,
    pub from: String,
    pub to: String,
}

/// The form as typed.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// Language and text, for each of the network's languages.
    pub names: Vec<(String, String)>,
    pub kind: String,
    pub place_kind: String,
    pub main_tag: String,
    pub main_field: String,
    pub project: String,
    /// Further tags and fields.
    pub terms: Vec<String>,
    pub place: String,
    pub from: String,
    /// The last day it is offered; empty while it goes on.
    pub last: String,
    pub start: String,
    pub end: String,
    pub times: Vec<TypedTime>,
    /// From when other usual times hold; empty is today.
    pub week_from: String,
    /// What the form said there when it was opened, which may have been on another day.
    pub week_shown: String,
}

/// What the rules have to know beside the form.
pub struct Ground<'a> {
    pub unit: &'a Unit,
    pub terms: &'a [Term],
    pub projects: &'a [Project],
    /// First and last day of what was recorded of it.
    pub recorded: Option<(NaiveDate, NaiveDate)>,
    /// Of one that is there already: the day from which other usual times hold, if nothing else is said.
    pub today: Option<NaiveDate>,
}

/// Beginning and length from two clock times; none where both are empty.
fn span(from: &str, to: &str) -> Result<Option<(i64, i64)>, &'static str> {
    let (from, to) = (tidy(from), tidy(to));
    match (from.is_empty(), to.is_empty()) {
        (true, true) => return Ok(None),
        (true, false) | (false, true) => return Err("offer-time-half"),
        (false, false) => {}
    }
    let (Some(start), Some(end)) = (times::clock(&from), times::clock(&to)) else {
        return Err("offer-time-wrong");
    };
    let length = if end > start { end - start } else { end + 1440 - start };
    if end == start || end < start && length > times::LONGEST_OVER_MIDNIGHT {
        return Err("offer-end-before-start");
    }
    Ok(Some((start, length)))
}

impl Typed {
    /// The form that shows an activity.
    pub fn of(activity: &Activity, languages: &[String]) -> Typed {
        let times = activity.default_start_min.zip(activity.default_duration_min);
        let id = |id: Option<Uuid>| id.map_or_else(String::new, |id| id.to_string());
        let mut typed = Typed {
            names: languages
                .iter()
                .map(|lang| (lang.clone(), activity.name.get(lang).unwrap_or("").to_owned()))
                .collect(),
            kind: activity.kind.code().into(),
            place_kind: activity.place_kind.code().into(),
            main_tag: id(activity.main_tag),
            main_field: id(activity.main_field),
            project: id(activity.project),
            terms: activity.terms.iter().map(Uuid::to_string).collect(),
            place: activity.place.clone().unwrap_or_default(),
            from: activity.from_on.to_string(),
            last: activity.last_on().map_or_else(String::new, |day| day.to_string()),
            start: times.map_or_else(String::new, |(start, _)| times::written(start)),
            end: times.map_or_else(String::new, |(start, length)| times::written(start + length)),
            times: Vec::new(),
            week_from: String::new(),
            week_shown: String::new(),
        };
        for usual in &activity.weekdays {
            let nth = typed.times.iter().filter(|it| it.weekday == usual.weekday).count() + 1;
            typed.times.push(TypedTime {
                weekday: usual.weekday,
                nth,
                from: times::written(usual.start_min),
                to: times::written(usual.start_min + usual.duration_min),
            });
        }
        typed
    }

    /// The activity that `before` becomes (or a new one), or everything that is wrong.
    pub fn offer(&self, ground: &Ground<'_>, before: &Activity) -> Result<Activity, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let mut offer = before.clone();
        offer.name = self.name(before, &mut wrong);
        match Kind::from_code(&self.kind) {
            Some(kind) => offer.kind = kind,
            None => wrong.push(Wrong::new("kind", "offer-kind-missing")),
        }
        match PlaceKind::from_code(&self.place_kind) {
            Some(kind) => offer.place_kind = kind,
            None => wrong.push(Wrong::new("place_kind", "offer-place-kind-missing")),
        }
        offer.main_tag = term(ground, Vocabulary::Tag, &self.main_tag, "main_tag", &mut wrong);
        offer.main_field = term(ground, Vocabulary::Field, &self.main_field, "main_field", &mut wrong);
        offer.project = match self.project.parse::<Uuid>() {
            Ok(id) if ground.projects.iter().any(|project| project.id == id) => Some(id),
            _ => {
                if !self.project.is_empty() {
                    wrong.push(Wrong::new("project", "offer-not-in-list"));
                }
                None
            }
        };
        offer.terms = self.further(ground, &offer);
        let place = tidy(&self.place);
        if place.chars().count() > LONGEST_NAME {
            wrong.push(
                Wrong::new("place", "unit-place-long")
                    .arg("n", i64::try_from(LONGEST_NAME).unwrap_or(i64::MAX)),
            );
        }
        offer.place = Some(place).filter(|place| !place.is_empty());
        self.period(ground, &mut offer, &mut wrong);
        match span(&self.start, &self.end) {
            // A length without a beginning is not asked for here, and stays.
            Ok(None) if before.default_start_min.is_none() => {}
            Ok(times) => (offer.default_start_min, offer.default_duration_min) = times.unzip(),
            Err(key) => wrong.push(Wrong::new("start", key)),
        }
        self.week(ground, &mut offer, &mut wrong);
        if wrong.is_empty() { Ok(offer) } else { Err(wrong) }
    }

    fn name(&self, before: &Activity, wrong: &mut Vec<Wrong>) -> Text18 {
        // A name in a language the form does not ask for stays.
        let asked = |lang: &str| self.names.iter().any(|(it, _)| it == lang);
        let names = Names {
            typed: &self.names,
            most: LONGEST_NAME,
            missing: "unit-name-missing",
            long: "unit-name-long",
        };
        let mut name = names.read(wrong);
        for (lang, text) in before.name.iter().filter(|(lang, _)| !asked(lang)) {
            name.set(lang, text);
        }
        name
    }

    /// Further tags and fields: each once, and the main ones not again.
    fn further(&self, ground: &Ground<'_>, offer: &Activity) -> Vec<Uuid> {
        let mut terms: Vec<Uuid> = ground
            .terms
            .iter()
            .filter(|term| matches!(term.vocabulary, Vocabulary::Tag | Vocabulary::Field))
            .map(|term| term.id)
            .filter(|id| self.terms.contains(&id.to_string()))
            .filter(|id| offer.main_tag != Some(*id) && offer.main_field != Some(*id))
            .collect();
        terms.sort();
        terms
    }

    fn period(&self, ground: &Ground<'_>, offer: &mut Activity, wrong: &mut Vec<Wrong>) {
        match date(&self.from) {
            None => wrong.push(Wrong::new("from", "offer-from-missing")),
            Some(from) if from < ground.unit.opened_on => {
                wrong.push(Wrong::new("from", "offer-from-early").arg("day", ground.unit.opened_on));
            }
            Some(from) => {
                offer.begin_on(from);
                if let Some((first, _)) = ground.recorded.filter(|(first, _)| *first < from) {
                    wrong.push(Wrong::new("from", "offer-from-late").arg("day", first));
                }
            }
        }
        match (tidy(&self.last).is_empty(), date(&self.last)) {
            (true, _) => offer.until_on = None,
            (false, None) => wrong.push(Wrong::new("last", "offer-last-wrong")),
            (false, Some(last)) => {
                if let Some((key, day)) = ends_wrongly(offer.from_on, last, ground.recorded) {
                    wrong.push(Wrong::new("last", key).arg("day", day));
                }
                offer.until_on = last.succ_opt();
            }
        }
    }

    /// The usual times, and from when: of a new activity from the beginning, of another one from the day that was chosen.
    fn week(&self, ground: &Ground<'_>, offer: &mut Activity, wrong: &mut Vec<Wrong>) {
        let weekdays = self.weekdays(wrong);
        let chosen = match (tidy(&self.week_from).is_empty(), date(&self.week_from)) {
            (true, _) => None,
            (false, None) => return wrong.push(Wrong::new("week_from", "offer-week-from-wrong")),
            (false, chosen) => chosen,
        };
        let from = ground.today.map_or(offer.from_on, |today| chosen.unwrap_or(today).max(offer.from_on));
        // A day that nobody touched asks for nothing.
        let shown = date(&self.week_shown).or(ground.today);
        let moved = chosen.is_some() && chosen != shown;
        if weekdays != offer.weekdays || moved {
            offer.change_week(weekdays, from);
        }
    }

    fn weekdays(&self, wrong: &mut Vec<Wrong>) -> Vec<Weekday> {
        let mut weekdays: Vec<Weekday> = Vec::new();
        for typed in &self.times {
            let field = format!("from_{}_{}", typed.weekday, typed.nth);
            let (start_min, duration_min) = match span(&typed.from, &typed.to) {
                Ok(None) => continue,
                Ok(Some(times)) => times,
                Err(key) => {
                    wrong.push(Wrong::new(&field, key));
                    continue;
                }
            };
            let overlaps = |it: &&Weekday| {
                it.weekday == typed.weekday
                    && it.start_min < start_min + duration_min
                    && start_min < it.start_min + it.duration_min
            };
            if weekdays.iter().any(|it| overlaps(&it)) {
                wrong.push(Wrong::new(&field, "offer-times-overlap"));
            }
            weekdays.push(Weekday { weekday: typed.weekday, start_min, duration_min });
        }
        weekdays.sort_by_key(|it| (it.weekday, it.start_min));
        weekdays
    }

    /// A code nothing else of the unit has, made from the name.
    pub fn code(&self, taken: &[String]) -> String {
        let name = self.names.iter().map(|(_, text)| text.as_str()).find(|text| !text.trim().is_empty());
        proposed(name.unwrap_or(""), "activity", |code| taken.iter().any(|it| it == code))
    }
}

/// Why an activity cannot end on this day: the key of the sentence and the day it names.
pub fn ends_wrongly(
    from: NaiveDate,
    last: NaiveDate,
    recorded: Option<(NaiveDate, NaiveDate)>,
) -> Option<(&'static str, NaiveDate)> {
    match recorded {
        _ if last < from => Some(("offer-last-early", from)),
        Some((_, recorded)) if last < recorded => Some(("offer-last-recorded", recorded)),
        _ => None,
    }
}

fn term(
    ground: &Ground<'_>,
    vocabulary: Vocabulary,
    typed: &str,
    field: &str,
    wrong: &mut Vec<Wrong>,
) -> Option<Uuid> {
    if typed.is_empty() {
        return None;
    }
    let id = typed.parse::<Uuid>().ok();
    let found = ground.terms.iter().find(|term| Some(term.id) == id && term.vocabulary == vocabulary);
    if found.is_none() {
        wrong.push(Wrong::new(field, "offer-not-in-list"));
    }
    found.map(|term| term.id)
}
