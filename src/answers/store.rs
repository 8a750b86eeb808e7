//! SQL for answers: those that wait, and those that were mixed.

use std::collections::HashSet;

use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::Asked;
use crate::db::{Conn, Result, Tx, Value};
use crate::{args, row};

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

pub async fn is_submitted<'c>(conn: impl Into<Conn<'c>>, asked: &Asked, key_hash: Vec<u8>) -> Result<bool> {
    let sql = "select 1 from submission where network_id = $1 and evaluation_id = $2 and key_hash = $3";
    let found: Option<(i32,)> =
        conn.into().find(sql, args![asked.network_id, asked.evaluation_id, key_hash]).await?;
    Ok(found.is_some())
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

/// The units of an evaluation of which something waits: neither how much nor when it came.
pub async fn units_that_wait<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    evaluation_id: Uuid,
) -> Result<Vec<Uuid>> {
    let found = units_waiting(conn, Some((network_id, evaluation_id))).await?;
    Ok(found.into_iter().map(|asked| asked.unit_id).collect())
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

row! {
    /// A complete answer as results are made of it.
    pub struct Counted {
        pub unit_id: Uuid,
        pub id: Uuid,
        pub version_id: Uuid,
        pub gender: Option<String>,
        pub age_class: Option<String>,
        pub batch_id: Uuid,
        pub aside_in: Option<i64>,
        pub body: String,
    }
}

/// Complete answers of a unit, also those that were set aside, in the order of their ids.
pub async fn counted<'c>(conn: impl Into<Conn<'c>>, asked: &Asked) -> Result<Vec<Counted>> {
    let sql = crate::db::built(format!(
        "select unit_id, id, version_id, gender, age_class, batch_id, aside_in, body from response
         where {OF_UNIT} and complete order by id"
    ));
    conn.into().all(sql, of(asked)).await
}

/// Answers of one unit that were mixed together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    pub unit_id: Uuid,
    pub id: Uuid,
    /// Complete ones.
    pub answers: i64,
    /// From which edition on it is left out.
    pub aside_in: Option<i64>,
    /// Came faster than people answer.
    pub quick: bool,
}

/// Every batch of an evaluation, by unit, in no order that tells anything.
pub async fn batches<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    evaluation_id: Uuid,
) -> Result<Vec<Batch>> {
    let sql = "select r.unit_id, r.batch_id, count(case when r.complete then 1 end), min(r.aside_in),
                      count(distinct q.batch_id)
               from response r left join quick_batch q on q.network_id = r.network_id
                    and q.evaluation_id = r.evaluation_id and q.unit_id = r.unit_id and q.batch_id = r.batch_id
               where r.network_id = $1 and r.evaluation_id = $2
               group by r.unit_id, r.batch_id order by r.unit_id, r.batch_id";
    let rows: Vec<(Uuid, Uuid, i64, Option<i64>, i64)> =
        conn.into().all(sql, args![network_id, evaluation_id]).await?;
    let batch =
        |(unit_id, id, answers, aside_in, quick)| Batch { unit_id, id, answers, aside_in, quick: quick > 0 };
    Ok(rows.into_iter().map(batch).collect())
}

pub async fn insert_quick(tx: &mut Tx, asked: &Asked, batch_id: Uuid) -> Result<()> {
    let sql = "insert into quick_batch (network_id, evaluation_id, unit_id, batch_id) values ($1, $2, $3, $4)
               on conflict do nothing";
    tx.run(sql, [of(asked), args![batch_id]].concat()).await?;
    Ok(())
}

/// Leaves a batch out from an edition on; false where it is left out already, or is none.
pub async fn set_aside(
    tx: &mut Tx,
    (network_id, evaluation_id): (Uuid, Uuid),
    batch_id: Uuid,
    edition: i64,
) -> Result<bool> {
    let sql = "update response set aside_in = $4
               where network_id = $1 and evaluation_id = $2 and batch_id = $3 and aside_in is null";
    Ok(tx.run(sql, args![network_id, evaluation_id, batch_id, edition]).await? > 0)
}

/// Units that answered in an evaluation.
pub async fn units_with_answers<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    evaluation_id: Uuid,
) -> Result<Vec<Uuid>> {
    let sql = "select distinct unit_id from response where network_id = $1 and evaluation_id = $2";
    let mut found: Vec<(Uuid,)> = conn.into().all(sql, args![network_id, evaluation_id]).await?;
    found.sort_unstable();
    Ok(found.into_iter().map(|(id,)| id).collect())
}

row! {
    /// Something that somebody wrote, unlinked to anything but the unit and the question.
    pub struct Written {
        pub id: Uuid,
        pub version_id: Uuid,
        pub item: String,
        pub text: String,
    }
}

/// What was written about a unit: by question, and there in no order that tells anything, for ids were drawn.
pub async fn written<'c>(conn: impl Into<Conn<'c>>, asked: &Asked) -> Result<Vec<Written>> {
    let sql = crate::db::built(format!(
        "select id, version_id, item, text from open_answer where {OF_UNIT} order by item, id"
    ));
    conn.into().all(sql, of(asked)).await
}

/// Leaves out of an answer in words what somebody masked.
pub async fn rewrite(tx: &mut Tx, asked: &Asked, id: Uuid, text: &str) -> Result<()> {
    let sql = crate::db::built(format!("update open_answer set text = $5 where {OF_UNIT} and id = $4"));
    tx.run(sql, [of(asked), args![id, text]].concat()).await?;
    Ok(())
}

/// Takes an answer in words out, whole.
pub async fn remove_written(tx: &mut Tx, asked: &Asked, id: Uuid) -> Result<()> {
    let sql = crate::db::built(format!("delete from open_answer where {OF_UNIT} and id = $4"));
    tx.run(sql, [of(asked), args![id]].concat()).await?;
    Ok(())
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
