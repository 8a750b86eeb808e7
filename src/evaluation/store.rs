//! SQL for evaluations, what they ask of which kind, their places, their acts and their counts.

mod acts;
mod copies;
mod counts;
mod places;

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::standing::Evaluation;
use crate::db::{Conn, Db, Result, Tx, Value, built};
use crate::i18n::Text18;
use crate::{args, row};

pub use acts::{acts, add_lost, insert_act, set_closed, set_opened, set_released, set_withdrawn};
pub use copies::{copies, insert_copy, set_copy_gone, set_copy_warned};
pub use counts::{complete, counts, floods, put_counts, put_flood, put_reminded, reminded};
pub use places::{ask_anew, at, insert_places, insert_questionnaires, places, questionnaires, set_code_only};

row! {
    struct EvaluationRow {
        network_id: Uuid,
        id: Uuid,
        code: String,
        name: String,
        purpose: String,
        consent: String,
        contact: String,
        least: i64,
        split_least: i64,
        yearly: bool,
        languages: String,
        first_age: i64,
        second_age: i64,
        opens_on: NaiveDate,
        closes_on: NaiveDate,
        opened_at: Option<DateTime<Utc>>,
        closed_at: Option<DateTime<Utc>>,
        released_at: Option<DateTime<Utc>>,
        lost: i64,
    }
}

impl From<EvaluationRow> for Evaluation {
    fn from(row: EvaluationRow) -> Evaluation {
        Evaluation {
            network_id: row.network_id,
            id: row.id,
            code: row.code,
            name: Text18::from_json(&row.name),
            purpose: Text18::from_json(&row.purpose),
            consent: Text18::from_json(&row.consent),
            contact: row.contact,
            least: row.least,
            split_least: row.split_least,
            yearly: row.yearly,
            languages: row.languages.split(',').filter(|it| !it.is_empty()).map(str::to_owned).collect(),
            ages: (row.first_age, row.second_age),
            opens_on: row.opens_on,
            closes_on: row.closes_on,
            opened_at: row.opened_at,
            closed_at: row.closed_at,
            released_at: row.released_at,
            lost: row.lost,
        }
    }
}

async fn evaluations(conn: Conn<'_>, which: &str, args: Vec<Value>) -> Result<Vec<Evaluation>> {
    let sql = format!(
        "select e.network_id, e.id, e.code, e.name, e.purpose, e.consent, e.contact, e.least, e.split_least, e.yearly, e.languages, e.first_age,
                e.second_age, e.opens_on, e.closes_on, e.opened_at, e.closed_at, e.released_at, e.lost
         from evaluation e where e.withdrawn_at is null and ({which}) order by e.opens_on desc, e.made_at desc, e.id"
    );
    let rows: Vec<EvaluationRow> = conn.all(built(sql), args).await?;
    Ok(rows.into_iter().map(Evaluation::from).collect())
}

/// Every evaluation of a network, the latest first.
pub async fn of_network<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid) -> Result<Vec<Evaluation>> {
    evaluations(conn.into(), "e.network_id = $1", args![network_id]).await
}

/// Those that ask about a unit, the latest first.
pub async fn of_unit<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    unit_id: Uuid,
) -> Result<Vec<Evaluation>> {
    let which =
        "e.network_id = $1 and exists (select 1 from evaluation_place p where p.network_id = e.network_id
                 and p.evaluation_id = e.id and p.unit_id = $2)";
    evaluations(conn.into(), which, args![network_id, unit_id]).await
}

/// The units that it is about; none: all that record.
pub async fn chosen<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    evaluation_id: Uuid,
) -> Result<Vec<Uuid>> {
    let sql = "select unit_id from evaluation_unit where network_id = $1 and evaluation_id = $2";
    let rows: Vec<(Uuid,)> = conn.into().all(sql, args![network_id, evaluation_id]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

pub async fn choose(tx: &mut Tx, network_id: Uuid, evaluation_id: Uuid, units: &[Uuid]) -> Result<()> {
    let rows = units.iter().map(|unit| args![network_id, evaluation_id, *unit]).collect();
    tx.insert("evaluation_unit", &["network_id", "evaluation_id", "unit_id"], rows).await
}

pub async fn by_code<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    code: &str,
) -> Result<Option<Evaluation>> {
    Ok(evaluations(conn.into(), "e.network_id = $1 and e.code = $2", args![network_id, code]).await?.pop())
}

pub async fn by_id<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, id: Uuid) -> Result<Option<Evaluation>> {
    Ok(evaluations(conn.into(), "e.network_id = $1 and e.id = $2", args![network_id, id]).await?.pop())
}

