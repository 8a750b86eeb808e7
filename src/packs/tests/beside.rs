use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use uuid::Uuid;

use crate::access::RoleKind;
use crate::measures::scene::{activity, date, plain, write};
use crate::measures::{Amount, Ratio, Sums};
use crate::packs::beside::{Covered, YOUTH, cents, cover};
use crate::packs::store::{self, ALL, By};
use crate::testing::TestApp;
use crate::vocabulary::Kind;

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

#[test]
fn money_is_read_as_people_write_it() {
    for (typed, is) in [
        ("48500", 4_850_000),
        ("48.500", 4_850_000),
        ("48.500,50", 4_850_050),
        ("48,500.5", 4_850_050),
        (" 1 234,05 € ", 123_405),
        ("0", 0),
        ("12,5", 1250),
        ("1.234.567,00", 123_456_700),
    ] {
        assert_eq!(cents(typed), Some(is), "{typed}");
    }
    for typed in ["", "veliko", "-5", "1.23.456", "1,2,3", "1e9", "999999999999", ".500", "5,", "čšž", "٣"]
    {
        let read = cents(typed);
        assert!(read.is_none() || typed == "5," || typed == ".500", "{typed}: {read:?}");
    }
}

proptest! {
    #[test]
    fn anything_typed_is_read_or_refused(typed in ".{0,30}") {
        if let Some(cents) = cents(&typed) {
            prop_assert!((0..=10_000_000_000).contains(&cents));
        }
    }

    #[test]
    fn what_a_page_shows_is_read_as_the_same(n in 0i64..10_000_000_000) {
        #[allow(clippy::cast_precision_loss)]
        for lang in crate::i18n::Lang::ALL {
            let shown = crate::i18n::Words(lang).decimal(n as f64 / 100.0, 2);
            prop_assert_eq!(cents(&shown), Some(n), "{}", shown);
        }
    }
}

#[test]
fn a_branch_is_known_once_all_of_it_is() {
    // 1 holds 2 and 3; 2 holds 4 and 5; 3 and 5 recorded nothing.
    let above = [(1, None), (2, Some(1)), (3, Some(1)), (4, Some(2)), (5, Some(2))];
    let parents: BTreeMap<Uuid, Option<Uuid>> = above.map(|(it, of)| (id(it), of.map(id))).into();
    let recorded: BTreeSet<Uuid> = [id(4)].into();
    let of = |unit, said: &[(u128, i64)]| {
        cover(id(unit), &parents, &recorded, &said.iter().map(|(unit, n)| (id(*unit), *n)).collect())
    };
    let lacks = |units: &[u128]| units.iter().copied().map(id).collect::<Vec<_>>();
    assert_eq!(of(1, &[]), Covered { value: None, lacking: lacks(&[4]) });
    assert_eq!(of(1, &[(4, 70)]), Covered { value: Some(70), lacking: vec![] });
    assert_eq!(of(1, &[(2, 90), (4, 70)]), Covered { value: Some(90), lacking: vec![] });
    assert_eq!(of(1, &[(3, 5)]), Covered { value: None, lacking: lacks(&[4]) });
    assert_eq!(of(5, &[]), Covered { value: None, lacking: lacks(&[5]) });
    // A unit that records and has others below is not the sum of those.
    let both: BTreeSet<Uuid> = [id(2), id(4)].into();
    let it = cover(id(2), &parents, &both, &[(id(4), 70)].into());
    assert_eq!(it, Covered { value: None, lacking: lacks(&[2]) });
}

#[test]
fn ratios_are_of_sums() {
    let sums = Sums { duration_min: 90, creators: 2, participants: 28, audience: 70, ..Sums::default() };
    assert_eq!(Ratio::CostPerHour.of(Some(3_000), &sums), Amount::Ratio(20.0));
    assert_eq!(Ratio::Reach.of(Some(2_000), &sums), Amount::Ratio(50.0));
    assert_eq!(Ratio::Reach.of(Some(0), &sums), Amount::None);
    assert_eq!(Ratio::CostPerHour.of(Some(3_000), &Sums::default()), Amount::None);
    assert_eq!(Ratio::CostPerHour.of(None, &sums), Amount::None);
}

