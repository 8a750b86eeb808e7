//! What was counted by hand hangs on its target, whatever is made of the plan by a file or a form.

use super::pages::send;
use super::{SMALL, read};
use crate::access::{Me, RoleKind};
use crate::i18n::{Lang, Text18, Words};
use crate::plan::arriving::read_for;
use crate::plan::codes::{Ever, given};
use crate::plan::document::{Evidence, Joined, Plan, Rule, Target};
use crate::plan::keeping::{At, Typed, count};
use crate::plan::making;
use crate::table::to_csv;
use crate::testing::TestApp;
use crate::units::Unit;

const PLAN: &str = "/units/mreza/mreza/plans/2026";

fn sheet(unit: &str, number: &str) -> Vec<u8> {
    let rows = [["področje", "aktivnost", "število", "enota"], ["Razvoj", "Tečaj", number, unit]];
    to_csv(&rows.map(|row| row.map(str::to_owned).to_vec()), true)
}

struct Scene {
    app: TestApp,
    root: Unit,
    me: Me,
    cookie: String,
}

async fn scene() -> Scene {
    let app = TestApp::new().await;
    let root = app.unit("mreza").await;
    let (me, cookie) = app.person(RoleKind::Coordinator, "mreza").await;
    Scene { app, root, me, cookie }
}

impl Scene {
    async fn bring(&self, file: &[u8]) -> Plan {
        let read = read_for(&self.app, Words(Lang::Sl), &self.root, file, Some(2026)).await.unwrap();
        let plan = read.unwrap_or_else(|wrong| panic!("{wrong:#?}"));
        making::bring_in(&self.app, None, &self.root, &plan, None).await.unwrap().unwrap();
        plan
    }

