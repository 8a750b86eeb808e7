//! The record of what others may want to know of, as it is read: who read notes, who gave whom a role, and when.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::Path;
use crate::db::{Conn, Result};
use crate::i18n::Text18;

/// One act on record.
#[derive(Clone, Debug)]
pub struct Recorded {
    pub id: Uuid,
    pub at: DateTime<Utc>,
    /// Who; none where the account is not known any more.
    pub person: Option<String>,
    /// What was done: `read_note`, `invite` …
    pub act: String,
    /// To what: an entry's id, a role and the invitation's id, a unit's code …
    pub object: String,
    pub unit: String,
    pub unit_name: Text18,
}

/// Which acts.
#[derive(Clone, Debug, Default)]
pub struct Sought {
    pub act: Option<String>,
    /// Instants, half-open.
    pub from: Option<DateTime<Utc>>,
    pub until: Option<DateTime<Utc>>,
    /// Only what came before this one.
    pub before: Option<Uuid>,
}

/// Acts of the branch as it stands on `today`, newest first, at most so many.
pub async fn recorded<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    path: &Path,
    today: NaiveDate,
    sought: &Sought,
    most: i64,
) -> Result<Vec<Recorded>> {
    super::store::recorded(conn.into(), network_id, path, today, sought, most).await
}

/// Every act that stands on record in the branch, for choosing one.
pub async fn acts<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    path: &Path,
    today: NaiveDate,
) -> Result<Vec<String>> {
    super::store::acts(conn.into(), network_id, path, today).await
}
