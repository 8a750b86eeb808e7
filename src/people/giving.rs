//! A role given to somebody who has an account already, and taken back, from another page than the people's own.

use chrono::NaiveDate;
use uuid::Uuid;

use super::store::{self, NewRole};
use super::{merging, roles};
use crate::access::{Act, Me, RoleKind, put_on_record_in};
use crate::app::App;
use crate::error::{AppError, Result};
use crate::units::Unit;

/// Gives somebody a role on a unit from today on; where they hold it there already, nothing happens. `id`: of the role. Nobody gives
/// more than their own role.
pub async fn give(
    app: &App,
    me: &Me,
    unit: &Unit,
    (id, person_id): (Uuid, Uuid),
    kind: RoleKind,
) -> Result<()> {
    me.allow(Act::ManagePeople, &unit.as_place())?;
    if me.highest(&unit.as_place()).is_none_or(|own| kind > own) {
        return Err(AppError::Invalid("role-not-yours"));
    }
    if merging::holders(app, unit).await?.iter().any(|it| it.person_id == person_id && it.kind == kind) {
        return Ok(());
    }
    let from_on = app.clock.today(unit.network.zone);
    let role = NewRole { id, person_id, unit_id: unit.id, kind, from_on, granted_by: Some(me.id) };
    let mut tx = app.db.begin().await?;
    store::insert_role(&mut tx, unit.network.id, &role).await?;
    let what = format!("{} {id}", kind.code());
    put_on_record_in(app, &mut tx, me.id, "give_role", &what, &unit.network.id, &unit.id).await?;
    Ok(tx.commit().await?)
}

/// Ends the roles of this kind that somebody holds on this very unit, from a day on.
pub async fn take(
    app: &App,
    me: &Me,
    unit: &Unit,
    (person_id, from): (Uuid, NaiveDate),
    kind: RoleKind,
) -> Result<()> {
    me.allow(Act::ManagePeople, &unit.as_place())?;
    if me.highest(&unit.as_place()).is_none_or(|own| kind > own) {
        return Err(AppError::Invalid("role-not-yours"));
    }
    let held = merging::holders(app, unit).await?;
    for role in held.iter().filter(|it| it.person_id == person_id && it.kind == kind) {
        roles::end(app, me, unit, role, from).await?;
    }
    Ok(())
}
