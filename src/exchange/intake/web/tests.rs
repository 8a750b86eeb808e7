use axum::body::Body;
use axum::http::Request;
use calamine::{Reader, Xlsx};

use super::template::{COLUMNS, heading, workbook};
use crate::access::RoleKind;
use crate::exchange::intake::tests::{day, figures, unit};
use crate::exchange::intake::{LIMITS, Meaning, meaning, store};
use crate::i18n::{Lang, Words};
use crate::table;
use crate::testing::{Answer, TestApp};

const BASE: &str = "/units/mreza/mc-reka/imports";
const FILE: &str = "Datum;Dejavnost;Ure;Ljudje\n1. 3. 2024;Klub;2,5;12\n8. 3. 2024;Klub;3;14\n";

async fn send(app: &TestApp, cookie: &str, id: &str, name: &str, bytes: &[u8]) -> Answer {
    let mut body = format!(
        "--x\r\nContent-Disposition: form-data; name=\"id\"\r\n\r\n{id}\r\n--x\r\n\
         Content-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(bytes);
    body.extend_from_slice(b"\r\n--x--\r\n");
    let request = Request::post(format!("{BASE}/drafts"))
        .header("cookie", cookie)
        .header("content-type", "multipart/form-data; boundary=x")
        .header("sec-fetch-site", "same-origin")
        .body(Body::from(body))
        .unwrap();
    app.send(request).await
}

/// The page with plain spaces.
fn plain(answer: &Answer) -> String {
    answer.body.replace('\u{a0}', " ")
}

#[tokio::test]
async fn a_file_is_sent_understood_mended_taken_in_and_taken_back() {
    let app = TestApp::new().await;
    let unit = unit(&app, "mc-reka", &["Klub"]).await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let list = app.get(BASE, &worker).await;
    let id = list.body.split("name=\"id\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let sent = send(&app, &worker, &id, "pomlad.csv", FILE.as_bytes()).await;
    let draft = sent.location.unwrap();
    assert_eq!(draft, format!("{BASE}/drafts/{id}"));
    assert_eq!(
        send(&app, &worker, &id, "pomlad.csv", FILE.as_bytes()).await.location.unwrap(),
        draft,
        "sent twice"
    );
    let page = app.get(&draft, &worker).await;
    assert!(plain(&page).contains("Zapisana bi bila 2 vnosa."), "{}", page.body);
    assert!(page.body.contains("tega stolpca ne razumemo") && page.body.contains("5,5"));
    // What is mended stays, also after a reload.
    let mended = [
        ("map.ljudje", "visits"),
        ("was.ljudje", ""),
        ("map.datum", "date"),
        ("was.datum", "date"),
        ("create_activities", "1"),
    ];
    assert_eq!(app.post(&draft, &worker, &mended).await.location.as_deref(), Some(draft.as_str()));
    let page = app.get(&draft, &worker).await;
    assert!(plain(&page).contains("26 obiskov"), "{}", page.body);
    let mut tx = app.db.begin().await.unwrap();
    let kept = store::draft(&mut tx, app.network_id, id.parse().unwrap()).await.unwrap().unwrap();
    drop(tx);
    assert_eq!(
        (kept.mapping.as_str(), kept.create_activities),
        ("{\"ljudje\":\"visits\"}", false),
        "a worker makes no activities"
    );
    assert_eq!(figures(&app, &unit, 2024).await, [0; 4], "nothing was written yet");
    let taken = app.post(BASE, &worker, &[("draft", &id)]).await.location.unwrap();
    assert_eq!(taken, format!("{BASE}/{id}"));
    assert_eq!(app.post(BASE, &worker, &[("draft", &id)]).await.location.unwrap(), taken, "sent twice");
    assert_eq!(figures(&app, &unit, 2024).await, [2, 330, 26, 0]);
    assert_eq!(app.get(&draft, &worker).await.location.unwrap(), taken, "a reload leads to what came of it");
    assert!(plain(&app.get(&taken, &worker).await).contains("2 nova vnosa"));
    assert!(app.get(BASE, &worker).await.body.contains("pomlad.csv"));
    app.post(&format!("{taken}/withdrawal"), &worker, &[]).await;
    assert_eq!(figures(&app, &unit, 2024).await, [0; 4]);
    assert!(app.get(&taken, &worker).await.body.contains("Razveljavljeno"));
}

#[tokio::test]
async fn problems_stand_on_the_page_and_stop_the_import() {
    let app = TestApp::new().await;
    let unit = unit(&app, "mc-reka", &["Klub"]).await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let id = app.ids.ordered().to_string();
    let draft = send(
        &app,
        &worker,
        &id,
        "x.csv",
        b"Datum;Dejavnost;Ure\n31. 2. 2024;Klub;2\n2. 3. 2024;<b>Kdo</b>;2\n",
    )
    .await
    .location
    .unwrap();
    let page = app.get(&draft, &worker).await;
    assert!(
        page.body.contains("vrstica 2, stolpec Datum")
            && plain(&page).contains("2 stvari je treba popraviti"),
        "{}",
        page.body
    );
    assert!(!page.body.contains("<b>Kdo"), "what a file says is text");
    let refused = app.post(BASE, &worker, &[("draft", &id)]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("Nič ni bilo zapisano."));
    assert_eq!(figures(&app, &unit, 2024).await, [0; 4]);
    app.post(&format!("{draft}/dropping"), &worker, &[]).await;
    assert_eq!(app.get(&draft, &worker).await.status, 404);
    let none = app.ids.ordered().to_string();
    let draft = send(&app, &worker, &none, "x.csv", b"Ime;Priimek\nAna;Novak\n").await.location.unwrap();
    assert!(app.get(&draft, &worker).await.body.contains("predlogo"));
}

#[tokio::test]
async fn columns_that_nothing_is_taken_from_are_named_beside_the_button() {
    let app = TestApp::new().await;
    unit(&app, "mc-reka", &["Klub"]).await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let id = app.ids.ordered().to_string();
    let file = "Datum;Dejavnost;Ure;Skupaj;Vreme;Starost 14-17\n1. 3. 2024;Klub;2;5;sonce;3\n";
    let draft = send(&app, &worker, &id, "x.csv", file.as_bytes()).await.location.unwrap();
    let page = app.get(&draft, &worker).await;
    assert!(page.body.contains("h-take") && page.body.contains("»Vreme«, »Starost 14-17«"), "{}", page.body);
    assert!(page.body.contains("mreža nima takega starostnega razreda"), "and why");
    app.post(BASE, &worker, &[("draft", &id)]).await;
    let again = app.ids.ordered().to_string();
    let file = file.replace("2;5;", "2;6;");
    let draft = send(&app, &worker, &again, "x.csv", file.as_bytes()).await.location.unwrap();
    let page = app.get(&draft, &worker).await;
    assert!(plain(&page).contains("Novega ni nič, 1 vrstica pa pravi drugače"), "{}", page.body);
    assert!(page.body.contains("h-comes"), "what the file comes to is told all the same");
}

#[tokio::test]
async fn what_is_no_table_is_told_beside_the_field_and_not_kept() {
    let app = TestApp::new().await;
    let (me, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let large = vec![b'a'; LIMITS.bytes + 1];
    for bytes in [&b""[..], b"%PDF-1.4", b"\xd0\xcf\x11\xe0", &large, b"PK\x03\x04"] {
        let answer = send(&app, &worker, &app.ids.ordered().to_string(), "a.xlsx", bytes).await;
        assert_eq!(answer.status, 422);
        assert!(answer.body.contains("id=\"file-problem\""), "{}", answer.body);
    }
    // Files that wait are bounded, and none waits for ever.
    let mut ids = Vec::new();
    for n in 0..7 {
        let id = app.ids.ordered();
        app.wait(chrono::Duration::seconds(1));
        send(&app, &worker, &id.to_string(), "a.csv", format!("Datum;Ure\n1. 3. 202{n};2\n").as_bytes())
            .await;
        ids.push(id);
    }
    let mut waiting = Vec::new();
    for id in ids {
        waiting.push(store::draft(&app.db, app.network_id, id).await.unwrap().is_some());
    }
    assert_eq!(waiting, [false, false, true, true, true, true, true]);
    let mut tx = app.db.begin().await.unwrap();
    let later = app.clock.now() + chrono::Duration::days(1);
    store::drop_old_drafts(&mut tx, app.network_id, me.id, later, 5).await.unwrap();
    let standing = store::standing(&mut tx, app.network_id, app.ids.ordered()).await.unwrap();
    assert_eq!((standing.first, standing.last), (None, None));
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn an_import_corrected_since_is_undone_only_when_that_is_confirmed() {
    let app = TestApp::new().await;
    let unit = unit(&app, "mc-reka", &["Klub"]).await;
    let (me, mentor) = app.person(RoleKind::Mentor, "mc-reka").await;
    let id = app.ids.ordered().to_string();
    send(&app, &mentor, &id, "a.csv", FILE.as_bytes()).await;
    app.post(BASE, &mentor, &[("draft", &id)]).await;
    let all = crate::activities::recorded_on(
        &app.db,
        app.network_id,
        unit.id,
        day("2024-03-01"),
        day("2024-03-31"),
    );
    let entry = all.await.unwrap().remove(0);
    let corrected = crate::activities::Entry { note: Some("!".into()), ..entry.entry.clone() };
    crate::activities::record::put_back(app.app(), &me, &unit, &entry, (app.ids.ordered(), true), corrected)
        .await
        .unwrap();
    let withdrawal = format!("{BASE}/{id}/withdrawal");
    let told = app.post(&withdrawal, &mentor, &[]).await;
    assert_eq!(told.status, 422);
    assert!(told.body.contains(&format!("/entries/{}", entry.entry.id)));
    app.post(&withdrawal, &mentor, &[("changed_too", "1")]).await;
    assert_eq!(figures(&app, &unit, 2024).await, [0; 4]);
}

#[test]
fn every_column_of_the_template_is_understood() {
    for lang in Lang::ALL {
        let w = Words(lang);
        for (column, _) in COLUMNS {
            let heading = heading(w, column);
            assert!(!matches!(meaning(&heading), None | Some(Meaning::Aside)), "{heading}");
        }
        let file = workbook(w, &["Klub".into(), "=1+1".into()]).unwrap();
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(&file)).unwrap();
        assert_eq!(book.sheet_names().len(), 3);
        let lists = book.worksheet_range(&w.tr("import-template-lists")).unwrap();
        assert_eq!(lists.get_value((1, 0)).unwrap().to_string(), "'=1+1");
        // As it is downloaded there is a heading and nothing below it.
        let sheets = table::read(&file, &LIMITS).unwrap();
        assert_eq!(sheets[0].rows.len(), 1);
    }
}

#[tokio::test]
async fn the_template_and_the_sheet_of_paper_name_what_is_offered() {
    let app = TestApp::new().await;
    unit(&app, "mc-reka", &["Klub"]).await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let file = app.get(&format!("{BASE}/template.xlsx"), &worker).await;
    assert_eq!(file.status, 200);
    assert!(file.headers["content-disposition"].to_str().unwrap().contains("mc-reka-predloga.xlsx"));
    let sheet = app.get(&format!("{BASE}/sheet"), &worker).await;
    assert!(sheet.body.contains("Klub") && sheet.body.contains("17.00–20.00"), "{}", sheet.body);
    let other = app.get(&format!("{BASE}/sheet?week=2019-12-25"), &worker).await;
    assert!(!other.body.contains("17.00–20.00"), "the unit was not open yet");
    assert_eq!(app.get(&format!("{BASE}/sheet?week=abc"), &worker).await.status, 200);
}
