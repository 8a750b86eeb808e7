//! What the database keeps of it, on either engine.

use chrono::Days;

use super::scene::date;
use crate::access::RoleKind;
use crate::activities::{CountMethod, Counts, Entry, Heads, Status};
use crate::measures::scene;
use crate::testing::TestApp;
use crate::totals;
use crate::vocabulary::Kind;
use crate::watch::store::{self, Answered, visits};

fn heads(total: i64) -> Counts {
    let participant = Heads { total, gender: [].into(), age: [].into() };
    Counts { participant: Some(participant), ..Counts::default() }
}

#[tokio::test]
async fn entries_are_read_as_they_stand() {
    let app = TestApp::new().await;
    let evening = scene::activity(&app, "mc-reka", "evening", Kind::Open).await;
    let other = scene::activity(&app, "mc-most", "evening", Kind::Group).await;
    let day = date(2026, 9, 3);
    let full = Entry {
        start_min: Some(1020),
        duration_min: 90,
        counts: heads(12),
        staff_count: Some(2),
        staff_min: Some(180),
        copied_counts: true,
        count_method: CountMethod::Estimated,
        series_id: Some(app.ids.ordered()),
        ..scene::plain(&evening, app.ids.ordered(), day)
    };
    let off = Entry { status: Status::Cancelled, ..scene::plain(&other, app.ids.ordered(), day) };
    let gone = Entry { deleted: true, ..scene::plain(&evening, app.ids.ordered(), day) };
    let before = scene::plain(&evening, app.ids.ordered(), day - Days::new(1));
    scene::write(&app, &[full.clone(), off.clone(), gone, before]).await;

    let units = [evening.unit_id, other.unit_id];
    let mut found = store::entries(&app.db, app.network_id, &units, (day, day)).await.unwrap();
    found.sort_by_key(|it| it.held);
    let [cancelled, held] = <[_; 2]>::try_from(found).expect("two entries");
    assert_eq!((held.id, held.unit_id, held.activity_id), (full.id, evening.unit_id, evening.id));
    assert_eq!((held.kind, held.held, held.date), (Kind::Open, true, day));
    assert_eq!((held.start_min, held.duration_min, held.heads), (Some(1020), 90, [None, Some(12), None]));
    assert_eq!((held.staff_count, held.staff_min), (Some(2), Some(180)));
    assert_eq!((held.counted, held.copied, held.in_series), (false, true, true));
    assert_eq!((cancelled.id, cancelled.held, cancelled.total()), (off.id, false, None));
    assert_eq!((cancelled.counted, cancelled.copied, cancelled.in_series), (true, false, false));
    assert!(store::entries(&app.db, app.network_id, &[], (day, day)).await.unwrap().is_empty());

    let written = store::written(&app.db, app.network_id, &[full.id, off.id]).await.unwrap();
    assert_eq!(written.len(), 2);
    assert!(written.iter().all(|(_, by, at)| by.is_none() && *at == app.clock.now()));
}

#[tokio::test]
async fn months_of_some_units_are_read_alone() {
    let app = TestApp::new().await;
    let evening = scene::activity(&app, "mc-reka", "evening", Kind::Open).await;
    let other = scene::activity(&app, "mc-most", "evening", Kind::Open).await;
    let days = [date(2026, 8, 31), date(2026, 9, 1), date(2026, 9, 30), date(2026, 10, 1)];
    let mut entries = days.map(|day| scene::plain(&evening, app.ids.ordered(), day)).to_vec();
    entries.push(scene::plain(&other, app.ids.ordered(), days[1]));
    scene::write(&app, &entries).await;
    let months = (date(2026, 9, 1), date(2026, 10, 1));
    let of = |units: Vec<_>| {
        let (db, network_id) = (app.db.clone(), app.network_id);
        async move { totals::months_of(&db, network_id, &units, months).await.unwrap() }
    };
    let alone = of(vec![evening.unit_id]).await;
    assert_eq!(alone.len(), 1);
    assert_eq!((alone[0].from, alone[0].sheet().unwrap().total().held), (date(2026, 9, 1), 2));
    assert_eq!(of(vec![evening.unit_id, other.unit_id]).await.len(), 2);
}

