//! Changing a unit by date, as its page does.

use chrono::NaiveDate;

use crate::access::RoleKind;
use crate::testing::{Answer, TestApp};
use crate::units::{self, Unit, store};

const REKA: &str = "/units/mreza/mc-reka";

fn date(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

async fn as_of(app: &TestApp, code: &str, on: NaiveDate) -> Unit {
    store::by_codes(&app.db, "mreza", code, on).await.unwrap().unwrap()
}

async fn send(app: &TestApp, cookie: &str, what: &str, fields: &[(&str, &str)]) -> Answer {
    app.post(&format!("{REKA}/{what}"), cookie, fields).await
}

fn done(answer: &Answer) {
    assert_eq!(answer.location.as_deref(), Some("/units/mreza/mc-reka/history?saved=1"), "{}", answer.body);
}

#[tokio::test]
async fn a_name_holds_from_its_day_on_and_can_be_taken_back() {
    let app = TestApp::new().await;
    let (_, cookie) = app.person(RoleKind::Mentor, "mc-reka").await;
    let before = app.unit("mc-reka").await.name;
    let new = [("name_sl", "MC Nova Reka"), ("named_from", "2026-09-01")];
    for _ in 0..2 {
        done(&send(&app, &cookie, "names", &new).await);
    }
    let name = async |on| as_of(&app, "mc-reka", on).await.name;
    assert_eq!(name(date(2026, 8, 31)).await, before);
    assert_eq!(name(date(2026, 9, 1)).await.read("sl"), "MC Nova Reka");
    let page = app.get(&format!("{REKA}/history"), &cookie).await;
    assert!(page.body.contains("MC Nova Reka") && page.body.contains("Vzemi preimenovanje nazaj"));
    // What was typed stays, and the problem stands beside its field.
    let wrong = [
        (vec![("name_sl", "Prej"), ("named_from", "2026-08-01")], "Sedanje ime velja od"),
        (vec![("name_sl", "MC Nova Reka"), ("named_from", "2026-10-01")], "To ime enota že ima."),
        (vec![("name_sl", "Brez dneva"), ("named_from", "kmalu")], "Vpiši dan"),
        (vec![("name_sl", "Davno"), ("named_from", "1999-01-01")], "Enota je odprta od"),
        (vec![("name_sl", ""), ("named_from", "2026-10-01")], "Vpiši ime vsaj v enem jeziku."),
    ];
    for (fields, says) in wrong {
        let told = send(&app, &cookie, "names", &fields).await;
        assert_eq!(told.status, 422);
        assert!(told.body.contains(says) && told.body.contains(fields[0].1), "{says}: {}", told.body);
    }
    // Only the last one, and only once.
    for from in ["2026-09-01", "2026-09-01", "2020-01-01"] {
        done(&send(&app, &cookie, "names/withdrawal", &[("from", from)]).await);
    }
    assert_eq!(name(date(2026, 9, 1)).await, before);
}

#[tokio::test]
async fn a_move_takes_the_branch_along_from_its_day_on() {
    let app = TestApp::new().await;
    let (_, cookie) = app.person(RoleKind::Coordinator, "mreza").await;
    let (organisation, centre) = ("zavod-sava", "mc-sava");
    let before = app.unit(centre).await.path;
    let address = format!("/units/mreza/{organisation}");
    let to = [("parent", "ljubljana"), ("moved_from", "2026-03-01")];
    for _ in 0..2 {
        let moved = app.post(&format!("{address}/placements"), &cookie, &to).await;
        assert_eq!(moved.status, 303, "{}", moved.body);
    }
    let path = async |on| as_of(&app, centre, on).await.path;
    assert_eq!(path(date(2026, 2, 28)).await, before);
    let ljubljana = app.unit("ljubljana").await;
    assert!(ljubljana.path.holds(&path(date(2026, 3, 1)).await));
    let below = units::branch(&app.db, &ljubljana, date(2026, 3, 1)).await.unwrap();
    assert!(below.iter().any(|unit| unit.code == centre));
    for (parent, from, says) in [
        ("mc-sava", "2026-05-01", "ne more biti pod seboj"),
        ("zavod-sava", "2026-05-01", "ne more biti pod seboj"),
        ("ljubljana", "2026-05-01", "že pod to enoto"),
        ("brezice", "2026-02-01", "Na sedanjem mestu je enota od"),
        ("nikjer", "2026-05-01", "Izberi enoto"),
    ] {
        let fields = [("parent", parent), ("moved_from", from)];
        let told = app.post(&format!("{address}/placements"), &cookie, &fields).await;
        assert_eq!(told.status, 422);
        assert!(told.body.contains(says), "{parent}: {}", told.body);
    }
    app.post(&format!("{address}/placements/withdrawal"), &cookie, &[("from", "2026-03-01")]).await;
    assert_eq!(path(date(2026, 3, 1)).await, before);
    assert_eq!(store_placements(&app).await, 8, "no seam is left");
}

async fn store_placements(app: &TestApp) -> usize {
    super::super::store::placements(&app.db, app.network_id).await.unwrap().len()
}

#[tokio::test]
async fn moving_and_closing_are_for_those_above() {
    let app = TestApp::new().await;
    let (_, own) = app.person(RoleKind::Mentor, "mc-reka").await;
    let (_, above) = app.person(RoleKind::Mentor, "ljubljana").await;
    let to = [("parent", "brezice"), ("moved_from", "2026-03-01")];
    assert_eq!(send(&app, &own, "placements", &to).await.status, 403);
    assert_eq!(send(&app, &own, "closure", &[("closed_from", "2026-03-01")]).await.status, 403);
    let page = app.get(&format!("{REKA}/history"), &own).await;
    assert!(page.body.contains("vodja na nadrejeni enoti"));
    // Where it would go, rights are needed as well.
    assert_eq!(send(&app, &above, "placements", &to).await.status, 403);
    let into = [("closed_from", "2026-03-01"), ("successor", "mc-sava")];
    assert_eq!(send(&app, &above, "closure", &into).await.status, 403);
    done(&send(&app, &above, "closure", &[("closed_from", "2026-03-01")]).await);
    let (_, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    let root = app.post("/units/mreza/mreza/closure", &coordinator, &[("closed_from", "2026-03-01")]).await;
    assert_eq!(root.status, 404);
}

#[tokio::test]
async fn a_planned_move_is_changed_only_with_a_right_to_where_it_goes() {
    let app = TestApp::new().await;
    let (_, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    let (_, above) = app.person(RoleKind::Mentor, "ljubljana").await;
    done(
        &send(&app, &coordinator, "placements", &[("parent", "brezice"), ("moved_from", "2027-01-01")]).await,
    );
    let places = store_placements(&app).await;
    // Back below their own from the day after: Brežice would lose it, and was not asked.
    let back = [("parent", "ljubljana"), ("moved_from", "2027-01-02")];
    assert_eq!(send(&app, &above, "placements", &back).await.status, 403);
    assert_eq!(send(&app, &above, "placements/withdrawal", &[("from", "2027-01-01")]).await.status, 403);
    assert_eq!(store_placements(&app).await, places);
    done(&send(&app, &coordinator, "placements/withdrawal", &[("from", "2027-01-01")]).await);
    assert_eq!(store_placements(&app).await, places - 1);
}

#[tokio::test]
async fn a_unit_closes_into_another_and_opens_again() {
    let app = TestApp::new().await;
    let (_, cookie) = app.person(RoleKind::Coordinator, "mreza").await;
    for (successor, says) in [
        ("mc-reka", "ne more združiti sama s seboj"),
        ("ljubljana", "ne zapisuje vnosov"),
        ("nikjer", "Te enote ni"),
    ] {
        let fields = [("closed_from", "2026-09-01"), ("successor", successor)];
        let told = send(&app, &cookie, "closure", &fields).await;
        assert_eq!(told.status, 422);
        assert!(told.body.contains(says), "{successor}: {}", told.body);
    }
    let told = app.post("/units/mreza/ljubljana/closure", &cookie, &[("closed_from", "2026-09-01")]).await;
    assert!(told.status == 422 && told.body.contains("še odprte enote"), "{}", told.body);
    let into = [("closed_from", "2026-09-01"), ("successor", "mc-most")];
    for _ in 0..2 {
        done(&send(&app, &cookie, "closure", &into).await);
    }
    let closed = app.unit("mc-reka").await;
    assert!(closed.open_on(date(2026, 8, 31)) && !closed.open_on(date(2026, 9, 1)));
    let page = app.get(&format!("{REKA}/history"), &cookie).await;
    assert!(page.body.contains("delo te enote nadaljuje"), "{}", page.body);
    let told = send(&app, &cookie, "closure", &[("closed_from", "2026-10-01")]).await;
    assert!(told.status == 422 && told.body.contains("že zaprta"));
    // Nothing merges into what is closed, or moves below it.
    let fields = [("closed_from", "2026-10-01"), ("successor", "mc-reka")];
    let told = app.post("/units/mreza/mc-most/closure", &cookie, &fields).await;
    assert!(told.status == 422 && told.body.contains("je zaprta od"), "{}", told.body);
    done(&send(&app, &cookie, "closure/withdrawal", &[]).await);
    assert_eq!(app.unit("mc-reka").await.closed_on, None);
}

#[tokio::test]
async fn no_move_changes_the_figures_of_a_closed_period() {
    use crate::periods::{self, Whole};
    let app = TestApp::new().await;
    let (me, cookie) = app.person(RoleKind::Coordinator, "mreza").await;
    let close = async |unit: &str, n: u128| {
        let (unit, id) = (app.unit(unit).await, uuid::Uuid::from_u128(n));
        periods::close(&app, &me, &unit, Whole::Year(2025), id).await.unwrap().unwrap();
    };
    // The whole network's figures stay what they are wherever a unit stands in it, and so do the unit's own.
    close("mc-reka", 2).await;
    close("mreza", 1).await;
    let to = |from| [("parent", "brezice"), ("moved_from", from)];
    done(&send(&app, &cookie, "placements", &to("2025-09-01")).await);
    done(&send(&app, &cookie, "placements/withdrawal", &[("from", "2025-09-01")]).await);

    let reopen = async |unit: &str, n: u128| {
        let (unit, id) = (app.unit(unit).await, uuid::Uuid::from_u128(n));
        periods::reopen(&app, &me, &unit, id, "Premik").await.unwrap().unwrap();
    };
    reopen("mreza", 1).await;

    // Those of whom it leaves, and of whom it comes to, would change.
    for (unit, n) in [("ljubljana", 3), ("brezice", 4)] {
        close(unit, n).await;
        let told = send(&app, &cookie, "placements", &to("2025-09-01")).await;
        assert_eq!(told.status, 422, "{unit}");
        let says = format!(
            "V enoti Enota {unit} je zaprto obdobje od 1.\u{a0}1.\u{a0}2025 do 31.\u{a0}12.\u{a0}2025"
        );
        assert!(told.body.contains(&says) && told.body.contains("2025-09-01"), "{}", told.body);
        reopen(unit, n).await;
    }
    // Open again it is moved, and closed again it cannot be moved back; from the new year on it is free to go.
    done(&send(&app, &cookie, "placements", &to("2025-09-01")).await);
    close("brezice", 5).await;
    let back = send(&app, &cookie, "placements/withdrawal", &[("from", "2025-09-01")]).await;
    assert!(back.status == 422 && back.body.contains("Enota brezice"), "{}", back.body);
    let home = [("parent", "ljubljana"), ("moved_from", "2026-01-01")];
    done(&send(&app, &cookie, "placements", &home).await);
    assert_eq!(
        as_of(&app, "mc-reka", date(2025, 12, 31)).await.parent_id,
        Some(app.unit("brezice").await.id)
    );
}
