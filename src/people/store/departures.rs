//! SQL for colleagues who leave: what they hold and have begun, and that they left.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::access::{Path, RoleKind};
use crate::clock::{Day, zone};
use crate::db::{Conn, Result, Tx, built};
use crate::i18n::Text18;
use crate::people::person::Person;
use crate::{args, row};

/// A role that somebody holds, or will hold, on a unit of a network.
#[derive(Clone, Debug)]
pub struct OwnRole {
    pub id: Uuid,
    pub unit_id: Uuid,
    pub unit: String,
    pub unit_name: Text18,
    pub path: Path,
    pub kind: RoleKind,
    pub from_on: NaiveDate,
    pub until_on: Option<NaiveDate>,
}

row! {
    struct RoleRow {
        id: Uuid,
        unit_id: Uuid,
        unit: String,
        unit_name: String,
        path: Vec<u8>,
        kind: String,
        from_on: NaiveDate,
        until_on: Option<NaiveDate>,
    }
}

/// A unit's code, name and place as they are on the day `$3`, of the rows of `it`.
const PLACED: &str = "join unit u on u.network_id = it.network_id and u.id = it.unit_id
    join unit_name un on un.network_id = u.network_id and un.unit_id = u.id
         and un.from_on <= $3 and (un.until_on is null or un.until_on > $3)
    join unit_placement up on up.network_id = u.network_id and up.unit_id = u.id
         and up.from_on <= $3 and (up.until_on is null or up.until_on > $3)";

/// What somebody holds in a network today or from a later day on, highest places first.
pub async fn roles_of<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    person_id: Uuid,
    today: NaiveDate,
) -> Result<Vec<OwnRole>> {
    let sql = format!(
        "select it.id, it.unit_id, u.code as unit, un.name as unit_name, up.path, it.kind, it.from_on, it.until_on
         from role it {PLACED}
         where it.network_id = $1 and it.person_id = $2
           and (it.until_on is null or (it.until_on > $3 and it.until_on > it.from_on))
         order by up.path, it.from_on, it.id"
    );
    let rows: Vec<RoleRow> = conn.into().all(built(sql), args![network_id, person_id, today]).await?;
    let role = |row: RoleRow| {
        Some(OwnRole {
            id: row.id,
            unit_id: row.unit_id,
            unit: row.unit,
            unit_name: Text18::from_json(&row.unit_name),
            path: Path::from_bytes(row.path),
            kind: RoleKind::from_code(&row.kind)?,
            from_on: row.from_on,
            until_on: row.until_on,
        })
    };
    Ok(rows.into_iter().filter_map(role).collect())
}

/// Whether somebody holds a role anywhere on a day, or will.
pub async fn holds_any<'c>(conn: impl Into<Conn<'c>>, person_id: Uuid, on: Day) -> Result<bool> {
    let rows: Vec<(Option<NaiveDate>, NaiveDate, String)> = conn
        .into()
        .all(
            "select r.until_on, r.from_on, n.zone from role r join network n on n.id = r.network_id
             where r.person_id = $1",
            args![person_id],
        )
        .await?;
    Ok(rows
        .into_iter()
        .any(|(until, from, name)| until.is_none_or(|until| until > on.in_zone(zone(&name)) && until > from)))
}

/// Whether somebody holds a role in another network, or will.
pub async fn holds_elsewhere<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    person_id: Uuid,
    today: NaiveDate,
) -> Result<bool> {
    let sql = "select 1 from role where person_id = $2 and network_id <> $1
        and (until_on is null or until_on > $3) limit 1";
    let found: Option<(i32,)> = conn.into().find(sql, args![network_id, person_id, today]).await?;
    Ok(found.is_some())
}

/// Who has an open account and a role at or below a place, today or later: (person, name, mail).
pub async fn colleagues<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    path: &Path,
    today: NaiveDate,
) -> Result<Vec<(Uuid, String, String)>> {
    let (from, until) = path.range();
    conn.into()
        .all(
            "select distinct p.id, p.name, p.mail
             from unit_placement up
             join role r on r.network_id = up.network_id and r.unit_id = up.unit_id
             join person p on p.id = r.person_id
             where up.network_id = $1 and up.path >= $2 and up.path < $3
               and up.from_on <= $4 and (up.until_on is null or up.until_on > $4)
               and (r.until_on is null or r.until_on > $4) and p.disabled_at is null
             order by p.name, p.mail",
            args![network_id, from, until, today],
        )
        .await
}

