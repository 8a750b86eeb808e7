mod desk;
mod kinds;

use axum::body::Body;
use axum::http::Request;

use crate::access::RoleKind;
use crate::testing::{Answer, TestApp};
use crate::units;

/// A form with parts, as a browser sends a file.
async fn send_file(app: &TestApp, cookie: &str, path: &str, name: &str, content: &[u8]) -> Answer {
    let mut body = format!(
        "--grenze\r\ncontent-disposition: form-data; name=\"{name}\"{}\r\n\r\n",
        if name == "file" { "; filename=\"enote.csv\"" } else { "" }
    )
    .into_bytes();
    body.extend_from_slice(content);
    body.extend_from_slice(b"\r\n--grenze--\r\n");
    let request = Request::post(path)
        .header("cookie", cookie)
        .header("content-type", "multipart/form-data; boundary=grenze")
        .header("sec-fetch-site", "same-origin")
        .body(Body::from(body))
        .unwrap();
    app.send(request).await
}

const FILE: &str = "ime;koda;vrsta;nadrejena;odprto\n\
    MC Nov;mc-nov;mladinski center;zavod-nov;1. 9. 2024\n\
    Zavod Nov;zavod-nov;organizacija;;\n\
    Enota mc-reka;mc-reka;centre;ljubljana;\n";

/// Every unit of the network as a file would say it.
async fn tree(app: &TestApp) -> String {
    let root = app.unit("mreza").await;
    String::from_utf8(crate::table::to_csv(&units::given_out(app, &root).await.unwrap(), false)).unwrap()
}

#[tokio::test]
async fn a_file_is_looked_at_first_and_brought_in_once() {
    let app = TestApp::new().await;
    let (_, cookie) = app.person(RoleKind::Mentor, "ljubljana").await;
    let import = "/units/mreza/ljubljana/units/import";
    let before = tree(&app).await;

    let looked = send_file(&app, &cookie, import, "file", FILE.as_bytes()).await;
    assert_eq!(looked.status, 200, "{}", looked.body);
    assert!(looked.body.contains("Dodali bi se 2 enoti"), "{}", looked.body);
    assert!(looked.body.contains("1 enota iz datoteke je že tu"));
    assert_eq!(tree(&app).await, before, "nothing is written yet");

    let text =
        looked.body.split("name=\"text\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    for _ in 0..2 {
        let done = send_file(&app, &cookie, import, "text", text.as_bytes()).await;
        assert_eq!(
            done.location.as_deref(),
            Some("/units/mreza/ljubljana/structure?brought=2"),
            "{}",
            done.body
        );
    }
    let page = app.get("/units/mreza/ljubljana/structure?brought=2", &cookie).await;
    assert!(page.body.contains("Uvoženo: 2 enoti iz datoteke."));
    let new = app.unit("mc-nov").await;
    assert_eq!((new.kind.as_str(), new.opened_on.to_string().as_str()), ("centre", "2024-09-01"));
    assert_eq!(new.path.depth(), 4);
    assert_eq!(app.unit("zavod-nov").await.parent_id, Some(app.unit("ljubljana").await.id));
    assert_eq!(tree(&app).await.lines().count(), before.lines().count() + 2);
}

#[tokio::test]
async fn all_of_a_file_or_nothing() {
    let app = TestApp::new().await;
    let (_, cookie) = app.person(RoleKind::Mentor, "ljubljana").await;
    let before = tree(&app).await;
    let file = format!("{FILE}Drug;mc-drug;centre;brezice;\n<b>;Š;centre;;\n");
    for name in ["file", "text"] {
        let told =
            send_file(&app, &cookie, "/units/mreza/ljubljana/units/import", name, file.as_bytes()).await;
        assert_eq!(told.status, 422);
        assert!(told.body.contains("»brezice« ni v tvoji veji"), "{}", told.body);
        assert!(told.body.contains("role=\"alert\""));
    }
    assert_eq!(tree(&app).await, before);
    let large = vec![b'x'; 5 * 1024 * 1024 + 1];
    let told = send_file(&app, &cookie, "/units/mreza/ljubljana/units/import", "file", &large).await;
    assert_eq!(told.status, 422);
    assert!(told.body.contains("največ 5 MB"));
}

