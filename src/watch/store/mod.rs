//! SQL for watching: reads entries, keeps what became of findings, and support visits.

pub mod visits;
pub mod words;

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::rules::Seen;
use crate::activities::{CountMethod, Status};
use crate::db::{Cells, Conn, Result, Row, Tx, Value, built};
use crate::vocabulary::Kind;
use crate::{args, row};

/// Values of one list in a statement.
const AT_ONCE: usize = 500;

/// `$n, $n+1, …` for these ids, which are added to the values.
fn marks(ids: &[Uuid], args: &mut Vec<Value>) -> String {
    let first = args.len() + 1;
    args.extend(ids.iter().map(|id| Value::from(*id)));
    (first..first + ids.len()).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ")
}

/// None where a newer program wrote a kind that this one does not know.
struct SeenRow(Option<Seen>);

/// By place and not by name: a year of a network is twenty thousand of them.
impl Row for SeenRow {
    fn read(cells: &Cells<'_>) -> Result<SeenRow> {
        let (kind, status, method): (String, String, String) = (cells.at(3)?, cells.at(4)?, cells.at(13)?);
        let Some(kind) = Kind::from_code(&kind) else { return Ok(SeenRow(None)) };
        Ok(SeenRow(Some(Seen {
            id: cells.at(0)?,
            unit_id: cells.at(1)?,
            activity_id: cells.at(2)?,
            kind,
            held: status == Status::Held.code(),
            date: cells.at(5)?,
            start_min: cells.at(6)?,
            duration_min: cells.at(7)?,
            heads: [cells.at(8)?, cells.at(9)?, cells.at(10)?],
            staff_count: cells.at(11)?,
            staff_min: cells.at(12)?,
            counted: method == CountMethod::Counted.code(),
            copied: cells.at(14)?,
            in_series: cells.at::<Option<Uuid>>(15)?.is_some(),
        })))
    }
}

/// What these units recorded from a day to another, both included.
pub async fn entries<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    units: &[Uuid],
    (from, last): (NaiveDate, NaiveDate),
) -> Result<Vec<Seen>> {
    let (mut conn, mut found) = (conn.into(), Vec::new());
    for units in units.chunks(AT_ONCE) {
        let mut args = args![network_id, from, last, false];
        let sql = format!(
            "select id, unit_id, activity_id, kind, status, local_date, start_min, duration_min,
                    creators, participants, audience, staff_count, staff_min, count_method, copied_counts, series_id
             from entry where network_id = $1 and unit_id in ({}) and local_date >= $2 and local_date <= $3
               and deleted = $4",
            marks(units, &mut args)
        );
        let rows: Vec<SeenRow> = conn.again().many(built(sql), args).await?;
        found.extend(rows.into_iter().filter_map(|row| row.0));
    }
    Ok(found)
}

/// Who recorded entries, and when.
pub async fn written<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    ids: &[Uuid],
) -> Result<Vec<(Uuid, Option<Uuid>, DateTime<Utc>)>> {
    let (mut conn, mut found) = (conn.into(), Vec::new());
    for ids in ids.chunks(AT_ONCE) {
        let mut args = args![network_id];
        let sql = format!(
            "select id, made_by, made_at from entry where network_id = $1 and id in ({})",
            marks(ids, &mut args)
        );
        let rows: Vec<(Uuid, Option<Uuid>, DateTime<Utc>)> = conn.again().all(built(sql), args).await?;
        found.extend(rows);
    }
    Ok(found)
}

row! {
    /// What became of a finding.
    #[derive(Clone, Debug)]
    pub struct Standing {
        pub unit_id: Uuid,
        pub kind: String,
        pub key: String,
        pub told_on: Option<NaiveDate>,
        pub answer: Option<String>,
        pub reason: Option<String>,
        pub dismissed_by: Option<Uuid>,
        /// What whoever answered is called.
        pub by_name: Option<String>,
        pub dismissed_at: Option<DateTime<Utc>>,
    }
}

/// What became of these units' findings, so far as anything did.
pub async fn standing<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    units: &[Uuid],
) -> Result<Vec<Standing>> {
    let (mut conn, mut found) = (conn.into(), Vec::new());
    for units in units.chunks(AT_ONCE) {
        let mut args = args![network_id];
        let sql = format!(
            "select f.unit_id, f.kind, f.key, f.told_on, f.answer, f.reason, f.dismissed_by, f.dismissed_at,
                    case when p.name = '' then p.mail else p.name end as by_name
             from finding_state f left join person p on p.id = f.dismissed_by
             where f.network_id = $1 and f.unit_id in ({})",
            marks(units, &mut args)
        );
        found.extend(conn.again().all::<Standing>(built(sql), args).await?);
    }
    Ok(found)
}

/// Puts down that findings were shown to those who record in a unit. The first time stands.
pub async fn tell(
    tx: &mut Tx,
    network_id: Uuid,
    unit_id: Uuid,
    found: &[(&str, &str)],
    today: NaiveDate,
) -> Result<()> {
    for (kind, key) in found {
        tx.run(
            "insert into finding_state (network_id, unit_id, kind, key, first_seen_on, told_on)
             values ($1, $2, $3, $4, $5, $5)
             on conflict (network_id, unit_id, kind, key)
             do update set told_on = coalesce(finding_state.told_on, excluded.told_on)",
            args![network_id, unit_id, *kind, *key, today],
        )
        .await?;
    }
    Ok(())
}

/// What somebody answered.
#[derive(Clone, Debug)]
pub struct Answered<'a> {
    pub kind: &'a str,
    pub key: &'a str,
    pub answer: &'a str,
    pub reason: Option<&'a str>,
    pub by: Uuid,
    pub at: DateTime<Utc>,
    pub on: NaiveDate,
}

/// Puts an answer down; false where somebody answered before, which stands.
pub async fn dismiss(tx: &mut Tx, network_id: Uuid, unit_id: Uuid, it: &Answered<'_>) -> Result<bool> {
    let changed = tx
        .run(
            "insert into finding_state
                (network_id, unit_id, kind, key, first_seen_on, answer, reason, dismissed_by, dismissed_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             on conflict (network_id, unit_id, kind, key)
             do update set answer = excluded.answer, reason = excluded.reason,
                dismissed_by = excluded.dismissed_by, dismissed_at = excluded.dismissed_at
             where finding_state.dismissed_at is null",
            args![
                network_id,
                unit_id,
                it.kind,
                it.key,
                it.on,
                it.answer,
                it.reason.map(str::to_owned),
                it.by,
                it.at
            ],
        )
        .await?;
    Ok(changed > 0)
}

/// Takes somebody's own answer back; false where there is none of theirs.
pub async fn withdraw(
    tx: &mut Tx,
    network_id: Uuid,
    unit_id: Uuid,
    (kind, key): (&str, &str),
    by: Uuid,
) -> Result<bool> {
    let changed = tx
        .run(
            "update finding_state set answer = null, reason = null, dismissed_by = null, dismissed_at = null
             where network_id = $1 and unit_id = $2 and kind = $3 and key = $4 and dismissed_by = $5",
            args![network_id, unit_id, kind, key, by],
        )
        .await?;
    Ok(changed > 0)
}
