//! Answers over time, as the database counts them.

use std::collections::HashMap;

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::{date, held, kept, of};
use crate::activities::{Entry, Status};
use crate::periods::{self, Place};
use crate::reflections::answer::Answer;
use crate::reflections::series::{Sought, Tally, tallied};
use crate::reflections::set::{Scale, Set};
use crate::reflections::store::over_time::{Branch, counted, texts};
use crate::reflections::store::{answers as stored, places, sets as store};
use crate::testing::TestApp;
use crate::vocabulary::Kind;

fn sought(from: NaiveDate, until: NaiveDate) -> Sought {
    Sought { from, until, kind: None, activity: None }
}

async fn stood(app: &TestApp, set: &Set) -> Vec<Place> {
    let mut found = periods::places(&app.db, app.network_id, [set.unit_id]).await.unwrap();
    found.remove(&set.unit_id).unwrap()
}

/// What a question came to in a branch: the whole, and months that were asked, newest first.
async fn tally(
    app: &TestApp,
    branch: &str,
    set: &Set,
    scale: Scale,
    sought: &Sought,
) -> (Tally, Vec<(NaiveDate, Tally)>) {
    let unit = app.unit(branch).await;
    let branch = Branch { network_id: app.network_id, path: &unit.path, today: app.today() };
    let question = set.question(of(set, scale)).unwrap();
    let rows = counted(&app.db, branch, (set, question), &stood(app, set).await, sought).await.unwrap();
    let (whole, mut months) = tallied(scale, sought, &rows);
    months.retain(|(_, it)| it.asked > 0);
    (whole, months)
}

