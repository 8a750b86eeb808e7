//! SQL for answers: those that wait, and those that were mixed.

use std::collections::HashSet;

use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::Asked;
use crate::args;
use crate::db::{Conn, Result, Tx, Value};

/// The line of a unit: whoever takes an answer stands in it beside others, whoever mixes does so alone.
pub fn line(asked: &Asked) -> i64 {
    let hash = Sha256::new().chain_update(b"answers").chain_update(asked.bytes()).finalize();
    hash.iter().take(8).fold(0, |line, byte| line << 8 | i64::from(*byte))
}

fn of(asked: &Asked) -> Vec<Value> {
    args![asked.network_id, asked.evaluation_id, asked.unit_id]
}

/// False where this key was sent before; then whoever sent it first is waited for.
pub async fn submit(tx: &mut Tx, asked: &Asked, key_hash: Vec<u8>) -> Result<bool> {
    let new = tx
        .run(
            "insert into submission (network_id, evaluation_id, key_hash) values ($1, $2, $3)
             on conflict (network_id, evaluation_id, key_hash) do nothing",
            args![asked.network_id, asked.evaluation_id, key_hash],
        )
        .await?;
    Ok(new > 0)
}

/// False where the unit has no such code that is not spent.
pub async fn spend(tx: &mut Tx, asked: &Asked, hash: Vec<u8>) -> Result<bool> {
    let spent = tx
        .run(
            "update answer_code set spent = true
             where network_id = $1 and evaluation_id = $2 and unit_id = $3 and hash = $4 and spent = false",
            [of(asked), args![hash]].concat(),
        )
        .await?;
    Ok(spent > 0)
}

pub async fn is_code(tx: &mut Tx, asked: &Asked, hash: Vec<u8>) -> Result<bool> {
    let sql = "select 1 from answer_code
        where network_id = $1 and evaluation_id = $2 and unit_id = $3 and hash = $4";
    let found: Option<(i32,)> = Conn::from(tx).find(sql, [of(asked), args![hash]].concat()).await?;
    Ok(found.is_some())
}

/// Hashes of all codes of a unit.
pub async fn codes<'c>(conn: impl Into<Conn<'c>>, asked: &Asked) -> Result<HashSet<Vec<u8>>> {
    let sql = "select hash from answer_code where network_id = $1 and evaluation_id = $2 and unit_id = $3";
    let rows: Vec<(Vec<u8>,)> = conn.into().all(sql, of(asked)).await?;
    Ok(rows.into_iter().map(|(hash,)| hash).collect())
}

pub async fn insert_codes(tx: &mut Tx, asked: &Asked, hashes: Vec<Vec<u8>>) -> Result<()> {
    let columns = ["network_id", "evaluation_id", "unit_id", "hash", "spent"];
    let rows = hashes.into_iter().map(|hash| [of(asked), args![hash, false]].concat()).collect();
    tx.insert("answer_code", &columns, rows).await
}

pub async fn put_waiting(tx: &mut Tx, asked: &Asked, id: Uuid, sealed: Vec<u8>) -> Result<()> {
    tx.run(
        "insert into inbox (network_id, evaluation_id, unit_id, id, sealed) values ($1, $2, $3, $4, $5)",
        [of(asked), args![id, sealed]].concat(),
    )
    .await?;
    Ok(())
}

/// So many are named in one statement: as many as are usually mixed, so that it is prepared once.
const AT_ONCE: usize = 10;
const OF_UNIT: &str = "network_id = $1 and evaluation_id = $2 and unit_id = $3";

/// How many of the unit wait.
pub async fn how_many_wait<'c>(conn: impl Into<Conn<'c>>, asked: &Asked) -> Result<i64> {
    let sql = crate::db::built(format!("select count(*) from inbox where {OF_UNIT}"));
    let (n,): (i64,) = conn.into().one(sql, of(asked)).await?;
    Ok(n)
}

