use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use chrono::Duration;
use proptest::prelude::*;

use super::super::sign_in::{faded, household, wait};
use super::{PASSWORD, account, is_in, sign_in, signed_in};
use crate::people::{Closed, close};
use crate::testing::{Answer, TestApp};

#[tokio::test]
async fn the_right_password_opens_the_door_whatever_the_case_of_the_address() {
    let app = TestApp::new().await;
    account(&app, "ana@example.org").await;
    let cookie = signed_in(&app, " Ana@Example.org ", PASSWORD).await;
    assert!(is_in(&app, &cookie).await);
    assert!(!is_in(&app, "logbook_session=0").await);
}

#[tokio::test]
async fn a_wrong_password_an_unknown_and_a_closed_account_all_answer_alike() {
    let app = TestApp::new().await;
    for mail in ["ana@example.org", "ivo@example.org"] {
        account(&app, mail).await;
    }
    let ivo = signed_in(&app, "ivo@example.org", PASSWORD).await;
    assert_eq!(close(&app, "ivo@example.org").await.unwrap(), Closed::Done);
    assert_eq!(close(&app, "nobody@example.org").await.unwrap(), Closed::Missing);
    assert_eq!(close(&app, "ivo@example.org").await.unwrap(), Closed::Missing);
    assert!(!is_in(&app, &ivo).await, "a closed account ends what was open");

    let wrong =
        [("ana@example.org", "wrong"), ("nobody@example.org", PASSWORD), ("ivo@example.org", PASSWORD)];
    let mut pages = Vec::new();
    for (mail, password) in wrong {
        let answer = sign_in(&app, mail, password).await;
        assert_eq!(answer.status, 422);
        assert!(answer.cookie.is_none());
        let beside = "aria-invalid=\"true\" aria-describedby=\"sign-in-problem\"";
        assert_eq!(answer.body.matches(beside).count(), 2, "{}", answer.body);
        assert!(
            answer.body.contains(mail) && !answer.body.contains(PASSWORD),
            "the mail stays, the password not"
        );
        pages.push(answer.body.replace(mail, ""));
    }
    assert!(pages.windows(2).all(|two| two[0] == two[1]));
}

#[tokio::test]
async fn guessing_at_an_account_is_slowed_and_waiting_helps() {
    let app = TestApp::new().await;
    account(&app, "ana@example.org").await;
    for _ in 0..5 {
        assert_eq!(sign_in(&app, "ana@example.org", "wrong").await.status, 422);
    }
    let slowed = sign_in(&app, "ana@example.org", PASSWORD).await;
    assert_eq!(slowed.status, 429, "the right password waits too, or guessing would tell");
    assert!(slowed.body.contains("ana@example.org"));
    assert_eq!(sign_in(&app, "other@example.org", "wrong").await.status, 422, "others do not wait");
    app.wait(Duration::seconds(1));
    assert_eq!(sign_in(&app, "ana@example.org", "wrong").await.status, 422);
    app.wait(Duration::seconds(1));
    assert_eq!(sign_in(&app, "ana@example.org", PASSWORD).await.status, 429, "the wait doubles");
    app.wait(Duration::seconds(1));
    signed_in(&app, "ana@example.org", PASSWORD).await;
    for _ in 0..5 {
        assert_eq!(
            sign_in(&app, "ana@example.org", "wrong").await.status,
            422,
            "signing in forgets failures"
        );
    }
}

#[tokio::test]
async fn tries_at_the_same_moment_count_each_other() {
    let app = TestApp::new().await;
    account(&app, "ana@example.org").await;
    let tries = (0..20).map(|_| sign_in(&app, "ana@example.org", "wrong"));
    let answers = futures_util::future::join_all(tries).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 422).count(), 5);
    assert_eq!(answers.iter().filter(|answer| answer.status == 429).count(), 15);
}

async fn from(app: &TestApp, peer: &str, forwarded: &str, mail: &str) -> Answer {
    let mut request = Request::post("/sign-in")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("x-forwarded-for", forwarded)
        .body(Body::from(format!("mail={mail}&password=wrong")))
        .unwrap();
    request.extensions_mut().insert(ConnectInfo::<SocketAddr>(peer.parse().unwrap()));
    app.send(request).await
}

