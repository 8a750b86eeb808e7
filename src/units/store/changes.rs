//! The network's row of changes: who holds it decides alone what came first.

use uuid::Uuid;

use crate::args;
use crate::db::{Conn, Result, Tx};

/// Takes the next `n` places in the network's row of changes and returns the first. Holds the network until the
/// transaction ends, so that changes are numbered in the order they become visible.
pub async fn take_changes(tx: &mut Tx, network_id: Uuid, n: i64) -> Result<i64> {
    let (last,): (i64,) = Conn::from(tx)
        .one(
            "update network set change_seq = change_seq + $2 where id = $1 returning change_seq",
            args![network_id, n],
        )
        .await?;
    Ok(last - n + 1)
}

/// Holds the network until the transaction ends, without a change: whoever saves waits. Returns the last change.
pub async fn hold(tx: &mut Tx, network_id: Uuid) -> Result<i64> {
    Ok(take_changes(tx, network_id, 0).await? - 1)
}
