//! Bodies: how they stand in one another, who sits in them, who writes their meetings, and who reads figures because of them.

use chrono::NaiveDate;
use proptest::prelude::*;
use uuid::Uuid;

use super::body::{Body, Kind, Meeting, Membership, Seat, in_order, round};
use super::making::{self, Kept};
use super::members::{self, New};
use super::{meetings, store};
use crate::access::{Act, Me, RoleKind};
use crate::error::AppError;
use crate::i18n::Text18;
use crate::people;
use crate::testing::TestApp;
use crate::units::Unit;

const BODIES: &str = "/units/mreza/mreza/bodies";

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

proptest! {
    /// Bodies put into one another one after the other, where that is not refused, never stand in a ring; and each is read once, after
    /// the one that it stands in.
    #[test]
    fn bodies_never_stand_in_a_ring(wishes in proptest::collection::vec((0u128..8, 0u128..8), 0..40)) {
        let mut all: Vec<(Uuid, Option<Uuid>)> = (0..8).map(|n| (id(n), None)).collect();
        for (of, within) in wishes {
            if !round(&all, id(of), id(within)) {
                let at = all.iter().position(|(it, _)| *it == id(of)).unwrap();
                all[at].1 = Some(id(within));
            }
        }
        let order = in_order(&all);
        prop_assert_eq!(order.len(), all.len());
        for (place, (at, depth)) in order.iter().enumerate() {
            if let Some(within) = all[*at].1 {
                let above = order.iter().position(|(it, _)| all[*it].0 == within).unwrap();
                prop_assert!(above < place && order[above].1 + 1 == *depth);
            } else {
                prop_assert_eq!(*depth, 0);
            }
        }
    }
}

#[test]
fn what_stands_in_nothing_that_is_there_stands_by_itself() {
    assert_eq!(in_order(&[(id(1), Some(id(9))), (id(2), Some(id(1)))]), [(0, 0), (1, 1)]);
    // A ring that somehow stands already is told, and not walked for ever.
    assert!(round(&[(id(1), Some(id(2))), (id(2), Some(id(1)))], id(3), id(1)));
}

fn body(kind: Kind, name: &str, within: Option<Uuid>) -> Body {
    Body { kind, name: Text18::one("sl", name), within }
}

fn from(day: NaiveDate) -> Membership {
    Membership { seat: Seat::Member, from_on: day, until_on: None }
}

async fn made(app: &TestApp, me: &Me, unit: &Unit, kind: Kind) -> Uuid {
    let id = app.ids.ordered();
    let kept = making::save(app, me, unit, (id, 0), &body(kind, "Odbor", None)).await.unwrap();
    assert!(matches!(kept, Kept::Done));
    id
}

#[tokio::test]
async fn a_body_is_made_once_changed_by_one_at_a_time_and_never_in_a_ring() {
    let app = TestApp::new().await;
    let (me, _) = app.person(RoleKind::Coordinator, "mreza").await;
    let root = app.unit("mreza").await;
    let (council, group) = (app.ids.ordered(), app.ids.ordered());
    for _ in 0..2 {
        let of = body(Kind::Council, "Svet", None);
        assert!(matches!(making::save(&app, &me, &root, (council, 0), &of).await.unwrap(), Kept::Done));
    }
    let of = body(Kind::WorkingGroup, "Skupina", Some(council));
    assert!(matches!(making::save(&app, &me, &root, (group, 0), &of).await.unwrap(), Kept::Done));
    match making::save(&app, &me, &root, (council, 1), &body(Kind::Council, "Svet", Some(group)))
        .await
        .unwrap()
    {
        Kept::Wrong(wrong) => assert_eq!(wrong.key, "body-round"),
        other => panic!("{other:?}"),
    }
    match making::save(&app, &me, &root, (group, 1), &body(Kind::Council, "X", Some(id(5)))).await.unwrap() {
        Kept::Wrong(wrong) => assert_eq!(wrong.key, "body-within-gone"),
        other => panic!("{other:?}"),
    }
    let first = body(Kind::Council, "Svet mreže", None);
    assert!(matches!(making::save(&app, &me, &root, (council, 1), &first).await.unwrap(), Kept::Done));
    match making::save(&app, &me, &root, (council, 1), &body(Kind::Council, "Odbor", None)).await.unwrap() {
        Kept::Meanwhile(now) => assert_eq!((now.version, now.what), (2, first)),
        other => panic!("{other:?}"),
    }
    for ends in [true, true, false] {
        making::end(&app, &me, &root, council, ends).await.unwrap();
        assert_eq!(making::find(&app, &root, council).await.unwrap().dropped, ends);
    }
    let (worker, _) = app.person(RoleKind::Worker, "mc-reka").await;
    let denied = making::save(&app, &worker, &root, (id(7), 0), &body(Kind::Council, "Naš", None)).await;
    assert!(matches!(denied, Err(AppError::Forbidden(_))));
}

