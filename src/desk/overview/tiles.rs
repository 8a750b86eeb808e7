//! The finding in words, and the five figures that matter most.

use chrono::Datelike;

use super::scene::{Beside, Scene};
use crate::i18n::Arg;
use crate::measures::{Amount, Length, Measure, Sums, difference, shown};

const MEASURES: [Measure; 5] = [
    Measure::Visits,
    Measure::ActivitiesHeld,
    Measure::YouthWorkMin,
    Measure::CreatedShare,
    Measure::FirstVisits,
];

/// Further figures, in a table.
const MORE: [Measure; 7] = [
    Measure::OpeningMin,
    Measure::GroupMin,
    Measure::VisitsPerOccasion,
    Measure::CreatorsShare,
    Measure::Creators,
    Measure::Participants,
    Measure::Audience,
];
const OF_STAFF: [Measure; 3] = [Measure::StaffMin, Measure::PrepMin, Measure::VolunteerMin];

/// The period and what stands beside it, counted.
pub struct Totals {
    pub now: Sums,
    pub ago: Sums,
    pub before: Sums,
}

impl Totals {
    pub fn all(&self) -> [&Sums; 3] {
        [&self.now, &self.ago, &self.before]
    }
}

pub struct Compared {
    pub change: Option<String>,
    pub then: String,
    pub href: Option<String>,
}

pub struct Tile {
    pub label: String,
    pub figure: String,
    pub href: Option<String>,
    pub compared: Vec<Compared>,
}

pub fn tiles(scene: &Scene, totals: &Totals) -> Vec<Tile> {
    MEASURES.into_iter().map(|measure| tile(scene, totals, measure)).collect()
}

fn tile(scene: &Scene, totals: &Totals, measure: Measure) -> Tile {
    let w = scene.w;
    let now = measure.of(&totals.now);
    let beside = |beside: Beside, sums: &Sums, key: &str| {
        let then = measure.of(sums);
        Compared {
            // Of nothing yet, less by all of it says nothing.
            change: difference(w, measure, now, then).filter(|_| totals.now.held > 0),
            then: w.of(key, shown(w, measure, then)),
            href: (then.number() != 0.0).then(|| scene.open_beside(measure, beside)),
        }
    };
    let mut compared = vec![beside(Beside::Ago, &totals.ago, "overview-ago")];
    if scene.has_before() {
        let key = format!("overview-before-{}", scene.period.length.code());
        compared.push(beside(Beside::Before, &totals.before, &key));
    }
    Tile {
        label: w.tr(&format!("measure-{}", measure.code())),
        figure: shown(w, measure, now),
        href: (now.number() != 0.0).then(|| scene.open(measure)),
        compared,
    }
}

/// One line of the table of further figures.
pub struct More {
    pub label: String,
    pub define: String,
    pub now: String,
    pub href: Option<String>,
    pub ago: String,
    pub ago_href: Option<String>,
    pub change: String,
}

pub fn more(scene: &Scene, totals: &Totals) -> Vec<More> {
    let w = scene.w;
    let staff = scene.sees_staff_time.then_some(OF_STAFF).into_iter().flatten();
    MORE.into_iter()
        .chain(staff)
        .map(|measure| {
            let (now, ago) = (measure.of(&totals.now), measure.of(&totals.ago));
            More {
                label: w.tr(&format!("measure-{}", measure.code())),
                define: format!("/definitions#{}", measure.code()),
                now: shown(w, measure, now),
                href: (now.number() != 0.0).then(|| scene.open(measure)),
                ago: shown(w, measure, ago),
                ago_href: (ago.number() != 0.0).then(|| scene.open_beside(measure, Beside::Ago)),
                change: difference(w, measure, now, ago)
                    .filter(|_| totals.now.held > 0)
                    .unwrap_or_else(|| "–".to_owned()),
            }
        })
        .collect()
}

/// The finding: when, how many visits, against the year before, how much young people made themselves.
pub struct Lead {
    pub when: String,
    pub visits: String,
    pub against: String,
    pub created: String,
}

pub fn lead(scene: &Scene, totals: &Totals) -> Lead {
    let w = scene.w;
    let (now, ago) = (totals.now.visits(), totals.ago.visits());
    let n = [("n", Arg::Int((now - ago).abs())), ("ago", Arg::Text(then(scene)))];
    let against = match now - ago {
        _ if totals.ago.held == 0 => w.with("overview-lead-first", &n[1..]),
        0 => w.with("overview-lead-same", &n[1..]),
        more if more > 0 => w.with("overview-lead-more", &n),
        _ => w.with("overview-lead-less", &n),
    };
    let when = if scene.unfinished() && totals.now.held == 0 && scene.period.length != Length::Own {
        // Up to which day nothing was counted is nothing to tell.
        w.tr(&format!("overview-running-{}", scene.period.length.code()))
    } else if scene.unfinished() {
        w.of(&format!("overview-now-{}", scene.period.length.code()), w.day(scene.now.last()))
    } else {
        w.of("overview-in", capitalised(&scene.period_name(&scene.period)))
    };
    Lead { when, visits: w.n("visits", now), against, created: created(scene, &totals.now) }
}

/// What the finding is compared with: the same day, week or month a year before, or as much of it as has been.
fn then(scene: &Scene) -> String {
    let w = scene.w;
    let year = scene.today.year();
    let last = scene.now.from.year() == year && scene.ago.last().year() == year - 1;
    let code = match (scene.period.length, scene.unfinished()) {
        (Length::Day, _) | (_, false) => scene.period.length.code(),
        (Length::Week, true) => "week-part",
        (_, true) => Length::Own.code(),
    };
    w.of(
        &format!("overview-then-{code}"),
        w.tr(if last { "overview-last-year" } else { "overview-year-before" }),
    )
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The created share as people say it: at least a quarter.
fn created(scene: &Scene, now: &Sums) -> String {
    let w = scene.w;
    let Amount::Ratio(share) = Measure::CreatedShare.of(now) else { return String::new() };
    let steps = [
        (1.0, "overview-created-all"),
        (0.75, "overview-created-three-quarters"),
        (2.0 / 3.0, "overview-created-two-thirds"),
        (0.5, "overview-created-half"),
        (1.0 / 3.0, "overview-created-third"),
        (0.25, "overview-created-quarter"),
        (0.2, "overview-created-fifth"),
        (0.1, "overview-created-tenth"),
        (f64::MIN_POSITIVE, "overview-created-less"),
    ];
    let found = steps.into_iter().find(|(least, _)| share >= *least);
    w.tr(found.map_or("overview-created-none", |(_, key)| key))
}
