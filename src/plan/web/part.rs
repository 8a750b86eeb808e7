//! A part of a plan: reading it, its place among others, taking it out.

use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use serde::Deserialize;

use super::blocks::{Block, Showing};
use super::counts::{self, Earlier};
use super::fields::fresh;
use super::goal::href;
use super::standing::day;
use super::{Desk, Four, by, comments, named};
use crate::app::App;
use crate::error::{AppError, OrMissing, Result};
use crate::i18n::Words;
use crate::plan::difference::hanging;
use crate::plan::document::{Kind, Part};
use crate::plan::in_words::InWords;
use crate::plan::reckoning::Reckoning;
use crate::plan::store::{self, Stored};
use crate::plan::{making, telling, tree};
use crate::web::{Page, Visit, render};

/// A target, where its number comes from, and how often somebody counted.
struct Source {
    says: String,
    href: String,
    from: String,
    notes: Vec<String>,
    by_hand: Option<String>,
}

/// A target that is told no more: what it was, where it is opened, how often was counted for it, and what that comes to.
struct Gone {
    says: String,
    href: String,
    counts: String,
    came: String,
}

#[derive(Template)]
#[template(path = "plan/web/part.html")]
struct PartPage {
    page: Page,
    crumbs: Vec<(String, String)>,
    block: Block,
    /// Headings in it.
    inside: Vec<(String, String)>,
    may_write: bool,
    action: String,
    /// Places above and below, among those beside it.
    up: Option<usize>,
    down: Option<usize>,
    /// (address, words) of what may be added in it
    add: Vec<(String, String)>,
    saved: String,
    /// (address, words) of versions; of an earlier one that is shown: which.
    versions: Vec<(String, String)>,
    earlier: Option<String>,
    comments: Vec<comments::Line>,
    asking: comments::Asking,
    all_comments: String,
    /// Where its numbers come from, and what was counted.
    sources: Vec<Source>,
    earlier_targets: Vec<Gone>,
    /// What the last change, or taking it out, means for what was counted by hand.
    went: Option<String>,
    hanging: Option<String>,
    /// Where its indicators in words are judged.
    judged: Vec<(String, String)>,
    days: Vec<(String, String, bool)>,
    project: Option<named::Project>,
    body: Option<named::Body>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    version: Option<i64>,
    on: String,
    /// Somebody saved it just now, and a target went that was counted for.
    saved: String,
}

impl Desk {
    /// The way to a part: the unit, its plans, the plan, and what the part stands in.
    pub(super) fn crumbs(&self, visit: &Visit, part: &Part) -> Vec<(String, String)> {
        let (w, base) = (visit.w, self.base());
        let mut above: Vec<(String, String)> = Vec::new();
        let mut at = part.within.as_str();
        while let Some(it) = self.kept.part(at).filter(|_| above.len() < 10) {
            above.push((format!("{base}/parts/{}", it.what.code), w.text(&it.what.name)));
            at = &it.what.within;
        }
        let mut all = vec![(format!("{}/plans", self.unit.address()), w.tr("plans")), (base, self.name(w))];
        all.extend(above.into_iter().rev());
        all
    }
}

