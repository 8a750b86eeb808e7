//! SQL over entries, grouped as asked. Figures join the place a unit had on the entry's day.

use chrono::NaiveDate;
use uuid::Uuid;

use super::measure::Sums;
use super::question::Question;
use crate::args;
use crate::db::{Conn, Db, Result, Value, built};

/// What rows are grouped by: an SQL expression of the columns of `e` (entry), `p` (placement) or `x` (margin).
#[derive(Clone, Copy)]
pub enum Group {
    Nothing,
    Text(&'static str),
    Date(&'static str),
    Uuid(&'static str),
    Bytes(&'static str),
}

/// The member a group of rows stands for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Key {
    All,
    Text(String),
    Date(NaiveDate),
    Uuid(Option<Uuid>),
    Bytes(Vec<u8>),
}

#[derive(sqlx::FromRow)]
struct Row {
    key_text: Option<String>,
    key_date: Option<NaiveDate>,
    key_uuid: Option<Uuid>,
    key_bytes: Option<Vec<u8>>,
    held: i64,
    duration_min: i64,
    group_min: i64,
    creators: i64,
    participants: i64,
    audience: i64,
    created_min: i64,
    first_visits: i64,
    staff_min: i64,
    prep_min: i64,
    volunteer_min: i64,
}

impl Group {
    fn columns(self) -> String {
        let or =
            |wanted: Option<&str>, kind: &str| wanted.map_or(format!("cast(null as {kind})"), str::to_owned);
        let (text, date, uuid, bytes) = match self {
            Group::Nothing => (None, None, None, None),
            Group::Text(it) => (Some(it), None, None, None),
            Group::Date(it) => (None, Some(it), None, None),
            Group::Uuid(it) => (None, None, Some(it), None),
            Group::Bytes(it) => (None, None, None, Some(it)),
        };
        format!(
            "{} as key_text, {} as key_date, {} as key_uuid, {} as key_bytes",
            or(text, "text"),
            or(date, "date"),
            or(uuid, "uuid"),
            or(bytes, "bytea")
        )
    }

    fn by(self) -> String {
        match self {
            Group::Nothing => String::new(),
            Group::Text(it) | Group::Date(it) | Group::Uuid(it) | Group::Bytes(it) => {
                format!("group by {it}")
            }
        }
    }

    fn key(self, row: &mut Row) -> Option<Key> {
        Some(match self {
            Group::Nothing => Key::All,
            Group::Text(_) => Key::Text(row.key_text.take()?),
            Group::Date(_) => Key::Date(row.key_date?),
            Group::Uuid(_) => Key::Uuid(row.key_uuid),
            Group::Bytes(_) => Key::Bytes(row.key_bytes.take()?),
        })
    }
}

/// Held entries at or below the place, in the period: what every figure is made of.
fn entries(question: &Question) -> (String, Vec<Value>) {
    let (from, until) = question.path.range();
    let mut args =
        args![question.network_id, from, until, question.period.from, question.period.until, false];
    let mut sql = "from unit_placement p
        join entry e on e.network_id = p.network_id and e.unit_id = p.unit_id
             and e.local_date >= p.from_on and (p.until_on is null or e.local_date < p.until_on)
             and e.local_date >= $4 and e.local_date < $5
        where p.network_id = $1 and p.path >= $2 and p.path < $3 and e.deleted = $6 and e.status = 'held'"
        .to_owned();
    if let Some(activity) = question.activity {
        args.push(activity.into());
        sql.push_str(" and e.activity_id = $7");
    }
    (sql, args)
}

fn sum(expression: &str, name: &str) -> String {
    format!("cast(coalesce(sum({expression}), 0) as bigint) as {name}")
}

/// Sums of whole entries. `and` narrows further; it is our own text.
pub async fn sums(db: &Db, question: &Question, group: Group, and: &str) -> Result<Vec<(Key, Sums)>> {
    sums_from(db, question, group, "", and).await
}

async fn sums_from(
    db: &Db,
    question: &Question,
    group: Group,
    join: &str,
    and: &str,
) -> Result<Vec<(Key, Sums)>> {
    let (from, args) = entries(question);
    let from = from.replacen("where", &format!("{join} where"), 1);
    let columns = [
        ("e.duration_min", "duration_min"),
        ("case when e.kind = 'group' then e.duration_min else 0 end", "group_min"),
        ("e.creators", "creators"),
        ("e.participants", "participants"),
        ("e.audience", "audience"),
        ("e.created_min", "created_min"),
        ("e.first_visits", "first_visits"),
        ("e.staff_min", "staff_min"),
        ("e.prep_min", "prep_min"),
        ("e.volunteer_min", "volunteer_min"),
    ]
    .map(|(expression, name)| sum(expression, name));
    let sql = format!(
        "select {}, count(*) as held, {} {from} {and} {}",
        group.columns(),
        columns.join(", "),
        group.by()
    );
    let rows: Vec<Row> = Conn::from(db).all(built(sql), args).await?;
    Ok(keyed(group, rows))
}

/// Which margin of the heads.
#[derive(Clone, Copy)]
pub enum Margin {
    Gender,
    Age,
}

/// Heads by class of a margin; only the three parts are filled.
pub async fn heads(db: &Db, question: &Question, margin: Margin) -> Result<Vec<(Key, Sums)>> {
    let (table, class) = match margin {
        Margin::Gender => ("entry_gender", "x.gender"),
        Margin::Age => ("entry_age", "x.age_band"),
    };
    let (from, args) = entries(question);
    let from = from.replacen(
        "where",
        &format!("join {table} x on x.network_id = e.network_id and x.entry_id = e.id where"),
        1,
    );
    let group = Group::Text(class);
    let part =
        |part: &str, name: &str| sum(&format!("case when x.part = '{part}' then x.n else 0 end"), name);
    let nothing = [
        "duration_min",
        "group_min",
        "created_min",
        "first_visits",
        "staff_min",
        "prep_min",
        "volunteer_min",
    ]
    .map(|name| format!("cast(0 as bigint) as {name}"))
    .join(", ");
    let sql = format!(
        "select {}, cast(0 as bigint) as held, {nothing}, {}, {}, {} {from} {}",
        group.columns(),
        part("creator", "creators"),
        part("participant", "participants"),
        part("audience", "audience"),
        group.by()
    );
    let rows: Vec<Row> = Conn::from(db).all(built(sql), args).await?;
    Ok(keyed(group, rows))
}

fn keyed(group: Group, rows: Vec<Row>) -> Vec<(Key, Sums)> {
    rows.into_iter()
        .filter_map(|mut row| {
            let key = group.key(&mut row)?;
            Some((
                key,
                Sums {
                    held: row.held,
                    duration_min: row.duration_min,
                    opening_min: 0,
                    group_min: row.group_min,
                    creators: row.creators,
                    participants: row.participants,
                    audience: row.audience,
                    created_min: row.created_min,
                    first_visits: row.first_visits,
                    staff_min: row.staff_min,
                    prep_min: row.prep_min,
                    volunteer_min: row.volunteer_min,
                },
            ))
        })
        .collect()
}

/// One open activity, with where and when.
#[derive(sqlx::FromRow)]
pub struct OpenRow {
    pub path: Vec<u8>,
    pub local_date: NaiveDate,
    pub start_min: Option<i64>,
    pub duration_min: i64,
}

/// Open activities, unit by unit and day by day.
pub async fn open(db: &Db, question: &Question) -> Result<Vec<OpenRow>> {
    let (from, args) = entries(question);
    let sql = format!(
        "select p.path, e.local_date, e.start_min, e.duration_min {from} and e.kind = 'open'
         order by p.path, e.local_date"
    );
    Conn::from(db).all(built(sql), args).await
}

/// Activity × month: what a viewer may open a figure down to.
#[derive(sqlx::FromRow)]
pub struct ActivityDay {
    pub activity_id: Uuid,
    pub local_date: NaiveDate,
    pub held: i64,
    pub duration_min: i64,
    pub created_min: i64,
    pub visits: i64,
}

pub async fn by_activity_and_day(db: &Db, question: &Question) -> Result<Vec<ActivityDay>> {
    let (from, args) = entries(question);
    let visits = "coalesce(e.creators, 0) + coalesce(e.participants, 0) + coalesce(e.audience, 0)";
    let sql = format!(
        "select e.activity_id, e.local_date, count(*) as held, {}, {}, {} {from} group by e.activity_id, e.local_date",
        sum("e.duration_min", "duration_min"),
        sum("e.created_min", "created_min"),
        sum(visits, "visits")
    );
    Conn::from(db).all(built(sql), args).await
}

/// Codes of the network's terms, by id.
pub async fn term_codes(db: &Db, network_id: Uuid) -> Result<Vec<(Uuid, String)>> {
    Conn::from(db).all("select id, code from term where network_id = $1", args![network_id]).await
}

/// Codes of the network's units, by id.
pub async fn unit_codes(db: &Db, network_id: Uuid) -> Result<Vec<(Uuid, String)>> {
    Conn::from(db).all("select id, code from unit where network_id = $1", args![network_id]).await
}

/// Sums of entries by their further terms of one list: an entry counts once for each.
pub async fn further_terms(db: &Db, question: &Question, vocabulary: &str) -> Result<Vec<(Key, Sums)>> {
    // The join multiplies entries by their further terms, which is just what an overlapping axis means.
    sums_from(
        db,
        question,
        Group::Uuid("x.term_id"),
        &format!(
            "join entry_term x on x.network_id = e.network_id and x.entry_id = e.id
         join term m on m.network_id = x.network_id and m.id = x.term_id and m.vocabulary = '{vocabulary}'"
        ),
        "",
    )
    .await
}
