//! SQL for results: what was frozen and its editions; what they show, who was given theirs early, targets, and the looking
//! through of what was written.

mod reviews;
mod said;
mod tables;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use uuid::Uuid;

pub use reviews::*;
pub use said::*;
pub use tables::*;

use super::frozen::Standing;
use crate::db::{Conn, DbError, Result, Tx, Value};
use crate::{args, row};

/// What results are worked out from.
pub struct Frozen {
    pub standing: Vec<Standing>,
    pub secret: [u8; 32],
}

/// Units as they stood when the evaluation closed; none before.
pub async fn standing<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    evaluation_id: Uuid,
) -> Result<Vec<Standing>> {
    let sql = "select tree from result_frozen where network_id = $1 and evaluation_id = $2";
    let found: Option<(String,)> = conn.into().find(sql, args![network_id, evaluation_id]).await?;
    let Some((tree,)) = found else { return Ok(Vec::new()) };
    serde_json::from_str(&tree).map_err(DbError::garbled)
}

pub async fn frozen(tx: &mut Tx, network_id: Uuid, evaluation_id: Uuid) -> Result<Option<Frozen>> {
    let sql = "select secret from result_frozen where network_id = $1 and evaluation_id = $2";
    let found: Option<(Vec<u8>,)> = Conn::from(&mut *tx).find(sql, args![network_id, evaluation_id]).await?;
    let Some((secret,)) = found else { return Ok(None) };
    let secret = secret.try_into().map_err(|_| DbError::Setting("a secret of another length".into()))?;
    Ok(Some(Frozen { standing: standing(tx, network_id, evaluation_id).await?, secret }))
}

pub async fn insert_frozen(
    tx: &mut Tx,
    network_id: Uuid,
    evaluation_id: Uuid,
    at: DateTime<Utc>,
    it: &Frozen,
) -> Result<()> {
    let tree = serde_json::to_string(&it.standing).map_err(DbError::garbled)?;
    tx.run(
        "insert into result_frozen (network_id, evaluation_id, frozen_at, tree, secret)
         values ($1, $2, $3, $4, $5)",
        args![network_id, evaluation_id, at, tree, it.secret.to_vec()],
    )
    .await?;
    Ok(())
}

/// The last edition there is; none before the evaluation's results were worked out.
pub async fn edition<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    evaluation_id: Uuid,
) -> Result<Option<i64>> {
    let sql = "select max(number) from result_edition where network_id = $1 and evaluation_id = $2";
    let (number,): (Option<i64>,) = conn.into().one(sql, args![network_id, evaluation_id]).await?;
    Ok(number)
}

/// The last edition of each evaluation of a network.
pub async fn last_editions<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid) -> Result<BTreeMap<Uuid, i64>> {
    let sql =
        "select evaluation_id, max(number) from result_edition where network_id = $1 group by evaluation_id";
    let rows: Vec<(Uuid, i64)> = conn.into().all(sql, args![network_id]).await?;
    Ok(rows.into_iter().collect())
}

row! {
    /// When an edition was made, by whom, and why.
    pub struct Edition {
        pub number: i64,
        pub made_at: DateTime<Utc>,
        pub made_by: Option<Uuid>,
        pub reason: String,
    }
}

pub async fn editions<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    evaluation_id: Uuid,
) -> Result<Vec<Edition>> {
    let sql = "select number, made_at, made_by, reason from result_edition
               where network_id = $1 and evaluation_id = $2 order by number";
    conn.into().all(sql, args![network_id, evaluation_id]).await
}

/// Which tables: of one edition of one evaluation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Of {
    pub network_id: Uuid,
    pub evaluation_id: Uuid,
    pub edition: i64,
}

impl Of {
    fn args(self) -> Vec<Value> {
        args![self.network_id, self.evaluation_id, self.edition]
    }
}

pub async fn insert_edition(tx: &mut Tx, of: Of, it: &Edition) -> Result<()> {
    tx.run(
        "insert into result_edition (network_id, evaluation_id, number, made_at, made_by, reason)
         values ($1, $2, $3, $4, $5, $6)",
        [of.args(), args![it.made_at, it.made_by, it.reason.as_str()]].concat(),
    )
    .await?;
    Ok(())
}
