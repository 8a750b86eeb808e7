//! SQL for sums that no entries stand behind.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::New;
use crate::access::Path;
use crate::db::{Conn, Result, Tx};
use crate::{args, row};

row! {
    /// What is known of a time only as a sum.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct PastTotal {
        pub unit_id: Uuid,
        /// Where the unit stands.
        pub path: Vec<u8>,
        pub from_on: NaiveDate,
        pub until_on: NaiveDate,
        pub measure_code: String,
        pub value: i64,
        /// The file it came with.
        pub source: String,
    }
}

/// What holds of the units at or below a place of today's tree, of every measure or of one: of the same unit, time and
/// measure the last that came with an import which was not undone.
pub async fn past_totals<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    path: &Path,
    on: NaiveDate,
    measure: Option<&str>,
) -> Result<Vec<PastTotal>> {
    let (from, until) = path.range();
    conn.into()
        .all(
            "select t.unit_id, p.path, t.from_on, t.until_on, t.measure_code, t.value, t.source
             from past_total t
             join unit_placement p on p.network_id = t.network_id and p.unit_id = t.unit_id
                  and p.path >= $2 and p.path < $3 and p.from_on <= $4 and (p.until_on is null or p.until_on > $4)
             join import_batch b on b.network_id = t.network_id and b.id = t.import_id and b.undone_at is null
             where t.network_id = $1 and ($5 is null or t.measure_code = $5)
             -- Asked first, and once: without any, nothing is looked for unit by unit.
             and exists (select 1 from past_total any_at_all where any_at_all.network_id = $1)
             and not exists (
                 select 1 from past_total n
                 join import_batch c on c.network_id = n.network_id and c.id = n.import_id and c.undone_at is null
                 where n.network_id = t.network_id and n.unit_id = t.unit_id and n.from_on = t.from_on
                 and n.until_on = t.until_on and n.measure_code = t.measure_code
                 and (n.at > t.at or (n.at = t.at and n.id > t.id)))
             order by t.unit_id, t.from_on, t.until_on, t.measure_code",
            args![network_id, from, until, on, measure],
        )
        .await
}

/// The units and times that sums of an import are of.
pub async fn of_import(
    tx: &mut Tx,
    network_id: Uuid,
    import_id: Uuid,
) -> Result<Vec<(Uuid, NaiveDate, NaiveDate)>> {
    let sql =
        "select distinct unit_id, from_on, until_on from past_total where network_id = $1 and import_id = $2";
    Conn::from(tx).all(sql, args![network_id, import_id]).await
}

/// Keeps sums of one import: (id, sum).
pub async fn insert(
    tx: &mut Tx,
    network_id: Uuid,
    import_id: Uuid,
    source: &str,
    by: Option<Uuid>,
    at: DateTime<Utc>,
    all: Vec<(Uuid, New)>,
) -> Result<()> {
    let columns = [
        "network_id",
        "id",
        "unit_id",
        "from_on",
        "until_on",
        "measure_code",
        "value",
        "source",
        "import_id",
        "by_person",
        "at",
    ];
    let rows = all.into_iter().map(|(id, it)| {
        args![
            network_id,
            id,
            it.unit_id,
            it.from_on,
            it.until_on,
            it.measure.code(),
            it.value,
            source,
            import_id,
            by,
            at
        ]
    });
    tx.insert("past_total", &columns, rows.collect()).await
}
