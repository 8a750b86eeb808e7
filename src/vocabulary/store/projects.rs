//! SQL for projects.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::db::{Conn, Result, Tx};
use crate::i18n::Text18;
use crate::vocabulary::words::Project;
use crate::{args, row};

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

/// Mends what a project says.
pub async fn update_project(tx: &mut Tx, network_id: Uuid, project: &Project) -> Result<()> {
    tx.run(
        "update project set name = $3, from_on = $4, until_on = $5, programme = $6
         where network_id = $1 and id = $2",
        args![
            network_id,
            project.id,
            &project.name,
            project.from_on,
            project.until_on,
            project.programme.clone()
        ],
    )
    .await?;
    Ok(())
}
