//! SQL for what is kept of targets: counts, files, judgements, and that one is pursued no more.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::{By, json, of_json};
use crate::db::{Conn, Result, Tx, Value, built};
use crate::i18n::Text18;
use crate::{args, row};

row! {
    /// A number that somebody counted on a day.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Count {
        pub id: Uuid,
        pub part: String,
        pub target: String,
        pub day: NaiveDate,
        pub number: i64,
        pub note: String,
        pub unit: String,
        pub by_name: String,
        pub made_at: DateTime<Utc>,
        pub taken_name: String,
        pub taken_at: Option<DateTime<Utc>>,
        /// Of what stands beside it; empty: nothing.
        pub file: String,
    }
}

/// What a person is called, of a table joined under this name.
fn name(of: &str) -> String {
    format!("coalesce(nullif({of}.name, ''), {of}.mail, '')")
}

/// Puts down in `table` what somebody keeps of a part of a plan; `own`: the columns in which such tables differ, with what goes into
/// them. False: one with this id is there already, of whatever plan.
async fn insert(
    tx: &mut Tx,
    table: &str,
    (network_id, plan_id, id): (Uuid, Uuid, Uuid),
    own: Vec<(&str, Value)>,
    by: By,
) -> Result<bool> {
    let (columns, values): (Vec<_>, Vec<_>) = own.into_iter().unzip();
    let places: Vec<String> = (6..).take(columns.len()).map(|n| format!("${n}")).collect();
    let sql = format!(
        "insert into {table} (network_id, id, plan_id, made_by, made_at, {})
         values ($1, $2, $3, $4, $5, {}) on conflict (network_id, id) do nothing",
        columns.join(", "),
        places.join(", ")
    );
    let mut args = args![network_id, id, plan_id, by.person, by.at];
    args.extend(values);
    Ok(tx.run(built(sql), args).await? == 1)
}

async fn counts_where(conn: Conn<'_>, which: &str, args: Vec<Value>) -> Result<Vec<Count>> {
    let sql = format!(
        "select c.id, c.part, c.target, c.day, c.number, c.note, c.unit, {} as by_name, c.made_at,
                {} as taken_name, c.taken_at, coalesce(f.kind, '') as file
         from plan_count c
         left join person p on p.id = c.made_by
         left join person t on t.id = c.taken_by
         left join plan_count_file f on f.network_id = c.network_id and f.count_id = c.id
         where c.network_id = $1 and c.plan_id = $2 {which} order by c.day, c.made_at, c.id",
        name("p"),
        name("t")
    );
    conn.all(built(sql), args).await
}

/// Everything counted for a plan, in the order of days; also what was taken back.
pub async fn counts<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, plan_id: Uuid) -> Result<Vec<Count>> {
    counts_where(conn.into(), "", args![network_id, plan_id]).await
}

pub async fn count<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    plan_id: Uuid,
    id: Uuid,
) -> Result<Option<Count>> {
    Ok(counts_where(conn.into(), "and c.id = $3", args![network_id, plan_id, id]).await?.pop())
}

/// Keeps a count; false: one with this id is there already, of whatever plan.
pub async fn insert_count(
    tx: &mut Tx,
    (network_id, plan_id): (Uuid, Uuid),
    it: &Count,
    by: By,
) -> Result<bool> {
    let own = vec![
        ("part", it.part.as_str().into()),
        ("target", it.target.as_str().into()),
        ("day", it.day.into()),
        ("number", it.number.into()),
        ("note", it.note.as_str().into()),
        ("unit", it.unit.as_str().into()),
    ];
    insert(tx, "plan_count", (network_id, plan_id, it.id), own, by).await
}

pub async fn insert_file(
    tx: &mut Tx,
    network_id: Uuid,
    count_id: Uuid,
    (kind, bytes, sha256): (&str, &[u8], &str),
) -> Result<()> {
    let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    tx.run(
        "insert into plan_count_file (network_id, count_id, kind, size, sha256, bytes) values ($1, $2, $3, $4, $5, $6)",
        args![network_id, count_id, kind, size, sha256, bytes],
    )
    .await?;
    Ok(())
}

/// (kind, bytes) of what stands beside a count.
pub async fn file<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    plan_id: Uuid,
    count_id: Uuid,
) -> Result<Option<(String, Vec<u8>)>> {
    let sql = "select f.kind, f.bytes from plan_count_file f
               join plan_count c on c.network_id = f.network_id and c.id = f.count_id
               where f.network_id = $1 and c.plan_id = $2 and f.count_id = $3";
    conn.into().find(sql, args![network_id, plan_id, count_id]).await
}

