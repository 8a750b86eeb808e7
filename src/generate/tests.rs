mod annual;
mod change;
mod rows;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use chrono::{Datelike, Days, NaiveDate};
use sha2::{Digest, Sha256};

use super::Wanted;
use super::plan::{Plan, PlannedEntry};
use crate::units;
use crate::vocabulary::{Gender, Kind, Part, PlaceKind};

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn wanted(centres: usize, years: i32, seed: u64, until: NaiveDate) -> Wanted {
    Wanted { centres, years, seed, until, last_recorded: until, answers: 0, asks_now: false }
}

fn entries(plan: &Plan) -> Vec<PlannedEntry> {
    let recorders = 0..plan.tree.recorders.len();
    plan.weeks().flat_map(|monday| recorders.clone().flat_map(move |at| plan.week(at, monday))).collect()
}

fn digest(of: &impl std::fmt::Debug) -> Vec<u8> {
    Sha256::digest(format!("{of:?}")).to_vec()
}

#[test]
fn the_same_seed_gives_the_same_plan_and_another_seed_another() {
    let plan = |seed| digest(&entries(&Plan::new(wanted(3, 0, seed, date(2026, 4, 30)), "mreza")));
    assert_eq!(plan(5), plan(5));
    assert_ne!(plan(5), plan(6));
}

#[test]
fn a_shorter_stretch_is_the_beginning_of_a_longer_one() {
    let long = entries(&Plan::new(wanted(2, 1, 5, date(2026, 3, 31)), "mreza"));
    let short = entries(&Plan::new(wanted(2, 1, 5, date(2026, 3, 11)), "mreza"));
    let mut before = long;
    before.retain(|entry| entry.date <= date(2026, 3, 11));
    assert!(short.len() > 200);
    assert_eq!(digest(&short), digest(&before));
}

#[test]
fn nothing_lies_outside_the_years_asked_for() {
    let plan =
        Plan::new(Wanted { last_recorded: date(2026, 2, 4), ..wanted(2, 2, 9, date(2026, 2, 5)) }, "mreza");
    let all = entries(&plan);
    let days: BTreeSet<NaiveDate> = all.iter().map(|entry| entry.date).collect();
    assert!(days.first().is_some_and(|day| (date(2024, 1, 1)..date(2024, 1, 10)).contains(day)));
    assert_eq!(days.last(), Some(&date(2026, 2, 4)));
    assert_eq!(days.iter().map(NaiveDate::year).collect::<BTreeSet<_>>(), BTreeSet::from([2024, 2025, 2026]));
    // A year that has just begun, and nothing before it.
    assert!(entries(&Plan::new(wanted(1, 0, 9, date(2026, 1, 2)), "mreza")).is_empty());
}

/// Sums over planned entries.
#[derive(Default)]
struct Sums {
    held: f64,
    minutes: f64,
    created: f64,
    visits: f64,
    makers: f64,
    kinds: BTreeMap<Kind, f64>,
    gender: BTreeMap<Gender, f64>,
    age: BTreeMap<String, f64>,
}

#[allow(clippy::cast_precision_loss)]
fn sums(plan: &Plan, year: i32) -> Sums {
    let mut sums = Sums::default();
    for entry in entries(plan) {
        let activity = &plan.activities[entry.activity];
        let centre = plan.tree.units[activity.unit].kind == "centre";
        if entry.date.year() != year || entry.cancelled.is_some() || !centre {
            continue;
        }
        sums.held += 1.0;
        sums.minutes += entry.duration_min as f64;
        sums.created += entry.created_min as f64;
        sums.visits += entry.counts.visits().unwrap_or(0) as f64;
        sums.makers += entry.counts.creator.as_ref().map_or(0.0, |heads| heads.total as f64);
        *sums.kinds.entry(activity.offer.kind).or_default() += 1.0;
        for heads in Part::ALL.iter().filter_map(|part| entry.counts.of(*part)) {
            for (gender, n) in &heads.gender {
                *sums.gender.entry(*gender).or_default() += *n as f64;
            }
            for (band, n) in &heads.age {
                *sums.age.entry(band.clone()).or_default() += *n as f64;
            }
        }
    }
    sums
}

fn within(what: &str, value: f64, least: f64, most: f64) {
    assert!((least..=most).contains(&value), "{what}: {value:.3}, expected {least} to {most}");
}

