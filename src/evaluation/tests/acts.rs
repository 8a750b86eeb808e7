//! Making, opening, closing, and what happens by itself.

use chrono::NaiveDate;

use super::answering::{complete, send, whole};
use super::scene;
use crate::answers;
use crate::args;
use crate::db::Conn;
use crate::error::AppError;
use crate::evaluation::standing::{State, told, usual_window};
use crate::evaluation::{acts, daily, making, store};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn the_usual_window_is_weeks_41_to_43_that_are_not_over() {
    let of = |today: &str| usual_window(day(today));
    let this = (day("2026-10-05"), day("2026-10-26"));
    assert_eq!(of("2026-03-01"), this);
    assert_eq!(of("2026-10-25"), this);
    assert_eq!(of("2026-10-26"), (day("2027-10-11"), day("2027-11-01")));
}

#[test]
fn counts_are_told_in_steps_of_five_and_never_too_many() {
    assert_eq!([0, 4, 5, 9, 10, 14, 15].map(told), [0, 0, 5, 5, 10, 10, 15]);
}

#[tokio::test]
async fn made_once_with_an_address_for_each_unit_that_records() {
    let s = scene().await;
    let typed = s.typed().await;
    for _ in 0..2 {
        let code = making::make(&s.app, &s.me, &s.root, &typed).await.unwrap().unwrap();
        assert_eq!(code, "letna-evalvacija-2026");
    }
    let network_id = s.root.network.id;
    let all = store::of_network(&s.app.db, network_id).await.unwrap();
    assert_eq!(all.len(), 1);
    let it = &all[0];
    assert_eq!(
        (it.state(), it.closes_on, it.least, it.ages),
        (State::Prepared, day("2026-10-26"), 15, (15, 20))
    );
    let places = store::places(&s.app.db, network_id, it.id).await.unwrap();
    let mut addresses: Vec<&str> = places.iter().map(|place| place.address.as_str()).collect();
    addresses.sort_unstable();
    addresses.dedup();
    assert_eq!((addresses.len(), places.len()), (5, 5), "whatever records");
    assert!(addresses.iter().all(|address| address.len() == 7));
}

#[tokio::test]
async fn what_cannot_be_is_said_at_once() {
    let s = scene().await;
    let mut typed = s.typed().await;
    typed.names = vec![("sl".into(), String::new())];
    typed.contact = " ".into();
    typed.opens_on = "?".into();
    typed.asked[0].1 = String::new();
    let wrong = making::make(&s.app, &s.me, &s.root, &typed).await.unwrap().unwrap_err();
    let fields: Vec<&str> = wrong.iter().map(|it| it.field.as_str()).collect();
    assert_eq!(fields, ["name_sl", "contact", "opens_on", "asks_open"]);
    for (opens, last) in
        [("2026-10-25", "2026-10-05"), ("2026-09-01", "2026-10-14"), ("2026-10-05", "2027-10-05")]
    {
        let mut typed = s.typed().await;
        (typed.opens_on, typed.last_on) = (opens.into(), last.into());
        let wrong = making::make(&s.app, &s.me, &s.root, &typed).await.unwrap().unwrap_err();
        assert_eq!(wrong[0].field, "last_on", "{opens} to {last}");
    }
    let mut typed = s.typed().await;
    typed.asked[0].1 = s.app.ids.random().to_string();
    let wrong = making::make(&s.app, &s.me, &s.root, &typed).await.unwrap().unwrap_err();
    assert_eq!(wrong[0].key, "evaluation-questionnaire-gone");
}

#[tokio::test]
async fn opened_and_closed_by_hand_and_never_open_again() {
    let s = scene().await;
    let code = s.made().await;
    let early = acts::close(&s.app, &s.me, &s.root, &code).await;
    assert!(matches!(early, Err(AppError::Conflict)));
    let state = async || store::by_code(&s.app.db, s.root.network.id, &code).await.unwrap().unwrap().state();
    for _ in 0..2 {
        acts::open(&s.app, &s.me, &s.root, &code).await.unwrap();
        assert_eq!(state().await, State::Open);
    }
    for _ in 0..2 {
        acts::close(&s.app, &s.me, &s.root, &code).await.unwrap();
        assert_eq!(state().await, State::Closed);
    }
    assert!(matches!(acts::open(&s.app, &s.me, &s.root, &code).await, Err(AppError::Conflict)));
}

#[tokio::test]
async fn opens_and_closes_when_its_day_comes() {
    let s = scene().await;
    let code = s.made().await;
    let network_id = s.root.network.id;
    let it = async || store::by_code(&s.app.db, network_id, &code).await.unwrap().unwrap();
    let id = it().await.id;
    for (on, state) in [
        ("2026-10-04", State::Prepared),
        ("2026-10-05", State::Open),
        ("2026-10-25", State::Open),
        ("2026-10-26", State::Closed),
        ("2026-10-27", State::Closed),
    ] {
        daily::look_after(&s.app, network_id, id, day(on)).await.unwrap();
        assert_eq!(it().await.state(), state, "{on}");
    }
    assert!(store::looked_after(&s.app.db).await.unwrap().is_empty());
    let counts = store::counts(&s.app.db, network_id, id).await.unwrap();
    assert!(
        counts.len() == 5
            && counts.iter().all(|it| (it.on, it.complete, it.begun) == (day("2026-10-25"), 0, false))
    );
}