#[tokio::test]
async fn members_have_a_role_in_the_network_and_sit_once_at_a_time() {
    let app = TestApp::new().await;
    let (me, _) = app.person(RoleKind::Coordinator, "mreza").await;
    let (worker, _) = app.person(RoleKind::Worker, "mc-reka").await;
    let root = app.unit("mreza").await;
    let (at, today) = (made(&app, &me, &root, Kind::Council).await, app.today());
    let new = New { id: app.ids.ordered(), person_id: worker.id, what: from(today) };
    for _ in 0..2 {
        assert!(matches!(members::add(&app, &me, &root, at, &new).await.unwrap(), Kept::Done));
    }
    for (person_id, key) in [(worker.id, "body-member-twice"), (id(3), "body-member-unknown")] {
        let again = New { id: app.ids.ordered(), person_id, what: from(today) };
        match members::add(&app, &me, &root, at, &again).await.unwrap() {
            Kept::Wrong(wrong) => assert_eq!(wrong.key, key),
            other => panic!("{other:?}"),
        }
    }
    let sits = |person| store::sitting(&app.db, &root, Kind::Council, (person, today));
    let found = sits(worker.id).await.unwrap();
    assert!(found.len() == 1 && found[0].mine);
    assert!(!sits(me.id).await.unwrap()[0].mine);
    // Until yesterday; and then again.
    let past = Membership { seat: Seat::Leads, from_on: today.pred_opt().unwrap(), until_on: Some(today) };
    assert!(matches!(members::change(&app, &me, &root, (at, new.id, 1), &past).await.unwrap(), Kept::Done));
    assert!(sits(worker.id).await.unwrap().is_empty(), "a body without members does not sit");
    match members::change(&app, &me, &root, (at, new.id, 1), &from(today)).await.unwrap() {
        Kept::Wrong(wrong) => assert_eq!(wrong.key, "body-member-meanwhile"),
        other => panic!("{other:?}"),
    }
    let again = New { id: app.ids.ordered(), person_id: worker.id, what: from(today) };
    assert!(matches!(members::add(&app, &me, &root, at, &again).await.unwrap(), Kept::Done));
    assert_eq!(store::members(&app.db, app.network_id, at, today).await.unwrap().len(), 2);
    let (_, chief) = app.person(RoleKind::Coordinator, "mreza").await;
    let page = app.get(&format!("/units/mreza/mc-reka/people/{}/leaving", worker.id), &chief).await.body;
    assert!(page.contains(&format!("{BODIES}/{at}")), "told to whoever lets them go: {page}");
    // Whoever leaves the network decides nothing there any more, and stays written down.
    let mut tx = app.db.begin().await.unwrap();
    tx.run("update role set until_on = $2 where person_id = $1", crate::args![worker.id, today])
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert!(sits(worker.id).await.unwrap().is_empty());
    let all = store::members(&app.db, app.network_id, at, today).await.unwrap();
    assert!(all.len() == 2 && all.iter().all(|it| !it.here));
}

