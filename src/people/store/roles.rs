//! SQL for the roles people hold.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::access::{Act, Path, RoleKind};
use crate::clock::{Day, holds, zone};
use crate::db::{Conn, Result, Tx, Value, built};
use crate::people::person::{Held, Member};
use crate::{args, row};

pub struct NewRole {
    pub id: Uuid,
    pub person_id: Uuid,
    pub unit_id: Uuid,
    pub kind: RoleKind,
    pub from_on: NaiveDate,
    pub granted_by: Option<Uuid>,
}

/// Gives a role; where the person holds it there already and for good, nothing changes.
pub async fn insert_role(tx: &mut Tx, network_id: Uuid, new: &NewRole) -> Result<()> {
    tx.run(
        "insert into role (network_id, id, person_id, unit_id, kind, from_on, granted_by)
         select $1, $2, $3, $4, $5, $6, $7 where not exists (
             select 1 from role where network_id = $1 and person_id = $3 and unit_id = $4 and kind = $5
             and from_on <= $6 and until_on is null)",
        args![network_id, new.id, new.person_id, new.unit_id, new.kind.code(), new.from_on, new.granted_by],
    )
    .await?;
    Ok(())
}

row! {
    struct MemberRow {
        role_id: Uuid,
        person_id: Uuid,
        name: String,
        mail: String,
        kind: String,
        unit_id: Uuid,
        from_on: NaiveDate,
        until_on: Option<NaiveDate>,
    }
}

/// Who holds a role on this unit or, by a role above, may act in it: today, or from a later day on.
pub async fn members<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    path: &Path,
    today: NaiveDate,
) -> Result<Vec<Member>> {
    let ids = path.ids();
    let marks: Vec<String> = (0..ids.len()).map(|n| format!("${}", n + 3)).collect();
    let mut args = args![network_id, today];
    args.extend(ids.into_iter().map(Value::from));
    let sql = format!(
        "select r.id as role_id, r.person_id, p.name, p.mail, r.kind, r.unit_id, r.from_on, r.until_on
         from role r join person p on p.id = r.person_id
         where r.network_id = $1 and (r.until_on is null or (r.until_on > $2 and r.until_on > r.from_on))
           and p.disabled_at is null and r.unit_id in ({}) order by p.name, p.mail, r.from_on",
        marks.join(", ")
    );
    let rows: Vec<MemberRow> = conn.into().all(built(sql), args).await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            Some(Member {
                role_id: row.role_id,
                person_id: row.person_id,
                name: row.name,
                mail: row.mail,
                kind: RoleKind::from_code(&row.kind)?,
                unit_id: row.unit_id,
                since: row.from_on,
                until: row.until_on,
            })
        })
        .collect())
}

row! {
    /// Somebody to write to, with a unit they hold a role on.
    #[derive(Clone, Debug)]
    pub struct Addressed {
        pub person_id: Uuid,
        pub mail: String,
        pub language: String,
        pub unit_id: Uuid,
        /// Its code.
        pub unit: String,
    }
}

row! {
    /// Somebody with a role in a network, as they are called.
    #[derive(Clone, Debug)]
    pub struct Called {
        pub id: Uuid,
        pub name: String,
        pub mail: String,
    }
}

/// Everybody with an open account and a role in a network on a day, by name.
pub async fn in_network<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    today: NaiveDate,
) -> Result<Vec<Called>> {
    let sql = "select p.id, p.name, p.mail from person p
               where p.disabled_at is null and exists (
                   select 1 from role r where r.network_id = $1 and r.person_id = p.id and r.from_on <= $2
                   and (r.until_on is null or r.until_on > $2))
               order by p.name, p.mail";
    conn.into().all(sql, args![network_id, today]).await
}

/// Everybody with a role in a network on a day, once for each unit that they hold one on.
pub async fn everybody<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    today: NaiveDate,
) -> Result<Vec<Addressed>> {
    addressed(conn.into(), "", args![network_id, today]).await
}

