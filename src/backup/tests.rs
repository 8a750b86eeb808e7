use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};

use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use proptest::prelude::*;
use uuid::Uuid;

use super::{LEFT_OUT, backup, restore};
use crate::access::RoleKind;
use crate::app::App;
use crate::clock::Ids;
use crate::db::copy::{Sum, sum, tables};
use crate::db::scratch::Scratch;
use crate::db::{Conn, Db, Value};
use crate::testing::{TestApp, now};
use crate::{args, people, units};

/// Another application, empty: (application, what keeps its database).
async fn empty(app: &TestApp, other_engine: bool) -> (App, Scratch) {
    let folder = app.settings.data_dir();
    let scratch = if other_engine { Scratch::sqlite(folder).await } else { Scratch::new(folder).await };
    let ids = Ids::seeded(8, app.clock.clone());
    (App::new(scratch.db.clone(), app.clock.clone(), ids, app.settings.clone()), scratch)
}

/// What every table holds. The list of tables comes from a file, since only SQLite tells it.
async fn all(app: &App, file: &Path) -> Vec<(String, Sum)> {
    let file = Db::open_file(file).unwrap();
    let tables = tables(&mut file.snapshot().await.unwrap()).await.unwrap();
    file.close().await;
    let mut tx = app.db.snapshot().await.unwrap();
    let mut all = Vec::new();
    for table in tables {
        let sum = sum(&mut tx, &table).await.unwrap();
        all.push((table.name, sum));
    }
    all
}

/// The same, without what a backup leaves out.
async fn kept(app: &App, file: &Path) -> Vec<(String, Sum)> {
    all(app, file).await.into_iter().filter(|(name, _)| !LEFT_OUT.contains(&name.as_str())).collect()
}

fn file(app: &TestApp, name: &str) -> PathBuf {
    app.settings.data_dir().join(name)
}

fn leftovers(app: &TestApp) -> Vec<PathBuf> {
    let all = std::fs::read_dir(app.settings.data_dir()).unwrap().map(|file| file.unwrap().path());
    all.filter(|path| path.to_string_lossy().contains(".part")).collect()
}

type Odd =
    (Option<Uuid>, Vec<u8>, String, Option<String>, Option<NaiveDate>, Option<DateTime<Utc>>, i64, bool);

fn odd() -> impl Strategy<Value = Odd> {
    let text = prop_oneof![
        Just(String::new()),
        Just("null".to_owned()),
        Just("0123".to_owned()),
        Just("1e5".to_owned()),
        Just("2026-01-01".to_owned()),
        Just("čšž 👩‍👩‍👧 \u{202e} 'x'; --\"\\ \t\r\n".to_owned()),
        Just("š".repeat(100_000)),
        "\\PC{0,20}",
    ];
    let date = (0_i32..3_652_058).prop_map(|day| NaiveDate::from_num_days_from_ce_opt(day + 1).unwrap());
    let time = (-62_135_596_800_000_000_i64..253_402_300_799_999_999)
        .prop_map(|micros| Utc.timestamp_micros(micros).unwrap());
    (
        proptest::option::of(any::<u128>().prop_map(Uuid::from_u128)),
        proptest::collection::vec(any::<u8>(), 0..40),
        text.clone(),
        proptest::option::of(text),
        proptest::option::of(date),
        proptest::option::of(time),
        prop_oneof![Just(i64::MIN), Just(i64::MAX), any::<i64>()],
        any::<bool>(),
    )
}