#[tokio::test]
async fn what_is_given_out_is_taken_back_unchanged() {
    let app = TestApp::new().await;
    let root = app.unit("mreza").await;
    let rows = units::given_out(&app, &root).await.unwrap();
    assert_eq!(rows.len(), 9);
    for file in [crate::table::to_csv(&rows, true), crate::table::to_xlsx(&rows, "Enote").unwrap()] {
        let came = units::bring_in(&app, &root, &units::file::read(&file).unwrap()).await.unwrap().unwrap();
        assert_eq!((came.add.len(), came.there), (0, 8));
    }
    let (_, cookie) = app.person(RoleKind::Mentor, "brezice").await;
    let csv = app.get("/units/mreza/brezice/structure/export", &cookie).await;
    assert_eq!(csv.headers["content-disposition"], "attachment; filename=\"brezice-enote.csv\"");
    let codes: Vec<&str> = csv.body.lines().filter_map(|line| line.split(',').next()).collect();
    assert_eq!(codes, ["\u{feff}code", "brezice", "zavod-sava", "mc-sava"], "one's branch alone");
    let xlsx = app.get("/units/mreza/brezice/structure/export?format=xlsx", &cookie).await;
    assert!(xlsx.body.starts_with("PK"));
    assert_eq!(app.get("/units/mreza/brezice/structure/export?format=doc", &cookie).await.status, 404);
}

#[tokio::test]
async fn a_unit_is_added_once_however_often_the_form_is_sent() {
    let app = TestApp::new().await;
    let (_, cookie) = app.person(RoleKind::Mentor, "ljubljana").await;
    let id = app.ids.ordered().to_string();
    let form = [
        ("id", id.as_str()),
        ("name_sl", "  Mladinski center\tŠiška "),
        ("name_en", ""),
        ("code", ""),
        ("kind", "centre"),
        ("opened_on", "2026-09-01"),
        ("place", "Ljubljana"),
    ];
    for _ in 0..2 {
        let done = app.post("/units/mreza/ljubljana/units", &cookie, &form).await;
        let to = "/units/mreza/ljubljana/structure?added=mladinski-center-siska";
        assert_eq!(done.location.as_deref(), Some(to), "{}", done.body);
    }
    let unit = app.unit("mladinski-center-siska").await;
    assert_eq!(unit.name.get("sl"), Some("Mladinski center Šiška"));
    assert_eq!(unit.parent_id, Some(app.unit("ljubljana").await.id));
    let page = app.get("/units/mreza/ljubljana/structure?added=mladinski-center-siska", &cookie).await;
    assert!(page.body.contains("Dodano: Mladinski center Šiška."));
    let there = "/units/mreza/mladinski-center-siska";
    for to in ["activities/new", "people"] {
        assert!(page.body.contains(&format!("class=\"plain\" href=\"{there}/{to}\"")), "{to}: {}", page.body);
    }
    // The same id elsewhere is no repetition.
    let (_, other) = app.person(RoleKind::Coordinator, "mreza").await;
    assert_eq!(app.post("/units/mreza/brezice/units", &other, &form).await.status, 409);
}

#[tokio::test]
async fn what_was_typed_stays_and_the_problem_stands_beside_its_field() {
    let app = TestApp::new().await;
    let (_, cookie) = app.person(RoleKind::Mentor, "ljubljana").await;
    let id = app.ids.ordered().to_string();
    let form = [
        ("id", id.as_str()),
        ("name_sl", ""),
        ("name_en", ""),
        ("code", "mc-reka"),
        ("kind", "network"),
        ("opened_on", "včeraj"),
        ("place", "Kraj <i>"),
    ];
    let told = app.post("/units/mreza/ljubljana/units", &cookie, &form).await;
    assert_eq!(told.status, 422);
    for says in [
        "Vpiši ime vsaj v enem jeziku.",
        "Prosta je na primer »mc-reka-2«.",
        "Izberi vrsto enote.",
        "Vpiši dan, od katerega je enota odprta, ali pusti polje prazno.",
        "value=\"mc-reka\"",
        "value=\"Kraj &#60;i&#62;\"",
        "id=\"code-problem\"",
        "aria-invalid=\"true\"",
        &format!("value=\"{id}\""),
    ] {
        assert!(told.body.contains(says), "{says}\n{}", told.body);
    }
    let garbled = app.post("/units/mreza/ljubljana/units", &cookie, &[("id", "x")]).await;
    assert_eq!(garbled.status, 422);
}

