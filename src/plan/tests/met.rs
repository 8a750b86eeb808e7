//! Numbers that bodies' meetings make.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Begun, begun};
use crate::bodies::{self, Body, Kind, Meeting};
use crate::i18n::{Lang, Text18, Words};
use crate::plan::document::{Evidence, Joined, Met};
use crate::plan::reckoning::{Found, Lost, Reckoned, Reckoning, reckon};
use crate::plan::standing::State;
use crate::plan::{making, telling};

const PLAN: &str = "/units/mreza/mreza/plans/2026";

const TEXT: &str = r#"
format = 1
year = 2026
name = { sl = "Letni načrt 2026" }

[[part]]
kind = "area"
code = "work"
name = { sl = "Delovanje" }

[[part]]
kind = "action"
code = "sessions"
in = "work"
name = { sl = "Seje" }
targets = [
  { code = "council", rule = "exactly", number = 2, unit = { sl = "seji" }, evidence = { from = "meetings", body = "council" } },
  { code = "members", rule = "at_least", number = 30, unit = { sl = "članic" }, evidence = { from = "meetings", body = "assembly", of = "present", counted = "latest", when = "2026-03/2026-04" } },
  { code = "group", rule = "at_least", number = 1, unit = { sl = "srečanje na mesec" }, evidence = { from = "meetings", body = "working_group", name = "Skupina za mlade", counted = "monthly" } },
]
"#;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

impl Begun {
    async fn body(&self, kind: Kind, name: &str) -> Uuid {
        let id = self.app.ids.ordered();
        let body = Body { kind, name: Text18::one("sl", name), within: None };
        bodies::save(&self.app, &self.me, &self.root, (id, 0), &body).await.unwrap();
        id
    }

    async fn met(&self, body: Uuid, on: &str, present: Option<i64>) {
        let meeting = Meeting {
            held_on: date(on),
            place: "Dvorana".into(),
            present,
            minutes: String::new(),
            decisions: Vec::new(),
        };
        let of = (body, self.app.ids.ordered(), 0);
        bodies::save_meeting(&self.app, &self.me, &self.root, of, &meeting).await.unwrap();
    }

    async fn stands(&self, day: &str) -> Reckoning {
        let kept = making::find(&self.app, &self.root, 2026).await.unwrap().unwrap();
        reckon(&self.app, &self.root, &kept, date(day)).await.unwrap()
    }
}

fn came(of: &Reckoning, target: &str) -> (Option<i64>, State) {
    let it: &Reckoned = of.target("sessions", target).unwrap();
    (it.came.map(|it| it.above), it.standing.state)
}

#[tokio::test]
async fn meetings_count_by_their_days_and_by_who_was_there() {
    let it = begun(TEXT).await;
    let council = it.body(Kind::Council, "Svet").await;
    let assembly = it.body(Kind::Assembly, "Zbor").await;
    it.met(council, "2025-12-20", Some(5)).await;
    it.met(council, "2026-02-10", None).await;
    it.met(assembly, "2026-03-20", Some(28)).await;
    it.met(assembly, "2026-04-10", Some(33)).await;
    it.met(assembly, "2026-06-10", Some(12)).await;

    let half = it.stands("2026-06-30").await;
    assert_eq!(came(&half, "council"), (Some(1), State::OnTheWay), "of another year nothing counts");
    assert_eq!(came(&half, "members"), (Some(33), State::Reached), "the last of spring; in June it is over");
    assert_eq!(came(&it.stands("2026-03-31").await, "members"), (Some(28), State::OnTheWay));

    it.met(council, "2026-09-10", Some(4)).await;
    assert_eq!(came(&it.stands("2026-09-30").await, "council"), (Some(2), State::Reached));
    assert_eq!(
        came(&it.stands("2026-08-31").await, "council"),
        (Some(1), State::OnTheWay),
        "it had not been"
    );

    // Nobody said how many were there: that is told, and counts nothing.
    it.met(assembly, "2026-04-20", None).await;
    let half = it.stands("2026-06-30").await;
    assert_eq!(came(&half, "members").0, Some(33));
    let notes = telling::notes(Words(Lang::Sl), half.target("sessions", "members").unwrap());
    assert!(
        notes.iter().any(|it| it.replace('\u{a0}', " ").starts_with("Pri 1 seji ni zapisano")),
        "{notes:?}"
    );

    let page = it.app.get(&format!("{PLAN}/parts/sessions/targets/council"), &it.cookie).await.body;
    assert!(
        page.contains("Seje, ki so štete") && page.contains(&format!("bodies/{council}/meetings/")),
        "{page}"
    );
    assert!(page.contains("Dvorana") && !page.contains("count-number"), "it counts itself: {page}");
}

