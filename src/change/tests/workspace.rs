//! Steps on their pages: who sees and writes, nothing lost, nothing twice.

use super::scene;
use crate::change::making::At;
use crate::change::store;

const ID: &str = "0199e000-0000-7000-8000-000000000001";

#[tokio::test]
async fn the_latest_evaluation_has_a_workspace_and_viewers_do_not_see_it() {
    let it = scene().await;
    let at = format!("{}/change", it.unit.address());
    let answer = it.app.get(&at, &it.worker).await;
    assert_eq!(answer.location.as_deref(), Some(it.base.as_str()));
    let page = it.get("", &it.worker).await.body;
    for says in ["Pogled na rezultate", "Noben korak še ni narejen", "Naslednji korak: Pogled na rezultate."]
    {
        assert!(page.contains(says), "{says}");
    }
    assert_eq!(it.get("", &it.viewer).await.status, 403);
    assert_eq!(it.get("/steps/1", &it.viewer).await.status, 403);
    assert_eq!(it.get("/steps/8", &it.worker).await.status, 404);
    assert_eq!(it.get("/steps/0", &it.worker).await.status, 404);
    let read = it.get("/steps/1", &it.coordinator).await.body;
    assert!(!read.contains("name=\"notes\"") && read.contains("Tu še ni nič zapisano."), "{read}");
    assert_eq!(it.post("/steps/1", &it.coordinator, &[("version", "0")]).await.status, 403);
}

#[tokio::test]
async fn without_an_evaluation_the_page_says_so() {
    let app = crate::testing::TestApp::new().await;
    let (_, worker) = app.person(crate::access::RoleKind::Worker, "mc-reka").await;
    let answer = app.get("/units/mreza/mc-reka/change", &worker).await;
    assert!(answer.status == 200 && answer.body.contains("Evalvacije še ni"), "{}", answer.body);
}

#[tokio::test]
async fn a_step_is_saved_whole_and_sent_again_changes_nothing() {
    let it = scene().await;
    let fields = [
        ("version", "0"),
        ("notes", "Prebrali smo.\r\nVarnost nas skrbi."),
        ("planned_on", "2026-11-12"),
        ("whom", "worker mc-reka"),
        ("whom_others", "vodja centra, mladinski svet"),
        ("task_0_id", ID),
        ("task_0_what", "Povabi ekipo"),
        ("task_0_who", "Ana"),
        ("task_0_due", "2026-11-10"),
        ("held_on", "2026-11-01"),
    ];
    for _ in 0..2 {
        let answer = it.post("/steps/1", &it.worker, &fields).await;
        assert_eq!(answer.location, Some(format!("{}/steps/1?saved=1", it.base)), "{}", answer.body);
    }
    let at = At { unit: &it.unit, it: &it.it };
    let kept = store::step_at(&it.app.db, at, 1, i64::MAX).await.unwrap().unwrap();
    assert_eq!(kept.version, 1, "the second time there was nothing to save");
    let step = &kept.what;
    assert_eq!(step.notes, "Prebrali smo.\nVarnost nas skrbi.");
    assert_eq!(step.whom, ["worker mc-reka", "vodja centra", "mladinski svet"]);
    assert!(step.meeting.held_on.is_none(), "only where the municipality is met");
    let page = it.get("/steps/1?saved=1", &it.worker).await.body;
    for says in [
        "Shranjeno.",
        "value=\"Povabi ekipo\"",
        ">vodja centra, mladinski svet</textarea>",
        "worker mc-reka\" checked",
    ] {
        assert!(page.contains(says), "{says}: {page}");
    }
    let bench = it.get("", &it.coordinator).await.body;
    for says in ["Povabi ekipo", "Ana · do 10. 11. 2026", "1 odprta naloga", "Načrtovano 12. 11. 2026"] {
        assert!(bench.contains(says), "{says}: {bench}");
    }
    let done = [("version", "1"), ("notes", "Prebrali smo."), ("done_on", "2026-11-12")];
    it.post("/steps/1", &it.mentor, &done).await;
    let bench = it.get("", &it.worker).await.body;
    assert!(bench.contains("Narejen je 1 korak od sedmih.") && bench.contains("Naslednji korak: Predlogi."));
}

