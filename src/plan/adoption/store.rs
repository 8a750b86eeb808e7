//! SQL for editions of plans, and for which of them stand in public.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::edition::{Edition, Publication, Undone};
use crate::db::{Conn, DbError, Result, Tx};
use crate::i18n::Text18;
use crate::plan::document::{Adoption, Head, Part, Plan};
use crate::plan::making::Kept;
use crate::plan::store::By;
use crate::{args, row};

row! {
    struct EditionRow {
        id: Uuid,
        number: i64,
        step: String,
        held_on: NaiveDate,
        words: String,
        body_id: Option<Uuid>,
        body_name: Option<String>,
        meeting_id: Option<Uuid>,
        by_name: String,
        made_at: DateTime<Utc>,
        undone_name: String,
        undone_at: Option<DateTime<Utc>>,
        undone_why: String,
        head: String,
    }
}

/// Every edition of a plan in its order, also those that were taken back.
pub async fn editions<'c>(
    conn: impl Into<Conn<'c>>,
    (network_id, plan_id): (Uuid, Uuid),
) -> Result<Vec<Edition>> {
    let sql =
        "select e.id, e.number, e.step, e.held_on, e.words, e.body_id, b.name as body_name, e.meeting_id,
                      coalesce(nullif(p.name, ''), p.mail, '') as by_name, e.made_at,
                      coalesce(nullif(u.name, ''), u.mail, '') as undone_name, e.undone_at, e.undone_why,
                      v.body as head
               from plan_edition e
               join plan_earlier v
                   on v.network_id = e.network_id and v.plan_id = e.plan_id and v.code = '' and v.version = e.head_version
               left join body b on b.network_id = e.network_id and b.id = e.body_id
               left join person p on p.id = e.made_by
               left join person u on u.id = e.undone_by
               where e.network_id = $1 and e.plan_id = $2 order by e.number";
    let rows: Vec<EditionRow> = conn.into().all(sql, args![network_id, plan_id]).await?;
    let edition = |row: EditionRow| {
        let undone = row.undone_at.map(|at| Undone { by: row.undone_name, at, why: row.undone_why });
        let body = row.body_id.zip(row.body_name).map(|(id, name)| (id, Text18::from_json(&name)));
        let head: Head = serde_json::from_str(&row.head).map_err(DbError::garbled)?;
        Ok(Edition {
            id: row.id,
            number: row.number,
            step: Adoption::from_code(&row.step),
            held_on: row.held_on,
            words: row.words,
            body,
            meeting: row.meeting_id,
            by: row.by_name,
            at: row.made_at,
            undone,
            foreseen: head.adoption,
        })
    };
    rows.into_iter().map(edition).collect()
}

/// An edition that is made now.
pub struct New<'a> {
    pub id: Uuid,
    pub number: i64,
    pub step: Option<Adoption>,
    pub held_on: NaiveDate,
    pub words: &'a str,
    pub body: Option<Uuid>,
    pub meeting: Option<Uuid>,
}

/// Keeps a plan as it stands.
pub async fn insert(tx: &mut Tx, network_id: Uuid, kept: &Kept, new: &New<'_>, by: By) -> Result<()> {
    let (plan_id, head) = (kept.held.id, kept.held.head.version);
    tx.run(
        "insert into plan_edition (network_id, plan_id, number, id, step, held_on, words, body_id, meeting_id,
                                   head_version, made_by, made_at, undone_why)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, '')",
        args![
            network_id,
            plan_id,
            new.number,
            new.id,
            new.step.map_or("", Adoption::code),
            new.held_on,
            new.words,
            new.body,
            new.meeting,
            head,
            by.person,
            by.at
        ],
    )
    .await?;
    let parts = (0i64..)
        .zip(&kept.parts)
        .map(|(place, it)| args![network_id, plan_id, new.number, it.what.code.as_str(), it.version, place]);
    let columns = ["network_id", "plan_id", "number", "code", "version", "position"];
    tx.insert("plan_edition_part", &columns, parts.collect()).await
}

/// Takes an edition back.
pub async fn undo(
    tx: &mut Tx,
    (network_id, plan_id, number): (Uuid, Uuid, i64),
    why: &str,
    by: By,
) -> Result<()> {
    let sql = "update plan_edition set undone_by = $4, undone_at = $5, undone_why = $6
               where network_id = $1 and plan_id = $2 and number = $3 and undone_at is null";
    tx.run(sql, args![network_id, plan_id, number, by.person, by.at, why]).await?;
    Ok(())
}

