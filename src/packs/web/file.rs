//! A pack to take along.

use axum::extract::{Path, Query, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use super::{Wish, made};
use crate::access::{self, Act};
use crate::app::App;
use crate::error::{AppError, Result};
use crate::packs::{printing, sheet};
use crate::units;
use crate::web::Visit;

pub async fn file(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, pack)): Path<(String, String, String)>,
    Query(wish): Query<Wish>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    let me = visit.me()?;
    me.allow(Act::SeeEntries, &unit.as_place())?;
    let (network_id, unit_id) = (unit.network.id, unit.id);
    let today = app.clock.today(unit.zone);
    let made = made(&app, &visit, unit, &pack, &wish).await?;
    let (ending, kind, bytes) = match wish.format.as_str() {
        "" | "xlsx" => {
            let book = sheet::workbook(visit.w, &made, today).map_err(AppError::Internal)?;
            ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", book)
        }
        "csv" => ("csv", "text/csv; charset=utf-8", sheet::csv(visit.w, &made, true)),
        "pdf" => ("pdf", "application/pdf", printing::pdf(visit.w, &made, today).await?),
        _ => return Err(AppError::NotFound),
    };
    if !made.form.lists.is_empty() {
        let object = format!("unit {unit_id}: {} {} {ending}", made.form.code, made.time.code());
        access::put_on_record(&app, me, "take_entries", &object, &network_id, &unit_id).await?;
    }
    let name = format!(
        "attachment; filename=\"{}-{}-{}.{ending}\"",
        made.unit.code,
        made.form.code,
        made.time.code()
    );
    Ok(([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, name)], bytes).into_response())
}
