//! What everybody sees, and since when, and until when.

use axum::body::Body;
use axum::http::Request;

use super::scene::{evening, heads, scene};
use crate::measures;
use crate::periods;
use crate::public::page::{Block, Chosen};
use crate::public::store;
use crate::reports;
use crate::vocabulary::Kind;

const REKA: &str = "/open/mreza/mc-reka";
const TOWN: &str = "/open/mreza/ljubljana";

/// The figure of a row of a table.
fn row(page: &str, label: &str) -> Option<String> {
    let (_, rest) = page.split_once(&format!("<th scope=\"row\">{label}</th><td>"))?;
    Some(rest.split('<').next().unwrap_or("").to_owned())
}

#[tokio::test]
async fn nothing_is_there_until_it_is_published_and_nothing_tells_whether_it_ever_was() {
    let s = scene().await;
    let gone = async |path: &str| {
        let answer = s.app.get(path, "").await;
        assert_eq!(answer.status, 404, "{path}");
        answer.body
    };
    let never = gone("/open/nikjer/nihce").await;
    assert!(never.contains("There is nothing here"), "{never}");
    let files = ["", "/embed", "/data.csv", "/data.json"].map(|rest| format!("{REKA}{rest}"));
    for path in &files {
        assert_eq!(gone(path).await, never);
    }
    gone(&format!("{REKA}/embed.js")).await;
    gone("/open/mreza").await;
    s.publish("mc-reka", &Chosen::default()).await;
    for path in &files {
        assert_eq!(s.app.get(path, "").await.status, 200, "{path}");
    }
    assert!(s.page("/open/mreza").await.contains("Enota mc-reka"));
    let unit = s.app.unit("mc-reka").await;
    let (id, _) = store::at(&s.app.db, "mreza", "mc-reka").await.unwrap().unwrap();
    crate::public::take_back(&s.app, &s.coordinator, &unit, id).await.unwrap();
    for path in &files {
        assert_eq!(gone(path).await, never);
    }
    gone("/open/mreza").await;
}

#[tokio::test]
async fn this_year_is_told_as_a_whole_and_within_a_minute() {
    let s = scene().await;
    s.publish("mc-reka", &Chosen::default()).await;
    let page = s.page(REKA).await;
    assert!(page.contains("2026 do 14. 10."), "the evening is yet to come: {page}");
    assert!(page.contains("<dt>Obiski</dt><dd class=\"num\"><span>105</span>"), "{page}");
    // Nothing of last year, which is not closed; and nothing is split.
    assert!(!page.contains("Leto 2025") && !page.contains("scope=\"row\""));
    evening(&s.app, "mc-reka", Kind::Open, (2026, 10, 15), heads(5, 0, 0)).await;
    s.minute();
    let page = s.page(REKA).await;
    assert!(page.contains("<span>110</span>") && page.contains("2026 do 15. 10."), "{page}");
    // In English for whoever reads that, or asks for it.
    let asked = Request::get(REKA).header("accept-language", "en").body(Body::empty()).unwrap();
    for page in [s.app.send(asked).await.body, s.page(&format!("{REKA}?lang=en")).await] {
        assert!(page.contains("<html lang=\"en\">") && page.contains("Hours of youth work"), "{page}");
    }
}

#[tokio::test]
async fn a_closed_year_is_split_and_small_classes_stand_together() {
    let s = scene().await;
    s.publish("mc-reka", &Chosen::default()).await;
    s.close("mc-reka").await;
    s.minute();
    let page = s.page(REKA).await;
    assert!(page.contains("Leto 2025"));
    assert_eq!(row(&page, "Dekleta").as_deref(), Some("60"), "{page}");
    // Three would not say; they stand with the boys, who are the next smallest.
    assert_eq!(row(&page, "Fantje, Ne želijo povedati").as_deref(), Some("45"), "{page}");
    assert!(!page.contains(">3<"), "{page}");
    let unit = s.app.unit("mc-reka").await;
    let year = periods::Whole::Year(2025);
    let locks = periods::of_unit(&s.app.db, s.app.network_id, unit.id, year).await.unwrap();
    periods::reopen(&s.app, &s.coordinator, &unit, locks[0].id, "Popravek.").await.unwrap().unwrap();
    s.minute();
    assert!(!s.page(REKA).await.contains("Leto 2025"), "reopened is open");
}

