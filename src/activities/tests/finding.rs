//! Finding what is to be recorded, and what was: today, choosing, the list, and addresses that ask for what cannot be.

use uuid::Uuid;

use super::pages::{Evening, UNIT};
use crate::access::RoleKind;
use crate::activities::Activity;

#[tokio::test]
async fn a_closed_units_today_offers_nothing() {
    let evening = Evening::new().await;
    let today = || async { evening.app.get(&format!("{UNIT}/today"), &evening.cookie).await.body };
    assert!(today().await.contains("/entries/new?activity="));
    let unit = evening.app.unit("mc-reka").await;
    let mut tx = evening.app.db.begin().await.unwrap();
    let sql = "update unit set closed_on = $3 where network_id = $1 and id = $2";
    let closed = evening.app.today() - chrono::Days::new(20);
    tx.run(sql, crate::args![evening.app.network_id, unit.id, closed]).await.unwrap();
    tx.run("update network set units_seq = units_seq + 1", crate::args![]).await.unwrap();
    tx.commit().await.unwrap();
    let body = today().await;
    assert!(!body.contains("/entries/new?activity=") && body.contains("Enota je zaprta od 25."), "{body}");
}

#[tokio::test]
async fn an_activity_that_ended_not_long_ago_can_still_be_chosen() {
    let evening = Evening::new().await;
    let day = |y, m, d| chrono::NaiveDate::from_ymd_opt(y, m, d);
    for (code, until) in [("junij", day(2026, 6, 30)), ("davno", day(2025, 6, 30))] {
        let ended = Activity { until_on: until, ..evening.app.activity_like("mc-reka", code).await };
        evening.app.keep(ended).await;
    }
    let body = evening.app.get(&format!("{UNIT}/entries/choose"), &evening.cookie).await.body;
    let ended = body.split("Končane v zadnjem letu").nth(1).expect("a heading of their own");
    assert!(ended.contains("Dejavnost junij") && ended.contains("do 29."), "{ended}");
    assert!(!body.contains("Dejavnost davno"));
    let body = evening.app.get(&format!("{UNIT}/entries/choose?date=2026-06-11"), &evening.cookie).await.body;
    assert!(
        body.split("Končane v zadnjem letu").next().unwrap().contains("Dejavnost junij"),
        "on that day it was on"
    );
}

#[tokio::test]
async fn dates_and_places_beyond_all_reckoning_break_no_page() {
    let evening = Evening::new().await;
    evening.send(Uuid::from_u128(1), &[("participant_total", "3")]).await;
    for skip in ["9223372036854775807", "99999999999999999999", "-1", "1000000000"] {
        let page = evening.app.get(&format!("{UNIT}/entries?skip={skip}"), &evening.cookie).await;
        assert_eq!(page.status, 200, "{skip}");
    }
    let days =
        ["%2B262142-12-31", "-262143-01-01", "0001-01-01", "9999-12-31", "0000-02-29", "2026-02-30", "x"];
    let activity = evening.activity.id;
    for day in days {
        for path in [
            format!("entries?from={day}&to={day}"),
            format!("entries?from={day}&q=x"),
            format!("entries/choose?date={day}"),
            format!("entries/new?activity={activity}&date={day}"),
            format!("entries/new?activity={activity}&start=9223372036854775807"),
            format!("figures?measure=visits&from={day}&to={day}"),
            format!("figures?measure=opening_min&from=2026-01-01&to={day}&beside=ago&rows=months"),
            format!("overview?from={day}&to={day}"),
            format!("overview?length=week&date={day}"),
            format!("?from={day}&to={day}"),
            format!("?length=school_year&date={day}&at={day}&on={day}"),
            format!("today?date={day}"),
        ] {
            let path = if path.starts_with('?') { format!("{UNIT}{path}") } else { format!("{UNIT}/{path}") };
            let page = evening.app.get(&path, &evening.cookie).await;
            assert!(page.status.as_u16() < 500, "{path}: {} {}", page.status, page.body);
        }
        for (n, field) in ["date", "last_day"].into_iter().enumerate() {
            let day = day.replace("%2B", "+");
            let answer = evening
                .send(
                    Uuid::from_u128(n as u128 + 50),
                    &[(field, &*day), ("start", ""), ("end", ""), ("duration", "60")],
                )
                .await;
            assert_eq!(answer.status, 422, "{field} {day}: {}", answer.body);
        }
        let day = day.replace("%2B", "+");
        let off = evening.send(Uuid::from_u128(70), &[("date", &*day), ("status", "cancelled")]).await;
        assert_eq!(off.status, 422, "{day}");
    }
}

#[tokio::test]
async fn ones_own_entries_are_one_tap_away() {
    let evening = Evening::new().await;
    let body = evening.app.get(&format!("{UNIT}/entries?kind=open"), &evening.cookie).await.body;
    let whose = body.split("<nav class=\"seg whose\"").nth(1).unwrap().split("</nav>").next().unwrap();
    assert!(
        whose.contains("kind=open&#38;mine=1\">Moji") || whose.contains("kind=open&amp;mine=1\">Moji"),
        "{whose}"
    );
    assert!(whose.contains("aria-current=\"page\">Vsi"), "{whose}");
    let body = evening.app.get(&format!("{UNIT}/entries?mine=1"), &evening.cookie).await.body;
    assert!(body.contains("aria-current=\"page\">Moji"), "{body}");
    assert!(
        body.contains("<input type=\"hidden\" name=\"mine\" value=\"1\">"),
        "a search stays in one's own"
    );
    let (_, coordinator) = evening.app.person(RoleKind::Coordinator, "mreza").await;
    let body = evening.app.get(&format!("{UNIT}/entries"), &coordinator).await.body;
    assert!(!body.contains("seg whose"), "who records nothing has none");
}

#[tokio::test]
async fn a_coordinator_is_sent_to_another_coordinator() {
    let evening = Evening::new().await;
    let (_, coordinator) = evening.app.person(RoleKind::Coordinator, "mreza").await;
    let denied = evening.app.get(&format!("{UNIT}/today"), &coordinator).await;
    assert_eq!(denied.status, 403);
    assert!(denied.body.contains("lahko da drug koordinator"), "{}", denied.body);
    let (_, viewer) = evening.app.person(RoleKind::Viewer, "mc-reka").await;
    let denied = evening.app.get(&format!("{UNIT}/today"), &viewer).await;
    assert!(denied.body.contains("mentorji enote"), "{}", denied.body);
}