/// [`everybody`] with a role of this kind.
pub async fn everybody_as<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    kind: RoleKind,
    today: NaiveDate,
) -> Result<Vec<Addressed>> {
    addressed(conn.into(), "and r.kind = $3", args![network_id, today, kind.code()]).await
}

/// Who coordinates a network on a day, to write to.
pub async fn coordinators_to_write<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    root_id: Uuid,
    today: NaiveDate,
) -> Result<Vec<Addressed>> {
    let args = args![network_id, today, RoleKind::Coordinator.code(), root_id];
    addressed(conn.into(), "and r.kind = $3 and r.unit_id = $4", args).await
}

async fn addressed(conn: Conn<'_>, and: &str, args: Vec<Value>) -> Result<Vec<Addressed>> {
    let sql = format!(
        "select p.id as person_id, p.mail, p.language, u.id as unit_id, u.code as unit
         from role r join person p on p.id = r.person_id
         join unit u on u.network_id = r.network_id and u.id = r.unit_id
         where r.network_id = $1 and r.from_on <= $2 and (r.until_on is null or r.until_on > $2)
           and p.disabled_at is null {and} order by p.id, u.code"
    );
    let mut all: Vec<Addressed> = conn.all(built(sql), args).await?;
    all.dedup_by_key(|it| (it.person_id, it.unit_id));
    Ok(all)
}

/// Who coordinates a network, today or later, by a role on its root: (whose, from, until).
pub async fn coordinators(
    tx: &mut Tx,
    network_id: Uuid,
    root_id: Uuid,
    today: NaiveDate,
) -> Result<Vec<(Uuid, NaiveDate, Option<NaiveDate>)>> {
    Conn::from(tx)
        .all(
            "select r.person_id, r.from_on, r.until_on from role r join person p on p.id = r.person_id
             where r.network_id = $1 and r.unit_id = $2 and r.kind = $3 and p.disabled_at is null
               and (r.until_on is null or r.until_on > $4)",
            args![network_id, root_id, RoleKind::Coordinator.code(), today],
        )
        .await
}

/// Ends a role from today on; false where it is not one of this unit's.
pub async fn end_role(
    tx: &mut Tx,
    network_id: Uuid,
    unit_id: Uuid,
    id: Uuid,
    from: NaiveDate,
) -> Result<bool> {
    let changed = tx
        .run(
            "update role set until_on = $4
             where network_id = $1 and unit_id = $2 and id = $3 and (until_on is null or until_on > $4)",
            args![network_id, unit_id, id, from],
        )
        .await?;
    Ok(changed > 0)
}

row! {
    struct HeldRow {
        network_id: Uuid,
        unit_id: Uuid,
        kind: String,
        path: Vec<u8>,
        zone: String,
        from_on: NaiveDate,
        until_on: Option<NaiveDate>,
        placed_from: NaiveDate,
        placed_until: Option<NaiveDate>,
    }
}

/// Every role that a person with an open account holds on a day of its network, anywhere.
pub async fn held_by<'c>(conn: impl Into<Conn<'c>>, person_id: Uuid, on: Day) -> Result<Vec<Held>> {
    held(conn.into(), person_id, on, "is null").await
}

/// Every role that somebody would hold if their account were not closed.
pub async fn held_when_closed<'c>(conn: impl Into<Conn<'c>>, person_id: Uuid, on: Day) -> Result<Vec<Held>> {
    held(conn.into(), person_id, on, "is not null").await
}

