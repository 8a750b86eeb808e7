//! Making and changing sets, and which entries they are asked of.

use uuid::Uuid;

use super::{asked, date, held, kept, of, send, store, written};
use crate::access::{self, RoleKind};
use crate::activities::{Entry, Status};
use crate::reflections::making;
use crate::reflections::set::{MOST, Scale, Set};
use crate::reflections::typed::{TypedQuestion, TypedSet};
use crate::testing::TestApp;
use crate::vocabulary::Kind;

fn words(text: &str, scale: Scale) -> TypedQuestion {
    TypedQuestion {
        words: vec![("sl".into(), text.into()), ("en".into(), String::new())],
        scale: scale.code().into(),
    }
}

fn named(name: &str, from: &str) -> TypedSet {
    TypedSet {
        names: vec![("sl".into(), name.into()), ("en".into(), String::new())],
        from: from.into(),
        ..TypedSet::default()
    }
}

async fn found(app: &TestApp, id: Uuid) -> Set {
    store::find(&app.db, app.network_id, id).await.unwrap().unwrap()
}

/// (words, asked from, retired)
async fn told_of(app: &TestApp, id: Uuid) -> Vec<(String, bool)> {
    let said = |it: &super::Question| (it.words.read("sl").to_owned(), it.retired_on.is_some());
    found(app, id).await.questions.iter().map(said).collect()
}

#[tokio::test]
async fn a_set_is_made_once_and_its_words_hold_once_they_were_answered() {
    let app = TestApp::new().await;
    let (mentor, _) = app.person(RoleKind::Mentor, "mc-reka").await;
    let (worker, cookie) = app.person(RoleKind::Worker, "mc-reka").await;
    let unit = app.unit("mc-reka").await;
    let id = app.ids.random();
    let (one, two) = (app.ids.random(), app.ids.random());
    let questions = [
        ("q1".to_owned(), one, words("Je bilo prijetno?", Scale::Agree5)),
        ("q2".to_owned(), app.ids.random(), words("", Scale::Agree5)),
        ("q3".to_owned(), two, words("Kaj bi spremenili?", Scale::Text)),
    ];
    let typed = named("Po večeru", "2026-10-01");
    assert!(making::create(&app, &worker, &unit, id, &typed, &questions).await.is_err(), "not for workers");
    for _ in 0..2 {
        making::create(&app, &mentor, &unit, id, &typed, &questions).await.unwrap().unwrap();
    }
    let said = |words: &str, retired: bool| (words.to_owned(), retired);
    let prijetno = said("Je bilo prijetno?", false);
    assert_eq!(told_of(&app, id).await, [prijetno.clone(), said("Kaj bi spremenili?", false)]);
    // Another unit's set under the same id is no retry.
    let other = app.unit("mc-most").await;
    let (chief, _) = app.person(RoleKind::Coordinator, "mreza").await;
    assert!(making::create(&app, &chief, &other, id, &typed, &questions).await.is_err());
    assert!(making::change(&app, &chief, &other, id, &typed).await.is_err(), "it is not that unit's");

    // A slip is mended while nobody has answered.
    let mended = words("Kaj bi spremenili ali dodali?", Scale::Text);
    making::reword(&app, &mentor, &unit, (id, two, app.ids.random()), &mended).await.unwrap().unwrap();
    assert_eq!(told_of(&app, id).await[1], said("Kaj bi spremenili ali dodali?", false));

    let activity = app.activity("mc-reka", "vecer").await;
    let entry = held(&app, &activity, date(2026, 10, 14)).await;
    let answer = send(&app, &cookie, &entry, app.ids.random(), &[(two, 0, "Več glasbe.")]).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    let new = app.ids.random();
    let others = words("Kaj bi mladi spremenili?", Scale::Text);
    for _ in 0..2 {
        making::reword(&app, &mentor, &unit, (id, two, new), &others).await.unwrap().unwrap();
    }
    let now = found(&app, id).await;
    assert_eq!(
        told_of(&app, id).await,
        [prijetno, said("Kaj bi mladi spremenili?", false), said("Kaj bi spremenili ali dodali?", true)]
    );
    let (old, latest) = (now.question(two).unwrap(), now.question(new).unwrap());
    assert_eq!((old.retired_on, latest.from_on), (Some(app.today()), app.today()));
    assert_eq!((latest.replaces, latest.scale), (Some(two), Scale::Text));
    // It was answered with the old words, and so it stands there.
    assert_eq!(asked(&app, &entry).await, [one, two]);
    let tonight = held(&app, &activity, app.today()).await;
    assert_eq!(asked(&app, &tonight).await, [one, new]);
    assert!(making::reword(&app, &mentor, &unit, (id, two, app.ids.random()), &mended).await.is_err());

    // The same words are no change.
    let before = found(&app, id).await;
    making::reword(&app, &mentor, &unit, (id, new, app.ids.random()), &others).await.unwrap().unwrap();
    assert_eq!(found(&app, id).await, before);

    let today = app.clock.today(unit.network.zone);
    let sought = access::Sought { act: Some("change_reflections".into()), ..access::Sought::default() };
    let recorded = access::recorded(&app.db, app.network_id, &unit.path, today, &sought, 10).await.unwrap();
    assert_eq!(recorded.len(), 3, "made, mended and changed, each once: {recorded:?}");
}

