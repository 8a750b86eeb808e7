//! How far a plan is on a day: what each target came to, asked of `measures` and `results` as whoever sees figures only would see
//! it, for a plan is read by them too; or counted by hand.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

use super::document::{By, Evidence, Part, Target};
use super::making::Kept;
use super::standing::{Came, Known, Standing, State, Time, standing};
use super::store::counts::{self, Count, Dropped, Judgement};
use crate::app::App;
use crate::error::Result;
use crate::i18n::Text18;
use crate::measures::{self, Ask, Books, Measure, Of, Own, Period, Question, Sums};
use crate::results;
use crate::units::{self, Unit};
use crate::vocabulary::{self, Project, Term, Vocabulary};

/// A plan as it stood at the end of a day.
pub struct Reckoning {
    pub on: NaiveDate,
    pub targets: Vec<Reckoned>,
    /// Judgements by that day, the latest last.
    pub judged: Vec<Judgement>,
}

/// A target, and what it came to.
pub struct Reckoned {
    /// Code of its part.
    pub part: String,
    pub target: Target,
    pub standing: Standing,
    pub time: Time,
    pub came: Option<Came>,
    pub found: Found,
    /// What each unit came to, by its code, or by what whoever counted called it.
    pub units: Vec<(String, Came)>,
    /// Counted by hand by that day, also what was taken back.
    pub counts: Vec<Count>,
    pub dropped: Option<Dropped>,
}

/// Where the number was found.
pub enum Found {
    Measure(Box<Measured>),
    /// Of an area: what it is called.
    Result(Text18),
    Hand,
    /// There is nothing any more, or not yet, under what the target names.
    Lost(Lost),
}

pub struct Measured {
    pub measure: Measure,
    pub of: Option<(By, String)>,
    /// Of what it is: the project, the tag.
    pub of_name: Option<Text18>,
    /// Codes of units.
    pub within: Vec<String>,
    /// From the first to the last day that was asked about; none where nothing of it is over.
    pub period: Option<Period>,
    pub own: Own,
}

/// What is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lost {
    Measure(String),
    Project(String),
    Tag(String),
    Field(String),
    Unit(String),
    /// An area without results by that day, or whose results are told to nobody.
    Area(String),
}

impl Measured {
    pub fn sums(&self) -> Sums {
        self.own.total()
    }
}

/// The day a plan is read as of: today, or the last day of a month, for figures are told by whole months.
pub fn as_of(asked: Option<NaiveDate>, today: NaiveDate) -> NaiveDate {
    let Some(asked) = asked.filter(|day| *day < today) else { return today };
    let next = asked.succ_opt().unwrap_or(asked);
    if next.day() == 1 {
        return asked;
    }
    asked.with_day(1).and_then(|first| first.pred_opt()).unwrap_or(asked)
}

/// What sums come to, counted as targets count: minutes as hours, shares in per cent.
fn came(measure: Measure, sums: &Sums) -> Option<Came> {
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
struct Desk<'a> {
    app: &'a App,
    unit: &'a Unit,
    on: NaiveDate,
    projects: Vec<Project>,
    terms: Vec<Term>,
    books: Books,
    trees: std::sync::Arc<measures::Trees>,
    /// Of the year's evaluation: area, name, points times ten.
    areas: Vec<(String, Text18, Option<i64>)>,
}

/// The periods of a measure's evidence that are over, up to a day.
fn periods(evidence: &Evidence, year: i32, on: NaiveDate) -> Vec<Period> {
    let Evidence::Measure { when, .. } = evidence else { return Vec::new() };
    let mut spans: Vec<(NaiveDate, NaiveDate)> =
        when.iter().map(|it| (it.from.first(), it.to.last())).collect();
    if spans.is_empty() {
        let ends = (NaiveDate::from_ymd_opt(year, 1, 1), NaiveDate::from_ymd_opt(year, 12, 31));
        spans.extend(ends.0.zip(ends.1));
    }
    spans.sort_unstable();
    let mut joined: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    for (from, last) in spans {
        match joined.last_mut() {
            // Months that are named twice count once.
            Some(before) if from <= before.1 => before.1 = before.1.max(last),
            _ => joined.push((from, last)),
        }
    }
    let over = joined.into_iter().filter(|(from, _)| *from <= on);
    over.map(|(from, last)| Period::own(from, last.min(on))).collect()
}