    async fn count(&self, part: &str, target: &str, number: &str) {
        let typed = Typed {
            day: "2026-05-04".into(),
            number: number.into(),
            note: "Usposabljanje v Celju".into(),
            ..Typed::default()
        };
        let at = At { year: 2026, part, target };
        let id = self.app.ids.ordered();
        let wrong = count(&self.app, &self.me, &self.root, at, (id, &typed), Ok(None)).await.unwrap();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    async fn page(&self, rest: &str) -> String {
        let page = self.app.get(&format!("{PLAN}{rest}"), &self.cookie).await;
        assert_eq!(page.status, 200, "{rest}: {}", page.body);
        page.body
    }
}

#[tokio::test]
async fn a_unit_in_other_words_is_still_the_same_target() {
    let it = scene().await;
    it.bring(&sheet("usposabljanja", "4")).await;
    it.count("tecaj", "usposabljanja", "3").await;
    let plan = it.bring(&sheet("usposabljanj", "5")).await;
    assert_eq!(plan.part("tecaj").unwrap().says.targets[0].code, "usposabljanja");
    let page = it.page("/parts/tecaj/targets/usposabljanja").await;
    assert!(page.contains("3 od 5") && page.contains("Usposabljanje v Celju"), "{page}");
}

#[tokio::test]
async fn the_preview_says_how_many_counts_hang_on_what_goes_and_they_stay_readable() {
    let it = scene().await;
    it.bring(&sheet("usposabljanja", "4")).await;
    it.count("tecaj", "usposabljanja", "3").await;
    it.count("tecaj", "usposabljanja", "1").await;
    // Two where there was one: nobody can tell which is meant.
    let rows = [
        ["področje", "aktivnost", "število", "enota"],
        ["Razvoj", "Tečaj", "5", "delavnic"],
        ["", "", "80", "udeležencev"],
    ];
    let file = to_csv(&rows.map(|row| row.map(str::to_owned).to_vec()), true);
    let look = send(&it.app, &it.cookie, &[("year", b"2026"), ("file", &file)]).await;
    assert!(look.body.contains("2 ročna vnosa sta pri ciljih, ki jih ne bo več."), "{}", look.body);
    it.bring(&file).await;
    let part = it.page("/parts/tecaj").await;
    assert!(part.contains("Prejšnji cilji") && part.contains("/targets/usposabljanja\""), "{part}");
    let page = it.page("/parts/tecaj/targets/usposabljanja").await;
    assert!(page.contains("Tega cilja v načrtu ni več") && page.contains("Usposabljanje v Celju"), "{page}");
    assert!(page.contains("<strong class=\"h2\">4</strong>"), "what they come to: {page}");
    // Its code is never another's; whoever means it again names it, or counts the same.
    let rows = [["področje", "aktivnost", "število", "enota"], ["Razvoj", "Tečaj", "7", "delavnic"]];
    it.bring(&to_csv(&rows.map(|row| row.map(str::to_owned).to_vec()), true)).await;
    let rows = [
        ["področje", "aktivnost", "število", "enota"],
        ["Razvoj", "Tečaj", "7", "delavnic"],
        ["", "", "9", "usposabljanja"],
    ];
    let plan = it.bring(&to_csv(&rows.map(|row| row.map(str::to_owned).to_vec()), true)).await;
    let codes: Vec<&str> =
        plan.part("tecaj").unwrap().says.targets.iter().map(|it| it.code.as_str()).collect();
    assert_eq!(codes, ["delavnic", "usposabljanja-2"]);
    // Of a part that is taken out as well, the page of the target opens.
    making::remove(&it.app, &it.me, &it.root, 2026, "tecaj").await.unwrap();
    assert!(it.page("/parts/tecaj/targets/usposabljanja").await.contains("Usposabljanje v Celju"));
    let never = it.app.get(&format!("{PLAN}/parts/tecaj/targets/never"), &it.cookie).await;
    assert_eq!(never.status, 404);
}

#[tokio::test]
async fn a_form_gives_no_code_twice() {
    let it = scene().await;
    making::bring_in(
        &it.app,
        None,
        &it.root,
        &read(SMALL.replace("2027", "2026").as_bytes(), None).unwrap(),
        None,
    )
    .await
    .unwrap()
    .unwrap();
    let at = format!("{PLAN}/parts/meeting");
    let send = async |version: &str, code: &str, number: &str, unit: &str| {
        let fields = [
            ("version", version),
            ("kind", "action"),
            ("in", "development"),
            ("name_sl", "Srečanje"),
            ("targets_0_code", code),
            ("targets_0_rule", "at_least"),
            ("targets_0_number", number),
            ("targets_0_unit_sl", unit),
        ];
        it.app.post(&at, &it.cookie, &fields).await
    };
    for _ in 0..2 {
        let saved = send("1", "", "20", "objav").await;
        assert_eq!(
            saved.location.as_deref(),
            Some(at.as_str()),
            "sent twice, it is saved once: {}",
            saved.body
        );
    }
    it.count("meeting", "target-1", "15").await;
    let saved = send("2", "target-1", "", "").await;
    assert_eq!(saved.location, Some(format!("{at}?saved=1")));
    let page = it.page("/parts/meeting?saved=1").await;
    assert!(page.contains("1 ročni vnos je pri ciljih, ki jih po zadnji spremembi ni več."), "{page}");
    assert_eq!(send("3", "", "5", "srečanj").await.status, 303);
    let kept = making::find(&it.app, &it.root, 2026).await.unwrap().unwrap();
    assert_eq!(kept.part("meeting").unwrap().what.says.targets[0].code, "target-2");
    let page = it.page("/parts/meeting/targets/target-2").await;
    assert!(page.contains("0 od 5") && !page.contains("Usposabljanje v Celju"), "{page}");
    assert!(it.page("/parts/meeting").await.contains("vsaj 20 objav"), "what it was is told");
}

fn target(code: &str, unit: Text18) -> Target {
    Target {
        code: code.into(),
        rule: Rule::AtLeast,
        number: 1,
        up_to: None,
        each: None,
        units: None,
        unit,
        evidence: None,
    }
}

#[test]
fn targets_without_a_code_are_those_of_the_same_words_then_of_the_same_place() {
    let word = |sl: &str| Text18::one("sl", sl);
    let plan = |targets: Vec<Target>| {
        let mut plan = read(SMALL.as_bytes(), None).unwrap();
        plan.parts.retain(|it| it.code != "meeting");
        plan.parts.iter_mut().for_each(|it| it.says.targets.clear());
        if let Some(part) = plan.parts.last_mut() {
            part.says.targets = targets;
        }
        plan
    };
    let stands = vec![
        target("trainings", Text18::two("usposabljanja", "trainings")),
        target("people", word("udeležencev")),
        target("experts", word("strokovnjakov")),
    ];
    let ever = Ever::of(&plan(stands).parts, &[]);
    let codes = |targets: Vec<Target>| -> Vec<String> {
        let given = given(plan(targets), &ever, "sl");
        given.parts.last().unwrap().says.targets.iter().map(|it| it.code.clone()).collect()
    };
    let none = |unit: Text18| target("", unit);
    let english = Text18::one("en", " Trainings");
    assert_eq!(
        codes(vec![none(word("zunanjih")), none(word("udeležencev")), none(english.clone())]),
        ["experts", "people", "trainings"],
        "two by their words, the third by its place"
    );
    assert_eq!(
        codes(vec![none(word("ljudi")), none(english)]),
        ["ljudi", "trainings"],
        "two are left of one"
    );
    assert_eq!(
        codes(vec![target("people", word("oseb")), none(word("udeležencev"))]),
        ["people", "udelezencev"],
        "a code that is named is that target"
    );
}

#[tokio::test]
async fn how_counts_join_is_kept_also_where_nothing_else_is_said_of_them() {
    let it = scene().await;
    it.bring(&sheet("usposabljanja", "4")).await;
    let version = it.page("/parts/tecaj/form").await;
    let version = version.split_once("name=\"version\" value=\"").unwrap().1.split('"').next().unwrap();
    let fields = [
        ("version", version),
        ("kind", "action"),
        ("in", "razvoj"),
        ("name_sl", "Tečaj"),
        ("targets_0_code", "usposabljanja"),
        ("targets_0_rule", "at_least"),
        ("targets_0_number", "4"),
        ("targets_0_unit_sl", "usposabljanja"),
        ("targets_0_evidence_from", "hand"),
        ("targets_0_evidence_what", ""),
        ("targets_0_evidence_counted", "each"),
    ];
    let saved = it.app.post(&format!("{PLAN}/parts/tecaj"), &it.cookie, &fields).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    let kept = making::find(&it.app, &it.root, 2026).await.unwrap().unwrap();
    let evidence = kept.part("tecaj").unwrap().what.says.targets[0].evidence.clone();
    assert!(matches!(evidence, Some(Evidence::Hand { counted: Joined::Each, .. })), "{evidence:?}");
}

#[test]
fn units_that_count_are_the_same_in_any_order() {
    let text = |units: &str| {
        let measured = format!("evidence = {{ from = \"measure\", measure = \"visits\", in = [{units}] }}");
        let first = "number = 4, unit";
        assert!(SMALL.contains(first));
        SMALL.replacen(first, &format!("number = 4, {measured}, unit"), 1)
    };
    let of = |units: &str| read(text(units).as_bytes(), None).unwrap_or_else(|wrong| panic!("{wrong:#?}"));
    assert_eq!(of("\"mc-sava\", \"mc-reka\""), of("\"mc-reka\", \"mc-sava\", \"mc-reka\""));
    assert_ne!(of("\"mc-sava\", \"mc-reka\""), of("\"mc-sava\""));
}
