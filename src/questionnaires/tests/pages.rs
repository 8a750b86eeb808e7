//! Questionnaires as a coordinator makes them, page by page.

use super::coordinator;
use crate::questionnaires::store;
use crate::testing::TestApp;

const ALL: &str = "/units/mreza/mreza/questionnaires";

/// What stands in a field of a page.
fn hidden(body: &str, name: &str) -> String {
    let field = format!("name=\"{name}\" value=\"");
    body.split(&field).nth(1).unwrap().split('"').next().unwrap().to_owned()
}

async fn taken(app: &TestApp, cookie: &str) -> String {
    let list = app.get(ALL, cookie).await;
    let id = hidden(&list.body, "id");
    let done = app.post(ALL, cookie, &[("id", &id), ("shipped", "open")]).await;
    assert_eq!(done.status, 303, "{}", done.body);
    done.location.unwrap()
}

#[tokio::test]
async fn a_ready_one_is_taken_read_and_finished() {
    let app = TestApp::new().await;
    let (_, cookie, _) = coordinator(&app).await;
    let base = taken(&app, &cookie).await;
    assert_eq!(base, format!("{ALL}/odprti-prostor"));
    let page = app.get(&base, &cookie).await;
    assert!(page.body.contains("Tukaj se počutim varno."));
    assert_eq!(page.body.matches("Prevedeno je vse.").count(), 2);
    assert!(page.body.contains("if safe_1: 1, 2") || page.body.contains("če safe_1: 1, 2"));
    let done = app.post(&format!("{base}/versions/1/completion"), &cookie, &[]).await;
    assert_eq!(done.location.as_deref(), Some(base.as_str()));
    let page = app.get(&base, &cookie).await;
    assert!(page.body.contains("Različica 1, dokončana"), "{}", page.body);
    assert!(!page.body.contains("/items/new"));
    let next = app.post(&format!("{base}/versions"), &cookie, &[("number", "2")]).await;
    assert_eq!(next.status, 303);
    let page = app.get(&base, &cookie).await;
    assert!(page.body.contains("Različica 2, osnutek") && page.body.contains("?version=1"));
    assert_eq!(app.get(&format!("{base}?version=1"), &cookie).await.status, 200);
    assert_eq!(app.get(&format!("{base}?version=3"), &cookie).await.status, 404);
}

#[tokio::test]
async fn making_one_says_what_is_missing_and_keeps_what_was_typed() {
    let app = TestApp::new().await;
    let (_, cookie, _) = coordinator(&app).await;
    let id = hidden(&app.get(ALL, &cookie).await.body, "id");
    let typed = [("id", id.as_str()), ("name_sl", "Moj <b>"), ("kind", ""), ("source", "blank")];
    let told = app.post(ALL, &cookie, &typed).await;
    assert_eq!(told.status, 422);
    assert!(told.body.contains("Izberi vrsto dejavnosti.") && told.body.contains("Moj &#60;b&#62;"));
    let typed = [("id", id.as_str()), ("name_sl", "Moj"), ("kind", "group"), ("source", "blank")];
    let made = app.post(ALL, &cookie, &typed).await;
    let base = made.location.unwrap();
    let page = app.get(&base, &cookie).await;
    assert!(page.body.contains("Vprašalnik ničesar ne vpraša."));
    let copy =
        [("id", app.ids.ordered().to_string()), ("source", "moj".into()), ("name_sl", "Kopija".into())];
    let copy: Vec<(&str, &str)> = copy.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(app.post(ALL, &cookie, &copy).await.location.as_deref(), Some(&*format!("{ALL}/kopija")));
}

