mod answers;
mod pages;
mod rules;
mod sets;
mod time;

use chrono::NaiveDate;
use uuid::Uuid;

use super::set::{Question, Scale, Set};
use super::store::{answers as stored, sets as store};
use crate::activities::{self, Activity, Entry, record};
use crate::i18n::Text18;
use crate::testing::TestApp;
use crate::vocabulary::Kind;

fn date(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

/// A set of a unit with one question for each scale, kept.
async fn kept(app: &TestApp, unit: &str, kinds: &[Kind], from_on: NaiveDate) -> Set {
    let unit = app.unit(unit).await;
    let id = app.ids.ordered();
    let question = |(position, scale): (i64, Scale)| Question {
        id: app.ids.ordered(),
        set_id: id,
        position,
        words: Text18::two(&format!("Vprašanje {}", scale.code()), &format!("Question {}", scale.code())),
        scale,
        from_on,
        retired_on: None,
        replaces: None,
    };
    let set = Set {
        id,
        unit_id: unit.id,
        name: Text18::two("Po večeru", "After an evening"),
        kinds: kinds.to_vec(),
        from_on,
        until_on: None,
        questions: (0..).zip(Scale::ALL).map(question).collect(),
    };
    let mut tx = app.db.begin().await.unwrap();
    store::insert(&mut tx, app.network_id, &set, None, app.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    set
}

fn of(set: &Set, scale: Scale) -> Uuid {
    set.questions.iter().find(|question| question.scale == scale).unwrap().id
}

/// An entry that took place, kept.
async fn held(app: &TestApp, activity: &Activity, day: NaiveDate) -> Entry {
    let unit = app.unit_by_id(activity.unit_id).await;
    let entry = Entry {
        duration_min: 120,
        start_min: Some(17 * 60),
        ..Entry::blank(app.ids.ordered(), &unit, activity, day)
    };
    written(app, &entry).await;
    entry
}

async fn written(app: &TestApp, entry: &Entry) {
    let mut tx = app.db.begin().await.unwrap();
    let bulk = record::Bulk { by: None, at: app.clock.now(), entries: vec![entry.clone()] };
    record::write_all(&mut tx, app.network_id, &[bulk]).await.unwrap();
    tx.commit().await.unwrap();
}

/// What is asked of an entry as it stands.
async fn asked(app: &TestApp, entry: &Entry) -> Vec<Uuid> {
    let stored = activities::entry(&app.db, app.network_id, entry.id).await.unwrap().unwrap();
    let asked = super::answering::asked_of(&app.db, app.network_id, &stored.entry).await.unwrap();
    asked.into_iter().map(|it| it.question.id).collect()
}

/// Answers a form sends: (question, version shown, what was typed).
async fn send(
    app: &TestApp,
    who: &str,
    entry: &Entry,
    command: Uuid,
    typed: &[(Uuid, i64, &str)],
) -> crate::testing::Answer {
    let unit = app.unit_by_id(entry.unit_id).await;
    let mut fields = vec![("command".to_owned(), command.to_string())];
    for (question, base, value) in typed {
        fields.push((format!("v_{question}"), base.to_string()));
        fields.push((format!("a_{question}"), (*value).to_owned()));
    }
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    app.post(&format!("{}/entries/{}/reflections", unit.address(), entry.id), who, &fields).await
}

/// (question, version, answered, text, n), in the order of questions.
type Row = (Uuid, i64, bool, Option<String>, Option<i64>);

async fn rows(app: &TestApp, entry: &Entry) -> Vec<Row> {
    let found = stored::of_entry(&app.db, app.network_id, entry.id).await.unwrap();
    found.into_iter().map(|it| (it.question_id, it.version, it.answered, it.text, it.n)).collect()
}
