//! Writing in line: what is told as written is there, what failed has left nothing, and nobody waits for ever.

use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::Arc;
use std::task::Poll;

use super::File;
use crate::args;
use crate::db::{DbError, Result};

async fn file() -> (tempfile::TempDir, File) {
    let folder = tempfile::tempdir().unwrap();
    let file = File::open(&folder.path().join("one.sqlite")).unwrap();
    let mut tx = file.begin().await.unwrap();
    tx.run("create table thing (id bigint primary key)", vec![]).unwrap();
    tx.commit().await.unwrap();
    (folder, file)
}

async fn write(file: &File, id: i64) -> Result<()> {
    let mut tx = file.begin().await?;
    tx.run("insert into thing (id) values ($1)", args![id])?;
    // Others come to stand in line meanwhile.
    tokio::task::yield_now().await;
    tx.run("insert into thing (id) values ($1)", args![id + 1])?;
    tx.commit().await
}

async fn all(file: &File) -> Vec<i64> {
    let rows: Vec<(i64,)> = file.read("select id from thing order by id", vec![]).await.unwrap();
    rows.into_iter().map(|(id,)| id).collect()
}

/// What another program sees, that is, what was committed.
fn outside(folder: &tempfile::TempDir) -> Vec<i64> {
    let other = rusqlite::Connection::open(folder.path().join("one.sqlite")).unwrap();
    let mut asked = other.prepare("select id from thing order by id").unwrap();
    asked.query_map([], |row| row.get(0)).unwrap().map(|id| id.unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_told_as_written_is_there_and_what_failed_left_nothing() {
    let (folder, file) = file().await;
    let file = Arc::new(file);
    write(&file, 1000).await.unwrap();
    let writing: Vec<_> = (0..40i64)
        .map(|n| {
            let (file, folder) = (file.clone(), folder.path().to_owned());
            // Every fourth runs into the row that stands, with its second word; and one gives up half way.
            let id = if n % 4 == 3 { 999 } else { n * 10 };
            tokio::spawn(async move {
                if n == 17 {
                    let mut tx = file.begin().await.unwrap();
                    tx.run("insert into thing (id) values ($1)", args![id]).unwrap();
                    return (id, false);
                }
                let told = write(&file, id).await;
                if told.is_ok() {
                    let other = rusqlite::Connection::open(folder.join("one.sqlite")).unwrap();
                    let there: i64 = other
                        .query_row("select count(*) from thing where id = ?", [id], |row| row.get(0))
                        .unwrap();
                    assert_eq!(there, 1, "told as written, and nobody else sees it");
                } else {
                    assert!(matches!(told, Err(DbError::Taken)));
                }
                (id, told.is_ok())
            })
        })
        .collect();
    let mut expected = vec![1000, 1001];
    for one in writing {
        let (id, written) = one.await.unwrap();
        assert_eq!(written, id != 999 && id != 170);
        if written {
            expected.extend([id, id + 1]);
        }
    }
    expected.sort_unstable();
    assert_eq!(outside(&folder), expected);
    assert_eq!(all(&file).await, expected);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_goes_away_while_waiting_leaves_the_line_in_order() {
    let (folder, file) = file().await;
    let file = Arc::new(file);
    for round in 0..20i64 {
        let going: Vec<_> = (0..6i64)
            .map(|n| {
                let file = file.clone();
                tokio::spawn(async move { write(&file, round * 100 + n * 10).await })
            })
            .collect();
        tokio::task::yield_now().await;
        for one in &going[..5] {
            one.abort();
        }
    }
    // Nothing stays open: another program may write, and all of ours goes on.
    file.begin().await.unwrap().commit().await.unwrap();
    let other = rusqlite::Connection::open(folder.path().join("one.sqlite")).unwrap();
    other.busy_timeout(std::time::Duration::from_secs(5)).unwrap();
    other.execute("insert into thing (id) values (100000)", []).unwrap();
    write(&file, 200_000).await.unwrap();
    let found = all(&file).await;
    assert_eq!(found, outside(&folder));
    assert!(found.contains(&100_000) && found.contains(&200_001));
}

#[tokio::test]
async fn a_short_question_never_sees_what_is_not_on_the_disk_yet() {
    let (folder, file) = file().await;
    let mut tx = file.begin().await.unwrap();
    tx.run("insert into thing (id) values ($1)", args![1]).unwrap();
    assert!(all(&file).await.is_empty());
    let second = {
        let file = file.clone();
        tokio::spawn(async move { write(&file, 5).await })
    };
    tokio::task::yield_now().await;
    let first = tokio::spawn(tx.commit());
    second.await.unwrap().unwrap();
    first.await.unwrap().unwrap();
    assert_eq!(all(&file).await, [1, 5, 6]);
    assert_eq!(outside(&folder), [1, 5, 6]);
}

/// Whichever connection is lent to it.
#[tokio::test]
async fn a_question_may_not_write() {
    let (folder, file) = file().await;
    let sql = "insert into thing (id) values (7) returning id";
    assert!(file.read::<(i64,)>(sql, vec![]).await.is_err());
    let tx = file.begin().await.unwrap();
    assert!(file.read::<(i64,)>(sql, vec![]).await.is_err());
    drop(tx);
    assert!(outside(&folder).is_empty());
}

/// Goes on for so long as it can without waiting; whether it is done.
async fn done<F: Future + Unpin>(work: &mut F) -> bool {
    poll_fn(|context| Poll::Ready(Pin::new(&mut *work).poll(context).is_ready())).await
}

#[tokio::test]
async fn whoever_writes_while_another_waits_shares_its_commit() {
    let (folder, file) = file().await;
    let before = file.begin().await.unwrap();
    let (mut first, mut second) = (Box::pin(write(&file, 10)), Box::pin(write(&file, 20)));
    assert!(!done(&mut first).await && !done(&mut second).await, "both stand in line");
    drop(before);
    // Once up to where it lets others go first, once through to its end.
    assert!(!done(&mut first).await && !done(&mut first).await, "written, and not told");
    assert!(outside(&folder).is_empty(), "not on the disk either");
    assert!(!done(&mut second).await && done(&mut second).await, "the last in line brings both to the disk");
    assert!(done(&mut first).await);
    assert_eq!(outside(&folder), [10, 11, 20, 21]);
    assert!(file.writer.get().await.unwrap().is_settled());
}
