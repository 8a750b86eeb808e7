use proptest::prelude::*;

use super::send_file;
use crate::access::RoleKind;
use crate::testing::{Answer, TestApp};
use crate::units::kinds::moved;

const KINDS: &str = "/units/mreza/mreza/kinds";
const ID: &str = "00000000-0000-4000-8000-000000000001";

async fn add(app: &TestApp, by: &str, id: &str, sl: &str, en: &str, code: &str) -> Answer {
    let fields = [("id", id), ("name_sl", sl), ("name_en", en), ("code", code), ("may_record", "yes")];
    app.post(KINDS, by, &fields).await
}

async fn codes(app: &TestApp) -> Vec<String> {
    let kinds = crate::units::kinds(&app.db, app.network_id).await.unwrap();
    kinds.into_iter().map(|kind| kind.code).collect()
}

#[tokio::test]
async fn a_network_adds_its_own_kind_once_and_units_are_of_it() {
    let app = TestApp::new().await;
    let (_, lead) = app.person(RoleKind::Coordinator, "mreza").await;
    for _ in 0..2 {
        let added = add(&app, &lead, ID, "Četrtni prostor", "Neighbourhood space", "").await;
        assert_eq!(added.location.as_deref(), Some("/units/mreza/mreza/kinds?added=cetrtni-prostor"));
    }
    assert_eq!(codes(&app).await.iter().filter(|code| *code == "cetrtni-prostor").count(), 1);
    let page = app.get(&format!("{KINDS}?added=cetrtni-prostor"), &lead).await.body;
    assert!(page.contains("Dodano: Četrtni prostor") && page.contains("vpisuje"), "{page}");

    // By hand, and from a file that calls it by its name.
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    let fields = [
        ("id", "00000000-0000-4000-8000-000000000002"),
        ("name_sl", "Prostor Moste"),
        ("kind", "cetrtni-prostor"),
        ("opened_on", "2026-01-01"),
    ];
    assert_eq!(app.post("/units/mreza/ljubljana/units", &mentor, &fields).await.status, 303);
    let unit = app.unit("prostor-moste").await;
    assert!(unit.kind == "cetrtni-prostor" && unit.may_record);
    let file = "ime;koda;vrsta\nProstor Vič;prostor-vic;četrtni prostor\n";
    let import = "/units/mreza/ljubljana/units/import";
    assert_eq!(send_file(&app, &mentor, import, "text", file.as_bytes()).await.status, 303);
    assert_eq!(app.unit("prostor-vic").await.kind, "cetrtni-prostor");

    let acts: Vec<(String,)> = crate::db::Conn::from(&app.db)
        .all("select object from audit where act = 'change_kinds'", vec![])
        .await
        .unwrap();
    assert_eq!(acts, [("add cetrtni-prostor".to_owned(),)]);
}

#[tokio::test]
async fn what_is_wrong_stands_beside_its_field_and_what_was_typed_stays() {
    let app = TestApp::new().await;
    let (_, lead) = app.person(RoleKind::Coordinator, "mreza").await;
    for (sl, en, code, told) in [
        ("", "", "", "Vpiši ime vsaj v enem jeziku"),
        ("  mladinski  CENTER ", "", "", "že obstaja"),
        ("Nekaj", "municipality", "", "že obstaja"),
        ("Nekaj", "", "centre", "To kodo že ima druga vrsta"),
        ("Nekaj", "", "Ni koda!", "To ne more biti koda"),
        (&"x".repeat(81), "", "", "največ 80 znakov"),
    ] {
        let answer = add(&app, &lead, ID, sl, en, code).await;
        assert_eq!(answer.status, 422, "{sl} {en} {code}");
        assert!(answer.body.contains(told), "{told}: {}", answer.body);
        assert!(answer.body.contains("aria-invalid=\"true\"") && answer.body.contains(ID));
    }
    assert_eq!(codes(&app).await.len(), 5);
    let path = format!("{KINDS}/municipality");
    let taken = app.post(&path, &lead, &[("name_sl", "Mladinski center")]).await;
    assert!(taken.status == 422 && taken.body.contains("value=\"Mladinski center\""), "{}", taken.body);
    assert_eq!(app.post(&format!("{KINDS}/nothing"), &lead, &[("name_sl", "X")]).await.status, 404);
}

