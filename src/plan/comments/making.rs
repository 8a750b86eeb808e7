//! Saying something of a plan, answering it, and taking back what one said.

use uuid::Uuid;

use super::store::{self, Comment, New};
use crate::access::{Act, Me};
use crate::app::App;
use crate::error::{OrMissing, Result};
use crate::form::Wrong;
use crate::plan::making::{begin, by, load};
use crate::plan::may_see;
use crate::units::Unit;

/// Characters in a comment, and in an answer.
pub const LONGEST: usize = 2_000;

/// What became of it.
#[derive(Debug)]
pub enum Said {
    Done,
    Wrong(Wrong),
    /// A colleague answered meanwhile: what stands now.
    Meanwhile(Box<Comment>),
}

fn wrong(field: &str, words: &str) -> Option<Wrong> {
    if words.is_empty() {
        return Some(Wrong::new(field, "comment-empty"));
    }
    let most = i64::try_from(LONGEST).unwrap_or(i64::MAX);
    (words.chars().count() > LONGEST).then(|| Wrong::new(field, "comment-long").arg("n", most))
}

/// Says something of a part, or (without a code) of the plan as a whole. `version`: that was read. Sent again, nothing happens.
pub async fn say(
    app: &App,
    me: &Me,
    unit: &Unit,
    year: i32,
    (id, code, version, words): (Uuid, &str, i64, &str),
) -> Result<Said> {
    may_see(me, unit)?;
    let mut tx = begin(app).await?;
    let kept = load((&mut tx).into(), unit, year).await?.or_missing()?;
    let of = (unit.network.id, kept.held.id);
    if store::all(&mut tx, of).await?.iter().any(|it| it.id == id) {
        return Ok(Said::Done);
    }
    if let Some(wrong) = wrong("words", words) {
        return Ok(Said::Wrong(wrong));
    }
    let now =
        if code.is_empty() { Some(kept.held.head.version) } else { kept.part(code).map(|it| it.version) };
    let Some(now) = now else {
        return Ok(Said::Wrong(Wrong::new("words", "comment-gone")));
    };
    let version = if (1..=now).contains(&version) { version } else { now };
    store::insert(&mut tx, of, &New { id, code, version, words, by: me.id }, app.clock.now()).await?;
    tx.commit().await?;
    Ok(Said::Done)
}

/// Answers a comment, or answers it anew. `base`: how often it was answered before, as whoever answers had it before them.
pub async fn answer(
    app: &App,
    me: &Me,
    unit: &Unit,
    year: i32,
    (id, base): (Uuid, i64),
    (words, taken_up): (&str, bool),
) -> Result<Said> {
    me.allow(Act::WritePlan, &unit.as_place())?;
    let mut tx = begin(app).await?;
    let kept = load((&mut tx).into(), unit, year).await?.or_missing()?;
    let all = store::all(&mut tx, (unit.network.id, kept.held.id)).await?;
    let it = all.into_iter().find(|it| it.id == id).or_missing()?;
    if let Some(wrong) = wrong("answer", words) {
        return Ok(Said::Wrong(wrong));
    }
    if (it.answer.as_str(), it.taken_up) == (words, taken_up) {
        return Ok(Said::Done);
    }
    if it.answer_version != base {
        return Ok(Said::Meanwhile(Box::new(it)));
    }
    let new = (words, taken_up, it.answer_version + 1);
    store::answer(&mut tx, (unit.network.id, id), new, by(app, Some(me.id))).await?;
    tx.commit().await?;
    Ok(Said::Done)
}

/// Takes back what one said oneself; for others there is no such comment. Sent again, nothing happens.
pub async fn take_back(app: &App, me: &Me, unit: &Unit, year: i32, id: Uuid) -> Result<()> {
    may_see(me, unit)?;
    let mut tx = begin(app).await?;
    let kept = load((&mut tx).into(), unit, year).await?.or_missing()?;
    let all = store::all(&mut tx, (unit.network.id, kept.held.id)).await?;
    all.iter().find(|it| it.id == id && it.said_by == me.id).or_missing()?;
    store::take_back(&mut tx, (unit.network.id, id), app.clock.now()).await?;
    Ok(tx.commit().await?)
}
