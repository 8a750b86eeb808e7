//! The overview of a unit, and figures opened to what they are made of. One address for everybody: whoever may see the
//! entries a figure is the sum of is led on to them.

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};

use crate::access::Act;
use crate::app::App;
use crate::desk::opened::{self, Wanted};
use crate::desk::overview::{self, Asked, Scene};
use crate::error::Result;
use crate::units;
use crate::web::{Page, Visit, render};

/// Everything both pages begin with: may this person, which unit, which period.
async fn scene(app: &App, visit: &Visit, network: &str, code: &str, asked: &Asked) -> Result<Scene> {
    let unit = units::find(app, network, code).await?;
    let me = visit.me()?;
    let place = unit.as_place();
    me.allow(Act::SeeFigures, &place)?;
    let may = |act| me.may(act, &place);
    let (entries, staff, record) = (may(Act::SeeEntries), may(Act::SeeStaffTime), may(Act::Record));
    let mut scene = overview::scene(app, visit.w, unit, asked, entries).await?;
    scene.sees_staff_time = staff;
    scene.may_record = record;
    for (above, _, open) in &mut scene.crumbs {
        *open = me.may(Act::SeeFigures, &above.as_place());
    }
    Ok(scene)
}

pub async fn overview(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let scene = scene(&app, &visit, &network, &unit, &asked).await?;
    let page = Page::new(&visit, scene.title(), "overview");
    Ok(render(&overview::page(&app, page, &scene).await?)?.into_response())
}

pub async fn opened(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let mut scene = scene(&app, &visit, &network, &unit, &asked).await?;
    if let Some(beside) = wanted.beside() {
        scene = scene.compared(beside);
    }
    let (measure, part) = (wanted.measure(), wanted.part());
    let part = part.as_ref().map(|(axis, codes)| (*axis, codes.as_slice()));
    if !wanted.by_month()
        && let Some(entries) = opened::of_figure(&scene, measure, part)
    {
        return Ok(Redirect::to(&entries).into_response());
    }
    let page = Page::new(&visit, scene.title(), "overview");
    Ok(render(&opened::page(&app, page, &scene, &wanted).await?)?.into_response())
}