#[tokio::test]
async fn a_retired_question_is_asked_again() {
    let app = TestApp::new().await;
    let (mentor, cookie) = app.person(RoleKind::Mentor, "mc-reka").await;
    let unit = app.unit("mc-reka").await;
    let (id, first, second) = (app.ids.random(), app.ids.random(), app.ids.random());
    let questions = [
        ("q1".to_owned(), first, words("Prvo?", Scale::YesNo)),
        ("q2".to_owned(), second, words("Drugo?", Scale::YesNo)),
    ];
    making::create(&app, &mentor, &unit, id, &named("Sklop", "2026-10-01"), &questions)
        .await
        .unwrap()
        .unwrap();
    let retire = async |question| making::retire(&app, &mentor, &unit, id, question).await.unwrap();
    // On the same day nothing was missed: it is the very question.
    retire(first).await;
    let page = format!("/units/mreza/mc-reka/reflections/sets/{id}");
    let told = app.get(&page, &cookie).await.body;
    assert!(told.contains(&format!("/questions/{first}/return")) && told.contains("Spet vprašaj"), "{told}");
    let back = format!("{page}/questions/{first}/return");
    for _ in 0..2 {
        let new = app.ids.random().to_string();
        assert_eq!(app.post(&back, &cookie, &[("id", &new)]).await.status, 303);
    }
    let said = |words: &str, retired: bool| (words.to_owned(), retired);
    assert_eq!(told_of(&app, id).await, [said("Drugo?", false), said("Prvo?", false)]);
    // Later it begins anew: on the days between nobody was asked.
    retire(second).await;
    let retired_on = app.today();
    app.wait(chrono::Duration::days(5));
    let new = app.ids.random();
    for new in [new, new, app.ids.random()] {
        making::bring_back(&app, &mentor, &unit, (id, second, new)).await.unwrap();
    }
    assert_eq!(told_of(&app, id).await, [said("Prvo?", false), said("Drugo?", false), said("Drugo?", true)]);
    let now = found(&app, id).await;
    let (old, latest) = (now.question(second).unwrap(), now.question(new).unwrap());
    assert_eq!((old.retired_on, latest.from_on), (Some(retired_on), app.today()));
    assert_eq!(latest.replaces, Some(second));
    let told = app.get(&page, &cookie).await.body;
    assert!(!told.contains("Spet vprašaj"), "it is asked: {told}");
    assert!(
        making::bring_back(&app, &mentor, &unit, (id, app.ids.random(), app.ids.random())).await.is_err()
    );
    // No more than anybody answers.
    for n in 3..=MOST {
        let typed = words(&n.to_string(), Scale::YesNo);
        making::add(&app, &mentor, &unit, id, app.ids.random(), &typed).await.unwrap().unwrap();
    }
    retire(first).await;
    making::add(&app, &mentor, &unit, id, app.ids.random(), &words("Še eno?", Scale::YesNo))
        .await
        .unwrap()
        .unwrap();
    let full = app.post(&back, &cookie, &[("id", &app.ids.random().to_string())]).await;
    assert_eq!(full.status, 422);
}

