//! Findings where whoever records comes by anyway: on Today, and after a save.

use uuid::Uuid;

use super::line::{Line, line};
use crate::access::Me;
use crate::app::App;
use crate::error::Result;
use crate::i18n::Words;
use crate::units::Unit;
use crate::watch::look::over_unit;
use crate::watch::rules::Finding;

/// So many at once; nobody is to be drowned in questions.
const MOST: usize = 2;

/// What to ask, and how many questions there are besides.
pub struct Told {
    pub lines: Vec<Line>,
    pub more: usize,
}

async fn told(
    app: &App,
    w: Words,
    me: &Me,
    unit: &Unit,
    back: &str,
    which: impl Fn(&Finding) -> bool,
) -> Result<Told> {
    let look = over_unit(app, unit).await?;
    let mut open = look.sorted(me).open;
    open.retain(|it| which(it));
    let more = open.len().saturating_sub(MOST);
    open.truncate(MOST);
    look.told(app, me, &open).await?;
    Ok(Told { lines: open.iter().map(|it| line(w, unit, &look.activities, it, back)).collect(), more })
}

/// The latest findings of a unit, for whoever records there.
pub async fn today(app: &App, w: Words, me: &Me, unit: &Unit) -> Result<Told> {
    told(app, w, me, unit, &format!("{}/today", unit.address()), |_| true).await
}

/// Those about one entry, on the page after saving it.
pub async fn of_entry(app: &App, w: Words, me: &Me, unit: &Unit, entry: Uuid) -> Result<Told> {
    let back = format!("{}/entries/{entry}/saved", unit.address());
    told_of(app, w, me, unit, entry, &back).await
}

/// Those about one entry; `back` is where one comes back to after answering.
pub async fn told_of(app: &App, w: Words, me: &Me, unit: &Unit, entry: Uuid, back: &str) -> Result<Told> {
    told(app, w, me, unit, back, |it| it.days.0 == it.days.1 && it.entries.contains(&entry)).await
}
