//! Pages of plans, as those see them who write them, read them, or have no business there.

use axum::body::Body;
use axum::http::Request;

use super::{SMALL, read, small};
use crate::access::RoleKind;
use crate::plan::making;
use crate::testing::{Answer, TestApp};

const PLANS: &str = "/units/mreza/mreza/plans";
const PLAN: &str = "/units/mreza/mreza/plans/2027";

pub async fn scene() -> (TestApp, String) {
    let app = TestApp::new().await;
    let root = app.unit("mreza").await;
    making::bring_in(&app, None, &root, &small(), None).await.unwrap().unwrap();
    let (_, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    (app, coordinator)
}

/// Sends a form with files, as browsers do.
pub async fn send(app: &TestApp, cookie: &str, fields: &[(&str, &[u8])]) -> Answer {
    let mut body = Vec::new();
    for (name, value) in fields {
        let file = if *name == "file" { "; filename=\"plan.toml\"" } else { "" };
        body.extend(
            format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n").into_bytes(),
        );
        body.extend(*value);
        body.extend(b"\r\n");
    }
    body.extend(b"--x--\r\n");
    let request = Request::post(format!("{PLANS}/file"))
        .header("cookie", cookie)
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "multipart/form-data; boundary=x");
    app.send(request.body(Body::from(body)).unwrap()).await
}

/// A field of a page as a browser would send it again.
fn hidden(page: &str, name: &str) -> String {
    let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\"")).unwrap();
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn everybody_in_the_network_reads_its_plan_and_two_roles_write_it() {
    let (app, coordinator) = scene().await;
    for (kind, unit) in [
        (RoleKind::Viewer, "ljubljana"),
        (RoleKind::Worker, "mc-reka"),
        (RoleKind::Mentor, "mc-reka"),
        (RoleKind::Coordinator, "mreza"),
    ] {
        let (_, cookie) = app.person(kind, unit).await;
        let page = app.get(PLAN, &cookie).await;
        assert_eq!(page.status, 200, "{kind:?}");
        for says in [
            "Letni delovni načrt 2027",
            "40 dogodkov (po 4 v vsaki od 10 enot)",
            "vsaj 4 usposabljanja",
            "februar–december",
            "vodilni partner",
            "Mreža: Zagreb (HR)",
        ] {
            assert!(page.body.contains(says), "{says}: {}", page.body);
        }
        let writes = kind == RoleKind::Coordinator;
        assert_eq!(page.body.contains("/plans/2027/about\""), writes, "{kind:?}");
        assert_eq!(app.get(&format!("{PLAN}/about"), &cookie).await.status, if writes { 200 } else { 403 });
        assert_eq!(app.get(&format!("{PLAN}/parts/academy"), &cookie).await.status, 200);
        assert_eq!(app.get(&format!("{PLAN}/file/xlsx"), &cookie).await.status, 200);
    }
    // A mentor plans for their own unit; others of the branch read it, the rest of the network does not.
    let (_, mentor) = app.person(RoleKind::Mentor, "mc-reka").await;
    let own = "/units/mreza/mc-reka/plans";
    assert_eq!(
        app.post(own, &mentor, &[("year", "2027")]).await.location.as_deref(),
        Some("/units/mreza/mc-reka/plans/2027")
    );
    assert_eq!(app.post(own, &mentor, &[("year", "soon")]).await.status, 422);
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let (_, stranger) = app.person(RoleKind::Worker, "mc-sava").await;
    let read = (
        app.get(&format!("{own}/2027"), &worker).await.status,
        app.get(&format!("{own}/2027"), &stranger).await.status,
    );
    assert_eq!((read.0.as_u16(), read.1.as_u16()), (200, 403));
    assert_eq!(app.get(&format!("{PLANS}/2026"), &coordinator).await.status, 404);
    assert!(app.get(PLANS, &worker).await.body.contains("/plans/2027"));
}

