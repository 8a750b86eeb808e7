//! Forms that a network made itself.

use crate::access::RoleKind;
use crate::packs;
use crate::testing::TestApp;

const OWN: &str = r#"format = 1
code = "our-call"
version = 1
name = { sl = "Naš razpis", en = "Our call" }

[[figure]]
code = "visits"
name = { sl = "Obiski" }
measure = "visits"
"#;

async fn bring(app: &TestApp, text: &str) -> Result<i64, String> {
    packs::bring_in(app, app.network_id, "own.toml", text).await.map(|form| form.version)
}

#[tokio::test]
async fn a_networks_own_form_stands_beside_those_of_ours() {
    let app = TestApp::new().await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    assert_eq!(app.get("/units/mreza/mc-reka/packs/our-call", &worker).await.status, 404);
    // Brought in again as it is, nothing happens.
    for _ in 0..2 {
        assert_eq!(bring(&app, OWN).await, Ok(1));
    }
    let index = app.get("/units/mreza/mc-reka/packs", &worker).await.body;
    assert!(index.contains("Naš razpis") && index.contains("/packs/youth-office"), "{index}");
    assert_eq!(app.get("/units/mreza/mc-reka/packs/our-call?period=2026", &worker).await.status, 200);
    let file = app.get("/units/mreza/mc-reka/packs/our-call/file?period=2026&format=csv", &worker).await;
    assert_eq!(file.status, 200);
    assert_eq!(packs::file(&app, app.network_id, "our-call").await.unwrap().as_deref(), Some(OWN));
    // Other words need a later version, and the later one holds.
    let changed = OWN.replace("Naš razpis", "Novi razpis");
    let refused = bring(&app, &changed).await.unwrap_err();
    assert_eq!(
        refused,
        "own.toml: version: our-call stands in version 1 already; give this one a later number"
    );
    assert_eq!(bring(&app, &changed.replace("version = 1", "version = 2")).await, Ok(2));
    let index = app.get("/units/mreza/mc-reka/packs", &worker).await.body;
    assert!(index.contains("Novi razpis") && !index.contains("Naš razpis"));
    // One of ours gives way to the network's.
    let ours = packs::file(&app, app.network_id, "key-figures").await.unwrap().unwrap();
    assert!(bring(&app, &ours.replace("version = 1", "version = 9")).await.is_ok());
    let all = packs::forms(&app, app.network_id).await.unwrap();
    let found: Vec<i64> = all.iter().filter(|it| it.code == "key-figures").map(|it| it.version).collect();
    assert_eq!(found, [9]);
    assert!(packs::form(&app, app.network_id, "none").await.unwrap().is_none());
    assert!(packs::file(&app, app.network_id, "none").await.unwrap().is_none());
}

#[tokio::test]
async fn what_is_wrong_with_one_is_told_by_its_place() {
    let app = TestApp::new().await;
    let field = OWN.replace("measure = \"visits\"", "measure = \"visits\"\nmain_fields = [\"magic\"]");
    let cases = [
        (OWN.replace("measure = \"visits\"", "measure = \"joy\""), "own.toml: figure \"visits\": measure: "),
        (OWN.replace("code = \"our-call\"", "code = \"Our call\""), "own.toml: code: "),
        (OWN.replace("[[figure]]", "[[figure"), "own.toml: line 6: "),
        (field, "own.toml: figure \"visits\": main_fields: the network has no word \"magic\" there"),
        ("x".repeat(300_000), "own.toml: this is too large for a form"),
    ];
    for (text, says) in cases {
        let refused = bring(&app, &text).await.unwrap_err();
        assert!(refused.starts_with(says), "{refused}");
    }
    let all = packs::forms(&app, app.network_id).await.unwrap();
    assert_eq!(all.len(), 5, "nothing was brought in");
}
