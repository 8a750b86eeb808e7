//! SQL for evaluations, what they ask of which kind, their places, and their counts.

mod copies;

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::standing::{Evaluation, Place};
use crate::db::{Conn, Db, DbError, Result, Tx, Value, built};
use crate::i18n::Text18;
use crate::vocabulary::Kind;
use crate::{args, row};

pub use copies::{copies, insert_copy, set_copy_gone, set_copy_warned};

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
         from evaluation e where {which} order by e.opens_on desc, e.made_at desc, e.id"
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

/// The units that an occasion is about.
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

/// Those of every network that are not closed, or of whose window backups are still there.
pub async fn looked_after(db: &Db) -> Result<Vec<Evaluation>> {
    let which =
        "e.closed_at is null or exists (select 1 from evaluation_copy c where c.network_id = e.network_id
                     and c.evaluation_id = e.id and c.gone_at is null)";
    evaluations(db.into(), which, args![]).await
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

pub async fn set_opened(tx: &mut Tx, network_id: Uuid, id: Uuid, at: DateTime<Utc>) -> Result<()> {
    let sql = "update evaluation set opened_at = $3 where network_id = $1 and id = $2 and opened_at is null";
    tx.run(sql, args![network_id, id, at]).await?;
    Ok(())
}

pub async fn set_closed(tx: &mut Tx, network_id: Uuid, id: Uuid, at: DateTime<Utc>) -> Result<()> {
    let sql = "update evaluation set closed_at = $3 where network_id = $1 and id = $2 and closed_at is null";
    tx.run(sql, args![network_id, id, at]).await?;
    Ok(())
}

pub async fn set_released(tx: &mut Tx, network_id: Uuid, id: Uuid, at: DateTime<Utc>) -> Result<()> {
    let sql = "update evaluation set released_at = $3
               where network_id = $1 and id = $2 and closed_at is not null and released_at is null";
    tx.run(sql, args![network_id, id, at]).await?;
    Ok(())
}

/// That so many more answers could not be read.
pub async fn add_lost(tx: &mut Tx, network_id: Uuid, id: Uuid, n: i64) -> Result<()> {
    let sql = "update evaluation set lost = lost + $3 where network_id = $1 and id = $2";
    tx.run(sql, args![network_id, id, n]).await?;
    Ok(())
}

pub async fn insert_questionnaires(
    tx: &mut Tx,
    network_id: Uuid,
    evaluation_id: Uuid,
    asked: &[(Kind, Uuid)],
) -> Result<()> {
    let rows = asked.iter().map(|(kind, version)| args![network_id, evaluation_id, kind.code(), *version]);
    let columns = ["network_id", "evaluation_id", "kind", "version_id"];
    tx.insert("evaluation_questionnaire", &columns, rows.collect()).await
}

fn kind(code: &str) -> Result<Kind> {
    Kind::from_code(code).ok_or_else(|| DbError::Setting(format!("unknown kind {code}")))
}

/// What an evaluation asks of which kind: the ids of versions.
pub async fn questionnaires<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    evaluation_id: Uuid,
) -> Result<Vec<(Kind, Uuid)>> {
    let sql = "select kind, version_id from evaluation_questionnaire
               where network_id = $1 and evaluation_id = $2 order by kind";
    let rows: Vec<(String, Uuid)> = conn.into().all(sql, args![network_id, evaluation_id]).await?;
    rows.into_iter().map(|(code, version)| Ok((kind(&code)?, version))).collect()
}

row! {
    struct PlaceRow {
        unit_id: Uuid,
        kind: String,
        version_id: Uuid,
        address: String,
        code_only: bool,
    }
}

fn place(row: PlaceRow) -> Result<Place> {
    Ok(Place {
        unit_id: row.unit_id,
        kind: kind(&row.kind)?,
        version_id: row.version_id,
        address: row.address,
        code_only: row.code_only,
    })
}

pub async fn places<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    evaluation_id: Uuid,
) -> Result<Vec<Place>> {
    let sql = "select unit_id, kind, version_id, address, code_only from evaluation_place
               where network_id = $1 and evaluation_id = $2 order by unit_id, kind";
    let rows: Vec<PlaceRow> = conn.into().all(sql, args![network_id, evaluation_id]).await?;
    rows.into_iter().map(place).collect()
}

