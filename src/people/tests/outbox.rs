use chrono::Duration;

use super::super::mail::{File, closed_port, put, put_with, send_next};
use crate::args;
use crate::testing::TestApp;

async fn wait_for(app: &TestApp, mails: usize) {
    let mut tx = app.db.begin().await.unwrap();
    for n in 0..mails {
        put(app, &mut tx, &format!("p{n}@example.org"), "Pozdrav", "Povezava: skrivnost").await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// (body, sent, refused, tries) of every mail
async fn mails(app: &TestApp) -> Vec<(String, bool, bool, i64)> {
    let sql =
        "select body, sent_at is not null as sent, refused is not null as refused, tries from outbox_mail";
    crate::db::Conn::from(&app.db).all(sql, args![]).await.unwrap()
}

#[tokio::test]
async fn without_a_mail_server_a_mail_is_a_file_and_its_body_leaves_the_database() {
    let app = TestApp::new().await;
    wait_for(&app, 1).await;
    assert!(send_next(&app, None).await.unwrap());
    assert!(!send_next(&app, None).await.unwrap());
    let folder = app.settings.data_dir().join("outbox");
    let files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    assert_eq!(files.len(), 1);
    let text = std::fs::read_to_string(&files[0]).unwrap();
    assert_eq!(text, "To: p0@example.org\nSubject: Pozdrav\n\nPovezava: skrivnost\n");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(&files[0]).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "nobody else on the machine reads it");
    }
    assert_eq!(mails(&app).await, [(String::new(), true, false, 1)]);
}

#[tokio::test]
async fn a_mail_that_is_not_taken_is_tried_again_later_and_refused_in_the_end() {
    let app = TestApp::new().await;
    let smtp = closed_port();
    wait_for(&app, 1).await;
    for tries in 1..=8_i64 {
        assert!(send_next(&app, Some(&smtp)).await.unwrap(), "try {tries}");
        assert!(!send_next(&app, Some(&smtp)).await.unwrap(), "not again at once");
        let body = "Povezava: skrivnost".to_owned();
        assert_eq!(mails(&app).await, [(body, false, tries == 8, tries)]);
        app.wait(Duration::seconds(30 * 2_i64.pow(u32::try_from(tries).unwrap() - 1)));
    }
    assert!(!send_next(&app, Some(&smtp)).await.unwrap());
}

#[tokio::test]
async fn several_processes_send_each_mail_once() {
    let app = TestApp::new().await;
    wait_for(&app, 12).await;
    let work = || async {
        let mut sent = 0;
        // Who loses a race looks again later.
        for _ in 0..40 {
            sent += usize::from(send_next(&app, None).await.unwrap());
        }
        sent
    };
    let sent = futures_util::future::join_all([work(), work(), work(), work()]).await;
    assert_eq!(sent.iter().sum::<usize>(), 12, "{sent:?}");
    assert!(mails(&app).await.iter().all(|(_, sent, _, tries)| *sent && *tries == 1));
}

#[tokio::test]
async fn a_mail_whose_sender_died_is_taken_up_by_another() {
    let app = TestApp::new().await;
    wait_for(&app, 1).await;
    let mut tx = app.db.begin().await.unwrap();
    let now = app.clock.now();
    let claimed = super::store::claim_mail(&mut tx, now, now + Duration::minutes(10)).await.unwrap();
    assert!(claimed.is_some());
    tx.commit().await.unwrap();
    assert!(!send_next(&app, None).await.unwrap());
    app.wait(Duration::minutes(10));
    assert!(send_next(&app, None).await.unwrap());
}

#[tokio::test]
async fn what_goes_along_with_a_mail_leaves_the_database_with_it() {
    let app = TestApp::new().await;
    let file = |name: &str| File {
        name: name.into(),
        media_type: "application/pdf".into(),
        body: b"%PDF-1.7 \xff\x00".to_vec(),
    };
    let mut tx = app.db.begin().await.unwrap();
    let id =
        put_with(&app, &mut tx, "p@example.org", ("Pozdrav", "Priponka"), vec![file("a.pdf"), file("b.pdf")])
            .await
            .unwrap();
    tx.commit().await.unwrap();
    let files = || async { super::store::files_of(&app.db, id).await.unwrap() };
    assert_eq!(files().await, [file("a.pdf"), file("b.pdf")]);
    // Not taken: it stays, to be tried again.
    assert!(send_next(&app, Some(&closed_port())).await.unwrap());
    assert_eq!(files().await.len(), 2);
    app.wait(Duration::seconds(30));
    assert!(send_next(&app, None).await.unwrap());
    assert_eq!(files().await, []);
    let kept = app.settings.data_dir().join("outbox").join(format!("{id}-b.pdf"));
    assert_eq!(std::fs::read(kept).unwrap(), file("b.pdf").body);
}
