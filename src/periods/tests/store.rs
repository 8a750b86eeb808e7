//! Closing and reopening, on a database.

use chrono::{Duration, NaiveDate};
use uuid::Uuid;

use crate::access::{Act, Me, RoleKind};
use crate::error::AppError;
use crate::form::Wrong;
use crate::periods::{self, Stretch, Whole};
use crate::testing::TestApp;

fn date(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

const YEAR: Whole = Whole::Year(2025);
const MARCH: Whole = Whole::Month(2025, 3);

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

async fn close(app: &TestApp, me: &Me, unit: &str, period: Whole, n: u128) -> Result<(), Wrong> {
    periods::close(app, me, &app.unit(unit).await, period, id(n)).await.unwrap()
}

async fn reopen(app: &TestApp, me: &Me, unit: &str, n: u128, reason: &str) -> Result<(), Wrong> {
    periods::reopen(app, me, &app.unit(unit).await, id(n), reason).await.unwrap()
}

async fn is_closed(app: &TestApp, unit: &str, day: NaiveDate) -> bool {
    let unit = app.unit(unit).await;
    let calendar = periods::calendar(&app.db, app.network_id, &[(unit.id, day)]).await.unwrap();
    calendar.closed(unit.id, day).is_some()
}

#[tokio::test]
async fn a_month_is_closed_for_the_branch_and_for_nobody_else() {
    let app = TestApp::new().await;
    let (me, _) = app.person(RoleKind::Mentor, "ljubljana").await;
    close(&app, &me, "ljubljana", MARCH, 1).await.unwrap();
    for (unit, day, closed) in [
        ("mc-reka", date(2025, 3, 1), true),
        ("mc-reka", date(2025, 3, 31), true),
        ("mc-most", date(2025, 3, 8), true),
        ("ljubljana", date(2025, 3, 8), true),
        ("mc-reka", date(2025, 2, 28), false),
        ("mc-reka", date(2025, 4, 1), false),
        ("mc-sava", date(2025, 3, 8), false),
        ("mreza", date(2025, 3, 8), false),
    ] {
        assert_eq!(is_closed(&app, unit, day).await, closed, "{unit} {day}");
    }
    let calendar = periods::calendar(&app.db, app.network_id, &[]).await.unwrap();
    assert!(calendar.locks().is_empty());
}

#[tokio::test]
async fn closing_twice_closes_once_and_says_so() {
    let app = TestApp::new().await;
    let (me, _) = app.person(RoleKind::Mentor, "ljubljana").await;
    close(&app, &me, "mc-reka", MARCH, 1).await.unwrap();
    close(&app, &me, "mc-reka", MARCH, 1).await.unwrap();
    let wrong = close(&app, &me, "mc-reka", MARCH, 2).await.unwrap_err();
    assert_eq!(wrong.key, "period-closed-already");
    // A year may be closed over it, and then what is in the year is closed already: here, and below.
    close(&app, &me, "ljubljana", YEAR, 3).await.unwrap();
    assert_eq!(close(&app, &me, "ljubljana", MARCH, 4).await.unwrap_err().key, "period-closed-already");
    assert_eq!(close(&app, &me, "mc-most", MARCH, 5).await.unwrap_err().key, "period-closed-above");
    let unit = app.unit("mc-reka").await;
    let locks = periods::of_unit(&app.db, app.network_id, unit.id, MARCH).await.unwrap();
    assert_eq!(locks.iter().map(|lock| lock.id).collect::<Vec<_>>(), [id(1)]);
    assert_eq!((locks[0].closed_name.as_str(), locks[0].unit.as_str()), ("mentor ljubljana", "mc-reka"));
    // The same id with other words is not the same act.
    let other = periods::close(&app, &me, &app.unit("mc-most").await, MARCH, id(1)).await;
    assert!(matches!(other, Err(AppError::Conflict)), "{other:?}");
}

#[tokio::test]
async fn what_is_still_running_is_not_closed() {
    let app = TestApp::new().await;
    let (me, _) = app.person(RoleKind::Mentor, "ljubljana").await;
    for running in [Whole::Month(2026, 10), Whole::Year(2026), Whole::Month(2027, 1)] {
        assert_eq!(close(&app, &me, "mc-reka", running, 1).await.unwrap_err().key, "period-not-over");
    }
    // 31 October ends earlier here than in Greenwich.
    app.wait(Duration::minutes(16 * 24 * 60 + 5 * 60 + 30));
    assert_eq!(app.today(), date(2026, 11, 1));
    close(&app, &me, "mc-reka", Whole::Month(2026, 10), 1).await.unwrap();
}

#[tokio::test]
async fn reopening_needs_a_reason_and_is_done_once() {
    let app = TestApp::new().await;
    let (mentor, _) = app.person(RoleKind::Mentor, "ljubljana").await;
    let (me, _) = app.person(RoleKind::Coordinator, "mreza").await;
    close(&app, &mentor, "mc-reka", MARCH, 1).await.unwrap();
    for (reason, key) in [("  \u{7}\n", "period-reason-missing"), (&*"a".repeat(1_001), "period-reason-long")]
    {
        assert_eq!(reopen(&app, &me, "mc-reka", 1, reason).await.unwrap_err().key, key);
    }
    assert!(is_closed(&app, "mc-reka", date(2025, 3, 8)).await);
    app.wait(Duration::hours(1));
    for _ in 0..2 {
        reopen(&app, &me, "mc-reka", 1, " Pozabljen  tabor ").await.unwrap();
    }
    assert!(!is_closed(&app, "mc-reka", date(2025, 3, 8)).await);
    assert_eq!(reopen(&app, &me, "mc-reka", 1, "drugo").await.unwrap_err().key, "period-reopened-already");
    let elsewhere = periods::reopen(&app, &me, &app.unit("mc-most").await, id(1), "x").await;
    assert!(matches!(elsewhere, Err(AppError::NotFound)));
    let none = periods::reopen(&app, &me, &app.unit("mc-reka").await, id(9), "x").await;
    assert!(matches!(none, Err(AppError::NotFound)));

    // It stays as history beside the one that is closed anew.
    close(&app, &mentor, "mc-reka", MARCH, 2).await.unwrap();
    let unit = app.unit("mc-reka").await;
    let locks = periods::of_unit(&app.db, app.network_id, unit.id, MARCH).await.unwrap();
    let reopening = locks[0].reopened.as_ref().unwrap();
    assert_eq!(
        (reopening.reason.as_str(), reopening.name.as_str()),
        ("Pozabljen tabor", "coordinator mreza")
    );
    assert!(reopening.at > locks[0].closed_at && locks[1].stands() && locks.len() == 2);
}

#[tokio::test]
async fn a_year_over_a_month_leaves_the_month_closed_when_it_is_reopened() {
    let app = TestApp::new().await;
    let (me, _) = app.person(RoleKind::Coordinator, "mreza").await;
    close(&app, &me, "mc-reka", MARCH, 1).await.unwrap();
    close(&app, &me, "mc-reka", YEAR, 2).await.unwrap();
    reopen(&app, &me, "mc-reka", 2, "Popis").await.unwrap();
    assert!(is_closed(&app, "mc-reka", date(2025, 3, 8)).await);
    assert!(!is_closed(&app, "mc-reka", date(2025, 4, 8)).await);
}

#[tokio::test]
async fn mentors_close_their_branch_and_only_coordinators_reopen() {
    let app = TestApp::new().await;
    let unit = app.unit("mc-reka").await;
    let may = [
        (RoleKind::Viewer, "ljubljana", false, false),
        (RoleKind::Worker, "mc-reka", false, false),
        (RoleKind::Mentor, "brezice", false, false),
        (RoleKind::Mentor, "ljubljana", true, false),
        (RoleKind::Coordinator, "mreza", true, true),
    ];
    let (first, _) = app.person(RoleKind::Mentor, "ljubljana").await;
    close(&app, &first, "mc-reka", Whole::Month(2024, 1), 99).await.unwrap();
    for (n, (kind, at, closes, reopens)) in (1u32..).zip(may) {
        let (me, _) = app.person(kind, at).await;
        let closed = periods::close(&app, &me, &unit, Whole::Month(2025, n), id(n.into())).await;
        assert_eq!(closed.is_ok(), closes, "{kind:?} {at}");
        let reopened = periods::reopen(&app, &me, &unit, id(99), "x").await;
        let denied = matches!(reopened, Err(AppError::Forbidden(denied)) if denied.act == Act::ReopenPeriods);
        assert_eq!(denied, !reopens, "{kind:?} {at}");
    }
}

#[tokio::test]
async fn both_are_put_on_record() {
    let app = TestApp::new().await;
    let (me, _) = app.person(RoleKind::Coordinator, "mreza").await;
    close(&app, &me, "mc-reka", MARCH, 1).await.unwrap();
    reopen(&app, &me, "mc-reka", 1, "Tabor").await.unwrap();
    let acts: Vec<(String, String)> = crate::db::Conn::from(&app.db)
        .all("select act, object from audit where act like '%_period' order by act", vec![])
        .await
        .unwrap();
    let acts: Vec<(&str, &str)> = acts.iter().map(|(act, of)| (act.as_str(), of.as_str())).collect();
    assert_eq!(acts, [("close_period", "2025-03"), ("reopen_period", "2025-03")]);
}

#[tokio::test]
async fn what_stood_below_is_told_with_its_days() {
    let app = TestApp::new().await;
    let stretches = |unit: Uuid| periods::below(&app.db, app.network_id, unit, (MARCH.from(), MARCH.until()));
    let (ljubljana, reka, most) =
        (app.unit("ljubljana").await, app.unit("mc-reka").await, app.unit("mc-most").await);
    let mut below = stretches(ljubljana.id).await.unwrap();
    below.sort_by_key(|it| it.unit_id);
    let mut expected: Vec<Stretch> = [ljubljana.id, reka.id, most.id]
        .map(|unit_id| Stretch { unit_id, from: MARCH.from(), until: MARCH.until() })
        .into();
    expected.sort_by_key(|it| it.unit_id);
    assert_eq!(below, expected);

    // From the 11th on it is another's.
    let coordinator = app.person(RoleKind::Coordinator, "mreza").await.1;
    let moved = [("parent", "brezice"), ("moved_from", "2025-03-11")];
    let answer = app.post("/units/mreza/mc-reka/placements", &coordinator, &moved).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    let of = |all: Vec<Stretch>| all.into_iter().find(|it| it.unit_id == reka.id).unwrap();
    assert_eq!(of(stretches(ljubljana.id).await.unwrap()).until, date(2025, 3, 11));
    let brezice = app.unit("brezice").await;
    assert_eq!(of(stretches(brezice.id).await.unwrap()).from, date(2025, 3, 11));

    let (me, _) = app.person(RoleKind::Mentor, "ljubljana").await;
    close(&app, &me, "ljubljana", MARCH, 1).await.unwrap();
    assert!(is_closed(&app, "mc-reka", date(2025, 3, 10)).await, "it was theirs that day");
    assert!(!is_closed(&app, "mc-reka", date(2025, 3, 11)).await, "and is not from then on");
}
