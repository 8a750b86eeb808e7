//! Codes on cards: one answer for each who gets one, without anybody knowing who that is.

use uuid::Uuid;

use super::making::{CHANGING, on_record};
use super::standing::{Evaluation, Place};
use super::store;
use crate::access::{Act, Me};
use crate::answers::{self, Asked, Code};
use crate::app::App;
use crate::db::Tx;
use crate::error::{AppError, OrMissing, Result};
use crate::form::Wrong;
use crate::units::Unit;

/// Cards made at once.
pub const FEWEST: usize = 10;
pub const MOST: usize = 500;
/// Codes that a unit may have: more than any has young people.
const MOST_EVER: usize = 3000;

/// Codes that were made.
pub struct Made {
    pub codes: Vec<Code>,
    /// Whether this very form had made them before.
    pub again: bool,
}

pub fn asked(it: &Evaluation, place: &Place) -> Asked {
    Asked { network_id: it.network_id, evaluation_id: it.id, unit_id: place.unit_id }
}

/// Holds what stands of an evaluation that is not closed.
async fn begin(app: &App, me: &Me, unit: &Unit, it: &Evaluation) -> Result<Tx> {
    me.allow(Act::GiveCodes, &unit.as_place())?;
    let mut tx = app.db.begin().await?;
    tx.alone(CHANGING).await?;
    let now = store::by_id(&mut tx, it.network_id, it.id).await?.or_missing()?;
    if now.is_over() { Err(AppError::Conflict) } else { Ok(tx) }
}

/// Makes as many codes for a unit as were asked for. `seed` was drawn by the page and is not kept.
pub async fn make(
    app: &App,
    me: &Me,
    unit: &Unit,
    (it, place): (&Evaluation, &Place),
    seed: Uuid,
    typed: &str,
) -> Result<std::result::Result<Made, Wrong>> {
    let n = typed.trim().parse::<usize>().ok().filter(|n| (FEWEST..=MOST).contains(n));
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let Some(n) = n else {
        let wrong = Wrong::new("n", "cards-how-many");
        return Ok(Err(wrong.arg("least", number(FEWEST)).arg("most", number(MOST))));
    };
    let asked = asked(it, place);
    let mut tx = begin(app, me, unit, it).await?;
    let before = answers::count_codes(&mut tx, &asked).await?;
    let codes = answers::make_codes(&mut tx, &asked, seed, n).await?;
    let now = answers::count_codes(&mut tx, &asked).await?;
    if now > MOST_EVER {
        return Ok(Err(Wrong::new("n", "cards-most").arg("n", number(MOST_EVER))));
    }
    if now > before {
        let what = format!("codes {} {} {n}", it.code, place.kind.code());
        on_record(app, &mut tx, me.id, unit, &what).await?;
    }
    tx.commit().await?;
    Ok(Ok(Made { codes, again: now == before }))
}

/// Says whether answers at a place need a code, from the next one on. Refused where nobody could have one.
pub async fn need(
    app: &App,
    me: &Me,
    unit: &Unit,
    (it, place): (&Evaluation, &Place),
    only: bool,
) -> Result<std::result::Result<(), Wrong>> {
    let mut tx = begin(app, me, unit, it).await?;
    if only && answers::count_codes(&mut tx, &asked(it, place)).await? == 0 {
        return Ok(Err(Wrong::new("only", "cards-only-none")));
    }
    store::set_code_only(&mut tx, it.network_id, it.id, place, only).await?;
    let what = if only { "need_codes" } else { "free_of_codes" };
    on_record(app, &mut tx, me.id, unit, &format!("{what} {} {}", it.code, place.kind.code())).await?;
    tx.commit().await?;
    Ok(Ok(()))
}