pub async fn take_back(tx: &mut Tx, (network_id, plan_id): (Uuid, Uuid), id: Uuid, by: By) -> Result<()> {
    tx.run(
        "update plan_count set taken_by = $4, taken_at = $5
         where network_id = $1 and plan_id = $2 and id = $3 and taken_at is null",
        args![network_id, plan_id, id, by.person, by.at],
    )
    .await?;
    Ok(())
}

/// What somebody judged of a qualitative indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    pub id: Uuid,
    pub part: String,
    pub position: i64,
    pub wording: Text18,
    pub words: String,
    pub evidence: String,
    pub day: NaiveDate,
    pub by_name: String,
    pub made_at: DateTime<Utc>,
}

row! {
    struct JudgementRow {
        id: Uuid,
        part: String,
        position: i64,
        wording: String,
        words: String,
        evidence: String,
        day: NaiveDate,
        by_name: String,
        made_at: DateTime<Utc>,
    }
}

/// Everything judged of a plan, the latest last.
pub async fn judgements<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    plan_id: Uuid,
) -> Result<Vec<Judgement>> {
    let sql = format!(
        "select j.id, j.part, j.position, j.wording, j.words, j.evidence, j.day, {} as by_name, j.made_at
         from plan_judgement j left join person p on p.id = j.made_by
         where j.network_id = $1 and j.plan_id = $2 order by j.day, j.made_at, j.id",
        name("p")
    );
    let rows: Vec<JudgementRow> = conn.into().all(built(sql), args![network_id, plan_id]).await?;
    rows.into_iter()
        .map(|row| {
            Ok(Judgement {
                id: row.id,
                part: row.part,
                position: row.position,
                wording: of_json(&row.wording)?,
                words: row.words,
                evidence: row.evidence,
                day: row.day,
                by_name: row.by_name,
                made_at: row.made_at,
            })
        })
        .collect()
}

/// Keeps a judgement; one that is there already stays.
pub async fn insert_judgement(
    tx: &mut Tx,
    (network_id, plan_id): (Uuid, Uuid),
    it: &Judgement,
    by: By,
) -> Result<()> {
    let own = vec![
        ("part", it.part.as_str().into()),
        ("position", it.position.into()),
        ("wording", json(&it.wording)?.into()),
        ("words", it.words.as_str().into()),
        ("evidence", it.evidence.as_str().into()),
        ("day", it.day.into()),
    ];
    insert(tx, "plan_judgement", (network_id, plan_id, it.id), own, by).await?;
    Ok(())
}

row! {
    /// A target that is pursued no more.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Dropped {
        pub id: Uuid,
        pub part: String,
        pub target: String,
        pub reason: String,
        pub day: NaiveDate,
        pub by_name: String,
        pub made_at: DateTime<Utc>,
        pub back_name: String,
        pub back_at: Option<DateTime<Utc>>,
    }
}

/// Every time a target was dropped, in the order of days; also where it is pursued again.
pub async fn dropped<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, plan_id: Uuid) -> Result<Vec<Dropped>> {
    let sql = format!(
        "select d.id, d.part, d.target, d.reason, d.day, {} as by_name, d.made_at, {} as back_name, d.back_at
         from plan_drop d left join person p on p.id = d.made_by left join person b on b.id = d.back_by
         where d.network_id = $1 and d.plan_id = $2 order by d.day, d.made_at, d.id",
        name("p"),
        name("b")
    );
    conn.into().all(built(sql), args![network_id, plan_id]).await
}

/// Puts down that a target is pursued no more; sent again, it is there once.
pub async fn insert_drop(
    tx: &mut Tx,
    (network_id, plan_id): (Uuid, Uuid),
    it: &Dropped,
    by: By,
) -> Result<()> {
    let own = vec![
        ("part", it.part.as_str().into()),
        ("target", it.target.as_str().into()),
        ("reason", it.reason.as_str().into()),
        ("day", it.day.into()),
    ];
    insert(tx, "plan_drop", (network_id, plan_id, it.id), own, by).await?;
    Ok(())
}

/// Puts down that a target is pursued again.
pub async fn pursue(
    tx: &mut Tx,
    (network_id, plan_id): (Uuid, Uuid),
    (part, target): (&str, &str),
    by: By,
) -> Result<()> {
    tx.run(
        "update plan_drop set back_by = $5, back_at = $6
         where network_id = $1 and plan_id = $2 and part = $3 and target = $4 and back_at is null",
        args![network_id, plan_id, part, target, by.person, by.at],
    )
    .await?;
    Ok(())
}
