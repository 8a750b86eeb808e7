//! The form of a part: units that are ticked, targets that carry on earlier ones, months in words.

use super::{Begun, SMALL, begun};
use crate::plan::document::Evidence;
use crate::plan::keeping::{At, Typed, count};
use crate::plan::making;

const PLAN: &str = "/units/mreza/mreza/plans/2026";

async fn scene() -> Begun {
    begun(&SMALL.replace("2027", "2026")).await
}

/// A target of the part `meeting`, as browsers send it.
fn fields<'f>(version: &'f str, code: &'f str, number: &'f str, unit: &'f str) -> Vec<(&'f str, &'f str)> {
    vec![
        ("version", version),
        ("kind", "action"),
        ("in", "development"),
        ("name_sl", "Srečanje"),
        ("when", "november"),
        ("targets_0_code", code),
        ("targets_0_rule", "at_least"),
        ("targets_0_number", number),
        ("targets_0_unit_sl", unit),
    ]
}

impl Begun {
    async fn form(&self) -> String {
        let page = self.app.get(&format!("{PLAN}/parts/meeting/form"), &self.cookie).await;
        assert_eq!(page.status, 200, "{}", page.body);
        page.body
    }

    async fn send(&self, fields: &[(&str, &str)]) -> crate::testing::Answer {
        self.app.post(&format!("{PLAN}/parts/meeting"), &self.cookie, fields).await
    }

    async fn targets(&self) -> Vec<crate::plan::document::Target> {
        let kept = making::find(&self.app, &self.root, 2026).await.unwrap().unwrap();
        kept.part("meeting").unwrap().what.says.targets.clone()
    }
}

#[tokio::test]
async fn units_are_ticked_one_by_one_and_stay_ticked_where_the_form_is_refused() {
    let it = scene().await;
    let form = it.form().await;
    assert!(form.contains("type=\"checkbox\" name=\"targets_0_evidence_in\" value=\"mc-reka\""), "{form}");
    assert!(!form.contains("<select multiple") && !form.contains(" multiple "), "{form}");
    let ticked = |number: &'static str| {
        let mut all = fields("1", "", number, "obiskov");
        all.extend([
            ("targets_0_evidence_from", "measure"),
            ("targets_0_evidence_measure", "visits"),
            ("targets_0_evidence_in", "mc-sava"),
            ("targets_0_evidence_in", "mc-reka"),
        ]);
        all
    };
    let refused = it.send(&ticked("precej")).await;
    assert_eq!(refused.status, 422);
    for code in ["mc-sava", "mc-reka"] {
        let box_of = format!("name=\"targets_0_evidence_in\" value=\"{code}\" checked");
        assert!(refused.body.contains(&box_of), "{code}: {}", refused.body);
    }
    assert_eq!(
        refused.body.matches("targets_0_evidence_in\" value").count(),
        form.matches("targets_0_evidence_in\" value").count()
    );
    assert_eq!(it.send(&ticked("40")).await.status, 303);
    let targets = it.targets().await;
    let Some(Evidence::Measure { within, .. }) = &targets[0].evidence else { panic!("{targets:?}") };
    assert_eq!(within, &["mc-reka", "mc-sava"]);
    // Those that are chosen stand first.
    let form = it.form().await;
    let at = |code: &str| form.find(&format!("targets_0_evidence_in\" value=\"{code}\"")).unwrap();
    assert!(at("mc-sava") < at("ljubljana") && at("mc-reka") < at("brezice"), "{form}");
}

