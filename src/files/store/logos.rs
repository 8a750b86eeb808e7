//! SQL for logos of units.

use uuid::Uuid;

use super::By;
use crate::args;
use crate::db::{Conn, Result, Tx};
use crate::files::reading::Logo;

/// A unit's logo.
pub async fn logo<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, unit_id: Uuid) -> Result<Option<Logo>> {
    let sql = "select png, width, height from unit_logo where network_id = $1 and unit_id = $2";
    let found: Option<(Vec<u8>, i64, i64)> = conn.into().find(sql, args![network_id, unit_id]).await?;
    let side = |n: i64| u32::try_from(n).unwrap_or(0);
    Ok(found.map(|(png, width, height)| Logo { png, width: side(width), height: side(height) }))
}

/// Sets a unit's logo, or takes it away. Setting it twice is setting it once.
pub async fn set(tx: &mut Tx, network_id: Uuid, unit_id: Uuid, logo: Option<&Logo>, by: By) -> Result<()> {
    let Some(logo) = logo else {
        let sql = "delete from unit_logo where network_id = $1 and unit_id = $2";
        tx.run(sql, args![network_id, unit_id]).await?;
        return Ok(());
    };
    tx.run(
        "insert into unit_logo (network_id, unit_id, width, height, set_by, set_at, png)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (network_id, unit_id)
         do update set width = excluded.width, height = excluded.height, set_by = excluded.set_by,
                       set_at = excluded.set_at, png = excluded.png",
        args![
            network_id,
            unit_id,
            i64::from(logo.width),
            i64::from(logo.height),
            by.person,
            by.at,
            logo.png.as_slice()
        ],
    )
    .await?;
    Ok(())
}
