//! SQL that reads what figures are counted from: entries, the tree, and the names of units, terms and activities.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use uuid::Uuid;

use super::members::Terms;
use crate::access::Path;
use crate::db::{Conn, Db, Result, Tx, built};
use crate::i18n::Text18;
use crate::totals::{self, Fact};
use crate::vocabulary::{Gender, Kind, Part, PlaceKind, Vocabulary};
use crate::{args, row};

/// The number of the network's last change; -1 where there is no such network.
pub async fn change_seq<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid) -> Result<i64> {
    let found: Option<(i64,)> =
        conn.into().find("select change_seq from network where id = $1", args![network_id]).await?;
    Ok(found.map_or(-1, |(seq,)| seq))
}

/// Every network with its time zone.
pub async fn networks(db: &Db) -> Result<Vec<(Uuid, String)>> {
    Conn::from(db).all("select id, zone from network", Vec::new()).await
}

row! {
    struct Row {
        id: Uuid,
        unit_id: Uuid,
        activity_id: Uuid,
        kind: String,
        place_kind: String,
        main_tag_id: Option<Uuid>,
        main_field_id: Option<Uuid>,
        local_date: NaiveDate,
        start_min: Option<i64>,
        duration_min: i64,
        created_min: i64,
        creators: Option<i64>,
        participants: Option<i64>,
        audience: Option<i64>,
        first_visits: Option<i64>,
        staff_min: Option<i64>,
        prep_min: Option<i64>,
        volunteer_min: Option<i64>,
        gender: Option<String>,
        age: Option<String>,
    }
}

/// What a unit's own held entries of a stretch of days add, each with its activity, in the order of days.
pub async fn facts<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    unit_id: Uuid,
    days: (NaiveDate, NaiveDate),
    listed: &Terms,
) -> Result<Vec<(Uuid, Fact)>> {
    Ok(of_unit(read(conn.into(), network_id, Which::Unit(unit_id), days, listed).await?))
}

/// Whose entries are read.
#[derive(Clone, Copy)]
enum Which {
    Unit(Uuid),
    /// Of a unit, work that is not open.
    Companions(Uuid),
    /// Of every unit that takes part.
    Project(Uuid),
}

impl Which {
    fn id(self) -> Uuid {
        match self {
            Which::Unit(id) | Which::Companions(id) | Which::Project(id) => id,
        }
    }

    fn and(self) -> &'static str {
        match self {
            Which::Unit(_) => "e.unit_id = $2",
            Which::Companions(_) => "e.unit_id = $2 and e.kind <> 'open'",
            Which::Project(_) => "e.project_id = $2",
        }
    }
}

fn of_unit(all: Vec<(Uuid, Uuid, Fact)>) -> Vec<(Uuid, Fact)> {
    all.into_iter().map(|(_, activity, fact)| (activity, fact)).collect()
}

/// Unit, activity, and what an entry adds.
async fn read(
    mut conn: Conn<'_>,
    network_id: Uuid,
    which: Which,
    (from, until): (NaiveDate, NaiveDate),
    listed: &Terms,
) -> Result<Vec<(Uuid, Uuid, Fact)>> {
    let mut terms: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    let of_entries: Vec<(Uuid, Uuid)> = conn
        .again()
        .many(
            built(format!(
                "select t.entry_id, t.term_id from entry e
                 join entry_term t on t.network_id = e.network_id and t.entry_id = e.id
                 where e.network_id = $1 and {} and e.local_date >= $3 and e.local_date < $4",
                which.and()
            )),
            args![network_id, which.id(), from, until],
        )
        .await?;
    for (entry, term) in of_entries {
        terms.entry(entry).or_default().push(term);
    }
    // Both margins come as one text each: rows are dear, and there would be seven times as many.
    let rows: Vec<Row> = conn
        .many(
            built(format!(
                "select e.id, e.unit_id, e.activity_id, e.kind, e.place_kind, e.main_tag_id, e.main_field_id, e.local_date,
                    e.start_min, e.duration_min, e.created_min, e.creators, e.participants, e.audience,
                    e.first_visits, e.staff_min, e.prep_min, e.volunteer_min,
                    (select string_agg(x.part || ':' || cast(x.n as text) || ':' || x.gender, '|')
                       from entry_gender x where x.network_id = e.network_id and x.entry_id = e.id) as gender,
                    (select string_agg(x.part || ':' || cast(x.n as text) || ':' || x.age_band, '|')
                       from entry_age x where x.network_id = e.network_id and x.entry_id = e.id) as age
             from entry e
             where e.network_id = $1 and {} and e.local_date >= $3 and e.local_date < $4
               and e.status = 'held' and not e.deleted
             order by e.local_date",
                which.and()
            )),
            args![network_id, which.id(), from, until],
        )
        .await?;
    let fact = |row: Row| {
        let further = terms.remove(&row.id).unwrap_or_default();
        Some((row.unit_id, row.activity_id, fact(row, further, listed)?))
    };
    Ok(rows.into_iter().filter_map(fact).collect())
}

