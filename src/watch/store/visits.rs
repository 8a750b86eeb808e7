//! SQL for support visits.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::access::Path;
use crate::db::{Conn, Result, Tx, built};
use crate::i18n::Text18;
use crate::{args, row};

/// A support visit about to be put down.
#[derive(Clone, Debug)]
pub struct NewVisit {
    /// Made by the page.
    pub id: Uuid,
    pub unit_id: Uuid,
    pub visited_on: NaiveDate,
    pub by: Uuid,
    pub note: String,
    pub agreed: Option<String>,
    pub follow_up_on: Option<NaiveDate>,
}

row! {
    /// A support visit, with what whoever made it is called.
    #[derive(Clone, Debug)]
    pub struct SupportVisit {
        pub id: Uuid,
        pub visited_on: NaiveDate,
        pub by_person: Uuid,
        pub by_name: String,
        /// Empty where its years are over.
        pub note: String,
        pub agreed: Option<String>,
        pub follow_up_on: Option<NaiveDate>,
        pub done_on: Option<NaiveDate>,
        pub version: i64,
        pub corrected_at: Option<DateTime<Utc>>,
    }
}

pub async fn insert(tx: &mut Tx, network_id: Uuid, new: &NewVisit, now: DateTime<Utc>) -> Result<()> {
    tx.run(
        "insert into support_visit
            (network_id, id, unit_id, visited_on, by_person, note, agreed, follow_up_on, made_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        args![
            network_id,
            new.id,
            new.unit_id,
            new.visited_on,
            new.by,
            new.note.clone(),
            new.agreed.clone(),
            new.follow_up_on,
            now
        ],
    )
    .await?;
    Ok(())
}

const VISITS: &str = "select v.id, v.visited_on, v.by_person,
        case when p.name = '' then p.mail else p.name end as by_name,
        v.note, v.agreed, v.follow_up_on, v.done_on, v.version, v.corrected_at
    from support_visit v join person p on p.id = v.by_person
    where v.network_id = $1 and v.unit_id = $2";

/// A unit's own visits, latest first.
pub async fn of_unit<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    unit_id: Uuid,
) -> Result<Vec<SupportVisit>> {
    let sql = format!("{VISITS} order by v.visited_on desc, v.made_at desc, v.id desc");
    conn.into().all(built(sql), args![network_id, unit_id]).await
}

/// One of a unit's own.
pub async fn find<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    unit_id: Uuid,
    id: Uuid,
) -> Result<Option<SupportVisit>> {
    conn.into().find(built(format!("{VISITS} and v.id = $3")), args![network_id, unit_id, id]).await
}

/// Puts other words in the place of those of a version; false where it is another one by now.
pub async fn correct(
    tx: &mut Tx,
    network_id: Uuid,
    it: &NewVisit,
    base: i64,
    now: DateTime<Utc>,
) -> Result<bool> {
    let changed = tx
        .run(
            "update support_visit set visited_on = $5, note = $6, agreed = $7, follow_up_on = $8,
                version = version + 1, corrected_at = $9
             where network_id = $1 and unit_id = $2 and id = $3 and version = $4",
            args![
                network_id,
                it.unit_id,
                it.id,
                base,
                it.visited_on,
                it.note.clone(),
                it.agreed.clone(),
                it.follow_up_on,
                now
            ],
        )
        .await?;
    Ok(changed > 0)
}

/// Something agreed that is to be looked at again.
#[derive(Clone, Debug)]
pub struct FollowUp {
    pub unit: String,
    pub unit_name: Text18,
    pub on: NaiveDate,
}

/// What is to be looked at again in a branch as it stands today, the earliest first.
pub async fn follow_ups<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    path: &Path,
    today: NaiveDate,
) -> Result<Vec<FollowUp>> {
    let (from, until) = path.range();
    let rows: Vec<(String, String, NaiveDate)> = conn
        .into()
        .all(
            "select u.code, n.name, v.follow_up_on
             from support_visit v
             join unit u on u.network_id = v.network_id and u.id = v.unit_id
             join unit_name n on n.network_id = v.network_id and n.unit_id = v.unit_id
                  and n.from_on <= $4 and (n.until_on is null or n.until_on > $4)
             join unit_placement p on p.network_id = v.network_id and p.unit_id = v.unit_id
                  and p.from_on <= $4 and (p.until_on is null or p.until_on > $4)
             where v.network_id = $1 and p.path >= $2 and p.path < $3
               and v.follow_up_on is not null and v.done_on is null
             order by v.follow_up_on, p.path, v.id",
            args![network_id, from, until, today],
        )
        .await?;
    Ok(rows
        .into_iter()
        .map(|(unit, name, on)| FollowUp { unit, unit_name: Text18::from_json(&name), on })
        .collect())
}

/// Puts down that what was agreed was looked at again; the first time stands. False where there is no such visit.
pub async fn complete(tx: &mut Tx, network_id: Uuid, unit_id: Uuid, id: Uuid, on: NaiveDate) -> Result<bool> {
    let changed = tx
        .run(
            "update support_visit set done_on = coalesce(done_on, $4)
             where network_id = $1 and unit_id = $2 and id = $3",
            args![network_id, unit_id, id, on],
        )
        .await?;
    Ok(changed > 0)
}
