//! What people keep of a target by hand: counts with their files, that it is pursued no more, judgements in words.

use super::far::{PLAN, TEXT, scene};
use super::read;
use crate::access::RoleKind;
use crate::plan::making;
use crate::plan::reckoning::Reckoning;
use crate::plan::standing::{Came, State};
use crate::testing::photo;

#[tokio::test]
async fn a_count_is_kept_once_with_its_file_and_taken_back() {
    let scene = scene().await;
    let at = format!("{PLAN}/parts/eu-you/targets/trainings");
    let id = b"01890000-0000-7000-8000-000000000002";
    let mut fields: Vec<(&str, &[u8])> = vec![
        ("id", id),
        ("day", b"2026-13-01"),
        ("number", b"-3"),
        ("note", "Usposabljanje v Celju".as_bytes()),
        ("file", b"MZ not a picture"),
    ];
    let wrong = scene.count("trainings", &fields).await;
    assert_eq!(wrong.status, 422);
    for says in ["Vpiši dan.", "celo število od 1", "ni slika", "Usposabljanje v Celju", "value=\"-3\""] {
        assert!(wrong.body.contains(says), "{says}: {}", wrong.body);
    }
    fields[1].1 = b"2026-05-04";
    fields[2].1 = b"3";
    fields[4].1 = b"";
    let empty = scene.count("trainings", &fields).await;
    assert_eq!(empty.status, 422);
    assert!(empty.body.contains("Datoteka je prazna."), "a file that broke on its way: {}", empty.body);
    fields[4].1 = b"%PDF-1.7 list";
    for _ in 0..2 {
        assert_eq!(scene.count("trainings", &fields).await.status, 303, "sent again, it is there once");
    }
    fields[2].1 = b"4";
    assert_eq!(scene.count("trainings", &fields).await.status, 409, "another one under the same id");
    fields[0].1 = b"01890000-0000-7000-8000-000000000003";
    fields[1].1 = b"2026-09-01";
    let picture = photo(7);
    fields[4].1 = &picture;
    assert_eq!(scene.count("trainings", &fields).await.status, 303);
    let june = scene.on("2026-06-30").await;
    assert_eq!(june.target("eu-you", "trainings").unwrap().came, Some(Came::whole(3)));
    assert_eq!(
        scene.on("2026-10-15").await.target("eu-you", "trainings").unwrap().came,
        Some(Came::whole(7))
    );
    // Whoever reads the plan reads what proves it; nobody else.
    let (_, viewer) = scene.app.person(RoleKind::Viewer, "ljubljana").await;
    let page = scene.app.get(&at, &viewer).await;
    assert!(page.body.contains("7 od 4") && page.body.contains("Usposabljanje v Celju"), "{}", page.body);
    assert!(!page.body.contains("/removal"), "no forms");
    let file = format!("{PLAN}/counts/01890000-0000-7000-8000-000000000002/file");
    let sent = scene.app.get(&file, &viewer).await;
    assert_eq!((sent.status.as_u16(), sent.body.as_str()), (200, "%PDF-1.7 list"));
    assert_eq!(scene.app.get(&file, "").await.status, 303);
    // Taken back, it stays in sight and is in no number.
    let removal = file.replace("/file", "/removal");
    assert_eq!(scene.app.post(&removal, &viewer, &[]).await.status, 403);
    for _ in 0..2 {
        assert_eq!(scene.app.post(&removal, &scene.coordinator, &[]).await.status, 303);
    }
    assert_eq!(
        scene.on("2026-10-15").await.target("eu-you", "trainings").unwrap().came,
        Some(Came::whole(4))
    );
    let page = scene.app.get(&at, &scene.coordinator).await.body;
    assert!(page.contains("<del>3</del>") && page.contains("Preklicano"), "{page}");
}

#[tokio::test]
async fn a_target_is_dropped_with_a_reason_and_pursued_again() {
    let scene = scene().await;
    let at = format!("{PLAN}/parts/eu-you/targets/members");
    let id = scene.app.ids.ordered().to_string();
    let send = |day: &'static str, note: &'static str| {
        let (at, id, scene) = (format!("{at}/dropping"), id.clone(), &scene);
        async move {
            let fields = [("id", id.as_str()), ("day", day), ("note", note)];
            scene.app.post(&at, &scene.coordinator, &fields).await
        }
    };
    let wrong = send("2026-05-20", " ").await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("Napiši razlog"), "{}", wrong.body);
    assert_eq!(send("2026-12-20", "Ni denarja.").await.status, 422, "that day is still to come");
    for _ in 0..2 {
        assert_eq!(send("2026-05-20", "Ni denarja.").await.status, 303);
    }
    let state = |reckoning: &Reckoning| reckoning.target("eu-you", "members").unwrap().standing.state;
    assert_eq!(state(&scene.on("2026-04-30").await), State::NotBegun);
    assert_eq!(state(&scene.on("2026-06-30").await), State::Dropped);
    let page = scene.app.get(&at, &scene.coordinator).await.body;
    assert!(page.contains("Ni denarja.") && page.contains("/pursuit"), "{page}");
    assert_eq!(scene.app.post(&format!("{at}/pursuit"), &scene.coordinator, &[]).await.status, 303);
    assert_eq!(state(&scene.on("2026-10-15").await), State::AtRisk, "nothing counted, most of the year gone");
    assert_eq!(state(&scene.on("2026-06-30").await), State::Dropped, "then it was dropped");
}

#[tokio::test]
async fn a_judgement_stays_with_the_words_it_was_of() {
    let scene = scene().await;
    let at = format!("{PLAN}/parts/eu-you/qualitative/1");
    let fields = |id: &'static str, note: &'static str| {
        [("id", id), ("day", "2026-06-15"), ("note", note), ("evidence", "Ankete po dogodkih")]
    };
    let first = "01890000-0000-7000-8000-000000000011";
    assert_eq!(scene.app.post(&at, &scene.coordinator, &fields(first, "")).await.status, 422);
    for _ in 0..2 {
        let sent = scene.app.post(&at, &scene.coordinator, &fields(first, "Večina jih pozna.")).await;
        assert_eq!(sent.status, 303);
    }
    let (_, viewer) = scene.app.person(RoleKind::Viewer, "ljubljana").await;
    let page = scene.app.get(&at, &viewer).await.body;
    assert_eq!(page.matches("Večina jih pozna.").count(), 1, "{page}");
    assert!(
        page.contains("Stanje na dan 15.\u{a0}6.\u{a0}2026, zapis:")
            && page.contains(", 15.\u{a0}10.\u{a0}2026"),
        "{page}"
    );
    assert!(
        page.contains("Ankete po dogodkih") && !page.contains("<form method=\"post\" action=\"/units"),
        "{page}"
    );
    assert!(scene.app.get(PLAN, &viewer).await.body.contains("Večina jih pozna."));
    // Its words change: the judgement says of which it was.
    let root = scene.app.unit("mreza").await;
    let text = TEXT.replace("Mladi poznajo svoje pravice", "Mladi uveljavljajo svoje pravice");
    let plan = read(text.as_bytes(), None).unwrap();
    making::bring_in(&scene.app, None, &root, &plan, None).await.unwrap().unwrap();
    let page = scene.app.get(PLAN, &viewer).await.body;
    assert!(page.contains("O prejšnjem besedilu: »Mladi poznajo svoje pravice«"), "{page}");
    assert_eq!(scene.app.get(&at.replace("/1", "/2"), &viewer).await.status, 404);
}
