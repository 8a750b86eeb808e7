//! A whole plan as one page.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};

use super::blocks::{Chapter, Showing};
use super::standing::{Asked, Stands, day, stands};
use super::steps::{StepLine, called, lines};
use super::{Desk, Three, by};
use crate::access::Act;
use crate::app::App;
use crate::error::Result;
use crate::i18n::Words;
use crate::plan::adoption;
use crate::plan::document::Kind;
use crate::web::{Page, Visit, render};

#[derive(Template)]
#[template(path = "plan/web/whole.html")]
struct WholePage {
    page: Page,
    base: String,
    unit_href: String,
    /// Whether whoever looks may open the unit's own page.
    unit_open: bool,
    unit: String,
    name: String,
    intro: String,
    saved: String,
    may_write: bool,
    steps: Vec<StepLine>,
    /// Of an adopted plan: what the working version differs in, and where that is seen.
    differs: Option<(String, String)>,
    adopted: Option<String>,
    public: Option<String>,
    comments: String,
    bodies: String,
    chapters: Vec<Chapter>,
    counts: Vec<String>,
    stands: Stands,
    /// What was taken out: its name, and where it is brought back.
    dropped: Vec<(String, String)>,
    /// Where a new part is written.
    add: String,
}

/// Who changed it last: what stands before its parts, or one of them.
fn saved(w: Words, desk: &Desk) -> String {
    let (head, kept) = (&desk.kept.held.head, &desk.kept);
    match kept.parts.iter().chain(&kept.dropped).max_by_key(|it| it.at).filter(|it| it.at > head.at) {
        Some(part) => by(w, &desk.unit, part, "plan-saved-by"),
        None => by(w, &desk.unit, head, "plan-saved-by"),
    }
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(at): Path<Three>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&at.0, &at.1, &at.2), false).await?;
    let (w, base, plan) = (visit.w, desk.base(), desk.kept.plan());
    let head = &plan.head;
    let (reckoning, on) = desk.reckon(&app, day(&asked.on)).await?;
    let far = Some((&reckoning, on.as_str()));
    let showing = Showing { w, year: plan.year, base: &base, parts: &plan.parts, far };
    // Of the version that is told, as the states below are.
    let told = &reckoning.told;
    let count = |kinds: &[Kind]| {
        let n = told.parts.iter().filter(|it| kinds.contains(&it.kind)).count();
        i64::try_from(n).unwrap_or(i64::MAX)
    };
    let targets: usize = told.parts.iter().map(|it| it.says.targets.len()).sum();
    let counts = [
        ("plan-n-areas", count(&[Kind::Area])),
        ("plan-n-projects", count(&[Kind::Project, Kind::Programme])),
        ("plan-n-actions", count(&[Kind::Action])),
        ("plan-n-targets", i64::try_from(targets).unwrap_or(i64::MAX)),
    ];
    let standing = adoption::making::standing(&app.db, desk.unit.network.id, &desk.kept).await?;
    let differs = super::adoption::differs(&app, &desk, &standing).await?;
    let see = |(edition, n): (i64, i64)| {
        (w.n("plan-differs", n), format!("{base}/comparison?from={edition}&to=now"))
    };
    let foreseen = (plan.year, head.adoption.as_slice());
    let (open, all) = super::comments::counted(&app, &desk).await?;
    let out = |code: &str| desk.kept.taken_out(code).is_some();
    let dropped = desk.kept.dropped.iter().filter(|it| !out(&it.what.within));
    let dropped = dropped.map(|it| (w.text(&it.what.name), format!("{base}/parts/{}/return", it.what.code)));
    let page = WholePage {
        page: Page::new(&visit, desk.name(w), "overview"),
        unit_href: desk.unit.address(),
        unit_open: visit.me()?.may(Act::SeeFigures, &desk.unit.as_place()),
        unit: w.text(&desk.unit.name),
        name: desk.name(w),
        intro: w.text(&head.intro),
        saved: saved(w, &desk),
        may_write: desk.may_write,
        steps: lines(w, desk.unit.network.zone, foreseen, &standing, None),
        differs: differs.map(see),
        adopted: standing.adopted().map(|it| called(w, it)),
        public: standing.public().map(|_| super::adoption::open_address(&desk.unit, plan.year)),
        comments: if open > 0 { w.n("comments-open", open) } else { w.n("comments-n", all) },
        bodies: format!("{}/bodies", desk.unit.address()),
        chapters: showing.chapters(),
        stands: stands(w, &desk, &asked, &reckoning, desk.today(&app)),
        counts: counts.iter().filter(|(_, n)| *n > 0).map(|(key, n)| w.n(key, *n)).collect(),
        dropped: if desk.may_write { dropped.collect() } else { Vec::new() },
        add: format!("{base}/parts/{}/form?kind=area", super::fields::fresh(&app, "area")),
        base,
    };
    Ok(render(&page)?.into_response())
}
