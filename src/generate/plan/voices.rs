//! What young people of an invented network say, year after year: some centres are liked more, one changes in earnest, one
//! has too few answers, and most of what seems to change is chance.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::Wanted;
use super::chance::Chance;
use super::tree::Tree;
use crate::answers::{Age, Given, Value, is_asked};
use crate::questionnaires::{Content, Item, Scale};
use crate::vocabulary::Gender;

/// A year's evaluation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlannedEvaluation {
    pub year: i32,
    pub opens_on: NaiveDate,
    /// First day on which nothing is taken any more.
    pub closes_on: NaiveDate,
    /// Whether answers are still taken.
    pub open: bool,
}

/// Days that the demonstration's open one has been open for, and stays open.
const RUNNING: (u64, u64) = (10, 80);
/// Of the answers of a whole window, those that came so far.
const SO_FAR: f64 = 0.5;
/// The centre where something changed in earnest, the one with too few answers, the one with too few boys: by their places.
const CHANGED: usize = 0;
const FEW: usize = 1;
const FEW_BOYS: usize = 2;
/// What did change there, and by how much in the last full year.
const AREA: &str = "part";
const CHANGE: f64 = 0.13;

const BEST: [&str; 10] = [
    "Da lahko samo pridem in se usedem.",
    "Glasba in biljard.",
    "Ljudje tukaj me poslušajo.",
    "Kuhamo skupaj.",
    "Da ni pritiska.",
    "Izleti.",
    "Nihče me ne sprašuje za ocene.",
    "Bend vadi brez plačila.",
    "Delavka si vzame čas.",
    "Topel prostor pozimi.",
];
const CHANGES: [&str; 10] = [
    "Odprto bi moralo biti dlje, vsaj ob petkih.",
    "Več stvari za starejše od 18.",
    "Boljši internet.",
    "Naj mi izbiramo filme.",
    "Kdaj bi šli lahko kam z vlakom.",
    "Več miru v zadnji sobi.",
    "Stol je polomljen že eno leto.",
    "Da bi povedali prej, kaj bo.",
    "Nič.",
    "Več košarke.",
];

fn monday(year: i32, week: u32) -> NaiveDate {
    NaiveDate::from_isoywd_opt(year, week, Weekday::Mon).unwrap_or_default()
}

/// One in each year whose window is over; with `asks_now` the running year's is open instead, whatever week it is.
pub fn evaluations(wanted: &Wanted) -> Vec<PlannedEvaluation> {
    if wanted.answers == 0 {
        return Vec::new();
    }
    let of = |year: i32| {
        let (opens_on, closes_on) = (monday(year, 41), monday(year, 44));
        if wanted.asks_now && year == wanted.until.year() {
            let (before, after) = (Days::new(RUNNING.0), Days::new(RUNNING.1));
            let (opens_on, closes_on) = (wanted.until - before, wanted.until + after);
            return Some(PlannedEvaluation { year, opens_on, closes_on, open: true });
        }
        (closes_on <= wanted.until).then_some(PlannedEvaluation { year, opens_on, closes_on, open: false })
    };
    (wanted.first_day().year()..=wanted.until.year()).filter_map(of).collect()
}

/// How many girls and others, and how many boys, answer at a place of the recorders.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
fn size(wanted: &Wanted, tree: &Tree, it: &PlannedEvaluation, recorder: usize) -> (usize, usize) {
    let weight = |at: usize| {
        let mut chance = Chance::of(wanted.seed, &[6, at as u64, it.year as u64]);
        0.25 + 1.5 * chance.share() * chance.share() + chance.share() * 0.5
    };
    let all: f64 = (0..tree.recorders.len()).map(weight).sum();
    let mut n = wanted.answers as f64 * weight(recorder) / all;
    if it.open {
        n *= SO_FAR;
    }
    let n = n.round() as usize;
    // What a demonstration is to show needs a network that is large enough for it.
    let shows = tree.recorders.len() > FEW_BOYS && wanted.answers / tree.recorders.len() >= 20;
    match recorder {
        CHANGED if shows => (n.max(44) - n.max(44) / 2, n.max(44) / 2),
        FEW if shows => (5, 4),
        FEW_BOYS if shows => (24, 14),
        _ => (n - n * 47 / 100, n * 47 / 100),
    }
}