#[tokio::test]
async fn a_change_beside_anothers_is_shown_and_nobody_overwrites_what_they_have_not_seen() {
    let it = scene().await;
    it.post("/steps/2", &it.worker, &[("version", "0"), ("notes", "Prvi predlog")]).await;
    let mentors = [("version", "1"), ("notes", "Mentorjev predlog"), ("planned_on", "")];
    it.post("/steps/2", &it.mentor, &mentors).await;
    // The worker had the first version before them, and changed notes and a day.
    let mine = [("version", "1"), ("notes", "Moj predlog"), ("planned_on", "2026-11-20")];
    let answer = it.post("/steps/2", &it.worker, &mine).await;
    assert_eq!(answer.status, 409);
    for says in [
        "Mentorjev predlog",
        "Moj predlog",
        "mentor mc-reka",
        "value=\"2026-11-20\"",
        "name=\"version\" value=\"2\"",
    ] {
        assert!(answer.body.contains(says), "{says}: {}", answer.body);
    }
    let at = At { unit: &it.unit, it: &it.it };
    let now = async || store::step_at(&it.app.db, at, 2, i64::MAX).await.unwrap().unwrap();
    assert_eq!(now().await.version, 2, "nothing was saved");
    // Seen, and decided.
    let both = [("version", "2"), ("notes", "Oba predloga"), ("planned_on", "2026-11-20")];
    assert_eq!(it.post("/steps/2", &it.worker, &both).await.status, 303);
    // A change of something else goes through, though the mentor's page is old.
    let day = [("version", "2"), ("notes", "Mentorjev predlog"), ("done_on", "2026-11-21")];
    assert_eq!(it.post("/steps/2", &it.mentor, &day).await.status, 303);
    let now = now().await;
    assert_eq!((now.what.notes.as_str(), now.version), ("Oba predloga", 4));
    assert!(now.what.done_on.is_some() && now.what.planned_on.is_some());
    assert_eq!(it.post("/steps/2", &it.worker, &[("version", "9")]).await.status, 422);
    assert_eq!(it.post("/steps/2", &it.worker, &[("version", "x")]).await.status, 422);
}

#[tokio::test]
async fn the_meeting_is_kept_with_who_was_there_and_what_was_decided() {
    let it = scene().await;
    let fields = [
        ("version", "0"),
        ("held_on", "2026-11-25"),
        ("place", "Občina Reka, sejna soba"),
        ("municipality", "3"),
        ("young", "8"),
        ("centre", "2"),
        ("decided", "Tri luči pri podhodu\n\n  Nova ura odprtja \n"),
    ];
    assert_eq!(it.post("/steps/5", &it.worker, &fields).await.status, 303);
    let read = it.get("/steps/5", &it.coordinator).await.body;
    for says in ["25. 11. 2026", "Z občine: 3", "Mladih: 8", "– Tri luči pri podhodu", "– Nova ura odprtja"]
    {
        assert!(read.contains(says), "{says}: {read}");
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_beside_it_and_what_was_typed_stays() {
    let it = scene().await;
    let long = "a".repeat(6001);
    let fields = [
        ("version", "0"),
        ("notes", long.as_str()),
        ("planned_on", "jutri"),
        ("task_0_id", ID),
        ("task_0_who", "Ana"),
        ("young", "osem"),
    ];
    let answer = it.post("/steps/5", &it.worker, &fields).await;
    assert_eq!(answer.status, 422);
    for says in [
        "id=\"notes-problem\"",
        "id=\"planned_on-problem\"",
        "id=\"task_0_what-problem\"",
        "id=\"young-problem\"",
        &long,
        "value=\"osem\"",
    ] {
        assert!(answer.body.contains(says), "{}", &says[..says.len().min(40)]);
    }
    let at = At { unit: &it.unit, it: &it.it };
    assert!(store::steps(&it.app.db, at).await.unwrap().is_empty());
}
