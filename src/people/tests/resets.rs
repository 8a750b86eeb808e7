use chrono::Duration;
use uuid::Uuid;

use super::{PASSWORD, account, followed, give, is_in, link, sign_in, signed_in};
use crate::access::RoleKind;
use crate::people::{Closed, by_mail, close, reset_link};
use crate::testing::{Answer, TestApp, now};

const NEW: [(&str, &str); 1] = [("password", "something longer")];

async fn send(app: &TestApp, by: &str, unit: &str, role: Uuid) -> Answer {
    let answer = app.post(&format!("/units/mreza/{unit}/roles/{role}/password-reset"), by, &[]).await;
    followed(app, by, answer).await
}

/// A link from the command line, as a path.
async fn path(app: &TestApp, mail: &str) -> String {
    let mut tx = app.db.begin().await.unwrap();
    let person = by_mail(&mut tx, mail).await.unwrap().unwrap();
    let link = reset_link(app, &mut tx, app.ids.random(), &person, None).await.unwrap();
    tx.commit().await.unwrap();
    link.strip_prefix("http://localhost").unwrap().to_owned()
}

#[tokio::test]
async fn a_link_sets_a_new_password_once_and_ends_every_session() {
    let app = TestApp::new().await;
    account(&app, "ana@example.org").await;
    let old = signed_in(&app, "ana@example.org", PASSWORD).await;
    for _ in 0..5 {
        sign_in(&app, "ana@example.org", "wrong").await;
    }
    let link = path(&app, "ana@example.org").await;
    let page = app.get(&link, "").await;
    assert!(page.status == 200 && page.body.contains("ana@example.org"));
    assert_eq!(app.post(&link, "", &[("password", "short")]).await.status, 422);
    assert!(is_in(&app, &old).await, "nothing has happened yet");

    let taken = app.post(&link, "", &NEW).await;
    assert_eq!(taken.status, 303);
    assert!(is_in(&app, &taken.cookie.unwrap()).await && !is_in(&app, &old).await);
    signed_in(&app, "ana@example.org", "something longer").await;
    assert_eq!(sign_in(&app, "ana@example.org", PASSWORD).await.status, 422);
    assert_eq!(app.get(&link, "").await.status, 422);
    assert_eq!(app.post(&link, "", &NEW).await.status, 422);
}

#[tokio::test]
async fn a_link_ends_after_a_day_and_with_the_next_one_a_new_password_or_the_account() {
    let app = TestApp::new().await;
    account(&app, "ana@example.org").await;
    let first = path(&app, "ana@example.org").await;
    let second = path(&app, "ana@example.org").await;
    assert_eq!(app.get(&first, "").await.status, 422);
    assert_eq!(app.get(&second, "").await.status, 200);
    app.wait(Duration::hours(24));
    assert_eq!(app.get(&second, "").await.status, 422);

    let third = path(&app, "ana@example.org").await;
    let ana = signed_in(&app, "ana@example.org", PASSWORD).await;
    app.post("/account/password", &ana, &[("current", PASSWORD), ("password", "something else")]).await;
    assert_eq!(app.get(&third, "").await.status, 422);

    let fourth = path(&app, "ana@example.org").await;
    assert_eq!(close(&app, "ana@example.org").await.unwrap(), Closed::Done);
    assert_eq!(app.post(&fourth, "", &NEW).await.status, 422);
}

#[tokio::test]
async fn a_mentor_sends_it_where_the_highest_role_is_held() {
    let app = TestApp::new().await;
    let id = account(&app, "ana@example.org").await;
    let role = give(&app, id, RoleKind::Worker, "mc-reka").await;
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let (_, stranger) = app.person(RoleKind::Mentor, "mc-sava").await;
    assert_eq!(send(&app, &worker, "mc-reka", role).await.status, 403);
    assert_eq!(send(&app, &stranger, "mc-reka", role).await.status, 403);
    assert_eq!(send(&app, &mentor, "mc-most", role).await.status, 404);

    let sent = send(&app, &mentor, "mc-reka", role).await;
    assert_eq!(sent.status, 200);
    let link = link(&sent.body).expect("shown: the mentor could give every role that Ana has");
    assert_eq!(app.post(&link, "", &NEW).await.status, 303);

    let higher = give(&app, id, RoleKind::Mentor, "mc-sava").await;
    assert_eq!(send(&app, &mentor, "mc-reka", role).await.status, 422, "her highest role is elsewhere now");
    let sent = send(&app, &stranger, "mc-sava", higher).await;
    assert_eq!(sent.status, 200);
    assert_eq!(super::link(&sent.body), None, "not shown: it would open MC Reka to a stranger");
}

#[tokio::test]
async fn a_link_to_more_than_ones_own_rights_is_mailed_and_never_shown() {
    let app = TestApp::new().await;
    let id = account(&app, "head@example.org").await;
    let role = give(&app, id, RoleKind::Coordinator, "mreza").await;
    let (_, mentor) = app.person(RoleKind::Mentor, "mreza").await;
    let sent = send(&app, &mentor, "mreza", role).await;
    assert_eq!((sent.status.as_u16(), link(&sent.body)), (200, None));
    let mut tx = app.db.begin().await.unwrap();
    let mail = super::store::claim_mail(&mut tx, now(), now()).await.unwrap().unwrap();
    assert!(mail.recipient == "head@example.org" && mail.body.contains("http://localhost/password-resets/"));
    assert_eq!(mail.subject, "Novo geslo za Logbook", "in the language of the person");
}
