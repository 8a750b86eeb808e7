//! An adopted plan is told as it was adopted, whatever is edited since; and how counts come to one number.

use chrono::NaiveDate;

use super::adopting::{PLAN, Scene, scene, whole};
use crate::access::RoleKind;
use crate::i18n::{Lang, Text18, Words};
use crate::plan::adoption::holding::{Since, Wording};
use crate::plan::adoption::making::{Took, amend};
use crate::plan::document::{Adoption, Evidence, Foreseen, Joined, Plan, Rule, Target};
use crate::plan::evidence::Counted;
use crate::plan::making;
use crate::plan::reckoning::joining::{Join, Names, by_hand};
use crate::plan::reckoning::{Reckoning, reckon};
use crate::plan::standing::Came;
use crate::plan::store::counts::Count;
use crate::plan::told::told;
use crate::plan::when::{self, Months};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

async fn on(it: &Scene, day: &str) -> Reckoning {
    let kept = making::find(&it.app, &it.root, 2027).await.unwrap().unwrap();
    reckon(&it.app, &it.root, &kept, date(day)).await.unwrap()
}

/// The plan with another number, another target and without the one of at most so many.
fn edited() -> Plan {
    let mut plan = whole();
    let says = &mut plan.parts.iter_mut().find(|it| it.code == "academy").unwrap().says;
    says.targets[0].number = 6;
    says.targets.retain(|it| it.code != "posts");
    says.targets.push(Target { code: "guests".into(), ..says.targets[0].clone() });
    plan.parts.retain(|it| it.code != "meeting");
    plan
}

#[tokio::test]
async fn results_are_told_by_the_edition_that_holds() {
    let it = scene().await;
    let w = Words(Lang::En);
    let edition =
        async || told(&it.app, w, &it.root, 2027, date("2027-12-31")).await.unwrap().unwrap().edition;
    assert_eq!(edition().await, "draft, not adopted yet");
    it.upto(Adoption::ByAssembly).await;
    it.bring(&edited()).await;
    let now = on(&it, "2027-01-31").await;
    let of = |reckoning: &Reckoning, code: &str| {
        let it = reckoning.target("academy", code).unwrap();
        (it.target.number, it.wording.clone())
    };
    assert_eq!(now.edition.as_ref().unwrap().number, 5);
    let (number, wording) = of(&now, "trainings");
    let Wording::Changed(to, Since::NotYet) = wording else { panic!("{wording:?}") };
    assert_eq!((number, to.number), (4, 6));
    assert_eq!(of(&now, "posts").1, Wording::Gone(Since::NotYet));
    assert_eq!(of(&now, "guests").1, Wording::New(Since::NotYet));
    assert_eq!(
        now.told().filter(|it| it.part == "academy").count(),
        2,
        "what is new is not told as the plan's"
    );
    let page = it.app.get(PLAN, &it.chief_cookie).await.body;
    for says in
        ["0 od 4", "Še ni sprejeto: vsaj 6 usposabljanj", "velja, dokler sprememba ni zapisana", "5. izdaja"]
    {
        assert!(page.contains(says), "{says}: {page}");
    }
    let report = told(&it.app, w, &it.root, 2027, date("2027-12-31")).await.unwrap().unwrap();
    let came: Vec<&str> = report.targets().map(|it| it.came.as_str()).collect();
    assert_eq!(came, ["0 of 40", "0 of 4", "0 of at most 2–3"]);
    assert_eq!(report.edition, "as adopted on 15\u{a0}Oct\u{a0}2026, edition 5");
    // Once it is recorded, it holds; a day before that is told as it was then.
    let amendment = it.taking(it.app.today(), "Zaradi epidemije.").await;
    assert!(matches!(amend(&it.app, &it.chief, &it.root, 2027, &amendment).await.unwrap(), Took::Done));
    let now = on(&it, "2027-01-31").await;
    assert_eq!(of(&now, "trainings"), (6, Wording::Same));
    assert!(now.target("academy", "posts").is_none());
    assert_eq!(edition().await, "as amended on 15\u{a0}Oct\u{a0}2026, edition 6: Zaradi epidemije.");
    let before = on(&it, "2026-10-14").await;
    assert_eq!(before.edition.as_ref().unwrap().number, 5, "the first that came into force");
    assert!(matches!(of(&before, "trainings").1, Wording::Changed(_, Since::Adopted)));
    assert_eq!(of(&before, "guests").1, Wording::New(Since::Adopted));
}