#[tokio::test]
async fn a_body_that_is_not_there_is_told_and_counts_by_hand_hold() {
    let it = begun(TEXT).await;
    let lost = it.stands("2026-06-30").await;
    let target = lost.target("sessions", "group").unwrap();
    assert!(
        matches!(&target.found, Found::Lost(Lost::Body(Kind::WorkingGroup, name)) if name == "Skupina za mlade")
    );
    assert_eq!(target.standing.state, State::Unknown);
    assert!(telling::notes(Words(Lang::Sl), target)[0].contains("Delovna skupina: Skupina za mlade"));
    let page = it.app.get(&format!("{PLAN}/parts/sessions/targets/group"), &it.cookie).await.body;
    assert!(page.contains("count-number"), "until then somebody counts: {page}");

    // Of another group nothing counts; its name in whatever letters is its name, and what it did stays when it meets no more.
    it.body(Kind::WorkingGroup, "Skupina za starejše").await;
    assert_eq!(came(&it.stands("2026-06-30").await, "group").1, State::Unknown);
    let group = it.body(Kind::WorkingGroup, "skupina za MLADE").await;
    for month in 1..=6 {
        it.met(group, &format!("2026-{month:02}-10"), None).await;
    }
    let half = it.stands("2026-06-30").await;
    assert_eq!(came(&half, "group"), (Some(1), State::OnTheWay));
    assert_eq!(half.target("sessions", "group").unwrap().standing.months, Some((6, 12)));
    bodies::end(&it.app, &it.me, &it.root, group, true).await.unwrap();
    assert_eq!(came(&it.stands("2026-06-30").await, "group").0, Some(1));
    assert_eq!(came(&it.stands("2026-07-31").await, "group"), (Some(0), State::AtRisk), "July had none");
}

#[tokio::test]
async fn of_each_month_are_meant_those_that_the_evidence_names() {
    let it = begun(TEXT).await;
    let text = TEXT.replace("counted = \"monthly\"", "counted = \"monthly\", when = \"2026-03/2026-04\"");
    it.bring(&text).await;
    let group = it.body(Kind::WorkingGroup, "Skupina za mlade").await;
    it.met(group, "2026-03-10", None).await;
    it.met(group, "2026-04-10", None).await;
    let half = it.stands("2026-06-30").await;
    assert_eq!(came(&half, "group"), (Some(1), State::OnTheWay));
    assert_eq!(half.target("sessions", "group").unwrap().standing.months, Some((2, 2)));
    assert_eq!(came(&it.stands("2026-12-31").await, "group").1, State::Reached);
}

