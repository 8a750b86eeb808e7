//! SQL that reads whole entries one stretch after the other: a unit's own, in the order of days, for files of any length.

use chrono::NaiveDate;
use uuid::Uuid;

use super::narrowed::{Filter, narrowed};
use crate::access::Path;
use crate::activities::entry::Entry;
use crate::db::{Conn, Db, DbError, Result, Tx, built};
use crate::row;

row! {
    /// An entry as it stands, not yet taken apart: that is left to whoever has the time.
    #[derive(Clone, Debug)]
    pub struct Whole {
        pub id: Uuid,
        pub local_date: NaiveDate,
        pub version: i64,
        pub made_by: Option<Uuid>,
        body: String,
    }
}

impl Whole {
    pub fn entry(&self) -> Result<Entry> {
        serde_json::from_str(&self.body).map_err(DbError::garbled)
    }

    /// The day and the id: the next stretch begins behind them.
    pub fn mark(&self) -> Mark {
        (self.local_date, self.id)
    }
}

/// Where a stretch ended.
pub type Mark = (NaiveDate, Uuid);

/// A unit's own entries that a filter leaves, `most` of them behind a mark. Which unit says `unit_id`, whatever the filter
/// says of it.
pub async fn stretch(
    db: &Db,
    tx: &mut Tx,
    (network_id, unit_id): (Uuid, Uuid),
    filter: &Filter,
    behind: Option<Mark>,
    most: i64,
) -> Result<Vec<Whole>> {
    let mut filter = Filter { unit: Some(unit_id), ..filter.clone() };
    if let Some((day, _)) = behind {
        filter.from = Some(day);
    }
    // The tree is not asked here, on no day: whose the unit is has been settled before.
    let mut it = narrowed(db, network_id, &Path::root(unit_id), NaiveDate::default(), &filter);
    if let Some((day, id)) = behind {
        let (day, id) = (it.mark(day), it.mark(id));
        it.and.push_str(&format!(" and (e.local_date > {day} or e.id > {id})"));
    }
    let most = it.mark(most);
    let sql = format!(
        "select e.id, e.local_date, e.version, e.made_by, v.body
         from entry e join entry_version v
              on v.network_id = e.network_id and v.entry_id = e.id and v.version = e.version
         where e.network_id = $1 {} order by e.local_date, e.id limit {most}",
        it.and
    );
    Conn::from(tx).many(built(sql), it.args).await
}
