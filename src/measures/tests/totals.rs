//! Totals kept while writing, against a count of everything from nothing.

use chrono::Days;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use super::scene::{self, UNITS, date, question};
use super::store;
use crate::access::{Me, RoleKind};
use crate::activities::{self, Activity, Entry, record};
use crate::measures::{self, Ask, Axis, Period, Sums};
use crate::testing::TestApp;
use crate::totals::Span;
use crate::vocabulary::{self, Kind, Term};

struct History {
    app: TestApp,
    me: Me,
    rng: StdRng,
    offered: Vec<Activity>,
    terms: Vec<Term>,
    written: Vec<Entry>,
}

impl History {
    async fn new(seed: u64) -> History {
        let app = TestApp::new().await;
        let (me, _) = app.person(RoleKind::Worker, "mreza").await;
        let mut offered = Vec::new();
        for unit in UNITS {
            for kind in [Kind::Open, Kind::Group, Kind::OneToOne] {
                offered.push(scene::activity(&app, unit, &format!("{unit}-{}", kind.code()), kind).await);
            }
            offered.push(scene::activity(&app, unit, &format!("{unit}-second"), Kind::Open).await);
        }
        let terms = vocabulary::terms(&app.db, app.network_id).await.unwrap();
        History { app, me, rng: StdRng::seed_from_u64(seed), offered, terms, written: Vec::new() }
    }

    fn evening(&mut self) -> Entry {
        let at = self.rng.random_range(0..self.offered.len());
        scene::entry(&mut self.rng, &self.app, &self.offered[at].clone(), &self.terms)
    }

    /// One thing that somebody does.
    async fn step(&mut self) {
        match self.rng.random_range(0..10) {
            0..=3 => {
                let n = self.rng.random_range(1..6);
                let new: Vec<Entry> = (0..n).map(|_| self.evening()).collect();
                scene::write(&self.app, &new).await;
                self.written.extend(new);
            }
            4..=6 if !self.written.is_empty() => self.correct().await,
            7 | 8 if !self.written.is_empty() => {
                let at = self.rng.random_range(0..self.written.len());
                let deleted = self.rng.random();
                scene::set_deleted(&self.app, &self.me, self.written[at].id, deleted).await;
            }
            _ => {
                let unit = UNITS[self.rng.random_range(0..UNITS.len())];
                let below = ["ljubljana", "brezice"][self.rng.random_range(0..2)];
                let on = date(2025, 12, 1) + Days::new(self.rng.random_range(0..150));
                store::move_again(&self.app, unit, below, on).await;
            }
        }
    }

    /// Another body for an entry, often on another day; sometimes taken back at once.
    async fn correct(&mut self) {
        let at = self.rng.random_range(0..self.written.len());
        let before = self.written[at].clone();
        let activity = self.offered.iter().find(|it| it.id == before.activity_id).unwrap().clone();
        let other = scene::entry(&mut self.rng, &self.app, &activity, &self.terms);
        let entry = Entry { id: before.id, ..other };
        let stored = activities::entry(&self.app.db, self.app.network_id, before.id).await.unwrap().unwrap();
        let unit = self.app.unit_by_id(before.unit_id).await;
        let (app, me) = (self.app.app(), &self.me);
        let command = self.app.ids.ordered();
        record::put_back(app, me, &unit, &stored, (command, true), entry).await.unwrap();
        if self.rng.random_ratio(1, 3) {
            let now = activities::entry(&app.db, self.app.network_id, before.id).await.unwrap().unwrap();
            let command = self.app.ids.ordered();
            record::undo(app, me, &unit, before.id, now.version, command).await.unwrap();
        }
    }

    /// The network's total and every split of it as pages are told them, from what this process remembers.
    async fn figures(&self) -> (Sums, Vec<(Axis, Vec<(String, Sums)>)>) {
        let network = self.app.unit("mreza").await;
        let asked = question(&network, date(2025, 12, 10), date(2026, 4, 20));
        let books =
            measures::open(&self.app.db, self.app.network_id, &[Ask::whole(asked.period)]).await.unwrap();
        let by = |axis: Axis| (axis, books.by(&asked, axis).into_iter().collect());
        (books.total(&asked), Axis::ALL.into_iter().map(by).collect())
    }
}