#[tokio::test]
async fn costs_and_inhabitants_are_kept_changed_and_taken_back() {
    let app = TestApp::new().await;
    let unit = app.unit("ljubljana").await;
    let by =
        By { network_id: app.network_id, unit_id: unit.id, year: 2026, person_id: None, at: app.clock.now() };
    let costs = async || store::costs(&app.db, app.network_id, 2026).await.unwrap();
    let people = async || store::inhabitants(&app.db, app.network_id, 2026, YOUTH).await.unwrap();
    for (cents, source) in
        [(Some(500), Some("A")), (Some(700), Some("B")), (Some(700), Some("B")), (None, None)]
    {
        let mut tx = app.db.begin().await.unwrap();
        store::set_cost(&mut tx, by, ALL, cents).await.unwrap();
        store::set_inhabitants(&mut tx, by, YOUTH, source.map(|it| (1_000, it))).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(costs().await.first().map(|it| it.cents), cents);
        assert_eq!(people().await.first().map(|it| it.source.clone()).as_deref(), source);
        assert!(costs().await.len() <= 1 && people().await.len() <= 1);
    }
    assert!(store::costs(&app.db, app.network_id, 2025).await.unwrap().is_empty());
}

#[tokio::test]
async fn the_cost_of_an_hour_follows_from_what_was_entered() {
    let app = TestApp::new().await;
    let group = activity(&app, "mc-reka", "group", Kind::Group).await;
    let evenings: Vec<_> = (1..=10).map(|day| plain(&group, app.ids.ordered(), date(2026, 3, day))).collect();
    write(&app, &evenings).await;
    let (_, mentor) = app.person(RoleKind::Mentor, "mc-reka").await;
    let (_, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    let (unit, city) = ("/units/mreza/mc-reka", "/units/mreza/ljubljana");
    let pack = format!("{unit}/packs/key-figures?period=2026");
    let before = app.get(&pack, &mentor).await.body;
    assert!(before.contains("/units/mreza/mc-reka/costs?year=2026"), "{before}");
    assert!(before.contains("/units/mreza/ljubljana/population?year=2026"), "{before}");
    let costs = format!("{unit}/costs");
    let wrong =
        app.post(&costs, &mentor, &[("year", "2026"), ("cost_all", "dosti"), ("cost_group", "7")]).await;
    assert!(
        wrong.status == 422 && wrong.body.contains("dosti") && wrong.body.contains("aria-invalid"),
        "{}",
        wrong.body
    );
    assert!(store::costs(&app.db, app.network_id, 2026).await.unwrap().is_empty(), "nothing is set halfway");
    for _ in 0..2 {
        let sent = app.post(&costs, &mentor, &[("year", "2026"), ("cost_all", "1.250,00")]).await;
        assert_eq!(sent.location.as_deref(), Some("/units/mreza/mc-reka/costs?year=2026&saved=1"));
    }
    assert!(app.get(&format!("{costs}?year=2026"), &mentor).await.body.contains("1.250,00"));
    let people = format!("{city}/population");
    let said =
        |n: &'static str, source: &'static str| [("year", "2026"), ("inhabitants", n), ("source", source)];
    assert_eq!(app.post(&people, &coordinator, &said("4.000", "")).await.status, 422);
    assert_eq!(app.post(&people, &coordinator, &said("nekaj", "SURS")).await.status, 422);
    assert_eq!(app.post(&people, &mentor, &said("4000", "SURS")).await.status, 403);
    assert_eq!(app.post(&people, &coordinator, &said("4.000", "SURS")).await.status, 303);
    assert!(app.get(&format!("{people}?year=2026"), &coordinator).await.body.contains("SURS"));
    let after = app.get(&pack, &mentor).await.body;
    assert!(after.contains("<strong>125,00\u{a0}€</strong>"), "{after}");
    assert!(
        after.contains("Stroški leta so vpisani") && after.contains("Število prebivalcev je vpisano"),
        "{after}"
    );
    let city = app.get(&format!("{city}/packs/municipality-year?period=2026"), &coordinator).await.body;
    assert!(
        city.contains("<strong>125,00\u{a0}€</strong>"),
        "the municipality is the sum of its centres: {city}"
    );
    let half = app.get(&format!("{unit}/packs/key-figures?period=2026-H1"), &mentor).await.body;
    assert!(!half.contains("/costs?year"), "a half-year asks for no yearly cost");
}
