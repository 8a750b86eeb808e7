use serde_json::{Value, json};

use crate::i18n::{Lang, Words};
use crate::reports::template::{Template, What};
use crate::reports::{bring_in, naming, shelf, templates};
use crate::testing::TestApp;

#[test]
fn the_program_brings_five_with_all_their_words() {
    let all = shelf::shipped();
    let codes: Vec<&str> = all.iter().map(|it| it.code.as_str()).collect();
    assert_eq!(
        codes,
        [
            "centre-year",
            "centre-half-year",
            "municipality-year",
            "network-year",
            "council-page",
            "plan-half-year",
            "plan-year"
        ]
    );
    for w in Lang::ALL.map(Words) {
        for template in &all {
            assert!(!naming::title(w, template).contains('⟦'), "{}", template.code);
            for section in &template.sections {
                let said = format!("{}{}", naming::heading(w, section), naming::hint(w, section));
                assert!(!said.contains('⟦'), "{} {}: {said}", template.code, section.code);
            }
        }
    }
}

fn one(section: Value) -> String {
    let template = json!({ "code": "nasa", "version": 1, "name": { "sl": "Naša" }, "periods": ["year"], "sections": [section] });
    template.to_string()
}

#[test]
fn what_is_wrong_with_a_template_is_told_with_its_place() {
    let figures = |code: &str| json!({ "code": "stevilke", "kind": "figures", "measures": ["visits", code] });
    let chart = |measure: &str, axis: &str, form: &str| json!({ "code": "slika", "kind": "chart", "measure": measure, "axis": axis, "form": form });
    for (section, told) in [
        (figures("visitz"), "section 1 (stevilke): there is no measure \"visitz\"; expected activities_held"),
        (figures("staff_min"), "staff_min is about staff"),
        (
            chart("created_min", "gender", "bars"),
            "section 1 (slika): axis: gender does not split created_min",
        ),
        (chart("opening_min", "kind", "bars"), "opening_min; it is split by weekday, month, unit"),
        (chart("visits", "colour", "bars"), "there is no \"colour\""),
        (chart("visits", "gender", "pie"), "there is no \"pie\"; expected columns, bars, stack"),
        (chart("visits", "tag", "stack"), "do not add up to a whole"),
        (chart("created_share", "kind", "stack"), "do not add up to a whole"),
        (json!({ "code": "ne", "kind": "poem" }), "kind: there is no \"poem\""),
        (json!({ "code": "Ne!", "kind": "text" }), "code: expected 2 to 40"),
        (json!({ "code": "st", "kind": "figures" }), "measures: expected at least one"),
        (
            json!({ "code": "vsak", "kind": "each", "sections": [{ "code": "tekst", "kind": "text" }] }),
            "section 1.1 (tekst): text cannot be written for each unit",
        ),
        (json!({ "code": "ne", "kind": "text", "colour": "red" }), "unknown field `colour`"),
    ] {
        let why = Template::parse(&one(section.clone())).unwrap_err();
        assert!(why.contains(told), "{section}: {why}");
    }
    assert!(Template::parse("{").unwrap_err().starts_with("this is no template"));
    let mut deep = json!({ "code": "dno", "kind": "figures", "measures": ["visits"] });
    for n in 0..5 {
        deep = json!({ "code": format!("vsak-{n}"), "kind": "each", "sections": [deep] });
    }
    assert!(Template::parse(&one(deep)).unwrap_err().contains("deeper"));
}

#[test]
fn a_template_written_out_is_read_again() {
    for template in shelf::shipped() {
        let written = template.clone().with_words();
        assert_eq!(Template::parse(&template.to_json()).unwrap(), template);
        assert_eq!(Template::parse(&written.to_json()).unwrap(), written);
        let what: Vec<&What> = written.sections.iter().map(|it| &it.what).collect();
        assert_eq!(what, template.sections.iter().map(|it| &it.what).collect::<Vec<_>>());
    }
}

#[tokio::test]
async fn a_network_brings_its_own_and_reports_keep_the_version_they_began_with() {
    let app = TestApp::new().await;
    let id = app.network_id;
    let text = |version: i64, heading: &str| {
        json!({ "code": "nasa", "version": version, "name": { "sl": "Naša", "en": "Ours" }, "periods": ["year"],
            "sections": [{ "code": "uvod", "kind": "text", "heading": { "sl": heading } }] })
        .to_string()
    };
    bring_in(&app, id, &text(1, "Prvi")).await.unwrap();
    // The same again is nothing new; something else under the same number is refused.
    bring_in(&app, id, &text(1, "Prvi")).await.unwrap();
    assert!(bring_in(&app, id, &text(1, "Drugi")).await.unwrap_err().contains("later number"));
    bring_in(&app, id, &text(2, "Drugi")).await.unwrap();
    let all = templates(&app, id).await.unwrap();
    assert_eq!(all.iter().find(|it| it.code == "nasa").map(|it| it.version), Some(2));
    let first = shelf::template(&app, id, "nasa", 1).await.unwrap();
    assert_eq!(first.sections[0].heading.read("sl"), "Prvi");
    assert!(shelf::template(&app, id, "nasa", 3).await.is_err());
    let nameless = json!({ "code": "brez", "version": 1, "periods": ["year"], "sections": [{ "code": "uvod", "kind": "text" }] });
    assert!(bring_in(&app, id, &nameless.to_string()).await.unwrap_err().contains("name"));
}
