//! Who sits in a body; and, of a committee of municipalities, who was given the network's figures to read.

use chrono::NaiveDate;
use uuid::Uuid;

use super::body::{Kind, Membership};
use super::making::{Kept, begin, by, find};
use super::store::{self, Member};
use crate::access::{Act, Me, RoleKind};
use crate::app::App;
use crate::error::{AppError, OrMissing, Result};
use crate::form::Wrong;
use crate::people;
use crate::units::Unit;

/// Somebody who is to sit in a body.
#[derive(Clone, Debug)]
pub struct New {
    /// Made by the page.
    pub id: Uuid,
    pub person_id: Uuid,
    pub what: Membership,
}

/// Whether two spans have a day in common.
fn meet(a: &Membership, b: &Membership) -> bool {
    let before = |until: Option<NaiveDate>, from: NaiveDate| until.is_some_and(|until| until <= from);
    !before(a.until_on, b.from_on) && !before(b.until_on, a.from_on)
}

fn twice(all: &[Member], id: Uuid, person_id: Uuid, what: &Membership) -> Option<Wrong> {
    let others = all.iter().filter(|it| it.id != id && it.person_id == person_id);
    others.into_iter().any(|it| meet(&it.what, what)).then(|| Wrong::new("person", "body-member-twice"))
}

/// Somebody sits in a body from a day on. Sent again, nothing happens.
pub async fn add(app: &App, me: &Me, unit: &Unit, body: Uuid, new: &New) -> Result<Kept<Membership>> {
    me.allow(Act::ManageBodies, &unit.as_place())?;
    let (network_id, today) = (unit.network.id, app.clock.today(unit.network.zone));
    if find(app, unit, body).await?.dropped {
        return Err(AppError::NotFound);
    }
    if people::in_network(&app.db, network_id, today).await?.iter().all(|it| it.id != new.person_id) {
        return Ok(Kept::Wrong(Wrong::new("person", "body-member-unknown")));
    }
    let mut tx = begin(app).await?;
    let all = store::members(&mut tx, network_id, body, today).await?;
    if all.iter().any(|it| it.id == new.id) {
        return Ok(Kept::Done);
    }
    if let Some(wrong) = twice(&all, new.id, new.person_id, &new.what) {
        return Ok(Kept::Wrong(wrong));
    }
    let ids = (new.id, body, new.person_id);
    store::put_member(&mut tx, network_id, ids, (1, &new.what), by(app, me)).await?;
    tx.commit().await?;
    Ok(Kept::Done)
}

/// Another role in the body, or other days.
pub async fn change(
    app: &App,
    me: &Me,
    unit: &Unit,
    (body, id, base): (Uuid, Uuid, i64),
    what: &Membership,
) -> Result<Kept<Membership>> {
    me.allow(Act::ManageBodies, &unit.as_place())?;
    let (network_id, today) = (unit.network.id, app.clock.today(unit.network.zone));
    let kind = find(app, unit, body).await?.what.kind;
    let mut tx = begin(app).await?;
    let all = store::members(&mut tx, network_id, body, today).await?;
    let now = all.iter().find(|it| it.id == id).or_missing()?;
    if now.what == *what {
        return Ok(Kept::Done);
    }
    if now.version != base {
        return Ok(Kept::Wrong(Wrong::new("seat", "body-member-meanwhile")));
    }
    if let Some(wrong) = twice(&all, id, now.person_id, what) {
        return Ok(Kept::Wrong(wrong));
    }
    let ids = (id, body, now.person_id);
    store::put_member(&mut tx, network_id, ids, (now.version + 1, what), by(app, me)).await?;
    tx.commit().await?;
    // A seat that was over already ends nothing once more.
    let from = what.until_on.map(|until| until.max(today)).filter(|from| now.sits(*from));
    if let Some(from) = from.filter(|_| kind == Kind::RegionalCommittee) {
        close(app, me, unit, &[now.person_id], from).await?;
    }
    Ok(Kept::Done)
}

/// Of people who lost a seat in a committee of municipalities: whoever sits in none from a day on, today or later, reads the unit's
/// figures no more from then on, where whoever ends the seat may end roles; else the body's page says that they still do.
pub async fn close(app: &App, me: &Me, unit: &Unit, people: &[Uuid], from: NaiveDate) -> Result<()> {
    if !me.may(Act::ManagePeople, &unit.as_place()) {
        return Ok(());
    }
    for &person in people {
        let committees = store::sitting(&app.db, unit, Kind::RegionalCommittee, (person, from)).await?;
        if committees.iter().all(|it| !it.mine) {
            people::take(app, me, unit, (person, from), RoleKind::Viewer).await?;
        }
    }
    Ok(())
}

/// A member of a committee of municipalities reads the figures of the whole unit from now on, as a viewer; or no more.
pub async fn figures(
    app: &App,
    me: &Me,
    unit: &Unit,
    (body, id): (Uuid, Uuid),
    reads: Option<Uuid>,
) -> Result<()> {
    me.allow(Act::ManagePeople, &unit.as_place())?;
    let today = app.clock.today(unit.network.zone);
    let it = find(app, unit, body).await?;
    let all = store::members(&app.db, unit.network.id, body, today).await?;
    let member = all.iter().find(|it| it.id == id).or_missing()?;
    match reads {
        Some(role) if it.what.kind == Kind::RegionalCommittee && member.sits(today) && member.here => {
            people::give(app, me, unit, (role, member.person_id), RoleKind::Viewer).await
        }
        Some(_) => Err(AppError::Invalid("body-figures-none")),
        None => people::take(app, me, unit, (member.person_id, today), RoleKind::Viewer).await,
    }
}
