//! What is removed, what stays, and what happens when it is broken off.

use chrono::{Duration, NaiveDate};
use uuid::Uuid;

use super::super::nightly::{JOB, by_hand, failing, keep_to_the_rule};
use super::super::store::{self, runs};
use super::{date, noted, save};
use crate::access::RoleKind;
use crate::activities::{self, Entry};
use crate::db::Conn;
use crate::i18n::Text18;
use crate::jobs;
use crate::testing::TestApp;
use crate::{args, measures, reflections};

/// (entry, version, state, body)
type Kept = (Uuid, i64, String, String);

async fn versions(app: &TestApp) -> Vec<Kept> {
    let sql = "select entry_id, version, state, body from entry_version where network_id = $1 order by entry_id, version";
    Conn::from(&app.db).all(sql, args![app.network_id]).await.unwrap()
}

async fn notes(app: &TestApp) -> Vec<(NaiveDate, String)> {
    let sql =
        "select local_date, note from entry where network_id = $1 and note is not null order by local_date";
    Conn::from(&app.db).all(sql, args![app.network_id]).await.unwrap()
}

async fn nights_work(app: &TestApp) -> usize {
    jobs::work(app, &[JOB], app.ids.random()).await.unwrap()
}

/// Three evenings of 2022, one of them corrected and proposed to, one deleted; and one of 2023.
async fn scene(app: &TestApp) -> Vec<Entry> {
    let (me, _) = app.person(RoleKind::Worker, "mc-reka").await;
    let activity = app.activity("mc-reka", "vecer").await;
    let mut entries = Vec::new();
    for (day, note) in [
        (date(2022, 3, 3), "prvi zapisek \"note\":\"v narekovajih\""),
        (date(2022, 12, 29), "drugi zapisek"),
        (date(2022, 12, 31), "tretji zapisek"),
        (date(2023, 1, 1), "četrti zapisek"),
    ] {
        entries.push(noted(app, &me, &activity, day, note).await);
    }
    let corrected = Entry { note: None, duration_min: 90, ..entries[0].clone() };
    save(app, &me, &activity, &corrected, Some(1)).await;
    // On the version before: it waits beside the other.
    let proposed = Entry { note: Some("predlagani zapisek".into()), ..entries[0].clone() };
    save(app, &me, &activity, &proposed, Some(1)).await;
    let gone = Entry { deleted: true, ..entries[1].clone() };
    save(app, &me, &activity, &gone, Some(1)).await;
    entries
}

#[tokio::test]
async fn notes_go_from_every_version_and_nothing_else_changes() {
    let app = TestApp::new().await;
    let entries = scene(&app).await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let search = "/units/mreza/mc-reka/entries?q=zapisek&from=2020-01-01&to=2026-12-31";
    let found = app.get(search, &worker).await.body;
    assert!(found.contains(&entries[2].id.to_string()) && found.contains(&entries[3].id.to_string()));
    let before = versions(&app).await;
    let change: (i64,) = Conn::from(&app.db)
        .one("select change_seq from network where id = $1", args![app.network_id])
        .await
        .unwrap();
    assert_eq!(activities::count_noted(&app.db, app.network_id, date(2023, 1, 1)).await.unwrap(), 3);

    // The day's job is due since the night.
    assert_eq!(nights_work(&app).await, 1);
    let run = runs(&app.db, app.network_id, 5).await.unwrap().remove(0);
    assert_eq!((run.ran_on, run.cutoff_on, run.notes_removed), (app.today(), date(2023, 1, 1), 3));
    assert_eq!(run.finished_at, Some(app.clock.now()));

    assert_eq!(notes(&app).await, [(date(2023, 1, 1), "četrti zapisek".to_owned())]);
    let after = versions(&app).await;
    assert_eq!(before.len(), after.len());
    for (was, is) in before.iter().zip(&after) {
        assert_eq!((was.0, was.1, &was.2), (is.0, is.1, &is.2));
        let mut expected: Entry = serde_json::from_str(&was.3).unwrap();
        if was.0 != entries[3].id {
            expected.note = None;
        }
        assert_eq!(serde_json::from_str::<Entry>(&is.3).unwrap(), expected);
    }
    assert!(after.iter().any(|it| it.2 == "proposed"), "the proposal still waits");
    let same: (i64,) = Conn::from(&app.db)
        .one("select change_seq from network where id = $1", args![app.network_id])
        .await
        .unwrap();
    assert_eq!(same, change, "no figure has to be read anew");
    assert!(measures::verify(&app.db, app.network_id).await.unwrap().differences.is_empty());
    let found = app.get(search, &worker).await.body;
    assert!(!found.contains(&entries[2].id.to_string()) && found.contains(&entries[3].id.to_string()));

    assert_eq!(nights_work(&app).await, 0, "once a day");
    app.wait(Duration::days(1));
    assert_eq!(nights_work(&app).await, 1);
    let again = runs(&app.db, app.network_id, 5).await.unwrap();
    assert_eq!((again.len(), again[0].notes_removed), (2, 0));
    // On New Year's night the next year's turn comes.
    app.wait(Duration::days(76) + Duration::minutes(5 * 60 + 30));
    assert_eq!(app.today(), date(2027, 1, 1));
    assert_eq!(nights_work(&app).await, 0, "not before a quarter past three");
    app.wait(Duration::hours(12));
    assert_eq!(nights_work(&app).await, 1);
    assert!(notes(&app).await.is_empty());
}