#[tokio::test]
async fn members_of_a_committee_are_given_the_figures_of_the_network_and_lose_them_again() {
    let app = TestApp::new().await;
    let (me, _) = app.person(RoleKind::Coordinator, "mreza").await;
    let (viewer, cookie) = app.person(RoleKind::Viewer, "ljubljana").await;
    let root = app.unit("mreza").await;
    let committee = made(&app, &me, &root, Kind::RegionalCommittee).await;
    let group = made(&app, &me, &root, Kind::WorkingGroup).await;
    let new = New { id: app.ids.ordered(), person_id: viewer.id, what: from(app.today()) };
    let other = New { id: app.ids.ordered(), ..new.clone() };
    members::add(&app, &me, &root, committee, &new).await.unwrap();
    members::add(&app, &me, &root, group, &other).await.unwrap();
    let refused = members::figures(&app, &me, &root, (group, other.id), Some(app.ids.ordered())).await;
    assert!(matches!(refused, Err(AppError::Invalid("body-figures-none"))));
    let sees = async || app.get("/units/mreza/mreza", &cookie).await.status.as_u16();
    assert_eq!(sees().await, 403);
    for _ in 0..2 {
        let role = Some(app.ids.ordered());
        members::figures(&app, &me, &root, (committee, new.id), role).await.unwrap();
        assert_eq!(sees().await, 200);
    }
    for _ in 0..2 {
        members::figures(&app, &me, &root, (committee, new.id), None).await.unwrap();
        assert_eq!(sees().await, 403);
    }
    let (mentor, _) = app.person(RoleKind::Mentor, "mc-reka").await;
    let denied = members::figures(&app, &mentor, &root, (committee, new.id), Some(app.ids.ordered())).await;
    assert!(matches!(denied, Err(AppError::Forbidden(_))));
    assert!(!viewer.may(Act::SeeFigures, &root.as_place()));
}

/// What somebody was given to read with their seat ends with it.
#[tokio::test]
async fn figures_are_closed_when_a_seat_ends_or_the_committee_does() {
    let app = TestApp::new().await;
    let (me, chief) = app.person(RoleKind::Coordinator, "mreza").await;
    let (viewer, cookie) = app.person(RoleKind::Viewer, "ljubljana").await;
    let root = app.unit("mreza").await;
    let sees = async || app.get("/units/mreza/mreza", &cookie).await.status.as_u16();
    let sit = async || {
        let committee = made(&app, &me, &root, Kind::RegionalCommittee).await;
        let since = from(app.today() - chrono::Days::new(30));
        let new = New { id: app.ids.ordered(), person_id: viewer.id, what: since };
        members::add(&app, &me, &root, committee, &new).await.unwrap();
        (committee, new)
    };
    let ((first, seat), (second, _)) = (sit().await, sit().await);
    members::figures(&app, &me, &root, (first, seat.id), Some(app.ids.ordered())).await.unwrap();
    assert_eq!(sees().await, 200);
    let ends = |until| Membership { until_on: Some(until), ..seat.what.clone() };
    let today = app.today();
    members::change(&app, &me, &root, (first, seat.id, 1), &ends(today)).await.unwrap();
    assert_eq!(sees().await, 200, "there is a seat in another committee");
    making::end(&app, &me, &root, second, true).await.unwrap();
    assert_eq!(sees().await, 403, "that one meets no more");

    // A seat that ends later closes them then.
    let (third, seat) = sit().await;
    members::figures(&app, &me, &root, (third, seat.id), Some(app.ids.ordered())).await.unwrap();
    members::change(&app, &me, &root, (third, seat.id, 1), &ends(today + chrono::Days::new(3)))
        .await
        .unwrap();
    assert_eq!(sees().await, 200);
    app.wait(chrono::Duration::days(3));
    assert_eq!(sees().await, 403);

    // Whoever reads them by the role they have, and sits there no more, is told on the page. No other body takes that from them, nor
    // does a word about a seat that is over.
    people::give(&app, &me, &root, (app.ids.ordered(), viewer.id), RoleKind::Viewer).await.unwrap();
    let page = app.get(&format!("/units/mreza/mreza/bodies/{third}"), &chief).await.body;
    assert!(page.contains(&format!("/members/{}/figures/withdrawal", seat.id)), "{page}");
    let group = made(&app, &me, &root, Kind::WorkingGroup).await;
    let new = New { id: app.ids.ordered(), person_id: viewer.id, what: from(today) };
    members::add(&app, &me, &root, group, &new).await.unwrap();
    members::change(&app, &me, &root, (third, seat.id, 2), &ends(today + chrono::Days::new(1)))
        .await
        .unwrap();
    members::change(&app, &me, &root, (group, new.id, 1), &ends(app.today())).await.unwrap();
    making::end(&app, &me, &root, group, true).await.unwrap();
    assert_eq!(sees().await, 200);
}

