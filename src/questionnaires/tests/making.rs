//! Questionnaires in the database: made, changed, finished, copied, retired.

use super::{coordinator, new};
use crate::access::{RoleKind, Sought, recorded};
use crate::error::AppError;
use crate::questionnaires::changing::Change;
use crate::questionnaires::content::Scale;
use crate::questionnaires::making::{self, Changed, Source};
use crate::questionnaires::shipped::shipped;
use crate::questionnaires::store;
use crate::testing::TestApp;

async fn take(app: &TestApp, source: Source) -> String {
    let (unit, _, me) = coordinator(app).await;
    let made = making::make(app, &me, &unit, &new(app.ids.ordered(), source, "Naš prostor")).await;
    made.unwrap().unwrap()
}

#[tokio::test]
async fn made_once_by_its_id_and_found_by_its_name() {
    let app = TestApp::new().await;
    let (unit, _, me) = coordinator(&app).await;
    let id = app.ids.ordered();
    for _ in 0..2 {
        let new = new(id, Source::Shipped("open".into()), "Naš prostor");
        assert_eq!(making::make(&app, &me, &unit, &new).await.unwrap().unwrap(), "nas-prostor");
    }
    assert_eq!(take(&app, Source::Copy("nas-prostor".into())).await, "nas-prostor-2");
    let all = store::of_network(&app.db, unit.network.id).await.unwrap();
    assert_eq!(all.len(), 2);
    assert_eq!(all[0].name.get("sl"), Some("Naš prostor"));
    for it in &all {
        let versions = store::versions_of(&app.db, unit.network.id, it.id).await.unwrap();
        assert_eq!(versions.len(), 1);
        assert_eq!(versions[0].content, shipped()[0].content);
        assert_eq!((versions[0].number, versions[0].locked_at), (1, None));
    }
    let standing = store::standing(&app.db, unit.network.id).await.unwrap();
    assert!(standing.iter().all(|(_, number, finished)| *number == 1 && !finished));
    assert!(store::by_code(&app.db, unit.network.id, "drug").await.unwrap().is_none());
}

#[tokio::test]
async fn what_is_missing_is_said() {
    let app = TestApp::new().await;
    let (unit, _, me) = coordinator(&app).await;
    let mut it = new(app.ids.ordered(), Source::Blank, " ");
    it.kind = None;
    let wrong = making::make(&app, &me, &unit, &it).await.unwrap().unwrap_err();
    let fields: Vec<&str> = wrong.iter().map(|wrong| wrong.field.as_str()).collect();
    assert_eq!(fields, ["name_sl", "kind"]);
    it.kind = Some(crate::vocabulary::Kind::OneToOne);
    it.names = vec![("sl".into(), "Pogovor".into())];
    let wrong = making::make(&app, &me, &unit, &it).await.unwrap().unwrap_err();
    assert_eq!(wrong[0].field, "kind");
}

#[tokio::test]
async fn a_finished_version_never_changes_and_the_next_begins_as_its_copy() {
    let app = TestApp::new().await;
    let (unit, _, me) = coordinator(&app).await;
    let code = take(&app, Source::Shipped("event".into())).await;
    let step = Change::Remove { item: "best".into() };
    let done = making::change(&app, &me, &unit, &code, &step, |_| true).await.unwrap();
    assert!(matches!(done, Changed::Done));
    let early = making::next_version(&app, &me, &unit, &code, 2).await;
    assert!(matches!(early, Err(AppError::Conflict)), "the first is not finished");
    for _ in 0..2 {
        making::finish(&app, &me, &unit, &code, 1).await.unwrap().unwrap();
    }
    let step = Change::Remove { item: "change".into() };
    let late = making::change(&app, &me, &unit, &code, &step, |_| true).await.unwrap();
    assert!(matches!(late, Changed::Finished));
    for _ in 0..2 {
        making::next_version(&app, &me, &unit, &code, 2).await.unwrap();
    }
    let found = store::by_code(&app.db, unit.network.id, &code).await.unwrap().unwrap();
    let versions = store::versions_of(&app.db, unit.network.id, found.id).await.unwrap();
    assert_eq!(versions.len(), 2);
    assert_eq!(versions[0].content, versions[1].content);
    assert!(versions[0].locked_at.is_some() && versions[1].locked_at.is_none());
    making::change(&app, &me, &unit, &code, &step, |_| true).await.unwrap();
    let after = store::versions_of(&app.db, unit.network.id, found.id).await.unwrap();
    assert_eq!(after[0].content, versions[0].content);
    assert!(after[1].content.item("change").is_none());
    // Even if asked for outright.
    let by = store::By { person: me.id, at: app.clock.now() };
    let mut tx = app.db.begin().await.unwrap();
    let network_id = unit.network.id;
    assert!(!store::save(&mut tx, network_id, by, after[0].id, &after[1].content).await.unwrap());
}

