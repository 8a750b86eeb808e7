//! Taking answers: once each, with a code or without, and told only when it holds.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::scene::{Scene, count, key, never, numbered, numbers, rng};
use crate::answers::{Code, Sending, Taking, count_codes, keys, make_codes, mix_all, take};
use crate::app::App;

async fn codes(scene: &Scene, unit: usize, n: usize) -> Vec<Code> {
    let mut tx = scene.app.db.begin().await.unwrap();
    let codes = make_codes(&mut tx, &scene.units[unit], scene.app.ids.random(), n).await.unwrap();
    tx.commit().await.unwrap();
    codes
}

#[tokio::test]
async fn an_answer_is_taken_once_however_often_it_is_sent() {
    let scene = Scene::new().await;
    assert_eq!(scene.send(0, 1, None).await.unwrap(), Taking::Taken);
    assert_eq!(scene.send(0, 1, None).await.unwrap(), Taking::Again);
    assert_eq!(scene.send(1, 1, None).await.unwrap(), Taking::Again, "whichever unit it names");
    assert_eq!(scene.send(0, 2, None).await.unwrap(), Taking::Taken);
    assert_eq!((count(&scene.app, "inbox").await, count(&scene.app, "submission").await), (2, 2));
    mix_all(&scene.app, scene.app.network_id, scene.evaluation()).await.unwrap();
    assert_eq!(numbers(&scene.app).await, BTreeMap::from([(1, 1), (2, 1)]));
}

#[tokio::test]
async fn the_same_form_makes_the_same_codes_and_they_stay_spent() {
    let scene = Scene::new().await;
    let seed = scene.app.ids.random();
    let make = async |unit: usize, seed, n| {
        let mut tx = scene.app.db.begin().await.unwrap();
        let codes = make_codes(&mut tx, &scene.units[unit], seed, n).await.unwrap();
        tx.commit().await.unwrap();
        codes
    };
    let first = make(0, seed, 20).await;
    assert_eq!(first.iter().map(Code::as_str).collect::<BTreeSet<_>>().len(), 20);
    assert_eq!(scene.send(0, 1, Some(&first[7])).await.unwrap(), Taking::Taken);
    assert_eq!(make(0, seed, 20).await, first);
    assert_eq!(count_codes(&scene.app.db, &scene.units[0]).await.unwrap(), 20);
    assert_eq!(scene.send(0, 2, Some(&first[7])).await.unwrap(), Taking::CodeSpent);
    let others = [make(1, seed, 20).await, make(0, scene.app.ids.random(), 20).await].concat();
    assert!(others.iter().all(|code| !first.contains(code)), "of another unit, and of another form");
    assert_eq!(count_codes(&scene.app.db, &scene.units[0]).await.unwrap(), 40);
}

#[tokio::test]
async fn a_code_is_for_one_answer_of_its_unit() {
    let scene = Scene::new().await;
    let own = codes(&scene, 0, 2).await;
    let other = codes(&scene, 1, 1).await;
    assert_eq!(scene.send(0, 1, Some(&own[0])).await.unwrap(), Taking::Taken);
    assert_eq!(scene.send(0, 1, Some(&own[0])).await.unwrap(), Taking::Again, "the same answer, sent again");
    assert_eq!(scene.send(0, 2, Some(&own[0])).await.unwrap(), Taking::CodeSpent);
    assert_eq!(scene.send(0, 2, Some(&other[0])).await.unwrap(), Taking::CodeUnknown);
    let made_up = Code::typed("0000 0000 0000").unwrap();
    assert_eq!(scene.send(0, 2, Some(&made_up)).await.unwrap(), Taking::CodeUnknown);
    assert_eq!(
        (count(&scene.app, "inbox").await, count(&scene.app, "submission").await),
        (1, 1),
        "what was refused left nothing"
    );
    assert_eq!(
        scene.send(0, 2, Some(&own[1])).await.unwrap(),
        Taking::Taken,
        "the same page, the right code"
    );
    assert_eq!(scene.send(1, 3, Some(&other[0])).await.unwrap(), Taking::Taken);
}