impl<'a> Desk<'a> {
    async fn open(app: &'a App, unit: &'a Unit, plan: &[Part], year: i32, on: NaiveDate) -> Result<Desk<'a>> {
        let network_id = unit.network.id;
        let all = || plan.iter().flat_map(|it| &it.says.targets).filter_map(|it| it.evidence.as_ref());
        let asks: Vec<Ask> = all().flat_map(|it| periods(it, year, on)).map(Ask::whole).collect();
        let trees = measures::trees(&app.db, network_id).await?;
        let books = measures::open_in(&app.db, &trees, &asks).await?;
        let mut areas = Vec::new();
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
        Ok(Desk {
            projects: vocabulary::projects(&app.db, network_id).await?,
            terms: vocabulary::terms(&app.db, network_id).await?,
            app,
            unit,
            on,
            books,
            trees,
            areas,
        })
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

    async fn measured(&self, evidence: &Evidence, year: i32) -> Result<Found> {
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
            period: ends.map(|(first, last)| Period::own(first.from, last.last())),
            own,
        })))
    }

    fn area(&self, code: &str) -> (Found, Option<Came>) {
        match self.areas.iter().find(|it| it.0 == code) {
            Some((_, name, Some(points))) => {
                (Found::Result(name.clone()), Some(Came { above: *points, below: 10 }))
            }
            _ => (Found::Lost(Lost::Area(code.to_owned())), None),
        }
    }

    fn of_units(&self, it: &Measured) -> Vec<(String, Came)> {
        let mut units: BTreeMap<String, Sums> = BTreeMap::new();
        // Units that are named are told also where there is nothing yet.
        for code in it.within.iter().filter(|code| self.trees.id(code).is_some_and(|id| self.is_leaf(id))) {
            units.entry(code.clone()).or_default();
        }
        for ((unit, _), sums) in &it.own.units {
            *units.entry(self.trees.code(*unit)).or_default() += *sums;
        }
        units.into_iter().filter_map(|(code, sums)| Some((code, came(it.measure, &sums)?))).collect()
    }

    /// Whether nothing stood below a unit: what stands below another counts by itself.
    fn is_leaf(&self, id: Uuid) -> bool {
        let places = self.trees.stretches(measures::Tree::Then, id, &[], Period::own(self.on, self.on));
        places.iter().all(|it| it.unit_id == id)
    }
}

/// By hand: everything of these counts that was not taken back.
fn by_hand(all: &[Count]) -> (Option<Came>, Vec<(String, Came)>) {
    let standing = || all.iter().filter(|it| it.taken_at.is_none());
    let sum: i64 = standing().map(|it| it.number).sum();
    let mut units: BTreeMap<String, i64> = BTreeMap::new();
    for it in standing().filter(|it| !it.unit.is_empty()) {
        *units.entry(it.unit.clone()).or_default() += it.number;
    }
    let units = units.into_iter().map(|(unit, n)| (unit, Came::whole(n))).collect();
    (Some(Came::whole(sum)), units)
}