#[tokio::test]
async fn a_question_is_written_with_choices_and_a_condition() {
    let app = TestApp::new().await;
    let (_, cookie, _) = coordinator(&app).await;
    let base = taken(&app, &cookie).await;
    let form = app.get(&format!("{base}/items/new"), &cookie).await;
    let mark = hidden(&form.body, "mark");
    let mut typed = vec![
        ("mark", mark.as_str()),
        ("code", "pot"),
        ("text_sl", "Kako prideš?"),
        ("text_en", "How do you come?"),
        ("scale", "one"),
        ("choice_0_code", ""),
        ("choice_0_sl", "Peš"),
        ("choice_1_code", "bus"),
        ("choice_1_sl", "Z avtobusom"),
        ("choice_2_code", ""),
        ("choice_2_sl", ""),
        ("only_if", "often"),
        ("any_of", "weekly, vsakdan"),
    ];
    let told = app.post(&format!("{base}/items"), &cookie, &typed).await;
    assert_eq!(told.status, 422);
    assert!(told.body.contains("Odgovora »vsakdan« tam ni mogoče izbrati."), "{}", told.body);
    assert!(told.body.contains("value=\"Z avtobusom\""));
    typed.last_mut().unwrap().1 = "weekly, daily";
    for _ in 0..2 {
        let done = app.post(&format!("{base}/items"), &cookie, &typed).await;
        assert_eq!(done.location, Some(format!("{base}#i-pot")), "{}", done.body);
    }
    let page = app.get(&format!("{base}/items/pot"), &cookie).await;
    assert!(page.body.contains("name=\"choice_0_code\" size=\"8\" maxlength=\"32\" value=\"1\""));
    let mark = hidden(&page.body, "mark");
    // Somebody else mends a word meanwhile.
    typed[0].1 = &mark;
    typed[2].1 = "Kako prideš sem?";
    assert_eq!(app.post(&format!("{base}/items/pot"), &cookie, &typed).await.status, 303);
    typed[2].1 = "Na kakšen način prideš?";
    let told = app.post(&format!("{base}/items/pot"), &cookie, &typed).await;
    assert_eq!(told.status, 409);
    assert!(told.body.contains("medtem spremenil") && told.body.contains("Na kakšen način prideš?"));
    assert_eq!(
        app.post(&format!("{base}/items/pot/place"), &cookie, &[("at", "0")]).await.location,
        Some(format!("{base}?told=faults")),
        "often stands behind it then"
    );
    assert_eq!(
        app.post(&format!("{base}/items/pot/removal"), &cookie, &[]).await.location,
        Some(base.clone())
    );
    assert_eq!(app.get(&format!("{base}/items/pot"), &cookie).await.status, 404);
}

#[tokio::test]
async fn a_language_is_added_beside_the_first() {
    let app = TestApp::new().await;
    let (_, cookie, _) = coordinator(&app).await;
    let base = taken(&app, &cookie).await;
    for odd in ["", "D1", "nemško"] {
        let led = app.post(&format!("{base}/languages"), &cookie, &[("lang", odd)]).await;
        assert_eq!(led.location, Some(format!("{base}?told=language")), "{odd}");
    }
    let led = app.post(&format!("{base}/languages"), &cookie, &[("lang", " DE ")]).await;
    assert_eq!(led.location, Some(format!("{base}/languages/de")));
    let page = app.get(&format!("{base}/languages/de"), &cookie).await;
    let mark = hidden(&page.body, "mark");
    assert!(page.body.contains("<span lang=\"sl\">Tukaj se počutim varno.</span>"));
    let typed = [("mark", mark.as_str()), ("text-safe_1", "Hier fühle ich mich sicher.")];
    let done = app.post(&format!("{base}/languages/de"), &cookie, &typed).await;
    assert_eq!(done.location, Some(base.clone()), "{}", done.body);
    let page = app.get(&base, &cookie).await;
    assert!(page.body.contains("nemščina") && page.body.contains("Manjka"), "{}", page.body);
    let stale = [("mark", mark.as_str()), ("text-safe_1", "Anders")];
    let told = app.post(&format!("{base}/languages/de"), &cookie, &stale).await;
    assert_eq!(told.status, 409);
    assert!(told.body.contains("Anders"));
    app.post(&format!("{base}/languages/de/removal"), &cookie, &[]).await;
    assert!(!app.get(&base, &cookie).await.body.contains("nemščina"));
    let first = app.post(&format!("{base}/languages/en/first"), &cookie, &[]).await;
    assert_eq!(first.location, Some(base.clone()));
    assert_eq!(app.get(&format!("{base}/languages/DE"), &cookie).await.status, 404);
}

