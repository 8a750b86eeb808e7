//! What became of an invitation's mail, and inviting again.

use chrono::Duration;
use uuid::Uuid;

use super::super::mail::{Stage, Trouble, closed_port, send_next};
use super::{followed, link, store};
use crate::access::RoleKind;
use crate::people::Invite;
use crate::testing::{Answer, TestApp};

const FIRST: &str = "00000000-0000-4000-8000-000000000001";
const SECOND: &str = "00000000-0000-4000-8000-000000000002";
const PEOPLE: &str = "/units/mreza/mc-reka/people";

async fn with_mail() -> TestApp {
    TestApp::set(|settings| settings.smtp_url = Some("smtp://localhost".into())).await
}

async fn invite(app: &TestApp, by: &str, id: &str, role: &str) -> Answer {
    let fields = [("id", id), ("mail", "ana@example.org"), ("role", role)];
    let answer = app.post("/units/mreza/mc-reka/invitations", by, &fields).await;
    followed(app, by, answer).await
}

async fn again(app: &TestApp, by: &str, old: &str, new: &str, way: &str) -> Answer {
    let path = format!("/units/mreza/mc-reka/invitations/{old}/again");
    let answer = app.post(&path, by, &[("id", new), ("way", way)]).await;
    followed(app, by, answer).await
}

/// The path of the link in the mail that is due, and the mail's id.
async fn mailed(app: &TestApp) -> Option<(String, Uuid)> {
    let mut tx = app.db.begin().await.unwrap();
    let now = app.clock.now();
    let mail = store::claim_mail(&mut tx, now, now + Duration::seconds(1)).await.unwrap()?;
    tx.commit().await.unwrap();
    let at = mail.body.find("/invitations/").expect("a link");
    Some((mail.body[at..].split_whitespace().next().unwrap().to_owned(), mail.id))
}

