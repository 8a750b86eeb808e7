//! Closing and merging a unit: told first, then done, whole or not at all.

use chrono::NaiveDate;

use crate::access::RoleKind;
use crate::measures::scene;
use crate::people::{self, Member};
use crate::testing::{Answer, TestApp};
use crate::vocabulary::Kind;

const REKA: &str = "/units/mreza/mc-reka";

fn date(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

/// Text as one reads it: dates are held together by spaces that do not break.
fn read(answer: &Answer) -> String {
    answer.body.replace('\u{a0}', " ")
}

async fn look(app: &TestApp, cookie: &str, unit: &str, from: &str, into: &str) -> Answer {
    app.get(&format!("/units/mreza/{unit}/closing?closed_from={from}&successor={into}"), cookie).await
}

async fn merge(app: &TestApp, cookie: &str, unit: &str, from: &str, into: &str) -> Answer {
    let fields = [("closed_from", from), ("successor", into)];
    app.post(&format!("/units/mreza/{unit}/closure"), cookie, &fields).await
}

async fn holders(app: &TestApp, unit: &str) -> Vec<Member> {
    people::holders(app.app(), &app.unit(unit).await).await.unwrap()
}

#[tokio::test]
async fn before_a_merger_it_is_told_what_will_be() {
    let app = TestApp::new().await;
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    app.person(RoleKind::Worker, "mc-reka").await;
    let evening = scene::activity(&app, "mc-reka", "evening", Kind::Open).await;
    let entries = [date(2026, 8, 30), date(2026, 9, 4), date(2026, 9, 11)]
        .map(|day| scene::plain(&evening, app.ids.ordered(), day));
    scene::write(&app, &entries).await;
    let page = app.get(&format!("{REKA}/closing"), &mentor).await;
    assert!(
        page.status == 200
            && page.body.contains("Enota mc-most")
            && !page.body.contains("Kaj se bo zgodilo</h2>")
    );
    let told = look(&app, &mentor, "mc-reka", "2026-09-01", "mc-most").await;
    let body = read(&told);
    assert_eq!(told.status, 200, "{body}");
    for says in [
        "Od 1. 9. 2026 se zapisuje v enoti Enota mc-most in ne več v enoti Enota mc-reka.",
        "noben vnos se ne preseli",
        "Od tega dne sta tu že 2 vnosa.",
        "najde preteklost enote Enota mc-reka pri enoti Enota mc-most",
        "1 dejavnost te enote se ne preseli.",
        "1 oseba ima vlogo v tej enoti: worker mc-reka.",
        "Enako vlogo naj imajo tudi v enoti Enota mc-most",
    ] {
        assert!(body.contains(says), "{says}: {body}");
    }
    let told = read(&look(&app, &mentor, "mc-reka", "2026-09-01", "").await);
    assert!(told.contains("ni več mogoče zapisovati") && !told.contains("name=\"roles\""), "{told}");
    // Looking changes nothing.
    assert_eq!(app.unit("mc-reka").await.closed_on, None);
    let (_, own) = app.person(RoleKind::Mentor, "mc-reka").await;
    assert_eq!(look(&app, &own, "mc-reka", "2026-09-01", "mc-most").await.status, 403);
    assert_eq!(app.get("/units/mreza/mreza/closing", &mentor).await.status, 403);
}

#[tokio::test]
async fn what_cannot_be_merged_is_told_in_words_and_nothing_is_half_done() {
    let app = TestApp::new().await;
    let (_, chief) = app.person(RoleKind::Coordinator, "mreza").await;
    assert_eq!(merge(&app, &chief, "taborniki", "2026-06-01", "").await.status, 303);
    let before = holders(&app, "mc-reka").await.len();
    for (unit, from, into, says) in [
        ("mc-reka", "2026-09-01", "mc-reka", "ne more združiti sama s seboj"),
        ("zavod-sava", "2026-09-01", "mc-sava", "Enota se ne more združiti z enoto, ki je pod njo."),
        ("zavod-sava", "2026-09-01", "mc-most", "še odprte enote: Enota mc-sava"),
        ("mc-reka", "2026-09-01", "taborniki", "Ta enota je zaprta od 1. 6. 2026"),
        ("mc-reka", "2019-09-01", "mc-most", "Enota je odprta od 1. 1. 2020"),
        ("mc-reka", "kmalu", "mc-most", "Vpiši dan"),
        ("mc-reka", "2026-09-01", "nikjer", "Te enote ni"),
        ("mc-reka", "2026-09-01", "ljubljana", "ne zapisuje vnosov"),
        ("taborniki", "2026-09-01", "mc-most", "Enota je že zaprta od 1. 6. 2026"),
    ] {
        for told in [look(&app, &chief, unit, from, into).await, merge(&app, &chief, unit, from, into).await]
        {
            assert_eq!(told.status, 422, "{unit} {into}");
            let body = read(&told);
            assert!(body.contains(says) && body.contains("aria-invalid"), "{says}: {body}");
        }
    }
    assert_eq!(app.unit("mc-reka").await.closed_on, None);
    assert_eq!(holders(&app, "mc-reka").await.len(), before);
    let root = merge(&app, &chief, "mreza", "2026-09-01", "mc-most").await;
    assert_eq!(root.status, 404);
    // Each into the other: the first stands.
    assert_eq!(merge(&app, &chief, "mc-reka", "2026-09-01", "mc-most").await.status, 303);
    let back = merge(&app, &chief, "mc-most", "2026-09-01", "mc-reka").await;
    assert!(back.status == 422 && read(&back).contains("Ta enota je zaprta od 1. 9. 2026"));
}

#[tokio::test]
async fn a_move_is_not_taken_back_below_a_unit_that_closed() {
    let app = TestApp::new().await;
    let (_, chief) = app.person(RoleKind::Coordinator, "mreza").await;
    let sava = "/units/mreza/mc-sava";
    let to = [("parent", "brezice"), ("moved_from", "2026-03-01")];
    assert_eq!(app.post(&format!("{sava}/placements"), &chief, &to).await.status, 303);
    assert_eq!(merge(&app, &chief, "zavod-sava", "2026-09-01", "mc-sava").await.status, 303);
    // Its successor would stand below it.
    let back = app.post(&format!("{sava}/placements/withdrawal"), &chief, &[("from", "2026-03-01")]).await;
    assert!(back.status == 422 && back.body.contains("ni odprta ali se bo zaprla"), "{}", back.body);
    assert_eq!(app.unit("mc-sava").await.parent_id, Some(app.unit("brezice").await.id));
}

#[tokio::test]
async fn people_get_the_same_roles_where_the_work_goes_on_if_wanted() {
    let app = TestApp::new().await;
    let (me, chief) = app.person(RoleKind::Coordinator, "mreza").await;
    let (worker, evenings) = app.person(RoleKind::Worker, "mc-reka").await;
    app.person(RoleKind::Mentor, "mc-reka").await;
    let into = [("closed_from", "2026-09-01"), ("successor", "mc-sava"), ("roles", "yes")];
    for _ in 0..2 {
        assert_eq!(app.post(&format!("{REKA}/closure"), &chief, &into).await.status, 303);
    }
    let there = holders(&app, "mc-sava").await;
    let kinds: Vec<RoleKind> = there.iter().map(|member| member.kind).collect();
    assert_eq!(kinds, [RoleKind::Mentor, RoleKind::Worker]);
    assert!(there.iter().all(|member| member.since == date(2026, 9, 1) && member.person_id != me.id));
    // They keep what they had, and record where the work goes on.
    assert_eq!(holders(&app, "mc-reka").await.len(), 2);
    assert!(there.iter().any(|member| member.person_id == worker.id));
    assert_eq!(app.get("/units/mreza/mc-sava/today", &evenings).await.status, 200);
    assert_eq!(app.get(&format!("{REKA}/entries"), &evenings).await.status, 200);
    let today = app.get(&format!("{REKA}/today"), &evenings).await;
    assert!(read(&today).contains("Od 1. 9. 2026 delo te enote nadaljuje Enota mc-sava."), "{}", today.body);
    assert!(!today.body.contains("/entries/choose"));
    // Not wanted, not given.
    app.person(RoleKind::Worker, "taborniki").await;
    assert_eq!(merge(&app, &chief, "taborniki", "2026-09-01", "mc-sava").await.status, 303);
    assert_eq!(holders(&app, "mc-sava").await.len(), 2);
}

#[tokio::test]
async fn a_house_may_merge_into_one_that_opens_that_day() {
    let app = TestApp::new().await;
    let (_, chief) = app.person(RoleKind::Coordinator, "mreza").await;
    let id = app.ids.ordered().to_string();
    let new = [
        ("id", id.as_str()),
        ("name_sl", "Nova hiša"),
        ("kind", "centre"),
        ("code", "nova-hisa"),
        ("opened_on", "2026-12-01"),
    ];
    let added = app.post("/units/mreza/ljubljana/units", &chief, &new).await;
    assert_eq!(added.status, 303, "{}", added.body);
    let early = look(&app, &chief, "mc-reka", "2026-11-01", "nova-hisa").await;
    assert!(
        early.status == 422 && read(&early).contains("Ta enota se odpre šele 1. 12. 2026"),
        "{}",
        early.body
    );
    let page = app.get(&format!("{REKA}/closing"), &chief).await;
    assert!(page.body.contains("Nova hiša"), "{}", page.body);
    assert_eq!(merge(&app, &chief, "mc-reka", "2026-12-01", "nova-hisa").await.status, 303);
}
