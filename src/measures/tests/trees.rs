//! Both trees, over random histories of moves, mergers and closings.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use uuid::Uuid;

use super::counting::recount;
use super::scene::{self, UNITS, date, question};
use super::store;
use crate::access::RoleKind;
use crate::activities::{Entry, Status};
use crate::measures::trees::{ByUnit, Known, Placed};
use crate::measures::{self, Ask, Axis, Measure, Period, Question, Sums, Tree, Trees};
use crate::testing::TestApp;
use crate::units;

/// The last day of what is made up here.
const DAYS: u64 = 60;

fn day(n: u64) -> NaiveDate {
    date(2026, 1, 1) + Days::new(n)
}

fn id(n: usize) -> Uuid {
    Uuid::from_u128(n as u128 + 1)
}

/// From the root to a unit, where every unit but the root (0) has a parent. None: it would stand below itself.
fn line(parents: &[usize], unit: usize) -> Option<Vec<Uuid>> {
    let (mut ids, mut at) = (vec![id(unit)], unit);
    while at != 0 {
        at = parents[at - 1];
        if ids.len() > parents.len() {
            return None;
        }
        ids.push(id(at));
    }
    ids.reverse();
    Some(ids)
}

type Index = prop::sample::Index;

/// Units (0 is the root), moved now and then, some of them closed, some of these with any other as their successor.
fn history() -> impl Strategy<Value = Trees> {
    let start = proptest::collection::vec(any::<Index>(), 1..9);
    let moves = proptest::collection::vec((any::<Index>(), any::<Index>(), 1..DAYS), 0..8);
    let ends =
        proptest::collection::vec((any::<Index>(), 1..DAYS, proptest::option::of(any::<Index>())), 0..5);
    (start, moves, ends).prop_map(|(start, mut moves, ends)| {
        let mut parents: Vec<usize> = start.iter().zip(1..).map(|(at, n)| at.index(n)).collect();
        let n = parents.len() + 1;
        moves.sort_by_key(|(.., day)| *day);
        let mut placed: BTreeMap<usize, Vec<Placed>> = BTreeMap::new();
        let mut stand = |parents: &[usize], from: NaiveDate| {
            for unit in 0..n {
                let ids = line(parents, unit).expect("no circle");
                let of_unit = placed.entry(unit).or_default();
                match of_unit.last_mut() {
                    Some(last) if last.ids == ids => continue,
                    Some(last) if last.from == from => {
                        last.ids = ids;
                        continue;
                    }
                    Some(last) => last.until = Some(from),
                    None => {}
                }
                of_unit.push(Placed { unit_id: id(unit), ids, from, until: None });
            }
        };
        stand(&parents, day(0));
        for (unit, below, on) in moves {
            let (unit, below) = (unit.index(n), below.index(n));
            let before = parents.clone();
            if unit == 0 {
                continue;
            }
            parents[unit - 1] = below;
            if (0..n).any(|unit| line(&parents, unit).is_none()) {
                parents = before;
            } else {
                stand(&parents, day(on));
            }
        }
        let known = |n: usize| Known {
            code: format!("unit-{n}"),
            kind: "centre".into(),
            opened_on: day(0),
            closed_on: None,
            successor: None,
        };
        let mut units: ByUnit<Known> = (0..n).map(|unit| (id(unit), known(unit))).collect();
        for (unit, on, into) in ends {
            let unit = units.get_mut(&id(unit.index(n))).expect("a unit");
            unit.closed_on = Some(day(on));
            unit.successor = into.map(|into| id(into.index(n)));
        }
        Trees::new(Uuid::nil(), placed.into_values().flatten().collect(), units)
    })
}

fn on(places: &[Placed], unit: Uuid, day: NaiveDate) -> Vec<&Placed> {
    let holds =
        |it: &&Placed| it.unit_id == unit && it.from <= day && it.until.is_none_or(|until| day < until);
    places.iter().filter(holds).collect()
}

/// Whether asking for what a unit is merged into, or stands below, comes round in a circle.
fn circles(trees: &Trees, unit: Uuid, day: NaiveDate) -> bool {
    let (mut seen, mut at) = (HashSet::from([unit]), unit);
    loop {
        let merged = trees.unit(at).and_then(|known| known.merged_by(day));
        let parent = on(&trees.places(Tree::Then), at, day)[0].ids.iter().rev().nth(1).copied();
        let Some(next) = merged.or(parent) else { return false };
        if !seen.insert(next) {
            return true;
        }
        at = next;
    }
}