#[tokio::test]
async fn the_tree_is_for_those_who_may_build_there() {
    let app = TestApp::new().await;
    let page = "/units/mreza/ljubljana/structure";
    assert_eq!(app.get(page, "").await.status, 303);
    for (kind, unit, status) in [
        (RoleKind::Coordinator, "mreza", 200),
        (RoleKind::Mentor, "ljubljana", 200),
        (RoleKind::Mentor, "brezice", 403),
        (RoleKind::Mentor, "mc-reka", 403),
        (RoleKind::Worker, "ljubljana", 403),
        (RoleKind::Viewer, "ljubljana", 403),
    ] {
        let (_, cookie) = app.person(kind, unit).await;
        assert_eq!(app.get(page, &cookie).await.status, status, "{kind:?} {unit}");
        let import =
            send_file(&app, &cookie, "/units/mreza/ljubljana/units/import", "file", FILE.as_bytes()).await;
        assert_eq!(import.status, status, "{kind:?} {unit}");
    }
    let (_, cookie) = app.person(RoleKind::Mentor, "ljubljana").await;
    let body = app.get(page, &cookie).await.body;
    assert!(body.find("Enota mc-most").unwrap() < body.find("Enota mc-reka").unwrap());
    assert!(body.contains("Pod to enoto sta 2 enoti; vnose zapisujeta 2."), "{body}");
    assert!(body.contains("<span>Mreža</span>"), "the network is named, but no link for this mentor");
}

#[tokio::test]
async fn a_unit_that_opens_later_is_shown_without_pages() {
    let app = TestApp::new().await;
    let root = app.unit("mreza").await;
    let file = "code,kind,name,opened_on\nkasneje,centre,Kasneje,2027-01-01\n";
    for n in [1, 0] {
        let rows = units::file::read(file.as_bytes()).unwrap();
        assert_eq!(units::bring_in(&app, &root, &rows).await.unwrap().unwrap().add.len(), n);
    }
    let (_, cookie) = app.person(RoleKind::Coordinator, "mreza").await;
    let body = app.get("/units/mreza/mreza/structure", &cookie).await.body;
    assert!(body.contains("odpre se 1.\u{a0}1.\u{a0}2027"));
    assert!(!body.contains("/units/mreza/kasneje"));
}

#[tokio::test]
async fn a_slip_in_a_name_is_mended_in_the_name_that_holds_today() {
    let app = TestApp::new().await;
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    let (_, worker) = app.person(RoleKind::Worker, "ljubljana").await;
    let path = "/units/mreza/mc-reka/details";
    let page = app.get(path, &mentor).await;
    assert!(page.body.contains("Unit mc-reka"), "{}", page.body);
    let fields = [("name_sl", " MC  Reka "), ("name_en", ""), ("place", "Kranj")];
    assert_eq!(app.post(path, &worker, &fields).await.status, 403);
    assert_eq!(app.post(path, &mentor, &fields).await.status, 303);
    let reka = app.unit("mc-reka").await;
    assert_eq!(
        (reka.name.read("sl"), reka.name.get("en"), reka.place.as_deref()),
        ("MC Reka", None, Some("Kranj"))
    );
    let (names,): (i64,) = crate::db::Conn::from(&app.db)
        .one("select count(*) from unit_name where unit_id = $1", crate::args![reka.id])
        .await
        .unwrap();
    assert_eq!(names, 1, "mended, not renamed");
    let long = "x".repeat(300);
    for (name, value) in [("name_sl", ""), ("name_sl", &*long), ("place", &*long)] {
        let mut wrong = vec![("name_sl", "MC Reka"), ("place", "Kranj")];
        wrong.retain(|(field, _)| *field != name);
        wrong.push((name, value));
        let answer = app.post(path, &mentor, &wrong).await;
        assert_eq!(answer.status, 422, "{name}");
        assert!(answer.body.contains(&format!("value=\"{value}\"")), "{name}");
    }
}
