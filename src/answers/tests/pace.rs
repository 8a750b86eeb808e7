//! Answers that come faster than people fill in a page.

use chrono::{DateTime, Duration, TimeDelta, Utc};
use proptest::prelude::*;
use uuid::Uuid;

use super::scene::{Scene, count};
use crate::answers::pace::Pace;
use crate::answers::{batches, set_aside};

/// Answers at these seconds, mixed by tens: which batches are told, by their order.
fn told(seconds: &[i64]) -> Vec<usize> {
    let start: DateTime<Utc> = "2026-10-06T18:00:00Z".parse().unwrap();
    let (mut pace, mut told, mut waiting) = (Pace::default(), Vec::new(), 0);
    for (n, at) in seconds.iter().enumerate() {
        told.extend(pace.came(start + TimeDelta::seconds(*at)));
        waiting += 1;
        if waiting == 10 {
            told.extend(pace.mixed(Uuid::from_u128(u128::try_from(n / 10).unwrap()), 10));
            waiting = 0;
        }
    }
    let mut told: Vec<usize> = told.into_iter().map(|id| usize::try_from(id.as_u128()).unwrap()).collect();
    told.sort_unstable();
    told
}

fn every(seconds: i64, n: i64) -> Vec<i64> {
    (0..n).map(|it| it * seconds).collect()
}

#[test]
fn ten_at_once_and_many_in_a_row_are_told_and_a_full_house_is_not() {
    assert_eq!(told(&every(0, 30)), [0, 1, 2]);
    assert_eq!(told(&every(3, 10)), [0], "within half a minute");
    assert_eq!(told(&every(4, 40)), [0; 0], "forty may");
    // One every four seconds all night: from the forty-first on all of them, and those before.
    assert_eq!(told(&every(4, 200)), (0..20).collect::<Vec<_>>());
    assert_eq!(told(&every(10, 500)), [0; 0], "thirty in five minutes, all evening");
    // An honest batch before it, and one after it.
    let burst = [every(60, 10), vec![3000; 20], (0..10).map(|n| 4000 + n * 60).collect()].concat();
    assert_eq!(told(&burst), [1, 2]);
}

proptest! {
    /// However slowly it goes otherwise, whoever sends ten in a row within half a minute is told, and each batch once.
    #[test]
    fn a_burst_is_never_missed(before in 0..25_i64, gap in 0..=2_i64, n in 20..80_i64) {
        let slow = every(40, before);
        let from = before * 40 + 1000;
        let fast: Vec<i64> = (0..n).map(|it| from + it * gap).collect();
        let all = [slow, fast].concat();
        let told = told(&all);
        let mut once = told.clone();
        once.dedup();
        prop_assert_eq!(&once, &told);
        // Every batch of which at least half is of the burst.
        let first = usize::try_from(before).unwrap();
        let wanted: Vec<usize> = (0..all.len() / 10).filter(|it| (it * 10 + 5) >= first).collect();
        prop_assert_eq!(told, wanted);
    }

    /// Nobody who takes their turn is told, and little is kept in mind.
    #[test]
    fn people_are_not_told(gaps in proptest::collection::vec(8..120_i64, 1..400)) {
        let mut at = 0;
        let seconds: Vec<i64> = gaps.iter().map(|gap| { at += gap; at }).collect();
        prop_assert_eq!(told(&seconds), Vec::<usize>::new());
    }
}

#[tokio::test]
async fn a_batch_that_came_within_seconds_is_told_apart_and_can_be_left_out_once() {
    let scene = Scene::new().await;
    for n in 0..10 {
        scene.send(0, n, None).await.unwrap();
    }
    scene.app.wait(Duration::minutes(5));
    for n in 10..20 {
        scene.app.wait(Duration::seconds(4));
        scene.send(0, n, None).await.unwrap();
    }
    for n in 20..30 {
        scene.send(1, n, None).await.unwrap();
    }
    let network_id = scene.app.network_id;
    let all = batches(&scene.app.db, network_id, scene.evaluation()).await.unwrap();
    assert_eq!(all.len(), 3);
    let units: Vec<_> = scene.units.iter().map(|it| it.unit_id).collect();
    let of = |unit: usize| {
        let id = units[unit];
        all.iter().filter(move |it| it.unit_id == id)
    };
    assert_eq!((of(0).filter(|it| it.quick).count(), of(1).filter(|it| it.quick).count()), (1, 1));
    assert_eq!(count(&scene.app, "quick_batch").await, 2);
    let quick = of(1).next().unwrap();
    let which = (network_id, scene.evaluation());
    let mut tx = scene.app.db.begin().await.unwrap();
    assert!(set_aside(&mut tx, which, quick.id, 2).await.unwrap());
    assert!(!set_aside(&mut tx, which, quick.id, 3).await.unwrap());
    tx.commit().await.unwrap();
    let after = batches(&scene.app.db, network_id, scene.evaluation()).await.unwrap();
    let aside: Vec<Option<i64>> = after.iter().filter(|it| it.id == quick.id).map(|it| it.aside_in).collect();
    assert_eq!(aside, [Some(2)]);
    assert_eq!(after.iter().filter(|it| it.aside_in.is_some()).count(), 1);
}

/// From many sides at once, as programs send.
#[tokio::test]
async fn every_batch_of_a_burst_from_many_sides_is_told() {
    let scene = std::sync::Arc::new(Scene::new().await);
    let sending = (0..60).map(|n| {
        let scene = scene.clone();
        tokio::spawn(async move { scene.send(0, n, None).await.map(|_| ()) })
    });
    for one in sending.collect::<Vec<_>>() {
        one.await.unwrap().unwrap();
    }
    let all = batches(&scene.app.db, scene.app.network_id, scene.evaluation()).await.unwrap();
    assert!(count(&scene.app, "response").await >= 50);
    assert!(all.iter().all(|it| it.quick), "{all:?}");
}
