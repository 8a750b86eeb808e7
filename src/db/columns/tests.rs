//! Much in one transaction, as an import brings it: a little at a time into tables that were empty when it began.

use sqlx::query_scalar;
use uuid::Uuid;

use crate::db::scratch::Scratch;
use crate::db::{Conn, Tx, Value};

const GROUPS: u128 = 300;
const EACH: u128 = 20;

fn rows(group: u128) -> (Vec<Vec<Value>>, Vec<Vec<Value>>) {
    let network = Uuid::from_u128(1);
    let ids = (0..EACH).map(|n| Uuid::from_u128(group * EACH + n));
    let parents = ids.clone().map(|id| vec![network.into(), id.into(), 7_i64.into()]);
    let parts = ids.flat_map(|id| (0_i64..3).map(move |n| vec![network.into(), id.into(), n.into()]));
    (parents.collect(), parts.collect())
}

/// A check of a reference finds its row by the key, however the table has grown since the check was first planned.
#[tokio::test]
async fn references_are_checked_by_their_key() {
    let folder = tempfile::tempdir().unwrap();
    let scratch = Scratch::new(folder.path()).await;
    let mut tx = scratch.db.begin().await.unwrap();
    for sql in [
        "create table parent (network_id uuid not null, id uuid not null, made bigint not null, wide character(400),
           primary key (network_id, id))",
        "create index parent_made on parent (network_id, made)",
        "create table part (network_id uuid not null, parent_id uuid not null, n bigint not null,
           primary key (network_id, parent_id, n),
           foreign key (network_id, parent_id) references parent (network_id, id))",
    ] {
        tx.run(sql, vec![]).await.unwrap();
    }
    for group in 0..GROUPS {
        let (parents, parts) = rows(group);
        tx.insert("parent", &["network_id", "id", "made"], parents).await.unwrap();
        tx.insert("part", &["network_id", "parent_id", "n"], parts).await.unwrap();
    }

    let counts = "select (select count(*) from parent), (select count(*) from part)";
    let (parents, parts): (i64, i64) = Conn::from(&mut tx).one(counts, vec![]).await.unwrap();
    let all = i64::try_from(GROUPS * EACH).unwrap();
    assert_eq!((parents, parts), (all, 3 * all));
    if let Tx::Postgres(tx) = &mut tx {
        let sql =
            "select idx_tup_fetch + seq_tup_read from pg_stat_xact_user_tables where relname = 'parent'";
        let read: i64 = query_scalar(sql).fetch_one(tx.conn()).await.unwrap();
        // By reading all of the table each time it would be some thousands for each row.
        assert!(read < 100 * all, "{read} rows read for {parts} checks");
    }
}
