//! What a list was asked for, as it stands in the address. Several members of one thing stand with commas between.

use serde::Deserialize;
use uuid::Uuid;

use super::shows::Shows;
use crate::activities::store::narrowed::{Carrying, Filter, Standing};
use crate::clock::sane;
use crate::units::Unit;
use crate::vocabulary::{Gender, Kind, Part, PlaceKind, Project, Term, Vocabulary};
use crate::web::encoded;

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    pub q: String,
    pub from: String,
    pub to: String,
    pub unit: String,
    pub activity: String,
    pub kind: String,
    pub place_kind: String,
    pub weekday: String,
    pub main_tag: String,
    pub tag: String,
    pub main_field: String,
    pub field: String,
    /// Code of a project.
    pub project: String,
    pub part: String,
    pub gender: String,
    pub age: String,
    pub status: String,
    pub mine: String,
    /// The figure it was opened from, where lines have to say more for it to be seen in them.
    pub shows: String,
    pub skip: String,
}

/// What the address may name.
pub struct Known<'a> {
    pub me: Uuid,
    pub branch: &'a [Unit],
    pub terms: &'a [Term],
    pub projects: &'a [Project],
    pub may_record: bool,
}

fn codes(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|code| !code.is_empty())
}

fn carrying(text: &str, list: Vocabulary, terms: &[Term]) -> Option<Carrying> {
    match text {
        "" => None,
        "with_any" => Some(Carrying::Any),
        "none" | "without" => Some(Carrying::None),
        some => {
            let of = |term: &&Term| term.vocabulary == list && codes(some).any(|code| code == term.code);
            Some(Carrying::These(terms.iter().filter(of).map(|term| term.id).collect()))
        }
    }
}

impl Asked {
    fn all(&self) -> [(&'static str, &str); 19] {
        [
            ("q", &self.q),
            ("from", &self.from),
            ("to", &self.to),
            ("unit", &self.unit),
            ("activity", &self.activity),
            ("kind", &self.kind),
            ("place_kind", &self.place_kind),
            ("weekday", &self.weekday),
            ("main_tag", &self.main_tag),
            ("tag", &self.tag),
            ("main_field", &self.main_field),
            ("field", &self.field),
            ("project", &self.project),
            ("part", &self.part),
            ("gender", &self.gender),
            ("age", &self.age),
            ("status", &self.status),
            ("mine", &self.mine),
            ("shows", &self.shows),
        ]
    }

    pub fn narrowed(&self) -> bool {
        self.all().iter().any(|(name, value)| *name != "shows" && !value.is_empty())
    }

    /// Whether these are entries of something: of a time, a figure, a search. Then their sums are what one came for.
    pub fn of_something(&self) -> bool {
        self.all().iter().any(|(name, value)| !matches!(*name, "shows" | "mine") && !value.is_empty())
    }

    /// Everything that is asked for, but where in the list: to ask for the same elsewhere.
    pub fn kept(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.all().into_iter().filter(|(_, value)| !value.is_empty())
    }

    /// Whether something is asked for that stands behind "more" in the form.
    pub fn further(&self) -> bool {
        self.all()[6..16].iter().any(|(_, value)| !value.is_empty())
    }

    /// How far into the list; no further than arithmetic can go round.
    pub fn skip(&self) -> i64 {
        self.skip.parse::<i64>().unwrap_or(0).clamp(0, 1_000_000_000)
    }

    /// The same list of everybody's entries, or (`1`) of one's own.
    pub fn whose(&self, base: &str, mine: &str) -> String {
        Asked { mine: mine.to_owned(), ..self.clone() }.address(base, 0)
    }

    pub fn address(&self, base: &str, skip: i64) -> String {
        let mut address = format!("{base}/entries?skip={skip}");
        for (name, value) in self.kept() {
            address.push_str(&format!("&{name}={}", encoded(value)));
        }
        address
    }

    /// The same by activity and month, where that can be asked for: held entries of a period, split by one thing at most.
    pub fn figures(&self, base: &str) -> Option<String> {
        let elsewhere = [&self.q, &self.unit, &self.activity, &self.mine, &self.project];
        if elsewhere.iter().any(|it| !it.is_empty()) || self.status != "held" {
            return None;
        }
        if self.from.is_empty() || self.to.is_empty() {
            return None;
        }
        let mut splits = self.splits();
        let by = splits.next().map_or_else(String::new, |(by, of)| format!("&by={by}&of={}", encoded(of)));
        if splits.next().is_some() {
            return None;
        }
        let (from, to, measure) = (encoded(&self.from), encoded(&self.to), self.measure());
        Some(format!("{base}/figures?measure={measure}&from={from}&to={to}{by}&rows=months"))
    }

    /// Where the list leads whoever sees figures only: the same figure, or the nearest that there is, of the unit asked for.
    pub fn nearest(&self, base: &str) -> String {
        let base = match base.rsplit_once('/') {
            Some((network, _)) if !self.unit.is_empty() => format!("{network}/{}", encoded(&self.unit)),
            _ => base.to_owned(),
        };
        let mut address = format!("{base}/figures?measure={}", self.measure());
        for (name, value) in [("from", &self.from), ("to", &self.to)] {
            if !self.from.is_empty() && !self.to.is_empty() {
                address.push_str(&format!("&{name}={}", encoded(value)));
            }
        }
        let splits: Vec<_> = self.splits().collect();
        if let [(by, of)] = splits[..] {
            address.push_str(&format!("&by={by}&of={}", encoded(of)));
        }
        let of_entries = [&self.q, &self.activity, &self.mine, &self.project];
        if splits.len() > 1 || of_entries.iter().any(|it| !it.is_empty()) || self.status == "cancelled" {
            address.push_str("&less=1");
        }
        address
    }

    /// The figure that the list is about.
    fn measure(&self) -> &'static str {
        match Part::from_code(&self.part) {
            Some(Part::Creator) => "creators",
            Some(Part::Participant) => "participants",
            Some(Part::Audience) => "audience",
            None => self.shows().map_or("visits", Shows::code),
        }
    }