/// What is left of an evaluation that closed, and was not all mixed: answers, which were sent, or codes.
const LEFT: &str = "e.closed_at is not null and (
    exists (select 1 from inbox i where i.network_id = e.network_id and i.evaluation_id = e.id)
    or exists (select 1 from submission s where s.network_id = e.network_id and s.evaluation_id = e.id)
    or exists (select 1 from answer_code a where a.network_id = e.network_id and a.evaluation_id = e.id))";

/// Those of every network that are not closed, of which something is left, or of whose window backups are still there.
pub async fn looked_after(db: &Db) -> Result<Vec<Evaluation>> {
    let which = format!(
        "e.closed_at is null or ({LEFT}) or exists (select 1 from evaluation_copy c
             where c.network_id = e.network_id and c.evaluation_id = e.id and c.gone_at is null)"
    );
    evaluations(db.into(), &which, args![]).await
}

/// Those whose closing was interrupted: something is left.
pub async fn unfinished(db: &Db) -> Result<Vec<Uuid>> {
    Ok(evaluations(db.into(), LEFT, args![]).await?.into_iter().map(|it| it.id).collect())
}

/// (id, code) of every evaluation of a network, withdrawn ones too.
pub async fn codes(tx: &mut Tx, network_id: Uuid) -> Result<Vec<(Uuid, String)>> {
    Conn::from(tx).all("select id, code from evaluation where network_id = $1", args![network_id]).await
}

/// Those of every network that are over.
pub async fn over(db: &Db) -> Result<Vec<Evaluation>> {
    evaluations(db.into(), "e.closed_at is not null", args![]).await
}

/// Whether an evaluation takes answers, as far as its acts say.
pub async fn is_open(tx: &mut Tx, network_id: Uuid, id: Uuid) -> Result<bool> {
    let sql = "select 1 from evaluation where network_id = $1 and id = $2 and opened_at is not null
               and closed_at is null";
    let found: Option<(i32,)> = Conn::from(tx).find(sql, args![network_id, id]).await?;
    Ok(found.is_some())
}

pub async fn insert(tx: &mut Tx, it: &Evaluation, by: Uuid, at: DateTime<Utc>) -> Result<()> {
    tx.run(
        "insert into evaluation (network_id, id, code, name, purpose, consent, contact, least, split_least, yearly,
                                 languages, first_age, second_age, opens_on, closes_on, made_by, made_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
        args![
            it.network_id,
            it.id,
            it.code.as_str(),
            &it.name,
            &it.purpose,
            &it.consent,
            it.contact.as_str(),
            it.least,
            it.split_least,
            it.yearly,
            it.languages.join(","),
            it.ages.0,
            it.ages.1,
            it.opens_on,
            it.closes_on,
            by,
            at
        ],
    )
    .await?;
    Ok(())
}

/// What one that is prepared says of itself.
pub async fn update(tx: &mut Tx, it: &Evaluation) -> Result<()> {
    tx.run(
        "update evaluation set name = $3, purpose = $4, consent = $5, contact = $6, least = $7, split_least = $8,
                yearly = $9, languages = $10, first_age = $11, second_age = $12, opens_on = $13, closes_on = $14
         where network_id = $1 and id = $2 and opened_at is null",
        args![
            it.network_id,
            it.id,
            &it.name,
            &it.purpose,
            &it.consent,
            it.contact.as_str(),
            it.least,
            it.split_least,
            it.yearly,
            it.languages.join(","),
            it.ages.0,
            it.ages.1,
            it.opens_on,
            it.closes_on
        ],
    )
    .await?;
    Ok(())
}
