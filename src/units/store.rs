//! SQL for networks, units, and their dated names and places.

mod changes;
mod kinds;

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

pub use changes::{hold, take, take_changes, units_changed, units_seq};
pub use kinds::{change_kind, insert_kind, insert_kinds, kind_of_form, kinds, order_kinds, retire_kind};

use super::unit::{Network, NewUnit, Unit};
use crate::access::Path;
use crate::clock::{Day, holds, zone};
use crate::db::{Conn, Result, Tx, Value, built};
use crate::i18n::Text18;
use crate::{args, row};

row! {
    struct Row {
        network_id: Uuid,
        network: String,
        languages: String,
        network_zone: String,
        country: String,
        school_year_start: String,
        units_seq: i64,
        id: Uuid,
        code: String,
        kind: String,
        may_record: bool,
        name: String,
        place: Option<String>,
        zone: Option<String>,
        opened_on: NaiveDate,
        closed_on: Option<NaiveDate>,
        parent_id: Option<Uuid>,
        path: Vec<u8>,
        placed_from: NaiveDate,
        placed_until: Option<NaiveDate>,
        named_from: NaiveDate,
        named_until: Option<NaiveDate>,
    }
}

impl From<Row> for Unit {
    fn from(row: Row) -> Unit {
        let network_zone = zone(&row.network_zone);
        let (month, day) = row.school_year_start.split_once('-').unwrap_or(("9", "1"));
        Unit {
            network: Network {
                id: row.network_id,
                code: row.network,
                languages: row.languages.split(',').map(str::to_owned).collect(),
                zone: network_zone,
                country: row.country,
                school_year_start: (month.parse().unwrap_or(9), day.parse().unwrap_or(1)),
                units_seq: row.units_seq,
            },
            id: row.id,
            code: row.code,
            kind: row.kind,
            may_record: row.may_record,
            name: Text18::from_json(&row.name),
            place: row.place,
            zone: row.zone.as_deref().map_or(network_zone, zone),
            opened_on: row.opened_on,
            closed_on: row.closed_on,
            parent_id: row.parent_id,
            path: Path::from_bytes(row.path),
        }
    }
}

const COLUMNS: &str = "u.network_id, n.code as network, n.languages, n.zone as network_zone, n.country,
       n.school_year_start, n.units_seq, u.id, u.code, u.kind, k.may_record, un.name, u.place, u.zone, u.opened_on, u.closed_on,
       up.parent_id, up.path, up.from_on as placed_from, up.until_on as placed_until,
       un.from_on as named_from, un.until_on as named_until";

/// Units with the names and places they have between the days `$1` and `$2`, both included.
const UNITS: &str = "from unit_placement up
  join unit u on u.network_id = up.network_id and u.id = up.unit_id
  join network n on n.id = u.network_id
  join unit_kind k on k.network_id = u.network_id and k.code = u.kind
  join unit_name un on un.network_id = u.network_id and un.unit_id = u.id
       and un.from_on <= $2 and (un.until_on is null or un.until_on > $1)
 where up.from_on <= $2 and (up.until_on is null or up.until_on > $1)";

/// Units as they are on a day, by their network's calendar. `args` are `$3` and on.
async fn units(conn: Conn<'_>, on: impl Into<Day>, and: &str, args: Vec<Value>) -> Result<Vec<Unit>> {
    let on = on.into();
    let (first, last) = on.span();
    let args = args![first, last].into_iter().chain(args).collect();
    let mut rows: Vec<Row> = conn.all(built(format!("select {COLUMNS} {UNITS} {and}")), args).await?;
    rows.retain(|row| {
        let day = on.in_zone(zone(&row.network_zone));
        holds(row.placed_from, row.placed_until, day) && holds(row.named_from, row.named_until, day)
    });
    Ok(rows.into_iter().map(Unit::from).collect())
}

pub async fn by_codes<'c>(
    conn: impl Into<Conn<'c>>,
    network: &str,
    code: &str,
    on: impl Into<Day>,
) -> Result<Option<Unit>> {
    Ok(units(conn.into(), on, "and n.code = $3 and u.code = $4", args![network, code]).await?.pop())
}

pub async fn by_id<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    id: Uuid,
    on: impl Into<Day>,
) -> Result<Option<Unit>> {
    Ok(units(conn.into(), on, "and u.network_id = $3 and u.id = $4", args![network_id, id]).await?.pop())
}

/// The unit at this very place of the tree.
pub async fn by_place<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    path: &Path,
    on: impl Into<Day>,
) -> Result<Option<Unit>> {
    Ok(units(conn.into(), on, "and up.network_id = $3 and up.path = $4", args![network_id, path])
        .await?
        .pop())
}

/// The unit and everything below it, parents before children.
pub async fn branch<'c>(conn: impl Into<Conn<'c>>, unit: &Unit, on: impl Into<Day>) -> Result<Vec<Unit>> {
    branch_of(conn, unit.network.id, &unit.path, on).await
}

pub async fn branch_of<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    path: &Path,
    on: impl Into<Day>,
) -> Result<Vec<Unit>> {
    let (from, until) = path.range();
    let and = "and up.network_id = $3 and up.path >= $4 and up.path < $5 order by up.path";
    units(conn.into(), on, and, args![network_id, from, until]).await
}

/// The units one step below.
pub async fn children<'c>(conn: impl Into<Conn<'c>>, unit: &Unit, on: impl Into<Day>) -> Result<Vec<Unit>> {
    let and = "and up.network_id = $3 and up.parent_id = $4 order by u.code";
    units(conn.into(), on, and, args![unit.network.id, unit.id]).await
}

