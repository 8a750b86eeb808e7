//! SQL for sessions, and for reading who somebody is.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::{Grant, Me, Path, Recorded, RoleKind, Sought};
use crate::clock::{Day, holds, zone};
use crate::db::{Conn, Result, Tx, Value, built};
use crate::i18n::{Lang, Text18};
use crate::{args, row};

row! {
    struct Row {
        person_id: Uuid,
        mail: String,
        name: String,
        language: String,
        seen_on: NaiveDate,
        kind: Option<String>,
        network_id: Option<Uuid>,
        network: Option<String>,
        unit_id: Option<Uuid>,
        unit: Option<String>,
        unit_name: Option<String>,
        path: Option<Vec<u8>>,
        zone: Option<String>,
        from_on: Option<NaiveDate>,
        until_on: Option<NaiveDate>,
        named_from: Option<NaiveDate>,
        named_until: Option<NaiveDate>,
        placed_from: Option<NaiveDate>,
        placed_until: Option<NaiveDate>,
    }
}

/// The day a session was last seen on; rough is enough.
pub fn seen_on(now: DateTime<Utc>) -> NaiveDate {
    Day::Now(now).in_zone(chrono_tz::UTC)
}

impl Row {
    /// The role, if it holds on this day of its network.
    fn grant(self, on: Day) -> Option<Grant> {
        let day = on.in_zone(zone(self.zone.as_deref()?));
        let held = holds(self.from_on?, self.until_on, day)
            && holds(self.named_from?, self.named_until, day)
            && holds(self.placed_from?, self.placed_until, day);
        if !held {
            return None;
        }
        Some(Grant {
            kind: RoleKind::from_code(&self.kind?)?,
            network_id: self.network_id?,
            network: self.network?,
            unit_id: self.unit_id?,
            unit: self.unit?,
            unit_name: Text18::from_json(&self.unit_name?),
            path: Path::from_bytes(self.path?),
        })
    }
}

/// One query for everything a request has to know about the person behind it.
pub async fn me<'c>(
    conn: impl Into<Conn<'c>>,
    token_hash: &[u8],
    now: DateTime<Utc>,
) -> Result<Option<(Me, NaiveDate)>> {
    let on = Day::Now(now);
    let (first, last) = on.span();
    let rows: Vec<Row> = conn
        .into()
        .all(
            "select p.id as person_id, p.mail, p.name, p.language, s.seen_on, r.kind, r.network_id, n.code as network,
                    r.unit_id, u.code as unit, un.name as unit_name, up.path, n.zone, r.from_on, r.until_on,
                    un.from_on as named_from, un.until_on as named_until,
                    up.from_on as placed_from, up.until_on as placed_until
             from session s
             join person p on p.id = s.person_id
             left join role r on r.person_id = p.id and r.from_on <= $4 and (r.until_on is null or r.until_on > $3)
             left join network n on n.id = r.network_id
             left join unit u on u.network_id = r.network_id and u.id = r.unit_id
             left join unit_name un on un.network_id = r.network_id and un.unit_id = r.unit_id
                  and un.from_on <= $4 and (un.until_on is null or un.until_on > $3)
             left join unit_placement up on up.network_id = r.network_id and up.unit_id = r.unit_id
                  and up.from_on <= $4 and (up.until_on is null or up.until_on > $3)
             where s.token_hash = $1 and s.expires_at > $2 and p.disabled_at is null
             order by up.path",
            args![token_hash, now, first, last],
        )
        .await?;
    let Some(first) = rows.first() else { return Ok(None) };
    let seen_on = first.seen_on;
    let mut me = Me {
        id: first.person_id,
        mail: first.mail.clone(),
        name: first.name.clone(),
        lang: Lang::from_code(&first.language).unwrap_or(Lang::En),
        grants: Vec::new(),
        session: token_hash.to_vec(),
    };
    me.grants = rows.into_iter().filter_map(|row| row.grant(on)).collect();
    Ok(Some((me, seen_on)))
}

pub async fn insert_session(
    tx: &mut Tx,
    token_hash: &[u8],
    person_id: Uuid,
    now: DateTime<Utc>,
    expires_at: DateTime<Utc>,
) -> Result<()> {
    tx.run(
        "insert into session (token_hash, person_id, created_at, seen_on, expires_at) values ($1, $2, $3, $4, $5)",
        args![token_hash, person_id, now, seen_on(now), expires_at],
    )
    .await?;
    Ok(())
}