    pub fn shows(&self) -> Option<Shows> {
        Shows::ALL.into_iter().find(|it| it.code() == self.shows)
    }

    /// What figures can be split by, of what is asked for.
    fn splits(&self) -> impl Iterator<Item = (&'static str, &str)> {
        [
            ("kind", &self.kind),
            ("place_kind", &self.place_kind),
            ("weekday", &self.weekday),
            ("main_tag", &self.main_tag),
            ("tag", &self.tag),
            ("main_field", &self.main_field),
            ("field", &self.field),
            ("gender", &self.gender),
            ("age_band", &self.age),
        ]
        .into_iter()
        .map(|(by, of)| (by, of.as_str()))
        .filter(|(_, of)| !of.is_empty())
    }

    /// What cannot be read narrows nothing; a member that nothing carries finds nothing.
    pub fn filter(&self, known: &Known) -> Filter {
        let standing = match self.status.as_str() {
            "held" => Some(Standing::Held),
            "cancelled" => Some(Standing::Cancelled),
            "deleted" if known.may_record => Some(Standing::Deleted),
            _ => None,
        };
        let unit = known.branch.iter().find(|unit| unit.code == self.unit).map(|unit| unit.id);
        Filter {
            from: self.from.parse().ok().map(sane),
            last: self.to.parse().ok().map(sane),
            unit: if self.unit.is_empty() { None } else { Some(unit.unwrap_or_default()) },
            activities: self.activity.parse().ok().map(|id| vec![id]),
            ids: None,
            made_by: (self.mine == "1").then_some(known.me),
            standing,
            kinds: codes(&self.kind).filter_map(Kind::from_code).collect(),
            place_kinds: codes(&self.place_kind).filter_map(PlaceKind::from_code).collect(),
            weekdays: codes(&self.weekday).filter_map(|day| day.parse().ok()).collect(),
            main_tag: carrying(&self.main_tag, Vocabulary::Tag, known.terms),
            main_field: carrying(&self.main_field, Vocabulary::Field, known.terms),
            tag: carrying(&self.tag, Vocabulary::Tag, known.terms),
            field: carrying(&self.field, Vocabulary::Field, known.terms),
            project: match self.project.as_str() {
                "" => None,
                code => {
                    Some(known.projects.iter().find(|it| it.code == code).map_or_else(Uuid::nil, |it| it.id))
                }
            },
            part: Part::from_code(&self.part),
            genders: codes(&self.gender).filter_map(Gender::from_code).collect(),
            ages: codes(&self.age).map(str::to_owned).collect(),
        }
    }
}
