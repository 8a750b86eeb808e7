//! What `measures` and `results` say of a plan's targets, for whoever sees figures only.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::meetings::Minutes;
use super::{Found, Lost, Measured};
use crate::app::App;
use crate::error::Result;
use crate::i18n::Text18;
use crate::measures::{self, Ask, Books, Measure, Of, Own, Period, Question, Sums};
use crate::plan::document::{By, Evidence};
use crate::plan::known;
use crate::plan::standing::Came;
use crate::plan::when;
use crate::results;
use crate::units::{self, Unit};
use crate::vocabulary::{self, Project, Term, Vocabulary};

/// What sums come to, counted as targets count: minutes as hours, shares in per cent.
pub fn came(measure: Measure, sums: &Sums) -> Option<Came> {
    let (above, below) = measure.parts(sums);
    match (measure.unit(), below) {
        (_, Some(0)) => None,
        ("share", Some(below)) => Some(Came { above: above.saturating_mul(100), below }),
        (_, Some(below)) => Some(Came { above, below }),
        (unit, None) if unit.ends_with("min") => Some(Came { above, below: 60 }),
        (_, None) => Some(Came::whole(above)),
    }
}

/// What is asked of a network once for the whole plan.
pub struct Desk<'a> {
    app: &'a App,
    unit: &'a Unit,
    on: NaiveDate,
    projects: Vec<Project>,
    terms: Vec<Term>,
    books: Books,
    trees: std::sync::Arc<measures::Trees>,
    called: std::sync::Arc<units::Called>,
    /// Of the year's evaluation: area, name, points times ten.
    areas: Vec<(String, Text18, Option<i64>)>,
    /// What other areas are called, of which nothing is told yet.
    names: Vec<(String, Text18)>,
    minutes: Minutes,
}

/// The periods of a measure's evidence that are over, up to a day.
fn periods(evidence: &Evidence, year: i32, on: NaiveDate) -> Vec<Period> {
    let Evidence::Measure { when: spans, .. } = evidence else { return Vec::new() };
    let over = when::days(spans, year).into_iter().filter(|(from, _)| *from <= on);
    over.map(|(from, last)| Period::own(from, last.min(on))).collect()
}

/// The year of a plan, and the one before it.
fn two_years(year: i32) -> Option<Period> {
    let (first, last) = NaiveDate::from_ymd_opt(year - 1, 1, 1).zip(NaiveDate::from_ymd_opt(year, 12, 31))?;
    Some(Period::own(first, last))
}

