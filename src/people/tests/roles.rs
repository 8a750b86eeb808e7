use super::{PASSWORD, account, give, invite, is_in, kinds, signed_in};
use crate::access::{self, RoleKind};
use crate::people::Closed;
use crate::testing::TestApp;

#[tokio::test]
async fn a_mentor_gives_roles_up_to_their_own_and_only_in_the_branch() {
    let app = TestApp::new().await;
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    for (unit, role, status) in [
        ("mc-reka", "worker", 200),
        ("ljubljana", "mentor", 200),
        ("mc-reka", "viewer", 200),
        ("mc-reka", "coordinator", 422),
        ("mc-reka", "emperor", 422),
        ("mc-sava", "viewer", 403),
        ("mreza", "viewer", 403),
        ("nowhere", "viewer", 404),
    ] {
        let answer = invite(&app, &mentor, unit, "new@example.org", role).await;
        assert_eq!(answer.status, status, "{role} of {unit}");
    }
    for mail in ["", "a", "a b@example.org", "@example.org", "a@b@example.org", "<a@example.org>"] {
        let answer = invite(&app, &mentor, "mc-reka", mail, "worker").await;
        assert_eq!(answer.status, 422, "{mail}");
    }
    let (_, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    assert_eq!(invite(&app, &coordinator, "mreza", "new@example.org", "coordinator").await.status, 200);
    assert_eq!(
        invite(&app, &coordinator, "mc-reka", "new@example.org", "coordinator").await.status,
        422,
        "a coordinator is one of the whole network"
    );
    let (_, worker) = app.person(RoleKind::Worker, "ljubljana").await;
    assert_eq!(invite(&app, &worker, "mc-reka", "new@example.org", "viewer").await.status, 403);
}

#[tokio::test]
async fn nobody_gives_themselves_a_role() {
    let app = TestApp::new().await;
    let (me, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    let own = invite(&app, &coordinator, "mc-reka", &me.mail.to_uppercase(), "worker").await;
    assert_eq!(own.status, 422);
    assert!(own.body.contains("To je tvoj naslov") && own.body.contains("aria-describedby=\"mail-problem\""));
    assert!(!own.body.contains("Te vloge ne moreš dati"), "{}", own.body);
    assert_eq!(invite(&app, &coordinator, "mc-reka", "new@example.org", "worker").await.status, 200);
}

#[tokio::test]
async fn a_day_begins_at_the_networks_midnight() {
    let app = TestApp::new().await;
    // Half past midnight in Ljubljana, still yesterday in Greenwich.
    app.wait(chrono::Duration::minutes(4 * 60 + 30));
    assert_eq!(app.today().to_string(), "2026-10-16");
    let id = account(&app, "ana@example.org").await;
    let role = give(&app, id, RoleKind::Mentor, "mc-reka").await;
    let ana = signed_in(&app, "ana@example.org", PASSWORD).await;
    assert_eq!(app.get("/units/mreza/mc-reka/people", &ana).await.status, 200, "from today on");

    let mut tx = app.db.begin().await.unwrap();
    let reka = app.unit("mc-reka").await;
    super::store::end_role(&mut tx, reka.network.id, reka.id, role, app.today()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(app.get("/units/mreza/mc-reka/people", &ana).await.status, 403, "no longer today");
    let listed = crate::people::list_people(&app.db, app.clock.day()).await.unwrap();
    let of_ana: Vec<_> = listed.iter().filter(|row| row.mail == "ana@example.org").collect();
    assert_eq!((of_ana.len(), of_ana[0].kind.as_deref()), (1, None));
    let held = super::store::held_by(&app.db, id, app.clock.day()).await.unwrap();
    assert!(held.is_empty());
}

#[tokio::test]
async fn ending_a_role_takes_effect_at_once() {
    let app = TestApp::new().await;
    let id = account(&app, "ana@example.org").await;
    let role = give(&app, id, RoleKind::Mentor, "mc-reka").await;
    let ana = signed_in(&app, "ana@example.org", PASSWORD).await;
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    assert_eq!(app.get("/units/mreza/mc-reka/people", &ana).await.status, 200);

    let elsewhere = format!("/units/mreza/mc-most/roles/{role}/ending");
    assert_eq!(app.post(&elsewhere, &mentor, &[]).await.status, 404, "a role is ended where it is held");
    let path = format!("/units/mreza/mc-reka/roles/{role}/ending");
    assert_eq!(app.post(&path, &mentor, &[]).await.status, 303);
    assert_eq!(app.get("/units/mreza/mc-reka/people", &ana).await.status, 403);
    assert!(is_in(&app, &ana).await, "the account stays");
    assert_eq!(app.post(&path, &mentor, &[]).await.status, 404, "once");

    give(&app, id, RoleKind::Mentor, "mc-reka").await;
    assert_eq!(app.get("/units/mreza/mc-reka/people", &ana).await.status, 200, "and may be given again");
}

#[tokio::test]
async fn nobody_ends_a_role_above_their_own() {
    let app = TestApp::new().await;
    let id = account(&app, "ana@example.org").await;
    let role = give(&app, id, RoleKind::Coordinator, "mreza").await;
    let (_, mentor) = app.person(RoleKind::Mentor, "mreza").await;
    let page = app.get("/units/mreza/mreza/people", &mentor).await;
    assert!(page.body.contains("ana@example.org") && !page.body.contains(&format!("{role}/ending")));
    let path = format!("/units/mreza/mreza/roles/{role}/ending");
    assert_eq!(app.post(&path, &mentor, &[]).await.status, 422);
}

#[tokio::test]
async fn a_role_held_already_is_not_given_twice() {
    let app = TestApp::new().await;
    let id = account(&app, "ana@example.org").await;
    give(&app, id, RoleKind::Worker, "mc-reka").await;
    give(&app, id, RoleKind::Worker, "mc-reka").await;
    let token = access::begin_session(&app, id).await.unwrap();
    let me = access::me(&app, &token).await.unwrap().unwrap();
    assert_eq!(kinds(&me), [(RoleKind::Worker, "mc-reka")]);
}

#[tokio::test]
async fn a_network_is_never_left_without_a_coordinator() {
    let app = TestApp::new().await;
    let (me, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    let root = app.unit("mreza").await;
    let members = super::store::members(&app.db, app.network_id, &root.path, app.today()).await.unwrap();
    let own = members.iter().find(|member| member.person_id == me.id).unwrap().role_id;
    let path = format!("/units/mreza/mreza/roles/{own}/ending");
    let refused = app.post(&path, &coordinator, &[]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("zadnja koordinatorska vloga"), "{}", refused.body);
    assert!(refused.body.contains(&me.mail), "on the page where it was tried");
    assert_eq!(crate::people::close(&app, &me.mail).await.unwrap(), Closed::Last("mreza".into()));

    let other = account(&app, "ana@example.org").await;
    give(&app, other, RoleKind::Coordinator, "mreza").await;
    assert_eq!(crate::people::close(&app, "ana@example.org").await.unwrap(), Closed::Done);
    assert_eq!(app.post(&path, &coordinator, &[]).await.status, 422, "a closed account coordinates nothing");
    let mut tx = app.db.begin().await.unwrap();
    assert!(crate::people::enable(&mut tx, "ana@example.org").await.unwrap());
    tx.commit().await.unwrap();
    assert_eq!(app.post(&path, &coordinator, &[]).await.status, 303);
}

#[tokio::test]
async fn a_role_of_days_to_come_is_listed_and_can_be_ended_before_it_begins() {
    let app = TestApp::new().await;
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    let id = account(&app, "ana@example.org").await;
    let reka = app.unit("mc-reka").await;
    let role = crate::people::NewRole {
        id: app.ids.ordered(),
        person_id: id,
        unit_id: reka.id,
        kind: RoleKind::Worker,
        from_on: app.today() + chrono::Days::new(10),
        granted_by: None,
    };
    let mut tx = app.db.begin().await.unwrap();
    super::store::insert_role(&mut tx, reka.network.id, &role).await.unwrap();
    tx.commit().await.unwrap();
    // Held from a later day on, it can still be given for the days before.
    give(&app, id, RoleKind::Worker, "mc-reka").await;
    let page = app.get("/units/mreza/mc-reka/people", &mentor).await.body;
    assert!(
        page.contains("od 25.\u{a0}10.\u{a0}2026") && page.matches("ana@example.org").count() >= 2,
        "{page}"
    );
    let path = format!("/units/mreza/mc-reka/roles/{}/ending", role.id);
    assert_eq!(app.post(&path, &mentor, &[]).await.status, 303);
    assert!(
        !app.get("/units/mreza/mc-reka/people", &mentor).await.body.contains("od 25.\u{a0}10.\u{a0}2026")
    );
    assert_eq!(app.post(&path, &mentor, &[]).await.status, 404);
}

proptest::proptest! {
    #[test]
    fn days_are_covered_just_when_each_of_them_is(
        spans in proptest::collection::vec((0u64..20, proptest::option::of(0u64..20)), 0..6), from in 0u64..20,
    ) {
        let day = |n: u64| chrono::NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + chrono::Days::new(n);
        let each = (from..60).all(|n| {
            spans.iter().any(|(begins, ends)| *begins <= n && ends.is_none_or(|ends| n < ends))
        });
        let spans = spans.into_iter().map(|(begins, ends)| (day(begins), ends.map(day))).collect();
        proptest::prop_assert_eq!(crate::people::roles::covered(spans, day(from)), each);
    }
}