#[tokio::test]
async fn a_part_is_written_and_what_was_typed_is_kept() {
    let (app, coordinator) = scene().await;
    let at = format!("{PLAN}/parts/academy");
    let form = app.get(&format!("{at}/form"), &coordinator).await.body;
    for says in [
        "value=\"februar–december\"",
        "value=\"Akademija\"",
        "Usposabljanja po potrebah.\nS strokovnjaki.",
        "name=\"targets_3_number\"",
    ] {
        assert!(form.contains(says), "{says}: {form}");
    }
    let fields = |name: &'static str, number: &'static str, when: &'static str| {
        vec![
            ("version", "1"),
            ("kind", "action"),
            ("in", "eu-you"),
            ("name_sl", name),
            ("name_en", "Academy"),
            ("when", when),
            ("indicator_sl", "Po potrebah."),
            ("targets_0_code", ""),
            ("targets_0_rule", "at_least"),
            ("targets_1_code", "trainings"),
            ("targets_1_rule", "at_least"),
            ("targets_1_number", number),
            ("targets_1_unit_sl", "usposabljanja"),
            ("steps_2_when", "marec"),
            ("steps_2_what_sl", "srečanje"),
        ]
    };
    let refused = app.post(&at, &coordinator, &fields("", "precej", "nekoč")).await;
    assert_eq!(refused.status, 422);
    for says in [
        "id=\"when-problem\"",
        "id=\"targets_0_number-problem\"",
        "value=\"precej\"",
        "value=\"nekoč\"",
        "value=\"srečanje\"",
    ] {
        assert!(refused.body.contains(says), "{says}: {}", refused.body);
    }
    for _ in 0..2 {
        let saved = app.post(&at, &coordinator, &fields("Šola", "5", "februar–december")).await;
        assert_eq!(saved.location, Some(at.clone()), "{}", saved.body);
    }
    let kept = making::find(&app, &app.unit("mreza").await, 2027).await.unwrap().unwrap();
    let stands = kept.part("academy").unwrap();
    assert_eq!((stands.version, stands.what.name.read("sl")), (2, "Šola"), "sent twice, it is saved once");
    assert_eq!(stands.what.says.steps[0].when[0].code(), "2027-03");
    assert_eq!((stands.what.says.targets.len(), stands.what.says.targets[0].number), (1, 5));
    // Somebody had an older one before them.
    let clash = app.post(&at, &coordinator, &fields("Tečaj", "6", "marec")).await;
    assert_eq!(clash.status, 409);
    for says in ["Šola", "value=\"Tečaj\"", "name=\"version\" value=\"2\""] {
        assert!(clash.body.contains(says), "{says}: {}", clash.body);
    }
    let page = app.get(&at, &coordinator).await.body;
    assert!(page.contains("?version=1") && page.contains("vsaj 5 usposabljanja"), "{page}");
    let earlier = app.get(&format!("{at}?version=1"), &coordinator).await.body;
    assert!(
        earlier.contains("To je prejšnja različica") && earlier.contains("vsaj 4 usposabljanja"),
        "{earlier}"
    );
    assert_eq!(app.get(&format!("{at}?version=7"), &coordinator).await.status, 404);
}

#[tokio::test]
async fn a_part_is_added_moved_taken_out_and_put_back() {
    let (app, coordinator) = scene().await;
    let form =
        app.get(&format!("{PLAN}/parts/action-1234/form?kind=action&in=eu-you"), &coordinator).await.body;
    assert!(form.contains("Nova aktivnost") && form.contains("<option value=\"eu-you\" selected>"), "{form}");
    let fields = [("version", "0"), ("kind", "action"), ("in", "eu-you"), ("name_sl", "Pohod")];
    for _ in 0..2 {
        let saved = app.post(&format!("{PLAN}/parts/action-1234"), &coordinator, &fields).await;
        assert_eq!(saved.status, 303, "{}", saved.body);
    }
    assert_eq!(
        app.post(&format!("{PLAN}/parts/action-1234/place"), &coordinator, &[("at", "0")]).await.status,
        303
    );
    let whole = app.get(PLAN, &coordinator).await.body;
    let table = &whole[whole.find("plan-actions").unwrap()..];
    assert!(table.find("Pohod").unwrap() < table.find("Akademija").unwrap(), "it stands above");
    assert_eq!(app.post(&format!("{PLAN}/parts/eu-you/removal"), &coordinator, &[]).await.status, 303);
    let whole = app.get(PLAN, &coordinator).await.body;
    assert!(!whole.contains("Pohod") && whole.contains("/parts/eu-you/return"), "{whole}");
    assert_eq!(app.get(&format!("{PLAN}/parts/eu-you"), &coordinator).await.status, 404);
    let early = app.post(&format!("{PLAN}/parts/academy/return"), &coordinator, &[]).await;
    assert!(early.status == 400 || early.status == 422, "{}", early.status);
    assert!(early.body.contains("Najprej vrni"), "{}", early.body);
    assert_eq!(app.post(&format!("{PLAN}/parts/eu-you/return"), &coordinator, &[]).await.status, 303);
    assert!(app.get(PLAN, &coordinator).await.body.contains("Pohod"));
}