#[tokio::test]
async fn a_target_that_was_emptied_by_mistake_is_joined_with_its_counts_again() {
    let it = scene().await;
    assert!(!it.form().await.contains("Nadaljuje prejšnji cilj"), "nothing is there to be carried on");
    assert_eq!(it.send(&fields("1", "", "20", "objav")).await.status, 303);
    let typed = Typed {
        day: "2026-05-04".into(),
        number: "15".into(),
        note: "Objave spomladi".into(),
        ..Typed::default()
    };
    let at = At { year: 2026, part: "meeting", target: "target-1" };
    let id = it.app.ids.ordered();
    assert!(count(&it.app, &it.me, &it.root, at, (id, &typed), Ok(None)).await.unwrap().is_empty());
    assert!(!it.form().await.contains("Nadaljuje prejšnji cilj"), "it stands");
    assert_eq!(it.send(&fields("2", "target-1", "", "")).await.status, 303);
    assert!(it.targets().await.is_empty());
    let part = it.app.get(&format!("{PLAN}/parts/meeting"), &it.cookie).await.body;
    assert!(part.contains("/parts/meeting/form#h-targets"), "{part}");
    let form = it.form().await;
    assert!(form.contains("<option value=\"target-1\">vsaj 20 objav (1 ročni vnos)</option>"), "{form}");
    // Chosen, and nothing else said: it is not left out as an empty row.
    let refused = it.send(&fields("3", "target-1", "", "")).await;
    assert_eq!(refused.status, 422);
    for says in ["id=\"targets_0_number-problem\"", "<option value=\"target-1\" selected>"] {
        assert!(refused.body.contains(says), "{says}: {}", refused.body);
    }
    for _ in 0..2 {
        let saved = it.send(&fields("3", "target-1", "25", "objav")).await;
        assert_eq!(saved.status, 303, "sent twice, it is saved once: {}", saved.body);
    }
    assert_eq!(it.targets().await[0].code, "target-1");
    let page = it.app.get(&format!("{PLAN}/parts/meeting/targets/target-1"), &it.cookie).await.body;
    assert!(page.contains("15 od 25") && page.contains("Objave spomladi"), "{page}");
    assert!(!it.form().await.contains("Nadaljuje prejšnji cilj"), "it stands again");
}

#[tokio::test]
async fn months_are_typed_over_in_words() {
    let it = scene().await;
    let form = it.app.get(&format!("{PLAN}/parts/academy/form"), &it.cookie).await.body;
    for says in ["value=\"februar–december\"", "value=\"marec, oktober\""] {
        assert!(form.contains(says), "{says}: {form}");
    }
}

#[tokio::test]
async fn a_plan_whose_year_is_over_is_looked_at_by_its_last_day() {
    let it = scene().await;
    it.bring(&SMALL.replace("2027", "2025")).await;
    let days = async |year: &str| {
        let page = it.app.get(&format!("/units/mreza/mreza/plans/{year}"), &it.cookie).await.body;
        let (_, rest) = page.split_once("plan-days").unwrap();
        rest.split("</nav>").next().unwrap().to_owned()
    };
    let (running, over) = (days("2026").await, days("2025").await);
    assert!(
        running.contains("Danes") && running.contains("Polletje") && !running.contains("Konec leta"),
        "{running}"
    );
    assert!(!over.contains("Danes") && over.contains("Polletje") && over.contains("Konec leta"), "{over}");
    assert_eq!(over.matches("aria-current").count(), 1, "{over}");
}

#[tokio::test]
async fn a_form_keeps_what_is_said_in_a_language_that_the_network_does_not_write() {
    let it = scene().await;
    let text = SMALL.replace("2027", "2026").replace(
        "name = { sl = \"Srečanje\" }",
        "name = { sl = \"Srečanje\", hr = \"Susret\" }\nindicator = { hr = \"Bilo je\" }",
    );
    it.bring(&text).await;
    let form = it.form().await;
    assert!(
        form.contains("id=\"name_hr\" name=\"name_hr\" lang=\"hr\"") && form.contains("value=\"Susret\""),
        "{form}"
    );
    // As a browser sends the form of another part of it back.
    let mut fields = fields("2", "", "", "");
    fields.extend([("name_hr", "Susret"), ("indicator_hr", "Bilo je!")]);
    assert_eq!(it.send(&fields).await.status, 303);
    let kept = making::find(&it.app, &it.root, 2026).await.unwrap().unwrap();
    let part = &kept.part("meeting").unwrap().what;
    assert_eq!((part.name.get("hr"), part.says.indicator.get("hr")), (Some("Susret"), Some("Bilo je!")));
}

#[tokio::test]
async fn a_number_is_taken_out_by_a_tick_whatever_its_fields_say() {
    let it = scene().await;
    assert_eq!(it.send(&fields("1", "", "20", "objav")).await.status, 303);
    assert_eq!(it.form().await.matches("_remove").count(), 1, "of one that is there, and of no empty row");
    // Without a number it is told which one is missing, by name.
    let refused = it.send(&fields("2", "target-1", "", "objav")).await.body;
    assert!(refused.contains("<a href=\"#targets_0_number\">Število: To manjka.</a>"), "{refused}");
    let mut fields = fields("2", "target-1", "20", "objav");
    fields.push(("targets_0_remove", "1"));
    assert_eq!(it.send(&fields).await.status, 303);
    assert!(it.targets().await.is_empty());
}
