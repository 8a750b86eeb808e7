//! The network's row of changes: who holds it decides alone what came first. And how often its units changed.

use uuid::Uuid;

use crate::args;
use crate::db::{Conn, Db, Result, Tx};

/// A network's row of changes, as whoever holds it found it.
#[derive(Clone, Copy, Debug)]
pub struct Taken {
    /// The first of the places taken.
    pub first: i64,
    /// How often units of the network had changed; nobody changes them until the transaction ends.
    pub units_seq: i64,
}

/// Takes the next `n` places in the network's row of changes. Holds the network until the transaction ends, so that changes
/// are numbered in the order they become visible.
pub async fn take(tx: &mut Tx, network_id: Uuid, n: i64) -> Result<Taken> {
    let (last, units_seq): (i64, i64) = Conn::from(tx)
        .one(
            "update network set change_seq = change_seq + $2 where id = $1 returning change_seq, units_seq",
            args![network_id, n],
        )
        .await?;
    Ok(Taken { first: last - n + 1, units_seq })
}

/// [`take`], of which only the first place matters.
pub async fn take_changes(tx: &mut Tx, network_id: Uuid, n: i64) -> Result<i64> {
    Ok(take(tx, network_id, n).await?.first)
}

/// Holds the network until the transaction ends, without a change: whoever saves waits. Returns the last change.
pub async fn hold(tx: &mut Tx, network_id: Uuid) -> Result<i64> {
    Ok(take_changes(tx, network_id, 0).await? - 1)
}

/// How often units of a network changed: their names, their places, whether they are open.
pub async fn units_seq(db: &Db, network_id: Uuid) -> Result<i64> {
    let sql = "select units_seq from network where id = $1";
    let found: Option<(i64,)> = Conn::from(db).find(sql, args![network_id]).await?;
    Ok(found.map_or(-1, |(seq,)| seq))
}

/// Says that units of a network changed; what processes remember of them is not true any more.
pub async fn units_changed(tx: &mut Tx, network_id: Uuid) -> Result<()> {
    tx.run("update network set units_seq = units_seq + 1 where id = $1", args![network_id]).await?;
    Ok(())
}