#[tokio::test]
async fn a_file_is_looked_at_first_and_written_when_confirmed() {
    let (app, coordinator) = scene().await;
    let text = SMALL.replacen("number = 4,", "number = 5,", 1);
    let bad = send(
        &app,
        &coordinator,
        &[("year", b""), ("file", SMALL.replacen("number = 4,", "number = x,", 1).as_bytes())],
    )
    .await;
    assert!(
        bad.status == 422 && bad.body.contains("Nič ni zapisano") && bad.body.contains("vrstica 43"),
        "{}",
        bad.body
    );
    let look = send(&app, &coordinator, &[("year", b""), ("file", text.as_bytes())]).await;
    assert!(look.status == 200 && look.body.contains("Spremeni 1 del."), "{}", look.body);
    let which = "Cilj: »vsaj 4 usposabljanja« → »vsaj 5 usposabljanja«.";
    assert!(look.body.contains(which), "{}", look.body);
    let root = app.unit("mreza").await;
    assert_eq!(
        making::find(&app, &root, 2027).await.unwrap().unwrap().plan(),
        small(),
        "nothing is written yet"
    );
    let seen = hidden(&look.body, "seen");
    let confirmed = [("seen", seen.as_bytes()), ("text", text.as_bytes())];
    for _ in 0..2 {
        assert_eq!(send(&app, &coordinator, &confirmed).await.location.as_deref(), Some(PLAN));
    }
    assert_eq!(
        making::find(&app, &root, 2027).await.unwrap().unwrap().plan(),
        read(text.as_bytes(), None).unwrap()
    );
    // Somebody confirms what they saw before.
    let late = send(&app, &coordinator, &[("seen", seen.as_bytes()), ("text", SMALL.as_bytes())]).await;
    assert!(late.status == 200 && late.body.contains("Medtem je načrt nekdo spremenil"), "{}", late.body);
    // What is taken along is brought in again as the same.
    let toml = app.get(&format!("{PLAN}/file/toml"), &coordinator).await;
    let same = send(&app, &coordinator, &[("file", toml.body.as_bytes())]).await;
    assert!(same.body.contains("že vse tako kot v datoteki"), "{}", same.body);
    let other_year = send(&app, &coordinator, &[("year", b"2026"), ("file", text.as_bytes())]).await;
    assert!(other_year.status == 422 && other_year.body.contains("za leto 2027"), "{}", other_year.body);
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    assert_eq!(send(&app, &worker, &[("file", b"x")]).await.status, 403);
}

#[tokio::test]
async fn a_plan_is_carried_into_the_next_year_and_its_words_are_changed() {
    let (app, coordinator) = scene().await;
    let page = app.get(&format!("{PLAN}/next"), &coordinator).await.body;
    assert!(page.contains("value=\"2028\"") && page.contains("value=\"academy\" checked"), "{page}");
    let fields = [("year", "2028"), ("keep", "academy")];
    for _ in 0..2 {
        let copied = app.post(&format!("{PLAN}/next"), &coordinator, &fields).await;
        assert_eq!(copied.location.as_deref(), Some("/units/mreza/mreza/plans/2028"));
    }
    let next = app.get(&format!("{PLANS}/2028"), &coordinator).await.body;
    assert!(
        next.contains("Letni delovni načrt 2028")
            && next.contains("Akademija")
            && !next.contains("id=\"p-meeting\"")
    );
    let taken = app.post(&format!("{PLAN}/next"), &coordinator, &[("year", "2028")]).await;
    assert!(taken.status == 422 && taken.body.contains("drugačen načrt"), "{}", taken.body);
    let about = format!("{PLAN}/about");
    assert!(app.get(&about, &coordinator).await.body.contains("value=\"oktober 2026\""));
    let fields = [
        ("version", "1"),
        ("name_sl", "Načrt"),
        ("step_published", "april"),
        ("step_expert_council", "nekoč"),
    ];
    let refused = app.post(&about, &coordinator, &fields).await;
    assert!(
        refused.status == 422 && refused.body.contains("id=\"step_expert_council-problem\""),
        "{}",
        refused.body
    );
    let saved = app.post(&about, &coordinator, &fields[..3]).await;
    assert_eq!(saved.location.as_deref(), Some(PLAN), "{}", saved.body);
    let whole = app.get(PLAN, &coordinator).await.body;
    assert!(whole.contains("<h1>Načrt</h1>") && whole.contains("april"), "{whole}");
    assert_eq!(app.post(&about, &coordinator, &[("version", "1"), ("name_sl", "Drug")]).await.status, 409);
    assert_eq!(
        app.post(PLANS, &coordinator, &[("year", "2027")]).await.location.as_deref(),
        Some(PLAN),
        "it is there"
    );
}
