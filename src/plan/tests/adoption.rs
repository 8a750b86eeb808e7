//! Plans adopted in their steps by the different people, amended, and taken back; what an edition holds.

use chrono::Days;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use super::adopting::{PLAN, refused, scene, whole};
use super::{SMALL, random, read};
use crate::access::RoleKind;
use crate::bodies::Kind;
use crate::i18n::Text18;
use crate::plan::adoption::making::{Taking, Took, amend, take, undo};
use crate::plan::adoption::publishing::{publish, take_back};
use crate::plan::adoption::store;
use crate::plan::difference::mark;
use crate::plan::document::{Adoption, Plan};
use crate::plan::making;
use crate::testing::TestApp;

#[tokio::test]
async fn an_edition_read_again_is_the_plan_as_it_stood() {
    let app = TestApp::new().await;
    let root = app.unit("mreza").await;
    let (chief, _) = app.person(RoleKind::Coordinator, "mreza").await;
    let mut runner = TestRunner::deterministic();
    let mut stood: Vec<Plan> = Vec::new();
    for round in 0..6 {
        // Parts come, go, change and move; their codes are the same in every one.
        let mut plan = random::plan().new_tree(&mut runner).unwrap().current();
        plan.head.adoption.clear();
        making::bring_in(&app, None, &root, &plan, None).await.unwrap().unwrap();
        if let Some(part) = plan.parts.iter().find(|it| it.within.is_empty() && round % 2 == 1) {
            making::remove(&app, &chief, &root, 2021, &part.code).await.unwrap();
        }
        let kept = making::find(&app, &root, 2021).await.unwrap().unwrap();
        let it = Taking {
            id: app.ids.ordered(),
            held_on: app.today(),
            words: "Tako.".into(),
            body: None,
            meeting: None,
            seen: mark(Some(&kept)),
        };
        let took = match Adoption::ALL.get(round).filter(|it| **it != Adoption::Published) {
            Some(step) => take(&app, &chief, &root, 2021, (*step, &it)).await.unwrap(),
            None => amend(&app, &chief, &root, 2021, &it).await.unwrap(),
        };
        assert!(matches!(took, Took::Done), "{took:?}");
        stood.push(kept.plan());
    }
    let kept = making::find(&app, &root, 2021).await.unwrap().unwrap();
    for (number, plan) in (1..).zip(&stood) {
        let read = store::plan(&app.db, (app.network_id, kept.held.id, number), 2021).await.unwrap().unwrap();
        assert_eq!(&read, plan, "edition {number}");
    }
    assert!(store::plan(&app.db, (app.network_id, kept.held.id, 9), 2021).await.unwrap().is_none());
}

#[tokio::test]
async fn bodies_decide_and_where_there_is_none_whoever_writes() {
    let it = scene().await;
    let (worker, cookie) = it.app.person(RoleKind::Worker, "mc-reka").await;
    let (mentor, _) = it.app.person(RoleKind::Mentor, "mc-reka").await;
    let council = it.body(Kind::Council, &[&worker]).await;
    // A body without members decides nothing.
    it.body(Kind::ExpertCouncil, &[]).await;
    assert!(matches!(it.take(&worker, Adoption::DraftToCouncil).await, Took::NotYours));
    it.upto(Adoption::Presented).await;
    for me in [&it.chief, &mentor] {
        assert!(matches!(it.take(me, Adoption::ByCouncil).await, Took::NotYours));
    }
    let page = it.app.get(&format!("{PLAN}/adoption"), &it.chief_cookie).await.body;
    assert!(page.contains("Ta korak zapišejo člani: council.") && !page.contains("name=\"step\""), "{page}");
    let page = it.app.get(&format!("{PLAN}/adoption"), &cookie).await.body;
    assert!(page.contains("name=\"step\" value=\"adopted_by_council\""), "{page}");
    let denied = it.taking(it.app.today(), "").await;
    let fields = [
        ("step", "adopted_by_council"),
        ("id", &denied.id.to_string()),
        ("held_on", "2026-10-15"),
        ("words", "Naš sklep"),
        ("seen", &denied.seen),
    ];
    let page = it.app.post(&format!("{PLAN}/adoption"), &it.chief_cookie, &fields).await;
    assert!(page.status == 403 && page.body.contains("Tega ne zapišeš ti"), "{} {}", page.status, page.body);
    assert_eq!(it.app.post(&format!("{PLAN}/adoption"), &cookie, &fields).await.status, 303);
    let standing = it.standing().await;
    let last = standing.last().unwrap();
    assert_eq!((last.number, last.body.as_ref().map(|it| it.0)), (4, Some(council)));
    assert!(standing.adopted().is_none(), "the assembly is still to come");
    let page = it.app.get(&format!("{PLAN}/adoption"), &it.chief_cookie).await.body;
    assert!(page.contains("še ni organa te vrste (Zbor članic)"), "told plainly: {page}");
    // The network's plan is no business of a unit's own bodies.
    assert!(matches!(it.take(&worker, Adoption::ByAssembly).await, Took::NotYours));
}