/// What may stand in a part, in the order in which it is offered.
fn offered(kind: Kind) -> &'static [Kind] {
    match kind {
        Kind::Action => &[],
        Kind::Area => &[Kind::Action, Kind::Project, Kind::Programme, Kind::Body, Kind::Group, Kind::Area],
        _ => &[Kind::Action, Kind::Group],
    }
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(at): Path<Four>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&at.0, &at.1, &at.2), false).await?;
    let (w, base) = (visit.w, desk.base());
    let now = desk.kept.part(&at.3).or_missing()?;
    let action = format!("{base}/parts/{}", now.what.code);
    let all = store::versions(&app.db, desk.unit.network.id, desk.kept.held.id, &now.what.code).await?;
    let shown: &Stored<Part> = match wanted.version {
        Some(version) if version != now.version => {
            all.iter().find(|it| it.version == version).or_missing()?
        }
        _ => now,
    };
    let parts = desk.kept.whats();
    let (reckoning, on) = desk.reckon(&app, day(&wanted.on)).await?;
    let is_now = shown.version == now.version;
    let far = is_now.then_some((&reckoning, on.as_str()));
    let showing = Showing { w, year: desk.year(), base: &base, parts: &parts, far };
    let beside: Vec<&Part> = parts.iter().filter(|it| it.within == now.what.within).collect();
    let place = beside.iter().position(|it| it.code == now.what.code).unwrap_or(0);
    let inside = parts.iter().filter(|it| it.within == now.what.code && it.kind != Kind::Action);
    let add = offered(now.what.kind).iter().map(|kind| {
        let code = fresh(&app, kind.code());
        let href = format!("{base}/parts/{code}/form?kind={}&in={}", kind.code(), now.what.code);
        (href, w.tr(&format!("plan-add-{}", kind.code())))
    });
    let version = |it: &Stored<Part>| {
        (format!("{action}?version={}", it.version), by(w, &desk.unit, it, "plan-version-by"))
    };
    let earlier = counts::earlier(&app, &desk, &now.what.code, &all, &reckoning).await?;
    let branch = tree::branch(&parts, &now.what.code);
    let mut without = desk.kept.plan();
    without.parts.retain(|it| !branch.contains(&it.code));
    let hanging = match desk.may_write {
        true => hanging(&app, &desk.unit, Some(&desk.kept), &without).await?,
        false => Vec::new(),
    };
    let page = PartPage {
        page: Page::new(&visit, w.text(&shown.what.name), "overview"),
        crumbs: desk.crumbs(&visit, &now.what),
        block: showing.block(&shown.what, 2),
        inside: inside.map(|it| (format!("{base}/parts/{}", it.code), w.text(&it.name))).collect(),
        may_write: desk.may_write,
        up: place.checked_sub(1),
        down: (place + 1 < beside.len()).then_some(place + 1),
        add: if desk.may_write { add.collect() } else { Vec::new() },
        saved: by(w, &desk.unit, now, "plan-saved-by"),
        versions: all.iter().filter(|it| it.version != shown.version).map(version).collect(),
        sources: if is_now { sources(w, &base, &on, &reckoning, &now.what) } else { Vec::new() },
        earlier_targets: if is_now {
            gone(w, (&action, desk.year(), reckoning.on), &earlier)
        } else {
            Vec::new()
        },
        went: went(w, &earlier, &all).filter(|_| !wanted.saved.is_empty() && is_now),
        hanging: n_counts(hanging.iter().map(|it| it.counts).sum()).map(|n| w.n("plan-remove-counts", n)),
        judged: InWords::all(&shown.what)
            .into_iter()
            .filter(|_| is_now && desk.may_write)
            .map(|(it, wording)| (format!("{action}/qualitative/{}", it.code()), w.text(&wording)))
            .collect(),
        days: if is_now { desk.days(w, &action, reckoning.on, desk.today(&app)) } else { Vec::new() },
        earlier: (shown.version != now.version).then(|| by(w, &desk.unit, shown, "plan-earlier-by")),
        comments: comments::of_part(&app, &visit, &desk, &now.what.code).await?,
        asking: comments::Asking::new(&app, w, &desk, Some(now)),
        all_comments: format!("{base}/comments"),
        project: named::project(&app, &visit, &desk, (&parts, &shown.what)).await?,
        body: named::body(&app, &visit, &desk, &shown.what).await?,
        action,
    };
    Ok(render(&page)?.into_response())
}

fn n_counts(n: i64) -> Option<i64> {
    (n > 0).then_some(n)
}

fn gone(w: Words, (action, year, on): (&str, i32, NaiveDate), all: &[Earlier]) -> Vec<Gone> {
    let gone = |it: &Earlier| Gone {
        says: telling::target(w, &it.target),
        href: format!("{action}/targets/{}", it.target.code),
        counts: w.n("plan-n-counts", it.standing()),
        came: it.came(w, year, on),
    };
    all.iter().map(gone).collect()
}

/// How much was counted for what the last version of a part took out, in words.
fn went(w: Words, earlier: &[Earlier], versions: &[Stored<Part>]) -> Option<String> {
    let before = &versions.get(1)?.what.says.targets;
    let went = earlier.iter().filter(|it| before.iter().any(|was| was.code == it.target.code));
    n_counts(went.map(Earlier::standing).sum()).map(|n| w.n("plan-went", n))
}

fn sources(w: Words, base: &str, on: &str, reckoning: &Reckoning, part: &Part) -> Vec<Source> {
    let of = reckoning.targets.iter().filter(|it| it.part == part.code);
    of.map(|it| {
        let n = it.counts.iter().filter(|it| it.taken_at.is_none()).count();
        let by_hand = (n > 0).then(|| w.n("plan-n-counts", i64::try_from(n).unwrap_or(i64::MAX)));
        let says = telling::target(w, &it.target);
        let href = href(base, it, on);
        let notes = telling::wording(w, it).into_iter().chain(telling::notes(w, it)).collect();
        Source { says, href, from: telling::source(w, it), notes, by_hand }
    })
    .collect()
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct To {
    at: Option<usize>,
}

pub async fn place(
    State(app): State<App>,
    visit: Visit,
    Path(at): Path<Four>,
    Form(to): Form<To>,
) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&at.0, &at.1, &at.2), true).await?;
    let to = to.at.ok_or(AppError::Invalid("error-garbled"))?;
    making::place(&app, visit.me()?, &desk.unit, desk.year(), (&at.3, to)).await?;
    Ok(desk.to(&format!("/parts/{}", at.3)))
}

pub async fn remove(State(app): State<App>, visit: Visit, Path(at): Path<Four>) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&at.0, &at.1, &at.2), true).await?;
    making::remove(&app, visit.me()?, &desk.unit, desk.year(), &at.3).await?;
    Ok(desk.to("#h-write"))
}

pub async fn bring_back(State(app): State<App>, visit: Visit, Path(at): Path<Four>) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&at.0, &at.1, &at.2), true).await?;
    if making::bring_back(&app, visit.me()?, &desk.unit, desk.year(), &at.3).await? {
        Ok(desk.to(&format!("/parts/{}", at.3)))
    } else {
        Err(AppError::Invalid("plan-return-above"))
    }
}
