//! SQL for the end of words: reasons for answers, and what was noted and agreed on support visits.

use chrono::{NaiveDate, NaiveTime};
use uuid::Uuid;

use crate::args;
use crate::db::{Conn, Result, Tx};

/// How many answers given, and visits made, before a day still have words.
pub async fn count_before<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, before: NaiveDate) -> Result<i64> {
    let (n,): (i64,) = conn
        .into()
        .one(
            "select (select count(*) from finding_state
                     where network_id = $1 and reason is not null and dismissed_at < $2)
                  + (select count(*) from support_visit
                     where network_id = $1 and visited_on < $3 and (note <> '' or agreed is not null))",
            args![network_id, before.and_time(NaiveTime::MIN).and_utc(), before],
        )
        .await?;
    Ok(n)
}

/// Removes them; returns from how many. That somebody answered, and came by, stays.
pub async fn remove_before(tx: &mut Tx, network_id: Uuid, before: NaiveDate) -> Result<i64> {
    let reasons = tx
        .run(
            "update finding_state set reason = null
             where network_id = $1 and reason is not null and dismissed_at < $2",
            args![network_id, before.and_time(NaiveTime::MIN).and_utc()],
        )
        .await?;
    let visits = tx
        .run(
            "update support_visit set note = '', agreed = null
             where network_id = $1 and visited_on < $2 and (note <> '' or agreed is not null)",
            args![network_id, before],
        )
        .await?;
    Ok(i64::try_from(reasons + visits).unwrap_or(i64::MAX))
}
