//! The overview of a unit, and figures opened to what they are made of. One address for everybody: whoever may see the
//! entries a figure is the sum of is led on to them.

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

use crate::access::Act;
use crate::app::App;
use crate::calendar;
use crate::desk::opened::{self, Wanted};
use crate::desk::overview::{self, Above, Asked, Door, Scene, Where};
use crate::desk::steps::steps;
use crate::error::{AppError, Result};
use crate::measures::{self, Tree};
use crate::units::{self, Unit};
use crate::web::{Page, Visit, render};

/// Everything both pages begin with: may this person, which unit, which period, by which tree.
///
/// Figures are read by whoever has the unit's branch today; and, of the days on which the unit stood in their branch, by
/// whoever sees that branch's figures, for those are a part of them. `within` names that branch.
async fn scene(app: &App, visit: &Visit, network: &str, code: &str, asked: &Asked) -> Result<Scene> {
    let unit = units::find(app, network, code).await?;
    let me = visit.me()?;
    let place = unit.as_place();
    let mut above = Vec::new();
    for code in asked.within() {
        above.push(units::find(app, network, code).await?);
    }
    let through = |act| above.iter().any(|unit| me.may(act, &unit.as_place()));
    if !through(Act::SeeFigures) {
        me.allow(Act::SeeFigures, &place)?;
    }
    let trees = measures::trees(&app.db, unit.network.id).await?;
    let tree = asked.tree(app.clock.today(unit.network.zone));
    let within: Vec<(Uuid, String)> = above.iter().map(|unit| (unit.id, unit.code.clone())).collect();
    let ids: Vec<Uuid> = within.iter().map(|(id, _)| *id).collect();
    let line = if within.is_empty() && tree == Tree::Then {
        Some(unit.path.ids())
    } else {
        trees.last_line(tree, unit.id, &ids)
    };
    // It never stood there: of those days there is nothing to see, for nobody.
    let Some(line) = line else {
        me.allow(Act::SeeFigures, &place)?;
        return Err(AppError::NotFound);
    };
    let may = |act| me.may(act, &place) || through(act);
    let (days, staff) = (may(Act::SeeEntries), may(Act::SeeStaffTime));
    let (entries, branch) = (me.may(Act::SeeEntries, &place), unit.clone());
    let at = Where { unit, trees, tree, within };
    let mut scene = overview::scene(app, visit.w, at, asked, days).await?;
    scene.sees_entries = entries;
    scene.sees_staff_time = staff;
    let open = scene.unit.closed_on.is_none_or(|closed| scene.period.from < closed);
    scene.may_record = open && me.may(Act::Record, &place);
    scene.may_publish = me.may(Act::Publish, &place);
    let mut named = units::named_line(&app.db, branch.network.id, &line, app.clock.day()).await?;
    named.sort_by_key(|at| line.iter().position(|id| *id == at.id));
    let crumbs = named.into_iter().map(|at| {
        let over = line.iter().take_while(|id| **id != at.id).collect::<Vec<_>>();
        let of: Vec<&Unit> = above.iter().filter(|unit| over.contains(&&unit.id)).collect();
        let plain = me.may(Act::SeeFigures, &at.as_place());
        let through = of.iter().any(|unit| me.may(Act::SeeFigures, &unit.as_place()));
        let within = if plain { Vec::new() } else { of.iter().map(|unit| unit.code.clone()).collect() };
        let door = Door { address: at.address(), tree, within };
        let open = at.id != branch.id && (plain || through);
        Above { name: visit.w.text(&at.name), door: open.then_some(door) }
    });
    scene.crumbs = crumbs.collect();
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
    let mut page = overview::page(&app, page, &scene).await?;
    if page.is_empty() && scene.within.is_empty() {
        page = page.with_steps(steps(&app, visit.w, visit.me()?, &scene.unit).await?);
    }
    let me = visit.me()?;
    // Whoever records is told on the page of the day.
    let home = me.home().filter(|home| home.unit_id == scene.unit.id && !Act::Record.allowed_to(home.kind));
    if home.is_some() {
        page = page.with_dates(calendar::soon(&app, visit.w, me, &scene.unit).await?);
    }
    Ok(render(&page)?.into_response())
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
