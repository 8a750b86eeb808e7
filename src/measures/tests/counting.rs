//! Figures against a recount by hand, over the plain entries; and the sums that must always agree.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;
use uuid::Uuid;

use super::scene::{self, UNITS, date, question};
use super::store;
use crate::access::RoleKind;
use crate::activities::{Entry, Status};
use crate::measures::{self, Ask, Axis, Measure, Question, Sums, WITH, WITHOUT};
use crate::testing::TestApp;
use crate::vocabulary::{self, Kind, Part, Vocabulary};

const FROM: (i32, u32, u32) = (2026, 1, 1);
const LAST: (i32, u32, u32) = (2026, 3, 31);

fn counts(entry: &Entry) -> bool {
    let (from, last) = (date(FROM.0, FROM.1, FROM.2), date(LAST.0, LAST.1, LAST.2));
    entry.status == Status::Held && !entry.deleted && entry.local_date >= from && entry.local_date <= last
}

fn heads(entry: &Entry, part: Part) -> i64 {
    entry.counts.of(part).map_or(0, |heads| heads.total)
}

/// Minute by minute, as somebody with a clock and much patience would.
fn opening(entries: &[&Entry]) -> i64 {
    let mut open: HashMap<(Uuid, NaiveDate), Vec<bool>> = HashMap::new();
    let mut unknown = 0;
    for entry in entries.iter().filter(|entry| entry.kind == Kind::Open) {
        match entry.start_min {
            Some(start) => {
                let minute = |n: i64| usize::try_from(n).unwrap();
                let (from, until) = (minute(start), minute(start + entry.duration_min));
                let minutes = open.entry((entry.unit_id, entry.local_date)).or_default();
                minutes.resize(until.max(minutes.len()), false);
                minutes[from..until].fill(true);
            }
            None => unknown += entry.duration_min,
        }
    }
    let of_day = |minutes: &Vec<bool>| minutes.iter().filter(|open| **open).count();
    unknown + i64::try_from(open.values().map(of_day).sum::<usize>()).unwrap()
}

pub fn recount(entries: &[&Entry]) -> Sums {
    let mut sums = Sums { opening_min: opening(entries), ..Sums::default() };
    for entry in entries {
        sums.held += 1;
        sums.duration_min += entry.duration_min;
        if entry.kind == Kind::Group {
            sums.group_min += entry.duration_min;
        }
        sums.creators += heads(entry, Part::Creator);
        sums.participants += heads(entry, Part::Participant);
        sums.audience += heads(entry, Part::Audience);
        sums.created_min += entry.created_min;
        sums.first_visits += entry.first_visits.unwrap_or(0);
        sums.staff_min += entry.staff_min.unwrap_or(0);
        sums.prep_min += entry.prep_min.unwrap_or(0);
        sums.volunteer_min += entry.volunteer_min.unwrap_or(0);
    }
    sums
}

/// Members of the axes that an entry belongs to whole.
fn member(axis: Axis, entry: &Entry, names: &HashMap<Uuid, String>, units: &HashMap<Uuid, &str>) -> String {
    let term = |id: Option<Uuid>| id.map_or("none".to_owned(), |id| names[&id].clone());
    match axis {
        Axis::Kind => entry.kind.code().to_owned(),
        Axis::PlaceKind => entry.place_kind.code().to_owned(),
        Axis::Weekday => entry.local_date.weekday().number_from_monday().to_string(),
        Axis::Month => format!("{}-{:02}", entry.local_date.year(), entry.local_date.month()),
        Axis::Unit => match units[&entry.unit_id] {
            "mc-reka" | "mc-most" => "ljubljana".to_owned(),
            "mc-sava" | "zavod-sava" => "brezice".to_owned(),
            other => other.to_owned(),
        },
        Axis::MainTag => term(entry.main_tag),
        Axis::MainField => term(entry.main_field),
        _ => unreachable!("this axis splits heads or overlaps"),
    }
}

static RUNTIME: LazyLock<tokio::runtime::Runtime> =
    LazyLock::new(|| tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap());

proptest! {
    // Each is a database with hundreds of entries; what fails names its seed and is kept.
    #![proptest_config(ProptestConfig::with_cases(6))]
    #[test]
    fn every_figure_equals_a_recount_and_every_split_adds_up(seed in any::<u64>()) {
        RUNTIME.block_on(agree(seed));
    }
}