#[tokio::test]
async fn a_kind_is_called_otherwise_put_elsewhere_and_records_or_not_and_keeps_its_code() {
    let app = TestApp::new().await;
    let (_, lead) = app.person(RoleKind::Coordinator, "mreza").await;
    let path = format!("{KINDS}/municipality");
    let fields = [("name_sl", "Mesto"), ("name_en", "Town"), ("after", "centre"), ("may_record", "yes")];
    assert_eq!(app.post(&path, &lead, &fields).await.status, 303);
    let order = ["network", "organisation", "centre", "municipality", "national_organisation"];
    assert_eq!(codes(&app).await, order);
    assert!(app.unit("ljubljana").await.may_record);
    let page = app.get(&path, &lead).await.body;
    assert!(page.contains("value=\"Mesto\"") && page.contains("value=\"centre\" selected"), "{page}");
    let page = app.get("/units/mreza/mreza/structure", &lead).await.body;
    assert!(page.contains("Mesto") && !page.contains("Občina"));
    let kept = async || {
        let ever = crate::units::ever(&app.db, app.network_id).await.unwrap();
        ever.iter().find(|unit| unit.code == "ljubljana").unwrap().may_record
    };
    assert!(kept().await);
    // In front of all, and no longer recording: also where units are remembered.
    app.post(&path, &lead, &[("name_sl", "Mesto"), ("after", "")]).await;
    assert_eq!(codes(&app).await[0], "municipality");
    assert!(!app.unit("ljubljana").await.may_record && !kept().await);
}

#[tokio::test]
async fn a_retired_kind_is_offered_to_nobody_new_and_can_come_back() {
    let app = TestApp::new().await;
    let (_, lead) = app.person(RoleKind::Coordinator, "mreza").await;
    for _ in 0..2 {
        assert_eq!(app.post(&format!("{KINDS}/centre/retirement"), &lead, &[]).await.status, 303);
    }
    let structure = app.get("/units/mreza/ljubljana/structure", &lead).await.body;
    assert!(!structure.contains("<option value=\"centre\""), "{structure}");
    assert!(structure.contains("Mladinski center"), "what is of it stays so");
    let import = "/units/mreza/ljubljana/units/import";
    let again = "ime;koda;vrsta;nadrejena\nEnota mc-reka;mc-reka;centre;ljubljana\n";
    assert_eq!(send_file(&app, &lead, import, "text", again.as_bytes()).await.status, 303);
    let new = format!("{again}Nov;nov;centre;\n");
    let told = send_file(&app, &lead, import, "text", new.as_bytes()).await;
    assert_eq!(told.status, 422);
    assert!(told.body.contains("Vrsta »Mladinski center« je opuščena"), "{}", told.body);
    let page = add(&app, &lead, ID, "Mladinski center", "", "drug").await.body;
    assert!(page.contains("med opuščenimi vrstami"), "{page}");

    assert_eq!(app.post(&format!("{KINDS}/centre/return"), &lead, &[]).await.status, 303);
    let structure = app.get("/units/mreza/ljubljana/structure", &lead).await.body;
    assert!(structure.contains("<option value=\"centre\""));
    let top = app.post(&format!("{KINDS}/network/retirement"), &lead, &[]).await;
    assert_eq!(top.status, 422, "the network is of it");
}

proptest! {
    #[test]
    fn moving_one_keeps_all_and_the_order_of_the_others(n in 1usize..8, it in 0usize..8, after in 0usize..9) {
        let all: Vec<String> = (0..n).map(|n| n.to_string()).collect();
        let codes: Vec<&str> = all.iter().map(String::as_str).collect();
        let it = codes[it % n];
        let after = codes.get(after).copied().filter(|after| *after != it).unwrap_or("");
        let order = moved(&codes, it, after);
        let others = |order: &[&str]| order.iter().filter(|code| **code != it).map(|code| (*code).to_owned()).collect::<Vec<_>>();
        prop_assert_eq!(others(&order), others(&codes));
        let at = order.iter().position(|code| *code == it).unwrap();
        prop_assert_eq!(at.checked_sub(1).map_or("", |at| order[at]), after);
    }
}
