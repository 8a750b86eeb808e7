//! SQL for age bands.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::clock::Ids;
use crate::db::{Conn, Result, Tx};
use crate::vocabulary::words::AgeBand;
use crate::{args, row};

row! {
    struct BandRow {
        code: String,
        min_age: i64,
        max_age: Option<i64>,
    }
}

/// The age bands in force on a day, youngest first.
pub async fn age_bands<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    on: NaiveDate,
) -> Result<Vec<AgeBand>> {
    let rows: Vec<BandRow> = conn
        .into()
        .all(
            "select b.code, b.min_age, b.max_age from age_band b
             where b.network_id = $1 and b.set_id = (
                 select s.id from age_band_set s where s.network_id = $1 and s.valid_from <= $2
                 order by s.valid_from desc limit 1)
             order by b.min_age",
            args![network_id, on],
        )
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| AgeBand { code: row.code, min_age: row.min_age, max_age: row.max_age })
        .collect())
}

pub async fn insert_age_bands(
    tx: &mut Tx,
    network_id: Uuid,
    ids: &Ids,
    valid_from: NaiveDate,
    bands: &[AgeBand],
) -> Result<()> {
    let set_id = ids.ordered();
    tx.run(
        "insert into age_band_set (network_id, id, valid_from) values ($1, $2, $3)",
        args![network_id, set_id, valid_from],
    )
    .await?;
    let rows = bands
        .iter()
        .map(|band| args![network_id, ids.ordered(), set_id, &band.code, band.min_age, band.max_age]);
    tx.insert("age_band", &["network_id", "id", "set_id", "code", "min_age", "max_age"], rows.collect()).await
}

row! {
    struct SetRow {
        valid_from: NaiveDate,
        code: String,
        min_age: i64,
        max_age: Option<i64>,
    }
}

/// Every set of age bands the network has had, the first first: (from when, bands).
pub async fn band_sets<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
) -> Result<Vec<(NaiveDate, Vec<AgeBand>)>> {
    let rows: Vec<SetRow> = conn
        .into()
        .all(
            "select s.valid_from, b.code, b.min_age, b.max_age from age_band_set s
             join age_band b on b.network_id = s.network_id and b.set_id = s.id
             where s.network_id = $1 order by s.valid_from, b.min_age",
            args![network_id],
        )
        .await?;
    let mut sets: Vec<(NaiveDate, Vec<AgeBand>)> = Vec::new();
    for row in rows {
        if sets.last().is_none_or(|(from, _)| *from != row.valid_from) {
            sets.push((row.valid_from, Vec::new()));
        }
        let band = AgeBand { code: row.code, min_age: row.min_age, max_age: row.max_age };
        if let Some((_, bands)) = sets.last_mut() {
            bands.push(band);
        }
    }
    Ok(sets)
}

/// Whether anything was ever recorded in the network.
pub async fn is_used<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid) -> Result<bool> {
    let (changes,): (i64,) =
        conn.into().one("select change_seq from network where id = $1", args![network_id]).await?;
    Ok(changes > 0)
}