/// Puts odd values of every type into the network, where nothing hinders them.
async fn fill(app: &TestApp, rows: &[Odd]) {
    let person = app.person(RoleKind::Worker, "mc-reka").await.0.id;
    let centre = app.unit("mc-reka").await;
    let network = app.network_id;
    let mut tx = app.db.begin().await.unwrap();
    for (id, bytes, text, maybe, date, time, n, yes) in rows {
        let key = app.ids.random();
        let time = time.unwrap_or_else(now);
        tx.run(
            "insert into audit (id, at, person_id, act, object, network_id, unit_id) values ($1, $2, $3, $4, $5, $6, $7)",
            args![key, time, *id, text, maybe.clone().unwrap_or_default(), *id, centre.id],
        )
        .await
        .unwrap();
        tx.run(
            "insert into unit_kind (network_id, code, name, may_record, position) values ($1, $2, $3, $4, $5)",
            args![network, key.to_string(), text, *yes, *n],
        )
        .await
        .unwrap();
        tx.run(
            "insert into unit (network_id, id, code, kind, place, opened_on, closed_on) values ($1, $2, $3, $4, $5, $6, $7)",
            args![network, key, key.to_string(), key.to_string(), maybe.clone(), date.unwrap_or_default(), *date],
        )
        .await
        .unwrap();
        let placed = args![network, app.ids.random(), key, bytes.clone(), date.unwrap_or_default()];
        tx.run(
            "insert into unit_placement (network_id, id, unit_id, path, from_on) values ($1, $2, $3, $4, $5)",
            placed,
        )
        .await
        .unwrap();
        tx.run(
            "insert into invitation (network_id, id, mail, role_kind, unit_id, token_hash, invited_by, made_at,
                expires_at) values ($1, $2, $3, 'worker', $4, $5, $6, $7, $7)",
            args![network, app.ids.random(), text, key, key.as_bytes().to_vec(), person, time],
        )
        .await
        .unwrap();
    }
    tx.commit().await.unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, max_shrink_iters: 20, ..ProptestConfig::default() })]

    #[test]
    fn what_was_backed_up_comes_back_the_same_in_either_engine(rows in proptest::collection::vec(odd(), 0..12)) {
        tokio::runtime::Runtime::new().unwrap().block_on(async {
            let app = TestApp::new().await;
            fill(&app, &rows).await;
            let (first, second) = (file(&app, "first"), file(&app, "second"));
            let done = backup(&app, &first).await.unwrap();
            let whole = kept(&app, &first).await;
            assert_eq!(done.rows, whole.iter().map(|(_, sum)| sum.rows).sum::<i64>());
            for other_engine in [false, true] {
                let (copy, _scratch) = empty(&app, other_engine).await;
                restore(&copy, &first).await.unwrap();
                assert_eq!(kept(&copy, &first).await, whole);
                // And on from there: a backup of the copy is the same backup.
                backup(&copy, &second).await.unwrap();
                let (third, _scratch) = empty(&app, !other_engine).await;
                restore(&third, &second).await.unwrap();
                assert_eq!(kept(&third, &first).await, whole);
                std::fs::remove_file(&second).unwrap();
            }
            assert!(leftovers(&app).is_empty());
        });
    }
}

