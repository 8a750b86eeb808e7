//! Taking in, again, with changes, and back.

use super::super::{Undone, store, undo};
use super::*;
use crate::access::RoleKind;
use crate::activities::{self, Entry, record};
use crate::db::Conn;

const FILE: &str = "Datum;Dejavnost;Od;Do;Dekleta;Fantje;Opomba\n\
    1. 3. 2024;Klub;17.00;20.00;5;6;Turnir\n\
    8. 3. 2024;Klub;17.00;20.00;7;8;\n\
    8. 3. 2024;Klub;17.00;20.00;1;2;druga skupina\n";

pub async fn scene() -> (TestApp, Unit, Me) {
    let app = TestApp::new().await;
    let unit = unit(&app, "mc-reka", &["Klub"]).await;
    let (me, _) = app.person(RoleKind::Mentor, "mc-reka").await;
    (app, unit, me)
}

pub async fn march(app: &TestApp, unit: &Unit) -> Vec<activities::Stored> {
    activities::recorded_on(&app.db, app.network_id, unit.id, day("2024-03-01"), day("2024-03-31"))
        .await
        .unwrap()
}

#[tokio::test]
async fn the_same_file_twice_adds_nothing() {
    let (app, unit, me) = scene().await;
    let id = app.ids.ordered();
    assert_eq!(taken(&app, Some(&me), &unit, id, FILE.as_bytes(), &Ask::default()).await, Ok((3, 0)));
    assert_eq!(
        taken(&app, Some(&me), &unit, id, FILE.as_bytes(), &Ask::default()).await,
        Ok((3, 0)),
        "the form sent twice"
    );
    assert_eq!(
        taken(&app, Some(&me), &unit, app.ids.ordered(), FILE.as_bytes(), &Ask::default()).await,
        Ok((0, 0))
    );
    let before = figures(&app, &unit, 2024).await;
    assert_eq!(before, [3, 540, 29, 0]);
    // Rows in another order, and more of them, are the same rows.
    app.wait(chrono::Duration::seconds(1));
    let more = "Dejavnost;Od;Do;Datum;Fantje;Dekleta\nKlub;17.00;20.00;8. 3. 2024;8;7\nKlub;17.00;20.00;2024-03-08;2;1\nKlub;17.00;20.00;1.3.2024;6;5\nKlub;17.00;20.00;15.3.2024;1;1\n";
    assert_eq!(
        taken(&app, Some(&me), &unit, app.ids.ordered(), more.as_bytes(), &Ask::default()).await,
        Ok((1, 0))
    );
    let batches = store::batches(&app.db, app.network_id, unit.id).await.unwrap();
    assert_eq!(batches.iter().map(|it| (it.added, it.row_count)).collect::<Vec<_>>(), [(1, 4), (3, 3)]);
    let made: Vec<Option<Uuid>> = march(&app, &unit).await.iter().map(|it| it.made_by).collect();
    assert_eq!(made, [Some(me.id); 4]);
}