#[tokio::test]
async fn the_form_chooses_whose_meetings() {
    let it = begun(TEXT).await;
    let council = Text18::two("Skupina za mlade", "Youth group");
    let named = Body { kind: Kind::WorkingGroup, name: council, within: None };
    let id = it.app.ids.ordered();
    bodies::save(&it.app, &it.me, &it.root, (id, 0), &named).await.unwrap();
    let at = format!("{PLAN}/parts/sessions");
    let page = it.app.get(&format!("{at}/form"), &it.cookie).await.body;
    assert!(page.contains("value=\"working_group:Skupina za mlade\" selected>Skupina za mlade<"), "{page}");
    assert_eq!(page.matches("working_group:Youth group").count(), 0, "by the name that the plan has: {page}");
    bodies::save(&it.app, &it.me, &it.root, (id, 1), &Body { name: Text18::one("sl", "Drugi"), ..named })
        .await
        .unwrap();
    it.body(Kind::WorkingGroup, "Skupina: mladi, z vejico").await;
    let page = it.app.get(&format!("{at}/form"), &it.cookie).await.body;
    assert!(page.contains("value=\"council\" selected"), "{page}");
    assert!(
        page.contains("value=\"working_group:Skupina za mlade\" selected"),
        "also where it is gone: {page}"
    );
    assert!(page.contains("value=\"working_group:Skupina: mladi, z vejico\">"), "{page}");
    let fields = [
        ("version", "1"),
        ("kind", "action"),
        ("in", "work"),
        ("name_sl", "Seje"),
        ("targets_0_code", "council"),
        ("targets_0_rule", "exactly"),
        ("targets_0_number", "2"),
        ("targets_0_unit_sl", "seji"),
        ("targets_0_evidence_from", "meetings"),
        ("targets_0_evidence_body", "working_group:Skupina: mladi, z vejico"),
        ("targets_0_evidence_met", "present"),
        ("targets_0_evidence_counted", "each"),
        ("targets_0_evidence_when", "marec"),
        // Empty rows are sent with what is chosen in them at first.
        ("targets_1_rule", "at_least"),
        ("targets_1_evidence_met", "meetings"),
    ];
    let saved = it.app.post(&at, &it.cookie, &fields).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    let kept = making::find(&it.app, &it.root, 2026).await.unwrap().unwrap();
    let targets = &kept.part("sessions").unwrap().what.says.targets;
    let Some(Evidence::Meetings { body, name, of, counted, when }) = &targets[0].evidence else {
        panic!("{targets:?}")
    };
    assert_eq!((*body, name.as_str(), *of), (Kind::WorkingGroup, "Skupina: mladi, z vejico", Met::Present));
    assert_eq!((*counted, when.len(), targets.len()), (Joined::Each, 1, 1));

    // Nothing chosen is told beside the choice.
    let fields: Vec<_> = fields
        .iter()
        .map(|it| match it.0 {
            "targets_0_evidence_body" => (it.0, ""),
            "version" => (it.0, "2"),
            _ => *it,
        })
        .collect();
    let refused = it.app.post(&at, &it.cookie, &fields).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("id=\"targets_0_evidence_body-problem\""), "{}", refused.body);
}

#[tokio::test]
async fn a_body_that_is_renamed_is_still_meant() {
    let it = begun(TEXT).await;
    let group = it.body(Kind::WorkingGroup, "Skupina za mlade").await;
    it.met(group, "2026-01-10", None).await;
    let named = async |version, name: &str| {
        let body = Body { kind: Kind::WorkingGroup, name: Text18::one("sl", name), within: None };
        bodies::save(&it.app, &it.me, &it.root, (group, version), &body).await.unwrap();
    };
    named(1, "Mladi odločajo").await;
    named(2, "Mladi o vsem").await;
    let january = it.stands("2026-01-31").await;
    assert_eq!(came(&january, "group").0, Some(1));
    let source = telling::source(Words(Lang::Sl), january.target("sessions", "group").unwrap());
    assert!(source.contains("Mladi o vsem"), "told by the name it has: {source}");
    // The form chooses it as it stands in the plan, and saving that again changes nothing.
    let form = it.app.get(&format!("{PLAN}/parts/sessions/form"), &it.cookie).await.body;
    assert!(form.contains("value=\"working_group:Skupina za mlade\" selected>Mladi o vsem<"), "{form}");
    assert!(!form.contains("value=\"working_group:Mladi o vsem\""), "and by no other name: {form}");
    // Another one is founded under that name. In a year in which it did not meet it is not meant.
    let other = it.body(Kind::WorkingGroup, "Skupina za mlade").await;
    it.met(other, "2027-02-10", None).await;
    assert_eq!(came(&it.stands("2026-01-31").await, "group").0, Some(1));
    it.met(other, "2026-09-10", None).await;
    assert_eq!(came(&it.stands("2026-01-31").await, "group").0, Some(0), "now it is");
}