/// An invitation that somebody made and nobody has taken up.
#[derive(Clone, Debug)]
pub struct Made {
    pub id: Uuid,
    pub mail: String,
    pub kind: RoleKind,
    pub unit_id: Uuid,
    pub unit_name: Text18,
    pub path: Path,
}

row! {
    struct MadeRow {
        id: Uuid,
        mail: String,
        role_kind: String,
        unit_id: Uuid,
        unit_name: String,
        path: Vec<u8>,
    }
}

/// The invitations somebody made in a network that still wait.
pub async fn waiting_by<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    person_id: Uuid,
    today: NaiveDate,
    now: DateTime<Utc>,
) -> Result<Vec<Made>> {
    let sql = format!(
        "select it.id, it.mail, it.role_kind, it.unit_id, un.name as unit_name, up.path from invitation it {PLACED}
         where it.network_id = $1 and it.invited_by = $2 and it.used_at is null and it.withdrawn_at is null
           and it.expires_at > $4 order by it.made_at, it.id"
    );
    let rows: Vec<MadeRow> = conn.into().all(built(sql), args![network_id, person_id, today, now]).await?;
    let made = |row: MadeRow| {
        Some(Made {
            id: row.id,
            mail: row.mail,
            kind: RoleKind::from_code(&row.role_kind)?,
            unit_id: row.unit_id,
            unit_name: Text18::from_json(&row.unit_name),
            path: Path::from_bytes(row.path),
        })
    };
    Ok(rows.into_iter().filter_map(made).collect())
}

/// From now on an invitation is another person's.
pub async fn pass_invitation(tx: &mut Tx, network_id: Uuid, id: Uuid, to: Uuid) -> Result<()> {
    tx.run(
        "update invitation set invited_by = $3 where network_id = $1 and id = $2 and used_at is null",
        args![network_id, id, to],
    )
    .await?;
    Ok(())
}

pub async fn person_by_id<'c>(conn: impl Into<Conn<'c>>, id: Uuid) -> Result<Option<Person>> {
    super::accounts::find_person(conn.into(), "id = $1", args![id]).await
}

row! {
    /// That somebody leaves, or left, a branch.
    #[derive(Clone, Debug)]
    pub struct Departure {
        pub id: Uuid,
        pub unit_id: Uuid,
        pub person_id: Uuid,
        pub name: String,
        pub last_on: NaiveDate,
        /// Who took over, by name or by the mail address invited.
        pub successor: Option<String>,
    }
}

const DEPARTURES: &str = "select d.id, d.unit_id, d.person_id,
        case when p.name = '' then p.mail else p.name end as name, d.last_on,
        case when s.name <> '' then s.name when s.mail is not null then s.mail else d.successor_mail end as successor
    from departure d join person p on p.id = d.person_id left join person s on s.id = d.successor_id";

pub async fn departure<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    id: Uuid,
) -> Result<Option<Departure>> {
    let sql = format!("{DEPARTURES} where d.network_id = $1 and d.id = $2");
    conn.into().find(built(sql), args![network_id, id]).await
}

/// How somebody left a unit's branch, latest first.
pub async fn departures_of<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    unit_id: Uuid,
    person_id: Uuid,
) -> Result<Vec<Departure>> {
    let sql = format!(
        "{DEPARTURES} where d.network_id = $1 and d.unit_id = $2 and d.person_id = $3 order by d.made_at desc, d.id"
    );
    conn.into().all(built(sql), args![network_id, unit_id, person_id]).await
}

pub struct NewDeparture<'a> {
    pub id: Uuid,
    pub unit_id: Uuid,
    pub person_id: Uuid,
    pub last_on: NaiveDate,
    pub successor_id: Option<Uuid>,
    pub successor_mail: Option<&'a str>,
    pub by: Uuid,
}

pub async fn insert_departure(
    tx: &mut Tx,
    network_id: Uuid,
    new: &NewDeparture<'_>,
    now: DateTime<Utc>,
) -> Result<()> {
    tx.run(
        "insert into departure (network_id, id, unit_id, person_id, last_on, successor_id, successor_mail, by_person,
            made_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        args![
            network_id,
            new.id,
            new.unit_id,
            new.person_id,
            new.last_on,
            new.successor_id,
            new.successor_mail,
            new.by,
            now
        ],
    )
    .await?;
    Ok(())
}