#[tokio::test]
async fn questions_are_added_ordered_and_retired() {
    let app = TestApp::new().await;
    let (mentor, _) = app.person(RoleKind::Mentor, "mc-reka").await;
    let unit = app.unit("mc-reka").await;
    let (id, first) = (app.ids.random(), app.ids.random());
    let questions = [("q1".to_owned(), first, words("1", Scale::YesNo))];
    making::create(&app, &mentor, &unit, id, &named("Set", "2026-01-01"), &questions).await.unwrap().unwrap();
    let mut ids = vec![first];
    for n in 2..=MOST {
        let new = app.ids.random();
        for _ in 0..2 {
            let typed = words(&n.to_string(), Scale::YesNo);
            making::add(&app, &mentor, &unit, id, new, &typed).await.unwrap().unwrap();
        }
        ids.push(new);
    }
    let full = making::add(&app, &mentor, &unit, id, app.ids.random(), &words("11", Scale::YesNo)).await;
    assert_eq!(full.unwrap().unwrap_err()[0].key, "reflection-many");
    for _ in 0..2 {
        making::place(&app, &mentor, &unit, (id, ids[9]), 0).await.unwrap();
    }
    making::place(&app, &mentor, &unit, (id, ids[0]), 99).await.unwrap();
    let order = |set: &Set| set.standing().map(|it| it.words.read("sl").to_owned()).collect::<Vec<_>>();
    assert_eq!(order(&found(&app, id).await), ["10", "2", "3", "4", "5", "6", "7", "8", "9", "1"]);
    for _ in 0..2 {
        making::retire(&app, &mentor, &unit, id, ids[1]).await.unwrap();
    }
    let now = found(&app, id).await;
    assert_eq!(order(&now), ["10", "3", "4", "5", "6", "7", "8", "9", "1"]);
    assert_eq!(now.question(ids[1]).unwrap().retired_on, Some(app.today()));
    // What is added later is asked from the day on which it is.
    assert_eq!(now.question(ids[4]).unwrap().from_on, app.today());
    assert_eq!(now.question(first).unwrap().from_on, date(2026, 1, 1));

    let changed =
        TypedSet { kinds: vec!["event".into()], last: "2026-12-31".into(), ..named("Konec", "2026-02-01") };
    making::change(&app, &mentor, &unit, id, &changed).await.unwrap().unwrap();
    let now = found(&app, id).await;
    assert_eq!((now.name.read("sl"), now.kinds.as_slice()), ("Konec", &[Kind::Event][..]));
    assert_eq!(
        (now.last_on(), now.question(first).unwrap().from_on),
        (Some(date(2026, 12, 31)), date(2026, 2, 1))
    );
    let wrong = making::change(&app, &mentor, &unit, id, &named("", "2026-02-01")).await.unwrap();
    assert_eq!(wrong.unwrap_err()[0].field, "name_sl");
}

#[tokio::test]
async fn a_set_without_a_question_is_told_beside_the_first_one() {
    let app = TestApp::new().await;
    let (mentor, _) = app.person(RoleKind::Mentor, "mc-reka").await;
    let unit = app.unit("mc-reka").await;
    let id = app.ids.random();
    let blank = [("q1".to_owned(), app.ids.random(), words("", Scale::YesNo))];
    let wrong = making::create(&app, &mentor, &unit, id, &named("", ""), &blank).await.unwrap().unwrap_err();
    let fields: Vec<&str> = wrong.iter().map(|it| it.field.as_str()).collect();
    assert_eq!(fields, ["name_sl", "from", "q1-name_sl"]);
    assert!(store::find(&app.db, app.network_id, id).await.unwrap().is_none());
}

