//! Who gets what, and what is put on record.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::Request;
use chrono::NaiveDate;

use super::{Row, read, sum};
use crate::access::RoleKind;
use crate::activities::{Entry, Heads};
use crate::db::Conn;
use crate::measures::scene;
use crate::testing::{Answer, TestApp};
use crate::vocabulary::{Gender, Kind};

const UNIT: &str = "/units/mreza/mc-reka";

/// Four evenings in September, two of them with a note and one with a member of staff.
async fn evenings(app: &TestApp) {
    let activity = scene::activity(app, "mc-reka", "vecer", Kind::Open).await;
    let entries = (1..=4).map(|d| {
        let mut entry =
            scene::plain(&activity, app.ids.ordered(), NaiveDate::from_ymd_opt(2026, 9, d).unwrap());
        let n = i64::from(d);
        let gender = BTreeMap::from([(if d == 1 { Gender::Boy } else { Gender::Girl }, n)]);
        entry.counts.participant =
            Some(Heads { total: n, gender, age: BTreeMap::from([("15-18".into(), n)]) });
        entry.staff_min = Some(60);
        entry.note = (d > 2).then(|| format!("Zapisek {d}"));
        entry
    });
    scene::write(app, &entries.collect::<Vec<Entry>>()).await;
}

async fn recorded(app: &TestApp, act: &str) -> Vec<String> {
    let sql = "select object from audit where act = $1 order by at, id";
    let rows: Vec<(String,)> = Conn::from(&app.db).all(sql, crate::args![act]).await.unwrap();
    rows.into_iter().map(|(object,)| object).collect()
}

fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
    answer.headers.get(name).map_or("", |value| value.to_str().unwrap())
}

async fn file(app: &TestApp, asked: &str, who: &str) -> Vec<Row> {
    let answer = app.get(&format!("{UNIT}/entries/file?{asked}"), who).await;
    assert_eq!(answer.status, 200, "{asked}");
    assert_eq!(header(&answer, "content-type"), "text/csv; charset=utf-8");
    read(answer.body.as_bytes())
}

#[tokio::test]
async fn everybody_gets_what_they_may_see_and_it_is_put_on_record() {
    let app = TestApp::new().await;
    evenings(&app).await;
    for (kind, unit, notes, staff) in [
        (RoleKind::Worker, "mc-reka", true, false),
        (RoleKind::Mentor, "ljubljana", true, true),
        (RoleKind::Coordinator, "mreza", false, true),
    ] {
        let (_, who) = app.person(kind, unit).await;
        let rows = file(&app, "", &who).await;
        assert_eq!(rows.len(), 4);
        for column in ["note", "topics"] {
            assert_eq!(rows[0].contains_key(column), notes, "{kind:?} {column}");
        }
        assert_eq!(rows.iter().all(|row| row["staff_min"] == "60"), staff, "{kind:?}");
        assert_eq!(rows.iter().all(|row| row["staff_min"].is_empty()), !staff, "{kind:?}");
        let n = if notes { 2 } else { 0 };
        let unit = app.unit("mc-reka").await.id;
        let took = format!("unit {unit}: wide csv, 4 entries, 4 rows, {n} notes");
        let times = recorded(&app, "took_entries").await.iter().filter(|it| **it == took).count();
        assert_eq!(times, if kind == RoleKind::Mentor { 2 } else { 1 }, "{took}");
        let meaning = app.get(&format!("{UNIT}/entries/file/codebook"), &who).await;
        assert_eq!(meaning.status, 200);
        assert_eq!(meaning.body.contains("\nnote,"), notes);
        assert_eq!(meaning.body.contains("Čas zaposlenih in prostovoljcev je samo pri"), !staff);
        assert!(meaning.body.contains("\nVnosov,,4,") && !meaning.body.contains('⟦'), "{}", meaning.body);
    }
    assert_eq!(recorded(&app, "take_entries").await.len(), 3);
    let (_, viewer) = app.person(RoleKind::Viewer, "ljubljana").await;
    let (_, elsewhere) = app.person(RoleKind::Mentor, "mc-most").await;
    for who in [&viewer, &elsewhere] {
        for path in ["entries/file", "entries/file/codebook"] {
            assert_eq!(app.get(&format!("{UNIT}/{path}"), who).await.status, 403);
        }
    }
    assert_eq!(recorded(&app, "take_entries").await.len(), 3, "what is refused is not taken");
}