/// What waits of the unit, with its ids.
pub async fn waiting(tx: &mut Tx, asked: &Asked) -> Result<Vec<(Uuid, Vec<u8>)>> {
    let sql = crate::db::built(format!("select id, sealed from inbox where {OF_UNIT} order by id"));
    Conn::from(tx).many(sql, of(asked)).await
}

/// Every unit of which something waits, in one evaluation or in all.
pub async fn units_waiting<'c>(
    conn: impl Into<Conn<'c>>,
    evaluation: Option<(Uuid, Uuid)>,
) -> Result<Vec<Asked>> {
    let all = "select distinct network_id, evaluation_id, unit_id from inbox";
    let (sql, args) = match evaluation {
        None => (all.to_owned(), args![]),
        Some((network_id, evaluation_id)) => {
            (format!("{all} where network_id = $1 and evaluation_id = $2"), args![network_id, evaluation_id])
        }
    };
    let found: Vec<(Uuid, Uuid, Uuid)> = conn.into().all(crate::db::built(sql), args).await?;
    let mut found: Vec<Asked> = found
        .into_iter()
        .map(|(network_id, evaluation_id, unit_id)| Asked { network_id, evaluation_id, unit_id })
        .collect();
    found.sort_unstable();
    Ok(found)
}

/// Takes out of the inbox what was mixed or can never be read.
pub async fn remove_waiting(tx: &mut Tx, asked: &Asked, ids: &[Uuid]) -> Result<()> {
    for some in ids.chunks(AT_ONCE) {
        let marks: Vec<String> = (0..some.len()).map(|n| format!("${}", n + 4)).collect();
        let sql = format!("delete from inbox where {OF_UNIT} and id in ({})", marks.join(", "));
        let ids = some.iter().map(|id| Value::from(*id)).collect();
        tx.run(crate::db::built(sql), [of(asked), ids].concat()).await?;
    }
    Ok(())
}

/// A mixed answer, beside the ids of its unit.
#[derive(Clone)]
pub struct Response {
    pub id: Uuid,
    pub version_id: Uuid,
    pub language: String,
    pub gender: Option<&'static str>,
    pub age_class: Option<&'static str>,
    pub batch_id: Uuid,
    pub complete: bool,
    pub body: String,
}

/// Rows come to stand in the order in which they are given here.
pub async fn insert_responses(tx: &mut Tx, asked: &Asked, all: Vec<Response>) -> Result<()> {
    let columns = [
        "network_id",
        "evaluation_id",
        "unit_id",
        "id",
        "version_id",
        "language",
        "gender",
        "age_class",
        "batch_id",
        "complete",
        "set_aside",
        "body",
    ];
    let row = |it: Response| {
        let own = args![
            it.id,
            it.version_id,
            it.language,
            it.gender,
            it.age_class,
            it.batch_id,
            it.complete,
            false,
            it.body
        ];
        [of(asked), own].concat()
    };
    tx.insert("response", &columns, all.into_iter().map(row).collect()).await
}

/// An answer in words, beside the ids of its unit.
pub struct Open {
    pub id: Uuid,
    pub version_id: Uuid,
    pub item: String,
    pub text: String,
}

/// Rows come to stand in the order in which they are given here.
pub async fn insert_open(tx: &mut Tx, asked: &Asked, all: Vec<Open>) -> Result<()> {
    let columns = ["network_id", "evaluation_id", "unit_id", "id", "version_id", "item", "text"];
    let row = |it: Open| [of(asked), args![it.id, it.version_id, it.item, it.text]].concat();
    tx.insert("open_answer", &columns, all.into_iter().map(row).collect()).await
}

/// What is needed only while an evaluation is open: which keys were sent, and its codes.
pub async fn forget(tx: &mut Tx, network_id: Uuid, evaluation_id: Uuid) -> Result<()> {
    for sql in [
        "delete from submission where network_id = $1 and evaluation_id = $2",
        "delete from answer_code where network_id = $1 and evaluation_id = $2",
    ] {
        tx.run(sql, args![network_id, evaluation_id]).await?;
    }
    Ok(())
}
