//! Lines that break and processes that end, at any moment: what was told as taken is counted once, and only once.

use std::collections::BTreeMap;
use std::future::{Future, poll_fn};
use std::path::Path;
use std::sync::Arc;
use std::task::Poll;

use rand::RngExt;

use super::scene::{Scene, count, key, numbered, numbers, rng};
use super::taking::another_process;
use crate::answers::{KEY_FILE, Sending, Taking, keys, make_codes, mix_all, settle, take};
use crate::app::App;
use crate::db::Db;

/// Goes on until it is done or waits for so many times, and is then dropped where it is.
async fn cut<F: Future>(work: F, waits: usize) -> Option<F::Output> {
    let mut work = Box::pin(work);
    let mut left = waits;
    poll_fn(move |context| match work.as_mut().poll(context) {
        Poll::Ready(done) => Poll::Ready(Some(done)),
        Poll::Pending => {
            left -= 1;
            if left == 0 { Poll::Ready(None) } else { Poll::Pending }
        }
    })
    .await
}

/// About as often as taking and mixing an answer waits: a server is asked many times, a file works where it is asked.
fn most_waits(app: &App) -> usize {
    if app.db.engine() == "SQLite" { 3 } else { 10 }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn lines_that_break_lose_nothing_and_double_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let scene = Arc::new(Scene::new().await);
    let apps = [App::clone(&scene.app), another_process(&scene, folder.path())];
    let mut codes = Vec::new();
    for asked in &scene.units[..3] {
        let mut tx = scene.app.db.begin().await.unwrap();
        codes.push(make_codes(&mut tx, asked, scene.app.ids.random(), 60).await.unwrap());
        tx.commit().await.unwrap();
    }
    let codes = Arc::new(codes);
    let sending: Vec<_> = (0..180usize)
        .map(|n| {
            let (scene, codes, apps) = (scene.clone(), codes.clone(), apps.clone());
            tokio::spawn(async move {
                let mut rng = rng(n as u64);
                let (mut cuts, mut told) = (0, None);
                // Some give up.
                let patience = if n % 10 == 0 { 2 } else { 1000 };
                while told.is_none() && cuts < patience {
                    let given = numbered(&scene.content, n, &mut super::scene::rng(n as u64));
                    let sending = Sending {
                        code: Some(codes[n % 3][n / 3].clone()),
                        ..scene.sending(n % 3, key(n), given)
                    };
                    let app = &apps[rng.random_range(0..2)];
                    let waits = rng.random_range(1..=most_waits(app) + cuts / 4);
                    match cut(take(app, sending), waits).await {
                        Some(Ok(taking)) => told = Some(taking),
                        Some(Err(error)) => panic!("{error}"),
                        None => cuts += 1,
                    }
                }
                assert!(
                    !matches!(told, Some(Taking::CodeSpent | Taking::CodeUnknown | Taking::Closed)),
                    "{told:?}"
                );
                (n, told.is_some(), cuts)
            })
        })
        .collect();
    let mut told = Vec::new();
    let mut cuts = 0;
    for one in sending {
        let (n, acknowledged, broken) = one.await.unwrap();
        cuts += broken;
        if acknowledged {
            told.push(n as i64);
        }
    }
    assert!(cuts > 100 && told.len() > 160, "{cuts} were cut, {} told", told.len());
    mix_all(&scene.app, scene.app.network_id, scene.evaluation()).await.unwrap();
    let counted = numbers(&scene.app).await;
    let lost: Vec<_> = told.iter().filter(|n| !counted.contains_key(n)).collect();
    let doubled: Vec<_> = counted.iter().filter(|(_, times)| **times > 1).collect();
    assert!(lost.is_empty() && doubled.is_empty(), "lost: {lost:?}, doubled: {doubled:?}");
    assert!(keys::of(&scene.app).unwrap().units().unwrap().is_empty());
}