#[test]
fn a_code_is_understood_however_it_is_typed() {
    let meant = Code::typed("7KQM-2X9D-PA01").unwrap();
    assert_eq!(meant.as_str(), "7KQM-2X9D-PA01");
    for typed in ["7kqm2x9dpaoi", " 7KQM – 2X9D – PAOl ", "7kqm.2x9d.pa01", "7K QM-2X 9D-PA 0I"] {
        assert_eq!(Code::typed(typed).as_ref(), Some(&meant), "{typed}");
    }
    for typed in
        ["", "7KQM-2X9D-PA0", "7KQM-2X9D-PA011", "7KQM-2X9D-PA0U", "7KQM-2X9D-PA0č", &"A".repeat(9999)]
    {
        assert_eq!(Code::typed(typed), None, "{typed}");
    }
}

#[tokio::test]
async fn what_is_closed_takes_no_more() {
    let scene = Scene::new().await;
    assert_eq!(scene.send(0, 1, None).await.unwrap(), Taking::Taken);
    let send = |n: usize| {
        let given = numbered(&scene.content, n, &mut rng(n as u64));
        take(&scene.app, Sending { is_open: never, ..scene.sending(0, key(n), given) })
    };
    assert_eq!(send(2).await.unwrap(), Taking::Closed);
    assert_eq!(send(1).await.unwrap(), Taking::Again, "what was taken before stays taken");
    assert_eq!((count(&scene.app, "inbox").await, count(&scene.app, "submission").await), (1, 1));
}

#[tokio::test]
async fn an_answer_that_does_not_fit_its_questionnaire_is_not_taken() {
    let mut scene = Scene::new().await;
    let mut given = numbered(&scene.content, 1, &mut rng(5));
    given.texts.insert("best".into(), "x".repeat(400));
    scene.content.items.truncate(1);
    take(&scene.app, scene.sending(0, key(1), given.clone())).await.unwrap_err();
    assert_eq!((count(&scene.app, "inbox").await, count(&scene.app, "submission").await), (0, 0));
}

/// Another process over the same database and the same folder.
pub fn another_process(scene: &Scene, folder: &std::path::Path) -> App {
    let link = folder.join("the same folder");
    #[cfg(unix)]
    std::os::unix::fs::symlink(scene.app.settings.data_dir(), &link).unwrap();
    let mut settings = scene.app.settings.clone();
    settings.data_dir = Some(link);
    App::new(scene.app.db.clone(), scene.app.clock.clone(), scene.app.ids.apart(), settings)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_at_once_from_several_processes_are_each_counted_once() {
    let folder = tempfile::tempdir().unwrap();
    let scene = Arc::new(Scene::new().await);
    let other = another_process(&scene, folder.path());
    assert!(!Arc::ptr_eq(&keys::of(&scene.app).unwrap(), &keys::of(&other).unwrap()));
    let apps = [App::clone(&scene.app), other];
    let sending: Vec<_> = (0..150usize)
        .map(|n| {
            let (scene, app) = (scene.clone(), apps[n % 2].clone());
            tokio::spawn(async move {
                // Every third is sent twice over.
                let n = if n % 3 == 2 { n - 1 } else { n };
                let given = numbered(&scene.content, n, &mut rng(n as u64));
                take(&app, scene.sending(n % 2, key(n), given)).await.unwrap()
            })
        })
        .collect();
    let mut told = BTreeMap::new();
    for one in sending {
        *told.entry(format!("{:?}", one.await.unwrap())).or_insert(0) += 1;
    }
    assert_eq!(told, BTreeMap::from([("Taken".into(), 100), ("Again".into(), 50)]));
    assert!(count(&scene.app, "inbox").await < 20, "what was enough was mixed on the way");
    let left = mix_all(&apps[1], scene.app.network_id, scene.evaluation()).await.unwrap();
    assert_eq!(left.unreadable, 0);
    let numbers = numbers(&scene.app).await;
    assert_eq!((numbers.len(), numbers.values().sum::<usize>()), (100, 100));
    assert!(keys::of(&scene.app).unwrap().units().unwrap().is_empty(), "no key is left");
}
