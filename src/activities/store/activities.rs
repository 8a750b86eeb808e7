//! SQL for activities, their further terms and their usual weekdays.

use std::collections::HashMap;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::access::Path;
use crate::activities::activity::{Activity, Weekday};
use crate::args;
use crate::db::{Conn, Db, Result, Tx, Value, built};
use crate::i18n::Text18;
use crate::vocabulary::{Kind, PlaceKind};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    unit_id: Uuid,
    code: String,
    name: String,
    kind: String,
    place_kind: String,
    main_tag_id: Option<Uuid>,
    main_field_id: Option<Uuid>,
    project_id: Option<Uuid>,
    place: Option<String>,
    from_on: NaiveDate,
    until_on: Option<NaiveDate>,
    default_start_min: Option<i64>,
    default_duration_min: Option<i64>,
    version: i64,
}

#[derive(sqlx::FromRow)]
struct WeekdayRow {
    activity_id: Uuid,
    weekday: i64,
    start_min: i64,
    duration_min: i64,
}

const COLUMNS: &str = "a.id, a.unit_id, a.code, a.name, a.kind, a.place_kind, a.main_tag_id, a.main_field_id,
    a.project_id, a.place, a.from_on, a.until_on, a.default_start_min, a.default_duration_min, a.version";

/// Activities that meet a condition, with their terms and weekdays: three statements however many there are.
async fn activities(mut conn: Conn<'_>, from_where: &str, args: Vec<Value>) -> Result<Vec<Activity>> {
    let rows: Vec<Row> = conn
        .again()
        .all(built(format!("select {COLUMNS} {from_where} order by a.code")), args.clone())
        .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let terms: Vec<(Uuid, Uuid)> = conn
        .again()
        .all(
            built(format!(
                "select t.activity_id, t.term_id from activity_term t where t.network_id = $1 and t.activity_id in
                 (select a.id {from_where}) order by t.term_id"
            )),
            args.clone(),
        )
        .await?;
    let weekdays: Vec<WeekdayRow> = conn
        .again()
        .all(
            built(format!(
                "select w.activity_id, w.weekday, w.start_min, w.duration_min from activity_weekday w
                 where w.network_id = $1 and w.until_on is null and w.activity_id in (select a.id {from_where})
                 order by w.weekday, w.start_min"
            )),
            args,
        )
        .await?;
    let mut of: HashMap<Uuid, (Vec<Uuid>, Vec<Weekday>)> = HashMap::new();
    for (activity, term) in terms {
        of.entry(activity).or_default().0.push(term);
    }
    for row in weekdays {
        let weekday =
            Weekday { weekday: row.weekday, start_min: row.start_min, duration_min: row.duration_min };
        of.entry(row.activity_id).or_default().1.push(weekday);
    }
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            let (terms, weekdays) = of.remove(&row.id).unwrap_or_default();
            Some(Activity {
                id: row.id,
                unit_id: row.unit_id,
                code: row.code,
                name: Text18::from_json(&row.name),
                kind: Kind::from_code(&row.kind)?,
                place_kind: PlaceKind::from_code(&row.place_kind)?,
                main_tag: row.main_tag_id,
                main_field: row.main_field_id,
                project: row.project_id,
                place: row.place,
                from_on: row.from_on,
                until_on: row.until_on,
                default_start_min: row.default_start_min,
                default_duration_min: row.default_duration_min,
                version: row.version,
                terms,
                weekdays,
            })
        })
        .collect())
}

pub async fn find<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, id: Uuid) -> Result<Option<Activity>> {
    Ok(activities(
        conn.into(),
        "from activity a where a.network_id = $1 and a.id = $2",
        args![network_id, id],
    )
    .await?
    .pop())
}

/// Everything a unit offers or ever offered.
pub async fn of_unit<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    unit_id: Uuid,
) -> Result<Vec<Activity>> {
    activities(
        conn.into(),
        "from activity a where a.network_id = $1 and a.unit_id = $2",
        args![network_id, unit_id],
    )
    .await
}

/// Everything offered at or below a place of today's tree.
pub async fn of_branch(db: &Db, network_id: Uuid, path: &Path, on: NaiveDate) -> Result<Vec<Activity>> {
    let (from, until) = path.range();
    activities(
        db.into(),
        "from activity a where a.network_id = $1 and a.unit_id in (
            select p.unit_id from unit_placement p where p.network_id = $1 and p.path >= $2 and p.path < $3
            and p.from_on <= $4 and (p.until_on is null or p.until_on > $4))",
        args![network_id, from, until, on],
    )
    .await
}

pub async fn insert(tx: &mut Tx, network_id: Uuid, new: &Activity) -> Result<()> {
    tx.run(
        "insert into activity (network_id, id, unit_id, code, name, kind, place_kind, main_tag_id, main_field_id,
            project_id, place, from_on, until_on, default_start_min, default_duration_min, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
        args![
            network_id,
            new.id,
            new.unit_id,
            &new.code,
            &new.name,
            new.kind.code(),
            new.place_kind.code(),
            new.main_tag,
            new.main_field,
            new.project,
            new.place.clone(),
            new.from_on,
            new.until_on,
            new.default_start_min,
            new.default_duration_min,
            new.version
        ],
    )
    .await?;
    insert_parts(tx, network_id, new).await
}

async fn insert_parts(tx: &mut Tx, network_id: Uuid, activity: &Activity) -> Result<()> {
    let terms = activity.terms.iter().map(|term| args![network_id, activity.id, *term]).collect();
    tx.insert("activity_term", &["network_id", "activity_id", "term_id"], terms).await?;
    let weekdays = activity.weekdays.iter().map(|usual| {
        args![network_id, activity.id, usual.weekday, usual.start_min, usual.duration_min, activity.from_on]
    });
    let columns = ["network_id", "activity_id", "weekday", "start_min", "duration_min", "from_on"];
    tx.insert("activity_weekday", &columns, weekdays.collect()).await
}

/// Replaces what an activity says of itself, if it still stands at `activity.version`; false where it does not.
pub async fn update(tx: &mut Tx, network_id: Uuid, activity: &Activity) -> Result<bool> {
    let changed = tx
        .run(
            "update activity set name = $3, kind = $4, place_kind = $5, main_tag_id = $6, main_field_id = $7,
                project_id = $8, place = $9, until_on = $10, default_start_min = $11, default_duration_min = $12,
                from_on = $14, version = version + 1
             where network_id = $1 and id = $2 and version = $13",
            args![
                network_id,
                activity.id,
                &activity.name,
                activity.kind.code(),
                activity.place_kind.code(),
                activity.main_tag,
                activity.main_field,
                activity.project,
                activity.place.clone(),
                activity.until_on,
                activity.default_start_min,
                activity.default_duration_min,
                activity.version,
                activity.from_on
            ],
        )
        .await?;
    if changed == 0 {
        return Ok(false);
    }
    for table in ["activity_term", "activity_weekday"] {
        tx.run(
            built(format!("delete from {table} where network_id = $1 and activity_id = $2")),
            args![network_id, activity.id],
        )
        .await?;
    }
    insert_parts(tx, network_id, activity).await?;
    Ok(true)
}

/// The first and the last day something was recorded of an activity.
pub async fn recorded<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    id: Uuid,
) -> Result<Option<(NaiveDate, NaiveDate)>> {
    let (first, last): (Option<NaiveDate>, Option<NaiveDate>) = conn
        .into()
        .one(
            "select min(local_date), max(local_date) from entry
             where network_id = $1 and activity_id = $2 and deleted = false",
            args![network_id, id],
        )
        .await?;
    Ok(first.zip(last))
}