/// Published for 2022 of 26 centres: 18,643 activities (14,285 open, 4,358 group), 92,898 hours, 194,820 visits.
#[test]
fn a_year_looks_like_the_published_one() {
    let plan = Plan::new(wanted(27, 2, 2022, date(2026, 1, 20)), "mreza");
    let mut shares = Vec::new();
    for year in [2024, 2025] {
        let sums = sums(&plan, year);
        within("activities", sums.held / 27.0, 650.0, 790.0);
        within("hours", sums.minutes / 60.0 / 27.0, 3210.0, 3930.0);
        within("visits", sums.visits / 27.0, 6750.0, 8250.0);
        within("visits per activity", sums.visits / sums.held, 9.4, 11.4);
        within("open : group", sums.kinds[&Kind::Open] / sums.kinds[&Kind::Group], 2.9, 3.7);
        within("creators", sums.makers / sums.visits, 0.025, 0.055);
        let known = sums.gender[&Gender::Girl] + sums.gender[&Gender::Boy] + sums.gender[&Gender::NonBinary];
        within("girls", sums.gender[&Gender::Girl] / known, 0.46, 0.50);
        within("non-binary", sums.gender[&Gender::NonBinary] / known, 0.004, 0.009);
        within("age unknown", sums.age["unknown"] / sums.visits, 0.16, 0.24);
        let aged = sums.visits - sums.age["unknown"];
        within("13 to 18", (sums.age["13-14"] + sums.age["15-18"]) / aged, 0.5, 0.75);
        within("25 and over", (sums.age["25-29"] + sums.age["30+"]) / aged, 0.03, 0.12);
        assert_eq!(sums.kinds.len(), 5);
        shares.push(sums.created / sums.minutes);
    }
    within("created in the first year", shares[0], 0.14, 0.19);
    within("created in the second year", shares[1], 0.18, 0.25);
}

/// Some forget a word, some leave it out: then there is something "without" to be seen.
#[test]
fn some_entries_have_no_main_tag_or_field() {
    let all = entries(&Plan::new(wanted(9, 1, 3, date(2026, 6, 30)), "mreza"));
    let share = |of: fn(&PlannedEntry) -> bool| {
        let n = all.iter().filter(|entry| of(entry)).count();
        f64::from(u32::try_from(n).unwrap()) / f64::from(u32::try_from(all.len()).unwrap())
    };
    within("no main tag", share(|entry| entry.without.0), 0.03, 0.05);
    within("no main field", share(|entry| entry.without.1), 0.05, 0.07);
}

/// Nothing is called an evening that begins at noon, and in the street nobody plays billiards.
#[test]
fn names_and_notes_fit_what_takes_place() {
    let plan = Plan::new(wanted(27, 1, 2022, date(2026, 6, 30)), "demo");
    for activity in &plan.activities {
        let evening =
            activity.offer.sl.contains("večer") || activity.offer.en.to_lowercase().contains("evening");
        assert!(!evening || activity.start >= 16 * 60, "{activity:?}");
    }
    let indoors = ["biljard", "palačinke", "steno", "kuhinjo", "prostor"];
    for entry in entries(&plan) {
        let street = plan.activities[entry.activity].offer.place_kind == PlaceKind::Street;
        let note = entry.note.filter(|_| street && entry.cancelled.is_none()).unwrap_or("");
        assert!(indoors.iter().all(|word| !note.contains(word)), "{note}");
    }
}

#[test]
fn every_entry_adds_up() {
    let plan = Plan::new(wanted(9, 1, 3, date(2026, 6, 30)), "mreza");
    let mut places = HashSet::new();
    for entry in entries(&plan) {
        let activity = &plan.activities[entry.activity];
        assert!(
            (15..=1440).contains(&entry.duration_min)
                && (0..=entry.duration_min).contains(&entry.created_min)
        );
        for heads in Part::ALL.iter().filter_map(|part| entry.counts.of(*part)) {
            assert_eq!(heads.gender.values().sum::<i64>(), heads.total);
            assert_eq!(heads.age.values().sum::<i64>(), heads.total);
        }
        if entry.cancelled.is_some() {
            assert_eq!((entry.counts.visits(), entry.created_min, entry.staff_min), (None, 0, None));
        }
        assert!(activity.offer.kind != Kind::OneToOne || entry.note.is_none());
        assert!(places.insert((entry.activity, entry.date)), "an activity is on at most once a day");
    }
}