async fn answered(app: &TestApp, entry: &Entry, set: &Set, scale: Scale, said: Result<i64, &str>) {
    let new = Answer {
        entry_id: entry.id,
        question_id: of(set, scale),
        version: 1,
        answered: true,
        text: said.err().map(str::to_owned),
        n: said.ok(),
        by: None,
        at: app.clock.now(),
        command: app.ids.random(),
    };
    let mut tx = app.db.begin().await.unwrap();
    stored::insert(&mut tx, app.network_id, &[new]).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn how_many_of_how_many_by_month_and_how() {
    let app = TestApp::new().await;
    let set = kept(&app, "zavod-sava", &[Kind::Open], date(2026, 8, 15)).await;
    let open = app.activity("mc-sava", "vecer").await;
    let other = app.activity("zavod-sava", "drugo").await;
    let mut group = app.activity_like("mc-sava", "skupina").await;
    group.kind = Kind::Group;
    let group = app.keep(group).await;
    for (day, step) in [
        (date(2026, 8, 14), None),
        (date(2026, 8, 20), Some(5)),
        (date(2026, 9, 3), Some(4)),
        (date(2026, 9, 10), Some(5)),
        (date(2026, 9, 17), None),
    ] {
        let entry = held(&app, &open, day).await;
        if let Some(step) = step {
            answered(&app, &entry, &set, Scale::Agree5, Ok(step)).await;
        }
    }
    held(&app, &other, date(2026, 9, 20)).await;
    // Not asked, and answered all the same before it became what it is: it counts.
    let moved = held(&app, &group, date(2026, 9, 21)).await;
    answered(&app, &moved, &set, Scale::Agree5, Ok(1)).await;
    held(&app, &group, date(2026, 9, 22)).await;
    // Called off, or deleted: neither.
    let off = held(&app, &open, date(2026, 9, 24)).await;
    answered(&app, &off, &set, Scale::Agree5, Ok(1)).await;
    let mut tx = app.db.begin().await.unwrap();
    tx.run("update entry set deleted = $2 where id = $1", crate::args![off.id, true]).await.unwrap();
    tx.commit().await.unwrap();
    super::written(
        &app,
        &Entry { id: app.ids.ordered(), status: Status::Cancelled, local_date: date(2026, 9, 25), ..off },
    )
    .await;

    let year = sought(date(2026, 1, 1), date(2027, 1, 1));
    let (whole, months) = tally(&app, "brezice", &set, Scale::Agree5, &year).await;
    assert_eq!(whole, Tally { asked: 6, answered: 4, steps: vec![1, 0, 0, 1, 2] });
    assert_eq!(
        months,
        [
            (date(2026, 9, 1), Tally { asked: 5, answered: 3, steps: vec![1, 0, 0, 1, 1] }),
            (date(2026, 8, 1), Tally { asked: 1, answered: 1, steps: vec![0, 0, 0, 0, 1] }),
        ]
    );
    // A branch, a stretch, an activity, a kind.
    let asked =
        async |branch: &str, sought: Sought| tally(&app, branch, &set, Scale::Agree5, &sought).await.0;
    assert_eq!(asked("mc-sava", year).await.asked, 5);
    assert_eq!(asked("mc-reka", year).await.asked, 0);
    assert_eq!(asked("brezice", sought(date(2026, 9, 3), date(2026, 9, 17))).await.asked, 2);
    assert_eq!(asked("brezice", Sought { activity: Some(other.id), ..year }).await.asked, 1);
    assert_eq!(asked("brezice", Sought { kind: Some(Kind::Group), ..year }).await.asked, 1);
    let said = tally(&app, "brezice", &set, Scale::Text, &year).await.0;
    assert_eq!(said, Tally { asked: 5, answered: 0, steps: vec![] });
}

#[tokio::test]
async fn texts_come_newest_first_and_never_of_talks() {
    let app = TestApp::new().await;
    let set = kept(&app, "mc-sava", &[], date(2026, 1, 1)).await;
    let open = app.activity("mc-sava", "vecer").await;
    let mut talk = app.activity_like("mc-sava", "pogovor").await;
    talk.kind = Kind::OneToOne;
    let talk = app.keep(talk).await;
    for (day, text) in
        [(date(2026, 9, 3), "prvi"), (date(2026, 10, 3), "tretji"), (date(2026, 9, 10), "drugi")]
    {
        let entry = held(&app, &open, day).await;
        answered(&app, &entry, &set, Scale::Text, Err(text)).await;
    }
    let talked = held(&app, &talk, date(2026, 9, 11)).await;
    answered(&app, &talked, &set, Scale::Text, Err("skrivnost")).await;
    let unit = app.unit("brezice").await;
    let question = set.question(of(&set, Scale::Text)).unwrap();
    let found = async |today: NaiveDate, sought: Sought, page: (i64, i64)| {
        let branch = Branch { network_id: app.network_id, path: &unit.path, today };
        let found = texts(&app.db, branch, question, &sought, page).await.unwrap();
        found.into_iter().map(|it| it.text).collect::<Vec<_>>()
    };
    let year = sought(date(2026, 1, 1), date(2027, 1, 1));
    assert_eq!(found(app.today(), year, (0, 10)).await, ["tretji", "drugi", "prvi"]);
    assert_eq!(found(app.today(), year, (1, 1)).await, ["drugi"]);
    assert_eq!(
        found(app.today(), sought(date(2026, 9, 1), date(2026, 10, 1)), (0, 10)).await,
        ["drugi", "prvi"]
    );
    assert!(found(date(2019, 1, 1), year, (0, 10)).await.is_empty(), "nothing stood there by then");
    let (whole, _) = tally(&app, "brezice", &set, Scale::Text, &year).await;
    assert_eq!((whole.asked, whole.answered), (3, 3));
}

/// Random evenings, sets and moves: the database counts as the rule says, entry by entry.
#[tokio::test]
async fn the_database_counts_as_the_rule_says() {
    let app = TestApp::new().await;
    let (_, chief) = app.person(crate::access::RoleKind::Coordinator, "mreza").await;
    let to = [("parent", "brezice"), ("moved_from", "2026-04-11")];
    assert_eq!(app.post("/units/mreza/mc-reka/placements", &chief, &to).await.status, 303);
    let mut activities = Vec::new();
    for unit in ["mc-reka", "mc-most", "mc-sava"] {
        for (n, kind) in [Kind::Open, Kind::OneToOne, Kind::Event].into_iter().enumerate() {
            let mut activity = app.activity_like(unit, &format!("a{n}")).await;
            activity.kind = kind;
            activities.push(app.keep(activity).await);
        }
    }
    let mut runner = TestRunner::deterministic();
    let mut draw = |most: u64| {
        let strategy = 0..most;
        proptest::strategy::ValueTree::current(&strategy.new_tree(&mut runner).unwrap())
    };
    let day = |n: u64| date(2026, 3, 1) + chrono::Days::new(n);
    let mut sets = Vec::new();
    for unit in ["ljubljana", "brezice", "mc-reka", "mreza"] {
        let kinds = if draw(2) == 0 { vec![] } else { vec![Kind::Open, Kind::OneToOne] };
        let mut set = kept(&app, unit, &kinds, day(draw(40))).await;
        set.until_on = Some(day(40 + draw(60)));
        set.questions[0].retired_on = Some(day(30 + draw(60)));
        let mut tx = app.db.begin().await.unwrap();
        store::update(&mut tx, app.network_id, &set).await.unwrap();
        tx.commit().await.unwrap();
        sets.push(set);
    }
    let mut told: Vec<(Entry, Vec<Option<i64>>)> = Vec::new();
    for n in 0..90u64 {
        let activity = &activities[usize::try_from(draw(9)).unwrap()];
        let entry = held(&app, activity, day(n)).await;
        let mut said = Vec::new();
        for set in &sets {
            let step = (draw(3) == 0).then(|| i64::try_from(1 + draw(5)).unwrap());
            if let Some(step) = step {
                answered(&app, &entry, set, Scale::Agree5, Ok(step)).await;
            }
            said.push(step);
        }
        told.push((entry, said));
    }
    let year = sought(date(2026, 1, 1), date(2027, 1, 1));
    let mut some = 0;
    for (n, set) in sets.iter().enumerate() {
        let question = set.question(of(set, Scale::Agree5)).unwrap();
        for branch in ["mreza", "ljubljana", "brezice", "mc-reka", "mc-sava"] {
            let here = app.unit(branch).await;
            let mut expected: HashMap<NaiveDate, Tally> = HashMap::new();
            for (entry, said) in &told {
                let stands = app.unit_by_id(entry.unit_id).await;
                let place = places::on_day(&app.db, app.network_id, entry.unit_id, entry.local_date).await;
                let below = place.unwrap().unwrap().ids().contains(&set.unit_id);
                let asks = below && set.asks(question, entry.kind, entry.local_date);
                if !here.path.holds(&stands.path) || !(asks || said[n].is_some()) {
                    continue;
                }
                let month = crate::reflections::series::month(entry.local_date);
                let tally =
                    expected.entry(month).or_insert_with(|| Tally { steps: vec![0; 5], ..Tally::default() });
                tally.asked += 1;
                if let Some(step) = said[n] {
                    tally.answered += 1;
                    tally.steps[usize::try_from(step - 1).unwrap()] += 1;
                }
            }
            let (whole, months) = tally(&app, branch, set, Scale::Agree5, &year).await;
            assert_eq!(months.into_iter().collect::<HashMap<_, _>>(), expected, "{branch}, set {n}");
            some += whole.asked;
        }
    }
    assert!(some > 300, "{some}");
}