#[tokio::test]
async fn areas_are_named_and_taken_away() {
    let app = TestApp::new().await;
    let (_, cookie, _) = coordinator(&app).await;
    let base = taken(&app, &cookie).await;
    let page = app.get(&format!("{base}/areas"), &cookie).await;
    let mark = hidden(&page.body, "mark");
    let typed = [
        ("mark", mark.as_str()),
        ("area_0_was", "safe"),
        ("area_0_code", "Mir"),
        ("area_0_sl", "Mir"),
        ("area_0_en", "Peace"),
    ];
    let told = app.post(&format!("{base}/areas"), &cookie, &typed).await;
    assert_eq!(told.status, 422);
    assert!(told.body.contains("Koda »Mir« ni prava"), "{}", told.body);
    let mut typed = typed;
    typed[2].1 = "mir";
    let done = app.post(&format!("{base}/areas"), &cookie, &typed).await;
    assert_eq!(done.location, Some(base.clone()), "{}", done.body);
    let page = app.get(&base, &cookie).await;
    assert!(page.body.contains("strinjanje, 5 stopenj · Mir") && !page.body.contains("Pošteno in enako"));
}

/// Sends a file as a browser does.
async fn bring(app: &TestApp, cookie: &str, kind: &str, bytes: &[u8]) -> crate::testing::Answer {
    let mut body = Vec::new();
    for (name, value) in [("id", app.ids.ordered().to_string()), ("kind", kind.to_owned())] {
        let part = format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(part.as_bytes());
    }
    let head = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"naš.xlsx\"\r\n\r\n";
    body.extend_from_slice(head.as_bytes());
    body.extend_from_slice(bytes);
    body.extend_from_slice(b"\r\n--x--\r\n");
    let request = axum::http::Request::post(format!("{ALL}/file"))
        .header("cookie", cookie)
        .header("content-type", "multipart/form-data; boundary=x")
        .header("sec-fetch-site", "same-origin")
        .body(axum::body::Body::from(body));
    app.send(request.unwrap()).await
}

#[tokio::test]
async fn a_questionnaire_is_taken_along_and_brought_back_the_same() {
    let app = TestApp::new().await;
    let (unit, cookie, _) = coordinator(&app).await;
    taken(&app, &cookie).await;
    let book = crate::questionnaires::xlsform::write(
        "odprti-prostor",
        &crate::i18n::Text18::one("sl", "Odprti prostor"),
        &crate::questionnaires::shipped()[0].content,
    )
    .unwrap();
    let file = app.get(&format!("{ALL}/odprti-prostor/file"), &cookie).await;
    assert_eq!(file.status, 200);
    assert!(file.headers["content-disposition"].to_str().unwrap().contains("odprti-prostor-1.xlsx"));
    let done = bring(&app, &cookie, "open", &book).await;
    let made = format!("{ALL}/odprti-prostor-2");
    assert!(done.location.as_deref() == Some(&made) || done.body.contains(&made), "{}", done.body);
    let network_id = unit.network.id;
    let both = ["odprti-prostor", "odprti-prostor-2"].map(async |code| {
        let it = store::by_code(&app.db, network_id, code).await.unwrap().unwrap();
        store::versions_of(&app.db, network_id, it.id).await.unwrap().remove(0).content
    });
    let [first, second] = both;
    assert_eq!(first.await, second.await);
}

#[tokio::test]
async fn a_file_that_cannot_be_taken_says_why_and_makes_nothing() {
    let app = TestApp::new().await;
    let (unit, cookie, _) = coordinator(&app).await;
    assert_eq!(app.get(&format!("{ALL}/file"), &cookie).await.status, 200);
    for bytes in [&b"type;name;label\nselect_one x;a;?\n"[..], b"", &[0, 159, 146, 150]] {
        let told = bring(&app, &cookie, "open", bytes).await;
        assert_eq!(told.status, 422);
        assert!(told.body.contains("Datoteke nismo prevzeli."), "{}", told.body);
    }
    assert!(store::of_network(&app.db, unit.network.id).await.unwrap().is_empty());
}