proptest! {
    /// Whatever happened, the trees place the same days of the same units, once; as of a day, every unit stands where it
    /// stands on that day, a merged one below its successor, with all its past.
    #[test]
    fn both_trees_hold_the_same_days(trees in history(), at in 0..DAYS + 20) {
        let today = day(at);
        let (then, now) = (trees.places(Tree::Then), trees.places(Tree::Today(today)));
        let units: HashSet<Uuid> = then.iter().map(|place| place.unit_id).collect();
        let any_circle = units.iter().any(|unit| circles(&trees, *unit, today));
        for unit in &units {
            for day in (0..DAYS + 20).map(day) {
                prop_assert_eq!(on(&then, *unit, day).len(), 1);
                prop_assert_eq!(on(&now, *unit, day).len(), 1);
            }
            let ids = &on(&now, *unit, today)[0].ids;
            prop_assert_eq!((ids.first(), ids.last()), (Some(&id(0)), Some(unit)));
            prop_assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len());
            if any_circle {
                continue;
            }
            // What stands above stands above in the same line.
            for (n, above) in ids.iter().enumerate() {
                prop_assert_eq!(&on(&now, *above, today)[0].ids, &ids[..=n].to_vec());
            }
            match trees.unit(*unit).and_then(|known| known.merged_by(today)) {
                Some(into) => prop_assert_eq!(ids[ids.len() - 2], into),
                None => prop_assert_eq!(ids.iter().rev().nth(1), on(&then, *unit, today)[0].ids.iter().rev().nth(1)),
            }
        }
        // And so does every unit's part: all of it, row by row, once.
        let period = Period::own(day(5), day(50));
        for tree in [Tree::Then, Tree::Today(today)] {
            let mut days = 0;
            for it in trees.stretches(tree, id(0), &[], period).iter() {
                prop_assert!(it.below == id(0) || trees.stretches(tree, it.below, &[id(0)], period).iter().any(|row| row.unit_id == it.unit_id));
                days += (it.until - it.from).num_days();
            }
            prop_assert_eq!(days, 46 * i64::try_from(units.len()).unwrap());
        }
        let same = units.iter().all(|unit| !trees.differ(*unit, today, &[period]));
        let open = |unit: &Uuid| trees.unit(*unit).is_some_and(|known| known.closed_on.is_none());
        let lines = |tree| -> Vec<(Uuid, Vec<Uuid>, NaiveDate)> {
            let places = trees.places(tree);
            let of = (5..=50).flat_map(|n| places.iter().filter(move |it| it.from <= day(n)
                && it.until.is_none_or(|until| day(n) < until)).map(move |it| (it.unit_id, it.ids.clone(), day(n))));
            let mut all: Vec<_> = of.collect();
            all.sort();
            all
        };
        // Where nothing is told to differ, every open unit's line is the same on every day.
        if same && units.iter().all(open) {
            prop_assert_eq!(lines(Tree::Then), lines(Tree::Today(today)));
        }
    }
}

struct Past {
    app: TestApp,
    entries: Vec<Entry>,
    /// Units above and including each, as they stand today.
    today: HashMap<Uuid, Vec<Uuid>>,
}

impl Past {
    /// Random evenings, and what a coordinator does to the units; much of it is refused, which leaves no trace.
    async fn new(seed: u64) -> Past {
        let app = TestApp::new().await;
        let entries = scene::evenings(&app, seed, 220).await;
        let (_, cookie) = app.person(RoleKind::Coordinator, "mreza").await;
        let mut rng = StdRng::seed_from_u64(seed);
        let all = ["ljubljana", "brezice"].into_iter().chain(UNITS).collect::<Vec<_>>();
        for _ in 0..40 {
            let unit = all[rng.random_range(0..all.len())];
            let other = all[rng.random_range(0..all.len())];
            let on = (date(2025, 12, 1) + Days::new(rng.random_range(0..400))).to_string();
            let (what, fields) = match rng.random_range(0..6) {
                0..=2 => ("placements", vec![("parent", other), ("moved_from", on.as_str())]),
                3 => ("closure", vec![("closed_from", on.as_str()), ("successor", other)]),
                4 => ("closure", vec![("closed_from", on.as_str())]),
                _ => ("closure/withdrawal", vec![]),
            };
            let answer = app.post(&format!("/units/mreza/{unit}/{what}"), &cookie, &fields).await;
            assert!(
                answer.status == 303 || answer.status == 422,
                "{unit} {what} {fields:?}: {}",
                answer.body
            );
        }
        let mut today = HashMap::new();
        for code in all.iter().copied().chain(["mreza"]) {
            let mut line = Vec::new();
            let mut at = Some(app.unit(code).await.id);
            while let Some(unit) = at {
                line.insert(0, unit);
                let merged = store::merged(&app, unit, app.today()).await;
                at = merged.or(app.unit_by_id(unit).await.parent_id);
            }
            today.insert(*line.last().unwrap(), line);
        }
        Past { app, entries, today }
    }

    /// What an entry counts for, by asking for its unit as it was that day, or following it to today.
    async fn counts_for(&self, entry: &Entry, tree: Tree) -> Vec<Uuid> {
        match tree {
            Tree::Then => {
                let (db, day) = (&self.app.db, entry.local_date);
                let unit = units::by_id(db, self.app.network_id, entry.unit_id, day).await.unwrap().unwrap();
                unit.path.ids()
            }
            Tree::Today(_) => self.today[&entry.unit_id].clone(),
        }
    }