#[tokio::test]
async fn overlapping_steps_are_refused_in_words_and_what_was_typed_stays() {
    let it = scene().await;
    let today = it.app.today();
    let first = it.taking(today - Days::new(9), "Obravnava.").await;
    for _ in 0..2 {
        let took =
            take(&it.app, &it.chief, &it.root, 2027, (Adoption::DraftToCouncil, &first)).await.unwrap();
        assert!(matches!(took, Took::Done), "sent twice, it is taken once");
    }
    assert_eq!(it.standing().await.editions.len(), 1);
    assert_eq!(refused(&it.take(&it.chief, Adoption::DraftToCouncil).await), "adoption-taken");
    assert_eq!(refused(&it.take(&it.chief, Adoption::ByCouncil).await), "adoption-first-expert_council");
    for (on, key) in [(today + Days::new(1), "adoption-future"), (today - Days::new(10), "adoption-before")] {
        let taking = it.taking(on, "").await;
        let took =
            take(&it.app, &it.chief, &it.root, 2027, (Adoption::ExpertCouncil, &taking)).await.unwrap();
        assert_eq!(refused(&took), key);
    }
    // Of two who looked at another plan than the one that stands.
    let seen = it.taking(today, "").await;
    let mut other = whole();
    other.parts[0].name = Text18::one("sl", "Rast");
    it.bring(&other).await;
    let took = take(&it.app, &it.chief, &it.root, 2027, (Adoption::ExpertCouncil, &seen)).await.unwrap();
    assert!(matches!(took, Took::Changed));
    let fields = [
        ("step", "expert_council"),
        ("id", &it.app.ids.ordered().to_string()),
        ("held_on", "2026-09-01"),
        ("words", "Mnenje strokovnega sveta"),
        ("seen", "x"),
    ];
    let page = it.app.post(&format!("{PLAN}/adoption"), &it.chief_cookie, &fields).await;
    assert_eq!(page.status, 422);
    for says in ["Dan je prezgoden", "Mnenje strokovnega sveta", "value=\"2026-09-01\""] {
        assert!(page.body.contains(says), "{says}: {}", page.body);
    }
    let fields = [("step", "senate"), ("id", "x")];
    assert_eq!(it.app.post(&format!("{PLAN}/adoption"), &it.chief_cookie, &fields).await.status, 422);
}

