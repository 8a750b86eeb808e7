//! Making, opening, closing, and what happens by itself.

use chrono::NaiveDate;

use super::scene;
use crate::error::AppError;
use crate::evaluation::standing::{State, told, usual_window};
use crate::evaluation::{making, store};

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
    let early = making::close(&s.app, &s.me, &s.root, &code).await;
    assert!(matches!(early, Err(AppError::Conflict)));
    let state = async || store::by_code(&s.app.db, s.root.network.id, &code).await.unwrap().unwrap().state();
    for _ in 0..2 {
        making::open(&s.app, &s.me, &s.root, &code).await.unwrap();
        assert_eq!(state().await, State::Open);
    }
    for _ in 0..2 {
        making::close(&s.app, &s.me, &s.root, &code).await.unwrap();
        assert_eq!(state().await, State::Closed);
    }
    assert!(matches!(making::open(&s.app, &s.me, &s.root, &code).await, Err(AppError::Conflict)));
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
        making::look_after(&s.app, network_id, id, day(on)).await.unwrap();
        assert_eq!(it().await.state(), state, "{on}");
    }
    assert!(store::looked_after(&s.app.db).await.unwrap().is_empty());
    let counts = store::counts(&s.app.db, network_id, id).await.unwrap();
    assert!(counts.len() == 5 && counts.iter().all(|(_, _, on, n)| (*on, *n) == (day("2026-10-25"), 0)));
}
