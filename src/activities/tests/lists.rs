//! The list of entries: what it finds, what it comes to, and whose it is.

use chrono::NaiveDate;
use uuid::Uuid;

use super::pages::{Evening, UNIT};
use crate::access::{Path, RoleKind};
use crate::args;

async fn searches(evening: &Evening) -> i64 {
    let sql = "select count(*) from audit where act = 'search_notes'";
    let (n,): (i64,) = crate::db::Conn::from(&evening.app.db).one(sql, vec![]).await.unwrap();
    n
}

async fn put(evening: &Evening, id: u128, fields: &[(&str, &str)]) {
    let answer = evening.send(Uuid::from_u128(id), fields).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
}

#[tokio::test]
async fn a_search_finds_words_whatever_their_marks_and_notes_only_for_those_who_read_them() {
    let evening = Evening::new().await;
    put(&evening, 1, &[("note", "Šah z Čebelicami")]).await;
    put(&evening, 2, &[("date", "2026-10-08"), ("note", "Turnir")]).await;
    let (_, coordinator) = evening.app.person(RoleKind::Coordinator, "mreza").await;
    let found = async |q: &str, who: &str| {
        let body = evening.app.get(&format!("{UNIT}/entries?q={q}"), who).await.body;
        [1, 2].map(|id| body.contains(&format!("/entries/{}\"", Uuid::from_u128(id))))
    };
    for q in ["sah", "%C5%A0AH", "cebelic", "z%20%C4%8C"] {
        assert_eq!(found(q, &evening.cookie).await, [true, false], "{q}");
    }
    assert_eq!(searches(&evening).await, 4, "each search once");
    assert_eq!(found("DEJAVNOST", &evening.cookie).await, [true, true], "names are searched too");
    assert_eq!(found("nikjer", &evening.cookie).await, [false, false]);
    let before = searches(&evening).await;
    assert_eq!(found("sah", &coordinator).await, [false, false], "a coordinator reads no notes");
    assert_eq!(found("dejavnost", &coordinator).await, [true, true]);
    assert_eq!(found("", &evening.cookie).await, [true, true]);
    assert_eq!(searches(&evening).await, before, "nothing was searched in notes");
    let record = "select object from audit where act = 'search_notes' limit 1";
    let (object,): (String,) = crate::db::Conn::from(&evening.app.db).one(record, vec![]).await.unwrap();
    assert!(object.starts_with("unit ") && !object.contains("sah"), "{object}");
}

#[tokio::test]
async fn a_list_says_what_it_comes_to() {
    let evening = Evening::new().await;
    let heads = [("participant_total", "10"), ("participant_girl", "6"), ("participant_age_15-18", "4")];
    put(&evening, 1, &heads).await;
    put(&evening, 2, &[("date", "2026-10-08"), ("creator_total", "3"), ("creator_girl", "1")]).await;
    put(&evening, 3, &[("date", "2026-10-07"), ("status", "cancelled")]).await;
    let has = async |asked: &str, says: &[&str]| {
        let body = evening.app.get(&format!("{UNIT}/entries?{asked}"), &evening.cookie).await.body;
        assert!(!body.contains('⟦'), "{asked}");
        for it in says {
            assert!(body.contains(it), "{asked}: {it} in {body}");
        }
    };
    let sum =
        |label: &str, figure: &str| format!("<dt>{label}</dt><dd class=\"num\"><span>{figure}</span></dd>");
    has("", &["3\u{a0}vnosi", &sum("Obiski", "13")]).await;
    has("status=held&gender=girl", &["2\u{a0}vnosa", &sum("Dekleta", "7")]).await;
    has("gender=girl&part=creator", &["1\u{a0}vnos", &sum("Ustvarjalci, Dekleta", "1")]).await;
    has("age=15-18,19-24", &["1\u{a0}vnos", &sum("15–18, 19–24", "4"), &sum("Obiski", "10")]).await;
    has("status=cancelled", &["1\u{a0}vnos", "odpadlo"]).await;
    has("weekday=4", &["2\u{a0}vnosa"]).await;
    has("weekday=3", &["1\u{a0}vnos"]).await;
    has("kind=group", &["0\u{a0}vnosov", "Takih vnosov ni"]).await;
    has("mine=1&unit=mc-reka&place_kind=on_site&tag=without&main_field=none", &["3\u{a0}vnosi"]).await;
    has("tag=with_any", &["0\u{a0}vnosov"]).await;
    has("unit=mc-most", &["0\u{a0}vnosov"]).await;
    has("skip=abc&weekday=x&from=never&gender=,,&part=none", &["3\u{a0}vnosi"]).await;
    let path = format!("{UNIT}/entries/{}/deletion", Uuid::from_u128(2));
    let command = Uuid::from_u128(9).to_string();
    let gone = evening.app.post(&path, &evening.cookie, &[("command", &command), ("base", "1")]).await;
    assert_eq!(gone.status, 303);
    has("", &["2\u{a0}vnosa"]).await;
    has("status=deleted", &["1\u{a0}vnos", &Uuid::from_u128(2).to_string()]).await;
}

