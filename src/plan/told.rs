//! A plan as reports tell it: words and numbers, in reading order, as of a day.

mod parts;

use chrono::{DateTime, NaiveDate, Utc};

use super::making;
use super::reckoning::{Found, Reckoned, reckon};
use super::standing::State;
use super::store::{self, counts};
use super::telling;
use crate::app::App;
use crate::clock::Day;
use crate::error::{OrMissing, Result};
use crate::i18n::Words;
use crate::measures::Measure;
use crate::units::{self, Unit};

/// A plan as it stood at the end of a day.
pub struct Told {
    pub name: String,
    /// Which version it is, in words: the edition in force on that day, or a draft that was never adopted.
    pub edition: String,
    pub intro: String,
    /// How many targets stand how, in words, those that are none left out.
    pub states: Vec<(String, i64)>,
    /// The parts that are headings, in reading order, each with the actions right in it.
    pub parts: Vec<ToldPart>,
    /// What was counted by hand: the key of its target, the target, and what was counted.
    pub counts: Vec<ToldCount>,
}

/// An area, a project, a group, a body.
pub struct ToldPart {
    pub code: String,
    /// How many parts it stands in.
    pub depth: usize,
    pub kind: String,
    pub name: String,
    pub purpose: String,
    pub goals: Vec<String>,
    /// (label, what is said)
    pub facts: Vec<(String, String)>,
    /// (when, what)
    pub steps: Vec<(String, String)>,
    /// What else belongs to it and stands elsewhere.
    pub refers: Vec<String>,
    pub targets: Vec<ToldTarget>,
    pub words: Vec<ToldWords>,
    pub actions: Vec<ToldAction>,
}

pub struct ToldAction {
    pub name: String,
    pub when: String,
    /// Its first day.
    pub from: NaiveDate,
    /// Whether that day had come.
    pub begun: bool,
    pub indicator: String,
    pub facts: Vec<(String, String)>,
    pub steps: Vec<(String, String)>,
    pub targets: Vec<ToldTarget>,
    pub words: Vec<ToldWords>,
}

/// What is told in words: an indicator, and what was judged of it last.
pub struct ToldWords {
    /// Of the part itself: its indicator stands with it, and its name.
    pub own: bool,
    pub of: String,
    pub said: Option<ToldJudgement>,
}

pub struct ToldJudgement {
    pub words: String,
    pub evidence: String,
    pub by: String,
    /// That it was of an earlier wording, and which.
    pub earlier: String,
}

pub struct ToldTarget {
    /// Part and target, as in addresses.
    pub key: String,
    pub says: String,
    pub came: String,
    /// Code of its state, how that is told apart, and the state in words.
    pub state: &'static str,
    pub tone: &'static str,
    pub stands: String,
    /// Of its time, in per cent, while there is some left.
    pub gone: Option<i64>,
    /// Units, what has to be known of the number, why it was dropped.
    pub notes: Vec<String>,
    /// Where each unit has its own number: the unit, and what it came to.
    pub units: Vec<ToldUnit>,
    /// Where its number comes from, in a sentence.
    pub source: String,
    pub number: Option<Number>,
}

pub struct ToldUnit {
    pub name: String,
    pub came: String,
    /// The same as a number that adds up, of what only grows.
    pub counted: Option<i64>,
    pub has: bool,
}

