//! Answers to the questions after entries, taken along.

use chrono::NaiveDate;
use uuid::Uuid;

use super::*;
use crate::access::RoleKind;
use crate::activities::Entry;
use crate::measures::scene;
use crate::reflections::{self, Answer, Question, Scale, Set};
use crate::vocabulary::Kind;

const FILE: &str = "/units/mreza/ljubljana/entries/file?shape=reflections";

fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, d).unwrap()
}

/// Three evenings: one answered in full, a talk answered in full, and one nobody answered after.
async fn answered(app: &TestApp) -> (Set, [Uuid; 3]) {
    let mut entries = Vec::new();
    for (n, kind) in (1..).zip([Kind::Open, Kind::OneToOne, Kind::Open]) {
        let activity = scene::activity(app, "mc-reka", &format!("a{n}"), kind).await;
        entries.push(scene::plain(&activity, app.ids.ordered(), day(n)));
    }
    scene::write(app, &entries).await;
    let id = app.ids.ordered();
    let question = |(position, scale): (i64, Scale)| Question {
        id: app.ids.ordered(),
        set_id: id,
        position,
        words: crate::i18n::Text18::two(&format!("Kaj {position}?"), "What?"),
        scale,
        from_on: day(1),
        retired_on: None,
        replaces: None,
    };
    let set = Set {
        id,
        unit_id: app.unit("ljubljana").await.id,
        name: crate::i18n::Text18::two("Po večeru", "After an evening"),
        kinds: Vec::new(),
        from_on: day(1),
        until_on: None,
        questions: (0..).zip([Scale::Agree5, Scale::YesNo, Scale::Text]).map(question).collect(),
    };
    let answer = |entry: &Entry, nth: usize, text: Option<&str>, n: Option<i64>| Answer {
        entry_id: entry.id,
        question_id: set.questions[nth].id,
        version: 1,
        answered: nth != 1,
        text: text.map(str::to_owned),
        n,
        by: None,
        at: app.clock.now(),
        command: app.ids.random(),
    };
    let all: Vec<Answer> = entries[..2]
        .iter()
        .flat_map(|it| {
            [
                answer(it, 0, None, Some(4)),
                answer(it, 1, None, Some(1)),
                answer(it, 2, Some("=Živahno"), None),
            ]
        })
        .collect();
    let mut tx = app.db.begin().await.unwrap();
    reflections::insert_set(&mut tx, app.network_id, &set, None, app.clock.now()).await.unwrap();
    reflections::insert_answers(&mut tx, app.network_id, &all).await.unwrap();
    tx.commit().await.unwrap();
    (set, [entries[0].id, entries[1].id, entries[2].id])
}

#[tokio::test]
async fn each_answer_is_a_row_beside_its_entry_and_its_question() {
    let app = TestApp::new().await;
    let (set, entries) = answered(&app).await;
    let wanted = all_of(&app, "mreza").await.shaped(Shape::Reflections);
    let (given, ended, bytes) = written(&app, wanted).await;
    let codebook = ended.unwrap();
    assert_eq!(given, Given { entries: 2, rows: 3, notes: 1 }, "what was taken back is no answer");
    let rows = read(&bytes);
    let of = |entry: Uuid, question: usize| {
        let (entry, question) = (entry.to_string(), set.questions[question].id.to_string());
        rows.iter().find(|row| row["entry"] == entry && row["question"] == question)
    };
    let step = of(entries[0], 0).unwrap();
    let told = ["date", "unit", "set_label", "question_label", "scale", "answer", "answer_label", "text"];
    assert_eq!(
        told.map(|column| step[column].as_str()),
        ["2026-09-01", "mc-reka", "Po večeru", "Kaj 0?", "agree5", "4", "Bolj da", ""]
    );
    assert_eq!(of(entries[0], 2).unwrap()["text"], "'=Živahno", "no formula");
    assert!(of(entries[1], 0).is_some() && of(entries[1], 2).is_none(), "of talks nothing in words");
    let code = |column: &str, code: &str| codebook.rows.iter().find(|row| row[0] == column && row[1] == code);
    assert_eq!(code("answer", "agree5 4").unwrap()[2], "Bolj da");
    assert_eq!(code("question", &set.questions[1].id.to_string()).unwrap()[2], "Kaj 1?");
    assert!(codebook.rows.iter().flatten().all(|cell| !cell.contains('⟦')), "{:?}", codebook.rows);
    // Without notes there is nothing in words.
    let mut wanted = all_of(&app, "mreza").await.shaped(Shape::Reflections);
    wanted.sees.notes = false;
    assert!(written(&app, wanted).await.2.windows(8).all(|it| it != "Živahno".as_bytes()));
}

#[tokio::test]
async fn answers_go_along_with_those_who_read_notes() {
    let app = TestApp::new().await;
    answered(&app).await;
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    let file = app.get(FILE, &mentor).await;
    assert_eq!(file.status, 200);
    assert!(file.body.contains("'=Živahno") && file.body.contains("Bolj da"), "{}", file.body);
    assert!(file.headers["content-disposition"].to_str().unwrap().contains("odgovori"));
    assert_eq!(app.get(&FILE.replace("file?", "file/codebook?"), &mentor).await.status, 200);
    for (kind, unit) in
        [(RoleKind::Coordinator, "mreza"), (RoleKind::Viewer, "ljubljana"), (RoleKind::Worker, "mc-most")]
    {
        let (_, who) = app.person(kind, unit).await;
        assert_eq!(app.get(FILE, &who).await.status, 403, "{kind:?}");
    }
    // The list offers them only to those who may.
    let (_, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    let list = "/units/mreza/ljubljana/entries";
    assert!(app.get(list, &mentor).await.body.contains("value=\"reflections\""));
    assert!(!app.get(list, &coordinator).await.body.contains("value=\"reflections\""));
}
