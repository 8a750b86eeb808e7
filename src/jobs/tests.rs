use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::Duration;
use proptest::prelude::*;
use uuid::Uuid;

use super::{Job, Kind, hold, known, of_kind, pause, put, take, unplanned, work, work_on};
use crate::app::App;
use crate::error::AppError;
use crate::testing::TestApp;

static STEADY: AtomicUsize = AtomicUsize::new(0);
static SHAKY: AtomicUsize = AtomicUsize::new(0);

/// Counts how often each kind was done, by every test together: each uses a key of its own kind.
fn steady() -> Kind {
    Kind {
        code: "steady",
        plan: unplanned,
        run: |_, _| {
            Box::pin(async {
                STEADY.fetch_add(1, Ordering::SeqCst);
                tokio::task::yield_now().await;
                Ok(())
            })
        },
    }
}

/// Fails, then panics, then does it.
fn shaky() -> Kind {
    Kind {
        code: "shaky",
        plan: unplanned,
        run: |_, job| {
            Box::pin(async {
                SHAKY.fetch_add(1, Ordering::SeqCst);
                match job.tries {
                    1 => Err(AppError::Internal("not now".into())),
                    2 => panic!("not at all"),
                    _ => Ok(()),
                }
            })
        },
    }
}

fn idle() -> Kind {
    Kind { code: "idle", plan: unplanned, run: |_, _| Box::pin(async { Ok(()) }) }
}

async fn due(app: &TestApp, kind: &str, key: &str) {
    let mut tx = app.db.begin().await.unwrap();
    put(app, &mut tx, app.network_id, kind, key, app.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
}

async fn work_as(app: &App, kinds: &[Kind]) -> usize {
    work(app, kinds, app.ids.random()).await.unwrap()
}

async fn may_go_on(app: &TestApp, job: &Job) -> bool {
    let mut tx = app.db.begin().await.unwrap();
    let held = hold(app, &mut tx, job).await.is_ok();
    tx.commit().await.unwrap();
    held
}

#[tokio::test]
async fn several_processes_do_each_job_once() {
    let app = TestApp::new().await;
    for key in 0..12 {
        due(&app, "steady", &key.to_string()).await;
        // The same key is the same job.
        due(&app, "steady", &key.to_string()).await;
    }
    let kinds = [steady()];
    let (a, b, c) = tokio::join!(work_as(&app, &kinds), work_as(&app, &kinds), work_as(&app, &kinds));
    assert_eq!((a + b + c, STEADY.load(Ordering::SeqCst)), (12, 12));
    assert_eq!(work_as(&app, &kinds).await, 0);
    let standing = of_kind(&app.db, app.network_id, "steady", 20).await.unwrap();
    assert_eq!(standing.len(), 12);
    assert!(standing.iter().all(|job| job.done_at.is_some() && job.tries == 1));
    assert!(known(&app, app.network_id, "steady", "11").await.unwrap());
    assert!(!known(&app, app.network_id, "steady", "12").await.unwrap());
}

#[tokio::test]
async fn nothing_is_done_before_its_time_or_by_whoever_does_not_know_how() {
    let app = TestApp::new().await;
    let mut tx = app.db.begin().await.unwrap();
    let later = app.clock.now() + Duration::hours(1);
    put(&app, &mut tx, app.network_id, "idle", "later", later).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(work_as(&app, &[idle()]).await, 0);
    app.wait(Duration::hours(1));
    assert_eq!(work_as(&app, &[steady()]).await, 0, "of another kind");
    assert_eq!(work_as(&app, &[idle()]).await, 1);
}

#[tokio::test]
async fn a_failure_and_a_panic_are_tried_again_later_and_told() {
    let app = TestApp::new().await;
    due(&app, "shaky", "one").await;
    let kinds = [shaky()];
    for (says, wait) in [("internal: not now", 1), ("internal: the job panicked", 2)] {
        assert_eq!(work_as(&app, &kinds).await, 0);
        let standing = of_kind(&app.db, app.network_id, "shaky", 1).await.unwrap().remove(0);
        assert_eq!(standing.last_error.as_deref(), Some(says));
        assert_eq!(standing.run_at, app.clock.now() + Duration::minutes(wait));
        let before = SHAKY.load(Ordering::SeqCst);
        app.wait(Duration::minutes(wait) - Duration::seconds(1));
        assert_eq!(work_as(&app, &kinds).await, 0);
        assert_eq!(SHAKY.load(Ordering::SeqCst), before, "not before its time");
        app.wait(Duration::seconds(1));
    }
    assert_eq!(work_as(&app, &kinds).await, 1);
    let standing = of_kind(&app.db, app.network_id, "shaky", 1).await.unwrap().remove(0);
    assert!(standing.done_at.is_some() && standing.last_error.is_none() && standing.tries == 3);
}

#[tokio::test]
async fn whoever_dies_leaves_the_job_to_others_and_can_write_nothing_more() {
    let app = TestApp::new().await;
    due(&app, "idle", "one").await;
    let kinds = [idle()];
    let dead = take(&app, &kinds, Uuid::from_u128(1)).await.unwrap().unwrap();
    assert!(take(&app, &kinds, Uuid::from_u128(2)).await.unwrap().is_none(), "it is somebody's");
    assert!(matches!(work_on(&app, &kinds[0], app.network_id, "one").await, Err(AppError::Conflict)));
    app.wait(Duration::minutes(9));
    assert!(may_go_on(&app, &dead).await);
    app.wait(Duration::minutes(9));
    assert!(take(&app, &kinds, Uuid::from_u128(2)).await.unwrap().is_none(), "it said that it is at it");
    app.wait(Duration::minutes(1));
    let other = take(&app, &kinds, Uuid::from_u128(2)).await.unwrap().unwrap();
    assert_eq!((other.id, other.tries), (dead.id, 2));
    assert!(!may_go_on(&app, &dead).await);
    assert!(may_go_on(&app, &other).await);
}

#[tokio::test]
async fn what_a_process_had_when_it_stopped_is_done_by_the_next_at_once() {
    let app = TestApp::new().await;
    due(&app, "idle", "one").await;
    let who = app.ids.random();
    take(&app, &[idle()], who).await.unwrap().unwrap();
    super::let_go(&app, who).await.unwrap();
    assert_eq!(work_as(&app, &[idle()]).await, 1);
    let standing = of_kind(&app.db, app.network_id, "idle", 1).await.unwrap().remove(0);
    assert_eq!(standing.tries, 1, "a try that was broken off does not count");
}

proptest! {
    #[test]
    fn one_waits_longer_each_time_but_never_for_ever(tries in 1i64..1000) {
        prop_assert!(pause(tries) >= Duration::minutes(1) && pause(tries) <= Duration::hours(6));
        prop_assert!(pause(tries + 1) >= pause(tries));
    }
}
