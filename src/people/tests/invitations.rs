use chrono::Duration;

use super::{PASSWORD, account, give, invite, is_in, link, signed_in};
use crate::access::RoleKind;
use crate::testing::TestApp;

const NEW: [(&str, &str); 2] = [("name", "Ana Novak"), ("password", "something longer")];

/// A mentor's invitation to MC Reka, as a path.
async fn invited(app: &TestApp, mail: &str, role: &str) -> String {
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    let answer = invite(app, &mentor, "mc-reka", mail, role).await;
    link(&answer.body).expect("the link is shown where no mail server is set")
}

#[tokio::test]
async fn an_invitation_makes_an_account_with_the_role_and_works_once() {
    let app = TestApp::new().await;
    let path = invited(&app, "Ana@Example.org", "worker").await;
    let page = app.get(&path, "").await;
    assert_eq!(page.status, 200);
    assert!(page.body.contains("ana@example.org") && page.body.contains("Unit mc-reka"));

    for wrong in [[("name", ""), ("password", "something longer")], [("name", "Ana"), ("password", "short")]]
    {
        let answer = app.post(&path, "", &wrong).await;
        assert_eq!(answer.status, 422);
        assert!(answer.body.contains("role=\"alert\"") && !answer.body.contains("something longer"));
        let field = if wrong[0].1.is_empty() { "name" } else { "password" };
        let beside = format!("<p class=\"error\" id=\"{field}-problem\">");
        assert!(answer.body.contains(&beside), "{}", answer.body);
        assert_eq!(answer.body.matches("aria-invalid=\"true\"").count(), 1, "{}", answer.body);
    }
    let taken = app.post(&path, "", &NEW).await;
    assert_eq!(taken.status, 303);
    let page = app.get("/account", &taken.cookie.unwrap()).await;
    assert!(page.body.contains("Ana Novak") && page.body.contains("/units/mreza/mc-reka"));
    signed_in(&app, "ana@example.org", "something longer").await;

    for cookie in ["", &signed_in(&app, "ana@example.org", "something longer").await] {
        assert_eq!(app.get(&path, cookie).await.status, 422);
        let again = app.post(&path, cookie, &NEW).await;
        assert_eq!((again.status.as_u16(), again.cookie), (422, None));
    }
}

#[tokio::test]
async fn two_who_take_it_up_at_once_get_one_account() {
    let app = TestApp::new().await;
    let path = invited(&app, "ana@example.org", "worker").await;
    let both = futures_util::future::join(app.post(&path, "", &NEW), app.post(&path, "", &NEW)).await;
    let mut statuses = [both.0.status.as_u16(), both.1.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses[0], 303);
    assert!([409, 422].contains(&statuses[1]), "{statuses:?}");
}

#[tokio::test]
async fn an_invitation_expires() {
    let app = TestApp::new().await;
    let path = invited(&app, "ana@example.org", "worker").await;
    app.wait(Duration::days(20));
    assert_eq!(app.get(&path, "").await.status, 200);
    app.wait(Duration::days(1));
    assert_eq!(app.get(&path, "").await.status, 422);
    assert_eq!(app.post(&path, "", &NEW).await.status, 422);
    assert_eq!(app.get("/invitations/0", "").await.status, 422);
}

#[tokio::test]
async fn an_invitation_is_for_its_address_only() {
    let app = TestApp::new().await;
    account(&app, "ivo@example.org").await;
    let path = invited(&app, "ana@example.org", "mentor").await;
    let ivo = signed_in(&app, "ivo@example.org", PASSWORD).await;
    let page = app.get(&path, &ivo).await;
    assert!(page.status == 200 && !page.body.contains(&format!("action=\"{path}\"")));
    assert_eq!(app.post(&path, &ivo, &NEW).await.status, 422);
    assert!(!app.get("/account", &ivo).await.body.contains("mc-reka"));
    assert_eq!(app.get(&path, "").await.status, 200, "it still waits for Ana");
}

#[tokio::test]
async fn an_account_is_not_opened_by_a_link_but_gets_the_role_once_signed_in() {
    let app = TestApp::new().await;
    account(&app, "ana@example.org").await;
    let path = invited(&app, "ana@example.org", "worker").await;
    let page = app.get(&path, "").await;
    assert!(page.body.contains(&format!("/sign-in?next={path}")) && !page.body.contains("new-password"));
    let forced = app.post(&path, "", &NEW).await;
    assert_eq!((forced.status.as_u16(), forced.cookie), (409, None));
    assert!(forced.body.contains(&format!("/sign-in?next={path}")), "it says what to do instead");

    let ana = signed_in(&app, "ana@example.org", PASSWORD).await;
    assert_eq!(app.post(&path, &ana, &[]).await.status, 303);
    assert!(app.get("/account", &ana).await.body.contains("mc-reka"));
}