#[tokio::test]
async fn broken_off_in_the_middle_another_goes_on_and_what_was_removed_is_counted_once() {
    let app = TestApp::new().await;
    scene(&app).await;
    // A first process removes one part and dies.
    let (first, second) = (app.ids.random(), app.ids.random());
    (JOB.plan)(&app).await.unwrap();
    let dead = jobs::take(&app, &[JOB], first).await.unwrap().unwrap();
    let before = date(2023, 1, 1);
    let mut tx = app.db.begin().await.unwrap();
    store::begin_run(&mut tx, app.network_id, dead.id, (app.today(), before), app.clock.now()).await.unwrap();
    let part = activities::noted(&app.db, app.network_id, before, None, 2).await.unwrap();
    assert!((1..=2).contains(&part.len()));
    let n = activities::forget_notes(&mut tx, app.network_id, &part).await.unwrap();
    store::add_removed(&mut tx, app.network_id, dead.id, n).await.unwrap();
    tx.commit().await.unwrap();
    assert!(jobs::take(&app, &[JOB], second).await.unwrap().is_none());
    let open = runs(&app.db, app.network_id, 1).await.unwrap().remove(0);
    assert!(open.finished_at.is_none() && open.notes_removed == n);

    app.wait(Duration::minutes(10));
    assert_eq!(nights_work(&app).await, 1);
    let run = runs(&app.db, app.network_id, 5).await.unwrap();
    assert_eq!((run.len(), run[0].notes_removed), (1, 3));
    assert!(run[0].finished_at.is_some());
    // Come back to life, the first one changes nothing.
    assert!(keep_to_the_rule(&app, &dead, 2).await.is_err());
    assert_eq!(runs(&app.db, app.network_id, 5).await.unwrap()[0].finished_at, run[0].finished_at);
}

#[tokio::test]
async fn parts_of_any_size_come_to_the_same() {
    for part in [1, 2, 3, 100] {
        let app = TestApp::new().await;
        scene(&app).await;
        (JOB.plan)(&app).await.unwrap();
        let job = jobs::take(&app, &[JOB], app.ids.random()).await.unwrap().unwrap();
        keep_to_the_rule(&app, &job, part).await.unwrap();
        assert_eq!(notes(&app).await.len(), 1, "{part}");
        let before = date(2023, 1, 1);
        assert_eq!(activities::count_noted(&app.db, app.network_id, before).await.unwrap(), 0);
    }
}

#[tokio::test]
async fn two_at_once_do_the_nights_work_once() {
    let app = TestApp::new().await;
    scene(&app).await;
    let (a, b) = tokio::join!(nights_work(&app), nights_work(&app));
    assert_eq!(a + b, 1);
    let run = runs(&app.db, app.network_id, 5).await.unwrap();
    assert_eq!((run.len(), run[0].notes_removed), (1, 3));
    let root = app.unit("mreza").await;
    let by_hand = by_hand(&app, &root).await.unwrap().unwrap();
    assert_eq!((by_hand.notes_removed, by_hand.finished_at.is_some()), (0, true));
    assert!(failing(&app, &root).await.unwrap().is_empty());
}

/// What the database's files hold, where it is one of files.
fn files(app: &TestApp) -> Option<Vec<u8>> {
    if app.db.engine() != "SQLite" {
        return None;
    }
    let path = app.db.identity();
    let log = std::fs::read(format!("{path}-wal")).unwrap_or_default();
    Some([std::fs::read(path).unwrap(), log].concat())
}