#[tokio::test]
async fn guessing_at_everybody_from_one_address_is_slowed() {
    let app = TestApp::new().await;
    for n in 0..30 {
        let mail = format!("p{n}@example.org");
        assert_eq!(from(&app, "10.0.0.1:5", &format!("1.2.3.{n}"), &mail).await.status, 422);
    }
    let next = |peer| from(&app, peer, "1.2.3.99", "ana@example.org");
    assert_eq!(next("10.0.0.1:6").await.status, 429, "what a stranger says of itself is not believed");
    assert_eq!(next("10.0.0.2:6").await.status, 422, "another address does not wait");
}

#[test]
fn addresses_of_one_household_are_one() {
    let one = |text: &str| household(text.parse().unwrap());
    assert_eq!(one("2001:db8:1:2::1"), one("2001:db8:1:2:ffff::9"));
    assert_ne!(one("2001:db8:1:2::1"), one("2001:db8:1:3::1"));
    assert_eq!(one("::ffff:10.0.0.1"), one("10.0.0.1"));
    assert_ne!(one("10.0.0.1"), one("10.0.0.2"));
}

proptest! {
    #[test]
    fn the_wait_is_nothing_at_first_then_doubles_up_to_a_quarter_of_an_hour(
        failures in 0..i64::MAX, free in 1_i64..100,
    ) {
        let now = wait(failures, free);
        prop_assert!(now >= Duration::zero() && now <= Duration::minutes(15));
        prop_assert_eq!(now.is_zero(), failures < free);
        let next = wait(failures.saturating_add(1), free);
        prop_assert!(next >= now);
        if !now.is_zero() && next < Duration::minutes(15) {
            prop_assert_eq!(next, now * 2);
        }
    }

    #[test]
    fn failures_fade_and_never_grow(failures in 0..i64::MAX, minutes in 0_i64..100_000) {
        let left = faded(failures, Duration::minutes(minutes));
        prop_assert!((0..=failures).contains(&left));
        prop_assert!(left <= faded(failures, Duration::zero()));
        prop_assert!(minutes < 24 * 60 || left == 0, "what is deleted after a day no longer counted");
    }
}

#[tokio::test]
async fn a_form_that_came_after_the_session_ended_is_offered_again_behind_the_door() {
    let app = TestApp::new().await;
    account(&app, "ana@example.org").await;
    let to = "/units/mreza/mc-reka/entries?x=1";
    let sent = [("note", "Film & \"pogovor\" <čez> 50 %"), ("girl", "5"), ("girl", "6")];
    let door = app.post(to, "logbook_session=gone", &sent).await;
    assert_eq!(door.status, 401, "nothing is taken from nobody");
    let field = |body: &str, name: &str| {
        let (_, rest) = body.split_once(&format!("name=\"{name}\" value=\"")).expect("the field");
        let value = rest.split('"').next().unwrap_or("").to_owned();
        [("&#38;", "&"), ("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\"")]
            .iter()
            .fold(value, |value, (from, to)| value.replace(from, to))
    };
    let (kept_to, kept) = (field(&door.body, "kept_to"), field(&door.body, "kept"));
    assert_eq!(kept_to, to);
    // A wrong password loses nothing either.
    let mut given =
        vec![("mail", "ana@example.org"), ("password", "wrong"), ("kept_to", to), ("kept", &kept)];
    let wrong = app.post("/sign-in", "", &given).await;
    assert_eq!((wrong.status.as_u16(), field(&wrong.body, "kept")), (422, kept.clone()));
    given[1].1 = PASSWORD;
    let inside = app.post("/sign-in", "", &given).await;
    assert_eq!(inside.status, 200);
    assert!(inside.cookie.is_some(), "signed in");
    assert!(inside.body.contains(&format!("action=\"{to}\"")), "{}", inside.body);
    assert_eq!(field(&inside.body, "note"), sent[0].1);
    assert_eq!(inside.body.matches("name=\"girl\"").count(), 2);
    // Only ever to an address of ours.
    given[2].1 = "//elsewhere.example/x";
    let odd = app.post("/sign-in", "", &given).await;
    assert!(!odd.body.contains("elsewhere"), "{}", odd.body);
    // What is too large to be carried along is led to the door as before.
    let large = "x".repeat(300_000);
    let led = app.post(to, "", &[("note", &large)]).await;
    assert!(led.location.is_some_and(|to| to.starts_with("/sign-in?next=")));
}
