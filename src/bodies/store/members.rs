//! SQL for who sits in bodies.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{By, unknown};
use crate::bodies::body::{Kind, Membership, Seat};
use crate::db::{Conn, Result, Tx, Value, built};
use crate::i18n::Text18;
use crate::units::Unit;
use crate::{args, row};

/// Somebody who sits, or sat, in a body.
#[derive(Clone, Debug)]
pub struct Member {
    pub id: Uuid,
    pub person_id: Uuid,
    pub name: String,
    pub mail: String,
    /// Whether they have an open account, and a role in the network today.
    pub here: bool,
    pub version: i64,
    pub what: Membership,
}

impl Member {
    pub fn sits(&self, on: NaiveDate) -> bool {
        self.what.from_on <= on && self.what.until_on.is_none_or(|until| until > on)
    }
}

row! {
    struct MemberRow {
        id: Uuid,
        person_id: Uuid,
        name: String,
        mail: String,
        here: bool,
        seat: String,
        from_on: NaiveDate,
        until_on: Option<NaiveDate>,
        version: i64,
    }
}

/// Everybody who sits or sat in a body, by name.
pub async fn members<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    body_id: Uuid,
    today: NaiveDate,
) -> Result<Vec<Member>> {
    let sql = "select m.id, m.person_id, p.name, p.mail, m.seat, m.from_on, m.until_on, m.version,
                      p.disabled_at is null and exists (
                          select 1 from role r where r.network_id = m.network_id and r.person_id = m.person_id
                          and r.from_on <= $3 and (r.until_on is null or r.until_on > $3)) as here
               from body_member m join person p on p.id = m.person_id
               where m.network_id = $1 and m.body_id = $2 order by p.name, p.mail, m.id";
    let rows: Vec<MemberRow> = conn.into().all(sql, args![network_id, body_id, today]).await?;
    rows.into_iter()
        .map(|row| {
            let seat = Seat::from_code(&row.seat).ok_or_else(|| unknown("role"))?;
            Ok(Member {
                id: row.id,
                person_id: row.person_id,
                name: row.name,
                mail: row.mail,
                here: row.here,
                version: row.version,
                what: Membership { seat, from_on: row.from_on, until_on: row.until_on },
            })
        })
        .collect()
}

pub async fn put_member(
    tx: &mut Tx,
    network_id: Uuid,
    (id, body_id, person_id): (Uuid, Uuid, Uuid),
    (version, it): (i64, &Membership),
    by: By,
) -> Result<()> {
    let seat = it.seat.code();
    tx.run(
        "insert into body_member
             (network_id, id, body_id, person_id, seat, from_on, until_on, version, saved_by, saved_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         on conflict (network_id, id) do update set seat = excluded.seat, from_on = excluded.from_on,
             until_on = excluded.until_on, version = excluded.version, saved_by = excluded.saved_by,
             saved_at = excluded.saved_at",
        args![network_id, id, body_id, person_id, seat, it.from_on, it.until_on, version, by.person, by.at],
    )
    .await?;
    Ok(())
}

/// A body of a kind in which somebody sits.
#[derive(Clone, Debug)]
pub struct Sitting {
    pub id: Uuid,
    pub name: Text18,
    /// Whether the person asked about is one of them.
    pub mine: bool,
}

row! {
    struct SittingRow {
        id: Uuid,
        name: String,
        mine: bool,
    }
}

/// SQL for whether somebody sits in body `b` on day `$3`: people with a role in the network.
fn sits(and: &str) -> String {
    format!(
        "exists (select 1 from body_member m join person p on p.id = m.person_id
                 where m.network_id = b.network_id and m.body_id = b.id and m.from_on <= $3
                   and (m.until_on is null or m.until_on > $3) and p.disabled_at is null {and}
                   and exists (select 1 from role r where r.network_id = m.network_id
                               and r.person_id = m.person_id and r.from_on <= $3
                               and (r.until_on is null or r.until_on > $3)))"
    )
}

async fn sitting_where(conn: Conn<'_>, which: &str, args: Vec<Value>) -> Result<Vec<Sitting>> {
    let sql = format!(
        "select b.id, b.name, {} as mine from body b
         where b.network_id = $1 and b.unit_id = $2 and b.dropped_at is null and {which} order by b.id",
        sits("and m.person_id = $4")
    );
    let rows: Vec<SittingRow> = conn.all(built(sql), args).await?;
    let sitting =
        |row: SittingRow| Sitting { id: row.id, name: Text18::from_json(&row.name), mine: row.mine };
    Ok(rows.into_iter().map(sitting).collect())
}

/// Bodies of this kind that meet in a unit and have members today: those who have a role in the network. `person`: whoever asks.
pub async fn sitting<'c>(
    conn: impl Into<Conn<'c>>,
    unit: &Unit,
    kind: Kind,
    (person, today): (Uuid, NaiveDate),
) -> Result<Vec<Sitting>> {
    let which = format!("b.kind = $5 and {}", sits(""));
    sitting_where(conn.into(), &which, args![unit.network.id, unit.id, today, person, kind.code()]).await
}

/// Bodies that meet in a unit and that a person may say decided something: those in which they sit, and those without members.
pub async fn named_by<'c>(
    conn: impl Into<Conn<'c>>,
    unit: &Unit,
    (person, today): (Uuid, NaiveDate),
) -> Result<Vec<Sitting>> {
    let which = format!("({} or not {})", sits("and m.person_id = $4"), sits(""));
    sitting_where(conn.into(), &which, args![unit.network.id, unit.id, today, person]).await
}

/// The bodies of a unit's network that somebody sits in on a day: (address, name).
pub async fn seats_of<'c>(
    conn: impl Into<Conn<'c>>,
    unit: &Unit,
    person: Uuid,
    today: NaiveDate,
) -> Result<Vec<(String, Text18)>> {
    let sql = "select b.id, u.code, b.name from body_member m
               join body b on b.network_id = m.network_id and b.id = m.body_id and b.dropped_at is null
               join unit u on u.network_id = b.network_id and u.id = b.unit_id
               where m.network_id = $1 and m.person_id = $2 and m.from_on <= $3
                 and (m.until_on is null or m.until_on > $3) order by b.id";
    let network = &unit.network;
    let rows: Vec<(Uuid, String, String)> = conn.into().all(sql, args![network.id, person, today]).await?;
    let seat = |(id, code, name): (Uuid, String, String)| {
        (format!("/units/{}/{code}/bodies/{id}", network.code), Text18::from_json(&name))
    };
    Ok(rows.into_iter().map(seat).collect())
}