pub async fn prolong(
    tx: &mut Tx,
    token_hash: &[u8],
    today: NaiveDate,
    expires_at: DateTime<Utc>,
) -> Result<()> {
    tx.run(
        "update session set seen_on = $2, expires_at = $3 where token_hash = $1",
        args![token_hash, today, expires_at],
    )
    .await?;
    Ok(())
}

pub async fn delete_session(tx: &mut Tx, token_hash: &[u8]) -> Result<()> {
    tx.run("delete from session where token_hash = $1", args![token_hash]).await?;
    Ok(())
}

pub async fn delete_sessions_of(tx: &mut Tx, person_id: Uuid) -> Result<()> {
    tx.run("delete from session where person_id = $1", args![person_id]).await?;
    Ok(())
}

pub async fn delete_expired(tx: &mut Tx, now: DateTime<Utc>) -> Result<()> {
    tx.run("delete from session where expires_at <= $1", args![now]).await?;
    Ok(())
}

#[allow(clippy::too_many_arguments)]
pub async fn insert_audit(
    tx: &mut Tx,
    id: Uuid,
    at: DateTime<Utc>,
    person_id: Uuid,
    act: &str,
    object: &str,
    network_id: Uuid,
    unit_id: Uuid,
) -> Result<()> {
    tx.run(
        "insert into audit (id, at, person_id, act, object, network_id, unit_id) values ($1, $2, $3, $4, $5, $6, $7)",
        args![id, at, person_id, act, object, network_id, unit_id],
    )
    .await?;
    Ok(())
}

row! {
    struct RecordedRow {
        id: Uuid,
        at: DateTime<Utc>,
        person: Option<String>,
        act: String,
        object: String,
        unit: String,
        unit_name: String,
    }
}

/// Acts on units of a branch, each with the unit as it stands on a day.
const OF_BRANCH: &str = "from audit a
     join unit u on u.network_id = a.network_id and u.id = a.unit_id
     join unit_placement up on up.network_id = u.network_id and up.unit_id = u.id
     where a.network_id = $1 and up.path >= $2 and up.path < $3
       and up.from_on <= $4 and (up.until_on is null or up.until_on > $4)";

pub async fn recorded(
    conn: Conn<'_>,
    network_id: Uuid,
    path: &Path,
    today: NaiveDate,
    sought: &Sought,
    most: i64,
) -> Result<Vec<Recorded>> {
    let (from, until) = path.range();
    let mut args = args![network_id, from, until, today, most];
    let mut and = String::new();
    let mut narrow = |condition: &str, value: Option<Value>| {
        if let Some(value) = value {
            args.push(value);
            and.push_str(&format!(" and {condition} ${}", args.len()));
        }
    };
    narrow("a.act =", sought.act.as_deref().map(Value::from));
    narrow("a.at >=", sought.from.map(Value::from));
    narrow("a.at <", sought.until.map(Value::from));
    narrow("a.id <", sought.before.map(Value::from));
    let sql = format!(
        "select a.id, a.at, (select p.name from person p where p.id = a.person_id) as person, a.act, a.object,
                u.code as unit,
                (select n.name from unit_name n where n.network_id = u.network_id and n.unit_id = u.id
                    and n.from_on <= $4 and (n.until_on is null or n.until_on > $4)) as unit_name
         {OF_BRANCH}{and} order by a.id desc limit $5"
    );
    let rows: Vec<RecordedRow> = conn.all(built(sql), args).await?;
    let read = |row: RecordedRow| Recorded {
        id: row.id,
        at: row.at,
        person: row.person,
        act: row.act,
        object: row.object,
        unit: row.unit,
        unit_name: Text18::from_json(&row.unit_name),
    };
    Ok(rows.into_iter().map(read).collect())
}

pub async fn acts(conn: Conn<'_>, network_id: Uuid, path: &Path, today: NaiveDate) -> Result<Vec<String>> {
    let (from, until) = path.range();
    let sql = format!("select distinct a.act {OF_BRANCH} order by a.act");
    let rows: Vec<(String,)> = conn.all(built(sql), args![network_id, from, until, today]).await?;
    Ok(rows.into_iter().map(|(act,)| act).collect())
}
