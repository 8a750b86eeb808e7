use axum::body::Body;
use axum::http::{Method, Request};
use proptest::prelude::*;

use super::safe_next;
use crate::access::RoleKind;
use crate::testing::{Answer, TestApp};

fn is_page(answer: &Answer, lang: &str) -> bool {
    let html = answer.headers["content-type"].to_str().unwrap().starts_with("text/html");
    html && answer.body.contains(&format!("<html lang=\"{lang}\"")) && answer.body.contains("<h1>")
}

fn has_safe_headers(answer: &Answer) {
    let header = |name: &str| answer.headers.get(name).map_or("", |value| value.to_str().unwrap());
    let policy = header("content-security-policy");
    assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"));
    assert!(!policy.contains("unsafe") && !policy.contains("http"), "nothing inline, nothing from elsewhere");
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert_eq!(header("x-frame-options"), "DENY");
    assert_eq!(header("referrer-policy"), "same-origin");
    assert!(!header("cache-control").is_empty());
}

fn form(path: &str) -> axum::http::request::Builder {
    Request::post(path).header("content-type", "application/x-www-form-urlencoded")
}

#[tokio::test]
async fn every_answer_carries_the_safe_headers() {
    let app = TestApp::new().await;
    let (_, cookie) = app.person(RoleKind::Worker, "mc-reka").await;
    for path in
        ["/sign-in", "/account", "/nowhere", "/health", &super::asset("logbook.css"), "/units/mreza/x/people"]
    {
        has_safe_headers(&app.get(path, &cookie).await);
        has_safe_headers(&app.get(path, "").await);
    }
    has_safe_headers(&app.post("/sign-in", "", &[]).await);
    assert_eq!(app.get("/sign-in", "").await.headers["cache-control"], "no-store");
}

#[tokio::test]
async fn cookies_are_for_this_site_alone_and_out_of_reach_of_scripts() {
    let app = TestApp::new().await;
    let chosen = app.post("/language", "", &[("language", "sl")]).await;
    let cookie = chosen.headers["set-cookie"].to_str().unwrap();
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"),
        "{cookie}"
    );
}

#[tokio::test]
async fn a_form_from_another_site_is_refused_in_words() {
    let app = TestApp::new().await;
    let (_, cookie) = app.person(RoleKind::Worker, "mc-reka").await;
    for (name, value) in [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("origin", "https://elsewhere.example"),
        ("origin", "null"),
    ] {
        let request = form("/account")
            .header("host", "localhost")
            .header("cookie", &cookie)
            .header(name, value)
            .body(Body::from("name=Taken"))
            .unwrap();
        let answer = app.send(request).await;
        assert_eq!(answer.status, 403, "{name}: {value}");
        assert!(is_page(&answer, "sl") && answer.body.contains("druge strani"), "{}", answer.body);
    }
    assert!(!app.get("/account", &cookie).await.body.contains("Taken"));
    // A browser without Sec-Fetch-Site behind a proxy that puts its own name for the host.
    let request = form("/account")
        .header("host", "127.0.0.1:8080")
        .header("origin", "http://localhost")
        .header("cookie", &cookie)
        .body(Body::from("name=Ana"))
        .unwrap();
    assert_eq!(app.send(request).await.status, 303);
}

#[tokio::test]
async fn a_body_that_is_too_large_or_garbled_gets_a_clear_page() {
    let app = TestApp::new().await;
    let send = |kind: &'static str, body: Vec<u8>| {
        let request = Request::post("/sign-in").header("content-type", kind).header("accept-language", "sl");
        app.send(request.body(Body::from(body)).unwrap())
    };
    const FORM: &str = "application/x-www-form-urlencoded";
    let large = send(FORM, [b"mail=".to_vec(), vec![b'a'; 5 * 1024 * 1024]].concat()).await;
    assert_eq!(large.status, 413);
    assert!(is_page(&large, "sl") && large.body.contains("preveliko"));
    for (kind, body, status) in [
        (FORM, b"mail=a&mail=b".to_vec(), 422),
        ("application/json", b"{}".to_vec(), 415),
        ("", b"mail=a".to_vec(), 415),
    ] {
        let answer = send(kind, body).await;
        assert_eq!(answer.status, status, "{kind}");
        assert!(is_page(&answer, "sl"), "{}", answer.body);
    }
    for body in [b"\xff\xfe\x00=&&&==%zz%".to_vec(), b"mail=%00%ff%f0%9f&password=%00".to_vec(), vec![0; 9]] {
        let answer = send(FORM, body).await;
        assert!(
            answer.status.is_client_error() && is_page(&answer, "sl"),
            "{} {}",
            answer.status,
            answer.body
        );
    }
}

