//! Two people, one evening: both versions side by side, and a person decides.

use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use uuid::Uuid;

use super::compare::{Line, Reader};
use super::entries::{entry_of, note_read};
use super::rows::Said;
use super::show::closed;
use crate::access::Act;
use crate::activities::Entry;
use crate::activities::record::{self, Choice, Decided};
use crate::activities::store;
use crate::app::App;
use crate::error::{AppError, OrMissing, Result};
use crate::units;
use crate::vocabulary;
use crate::web::{Page, Visit, render};

#[derive(Template)]
#[template(path = "activities/web/proposal.html")]
struct ProposalPage {
    page: Page,
    action: String,
    unit: String,
    activity: String,
    command: Uuid,
    /// The version that stands on the page.
    base: i64,
    changed: bool,
    open: bool,
    /// Both are of one person: nobody else was first.
    own: bool,
    stands_by: String,
    proposed_by: String,
    heads: (String, String),
    lines: Vec<Line>,
    /// Two entries, and not two versions of one: they may be two evenings.
    may_be_two: bool,
    /// What closes a day of either: then what stands can only be kept.
    closed: Option<(String, String)>,
    back: String,
}

#[derive(Deserialize)]
pub struct Asked {
    /// Somebody wrote meanwhile, so what was chosen was not done.
    #[serde(default)]
    changed: bool,
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, entry, version)): Path<(String, String, Uuid, i64)>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    let me = visit.me()?;
    me.allow(Act::Record, &unit.as_place())?;
    let stored = entry_of(&app, &unit, entry).await?;
    let network_id = unit.network.id;
    let versions = store::versions::of_entry(&app.db, network_id, entry).await?;
    let proposal = versions.iter().find(|kept| kept.version == version).or_missing()?;
    // One look at the page, whichever of the two has a note.
    let noted = if stored.entry.note.is_some() { &stored.entry } else { &proposal.body };
    note_read(&app, me, &unit, &Entry { id: entry, ..noted.clone() }).await?;
    let current = versions.iter().find(|kept| kept.version == stored.version).or_missing()?;
    let activity =
        store::activities::find(&app.db, network_id, stored.entry.activity_id).await?.or_missing()?;
    let terms = vocabulary::terms(&app.db, network_id).await?;
    let projects = vocabulary::projects(&app.db, network_id).await?;
    let w = visit.w;
    let said = Said { w, unit: &unit, activity: &activity, terms: &terms, projects: &projects };
    let reader = Reader { me, said };
    let lines = reader.compared(&stored.entry, &proposal.body);
    let base = unit.address();
    let who = |name: &Option<String>| name.clone().unwrap_or_else(|| w.tr("entry-nobody"));
    let (stands_by, proposed_by) = (who(&current.by_name), who(&proposal.by_name));
    let page = ProposalPage {
        page: Page::new(&visit, w.tr("proposal"), "entries"),
        action: format!("{base}/entries/{entry}/proposals/{version}"),
        unit: w.text(&unit.name),
        activity: w.text(&activity.name),
        command: app.ids.ordered(),
        base: stored.version,
        changed: asked.changed,
        open: proposal.state == "proposed",
        own: proposal.by.is_some() && proposal.by == current.by,
        heads: (w.of("proposal-stands", &stands_by), w.of("proposal-proposed", &proposed_by)),
        stands_by,
        proposed_by,
        lines,
        may_be_two: proposal.body.id != entry,
        closed: closed(&app, w, &unit, &[stored.entry.local_date, proposal.body.local_date]).await?,
        back: format!("{base}/entries/{entry}"),
    };
    Ok(render(&page)?.into_response())
}

#[derive(Deserialize)]
pub struct Decision {
    #[serde(default)]
    choice: String,
    command: Option<Uuid>,
    base: Option<i64>,
}

pub async fn decide(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, entry, version)): Path<(String, String, Uuid, i64)>,
    Form(decision): Form<Decision>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    let me = visit.me()?;
    me.allow(Act::Record, &unit.as_place())?;
    let stored = entry_of(&app, &unit, entry).await?;
    let choice = match decision.choice.as_str() {
        "take" => Choice::Take,
        "keep" => Choice::Keep,
        "both" => Choice::Both,
        _ => return Err(AppError::Invalid("proposal-choose")),
    };
    let command = decision.command.unwrap_or_else(|| app.ids.ordered());
    let base = decision.base.unwrap_or(stored.version);
    let entries = format!("{}/entries", unit.address());
    let next = match record::decide(&app, me, &unit, entry, version, base, choice, command).await? {
        Decided::Entry(id) => format!("{entries}/{id}"),
        Decided::Changed => format!("{entries}/{entry}/proposals/{version}?changed=true"),
        Decided::Closed => format!("{entries}/{entry}?told=closed"),
    };
    Ok(Redirect::to(&next).into_response())
}
