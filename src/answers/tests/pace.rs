//! Answers that come faster than people fill in a page.

use chrono::Duration;

use super::scene::{Scene, count};
use crate::answers::{batches, set_aside};

#[tokio::test]
async fn a_batch_that_came_within_seconds_is_told_apart_and_can_be_left_out_once() {
    let scene = Scene::new().await;
    for n in 0..10 {
        scene.send(0, n, None).await.unwrap();
    }
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
