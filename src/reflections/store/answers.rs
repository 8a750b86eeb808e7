//! SQL for answers: as they stand, what they said before, and the end of their texts.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::db::{Conn, Result, Tx, Value, built};
use crate::reflections::answer::Answer;
use crate::{args, row};

row! {
    struct Row {
        entry_id: Uuid,
        question_id: Uuid,
        version: i64,
        answered: bool,
        value_text: Option<String>,
        value_n: Option<i64>,
        by_person: Option<Uuid>,
        at: DateTime<Utc>,
        command_id: Uuid,
    }
}

impl From<Row> for Answer {
    fn from(row: Row) -> Answer {
        Answer {
            entry_id: row.entry_id,
            question_id: row.question_id,
            version: row.version,
            answered: row.answered,
            text: row.value_text,
            n: row.value_n,
            by: row.by_person,
            at: row.at,
            command: row.command_id,
        }
    }
}

const COLUMNS: [&str; 10] = [
    "network_id",
    "entry_id",
    "question_id",
    "version",
    "answered",
    "value_text",
    "value_n",
    "by_person",
    "at",
    "command_id",
];

/// The answers after an entry as they stand.
pub async fn of_entry<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    entry_id: Uuid,
) -> Result<Vec<Answer>> {
    let sql = format!(
        "select {} from reflection_answer where network_id = $1 and entry_id = $2 order by question_id",
        COLUMNS[1..].join(", ")
    );
    let rows: Vec<Row> = conn.into().all(built(sql), args![network_id, entry_id]).await?;
    Ok(rows.into_iter().map(Answer::from).collect())
}

/// Entries asked for in one statement.
const AT_ONCE: usize = 500;

/// The answers after many entries as they stand, without those that were taken back.
pub async fn of_entries<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    entries: &[Uuid],
) -> Result<Vec<Answer>> {
    let (mut conn, mut found) = (conn.into(), Vec::new());
    for part in entries.chunks(AT_ONCE) {
        let marks: Vec<String> = (3..3 + part.len()).map(|n| format!("${n}")).collect();
        let sql = format!(
            "select {} from reflection_answer where network_id = $1 and answered = $2 and entry_id in ({})",
            COLUMNS[1..].join(", "),
            marks.join(", ")
        );
        let mut args = args![network_id, true];
        args.extend(part.iter().copied().map(Value::from));
        let rows: Vec<Row> = conn.again().all(built(sql), args).await?;
        found.extend(rows.into_iter().map(Answer::from));
    }
    Ok(found)
}

/// What the answers after an entry said before, oldest first.
pub async fn earlier<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, entry_id: Uuid) -> Result<Vec<Answer>> {
    let sql = format!(
        "select {} from reflection_earlier where network_id = $1 and entry_id = $2 order by version, question_id",
        COLUMNS[1..].join(", ")
    );
    let rows: Vec<Row> = conn.into().all(built(sql), args![network_id, entry_id]).await?;
    Ok(rows.into_iter().map(Answer::from).collect())
}

/// What somebody is called.
pub async fn called<'c>(conn: impl Into<Conn<'c>>, person_id: Uuid) -> Result<Option<String>> {
    let row: Option<(String,)> = conn
        .into()
        .find(
            "select case when name = '' then mail else name end from person where id = $1",
            args![person_id],
        )
        .await?;
    Ok(row.map(|(name,)| name))
}

/// New answers.
pub async fn insert(tx: &mut Tx, network_id: Uuid, new: &[Answer]) -> Result<()> {
    let row = |it: &Answer| {
        args![
            network_id,
            it.entry_id,
            it.question_id,
            it.version,
            it.answered,
            it.text.clone(),
            it.n,
            it.by,
            it.at,
            it.command
        ]
    };
    tx.insert("reflection_answer", &COLUMNS, new.iter().map(row).collect()).await
}

/// Another answer to the same question after the same entry; what stood is kept beside it.
pub async fn correct(tx: &mut Tx, network_id: Uuid, now: &Answer) -> Result<()> {
    let columns = COLUMNS.join(", ");
    let sql = format!(
        "insert into reflection_earlier ({columns}) select {columns} from reflection_answer
         where network_id = $1 and entry_id = $2 and question_id = $3"
    );
    tx.run(built(sql), args![network_id, now.entry_id, now.question_id]).await?;
    tx.run(
        "update reflection_answer set version = $4, answered = $5, value_text = $6, value_n = $7, by_person = $8,
            at = $9, command_id = $10
         where network_id = $1 and entry_id = $2 and question_id = $3",
        args![
            network_id,
            now.entry_id,
            now.question_id,
            now.version,
            now.answered,
            now.text.clone(),
            now.n,
            now.by,
            now.at,
            now.command
        ],
    )
    .await?;
    Ok(())
}

/// Entries before a day whose answers say something in words, now or before; the first `most` of them after one.
const TEXTS: &str = "select distinct t.entry_id from (
        select entry_id from reflection_answer where network_id = $1 and value_text is not null
        union all
        select entry_id from reflection_earlier where network_id = $1 and value_text is not null) t
    join entry e on e.network_id = $1 and e.id = t.entry_id
    where e.local_date < $2";

/// How many entries before a day have answers in words.
pub async fn count_texts_before<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    before: NaiveDate,
) -> Result<i64> {
    let sql = format!("select count(*) from ({TEXTS}) x");
    let (n,): (i64,) = conn.into().one(built(sql), args![network_id, before]).await?;
    Ok(n)
}

/// Removes what answers say in words, now and before, from at most so many entries before a day; returns from how many. That
/// a question was answered stays, and so does every share.
pub async fn remove_texts_before(
    tx: &mut Tx,
    network_id: Uuid,
    before: NaiveDate,
    most: usize,
) -> Result<i64> {
    let sql = format!("{TEXTS} order by t.entry_id limit $3");
    let limit = i64::try_from(most).unwrap_or(i64::MAX);
    let entries: Vec<(Uuid,)> =
        Conn::from(&mut *tx).all(built(sql), args![network_id, before, limit]).await?;
    for (entry_id,) in &entries {
        for table in ["reflection_answer", "reflection_earlier"] {
            let sql = format!(
                "update {table} set value_text = null
                 where network_id = $1 and entry_id = $2 and value_text is not null"
            );
            tx.run(built(sql), args![network_id, *entry_id]).await?;
        }
    }
    Ok(i64::try_from(entries.len()).unwrap_or(i64::MAX))
}
