//! SQL for sets and their questions.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::db::{Conn, DbError, Result, Tx, Value, built};
use crate::i18n::Text18;
use crate::reflections::set::{Question, Scale, Set};
use crate::vocabulary::Kind;
use crate::{args, row};

/// Ids in one statement.
const AT_ONCE: usize = 500;

row! {
    struct SetRow {
        id: Uuid,
        unit_id: Uuid,
        name: String,
        kinds: String,
        from_on: NaiveDate,
        until_on: Option<NaiveDate>,
    }
}

row! {
    struct QuestionRow {
        id: Uuid,
        set_id: Uuid,
        position: i64,
        words: String,
        scale: String,
        from_on: NaiveDate,
        retired_on: Option<NaiveDate>,
        replaces: Option<Uuid>,
    }
}

fn question(row: QuestionRow) -> Result<Question> {
    let scale = Scale::from_code(&row.scale);
    Ok(Question {
        id: row.id,
        set_id: row.set_id,
        position: row.position,
        words: Text18::from_json(&row.words),
        scale: scale.ok_or_else(|| DbError::Setting(format!("unknown scale {}", row.scale)))?,
        from_on: row.from_on,
        retired_on: row.retired_on,
        replaces: row.replaces,
    })
}

/// Sets that `which` picks (of `reflection_set s`, from `$2` on), oldest first, with their questions.
async fn sets(mut conn: Conn<'_>, which: &str, args: Vec<Value>) -> Result<Vec<Set>> {
    let sql = format!(
        "select s.id, s.unit_id, s.name, s.kinds, s.from_on, s.until_on from reflection_set s
         where s.network_id = $1 and {which} order by s.from_on, s.id"
    );
    let rows: Vec<SetRow> = conn.again().all(built(sql), args.clone()).await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "select q.id, q.set_id, q.position, q.words, q.scale, q.from_on, q.retired_on, q.replaces
         from reflection_question q join reflection_set s on s.network_id = q.network_id and s.id = q.set_id
         where q.network_id = $1 and {which} order by q.position, q.from_on, q.id"
    );
    let questions: Vec<QuestionRow> = conn.all(built(sql), args).await?;
    let questions = questions.into_iter().map(question).collect::<Result<Vec<_>>>()?;
    let set = |row: SetRow| Set {
        questions: questions.iter().filter(|it| it.set_id == row.id).cloned().collect(),
        id: row.id,
        unit_id: row.unit_id,
        name: Text18::from_json(&row.name),
        kinds: row.kinds.split(',').filter_map(Kind::from_code).collect(),
        from_on: row.from_on,
        until_on: row.until_on,
    };
    Ok(rows.into_iter().map(set).collect())
}

fn marks(first: usize, n: usize) -> String {
    (first..first + n).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ")
}

pub async fn find<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, id: Uuid) -> Result<Option<Set>> {
    Ok(sets(conn.into(), "s.id = $2", args![network_id, id]).await?.pop())
}

/// Every set of these units, oldest first.
pub async fn of_units<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, units: &[Uuid]) -> Result<Vec<Set>> {
    let (mut conn, mut found) = (conn.into(), Vec::new());
    for units in units.chunks(AT_ONCE) {
        let mut args = args![network_id];
        args.extend(units.iter().copied().map(Value::from));
        let which = format!("s.unit_id in ({})", marks(2, units.len()));
        found.extend(sets(conn.again(), &which, args).await?);
    }
    found.sort_by_key(|set| (set.from_on, set.id));
    Ok(found)
}

/// Every set of a network, oldest first.
pub async fn of_network<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid) -> Result<Vec<Set>> {
    sets(conn.into(), "s.id is not null", args![network_id]).await
}

/// Every set of these units, and each one of which a question was answered after an entry.
pub async fn of_entry<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    units: &[Uuid],
    entry_id: Uuid,
) -> Result<Vec<Set>> {
    let mut args = args![network_id, entry_id];
    args.extend(units.iter().copied().map(Value::from));
    let of_units = if units.is_empty() {
        String::new()
    } else {
        format!("s.unit_id in ({}) or ", marks(3, units.len()))
    };
    let which = format!(
        "({of_units}s.id in (select aq.set_id from reflection_answer a
            join reflection_question aq on aq.network_id = a.network_id and aq.id = a.question_id
            where a.network_id = $1 and a.entry_id = $2))"
    );
    sets(conn.into(), &which, args).await
}

fn kinds(set: &Set) -> String {
    set.kinds.iter().map(|kind| kind.code()).collect::<Vec<_>>().join(",")
}

/// A new set, with its questions.
pub async fn insert(
    tx: &mut Tx,
    network_id: Uuid,
    set: &Set,
    by: Option<Uuid>,
    now: DateTime<Utc>,
) -> Result<()> {
    tx.run(
        "insert into reflection_set (network_id, id, unit_id, name, kinds, from_on, until_on, made_by, made_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        args![network_id, set.id, set.unit_id, &set.name, kinds(set), set.from_on, set.until_on, by, now],
    )
    .await?;
    put_questions(tx, network_id, &set.questions).await
}

/// Writes what a set says, and each of its questions: those that are there take the new values.
pub async fn update(tx: &mut Tx, network_id: Uuid, set: &Set) -> Result<()> {
    tx.run(
        "update reflection_set set name = $3, kinds = $4, from_on = $5, until_on = $6
         where network_id = $1 and id = $2",
        args![network_id, set.id, &set.name, kinds(set), set.from_on, set.until_on],
    )
    .await?;
    put_questions(tx, network_id, &set.questions).await
}

async fn put_questions(tx: &mut Tx, network_id: Uuid, questions: &[Question]) -> Result<()> {
    let row = |it: &Question| {
        args![
            network_id,
            it.id,
            it.set_id,
            it.position,
            &it.words,
            it.scale.code(),
            it.from_on,
            it.retired_on,
            it.replaces
        ]
    };
    let others = ["set_id", "position", "words", "scale", "from_on", "retired_on", "replaces"];
    tx.put("reflection_question", &["network_id", "id"], &others, questions.iter().map(row).collect()).await
}

/// How many entries each question of a set has an answer of, also one that was taken back: such a question keeps its words.
pub async fn answered<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    set_id: Uuid,
) -> Result<Vec<(Uuid, i64)>> {
    conn.into()
        .all(
            "select a.question_id, count(*) from reflection_answer a
             join reflection_question q on q.network_id = a.network_id and q.id = a.question_id
             where a.network_id = $1 and q.set_id = $2 group by a.question_id",
            args![network_id, set_id],
        )
        .await
}
