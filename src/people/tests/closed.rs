//! A closed account that somebody is invited to again.

use super::{PASSWORD, account, give, invite, is_in, link, sign_in, signed_in};
use crate::access::{self, RoleKind};
use crate::people::{Closed, close, reset_link};
use crate::testing::TestApp;

const NEW: [(&str, &str); 2] = [("name", "Ana Novak"), ("password", "something longer")];

/// Ana, a worker of MC Reka whose account was closed.
async fn closed(app: &TestApp) -> uuid::Uuid {
    let id = account(app, "ana@example.org").await;
    give(app, id, RoleKind::Worker, "mc-reka").await;
    assert_eq!(close(app, "ana@example.org").await.unwrap(), Closed::Done);
    id
}

#[tokio::test]
async fn an_invitation_opens_a_closed_account_again_with_a_new_password() {
    let app = TestApp::new().await;
    let id = closed(&app).await;
    let mut tx = app.db.begin().await.unwrap();
    let ana = crate::people::by_mail(&mut tx, "ana@example.org").await.unwrap().unwrap();
    let old = reset_link(&app, &mut tx, app.ids.random(), &ana, None).await.unwrap();
    tx.commit().await.unwrap();
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    let path = link(&invite(&app, &mentor, "mc-most", "ana@example.org", "worker").await.body).unwrap();

    let page = app.get(&path, "").await;
    assert!(page.body.contains("Your account is closed"), "it says what is: {}", page.body);
    assert!(!page.body.contains("/sign-in?next="), "and sends nobody to a door that does not open");
    assert!(page.body.contains("value=\"ana\""), "the name stands there already");
    assert_eq!(app.post(&path, "", &[("name", "Ana"), ("password", "short")]).await.status, 422);
    assert_eq!(sign_in(&app, "ana@example.org", PASSWORD).await.status, 422, "still closed");

    let taken = app.post(&path, "", &NEW).await;
    assert_eq!(taken.status, 303);
    let ana = taken.cookie.unwrap();
    let page = app.get("/account", &ana).await.body;
    assert!(page.contains("Ana Novak") && page.contains("/units/mreza/mc-most"));
    assert!(!page.contains("/units/mreza/mc-reka"), "what she was before, nobody was asked about");
    signed_in(&app, "ana@example.org", "something longer").await;
    assert_eq!(sign_in(&app, "ana@example.org", PASSWORD).await.status, 422);
    let old = old.strip_prefix("http://localhost").unwrap();
    assert_eq!(app.get(old, "").await.status, 422, "links from before it was closed open nothing");
    assert_eq!(app.get(&path, "").await.status, 422, "once");

    let sql = "select object from audit where act = 'reopen_account'";
    let acts: Vec<(String,)> = crate::db::Conn::from(&app.db).all(sql, vec![]).await.unwrap();
    assert_eq!(acts, [(format!("person {id}"),)]);
}

#[tokio::test]
async fn a_closed_account_that_coordinated_does_not_coordinate_again_by_a_mentors_invitation() {
    let app = TestApp::new().await;
    app.person(RoleKind::Coordinator, "mreza").await;
    let id = account(&app, "ana@example.org").await;
    give(&app, id, RoleKind::Coordinator, "mreza").await;
    close(&app, "ana@example.org").await.unwrap();
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    let page = invite(&app, &mentor, "mc-reka", "ana@example.org", "worker").await.body;
    assert_eq!(link(&page), None, "whoever could not give it all does not hold the link in hand");
    assert!(page.contains("Povezavo lahko preda, kdor skrbi za strežnik"), "{page}");

    let mut tx = app.db.begin().await.unwrap();
    let now = app.clock.now();
    let mail = super::store::claim_mail(&mut tx, now, now).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert_eq!(mail.recipient, "ana@example.org");
    let at = mail.body.find("/invitations/").unwrap();
    let path = mail.body[at..].split_whitespace().next().unwrap();
    let ana = app.post(path, "", &NEW).await.cookie.unwrap();
    let token = ana.split_once('=').unwrap().1;
    let me = access::me(&app, token).await.unwrap().unwrap();
    assert_eq!(super::kinds(&me), [(RoleKind::Worker, "mc-reka")]);
}

#[tokio::test]
async fn an_account_opened_by_whoever_runs_the_server_has_its_roles_and_is_signed_in_to() {
    let app = TestApp::new().await;
    closed(&app).await;
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    let path = link(&invite(&app, &mentor, "mc-most", "ana@example.org", "worker").await.body).unwrap();
    let mut tx = app.db.begin().await.unwrap();
    assert!(crate::people::enable(&mut tx, "ana@example.org").await.unwrap());
    tx.commit().await.unwrap();
    assert_eq!(app.post(&path, "", &NEW).await.status, 409, "open meanwhile: a link alone does not do");
    let ana = signed_in(&app, "ana@example.org", PASSWORD).await;
    assert_eq!(app.post(&path, &ana, &[]).await.status, 303);
    let page = app.get("/account", &ana).await.body;
    assert!(page.contains("mc-reka") && page.contains("mc-most"));
    assert!(is_in(&app, &ana).await);
}