/// The unit's ancestors and itself, root first: for the line that says where one is.
pub async fn named_path<'c>(conn: impl Into<Conn<'c>>, unit: &Unit, on: impl Into<Day>) -> Result<Vec<Unit>> {
    named_line(conn, unit.network.id, &unit.path.ids(), on).await
}

/// These units, in the order of the tree as it stands.
pub async fn named_line<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    ids: &[Uuid],
    on: impl Into<Day>,
) -> Result<Vec<Unit>> {
    let marks: Vec<String> = (0..ids.len()).map(|n| format!("${}", n + 4)).collect();
    let mut args = args![network_id];
    args.extend(ids.iter().copied().map(Value::from));
    let and = format!("and u.network_id = $3 and u.id in ({}) order by up.path", marks.join(", "));
    units(conn.into(), on, &and, args).await
}

/// Every network's root unit.
pub async fn networks<'c>(conn: impl Into<Conn<'c>>, on: impl Into<Day>) -> Result<Vec<Unit>> {
    units(conn.into(), on, "and up.parent_id is null order by n.code", args![]).await
}

/// The root unit of a network.
pub async fn root<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    on: impl Into<Day>,
) -> Result<Option<Unit>> {
    Ok(units(conn.into(), on, "and up.parent_id is null and n.id = $3", args![network_id]).await?.pop())
}

/// The root unit of the network with this code.
pub async fn network_named<'c>(
    conn: impl Into<Conn<'c>>,
    code: &str,
    on: impl Into<Day>,
) -> Result<Option<Unit>> {
    Ok(units(conn.into(), on, "and up.parent_id is null and n.code = $3", args![code]).await?.pop())
}

/// Every unit of the network with its last name and place, parents before children; also those that open later or have closed.
pub async fn ever<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid) -> Result<Vec<Unit>> {
    let rows: Vec<Row> = conn
        .into()
        .all(
            built(format!("select {COLUMNS}
             from unit u
             join network n on n.id = u.network_id
             join unit_kind k on k.network_id = u.network_id and k.code = u.kind
             join unit_placement up on up.network_id = u.network_id and up.unit_id = u.id and up.from_on = (
                  select max(p.from_on) from unit_placement p where p.network_id = u.network_id and p.unit_id = u.id)
             join unit_name un on un.network_id = u.network_id and un.unit_id = u.id and un.from_on = (
                  select max(m.from_on) from unit_name m where m.network_id = u.network_id and m.unit_id = u.id)
             where u.network_id = $1 order by up.path")),
            args![network_id],
        )
        .await?;
    Ok(rows.into_iter().map(Unit::from).collect())
}

pub async fn insert_network(tx: &mut Tx, network: &Network, now: DateTime<Utc>) -> Result<()> {
    let (month, day) = network.school_year_start;
    tx.run(
        "insert into network (id, code, languages, zone, country, school_year_start, change_seq, made_at)
         values ($1, $2, $3, $4, $5, $6, 0, $7)",
        args![
            network.id,
            &network.code,
            network.languages.join(","),
            network.zone.name(),
            &network.country,
            format!("{month:02}-{day:02}"),
            now
        ],
    )
    .await?;
    Ok(())
}

/// A unit about to be added, and where.
pub struct Placed {
    pub unit: NewUnit,
    pub placement_id: Uuid,
    pub parent_id: Option<Uuid>,
    pub path: Path,
}

/// Adds units, each named and placed from the day it opens. Parents may stand among them, in any order.
pub async fn add_all(tx: &mut Tx, network_id: Uuid, new: &[Placed]) -> Result<()> {
    let units = new.iter().map(|Placed { unit, .. }| {
        args![network_id, unit.id, &unit.code, &unit.kind, unit.place.clone(), unit.opened_on]
    });
    tx.insert("unit", &["network_id", "id", "code", "kind", "place", "opened_on"], units.collect()).await?;
    let names = new.iter().map(|Placed { unit, .. }| args![network_id, unit.id, &unit.name, unit.opened_on]);
    tx.insert("unit_name", &["network_id", "unit_id", "name", "from_on"], names.collect()).await?;
    let places = new
        .iter()
        .map(|it| args![network_id, it.placement_id, it.unit.id, it.parent_id, &it.path, it.unit.opened_on]);
    let columns = ["network_id", "id", "unit_id", "parent_id", "path", "from_on"];
    tx.insert("unit_placement", &columns, places.collect()).await?;
    units_changed(tx, network_id).await
}

/// Adds a unit below `parent`, named and placed from the day it opens; returns its place in the tree.
pub async fn add(
    tx: &mut Tx,
    network_id: Uuid,
    parent: Option<(Uuid, &Path)>,
    placement_id: Uuid,
    new: &NewUnit,
) -> Result<Path> {
    let path = parent.map_or_else(|| Path::root(new.id), |(_, path)| path.below(new.id));
    let placed =
        Placed { unit: new.clone(), placement_id, parent_id: parent.map(|(id, _)| id), path: path.clone() };
    add_all(tx, network_id, &[placed]).await?;
    Ok(path)
}

/// Mends the name that holds on a day, and the place.
pub async fn mend(
    tx: &mut Tx,
    network_id: Uuid,
    id: Uuid,
    name: &Text18,
    place: Option<String>,
    on: NaiveDate,
) -> Result<()> {
    tx.run(
        "update unit_name set name = $3 where network_id = $1 and unit_id = $2
         and from_on <= $4 and (until_on is null or until_on > $4)",
        args![network_id, id, name, on],
    )
    .await?;
    tx.run("update unit set place = $3 where network_id = $1 and id = $2", args![network_id, id, place])
        .await?;
    units_changed(tx, network_id).await
}