/// What was answered at one of the recorders, about one questionnaire.
#[allow(clippy::cast_sign_loss)]
pub fn answers(
    wanted: &Wanted,
    tree: &Tree,
    it: &PlannedEvaluation,
    recorder: usize,
    content: &Content,
) -> Vec<Given> {
    let (others, boys) = size(wanted, tree, it, recorder);
    let place = Liked::at(wanted, it, recorder, content);
    let one = |n: usize| {
        let mut chance = Chance::of(wanted.seed, &[7, recorder as u64, it.year as u64, n as u64]);
        place.respondent(&mut chance, content, n >= others)
    };
    (0..others + boys).map(one).collect()
}

/// How well a place is liked, by area: 0 to 1.
struct Liked(BTreeMap<String, f64>);

impl Liked {
    #[allow(clippy::cast_sign_loss)]
    fn at(wanted: &Wanted, it: &PlannedEvaluation, recorder: usize, content: &Content) -> Liked {
        let mut house = Chance::of(wanted.seed, &[8, recorder as u64]);
        let whole = (house.share() - 0.5) * 0.12;
        let area = |(at, area): (usize, &crate::questionnaires::Area)| {
            let mut chance = Chance::of(wanted.seed, &[9, recorder as u64, at as u64]);
            let usual = Chance::of(wanted.seed, &[10, at as u64]).share() * 0.18;
            let last_full = wanted.until.year() - 1;
            let changed = recorder == CHANGED && area.code == AREA && it.year >= last_full;
            let change = if changed { CHANGE } else { 0.0 };
            let low = if recorder == CHANGED && area.code == AREA { -0.12 } else { 0.0 };
            let liked = 0.66 + usual + whole + (chance.share() - 0.5) * 0.08 + change + low;
            (area.code.clone(), liked.clamp(0.1, 0.95))
        };
        Liked(content.areas.iter().enumerate().map(area).collect())
    }

    fn respondent(&self, chance: &mut Chance, content: &Content, boy: bool) -> Given {
        // Some are content with everything and some with nothing.
        let mood = (chance.share() + chance.share() - 1.0) * 0.28;
        // A few stop half-way.
        let stops = chance.yes(0.02).then_some(content.items.len() / 2);
        let mut given = Given {
            language: content.first_language().to_owned(),
            gender: match chance.weighted(&[0.88, 0.05, 0.07]) {
                0 if boy => Some(Gender::Boy),
                0 => Some(Gender::Girl),
                1 => Some(Gender::NonBinary),
                _ => None,
            },
            age: match chance.weighted(&[0.33, 0.47, 0.16, 0.04]) {
                0 => Some(Age::First),
                1 => Some(Age::Second),
                2 => Some(Age::Third),
                _ => None,
            },
            values: BTreeMap::new(),
            texts: BTreeMap::new(),
        };
        for (at, item) in content.items.iter().enumerate() {
            if stops.is_some_and(|until| at >= until) || !is_asked(content, item, &given.values) {
                continue;
            }
            if let Some(value) = self.answer(chance, item, mood) {
                given.values.insert(item.code.clone(), value);
            } else if item.scale == Scale::Open && chance.yes(0.12) {
                let words = if item.code == "best" { &BEST } else { &CHANGES };
                given.texts.insert(item.code.clone(), chance.pick(words).to_owned());
            }
        }
        given
    }

    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn answer(&self, chance: &mut Chance, item: &Item, mood: f64) -> Option<Value> {
        if item.scale == Scale::Open || item.scale.is_background() || chance.yes(0.015) {
            return None;
        }
        if chance.yes(0.04) {
            return Some(Value::DontKnow);
        }
        Some(match &item.scale {
            Scale::Many(choices) => {
                let chosen: Vec<String> =
                    choices.iter().filter(|_| chance.yes(0.35)).map(|it| it.code.clone()).collect();
                if chosen.is_empty() { Value::DontKnow } else { Value::Many(chosen) }
            }
            Scale::One(choices) => {
                Value::Choice(choices.get(chance.between(0, choices.len() as i64 - 1) as usize)?.code.clone())
            }
            Scale::Number { least, most } => Value::Number(chance.between(*least, *most)),
            scale => {
                let top = scale.steps()? - 1;
                let liked = item.area.as_ref().and_then(|area| self.0.get(area)).copied().unwrap_or(0.7);
                let noise = (chance.share() + chance.share() - 1.0) * 0.42;
                let height =
                    (f64::from(top) * (liked + mood + noise)).round().clamp(0.0, f64::from(top)) as u8;
                Value::Step(if item.reversed { top - height } else { height })
            }
        })
    }
}
