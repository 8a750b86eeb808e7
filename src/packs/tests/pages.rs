use axum::body::Body;
use axum::http::Request;

use crate::access::{self, RoleKind, Sought};
use crate::activities::{CountMethod, Counts, Heads};
use crate::files::Typed;
use crate::measures::scene::{activity, date, plain, write};
use crate::reports;
use crate::testing::TestApp;
use crate::vocabulary::{Kind, Part};

const PACK: &str = "/units/mreza/mc-reka/packs/youth-office";

/// Twelve young people from 15 to 18 made a play, three of unknown age; seven took part, forty looked on; one came to talk.
async fn scene(app: &TestApp) {
    let heads = |classes: &[(&str, i64)]| {
        let total = classes.iter().map(|(_, n)| n).sum();
        let age = classes.iter().map(|(band, n)| ((*band).to_owned(), *n)).collect();
        Some(Heads { total, gender: [(crate::vocabulary::Gender::Unknown, total)].into(), age })
    };
    let mut counts = Counts::default();
    counts.set(Part::Creator, heads(&[("15-18", 12), ("unknown", 3)]));
    counts.set(Part::Participant, heads(&[("15-18", 7)]));
    counts.set(Part::Audience, heads(&[("15-18", 40)]));
    let play = activity(app, "mc-reka", "play", Kind::Event).await;
    let talk = activity(app, "mc-reka", "talk", Kind::OneToOne).await;
    let mut alone = Counts::default();
    alone.set(Part::Participant, heads(&[("19-24", 1)]));
    let mut evening = plain(&play, app.ids.ordered(), date(2026, 3, 5));
    (evening.counts, evening.note) = (counts, Some("o tem se ne govori".into()));
    let mut visit = plain(&talk, app.ids.ordered(), date(2026, 3, 6));
    visit.counts = alone;
    write(app, &[evening, visit]).await;
}

#[tokio::test]
async fn the_youth_offices_pack_lists_exactly_who_took_an_active_part() {
    let app = TestApp::new().await;
    scene(&app).await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let index = app.get("/units/mreza/mc-reka/packs", &worker).await.body;
    assert!(index.contains("/packs/youth-office") && index.contains("/packs/key-figures"), "{index}");
    let page = app.get(&format!("{PACK}?period=2026"), &worker).await.body;
    assert!(page.contains("<strong>12</strong>") && page.contains("poleg tega 3 osebe"), "{page}");
    assert!(page.contains("Dejavnost play") && !page.contains("Dejavnost talk"), "talks are never listed");
    assert!(page.contains("manjka starost"), "{page}");
    assert!(page.contains("/month?month=2026-01"), "an empty month leads to where it is mended");
    let csv = app.get(&format!("{PACK}/file?period=2026&format=csv"), &worker).await;
    let rows: Vec<&str> = csv.body.lines().collect();
    assert_eq!(rows.len(), 3, "{}", csv.body);
    assert!(rows[1].starts_with("2026-03-05,") && rows[1].contains(",12,12,3,"), "{}", rows[1]);
    assert!(rows[2].contains("Skupaj") && rows[2].contains(",12,"), "{}", rows[2]);
    assert!(!csv.body.contains("o tem se ne govori"), "no note leaves with a list");
    let pdf = app.get(&format!("{PACK}/file?period=2026&format=pdf"), &worker).await;
    assert!(pdf.status == 200 && pdf.body.starts_with("%PDF-"), "{}", pdf.status);
    assert_eq!(pdf.headers["content-type"], "application/pdf");
    let nothing = app.get(&format!("{PACK}?period=2019"), &worker).await;
    assert_eq!(nothing.status, 200, "{}", nothing.body);
    assert_eq!(app.get(&format!("{PACK}/file?format=doc"), &worker).await.status, 404);
    assert_eq!(app.get("/units/mreza/mc-reka/packs/none", &worker).await.status, 404);
}

#[tokio::test]
async fn a_list_that_is_taken_along_is_put_on_record() {
    let app = TestApp::new().await;
    scene(&app).await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let request = Request::get(format!("{PACK}/file?period=2026-H1")).header("cookie", &worker);
    let book = app.send(request.body(Body::empty()).unwrap()).await;
    assert_eq!(book.status, 200);
    assert!(
        book.headers["content-disposition"].to_str().unwrap().contains("mc-reka-youth-office-2026-H1.xlsx")
    );
    app.get("/units/mreza/mc-reka/packs/key-figures/file?period=2026", &worker).await;
    let unit = app.unit("mc-reka").await;
    let acts =
        access::recorded(&app.db, unit.network.id, &unit.path, app.today(), &Sought::default(), 10).await;
    let acts: Vec<(String, String)> = acts.unwrap().into_iter().map(|it| (it.act, it.object)).collect();
    assert_eq!(acts, [("take_entries".to_owned(), format!("unit {}: youth-office 2026-H1 xlsx", unit.id))]);
}

