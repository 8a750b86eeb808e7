//! SQL for bodies, their members and meetings.

mod meetings;
mod members;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::body::{Body, Kind};
use super::called::Called;
use crate::db::{Conn, DbError, Result, Tx};
use crate::i18n::Text18;
use crate::units::Unit;
use crate::{args, row};

pub use meetings::{Held, held, meeting, meetings, put_meeting};
pub use members::{Member, Sitting, members, named_by, put_member, seats_of, sitting};

/// Something that is kept, with who saved it last.
#[derive(Clone, Debug)]
pub struct Stored<T> {
    pub id: Uuid,
    pub version: i64,
    pub by: String,
    pub at: DateTime<Utc>,
    /// A body that meets no more, a meeting that was taken out.
    pub dropped: bool,
    pub what: T,
}

fn unknown(what: &str) -> DbError {
    DbError::Setting(format!("a body has a {what} that this program does not know"))
}

row! {
    struct BodyRow {
        id: Uuid,
        kind: String,
        name: String,
        within_id: Option<Uuid>,
        version: i64,
        by_name: String,
        saved_at: DateTime<Utc>,
        dropped_at: Option<DateTime<Utc>>,
    }
}

/// Every body of a unit by kind, those of one kind as they were made; also those that meet no more.
pub async fn bodies<'c>(conn: impl Into<Conn<'c>>, unit: &Unit) -> Result<Vec<Stored<Body>>> {
    let sql = "select b.id, b.kind, b.name, b.within_id, b.version, coalesce(nullif(p.name, ''), p.mail, '') as by_name,
                      b.saved_at, b.dropped_at
               from body b left join person p on p.id = b.saved_by
               where b.network_id = $1 and b.unit_id = $2 order by b.id";
    let rows: Vec<BodyRow> = conn.into().all(sql, args![unit.network.id, unit.id]).await?;
    let all = rows.into_iter().map(|row| {
        let kind = Kind::from_code(&row.kind).ok_or_else(|| unknown("kind"))?;
        Ok(Stored {
            id: row.id,
            version: row.version,
            by: row.by_name,
            at: row.saved_at,
            dropped: row.dropped_at.is_some(),
            what: Body { kind, name: Text18::from_json(&row.name), within: row.within_id },
        })
    });
    let mut all: Vec<Stored<Body>> = all.collect::<Result<_>>()?;
    all.sort_by_key(|it| Kind::ALL.iter().position(|kind| *kind == it.what.kind));
    Ok(all)
}

row! {
    struct FormerRow {
        body_id: Uuid,
        name: String,
    }
}

/// The bodies of a unit by what they are and were called.
pub async fn called<'c>(conn: impl Into<Conn<'c>>, unit: &Unit) -> Result<Vec<Called>> {
    let mut conn = conn.into();
    let all = bodies(conn.again(), unit).await?;
    let sql = "select f.body_id, f.name from body_former f
               join body b on b.network_id = f.network_id and b.id = f.body_id
               where b.network_id = $1 and b.unit_id = $2 order by f.version desc";
    let former: Vec<FormerRow> = conn.all(sql, args![unit.network.id, unit.id]).await?;
    let of = |id: Uuid| former.iter().filter(move |it| it.body_id == id);
    let all = all.into_iter().map(|it| Called {
        id: it.id,
        kind: it.what.kind,
        former: of(it.id).map(|it| Text18::from_json(&it.name)).collect(),
        name: it.what.name,
        meets: !it.dropped,
    });
    Ok(all.collect())
}

/// Keeps what a body is called until now.
pub async fn put_former(tx: &mut Tx, unit: &Unit, now: &Stored<Body>) -> Result<()> {
    let sql = "insert into body_former (network_id, body_id, version, name) values ($1, $2, $3, $4)";
    tx.run(sql, args![unit.network.id, now.id, now.version, &now.what.name]).await?;
    Ok(())
}

/// Who writes, and when.
#[derive(Clone, Copy, Debug)]
pub struct By {
    pub person: Uuid,
    pub at: DateTime<Utc>,
}

pub async fn put(tx: &mut Tx, unit: &Unit, (id, version): (Uuid, i64), it: &Body, by: By) -> Result<()> {
    tx.run(
        "insert into body (network_id, id, unit_id, kind, name, within_id, version, saved_by, saved_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (network_id, id) do update set kind = excluded.kind, name = excluded.name,
             within_id = excluded.within_id, version = excluded.version, saved_by = excluded.saved_by,
             saved_at = excluded.saved_at",
        args![unit.network.id, id, unit.id, it.kind.code(), &it.name, it.within, version, by.person, by.at],
    )
    .await?;
    Ok(())
}

/// From now on it meets no more; or it does again.
pub async fn drop(tx: &mut Tx, unit: &Unit, id: Uuid, at: Option<DateTime<Utc>>) -> Result<()> {
    let sql = "update body set dropped_at = $4 where network_id = $1 and unit_id = $2 and id = $3";
    tx.run(sql, args![unit.network.id, unit.id, id, at]).await?;
    Ok(())
}