async fn agree(seed: u64) {
    let mut history = History::new(seed).await;
    for step in 0..60 {
        history.step().await;
        if step % 12 == 11 {
            let remembered = history.figures().await;
            let db = &history.app.db;
            let found = measures::verify(db, history.app.network_id).await.unwrap();
            assert!(found.sheets > 20);
            assert_eq!(found.differences, [], "seed {seed}, step {step}");
            // Read anew, with nothing remembered.
            measures::forget(db, history.app.network_id);
            assert_eq!(history.figures().await, remembered, "seed {seed}, step {step}");
        }
    }
}

#[tokio::test]
async fn random_histories_leave_totals_equal_to_a_recount() {
    for seed in 1..=3 {
        agree(seed).await;
    }
}

#[tokio::test]
async fn what_is_wrong_is_found_and_set_right() {
    let app = TestApp::new().await;
    scene::evenings(&app, 9, 200).await;
    let right = measures::verify(&app.db, app.network_id).await.unwrap();
    assert_eq!(right.differences, []);
    let network = app.unit("mreza").await;
    let asked = question(&network, date(2026, 1, 1), date(2026, 1, 31));
    let january = measures::total(&app.db, &asked).await.unwrap();
    // What nobody can read is wrong, and no figure is made of it.
    store::spoil(&app, "mc-reka", &[255, 255, 255]).await;
    measures::forget(&app.db, app.network_id);
    assert!(measures::total(&app.db, &asked).await.is_err());
    let found = measures::verify(&app.db, app.network_id).await.unwrap();
    assert!(found.differences.iter().all(|it| it.unit == "mc-reka"));
    let days = found.differences.iter().filter(|it| it.span == Span::Day).count();
    let months = found.differences.iter().filter(|it| it.span == Span::Month).count();
    assert!(days > 10 && (4..=6).contains(&months), "{days} days, {months} months");
    let mended = measures::rebuild(&app.db, app.network_id).await.unwrap();
    assert_eq!(mended.differences, found.differences);
    assert_eq!(measures::verify(&app.db, app.network_id).await.unwrap(), right);
    assert_eq!(measures::total(&app.db, &asked).await.unwrap(), january);
    // A sheet that says nothing where there is something.
    store::spoil(&app, "mc-most", &[0; 44]).await;
    assert_ne!(measures::verify(&app.db, app.network_id).await.unwrap().differences, []);
}

#[tokio::test]
async fn a_network_from_before_is_counted_once() {
    let app = TestApp::new().await;
    scene::evenings(&app, 4, 100).await;
    let network = app.unit("mreza").await;
    let asked = question(&network, date(2025, 12, 1), date(2026, 4, 30));
    let before = measures::total(&app.db, &asked).await.unwrap();
    store::forget_totals(&app).await;
    measures::complete(&app.db).await.unwrap();
    assert_eq!(measures::total(&app.db, &asked).await.unwrap(), before);
    assert!(crate::totals::outdated(&app.db).await.unwrap().is_empty());
}

#[tokio::test]
async fn long_histories_make_room() {
    let app = TestApp::new().await;
    let evening = scene::activity(&app, "mc-reka", "evening", Kind::Open).await;
    let first = date(2020, 2, 15);
    let months = (0..70).map(|n| first + chrono::Months::new(n));
    let entries: Vec<Entry> = months.map(|day| scene::plain(&evening, app.ids.ordered(), day)).collect();
    scene::write(&app, &entries).await;
    let network = app.unit("mreza").await;
    let all = question(&network, first, date(2026, 6, 1));
    assert_eq!(measures::total(&app.db, &all).await.unwrap().held, 70);
    let one = question(&network, date(2021, 1, 1), date(2021, 12, 31));
    let period = Period::own(one.period.from, one.period.last());
    assert_eq!(measures::total(&app.db, &one).await.unwrap().held, 12);
    // Older days are at hand again as soon as they are asked for.
    let books = measures::open(&app.db, app.network_id, &[Ask::daily(period)]).await.unwrap();
    let day = question(&network, date(2021, 3, 15), date(2021, 3, 15));
    assert_eq!(books.total(&day).held, 1);
}