async fn held(conn: Conn<'_>, person_id: Uuid, on: Day, disabled: &'static str) -> Result<Vec<Held>> {
    let (first, last) = on.span();
    let sql = format!(
        "select r.network_id, r.unit_id, r.kind, up.path, n.zone, r.from_on, r.until_on,
                up.from_on as placed_from, up.until_on as placed_until
         from role r
         join person p on p.id = r.person_id
         join network n on n.id = r.network_id
         join unit_placement up on up.network_id = r.network_id and up.unit_id = r.unit_id
              and up.from_on <= $3 and (up.until_on is null or up.until_on > $2)
         where r.person_id = $1 and p.disabled_at {disabled}
           and r.from_on <= $3 and (r.until_on is null or r.until_on > $2)"
    );
    let rows: Vec<HeldRow> = conn.all(built(sql), args![person_id, first, last]).await?;
    Ok(rows
        .into_iter()
        .filter(|row| {
            let day = on.in_zone(zone(&row.zone));
            holds(row.from_on, row.until_on, day) && holds(row.placed_from, row.placed_until, day)
        })
        .filter_map(|row| {
            Some(Held {
                network_id: row.network_id,
                unit_id: row.unit_id,
                kind: RoleKind::from_code(&row.kind)?,
                path: Path::from_bytes(row.path),
            })
        })
        .collect())
}

/// Ends every role of somebody, by the day it is in the role's network; one that would begin later never does.
pub async fn end_roles_of(tx: &mut Tx, person_id: Uuid, on: Day) -> Result<()> {
    let (first, _) = on.span();
    let running: Vec<(Uuid, Uuid, NaiveDate, Option<NaiveDate>, String)> = Conn::from(&mut *tx)
        .all(
            "select r.network_id, r.id, r.from_on, r.until_on, n.zone from role r join network n on n.id = r.network_id
             where r.person_id = $1 and (r.until_on is null or r.until_on > $2)",
            args![person_id, first],
        )
        .await?;
    for (network_id, id, from_on, until_on, zoned) in running {
        let ends = on.in_zone(zone(&zoned)).max(from_on);
        if until_on.is_none_or(|until| until > ends) {
            tx.run(
                "update role set until_on = $3 where network_id = $1 and id = $2",
                args![network_id, id, ends],
            )
            .await?;
        }
    }
    Ok(())
}

/// Who may record in a unit, by a role on it or above: (person, name).
pub async fn recorders<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    path: &Path,
    today: NaiveDate,
) -> Result<Vec<(Uuid, String)>> {
    let (units, kinds) = (path.ids(), Act::Record.roles());
    let mut args = args![network_id, today];
    let mut marks = |values: Vec<Value>| {
        let first = args.len();
        args.extend(values);
        (first + 1..=args.len()).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ")
    };
    let units = marks(units.into_iter().map(Value::from).collect());
    let kinds = marks(kinds.iter().map(|kind| Value::from(kind.code())).collect());
    let sql = format!(
        "select distinct p.id, case when p.name = '' then p.mail else p.name end as called
         from role r join person p on p.id = r.person_id
         where r.network_id = $1 and r.from_on <= $2 and (r.until_on is null or r.until_on > $2)
           and p.disabled_at is null and r.unit_id in ({units}) and r.kind in ({kinds}) order by called"
    );
    conn.into().all(built(sql), args).await
}

row! {
    /// Somebody who looks after a unit by a role on itself, and how they are written to.
    #[derive(Clone, Debug)]
    pub struct Mentor {
        pub unit_id: Uuid,
        pub person_id: Uuid,
        pub mail: String,
        pub language: String,
    }
}

/// Every mentor of a network, by the units they hold the role on.
pub async fn mentors<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    today: NaiveDate,
) -> Result<Vec<Mentor>> {
    let sql = "select distinct r.unit_id, p.id as person_id, p.mail, p.language
               from role r join person p on p.id = r.person_id
               where r.network_id = $1 and r.kind = $2 and r.from_on <= $3
                 and (r.until_on is null or r.until_on > $3) and p.disabled_at is null
               order by p.mail, r.unit_id";
    conn.into().all(sql, args![network_id, RoleKind::Mentor.code(), today]).await
}
