//! What is done with an evaluation, by whom and when: each act is kept, also what its day did by itself.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::counting::counted_last;
use super::making::{begin, on_record, place_units};
use super::standing::{Evaluation, State};
use super::store;
use crate::access::Me;
use crate::answers;
use crate::app::App;
use crate::db::Tx;
use crate::error::{AppError, OrMissing, Result};
use crate::units::{self, Unit};

/// In the order in which they come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deed {
    Prepared,
    Changed,
    Withdrawn,
    Opened,
    Closed,
    /// A unit was given its results before everybody.
    Given,
    Released,
}

impl Deed {
    pub const ALL: [Deed; 7] = [
        Deed::Prepared,
        Deed::Changed,
        Deed::Withdrawn,
        Deed::Opened,
        Deed::Closed,
        Deed::Given,
        Deed::Released,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Deed::Prepared => "prepared",
            Deed::Changed => "changed",
            Deed::Withdrawn => "withdrawn",
            Deed::Opened => "opened",
            Deed::Closed => "closed",
            Deed::Given => "given",
            Deed::Released => "released",
        }
    }

    pub fn from_code(code: &str) -> Option<Deed> {
        Deed::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// Something that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    pub deed: Deed,
    /// Whoever did it, by name; none where its day did.
    pub by: Option<String>,
    pub at: DateTime<Utc>,
}

/// Keeps what is done now, and by whom; by nobody: its day does it.
pub async fn acted(app: &App, tx: &mut Tx, it: &Evaluation, deed: Deed, by: Option<Uuid>) -> Result<()> {
    let (id, now) = (app.ids.ordered(), app.clock.now());
    Ok(store::insert_act(tx, it, (id, now), deed, by).await?)
}

/// Opens an evaluation: from now on answers are taken.
pub async fn open(app: &App, me: &Me, unit: &Unit, code: &str) -> Result<()> {
    let mut tx = begin(app, me, unit).await?;
    let it = store::by_code(&mut tx, unit.network.id, code).await?.or_missing()?;
    match it.state() {
        State::Open => return Ok(()),
        State::Closed | State::Released => return Err(AppError::Conflict),
        State::Prepared => {}
    }
    let today = app.clock.today(unit.network.zone);
    if today >= it.closes_on {
        return Err(AppError::Conflict);
    }
    place_units(app, &mut tx, &it, today).await?;
    store::set_opened(&mut tx, it.network_id, it.id, app.clock.now()).await?;
    acted(app, &mut tx, &it, Deed::Opened, Some(me.id)).await?;
    on_record(app, &mut tx, me.id, unit, &format!("open {code}")).await?;
    Ok(tx.commit().await?)
}

/// Closes an evaluation for good: nothing is taken any more, and what waits is mixed.
pub async fn close(app: &App, me: &Me, unit: &Unit, code: &str) -> Result<()> {
    let mut tx = begin(app, me, unit).await?;
    let it = store::by_code(&mut tx, unit.network.id, code).await?.or_missing()?;
    if it.state() == State::Prepared {
        return Err(AppError::Conflict);
    }
    if it.state() == State::Open {
        store::set_closed(&mut tx, it.network_id, it.id, app.clock.now()).await?;
        acted(app, &mut tx, &it, Deed::Closed, Some(me.id)).await?;
        on_record(app, &mut tx, me.id, unit, &format!("close {code}")).await?;
    }
    tx.commit().await?;
    mix(app, it.network_id, it.id).await
}

/// Mixes what waits of an evaluation that is closed, and counts it for the last time. May be done again: what a crash left waiting is mixed by whoever closes
/// once more, by the night's work, and before anything is counted.
pub async fn mix(app: &App, network_id: Uuid, id: Uuid) -> Result<()> {
    let mixed = answers::mix_all(app, network_id, id).await?;
    let root = units::root(&app.db, network_id, app.clock.day()).await?.or_missing()?;
    let mut tx = app.db.begin().await?;
    if mixed.unreadable > 0 {
        store::add_lost(&mut tx, network_id, id, i64::try_from(mixed.unreadable).unwrap_or(i64::MAX)).await?;
    }
    // One that was withdrawn is not there any more.
    if let Some(it) = store::by_id(&mut tx, network_id, id).await? {
        counted_last(&mut tx, &it, app.clock.today(root.network.zone)).await?;
    }
    Ok(tx.commit().await?)
}

/// Opens what came of a closed evaluation to everybody; false where it is open to them already.
pub async fn release(app: &App, tx: &mut Tx, it: &Evaluation, by: Uuid) -> Result<bool> {
    match store::by_id(&mut *tx, it.network_id, it.id).await?.map(|it| it.state()) {
        Some(State::Closed) => {
            store::set_released(tx, it.network_id, it.id, app.clock.now()).await?;
            acted(app, tx, it, Deed::Released, Some(by)).await?;
            Ok(true)
        }
        Some(State::Released) => Ok(false),
        _ => Err(AppError::Conflict),
    }
}
