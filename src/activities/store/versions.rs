//! SQL that reads versions: what an entry said before, and what somebody proposed instead.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::activities::entry::Entry;
use crate::db::{Conn, DbError, Result, Tx};
use crate::{args, row};

row! {
    struct Row {
        version: i64,
        state: String,
        body: String,
        by_person: Option<Uuid>,
        by_name: Option<String>,
        at: DateTime<Utc>,
    }
}

/// One kept version.
#[derive(Clone, Debug)]
pub struct Version {
    pub version: i64,
    /// current, past, proposed, set_aside
    pub state: String,
    pub body: Entry,
    pub by: Option<Uuid>,
    pub by_name: Option<String>,
    pub at: DateTime<Utc>,
}

impl TryFrom<Row> for Version {
    type Error = DbError;
    fn try_from(row: Row) -> Result<Version> {
        let body = serde_json::from_str(&row.body).map_err(DbError::garbled)?;
        Ok(Version {
            version: row.version,
            state: row.state,
            body,
            by: row.by_person,
            by_name: row.by_name,
            at: row.at,
        })
    }
}

/// Every version of an entry, oldest first.
pub async fn of_entry<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    entry_id: Uuid,
) -> Result<Vec<Version>> {
    let rows: Vec<Row> = conn
        .into()
        .all(
            "select v.version, v.state, v.body, v.by_person,
                    coalesce(nullif(p.name, ''), p.mail) as by_name, v.at
             from entry_version v left join person p on p.id = v.by_person
             where v.network_id = $1 and v.entry_id = $2 order by v.version",
            args![network_id, entry_id],
        )
        .await?;
    rows.into_iter().map(Version::try_from).collect()
}

/// What somebody is called.
pub async fn called<'c>(conn: impl Into<Conn<'c>>, person: Uuid) -> Result<Option<String>> {
    let found: Option<(String,)> = conn
        .into()
        .find("select coalesce(nullif(name, ''), mail) from person where id = $1", args![person])
        .await?;
    Ok(found.map(|(name,)| name))
}

/// What a command that was carried out before came to: (version, state, body as sent).
pub async fn by_command(
    tx: &mut Tx,
    network_id: Uuid,
    entry_id: Uuid,
    command: Uuid,
) -> Result<Option<(i64, String, String)>> {
    Conn::from(tx)
        .find(
            "select version, state, body from entry_version
             where network_id = $1 and entry_id = $2 and command_id = $3",
            args![network_id, entry_id, command],
        )
        .await
}

pub async fn next_number(tx: &mut Tx, network_id: Uuid, entry_id: Uuid) -> Result<i64> {
    let (last,): (i64,) = Conn::from(tx)
        .one(
            "select coalesce(max(version), 0) from entry_version where network_id = $1 and entry_id = $2",
            args![network_id, entry_id],
        )
        .await?;
    Ok(last + 1)
}

row! {
    /// A proposal that waits for a decision.
    #[derive(Clone, Debug)]
    pub struct Waiting {
        pub entry_id: Uuid,
        pub version: i64,
        pub unit_id: Uuid,
        pub activity_id: Uuid,
        pub local_date: NaiveDate,
    }
}

/// The proposals that wait in a unit, oldest day first.
pub async fn waiting<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, unit_id: Uuid) -> Result<Vec<Waiting>> {
    conn.into()
        .all(
            "select v.entry_id, v.version, e.unit_id, e.activity_id, e.local_date
             from entry_version v join entry e on e.network_id = v.network_id and e.id = v.entry_id
             where v.network_id = $1 and v.state = 'proposed' and e.unit_id = $2
             order by e.local_date, v.entry_id, v.version",
            args![network_id, unit_id],
        )
        .await
}

/// Takes a proposal off the table; false where it was decided already.
pub async fn set_aside(tx: &mut Tx, network_id: Uuid, entry_id: Uuid, version: i64) -> Result<bool> {
    let changed = tx
        .run(
            "update entry_version set state = 'set_aside'
             where network_id = $1 and entry_id = $2 and version = $3 and state = 'proposed'",
            args![network_id, entry_id, version],
        )
        .await?;
    Ok(changed > 0)
}
