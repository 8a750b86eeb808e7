//! Plans in the database: brought in, changed, put in order, taken out and back, with every version kept.

use super::{SMALL, read, small};
use crate::access::RoleKind;
use crate::error::AppError;
use crate::i18n::Text18;
use crate::plan::difference::{Difference, mark};
use crate::plan::document::{Kind, Part, Says};
use crate::plan::making::{self, Saved};
use crate::plan::store;
use crate::testing::TestApp;
use crate::units::Unit;

async fn codes(app: &TestApp, unit: &Unit) -> Vec<String> {
    let kept = making::find(app, unit, 2027).await.unwrap().unwrap();
    kept.parts.iter().map(|it| it.what.code.clone()).collect()
}

#[tokio::test]
async fn the_same_file_twice_changes_nothing_and_another_one_only_what_differs() {
    let app = TestApp::new().await;
    let root = app.unit("mreza").await;
    let plan = small();
    let first = making::bring_in(&app, None, &root, &plan, None).await.unwrap().unwrap();
    assert!(first.new && first.added.len() == 4, "{first:?}");
    let again = making::bring_in(&app, None, &root, &plan, None).await.unwrap().unwrap();
    assert!(again.is_nothing(), "{again:?}");
    let kept = making::find(&app, &root, 2027).await.unwrap().unwrap();
    assert_eq!(kept.plan(), plan, "what was brought in stands");
    assert!(kept.parts.iter().all(|it| it.version == 1));
    // One part says something else, one is new, one is gone.
    let text = SMALL
        .replacen("number = 4,", "number = 5,", 1)
        .replacen("code = \"meeting\"", "code = \"gathering\"", 1)
        .replacen("Kar smo si zastavili.", "Kar nas čaka.", 1);
    let other = read(text.as_bytes(), None).unwrap();
    let seen = mark(Some(&kept));
    let change = making::bring_in(&app, None, &root, &other, Some(&seen)).await.unwrap().unwrap();
    let expected = Difference {
        head: true,
        added: vec!["gathering".into()],
        changed: vec!["academy".into()],
        dropped: vec!["meeting".into()],
        ..Difference::default()
    };
    assert_eq!(change, expected);
    let kept = making::find(&app, &root, 2027).await.unwrap().unwrap();
    assert_eq!((kept.plan(), kept.held.head.version), (other.clone(), 2));
    let versions = store::versions(&app.db, app.network_id, kept.held.id, "academy").await.unwrap();
    let numbers: Vec<i64> = versions.iter().map(|it| it.what.says.targets[0].number).collect();
    assert_eq!(numbers, [5, 4], "the earlier version is kept");
    // What somebody confirms who saw something else is not written.
    let refused = making::bring_in(&app, None, &root, &plan, Some(&seen)).await.unwrap();
    assert!(refused.is_err());
    assert_eq!(making::find(&app, &root, 2027).await.unwrap().unwrap().plan(), other);
    // And back again: what was taken out is there again, with a version of its own.
    making::bring_in(&app, None, &root, &plan, None).await.unwrap().unwrap();
    let kept = making::find(&app, &root, 2027).await.unwrap().unwrap();
    assert_eq!((kept.plan(), kept.part("meeting").unwrap().version), (plan, 2));
    assert_eq!(store::all(&app.db, &root).await.unwrap().len(), 1);
    assert!(making::find(&app, &app.unit("mc-reka").await, 2027).await.unwrap().is_none());
}

