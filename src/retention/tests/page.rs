//! The rule as coordinators set it, and what is told of it.

use chrono::Duration;

use super::super::nightly::JOB;
use super::super::store;
use super::{date, noted};
use crate::access::RoleKind;
use crate::args;
use crate::db::Conn;
use crate::jobs;
use crate::testing::TestApp;

const PAGE: &str = "/units/mreza/mreza/retention";

/// What a page says, with plain spaces in its dates.
async fn said(app: &TestApp, path: &str, cookie: &str) -> String {
    app.get(path, cookie).await.body.replace('\u{a0}', " ")
}

async fn years(app: &TestApp) -> i64 {
    store::years(&app.db, app.network_id).await.unwrap()
}

#[tokio::test]
async fn what_another_rule_means_is_told_before_it_is_set() {
    let app = TestApp::new().await;
    let (me, _) = app.person(RoleKind::Worker, "mc-reka").await;
    let activity = app.activity("mc-reka", "vecer").await;
    noted(&app, &me, &activity, date(2024, 5, 2), "zapisek").await;
    let (_, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    let page = said(&app, PAGE, &coordinator).await;
    assert!(page.contains("Zapiske hranimo 3 polna leta po letu vnosa"), "{page}");
    assert!(page.contains("Zapiske iz leta 2026 bomo odstranili 1. 1. 2030"), "{page}");
    assert!(page.contains("Še ni bilo izvedeno") && !page.contains("Določi tako"));

    let look = said(&app, &format!("{PAGE}?years=1"), &coordinator).await;
    assert!(look.contains("odstranili zapisek pri 1 vnosu") && look.contains("ni mogoče vrniti"), "{look}");
    assert!(look.contains("od 1. 1. 2025 naprej") && look.contains("Določi tako"));
    let longer = said(&app, &format!("{PAGE}?years=5"), &coordinator).await;
    assert!(longer.contains("se ne vrnejo") && longer.contains("5 polnih let"));
    for odd in ["3", "0", "11", "x", ""] {
        let page = app.get(&format!("{PAGE}?years={odd}"), &coordinator).await;
        assert!(page.status == 200 && !page.body.contains("Določi tako"), "{odd}");
    }
    assert_eq!(years(&app).await, 3, "looking changes nothing");

    for odd in ["0", "11", "x", ""] {
        let told = app.post(PAGE, &coordinator, &[("years", odd)]).await;
        assert!(told.status == 422 && told.body.contains("Izberi od 1 do 10 let."), "{odd}");
    }
    let fields = [("years", "1"), ("id", "00000000-0000-4000-8000-000000000001")];
    for _ in 0..2 {
        let set = app.post(PAGE, &coordinator, &fields).await;
        assert_eq!(set.location.as_deref(), Some("/units/mreza/mreza/retention?saved=true"));
    }
    app.wait(Duration::minutes(1));
    assert_eq!(app.post(PAGE, &coordinator, &[("years", "10")]).await.status, 303);
    // The first form, sent once more: it was done then.
    assert_eq!(app.post(PAGE, &coordinator, &fields).await.status, 303);
    assert_eq!(years(&app).await, 10);
    let acts: Vec<(String,)> = Conn::from(&app.db)
        .all("select object from audit where act = 'set_retention' order by at, id", args![])
        .await
        .unwrap();
    assert_eq!(acts, [("3 to 1 years".to_owned(),), ("1 to 10 years".to_owned(),)]);
    let page = said(&app, PAGE, &coordinator).await;
    assert!(page.contains("10 polnih let") && page.contains("coordinator mreza"), "{page}");
}

#[tokio::test]
async fn that_it_was_done_is_shown_and_that_it_was_not() {
    let app = TestApp::new().await;
    let (_, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    let privacy = said(&app, "/privacy", "logbook_language=sl").await;
    assert!(
        privacy.contains("Mreža: 3 polna leta po letu vnosa.") && !privacy.contains("Nazadnje pregledano")
    );
    jobs::work(&app, &[JOB], app.ids.random()).await.unwrap();
    let page = said(&app, PAGE, &coordinator).await;
    assert!(page.contains("vnosi pred 1. 1. 2023") && page.contains("<td>20.00</td>"), "{page}");
    let privacy = said(&app, "/privacy", "logbook_language=sl").await;
    assert!(privacy.contains("Nazadnje pregledano 15. 10. 2026"), "{privacy}");

    let late = "pravilo ni bilo izvedeno do konca";
    app.wait(Duration::hours(36));
    assert!(!said(&app, PAGE, &coordinator).await.contains(late));
    app.wait(Duration::hours(1));
    assert!(said(&app, PAGE, &coordinator).await.contains(late));
    // A try that fails is told as such.
    const FAILS: jobs::Kind = jobs::Kind {
        run: |_, _| Box::pin(async { Err(crate::error::AppError::Internal("the disk is full".into())) }),
        ..JOB
    };
    assert_eq!(jobs::work(&app, &[FAILS], app.ids.random()).await.unwrap(), 0);
    assert!(said(&app, PAGE, &coordinator).await.contains("Zadnji poskus ni uspel"));
    app.wait(Duration::hours(1));
    assert_eq!(jobs::work(&app, &[JOB], app.ids.random()).await.unwrap(), 1);
    let page = said(&app, PAGE, &coordinator).await;
    assert!(!page.contains("Zadnji poskus ni uspel") && !page.contains(late));
}

#[tokio::test]
async fn of_several_networks_each_sees_its_own() {
    let app = TestApp::new().await;
    crate::testing::network(&app, "druga", "Druga").await;
    let nobody = said(&app, "/privacy", "logbook_language=sl").await;
    assert!(!nobody.contains("Mreža:") && !nobody.contains("Druga:"));
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let own = said(&app, "/privacy", &worker).await;
    assert!(own.contains("Mreža: 3 polna leta") && !own.contains("Druga:"));
}