#[tokio::test]
async fn an_adopted_plan_is_changed_by_amendments_with_a_reason() {
    let it = scene().await;
    let today = it.app.today();
    it.upto(Adoption::ByCouncil).await;
    let early = it.taking(today, "Zato.").await;
    let took = amend(&it.app, &it.chief, &it.root, 2027, &early).await.unwrap();
    assert_eq!(refused(&took), "amend-not-adopted");
    assert!(matches!(it.take(&it.chief, Adoption::ByAssembly).await, Took::Done));
    let page = it.app.get(PLAN, &it.chief_cookie).await.body;
    assert!(page.contains("5. Sprejme zbor članic") && !page.contains("se od sprejete razlikuje"), "{page}");
    let took = amend(&it.app, &it.chief, &it.root, 2027, &it.taking(today, "Zato.").await).await.unwrap();
    assert_eq!(refused(&took), "amend-nothing");
    // Editing goes on, by hand or by a file, and the pages say so.
    let text = SMALL.replacen("number = 4,", "number = 6,", 1);
    let mut other = read(text.as_bytes(), None).unwrap();
    other.head = whole().head;
    it.bring(&other).await;
    let page = it.app.get(PLAN, &it.chief_cookie).await.body;
    assert!(page.contains("razlikuje v 1 delu.") && page.contains("comparison?from=5"), "{page}");
    let page = it.app.get(&format!("{PLAN}/comparison?from=5&to=now"), &it.chief_cookie).await.body;
    assert!(
        page.contains("<del>4</del>") && page.contains("<ins>6</ins>") && page.contains("Akademija"),
        "{page}"
    );
    let took = amend(&it.app, &it.chief, &it.root, 2027, &it.taking(today, "").await).await.unwrap();
    assert_eq!(refused(&took), "amend-why-missing");
    let amendment = it.taking(today, "Zaradi epidemije.").await;
    for _ in 0..2 {
        assert!(matches!(amend(&it.app, &it.chief, &it.root, 2027, &amendment).await.unwrap(), Took::Done));
    }
    let standing = it.standing().await;
    assert_eq!((standing.adopted().unwrap().number, standing.editions.len()), (6, 6));
    let (worker, cookie) = it.app.person(RoleKind::Worker, "mc-reka").await;
    let page = it.app.get(&format!("{PLAN}/editions"), &cookie).await;
    assert!(page.status == 200 && page.body.contains("6. Sprememba po sprejemu"), "{}", page.body);
    let page = it.app.get(&format!("{PLAN}/editions/5"), &cookie).await.body;
    assert!(page.contains("vsaj 4 usposabljanja") && !page.contains("vsaj 6 usposabljanj"), "{page}");
    for path in ["editions/7", "editions/x", "comparison?from=9", "comparison?to=soon"] {
        assert_eq!(it.app.get(&format!("{PLAN}/{path}"), &cookie).await.status, 404, "{path}");
    }
    assert!(amend(&it.app, &worker, &it.root, 2027, &amendment).await.is_err());
}

#[tokio::test]
async fn the_last_step_is_taken_back_with_a_reason_while_it_is_not_in_public() {
    let it = scene().await;
    it.upto(Adoption::ByAssembly).await;
    let back = async |number, why| undo(&it.app, &it.chief, &it.root, 2027, (number, why)).await.unwrap();
    assert_eq!(refused(&back(4, "Napaka.").await), "adoption-not-last");
    assert_eq!(refused(&back(5, "").await), "adoption-why-missing");
    let id = it.app.ids.ordered();
    assert!(matches!(publish(&it.app, &it.chief, &it.root, 2027, (id, 5)).await.unwrap(), Took::Done));
    assert_eq!(refused(&back(5, "Napaka.").await), "adoption-public");
    take_back(&it.app, &it.chief, &it.root, 2027, id).await.unwrap();
    for _ in 0..2 {
        assert!(matches!(back(5, "Sklep ni bil sklepčen.").await, Took::Done));
    }
    let standing = it.standing().await;
    assert_eq!((standing.next(), standing.adopted().is_none()), (Some(Adoption::ByAssembly), true));
    let page = it.app.get(&format!("{PLAN}/adoption"), &it.chief_cookie).await.body;
    assert!(page.contains("Sklep ni bil sklepčen.") && page.contains("Umaknjeno"), "{page}");
    // Taken anew, it is another edition.
    assert!(matches!(it.take(&it.chief, Adoption::ByAssembly).await, Took::Done));
    assert_eq!(it.standing().await.adopted().unwrap().number, 6);
    let (viewer, _) = it.app.person(RoleKind::Viewer, "ljubljana").await;
    let took = undo(&it.app, &viewer, &it.root, 2027, (6, "Kar tako.")).await.unwrap();
    assert!(matches!(took, Took::NotYours));
}
