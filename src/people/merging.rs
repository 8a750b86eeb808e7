//! What becomes of roles where a unit is merged into another one.

use chrono::NaiveDate;

use super::person::Member;
use super::store::{self, NewRole};
use crate::access::{Act, Me, put_on_record_in};
use crate::app::App;
use crate::db::Tx;
use crate::error::Result;
use crate::units::Unit;

/// Who holds a role on this very unit today, by name.
pub async fn holders(app: &App, unit: &Unit) -> Result<Vec<Member>> {
    let today = app.clock.today(unit.network.zone);
    let mut members = store::members(&app.db, unit.network.id, &unit.path, today).await?;
    members.retain(|member| member.unit_id == unit.id);
    Ok(members)
}

/// Gives whoever holds a role on a unit the same one on another, from a day on. What they hold stays theirs: they go on
/// reading what was, and mending it. Nobody gives more than their own role, and nothing to themselves.
pub async fn give_also(
    app: &App,
    tx: &mut Tx,
    me: &Me,
    members: &[Member],
    into: &Unit,
    from: NaiveDate,
) -> Result<()> {
    me.allow(Act::ManagePeople, &into.as_place())?;
    let highest = me.highest(&into.as_place());
    let others = members.iter().filter(|member| member.person_id != me.id);
    for member in others.filter(|member| highest.is_some_and(|own| member.kind <= own)) {
        let role = NewRole {
            id: app.ids.ordered(),
            person_id: member.person_id,
            unit_id: into.id,
            kind: member.kind,
            from_on: from,
            granted_by: Some(me.id),
        };
        store::insert_role(tx, into.network.id, &role).await?;
        let what = format!("{} {}", member.kind.code(), member.person_id);
        put_on_record_in(app, tx, me.id, "give_role", &what, &into.network.id, &into.id).await?;
    }
    Ok(())
}