async fn agree(seed: u64) {
    let app = TestApp::new().await;
    let all = scene::evenings(&app, seed, 300).await;
    let entries: Vec<&Entry> = all.iter().filter(|entry| counts(entry)).collect();
    assert!(entries.len() > 100 && entries.len() < 250);
    let network = app.unit("mreza").await;
    let asked = question(&network, date(FROM.0, FROM.1, FROM.2), date(LAST.0, LAST.1, LAST.2));
    let terms = vocabulary::terms(&app.db, app.network_id).await.unwrap();
    let names: HashMap<Uuid, String> = terms.iter().map(|term| (term.id, term.code.clone())).collect();
    let mut units = HashMap::new();
    for code in UNITS {
        units.insert(app.unit(code).await.id, code);
    }

    let total = measures::total(&app.db, &asked).await.unwrap();
    assert_eq!(total, recount(&entries));
    let books = measures::open(&app.db, app.network_id, &[Ask::daily(asked.period)]).await.unwrap();
    let days = asked.period.from.iter_days().take_while(|day| *day < asked.period.until);
    let of_day = |day| books.total(&question(&network, day, day));
    assert_eq!(days.map(of_day).sum::<Sums>(), total);

    let whole =
        [Axis::Kind, Axis::PlaceKind, Axis::Weekday, Axis::Month, Axis::Unit, Axis::MainTag, Axis::MainField];
    for axis in whole {
        let members = measures::by(&app.db, &asked, axis).await.unwrap();
        let mut by_hand: BTreeMap<String, Vec<&Entry>> = BTreeMap::new();
        for entry in &entries {
            by_hand.entry(member(axis, entry, &names, &units)).or_default().push(entry);
        }
        let codes: Vec<&String> = by_hand.keys().collect();
        assert_eq!(members.keys().collect::<Vec<_>>(), codes, "{axis:?}");
        for measure in Measure::ALL.into_iter().filter(|measure| axis.splits(*measure)) {
            for (code, of) in &by_hand {
                assert_eq!(
                    measure.of(&members[code]),
                    measure.of(&recount(of)),
                    "{axis:?} {code} {measure:?}"
                );
            }
        }
    }

    for axis in Axis::ALL.into_iter().filter(|axis| axis.partitions()) {
        let sum: Sums = measures::by(&app.db, &asked, axis).await.unwrap().into_values().sum();
        for measure in Measure::ALL.into_iter().filter(|it| it.additive() && axis.splits(*it)) {
            assert_eq!(measure.of(&sum), measure.of(&total), "{axis:?} does not add up for {measure:?}");
        }
    }
    classes_of_heads(&app, &asked, &entries).await;
    terms_that_overlap(&app, &asked, &entries, &terms).await;
    opened_to_the_last_step(&app, &asked, total).await;
}

async fn classes_of_heads(app: &TestApp, asked: &measures::Question, entries: &[&Entry]) {
    let mut gender: BTreeMap<(String, Part), i64> = BTreeMap::new();
    let mut age = gender.clone();
    for entry in entries {
        for part in Part::ALL {
            let Some(heads) = entry.counts.of(*part) else { continue };
            for (class, n) in &heads.gender {
                *gender.entry((class.code().to_owned(), *part)).or_default() += n;
            }
            for (band, n) in &heads.age {
                *age.entry((band.clone(), *part)).or_default() += n;
            }
        }
    }
    for (axis, by_hand) in [(Axis::Gender, gender), (Axis::AgeBand, age)] {
        let members = measures::by(&app.db, asked, axis).await.unwrap();
        for ((code, part), n) in by_hand {
            let sums = members[&code];
            let found = [sums.creators, sums.participants, sums.audience][part as usize];
            assert_eq!(found, n, "{axis:?} {code} {part:?}");
        }
    }
}

async fn terms_that_overlap(
    app: &TestApp,
    asked: &measures::Question,
    entries: &[&Entry],
    terms: &[vocabulary::Term],
) {
    for (axis, list) in [(Axis::Tag, Vocabulary::Tag), (Axis::Field, Vocabulary::Field)] {
        let members = measures::by(&app.db, asked, axis).await.unwrap();
        let of_list: Vec<Uuid> = terms.iter().filter(|term| term.vocabulary == list).map(|t| t.id).collect();
        let main = |entry: &Entry| if axis == Axis::Tag { entry.main_tag } else { entry.main_field };
        let named = |entry: &Entry, id: Uuid| main(entry) == Some(id) || entry.terms.contains(&id);
        let without_opening = |sums: Sums| Sums { opening_min: 0, ..sums };
        for term in terms.iter().filter(|term| term.vocabulary == list) {
            let of: Vec<&Entry> = entries.iter().copied().filter(|entry| named(entry, term.id)).collect();
            let found = members.get(&term.code).copied().unwrap_or_default();
            assert_eq!(found, without_opening(recount(&of)), "{}", term.code);
        }
        let (with, without): (Vec<&Entry>, Vec<&Entry>) =
            entries.iter().copied().partition(|entry| of_list.iter().any(|id| named(entry, *id)));
        assert_eq!(members[WITH], without_opening(recount(&with)));
        assert_eq!(members[WITHOUT], without_opening(recount(&without)));
        let total = measures::total(&app.db, asked).await.unwrap();
        assert_eq!(members[WITH] + members[WITHOUT], without_opening(total));
    }
}