#[tokio::test]
async fn a_set_is_asked_below_its_unit_of_its_kinds_from_above_downwards() {
    let app = TestApp::new().await;
    let from = date(2026, 9, 1);
    let own = kept(&app, "mc-sava", &[], from).await;
    let above = kept(&app, "zavod-sava", &[Kind::Open, Kind::OneToOne], from).await;
    let elsewhere = kept(&app, "mc-reka", &[], from).await;
    let open = app.activity("mc-sava", "vecer").await;
    let mut talk = app.activity_like("mc-sava", "pogovor").await;
    talk.kind = Kind::OneToOne;
    let talk = app.keep(talk).await;
    let mut group = app.activity_like("mc-sava", "skupina").await;
    group.kind = Kind::Group;
    let group = app.keep(group).await;

    let all = |set: &Set| set.questions.iter().map(|it| it.id).collect::<Vec<_>>();
    let evening = held(&app, &open, date(2026, 9, 10)).await;
    assert_eq!(asked(&app, &evening).await, [all(&above), all(&own)].concat());
    let before = held(&app, &open, date(2026, 8, 31)).await;
    assert!(asked(&app, &before).await.is_empty());
    // Of a talk nothing is asked in words.
    let talked = held(&app, &talk, date(2026, 9, 10)).await;
    let scales = [Scale::Agree5, Scale::YesNo];
    let wanted = [scales.map(|it| of(&above, it)), scales.map(|it| of(&own, it))].concat();
    assert_eq!(asked(&app, &talked).await, wanted);
    let together = held(&app, &group, date(2026, 9, 10)).await;
    assert_eq!(asked(&app, &together).await, all(&own));
    let off =
        Entry { status: Status::Cancelled, id: app.ids.ordered(), local_date: date(2026, 9, 11), ..evening };
    written(&app, &off).await;
    assert!(asked(&app, &off).await.is_empty(), "it did not take place");
    let other = held(&app, &app.activity("mc-reka", "vecer").await, date(2026, 9, 10)).await;
    assert_eq!(asked(&app, &other).await, all(&elsewhere));
}

#[tokio::test]
async fn a_unit_that_moved_or_was_merged_is_asked_what_was_asked_where_it_stood() {
    let app = TestApp::new().await;
    let (_, chief) = app.person(RoleKind::Coordinator, "mreza").await;
    let of_reka = kept(&app, "mc-reka", &[], date(2026, 1, 1)).await;
    let of_sava = kept(&app, "mc-sava", &[], date(2026, 1, 1)).await;
    let of_ljubljana = kept(&app, "ljubljana", &[], date(2026, 1, 1)).await;
    let of_brezice = kept(&app, "brezice", &[], date(2026, 1, 1)).await;
    let reka = app.activity("mc-reka", "vecer").await;
    let most = app.activity("mc-most", "vecer").await;
    let sava = app.activity("mc-sava", "vecer").await;
    let days = [date(2026, 5, 5), date(2026, 10, 10)];
    let reka = held(&app, &reka, days[0]).await;
    let most = [held(&app, &most, days[0]).await, held(&app, &most, days[1]).await];
    let sava = [held(&app, &sava, days[0]).await, held(&app, &sava, days[1]).await];

    let post = async |path: &str, fields: &[(&str, &str)]| {
        let answer = app.post(&format!("/units/mreza/{path}"), &chief, fields).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
    };
    post("mc-most/placements", &[("parent", "brezice"), ("moved_from", "2026-09-01")]).await;
    post("mc-reka/closure", &[("closed_from", "2026-09-01"), ("successor", "mc-sava")]).await;

    let all = |sets: &[&Set]| sets.iter().flat_map(|set| &set.questions).map(|it| it.id).collect::<Vec<_>>();
    assert_eq!(asked(&app, &most[0]).await, all(&[&of_ljubljana]));
    assert_eq!(asked(&app, &most[1]).await, all(&[&of_brezice]));
    // The centre that was merged keeps its questions for what it recorded; its successor is asked its own.
    assert_eq!(asked(&app, &reka).await, all(&[&of_ljubljana, &of_reka]));
    for evening in &sava {
        assert_eq!(asked(&app, evening).await, all(&[&of_brezice, &of_sava]));
    }
}
