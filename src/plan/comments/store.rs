//! SQL for comments on plans.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::db::{Conn, Result, Tx};
use crate::plan::store::By;
use crate::{args, row};

row! {
    /// What somebody said of a plan, and what was answered.
    #[derive(Clone, Debug)]
    pub struct Comment {
        pub id: Uuid,
        /// Of the part; empty: the plan as a whole.
        pub code: String,
        /// That was read.
        pub version: i64,
        /// Empty where it was taken back.
        pub words: String,
        pub said_by: Uuid,
        pub by_name: String,
        pub said_at: DateTime<Utc>,
        pub taken_back_at: Option<DateTime<Utc>>,
        pub answer: String,
        pub answer_name: String,
        pub answered_at: Option<DateTime<Utc>>,
        pub taken_up: bool,
        /// 0: not answered yet.
        pub answer_version: i64,
    }
}

impl Comment {
    /// Whether it waits for an answer.
    pub fn is_open(&self) -> bool {
        self.taken_back_at.is_none() && self.answer_version == 0
    }
}

/// Every comment on a plan, the earliest first.
pub async fn all<'c>(conn: impl Into<Conn<'c>>, (network_id, plan_id): (Uuid, Uuid)) -> Result<Vec<Comment>> {
    let sql = "select c.id, c.code, c.version, c.words, c.said_by, coalesce(nullif(p.name, ''), p.mail, '') as by_name,
                      c.said_at, c.taken_back_at, c.answer, coalesce(nullif(a.name, ''), a.mail, '') as answer_name,
                      c.answered_at, c.taken_up, c.answer_version
               from plan_comment c left join person p on p.id = c.said_by left join person a on a.id = c.answered_by
               where c.network_id = $1 and c.plan_id = $2 order by c.said_at, c.id";
    conn.into().all(sql, args![network_id, plan_id]).await
}

/// What somebody says now.
pub struct New<'a> {
    pub id: Uuid,
    pub code: &'a str,
    pub version: i64,
    pub words: &'a str,
    pub by: Uuid,
}

pub async fn insert(
    tx: &mut Tx,
    (network_id, plan_id): (Uuid, Uuid),
    new: &New<'_>,
    at: DateTime<Utc>,
) -> Result<()> {
    tx.run(
        "insert into plan_comment (network_id, id, plan_id, code, version, words, said_by, said_at, answer, taken_up,
                                   answer_version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, '', $9, 0)",
        args![network_id, new.id, plan_id, new.code, new.version, new.words, new.by, at, false],
    )
    .await?;
    Ok(())
}

pub async fn answer(
    tx: &mut Tx,
    (network_id, id): (Uuid, Uuid),
    (words, taken_up, version): (&str, bool, i64),
    by: By,
) -> Result<()> {
    tx.run(
        "update plan_comment set answer = $3, taken_up = $4, answer_version = $5, answered_by = $6, answered_at = $7
         where network_id = $1 and id = $2",
        args![network_id, id, words, taken_up, version, by.person, by.at],
    )
    .await?;
    Ok(())
}

/// Takes a comment back: its words go.
pub async fn take_back(tx: &mut Tx, (network_id, id): (Uuid, Uuid), at: DateTime<Utc>) -> Result<()> {
    let sql = "update plan_comment set words = '', taken_back_at = $3
               where network_id = $1 and id = $2 and taken_back_at is null";
    tx.run(sql, args![network_id, id, at]).await?;
    Ok(())
}