#[tokio::test]
async fn an_invitation_ends_with_the_role_of_whoever_gave_it() {
    let app = TestApp::new().await;
    let id = account(&app, "mentor@example.org").await;
    let role = give(&app, id, RoleKind::Mentor, "ljubljana").await;
    let mentor = signed_in(&app, "mentor@example.org", PASSWORD).await;
    let path = link(&invite(&app, &mentor, "mc-reka", "second@example.org", "mentor").await.body).unwrap();
    assert_eq!(app.get(&path, "").await.status, 200);
    let (_, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    app.post(&format!("/units/mreza/ljubljana/roles/{role}/ending"), &coordinator, &[]).await;
    assert_eq!(app.get(&path, "").await.status, 422);
    assert_eq!(app.post(&path, "", &NEW).await.status, 422);
}

#[tokio::test]
async fn who_is_invited_is_listed_until_the_invitation_is_taken_up() {
    let app = TestApp::new().await;
    let path = invited(&app, "ana@example.org", "worker").await;
    let (_, mentor) = app.person(RoleKind::Mentor, "mc-reka").await;
    let waiting = app.get("/units/mreza/mc-reka/people", &mentor).await;
    assert!(waiting.body.contains("ana@example.org"));
    let ana = app.post(&path, "", &NEW).await.cookie.unwrap();
    assert!(is_in(&app, &ana).await);
    let page = app.get("/units/mreza/mc-reka/people", &mentor).await;
    assert!(page.body.contains("Ana Novak") && !page.body.contains("#i-mail"));
}

#[tokio::test]
async fn the_same_form_sent_twice_invites_once() {
    let app = TestApp::new().await;
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    let fields =
        [("id", "00000000-0000-4000-8000-000000000001"), ("mail", "ana@example.org"), ("role", "worker")];
    let mut places = Vec::new();
    for _ in 0..2 {
        let answer = app.post("/units/mreza/mc-reka/invitations", &mentor, &fields).await;
        assert_eq!(answer.status, 303);
        places.push(answer.location.unwrap());
    }
    assert_eq!(places[0], places[1]);
    let (mails,): (i64,) =
        crate::db::Conn::from(&app.db).one("select count(*) from outbox_mail", vec![]).await.unwrap();
    assert_eq!(mails, 1);
    let page = app.get(&places[0], &mentor).await;
    assert!(page.body.contains("Vabilo je pripravljeno"), "{}", page.body);
    assert_eq!(link(&page.body), None, "only the browser that made it is shown the link");
}

#[tokio::test]
async fn an_invitation_can_be_taken_back_by_whoever_could_give_it() {
    let app = TestApp::new().await;
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    let (_, worker) = app.person(RoleKind::Worker, "ljubljana").await;
    let fields =
        [("id", "00000000-0000-4000-8000-000000000001"), ("mail", "ana@example.org"), ("role", "mentor")];
    let answer = app.post("/units/mreza/mc-reka/invitations", &mentor, &fields).await;
    let page = super::followed(&app, &mentor, answer).await;
    let path = link(&page.body).unwrap();
    assert_eq!(app.get(&path, "").await.status, 200);
    let withdrawal = "/units/mreza/mc-reka/invitations/00000000-0000-4000-8000-000000000001/withdrawal";
    assert!(page.body.contains(withdrawal), "{}", page.body);
    assert_eq!(app.post(withdrawal, &worker, &[]).await.status, 403);
    let elsewhere = withdrawal.replace("mc-reka", "mc-most");
    assert_eq!(
        app.post(&elsewhere, &mentor, &[]).await.status,
        303,
        "there is none there, so nothing happens"
    );
    assert_eq!(app.get(&path, "").await.status, 200);
    for _ in 0..2 {
        assert_eq!(app.post(withdrawal, &mentor, &[]).await.status, 303);
    }
    assert_eq!(app.get(&path, "").await.status, 422);
    assert_eq!(app.post(&path, "", &NEW).await.status, 422);
}

#[tokio::test]
async fn what_is_done_with_roles_is_on_record() {
    let app = TestApp::new().await;
    let path = invited(&app, "ana@example.org", "worker").await;
    let ana = app.post(&path, "", &NEW).await.cookie.unwrap();
    let person = crate::people::by_mail(&app.db, "ana@example.org").await.unwrap().unwrap();
    let reka = app.unit("mc-reka").await;
    let members =
        crate::people::store::members(&app.db, app.network_id, &reka.path, app.today()).await.unwrap();
    let role = members.iter().find(|member| member.person_id == person.id).unwrap().role_id;
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    app.post(&format!("/units/mreza/mc-reka/roles/{role}/password-reset"), &mentor, &[]).await;
    app.post(&format!("/units/mreza/mc-reka/roles/{role}/ending"), &mentor, &[]).await;
    assert_eq!(app.get("/units/mreza/mc-reka/today", &ana).await.status, 403);
    let sql = "select act from audit where unit_id = $1";
    let acts: Vec<(String,)> = crate::db::Conn::from(&app.db).all(sql, crate::args![reka.id]).await.unwrap();
    let mut acts: Vec<_> = acts.iter().map(|(act,)| act.as_str()).collect();
    // The clock stands still here.
    acts.sort_unstable();
    assert_eq!(acts, ["end_role", "invite", "send_reset", "take_role"]);
}

#[tokio::test]
async fn nobody_floods_others_with_mail() {
    let app = TestApp::new().await;
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    let mut last = 0;
    for n in 0..=200 {
        last = invite(&app, &mentor, "mc-reka", &format!("a{n}@example.org"), "viewer").await.status.as_u16();
    }
    assert_eq!(last, 429);
    let fields = [("mail", "a999@example.org"), ("role", "viewer")];
    let page = app.post("/units/mreza/mc-reka/invitations", &mentor, &fields).await.body;
    assert!(page.contains("a999@example.org"), "what was typed stays: {page}");
    app.wait(Duration::days(1));
    assert_eq!(invite(&app, &mentor, "mc-reka", "b@example.org", "viewer").await.status, 200);
}
