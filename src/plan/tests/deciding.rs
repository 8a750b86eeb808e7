//! Who may say that a body decided an amendment.

use super::adopting::{PLAN, Scene, refused, scene, whole};
use crate::access::RoleKind;
use crate::bodies::{self, Kind, Meeting};
use crate::i18n::Text18;
use crate::plan::adoption::making::{Taking, Took, amend, take};
use crate::plan::document::Adoption;

/// An adopted plan in whose working version something differs.
async fn adopted() -> Scene {
    let it = scene().await;
    it.upto(Adoption::ByAssembly).await;
    let mut other = whole();
    other.parts[0].name = Text18::one("sl", "Rast");
    it.bring(&other).await;
    it
}

async fn meeting(it: &Scene, body: uuid::Uuid) -> uuid::Uuid {
    meeting_on(it, body, it.app.today()).await
}

async fn meeting_on(it: &Scene, body: uuid::Uuid, held_on: chrono::NaiveDate) -> uuid::Uuid {
    let id = it.app.ids.ordered();
    let what = Meeting {
        held_on,
        place: String::new(),
        present: None,
        minutes: String::new(),
        decisions: Vec::new(),
    };
    bodies::save_meeting(&it.app, &it.chief, &it.root, (body, id, 0), &what).await.unwrap();
    id
}

#[tokio::test]
async fn only_members_say_that_their_body_decided_an_amendment() {
    let it = adopted().await;
    let (mentor, _) = it.app.person(RoleKind::Mentor, "mc-reka").await;
    let assembly = it.body(Kind::Assembly, &[&mentor]).await;
    let council = it.body(Kind::Council, &[&it.chief]).await;
    let group = it.body(Kind::WorkingGroup, &[]).await;
    let (of_assembly, of_council) = (meeting(&it, assembly).await, meeting(&it, council).await);
    let taking = it.taking(it.app.today(), "Zato.").await;
    let said = async |body, meeting| {
        let taking = Taking { body, meeting, ..taking.clone() };
        amend(&it.app, &it.chief, &it.root, 2027, &taking).await.unwrap()
    };
    assert_eq!(refused(&said(Some(assembly), None).await), "amend-not-yours");
    assert_eq!(refused(&said(None, Some(of_assembly)).await), "amend-meeting-other");
    assert_eq!(refused(&said(Some(group), Some(of_council)).await), "amend-meeting-other");
    assert_eq!(refused(&said(Some(it.app.ids.random()), None).await), "amend-not-yours");
    let page = it.app.get(&format!("{PLAN}/adoption"), &it.chief_cookie).await.body;
    for (id, offered) in
        [(assembly, false), (council, true), (group, true), (of_assembly, false), (of_council, true)]
    {
        assert_eq!(page.contains(&format!("<option value=\"{id}\">")), offered, "{page}");
    }
    let fields = [
        ("id", taking.id.to_string()),
        ("seen", taking.seen.clone()),
        ("held_on", it.app.today().to_string()),
        ("words", "Zato.".to_owned()),
        ("body", assembly.to_string()),
    ];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let page = it.app.post(&format!("{PLAN}/amendments"), &it.chief_cookie, &fields).await;
    assert_eq!(page.status, 422);
    assert!(page.body.contains("id=\"amendment-body-problem\""), "told beside the field: {}", page.body);
    // The meeting says whose it was.
    assert!(matches!(said(None, Some(of_council)).await, Took::Done));
    let last = it.standing().await.editions.pop().unwrap();
    assert_eq!((last.body.map(|(id, _)| id), last.meeting), (Some(council), Some(of_council)));
}

#[tokio::test]
async fn a_body_without_members_is_named_by_whoever_writes_the_plan() {
    let it = adopted().await;
    let (mentor, _) = it.app.person(RoleKind::Mentor, "mc-reka").await;
    it.body(Kind::Council, &[&mentor]).await;
    let assembly = it.body(Kind::Assembly, &[]).await;
    let taking = Taking { body: Some(assembly), ..it.taking(it.app.today(), "Zato.").await };
    assert!(matches!(amend(&it.app, &it.chief, &it.root, 2027, &taking).await.unwrap(), Took::Done));
}

#[tokio::test]
async fn a_meeting_of_another_day_did_not_decide_it() {
    let it = scene().await;
    let (today, council) = (it.app.today(), it.body(Kind::Council, &[&it.chief]).await);
    let ago = |days| today - chrono::Days::new(days);
    for step in [Adoption::DraftToCouncil, Adoption::ExpertCouncil, Adoption::Presented] {
        let taking = it.taking(ago(5), "Obravnava.").await;
        let took = take(&it.app, &it.chief, &it.root, 2027, (step, &taking)).await.unwrap();
        assert!(matches!(took, Took::Done), "{took:?}");
    }
    let later = meeting_on(&it, council, today + chrono::Days::new(7)).await;
    let (before, now) = (meeting_on(&it, council, ago(3)).await, meeting(&it, council).await);
    let page = it.app.get(&format!("{PLAN}/adoption"), &it.chief_cookie).await.body;
    for (id, offered) in [(later, false), (before, true), (now, true)] {
        assert_eq!(page.contains(&format!("<option value=\"{id}\">")), offered, "{page}");
    }
    let said = async |meeting, days| {
        let taking = Taking { meeting: Some(meeting), ..it.taking(ago(days), "Sklep.").await };
        take(&it.app, &it.chief, &it.root, 2027, (Adoption::ByCouncil, &taking)).await.unwrap()
    };
    assert_eq!(refused(&said(later, 0).await), "adoption-meeting-day");
    assert_eq!(refused(&said(now, 1).await), "adoption-meeting-day");
    assert_eq!(refused(&said(before, 1).await), "adoption-meeting-day");
    assert_eq!(refused(&said(it.app.ids.random(), 0).await), "amend-meeting-other", "of nobody");
    assert!(matches!(said(before, 3).await, Took::Done));
    let last = it.standing().await.editions.pop().unwrap();
    assert_eq!((last.body.map(|(id, _)| id), last.meeting), (Some(council), Some(before)));
}
