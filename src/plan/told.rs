//! A plan as reports tell it: words and numbers, in reading order, as of a day.

use chrono::NaiveDate;

use super::document::{Kind, Part, Plan};
use super::making;
use super::reckoning::{Found, Reckoned, Reckoning, reckon};
use super::standing::State;
use super::store;
use super::telling;
use crate::app::App;
use crate::clock::Day;
use crate::error::Result;
use crate::i18n::Words;
use crate::measures::Measure;
use crate::units::Unit;

/// A plan as it stood at the end of a day.
pub struct Told {
    pub name: String,
    /// Which version it is, in words: the edition in force on that day, or a draft that was never adopted.
    pub edition: String,
    /// How many targets stand how, in words, those that are none left out.
    pub states: Vec<(String, i64)>,
    pub chapters: Vec<ToldChapter>,
    /// What was counted by hand: the key of its target, the target, and what was counted.
    pub counts: Vec<ToldCount>,
}

/// An area, or another part that stands in none, with everything in it.
#[derive(Default)]
pub struct ToldChapter {
    pub heading: String,
    pub rows: Vec<ToldTarget>,
    /// Qualitative indicators that were judged: what they say, what was judged, on what evidence, who and when.
    pub judged: Vec<[String; 4]>,
}

pub struct ToldTarget {
    /// Part and target, as in addresses.
    pub key: String,
    /// What it is a target of.
    pub part: String,
    pub says: String,
    pub came: String,
    /// Code of its state, and the state in words.
    pub state: &'static str,
    pub stands: String,
    /// Units, what has to be known of the number, why it was dropped.
    pub notes: Vec<String>,
    pub number: Option<Number>,
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
    Hand,
}

pub struct ToldCount {
    pub key: String,
    pub says: String,
    pub day: String,
    pub number: String,
    pub note: String,
    pub by: String,
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
        Found::Hand | Found::Lost(_) => {
            let counted = it.counts.iter().any(|it| it.taken_at.is_none());
            counted.then(|| all(NumberOf::Hand, it.came.map_or(0, |came| came.above), None))
        }
    }
}

/// What a target is called in addresses, and in reports that lead there.
fn key(it: &Reckoned) -> String {
    format!("{}/{}", it.part, it.target.code)
}

fn target(w: Words, plan: &Plan, it: &Reckoned, on: NaiveDate) -> ToldTarget {
    let part = plan.part(&it.part).map_or_else(String::new, |part| w.text(&part.name));
    let mut notes: Vec<String> = telling::by_unit(w, it).into_iter().collect();
    notes.extend(telling::notes(w, it));
    notes.extend(it.dropped.as_ref().map(|it| it.reason.clone()));
    ToldTarget {
        key: key(it),
        part,
        says: telling::target(w, &it.target),
        came: telling::far(w, it),
        state: it.standing.state.code(),
        stands: w.tr(&format!("plan-state-{}", it.standing.state.code())),
        notes,
        number: number(it, plan.year, on),
    }
}

/// The chapter that a part belongs to: the area nearest above it, or what stands at the top of its way.
fn chapter<'p>(parts: &'p [Part], part: &'p Part) -> &'p Part {
    let mut at = part;
    for _ in 0..10 {
        if at.kind == Kind::Area {
            break;
        }
        match parts.iter().find(|it| it.code == at.within) {
            Some(above) => at = above,
            None => break,
        }
    }
    at
}

fn chapters(w: Words, reckoning: &Reckoning) -> Vec<ToldChapter> {
    let plan = &reckoning.told;
    let mut all: Vec<(String, ToldChapter)> = Vec::new();
    for part in &plan.parts {
        let of = chapter(&plan.parts, part);
        let at = match all.iter().position(|(code, _)| *code == of.code) {
            Some(at) => at,
            None => {
                let heading = w.text(&of.name);
                all.push((of.code.clone(), ToldChapter { heading, ..ToldChapter::default() }));
                all.len() - 1
            }
        };
        let told = &mut all[at].1;
        let own = reckoning.told().filter(|it| it.part == part.code);
        told.rows.extend(own.map(|it| target(w, plan, it, reckoning.on)));
        for (place, wording) in part.says.qualitative.iter().enumerate() {
            if let Some((it, earlier)) = reckoning.judgement(part, place) {
                let mut words = it.words.clone();
                if earlier {
                    words = format!("{words}\n{}", w.of("plan-judged-earlier", w.text(&it.wording)));
                }
                told.judged.push([
                    w.text(wording),
                    words,
                    it.evidence.clone(),
                    telling::judged_by(w, reckoning.zone, it),
                ]);
            }
        }
    }
    let told = all.into_iter().map(|(_, it)| it);
    told.filter(|it| !it.rows.is_empty() || !it.judged.is_empty()).collect()
}

/// How a unit's plan of a year stood at the end of a day; none where it has none.
pub async fn told(app: &App, w: Words, unit: &Unit, year: i32, on: NaiveDate) -> Result<Option<Told>> {
    let Some(kept) = making::find(app, unit, year).await? else { return Ok(None) };
    let reckoning = reckon(app, unit, &kept, on).await?;
    let state = |state: &State| {
        let n = i64::try_from(reckoning.count(*state)).unwrap_or(i64::MAX);
        (n > 0).then(|| (w.tr(&format!("plan-state-{}", state.code())), n))
    };
    let mut counts = Vec::new();
    for it in reckoning.told() {
        for count in it.counts.iter().filter(|it| it.taken_at.is_none()) {
            let made = w.date(Day::Now(count.made_at).in_zone(unit.network.zone));
            let args = [("who", count.by_name.clone().into()), ("on", made.into())];
            let whose = if count.unit.is_empty() { String::new() } else { format!("{}: ", count.unit) };
            counts.push(ToldCount {
                key: key(it),
                says: telling::target(w, &it.target),
                day: w.date(count.day),
                number: w.int(count.number),
                note: format!("{whose}{}", count.note),
                by: w.with("plan-counted-by", &args),
            });
        }
    }
    Ok(Some(Told {
        name: w.text(&reckoning.told.head.name),
        edition: telling::edition(w, reckoning.edition.as_ref()),
        states: State::ALL.iter().filter_map(state).collect(),
        chapters: chapters(w, &reckoning),
        counts,
    }))
}

impl Told {
    /// The number of a target that stands there now.
    pub fn number(&self, key: &str) -> Option<&Number> {
        let all = self.chapters.iter().flat_map(|it| &it.rows);
        all.filter(|it| it.key == key).find_map(|it| it.number.as_ref())
    }
}