/// Where the number came from.
pub struct Number {
    pub of: NumberOf,
    /// A sum, or the two sums of a ratio.
    pub above: i64,
    pub below: Option<i64>,
    pub from: NaiveDate,
    pub last: NaiveDate,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberOf {
    Measure(Measure),
    /// Points of an area: ten times as many over ten.
    Result,
    Meetings,
    Hand,
}

pub struct ToldCount {
    pub key: String,
    /// What it is a target of.
    pub part: String,
    pub says: String,
    pub day: String,
    /// What it adds to the number, where counts add up to it.
    pub counted: Option<i64>,
    pub number: String,
    pub note: String,
    pub by: String,
}

/// A count that was added or taken back.
#[derive(Clone, Debug)]
pub struct Recounted {
    pub key: String,
    pub part: String,
    pub day: NaiveDate,
    pub number: i64,
    pub note: String,
    pub taken_back: bool,
    pub by: String,
    pub at: DateTime<Utc>,
}

/// The years of which a unit has a plan, the latest first.
pub async fn years(app: &App, unit: &Unit) -> Result<Vec<i32>> {
    Ok(store::all(&app.db, unit).await?.into_iter().map(|it| it.year).collect())
}

fn number(it: &Reckoned, year: i32, on: NaiveDate) -> Option<Number> {
    let ends = NaiveDate::from_ymd_opt(year, 1, 1).zip(NaiveDate::from_ymd_opt(year, 12, 31));
    let (first, last) = ends?;
    let all = |of, above, below| Number { of, above, below, from: first, last: last.min(on).max(first) };
    match &it.found {
        Found::Measure(found) => {
            let period = found.period.as_ref()?;
            let (above, below) = found.measure.parts(&found.sums());
            let of = NumberOf::Measure(found.measure);
            Some(Number { of, above, below, from: period.from, last: period.last() })
        }
        Found::Result(_) => it.came.map(|came| all(NumberOf::Result, came.above, Some(came.below))),
        Found::Meetings(sat) => {
            let (first, last) = sat.period?;
            let above = it.came?.above;
            Some(Number { of: NumberOf::Meetings, above, below: None, from: first, last })
        }
        Found::Hand | Found::Lost(_) => {
            // Also where everything was taken back: that somebody counted is told.
            (!it.counts.is_empty()).then(|| all(NumberOf::Hand, it.came.map_or(0, |came| came.above), None))
        }
    }
}

/// Whether its number is the sum of its parts.
fn adds_up(it: &Reckoned) -> bool {
    match &it.found {
        Found::Measure(of) => of.measure.additive(),
        Found::Result(_) => false,
        Found::Meetings(_) | Found::Hand | Found::Lost(_) => it.target.joined().is_sum(),
    }
}

/// What a target is called in addresses, and in reports that lead there.
fn key(it: &Reckoned) -> String {
    format!("{}/{}", it.part, it.target.code)
}

/// How a unit's plan of a year stood at the end of a day; none where it has none.
pub async fn told(app: &App, w: Words, unit: &Unit, year: i32, on: NaiveDate) -> Result<Option<Told>> {
    let Some(kept) = making::find(app, unit, year).await? else { return Ok(None) };
    let reckoning = reckon(app, unit, &kept, on).await?;
    let called = units::called(&app.db, unit.network.id).await?;
    let state = |state: &State| {
        let n = i64::try_from(reckoning.count(*state)).unwrap_or(i64::MAX);
        (n > 0).then(|| (w.tr(&format!("plan-state-{}", state.code())), n))
    };
    let name = |code: &str| reckoning.told.part(code).map_or_else(String::new, |part| w.text(&part.name));
    let mut counts = Vec::new();
    for it in reckoning.told() {
        for count in it.counts.iter().filter(|it| it.taken_at.is_none()) {
            let made = w.date(Day::Now(count.made_at).in_zone(unit.network.zone));
            let args = [("who", count.by_name.clone().into()), ("on", made.into())];
            let whose = if count.unit.is_empty() { String::new() } else { format!("{}: ", count.unit) };
            counts.push(ToldCount {
                key: key(it),
                part: name(&it.part),
                says: telling::target(w, &it.target),
                day: w.date(count.day),
                counted: adds_up(it).then_some(count.number),
                number: w.int(count.number),
                note: format!("{whose}{}", count.note),
                by: w.with("plan-counted-by", &args),
            });
        }
    }
    let head = &reckoning.told.head;
    let desk = parts::Desk { w, year, reckoning: &reckoning, called: &called };
    Ok(Some(Told {
        name: w.text(&head.name),
        edition: telling::edition_why(w, reckoning.edition.as_ref()),
        intro: w.text(&head.intro),
        states: State::ALL.iter().filter_map(state).collect(),
        parts: desk.parts(&reckoning.told.parts),
        counts,
    }))
}

/// What was counted by hand, or taken back, for days up to one, after a moment.
pub async fn recounted(
    app: &App,
    w: Words,
    unit: &Unit,
    (year, last): (i32, NaiveDate),
    after: DateTime<Utc>,
) -> Result<Vec<Recounted>> {
    let kept = making::find(app, unit, year).await?.or_missing()?;
    let all = counts::counts(&app.db, unit.network.id, kept.held.id).await?;
    let recounted = all.into_iter().filter(|it| it.day <= last).filter_map(|it| {
        let (taken, added) = (it.taken_at.filter(|at| *at > after), it.made_at > after);
        // What came and went in between was in no report.
        let (taken_back, by, at) = match (taken, it.taken_at) {
            (Some(at), _) if !added => (true, it.taken_name, at),
            (None, None) if added => (false, it.by_name, it.made_at),
            _ => return None,
        };
        Some(Recounted {
            key: format!("{}/{}", it.part, it.target),
            part: kept.part(&it.part).map_or_else(|| it.part.clone(), |part| w.text(&part.what.name)),
            day: it.day,
            number: it.number,
            note: it.note,
            taken_back,
            by,
            at,
        })
    });
    Ok(recounted.collect())
}

impl Told {
    /// Everything that is to be reached, in reading order.
    pub fn targets(&self) -> impl Iterator<Item = &ToldTarget> {
        self.parts.iter().flat_map(|it| it.targets.iter().chain(it.actions.iter().flat_map(|it| &it.targets)))
    }

    /// Everything that is told in words.
    pub fn words(&self) -> impl Iterator<Item = &ToldWords> {
        self.parts.iter().flat_map(|it| it.words.iter().chain(it.actions.iter().flat_map(|it| &it.words)))
    }

    pub fn target(&self, key: &str) -> Option<&ToldTarget> {
        self.targets().find(|it| it.key == key)
    }
}
