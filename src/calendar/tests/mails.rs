use chrono::Duration;
use uuid::Uuid;

use super::super::rule::{Covers, Due, Kind, Send};
use super::super::{JOB, daily, sending, standing, store};
use super::{bring, closing, day, on};
use crate::access::RoleKind;
use crate::db::Conn;
use crate::jobs;
use crate::people;
use crate::periods::{self, Whole};
use crate::reports;
use crate::testing::TestApp;

/// (recipient, subject, body) of every mail so far.
async fn mails(app: &TestApp) -> Vec<(String, String, String)> {
    let sql = "select recipient, subject, body from outbox_mail order by recipient, id";
    Conn::from(&app.db).all(sql, vec![]).await.unwrap()
}

async fn work(app: &TestApp) -> usize {
    jobs::work(app, &[JOB], app.ids.random()).await.unwrap()
}

/// (mail's recipient, name of a file, its first bytes)
async fn files(app: &TestApp) -> Vec<(String, String, Vec<u8>)> {
    let sql = "select m.recipient, f.name, f.body from outbox_file f join outbox_mail m on m.id = f.mail_id
               order by m.recipient, f.position";
    let all: Vec<(String, String, Vec<u8>)> = Conn::from(&app.db).all(sql, vec![]).await.unwrap();
    all.into_iter().map(|(to, name, body)| (to, name, body[..5].to_vec())).collect()
}

fn council(unit_id: Uuid, send: Send) -> Due {
    Due {
        kind: Kind::Report,
        template: Some("council-page".into()),
        covers: Some(Covers::FirstHalf),
        unit_id,
        unit_kind: Some("municipality".into()),
        when: on(10, 15),
        send,
        to_viewers: true,
        ..Due::default()
    }
}