#[test]
fn some_centres_have_gaps_and_one_opens_late() {
    let plan = Plan::new(wanted(27, 2, 2022, date(2026, 6, 30)), "demo");
    let mut last: BTreeMap<usize, NaiveDate> = BTreeMap::new();
    let mut first: BTreeMap<usize, NaiveDate> = BTreeMap::new();
    for entry in entries(&plan) {
        let unit = plan.activities[entry.activity].unit;
        first.entry(unit).or_insert(entry.date);
        last.insert(unit, entry.date);
    }
    let stopped: Vec<_> = last.values().filter(|day| **day < date(2026, 6, 30) - Days::new(30)).collect();
    assert_eq!(stopped.len(), 1);
    let late: Vec<_> = first.iter().filter(|(_, day)| **day >= date(2025, 3, 1)).collect();
    assert_eq!(late.len(), 1);
    let unit = &plan.tree.units[*late[0].0];
    assert_eq!(unit.place.as_deref(), Some("Zagorje ob Savi"));
    assert_eq!(unit.opened_on, date(2025, 3, 1));
    let towns = plan.tree.units.iter().filter(|unit| unit.kind == "municipality").count();
    assert_eq!(towns, 9);
    let named: BTreeSet<usize> =
        plan.activities.iter().filter(|activity| activity.in_project).map(|activity| activity.unit).collect();
    assert_eq!(named.len(), 10);
}

/// Watching over records has something to find, in a few of the further centres.
#[test]
fn some_further_centres_make_slips() {
    let plan = Plan::new(wanted(27, 2, 2022, date(2026, 6, 30)), "demo");
    let since = date(2026, 4, 1);
    let (plan, all) = (&plan, entries(&plan));
    let of = |recorder: usize| {
        let unit = plan.tree.recorders[recorder].unit;
        all.iter().filter(move |entry| plan.activities[entry.activity].unit == unit && entry.date >= since)
    };
    let kind = |entry: &PlannedEntry| plan.activities[entry.activity].offer.kind;
    let open = |recorder: usize| of(recorder).filter(move |entry| kind(entry) == Kind::Open);
    let round = |recorder: usize| {
        open(recorder).filter(|it| it.counts.visits().is_some_and(|n| n > 0 && n % 5 == 0)).count()
    };
    assert!(round(12) * 2 > open(12).count() && round(11) * 3 < open(11).count());
    let copied = |recorder: usize| open(recorder).filter(|it| it.copied_counts).count();
    assert!(copied(14) * 2 > open(14).count() && copied(13) * 4 < open(13).count());
    let long =
        |recorder: usize| of(recorder).filter(|it| it.duration_min > 720 && it.series.is_none()).count();
    assert!(long(16) > 0 && long(15) == 0);
    let doubled = |recorder: usize| {
        let mut seen = HashSet::new();
        of(recorder).filter(|it| !seen.insert((it.activity, it.date))).count()
    };
    assert!(doubled(18) > 0 && doubled(17) == 0);
    let of_month = |month: u32| of(20).filter(|it| it.date.month() == month).count();
    assert!(of_month(4) * 2 < of_month(5), "two months before the last");
    for entry in [12, 14, 16, 18].into_iter().flat_map(of) {
        assert!((0..=entry.duration_min).contains(&entry.created_min));
        for heads in Part::ALL.iter().filter_map(|part| entry.counts.of(*part)) {
            assert_eq!(heads.gender.values().sum::<i64>(), heads.total);
            assert_eq!(heads.age.values().sum::<i64>(), heads.total);
        }
    }
}

#[test]
fn most_centres_expect_somebody_every_working_day() {
    let plan = Plan::new(wanted(27, 1, 2022, date(2026, 6, 30)), "demo");
    for weekday in 1..=5 {
        let on: BTreeSet<usize> = plan
            .activities
            .iter()
            .filter(|activity| activity.until_on.is_none())
            .filter(|activity| activity.weekdays.iter().any(|usual| usual.weekday == weekday))
            .map(|activity| activity.unit)
            .collect();
        assert!(on.len() > 20, "{weekday}: {}", on.len());
    }
}

#[test]
fn the_largest_network_names_everything_once() {
    let plan = Plan::new(wanted(500, 0, 1, date(2026, 1, 5)), "mreza-2");
    let codes: HashSet<&str> = plan.tree.units.iter().map(|unit| unit.code.as_str()).collect();
    assert_eq!(codes.len(), plan.tree.units.len());
    assert!(codes.iter().all(|code| units::code(code).is_ok()), "{codes:?}");
    let mut offered = HashSet::new();
    for activity in &plan.activities {
        assert!(offered.insert((activity.unit, activity.code.as_str())), "{activity:?}");
    }
}