/// (what, by whom), as it was kept.
async fn deeds(s: &super::Scene, code: &str) -> Vec<(&'static str, Option<String>)> {
    let it = store::by_code(&s.app.db, s.root.network.id, code).await.unwrap().unwrap();
    store::acts(&s.app.db, &it).await.unwrap().into_iter().map(|it| (it.deed.code(), it.by)).collect()
}

#[tokio::test]
async fn each_act_is_kept_with_who_and_when_and_shown() {
    let s = scene().await;
    let me = Some(s.me.name.clone());
    let (code, _) = s.opened().await;
    acts::close(&s.app, &s.me, &s.root, &code).await.unwrap();
    let it = store::by_code(&s.app.db, s.root.network.id, &code).await.unwrap().unwrap();
    let mut tx = s.app.db.begin().await.unwrap();
    assert!(acts::release(&s.app, &mut tx, &it, s.me.id).await.unwrap());
    tx.commit().await.unwrap();
    let done = ["prepared", "opened", "closed", "released"].map(|deed| (deed, me.clone()));
    assert_eq!(deeds(&s, &code).await, done, "who released it is kept once, by name");
    let page = s.app.get(&format!("/units/mreza/mreza/evaluations/{code}"), &s.cookie).await.body;
    for says in ["Pripravljena", "Zaprta", "Objavljena", &s.me.name] {
        assert!(page.contains(says), "{says}: {page}");
    }
    // Its day does it by itself.
    let mut typed = s.typed().await;
    (typed.opens_on, typed.last_on) = ("2027-10-11".into(), "2027-10-31".into());
    let code = making::make(&s.app, &s.me, &s.root, &typed).await.unwrap().unwrap();
    let it = store::by_code(&s.app.db, s.root.network.id, &code).await.unwrap().unwrap();
    for on in ["2027-10-11", "2027-11-01"] {
        daily::look_after(&s.app, it.network_id, it.id, day(on)).await.unwrap();
    }
    assert_eq!(deeds(&s, &code).await, [("prepared", me), ("opened", None), ("closed", None)]);
    let page = s.app.get(&format!("/units/mreza/mreza/evaluations/{code}"), &s.cookie).await.body;
    assert!(page.contains("sama, ko je prišel njen dan"), "{page}");
}

#[tokio::test]
async fn what_cannot_be_taken_back_is_asked_once_more() {
    let s = scene().await;
    let code = s.made().await;
    let base = format!("/units/mreza/mreza/evaluations/{code}");
    let get = async |act: &str| s.app.get(&format!("{base}/{act}"), &s.cookie).await;
    let page = get("removal").await;
    assert!(page.status == 200 && page.body.contains("Umakneš evalvacijo: Letna evalvacija 2026?"));
    assert_eq!(get("closure").await.status, 409, "it is not open");
    acts::open(&s.app, &s.me, &s.root, &code).await.unwrap();
    assert_eq!(get("removal").await.status, 409);
    let page = s.app.get(&base, &s.cookie).await.body;
    assert!(
        page.contains(&format!("href=\"{base}/closure\"")) && !page.contains("/closure\"><p><button"),
        "{page}"
    );
    let sure = get("closure").await.body;
    assert!(
        sure.contains(&format!("method=\"post\" action=\"{base}/closure\"")) && sure.contains("Ne, nazaj")
    );
    assert_eq!(s.app.post(&format!("{base}/closure"), &s.cookie, &[]).await.status, 303);
    assert!(get("release").await.body.contains(&format!("action=\"{base}/release\"")));
}

/// As if the process had ended between the act of closing and the mixing.
#[tokio::test]
async fn a_closing_that_was_interrupted_is_finished_by_the_days_work() {
    let s = scene().await;
    let (code, address) = s.opened().await;
    for _ in 0..3 {
        send(&s, &address, &whole(&s.app, "4")).await;
    }
    let it = store::by_code(&s.app.db, s.root.network.id, &code).await.unwrap().unwrap();
    // The day's work was done already.
    daily::plan(&s.app).await.unwrap();
    let mut tx = s.app.db.begin().await.unwrap();
    store::set_closed(&mut tx, it.network_id, it.id, s.app.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    answers::settle(&s.app).await.unwrap();
    assert_eq!(complete(&s, &code).await, 0, "too few for an evaluation that is open");
    daily::plan(&s.app).await.unwrap();
    let sql = "select network_id, key from job where kind = 'evaluation' order by key";
    let jobs: Vec<(uuid::Uuid, String)> = Conn::from(&s.app.db).all(sql, args![]).await.unwrap();
    assert_eq!(jobs.len(), 2, "once more: {jobs:?}");
    assert!(jobs[1].1.starts_with(&it.id.to_string()) && jobs[1].1.ends_with("closing"));
    daily::look_after(&s.app, it.network_id, it.id, s.app.today()).await.unwrap();
    assert_eq!(complete(&s, &code).await, 3);
    assert!(store::unfinished(&s.app.db).await.unwrap().is_empty());
    assert!(store::looked_after(&s.app.db).await.unwrap().is_empty());
}