impl<'a> Desk<'a> {
    /// `all`: the evidence of every target that will be asked about; `by_unit`: whether one of them has a number for each unit.
    pub async fn open<'e, I: Iterator<Item = &'e Evidence>>(
        app: &'a App,
        unit: &'a Unit,
        all: impl Fn() -> I,
        year: i32,
        on: NaiveDate,
        by_unit: bool,
    ) -> Result<Desk<'a>> {
        let network_id = unit.network.id;
        let mut asks: Vec<Ask> = all().flat_map(|it| periods(it, year, on)).map(Ask::whole).collect();
        asks.extend(two_years(year).filter(|_| by_unit).map(Ask::whole));
        let trees = measures::trees(&app.db, network_id).await?;
        let books = measures::open_in(&app.db, &trees, &asks).await?;
        let (mut areas, mut names) = (Vec::new(), Vec::new());
        if all().any(|it| matches!(it, Evidence::Result { .. })) {
            let of_year =
                |it: &crate::evaluation::Evaluation| it.yearly && it.year() == year && it.closes_on <= on;
            if let Some(shown) = results::shown(app, &units::viewer_of(unit), unit, of_year).await? {
                areas.extend(shown.areas.into_iter().map(|line| {
                    #[allow(clippy::cast_possible_truncation)]
                    let points = line.index.map(|it| (it.value() * 10.0).round() as i64);
                    (line.code, line.name, points)
                }));
            }
        }
        // Of those that are told the name is known; the others have theirs in questionnaires only.
        let untold = |it: &Evidence| matches!(it, Evidence::Result { area } if areas.iter().all(|(code, ..)| code != area));
        if all().any(untold) {
            names = known::areas(app, network_id).await?;
        }
        // Most plans ask nothing of them.
        let minutes = match all().any(|it| matches!(it, Evidence::Meetings { .. })) {
            true => Minutes::open(&app.db, unit).await?,
            false => Minutes::default(),
        };
        Ok(Desk {
            called: units::called(&app.db, network_id).await?,
            projects: vocabulary::projects(&app.db, network_id).await?,
            terms: vocabulary::terms(&app.db, network_id).await?,
            app,
            unit,
            on,
            books,
            trees,
            areas,
            names,
            minutes,
        })
    }

    pub fn meetings(&self, evidence: &Evidence, year: i32) -> Found {
        self.minutes.found(evidence, year, self.on)
    }

    fn name(&self, code: &str) -> Text18 {
        self.called.on(code, self.on).cloned().unwrap_or_else(|| Text18::one("und", code))
    }

    /// What a measure is narrowed to, with its name; what is not there any more.
    fn of(&self, by: By, code: &str) -> std::result::Result<(Of, Option<Text18>), Lost> {
        let term = |list: Vocabulary| self.terms.iter().find(|it| it.vocabulary == list && it.code == code);
        let members = |axis| Of::Members(axis, vec![code.to_owned()]);
        match by {
            By::Kind => Ok((members(measures::Axis::Kind), None)),
            By::Tag => term(Vocabulary::Tag)
                .map(|it| (members(measures::Axis::Tag), Some(it.label.clone())))
                .ok_or_else(|| Lost::Tag(code.to_owned())),
            By::Field => term(Vocabulary::Field)
                .map(|it| (members(measures::Axis::Field), Some(it.label.clone())))
                .ok_or_else(|| Lost::Field(code.to_owned())),
            By::Project => (self.projects.iter().find(|it| it.code == code))
                .map(|it| (Of::Project(it.id), Some(it.name.clone())))
                .ok_or_else(|| Lost::Project(code.to_owned())),
        }
    }

    pub async fn measured(&self, evidence: &Evidence, year: i32) -> Result<Found> {
        let Evidence::Measure { measure: code, of, within, .. } = evidence else { return Ok(Found::Hand) };
        let Some(measure) = Measure::from_code(code) else {
            return Ok(Found::Lost(Lost::Measure(code.clone())));
        };
        let (what, of_name) = match of {
            None => (Of::All, None),
            Some((by, code)) => match self.of(*by, code) {
                Ok(found) => found,
                Err(lost) => return Ok(Found::Lost(lost)),
            },
        };
        let mut units: Vec<Uuid> = Vec::new();
        for code in within {
            match self.trees.id(code) {
                Some(id) => units.push(id),
                None => return Ok(Found::Lost(Lost::Unit(code.clone()))),
            }
        }
        let periods = periods(evidence, year, self.on);
        let mut own = Own::default();
        for period in &periods {
            let question = Question::new(self.unit.network.id, self.unit.path.clone(), *period);
            own.join(measures::own(&self.app.db, &self.books, &question, &what, &units).await?);
        }
        let ends = periods.first().zip(periods.last());
        Ok(Found::Measure(Box::new(Measured {
            measure,
            of: of.clone(),
            of_name,
            within: within.clone(),
            within_names: within.iter().map(|code| self.name(code)).collect(),
            period: ends.map(|(first, last)| Period::own(first.from, last.last())),
            own,
        })))
    }

    pub fn area(&self, code: &str) -> (Found, Option<Came>) {
        match self.areas.iter().find(|it| it.0 == code) {
            Some((_, name, Some(points))) => {
                (Found::Result(name.clone()), Some(Came { above: *points, below: 10 }))
            }
            found => {
                let name = found.map(|it| &it.1);
                let name = name.or_else(|| Some(&self.names.iter().find(|it| it.0 == code)?.1)).cloned();
                (Found::Lost(Lost::Area(name.unwrap_or_else(|| Text18::one("und", code)))), None)
            }
        }
    }

    /// The units that take part where none are named: those whose people recorded such an entry in the plan's year or in the year
    /// before it.
    pub async fn taking_part(&self, evidence: &Evidence, year: i32) -> Result<Vec<Uuid>> {
        let Evidence::Measure { of, within, .. } = evidence else { return Ok(Vec::new()) };
        let what = match of {
            None => Of::All,
            Some((by, code)) => match self.of(*by, code) {
                Ok((what, _)) => what,
                Err(_) => return Ok(Vec::new()),
            },
        };
        let Some(period) = two_years(year).filter(|_| within.is_empty()) else { return Ok(Vec::new()) };
        let question = Question::new(self.unit.network.id, self.unit.path.clone(), period);
        let own = measures::own(&self.app.db, &self.books, &question, &what, &[]).await?;
        let mut units: Vec<Uuid> = own.units.into_keys().map(|(unit, _)| unit).collect();
        units.dedup();
        Ok(units)
    }

    /// What each unit came to; `there`: those that are told also where there is nothing yet, like those that are named.
    pub fn of_units(&self, it: &Measured, there: &[Uuid]) -> Vec<(String, Came)> {
        let mut units: BTreeMap<String, Sums> = BTreeMap::new();
        for code in it.within.iter().filter(|code| self.trees.id(code).is_some_and(|id| self.is_leaf(id))) {
            units.entry(code.clone()).or_default();
        }
        for id in there {
            units.entry(self.trees.code(*id)).or_default();
        }
        for ((unit, _), sums) in &it.own.units {
            *units.entry(self.trees.code(*unit)).or_default() += *sums;
        }
        let own = |sums: &Sums| came(it.measure, sums).unwrap_or(Came::whole(0));
        units.into_iter().map(|(code, sums)| (code, own(&sums))).collect()
    }

    /// Whether nothing stood below a unit: what stands below another counts by itself.
    fn is_leaf(&self, id: Uuid) -> bool {
        let places = self.trees.stretches(measures::Tree::Then, id, &[], Period::own(self.on, self.on));
        places.iter().all(|it| it.unit_id == id)
    }
}