#[tokio::test]
async fn whoever_owes_something_hears_of_it_once_before_and_once_on_the_day() {
    let app = TestApp::new().await;
    let root = app.unit("mreza").await;
    bring(&app, &[closing(root.id, on(10, 20)), closing(root.id, on(10, 25))]).await;
    // One looks after two centres; of the third nobody does, so whoever coordinates hears of it.
    let (me, _) = app.person(RoleKind::Mentor, "ljubljana").await;
    let (_, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    let reka = app.unit("mc-reka").await;
    let closed = periods::close(&app, &me, &reka, Whole::Year(2025), app.ids.random()).await;
    closed.unwrap().unwrap();
    assert_eq!(work(&app).await, 1);
    let sent = mails(&app).await;
    assert_eq!(sent.len(), 2, "{sent:#?}");
    let (to, subject, body) = &sent[1];
    assert_eq!((to.as_str(), subject.as_str()), ("mentor@ljubljana.example", "Logbook: 2 roka"));
    let body = body.replace('\u{a0}', " ");
    assert!(body.contains("20. 10. 2026: Zapri leto · 2025, Enota mc-most"), "{body}");
    assert!(body.contains("http://localhost/units/mreza/mc-most/periods/2025"), "{body}");
    assert!(!body.contains("mc-reka\n"), "who is done is left alone: {body}");
    assert!(sent[0].2.contains("Enota mc-sava"), "{}", sent[0].2);
    assert!(app.get("/units/mreza/mreza/calendar", &coordinator).await.status == 200);
    // Neither the same day nor the next one again.
    assert_eq!(work(&app).await, 0);
    app.wait(Duration::days(1));
    assert_eq!(work(&app).await, 1);
    assert_eq!(mails(&app).await.len(), 2);
    // On the day of the first one.
    app.wait(Duration::days(4));
    work(&app).await;
    let sent = mails(&app).await;
    assert_eq!(sent.len(), 4);
    assert!(sent.iter().all(|(_, subject, _)| subject.starts_with("Logbook: ")));
}

#[tokio::test]
async fn a_morning_that_is_done_twice_or_by_two_at_once_writes_one_letter() {
    let app = TestApp::new().await;
    let root = app.unit("mreza").await;
    bring(&app, &[closing(root.id, on(10, 20))]).await;
    app.person(RoleKind::Mentor, "mc-reka").await;
    let (a, b, c) = tokio::join!(work(&app), work(&app), work(&app));
    assert_eq!(a + b + c, 1);
    assert_eq!(mails(&app).await.len(), 1);
    // A process that died after it wrote, and before it said so.
    let mut tx = app.db.begin().await.unwrap();
    jobs::put(&app, &mut tx, app.network_id, JOB.code, "day again", app.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    let dead = jobs::take(&app, &[JOB], Uuid::from_u128(1)).await.unwrap().unwrap();
    daily::look(&app, &dead).await.unwrap();
    app.wait(Duration::minutes(10));
    assert_eq!(work(&app).await, 1);
    assert_eq!(mails(&app).await.len(), 1);
    assert!(daily::look(&app, &dead).await.is_err(), "it went to another process");
}

#[tokio::test]
async fn a_report_of_the_days_figures_is_made_and_mailed_once() {
    let app = TestApp::new().await;
    let root = app.unit("mreza").await;
    let ids = bring(&app, &[council(root.id, Send::Figures)]).await;
    app.person(RoleKind::Viewer, "ljubljana").await;
    // Somebody who looks at everything gets nobody's.
    app.person(RoleKind::Viewer, "mreza").await;
    let (_, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    let page = app.get("/units/mreza/ljubljana/calendar", &coordinator).await.body;
    assert!(page.contains("Kmalu") && !page.contains("Opravljeno"), "{page}");
    let (a, b) = tokio::join!(work(&app), work(&app));
    assert_eq!(a + b, 3, "the morning, and two municipalities");
    let sent = mails(&app).await;
    assert_eq!(sent.len(), 1, "{sent:?}");
    assert!(sent[0].1.contains("Enota ljubljana") && sent[0].2.contains("besedil še ni"), "{sent:?}");
    assert!(sent[0].2.contains("Primerjano pred pošiljanjem:\n– "), "{sent:?}");
    assert!(sent[0].2.contains("Drugega dokončanega poročila o tem času še ni."), "{sent:?}");
    let of = files(&app).await;
    assert_eq!(of[0].0, "viewer@ljubljana.example");
    assert_eq!((of[0].1.as_str(), of[0].2.as_slice()), ("ljubljana-council-page-2026-H1.pdf", &b"%PDF-"[..]));
    let page = app.get("/units/mreza/ljubljana/calendar", &coordinator).await.body;
    assert!(page.contains("Opravljeno"), "{page}");

    // Killed between writing and saying so: it is done again, and nobody gets it twice.
    let about = standing::about(ids[0], app.unit("ljubljana").await.id, day(2026, 10, 15));
    let mut tx = app.db.begin().await.unwrap();
    let key = format!("report {about} again");
    jobs::put(&app, &mut tx, app.network_id, JOB.code, &key, app.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    let job = jobs::take(&app, &[JOB], Uuid::from_u128(1)).await.unwrap().unwrap();
    sending::send(&app, &job, &about).await.unwrap();
    app.wait(Duration::days(1));
    work(&app).await;
    assert_eq!(mails(&app).await.len(), 1);
}

#[tokio::test]
async fn a_report_that_people_finish_late_goes_out_the_next_morning() {
    let app = TestApp::new().await;
    let root = app.unit("mreza").await;
    bring(&app, &[council(root.id, Send::Finished)]).await;
    app.person(RoleKind::Viewer, "ljubljana").await;
    let (mentor, _) = app.person(RoleKind::Mentor, "ljubljana").await;
    assert_eq!(work(&app).await, 1);
    assert!(mails(&app).await.is_empty(), "there is nothing to send");
    let unit = app.unit("ljubljana").await;
    let new = reports::New {
        id: app.ids.ordered(),
        template: "council-page".into(),
        period: "2026-H1".into(),
        language: "sl".into(),
        supersedes: None,
    };
    let report = reports::begin(&app, &mentor, &unit, &new).await.unwrap().unwrap();
    app.wait(Duration::days(3));
    work(&app).await;
    assert!(mails(&app).await.is_empty(), "a draft is nobody's but theirs who write");
    reports::finish(&app, &mentor, &unit, report.id).await.unwrap();
    let found = reports::finished(&app.db, app.network_id, (day(2000, 1, 1), day(2100, 1, 1))).await.unwrap();
    assert_eq!(found.iter().map(|it| it.id).collect::<Vec<_>>(), [report.id]);
    app.wait(Duration::days(1));
    assert_eq!(work(&app).await, 2);
    let sent = mails(&app).await;
    assert_eq!(sent.len(), 1);
    assert!(sent[0].2.contains(&format!("/units/mreza/ljubljana/reports/{}", report.id)), "{sent:?}");
    assert_eq!(files(&app).await.len(), 1);
    app.wait(Duration::days(1));
    assert_eq!(work(&app).await, 1);
    assert_eq!(mails(&app).await.len(), 1);
}

#[tokio::test]
async fn a_mail_that_was_refused_is_told_and_sent_again() {
    let app = TestApp::new().await;
    let root = app.unit("mreza").await;
    bring(&app, &[council(root.id, Send::Figures)]).await;
    app.person(RoleKind::Viewer, "ljubljana").await;
    let (_, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    work(&app).await;
    let letters = store::letters_since(&app.db, app.network_id, app.clock.now() - Duration::days(1)).await;
    let letter = letters.unwrap().remove(0);
    let page = || app.get("/units/mreza/mreza/calendar", &coordinator);
    assert!(!page().await.body.contains("Pošta, ki ni prispela"));
    let refuse = |tries: i64| {
        let (app, id) = (&app, letter.mail_id);
        async move {
            let mut tx = app.db.begin().await.unwrap();
            let sql =
                "update outbox_mail set refused = '550', trouble = 'no-mailbox', tries = $2 where id = $1";
            tx.run(sql, crate::args![id, tries]).await.unwrap();
            tx.commit().await.unwrap();
        }
    };
    refuse(1).await;
    let body = page().await.body;
    assert!(body.contains("Ni bilo mogoče dostaviti: tega nabiralnika ni"), "{body}");
    let again = format!("/units/mreza/mreza/calendar/letters/{}/again", letter.mail_id);
    assert!(body.contains(&again));
    assert_eq!(app.post(&again, &mentor, &[]).await.status, 403);
    for _ in 0..2 {
        assert_eq!(app.post(&again, &coordinator, &[]).await.status, 303);
    }
    assert!(!page().await.body.contains("Ni bilo mogoče"));
    assert_eq!(people::mails_not_taken(&app).await.unwrap(), []);
    let foreign = format!("/units/mreza/mreza/calendar/letters/{}/again", app.ids.random());
    assert_eq!(app.post(&foreign, &coordinator, &[]).await.status, 404);
    // What went along stays for a month, and not for ever.
    refuse(8).await;
    assert_eq!(files(&app).await.len(), 1);
    app.wait(Duration::days(31));
    work(&app).await;
    assert_eq!(files(&app).await.len(), 0);
}
