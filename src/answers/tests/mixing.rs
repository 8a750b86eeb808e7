//! Mixing: what comes out is what went in, and nothing that opens it stays behind.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::scene::{Scene, content, count, key, numbered, numbers, rng};
use crate::answers::keys::keys_in;
use crate::answers::{
    Given, KEY_FILE, Mixed, Sending, Taking, body, complete, drop_unreadable, keys, make_codes, mix_all,
    settle, take,
};
use crate::app::App;
use crate::args;
use crate::backup::{backup, restore};
use crate::db::Conn;
use crate::db::scratch::Scratch;

type Whole = (Uuid, Uuid, String, Option<String>, Option<String>, String);

async fn responses(app: &App) -> Vec<Whole> {
    let sql = "select unit_id, batch_id, language, gender, age_class, body from response order by id";
    Conn::from(&app.db).all(sql, args![]).await.unwrap()
}

fn key_file(app: &App) -> Vec<u8> {
    std::fs::read(app.settings.data_dir().join(KEY_FILE)).unwrap()
}

fn no_key_is_left(app: &App) -> bool {
    key_file(app)[128..].iter().all(|byte| *byte == 0)
}

fn keys_of(app: &App) -> usize {
    keys_in(&key_file(app)).len()
}

#[tokio::test]
async fn ten_of_a_unit_are_mixed_and_hold_what_was_sent() {
    let scene = Scene::new().await;
    let mut sent: Vec<Given> = Vec::new();
    for n in 0..10 {
        assert_eq!(count(&scene.app, "response").await, 0);
        // Another unit's answers between them wait on.
        if n < 5 {
            scene.send(1, 100 + n, None).await.unwrap();
        }
        let given = numbered(&scene.content, n, &mut rng(n as u64));
        sent.push(given.clone());
        take(&scene.app, scene.sending(0, key(n), given)).await.unwrap();
    }
    assert_eq!((count(&scene.app, "response").await, count(&scene.app, "inbox").await), (10, 5));
    let found = responses(&scene.app).await;
    let batches: BTreeSet<Uuid> = found.iter().map(|row| row.1).collect();
    assert!(batches.len() == 1 && found.iter().all(|row| row.0 == scene.units[0].unit_id));
    let mut said: Vec<_> = found.into_iter().map(|row| (row.2, row.3, row.4, row.5)).collect();
    let mut meant: Vec<_> = sent
        .iter()
        .map(|it| {
            let (gender, age) = (it.gender.map(|it| it.code()), it.age.map(|it| it.code()));
            (it.language.clone(), gender.map(str::to_owned), age.map(str::to_owned), body(&it.values))
        })
        .collect();
    said.sort();
    meant.sort();
    assert_eq!(said, meant);
    let whole: Vec<(bool, Option<i64>)> =
        Conn::from(&scene.app.db).all("select complete, aside_in from response", args![]).await.unwrap();
    let expected = sent.iter().filter(|it| complete(&content(), &it.values)).count();
    assert_eq!(whole.iter().filter(|(complete, _)| *complete).count(), expected);
    assert!(expected > 0 && expected < 10 && whole.iter().all(|(_, aside)| aside.is_none()));
    let mut texts: Vec<(String, String)> =
        Conn::from(&scene.app.db).all("select item, text from open_answer", args![]).await.unwrap();
    let mut meant: Vec<(String, String)> = sent.into_iter().flat_map(|it| it.texts).collect();
    texts.sort();
    meant.sort();
    assert!(texts == meant && texts.len() > 3);
    let ids: Vec<(Uuid,)> = Conn::from(&scene.app.db)
        .all("select id from response union all select id from open_answer union all select batch_id from response", args![])
        .await
        .unwrap();
    assert!(ids.iter().all(|(id,)| id.get_version_num() == 4), "drawn, and no time in them");
    let units = keys::of(&scene.app).unwrap().units().unwrap();
    assert_eq!(units, [scene.units[1]], "the key of those that were mixed is gone");
}

#[tokio::test]
async fn answers_to_one_questionnaire_are_mixed_with_each_other_alone() {
    let scene = Scene::new().await;
    let other = scene.app.ids.ordered();
    let send = async |n: usize| {
        let given = numbered(&scene.content, n, &mut rng(n as u64));
        let version_id = if n.is_multiple_of(2) { scene.version_id } else { other };
        take(&scene.app, Sending { version_id, ..scene.sending(0, key(n), given) }).await.unwrap();
    };
    for n in 0..18 {
        send(n).await;
    }
    assert_eq!(count(&scene.app, "response").await, 0, "nine of each");
    send(18).await;
    let found = numbers(&scene.app).await;
    assert!(found.len() == 10 && found.keys().all(|n| n % 2 == 0), "{found:?}");
    assert_eq!((count(&scene.app, "inbox").await, keys_of(&scene.app)), (9, 1));
    send(20).await;
    mix_all(&scene.app, scene.app.network_id, scene.evaluation()).await.unwrap();
    let batches: Vec<(Uuid, i64)> = Conn::from(&scene.app.db)
        .all("select version_id, count(*) from response group by version_id, batch_id order by 2", args![])
        .await
        .unwrap();
    assert_eq!(batches, [(scene.version_id, 1), (other, 9), (scene.version_id, 10)]);
    assert!(no_key_is_left(&scene.app));
}