#[tokio::test]
async fn members_write_meetings_and_every_version_stays() {
    let app = TestApp::new().await;
    let (me, _) = app.person(RoleKind::Coordinator, "mreza").await;
    let (worker, _) = app.person(RoleKind::Worker, "mc-reka").await;
    let root = app.unit("mreza").await;
    let (at, it) = (made(&app, &me, &root, Kind::Council).await, app.ids.ordered());
    let meeting = |minutes: &str| Meeting {
        held_on: app.today(),
        place: "Celje".into(),
        present: Some(12),
        minutes: minutes.into(),
        decisions: vec!["Načrt gre v obravnavo.".into()],
    };
    let denied = meetings::save(&app, &worker, &root, (at, it, 0), &meeting("a")).await;
    assert!(matches!(denied, Err(AppError::Forbidden(_))), "not a member yet");
    let new = New { id: app.ids.ordered(), person_id: worker.id, what: from(app.today()) };
    members::add(&app, &me, &root, at, &new).await.unwrap();
    for _ in 0..2 {
        let kept = meetings::save(&app, &worker, &root, (at, it, 0), &meeting("a")).await.unwrap();
        assert!(matches!(kept, Kept::Done));
    }
    assert!(matches!(
        meetings::save(&app, &me, &root, (at, it, 1), &meeting("b")).await.unwrap(),
        Kept::Done
    ));
    match meetings::save(&app, &worker, &root, (at, it, 1), &meeting("c")).await.unwrap() {
        Kept::Meanwhile(now) => assert_eq!((now.version, now.what.minutes.as_str()), (2, "b")),
        other => panic!("{other:?}"),
    }
    let all = store::meetings(&app.db, app.network_id, at).await.unwrap();
    assert!(all.len() == 1 && all[0].what == meeting("b"));
    let held = store::held(&app.db, app.network_id, &[at]).await.unwrap();
    assert_eq!(
        held.iter().map(|it| (it.id, it.body_id, it.held_on)).collect::<Vec<_>>(),
        [(it, at, app.today())]
    );
    for _ in 0..2 {
        meetings::remove(&app, &worker, &root, (at, it)).await.unwrap();
        assert!(store::meetings(&app.db, app.network_id, at).await.unwrap().is_empty());
    }
    let versions = store::meeting(&app.db, app.network_id, at, it).await.unwrap();
    let said: Vec<&str> = versions.iter().map(|it| it.what.minutes.as_str()).collect();
    assert_eq!(said, ["b", "b", "a"]);
}

