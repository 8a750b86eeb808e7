//! A sheet of paper for the evening: what is expected this week, with room for a pencil.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use chrono::{Datelike, Days, NaiveDate};
use serde::Deserialize;

use crate::access::Act;
use crate::activities;
use crate::app::App;
use crate::error::Result;
use crate::units;
use crate::web::{Page, Visit, render};

/// Evenings without a usual time get so many empty boxes.
const EMPTY: usize = 2;

#[derive(Deserialize)]
pub struct Asked {
    week: Option<String>,
}

struct Evening {
    day: String,
    name: String,
    hours: String,
}

#[derive(Template)]
#[template(path = "exchange/intake/web/sheet.html")]
struct SheetPage {
    page: Page,
    base: String,
    unit: String,
    week: String,
    previous: String,
    next: String,
    evenings: Vec<Evening>,
    /// What is counted: headings of boxes.
    boxes: Vec<String>,
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::Record, &unit.as_place())?;
    let w = visit.w;
    let today = app.clock.today(unit.zone);
    let wanted = asked
        .week
        .and_then(|text| text.parse::<NaiveDate>().ok())
        .filter(|day| (1950..=2100).contains(&day.year()));
    let day = wanted.unwrap_or(today);
    let monday = day - Days::new(day.weekday().num_days_from_monday().into());
    let offered = activities::activities_of_unit(&app.db, unit.network.id, unit.id).await?;
    let mut evenings = Vec::new();
    for day in (0..7).map(|n| monday + Days::new(n)) {
        let mut of_day: Vec<(i64, Evening)> = Vec::new();
        for activity in &offered {
            for usual in activity.expected_on(day) {
                let end = usual.start_min + usual.duration_min;
                let evening = Evening {
                    day: w.weekday_date(day),
                    name: w.text(&activity.name),
                    hours: format!("{}–{}", w.clock(usual.start_min), w.clock(end)),
                };
                of_day.push((usual.start_min, evening));
            }
        }
        of_day.sort_by_key(|(start, _)| *start);
        evenings.extend(of_day.into_iter().map(|(_, evening)| evening));
    }
    let blank = || Evening { day: String::new(), name: String::new(), hours: String::new() };
    evenings.extend((0..EMPTY).map(|_| blank()));
    let boxes = [
        "gender-girl",
        "gender-boy",
        "gender-non_binary",
        "import-paper-other",
        "part-creator",
        "part-audience",
        "entry-first-visits",
    ];
    let base = unit.address();
    let page = SheetPage {
        page: Page::new(&visit, w.tr("import-paper"), "today"),
        unit: w.text(&unit.name),
        week: w.span(monday, monday + Days::new(6)),
        previous: format!("{base}/imports/sheet?week={}", monday - Days::new(7)),
        next: format!("{base}/imports/sheet?week={}", monday + Days::new(7)),
        evenings,
        boxes: boxes.map(|key| w.tr(key)).into(),
        base,
    };
    Ok(render(&page)?.into_response())
}
