//! SQL for totals: a sheet for each unit and day, and for each unit and month, with something in it.

use chrono::NaiveDate;
use uuid::Uuid;

use super::sheet::Sheet;
use crate::args;
use crate::db::{Conn, DbError, Result, Tx, Value, built};

/// How sheets are written down. Another one makes the program count every network again when it starts.
pub const FORMAT: i64 = 1;

/// How long the stretch of a sheet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Span {
    Day,
    Month,
}

impl Span {
    pub fn code(self) -> &'static str {
        match self {
            Span::Day => "day",
            Span::Month => "month",
        }
    }

    fn of(code: &str) -> Span {
        if code == "day" { Span::Day } else { Span::Month }
    }
}

/// A sheet as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub span: Span,
    /// The day, or the first of the month.
    pub from: NaiveDate,
    pub unit_id: Uuid,
    pub body: Vec<u8>,
}

impl Kept {
    pub fn sheet(&self) -> Result<Sheet> {
        read(&self.body)
    }
}

fn read(body: &[u8]) -> Result<Sheet> {
    postcard::from_bytes(body).map_err(|error| DbError::Setting(format!("a total cannot be read: {error}")))
}

/// Room for most sheets, so that writing one down does not have to look for more again and again.
const ROOM: usize = 1024;

fn written(sheet: &Sheet) -> Result<Vec<u8>> {
    postcard::to_extend(sheet, Vec::with_capacity(ROOM))
        .map_err(|error| DbError::Setting(format!("a total cannot be written: {error}")))
}

/// How a sheet with nothing in it is written down: of a day whose entries were all deleted one is left.
pub fn nothing() -> Result<Vec<u8>> {
    written(&Sheet::default())
}

type Row = (String, NaiveDate, Uuid, Vec<u8>);

fn kept((span, from, unit_id, body): Row) -> Kept {
    Kept { span: Span::of(&span), from, unit_id, body }
}

/// Days asked for in one statement.
const AT_ONCE: usize = 100;

/// The sheets of a unit that begin on these days, or of the months they begin; those with nothing in them are absent.
pub(super) async fn of_unit(
    tx: &mut Tx,
    network_id: Uuid,
    unit_id: Uuid,
    asked: &[(Span, NaiveDate)],
) -> Result<Vec<(Span, NaiveDate, Sheet)>> {
    let mut found = Vec::with_capacity(asked.len());
    for asked in asked.chunks(AT_ONCE) {
        let mut args = args![network_id, unit_id];
        let mut of = |span: Span| {
            let first = args.len() + 1;
            args.extend(asked.iter().filter(|(it, _)| *it == span).map(|(_, from)| Value::from(*from)));
            let marks: Vec<String> = (first..=args.len()).map(|n| format!("${n}")).collect();
            (!marks.is_empty()).then(|| {
                format!(
                    "select span, from_on, body from total
                     where network_id = $1 and unit_id = $2 and span = '{}' and from_on in ({})",
                    span.code(),
                    marks.join(", ")
                )
            })
        };
        let parts: Vec<String> = [of(Span::Day), of(Span::Month)].into_iter().flatten().collect();
        let sql = built(parts.join(" union all "));
        let rows: Vec<(String, NaiveDate, Vec<u8>)> = Conn::from(&mut *tx).all(sql, args).await?;
        for (span, from, body) in rows {
            found.push((Span::of(&span), from, read(&body)?));
        }
    }
    Ok(found)
}

/// Puts sheets in the place of those before, under a change of the network.
pub async fn put(
    tx: &mut Tx,
    network_id: Uuid,
    change_seq: i64,
    sheets: &[(Span, NaiveDate, Uuid, Sheet)],
) -> Result<()> {
    let row = |(span, from, unit_id, sheet): &(Span, NaiveDate, Uuid, Sheet)| {
        Ok(args![network_id, span.code(), *from, *unit_id, written(sheet)?, change_seq])
    };
    let rows = sheets.iter().map(row).collect::<Result<_>>()?;
    let key = ["network_id", "span", "from_on", "unit_id"];
    tx.put("total", &key, &["body", "change_seq"], rows).await
}

/// Sheets of every unit that begin from a day to the day before another, by unit and day.
pub async fn between(
    conn: impl Into<Conn<'_>>,
    network_id: Uuid,
    span: Span,
    from: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<Kept>> {
    let sql = "select span, from_on, unit_id, body from total
        where network_id = $1 and span = $2 and from_on >= $3 and from_on < $4 order by unit_id, from_on";
    let rows: Vec<Row> = conn.into().many(sql, args![network_id, span.code(), from, until]).await?;
    Ok(rows.into_iter().map(kept).collect())
}

/// The months of these units that begin from a day to the day before another, by unit and month.
pub async fn months_of(
    conn: impl Into<Conn<'_>>,
    network_id: Uuid,
    units: &[Uuid],
    (from, until): (NaiveDate, NaiveDate),
) -> Result<Vec<Kept>> {
    let (mut conn, mut found) = (conn.into(), Vec::new());
    for units in units.chunks(AT_ONCE) {
        let marks: Vec<String> = (5..5 + units.len()).map(|n| format!("${n}")).collect();
        let sql = format!(
            "select span, from_on, unit_id, body from total
             where network_id = $1 and span = $2 and from_on >= $3 and from_on < $4 and unit_id in ({})
             order by unit_id, from_on",
            marks.join(", ")
        );
        let mut args = args![network_id, Span::Month.code(), from, until];
        args.extend(units.iter().map(|unit| Value::from(*unit)));
        let rows: Vec<Row> = conn.again().many(built(sql), args).await?;
        found.extend(rows.into_iter().map(kept));
    }
    Ok(found)
}

/// Sheets that changed after a change of the network.
pub async fn touched(conn: impl Into<Conn<'_>>, network_id: Uuid, after: i64) -> Result<Vec<Kept>> {
    let sql = "select span, from_on, unit_id, body from total
        where network_id = $1 and change_seq > $2 order by unit_id, from_on";
    let rows: Vec<Row> = conn.into().many(sql, args![network_id, after]).await?;
    Ok(rows.into_iter().map(kept).collect())
}

/// Networks whose totals were never counted, or are written down in another way than this program's.
pub async fn outdated(conn: impl Into<Conn<'_>>) -> Result<Vec<Uuid>> {
    let sql = "select id from network where totals_format <> $1 order by id";
    let rows: Vec<(Uuid,)> = conn.into().all(sql, args![FORMAT]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Marks a network's totals as counted and written down in this program's way.
pub async fn set_format(tx: &mut Tx, network_id: Uuid) -> Result<()> {
    tx.run("update network set totals_format = $2 where id = $1", args![network_id, FORMAT]).await?;
    Ok(())
}