#[tokio::test]
async fn the_file_is_the_list_as_it_was_narrowed() {
    let app = TestApp::new().await;
    evenings(&app).await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    for (asked, days) in [
        ("gender=girl", vec![2, 3, 4]),
        ("from=2026-09-02&to=2026-09-03", vec![2, 3]),
        ("kind=group", vec![]),
        ("weekday=2,5", vec![1, 4]),
        ("q=ZAPISEK+3", vec![3]),
        ("q=dejavnost&status=held", vec![1, 2, 3, 4]),
        ("mine=1", vec![]),
        ("status=cancelled", vec![]),
        ("unit=mc-most", vec![]),
    ] {
        let rows = file(&app, asked, &worker).await;
        let came: Vec<i64> = rows.iter().map(|row| row["date"][8..].parse().unwrap()).collect();
        assert_eq!(came, days, "{asked}");
        let list = app.get(&format!("{UNIT}/entries?{asked}"), &worker).await.body;
        let said = format!("<strong>{}", days.len());
        assert!(list.contains(&said), "{asked}: {said} in {list}");
        assert_eq!(sum(&rows, "participant"), days.iter().sum::<i64>());
        // The page leads to this very file.
        let offers = list.contains("/entries/file\"");
        assert_eq!(offers, !days.is_empty(), "{asked}");
        for pair in asked.split('&').filter(|_| offers) {
            let (name, value) = pair.split_once('=').unwrap();
            let value = value.replace('+', " ");
            assert!(
                list.contains(&format!("<input type=\"hidden\" name=\"{name}\" value=\"{value}\">")),
                "{pair}"
            );
        }
    }
    assert_eq!(recorded(&app, "search_notes").await.len(), 4, "searching in notes is put on record here too");
    for odd in ["shape=round", "format=pdf", "status=deleted"] {
        assert_eq!(app.get(&format!("{UNIT}/entries/file?{odd}"), &worker).await.status, 404, "{odd}");
    }
}

#[tokio::test]
async fn a_file_has_a_name_and_a_kind() {
    let app = TestApp::new().await;
    evenings(&app).await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let path = format!("{UNIT}/entries/file?from=2026-09-01&to=2026-09-30&shape=long&format=");
    let csv = app.get(&format!("{path}csv"), &worker).await;
    let name = "attachment; filename=\"mc-reka-vnosi-2026-09-01-2026-09-30.csv\"";
    assert_eq!(header(&csv, "content-disposition"), name);
    assert_eq!(read(csv.body.as_bytes()).len(), 4 * 3, "a total, a gender and an age each");
    let xlsx = app.get(&format!("{path}xlsx"), &worker).await;
    assert_eq!(header(&xlsx, "content-disposition"), name.replace("csv", "xlsx"));
    assert!(header(&xlsx, "content-type").ends_with("spreadsheetml.sheet"));
    assert!(xlsx.body.starts_with("PK"));
}

#[tokio::test]
async fn tables_are_packed_on_their_way_and_workbooks_are_packed_already() {
    let app = TestApp::new().await;
    evenings(&app).await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    for (format, packed) in [("csv", "gzip"), ("xlsx", "")] {
        let request = Request::get(format!("{UNIT}/entries/file?format={format}"));
        let request = request.header("cookie", &worker).header("accept-encoding", "gzip");
        let answer = app.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!((answer.status.as_u16(), header(&answer, "content-encoding")), (200, packed));
        assert!(answer.body.len() > 500);
    }
}

#[tokio::test]
async fn what_one_spent_oneself_goes_along_and_what_colleagues_spent_does_not() {
    let app = TestApp::new().await;
    evenings(&app).await;
    let (me, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let sql = "update entry set made_by = $2 where network_id = $1 and local_date = $3";
    let mut tx = app.db.begin().await.unwrap();
    let day = NaiveDate::from_ymd_opt(2026, 9, 2).unwrap();
    tx.run(sql, crate::args![app.network_id, me.id, day]).await.unwrap();
    tx.commit().await.unwrap();
    let rows = file(&app, "", &worker).await;
    let told: Vec<(&str, &str)> =
        rows.iter().map(|row| (row["date"].as_str(), row["staff_min"].as_str())).collect();
    assert_eq!(told, [("2026-09-01", ""), ("2026-09-02", "60"), ("2026-09-03", ""), ("2026-09-04", "")]);
}
