//! What is due by itself: each evaluation that is not closed, of which something still waits, or of whose window backups are
//! still there, is looked after once a day, soon after midnight where it is.

use chrono::NaiveDate;
use uuid::Uuid;

use super::acts::{Deed, acted, mix};
use super::counting::counted;
use super::making::{CHANGING, place_units};
use super::standing::State;
use super::{copies, reminding, store};
use crate::app::App;
use crate::error::{OrMissing, Result};
use crate::jobs::{self, Job};
use crate::units;

pub const JOB: jobs::Kind = jobs::Kind {
    code: "evaluation",
    plan: |app| Box::pin(async { plan(app).await }),
    run: |app, job| Box::pin(async { run(app, job).await }),
};

pub(super) async fn plan(app: &App) -> Result<()> {
    let open = store::looked_after(&app.db).await?;
    if open.is_empty() {
        return Ok(());
    }
    let unfinished = store::unfinished(&app.db).await?;
    let roots = units::networks(&app.db, app.clock.day()).await?;
    for it in open {
        let Some(root) = roots.iter().find(|root| root.network.id == it.network_id) else { continue };
        let mut key = format!("{} {}", it.id, app.clock.today(root.network.zone));
        if unfinished.contains(&it.id) {
            // Its closing was interrupted, perhaps after the day's work was done.
            key.push_str(" closing");
        }
        if !jobs::known(app, it.network_id, JOB.code, &key).await? {
            let mut tx = app.db.begin().await?;
            jobs::put(app, &mut tx, it.network_id, JOB.code, &key, app.clock.now()).await?;
            tx.commit().await?;
        }
    }
    Ok(())
}

pub(super) async fn run(app: &App, job: &Job) -> Result<()> {
    let id = job.key.split(' ').next().and_then(|id| id.parse::<Uuid>().ok());
    let root = units::root(&app.db, job.network_id, app.clock.day()).await?;
    let (Some(id), Some(root)) = (id, root) else { return Ok(()) };
    look_after(app, job.network_id, id, app.clock.today(root.network.zone)).await
}

/// What is due of an evaluation on a day, by itself: it opens, it closes, units that were added get their addresses, and what
/// came in is counted.
pub async fn look_after(app: &App, network_id: Uuid, id: Uuid, today: NaiveDate) -> Result<()> {
    let mut tx = app.db.begin().await?;
    tx.alone(CHANGING).await?;
    let Some(it) = store::by_id(&mut tx, network_id, id).await? else { return Ok(()) };
    let mut state = it.state();
    if state == State::Prepared && it.opens_on <= today && today < it.closes_on {
        store::set_opened(&mut tx, network_id, id, app.clock.now()).await?;
        acted(app, &mut tx, &it, Deed::Opened, None).await?;
        state = State::Open;
    }
    if state == State::Open && today >= it.closes_on {
        store::set_closed(&mut tx, network_id, id, app.clock.now()).await?;
        acted(app, &mut tx, &it, Deed::Closed, None).await?;
        state = State::Closed;
    }
    let over = matches!(state, State::Closed | State::Released);
    if !over {
        place_units(app, &mut tx, &it, today).await?;
    }
    if state == State::Open {
        let counts = counted(&mut tx, &it, today).await?;
        store::put_counts(&mut tx, network_id, id, &counts).await?;
        let it = store::by_id(&mut tx, network_id, id).await?.or_missing()?;
        reminding::remind(app, &mut tx, &it, today, &counts).await?;
    }
    if let Some(it) = store::by_id(&mut tx, network_id, id).await? {
        copies::look(app, &mut tx, &it, today).await?;
    }
    tx.commit().await?;
    if over {
        mix(app, network_id, id).await?;
    }
    Ok(())
}
