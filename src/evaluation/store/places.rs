//! SQL for what an evaluation asks of which kind, and where.

use uuid::Uuid;

use super::evaluations;
use crate::db::{Conn, Db, DbError, Result, Tx};
use crate::evaluation::standing::{Evaluation, Place};
use crate::vocabulary::Kind;
use crate::{args, row};

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

pub(super) fn kind(code: &str) -> Result<Kind> {
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

/// What one that is prepared asks from now on, and of which units. An address stays where it is still asked, perhaps something
/// else; others go.
pub async fn ask_anew(tx: &mut Tx, it: &Evaluation, asked: &[(Kind, Uuid)], chosen: &[Uuid]) -> Result<()> {
    let (network_id, id) = (it.network_id, it.id);
    for sql in [
        "delete from evaluation_questionnaire where network_id = $1 and evaluation_id = $2",
        "delete from evaluation_unit where network_id = $1 and evaluation_id = $2",
    ] {
        tx.run(sql, args![network_id, id]).await?;
    }
    insert_questionnaires(tx, network_id, id, asked).await?;
    super::choose(tx, network_id, id, chosen).await?;
    for place in places(&mut *tx, network_id, id).await? {
        let version = asked.iter().find(|(kind, _)| *kind == place.kind).map(|(_, version)| *version);
        let stays = chosen.is_empty() || chosen.contains(&place.unit_id);
        let own = args![network_id, id, place.unit_id, place.kind.code()];
        match version.filter(|_| stays) {
            Some(version) if version == place.version_id => {}
            Some(version) => {
                let sql = "update evaluation_place set version_id = $5
                           where network_id = $1 and evaluation_id = $2 and unit_id = $3 and kind = $4";
                tx.run(sql, [own, args![version]].concat()).await?;
            }
            None => {
                let sql = "delete from evaluation_place
                           where network_id = $1 and evaluation_id = $2 and unit_id = $3 and kind = $4";
                tx.run(sql, own).await?;
            }
        }
    }
    Ok(())
}