async fn opened_to_the_last_step(app: &TestApp, asked: &measures::Question, total: Sums) {
    let books = measures::open(&app.db, asked.network_id, &[Ask::whole(asked.period)]).await.unwrap();
    assert_eq!(books.by_unit_month(asked, None).into_values().sum::<Sums>(), total);
    for axis in Axis::ALL {
        for (code, sums) in books.by(asked, axis) {
            let rows = books.by_unit_month(asked, Some((axis, &[code.as_str()])));
            assert_eq!(rows.into_values().sum::<Sums>(), sums, "{axis:?} {code}");
        }
    }
    let trees = measures::trees(&app.db, asked.network_id).await.unwrap();
    // A page shows units below by month, and a unit's own activities by month.
    for unit in UNITS {
        let of_unit = Question { path: app.unit(unit).await.path, ..asked.clone() };
        for axis in Axis::ALL {
            for (code, sums) in books.by(&of_unit, axis) {
                let member = Some((axis, &[code.as_str()][..]));
                let own = measures::by_activity_month(&app.db, &trees, &of_unit, member).await.unwrap();
                let own = own.into_iter().map(|row| row.sums);
                let below = books.by_unit_month(&of_unit, member).into_iter();
                let below = below.filter(|((below, _), _)| below != unit).map(|(_, sums)| sums);
                let sum: Sums = own.chain(below).sum();
                assert_eq!(sum.without_opening(), sums.without_opening(), "{unit} {axis:?} {code}");
            }
        }
    }
}

#[tokio::test]
async fn an_entry_counts_where_its_unit_stood_on_that_day() {
    let app = TestApp::new().await;
    let all = scene::evenings(&app, 5, 200).await;
    store::move_unit(&app, "mc-reka", "brezice", date(2026, 2, 10)).await;
    let reka = app.unit("mc-reka").await;
    let most = app.unit("mc-most").await;
    let (first, last) = (date(2025, 12, 1), date(2026, 4, 30));
    let valid = |entry: &&Entry| entry.status == Status::Held && !entry.deleted;
    let at = |wanted: &dyn Fn(&Entry) -> bool| -> Sums {
        let of: Vec<&Entry> = all.iter().filter(valid).filter(|entry| wanted(entry)).collect();
        recount(&of)
    };
    let before = |entry: &Entry| entry.local_date < date(2026, 2, 10);
    let total = async |code: &str| {
        measures::total(&app.db, &question(&app.unit(code).await, first, last)).await.unwrap()
    };
    let ljubljana = at(&|e| e.unit_id == most.id || (e.unit_id == reka.id && before(e)));
    assert_eq!(total("ljubljana").await, ljubljana);
    // The unit itself keeps its whole past, wherever it stands today.
    assert_eq!(total("mc-reka").await, at(&|e| e.unit_id == reka.id));
    assert_eq!(total("mreza").await, at(&|_| true));
    let below =
        measures::by(&app.db, &question(&app.unit("brezice").await, first, last), Axis::Unit).await.unwrap();
    assert_eq!(below["mc-reka"], at(&|e| e.unit_id == reka.id && !before(e)));
}

#[tokio::test]
async fn a_change_shows_at_once_and_deleted_ones_never_count() {
    let app = TestApp::new().await;
    let unit = app.unit("mc-reka").await;
    let asked = question(&unit, date(2026, 1, 1), date(2026, 12, 31));
    assert_eq!(measures::total(&app.db, &asked).await.unwrap(), Sums::default());
    let evening = scene::activity(&app, "mc-reka", "evening", Kind::Open).await;
    let entry = scene::plain(&evening, app.ids.ordered(), date(2026, 5, 5));
    scene::write(&app, std::slice::from_ref(&entry)).await;
    assert_eq!(measures::total(&app.db, &asked).await.unwrap().opening_min, 60);
    let (me, _) = app.person(RoleKind::Worker, "mc-reka").await;
    scene::set_deleted(&app, &me, entry.id, true).await;
    assert_eq!(measures::total(&app.db, &asked).await.unwrap(), Sums::default());
    scene::set_deleted(&app, &me, entry.id, false).await;
    assert_eq!(measures::total(&app.db, &asked).await.unwrap().held, 1);
    // Read ahead or not, the figures are the same.
    measures::warm(app.db.clone(), app.clock.day()).await;
    assert_eq!(measures::total(&app.db, &asked).await.unwrap().held, 1);
    // Another network's figures are another's.
    let other = Question { network_id: app.ids.ordered(), ..asked };
    assert_eq!(measures::total(&app.db, &other).await.unwrap(), Sums::default());
}
