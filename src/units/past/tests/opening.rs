//! Mending since when a unit is open, on its page and from a file.

use chrono::NaiveDate;

use crate::access::RoleKind;
use crate::periods::{self, Whole};
use crate::testing::{Answer, TestApp};
use crate::units::{self, file, store};

fn date(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

/// Adds a unit below Ljubljana by hand, open since what was typed.
async fn added(app: &TestApp, cookie: &str, code: &str, opened_on: &str) {
    let id = app.ids.ordered().to_string();
    let form = [
        ("id", id.as_str()),
        ("name_sl", code),
        ("name_en", ""),
        ("code", code),
        ("kind", "centre"),
        ("opened_on", opened_on),
        ("place", ""),
    ];
    let done = app.post("/units/mreza/ljubljana/units", cookie, &form).await;
    assert_eq!(done.status, 303, "{}", done.body);
}

async fn mend(app: &TestApp, cookie: &str, code: &str, opened_on: &str) -> Answer {
    let fields = [("name_sl", code), ("name_en", ""), ("place", ""), ("opened_on", opened_on)];
    app.post(&format!("/units/mreza/{code}/details"), cookie, &fields).await
}

async fn there(app: &TestApp, code: &str, on: NaiveDate) -> bool {
    store::by_codes(&app.db, "mreza", code, on).await.unwrap().is_some()
}

#[tokio::test]
async fn without_a_day_a_unit_is_open_since_the_one_above_by_hand_and_from_a_file() {
    let app = TestApp::new().await;
    let (_, cookie) = app.person(RoleKind::Mentor, "ljubljana").await;
    let page = app.get("/units/mreza/ljubljana/structure", &cookie).await.body;
    assert!(page.contains("Prazno pomeni: odkar je odprta enota nad njo (1.\u{a0}1.\u{a0}2020)"), "{page}");
    assert!(page.contains("id=\"opened_on\" name=\"opened_on\" type=\"date\" value=\"\""), "not today");
    added(&app, &cookie, "rocno", "").await;
    let rows = file::read(b"code,kind,name\ndatoteka,centre,Datoteka\n").unwrap();
    units::bring_in(&app, &app.unit("ljubljana").await, &rows).await.unwrap().unwrap();
    for code in ["rocno", "datoteka"] {
        assert_eq!(app.unit(code).await.opened_on, date(2020, 1, 1), "{code}");
        assert!(there(&app, code, date(2020, 1, 1)).await, "{code} can record years back");
    }
}

#[tokio::test]
async fn an_opening_day_is_mended_with_the_first_name_and_place() {
    let app = TestApp::new().await;
    let (_, cookie) = app.person(RoleKind::Mentor, "ljubljana").await;
    added(&app, &cookie, "mc-nov", "2026-10-01").await;
    assert!(!there(&app, "mc-nov", date(2026, 9, 30)).await);
    for _ in 0..2 {
        let done = mend(&app, &cookie, "mc-nov", "2024-09-01").await;
        assert_eq!(done.status, 303, "{}", done.body);
    }
    assert_eq!(app.unit("mc-nov").await.opened_on, date(2024, 9, 1));
    assert!(there(&app, "mc-nov", date(2024, 9, 1)).await);
    assert!(!there(&app, "mc-nov", date(2024, 8, 31)).await);
    let history = units::history(&app.db, app.network_id, app.unit("mc-nov").await.id).await.unwrap();
    assert_eq!((history.names.len(), history.places.len()), (1, 1));
    assert_eq!((history.names[0].from, history.places[0].from), (date(2024, 9, 1), date(2024, 9, 1)));
    // Later, as long as nothing is there before; empty, as early as the unit above.
    assert_eq!(mend(&app, &cookie, "mc-nov", "2025-02-01").await.status, 303);
    assert!(!there(&app, "mc-nov", date(2025, 1, 31)).await);
    assert_eq!(mend(&app, &cookie, "mc-nov", "").await.status, 303);
    assert_eq!(app.unit("mc-nov").await.opened_on, date(2020, 1, 1));
    // What is not sent stays.
    let fields = [("name_sl", "mc-nov"), ("name_en", ""), ("place", "Kranj")];
    assert_eq!(app.post("/units/mreza/mc-nov/details", &cookie, &fields).await.status, 303);
    assert_eq!(app.unit("mc-nov").await.opened_on, date(2020, 1, 1));
}

#[tokio::test]
async fn what_stands_in_the_way_of_an_opening_day_is_told_beside_it() {
    let app = TestApp::new().await;
    let (me, cookie) = app.person(RoleKind::Coordinator, "mreza").await;
    added(&app, &cookie, "mc-nov", "2024-01-01").await;
    let told = async |code: &str, day: &str, says: &str| {
        let told = mend(&app, &cookie, code, day).await;
        assert_eq!(told.status, 422, "{code} {day}");
        assert!(told.body.contains(says) && told.body.contains(day), "{says}: {}", told.body);
    };
    told("mc-nov", "2019-12-31", "Nadrejena enota se odpre šele 1.\u{a0}1.\u{a0}2020").await;
    told("mc-nov", "kmalu", "Vpiši dan, od katerega je enota odprta").await;
    told("ljubljana", "2020-02-01", "Pod njo je enota že od 1.\u{a0}1.\u{a0}2020").await;
    let mut activity = app.activity_like("mc-nov", "odprto").await;
    activity.from_on = date(2025, 3, 3);
    app.keep(activity).await;
    assert_eq!(mend(&app, &cookie, "mc-nov", "2025-03-03").await.status, 303);
    told("mc-nov", "2025-03-04", "Enota ima zapise ali dejavnosti že od 3.\u{a0}3.\u{a0}2025").await;

    added(&app, &cookie, "mc-prazen", "2024-01-01").await;
    let fields = [("name_sl", "Novo ime"), ("named_from", "2026-05-01")];
    assert_eq!(app.post("/units/mreza/mc-prazen/names", &cookie, &fields).await.status, 303);
    told("mc-prazen", "2026-05-01", "že nekaj spremeni").await;
    let root = app.unit("mreza").await;
    periods::close(&app, &me, &root, Whole::Year(2025), app.ids.random()).await.unwrap().unwrap();
    told("mc-prazen", "2025-06-01", "2025").await;
    assert_eq!(app.unit("mc-prazen").await.opened_on, date(2024, 1, 1));
    assert_eq!(
        mend(&app, &cookie, "mc-prazen", "2022-01-01").await.status,
        303,
        "earlier is always possible"
    );
    assert!(!app.get("/units/mreza/mreza/details", &cookie).await.body.contains("opened_on"));
}

#[tokio::test]
async fn a_file_mends_opening_days_of_a_whole_branch_at_once_or_none() {
    let app = TestApp::new().await;
    let (_, cookie) = app.person(RoleKind::Mentor, "ljubljana").await;
    added(&app, &cookie, "mc-nov", "2026-10-01").await;
    let base = app.unit("ljubljana").await;
    let below =
        file::read(b"code,kind,parent,name,opened_on\nmc-pod,centre,mc-nov,Pod,2026-10-02\n").unwrap();
    units::bring_in(&app, &base, &below).await.unwrap().unwrap();
    let read = |first: &str, second: &str| {
        let text = format!("code,kind,parent,name,odprto\nmc-pod,,,,{first}\nmc-nov,,,,{second}\n");
        file::read(text.as_bytes()).unwrap()
    };
    let problems =
        units::bring_in(&app, &base, &read("2022-01-01", "2023-01-01")).await.unwrap().unwrap_err();
    let told: Vec<_> = problems.iter().map(|it| (it.row, it.column.as_deref(), it.key)).collect();
    assert_eq!(told, [(Some(2), Some("odprto"), "unit-opened-early")]);
    assert_eq!(app.unit("mc-nov").await.opened_on, date(2026, 10, 1), "all or nothing");
    let right = read("2023-05-01", "2023-01-01");
    let plan = units::look(&app, &base, &right).await.unwrap().unwrap();
    assert_eq!((plan.add.len(), plan.mend.len(), plan.there), (0, 2, 0));
    assert_eq!(app.unit("mc-pod").await.opened_on, date(2026, 10, 2), "a look keeps nothing");
    units::bring_in(&app, &base, &right).await.unwrap().unwrap();
    let again = units::bring_in(&app, &base, &right).await.unwrap().unwrap();
    assert_eq!((again.mend.len(), again.there), (0, 2));
    let pod = store::by_codes(&app.db, "mreza", "mc-pod", date(2023, 5, 1)).await.unwrap().unwrap();
    assert_eq!(pod.path.ids(), app.unit("mc-pod").await.path.ids());
    assert!(!there(&app, "mc-pod", date(2023, 4, 30)).await && there(&app, "mc-nov", date(2023, 1, 1)).await);
    // Both later again, the lower one with the upper.
    units::bring_in(&app, &base, &read("2024-05-01", "2024-02-01")).await.unwrap().unwrap();
    assert!(!there(&app, "mc-nov", date(2024, 1, 31)).await);
}
