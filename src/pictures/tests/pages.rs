//! The page and the files, as they are asked for.

use axum::body::Body;
use axum::http::Request;
use axum::http::header::{COOKIE, IF_NONE_MATCH};

use super::telling::evenings;
use crate::access::RoleKind;
use crate::measures;
use crate::reports;
use crate::testing::TestApp;
use crate::vocabulary::Kind;

async fn scene() -> (TestApp, String) {
    let app = TestApp::new().await;
    evenings(&app, &[("mc-reka", 2026, 9, 30), ("mc-most", 2026, 9, 12), ("mc-reka", 2025, 9, 40)]).await;
    let (_, viewer) = app.person(RoleKind::Viewer, "ljubljana").await;
    (app, viewer)
}

#[tokio::test]
async fn the_month_stands_first_with_a_file_for_each_shape() {
    let (app, viewer) = scene().await;
    let overview = app.get("/units/mreza/ljubljana", &viewer).await;
    assert!(overview.body.contains("href=\"/units/mreza/ljubljana/pictures\""), "one click away");
    let page = app.get("/units/mreza/ljubljana/pictures", &viewer).await;
    assert_eq!(page.status, 200, "{}", page.body);
    assert!(!page.body.contains('⟦') && !page.body.contains("style="));
    for shape in ["square", "story", "a4"] {
        let file = format!("/pictures/month/{shape}.png?period=2026-09&#38;lang=sl\" download=");
        assert!(page.body.contains(&file), "{file}");
    }
    assert!(page.body.contains("Obiski: 42"), "the alternative text");
    // Without anything asked for, this year in figures.
    assert!(page.body.contains("/pictures/year/square.svg?period=2026&#38;lang=sl"));
}

#[tokio::test]
async fn a_file_is_what_its_name_says_and_is_sent_once() {
    let (app, viewer) = scene().await;
    let base = "/units/mreza/ljubljana/pictures";
    for (file, kind) in [
        ("/year/square.svg?period=2026-09", "image/svg+xml"),
        ("/year/square.png?period=2026-09", "image/png"),
        ("/comparison/story.svg?period=2026-H2&measure=youth_work_min&lang=en", "image/svg+xml"),
        ("/map/a4.svg?period=2026", "image/svg+xml"),
        ("/number/a4.svg?period=2026&measure=created_share", "image/svg+xml"),
    ] {
        let it = app.get(&format!("{base}{file}"), &viewer).await;
        assert_eq!((it.status.as_u16(), it.headers["content-type"].to_str().unwrap()), (200, kind), "{file}");
        assert_eq!(it.headers["cache-control"], "private, no-cache");
        let again = Request::get(format!("{base}{file}"))
            .header(COOKIE, &viewer)
            .header(IF_NONE_MATCH, &it.headers["etag"])
            .body(Body::empty())
            .unwrap();
        assert_eq!(app.send(again).await.status, 304, "{file}");
    }
    let svg = app.get(&format!("{base}/month/square.svg?period=2026-09"), &viewer).await.body;
    assert!(svg.contains(">42</text>") && svg.contains("lang=\"sl\""), "{svg}");
    let english = app.get(&format!("{base}/month/square.svg?period=2026-09&lang=en"), &viewer).await.body;
    assert!(
        english.contains(">Our month: September 2026</text>")
            || english.contains("<title>Our month: September 2026"),
        "{english}"
    );
    assert!(english.contains("Unit ljubljana"));
}

#[tokio::test]
async fn what_cannot_be_is_told_in_words_and_what_was_asked_stays() {
    let (app, viewer) = scene().await;
    let page =
        async |query: &str| app.get(&format!("/units/mreza/ljubljana/pictures?{query}"), &viewer).await;
    let wrong = page("template=number&period=2025-13&measure=visits").await;
    assert!(wrong.status == 200 && wrong.body.contains("Obdobja ne razumemo"), "{}", wrong.body);
    assert!(wrong.body.contains("<option value=\"2025-13\" selected>"), "what was typed is kept");
    assert!(page("template=banana").await.body.contains("Take slike ne poznamo"));
    assert!(page("shape=round").await.body.contains("Take oblike ne poznamo"));
    // What colleagues spent is no picture.
    assert!(page("template=number&measure=staff_min").await.body.contains("Take številke za slike ni"));
    assert!(page("template=year&period=2024").await.body.contains("V tem obdobju še ni zapisov"));
    assert!(page("template=month&period=2026").await.body.contains("Slika meseca je za en mesec"));
    assert!(
        page("template=year&period=2019-05")
            .await
            .body
            .contains("<option value=\"2019-05\" selected>maj 2019")
    );
    let file = async |rest: &str| app.get(&format!("/units/mreza/ljubljana/pictures/{rest}"), &viewer).await;
    for missing in ["banana/square.png", "year/round.png", "year/square.gif", "year/square"] {
        assert_eq!(file(missing).await.status, 404, "{missing}");
    }
    for (refused, says) in [
        ("year/square.png?period=2024", "V tem obdobju še ni zapisov"),
        ("year/square.png?period=soon", "Obdobja ne razumemo"),
        ("number/square.svg?measure=staff_min", "Take številke za slike ni"),
    ] {
        let it = file(refused).await;
        assert_eq!(it.status, 422, "{refused}");
        assert!(it.body.contains(says), "{}", it.body);
    }
}