/// What a process finds that starts after this one has ended here: files as they are now.
async fn after_the_end(app: &App, folder: &Path) -> App {
    std::fs::copy(app.settings.data_dir().join(KEY_FILE), folder.join(KEY_FILE)).unwrap();
    let mut settings = app.settings.clone();
    settings.data_dir = Some(folder.to_owned());
    let db = if app.db.engine() == "SQLite" {
        let (from, to) = (app.db.identity(), folder.join("logbook.sqlite").display().to_string());
        for part in ["", "-wal"] {
            std::fs::copy(format!("{from}{part}"), format!("{to}{part}")).unwrap();
        }
        Db::open(&format!("sqlite:{to}")).await.unwrap()
    } else {
        app.db.clone()
    };
    App::new(db, app.clock.clone(), app.ids.apart(), settings)
}

#[tokio::test]
async fn nobody_is_told_that_it_was_taken_before_while_that_is_not_on_the_disk() {
    let folder = tempfile::tempdir().unwrap();
    let scene = Scene::new().await;
    if scene.app.db.engine() != "SQLite" {
        // A server shows nobody what is not committed, and commits are shared within it.
        return;
    }
    scene.send(0, 0, None).await.unwrap();
    let once = || {
        let given = numbered(&scene.content, 1, &mut rng(1));
        Box::pin(take(&scene.app, scene.sending(0, key(1), given)))
    };
    let (mut first, mut second) = (once(), once());
    // Both come to stand in line behind somebody else, and so share a commit.
    let before = scene.app.db.begin().await.unwrap();
    let (mut of_first, mut of_second) = (cut(first.as_mut(), 1).await, cut(second.as_mut(), 1).await);
    drop(before);
    // Either may come first where both are written at once; where nobody stands before them, both may be in already.
    let (mut first_done, mut second_done, mut taken) = (of_first.is_some(), of_second.is_some(), false);
    loop {
        let taking = match of_first.take().or_else(|| of_second.take()) {
            Some(taking) => taking,
            None => tokio::select! {
                biased;
                taking = &mut first, if !first_done => { first_done = true; taking }
                taking = &mut second, if !second_done => { second_done = true; taking }
            },
        };
        if taking.unwrap() == Taking::Again {
            let app = after_the_end(&scene.app, folder.path()).await;
            assert_eq!(count(&app, "inbox").await, 2);
            return;
        }
        assert!(!taken, "one answer was told as new twice");
        taken = true;
    }
}

#[tokio::test]
async fn processes_that_end_lose_nothing_and_double_nothing() {
    let scene = Scene::new().await;
    let mut rng = rng(11);
    let mut app = App::clone(&scene.app);
    let mut folders = Vec::new();
    let mut expected: BTreeMap<i64, bool> = BTreeMap::new();
    let mut ends = 0;
    for n in 0..240usize {
        let unit = rng.random_range(0..2);
        loop {
            let given = numbered(&scene.content, n, &mut super::scene::rng(n as u64));
            let waits = rng.random_range(1..=most_waits(&app));
            if let Some(taking) = cut(take(&app, scene.sending(unit, key(n), given)), waits).await {
                assert!(matches!(taking.unwrap(), Taking::Taken | Taking::Again));
                expected.insert(n as i64, true);
                break;
            }
            // The process has ended; another one starts, and the page sends its answer again, or never.
            ends += 1;
            let folder = tempfile::tempdir().unwrap();
            app = after_the_end(&app, folder.path()).await;
            folders.push(folder);
            let found = settle(&app).await.unwrap();
            assert_eq!(found.unreadable, 0);
            if rng.random_ratio(1, 4) {
                break;
            }
        }
    }
    assert!(ends > 20, "{ends}");
    let mixed = mix_all(&app, scene.app.network_id, scene.evaluation()).await.unwrap();
    assert_eq!(mixed.unreadable, 0);
    let counted = numbers(&app).await;
    let lost: Vec<_> = expected.keys().filter(|n| !counted.contains_key(n)).collect();
    let doubled: Vec<_> = counted.iter().filter(|(_, times)| **times > 1).collect();
    assert!(lost.is_empty() && doubled.is_empty(), "{ends} ends; lost: {lost:?}, doubled: {doubled:?}");
    assert!(keys::of(&app).unwrap().units().unwrap().is_empty());
    drop(folders);
}
