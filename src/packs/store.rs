//! SQL for what ratios need beside records, costs and inhabitants; and for forms that a network made itself.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::args;
use crate::db::{Conn, Db, Result, Tx};
use crate::row;

/// The kind that stands for everything together.
pub const ALL: &str = "all";

row! {
    /// What a unit's work of a kind cost in a year.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Cost {
        pub unit_id: Uuid,
        pub kind: String,
        pub cents: i64,
    }
}

row! {
    /// How many people of some ages live where a unit is.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Inhabitants {
        pub unit_id: Uuid,
        pub inhabitants: i64,
        pub source: String,
    }
}

/// Who says it, of which unit and year, and when.
#[derive(Clone, Copy, Debug)]
pub struct By {
    pub network_id: Uuid,
    pub unit_id: Uuid,
    pub year: i64,
    pub person_id: Option<Uuid>,
    pub at: DateTime<Utc>,
}

/// All costs of a network in a year.
pub async fn costs(db: &Db, network_id: Uuid, year: i64) -> Result<Vec<Cost>> {
    let sql = "select unit_id, kind, cents from unit_cost where network_id = $1 and year = $2
               order by unit_id, kind";
    Conn::from(db).all(sql, args![network_id, year]).await
}

/// Says what a kind cost; none takes it back.
pub async fn set_cost(tx: &mut Tx, by: By, kind: &str, cents: Option<i64>) -> Result<()> {
    let Some(cents) = cents else {
        let sql = "delete from unit_cost where network_id = $1 and unit_id = $2 and year = $3 and kind = $4";
        tx.run(sql, args![by.network_id, by.unit_id, by.year, kind]).await?;
        return Ok(());
    };
    tx.run(
        "insert into unit_cost (network_id, unit_id, year, kind, cents, currency, set_by, set_at)
         values ($1, $2, $3, $4, $5, 'EUR', $6, $7)
         on conflict (network_id, unit_id, year, kind)
         do update set cents = excluded.cents, set_by = excluded.set_by, set_at = excluded.set_at",
        args![by.network_id, by.unit_id, by.year, kind, cents, by.person_id, by.at],
    )
    .await?;
    Ok(())
}

/// How many people of these ages live where a network's units are, in a year.
pub async fn inhabitants(
    db: &Db,
    network_id: Uuid,
    year: i64,
    (from, to): (i64, i64),
) -> Result<Vec<Inhabitants>> {
    let sql = "select unit_id, inhabitants, source from population
               where network_id = $1 and year = $2 and age_from = $3 and age_to = $4 order by unit_id";
    Conn::from(db).all(sql, args![network_id, year, from, to]).await
}

/// Says how many there are and who counted them; none takes it back.
pub async fn set_inhabitants(
    tx: &mut Tx,
    by: By,
    (from, to): (i64, i64),
    said: Option<(i64, &str)>,
) -> Result<()> {
    let Some((n, source)) = said else {
        let sql = "delete from population where network_id = $1 and unit_id = $2 and year = $3
                   and age_from = $4 and age_to = $5";
        tx.run(sql, args![by.network_id, by.unit_id, by.year, from, to]).await?;
        return Ok(());
    };
    tx.run(
        "insert into population (network_id, unit_id, year, age_from, age_to, inhabitants, source, set_by, set_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (network_id, unit_id, year, age_from, age_to)
         do update set inhabitants = excluded.inhabitants, source = excluded.source,
                       set_by = excluded.set_by, set_at = excluded.set_at",
        args![by.network_id, by.unit_id, by.year, from, to, n, source, by.person_id, by.at],
    )
    .await?;
    Ok(())
}

/// (code, file) of the latest version of each form that a network made itself.
pub async fn forms<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid) -> Result<Vec<(String, String)>> {
    let sql = "select f.code, f.body from pack_form f
               where f.network_id = $1 and f.version = (select max(x.version) from pack_form x
                                                        where x.network_id = f.network_id and x.code = f.code)
               order by f.code";
    conn.into().many(sql, args![network_id]).await
}

pub async fn insert_form(
    tx: &mut Tx,
    network_id: Uuid,
    (code, version, body): (&str, i64, &str),
    now: DateTime<Utc>,
) -> Result<()> {
    tx.run(
        "insert into pack_form (network_id, code, version, body, made_at) values ($1, $2, $3, $4, $5)",
        args![network_id, code, version, body, now],
    )
    .await?;
    Ok(())
}