#[tokio::test]
async fn changed_values_are_told_and_taken_only_on_request() {
    let (app, unit, me) = scene().await;
    taken(&app, Some(&me), &unit, app.ids.ordered(), FILE.as_bytes(), &Ask::default()).await.unwrap();
    let changed = FILE.replace("5;6;Turnir", "5;9;Turnir");
    planned(&app, &unit, changed.as_bytes(), &Ask::default(), |looked| {
        let plan = plan(looked);
        assert_eq!((plan.same, plan.revised.len()), (2, 1));
        let words: Vec<String> =
            plan.revised[0].differ.iter().map(|it| super::super::difference(Words(Lang::En), it)).collect();
        assert_eq!(
            words,
            [
                "Participants: all: stands as 11, the file says 14",
                "Participants: boys: stands as 6, the file says 9"
            ]
        );
    })
    .await;
    assert_eq!(
        taken(&app, Some(&me), &unit, app.ids.ordered(), changed.as_bytes(), &Ask::default()).await,
        Ok((0, 0))
    );
    assert_eq!(figures(&app, &unit, 2024).await[2], 29);
    let id = app.ids.ordered();
    assert_eq!(taken(&app, Some(&me), &unit, id, changed.as_bytes(), &update()).await, Ok((0, 1)));
    assert_eq!(figures(&app, &unit, 2024).await[2], 32);
    let entry = march(&app, &unit).await.remove(0);
    assert_eq!(
        (entry.version, entry.entry.note.as_deref()),
        (2, Some("Turnir")),
        "what the file says nothing of stays"
    );
    // Undone, what stood before stands again.
    let undone = undo(app.app(), Some(&me), &unit, id, false).await.unwrap();
    assert!(matches!(undone, Undone::Done(1)));
    assert_eq!(figures(&app, &unit, 2024).await, [3, 540, 29, 0]);
    assert_eq!(march(&app, &unit).await[0].version, 3);
    assert!(measures::verify(&app.db, app.network_id).await.unwrap().differences.is_empty());
}

#[tokio::test]
async fn an_import_is_undone_whole_and_may_come_again() {
    let (app, unit, me) = scene().await;
    let id = app.ids.ordered();
    taken(&app, Some(&me), &unit, id, FILE.as_bytes(), &Ask::default()).await.unwrap();
    let entry = march(&app, &unit).await.remove(1);
    let corrected = Entry { note: Some("popravljeno".into()), ..entry.entry.clone() };
    record::put_back(app.app(), &me, &unit, &entry, (app.ids.ordered(), true), corrected).await.unwrap();
    // What somebody changed since is told first.
    match undo(app.app(), Some(&me), &unit, id, false).await.unwrap() {
        Undone::Touched(all) => assert_eq!(all[0].entry.id, entry.entry.id),
        other => panic!("{other:?}"),
    }
    assert_eq!(march(&app, &unit).await.len(), 3, "nothing is half undone");
    assert!(matches!(undo(app.app(), Some(&me), &unit, id, true).await.unwrap(), Undone::Done(3)));
    assert!(matches!(undo(app.app(), Some(&me), &unit, id, true).await.unwrap(), Undone::Done(0)));
    assert_eq!(figures(&app, &unit, 2024).await, [0; 4]);
    assert!(store::batch(&app.db, app.network_id, id).await.unwrap().unwrap().undone_at.is_some());
    assert_eq!(
        taken(&app, Some(&me), &unit, app.ids.ordered(), FILE.as_bytes(), &Ask::default()).await,
        Ok((3, 0))
    );
    assert_eq!(figures(&app, &unit, 2024).await, [3, 540, 29, 0]);
    let (other, _) = app.person(RoleKind::Worker, "mc-sava").await;
    assert!(undo(app.app(), Some(&other), &unit, id, true).await.is_err());
}