#[tokio::test]
async fn pages_show_to_everybody_in_the_network_and_keep_what_was_typed() {
    let app = TestApp::new().await;
    let (_, chief) = app.person(RoleKind::Coordinator, "mreza").await;
    let (worker, reader) = app.person(RoleKind::Worker, "mc-reka").await;
    let at = format!("{BODIES}/{}", app.ids.ordered());
    let wrong = app.post(&at, &chief, &[("version", "0"), ("name_en", "Council"), ("kind", "senate")]).await;
    assert!(
        wrong.status == 422
            && wrong.body.contains("value=\"Council\"")
            && wrong.body.contains("id=\"kind-problem\"")
    );
    let fields = [("version", "0"), ("name_sl", "Svet mreže"), ("kind", "council")];
    assert_eq!(app.post(&at, &chief, &fields).await.location.as_deref(), Some(at.as_str()));
    let list = app.get(BODIES, &reader).await;
    assert!(list.status == 200 && list.body.contains("Svet mreže") && list.body.contains("0 članov"));
    assert!(!list.body.contains("/form\""), "nothing to make");
    // By mail address, with a day that there is not; then rightly.
    let id = app.ids.ordered().to_string();
    let add = |mail: &'static str, day: &'static str| {
        vec![
            ("id", id.clone()),
            ("mail", mail.to_owned()),
            ("seat", "leads".to_owned()),
            ("from_on", day.to_owned()),
        ]
    };
    for (mail, day, told) in [
        ("worker@mc-reka.example", "32. 1. 2026", "add-from_on-problem"),
        ("nobody@example.org", "", "add-mail-problem"),
        ("", "", "add-mail-problem"),
    ] {
        let typed = add(mail, day);
        let typed: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let page = app.post(&format!("{at}/members"), &chief, &typed).await;
        assert!(page.status == 422 && page.body.contains(told), "{mail} {day}: {}", page.body);
        assert!(page.body.contains(&format!("value=\"{mail}\"")), "what was typed is kept");
    }
    let typed = add("WORKER@mc-reka.example", "2026-10-01");
    let typed: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(app.post(&format!("{at}/members"), &chief, &typed).await.status, 303);
    let page = app.get(&at, &reader).await.body;
    assert!(page.contains("worker mc-reka") && page.contains("vodi · od 1.\u{a0}10.\u{a0}2026"), "{page}");
    assert!(
        page.contains("/form\"") && !page.contains("@mc-reka.example"),
        "a member writes, and sees no addresses"
    );
    let last = [("version", "1"), ("seat", "member"), ("from_on", "2026-10-01"), ("last_on", "2026-09-01")];
    let page = app.post(&format!("{at}/members/{id}"), &chief, &last).await;
    assert!(page.status == 422 && page.body.contains("Zadnji dan je pred prvim."), "{}", page.body);
    // A meeting by the member, once with a number that is none.
    let meeting = format!("{at}/meetings/{}", app.ids.ordered());
    assert_eq!(app.get(&format!("{meeting}/form"), &reader).await.status, 200);
    let fields = |present: &'static str| {
        [
            ("version", "0"),
            ("held_on", "2026-10-14"),
            ("present", present),
            ("minutes", "Pogovor o načrtu."),
            ("decisions", "Načrt gre naprej.\n\nSeja novembra."),
        ]
    };
    let page = app.post(&meeting, &reader, &fields("veliko")).await;
    assert!(
        page.status == 422
            && page.body.contains("Pogovor o načrtu.")
            && page.body.contains("present-problem")
    );
    assert_eq!(app.post(&meeting, &reader, &fields("9")).await.status, 303);
    let (_, viewer) = app.person(RoleKind::Viewer, "brezice").await;
    let page = app.get(&meeting, &viewer).await;
    assert!(
        page.status == 200
            && page.body.contains("9 prisotnih")
            && page.body.contains("<li>Seja novembra.</li>")
    );
    assert!(!page.body.contains("/removal"));
    assert_eq!(app.get(&format!("{meeting}/form"), &viewer).await.status, 403);
    assert!(worker.id != Uuid::nil());
    // Of a unit's own bodies only its branch knows.
    assert_eq!(app.get("/units/mreza/mc-sava/bodies", &reader).await.status, 403);
}
