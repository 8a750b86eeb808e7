//! SQL for questionnaires and their versions.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::content::Content;
use super::questionnaire::{Questionnaire, Version};
use crate::db::{Conn, Db, DbError, Result, Tx, Value, built};
use crate::i18n::Text18;
use crate::vocabulary::Kind;
use crate::{args, row};

row! {
    struct QuestionnaireRow {
        id: Uuid,
        code: String,
        name: String,
        kind: String,
        retired_on: Option<NaiveDate>,
    }
}

row! {
    struct VersionRow {
        id: Uuid,
        questionnaire_id: Uuid,
        number: i64,
        body: String,
        changed_at: DateTime<Utc>,
        locked_at: Option<DateTime<Utc>>,
    }
}

async fn questionnaires(conn: Conn<'_>, which: &str, args: Vec<Value>) -> Result<Vec<Questionnaire>> {
    let sql = format!(
        "select id, code, name, kind, retired_on from questionnaire where network_id = $1 {which}
         order by made_at, id"
    );
    let rows: Vec<QuestionnaireRow> = conn.all(built(sql), args).await?;
    let read = |row: QuestionnaireRow| {
        let kind = Kind::from_code(&row.kind);
        Ok(Questionnaire {
            id: row.id,
            code: row.code,
            name: Text18::from_json(&row.name),
            kind: kind.ok_or_else(|| DbError::Setting(format!("unknown kind {}", row.kind)))?,
            retired_on: row.retired_on,
        })
    };
    rows.into_iter().map(read).collect()
}

/// Every questionnaire of a network, oldest first; retired ones too.
pub async fn of_network<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid) -> Result<Vec<Questionnaire>> {
    questionnaires(conn.into(), "", args![network_id]).await
}

pub async fn by_code<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    code: &str,
) -> Result<Option<Questionnaire>> {
    Ok(questionnaires(conn.into(), "and code = $2", args![network_id, code]).await?.pop())
}

async fn versions(conn: Conn<'_>, which: &str, args: Vec<Value>) -> Result<Vec<Version>> {
    let sql = format!(
        "select id, questionnaire_id, number, body, changed_at, locked_at from questionnaire_version
         where network_id = $1 {which} order by questionnaire_id, number"
    );
    let rows: Vec<VersionRow> = conn.all(built(sql), args).await?;
    let read = |row: VersionRow| {
        Ok(Version {
            id: row.id,
            questionnaire_id: row.questionnaire_id,
            number: row.number,
            content: serde_json::from_str(&row.body).map_err(DbError::garbled)?,
            changed_at: row.changed_at,
            locked_at: row.locked_at,
        })
    };
    rows.into_iter().map(read).collect()
}

/// Every version of a questionnaire, oldest first.
pub async fn versions_of<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    questionnaire_id: Uuid,
) -> Result<Vec<Version>> {
    versions(conn.into(), "and questionnaire_id = $2", args![network_id, questionnaire_id]).await
}

pub async fn version<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, id: Uuid) -> Result<Option<Version>> {
    Ok(versions(conn.into(), "and id = $2", args![network_id, id]).await?.pop())
}

/// The last finished version of each questionnaire that is offered: (questionnaire, id of the version, its number).
pub async fn finished(db: &Db, network_id: Uuid) -> Result<Vec<(Questionnaire, Uuid, i64)>> {
    let last: Vec<(Uuid, Uuid, i64)> = Conn::from(db)
        .all(
            "select questionnaire_id, id, number from questionnaire_version v
             where network_id = $1 and locked_at is not null and number = (
                   select max(number) from questionnaire_version l where l.network_id = v.network_id
                   and l.questionnaire_id = v.questionnaire_id and l.locked_at is not null)",
            args![network_id],
        )
        .await?;
    let all = of_network(db, network_id).await?.into_iter().filter(|it| it.retired_on.is_none());
    let with = |it: Questionnaire| {
        let (_, id, number) = last.iter().find(|(of, ..)| *of == it.id)?;
        Some((it, *id, *number))
    };
    Ok(all.filter_map(with).collect())
}

/// (questionnaire, number, whether it is finished) of every version of a network.
pub async fn standing<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid) -> Result<Vec<(Uuid, i64, bool)>> {
    conn.into()
        .all(
            "select questionnaire_id, number, locked_at is not null from questionnaire_version
             where network_id = $1 order by questionnaire_id, number",
            args![network_id],
        )
        .await
}

/// Who makes or changes something, and when.
#[derive(Clone, Copy)]
pub struct By {
    pub person: Uuid,
    pub at: DateTime<Utc>,
}

pub async fn insert(tx: &mut Tx, network_id: Uuid, by: By, it: &Questionnaire) -> Result<()> {
    tx.run(
        "insert into questionnaire (network_id, id, code, name, kind, made_by, made_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        args![network_id, it.id, it.code.as_str(), &it.name, it.kind.code(), by.person, by.at],
    )
    .await?;
    Ok(())
}

fn body(content: &Content) -> Result<String> {
    serde_json::to_string(content).map_err(DbError::garbled)
}

pub async fn insert_version(
    tx: &mut Tx,
    network_id: Uuid,
    by: By,
    (id, questionnaire_id, number): (Uuid, Uuid, i64),
    content: &Content,
) -> Result<()> {
    tx.run(
        "insert into questionnaire_version
         (network_id, id, questionnaire_id, number, body, changed_by, changed_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        args![network_id, id, questionnaire_id, number, body(content)?, by.person, by.at],
    )
    .await?;
    Ok(())
}

/// Writes a version anew, unless it is finished.
pub async fn save(tx: &mut Tx, network_id: Uuid, by: By, id: Uuid, content: &Content) -> Result<bool> {
    let changed = tx
        .run(
            "update questionnaire_version set body = $3, changed_by = $4, changed_at = $5
             where network_id = $1 and id = $2 and locked_at is null",
            args![network_id, id, body(content)?, by.person, by.at],
        )
        .await?;
    Ok(changed == 1)
}

/// Finishes a version for good.
pub async fn lock(tx: &mut Tx, network_id: Uuid, id: Uuid, at: DateTime<Utc>) -> Result<()> {
    tx.run(
        "update questionnaire_version set locked_at = $3
         where network_id = $1 and id = $2 and locked_at is null",
        args![network_id, id, at],
    )
    .await?;
    Ok(())
}

pub async fn set_name(tx: &mut Tx, network_id: Uuid, id: Uuid, name: &Text18) -> Result<()> {
    tx.run(
        "update questionnaire set name = $3 where network_id = $1 and id = $2",
        args![network_id, id, name],
    )
    .await?;
    Ok(())
}

pub async fn set_retired(tx: &mut Tx, network_id: Uuid, id: Uuid, on: Option<NaiveDate>) -> Result<()> {
    tx.run(
        "update questionnaire set retired_on = $3 where network_id = $1 and id = $2",
        args![network_id, id, on],
    )
    .await?;
    Ok(())
}
