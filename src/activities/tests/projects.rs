//! Projects that activities of several units are part of.

use uuid::Uuid;

use crate::access::RoleKind;
use crate::activities::Activity;
use crate::testing::TestApp;
use crate::vocabulary;

const ID: &str = "00000000-0000-0000-0000-000000000001";
const NEW: [(&str, &str); 5] = [
    ("id", ID),
    ("name_sl", "Mladi za mesto"),
    ("from", "2026-01-01"),
    ("last", "2026-12-31"),
    ("programme", "Erasmus+"),
];

#[tokio::test]
async fn a_project_of_one_unit_is_named_by_activities_of_another() {
    let app = TestApp::new().await;
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    let (_, other) = app.person(RoleKind::Mentor, "mc-sava").await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let base = "/units/mreza/ljubljana/projects";
    for _ in 0..2 {
        let made = app.post(base, &mentor, &NEW).await;
        assert_eq!(made.location.unwrap(), format!("{base}/{ID}"));
    }
    let all = vocabulary::projects(&app.db, app.network_id).await.unwrap();
    assert_eq!((all.len(), all[0].code.as_str()), (1, "mladi-za-mesto"));

    for unit in ["mc-reka", "mc-sava"] {
        let part =
            Activity { project: Some(Uuid::from_u128(1)), ..app.activity_like(unit, "delavnica").await };
        app.keep(part).await;
    }
    // Each sees what is part of it in their own branch, and only its keeper changes it.
    for (unit, who, sees, changes) in [
        ("mc-reka", &worker, "mc-reka", false),
        ("mc-sava", &other, "mc-sava", false),
        ("ljubljana", &mentor, "mc-reka", true),
    ] {
        let page = app.get(&format!("/units/mreza/{unit}/projects/{ID}"), who).await;
        assert_eq!(page.status, 200);
        assert!(page.body.contains("Mladi za mesto") && page.body.contains("Erasmus+"), "{}", page.body);
        assert!(page.body.contains(&format!("/units/mreza/{sees}/entries?activity=")), "{}", page.body);
        assert_eq!(page.body.matches("entries?activity=").count(), 1);
        assert_eq!(page.body.contains("name=\"programme\""), changes);
    }
    let form = app.get("/units/mreza/mc-sava/activities/new", &other).await;
    assert!(form.body.contains("Mladi za mesto"), "offered in every unit");
    let taken = app.post(&format!("/units/mreza/mc-sava/projects/{ID}"), &other, &NEW).await;
    assert_eq!(taken.status, 403, "another unit's project");
}

#[tokio::test]
async fn a_project_is_mended_and_what_cannot_be_is_told() {
    let app = TestApp::new().await;
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    let base = "/units/mreza/ljubljana/projects";
    for (name, value, says) in [
        ("name_sl", "", "vsaj v enem jeziku"),
        ("from", "", "Vpiši prvi dan"),
        ("last", "2025-12-31", "2026"),
        ("last", "jutri", "dan"),
        ("programme", &"x".repeat(300), "200"),
    ] {
        let mut fields = NEW.to_vec();
        fields.retain(|(field, _)| *field != name);
        fields.push((name, value));
        let answer = app.post(base, &mentor, &fields).await;
        assert_eq!(answer.status, 422, "{name}={value}");
        assert!(
            answer.body.contains(says) && answer.body.contains("Še ni shranjeno"),
            "{name}: {}",
            answer.body
        );
    }
    app.post(base, &mentor, &NEW).await;
    let mended =
        [("name_sl", "Mladi za mesto in vas"), ("from", "2026-02-01"), ("last", ""), ("programme", "")];
    assert_eq!(app.post(&format!("{base}/{ID}"), &mentor, &mended).await.status, 303);
    let all = vocabulary::projects(&app.db, app.network_id).await.unwrap();
    assert_eq!(all[0].name.read("sl"), "Mladi za mesto in vas");
    assert_eq!((all[0].code.as_str(), all[0].last_on(), &all[0].programme), ("mladi-za-mesto", None, &None));
    let (_, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    let page = app.get(&format!("{base}/{ID}"), &coordinator).await;
    assert!(page.body.contains("name=\"programme\""), "a coordinator mends every project");
}
