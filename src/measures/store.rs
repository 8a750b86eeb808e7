//! SQL that reads what figures are counted from: entries that changed, and the names of units, terms and activities.

use std::collections::HashMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::ledger::{Change, Fact, Ledger};
use crate::db::{Conn, Db, Result, Tx};
use crate::i18n::Text18;
use crate::vocabulary::{Gender, Kind, Part, PlaceKind};
use crate::{args, row};

/// The number of the network's last change; -1 where there is no such network.
pub async fn change_seq<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid) -> Result<i64> {
    let found: Option<(i64,)> =
        conn.into().find("select change_seq from network where id = $1", args![network_id]).await?;
    Ok(found.map_or(-1, |(seq,)| seq))
}

pub async fn networks(db: &Db) -> Result<Vec<(Uuid,)>> {
    Conn::from(db).all("select id from network", Vec::new()).await
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
        held: bool,
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

/// Entries last changed after one number and up to another. Deleted and called-off ones come without a fact.
pub async fn changes(
    tx: &mut Tx,
    network_id: Uuid,
    ledger: &mut Ledger,
    (after, until): (i64, i64),
) -> Result<Vec<Change>> {
    let mut terms: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    let of_entries: Vec<(Uuid, Uuid)> = Conn::from(&mut *tx)
        .all(
            "select t.entry_id, t.term_id from entry e
             join entry_term t on t.network_id = e.network_id and t.entry_id = e.id
             where e.network_id = $1 and e.change_seq > $2 and e.change_seq <= $3",
            args![network_id, after, until],
        )
        .await?;
    for (entry, term) in of_entries {
        terms.entry(entry).or_default().push(term);
    }
    // Both margins come as one text each: rows are dear, and there would be seven times as many.
    let rows: Vec<Row> = Conn::from(&mut *tx)
        .all(
            "select e.id, e.unit_id, e.activity_id, e.kind, e.place_kind, e.main_tag_id, e.main_field_id,
                    (e.status = 'held' and not e.deleted) as held, e.local_date, e.start_min, e.duration_min,
                    e.created_min, e.creators, e.participants, e.audience, e.first_visits, e.staff_min, e.prep_min,
                    e.volunteer_min,
                    (select string_agg(x.part || ':' || cast(x.n as text) || ':' || x.gender, '|')
                       from entry_gender x where x.network_id = e.network_id and x.entry_id = e.id) as gender,
                    (select string_agg(x.part || ':' || cast(x.n as text) || ':' || x.age_band, '|')
                       from entry_age x where x.network_id = e.network_id and x.entry_id = e.id) as age
             from entry e where e.network_id = $1 and e.change_seq > $2 and e.change_seq <= $3",
            args![network_id, after, until],
        )
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let further = terms.remove(&row.id).unwrap_or_default();
            let (entry_id, unit_id) = (row.id, row.unit_id);
            Change { entry_id, unit_id, fact: if row.held { fact(row, further, ledger) } else { None } }
        })
        .collect())
}

/// No count of an entry comes near what 32 bits hold; the save path sees to that.
fn small(n: i64) -> i32 {
    i32::try_from(n).unwrap_or(i32::MAX)
}

/// `part:n:class|part:n:class|…`
fn margin(text: Option<&str>) -> impl Iterator<Item = (Part, i32, &str)> {
    text.unwrap_or("").split('|').filter_map(|one| {
        let mut bits = one.splitn(3, ':');
        Some((Part::from_code(bits.next()?)?, bits.next()?.parse().ok()?, bits.next()?))
    })
}

fn fact(row: Row, mut terms: Vec<Uuid>, ledger: &mut Ledger) -> Option<Fact> {
    let gender = margin(row.gender.as_deref())
        .filter_map(|(part, n, class)| Some((part, Gender::from_code(class)?, n)))
        .collect();
    let age = margin(row.age.as_deref()).map(|(part, n, class)| (part, ledger.band(class), n)).collect();
    terms.sort_unstable();
    terms.dedup();
    terms.retain(|id| Some(*id) != row.main_tag_id && Some(*id) != row.main_field_id);
    let further = terms.into_iter().map(|id| ledger.term(id)).collect();
    let known = |n: Option<i64>| small(n.unwrap_or(0));
    Some(Fact {
        id: row.id,
        activity_id: row.activity_id,
        date: row.local_date,
        kind: Kind::from_code(&row.kind)?,
        place_kind: PlaceKind::from_code(&row.place_kind)?,
        start_min: row.start_min.map(small),
        duration_min: small(row.duration_min),
        created_min: small(row.created_min),
        creators: known(row.creators),
        participants: known(row.participants),
        audience: known(row.audience),
        first_visits: known(row.first_visits),
        staff_min: known(row.staff_min),
        prep_min: known(row.prep_min),
        volunteer_min: known(row.volunteer_min),
        main_tag: row.main_tag_id.map(|id| ledger.term(id)),
        main_field: row.main_field_id.map(|id| ledger.term(id)),
        further,
        gender,
        age,
    })
}

row! {
    /// Where a unit stood in the tree, from a day to the day before another.
    pub struct PlacedRow {
        pub unit_id: Uuid,
        pub code: String,
        pub kind: String,
        pub opened_on: NaiveDate,
        pub closed_on: Option<NaiveDate>,
        pub path: Vec<u8>,
        pub from_on: NaiveDate,
        pub until_on: Option<NaiveDate>,
    }
}

pub async fn placements(db: &Db, network_id: Uuid) -> Result<Vec<PlacedRow>> {
    let sql = "select p.unit_id, u.code, u.kind, u.opened_on, u.closed_on, p.path, p.from_on, p.until_on
        from unit_placement p
        join unit u on u.network_id = p.network_id and u.id = p.unit_id
        where p.network_id = $1 order by p.path, p.from_on";
    Conn::from(db).all(sql, args![network_id]).await
}

/// (id, vocabulary, code) of every term.
pub async fn terms(db: &Db, network_id: Uuid) -> Result<Vec<(Uuid, String, String)>> {
    Conn::from(db).all("select id, vocabulary, code from term where network_id = $1", args![network_id]).await
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
