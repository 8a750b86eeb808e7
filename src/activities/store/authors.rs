//! SQL that tells what somebody has written.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::access::Path;
use crate::db::{Conn, Result};
use crate::{args, row};

row! {
    /// What somebody recorded at or below a place.
    #[derive(Clone, Debug)]
    pub struct Written {
        /// Entries that are theirs.
        pub entries: i64,
        /// Of these, how many have a note.
        pub notes: i64,
        /// Versions of colleagues' entries that they proposed and nobody has decided on.
        pub proposals: i64,
    }
}

/// What a person recorded in the units that belong to a branch today.
pub async fn written_by<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    path: &Path,
    today: NaiveDate,
    person_id: Uuid,
) -> Result<Written> {
    let (from, until) = path.range();
    conn.into()
        .one(
            "select count(*) as entries, count(e.note) as notes,
                (select count(*) from entry_version v
                 join entry o on o.network_id = v.network_id and o.id = v.entry_id
                 join unit_placement p on p.network_id = o.network_id and p.unit_id = o.unit_id
                 where v.network_id = $1 and v.state = 'proposed' and v.by_person = $2
                   and p.path >= $3 and p.path < $4
                   and p.from_on <= $5 and (p.until_on is null or p.until_on > $5)) as proposals
             from entry e
             join unit_placement p on p.network_id = e.network_id and p.unit_id = e.unit_id
             where e.network_id = $1 and e.made_by = $2 and e.deleted = $6 and p.path >= $3 and p.path < $4
               and p.from_on <= $5 and (p.until_on is null or p.until_on > $5)",
            args![network_id, person_id, from, until, today, false],
        )
        .await
}