/// How far a plan was at the end of a day.
pub async fn reckon(app: &App, unit: &Unit, kept: &Kept, on: NaiveDate) -> Result<Reckoning> {
    let (network_id, plan_id, year) = (unit.network.id, kept.held.id, kept.held.year);
    let parts = kept.whats();
    let desk = Desk::open(app, unit, &parts, year, on).await?;
    let counted = counts::counts(&app.db, network_id, plan_id).await?;
    let dropped = counts::dropped(&app.db, network_id, plan_id).await?;
    let mut judged = counts::judgements(&app.db, network_id, plan_id).await?;
    judged.retain(|it| it.day <= on);
    let zone = unit.network.zone;
    let stands = |it: &&Dropped| {
        let back = it.back_at.map(|at| crate::clock::Day::Now(at).in_zone(zone));
        it.day <= on && back.is_none_or(|back| back > on)
    };
    let mut targets = Vec::new();
    for part in &parts {
        for target in &part.says.targets {
            let is = |of: &str, code: &str| of == part.code && code == target.code;
            let counts: Vec<Count> =
                counted.iter().filter(|it| is(&it.part, &it.target) && it.day <= on).cloned().collect();
            let dropped = dropped.iter().filter(stands).rfind(|it| is(&it.part, &it.target)).cloned();
            let (found, came, units) = found(&desk, target, year, &counts).await?;
            let time = Time::of(&part.says.when, year, on);
            let of_units: Vec<Came> = units.iter().map(|(_, it)| *it).collect();
            let grows = match &found {
                Found::Measure(it) => it.measure.additive(),
                Found::Result(_) => false,
                Found::Hand | Found::Lost(_) => true,
            };
            // An area is not told before the evaluation was held: that is no loss while there is time.
            let lost = match &found {
                Found::Lost(Lost::Area(_)) => time.is_over() && counts.is_empty(),
                Found::Lost(_) => counts.is_empty(),
                _ => false,
            };
            let known = Known { came, units: &of_units, grows, dropped: dropped.is_some(), lost, time };
            targets.push(Reckoned {
                part: part.code.clone(),
                standing: standing(target, known),
                target: target.clone(),
                time,
                came,
                found,
                units,
                counts,
                dropped,
            });
        }
    }
    Ok(Reckoning { on, targets, judged })
}

type WhatWasFound = (Found, Option<Came>, Vec<(String, Came)>);

async fn found(desk: &Desk<'_>, target: &Target, year: i32, counts: &[Count]) -> Result<WhatWasFound> {
    let found = match &target.evidence {
        Some(evidence @ Evidence::Measure { .. }) => desk.measured(evidence, year).await?,
        Some(Evidence::Result { area }) => {
            let (found, came) = desk.area(area);
            match found {
                Found::Lost(_) => found,
                found => return Ok((found, came, Vec::new())),
            }
        }
        Some(Evidence::Hand { .. }) | None => Found::Hand,
    };
    Ok(match &found {
        Found::Measure(it) => {
            let (came, units) = (came(it.measure, &it.sums()), desk.of_units(it));
            (found, came, units)
        }
        // What was counted by hand stays visible, and counts where nothing else does.
        _ => {
            let (came, units) = by_hand(counts);
            (found, came, units)
        }
    })
}

impl Reckoning {
    pub fn target(&self, part: &str, target: &str) -> Option<&Reckoned> {
        self.targets.iter().find(|it| it.part == part && it.target.code == target)
    }

    /// How many targets stand so.
    pub fn count(&self, state: State) -> usize {
        self.targets.iter().filter(|it| it.standing.state == state).count()
    }

    /// What was judged of a qualitative indicator last, and whether it was of an earlier wording.
    pub fn judgement(&self, part: &Part, position: usize) -> Option<(&Judgement, bool)> {
        let wording = part.says.qualitative.get(position)?;
        let of_part = || self.judged.iter().rev().filter(|it| it.part == part.code);
        if let Some(it) = of_part().find(|it| it.wording == *wording) {
            return Some((it, false));
        }
        // Of the same place, unless its words stand elsewhere by now.
        let stands = |it: &Judgement| part.says.qualitative.contains(&it.wording);
        let place = i64::try_from(position).unwrap_or(i64::MAX);
        of_part().find(|it| it.position == place && !stands(it)).map(|it| (it, true))
    }
}
