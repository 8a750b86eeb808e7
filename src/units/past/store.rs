//! SQL for dated names and places, and for closing.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use uuid::Uuid;

use super::called::Called;
use super::tree::Placement;
use crate::access::Path;
use crate::args;
use crate::db::{Conn, Result, Tx};
use crate::i18n::Text18;
use crate::units::store::units_changed;

/// What a unit was called, from a day to the day before another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub name: Text18,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
}

/// Whose child a unit was.
#[derive(Clone, Debug)]
pub struct Stood {
    /// What the parent is called now; the root has none.
    pub parent: Option<Text18>,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
}

/// That a unit is closed, or will be.
#[derive(Clone, Debug)]
pub struct Closure {
    /// The first day it is no longer open.
    pub on: NaiveDate,
    /// Code and name of the unit that goes on with its work.
    pub successor: Option<(String, Text18)>,
}

/// A unit in the course of time.
#[derive(Clone, Debug)]
pub struct History {
    pub names: Vec<Named>,
    pub places: Vec<Stood>,
    pub closure: Option<Closure>,
}

type NameRow = (String, NaiveDate, Option<NaiveDate>);

pub async fn names<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, unit_id: Uuid) -> Result<Vec<Named>> {
    let sql = "select name, from_on, until_on from unit_name where network_id = $1 and unit_id = $2 order by from_on";
    let rows: Vec<NameRow> = conn.into().all(sql, args![network_id, unit_id]).await?;
    Ok(rows
        .into_iter()
        .map(|(name, from, until)| Named { name: Text18::from_json(&name), from, until })
        .collect())
}

/// Everything that units of a network were ever called.
pub async fn called<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid) -> Result<Called> {
    let sql = "select u.code, n.name, n.from_on, n.until_on from unit u
        join unit_name n on n.network_id = u.network_id and n.unit_id = u.id
        where u.network_id = $1 order by n.from_on";
    let rows: Vec<(String, String, NaiveDate, Option<NaiveDate>)> =
        conn.into().all(sql, args![network_id]).await?;
    let mut called = Called::default();
    for (code, name, from, until) in rows {
        called.0.entry(code).or_default().push(Named { name: Text18::from_json(&name), from, until });
    }
    Ok(called)
}

/// Code and last name of every unit.
async fn last_called(conn: Conn<'_>, network_id: Uuid) -> Result<HashMap<Uuid, (String, Text18)>> {
    let sql = "select u.id, u.code, n.name from unit u
        join unit_name n on n.network_id = u.network_id and n.unit_id = u.id
        where u.network_id = $1 order by n.from_on";
    let rows: Vec<(Uuid, String, String)> = conn.all(sql, args![network_id]).await?;
    Ok(rows.into_iter().map(|(id, code, name)| (id, (code, Text18::from_json(&name)))).collect())
}

pub async fn history<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, unit_id: Uuid) -> Result<History> {
    let mut conn = conn.into();
    let names = names(conn.again(), network_id, unit_id).await?;
    let called = last_called(conn.again(), network_id).await?;
    let all = placements(conn.again(), network_id).await?;
    let of_unit: Vec<Placement> =
        all.into_iter().map(|(_, it)| it).filter(|it| it.unit_id == unit_id).collect();
    let places =
        super::tree::spans(&of_unit).remove(&unit_id).unwrap_or_default().into_iter().map(|span| Stood {
            parent: span.parent.and_then(|id| called.get(&id)).map(|(_, name)| name.clone()),
            from: span.from,
            until: span.until,
        });
    let sql = "select closed_on, successor_id from unit where network_id = $1 and id = $2";
    let closed: Option<(Option<NaiveDate>, Option<Uuid>)> =
        conn.find(sql, args![network_id, unit_id]).await?;
    let closure = closed.and_then(|(on, successor)| {
        Some(Closure { on: on?, successor: successor.and_then(|id| called.get(&id).cloned()) })
    });
    Ok(History { names, places: places.collect(), closure })
}

type PlacementRow = (Uuid, Uuid, Option<Uuid>, Vec<u8>, NaiveDate, Option<NaiveDate>);

/// Every place of every unit of a network, each with its id.
pub async fn placements<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid) -> Result<Vec<(Uuid, Placement)>> {
    let sql = "select id, unit_id, parent_id, path, from_on, until_on from unit_placement
        where network_id = $1 order by unit_id, from_on";
    let rows: Vec<PlacementRow> = conn.into().all(sql, args![network_id]).await?;
    let placed = |(id, unit_id, parent_id, path, from, until): PlacementRow| {
        (id, Placement { unit_id, parent_id, path: Path::from_bytes(path), from, until })
    };
    Ok(rows.into_iter().map(placed).collect())
}

pub async fn drop_placement(tx: &mut Tx, network_id: Uuid, id: Uuid) -> Result<()> {
    let sql = "delete from unit_placement where network_id = $1 and id = $2";
    tx.run(sql, args![network_id, id]).await?;
    units_changed(tx, network_id).await
}

pub async fn put_placement(tx: &mut Tx, network_id: Uuid, id: Uuid, placement: &Placement) -> Result<()> {
    let Placement { unit_id, parent_id, path, from, until } = placement;
    let others = ["unit_id", "parent_id", "path", "from_on", "until_on"];
    let row = args![network_id, id, *unit_id, *parent_id, path, *from, *until];
    tx.put("unit_placement", &["network_id", "id"], &others, vec![row]).await?;
    units_changed(tx, network_id).await
}