#[tokio::test]
async fn closing_mixes_all_and_forgets_codes_and_what_was_sent() {
    let scene = Scene::new().await;
    let mut tx = scene.app.db.begin().await.unwrap();
    let codes = make_codes(&scene.app, &mut tx, &scene.units[0], 12).await.unwrap();
    tx.commit().await.unwrap();
    for (n, code) in codes.iter().enumerate() {
        scene.send(0, n, Some(code)).await.unwrap();
    }
    scene.send(1, 20, None).await.unwrap();
    assert!(!no_key_is_left(&scene.app));
    let other = scene.app.ids.ordered();
    assert_eq!(mix_all(&scene.app, scene.app.network_id, other).await.unwrap(), Mixed::default());
    assert_eq!(count(&scene.app, "inbox").await, 3, "of another evaluation");
    let mixed = mix_all(&scene.app, scene.app.network_id, scene.evaluation()).await.unwrap();
    assert_eq!(mixed, Mixed { answers: 3, unreadable: 0 });
    for table in ["inbox", "submission", "answer_code"] {
        assert_eq!(count(&scene.app, table).await, 0, "{table}");
    }
    assert_eq!(numbers(&scene.app).await.len(), 13);
    assert!(no_key_is_left(&scene.app));
    let again = mix_all(&scene.app, scene.app.network_id, scene.evaluation()).await.unwrap();
    assert_eq!(again, Mixed::default(), "once more changes nothing");
}

/// Another application over the same database, with the keys of a folder of its own.
fn elsewhere(scene: &Scene, folder: &std::path::Path) -> App {
    let mut settings = scene.app.settings.clone();
    settings.data_dir = Some(folder.to_owned());
    App::new(scene.app.db.clone(), scene.app.clock.clone(), scene.app.ids.apart(), settings)
}

#[tokio::test]
async fn what_lost_its_key_waits_is_counted_and_goes_when_it_closes() {
    let folder = tempfile::tempdir().unwrap();
    let scene = Scene::new().await;
    for n in 0..7 {
        scene.send(0, n, None).await.unwrap();
    }
    let app = elsewhere(&scene, folder.path());
    assert_eq!(settle(&app).await.unwrap(), Mixed { answers: 0, unreadable: 7 });
    for n in 10..19 {
        let given = numbered(&scene.content, n, &mut rng(n as u64));
        take(&app, scene.sending(0, key(n), given)).await.unwrap();
    }
    assert_eq!(count(&scene.app, "response").await, 0, "nine and seven that nobody can read are no ten");
    let given = numbered(&scene.content, 19, &mut rng(19));
    take(&app, scene.sending(0, key(19), given)).await.unwrap();
    assert_eq!((count(&scene.app, "response").await, count(&scene.app, "inbox").await), (10, 7));
    // A key that opened nothing stays as long as there is something that nobody could open.
    let spare = keys::of(&app).unwrap().ready(&scene.units[0], scene.version_id).unwrap();
    settle(&app).await.unwrap();
    assert_eq!(keys::of(&app).unwrap().quick(&scene.units[0], scene.version_id).unwrap(), Some(spare));
    let mixed = mix_all(&app, scene.app.network_id, scene.evaluation()).await.unwrap();
    assert_eq!(mixed, Mixed { answers: 0, unreadable: 7 });
    assert_eq!((count(&scene.app, "response").await, count(&scene.app, "inbox").await), (10, 0));
    assert!(numbers(&scene.app).await.keys().all(|n| *n >= 10));
    assert!(no_key_is_left(&app));
}

#[tokio::test]
async fn a_start_puts_right_what_ended_in_the_middle() {
    let folder = tempfile::tempdir().unwrap();
    let scene = Scene::new().await;
    for n in 0..9 {
        scene.send(0, n, None).await.unwrap();
    }
    // The process ended after it was mixed and before the key was destroyed: a copy of the keys of then stands for it.
    std::fs::copy(scene.app.settings.data_dir().join(KEY_FILE), folder.path().join(KEY_FILE)).unwrap();
    scene.send(0, 9, None).await.unwrap();
    let app = elsewhere(&scene, folder.path());
    assert!(!no_key_is_left(&app) && count(&app, "inbox").await == 0);
    assert_eq!(settle(&app).await.unwrap(), Mixed::default());
    assert!(no_key_is_left(&app));

    // Ten wait, and the process ended before it mixed them.
    for n in 20..29 {
        let given = numbered(&scene.content, n, &mut rng(n as u64));
        take(&app, scene.sending(0, key(n), given)).await.unwrap();
    }
    let mut tx = app.db.begin().await.unwrap();
    let of = crate::answers::keys::ready(&keys::of(&app).unwrap(), scene.units[0], scene.version_id)
        .await
        .unwrap();
    let waiting = crate::answers::sealed::Waiting {
        version_id: scene.version_id,
        complete: true,
        given: numbered(&scene.content, 29, &mut rng(29)),
    };
    let sealed =
        crate::answers::sealed::seal(&of, [1; 24], &scene.units[0], &scene.content, &waiting).unwrap();
    crate::answers::store::put_waiting(&mut tx, &scene.units[0], app.ids.random(), sealed).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(count(&app, "inbox").await, 10);
    assert_eq!(settle(&app).await.unwrap(), Mixed { answers: 10, unreadable: 0 });
    assert_eq!(numbers(&app).await.len(), 20);
    assert!(no_key_is_left(&app));

    // Keys of another network, as where two databases have one folder, are left alone.
    let strange = crate::answers::Asked { network_id: app.ids.random(), ..scene.units[0] };
    keys::of(&app).unwrap().ready(&strange, scene.version_id).unwrap();
    settle(&app).await.unwrap();
    assert_eq!(keys::of(&app).unwrap().units().unwrap(), [strange]);
}

