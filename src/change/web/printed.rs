//! Slides for those who decide, and the poster of what is public: PDFs.

use axum::extract::{Path, State};
use axum::response::Response;

use super::{Bench, lines};
use crate::access::Act;
use crate::app::App;
use crate::change::aim::Aim;
use crate::change::areas::areas;
use crate::change::making;
use crate::change::printing::{Slides, poster as poster_data};
use crate::change::step::MEETING;
use crate::change::store;
use crate::clock::Day;
use crate::error::{OrMissing, Result};
use crate::results;
use crate::web::{Visit, pdf, pdf_answer};

type Three = (String, String, String);

pub async fn slides(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, code)): Path<Three>,
) -> Result<Response> {
    let bench = Bench::find(&app, &visit, (&network, &unit, &code), Act::SeeChange).await?;
    let (w, unit, it) = (visit.w, &bench.unit, &bench.it);
    let shown = results::shown(&app, visit.me()?, unit, |other| other.id == it.id).await?;
    let areas = areas(&app, it, unit.id).await?;
    let aims = store::drafts::<Aim>(&app.db, bench.at()).await?;
    let steps = store::steps(&app.db, bench.at()).await?;
    let meeting = steps.into_iter().find(|(n, _)| *n == MEETING).map(|(_, step)| step.what.meeting);
    let slides = Slides {
        w,
        unit,
        evaluation: &it.name,
        year: it.year(),
        shown: shown.as_ref(),
        aims: aims.iter().map(|it| (&it.what, lines::measure(w, &it.what, &areas))).collect(),
        decided: &meeting.map_or_else(Vec::new, |meeting| meeting.decided),
    };
    let bytes = pdf(include_str!("slides.typ"), slides.data()).await?;
    Ok(pdf_answer(&format!("{}-{}-{}", unit.code, it.code, w.lang()), true, bytes))
}

/// Of what is public now, whichever evaluation it came of.
pub async fn poster(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, code)): Path<Three>,
) -> Result<Response> {
    let bench = Bench::find(&app, &visit, (&network, &unit, &code), Act::SeeChange).await?;
    let (w, unit) = (visit.w, &bench.unit);
    let public = making::public(&app, unit).await?.or_missing()?;
    let on = w.of("said-published", w.date(Day::Now(public.at).in_zone(unit.network.zone)));
    let (href, shown) = lines::public_address(&app, unit);
    let address = format!("{}{href}", app.settings.base_url());
    let data = poster_data(w, unit, &public.body, &on, (&address, &shown))?;
    let bytes = pdf(include_str!("said.typ"), data).await?;
    Ok(pdf_answer(&format!("{}-{}", unit.code, w.lang()), true, bytes))
}