#[tokio::test]
async fn the_people_page_tells_what_became_of_the_mail() {
    let app = with_mail().await;
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    let page = invite(&app, &mentor, FIRST, "worker").await.body;
    assert!(page.contains("Vabilo je na poti na naslov ana@example.org"), "{page}");
    assert_eq!(link(&page), None);
    assert!(page.contains("Pošta bo odšla vsak hip"), "{page}");

    assert!(send_next(&app, Some(&closed_port())).await.unwrap());
    let page = app.get(PEOPLE, &mentor).await.body;
    assert!(page.contains("Pošta še ni odšla: poštni strežnik se ne odziva."), "{page}");

    app.wait(Duration::minutes(1));
    let (_, id) = mailed(&app).await.unwrap();
    let mut tx = app.db.begin().await.unwrap();
    let (code, said) = (Trouble::NoMailbox.code(), Some("550 5.1.1 ana@example.org".to_owned()));
    store::mail_failed(&mut tx, id, app.clock.now(), code, said).await.unwrap();
    tx.commit().await.unwrap();
    let page = app.get(PEOPLE, &mentor).await.body;
    assert!(page.contains("Pošta ni odšla: tega nabiralnika ni"), "{page}");
    assert!(!page.contains("5.1.1"), "in words, not in codes");

    again(&app, &mentor, FIRST, SECOND, "mail").await;
    let (_, id) = mailed(&app).await.unwrap();
    let mut tx = app.db.begin().await.unwrap();
    store::mail_sent(&mut tx, id, app.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    let page = app.get(PEOPLE, &mentor).await.body;
    assert!(page.contains("Pošta odšla 15.\u{a0}10.\u{a0}2026, 20.01"), "{page}");
}

#[tokio::test]
async fn sending_again_makes_a_new_link_once_and_the_old_one_is_void() {
    let app = with_mail().await;
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    invite(&app, &mentor, FIRST, "worker").await;
    let (old, _) = mailed(&app).await.unwrap();
    assert_eq!(app.get(&old, "").await.status, 200);
    app.wait(Duration::minutes(1));
    for _ in 0..2 {
        let page = again(&app, &mentor, FIRST, SECOND, "mail").await;
        assert!(page.status == 200 && page.body.contains("Vabilo je na poti"), "{}", page.body);
    }
    assert_eq!(app.get(&old, "").await.status, 422);
    let (new, _) = mailed(&app).await.unwrap();
    assert_ne!(new, old);
    assert_eq!(app.get(&new, "").await.status, 200);
    assert!(mailed(&app).await.is_none(), "one mail, and the first no longer waits");

    let third = again(&app, &mentor, FIRST, "00000000-0000-4000-8000-000000000003", "mail").await;
    assert_eq!(third.status, 422);
    assert!(third.body.contains("To vabilo ni več odprto"), "{}", third.body);
    assert_eq!(app.get(&new, "").await.status, 200);
}

#[tokio::test]
async fn a_link_is_shown_once_to_whoever_may_give_the_role_and_no_mail_goes() {
    let app = with_mail().await;
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    let (_, worker) = app.person(RoleKind::Worker, "ljubljana").await;
    invite(&app, &mentor, FIRST, "worker").await;
    assert_eq!(again(&app, &worker, FIRST, SECOND, "hand").await.status, 403);
    let page = again(&app, &mentor, FIRST, SECOND, "hand").await.body;
    let path = link(&page).expect("the link");
    assert!(page.contains("pošta je ne nosi") && page.contains("Povezavo predaš po svoji poti"), "{page}");
    assert_eq!(app.get(&path, "").await.status, 200);
    assert!(mailed(&app).await.is_none(), "the mail with the old link was taken back");
    let later = app.get(&format!("{PEOPLE}?invited={SECOND}"), &mentor).await.body;
    assert_eq!(link(&later), None, "once, in the browser that asked for it");
}

#[tokio::test]
async fn nobody_sends_again_what_they_could_not_give() {
    let app = with_mail().await;
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    let root = app.unit("mreza").await;
    let mut tx = app.db.begin().await.unwrap();
    let to =
        Invite { id: FIRST.parse().unwrap(), to: "ana@example.org", kind: RoleKind::Coordinator, by: None };
    let w = crate::i18n::Words(crate::i18n::Lang::Sl);
    crate::people::invite(&app, &mut tx, w, &root, to).await.unwrap();
    tx.commit().await.unwrap();
    let (_, whole) = app.person(RoleKind::Mentor, "mreza").await;
    for (by, status) in [(&mentor, 403), (&whole, 422)] {
        let path = format!("/units/mreza/mreza/invitations/{FIRST}/again");
        assert_eq!(app.post(&path, by, &[("id", SECOND)]).await.status, status);
    }
    let page = app.get("/units/mreza/mreza/people", &whole).await.body;
    assert!(page.contains("ana@example.org") && !page.contains("/again"), "{page}");
}

#[tokio::test]
async fn what_is_taken_back_is_not_mailed() {
    let app = with_mail().await;
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    invite(&app, &mentor, FIRST, "worker").await;
    app.post(&format!("/units/mreza/mc-reka/invitations/{FIRST}/withdrawal"), &mentor, &[]).await;
    assert!(mailed(&app).await.is_none());
}

#[test]
fn what_a_mail_server_says_is_told_by_what_one_can_do() {
    let told = |code| Trouble::of_status(code);
    assert_eq!(told(None), Trouble::NoAnswer);
    for code in [421, 450, 451, 452] {
        assert_eq!(told(Some(code)), Trouble::NotNow, "{code}");
    }
    for code in [550, 551, 553] {
        assert_eq!(told(Some(code)), Trouble::NoMailbox, "{code}");
    }
    assert_eq!((told(Some(535)), told(Some(554))), (Trouble::Setup, Trouble::Refused));
    for trouble in [Trouble::NoAnswer, Trouble::NotNow, Trouble::NoMailbox, Trouble::Refused, Trouble::Setup]
    {
        assert_eq!(Trouble::from_code(trouble.code()), Some(trouble));
        let w = crate::i18n::Words(crate::i18n::Lang::Sl);
        assert!(w.has(&format!("mail-trouble-{}", trouble.code())));
    }
    assert_eq!(Stage::of(None, true, None), Stage::Refused(Trouble::Refused));
    assert_eq!(Stage::of(None, false, None), Stage::Waiting);
}
