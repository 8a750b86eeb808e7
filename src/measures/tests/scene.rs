//! Random evenings, written the way all entries are written.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use uuid::Uuid;

use crate::access::Me;
use crate::activities::{self, Activity, CountMethod, Counts, Entry, Heads, Status, UNKNOWN, record};
use crate::i18n::Text18;
use crate::measures::{Period, Question};
use crate::testing::TestApp;
use crate::units::Unit;
use crate::vocabulary::{self, Gender, Kind, Part, PlaceKind, Term, Vocabulary};

pub use super::store::rename;

pub const UNITS: [&str; 5] = ["mc-reka", "mc-most", "mc-sava", "zavod-sava", "taborniki"];
const BANDS: [&str; 7] = ["0-9", "10-12", "13-14", "15-18", "19-24", "25-29", "30+"];

pub fn date(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

pub fn question(unit: &Unit, from: NaiveDate, last: NaiveDate) -> Question {
    Question::new(unit.network.id, unit.path.clone(), Period::own(from, last))
}

/// An entry with nothing in it but an hour.
pub fn plain(activity: &Activity, id: Uuid, local_date: NaiveDate) -> Entry {
    Entry {
        id,
        unit_id: activity.unit_id,
        activity_id: activity.id,
        kind: activity.kind,
        place_kind: activity.place_kind,
        main_tag: None,
        main_field: None,
        project: None,
        terms: Vec::new(),
        status: Status::Held,
        cancel_reason: None,
        local_date,
        start_min: None,
        duration_min: 60,
        zone: "Europe/Ljubljana".into(),
        start_at: None,
        created_min: 0,
        counts: Counts::default(),
        first_visits: None,
        staff_count: None,
        staff_min: None,
        prep_min: None,
        volunteer_count: None,
        volunteer_min: None,
        count_method: CountMethod::Counted,
        copied_counts: false,
        series_id: None,
        note: None,
        deleted: false,
    }
}

pub async fn activity(app: &TestApp, unit: &str, code: &str, kind: Kind) -> Activity {
    let unit = app.unit(unit).await;
    let new = Activity {
        id: app.ids.ordered(),
        unit_id: unit.id,
        code: code.into(),
        name: Text18::two(&format!("Dejavnost {code}"), &format!("Activity {code}")),
        kind,
        place_kind: PlaceKind::OnSite,
        main_tag: None,
        main_field: None,
        project: None,
        place: None,
        from_on: date(2020, 1, 1),
        until_on: None,
        default_start_min: None,
        default_duration_min: None,
        version: 1,
        terms: Vec::new(),
        weekdays: Vec::new(),
        week_from: NaiveDate::MIN,
        former: Vec::new(),
    };
    let mut tx = app.db.begin().await.unwrap();
    activities::insert_activity(&mut tx, unit.network.id, &new).await.unwrap();
    tx.commit().await.unwrap();
    new
}

pub async fn write(app: &TestApp, entries: &[Entry]) {
    let mut tx = app.db.begin().await.unwrap();
    let bulk = record::Bulk { by: None, at: app.clock.now(), entries: entries.to_vec() };
    record::write_all(&mut tx, app.network_id, &[bulk]).await.unwrap();
    tx.commit().await.unwrap();
}

/// Deletes an entry or brings it back, as its page does.
pub async fn set_deleted(app: &TestApp, me: &Me, id: Uuid, deleted: bool) {
    let stored = activities::entry(&app.db, app.network_id, id).await.unwrap().unwrap();
    let unit = app.unit_by_id(stored.entry.unit_id).await;
    let command = app.ids.ordered();
    record::set_deleted(app.app(), me, &unit, &stored, (command, true), deleted).await.unwrap();
}

fn heads(rng: &mut StdRng) -> Option<Heads> {
    if rng.random_ratio(1, 4) {
        return None;
    }
    let total = rng.random_range(0..25);
    let (mut gender, mut age): (BTreeMap<Gender, i64>, BTreeMap<String, i64>) = <_>::default();
    for _ in 0..total {
        let class = Gender::ALL[rng.random_range(0..Gender::ALL.len())];
        *gender.entry(class).or_default() += 1;
        let band = BANDS.get(rng.random_range(0..=BANDS.len())).copied().unwrap_or(UNKNOWN);
        *age.entry(band.to_owned()).or_default() += 1;
    }
    Some(Heads { total, gender, age })
}

fn pick(rng: &mut StdRng, terms: &[Term], list: Vocabulary) -> Option<Uuid> {
    let of: Vec<&Term> = terms.iter().filter(|term| term.vocabulary == list).collect();
    rng.random_ratio(3, 4).then(|| of[rng.random_range(0..of.len())].id)
}

/// What may have taken place of an activity between December 2025 and April 2026.
pub fn entry(rng: &mut StdRng, app: &TestApp, activity: &Activity, terms: &[Term]) -> Entry {
    let day = date(2025, 12, 1) + Days::new(rng.random_range(0..150));
    let duration_min = rng.random_range(0..=600);
    let mut counts = Counts::default();
    for part in Part::ALL {
        counts.set(*part, heads(rng));
    }
    let (main_tag, main_field) = (pick(rng, terms, Vocabulary::Tag), pick(rng, terms, Vocabulary::Field));
    let mut further: Vec<Uuid> = (0..rng.random_range(0..4))
        .filter_map(|at| pick(rng, terms, if at % 2 == 0 { Vocabulary::Tag } else { Vocabulary::Field }))
        .collect();
    further.sort_unstable();
    further.dedup();
    let maybe = |rng: &mut StdRng| rng.random_ratio(1, 2).then(|| rng.random_range(0..200));
    Entry {
        main_tag,
        main_field,
        terms: further,
        status: if rng.random_ratio(1, 10) { Status::Cancelled } else { Status::Held },
        start_min: rng.random_ratio(4, 5).then(|| rng.random_range(0..1440)),
        duration_min,
        created_min: rng.random_range(0..=duration_min),
        place_kind: PlaceKind::ALL[rng.random_range(0..PlaceKind::ALL.len())],
        counts,
        first_visits: maybe(rng),
        staff_min: maybe(rng),
        prep_min: maybe(rng),
        volunteer_min: maybe(rng),
        deleted: rng.random_ratio(1, 10),
        ..plain(activity, app.ids.ordered(), day)
    }
}

/// Activities of every kind in every unit, and `n` evenings of them between December 2025 and April 2026.
pub async fn evenings(app: &TestApp, seed: u64, n: usize) -> Vec<Entry> {
    let terms = vocabulary::terms(&app.db, app.network_id).await.unwrap();
    let mut rng = StdRng::seed_from_u64(seed);
    let mut offered = Vec::new();
    for unit in UNITS {
        for kind in Kind::ALL {
            offered.push(activity(app, unit, &format!("{unit}-{}", kind.code()), *kind).await);
        }
        // A second room that is open to all, so that two may be open at once.
        offered.push(activity(app, unit, &format!("{unit}-second"), Kind::Open).await);
    }
    let entries: Vec<Entry> = (0..n)
        .map(|_| {
            let at = rng.random_range(0..offered.len());
            entry(&mut rng, app, &offered[at], &terms)
        })
        .collect();
    write(app, &entries).await;
    entries
}
