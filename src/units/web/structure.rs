//! A unit and what is below it; adding a unit there.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::tree::{Line, lines};
use super::ways::{Group, groups};
use crate::access::Act;
use crate::app::App;
use crate::error::{AppError, Result};
use crate::form::{Wrong, told};
use crate::i18n::Words;
use crate::units::adding::{Typed, add_by_hand, lower_kinds};
use crate::units::{self, Unit, name_label};
use crate::web::{Crumb, Filled, Page, Visit, render};

/// One of the fields for a name.
pub struct NameField {
    pub lang: String,
    pub label: String,
    pub value: String,
}

#[derive(Template)]
#[template(path = "units/web/structure.html")]
struct StructurePage {
    page: Page,
    crumbs: Vec<Crumb>,
    base: String,
    unit: String,
    about: String,
    lead: String,
    groups: Vec<Group>,
    may_add: bool,
    lines: Vec<Line>,
    /// What was done, and where to go on from there.
    done: Option<(String, Vec<(String, String)>)>,
    /// Since when the unit is open, and so, if nothing else is said, those below it.
    opens: String,
    form: Typed,
    names: Vec<NameField>,
    kinds: Vec<(String, String)>,
    problems: Vec<(String, String)>,
}

impl StructurePage {
    /// What is wrong with a field.
    fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, says)| says.as_str())
    }
}

/// The line that says where one is: linked as far up as the visitor's branch goes.
pub async fn crumbs(app: &App, visit: &Visit, unit: &Unit, page: &str, here: bool) -> Result<Vec<Crumb>> {
    let me = visit.me()?;
    let path = units::named_path(&app.db, unit, app.clock.day()).await?;
    let crumb = |at: &Unit| Crumb {
        href: (me.may(Act::Build, &at.as_place()) && (here || at.id != unit.id))
            .then(|| format!("{}/{page}", at.address())),
        label: visit.w.text(&at.name),
    };
    Ok(path.iter().filter(|at| here || at.id != unit.id).map(crumb).collect())
}

#[derive(Default, Deserialize)]
pub struct Done {
    added: Option<String>,
    brought: Option<i64>,
}

async fn page(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    form: Typed,
    problems: &[Wrong],
    done: Done,
) -> Result<StructurePage> {
    let w = visit.w;
    let today = app.clock.today(unit.zone);
    let all_kinds = units::kinds(&app.db, unit.network.id).await?;
    let all = units::ever(&app.db, unit.network.id).await?;
    let below = all.iter().filter(|it| it.id != unit.id && unit.path.holds(&it.path));
    let branch: Vec<Unit> = below.cloned().collect();
    let kind = |code: &str| all_kinds.iter().find(|kind| kind.code == code).map(|kind| w.text(&kind.name));
    let about = [kind(&unit.kind), unit.place.clone(), Some(unit.code.clone())];
    let said = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let lead = match branch.len() {
        0 => w.tr("structure-none"),
        n => {
            let record = branch.iter().filter(|it| it.may_record).count();
            w.with("structure-lead", &[("n", said(n).into()), ("record", said(record).into())])
        }
    };
    let added = done.added.as_deref().and_then(|code| branch.iter().find(|it| it.code == code));
    let happened = match (added, done.brought) {
        (Some(unit), _) => Some((w.of("unit-added", w.text(&unit.name)), onward(w, unit))),
        (None, Some(n)) if n >= 0 => Some((w.n("units-brought", n), Vec::new())),
        _ => None,
    };
    let names = unit.network.languages.iter().map(|lang| NameField {
        label: name_label(w, lang),
        value: form
            .names
            .iter()
            .find(|(it, _)| it == lang)
            .map_or_else(String::new, |(_, text)| text.clone()),
        lang: lang.clone(),
    });
    let may_add = unit.closed_on.is_none_or(|closed| today < closed);
    Ok(StructurePage {
        page: Page::new(visit, w.of("structure-of", w.text(&unit.name)), "structure"),
        crumbs: crumbs(app, visit, unit, "structure", false).await?,
        base: unit.address(),
        unit: w.text(&unit.name),
        about: about.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        lead,
        groups: groups(visit, unit, !branch.is_empty(), may_add)?,
        may_add,
        lines: lines(w, unit, &branch, &all_kinds, today, added.map(|unit| unit.code.as_str())),
        done: happened,
        opens: w.date(unit.opened_on),
        names: names.collect(),
        kinds: lower_kinds(app, unit).await?.into_iter().map(|it| (it.code, w.text(&it.name))).collect(),
        problems: told(w, problems),
        form,
    })
}

/// Where to go on from a unit that was just added: what it offers, who works there, what stands below it.
fn onward(w: Words, unit: &Unit) -> Vec<(String, String)> {
    let ways = [("activities/new", "offer-new", unit.may_record), ("people", "invite", true)];
    let ways = ways.into_iter().filter(|(.., here)| *here).map(|(to, key, _)| (to, w.tr(key)));
    let below = (!unit.may_record).then(|| ("structure#h-add", w.tr("unit-add-below")));
    below.into_iter().chain(ways).map(|(to, label)| (format!("{}/{to}", unit.address()), label)).collect()
}

fn empty(app: &App) -> Typed {
    Typed { id: app.ids.ordered(), ..Typed::default() }
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Query(done): Query<Done>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::Build, &unit.as_place())?;
    let form = empty(&app);
    Ok(render(&page(&app, &visit, &unit, form, &[], done).await?)?.into_response())
}

pub async fn add(
    Filled { app, visit, at: (network, unit), fields }: Filled<(String, String)>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::Build, &unit.as_place())?;
    let field = |name: &str| fields.get(name).to_owned();
    let name = |lang: &String| (lang.clone(), field(&format!("name_{lang}")));
    let typed = Typed {
        id: field("id").parse().map_err(|_| AppError::Invalid("error-garbled"))?,
        names: unit.network.languages.iter().map(name).collect(),
        code: field("code"),
        kind: field("kind"),
        opened_on: field("opened_on"),
        place: field("place"),
    };
    match add_by_hand(&app, &unit, &typed).await? {
        Ok(code) => Ok(Redirect::to(&format!("{}/structure?added={code}", unit.address())).into_response()),
        Err(problems) => {
            let page = page(&app, &visit, &unit, typed, &problems, Done::default()).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
        }
    }
}
