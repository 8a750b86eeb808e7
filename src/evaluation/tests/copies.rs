//! Backups of the window: listed when they are made, looked after until they are gone.

use chrono::{Days, NaiveDate};

use super::{Scene, scene};
use crate::access::RoleKind;
use crate::args;
use crate::db::Conn;
use crate::evaluation::copies::{self, Copy, gone_by, note_copy};
use crate::evaluation::standing::Evaluation;
use crate::evaluation::{acts, daily, store};

async fn it(s: &Scene, code: &str) -> Evaluation {
    store::by_code(&s.app.db, s.root.network.id, code).await.unwrap().unwrap()
}

async fn listed(s: &Scene, code: &str) -> Vec<Copy> {
    store::copies(&s.app.db, &it(s, code).await).await.unwrap()
}

/// What the day's work does on a day.
async fn look(s: &Scene, code: &str, on: NaiveDate) {
    let it = it(s, code).await;
    daily::look_after(&s.app, it.network_id, it.id, on).await.unwrap();
}

async fn mails(s: &Scene) -> Vec<(String, String)> {
    let sql = "select recipient, body from outbox_mail order by recipient, body";
    Conn::from(&s.app.db).all(sql, args![]).await.unwrap()
}

fn file(s: &Scene, name: &str) -> std::path::PathBuf {
    let path = s.app.settings.data_dir().join(name);
    std::fs::write(&path, "everything").unwrap();
    path
}

#[tokio::test]
async fn only_what_is_made_while_answers_come_in_is_listed() {
    let s = scene().await;
    let path = file(&s, "before.sqlite");
    let code = s.made().await;
    assert_eq!(note_copy(&s.app, &path).await.unwrap(), []);
    acts::open(&s.app, &s.me, &s.root, &code).await.unwrap();
    let noted = note_copy(&s.app, &file(&s, "meanwhile.sqlite")).await.unwrap();
    let told: Vec<(&str, NaiveDate)> = noted.iter().map(|(it, by)| (it.code.as_str(), *by)).collect();
    assert_eq!(told, [(code.as_str(), "2026-11-25".parse().unwrap())], "thirty days after the window");
    acts::close(&s.app, &s.me, &s.root, &code).await.unwrap();
    assert_eq!(note_copy(&s.app, &file(&s, "after.sqlite")).await.unwrap(), []);
    let all = listed(&s, &code).await;
    assert_eq!(all.iter().map(Copy::name).collect::<Vec<_>>(), ["meanwhile.sqlite"]);
    assert!(all[0].path.is_absolute() && !all[0].machine.is_empty());
}

#[tokio::test]
async fn a_file_that_is_gone_is_noticed_and_one_that_stays_is_told_of_once() {
    let s = scene().await;
    let (code, _) = s.opened().await;
    let (first, second) = (file(&s, "first.sqlite"), file(&s, "second.sqlite"));
    note_copy(&s.app, &first).await.unwrap();
    note_copy(&s.app, &second).await.unwrap();
    s.app.person(RoleKind::Mentor, "mc-reka").await;
    acts::close(&s.app, &s.me, &s.root, &code).await.unwrap();
    let zone = s.root.network.zone;
    let by = gone_by(&it(&s, &code).await, zone);
    assert_eq!(by, s.app.today() + Days::new(30), "it was closed by hand, earlier than planned");
    std::fs::remove_file(&first).unwrap();
    look(&s, &code, by - Days::new(1)).await;
    let gone = |all: &[Copy], name: &str| all.iter().any(|it| it.name() == name && it.gone_at.is_some());
    let all = listed(&s, &code).await;
    assert!(gone(&all, "first.sqlite") && !gone(&all, "second.sqlite"));
    assert_eq!(mails(&s).await, [], "it may be there until then");
    let looked_after = || async { store::looked_after(&s.app.db).await.unwrap().len() };
    assert_eq!(looked_after().await, 1, "closed, but something is still to be looked for");
    for _ in 0..2 {
        look(&s, &code, by).await;
    }
    let sent = mails(&s).await;
    assert_eq!(sent.len(), 1, "to whoever coordinates, and once: {sent:?}");
    assert!(sent[0].1.contains("second.sqlite") && !sent[0].1.contains("first.sqlite"), "{sent:?}");
    std::fs::remove_file(&second).unwrap();
    look(&s, &code, by + Days::new(1)).await;
    assert!(gone(&listed(&s, &code).await, "second.sqlite"));
    assert_eq!(looked_after().await, 0);
}

#[tokio::test]
async fn of_another_machine_it_is_said_by_hand() {
    let s = scene().await;
    let (code, _) = s.opened().await;
    let path = s.app.settings.data_dir().join("never-here.sqlite");
    let it = it(&s, &code).await;
    let copy = Copy {
        id: s.app.ids.random(),
        path,
        machine: "elsewhere".into(),
        made_at: s.app.clock.now(),
        gone_at: None,
        warned_at: None,
    };
    let mut tx = s.app.db.begin().await.unwrap();
    store::insert_copy(&mut tx, &it, &copy).await.unwrap();
    tx.commit().await.unwrap();
    look(&s, &code, s.app.today()).await;
    assert_eq!(listed(&s, &code).await, std::slice::from_ref(&copy), "that it is not here tells nothing");
    let page = format!("/units/mreza/mreza/evaluations/{code}");
    let shown = s.app.get(&page, &s.cookie).await.body;
    assert!(shown.contains("never-here.sqlite") && shown.contains("elsewhere"), "{shown}");
    let removal = format!("{page}/copies/{}/removal", copy.id);
    assert_eq!(s.app.post(&removal, &s.cookie, &[]).await.status, 303);
    let shown = s.app.get(&page, &s.cookie).await.body;
    assert!(shown.contains("never-here.sqlite") && !shown.contains(&removal), "{shown}");
    assert!(copies::say_gone(&s.app, &s.me, &s.root, &code, s.app.ids.random()).await.is_err());
}
