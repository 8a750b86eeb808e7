//! Ending roles and closing accounts, so that a network is never left without anybody who could give them again.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::person::Member;
use super::store;
use crate::access::{Me, RoleKind, end_all_sessions, put_on_record_in};
use crate::app::App;
use crate::clock::Day;
use crate::db::Tx;
use crate::error::{AppError, Result};
use crate::units::{self, Unit};

/// One at a time, or the last two coordinators would end each other.
pub const ENDING: i64 = 0x52_01;

/// Whether on every day from this one on at least one of the spans holds.
pub fn covered(mut spans: Vec<(NaiveDate, Option<NaiveDate>)>, from: NaiveDate) -> bool {
    spans.sort_unstable();
    let mut reached = from;
    for (begins, ends) in spans {
        if begins > reached {
            return false;
        }
        let Some(ends) = ends else { return true };
        reached = reached.max(ends);
    }
    false
}

/// Whether the network has a coordinator on every day from today on, this person (if one is named) left aside.
pub async fn coordinated(
    tx: &mut Tx,
    network_id: Uuid,
    root: &Unit,
    but: Option<Uuid>,
    on: Day,
) -> Result<bool> {
    let today = on.in_zone(root.network.zone);
    let all = store::coordinators(tx, network_id, root.id, today).await?;
    let others = all.into_iter().filter(|(person, ..)| Some(*person) != but);
    Ok(covered(others.map(|(_, from, until)| (from, until)).collect(), today))
}

/// Ends a role from a day on: today, or later.
pub async fn end(app: &App, me: &Me, unit: &Unit, member: &Member, from: NaiveDate) -> Result<()> {
    let network_id = unit.network.id;
    let mut tx = app.db.begin().await?;
    tx.alone(ENDING).await?;
    if member.kind == RoleKind::Coordinator
        && !coordinated(&mut tx, network_id, unit, Some(member.person_id), app.clock.day()).await?
    {
        return Err(AppError::Invalid("role-last-coordinator"));
    }
    if store::end_role(&mut tx, network_id, unit.id, member.role_id, from).await? {
        let what = format!("{} {}", member.kind.code(), member.role_id);
        put_on_record_in(app, &mut tx, me.id, "end_role", &what, &network_id, &unit.id).await?;
    }
    Ok(tx.commit().await?)
}

/// What came of closing an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Closed {
    Done,
    /// There is no such account, or it is closed.
    Missing,
    /// The last coordinator of the network with this code.
    Last(String),
}

/// Closes an account: no sign-in, no session. What the person recorded stays.
pub async fn close(app: &App, mail: &str) -> Result<Closed> {
    let now: DateTime<Utc> = app.clock.now();
    let mut tx = app.db.begin().await?;
    tx.alone(ENDING).await?;
    let found = store::by_mail(&mut tx, mail).await?.filter(|person| person.disabled_at.is_none());
    let Some(person) = found else { return Ok(Closed::Missing) };
    let held = store::held_by(&mut tx, person.id, Day::Now(now)).await?;
    for role in held.iter().filter(|role| role.kind == RoleKind::Coordinator) {
        let root = units::by_id(&mut tx, role.network_id, role.unit_id, Day::Now(now)).await?;
        if let Some(root) = root
            && !coordinated(&mut tx, role.network_id, &root, Some(person.id), Day::Now(now)).await?
        {
            return Ok(Closed::Last(root.network.code));
        }
    }
    store::disable(&mut tx, mail, now).await?;
    end_all_sessions(&mut tx, person.id).await?;
    tx.commit().await?;
    Ok(Closed::Done)
}