#[tokio::test]
async fn what_is_taken_out_is_told_and_opens_until_that_is_recorded() {
    let it = scene().await;
    let mut plan = whole();
    let academy = plan.part("academy").unwrap().says.targets.clone();
    plan.parts
        .iter_mut()
        .filter(|it| it.code == "meeting")
        .for_each(|it| it.says.targets.clone_from(&academy));
    it.bring(&plan).await;
    it.upto(Adoption::ByAssembly).await;
    making::remove(&it.app, &it.chief, &it.root, 2027, "meeting").await.unwrap();
    let page = it.app.get(PLAN, &it.chief_cookie).await.body;
    assert!(page.contains("Odstranjeno, a še sprejeto"), "{page}");
    let (_, viewer) = it.app.person(RoleKind::Viewer, "ljubljana").await;
    let page = it.app.get(&format!("{PLAN}/parts/meeting/targets/trainings"), &viewer).await;
    assert!(page.status == 200 && page.body.contains("/editions/5#p-meeting"), "{}", page.body);
}

#[tokio::test]
async fn what_is_foreseen_later_adopts_nothing_and_undoes_nothing() {
    let it = scene().await;
    let foresee = async |steps: &[Adoption]| {
        let mut plan = whole();
        plan.head.adoption = steps.iter().map(|step| Foreseen { step: *step, when: Vec::new() }).collect();
        it.bring(&plan).await;
    };
    foresee(&[Adoption::DraftToCouncil, Adoption::ByCouncil]).await;
    for step in [Adoption::DraftToCouncil, Adoption::ByCouncil] {
        assert!(matches!(it.take(&it.chief, step).await, Took::Done));
    }
    assert_eq!(it.standing().await.adopted().unwrap().number, 2);
    // A month for the assembly is typed in: it may still adopt, and what the council adopted holds.
    foresee(&[Adoption::DraftToCouncil, Adoption::ByCouncil, Adoption::ByAssembly]).await;
    let standing = it.standing().await;
    assert_eq!((standing.adopted().unwrap().number, standing.next()), (2, Some(Adoption::ByAssembly)));
    assert!(it.app.get(PLAN, &it.chief_cookie).await.body.contains("Velja"));
    let page = it.app.get(&format!("{PLAN}/adoption"), &it.chief_cookie).await.body;
    assert!(page.contains("/amendments\""), "it is amended as before: {page}");
    assert!(matches!(it.take(&it.chief, Adoption::ByAssembly).await, Took::Done));
    assert_eq!(it.standing().await.adopted().unwrap().number, 3);
}

#[tokio::test]
async fn the_council_alone_adopts_nothing_because_the_assembly_is_foreseen_no_more() {
    let it = scene().await;
    it.upto(Adoption::ByCouncil).await;
    let mut plan = whole();
    plan.head.adoption.retain(|it| it.step != Adoption::ByAssembly);
    it.bring(&plan).await;
    assert!(it.standing().await.adopted().is_none());
}

fn hand(counted: Joined, rule: Rule, each: Option<i64>) -> Target {
    Target {
        code: "t".into(),
        rule,
        number: each.unwrap_or(50),
        up_to: None,
        each,
        units: None,
        unit: Text18::one("sl", "% članic"),
        evidence: Some(Evidence::Hand { what: Counted::Members, whom: Text18::default(), counted }),
    }
}

/// What counts of the year 2021 come to on a day of it.
fn said(target: &Target, counts: &[Count], on: &str) -> (Option<Came>, Vec<(String, Came)>) {
    let months = Months::of(&[], 2021);
    by_hand(target, counts, &Names::default(), &Join::of(target, &months, date(on)))
}