pub async fn insert_places(
    tx: &mut Tx,
    network_id: Uuid,
    evaluation_id: Uuid,
    places: &[Place],
) -> Result<()> {
    let rows = places.iter().map(|it| {
        args![network_id, evaluation_id, it.unit_id, it.kind.code(), it.version_id, it.address.as_str()]
    });
    let columns = ["network_id", "evaluation_id", "unit_id", "kind", "version_id", "address"];
    tx.insert("evaluation_place", &columns, rows.collect()).await
}

/// Says whether answers at a place need a code.
pub async fn set_code_only(
    tx: &mut Tx,
    network_id: Uuid,
    evaluation_id: Uuid,
    place: &Place,
    only: bool,
) -> Result<()> {
    let sql = "update evaluation_place set code_only = $5
               where network_id = $1 and evaluation_id = $2 and unit_id = $3 and kind = $4";
    let kind = place.kind.code();
    tx.run(sql, args![network_id, evaluation_id, place.unit_id, kind, only]).await?;
    Ok(())
}

/// What stands behind an address that young people open.
pub async fn at(db: &Db, address: &str) -> Result<Option<(Evaluation, Place)>> {
    let sql = "select unit_id, kind, version_id, address, code_only from evaluation_place where address = $1";
    let Some(found) = Conn::from(db).find::<PlaceRow>(sql, args![address]).await? else { return Ok(None) };
    let which = "exists (select 1 from evaluation_place p where p.network_id = e.network_id
                         and p.evaluation_id = e.id and p.address = $1)";
    let evaluation = evaluations(db.into(), which, args![address]).await?.pop();
    let Some(evaluation) = evaluation else { return Ok(None) };
    Ok(Some((evaluation, place(found)?)))
}

/// Complete answers that are mixed already, by unit and version: (unit, version, how many).
pub async fn complete(tx: &mut Tx, network_id: Uuid, evaluation_id: Uuid) -> Result<Vec<(Uuid, Uuid, i64)>> {
    let sql = "select unit_id, version_id, count(*) from response
               where network_id = $1 and evaluation_id = $2 and complete
               group by unit_id, version_id";
    Conn::from(tx).all(sql, args![network_id, evaluation_id]).await
}

pub async fn put_counts(
    tx: &mut Tx,
    network_id: Uuid,
    evaluation_id: Uuid,
    on: NaiveDate,
    counts: &[(Uuid, Kind, i64)],
) -> Result<()> {
    let key = ["network_id", "evaluation_id", "unit_id", "kind"];
    let rows = counts
        .iter()
        .map(|(unit, kind, n)| args![network_id, evaluation_id, *unit, kind.code(), on, *n])
        .collect();
    tx.put("evaluation_count", &key, &["counted_on", "complete"], rows).await
}

/// (unit, kind, the day it was counted, how many were told then)
pub async fn counts<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    evaluation_id: Uuid,
) -> Result<Vec<(Uuid, Kind, NaiveDate, i64)>> {
    let sql = "select unit_id, kind, counted_on, complete from evaluation_count
               where network_id = $1 and evaluation_id = $2";
    let rows: Vec<(Uuid, String, NaiveDate, i64)> =
        conn.into().all(sql, args![network_id, evaluation_id]).await?;
    rows.into_iter().map(|(unit, code, on, n)| Ok((unit, kind(&code)?, on, n))).collect()
}

/// Units whose mentors were reminded on an occasion.
pub async fn reminded<'c>(
    conn: impl Into<Conn<'c>>,
    it: &Evaluation,
    occasion: &str,
) -> Result<BTreeSet<Uuid>> {
    let sql = "select unit_id from evaluation_reminder
               where network_id = $1 and evaluation_id = $2 and occasion = $3";
    let rows: Vec<(Uuid,)> = conn.into().all(sql, args![it.network_id, it.id, occasion]).await?;
    Ok(rows.into_iter().map(|(unit,)| unit).collect())
}

pub async fn put_reminded(
    tx: &mut Tx,
    it: &Evaluation,
    occasion: &str,
    on: NaiveDate,
    units: &[Uuid],
) -> Result<()> {
    let rows = units.iter().map(|unit| args![it.network_id, it.id, *unit, occasion, on]).collect();
    let columns = ["network_id", "evaluation_id", "unit_id", "occasion", "sent_on"];
    tx.insert("evaluation_reminder", &columns, rows).await
}
