//! SQL for the rule of retention, and for the proof that it was kept to.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::rule::DEFAULT_YEARS;
use crate::db::{Conn, Result, Tx};
use crate::{args, row};

row! {
    /// For how many full years after its own an entry's note is kept, and who said so.
    #[derive(Clone, Debug)]
    pub struct Rule {
        pub note_years: i64,
        pub set_by: String,
        pub set_at: DateTime<Utc>,
    }
}

/// What a network has said last.
pub async fn rule<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid) -> Result<Option<Rule>> {
    conn.into()
        .find(
            "select r.note_years, case when p.name = '' then p.mail else p.name end as set_by, r.set_at
             from retention_rule r join person p on p.id = r.set_by
             where r.network_id = $1 order by r.set_at desc, r.id desc limit 1",
            args![network_id],
        )
        .await
}

pub async fn years<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid) -> Result<i64> {
    Ok(rule(conn, network_id).await?.map_or(DEFAULT_YEARS, |rule| rule.note_years))
}

pub async fn insert_rule(
    tx: &mut Tx,
    network_id: Uuid,
    id: Uuid,
    note_years: i64,
    by: Uuid,
    now: DateTime<Utc>,
) -> Result<()> {
    tx.run(
        "insert into retention_rule (network_id, id, note_years, set_by, set_at) values ($1, $2, $3, $4, $5)",
        args![network_id, id, note_years, by, now],
    )
    .await?;
    Ok(())
}

row! {
    /// One time the rule was kept to.
    #[derive(Clone, Debug)]
    pub struct Run {
        pub id: Uuid,
        pub ran_on: NaiveDate,
        /// Notes of entries before this day were removed.
        pub cutoff_on: NaiveDate,
        pub notes_removed: i64,
        /// Entries whose answers in words were removed.
        pub answers_removed: i64,
        /// Answers to findings and support visits whose words were removed.
        pub watch_removed: i64,
        /// Steps from results to change whose words were removed.
        pub change_removed: i64,
        /// Pictures beside entries.
        pub pictures_removed: i64,
        pub begun_at: DateTime<Utc>,
        pub finished_at: Option<DateTime<Utc>>,
    }
}

/// Puts down that a run begins, or goes on after it was interrupted.
pub async fn begin_run(
    tx: &mut Tx,
    network_id: Uuid,
    id: Uuid,
    (ran_on, cutoff_on): (NaiveDate, NaiveDate),
    now: DateTime<Utc>,
) -> Result<()> {
    tx.run(
        "insert into retention_run (network_id, id, ran_on, cutoff_on, notes_removed, begun_at)
         values ($1, $2, $3, $4, 0, $5)
         on conflict (network_id, id) do update set ran_on = excluded.ran_on, cutoff_on = excluded.cutoff_on",
        args![network_id, id, ran_on, cutoff_on, now],
    )
    .await?;
    Ok(())
}

/// Adds to what a run has removed.
pub async fn add_removed(tx: &mut Tx, network_id: Uuid, id: Uuid, n: i64) -> Result<()> {
    tx.run(
        "update retention_run set notes_removed = notes_removed + $3 where network_id = $1 and id = $2",
        args![network_id, id, n],
    )
    .await?;
    Ok(())
}

/// Adds to the answers a run has removed.
pub async fn add_answers_removed(tx: &mut Tx, network_id: Uuid, id: Uuid, n: i64) -> Result<()> {
    tx.run(
        "update retention_run set answers_removed = answers_removed + $3 where network_id = $1 and id = $2",
        args![network_id, id, n],
    )
    .await?;
    Ok(())
}

/// Adds to the words about records and visits that a run has removed.
pub async fn add_watch_removed(tx: &mut Tx, network_id: Uuid, id: Uuid, n: i64) -> Result<()> {
    tx.run(
        "update retention_run set watch_removed = watch_removed + $3 where network_id = $1 and id = $2",
        args![network_id, id, n],
    )
    .await?;
    Ok(())
}

/// Adds to the steps whose words a run has removed.
pub async fn add_change_removed(tx: &mut Tx, network_id: Uuid, id: Uuid, n: i64) -> Result<()> {
    tx.run(
        "update retention_run set change_removed = change_removed + $3 where network_id = $1 and id = $2",
        args![network_id, id, n],
    )
    .await?;
    Ok(())
}

/// Adds to the pictures that a run has removed.
pub async fn add_pictures_removed(tx: &mut Tx, network_id: Uuid, id: Uuid, n: i64) -> Result<()> {
    tx.run(
        "update retention_run set pictures_removed = pictures_removed + $3 where network_id = $1 and id = $2",
        args![network_id, id, n],
    )
    .await?;
    Ok(())
}

pub async fn finish_run(tx: &mut Tx, network_id: Uuid, id: Uuid, now: DateTime<Utc>) -> Result<()> {
    tx.run(
        "update retention_run set finished_at = $3 where network_id = $1 and id = $2 and finished_at is null",
        args![network_id, id, now],
    )
    .await?;
    Ok(())
}

/// The latest runs, latest first.
pub async fn runs<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, most: i64) -> Result<Vec<Run>> {
    conn.into()
        .all(
            "select id, ran_on, cutoff_on, notes_removed, answers_removed, watch_removed, change_removed, pictures_removed,
                    begun_at, finished_at
             from retention_run
             where network_id = $1 order by ran_on desc, begun_at desc, id desc limit $2",
            args![network_id, most],
        )
        .await
}

pub async fn run<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, id: Uuid) -> Result<Option<Run>> {
    conn.into()
        .find(
            "select id, ran_on, cutoff_on, notes_removed, answers_removed, watch_removed, change_removed, pictures_removed,
                    begun_at, finished_at
             from retention_run
             where network_id = $1 and id = $2",
            args![network_id, id],
        )
        .await
}

/// The latest run that came to its end.
pub async fn last_finished<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid) -> Result<Option<Run>> {
    conn.into()
        .find(
            "select id, ran_on, cutoff_on, notes_removed, answers_removed, watch_removed, change_removed, pictures_removed,
                    begun_at, finished_at
             from retention_run
             where network_id = $1 and finished_at is not null order by ran_on desc, finished_at desc limit 1",
            args![network_id],
        )
        .await
}
