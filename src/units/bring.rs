//! Bringing in the tree from a file, and giving it out as one.

use std::collections::{BTreeMap, HashMap};

use uuid::Uuid;

use super::file::{Column, Ground, Known, Plan, Problem, Row, plan, table};
use super::past;
use super::store::{self, Placed};
use super::{Kind, NewUnit, Unit};
use crate::access::Path;
use crate::app::App;
use crate::db::{Conn, Tx};
use crate::error::{AppError, Result};
use crate::form::tidy;

/// Held by whoever adds units, so that what was looked at is still so when it is written.
const ADDING_UNITS: i64 = 0x756e_6974;

/// What a file comes to: units, or the reasons why not.
pub type Looked = std::result::Result<Plan, Vec<Problem>>;

/// Waits until nobody else adds units.
pub async fn alone(tx: &mut Tx) -> Result<()> {
    Ok(tx.alone(ADDING_UNITS).await?)
}

/// The units of the network as the rules of files see them, those of `base`'s branch being `within`.
async fn known<'c>(app: &App, conn: impl Into<Conn<'c>>, base: &Unit) -> Result<Vec<Known>> {
    let today = app.clock.today(base.network.zone);
    let units = store::ever(conn, base.network.id).await?;
    let codes: HashMap<Uuid, String> = units.iter().map(|unit| (unit.id, unit.code.clone())).collect();
    Ok(units
        .into_iter()
        .map(|unit| Known {
            within: base.path.holds(&unit.path),
            closed: unit.closed_on.is_some_and(|closed| closed <= today),
            parent: unit.parent_id.and_then(|id| codes.get(&id).cloned()),
            id: unit.id,
            path: unit.path,
            code: unit.code,
            kind: unit.kind,
            name: unit.name,
            place: unit.place,
            opened_on: unit.opened_on,
        })
        .collect())
}

fn planned(app: &App, base: &Unit, known: &[Known], kinds: &[Kind], rows: &[Row]) -> Looked {
    let ground = Ground {
        kinds,
        known,
        language: base.network.languages.first().map_or("en", String::as_str),
        base: &base.code,
        today: app.clock.today(base.network.zone),
    };
    plan(rows, &ground)
}

/// Mends the opening days that a file says otherwise, or tells at which rows that cannot be.
async fn mended(app: &App, tx: &mut Tx, base: &Unit, rows: &[Row], plan: &Plan) -> Result<Vec<Problem>> {
    let wanted: BTreeMap<Uuid, _> = plan.mend.iter().map(|it| (it.id, it.opened_on)).collect();
    let told = past::mend_openings(app, tx, base.network.id, &wanted).await?;
    let headings = rows.first().map_or(&[][..], |row| row.cells.as_slice());
    let column = headings.iter().find(|heading| Column::read(heading) == Some(Column::OpenedOn));
    let mut problems: Vec<Problem> = told
        .into_iter()
        .map(|(id, wrong)| Problem {
            row: plan.mend.iter().find(|it| it.id == id).map(|it| it.row),
            column: column.map(|heading| tidy(heading)),
            key: wrong.key,
            args: wrong.args,
        })
        .collect();
    problems.sort_by_key(|problem| problem.row);
    Ok(problems)
}

/// The units that are there, and what the rows come to, opening days being mended already.
async fn begun(
    app: &App,
    tx: &mut Tx,
    base: &Unit,
    rows: &[Row],
) -> Result<std::result::Result<(Vec<Known>, Plan), Vec<Problem>>> {
    alone(tx).await?;
    let known = known(app, &mut *tx, base).await?;
    let kinds = store::kinds(&mut *tx, base.network.id).await?;
    let plan = match planned(app, base, &known, &kinds, rows) {
        Ok(plan) => plan,
        Err(problems) => return Ok(Err(problems)),
    };
    let problems = mended(app, tx, base, rows, &plan).await?;
    Ok(if problems.is_empty() { Ok((known, plan)) } else { Err(problems) })
}

/// What the rows would add below `base`, and which opening days they would mend. Nothing is kept.
pub async fn look(app: &App, base: &Unit, rows: &[Row]) -> Result<Looked> {
    let mut tx = app.db.begin().await?;
    Ok(begun(app, &mut tx, base, rows).await?.map(|(_, plan)| plan))
}

/// Adds what the rows say and is not there yet: all of it, or nothing.
pub async fn bring_in(app: &App, base: &Unit, rows: &[Row]) -> Result<Looked> {
    let mut tx = app.db.begin().await?;
    let (known, plan) = match begun(app, &mut tx, base, rows).await? {
        Ok(begun) => begun,
        Err(problems) => return Ok(Err(problems)),
    };
    let mut at: HashMap<String, (Uuid, Path)> =
        known.into_iter().map(|unit| (unit.code, (unit.id, unit.path))).collect();
    let mut new = Vec::with_capacity(plan.add.len());
    for it in &plan.add {
        let (parent_id, above) = at
            .get(&it.parent)
            .cloned()
            .ok_or_else(|| AppError::Internal("a planned unit's parent is missing".into()))?;
        let unit = NewUnit {
            id: app.ids.ordered(),
            code: it.code.clone(),
            kind: it.kind.clone(),
            name: it.name.clone(),
            place: it.place.clone(),
            opened_on: it.opened_on,
        };
        let path = above.below(unit.id);
        at.insert(it.code.clone(), (unit.id, path.clone()));
        new.push(Placed { unit, placement_id: app.ids.ordered(), parent_id: Some(parent_id), path });
    }
    store::add_all(&mut tx, base.network.id, &new).await?;
    tx.commit().await?;
    Ok(Ok(plan))
}

/// The branch as a table to write into a file, parents before those below them. Closed units are left out: a file that
/// is brought in would open them again.
pub async fn given_out(app: &App, base: &Unit) -> Result<Vec<Vec<String>>> {
    let mut units = known(app, &app.db, base).await?;
    units.retain(|unit| unit.within && !unit.closed);
    units.sort_by(|a, b| (a.path.depth(), &a.parent, &a.code).cmp(&(b.path.depth(), &b.parent, &b.code)));
    Ok(table(&units, &base.network.languages))
}