#[tokio::test]
async fn entries_go_with_their_unit_to_whoever_has_it_today() {
    let evening = Evening::new().await;
    put(&evening, 1, &[("date", "2026-06-04")]).await;
    put(&evening, 2, &[("date", "2026-10-08")]).await;
    // The centre moves to another municipality in September.
    let (unit, parent) = (evening.app.unit("mc-reka").await, evening.app.unit("brezice").await);
    let on = NaiveDate::from_ymd_opt(2026, 9, 1).unwrap();
    let mut tx = evening.app.db.begin().await.unwrap();
    let until = "update unit_placement set until_on = $3 where network_id = $1 and unit_id = $2";
    tx.run(until, args![evening.app.network_id, unit.id, on]).await.unwrap();
    let path: Path = parent.path.below(unit.id);
    let from = "insert into unit_placement (network_id, id, unit_id, parent_id, path, from_on)
        values ($1, $2, $3, $4, $5, $6)";
    let id = evening.app.ids.ordered();
    tx.run(from, args![evening.app.network_id, id, unit.id, parent.id, &path, on]).await.unwrap();
    tx.commit().await.unwrap();
    let (_, new) = evening.app.person(RoleKind::Mentor, "brezice").await;
    let (_, old) = evening.app.person(RoleKind::Mentor, "ljubljana").await;
    for (who, unit, sees) in [(&new, "brezice", true), (&new, "mc-reka", true), (&old, "ljubljana", false)] {
        let body = evening.app.get(&format!("/units/mreza/{unit}/entries"), who).await.body;
        for id in [1, 2] {
            assert_eq!(body.contains(&format!("/entries/{}\"", Uuid::from_u128(id))), sees, "{unit}: {id}");
        }
    }
    assert_eq!(evening.app.get("/units/mreza/mc-reka/entries", &old).await.status, 403);
}

#[tokio::test]
async fn whoever_sees_figures_only_is_led_from_a_list_to_the_figure() {
    let evening = Evening::new().await;
    put(&evening, 1, &[("participant_total", "12"), ("participant_girl", "7")]).await;
    let (_, viewer) = evening.app.person(RoleKind::Viewer, "ljubljana").await;
    let led = async |asked: &str| {
        let page = evening.app.get(&format!("{UNIT}/entries{asked}"), &viewer).await;
        let to = page.location.unwrap_or_else(|| panic!("{asked}: {}", page.status));
        assert_eq!(evening.app.get(&to, &viewer).await.status, 200, "{to}");
        to
    };
    let october = "?from=2026-10-01&to=2026-10-31&status=held";
    assert_eq!(led("").await, format!("{UNIT}/figures?measure=visits"));
    let whole = format!("{UNIT}/figures?measure=visits&from=2026-10-01&to=2026-10-31");
    assert_eq!(led(october).await, whole);
    assert_eq!(led(&format!("{october}&gender=girl")).await, format!("{whole}&by=gender&of=girl"));
    let creators = whole.replace("visits", "creators");
    assert_eq!(
        led(&format!("{october}&part=creator&weekday=3")).await,
        format!("{creators}&by=weekday&of=3")
    );
    // What figures cannot be split by at once is shown whole.
    let less = format!("{whole}&less=1");
    assert_eq!(led(&format!("{october}&gender=girl&weekday=3")).await, less);
    assert_eq!(led(&format!("{october}&q=sah")).await, less);
    assert_eq!(led(&format!("{october}&activity={}", evening.activity.id)).await, less);
    let told = "izbranim še natančneje";
    assert!(evening.app.get(&less, &viewer).await.body.contains(told));
    assert!(!evening.app.get(&whole, &viewer).await.body.contains(told));
    let page = evening.app.get("/units/mreza/ljubljana/entries?unit=mc-reka", &viewer).await;
    assert_eq!(page.location.unwrap(), "/units/mreza/mc-reka/figures?measure=visits");
    // No way round for others: another branch stays closed, and entries themselves do.
    let (_, other) = evening.app.person(RoleKind::Viewer, "brezice").await;
    assert_eq!(evening.app.get(&format!("{UNIT}/entries"), &other).await.status, 403);
    let entry = format!("{UNIT}/entries/{}", Uuid::from_u128(1));
    assert_eq!(evening.app.get(&entry, &viewer).await.status, 403);
}

#[tokio::test]
async fn a_list_says_of_which_days_it_is() {
    let evening = Evening::new().await;
    for (asked, says) in [
        ("", "Vsa leta"),
        ("?from=2026-10-01", "Od 1."),
        ("?to=2026-10-31", "Do 31."),
        ("?from=2026-10-01&to=2026-10-31", "31.\u{a0}10.\u{a0}2026"),
    ] {
        let body = evening.app.get(&format!("{UNIT}/entries{asked}"), &evening.cookie).await.body;
        let lead = body.split("<p class=\"lead\">").nth(1).unwrap().split("</p>").next().unwrap();
        assert!(lead.contains(says), "{asked}: {lead}");
    }
}
