//! Figures of a page as a file, for everybody who sees the page.

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::as_file;
use crate::access::{Act, Denied};
use crate::app::App;
use crate::error::{AppError, Result};
use crate::exchange::giving::figures::{HEADINGS, One, Wanted, rows};
use crate::exchange::giving::give::Format;
use crate::exchange::giving::sheet::{Codebook, Csv, Sheet, Stop};
use crate::exchange::giving::workbook::{MOST_ROWS, Xlsx};
use crate::measures::{self, Axis, Length, Measure, Period};
use crate::units;
use crate::web::Visit;

/// `from=…&to=…&format=csv`, and of one figure what its page is asked with: `measure=visits&by=gender&of=girl`.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    from: String,
    to: String,
    measure: String,
    by: String,
    of: String,
    format: String,
}

impl Asked {
    fn one(&self) -> Option<One> {
        let measure = Measure::ALL.into_iter().find(|measure| measure.code() == self.measure)?;
        let codes: Vec<String> =
            self.of.split(',').filter(|code| !code.is_empty()).map(str::to_owned).collect();
        let axis = Axis::from_code(&self.by).filter(|axis| axis.splits(measure) && !codes.is_empty());
        Some(One { measure, part: axis.map(|axis| (axis, codes)) })
    }
}

pub async fn file(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    let me = visit.me()?;
    let place = unit.as_place();
    me.allow(Act::SeeFigures, &place)?;
    let format = if asked.format.is_empty() { Some(Format::Csv) } else { Format::from_code(&asked.format) };
    let format = format.ok_or(AppError::NotFound)?;
    let one = asked.one();
    let sees_staff_time = me.may(Act::SeeStaffTime, &place);
    if one.as_ref().is_some_and(|one| one.measure.about_staff()) && !sees_staff_time {
        return Err(AppError::Forbidden(Box::new(Denied { act: Act::SeeStaffTime, place })));
    }
    let sees_entries = me.may(Act::SeeEntries, &place);
    let today = app.clock.today(unit.zone);
    let period = match (asked.from.parse(), asked.to.parse()) {
        (Ok(from), Ok(to)) => Period::own(from, to),
        _ => Period::around(Length::Year, today, unit.network.school_year_start),
    };
    let period = measures::reach(sees_entries, period).so_far(today);
    let wanted = Wanted { unit, period, one, sees_entries, sees_staff_time, w: visit.w };
    let rows = rows(&app, &wanted).await?;
    let w = wanted.w;
    let mut bytes = Vec::new();
    let mut write = || -> std::result::Result<Codebook, Stop> {
        let headings = HEADINGS.map(str::to_owned);
        let mut sheet = match format {
            Format::Csv => Sheet::Csv(Box::new(Csv::new(&mut bytes, &headings, true)?)),
            Format::Xlsx => {
                let numbered = move |n: i64, _| format!("{} {n}", w.tr("given-sheet-figures"));
                let name = w.tr("given-sheet-figures");
                Sheet::Xlsx(Box::new(Xlsx::new(&mut bytes, &headings, &name, numbered, MOST_ROWS)?))
            }
        };
        rows.iter().try_for_each(|row| sheet.row(row))?;
        sheet.end(|_| codebook(&app, &wanted))
    };
    write().map_err(|stop| AppError::Internal(stop.to_string()))?;
    let what = w.tr("given-file-figures");
    let name = format!("{}-{what}-{}-{}", wanted.unit.code, period.from, period.last());
    Ok((as_file(&name, format), bytes).into_response())
}

/// What is in the file, what its columns are, and what each measure means.
fn codebook(app: &App, wanted: &Wanted) -> Codebook {
    let w = wanted.w;
    let line = |first: String, meaning: String| [first, String::new(), meaning, String::new()];
    let unit = format!("{} ({})", w.text(&wanted.unit.name), wanted.unit.code);
    let mut rows = vec![
        line(w.tr("given-about-unit"), unit),
        line(w.tr("given-about-period"), w.span(wanted.period.from, wanted.period.last())),
        line(w.tr("given-about-made"), w.date(app.clock.today(wanted.unit.zone))),
        line(w.tr("given-about-meaning"), format!("{}/definitions", app.settings.base_url())),
        Default::default(),
        ["given-head-column", "given-head-code", "given-head-meaning", "given-head-holds"]
            .map(|key| w.tr(key)),
    ];
    for column in ["measure", "axis", "member", "month", "value", "counted_in", "withheld"] {
        rows.push(line(column.to_owned(), w.tr(&format!("given-column-{column}"))));
    }
    for measure in Measure::ALL.into_iter().filter(|it| wanted.sees_staff_time || !it.about_staff()) {
        let what = w.tr(&format!("measure-{}-what", measure.code()));
        let code = measure.code().to_owned();
        rows.push(["measure".to_owned(), code, what, measure.unit().to_owned()]);
    }
    Codebook { name: w.tr("given-codebook"), rows }
}
