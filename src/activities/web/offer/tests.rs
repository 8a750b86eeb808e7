use crate::access::RoleKind;
use crate::activities::store::activities as store;
use crate::testing::TestApp;

const LIST: &str = "/units/mreza/mc-reka/activities";

fn form(id: &str) -> Vec<(&str, &str)> {
    vec![
        ("id", id),
        ("name_sl", "Odprti večer"),
        ("name_en", ""),
        ("kind", "open"),
        ("place_kind", "on_site"),
        ("from", "2026-09-01"),
        ("from_1_1", "17:00"),
        ("to_1_1", "20:00"),
        ("from_2_1", "17:00"),
        ("to_2_1", "20:00"),
        ("from_3_1", "17:00"),
        ("to_3_1", "20:00"),
        ("from_5_1", "18:00"),
        ("to_5_1", "22:00"),
    ]
}

fn with<'a>(mut form: Vec<(&'a str, &'a str)>, name: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    form.retain(|(it, _)| *it != name);
    form.push((name, value));
    form
}

#[tokio::test]
async fn an_activity_is_offered_once_however_often_the_form_is_sent() {
    let app = TestApp::new().await;
    let (_, cookie) = app.person(RoleKind::Mentor, "mc-reka").await;
    let empty = app.get(LIST, &cookie).await;
    assert!(empty.body.contains("Trenutno ne poteka nobena dejavnost."), "{}", empty.body);
    let page = app.get(&format!("{LIST}/new"), &cookie).await;
    assert_eq!(page.status, 200);
    assert!(!page.body.contains('⟦'), "{}", page.body);
    let id = page.body.split("name=\"id\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    for _ in 0..2 {
        let saved = app.post(LIST, &cookie, &form(&id)).await;
        assert_eq!(saved.location.as_deref(), Some(format!("{LIST}?saved={id}").as_str()), "{}", saved.body);
    }
    let list = app.get(&format!("{LIST}?saved={id}"), &cookie).await.body;
    assert!(list.contains("Trenutno poteka 1 dejavnost."), "{list}");
    assert!(list.contains("pon–sre 17.00–20.00; pet 18.00–22.00"), "{list}");
    assert!(list.contains("Shranjeno: Odprti večer."));
    assert_eq!(store::of_unit(&app.db, app.network_id, app.unit("mc-reka").await.id).await.unwrap().len(), 1);
    // Not another unit's under the same address.
    assert_eq!(
        app.get(
            &format!("/units/mreza/mc-most/activities/{id}"),
            &app.person(RoleKind::Mentor, "mc-most").await.1
        )
        .await
        .status,
        404
    );
}

#[tokio::test]
async fn a_slip_keeps_what_was_typed() {
    let app = TestApp::new().await;
    let (_, cookie) = app.person(RoleKind::Mentor, "mc-reka").await;
    let id = app.ids.ordered().to_string();
    let slip = with(with(with(form(&id), "to_5_1", "16:00"), "kind", ""), "name_sl", "<Bend>");
    let told = app.post(LIST, &cookie, &slip).await;
    assert_eq!(told.status, 422);
    for says in [
        "Konec je pred začetkom. Sta uri zamenjani?",
        "Izberi vrsto dejavnosti.",
        "value=\"&#60;Bend&#62;\"",
        "value=\"16:00\"",
        "id=\"from_5_1-problem\"",
        "role=\"alert\"",
        &format!("name=\"id\" value=\"{id}\""),
    ] {
        assert!(told.body.contains(says), "{says}\n{}", told.body);
    }
    assert_eq!(app.post(LIST, &cookie, &[("id", "x")]).await.status, 422);
}

#[tokio::test]
async fn a_change_made_meanwhile_is_shown_beside_ones_own() {
    let app = TestApp::new().await;
    let (_, cookie) = app.person(RoleKind::Mentor, "mc-reka").await;
    let id = app.ids.ordered().to_string();
    app.post(LIST, &cookie, &form(&id)).await;
    let one = format!("{LIST}/{id}");
    let page = app.get(&one, &cookie).await.body;
    assert!(page.contains("name=\"version\" value=\"1\""));
    let theirs = with(with(form(""), "version", "1"), "place", "Dvorana");
    assert_eq!(app.post(&one, &cookie, &theirs).await.status, 303);
    let mine = with(with(form(""), "version", "1"), "kind", "group");
    let told = app.post(&one, &cookie, &mine).await;
    assert_eq!(told.status, 409);
    for says in ["To je medtem popravil nekdo drug", "Dvorana", "Skupinska", "name=\"version\" value=\"2\""] {
        assert!(told.body.contains(says), "{says}\n{}", told.body);
    }
    assert_eq!(app.post(&one, &cookie, &with(mine, "version", "2")).await.status, 303);
}