fn counts(all: &[(&str, i64)]) -> Vec<Count> {
    let at = chrono::DateTime::UNIX_EPOCH;
    let count = |(unit, number): &(&str, i64)| Count {
        id: uuid::Uuid::nil(),
        part: "p".into(),
        target: "t".into(),
        day: date("2021-03-01"),
        number: *number,
        note: String::new(),
        unit: (*unit).to_owned(),
        by_name: String::new(),
        made_at: at,
        taken_name: String::new(),
        taken_at: None,
        file: String::new(),
    };
    all.iter().map(count).collect()
}

#[test]
fn counts_are_added_or_the_last_or_the_lowest_holds() {
    let all = counts(&[("", 30), ("", 20), ("", 40)]);
    let came = |joined, rule, all: &[Count]| said(&hand(joined, rule, None), all, "2021-12-31").0;
    let n = |n| Some(Came::whole(n));
    assert_eq!(came(Joined::Sum, Rule::AtLeast, &all), n(90));
    assert_eq!(came(Joined::Latest, Rule::AtLeast, &all), n(40));
    assert_eq!(came(Joined::Each, Rule::AtLeast, &all), n(20));
    assert_eq!(came(Joined::Each, Rule::AtMost, &all), n(40));
    assert_eq!(
        (came(Joined::Sum, Rule::AtLeast, &[]), came(Joined::Latest, Rule::AtLeast, &[])),
        (n(0), None)
    );
    let mut taken = all;
    taken[2].taken_at = Some(chrono::DateTime::UNIX_EPOCH);
    assert_eq!(came(Joined::Latest, Rule::AtLeast, &taken), n(20), "what was taken back counts nowhere");
}

#[test]
fn of_each_month_the_lowest_that_is_over_holds() {
    let mut all = counts(&[("", 2), ("", 1), ("", 1)]);
    for (it, day) in all.iter_mut().zip(["2021-01-20", "2021-02-03", "2021-02-28"]) {
        it.day = date(day);
    }
    let monthly = |rule, on: &str| said(&hand(Joined::Monthly, rule, None), &all, on).0.map(|it| it.above);
    assert_eq!(monthly(Rule::AtLeast, "2021-01-30"), None, "January is not over");
    assert_eq!(monthly(Rule::AtLeast, "2021-01-31"), Some(2));
    assert_eq!(monthly(Rule::AtLeast, "2021-03-30"), Some(2), "those of February are added together");
    assert_eq!(monthly(Rule::AtLeast, "2021-03-31"), Some(0), "March had none");
    assert_eq!(monthly(Rule::AtMost, "2021-03-31"), Some(2));

    let spring = when::read("2021-02/2021-03, 2021-05-10/2021-05-12", 2021).unwrap();
    let (it, months) = (hand(Joined::Monthly, Rule::AtLeast, None), Months::of(&spring, 2021));
    let dated = [(date("2021-01-20"), 9), (date("2021-02-20"), 1), (date("2021-05-11"), 1)];
    let on = |day: &str| {
        let join = Join::of(&it, &months, date(day));
        (join.one(&dated), join.in_months(&dated, 1))
    };
    assert_eq!(on("2021-02-28"), (Some(1), Some((2, 3))), "January is not of its time; May has it early");
    assert_eq!(on("2021-05-12"), (Some(0), Some((2, 3))));
}

#[test]
fn a_unit_is_the_same_in_whatever_letters() {
    let all = counts(&[("Slovenija", 3), (" slovenija", 1), ("Estonija ", 2), ("ESTONIJA", 2)]);
    let (came, units) = said(&hand(Joined::Sum, Rule::AtLeast, Some(3)), &all, "2021-12-31");
    assert_eq!(came, Some(Came::whole(8)));
    let mut units: Vec<(&str, i64)> = units.iter().map(|(name, it)| (name.as_str(), it.above)).collect();
    units.sort_unstable();
    assert_eq!(units, [("Estonija", 4), ("Slovenija", 4)]);
    let (came, units) = said(&hand(Joined::Latest, Rule::AtLeast, Some(3)), &all, "2021-12-31");
    assert_eq!((came, units.len()), (Some(Came::whole(3)), 2), "the last of each, together");
}