/// [`facts`] of work that is not open: of one-to-one work, and of what it stands with where it must not stand by itself.
pub async fn companions(
    db: &Db,
    network_id: Uuid,
    unit_id: Uuid,
    days: (NaiveDate, NaiveDate),
    listed: &Terms,
) -> Result<Vec<(Uuid, Fact)>> {
    Ok(of_unit(read(db.into(), network_id, Which::Companions(unit_id), days, listed).await?))
}

/// What held entries of a project add, each with its unit and activity, in the order of days.
pub async fn of_project(
    db: &Db,
    network_id: Uuid,
    project_id: Uuid,
    days: (NaiveDate, NaiveDate),
    listed: &Terms,
) -> Result<Vec<(Uuid, Uuid, Fact)>> {
    read(db.into(), network_id, Which::Project(project_id), days, listed).await
}

/// `part:n:class|part:n:class|…`
fn margin(text: Option<&str>) -> impl Iterator<Item = (Part, i64, &str)> {
    text.unwrap_or("").split('|').filter_map(|one| {
        let mut bits = one.splitn(3, ':');
        Some((Part::from_code(bits.next()?)?, bits.next()?.parse().ok()?, bits.next()?))
    })
}

fn fact(row: Row, mut terms: Vec<Uuid>, listed: &Terms) -> Option<Fact> {
    let gender = margin(row.gender.as_deref())
        .filter_map(|(part, n, class)| Some((part, Gender::from_code(class)?, n)))
        .collect();
    let age = margin(row.age.as_deref()).map(|(part, n, class)| (part, class.to_owned(), n)).collect();
    let all = || terms.iter().chain(&row.main_tag_id).chain(&row.main_field_id);
    let has = |list: Vocabulary| all().any(|id| listed.get(id).is_some_and(|(of, _)| *of == list));
    let (has_tag, has_field) = (has(Vocabulary::Tag), has(Vocabulary::Field));
    terms.sort_unstable();
    terms.dedup();
    terms.retain(|id| Some(*id) != row.main_tag_id && Some(*id) != row.main_field_id);
    Some(Fact {
        date: row.local_date,
        kind: Kind::from_code(&row.kind)?,
        place_kind: PlaceKind::from_code(&row.place_kind)?,
        start_min: row.start_min,
        duration_min: row.duration_min,
        created_min: row.created_min,
        creators: row.creators.unwrap_or(0),
        participants: row.participants.unwrap_or(0),
        audience: row.audience.unwrap_or(0),
        first_visits: row.first_visits.unwrap_or(0),
        staff_min: row.staff_min.unwrap_or(0),
        prep_min: row.prep_min.unwrap_or(0),
        volunteer_min: row.volunteer_min.unwrap_or(0),
        main_tag: row.main_tag_id,
        main_field: row.main_field_id,
        further: terms,
        has_tag,
        has_field,
        gender,
        age,
    })
}

/// The first and last day that anything of a network stands on, recorded or added up.
pub async fn ends(tx: &mut Tx, network_id: Uuid) -> Result<Option<(NaiveDate, NaiveDate)>> {
    let (from, to): (Option<NaiveDate>, Option<NaiveDate>) = Conn::from(tx)
        .one(
            "select min(day), max(day) from (
               select min(local_date) as day from entry where network_id = $1
               union all select max(local_date) from entry where network_id = $1
               union all select min(from_on) from total where network_id = $1
               union all select max(from_on) from total where network_id = $1) ends",
            args![network_id],
        )
        .await?;
    Ok(from.zip(to))
}

