//! SQL for activities, their further terms and their usual weekdays.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::access::Path;
use crate::activities::activity::{Activity, Former, Weekday};
use crate::db::{Conn, Result, Tx, Value, built};
use crate::i18n::Text18;
use crate::vocabulary::{Kind, PlaceKind};
use crate::{args, row};

row! {
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
        term_id: Option<Uuid>,
        weekday: Option<i64>,
        start_min: Option<i64>,
        duration_min: Option<i64>,
        week_from: Option<NaiveDate>,
        week_until: Option<NaiveDate>,
    }
}

const COLUMNS: &str = "a.id, a.unit_id, a.code, a.name, a.kind, a.place_kind, a.main_tag_id, a.main_field_id,
    a.project_id, a.place, a.from_on, a.until_on, a.default_start_min, a.default_duration_min, a.version,
    t.term_id, w.weekday, w.start_min, w.duration_min, w.from_on as week_from, w.until_on as week_until";

/// Activities that meet a condition, with their terms and weekdays in one statement: a row for each pair of the two.
async fn activities(conn: Conn<'_>, and: &str, args: Vec<Value>) -> Result<Vec<Activity>> {
    let sql = format!(
        "select {COLUMNS} from activity a
         left join activity_term t on t.network_id = a.network_id and t.activity_id = a.id
         left join activity_weekday w on w.network_id = a.network_id and w.activity_id = a.id
         where a.network_id = $1 {and}
         order by a.code, a.id, t.term_id, w.weekday, w.start_min, w.from_on"
    );
    let rows: Vec<Row> = conn.all(built(sql), args).await?;
    let mut all: Vec<Activity> = Vec::new();
    for row in rows {
        let (term, weekday, week) = (row.term_id, row.weekday(), (row.week_from, row.week_until));
        if all.last().is_none_or(|last| last.id != row.id) {
            let Some(activity) = row.activity() else { continue };
            all.push(activity);
        }
        let Some(last) = all.last_mut() else { continue };
        // The same term comes again with each weekday, and each weekday with every term.
        if let Some(term) = term.filter(|term| last.terms.last() != Some(term)) {
            last.terms.push(term);
        }
        match (weekday, week) {
            (Some(usual), (Some(from_on), Some(until_on))) => {
                let former = Former { usual, from_on, until_on };
                if !last.former.contains(&former) {
                    last.former.push(former);
                }
            }
            (Some(usual), (Some(from), None)) if !last.weekdays.contains(&usual) => {
                last.week_from = from;
                last.weekdays.push(usual);
            }
            _ => {}
        }
    }
    Ok(all)
}

impl Row {
    fn weekday(&self) -> Option<Weekday> {
        Some(Weekday { weekday: self.weekday?, start_min: self.start_min?, duration_min: self.duration_min? })
    }

    /// None where a newer program wrote a kind that this one does not know.
    fn activity(self) -> Option<Activity> {
        Some(Activity {
            id: self.id,
            unit_id: self.unit_id,
            code: self.code,
            name: Text18::from_json(&self.name),
            kind: Kind::from_code(&self.kind)?,
            place_kind: PlaceKind::from_code(&self.place_kind)?,
            main_tag: self.main_tag_id,
            main_field: self.main_field_id,
            project: self.project_id,
            place: self.place,
            from_on: self.from_on,
            until_on: self.until_on,
            default_start_min: self.default_start_min,
            default_duration_min: self.default_duration_min,
            version: self.version,
            terms: Vec::new(),
            weekdays: Vec::new(),
            week_from: self.from_on,
            former: Vec::new(),
        })
    }
}

pub async fn find<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, id: Uuid) -> Result<Option<Activity>> {
    Ok(activities(conn.into(), "and a.id = $2", args![network_id, id]).await?.pop())
}

/// Everything a unit offers or ever offered.
pub async fn of_unit<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    unit_id: Uuid,
) -> Result<Vec<Activity>> {
    activities(conn.into(), "and a.unit_id = $2", args![network_id, unit_id]).await
}

/// Everything offered at or below a place of today's tree.
pub async fn of_branch<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    path: &Path,
    on: NaiveDate,
) -> Result<Vec<Activity>> {
    let (from, until) = path.range();
    activities(
        conn.into(),
        "and a.unit_id in (
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
    let row = |usual: &Weekday, from: NaiveDate, until: Option<NaiveDate>| {
        args![network_id, activity.id, usual.weekday, usual.start_min, usual.duration_min, from, until]
    };
    let now = activity.weekdays.iter().map(|usual| row(usual, activity.week_from, None));
    let former = activity.former.iter().map(|it| row(&it.usual, it.from_on, Some(it.until_on)));
    let columns =
        ["network_id", "activity_id", "weekday", "start_min", "duration_min", "from_on", "until_on"];
    let weekdays = now.chain(former);
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
