//! What the first page tells of the calendar: the next three dates.

use chrono::Datelike;

use super::lines::{Chip, Looking};
use crate::access::{Act, Me};
use crate::app::App;
use crate::calendar::listing::{Dates, around};
use crate::calendar::names::Names;
use crate::error::Result;
use crate::i18n::Words;
use crate::units::{self, Unit};

/// More belongs on the calendar's own page.
const MOST: usize = 3;

pub struct Soon {
    pub lines: Vec<Line>,
    /// Where all of them are.
    pub all: String,
}

pub struct Line {
    pub href: String,
    pub when: String,
    pub machine: String,
    pub name: String,
    pub whom: String,
    pub chips: Vec<Chip>,
}

/// The next dates of a unit's branch, those that are late first; none where there are none.
pub async fn soon(app: &App, w: Words, me: &Me, branch: &Unit) -> Result<Option<Soon>> {
    if !me.may(Act::SeeCalendar, &branch.as_place()) {
        return Ok(None);
    }
    let today = app.clock.today(branch.network.zone);
    let days = around(today);
    let dates = Dates::read(app, branch, days).await?;
    let items = dates.of(branch, days, today, false);
    let next: Vec<_> = items.iter().filter(|it| !it.is_over(today)).take(MOST).collect();
    if next.is_empty() {
        return Ok(None);
    }
    let names = Names::read(app, branch.network.id).await?;
    let kinds = units::kinds(&app.db, branch.network.id).await?;
    let units = &dates.read.there.units;
    let looking = Looking { w, me, branch, names: &names, kinds: &kinds, units, manages: false };
    let all = format!("{}/calendar", branch.address());
    let line = |item: &crate::calendar::listing::Item<'_>| {
        let it = looking.line(item);
        let begun = item.owed.is_empty() && item.first < today;
        let day = if item.owed.is_empty() && !begun { item.first } else { item.last };
        Line {
            href: it.href.unwrap_or_else(|| format!("{all}?year={}#{}", item.on().year(), it.id)),
            when: if begun { w.of("today-until", w.day(day)) } else { w.day(day) },
            machine: day.to_string(),
            name: it.name,
            whom: if it.whom.is_empty() { it.notes.join(" ") } else { it.whom },
            chips: it.chips,
        }
    };
    Ok(Some(Soon { lines: next.into_iter().map(line).collect(), all }))
}
