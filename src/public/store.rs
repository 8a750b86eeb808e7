//! SQL for what stands in public, and what is being prepared for it.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::page::Chosen;
use crate::db::{Conn, Result, Tx};
use crate::i18n::Text18;
use crate::units::Unit;
use crate::{args, row};

row! {
    struct DraftRow {
        blocks: String,
        intro: String,
        contact: String,
        version: i64,
        by_name: String,
        saved_at: DateTime<Utc>,
    }
}

/// What is being prepared.
#[derive(Clone, Debug)]
pub struct Draft {
    pub chosen: Chosen,
    /// 0 where nobody has saved anything.
    pub version: i64,
    pub by: String,
    pub at: Option<DateTime<Utc>>,
}

fn chosen(blocks: &str, intro: &str, contact: String) -> Chosen {
    Chosen { blocks: Chosen::of_codes(blocks), intro: Text18::from_json(intro), contact }
}

pub async fn draft<'c>(conn: impl Into<Conn<'c>>, unit: &Unit) -> Result<Draft> {
    let sql = "select d.blocks, d.intro, d.contact, d.version, p.name as by_name, d.saved_at
               from public_draft d join person p on p.id = d.saved_by
               where d.network_id = $1 and d.unit_id = $2";
    let found: Option<DraftRow> = conn.into().find(sql, args![unit.network.id, unit.id]).await?;
    Ok(found.map_or_else(
        || Draft { chosen: Chosen::default(), version: 0, by: String::new(), at: None },
        |row| Draft {
            chosen: chosen(&row.blocks, &row.intro, row.contact),
            version: row.version,
            by: row.by_name,
            at: Some(row.saved_at),
        },
    ))
}

pub async fn put_draft(
    tx: &mut Tx,
    unit: &Unit,
    (chosen, version): (&Chosen, i64),
    by: Uuid,
    now: DateTime<Utc>,
) -> Result<()> {
    let sql = "insert into public_draft (network_id, unit_id, blocks, intro, contact, version, saved_by, saved_at)
               values ($1, $2, $3, $4, $5, $6, $7, $8)
               on conflict (network_id, unit_id) do update set blocks = excluded.blocks, intro = excluded.intro,
                   contact = excluded.contact, version = excluded.version, saved_by = excluded.saved_by,
                   saved_at = excluded.saved_at";
    let Chosen { intro, contact, .. } = chosen;
    let args = args![unit.network.id, unit.id, chosen.codes(), intro, contact.as_str(), version, by, now];
    tx.run(sql, args).await?;
    Ok(())
}

row! {
    struct PageRow {
        id: Uuid,
        unit_id: Uuid,
        blocks: String,
        intro: String,
        contact: String,
        since: DateTime<Utc>,
        by_name: String,
        published_at: DateTime<Utc>,
    }
}

/// What stands in public.
#[derive(Clone, Debug)]
pub struct Standing {
    pub id: Uuid,
    pub unit_id: Uuid,
    pub chosen: Chosen,
    /// Since when its blocks are public without a break.
    pub since: DateTime<Utc>,
    pub by: String,
    pub at: DateTime<Utc>,
}

/// Everything of a network that stands in public.
pub async fn all<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid) -> Result<Vec<Standing>> {
    let sql =
        "select s.id, s.unit_id, s.blocks, s.intro, s.contact, s.since, p.name as by_name, s.published_at
               from public_page s join person p on p.id = s.published_by
               where s.network_id = $1 and s.taken_back_at is null order by s.since, s.id";
    let rows: Vec<PageRow> = conn.into().many(sql, args![network_id]).await?;
    let standing = |row: PageRow| Standing {
        id: row.id,
        unit_id: row.unit_id,
        chosen: chosen(&row.blocks, &row.intro, row.contact),
        since: row.since,
        by: row.by_name,
        at: row.published_at,
    };
    Ok(rows.into_iter().map(standing).collect())
}

/// The publication that stands at an address, and the network's languages: asked for with every visit.
pub async fn at<'c>(conn: impl Into<Conn<'c>>, network: &str, unit: &str) -> Result<Option<(Uuid, String)>> {
    let sql = "select s.id, n.languages from network n
               join unit u on u.network_id = n.id and u.code = $2
               join public_page s on s.network_id = u.network_id and s.unit_id = u.id and s.taken_back_at is null
               where n.code = $1";
    conn.into().find(sql, args![network, unit]).await
}

/// Whether there was ever a publication with this id.
pub async fn is_known(tx: &mut Tx, network_id: Uuid, id: Uuid) -> Result<bool> {
    let sql = "select 1 from public_page where network_id = $1 and id = $2";
    let found: Option<(i32,)> = Conn::from(tx).find(sql, args![network_id, id]).await?;
    Ok(found.is_some())
}

pub async fn insert(
    tx: &mut Tx,
    unit: &Unit,
    (id, since): (Uuid, DateTime<Utc>),
    chosen: &Chosen,
    by: Uuid,
    now: DateTime<Utc>,
) -> Result<()> {
    let sql = "insert into public_page
                   (network_id, id, unit_id, blocks, intro, contact, since, published_by, published_at)
               values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let Chosen { intro, contact, .. } = chosen;
    let args = args![unit.network.id, id, unit.id, chosen.codes(), intro, contact.as_str(), since, by, now];
    tx.run(sql, args).await?;
    Ok(())
}

/// Takes back what stands for a unit, or only this publication of it; false where it does not stand.
pub async fn take_back(
    tx: &mut Tx,
    unit: &Unit,
    only: Option<Uuid>,
    by: Uuid,
    now: DateTime<Utc>,
) -> Result<bool> {
    let sql = "update public_page set taken_back_by = $3, taken_back_at = $4
               where network_id = $1 and unit_id = $2 and taken_back_at is null and ($5 or id = $6)";
    let args = args![unit.network.id, unit.id, by, now, only.is_none(), only.unwrap_or_default()];
    Ok(tx.run(sql, args).await? > 0)
}
