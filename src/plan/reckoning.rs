//! How far a plan is on a day: what each target came to, asked of `measures` and `results` as whoever sees figures only would see
//! it, for a plan is read by them too; or counted by hand.

mod asking;
pub mod joining;
pub mod meetings;

use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;

use self::asking::{Desk, came};
use self::joining::{Join, Names, by_hand};
use self::meetings::Sat;
use super::adoption::edition::Edition;
use super::adoption::holding::{self, Holding, Wording};
use super::document::{By, Evidence, Part, Plan, Rule, Target};
use super::in_words::InWords;
use super::making::Kept;
use super::standing::{Came, Known, Standing, State, Time, standing};
use super::store::counts::{self, Count, Dropped, Judgement};
use super::tree;
use super::when::Months;
use crate::app::App;
use crate::bodies;
use crate::error::Result;
use crate::i18n::Text18;
use crate::measures::{Measure, Own, Period, Sums};
use crate::units::{self, Unit};

/// A plan as it stood at the end of a day.
pub struct Reckoning {
    pub on: NaiveDate,
    /// The network's.
    pub zone: Tz,
    /// The version that is told, and its edition; none: the working version, for the plan was never adopted.
    pub told: Plan,
    pub edition: Option<Edition>,
    /// Those that are told, and those of the working version that are new since.
    pub targets: Vec<Reckoned>,
    /// Judgements by that day, the latest last.
    pub judged: Vec<Judgement>,
}

/// A target, and what it came to.
pub struct Reckoned {
    /// Code of its part.
    pub part: String,
    /// As it is told.
    pub target: Target,
    pub wording: Wording,
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
    Meetings(Box<Sat>),
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
    /// What these were called on the day, in the same order.
    pub within_names: Vec<Text18>,
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
    /// An area without results by that day, or whose results are told to nobody: what it is called.
    Area(Text18),
    /// A body of this kind, with this name.
    Body(bodies::Kind, String),
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

/// Targets that are told with the parts they stand in, in reading order, and after those of each part what is new in the working
/// version.
fn all<'p>(told: &'p Plan, working: &'p Plan) -> Vec<(&'p Part, &'p Target)> {
    let of = |part: &'p Part| part.says.targets.iter().map(move |it| (part, it));
    let mut all = Vec::new();
    for part in &told.parts {
        all.extend(of(part));
        let known = |it: &Target| part.says.targets.iter().any(|told| told.code == it.code);
        all.extend(working.part(&part.code).into_iter().flat_map(of).filter(|(_, it)| !known(it)));
    }
    all.extend(working.parts.iter().filter(|it| told.part(&it.code).is_none()).flat_map(of));
    all
}

/// What units are called, where somebody said in which one they counted.
async fn names(app: &App, unit: &Unit, counted: &[Count], on: NaiveDate) -> Result<Names> {
    if counted.iter().all(|it| it.unit.is_empty()) {
        return Ok(Names::default());
    }
    Ok(Names::of(&units::branch(&app.db, unit, on).await?))
}

/// How far a plan was at the end of a day.
pub async fn reckon(app: &App, unit: &Unit, kept: &Kept, on: NaiveDate) -> Result<Reckoning> {
    let (network_id, plan_id, year) = (unit.network.id, kept.held.id, kept.held.year);
    let (holding, working) = (holding::on(&app.db, unit, kept, on).await?, kept.plan());
    let wanted = all(&holding.plan, &working);
    let evidence = || wanted.iter().filter_map(|(_, it)| it.evidence.as_ref());
    let by_unit = wanted.iter().any(|(_, it)| it.each.is_some());
    let desk = Desk::open(app, unit, evidence, year, on, by_unit).await?;
    let counted = counts::counts(&app.db, network_id, plan_id).await?;
    let dropped = counts::dropped(&app.db, network_id, plan_id).await?;
    let mut judged = counts::judgements(&app.db, network_id, plan_id).await?;
    judged.retain(|it| it.day <= on);
    let names = names(app, unit, &counted, on).await?;
    let zone = unit.network.zone;
    let stands = |it: &&Dropped| {
        let back = it.back_at.map(|at| crate::clock::Day::Now(at).in_zone(zone));
        it.day <= on && back.is_none_or(|back| back > on)
    };
    let mut targets = Vec::new();
    for (part, target) in &wanted {
        let is = |of: &str, code: &str| of == part.code && code == target.code;
        let counts: Vec<Count> =
            counted.iter().filter(|it| is(&it.part, &it.target) && it.day <= on).cloned().collect();
        let dropped = dropped.iter().filter(stands).rfind(|it| is(&it.part, &it.target)).cloned();
        let among =
            if holding.plan.part(&part.code).is_some() { &holding.plan.parts } else { &working.parts };
        let project = tree::project_of(among, part);
        // Of which months it takes what there is, in these it has to be reached.
        let of_evidence = target.evidence.as_ref().map_or(&[][..], Evidence::when);
        let months = if of_evidence.is_empty() { &part.says.when } else { of_evidence };
        let months = Months::of(months, year);
        let join = Join::of(target, &months, on);
        let (found, came, units) = found(&desk, (target, project), year, (&counts, &names, &join)).await?;
        let time = Time::of(&part.says.when, year, on);
        let of_units: Vec<Came> = units.iter().map(|(_, it)| *it).collect();
        let grows = match &found {
            Found::Measure(it) => it.measure.additive(),
            Found::Result(_) => false,
            Found::Meetings(_) | Found::Hand | Found::Lost(_) => target.joined().is_sum(),
        };
        let limit = target.up_to.filter(|_| target.rule == Rule::AtMost).unwrap_or(target.number);
        let months = match &found {
            Found::Measure(_) | Found::Result(_) => None,
            Found::Meetings(it) => join.in_months(&it.dated(), limit),
            Found::Hand | Found::Lost(_) => join.in_months(&joining::standing(&counts), limit),
        };
        // An area is not told before the evaluation was held: that is no loss while there is time.
        let gone = matches!(&found, Found::Lost(_)) && joining::standing(&counts).is_empty();
        let pending = gone && !time.is_over() && matches!(&found, Found::Lost(Lost::Area(_)));
        let lost = gone && !pending;
        let again = target.joined().again();
        let dropped_now = dropped.is_some();
        let known =
            Known { came, units: &of_units, months, grows, again, dropped: dropped_now, lost, pending, time };
        targets.push(Reckoned {
            part: part.code.clone(),
            wording: holding.wording(&working, &part.code, &target.code),
            standing: standing(target, known),
            target: (*target).clone(),
            time,
            came,
            found,
            units,
            counts,
            dropped,
        });
    }
    let Holding { edition, plan: told, .. } = holding;
    Ok(Reckoning { on, zone, told, edition, targets, judged })
}

