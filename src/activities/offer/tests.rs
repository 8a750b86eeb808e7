use chrono::NaiveDate;
use uuid::Uuid;

use super::typed::Ground;
use super::*;
use crate::access::RoleKind;
use crate::activities::store::activities as store;
use crate::activities::{Activity, Weekday, record};
use crate::testing::TestApp;
use crate::units::Unit;
use crate::vocabulary::{self, Kind, Term, Vocabulary};

fn time(weekday: i64, nth: usize, from: &str, to: &str) -> TypedTime {
    TypedTime { weekday, nth, from: from.into(), to: to.into() }
}

fn typed() -> Typed {
    Typed {
        names: vec![("sl".into(), "Odprti večer".into()), ("en".into(), String::new())],
        kind: "open".into(),
        place_kind: "on_site".into(),
        from: "2026-09-01".into(),
        times: vec![time(4, 1, "17:00", "20:00")],
        ..Typed::default()
    }
}

async fn scene() -> (TestApp, Unit, Vec<Term>) {
    let app = TestApp::new().await;
    let unit = app.unit("mc-reka").await;
    let terms = vocabulary::terms(&app.db, app.network_id).await.unwrap();
    (app, unit, terms)
}

async fn made(app: &TestApp, unit: &Unit, typed: &Typed) -> Activity {
    let id = app.ids.ordered();
    match create(app.app(), unit, id, typed).await.unwrap() {
        Saved::Done(id) => store::find(&app.db, app.network_id, id).await.unwrap().unwrap(),
        other => panic!("{other:?}"),
    }
}

fn of(terms: &[Term], vocabulary: Vocabulary, code: &str) -> String {
    terms.iter().find(|term| term.vocabulary == vocabulary && term.code == code).unwrap().id.to_string()
}