#[tokio::test]
async fn the_first_showing_and_the_first_answer_stand() {
    let app = TestApp::new().await;
    let (me, _) = app.person(RoleKind::Worker, "mc-reka").await;
    let (colleague, _) = app.person(RoleKind::Mentor, "mc-reka").await;
    let unit = app.unit("mc-reka").await.id;
    let (first, later) = (date(2026, 10, 1), date(2026, 10, 9));
    let answered = |by, answer, reason, on| Answered {
        kind: "hours",
        key: "long:1",
        answer,
        reason,
        by,
        at: app.clock.now(),
        on,
    };
    let mut tx = app.db.begin().await.unwrap();
    store::tell(&mut tx, app.network_id, unit, &[("hours", "long:1"), ("same", "x")], first).await.unwrap();
    store::tell(&mut tx, app.network_id, unit, &[("hours", "long:1")], later).await.unwrap();
    let right = answered(me.id, "right", Some("a night of games"), later);
    assert!(store::dismiss(&mut tx, app.network_id, unit, &right).await.unwrap());
    let again = answered(colleague.id, "estimated", None, later);
    assert!(!store::dismiss(&mut tx, app.network_id, unit, &again).await.unwrap());
    // Answered by somebody who was never shown it before.
    let other = Answered {
        kind: "heaping",
        key: "quarter:2026-07-01",
        ..answered(colleague.id, "estimated", None, later)
    };
    assert!(store::dismiss(&mut tx, app.network_id, unit, &other).await.unwrap());
    store::tell(&mut tx, app.network_id, unit, &[("heaping", "quarter:2026-07-01")], later).await.unwrap();
    tx.commit().await.unwrap();

    let mut found = store::standing(&app.db, app.network_id, &[unit]).await.unwrap();
    found.sort_by(|a, b| a.kind.cmp(&b.kind));
    let [heaping, hours, same] = <[_; 3]>::try_from(found).expect("three");
    assert_eq!((hours.told_on, hours.answer.as_deref()), (Some(first), Some("right")));
    assert_eq!(hours.reason.as_deref(), Some("a night of games"));
    assert_eq!((hours.by_name, hours.dismissed_at), (Some(me.name), Some(app.clock.now())));
    assert_eq!((same.told_on, same.dismissed_at, same.by_name), (Some(first), None, None));
    assert_eq!((heaping.told_on, heaping.answer.as_deref()), (Some(later), Some("estimated")));
    let elsewhere = app.unit("mc-most").await.id;
    assert!(store::standing(&app.db, app.network_id, &[elsewhere]).await.unwrap().is_empty());
}

#[tokio::test]
async fn visits_are_kept_and_what_was_agreed_is_looked_at_again() {
    let app = TestApp::new().await;
    let (me, _) = app.person(RoleKind::Mentor, "ljubljana").await;
    let (reka, sava) = (app.unit("mc-reka").await, app.unit("mc-sava").await);
    let visit = |unit_id, on, again| visits::NewVisit {
        id: app.ids.ordered(),
        unit_id,
        visited_on: on,
        by: me.id,
        note: "Lepo".into(),
        agreed: Some("Štejemo sproti".into()),
        follow_up_on: again,
    };
    let early = visit(reka.id, date(2026, 9, 1), Some(date(2026, 11, 1)));
    let late = visit(reka.id, date(2026, 10, 1), Some(date(2026, 10, 10)));
    let other = visit(sava.id, date(2026, 10, 2), Some(date(2026, 10, 20)));
    let without = visit(reka.id, date(2026, 8, 1), None);
    let mut tx = app.db.begin().await.unwrap();
    for new in [&early, &late, &other, &without] {
        visits::insert(&mut tx, app.network_id, new, app.clock.now()).await.unwrap();
    }
    tx.commit().await.unwrap();
    let made = visits::of_unit(&app.db, app.network_id, reka.id).await.unwrap();
    assert_eq!(made.iter().map(|it| it.id).collect::<Vec<_>>(), [late.id, early.id, without.id]);
    assert_eq!((made[0].by_name.as_str(), made[0].note.as_str()), (me.name.as_str(), "Lepo"));
    assert_eq!(made[0].agreed.as_deref(), Some("Štejemo sproti"));
    let due = |unit: &'static str| {
        let app = &app;
        async move {
            let path = app.unit(unit).await.path;
            let due = visits::follow_ups(&app.db, app.network_id, &path, app.today()).await.unwrap();
            due.into_iter().map(|it| (it.unit, it.on)).collect::<Vec<_>>()
        }
    };
    let (a, b, c) = (date(2026, 10, 10), date(2026, 10, 20), date(2026, 11, 1));
    let (at_reka, at_sava) = ("mc-reka".to_owned(), "mc-sava".to_owned());
    assert_eq!(due("mreza").await, [(at_reka.clone(), a), (at_sava, b), (at_reka.clone(), c)]);
    assert_eq!(due("ljubljana").await.len(), 2);

    let mut tx = app.db.begin().await.unwrap();
    for on in [date(2026, 10, 11), date(2026, 10, 12)] {
        assert!(visits::complete(&mut tx, app.network_id, reka.id, late.id, on).await.unwrap());
    }
    assert!(!visits::complete(&mut tx, app.network_id, sava.id, late.id, a).await.unwrap(), "another unit's");
    tx.commit().await.unwrap();
    assert_eq!(due("ljubljana").await, [(at_reka, c)]);
    let made = visits::of_unit(&app.db, app.network_id, reka.id).await.unwrap();
    assert_eq!(made[0].done_on, Some(date(2026, 10, 11)), "the first time stands");
}
