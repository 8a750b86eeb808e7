//! Figures to take along are those of the pages, for whoever sees these.

use super::{Row, read};
use crate::access::RoleKind;
use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use crate::activities::{Activity, Entry, Heads};
use crate::measures::{self, Amount, Axis, Period, Question, scene};
use crate::testing::TestApp;
use crate::vocabulary::{Gender, Kind};

fn day(m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, m, d).unwrap()
}

fn evening(app: &TestApp, activity: &Activity, on: NaiveDate, n: i64) -> Entry {
    let mut entry = scene::plain(activity, app.ids.ordered(), on);
    let (gender, age) = (BTreeMap::from([(Gender::Girl, n)]), BTreeMap::from([("15-18".to_owned(), n)]));
    entry.counts.participant = Some(Heads { total: n, gender, age });
    entry.created_min = 20;
    entry.staff_min = Some(120);
    entry
}

/// Evenings of the year so far in three centres, in turns open and of a group.
async fn evenings(app: &TestApp) {
    for (unit, every, heads) in [("mc-reka", 3, 12), ("mc-most", 4, 7), ("mc-sava", 5, 9)] {
        let open = scene::activity(app, unit, "open", Kind::Open).await;
        let group = scene::activity(app, unit, "band", Kind::Group).await;
        let on = (0..285u64).step_by(every);
        let of = |at: u64| {
            evening(app, if at.is_multiple_of(2) { &open } else { &group }, day(1, 2) + Days::new(at), heads)
        };
        scene::write(app, &on.map(of).collect::<Vec<_>>()).await;
    }
}

/// Eight heads of one-to-one talks in September.
async fn talks(app: &TestApp) {
    let talk = scene::activity(app, "mc-reka", "talk", Kind::OneToOne).await;
    let entries = [(3, 3), (10, 4), (17, 1)].map(|(d, n)| evening(app, &talk, day(9, d), n));
    scene::write(app, &entries).await;
}

async fn file(app: &TestApp, unit: &str, asked: &str, who: &str) -> Vec<Row> {
    let answer = app.get(&format!("/units/mreza/{unit}/figures/file?{asked}"), who).await;
    assert_eq!(answer.status, 200, "{asked}");
    assert!(!answer.body.contains('⟦'), "{}", answer.body);
    read(answer.body.as_bytes())
}

fn find<'a>(rows: &'a [Row], measure: &str, axis: &str, member: &str, month: &str) -> &'a Row {
    let mut found = rows.iter().filter(|row| {
        row["measure"] == measure && row["axis"] == axis && row["member"] == member && row["month"] == month
    });
    let one = found.next().unwrap_or_else(|| panic!("{measure} {axis} {member} {month}"));
    assert!(found.next().is_none(), "{measure} {axis} {member} {month} stands twice");
    one
}

#[tokio::test]
async fn rows_are_the_measures() {
    let app = TestApp::new().await;
    evenings(&app).await;
    let (_, mentor) = app.person(RoleKind::Mentor, "mreza").await;
    let rows = file(&app, "ljubljana", "from=2026-02-10&to=2026-05-20", &mentor).await;
    let unit = app.unit("ljubljana").await;
    let period = Period::own(day(2, 10), day(5, 20));
    let question = Question::new(unit.network.id, unit.path.clone(), period);
    for axis in std::iter::once(None).chain(Axis::ALL.map(Some)) {
        let figures = measures::figures(&app.db, &question, axis).await.unwrap();
        assert!(!figures.is_empty());
        for figure in figures {
            let member = figure.code.as_deref().unwrap_or("");
            let month = if axis == Some(Axis::Month) { member } else { "" };
            let row = find(&rows, figure.measure.code(), axis.map_or("", Axis::code), member, month);
            let value = match figure.amount {
                Amount::Whole(n) => n.to_string(),
                Amount::Ratio(ratio) => format!("{ratio:.6}"),
                Amount::None => String::new(),
            };
            assert_eq!(row["value"], value, "{figure:?}");
            assert!(member.is_empty() || !row["member_label"].is_empty());
        }
    }
    // The units below by month come to the whole.
    let of = |axis: &str| -> i64 {
        let those = rows.iter().filter(|row| row["measure"] == "visits" && row["axis"] == axis);
        those
            .filter(|row| axis.is_empty() || !row["month"].is_empty())
            .map(|row| super::n(row, "value"))
            .sum()
    };
    assert_eq!(of("unit"), of(""));
}