#[tokio::test]
async fn what_is_wrong_cannot_be_finished() {
    let app = TestApp::new().await;
    let (unit, _, me) = coordinator(&app).await;
    let code = take(&app, Source::Blank).await;
    let faults = making::finish(&app, &me, &unit, &code, 1).await.unwrap().unwrap_err();
    assert_eq!(faults[0].key, "questionnaire-asks-nothing");
    let later = making::finish(&app, &me, &unit, &code, 2).await;
    assert!(matches!(later, Err(AppError::Conflict)));
}

#[tokio::test]
async fn what_nobody_has_seen_is_not_written_over() {
    let app = TestApp::new().await;
    let (unit, _, me) = coordinator(&app).await;
    let code = take(&app, Source::Shipped("group".into())).await;
    let put = |scale: Scale| {
        let mut is = shipped()[1].content.items[0].clone();
        is.scale = scale;
        Change::Item { was: Some(is.code.clone()), is: Box::new(is) }
    };
    let unseen = making::change(&app, &me, &unit, &code, &put(Scale::Agree4), |_| false).await.unwrap();
    assert!(matches!(unseen, Changed::Meanwhile));
    let seen = making::change(&app, &me, &unit, &code, &put(Scale::Agree4), |_| true).await.unwrap();
    assert!(matches!(seen, Changed::Done));
    // Sent twice: it stands already, whatever the form had seen.
    let again = making::change(&app, &me, &unit, &code, &put(Scale::Agree4), |_| false).await.unwrap();
    assert!(matches!(again, Changed::Done));
    let broken = making::change(&app, &me, &unit, &code, &put(Scale::Open), |_| true).await.unwrap();
    assert!(matches!(broken, Changed::Faults(faults) if faults[0].key == "questionnaire-area-unscored"));
}

#[tokio::test]
async fn renamed_retired_and_brought_back_and_all_of_it_on_record() {
    let app = TestApp::new().await;
    let (unit, cookie, me) = coordinator(&app).await;
    let code = take(&app, Source::Shipped("open".into())).await;
    let typed = [("sl".to_owned(), "Drugače".to_owned())];
    making::rename(&app, &me, &unit, &code, &typed).await.unwrap().unwrap();
    let empty = [("sl".to_owned(), String::new())];
    assert_eq!(
        making::rename(&app, &me, &unit, &code, &empty).await.unwrap().unwrap_err()[0].field,
        "name_sl"
    );
    for is in [true, true, false, true] {
        making::retire(&app, &me, &unit, &code, is).await.unwrap();
        let found = store::by_code(&app.db, unit.network.id, &code).await.unwrap().unwrap();
        assert_eq!(found.retired_on, is.then(|| app.today()));
        assert_eq!(found.name.get("sl"), Some("Drugače"));
    }
    let sought = Sought { act: Some("change_questionnaires".into()), ..Sought::default() };
    let acts = recorded(&app.db, unit.network.id, &unit.path, app.today(), &sought, 50).await.unwrap();
    // The clock stands still here, so their order says nothing.
    let mut objects: Vec<&str> = acts.iter().map(|it| it.object.as_str()).collect();
    objects.sort_unstable();
    let all = ["make", "rename", "retire", "retire", "return"].map(|act| format!("{act} nas-prostor"));
    assert_eq!(objects, all);
    let page = app.get("/units/mreza/mreza/record", &cookie).await;
    assert!(page.body.contains("Sprememba vprašalnika"), "{}", page.body);
}

#[tokio::test]
async fn only_coordinators_may() {
    let app = TestApp::new().await;
    let code = take(&app, Source::Shipped("open".into())).await;
    let (_, cookie) = app.person(RoleKind::Mentor, "mreza").await;
    let token = cookie.split_once('=').unwrap().1;
    let me = crate::access::me(&app, token).await.unwrap().unwrap();
    let unit = app.unit("mreza").await;
    let denied = making::finish(&app, &me, &unit, &code, 1).await;
    assert!(matches!(denied, Err(AppError::Forbidden(_))));
    let made = making::make(&app, &me, &unit, &new(app.ids.ordered(), Source::Blank, "Naš")).await;
    assert!(matches!(made, Err(AppError::Forbidden(_))));
}