#[tokio::test]
async fn a_town_is_told_when_all_of_it_is_closed_and_says_whom_it_counts() {
    let s = scene().await;
    s.close("mc-reka").await;
    s.close("mc-most").await;
    s.publish("ljubljana", &Chosen::default()).await;
    s.publish("mc-reka", &Chosen::default()).await;
    let page = s.page(TOWN).await;
    assert!(!page.contains("Leto 2025"), "the town itself is not closed");
    assert!(page.contains(&format!("<a href=\"{REKA}?lang=sl\">Enota mc-reka</a>")), "{page}");
    assert!(page.contains("<li>Enota mc-most</li>"));
    s.close("ljubljana").await;
    s.minute();
    let page = s.page(TOWN).await;
    assert!(page.contains("Leto 2025"));
    let centre = s.page(REKA).await;
    assert!(centre.contains("Leto 2025") && centre.contains(TOWN));
}

#[tokio::test]
async fn figures_are_those_of_every_other_page() {
    let s = scene().await;
    s.close("mreza").await;
    s.publish("ljubljana", &Chosen::default()).await;
    let page = s.page(TOWN).await;
    let unit = s.app.unit("ljubljana").await;
    let asked = measures::scene::question(
        &unit,
        measures::scene::date(2025, 1, 1),
        measures::scene::date(2025, 12, 31),
    );
    let visits = measures::total(&s.app.db, &asked).await.unwrap().visits();
    assert_eq!(visits, 202);
    assert!(page.contains("<span>202</span>"), "{page}");
}

#[tokio::test]
async fn only_what_was_chosen_stands_there() {
    let s = scene().await;
    s.close("mreza").await;
    let chosen =
        Chosen { blocks: vec![Block::Time], contact: "pisarna@primer.example".into(), ..Chosen::default() };
    s.publish("mc-reka", &chosen).await;
    let page = s.page(REKA).await;
    assert!(page.contains("pisarna@primer.example") && page.contains("Leto 2025"));
    assert!(!page.contains("2026 do") && !page.contains("Spol") && page.contains("Mesec"), "{page}");
}

#[tokio::test]
async fn the_page_is_packed_tagged_and_asked_for_again() {
    let s = scene().await;
    s.publish("mc-reka", &Chosen::default()).await;
    let ask = async |headers: &[(&str, &str)]| {
        let mut request = Request::get(REKA);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        s.app.send(request.body(Body::empty()).unwrap()).await
    };
    let header = |answer: &crate::testing::Answer, name: &str| {
        answer.headers.get(name).map(|it| it.to_str().unwrap().to_owned()).unwrap_or_default()
    };
    let plain = ask(&[]).await;
    assert_eq!(header(&plain, "cache-control"), "public, no-cache");
    assert!(plain.cookie.is_none() && header(&plain, "x-frame-options") == "DENY");
    let packed = ask(&[("accept-encoding", "br, gzip")]).await;
    assert_eq!(header(&packed, "content-encoding"), "gzip");
    let (a, b) = (header(&plain, "etag"), header(&packed, "etag"));
    assert!(a.starts_with('"') && a != b, "{a} {b}");
    for (tag, status) in [(a.as_str(), 304), ("\"else\"", 200)] {
        assert_eq!(ask(&[("if-none-match", tag)]).await.status, status, "{tag}");
    }
    assert_eq!(ask(&[("accept-encoding", "gzip;q=0")]).await.headers.get("content-encoding"), None);
    // For other sites, and for nobody else, a frame.
    let frame = s.app.get(&format!("{REKA}/embed"), "").await;
    assert!(header(&frame, "content-security-policy").contains("frame-ancestors *"));
    assert!(frame.headers.get("x-frame-options").is_none());
    let none = s.app.get("/open/mreza/nihce/embed", "").await;
    assert!(header(&none, "content-security-policy").contains("frame-ancestors *"));
}

#[tokio::test]
async fn a_year_says_that_its_finished_report_has_other_figures() {
    let s = scene().await;
    let unit = s.app.unit("mc-reka").await;
    let new = reports::New {
        id: s.app.ids.ordered(),
        template: "centre-year".into(),
        period: "2025".into(),
        language: "sl".into(),
        supersedes: None,
    };
    let report = reports::begin(&s.app, &s.coordinator, &unit, &new).await.unwrap().unwrap();
    reports::finish(&s.app, &s.coordinator, &unit, report.id).await.unwrap();
    evening(&s.app, "mc-reka", Kind::Open, (2025, 5, 6), heads(5, 5, 0)).await;
    for unit in ["mc-reka", "mc-most"] {
        s.close(unit).await;
        s.publish(unit, &Chosen::default()).await;
    }
    let other = s.page("/open/mreza/mc-most").await;
    assert!(other.contains("Leto 2025") && !other.contains("od takrat"), "nothing changed there: {other}");
    let page = s.page(REKA).await;
    assert!(
        page.contains("ima številke od takrat") && page.contains("Od takrat se je spremenil 1 vnos."),
        "{page}"
    );
}