#[tokio::test]
async fn two_who_change_a_part_at_once_are_told() {
    let app = TestApp::new().await;
    let root = app.unit("mreza").await;
    let (me, _) = app.person(RoleKind::Coordinator, "mreza").await;
    let (other, _) = app.person(RoleKind::Mentor, "mreza").await;
    making::bring_in(&app, None, &root, &small(), None).await.unwrap().unwrap();
    let stands =
        making::find(&app, &root, 2027).await.unwrap().unwrap().part("academy").unwrap().what.clone();
    let renamed = |name: &str| Part { name: Text18::one("sl", name), ..stands.clone() };
    for _ in 0..2 {
        let saved = making::save_part(&app, &me, &root, 2027, (1, &renamed("Šola"))).await.unwrap();
        assert!(matches!(saved, Saved::Done), "sent twice, it is saved once");
    }
    match making::save_part(&app, &other, &root, 2027, (1, &renamed("Tečaj"))).await.unwrap() {
        Saved::Meanwhile(now) => assert_eq!((now.version, now.what.name.read("sl")), (2, "Šola")),
        other => panic!("{other:?}"),
    }
    let saved = making::save_part(&app, &other, &root, 2027, (2, &renamed("Tečaj"))).await.unwrap();
    assert!(matches!(saved, Saved::Done));
    // A new one comes last among those beside it.
    let new = Part {
        kind: Kind::Action,
        code: "walk".into(),
        within: "eu-you".into(),
        name: Text18::one("sl", "Pohod"),
        says: Says::default(),
    };
    for _ in 0..2 {
        assert!(matches!(making::save_part(&app, &me, &root, 2027, (0, &new)).await.unwrap(), Saved::Done));
    }
    assert_eq!(codes(&app, &root).await, ["development", "eu-you", "academy", "walk", "meeting"]);
    // What would not fit is refused.
    for (part, key) in [
        (Part { within: "academy".into(), code: "x-1".into(), ..new.clone() }, "plan-wrong-in-action"),
        (Part { within: "nowhere".into(), code: "x-1".into(), ..new.clone() }, "plan-wrong-nowhere"),
        (Part { within: String::new(), code: "x-1".into(), ..new.clone() }, "plan-wrong-action-alone"),
    ] {
        match making::save_part(&app, &me, &root, 2027, (0, &part)).await.unwrap() {
            Saved::Wrong(wrong) => assert_eq!(wrong[0].key, key),
            other => panic!("{other:?}"),
        }
    }
    let gone = making::save_part(&app, &me, &root, 2027, (3, &Part { code: "never".into(), ..new })).await;
    assert!(matches!(gone, Err(AppError::NotFound)));
}

#[tokio::test]
async fn a_part_is_moved_taken_out_and_brought_back_with_what_is_in_it() {
    let app = TestApp::new().await;
    let root = app.unit("mreza").await;
    let (me, _) = app.person(RoleKind::Coordinator, "mreza").await;
    making::bring_in(&app, None, &root, &small(), None).await.unwrap().unwrap();
    for _ in 0..2 {
        making::place(&app, &me, &root, 2027, ("meeting", 0)).await.unwrap();
        assert_eq!(codes(&app, &root).await, ["development", "meeting", "eu-you", "academy"]);
    }
    for _ in 0..2 {
        making::remove(&app, &me, &root, 2027, "eu-you").await.unwrap();
        assert_eq!(codes(&app, &root).await, ["development", "meeting"]);
    }
    assert!(!making::bring_back(&app, &me, &root, 2027, "academy").await.unwrap(), "what it stood in is out");
    for _ in 0..2 {
        assert!(making::bring_back(&app, &me, &root, 2027, "eu-you").await.unwrap());
        assert_eq!(codes(&app, &root).await, ["development", "meeting", "eu-you", "academy"]);
    }
    assert_eq!(making::find(&app, &root, 2027).await.unwrap().unwrap().plan().parts.len(), 4);
    assert!(matches!(making::remove(&app, &me, &root, 2027, "none").await, Err(AppError::NotFound)));
    // Whoever does not write plans changes nothing.
    let (viewer, _) = app.person(RoleKind::Viewer, "mreza").await;
    let denied = making::remove(&app, &viewer, &root, 2027, "eu-you").await;
    assert!(matches!(denied, Err(AppError::Forbidden(_))));
}

#[tokio::test]
async fn what_stands_before_the_parts_has_versions_of_its_own() {
    let app = TestApp::new().await;
    let root = app.unit("mreza").await;
    let (me, _) = app.person(RoleKind::Coordinator, "mreza").await;
    making::begin_plan(&app, &me, &root, &small()).await.unwrap();
    making::begin_plan(&app, &me, &root, &small()).await.unwrap();
    let mut head = small().head;
    head.intro = Text18::one("sl", "Drugače.");
    for _ in 0..2 {
        assert!(matches!(making::save_head(&app, &me, &root, 2027, (1, &head)).await.unwrap(), Saved::Done));
    }
    head.intro = Text18::one("sl", "Še drugače.");
    assert!(matches!(
        making::save_head(&app, &me, &root, 2027, (1, &head)).await.unwrap(),
        Saved::Meanwhile(_)
    ));
    let kept = making::find(&app, &root, 2027).await.unwrap().unwrap();
    assert_eq!((kept.held.head.version, kept.held.head.what.intro.read("sl")), (2, "Drugače."));
}