#[tokio::test]
async fn sessions_links_and_mails_stay_out() {
    let app = TestApp::new().await;
    let (_, mentor) = app.person(RoleKind::Mentor, "mc-reka").await;
    app.post("/sign-in", "", &[("mail", "x@example.org"), ("password", "wrong")]).await;
    let fields = [("mail", "new@example.org"), ("role", "worker")];
    assert_eq!(app.post("/units/mreza/mc-reka/invitations", &mentor, &fields).await.status, 303);
    let to = file(&app, "backup");
    backup(&app, &to).await.unwrap();
    let filled = |all: Vec<(String, Sum)>| -> Vec<String> {
        all.into_iter()
            .filter(|(name, sum)| LEFT_OUT.contains(&name.as_str()) && sum.rows > 0)
            .map(|(it, _)| it)
            .collect()
    };
    assert_eq!(filled(all(&app, &to).await).len(), 3, "there is something to leave out");
    let (copy, _scratch) = empty(&app, false).await;
    restore(&copy, &to).await.unwrap();
    assert!(filled(all(&copy, &to).await).is_empty());
    let waiting = people::all_waiting(&copy.db, app.clock.now()).await.unwrap();
    let states: Vec<_> = waiting.iter().map(|it| it.mail_state(true)).collect();
    assert_eq!(states, ["link to be handed over"], "its mail was the other server's");
    assert!(!std::fs::read(&to).unwrap().windows(12).any(|text| text == b"/invitations"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(
            std::fs::metadata(&to).unwrap().permissions().mode() & 0o077,
            0,
            "for nobody else to read"
        );
    }
}

#[tokio::test]
async fn nothing_is_overwritten_and_a_refusal_leaves_nothing_behind() {
    let app = TestApp::new().await;
    let to = file(&app, "backup");
    backup(&app, &to).await.unwrap();
    let before = std::fs::read(&to).unwrap();
    assert!(backup(&app, &to).await.unwrap_err().contains("overwrites nothing"));
    assert_eq!(std::fs::read(&to).unwrap(), before);
    assert!(backup(&app, &file(&app, "no/such/folder")).await.unwrap_err().contains("does not exist"));

    assert!(restore(&app, &to).await.unwrap_err().contains("restore into an empty one"));
    assert_eq!(units::networks(&app.db, app.today()).await.unwrap().len(), 1);
    let (copy, _scratch) = empty(&app, false).await;
    assert!(restore(&copy, &file(&app, "missing")).await.unwrap_err().contains("cannot be read"));
    for (name, bytes) in
        [("text", b"not a backup".to_vec()), ("empty", vec![]), ("half", before[..before.len() / 2].to_vec())]
    {
        let odd = file(&app, name);
        std::fs::write(&odd, bytes).unwrap();
        let why = restore(&copy, &odd).await.unwrap_err();
        assert!(why.contains(name), "{why}");
    }
    assert!(units::networks(&copy.db, app.today()).await.unwrap().is_empty());
    assert!(leftovers(&app).is_empty(), "{:?}", leftovers(&app));
}

#[tokio::test]
async fn a_backup_that_was_changed_is_refused() {
    let app = TestApp::new().await;
    let to = file(&app, "backup");
    backup(&app, &to).await.unwrap();
    // A part of it: what is missing is told, and not what the engine thinks of it.
    let cut = file(&app, "cut");
    let bytes = std::fs::read(&to).unwrap();
    std::fs::write(&cut, &bytes[..bytes.len() / 2]).unwrap();
    let (copy, _scratch) = empty(&app, false).await;
    assert!(restore(&copy, &cut).await.unwrap_err().ends_with("is damaged"));
    for sql in [
        "update unit set place = 'elsewhere' where code = 'mc-reka'",
        "delete from term where code = (select min(code) from term)",
        "update _backup set row_count = row_count + 1 where name = 'unit'",
    ] {
        let changed = file(&app, "changed");
        std::fs::copy(&to, &changed).unwrap();
        let db = Db::open_file(&changed).unwrap();
        let mut tx = db.begin().await.unwrap();
        tx.run(sql, args![]).await.unwrap();
        tx.commit().await.unwrap();
        db.close().await;
        let (copy, _scratch) = empty(&app, false).await;
        assert!(restore(&copy, &changed).await.unwrap_err().contains("damaged"), "{sql}");
        assert!(units::networks(&copy.db, app.today()).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn a_backup_of_a_newer_version_is_refused_in_words() {
    let app = TestApp::new().await;
    let to = file(&app, "backup");
    backup(&app, &to).await.unwrap();
    let db = Db::open_file(&to).unwrap();
    let mut tx = db.begin().await.unwrap();
    let sql = "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
         values (9999, 'later', true, $1, 0)";
    tx.run(sql, vec![Value::from(vec![0_u8; 48])]).await.unwrap();
    tx.commit().await.unwrap();
    db.close().await;
    let (copy, _scratch) = empty(&app, false).await;
    assert!(restore(&copy, &to).await.unwrap_err().contains("newer version"));
}

/// Writes pairs of rows that belong together, each in a transaction of its own.
async fn write_pairs(app: App, network: Uuid, day: Arc<AtomicI32>, enough: Arc<AtomicBool>) {
    while !enough.load(Ordering::Relaxed) {
        let id = app.ids.random();
        let day = NaiveDate::from_num_days_from_ce_opt(day.fetch_add(1, Ordering::Relaxed));
        let mut tx = app.db.begin().await.unwrap();
        tx.run(
            "insert into age_band_set (network_id, id, valid_from) values ($1, $2, $3)",
            args![network, id, day],
        )
        .await
        .unwrap();
        tx.run(
            "insert into age_band (network_id, id, set_id, code, min_age) values ($1, $2, $3, 'all', 0)",
            args![network, app.ids.random(), id],
        )
        .await
        .unwrap();
        tx.run("update network set change_seq = change_seq + 1 where id = $1", args![network]).await.unwrap();
        tx.commit().await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_taken_while_others_write_is_of_one_moment() {
    let app = TestApp::new().await;
    let (day, enough) = (Arc::new(AtomicI32::new(1)), Arc::new(AtomicBool::new(false)));
    let look = |n: usize| {
        let (app, to) = (&app, file(&app, &format!("backup-{n}")));
        async move {
            backup(app, &to).await.unwrap();
            let db = Db::open_file(&to).unwrap();
            let sql = "select n.change_seq, (select count(*) from age_band_set), (select count(*) from age_band where
                 code = 'all') from network n";
            let found: (i64, i64, i64) = Conn::from(&db).one(sql, args![]).await.unwrap();
            db.close().await;
            found
        }
    };
    // Tasks of their own: within one task, only one of them would run at a time.
    let write = || write_pairs(App::clone(&app), app.network_id, day.clone(), enough.clone());
    let writers: Vec<_> = (0..3).map(|_| tokio::spawn(write())).collect();
    let mut found = Vec::new();
    for n in 0..6 {
        found.push(look(n).await);
    }
    enough.store(true, Ordering::Relaxed);
    for writer in writers {
        writer.await.unwrap();
    }
    for (written, sets, bands) in &found {
        // One set came with the network.
        assert_eq!((*written, *written), (*sets - 1, *bands), "{found:?}");
    }
    assert!(found.last() > found.first(), "others wrote meanwhile: {found:?}");
}