#[tokio::test]
async fn what_volunteers_spent_is_for_those_who_lead_them() {
    let app = TestApp::new().await;
    let group = activity(&app, "mc-reka", "group", Kind::Group).await;
    let mut evening = plain(&group, app.ids.ordered(), date(2026, 3, 5));
    (evening.volunteer_count, evening.volunteer_min) = (Some(7), Some(90));
    write(&app, &[evening]).await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let (_, mentor) = app.person(RoleKind::Mentor, "mc-reka").await;
    let page = "/units/mreza/mc-reka/packs/volunteering?period=2026";
    let of_worker = app.get(page, &worker).await.body;
    assert!(of_worker.contains("vidijo mentorji") && !of_worker.contains("<strong>7</strong>"));
    let of_mentor = app.get(page, &mentor).await.body;
    assert!(
        of_mentor.contains("<strong>7</strong>") && of_mentor.contains("<strong>1,5</strong>"),
        "{of_mentor}"
    );
    let csv =
        app.get("/units/mreza/mc-reka/packs/volunteering/file?period=2026&format=csv", &worker).await.body;
    assert!(csv.contains("vidijo mentorji") && !csv.contains(",7,") && !csv.contains("1.5"), "{csv}");
}

#[tokio::test]
async fn an_estimate_needs_a_proof_and_the_list_tells_of_it() {
    let app = TestApp::new().await;
    let play = activity(&app, "mc-reka", "play", Kind::Event).await;
    let mut evening = plain(&play, app.ids.ordered(), date(2026, 3, 5));
    evening.counts.set(
        Part::Creator,
        Some(Heads {
            total: 40,
            gender: [(crate::vocabulary::Gender::Unknown, 40)].into(),
            age: [("15-18".to_owned(), 40)].into(),
        }),
    );
    evening.count_method = CountMethod::Estimated;
    let entry = evening.id;
    write(&app, &[evening]).await;
    let (me, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let page = app.get(&format!("{PACK}?period=2026"), &worker).await.body;
    let there = format!("href=\"/units/mreza/mc-reka/entries/{entry}#files\"");
    assert!(page.contains("ima ocenjeno število in nobenega dokazila"), "{page}");
    assert!(page.contains(&format!("<a class=\"item\" {there}")), "it leads to where it is mended: {page}");
    let csv = async || {
        let csv = app.get(&format!("{PACK}/file?period=2026&format=csv"), &worker).await.body;
        csv.lines().map(|line| line.rsplit(',').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(csv().await, ["Dokazila", "0", ""]);
    let proof = Typed { proof: true, ..Typed::default() };
    let told = Typed { story: true, caption: "Oder".into(), ..Typed::default() };
    for (n, typed) in [(1, &proof), (2, &proof), (3, &told)] {
        let id = uuid::Uuid::from_u128(n);
        app.put_photo(&me, "mc-reka", (entry, id), u8::try_from(n).unwrap(), typed).await;
    }
    assert_eq!(csv().await, ["Dokazila", "2", ""], "what is for reports alone proves nothing");
    let page = app.get(&format!("{PACK}?period=2026"), &worker).await.body;
    assert!(
        page.contains("Ob vsaki oceni je fotografija")
            && page.contains(&format!("<td><a {there}>2</a></td>")),
        "{page}"
    );
}

#[tokio::test]
async fn beside_a_finished_report_that_tells_otherwise_a_pack_says_so_in_every_form() {
    let app = TestApp::new().await;
    scene(&app).await;
    let (mentor, cookie) = app.person(RoleKind::Mentor, "mc-reka").await;
    let unit = app.unit("mc-reka").await;
    let new = reports::New {
        id: app.ids.ordered(),
        template: "centre-half-year".into(),
        period: "2026-H1".into(),
        language: "sl".into(),
        supersedes: None,
    };
    let report = reports::begin(&app, &mentor, &unit, &new).await.unwrap().unwrap();
    reports::finish(&app, &mentor, &unit, report.id).await.unwrap();
    let page = format!("{PACK}?period=2026-H1");
    assert!(!app.get(&page, &cookie).await.body.contains("od takrat"), "both tell the same");
    let late = activity(&app, "mc-reka", "late", Kind::Event).await;
    write(&app, &[plain(&late, app.ids.ordered(), date(2026, 4, 9))]).await;
    let told = app.get(&page, &cookie).await.body;
    assert!(told.contains("ima številke od takrat"), "{told}");
    assert!(told.contains(&format!("/units/mreza/mc-reka/reports/{}/differences", report.id)), "{told}");
    let book = app.get(&format!("{PACK}/file?period=2026-H1&format=xlsx"), &cookie).await;
    let sheets = crate::table::read(&book.bytes, &crate::exchange::intake::LIMITS).unwrap();
    let said =
        |text: &str| sheets.iter().flat_map(|it| &it.rows).any(|row| format!("{row:?}").contains(text));
    assert!(said("ima številke od takrat"), "{sheets:?}");
}
