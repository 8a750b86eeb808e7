//! The dates of a branch as a file for other calendars.

use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use chrono::Days;

use super::lines::Looking;
use crate::access::Act;
use crate::app::App;
use crate::calendar::ics::{self, Event};
use crate::calendar::listing::Dates;
use crate::calendar::names::Names;
use crate::error::Result;
use crate::units;
use crate::web::Visit;

/// From a month ago to the end of next year's same month.
const BACK: u64 = 31;
const ON: u64 = 396;

pub async fn file(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
) -> Result<Response> {
    let branch = units::find(&app, &network, &unit).await?;
    let (w, me) = (visit.w, visit.me()?);
    me.allow(Act::SeeCalendar, &branch.as_place())?;
    let today = app.clock.today(branch.network.zone);
    let days = (today - Days::new(BACK), today + Days::new(ON));
    let dates = Dates::read(&app, &branch, days).await?;
    let names = Names::read(&app, branch.network.id).await?;
    let kinds = units::kinds(&app.db, branch.network.id).await?;
    let units = &dates.read.there.units;
    let looking = Looking { w, me, branch: &branch, names: &names, kinds: &kinds, units, manages: false };
    let site = app.settings.base_url();
    let event = |item: &crate::calendar::listing::Item<'_>| {
        let line = looking.line(item);
        let states = line.chips.iter().map(|chip| chip.label.clone());
        let what: Vec<String> =
            [line.whom].into_iter().chain(states).chain(line.notes).filter(|it| !it.is_empty()).collect();
        Event {
            // Of one date every unit has its own.
            uid: format!("{}-{}@{}", line.id, branch.code, branch.network.code),
            // What is owed is marked on its last day alone: by then it is to be done.
            first: if item.owed.is_empty() { item.first } else { item.last },
            last: item.last,
            name: line.name,
            what: what.join("\n"),
            address: format!(
                "{site}{}",
                line.href.unwrap_or_else(|| format!("{}/calendar", branch.address()))
            ),
        }
    };
    let events: Vec<Event> = dates.of(&branch, days, today, false).iter().map(event).collect();
    let body = ics::file(&format!("Logbook: {}", w.text(&branch.name)), &events, app.clock.now());
    let name = format!("attachment; filename=\"{}-{}.ics\"", branch.network.code, branch.code);
    Ok(([(CONTENT_TYPE, "text/calendar; charset=utf-8".to_owned()), (CONTENT_DISPOSITION, name)], body)
        .into_response())
}