/// Names a unit from a day on; `before` ends the day before.
pub async fn add_name(
    tx: &mut Tx,
    network_id: Uuid,
    unit_id: Uuid,
    name: &Text18,
    before: NaiveDate,
    from: NaiveDate,
) -> Result<()> {
    let sql = "update unit_name set until_on = $4 where network_id = $1 and unit_id = $2 and from_on = $3";
    tx.run(sql, args![network_id, unit_id, before, from]).await?;
    let columns = ["network_id", "unit_id", "name", "from_on"];
    tx.insert("unit_name", &columns, vec![args![network_id, unit_id, name, from]]).await?;
    units_changed(tx, network_id).await
}

/// Takes the last name back; the one before holds on.
pub async fn drop_name(
    tx: &mut Tx,
    network_id: Uuid,
    unit_id: Uuid,
    from: NaiveDate,
    before: NaiveDate,
) -> Result<()> {
    let sql = "delete from unit_name where network_id = $1 and unit_id = $2 and from_on = $3";
    tx.run(sql, args![network_id, unit_id, from]).await?;
    let sql = "update unit_name set until_on = null where network_id = $1 and unit_id = $2 and from_on = $3";
    tx.run(sql, args![network_id, unit_id, before]).await?;
    units_changed(tx, network_id).await
}

/// Closes a unit from a day on, or (none) opens it again.
pub async fn set_closure(
    tx: &mut Tx,
    network_id: Uuid,
    unit_id: Uuid,
    closure: Option<(NaiveDate, Option<Uuid>)>,
) -> Result<()> {
    let (on, successor) = closure.map_or((None, None), |(on, successor)| (Some(on), successor));
    let sql = "update unit set closed_on = $3, successor_id = $4 where network_id = $1 and id = $2";
    tx.run(sql, args![network_id, unit_id, on, successor]).await?;
    units_changed(tx, network_id).await
}

/// Since when a unit is there, and until when its first name holds.
#[derive(Clone, Debug)]
pub struct Opened {
    pub opened_on: NaiveDate,
    pub closed_on: Option<NaiveDate>,
    pub successor_id: Option<Uuid>,
    pub named_from: NaiveDate,
    pub named_until: Option<NaiveDate>,
}

type OpenedRow = (Uuid, NaiveDate, Option<NaiveDate>, Option<Uuid>, NaiveDate, Option<NaiveDate>);

/// Since when each unit of a network is there.
pub async fn opened<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid) -> Result<BTreeMap<Uuid, Opened>> {
    let sql = "select u.id, u.opened_on, u.closed_on, u.successor_id, n.from_on, n.until_on from unit u
        join unit_name n on n.network_id = u.network_id and n.unit_id = u.id
        where u.network_id = $1 order by n.from_on desc";
    let rows: Vec<OpenedRow> = conn.into().all(sql, args![network_id]).await?;
    // Of several names the first comes last, and stays.
    Ok(rows
        .into_iter()
        .map(|(id, opened_on, closed_on, successor_id, named_from, named_until)| {
            (id, Opened { opened_on, closed_on, successor_id, named_from, named_until })
        })
        .collect())
}

/// The first day of which a unit has anything: an entry (also a deleted one, which may come back), a past sum, a visit, or
/// an activity that it offers. Read here, for a unit cannot open after it.
pub async fn first_of<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    unit_id: Uuid,
) -> Result<Option<NaiveDate>> {
    let sql = "select min(day) from (
        select min(local_date) as day from entry where network_id = $1 and unit_id = $2
        union all select min(from_on) from activity where network_id = $1 and unit_id = $2
        union all select min(from_on) from past_total where network_id = $1 and unit_id = $2
        union all select min(visited_on) from support_visit where network_id = $1 and unit_id = $2) as first_days";
    let found: Option<(Option<NaiveDate>,)> = conn.into().find(sql, args![network_id, unit_id]).await?;
    Ok(found.and_then(|(day,)| day))
}

/// Says since when a unit is there, and its first name, which held from `named_from`.
pub async fn set_opening(
    tx: &mut Tx,
    network_id: Uuid,
    unit_id: Uuid,
    named_from: NaiveDate,
    day: NaiveDate,
) -> Result<()> {
    let sql = "update unit set opened_on = $3 where network_id = $1 and id = $2";
    tx.run(sql, args![network_id, unit_id, day]).await?;
    let sql = "update unit_name set from_on = $4 where network_id = $1 and unit_id = $2 and from_on = $3";
    tx.run(sql, args![network_id, unit_id, named_from, day]).await?;
    units_changed(tx, network_id).await
}

/// A period of a unit that is closed.
pub struct Closed {
    pub unit_id: Uuid,
    /// What the unit is called now.
    pub unit: Text18,
    pub from: NaiveDate,
    pub until: NaiveDate,
}

/// Every period that is closed: read here, for a move by date would change its figures.
pub async fn closed<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid) -> Result<Vec<Closed>> {
    let sql = "select l.unit_id, n.name, l.from_on, l.until_on from period_lock l
        join unit_name n on n.network_id = l.network_id and n.unit_id = l.unit_id and n.until_on is null
        where l.network_id = $1 and l.reopened_at is null order by l.until_on desc, l.from_on";
    let rows: Vec<(Uuid, String, NaiveDate, NaiveDate)> = conn.into().all(sql, args![network_id]).await?;
    let closed = |(unit_id, name, from, until): (Uuid, String, NaiveDate, NaiveDate)| Closed {
        unit_id,
        unit: Text18::from_json(&name),
        from,
        until,
    };
    Ok(rows.into_iter().map(closed).collect())
}