type WhatWasFound = (Found, Option<Came>, Vec<(String, Came)>);

/// `project`: what a measure is of where nothing else is said.
async fn found(
    desk: &Desk<'_>,
    (target, project): (&Target, Option<&str>),
    year: i32,
    (counts, names, join): (&[Count], &Names, &Join<'_>),
) -> Result<WhatWasFound> {
    let found = match &target.evidence {
        Some(evidence @ Evidence::Measure { .. }) => match project {
            Some(project) => desk.measured(&evidence.of_project(project), year).await?,
            None => desk.measured(evidence, year).await?,
        },
        Some(Evidence::Result { area }) => {
            let (found, came) = desk.area(area);
            match found {
                Found::Lost(_) => found,
                found => return Ok((found, came, Vec::new())),
            }
        }
        Some(evidence @ Evidence::Meetings { .. }) => desk.meetings(evidence, year),
        Some(Evidence::Hand { .. }) | None => Found::Hand,
    };
    Ok(match &found {
        Found::Measure(it) => {
            let there = match (&target.evidence, target.each) {
                (Some(evidence), Some(_)) => desk.taking_part(evidence, year).await?,
                _ => Vec::new(),
            };
            let (came, units) = (came(it.measure, &it.sums()), desk.of_units(it, &there));
            (found, came, units)
        }
        Found::Meetings(it) => {
            let came = join.one(&it.dated()).map(Came::whole);
            (found, came, Vec::new())
        }
        // What was counted by hand stays visible, and counts where nothing else does.
        _ => {
            let (came, units) = by_hand(target, counts, names, join);
            // Of what is gone, or not there yet, nothing is known: that is no zero.
            let known = matches!(found, Found::Hand) || !joining::standing(counts).is_empty();
            (found, came.filter(|_| known), units)
        }
    })
}

impl Reckoning {
    /// A part as it is told, or of the working version alone.
    pub fn part<'p>(&'p self, kept: &'p Kept, code: &str) -> Option<&'p Part> {
        self.told.part(code).or_else(|| Some(&kept.part(code)?.what))
    }

    pub fn target(&self, part: &str, target: &str) -> Option<&Reckoned> {
        self.targets.iter().find(|it| it.part == part && it.target.code == target)
    }

    /// The targets that are told: all but what is new in the working version.
    pub fn told(&self) -> impl Iterator<Item = &Reckoned> {
        self.targets.iter().filter(|it| !matches!(it.wording, Wording::New(_)))
    }

    /// How many of them stand so.
    pub fn count(&self, state: State) -> usize {
        self.told().filter(|it| it.standing.state == state).count()
    }

    /// What was judged of an indicator last, and whether it was of an earlier wording.
    pub fn judgement(&self, part: &Part, of: InWords) -> Option<(&Judgement, bool)> {
        let wording = of.wording(part)?;
        let of_part = || self.judged.iter().rev().filter(|it| it.part == part.code);
        if let Some(it) = of_part().find(|it| it.wording == wording) {
            return Some((it, false));
        }
        // Of the same place, unless its words stand elsewhere by now.
        let words = InWords::all(part);
        let stands = |it: &Judgement| words.iter().any(|(_, words)| *words == it.wording);
        of_part().find(|it| it.position == of.position() && !stands(it)).map(|it| (it, true))
    }
}