#[tokio::test]
async fn an_ended_activity_keeps_its_past_and_can_be_opened_again() {
    let app = TestApp::new().await;
    let (_, cookie) = app.person(RoleKind::Mentor, "mc-reka").await;
    let id = app.ids.ordered().to_string();
    app.post(LIST, &cookie, &form(&id)).await;
    let ending = format!("{LIST}/{id}/ending");
    let told = app.post(&ending, &cookie, &[("until", "2026-08-01")]).await;
    assert_eq!(told.status, 422);
    assert!(told.body.contains("Zadnji dan je pred začetkom"), "{}", told.body);
    assert_eq!(app.post(&ending, &cookie, &[("until", "")]).await.status, 422);
    assert_eq!(app.post(&ending, &cookie, &[("until", "2026-10-14")]).await.status, 303);
    let list = app.get(LIST, &cookie).await.body;
    assert!(list.contains("Končane") && list.contains("Trenutno ne poteka"), "{list}");
    let again = with(with(form(""), "version", "2"), "last", "");
    assert_eq!(app.post(&format!("{LIST}/{id}"), &cookie, &again).await.status, 303);
    assert!(app.get(LIST, &cookie).await.body.contains("Trenutno poteka 1 dejavnost."));
}

#[tokio::test]
async fn with_its_unit_what_it_offers_has_ended() {
    let app = TestApp::new().await;
    let (_, cookie) = app.person(RoleKind::Mentor, "mc-reka").await;
    let id = app.ids.ordered().to_string();
    app.post(LIST, &cookie, &form(&id)).await;
    let (_, above) = app.person(RoleKind::Mentor, "ljubljana").await;
    let closed = app.post("/units/mreza/mc-reka/closure", &above, &[("closed_from", "2026-10-10")]).await;
    assert_eq!(closed.status, 303, "{}", closed.body);
    let list = app.get(LIST, &cookie).await.body;
    assert!(list.contains("Končane") && list.contains("Trenutno ne poteka"), "{list}");
    let overview = async |date: &str| {
        app.get(&format!("/units/mreza/mc-reka?period=month&date={date}"), &cookie).await.body
    };
    let invited = "zapiši, kar se je zgodilo";
    assert!(overview("2026-10-01").await.contains(invited), "it was open for a part of it");
    assert!(!overview("2026-11-01").await.contains(invited));
}

#[tokio::test]
async fn workers_see_what_is_offered_and_mentors_change_it() {
    let app = TestApp::new().await;
    let (_, mentor) = app.person(RoleKind::Mentor, "mc-reka").await;
    let id = app.ids.ordered().to_string();
    app.post(LIST, &mentor, &form(&id)).await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let list = app.get(LIST, &worker).await;
    assert_eq!(list.status, 200);
    assert!(!list.body.contains(&format!("{LIST}/{id}")), "no link that would be refused");
    assert_eq!(app.get(&format!("{LIST}/{id}"), &worker).await.status, 403);
    assert_eq!(app.post(LIST, &worker, &form(&id)).await.status, 403);
    let (_, viewer) = app.person(RoleKind::Viewer, "mreza").await;
    assert_eq!(app.get(LIST, &viewer).await.status, 403);
    // Where nothing is recorded, nothing is offered.
    let (_, town) = app.person(RoleKind::Mentor, "ljubljana").await;
    let none = app.get("/units/mreza/ljubljana/activities", &town).await;
    assert!(none.body.contains("V tej enoti ni dejavnosti"), "{}", none.body);
    assert_eq!(app.get("/units/mreza/ljubljana/activities/new", &town).await.status, 303);
    let other = app.ids.ordered().to_string();
    assert_eq!(app.post("/units/mreza/ljubljana/activities", &town, &form(&other)).await.status, 422);
}