#[tokio::test]
async fn odd_cookies_addresses_and_methods_get_a_clear_page() {
    let app = TestApp::new().await;
    let odd = [
        &b"logbook_session=\xff\xfe"[..],
        b"logbook_session",
        b"=;;==; logbook_theme=\"",
        b"logbook_session=;",
    ];
    for cookie in odd {
        let request = Request::get("/sign-in").header("cookie", cookie).body(Body::empty()).unwrap();
        assert_eq!(app.send(request).await.status, 200);
    }
    let long = format!("/{}", "a".repeat(8000));
    for path in [
        "/nowhere",
        "/%00",
        "/%ff%fe",
        "/units/%00/%ff/people",
        "/units//x",
        "//",
        "/assets/0/..%2fsecret",
        &long,
    ] {
        let answer = app.get(path, "").await;
        assert!(answer.status == 404 && is_page(&answer, "en"), "{path}: {} {}", answer.status, answer.body);
    }
    let (_, mentor) = app.person(RoleKind::Mentor, "mc-reka").await;
    for path in ["/units/mreza/%00/people", "/units/mreza/mc-reka'--/people", "/units/%F0%9F%8E%B8/x/people"]
    {
        let answer = app.get(path, &mentor).await;
        assert!(answer.status == 404 && is_page(&answer, "sl"), "{path}: {}", answer.status);
    }
    let garbled = app.post("/units/mreza/mc-reka/roles/no-id/ending", &mentor, &[]).await;
    assert!(garbled.status == 400 && is_page(&garbled, "sl"), "{}", garbled.body);
    for method in [Method::PUT, Method::DELETE, Method::OPTIONS, Method::TRACE] {
        let request = Request::builder().method(method.clone()).uri("/sign-in").body(Body::empty()).unwrap();
        let answer = app.send(request).await;
        assert!(answer.status == 404 && is_page(&answer, "en"), "{method}: {}", answer.status);
    }
}

#[tokio::test]
async fn head_is_get_without_the_body() {
    let app = TestApp::new().await;
    let head = |path: &str| {
        let request = Request::head(path).body(Body::empty()).unwrap();
        app.send(request)
    };
    for (path, status) in [("/sign-in", 200), ("/nowhere", 404), ("/health", 200)] {
        let answer = head(path).await;
        assert_eq!((answer.status.as_u16(), answer.body.as_str()), (status, ""), "{path}");
        has_safe_headers(&answer);
    }
    assert_eq!(head("/account").await.location.as_deref(), Some("/sign-in?next=/account"));
}

#[tokio::test]
async fn whoever_is_not_signed_in_is_led_to_the_door_and_back() {
    let app = TestApp::new().await;
    let answer = app.get("/account?saved&x=ž", "").await;
    assert_eq!(answer.location.as_deref(), Some("/sign-in?next=/account%3Fsaved%26x%3D%C5%BE"));
    let door = app.get(answer.location.as_deref().unwrap(), "").await;
    assert!(door.status == 200 && door.body.contains("name=\"next\""));
    let sent = app.post("/account", "", &[("name", "x")]).await;
    assert!(sent.status == 401 && sent.body.contains("name=\"kept\""), "a form is kept at the door");
}

#[tokio::test]
async fn an_error_is_told_in_the_visitors_language_and_to_programs_as_problem_json() {
    let app = TestApp::new().await;
    let ask = |path: &str, name: &'static str, value: &'static str| {
        app.send(Request::get(path).header(name, value).body(Body::empty()).unwrap())
    };
    assert!(is_page(&ask("/nowhere", "accept-language", "sl;q=0.9, en;q=0.8, de").await, "sl"));
    assert!(is_page(&ask("/nowhere", "accept-language", "de, en-GB;q=0.7").await, "en"));
    assert!(is_page(&ask("/nowhere", "accept-language", ";;q=,,sl q=x").await, "en"));
    assert!(is_page(&ask("/nowhere", "cookie", "logbook_language=sl").await, "sl"));
    for (path, status) in [("/nowhere", 404), ("/account", 401), ("/invitations/0", 422)] {
        let answer = ask(path, "accept", "application/json").await;
        assert_eq!(answer.status, status);
        assert_eq!(answer.headers["content-type"], "application/problem+json");
        let problem: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(problem["status"], status);
        assert!(problem["title"].as_str().unwrap().len() > 10);
    }
}