/// The plan as an edition holds it; none where there is no such edition.
pub async fn plan<'c>(
    conn: impl Into<Conn<'c>>,
    (network_id, plan_id, number): (Uuid, Uuid, i64),
    year: i32,
) -> Result<Option<Plan>> {
    let mut conn = conn.into();
    let sql = "select v.body from plan_edition e join plan_earlier v
                   on v.network_id = e.network_id and v.plan_id = e.plan_id and v.code = '' and v.version = e.head_version
               where e.network_id = $1 and e.plan_id = $2 and e.number = $3";
    let head: Option<(String,)> = conn.again().find(sql, args![network_id, plan_id, number]).await?;
    let Some((head,)) = head else { return Ok(None) };
    let head: Head = serde_json::from_str(&head).map_err(DbError::garbled)?;
    let sql = "select v.body from plan_edition_part e join plan_earlier v
                   on v.network_id = e.network_id and v.plan_id = e.plan_id and v.code = e.code and v.version = e.version
               where e.network_id = $1 and e.plan_id = $2 and e.number = $3 order by e.position";
    let rows: Vec<(String,)> = conn.all(sql, args![network_id, plan_id, number]).await?;
    let parts: Vec<Part> = rows
        .into_iter()
        .map(|(body,)| serde_json::from_str(&body).map_err(DbError::garbled))
        .collect::<Result<_>>()?;
    Ok(Some(Plan { year, head, parts }.without_dead_ends()))
}

row! {
    struct PublicationRow {
        id: Uuid,
        number: i64,
        by_name: String,
        published_at: DateTime<Utc>,
        taken_back: bool,
    }
}

/// Every publication of a plan in its order.
pub async fn publications<'c>(
    conn: impl Into<Conn<'c>>,
    (network_id, plan_id): (Uuid, Uuid),
) -> Result<Vec<Publication>> {
    let sql = "select s.id, s.number, coalesce(nullif(p.name, ''), p.mail, '') as by_name, s.published_at,
                      s.taken_back_at is not null as taken_back
               from plan_publication s left join person p on p.id = s.published_by
               where s.network_id = $1 and s.plan_id = $2 order by s.published_at, s.id";
    let rows: Vec<PublicationRow> = conn.into().all(sql, args![network_id, plan_id]).await?;
    let publication = |row: PublicationRow| Publication {
        id: row.id,
        number: row.number,
        by: row.by_name,
        at: row.published_at,
        taken_back: row.taken_back,
    };
    Ok(rows.into_iter().map(publication).collect())
}

pub async fn publish(
    tx: &mut Tx,
    (network_id, plan_id, number): (Uuid, Uuid, i64),
    id: Uuid,
    by: By,
) -> Result<()> {
    let sql = "insert into plan_publication (network_id, id, plan_id, number, published_by, published_at)
               values ($1, $2, $3, $4, $5, $6)";
    tx.run(sql, args![network_id, id, plan_id, number, by.person, by.at]).await?;
    Ok(())
}

/// Takes back what stands in public of a plan, or only this publication; false where it does not stand.
pub async fn take_back(
    tx: &mut Tx,
    (network_id, plan_id): (Uuid, Uuid),
    only: Option<Uuid>,
    by: By,
) -> Result<bool> {
    let sql = "update plan_publication set taken_back_by = $3, taken_back_at = $4
               where network_id = $1 and plan_id = $2 and taken_back_at is null and ($5 or id = $6)";
    let args = args![network_id, plan_id, by.person, by.at, only.is_none(), only.unwrap_or_default()];
    Ok(tx.run(sql, args).await? > 0)
}

/// The publication that stands at an address, and the network's languages: asked for with every visit.
pub async fn public_at<'c>(
    conn: impl Into<Conn<'c>>,
    network: &str,
    unit: &str,
    year: i64,
) -> Result<Option<(Uuid, String)>> {
    let sql = "select s.id, n.languages from network n
               join unit u on u.network_id = n.id and u.code = $2
               join plan l on l.network_id = u.network_id and l.unit_id = u.id and l.year = $3
               join plan_publication s on s.network_id = l.network_id and s.plan_id = l.id and s.taken_back_at is null
               where n.code = $1";
    conn.into().find(sql, args![network, unit, year]).await
}

/// Every plan of a network that stands in public, the latest year first: (unit, year).
pub async fn public_of<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid) -> Result<Vec<(Uuid, i64)>> {
    let sql = "select l.unit_id, l.year from plan_publication s
               join plan l on l.network_id = s.network_id and l.id = s.plan_id
               where s.network_id = $1 and s.taken_back_at is null order by l.year desc, l.unit_id";
    conn.into().all(sql, args![network_id]).await
}
