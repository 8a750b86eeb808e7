//! The pages: who is shown what, and that an answer stands.

use chrono::{Days, Duration, NaiveDate};

use super::scene::date;
use crate::access::RoleKind;
use crate::activities::{Counts, Entry, Heads};
use crate::args;
use crate::db::Conn;
use crate::measures::scene;
use crate::testing::{Answer, TestApp};
use crate::vocabulary::Kind;

const REKA: &str = "/units/mreza/mc-reka";
const LONG: &str = "en vnos traja 13 h 20 min";

/// Text as one reads it: dates are held together by spaces that do not break.
fn read(answer: &Answer) -> String {
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.body.replace('\u{a0}', " ")
}

async fn page(app: &TestApp, path: &str, cookie: &str) -> String {
    read(&app.get(path, cookie).await)
}

/// An evening that lasted for 13 hours and 20 minutes.
async fn long(app: &TestApp, unit: &str, day: NaiveDate) -> Entry {
    let evening = scene::activity(app, unit, &format!("long-{day}"), Kind::Open).await;
    let entry = Entry { duration_min: 800, ..scene::plain(&evening, app.ids.ordered(), day) };
    scene::write(app, std::slice::from_ref(&entry)).await;
    entry
}

async fn answer(app: &TestApp, cookie: &str, key: &str, more: &[(&str, &str)]) -> Answer {
    let fields = [&[("subject", "hours"), ("key", key), ("answer", "right")], more].concat();
    app.post(&format!("{REKA}/watch/dismissals"), cookie, &fields).await
}