    async fn agree(&self) {
        let (first, last) = (date(2025, 12, 10), date(2026, 4, 20));
        let asked = question(&self.app.unit("mreza").await, first, last);
        let trees = measures::trees(&self.app.db, self.app.network_id).await.unwrap();
        let asks = [Ask::whole(asked.period)];
        let books = measures::open_in(&self.app.db, &trees, &asks).await.unwrap();
        let counts = |entry: &&Entry| {
            entry.status == Status::Held && !entry.deleted && (first..=last).contains(&entry.local_date)
        };
        let mut whole = Vec::new();
        for tree in [Tree::Then, Tree::Today(self.app.today())] {
            let mut lines = Vec::new();
            for entry in self.entries.iter().filter(counts) {
                lines.push((entry, self.counts_for(entry, tree).await));
            }
            for code in ["mreza", "ljubljana", "brezice"].into_iter().chain(UNITS) {
                let unit = self.app.unit(code).await;
                let of_unit = Question { path: unit.path.clone(), tree, ..asked.clone() };
                let of: Vec<&Entry> = lines
                    .iter()
                    .filter(|(_, line)| line.contains(&unit.id))
                    .map(|(entry, _)| *entry)
                    .collect();
                let total = books.total(&of_unit);
                assert_eq!(total, recount(&of), "{code} {tree:?}");
                for axis in Axis::ALL.into_iter().filter(|axis| axis.partitions()) {
                    let sum: Sums = books.by(&of_unit, axis).into_values().sum();
                    for measure in Measure::ALL.into_iter().filter(|it| it.additive() && axis.splits(*it)) {
                        assert_eq!(
                            measure.of(&sum),
                            measure.of(&total),
                            "{code} {tree:?} {axis:?} {measure:?}"
                        );
                    }
                }
                // Row by row: each unit below with what of it belongs here, and this one's own activities.
                let mut sum = Sums::default();
                for (below, sums) in books.by(&of_unit, Axis::Unit) {
                    if below == code {
                        let own =
                            measures::by_activity_month(&self.app.db, &trees, &of_unit, None).await.unwrap();
                        let own: Sums = own.into_iter().map(|row| row.sums).sum();
                        assert_eq!(own.without_opening(), sums.without_opening(), "{code} {tree:?}");
                    } else {
                        let path = self.app.unit(&below).await.path;
                        let row = Question { path, within: vec![unit.id], ..of_unit.clone() };
                        assert_eq!(books.total(&row), sums, "{below} within {code} {tree:?}");
                    }
                    sum += sums;
                }
                assert_eq!(sum, total, "{code} {tree:?}");
                if code == "mreza" {
                    whole.push(total);
                }
            }
        }
        assert_eq!(whole[0], whole[1], "both trees come to the same");
        assert!(whole[0].held > 50);
        let found = measures::verify(&self.app.db, self.app.network_id).await.unwrap();
        assert!(found.sheets > 20 && found.differences.is_empty());
    }
}

#[tokio::test]
async fn both_trees_agree_with_a_recount_after_any_history() {
    let mut merged = 0;
    for seed in 1..=3 {
        let past = Past::new(seed).await;
        past.agree().await;
        merged += past.today.values().filter(|line| line.len() > 4).count();
    }
    assert!(merged > 0, "something was moved or merged deep down");
}

#[tokio::test]
async fn like_units_are_compared_by_the_tree_of_today() {
    let app = TestApp::new().await;
    let evening = scene::activity(&app, "mc-reka", "evening", crate::vocabulary::Kind::Open).await;
    let entry = scene::plain(&evening, app.ids.ordered(), date(2025, 5, 5));
    scene::write(&app, &[entry]).await;
    // A new house that two old ones merged into was there with them.
    store::set_open(&app, "mc-most", date(2026, 9, 1), None).await;
    store::merge(&app, "mc-reka", "mc-most", date(2026, 9, 1)).await;
    let asked = question(&app.unit("mreza").await, date(2025, 5, 1), date(2025, 5, 31));
    let books = measures::open(&app.db, app.network_id, &[Ask::whole(asked.period)]).await.unwrap();
    let kind = app.unit("mc-reka").await.kind;
    let held = |tree| -> Vec<(String, i64)> {
        let alike = books.alike(&Question { tree, ..asked.clone() }, &kind);
        alike.into_iter().map(|(code, sums)| (code, sums.held)).collect()
    };
    let of = |expected: [(&str, i64); 2]| expected.map(|(code, n)| (code.to_owned(), n)).to_vec();
    assert_eq!(held(Tree::Then), of([("mc-reka", 1), ("mc-sava", 0)]));
    assert_eq!(held(Tree::Today(app.today())), of([("mc-most", 1), ("mc-sava", 0)]));
    // Before the day it merges, it stands where it stood.
    assert_eq!(held(Tree::Today(date(2026, 8, 31))), of([("mc-reka", 1), ("mc-sava", 0)]));
}