#[tokio::test]
async fn of_a_removed_note_not_a_letter_stays_in_the_file() {
    let app = TestApp::new().await;
    let (me, _) = app.person(RoleKind::Worker, "mc-reka").await;
    let activity = app.activity("mc-reka", "vecer").await;
    const MARK: &[u8] = b"skrivnost";
    for n in 0..60usize {
        // Short ones, and some that fill pages of their own.
        let note = format!("skrivnost {}", "beseda ".repeat(if n % 7 == 0 { 1_200 } else { n % 40 }));
        let day = date(2021, 1, 1) + Duration::days(i64::try_from(n).unwrap());
        noted(&app, &me, &activity, day, &note).await;
    }
    let there = |bytes: &[u8]| bytes.windows(MARK.len()).filter(|it| *it == MARK).count();
    if let Some(bytes) = files(&app) {
        assert!(there(&bytes) >= 120, "the files are looked at: each entry and its version");
    }
    assert_eq!(nights_work(&app).await, 1);
    assert_eq!(runs(&app.db, app.network_id, 1).await.unwrap()[0].notes_removed, 60);
    if let Some(bytes) = files(&app) {
        assert_eq!(there(&bytes), 0);
    }
    assert!(notes(&app).await.is_empty());
}

#[tokio::test]
async fn answers_in_words_go_with_the_notes() {
    let app = TestApp::new().await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let (_, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    let entries = scene(&app).await;
    let question = reflections::Question {
        id: app.ids.ordered(),
        set_id: app.ids.ordered(),
        position: 0,
        words: Text18::one("sl", "Kaj je uspelo?"),
        scale: reflections::Scale::Text,
        from_on: date(2022, 1, 1),
        retired_on: None,
        replaces: None,
    };
    let set = reflections::Set {
        id: question.set_id,
        unit_id: app.unit("mc-reka").await.id,
        name: Text18::one("sl", "Po večeru"),
        kinds: vec![],
        from_on: date(2022, 1, 1),
        until_on: None,
        questions: vec![question.clone()],
    };
    let answer = |entry: &Entry| reflections::Answer {
        entry_id: entry.id,
        question_id: question.id,
        version: 1,
        answered: true,
        text: Some("odgovor".into()),
        n: None,
        by: None,
        at: app.clock.now(),
        command: app.ids.random(),
    };
    let answers: Vec<_> = entries.iter().map(answer).collect();
    let mut tx = app.db.begin().await.unwrap();
    reflections::insert_set(&mut tx, app.network_id, &set, None, app.clock.now()).await.unwrap();
    reflections::insert_answers(&mut tx, app.network_id, &answers).await.unwrap();
    tx.commit().await.unwrap();
    let page = app.get("/units/mreza/mreza/retention?years=1", &coordinator).await.body;
    assert!(page.contains("odgovore z besedilom pri 4 vnosih"), "{page}");

    // Part by part, and the run tells how many it were.
    (JOB.plan)(&app).await.unwrap();
    let job = jobs::take(&app, &[JOB], app.ids.random()).await.unwrap().unwrap();
    keep_to_the_rule(&app, &job, 2).await.unwrap();
    let run = runs(&app.db, app.network_id, 1).await.unwrap().remove(0);
    assert_eq!((run.notes_removed, run.answers_removed), (3, 3));
    assert_eq!(reflections::count_texts_before(&app.db, app.network_id, app.today()).await.unwrap(), 1);
    let page = app.get("/units/mreza/mreza/retention", &coordinator).await.body;
    assert!(page.contains("in odgovori pri 3 vnosih"), "{page}");
    let page = app.get(&format!("/units/mreza/mc-reka/entries/{}", entries[3].id), &worker).await.body;
    assert!(page.contains("odgovor</dd>"), "{page}");
}

#[tokio::test]
async fn photos_go_with_the_notes_of_their_years() {
    let app = TestApp::new().await;
    let entries = scene(&app).await;
    let (me, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let typed = crate::files::Typed { proof: true, caption: "Igra".into(), ..Default::default() };
    for (n, entry) in [(1, &entries[0]), (2, &entries[2]), (3, &entries[3])] {
        app.put_photo(&me, "mc-reka", (entry.id, Uuid::from_u128(n)), u8::try_from(n).unwrap(), &typed).await;
    }
    let (_, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    let meant = app.get("/units/mreza/mreza/retention?years=1", &coordinator).await.body;
    assert!(meant.replace('\u{a0}', " ").contains("odstranili 3 fotografije"), "{meant}");
    assert_eq!(nights_work(&app).await, 1);
    let run = runs(&app.db, app.network_id, 1).await.unwrap().remove(0);
    assert_eq!((run.pictures_removed, run.notes_removed), (2, 3));
    for (n, entry, status) in [(1, &entries[0], 404), (3, &entries[3], 200)] {
        let at = format!("/units/mreza/mc-reka/entries/{}/files/{}/large", entry.id, Uuid::from_u128(n));
        assert_eq!(app.get(&at, &worker).await.status, status);
    }
    let page = app.get("/units/mreza/mreza/retention", &coordinator).await.body;
    assert!(page.replace('\u{a0}', " ").contains("in 2 fotografiji"), "{page}");
}
