//! SQL for terms, age bands and projects.

use chrono::NaiveDate;
use uuid::Uuid;

use super::words::{AgeBand, Project, Term, Vocabulary};
use crate::clock::Ids;
use crate::db::{Conn, Result, Tx};
use crate::i18n::Text18;
use crate::{args, row};

row! {
    struct TermRow {
        id: Uuid,
        vocabulary: String,
        code: String,
        label: String,
        retired_on: Option<NaiveDate>,
    }
}

/// Every term of the network, list by list in their order; retired ones too, for old entries still carry them.
pub async fn terms<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid) -> Result<Vec<Term>> {
    let rows: Vec<TermRow> = conn
        .into()
        .all(
            "select id, vocabulary, code, label, retired_on from term where network_id = $1
             order by vocabulary, position",
            args![network_id],
        )
        .await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            Some(Term {
                id: row.id,
                vocabulary: Vocabulary::from_code(&row.vocabulary)?,
                code: row.code,
                label: Text18::from_json(&row.label),
                retired_on: row.retired_on,
            })
        })
        .collect())
}

pub async fn insert_terms(
    tx: &mut Tx,
    network_id: Uuid,
    ids: &Ids,
    terms: &[(Vocabulary, &str, Text18)],
) -> Result<()> {
    let rows = terms.iter().zip(0i64..).map(|((vocabulary, code, label), position)| {
        args![network_id, ids.ordered(), vocabulary.code(), *code, label, position]
    });
    tx.insert("term", &["network_id", "id", "vocabulary", "code", "label", "position"], rows.collect()).await
}

row! {
    struct BandRow {
        code: String,
        min_age: i64,
        max_age: Option<i64>,
    }
}

/// The age bands in force on a day, youngest first.
pub async fn age_bands<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    on: NaiveDate,
) -> Result<Vec<AgeBand>> {
    let rows: Vec<BandRow> = conn
        .into()
        .all(
            "select b.code, b.min_age, b.max_age from age_band b
             where b.network_id = $1 and b.set_id = (
                 select s.id from age_band_set s where s.network_id = $1 and s.valid_from <= $2
                 order by s.valid_from desc limit 1)
             order by b.min_age",
            args![network_id, on],
        )
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| AgeBand { code: row.code, min_age: row.min_age, max_age: row.max_age })
        .collect())
}

pub async fn insert_age_bands(
    tx: &mut Tx,
    network_id: Uuid,
    ids: &Ids,
    valid_from: NaiveDate,
    bands: &[AgeBand],
) -> Result<()> {
    let set_id = ids.ordered();
    tx.run(
        "insert into age_band_set (network_id, id, valid_from) values ($1, $2, $3)",
        args![network_id, set_id, valid_from],
    )
    .await?;
    let rows = bands
        .iter()
        .map(|band| args![network_id, ids.ordered(), set_id, &band.code, band.min_age, band.max_age]);
    tx.insert("age_band", &["network_id", "id", "set_id", "code", "min_age", "max_age"], rows.collect()).await
}

row! {
    struct ProjectRow {
        id: Uuid,
        code: String,
        name: String,
        from_on: NaiveDate,
        until_on: Option<NaiveDate>,
        programme: Option<String>,
        owner_unit_id: Uuid,
    }
}

pub async fn projects<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid) -> Result<Vec<Project>> {
    let rows: Vec<ProjectRow> = conn
        .into()
        .all(
            "select id, code, name, from_on, until_on, programme, owner_unit_id from project
             where network_id = $1 order by code",
            args![network_id],
        )
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| Project {
            id: row.id,
            code: row.code,
            name: Text18::from_json(&row.name),
            from_on: row.from_on,
            until_on: row.until_on,
            programme: row.programme,
            owner_unit_id: row.owner_unit_id,
        })
        .collect())
}

pub async fn insert_project(tx: &mut Tx, network_id: Uuid, project: &Project) -> Result<()> {
    tx.run(
        "insert into project (network_id, id, code, name, from_on, until_on, programme, owner_unit_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![
            network_id,
            project.id,
            &project.code,
            &project.name,
            project.from_on,
            project.until_on,
            project.programme.clone(),
            project.owner_unit_id
        ],
    )
    .await?;
    Ok(())
}
