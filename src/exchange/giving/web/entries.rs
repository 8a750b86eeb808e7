//! The entries of a list as a file. That they were taken along is put on record, before and afterwards.

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use uuid::Uuid;

use super::as_file;
use super::body::piped;
use crate::access::{self, Act, Me};
use crate::activities::{self, Asked, Known};
use crate::app::App;
use crate::error::{AppError, Result};
use crate::exchange::giving::give::{Format, Given, Shape, Wanted, give, ready};
use crate::exchange::giving::wide::Sees;
use crate::exchange::giving::{Stop, codebook_of};
use crate::units::{self, Unit};
use crate::vocabulary;
use crate::web::Visit;

/// How the file shall be: `shape=long&format=xlsx`.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wish {
    shape: String,
    format: String,
}

impl Wish {
    fn shape(&self) -> Result<Shape> {
        let said = if self.shape.is_empty() { Some(Shape::Wide) } else { Shape::from_code(&self.shape) };
        said.ok_or(AppError::NotFound)
    }

    fn format(&self) -> Result<Format> {
        let said = if self.format.is_empty() { Some(Format::Csv) } else { Format::from_code(&self.format) };
        said.ok_or(AppError::NotFound)
    }
}

/// What is wanted, as far as this person may see it.
async fn wanted(app: &App, visit: &Visit, unit: Unit, asked: &Asked, wish: &Wish) -> Result<Wanted> {
    let me = visit.me()?;
    let place = unit.as_place();
    // Entries that were deleted are for their list, where they can be brought back.
    if asked.status == "deleted" {
        return Err(AppError::NotFound);
    }
    let shape = wish.shape()?;
    // What workers answered after an evening is for those who work with the same young people, as notes are.
    if shape == Shape::Reflections {
        me.allow(Act::ReadNotes, &place)?;
    }
    let network_id = unit.network.id;
    let today = app.clock.today(unit.network.zone);
    let (branch, terms, projects) = futures_util::future::try_join3(
        units::branch(&app.db, &unit, today),
        vocabulary::terms(&app.db, network_id),
        vocabulary::projects(&app.db, network_id),
    )
    .await?;
    let known = Known { me: me.id, branch: &branch, terms: &terms, projects: &projects, may_record: false };
    let only_own_staff = (!me.may(Act::SeeStaffTime, &place)).then_some(me.id);
    let sees = Sees { only_own_staff, notes: me.may(Act::ReadNotes, &place) };
    let chosen = asked.kept().filter(|(name, _)| !matches!(*name, "from" | "to"));
    let chosen: Vec<String> = chosen.map(|(name, value)| format!("{name}={value}")).collect();
    Ok(Wanted {
        words: asked.q.clone(),
        chosen: chosen.join(", "),
        shape,
        format: wish.format()?,
        ..Wanted::new(unit, today, asked.filter(&known), sees, visit.w)
    })
}

fn name(wanted: &Wanted, what: &str) -> String {
    let days = [wanted.filter.from, wanted.filter.last].into_iter().flatten();
    let parts = [wanted.unit.code.clone(), wanted.w.tr(what)].into_iter();
    parts.chain(days.map(|day| day.to_string())).collect::<Vec<_>>().join("-")
}

pub async fn file(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    Query(wish): Query<Wish>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    let me = visit.me()?;
    me.allow(Act::SeeEntries, &unit.as_place())?;
    let wanted = wanted(&app, &visit, unit, &asked, &wish).await?;
    let place = (wanted.unit.network.id, wanted.unit.id);
    let how = format!("{} {}", wanted.shape.code(), wanted.format.code());
    let object = format!("unit {}: {how}", place.1);
    if wanted.sees.notes && !asked.q.trim().is_empty() {
        access::put_on_record(&app, me, "search_notes", &format!("unit {}", place.1), &place.0, &place.1)
            .await?;
    }
    access::put_on_record(&app, me, "take_entries", &object, &place.0, &place.1).await?;
    let what = match wanted.shape {
        Shape::Reflections => "given-file-reflections",
        Shape::Wide | Shape::Long => "given-file-entries",
    };
    let headers = as_file(&name(&wanted, what), wanted.format);
    let ready = ready(&app, wanted).await?;
    let (out, end, body) = piped();
    let me = me.clone();
    // Goes on by itself while the answer is sent; where the visitor leaves, it stops at the next part.
    tokio::spawn(async move {
        let (given, ended) = give(&app, ready, out).await;
        let whole = ended.is_ok();
        if let Err(Stop::Failed(error)) = &ended
            && !end.is_gone()
        {
            tracing::error!(error, "a file was not written to its end");
        }
        if let Err(error) = told(&app, &me, place, &how, given, whole).await {
            tracing::error!(%error, "that entries were taken along was not put on record");
        } else if whole {
            end.whole().await;
        }
    });
    Ok((headers, body).into_response())
}

/// Puts on record how much was taken along. The last part of a file is held back until that stands.
async fn told(
    app: &App,
    me: &Me,
    (network_id, unit_id): (Uuid, Uuid),
    how: &str,
    given: Given,
    whole: bool,
) -> Result<()> {
    let Given { entries, rows, notes } = given;
    let cut = if whole { "" } else { ", cut off" };
    let object = format!("unit {unit_id}: {how}, {entries} entries, {rows} rows, {notes} notes{cut}");
    access::put_on_record(app, me, "took_entries", &object, &network_id, &unit_id).await
}

/// What the columns and codes of such a file mean.
pub async fn codebook(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    Query(wish): Query<Wish>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::SeeEntries, &unit.as_place())?;
    let wanted = wanted(&app, &visit, unit, &asked, &Wish { format: String::new(), ..wish }).await?;
    let mut given = Given::default();
    if wanted.words.trim().is_empty() {
        let (network_id, path) = (wanted.unit.network.id, &wanted.unit.path);
        let totals = activities::totals(&app.db, network_id, path, wanted.today, &wanted.filter).await?;
        given.entries = totals.entries;
    }
    let headers = as_file(&name(&wanted, "given-file-codebook"), Format::Csv);
    let ready = ready(&app, wanted).await?;
    let bytes = codebook_of(&app, &ready, given)?;
    Ok((headers, bytes).into_response())
}
