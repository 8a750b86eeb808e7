//! Putting the adopted edition of a plan before everybody, and taking it away again.

use uuid::Uuid;

use super::making::{Took, standing};
use super::store;
use crate::access::{Act, Me, put_on_record_in};
use crate::app::App;
use crate::error::{OrMissing, Result};
use crate::form::Wrong;
use crate::plan::making::{begin, by, load};
use crate::units::Unit;

/// Publishes an edition in place of what stood there: the one that holds, for what was not adopted is nobody's plan yet. `id`: made by
/// the page; sent again, nothing happens, even where it was taken back since. `number`: the edition that was looked at.
pub async fn publish(app: &App, me: &Me, unit: &Unit, year: i32, (id, number): (Uuid, i64)) -> Result<Took> {
    me.allow(Act::Publish, &unit.as_place())?;
    let mut tx = begin(app).await?;
    let kept = load((&mut tx).into(), unit, year).await?.or_missing()?;
    let standing = standing(&mut tx, unit.network.id, &kept).await?;
    if standing.publications.iter().any(|it| it.id == id) {
        return Ok(Took::Done);
    }
    let Some(adopted) = standing.adopted() else {
        return Ok(Took::Wrong(Wrong::new("number", "publish-not-adopted")));
    };
    if adopted.number != number {
        return Ok(Took::Changed);
    }
    if standing.public().is_some_and(|it| it.number == number) {
        return Ok(Took::Done);
    }
    let (of, by) = ((unit.network.id, kept.held.id), by(app, Some(me.id)));
    store::take_back(&mut tx, of, None, by).await?;
    store::publish(&mut tx, (of.0, of.1, number), id, by).await?;
    let what = year.to_string();
    put_on_record_in(app, &mut tx, me.id, "publish_plan", &what, &unit.network.id, &unit.id).await?;
    tx.commit().await?;
    Ok(Took::Done)
}

/// Takes this publication away, whatever was published since. From then on its address leads to nothing, on every process.
pub async fn take_back(app: &App, me: &Me, unit: &Unit, year: i32, id: Uuid) -> Result<()> {
    me.allow(Act::Publish, &unit.as_place())?;
    let mut tx = begin(app).await?;
    let kept = load((&mut tx).into(), unit, year).await?.or_missing()?;
    let of = (unit.network.id, kept.held.id);
    if store::take_back(&mut tx, of, Some(id), by(app, Some(me.id))).await? {
        let what = year.to_string();
        put_on_record_in(app, &mut tx, me.id, "take_back_plan", &what, &unit.network.id, &unit.id).await?;
    }
    Ok(tx.commit().await?)
}