/// (field, key) of each problem of a new activity.
async fn told(change: impl FnOnce(&mut Typed)) -> Vec<(String, &'static str)> {
    let (app, unit, _) = scene().await;
    let mut typed = typed();
    change(&mut typed);
    match create(app.app(), &unit, app.ids.ordered(), &typed).await.unwrap() {
        Saved::Problems(problems) => problems.into_iter().map(|it| (it.field, it.key)).collect(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_form_becomes_an_activity_and_a_form_again() {
    let (app, unit, terms) = scene().await;
    let mut form = typed();
    form.main_tag = of(&terms, Vocabulary::Tag, "sport");
    form.main_field = of(&terms, Vocabulary::Field, "health");
    form.terms = vec![
        of(&terms, Vocabulary::Tag, "sport"),
        of(&terms, Vocabulary::Tag, "socialising"),
        of(&terms, Vocabulary::Field, "mobility"),
        of(&terms, Vocabulary::Reason, "weather"),
        Uuid::nil().to_string(),
    ];
    form.times = vec![time(5, 2, "22.00", "1"), time(5, 1, "10:00", "12:30")];
    (form.start, form.end) = ("16:00".into(), "18:00".into());
    form.last = "31. 12. 2026".into();
    form.place = " Velika\u{a0} dvorana ".into();
    let activity = made(&app, &unit, &form).await;
    assert_eq!(activity.code, "odprti-vecer");
    assert_eq!(activity.terms.len(), 2, "neither the main tag again nor what is no tag");
    let usual = |start_min, duration_min| Weekday { weekday: 5, start_min, duration_min };
    assert_eq!(activity.weekdays, [usual(600, 150), usual(1320, 180)]);
    assert_eq!((activity.default_start_min, activity.default_duration_min), (Some(960), Some(120)));
    assert_eq!(activity.until_on.unwrap().to_string(), "2027-01-01");
    assert_eq!(activity.place.as_deref(), Some("Velika dvorana"));

    let again = Typed::of(&activity, &unit.network.languages);
    assert_eq!(again.times, [time(5, 1, "10:00", "12:30"), time(5, 2, "22:00", "01:00")]);
    let ground = Ground { unit: &unit, terms: &terms, projects: &[], recorded: None, today: None };
    assert_eq!(
        again.offer(&ground, &activity).unwrap(),
        activity,
        "what is shown and sent back unchanged is the same"
    );
    // The next of the same name gets a code of its own.
    assert_eq!(made(&app, &unit, &typed()).await.code, "odprti-vecer-2");
}

#[tokio::test]
async fn every_slip_is_told_beside_its_field() {
    let problems = told(|form| {
        form.names[0].1 = " ".into();
        form.kind = "party".into();
        form.place_kind = String::new();
        form.main_tag = "sport".into();
        form.from = "2019-12-31".into();
        form.last = "2019-01-01".into();
        form.start = "25:00".into();
        form.end = "26:00".into();
        form.times = vec![
            time(1, 1, "18:00", "16:00"),
            time(2, 1, "18:00", ""),
            time(3, 1, "17:00", "19:00"),
            time(3, 2, "18:00", "20:00"),
            time(4, 1, "17:00", "17:00"),
        ];
    });
    let problems = problems.await;
    let want = [
        ("name_sl", "unit-name-missing"),
        ("kind", "offer-kind-missing"),
        ("place_kind", "offer-place-kind-missing"),
        ("main_tag", "offer-not-in-list"),
        ("from", "offer-from-early"),
        ("start", "offer-time-wrong"),
        ("from_1_1", "offer-end-before-start"),
        ("from_2_1", "offer-time-half"),
        ("from_3_2", "offer-times-overlap"),
        ("from_4_1", "offer-end-before-start"),
    ];
    for (field, key) in want {
        assert!(problems.contains(&(field.to_owned(), key)), "{field} {key}: {problems:?}");
    }
    assert_eq!(told(|form| form.last = "2026-08-31".into()).await, [("last".to_owned(), "offer-last-early")]);
    assert_eq!(told(|form| form.from = "jutri".into()).await, [("from".to_owned(), "offer-from-missing")]);
    assert_eq!(told(|form| form.place = "x".repeat(201)).await, [("place".to_owned(), "unit-place-long")]);
}

#[tokio::test]
async fn usual_days_that_nobody_touched_stay_whenever_the_form_is_sent() {
    let (app, unit, _) = scene().await;
    let activity = made(&app, &unit, &typed()).await;
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let sent = async |base: i64, change: &dyn Fn(&mut Typed)| {
        let current = store::find(&app.db, app.network_id, activity.id).await.unwrap().unwrap();
        let mut form = Typed::of(&current, &unit.network.languages);
        change(&mut form);
        assert!(matches!(change_of(&app, &unit, activity.id, base, &form).await, Saved::Done(_)));
        store::find(&app.db, app.network_id, activity.id).await.unwrap().unwrap()
    };
    // Opened yesterday, sent today, another name.
    let yesterday = |form: &mut Typed| {
        form.names[0].1 = "Večer".into();
        (form.week_from, form.week_shown) = ("2026-10-14".into(), "2026-10-14".into());
    };
    let after = sent(1, &yesterday).await;
    assert_eq!(
        (after.version, after.week_from, &after.weekdays),
        (2, activity.week_from, &activity.weekdays)
    );
    assert_eq!(after.expected_on(day("2026-10-08")).len(), 1, "last Thursday it was on");
    // A later day, and the same days: there is no other pattern that could hold until then.
    let after = sent(2, &|form| form.week_from = "2026-11-01".into()).await;
    assert_eq!((after.week_from, after.expected_on(day("2026-10-22")).len()), (activity.week_from, 1));
    // Fridays from today on; the next day's form leaves the change where it is, and one that asks for it moves it.
    let after = sent(2, &|form| form.times = vec![time(5, 1, "18:00", "20:00")]).await;
    assert_eq!(after.week_from, day("2026-10-15"));
    let in_hall = |form: &mut Typed| {
        yesterday(form);
        form.place = "Dvorana".into();
    };
    let after = sent(3, &in_hall).await;
    assert_eq!(
        (after.version, after.week_from, after.expected_on(day("2026-10-08")).len()),
        (4, day("2026-10-15"), 1)
    );
    let later = |form: &mut Typed| {
        (form.week_from, form.week_shown) = ("2026-10-23".into(), "2026-10-15".into());
    };
    let after = sent(4, &later).await;
    assert_eq!(after.week_from, day("2026-10-23"));
    assert_eq!(
        (after.expected_on(day("2026-10-16")).len(), after.expected_on(day("2026-10-22")).len()),
        (0, 1)
    );
}

async fn change_of(app: &TestApp, unit: &Unit, id: Uuid, base: i64, typed: &Typed) -> Saved {
    change(app.app(), unit, id, base, typed).await.unwrap()
}

#[tokio::test]
async fn two_changes_at_once_lose_nothing() {
    let (app, unit, _) = scene().await;
    let activity = made(&app, &unit, &typed()).await;
    let mut mine = typed();
    mine.kind = "group".into();
    let mut theirs = typed();
    theirs.place = "Dvorana".into();
    let change =
        async |base, typed: &Typed| change(app.app(), &unit, activity.id, base, typed).await.unwrap();
    assert!(matches!(change(1, &theirs).await, Saved::Done(_)));
    assert!(matches!(change(1, &theirs).await, Saved::Done(_)), "the same form sent twice");
    let Saved::Meanwhile(stands, wanted) = change(1, &mine).await else { panic!("told") };
    assert_eq!((stands.version, stands.place.as_deref()), (2, Some("Dvorana")));
    assert_eq!((wanted.kind, wanted.place), (Kind::Group, None));
    assert!(matches!(change(2, &mine).await, Saved::Done(_)), "decided after both were seen");
    let now = store::find(&app.db, app.network_id, activity.id).await.unwrap().unwrap();
    assert_eq!((now.kind, now.version), (Kind::Group, 3));
}

#[tokio::test]
async fn what_was_recorded_stays_inside_what_is_offered() {
    let (app, unit, _) = scene().await;
    let activity = made(&app, &unit, &typed()).await;
    let (me, _) = app.person(RoleKind::Worker, "mc-reka").await;
    let entry = crate::activities::Entry {
        id: app.ids.ordered(),
        unit_id: unit.id,
        activity_id: activity.id,
        kind: activity.kind,
        place_kind: activity.place_kind,
        main_tag: None,
        main_field: None,
        project: None,
        status: crate::activities::Status::Held,
        cancel_reason: None,
        local_date: app.today(),
        start_min: Some(1020),
        duration_min: 60,
        zone: unit.zone.name().to_owned(),
        start_at: None,
        created_min: 0,
        first_visits: None,
        staff_count: None,
        staff_min: None,
        prep_min: None,
        volunteer_count: None,
        volunteer_min: None,
        count_method: crate::activities::CountMethod::Counted,
        copied_counts: false,
        series_id: None,
        note: None,
        deleted: false,
        counts: crate::activities::Counts::default(),
        terms: vec![],
    };
    let command = record::Command { id: entry.id, base_version: None, entry, author: None, confirmed: true };
    record::save(app.app(), &me, &unit, &activity, vec![command]).await.unwrap();

    let last = app.today().pred_opt().unwrap();
    let Saved::Problems(problems) = end(app.app(), &unit, activity.id, last).await.unwrap() else {
        panic!("told")
    };
    assert_eq!(problems[0].key, "offer-last-recorded");
    let mut later = typed();
    later.from = "2026-10-16".into();
    let Saved::Problems(problems) = change(app.app(), &unit, activity.id, 1, &later).await.unwrap() else {
        panic!("told")
    };
    assert_eq!(problems[0].key, "offer-from-late");

    for _ in 0..2 {
        assert!(matches!(end(app.app(), &unit, activity.id, app.today()).await.unwrap(), Saved::Done(_)));
    }
    let ended = store::find(&app.db, app.network_id, activity.id).await.unwrap().unwrap();
    assert_eq!((ended.last_on(), ended.version), (Some(app.today()), 2));
    // Opened again by emptying the day.
    assert!(matches!(change(app.app(), &unit, activity.id, 2, &typed()).await.unwrap(), Saved::Done(_)));
    assert_eq!(store::find(&app.db, app.network_id, activity.id).await.unwrap().unwrap().until_on, None);
}