#[tokio::test]
async fn without_a_right_to_entries_nothing_is_finer_than_on_the_pages() {
    let app = TestApp::new().await;
    evenings(&app).await;
    talks(&app).await;
    let (_, viewer) = app.person(RoleKind::Viewer, "ljubljana").await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let (day, month) = ("from=2026-09-03&to=2026-09-03", "from=2026-09-01&to=2026-09-30");
    let seen = file(&app, "mc-reka", day, &viewer).await;
    assert_eq!(seen, file(&app, "mc-reka", month, &viewer).await, "a day is its month");
    let own = file(&app, "mc-reka", month, &worker).await;
    assert_ne!(file(&app, "mc-reka", day, &worker).await, own);
    for (axis, group, talk, month) in
        [("kind", "group", "one_to_one", ""), ("activity", "band", "talk", "2026-09")]
    {
        let both = find(&seen, "visits", axis, &format!("{group},{talk}"), month);
        let [group, talk] = [group, talk].map(|member| {
            assert!(seen.iter().all(|row| row["axis"] != axis || row["member"] != member), "{member}");
            let told = find(&own, "visits", axis, member, month);
            assert_eq!(told["together"], "", "{member}");
            super::n(told, "value")
        });
        assert_eq!((super::n(both, "value"), both["together"].as_str()), (group + talk, "few"), "{axis}");
        assert!(talk == 8 && group > 10 && !both["member_label"].is_empty());
    }
    assert_eq!(find(&seen, "visits", "activity", "open", "2026-09")["together"], "");
    assert_eq!(find(&seen, "visits", "kind", "open", "")["together"], "");
    for rows in [&seen, &own] {
        assert!(
            rows.iter().all(|row| row["counted_in"] != "person_min"),
            "hours of staff are for those who lead"
        );
    }
    let staff = "/units/mreza/mc-reka/figures/file?measure=staff_min";
    assert_eq!(app.get(staff, &worker).await.status, 403);
    // One figure, and a part of it.
    let girls = file(&app, "mc-reka", &format!("{month}&measure=visits&by=gender&of=girl"), &viewer).await;
    assert!(girls.iter().all(|row| row["measure"] == "visits"));
    let (whole, by_month): (Vec<&Row>, Vec<&Row>) = girls.iter().partition(|row| row["axis"] == "gender");
    assert_eq!(whole.len(), 1);
    // Where talks are, a part by gender is not opened to activities.
    assert!(by_month.iter().all(|row| row["axis"] == "month" && row["together"] == "few"), "{by_month:?}");
    assert_eq!(by_month.iter().map(|row| super::n(row, "value")).sum::<i64>(), super::n(whole[0], "value"));
    // A weekday of one activity may be an evening.
    let fridays = file(&app, "mc-reka", &format!("{month}&measure=visits&by=weekday&of=5"), &viewer).await;
    let activities =
        |rows: &[Row]| rows.iter().any(|row| row["axis"] == "activity" && !row["member"].is_empty());
    assert!(!activities(&fridays), "{fridays:?}");
    let fridays = file(&app, "mc-reka", &format!("{month}&measure=visits&by=weekday&of=5"), &worker).await;
    assert!(activities(&fridays));
    let page = app.get("/units/mreza/mc-reka", &viewer).await.body;
    assert!(
        page.contains("/units/mreza/mc-reka/figures/file?from=2026-01-01&#38;to=2026-12-31&amp;format=csv"),
        "{page}"
    );
    let xlsx = app.get("/units/mreza/mc-reka/figures/file?format=xlsx", &viewer).await;
    assert!(xlsx.status == 200 && xlsx.body.starts_with("PK"));
}
