//! What a page says to whoever comes where nothing is yet.

use crate::access::RoleKind;
use crate::activities::{Activity, Weekday};
use crate::testing::TestApp;
use crate::units;

#[tokio::test]
async fn whoever_may_build_is_led_on_and_everybody_else_is_told_whom_to_ask() {
    let app = TestApp::new().await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let (_, viewer) = app.person(RoleKind::Viewer, "ljubljana").await;
    let today = "/units/mreza/mc-reka/today";
    let page = app.get(today, &worker).await.body;
    assert!(
        page.contains("Ta enota še nima dejavnosti.") && page.contains("Tu še nihče nima vloge"),
        "{page}"
    );
    assert!(!page.contains("Danes ni nič na sporedu"), "one sentence is enough");
    let (lead, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    for path in [today, "/units/mreza/mc-reka", "/units/mreza/mc-reka/entries/choose"] {
        let page = app.get(path, &worker).await.body;
        assert!(page.contains(&format!("Kdo lahko to uredi: {}.", lead.name)), "{path}: {page}");
    }
    // A mentor of the unit is nearer than the coordinator.
    let (near, mentor) = app.person(RoleKind::Mentor, "mc-reka").await;
    let page = app.get(today, &worker).await.body;
    assert!(page.contains(&format!("Kdo lahko to uredi: {}, {}.", near.name, lead.name)), "{page}");
    let page = app.get(today, &mentor).await.body;
    assert!(page.contains("/units/mreza/mc-reka/activities/new") && !page.contains("Kdo lahko to uredi"));

    let page = app.get("/units/mreza/mreza", &coordinator).await.body;
    assert!(page.contains("Enote so tu, dejavnosti pa še nobene."), "{page}");
    for way in ["structure#h-below", "people"] {
        assert!(page.contains(&format!("class=\"item\" href=\"/units/mreza/mreza/{way}\"")), "{way}: {page}");
    }
    let rows = units::file::read("code,kind,name\nbrda,municipality,Brda\n".as_bytes()).unwrap();
    units::bring_in(&app, &app.unit("mreza").await, &rows).await.unwrap().unwrap();
    let page = app.get("/units/mreza/brda", &coordinator).await.body;
    assert!(
        page.contains("Sestavi drevo enot") && page.contains("/units/mreza/brda/structure#h-add"),
        "{page}"
    );
    let page = app.get("/units/mreza/ljubljana", &viewer).await.body;
    assert!(!page.contains("Kaj zdaj?") && !page.contains(&lead.name), "who only looks has nothing to do");

    app.activity("mc-reka", "odprto").await;
    for (path, cookie) in [(today, &worker), ("/units/mreza/mreza", &coordinator)] {
        assert!(!app.get(path, cookie).await.body.contains("Kaj zdaj?"), "{path}");
    }
}

#[tokio::test]
async fn whoever_saved_is_led_to_the_earliest_that_waits() {
    let app = TestApp::new().await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let on = |start_min| Weekday { weekday: 4, start_min, duration_min: 60 };
    for (code, weekdays) in
        [("aaa", vec![on(1080)]), ("talk", vec![on(600), on(1020)]), ("zzz", vec![on(720)])]
    {
        let like = app.activity_like("mc-reka", code).await;
        app.keep(Activity { weekdays, ..like }).await;
    }
    let mut page = app.get("/units/mreza/mc-reka/today", &worker).await.body;
    // A Thursday: what happens twice a day is led to twice.
    for start in [600, 720, 1020, 1080] {
        let way = format!("&#38;date=2026-10-15&#38;start={start}");
        let link = page.split("href=\"").find(|rest| rest.contains("/entries/new?activity=")).unwrap();
        let link = link.split('"').next().unwrap();
        assert!(link.ends_with(&way), "{start}: {link}");
        let activity = link.split("activity=").nth(1).unwrap().split('&').next().unwrap();
        let (id, from) = (app.ids.ordered().to_string(), format!("{:02}:{:02}", start / 60, start % 60));
        let until = format!("{:02}:00", start / 60 + 1);
        let form = [
            ("id", &*id),
            ("activity", activity),
            ("date", "2026-10-15"),
            ("start", &*from),
            ("end", &*until),
        ];
        let saved = app.post("/units/mreza/mc-reka/entries", &worker, &form).await;
        page = app.get(&saved.location.unwrap_or(saved.body), &worker).await.body;
    }
    assert!(!page.contains("/entries/new?"), "nothing waits any more");
}