/// Whether anything held on a day is recorded of a place, or below it.
pub async fn recorded_on(db: &Db, network_id: Uuid, path: &Path, day: NaiveDate) -> Result<bool> {
    let nothing = totals::nothing()?;
    // Of the whole network first: before the evening there is nothing yet, and nobody's place is looked for.
    let any: Option<(i64,)> = Conn::from(db)
        .find(
            "select change_seq from total
             where network_id = $1 and span = 'day' and from_on = $2 and body <> $3 limit 1",
            args![network_id, day, nothing.clone()],
        )
        .await?;
    if any.is_none() || path.ids().len() == 1 {
        return Ok(any.is_some());
    }
    let (from, until) = path.range();
    // Joined like this, SQLite begins with what the day has, and not with all units.
    let found: Option<(i64,)> = Conn::from(db)
        .find(
            "select t.change_seq from total t
             cross join unit_placement p
             where t.network_id = $1 and t.span = 'day' and t.from_on = $4 and t.body <> $5
               and p.network_id = t.network_id and p.unit_id = t.unit_id and p.path >= $2 and p.path < $3
               and p.from_on <= $4 and (p.until_on is null or p.until_on > $4)
             limit 1",
            args![network_id, from, until, day, nothing],
        )
        .await?;
    Ok(found.is_some())
}

/// Every unit of a network, with its code.
pub async fn units(tx: &mut Tx, network_id: Uuid) -> Result<Vec<(Uuid, String)>> {
    let sql = "select id, code from unit where network_id = $1 order by code";
    Conn::from(tx).all(sql, args![network_id]).await
}

row! {
    /// Where a unit stood in the tree, from a day to the day before another.
    pub struct PlacedRow {
        pub unit_id: Uuid,
        pub code: String,
        pub kind: String,
        pub opened_on: NaiveDate,
        pub closed_on: Option<NaiveDate>,
        pub successor_id: Option<Uuid>,
        pub path: Vec<u8>,
        pub from_on: NaiveDate,
        pub until_on: Option<NaiveDate>,
    }
}

pub async fn placements(db: &Db, network_id: Uuid) -> Result<Vec<PlacedRow>> {
    let sql = "select p.unit_id, u.code, u.kind, u.opened_on, u.closed_on, u.successor_id,
               p.path, p.from_on, p.until_on
        from unit_placement p
        join unit u on u.network_id = p.network_id and u.id = p.unit_id
        where p.network_id = $1 order by p.path, p.from_on";
    Conn::from(db).all(sql, args![network_id]).await
}

/// Units that offer one-to-one work, or did.
pub async fn talking(db: &Db, network_id: Uuid) -> Result<HashSet<Uuid>> {
    let sql = "select distinct unit_id from activity where network_id = $1 and kind = 'one_to_one'";
    let rows: Vec<(Uuid,)> = Conn::from(db).all(sql, args![network_id]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// (id, vocabulary, code) of every term.
pub async fn terms<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid) -> Result<Vec<(Uuid, String, String)>> {
    conn.into().all("select id, vocabulary, code from term where network_id = $1", args![network_id]).await
}

/// What an activity is called, and whose it is.
#[derive(Clone, Debug)]
pub struct NamedActivity {
    pub id: Uuid,
    pub unit_id: Uuid,
    pub name: Text18,
}

pub async fn activities(db: &Db, network_id: Uuid) -> Result<Vec<NamedActivity>> {
    let rows: Vec<(Uuid, Uuid, String)> = Conn::from(db)
        .all("select id, unit_id, name from activity where network_id = $1", args![network_id])
        .await?;
    Ok(rows
        .into_iter()
        .map(|(id, unit_id, name)| NamedActivity { id, unit_id, name: Text18::from_json(&name) })
        .collect())
}

/// What the kinds of units are called, by code.
pub async fn unit_kinds(db: &Db, network_id: Uuid) -> Result<Vec<(String, Text18)>> {
    let rows: Vec<(String, String)> = Conn::from(db)
        .all("select code, name from unit_kind where network_id = $1", args![network_id])
        .await?;
    Ok(rows.into_iter().map(|(code, name)| (code, Text18::from_json(&name))).collect())
}
