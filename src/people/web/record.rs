//! What stands on record of a unit and everything below it: who read notes, who gave whom a role, and when.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use chrono::{NaiveDate, NaiveTime, TimeZone, Utc};
use serde::Deserialize;
use uuid::Uuid;

use crate::access::{self, Act, Recorded, Sought};
use crate::app::App;
use crate::clock::Day;
use crate::error::Result;
use crate::i18n::Words;
use crate::units::{self, Unit};
use crate::web::{Page, Visit, encoded, render};

/// Acts on one page.
const MOST: usize = 100;

struct Line {
    at: String,
    on: NaiveDate,
    act: String,
    person: String,
    /// Where it happened, if not in this very unit.
    unit: Option<String>,
    /// What it was about.
    href: Option<String>,
}

#[derive(Template)]
#[template(path = "people/web/record.html")]
struct RecordPage {
    page: Page,
    base: String,
    unit: String,
    asked: Asked,
    /// Code, what it is called, whether it is chosen.
    acts: Vec<(String, String, bool)>,
    lines: Vec<Line>,
    older: Option<String>,
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    act: String,
    from: String,
    to: String,
    before: Option<Uuid>,
}

impl Asked {
    /// What cannot be read narrows nothing.
    fn sought(&self, unit: &Unit) -> Sought {
        let zone = unit.network.zone;
        let begins = |day: NaiveDate| zone.from_local_datetime(&day.and_time(NaiveTime::MIN)).earliest();
        let day = |text: &str| text.parse::<NaiveDate>().ok();
        Sought {
            act: Some(self.act.clone()).filter(|act| !act.is_empty()),
            from: day(&self.from).and_then(begins).map(|at| at.with_timezone(&Utc)),
            until: day(&self.to)
                .and_then(|last| last.succ_opt())
                .and_then(begins)
                .map(|at| at.with_timezone(&Utc)),
            before: self.before,
        }
    }

    fn query(&self, before: Uuid) -> String {
        let of = |name: &str, value: &str| format!("{name}={}&", encoded(value));
        format!("{}{}{}before={before}", of("act", &self.act), of("from", &self.from), of("to", &self.to))
    }
}

/// What an act is called; one of a later program by its code.
fn called(w: Words, act: &str) -> String {
    let key = format!("record-{act}");
    if w.has(&key) { w.tr(&key) } else { act.replace('_', " ") }
}

/// What was done, as exactly as it is known: of some acts the first word of what they were about says which, and the next to what.
fn done(w: Words, recorded: &Recorded) -> String {
    let mut words = recorded.object.split(' ');
    let key = format!("record-{}-{}", recorded.act, words.next().unwrap_or_default());
    if w.has(&key) { w.of(&key, words.next().unwrap_or_default()) } else { called(w, &recorded.act) }
}

/// Where of the unit more is told of it: the entry, the period.
fn leads(recorded: &Recorded) -> Option<String> {
    let object = &recorded.object;
    match (recorded.act.as_str(), object.strip_prefix("entry ")) {
        ("close_period" | "reopen_period", _) => Some(format!("periods/{}", encoded(object))),
        (_, Some(id)) => id.parse::<Uuid>().ok().map(|id| format!("entries/{id}")),
        _ => None,
    }
}

fn line(w: Words, here: &Unit, recorded: &Recorded) -> Line {
    let zone = here.network.zone;
    let (at, on) = (recorded.at.with_timezone(&zone), Day::Now(recorded.at).in_zone(zone));
    let minutes = (at.time() - NaiveTime::MIN).num_minutes();
    Line {
        at: format!("{}, {}", w.date(on), w.clock(minutes)),
        on,
        act: done(w, recorded),
        person: recorded
            .person
            .clone()
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| w.tr("record-nobody")),
        unit: (recorded.unit != here.code).then(|| w.text(&recorded.unit_name)),
        href: leads(recorded).map(|rest| format!("/units/{}/{}/{rest}", here.network.code, recorded.unit)),
    }
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::ManagePeople, &unit.as_place())?;
    let w = visit.w;
    let today = app.clock.today(unit.network.zone);
    let most = i64::try_from(MOST + 1).unwrap_or(i64::MAX);
    let (network_id, path) = (unit.network.id, &unit.path);
    let mut found = access::recorded(&app.db, network_id, path, today, &asked.sought(&unit), most).await?;
    let more = found.len() > MOST;
    found.truncate(MOST);
    let last = found.last().map(|recorded| recorded.id).filter(|_| more);
    let acts = access::acts(&app.db, network_id, path, today).await?;
    let page = RecordPage {
        page: Page::new(&visit, w.of("record-of", w.text(&unit.name)), "structure"),
        base: unit.address(),
        unit: w.text(&unit.name),
        acts: acts.into_iter().map(|act| (act.clone(), called(w, &act), act == asked.act)).collect(),
        lines: found.iter().map(|recorded| line(w, &unit, recorded)).collect(),
        older: last.map(|id| format!("{}/record?{}", unit.address(), asked.query(id))),
        asked,
    };
    Ok(render(&page)?.into_response())
}
