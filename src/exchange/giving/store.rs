//! SQL that only giving out needs.

use uuid::Uuid;

use crate::args;
use crate::db::{Conn, Result, Tx};

/// Looks at the network once: from here on a transaction that reads sees it as of this moment. Returns its last change.
pub async fn moment(tx: &mut Tx, network_id: Uuid) -> Result<i64> {
    let (change_seq,): (i64,) =
        Conn::from(tx).one("select change_seq from network where id = $1", args![network_id]).await?;
    Ok(change_seq)
}