#[tokio::test]
async fn a_denial_says_which_role_would_do_and_who_gives_it() {
    let app = TestApp::new().await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let answer = app.get("/units/mreza/mc-reka/people", &worker).await;
    assert_eq!(answer.status, 403);
    assert!(
        answer.body.contains("mentorji, koordinatorji") && answer.body.contains("Enota mc-reka"),
        "{}",
        answer.body
    );
}

#[tokio::test]
async fn a_language_chosen_after_a_refused_form_leads_back_to_its_page() {
    let app = TestApp::new().await;
    let (_, mentor) = app.person(RoleKind::Mentor, "mc-reka").await;
    let request = form("/units/mreza/mc-reka/invitations")
        .header("cookie", &mentor)
        .header("referer", "http://localhost/units/mreza/mc-reka/people")
        .body(Body::from("mail=x"))
        .unwrap();
    let answer = app.send(request).await;
    assert_eq!(answer.status, 422);
    assert!(answer.body.contains("name=\"next\" value=\"/units/mreza/mc-reka/people\""));
}

#[tokio::test]
async fn the_server_is_healthy_while_its_database_answers() {
    let app = TestApp::new().await;
    let healthy = app.get("/health", "").await;
    assert_eq!((healthy.status.as_u16(), healthy.body.as_str()), (200, "ok"));
    app.db.close().await;
    assert_eq!(app.get("/health", "").await.status, 503);
    let request = Request::get("/account").header("cookie", "logbook_session=0; logbook_language=sl");
    let answer = app.send(request.body(Body::empty()).unwrap()).await;
    assert!(answer.status == 500 && is_page(&answer, "sl"), "the page that says so needs no database");
}

#[tokio::test]
async fn a_panic_becomes_a_page() {
    use crate::error::AppError;
    let app = TestApp::new().await;
    let odd = super::Routes::new().get("/odd", || async {
        assert!(std::hint::black_box(false), "on purpose");
        Err::<(), _>(AppError::NotFound)
    });
    let site = super::serve(app.app().clone(), odd);
    let response =
        tower::ServiceExt::oneshot(site, Request::get("/odd").body(Body::empty()).unwrap()).await.unwrap();
    assert_eq!(response.status(), 500);
    assert!(response.headers()["content-type"].to_str().unwrap().starts_with("text/html"));
    assert!(response.headers().contains_key("content-security-policy"));
}

/// What a browser makes of an address on our site: tabs and line ends dropped, `\` read as `/`.
fn leaves_the_site(next: &str) -> bool {
    let read: String = next
        .trim()
        .chars()
        .filter(|c| !matches!(c, '\t' | '\r' | '\n'))
        .map(|c| if c == '\\' { '/' } else { c })
        .collect();
    !read.starts_with('/') || read.starts_with("//")
}

proptest! {
    #[test]
    fn the_way_on_never_leaves_the_site(
        next in prop_oneof!["/?[/\\\\\t\r\n]{0,2}/?[a-z.]{0,4}", "[/\\\\\t\r\n a:@.%\u{0}č]{0,9}", "\\PC{0,9}"],
    ) {
        let to = safe_next(Some(&next));
        prop_assert!(!leaves_the_site(&to), "{to:?}");
        prop_assert!(axum::http::HeaderValue::try_from(to.as_str()).is_ok());
    }

    #[test]
    fn addresses_of_our_own_are_kept(path in "(/[a-z0-9%-]{1,8}){1,4}(\\?[a-z=&0-9%]{0,9})?") {
        prop_assert_eq!(safe_next(Some(&path)), path);
    }
}

#[tokio::test]
async fn a_slash_too_many_leads_on_and_never_elsewhere() {
    let app = TestApp::new().await;
    let to = async |path: &str| app.get(path, "").await.location;
    assert_eq!(to("/sign-in/?next=/account").await.as_deref(), Some("/sign-in?next=/account"));
    for elsewhere in ["//example.org/", "/%09/example.org//", "/"] {
        let found = to(elsewhere).await;
        assert!(found.as_deref().is_none_or(|to| !to.starts_with("//")), "{elsewhere}: {found:?}");
    }
    assert_eq!(
        app.post("/sign-in/", "", &[]).await.status,
        404,
        "what is sent goes where it was meant to, or nowhere"
    );
}