#[tokio::test]
async fn pictures_are_for_whoever_sees_the_figures() {
    let (app, viewer) = scene().await;
    for closed in ["/units/mreza/brezice/pictures", "/units/mreza/mreza/pictures/year/square.svg"] {
        assert_eq!(app.get(closed, &viewer).await.status, 403, "{closed}");
        assert!(app.get(closed, "").await.location.unwrap().starts_with("/sign-in"));
    }
    // Single days are no picture: neither by their own addresses nor by those of other pages.
    let days = app.get("/units/mreza/ljubljana/pictures/year/square.svg?period=2026-09-05", &viewer).await;
    assert_eq!(days.status, 422);
}

#[tokio::test]
async fn a_unit_has_its_colour_until_it_goes_back_to_ours() {
    let (app, viewer) = scene().await;
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    let base = "/units/mreza/ljubljana/pictures";
    let drawn = async || app.get(&format!("{base}/year/square.svg?period=2026-09"), &viewer).await.body;
    let set =
        async |fields: &[(&str, &str)], who: &str| app.post(&format!("{base}/colour"), who, fields).await;
    assert!(drawn().await.contains("#00444c"));
    assert_eq!(set(&[("colour", "#7a1f5c")], &viewer).await.status, 403);
    for _ in 0..2 {
        assert_eq!(set(&[("colour", "#7a1f5c")], &mentor).await.status, 303);
    }
    let own = drawn().await;
    assert!(own.contains("#7a1f5c") && !own.contains("#00444c"));
    // Too pale: darker on pictures, as chosen on the page, and said so.
    assert_eq!(set(&[("colour", "#FFE000")], &mentor).await.status, 303);
    assert!(!drawn().await.contains("#ffe000"));
    let page = app.get(base, &mentor).await.body;
    assert!(page.contains("value=\"#ffe000\"") && page.contains("presvetla"), "{page}");
    assert!(!app.get(base, &viewer).await.body.contains("type=\"color\""));
    for odd in ["", "red", "#12345", "#12345g", "#ééé"] {
        assert_eq!(set(&[("colour", odd)], &mentor).await.status, 422, "{odd}");
    }
    assert_eq!(set(&[("none", "1")], &mentor).await.status, 303);
    assert!(drawn().await.contains("#00444c"));
}

#[tokio::test]
async fn beside_a_finished_report_that_tells_otherwise_a_picture_says_so() {
    let (app, _) = scene().await;
    let (mentor, cookie) = app.person(RoleKind::Mentor, "mc-reka").await;
    let unit = app.unit("mc-reka").await;
    let new = reports::New {
        id: app.ids.ordered(),
        template: "centre-year".into(),
        period: "2025".into(),
        language: "sl".into(),
        supersedes: None,
    };
    let report = reports::begin(&app, &mentor, &unit, &new).await.unwrap().unwrap();
    reports::finish(&app, &mentor, &unit, report.id).await.unwrap();
    let page = "/units/mreza/mc-reka/pictures?template=year&period=2025";
    assert!(!app.get(page, &cookie).await.body.contains("od takrat"), "both tell the same");
    let late = measures::scene::activity(&app, "mc-reka", "late", Kind::Event).await;
    let day = measures::scene::date(2025, 3, 10);
    measures::scene::write(&app, &[measures::scene::plain(&late, app.ids.ordered(), day)]).await;
    let told = app.get(page, &cookie).await.body;
    assert!(
        told.contains("ima številke od takrat") && told.contains("Od takrat se je spremenil 1 vnos."),
        "{told}"
    );
    assert!(told.contains(&format!("/units/mreza/mc-reka/reports/{}/differences", report.id)), "{told}");
    let other = app.get("/units/mreza/mc-reka/pictures?template=year&period=2026", &cookie).await.body;
    assert!(!other.contains("od takrat"), "{other}");
}
