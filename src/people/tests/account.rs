use chrono::Duration;

use super::{PASSWORD, account, is_in, sign_in, signed_in};
use crate::testing::TestApp;

#[tokio::test]
async fn signing_out_ends_this_session_and_everywhere_ends_all() {
    let app = TestApp::new().await;
    account(&app, "ana@example.org").await;
    let (phone, desk) = (
        signed_in(&app, "ana@example.org", PASSWORD).await,
        signed_in(&app, "ana@example.org", PASSWORD).await,
    );
    let out = app.post("/sign-out", &phone, &[]).await;
    assert_eq!((out.status.as_u16(), out.location.as_deref()), (303, Some("/sign-in")));
    assert_eq!(out.cookie.as_deref(), Some("logbook_session="), "the cookie is taken back");
    assert!(!is_in(&app, &phone).await && is_in(&app, &desk).await);

    let phone = signed_in(&app, "ana@example.org", PASSWORD).await;
    app.post("/sign-out/everywhere", &phone, &[]).await;
    assert!(!is_in(&app, &phone).await && !is_in(&app, &desk).await);
}

#[tokio::test]
async fn a_session_lasts_thirty_days_from_the_last_visit() {
    let app = TestApp::new().await;
    account(&app, "ana@example.org").await;
    let cookie = signed_in(&app, "ana@example.org", PASSWORD).await;
    app.wait(Duration::days(29));
    assert!(is_in(&app, &cookie).await, "and is prolonged by the visit");
    app.wait(Duration::days(29));
    assert!(is_in(&app, &cookie).await);
    app.wait(Duration::days(30));
    assert!(!is_in(&app, &cookie).await);
}

#[tokio::test]
async fn a_new_password_ends_every_other_session() {
    let app = TestApp::new().await;
    account(&app, "ana@example.org").await;
    let (phone, desk) = (
        signed_in(&app, "ana@example.org", PASSWORD).await,
        signed_in(&app, "ana@example.org", PASSWORD).await,
    );
    let long = "x".repeat(201);
    let change = |current, new| {
        let fields = [("current", current), ("password", new)];
        let (app, desk) = (&app, &desk);
        async move { app.post("/account/password", desk, &fields).await }
    };
    let wrong = change("wrong", "short").await;
    assert_eq!(wrong.status, 422);
    for field in ["current", "password"] {
        let beside = format!("<p class=\"error\" id=\"{field}-problem\">");
        assert!(wrong.body.contains(&beside), "both are told: {}", wrong.body);
    }
    assert_eq!(change("wrong", "something longer").await.status, 422);
    assert_eq!(change(PASSWORD, "short").await.status, 422);
    assert_eq!(change(PASSWORD, &long).await.status, 422);
    assert!(is_in(&app, &phone).await);

    let changed = change(PASSWORD, "something longer").await;
    assert_eq!(changed.location.as_deref(), Some("/account?saved=true"));
    assert!(!is_in(&app, &phone).await);
    assert!(is_in(&app, &changed.cookie.unwrap()).await, "who changed it stays");
    assert_eq!(sign_in(&app, "ana@example.org", PASSWORD).await.status, 422);
    signed_in(&app, "ana@example.org", "something longer").await;
}

#[tokio::test]
async fn guessing_at_the_current_password_from_within_is_slowed_too() {
    let app = TestApp::new().await;
    account(&app, "ana@example.org").await;
    let cookie = signed_in(&app, "ana@example.org", PASSWORD).await;
    let fields = [("current", "wrong"), ("password", "something longer")];
    for _ in 0..5 {
        assert_eq!(app.post("/account/password", &cookie, &fields).await.status, 422);
    }
    assert_eq!(app.post("/account/password", &cookie, &fields).await.status, 429);
}

#[tokio::test]
async fn a_name_is_one_line() {
    let app = TestApp::new().await;
    account(&app, "ana@example.org").await;
    let cookie = signed_in(&app, "ana@example.org", PASSWORD).await;
    let odd = format!("  Ana\n\tMarija \0 <b>{} ", "š".repeat(500));
    assert_eq!(app.post("/account", &cookie, &[("name", &odd)]).await.status, 303);
    let page = app.get("/account?saved=true", &cookie).await;
    assert!(page.body.contains("Ana Marija") && !page.body.contains("<b>"));
}

#[tokio::test]
async fn the_language_is_kept_with_the_account_and_on_the_device() {
    let app = TestApp::new().await;
    account(&app, "ana@example.org").await;
    let cookie = signed_in(&app, "ana@example.org", PASSWORD).await;
    assert!(app.get("/account", &cookie).await.body.contains("lang=\"sl\""));
    let chosen = app.post("/language", &cookie, &[("language", "en"), ("next", "/account")]).await;
    assert_eq!(chosen.location.as_deref(), Some("/account"));
    assert_eq!(chosen.cookie.as_deref(), Some("logbook_language=en"));
    assert!(app.get("/account", &cookie).await.body.contains("lang=\"en\""));
    assert!(app.get("/sign-in", "logbook_language=en").await.body.contains("lang=\"en\""));
    let odd = app.post("/language", &cookie, &[("language", "xx"), ("next", "//elsewhere.example")]).await;
    assert_eq!((odd.location.as_deref(), odd.cookie), (Some("/"), None));
}
