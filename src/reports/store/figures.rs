//! SQL for the figures of finished reports.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::db::{Conn, Result, Tx, Value, built};
use crate::reports::document::{Figure, Value as Counted};
use crate::{args, row};

const COLUMNS: [&str; 17] = [
    "network_id",
    "report_id",
    "mark",
    "position",
    "measure",
    "definition",
    "unit_id",
    "from_on",
    "until_on",
    "axis",
    "code",
    "unit",
    "unit_name",
    "label",
    "above",
    "below",
    "shown",
];

pub async fn insert_figures(tx: &mut Tx, network_id: Uuid, report_id: Uuid, all: &[Figure]) -> Result<()> {
    let row = |it: &Figure| {
        args![
            network_id,
            report_id,
            it.mark.as_str(),
            it.position,
            it.measure.as_str(),
            it.definition,
            it.unit_id,
            it.from,
            it.until,
            it.axis.as_str(),
            it.code.as_str(),
            it.unit.as_str(),
            it.unit_name.as_str(),
            it.label.as_str(),
            it.value.above,
            it.value.below,
            it.shown.as_str()
        ]
    };
    tx.insert("report_figure", &COLUMNS, all.iter().map(row).collect()).await
}

row! {
    struct Row {
        mark: String,
        position: i64,
        measure: String,
        definition: i64,
        unit_id: Uuid,
        from_on: NaiveDate,
        until_on: NaiveDate,
        axis: String,
        code: String,
        unit: String,
        unit_name: String,
        label: String,
        above: i64,
        below: Option<i64>,
        shown: String,
    }
}

impl From<Row> for Figure {
    fn from(row: Row) -> Figure {
        Figure {
            mark: row.mark,
            position: row.position,
            measure: row.measure,
            definition: row.definition,
            unit_id: row.unit_id,
            unit: row.unit,
            unit_name: row.unit_name,
            from: row.from_on,
            until: row.until_on,
            axis: row.axis,
            code: row.code,
            label: row.label,
            value: Counted { above: row.above, below: row.below },
            shown: row.shown,
        }
    }
}

async fn where_is(conn: Conn<'_>, which: &str, args: Vec<Value>) -> Result<Vec<Figure>> {
    let sql = format!(
        "select f.mark, f.position, f.measure, f.definition, f.unit_id, f.from_on, f.until_on, f.axis, f.code, f.unit,
                f.unit_name, f.label, f.above, f.below, f.shown
         from report_figure f where f.network_id = $1 and f.report_id = $2 {which}
         order by length(f.mark), f.mark, f.position"
    );
    let rows: Vec<Row> = conn.all(built(sql), args).await?;
    Ok(rows.into_iter().map(Figure::from).collect())
}

/// Every figure of a finished report, in the order of marks.
pub async fn figures<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    report_id: Uuid,
) -> Result<Vec<Figure>> {
    where_is(conn.into(), "", args![network_id, report_id]).await
}

/// The figures under one mark.
pub async fn of_mark<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    report_id: Uuid,
    mark: &str,
) -> Result<Vec<Figure>> {
    where_is(conn.into(), "and f.mark = $3", args![network_id, report_id, mark]).await
}

row! {
    /// A figure of another finished report.
    #[derive(Clone, Debug)]
    pub struct About {
        pub report_id: Uuid,
        pub report_unit_id: Uuid,
        pub template: String,
        pub period: String,
        pub finished_at: DateTime<Utc>,
        pub change_seq: i64,
        pub measure: String,
        pub axis: String,
        pub code: String,
        pub unit: String,
        pub unit_name: String,
        pub from_on: NaiveDate,
        pub until_on: NaiveDate,
        pub above: i64,
        pub below: Option<i64>,
    }
}

/// Whole figures of a network's finished reports whose own period lies in these days, but for one report and those whose
/// place was taken.
pub async fn finished_about<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    (from, until): (NaiveDate, NaiveDate),
    but: Uuid,
) -> Result<Vec<About>> {
    let sql = "select r.id as report_id, r.unit_id as report_unit_id, r.template_code as template, r.period,
                      r.finished_at, r.change_seq, f.measure, f.axis, f.code, f.unit, f.unit_name, f.from_on, f.until_on,
                      f.above, f.below
               from report r join report_figure f on f.network_id = r.network_id and f.report_id = r.id
               where r.network_id = $1 and r.finished_at is not null and r.id <> $4
                 and f.from_on >= $2 and f.until_on <= $3 and r.from_on = f.from_on and r.until_on = f.until_on
                 and f.axis = '' and f.measure <> 'result_index'
                 and not exists (select 1 from report n where n.network_id = r.network_id and n.supersedes_id = r.id
                                   and n.finished_at is not null)
               order by r.finished_at, r.id, length(f.mark), f.mark";
    conn.into().many(sql, args![network_id, from, until, but]).await
}

/// Parts of a unit's figures in finished reports about any of these days, but for one report and those whose place was taken.
pub async fn finished_parts<'c>(
    conn: impl Into<Conn<'c>>,
    (network_id, unit_id): (Uuid, Uuid),
    (from, until): (NaiveDate, NaiveDate),
    but: Uuid,
) -> Result<Vec<About>> {
    let sql = "select r.id as report_id, r.unit_id as report_unit_id, r.template_code as template, r.period,
                      r.finished_at, r.change_seq, f.measure, f.axis, f.code, f.unit, f.unit_name, f.from_on, f.until_on,
                      f.above, f.below
               from report r join report_figure f on f.network_id = r.network_id and f.report_id = r.id
               where r.network_id = $1 and f.unit_id = $2 and r.finished_at is not null and r.id <> $5
                 and r.from_on < $4 and r.until_on > $3 and f.axis not in ('', 'unit', 'plan')
                 and f.measure <> 'result_index'
                 and not exists (select 1 from report n where n.network_id = r.network_id and n.supersedes_id = r.id
                                   and n.finished_at is not null)
               order by r.finished_at, r.id, length(f.mark), f.mark, f.position";
    conn.into().many(sql, args![network_id, unit_id, from, until, but]).await
}

/// Figures of a unit's plan in its finished reports about these days, but for one report and those whose place was taken; with the
/// days of the report.
pub async fn finished_of_plan<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    unit_id: Uuid,
    (from, until): (NaiveDate, NaiveDate),
    but: Uuid,
) -> Result<Vec<About>> {
    let sql = "select r.id as report_id, r.unit_id as report_unit_id, r.template_code as template, r.period,
                      r.finished_at, r.change_seq, f.measure, f.axis, f.code, f.unit, f.unit_name, r.from_on, r.until_on,
                      f.above, f.below
               from report r join report_figure f on f.network_id = r.network_id and f.report_id = r.id
               where r.network_id = $1 and r.unit_id = $2 and r.finished_at is not null and r.id <> $5
                 and r.from_on >= $3 and r.until_on <= $4 and f.axis = 'plan'
                 and not exists (select 1 from report n where n.network_id = r.network_id and n.supersedes_id = r.id
                                   and n.finished_at is not null)
               order by r.finished_at, r.id, length(f.mark), f.mark";
    conn.into().all(sql, args![network_id, unit_id, from, until, but]).await
}