#[tokio::test]
async fn what_was_recorded_by_hand_stands_already() {
    let (app, unit, me) = scene().await;
    let klub = activities::activities_of_unit(&app.db, app.network_id, unit.id).await.unwrap().remove(0);
    let mut entry = Entry::blank(app.ids.ordered(), &unit, &klub, day("2024-03-01"));
    (entry.start_min, entry.duration_min) = (Some(17 * 60 + 15), 165);
    let command =
        record::Command { id: entry.id, base_version: None, entry, author: Some(me.id), confirmed: true };
    record::save(app.app(), &me, &unit, &klub, vec![command]).await.unwrap();
    planned(&app, &unit, FILE.as_bytes(), &Ask::default(), |looked| {
        let plan = plan(looked);
        assert_eq!(
            (plan.new.len(), plan.revised.len()),
            (2, 1),
            "the same evening, a quarter of an hour later"
        );
    })
    .await;
    // Only a day, an activity and hours: the beginning that is known stays known.
    let hours = "Datum;Dejavnost;Ure\n1. 3. 2024;Klub;2,75\n";
    planned(&app, &unit, hours.as_bytes(), &Ask::default(), |looked| {
        assert_eq!((plan(looked).same, plan(looked).by_hand), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn problems_are_told_by_row_and_column_and_nothing_is_written() {
    let (app, unit, me) = scene().await;
    let file = "Datum;Dejavnost;Od;Do;Ure;Fantje;Skupaj;Ustvarjeno;Status;Enota\n\
        31. 2. 2024;Klub;17.00;20.00;;1;;;;\n\
        1. 3. 2024;Kulb;17.00;20.00;;1;;;;\n\
        2. 3. 2024;;17.00;20.00;;1;;;;\n\
        3. 3. 2024;Klub;ob petih;20.00;;1;;;;\n\
        4. 3. 2024;Klub;17.00;;;1;;;;\n\
        5. 3. 2024;Klub;17.00;20.00;5;1;;;;\n\
        6. 3. 2024;Klub;17.00;20.00;;dva;;;;\n\
        7. 3. 2024;Klub;17.00;20.00;;9;4;;;\n\
        8. 3. 2024;Klub;17.00;20.00;;-1;;;;\n\
        9. 3. 2024;Klub;17.00;20.00;;1;;4;;\n\
        10. 3. 2024;Klub;17.00;20.00;;1;;;odpadlo;\n\
        11. 3. 2024;Klub;17.00;20.00;;1;;;mogoče;\n\
        12. 3. 2024;Klub;17.00;20.00;;1;;;;mc-sava\n\
        1. 3. 2031;Klub;17.00;20.00;;1;;;;\n\
        1. 3. 2019;Klub;17.00;20.00;;1;;;;\n\
        ;Klub;17.00;20.00;;1;;;;\n";
    let at = |row: usize, column: &str, key: &'static str| (Some(row), column.to_owned(), key);
    let mut told =
        taken(&app, Some(&me), &unit, app.ids.ordered(), file.as_bytes(), &Ask::default()).await.unwrap_err();
    told.sort();
    assert_eq!(
        told,
        [
            at(2, "Datum", "import-date-wrong"),
            at(3, "Dejavnost", "import-activity-close"),
            at(4, "Dejavnost", "import-activity-missing"),
            at(5, "Od", "import-clock-wrong"),
            at(5, "Do", "entry-problem-start-missing"),
            at(6, "Datum", "import-length-missing"),
            at(7, "Do", "import-times-disagree"),
            at(8, "Fantje", "import-number-wrong"),
            at(9, "Skupaj", "entry-problem-gender-over"),
            at(10, "Fantje", "entry-problem-negative"),
            at(11, "Ustvarjeno", "entry-problem-created"),
            at(12, "Status", "import-cancelled-heads"),
            at(13, "Status", "import-status-wrong"),
            at(14, "Enota", "import-unit-unknown"),
            at(15, "Datum", "entry-problem-future"),
            at(16, "Datum", "entry-problem-unit-closed"),
            at(16, "Dejavnost", "import-activity-later"),
            at(17, "Datum", "import-date-missing"),
        ]
        .into_iter()
        .collect::<std::collections::BTreeSet<_>>()
        .into_iter()
        .collect::<Vec<_>>()
    );
    assert_eq!(figures(&app, &unit, 2024).await, [0; 4]);
    let (n,): (i64,) = Conn::from(&app.db).one("select count(*) from import_batch", vec![]).await.unwrap();
    assert_eq!(n, 0);
}

#[tokio::test]
async fn activities_are_made_or_offered_earlier_where_that_is_wished() {
    let app = TestApp::new().await;
    let mut late = app.activity_like("mc-reka", "klub").await;
    late.name = crate::i18n::Text18::one("sl", "Klub");
    late.from_on = day("2026-09-01");
    app.keep(late).await;
    let unit = app.unit("mc-reka").await;
    let (mentor, _) = app.person(RoleKind::Mentor, "mc-reka").await;
    let (worker, _) = app.person(RoleKind::Worker, "mc-reka").await;
    let file = "Datum;Dejavnost;Ure;Vrsta\n5. 3. 2024;Klub;2;\n4. 3. 2024;Šahovska šola;1,5;skupinska\n1. 3. 2024;šahovska ŠOLA;1,5;\n";
    let told = taken(&app, Some(&mentor), &unit, app.ids.ordered(), file.as_bytes(), &Ask::default())
        .await
        .unwrap_err();
    let keys: Vec<&str> = told.iter().map(|it| it.2).collect();
    assert_eq!(keys, ["import-activity-later", "import-activity-unknown"]);
    let sheets = sheets(file.as_bytes());
    let source = File { name: "f", bytes: file.as_bytes(), sheets: &sheets };
    assert!(
        take(app.app(), Some(&worker), &unit, app.ids.ordered(), &source, &create()).await.is_err(),
        "a mentor's act"
    );
    assert_eq!(
        taken(&app, Some(&mentor), &unit, app.ids.ordered(), file.as_bytes(), &create()).await,
        Ok((3, 0))
    );
    let all = activities::activities_of_unit(&app.db, app.network_id, unit.id).await.unwrap();
    let of = |code: &str| all.iter().find(|it| it.code == code).unwrap();
    assert_eq!((of("sahovska-sola").from_on, of("sahovska-sola").kind.code()), (day("2024-03-01"), "group"));
    assert_eq!((of("klub").from_on, of("klub").version), (day("2024-03-05"), 2));
    assert_eq!(figures(&app, &unit, 2024).await[..2], [3, 300]);
    assert_eq!(
        taken(&app, Some(&mentor), &unit, app.ids.ordered(), file.as_bytes(), &create()).await,
        Ok((0, 0))
    );
}

#[tokio::test]
async fn a_column_may_name_units_below_and_no_others() {
    let app = TestApp::new().await;
    unit(&app, "mc-reka", &["Klub"]).await;
    unit(&app, "mc-most", &["Klub"]).await;
    let above = app.unit("ljubljana").await;
    let file = "Enota;Datum;Dejavnost;Ure\nmc-reka;1. 3. 2024;Klub;2\nEnota mc-most;1. 3. 2024;Klub;3\n";
    assert_eq!(
        taken(&app, None, &above, app.ids.ordered(), file.as_bytes(), &Ask::default()).await,
        Ok((2, 0))
    );
    assert_eq!(figures(&app, &app.unit("mc-most").await, 2024).await[1], 180);
    let without = "Datum;Dejavnost;Ure\n1. 3. 2024;Klub;2\n";
    let told =
        taken(&app, None, &above, app.ids.ordered(), without.as_bytes(), &Ask::default()).await.unwrap_err();
    assert_eq!(told[0].2, "import-unit-not-recording");
}

#[tokio::test]
async fn a_mapping_is_remembered_for_the_unit() {
    let (app, unit, me) = scene().await;
    let file = "Dan;Kaj;Koliko\n1. 3. 2024;Klub;2\n";
    let ask = Ask { by_hand: mapped(&[("Kaj", "activity"), ("Koliko", "hours")]), ..Ask::default() };
    assert_eq!(taken(&app, Some(&me), &unit, app.ids.ordered(), file.as_bytes(), &ask).await, Ok((1, 0)));
    let next = file.replace("1. 3. 2024", "8. 3. 2024");
    assert_eq!(
        taken(&app, Some(&me), &unit, app.ids.ordered(), next.as_bytes(), &Ask::default()).await,
        Ok((1, 0))
    );
    let mut tx = app.db.begin().await.unwrap();
    let kept = store::mapping(&mut tx, app.network_id, unit.id).await.unwrap();
    assert_eq!(
        kept.into_iter().collect::<Vec<_>>(),
        [("kaj".into(), "activity".into()), ("koliko".into(), "duration_h".into())]
    );
}

#[tokio::test]
async fn ids_of_a_file_settle_what_is_the_same() {
    let (app, unit, me) = scene().await;
    let file = "ID;Datum;Dejavnost;Ure\nA-1;1. 3. 2024;Klub;2\nA-2;1. 3. 2024;Klub;3\n";
    assert_eq!(
        taken(&app, Some(&me), &unit, app.ids.ordered(), file.as_bytes(), &Ask::default()).await,
        Ok((2, 0))
    );
    // Another day under the same id is the same record, moved.
    let moved = "ID;Datum;Dejavnost;Ure\nA-2;2. 3. 2024;Klub;3\n";
    assert_eq!(
        taken(&app, Some(&me), &unit, app.ids.ordered(), moved.as_bytes(), &update()).await,
        Ok((0, 1))
    );
    let dates: Vec<NaiveDate> = march(&app, &unit).await.iter().map(|it| it.entry.local_date).collect();
    assert_eq!(dates, [day("2024-03-01"), day("2024-03-02")]);
    let twice = format!("{file}A-1;5. 3. 2024;Klub;1\n");
    let told = taken(&app, Some(&me), &unit, app.ids.ordered(), twice.as_bytes(), &Ask::default())
        .await
        .unwrap_err();
    assert_eq!(told, [(Some(4), "ID".to_owned(), "import-id-twice")]);
    // An id of ours is the entry itself.
    let own = app.ids.ordered();
    let ours = format!("entry,date,activity,duration_min\n{own},2024-03-09,klub,60\n");
    assert_eq!(
        taken(&app, Some(&me), &unit, app.ids.ordered(), ours.as_bytes(), &Ask::default()).await,
        Ok((1, 0))
    );
    assert!(activities::entry(&app.db, app.network_id, own).await.unwrap().is_some());
    let other = super::unit(&app, "mc-most", &["Klub"]).await;
    let told =
        taken(&app, None, &other, app.ids.ordered(), ours.as_bytes(), &Ask::default()).await.unwrap_err();
    assert_eq!(told[0].2, "import-id-elsewhere");
}

#[tokio::test]
async fn a_closed_month_takes_nothing_in_and_gives_nothing_back() {
    use crate::periods::{self, Whole};
    let (app, unit, me) = scene().await;
    let id = app.ids.ordered();
    taken(&app, Some(&me), &unit, id, FILE.as_bytes(), &Ask::default()).await.unwrap();
    let march = Whole::between(day("2024-03-01"), day("2024-04-01")).unwrap();
    periods::close(app.app(), &me, &unit, march, app.ids.ordered()).await.unwrap().unwrap();
    let file = "Datum;Dejavnost;Ure\n15. 3. 2024;Klub;2\n2. 4. 2024;Klub;2\n";
    let told =
        taken(&app, Some(&me), &unit, app.ids.ordered(), file.as_bytes(), &Ask::default()).await.unwrap_err();
    assert_eq!(told, [(Some(2), "Datum".to_owned(), "entry-problem-closed")]);
    let changed = FILE.replace("5;6", "5;9");
    let told =
        taken(&app, Some(&me), &unit, app.ids.ordered(), changed.as_bytes(), &update()).await.unwrap_err();
    assert_eq!(told[0].2, "entry-problem-closed");
    assert_eq!(
        taken(&app, Some(&me), &unit, app.ids.ordered(), FILE.as_bytes(), &Ask::default()).await,
        Ok((0, 0))
    );
    assert!(matches!(undo(app.app(), Some(&me), &unit, id, true).await.unwrap(), Undone::Closed(_)));
    assert_eq!(figures(&app, &unit, 2024).await, [3, 540, 29, 0]);
}