#[tokio::test]
async fn who_records_is_asked_first_and_a_mentor_a_week_later() {
    let app = TestApp::new().await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    let (_, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    let (_, viewer) = app.person(RoleKind::Viewer, "mreza").await;
    long(&app, "mc-reka", date(2026, 10, 13)).await;
    for (cookie, path) in [(&mentor, "ljubljana"), (&coordinator, "mreza")] {
        let told = page(&app, &format!("/units/mreza/{path}/watch"), cookie).await;
        assert!(
            !told.contains(LONG) && told.contains("1 vprašanje je še pri tistih, ki zapisujejo"),
            "{told}"
        );
    }
    let own = page(&app, &format!("{REKA}/today"), &mentor).await;
    assert!(!own.contains(LONG), "a mentor's Today waits, too");
    for path in [format!("{REKA}/today"), format!("{REKA}/watch")] {
        let told = page(&app, &path, &worker).await;
        assert!(told.contains(LONG) && told.contains("Tako je prav"), "{path}: {told}");
    }
    assert_eq!(app.get(&format!("{REKA}/watch"), &viewer).await.status, 403);

    app.wait(Duration::days(6));
    // Somebody goes on recording there.
    let evening = scene::activity(&app, "mc-reka", "evening", Kind::Open).await;
    let next =
        [date(2026, 10, 19), date(2026, 10, 21)].map(|day| scene::plain(&evening, app.ids.ordered(), day));
    scene::write(&app, &next).await;
    let told = page(&app, "/units/mreza/ljubljana/watch", &mentor).await;
    assert!(!told.contains(LONG));
    app.wait(Duration::days(1));
    for (cookie, path) in [(&mentor, "ljubljana"), (&coordinator, "mreza")] {
        let told = page(&app, &format!("/units/mreza/{path}/watch"), cookie).await;
        assert!(told.contains(LONG) && told.contains("Enota mc-reka"), "{told}");
        assert!(!told.contains("še pri tistih"));
    }
}

#[tokio::test]
async fn a_unit_that_fell_silent_is_shown_at_once() {
    let app = TestApp::new().await;
    let (_, mentor) = app.person(RoleKind::Mentor, "mc-reka").await;
    long(&app, "mc-reka", app.today() - Days::new(7)).await;
    assert!(page(&app, &format!("{REKA}/watch"), &mentor).await.contains(LONG));
}

#[tokio::test]
async fn an_answer_stands_and_is_told_to_whoever_leads() {
    let app = TestApp::new().await;
    let (me, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let (_, mentor) = app.person(RoleKind::Mentor, "mc-reka").await;
    let entry = long(&app, "mc-reka", date(2026, 10, 13)).await;
    let key = format!("long:{}", entry.id);

    let too_long = "a".repeat(301);
    let told = answer(&app, &worker, &key, &[("reason", &too_long)]).await;
    assert_eq!(told.status, 422);
    assert!(
        told.body.contains("največ 300 znakov") && told.body.contains(&too_long),
        "what was typed is kept"
    );
    for fields in [[("subject", "x"), ("answer", "right")], [("subject", "hours"), ("answer", "estimated")]] {
        let sent = app.post(&format!("{REKA}/watch/dismissals"), &worker, &fields).await;
        assert_eq!(sent.status, 422, "{fields:?}");
    }
    // Nothing was found under this key, so there is nothing to answer.
    assert_eq!(answer(&app, &worker, "long:x", &[]).await.status, 303);
    // With those who record still: a mentor cannot answer for them.
    assert_eq!(answer(&app, &mentor, &key, &[]).await.status, 303);
    assert!(page(&app, &format!("{REKA}/today"), &worker).await.contains(LONG));

    let today = format!("{REKA}/today");
    let fields = [("reason", "Noč  iger"), ("back", today.as_str())];
    for _ in 0..2 {
        let sent = answer(&app, &worker, &key, &fields).await;
        assert_eq!(sent.location.as_deref(), Some(today.as_str()));
    }
    assert!(!page(&app, &today, &worker).await.contains(LONG));
    let told = page(&app, &format!("{REKA}/watch"), &mentor).await;
    assert!(told.contains("Nič nenavadnega ni videti.") && told.contains("Že odgovorjeno: 1"), "{told}");
    assert!(told.contains(&format!("15. 10. 2026, {}: tako je prav", me.name)), "{told}");
    assert!(told.contains("»Noč iger«"), "{told}");
    let acts: Vec<(String,)> = Conn::from(&app.db)
        .all("select object from audit where act = 'dismiss_finding'", args![])
        .await
        .unwrap();
    assert_eq!(acts, [(format!("hours {key}"),)], "once, however often it was sent");
    // It stays answered.
    app.wait(Duration::days(20));
    assert!(!page(&app, &today, &worker).await.contains(LONG));
    let elsewhere = answer(&app, &worker, &key, &[("back", "https://example.org/")]).await;
    assert_eq!(elsewhere.location.as_deref(), Some("/"), "one never leaves the site");
}

#[tokio::test]
async fn a_save_that_looks_odd_is_asked_about_at_once() {
    let app = TestApp::new().await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let entry = long(&app, "mc-reka", date(2026, 10, 13)).await;
    let other = long(&app, "mc-reka", date(2026, 10, 14)).await;
    let saved = page(&app, &format!("{REKA}/entries/{}/saved", entry.id), &worker).await;
    assert!(saved.contains("13. 10. 2026: en vnos traja") && saved.contains(&entry.id.to_string()));
    assert!(!saved.contains(&format!("long:{}", other.id)), "only what is about this one");
}

#[tokio::test]
async fn what_a_closed_period_holds_is_not_asked_about() {
    let app = TestApp::new().await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let (_, mentor) = app.person(RoleKind::Mentor, "mc-reka").await;
    long(&app, "mc-reka", date(2026, 9, 3)).await;
    assert!(page(&app, &format!("{REKA}/today"), &worker).await.contains(LONG));
    let id = app.ids.random().to_string();
    let closed = app.post(&format!("{REKA}/periods/2026-09/closures"), &mentor, &[("id", &id)]).await;
    assert_eq!(closed.status, 303);
    assert!(!page(&app, &format!("{REKA}/today"), &worker).await.contains(LONG));
}

#[tokio::test]
async fn how_many_came_to_talk_alone_is_never_told() {
    let app = TestApp::new().await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let talks = scene::activity(&app, "mc-reka", "talks", Kind::OneToOne).await;
    let counts = |total: i64| {
        let heads = Heads { total, gender: [].into(), age: [].into() };
        Counts { participant: Some(heads), ..Counts::default() }
    };
    let first = app.today() - Days::new(40);
    let mut entries: Vec<Entry> = (0..40)
        .map(|day| Entry {
            copied_counts: day % 2 == 0,
            counts: counts(15),
            start_min: Some(600),
            ..scene::plain(&talks, app.ids.ordered(), first + Days::new(day))
        })
        .collect();
    entries.push(Entry { id: app.ids.ordered(), duration_min: 900, ..entries[0].clone() });
    scene::write(&app, &entries).await;
    let told = page(&app, &format!("{REKA}/watch"), &worker).await;
    assert!(told.contains("dva vnosa ob istem času") && told.contains("en vnos traja 15 ur"), "{told}");
    for says in ["0 ali 5", "zapored", "prevzete", "obiskov", "povsem enake"] {
        assert!(!told.contains(says), "{says}: {told}");
    }
}

#[tokio::test]
async fn coverage_is_shown_at_once_by_unit_and_week() {
    let app = TestApp::new().await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    let evening = app.activity("mc-reka", "vecer").await;
    app.activity("mc-most", "vecer").await;
    // The last four Thursdays before today; of fifty-two there are forty-eight without.
    let days = [date(2026, 9, 17), date(2026, 9, 24), date(2026, 10, 1), date(2026, 10, 8)];
    scene::write(&app, &days.map(|day| scene::plain(&evening, app.ids.ordered(), day))).await;
    let branch = page(&app, "/units/mreza/ljubljana/watch", &mentor).await;
    assert!(branch.contains("zapisanih 4 od 104 pričakovanih terminov, 100 manjka"), "{branch}");
    assert!(branch.contains("Enota mc-reka: polnih tednov 4, delnih 0, praznih 48"), "{branch}");
    assert!(
        branch.contains("Enota mc-reka: polnih tednov 4, delnih 0, praznih 8"),
        "the last thirteen weeks"
    );
    assert!(branch.contains("Enota mc-most: polnih tednov 0, delnih 0, praznih 52"));
    assert!(branch.contains(r#"href="/units/mreza/mc-most/watch""#) && !branch.contains("/month?month="));
    let own = page(&app, &format!("{REKA}/watch"), &worker).await;
    assert!(own.contains("zapisanih 4 od 52") && own.contains("/month?month=2025-10&#38;only=open"), "{own}");
    assert!(!own.contains(r#"name="visited_on""#), "visits are put down by whoever watches");
    let root = app.get("/units/mreza/brezice/watch", &mentor).await;
    assert_eq!(root.status, 403);
}

#[tokio::test]
async fn a_support_visit_is_put_down_and_read_by_those_who_record() {
    let app = TestApp::new().await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let (me, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    let (add, id) = (format!("{REKA}/watch/visits"), app.ids.random().to_string());
    let fields = [
        ("id", id.as_str()),
        ("visited_on", "2026-10-14"),
        ("note", "Veliko mladih, malo zapisov."),
        ("agreed", "Zapišemo isti večer."),
        ("follow_up_on", "2026-11-10"),
    ];
    assert_eq!(app.post(&add, &worker, &fields).await.status, 403);
    assert_eq!(app.post(&add, &mentor, &fields[1..]).await.status, 422, "without the page's id");
    let mut wrong = fields;
    wrong[1].1 = "2026-10-16";
    let told = app.post(&add, &mentor, &wrong).await;
    assert_eq!(told.status, 422);
    assert!(
        told.body.contains("Ta dan šele pride") && told.body.contains("Zapišemo isti večer."),
        "{}",
        told.body
    );
    assert!(told.body.contains(&id), "the same visit still");
    for _ in 0..2 {
        let sent = app.post(&add, &mentor, &fields).await;
        assert_eq!(sent.location.as_deref(), Some("/units/mreza/mc-reka/watch#h-visits"));
    }
    let read = page(&app, &format!("{REKA}/watch"), &worker).await;
    assert_eq!(read.matches("Veliko mladih, malo zapisov.").count(), 1, "once, however often it was sent");
    assert!(
        read.contains(&format!("14. 10. 2026 · {}", me.name)) && read.contains("Spet pogledamo 10. 11. 2026")
    );
    assert!(!read.contains("Pogledali smo"));
    let above = page(&app, "/units/mreza/ljubljana/watch", &mentor).await;
    assert!(above.contains("Kje je treba spet pogledati") && !above.contains("čas je"));
    app.wait(Duration::days(27));
    assert!(page(&app, "/units/mreza/ljubljana/watch", &mentor).await.contains("čas je"));
    let done = format!("{add}/{id}/completion");
    assert_eq!(app.post(&done, &worker, &[]).await.status, 403);
    assert_eq!(app.post(&done, &mentor, &[]).await.status, 303);
    let other = format!("{add}/{}/completion", app.ids.random());
    assert_eq!(app.post(&other, &mentor, &[]).await.status, 404);
    let read = page(&app, &format!("{REKA}/watch"), &worker).await;
    assert!(read.contains("Pogledano 11. 11. 2026"), "{read}");
    assert!(!page(&app, "/units/mreza/ljubljana/watch", &mentor).await.contains("Kje je treba"));
}