#[tokio::test]
async fn a_backup_holds_what_waits_unreadable_and_a_restore_without_the_keys_leaves_it_out() {
    let scene = Scene::new().await;
    for n in 0..13 {
        scene.send(0, n, None).await.unwrap();
    }
    let file = scene.app.settings.data_dir().join("backup");
    let done = backup(&scene.app, &file).await.unwrap();
    assert_eq!((done.rows_of("inbox"), done.rows_of("response"), done.rows_of("submission")), (3, 10, 13));
    let bytes = std::fs::read(&file).unwrap();
    for kept in keys::of(&scene.app).unwrap().kept(&scene.units[0]).unwrap() {
        assert!(!bytes.windows(32).any(|it| it == kept.key.bytes()));
    }

    let folder = tempfile::tempdir().unwrap();
    for (data, left) in [(folder.path(), 0), (scene.app.settings.data_dir(), 3)] {
        let scratch = Scratch::new(folder.path()).await;
        let mut settings = scene.app.settings.clone();
        settings.data_dir = Some(data.to_owned());
        let copy = App::new(scratch.db.clone(), scene.app.clock.clone(), scene.app.ids.apart(), settings);
        restore(&copy, &file).await.unwrap();
        assert_eq!(drop_unreadable(&copy).await.unwrap(), 3 - left);
        let mixed = mix_all(&copy, scene.app.network_id, scene.evaluation()).await.unwrap();
        // Where the keys are still there, as when moving to the other engine, nothing is lost.
        assert_eq!(mixed, Mixed { answers: left, unreadable: 0 });
        assert_eq!(numbers(&copy).await.values().sum::<usize>(), 10 + left);
    }
}

/// Nine wait, mixing fails with the tenth, and then the eleventh comes.
async fn after_a_failure(fail: &[&'static str], mend: &[&'static str]) {
    let scene = Scene::new().await;
    for n in 0..9 {
        scene.send(0, n, None).await.unwrap();
    }
    let run = async |all: &[&'static str]| {
        for sql in all {
            let mut tx = scene.app.db.begin().await.unwrap();
            tx.run(*sql, args![]).await.unwrap();
            tx.commit().await.unwrap();
        }
    };
    run(fail).await;
    assert_eq!(scene.send(0, 9, None).await.unwrap(), Taking::Taken, "it is taken all the same");
    assert_eq!(count(&scene.app, "inbox").await, 10);
    run(mend).await;
    assert_eq!(count(&scene.app, "response").await, 0);
    scene.send(0, 10, None).await.unwrap();
    let expected: BTreeMap<i64, usize> = (0..10).map(|n| (n, 1)).collect();
    assert_eq!(numbers(&scene.app).await, expected, "the ten that were tried, and no other among them");
    for n in 11..20 {
        scene.send(0, n, None).await.unwrap();
    }
    let expected: BTreeMap<i64, usize> = (0..20).map(|n| (n, 1)).collect();
    assert_eq!(numbers(&scene.app).await, expected);
    assert!(no_key_is_left(&scene.app));
}

#[tokio::test]
async fn a_mixing_that_fails_loses_nothing_and_the_next_tells_nothing() {
    after_a_failure(
        &["alter table response rename to response_away"],
        &["alter table response_away rename to response"],
    )
    .await;
}

#[tokio::test]
async fn a_commit_that_fails_loses_nothing_and_the_next_tells_nothing() {
    let on_a_server = std::env::var("LOGBOOK_TEST_DATABASE_URL").is_ok();
    let refusing = "create table refusing (id bigint primary key, other bigint,
        foreign key (other) references refusing (id) deferrable initially deferred)";
    let (fail, mend): (&[&str], &[&str]) = if on_a_server {
        (
            &[
                refusing,
                "create function refuse() returns trigger language plpgsql as
                 'begin insert into refusing values (1, 2) on conflict do nothing; return new; end'",
                "create trigger refuse after insert on response for each row execute function refuse()",
            ],
            &["drop trigger refuse on response"],
        )
    } else {
        (
            &[
                refusing,
                "create trigger refuse after insert on response begin
                 insert or ignore into refusing values (1, 2); end",
            ],
            &["drop trigger refuse"],
        )
    };
    after_a_failure(fail, mend).await;
}
