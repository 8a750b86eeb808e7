//! SQL for the colours of units.

use uuid::Uuid;

use super::colour::Colour;
use crate::args;
use crate::db::{Conn, Result, Tx};

/// None where the house's is used.
pub async fn colour<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    unit_id: Uuid,
) -> Result<Option<Colour>> {
    let sql = "select colour from unit_colour where network_id = $1 and unit_id = $2";
    let found: Option<(String,)> = conn.into().find(sql, args![network_id, unit_id]).await?;
    Ok(found.and_then(|(colour,)| Colour::from_hex(&colour)))
}

/// Sets a unit's colour, or takes it away. Setting it twice is setting it once.
pub async fn set_colour(tx: &mut Tx, network_id: Uuid, unit_id: Uuid, colour: Option<Colour>) -> Result<()> {
    match colour {
        Some(colour) => {
            let sql = "insert into unit_colour (network_id, unit_id, colour) values ($1, $2, $3)
                       on conflict (network_id, unit_id) do update set colour = excluded.colour";
            tx.run(sql, args![network_id, unit_id, colour.hex()]).await?;
        }
        None => {
            let sql = "delete from unit_colour where network_id = $1 and unit_id = $2";
            tx.run(sql, args![network_id, unit_id]).await?;
        }
    }
    Ok(())
}
