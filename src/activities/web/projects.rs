//! Projects of the network, and one of them with the activities that are part of it.

use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

use crate::access::Act;
use crate::activities::store::activities as store;
use crate::app::App;
use crate::error::{AppError, OrMissing, Result};
use crate::form::{Wrong, told};
use crate::i18n::Words;
use crate::units::{self, Unit, name_label};
use crate::vocabulary::projects::{self, Typed};
use crate::vocabulary::{self, Project};
use crate::web::{Page, Visit, render};

struct Line {
    id: Uuid,
    name: String,
    about: String,
}

/// An activity that is part of a project.
struct Part {
    name: String,
    unit: String,
    href: String,
}

/// The fields of a project, as typed.
struct Fields {
    names: Vec<(String, String, String)>,
    from: String,
    last: String,
    programme: String,
    problems: Vec<(String, String)>,
}

impl Fields {
    fn new(w: Words, typed: &Typed, wrong: &[Wrong]) -> Fields {
        let name =
            |(lang, text): &(String, String)| (format!("name_{lang}"), name_label(w, lang), text.clone());
        Fields {
            names: typed.names.iter().map(name).collect(),
            from: typed.from.clone(),
            last: typed.last.clone(),
            programme: typed.programme.clone(),
            problems: told(w, wrong),
        }
    }

    fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, says)| says.as_str())
    }
}

#[derive(Template)]
#[template(path = "activities/web/projects.html")]
struct ProjectsPage {
    page: Page,
    base: String,
    unit: String,
    running: Vec<Line>,
    over: Vec<Line>,
    may_build: bool,
    id: Uuid,
    form: Fields,
}

#[derive(Template)]
#[template(path = "activities/web/project.html")]
struct ProjectPage {
    page: Page,
    base: String,
    unit: String,
    name: String,
    about: String,
    id: Uuid,
    parts: Vec<Part>,
    /// Where the network's annual plans tell of it.
    plans: String,
    /// The form, for whoever may change the project.
    form: Option<Fields>,
}

fn typed(unit: &Unit, fields: &[(String, String)]) -> Typed {
    let field =
        |name: &str| fields.iter().find(|(it, _)| it == name).map_or(String::new(), |(_, text)| text.clone());
    Typed {
        names: unit
            .network
            .languages
            .iter()
            .map(|lang| (lang.clone(), field(&format!("name_{lang}"))))
            .collect(),
        from: field("from"),
        last: field("last"),
        programme: field("programme"),
    }
}

/// When it is, under which programme, and who brought it in.
fn about(w: Words, project: &Project, owner: Option<&Unit>) -> String {
    let when = match project.last_on() {
        Some(last) => format!("{} – {}", w.date(project.from_on), w.date(last)),
        None => w.of("project-since", w.date(project.from_on)),
    };
    let owner = owner.map(|unit| w.text(&unit.name));
    [Some(when), project.programme.clone(), owner].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

async fn list(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    typed: &Typed,
    id: Uuid,
    wrong: &[Wrong],
) -> Result<ProjectsPage> {
    let w = visit.w;
    let today = app.clock.today(unit.network.zone);
    let all = vocabulary::projects(&app.db, unit.network.id).await?;
    let mut lines = (Vec::new(), Vec::new());
    for project in &all {
        let owner = units::by_id(&app.db, unit.network.id, project.owner_unit_id, today).await?;
        let line =
            Line { id: project.id, name: w.text(&project.name), about: about(w, project, owner.as_ref()) };
        if project.last_on().is_none_or(|last| today <= last) {
            lines.0.push(line)
        } else {
            lines.1.push(line)
        }
    }
    Ok(ProjectsPage {
        page: Page::new(visit, w.tr("projects"), "structure"),
        base: unit.address(),
        unit: w.text(&unit.name),
        running: lines.0,
        over: lines.1,
        may_build: visit.me()?.may(Act::Build, &unit.as_place()),
        id,
        form: Fields::new(w, typed, wrong),
    })
}

pub async fn index(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::SeeEntries, &unit.as_place())?;
    let empty = Typed { from: app.clock.today(unit.network.zone).to_string(), ..typed(&unit, &[]) };
    Ok(render(&list(&app, &visit, &unit, &empty, app.ids.ordered(), &[]).await?)?.into_response())
}

pub async fn create(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    let me = visit.me()?;
    me.allow(Act::Build, &unit.as_place())?;
    let id = fields.iter().find(|(name, _)| name == "id").and_then(|(_, id)| id.parse().ok());
    let id = id.ok_or(AppError::Invalid("error-garbled"))?;
    let typed = typed(&unit, &fields);
    match projects::create(&app, me, &unit, id, &typed).await? {
        Ok(()) => Ok(Redirect::to(&format!("{}/projects/{id}", unit.address())).into_response()),
        Err(wrong) => {
            let page = list(&app, &visit, &unit, &typed, id, &wrong).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
        }
    }
}

/// The project of the address, and the unit that brought it in.
async fn of(app: &App, unit: &Unit, id: Uuid) -> Result<(Project, Unit)> {
    let all = vocabulary::projects(&app.db, unit.network.id).await?;
    let project = all.into_iter().find(|project| project.id == id).or_missing()?;
    let owner =
        units::by_id(&app.db, unit.network.id, project.owner_unit_id, app.clock.day()).await?.or_missing()?;
    Ok((project, owner))
}

async fn page(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    id: Uuid,
    sent: Option<(&Typed, &[Wrong])>,
) -> Result<ProjectPage> {
    let w = visit.w;
    let (project, owner) = of(app, unit, id).await?;
    let today = app.clock.today(unit.network.zone);
    // Only what stands in the reader's own branch: a project reaches further than anybody's rights.
    let here = units::branch(&app.db, unit, today).await?;
    let activities = store::of_branch(&app.db, unit.network.id, &unit.path, today).await?;
    let parts = activities.iter().filter(|activity| activity.project == Some(id)).filter_map(|activity| {
        let at = here.iter().find(|unit| unit.id == activity.unit_id)?;
        Some(Part {
            name: w.text(&activity.name),
            unit: w.text(&at.name),
            href: format!("{}/entries?activity={}", at.address(), activity.id),
        })
    });
    let may = visit.me()?.may(Act::Build, &owner.as_place());
    let own = Typed::of(&project, &unit.network.languages);
    let (typed, wrong) = sent.unwrap_or((&own, &[]));
    Ok(ProjectPage {
        page: Page::new(visit, w.text(&project.name), "structure"),
        base: unit.address(),
        unit: w.text(&unit.name),
        name: w.text(&project.name),
        about: about(w, &project, Some(&owner)),
        id,
        parts: parts.collect(),
        plans: {
            let network = &unit.network.code;
            format!("/units/{network}/{network}/plans/named?project={}", project.code)
        },
        form: may.then(|| Fields::new(w, typed, wrong)),
    })
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, project)): Path<(String, String, Uuid)>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::SeeEntries, &unit.as_place())?;
    Ok(render(&page(&app, &visit, &unit, project, None).await?)?.into_response())
}

pub async fn change(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, project)): Path<(String, String, Uuid)>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    let me = visit.me()?;
    me.allow(Act::Build, &unit.as_place())?;
    let (_, owner) = of(&app, &unit, project).await?;
    let typed = typed(&unit, &fields);
    match projects::change(&app, me, &owner, project, &typed).await? {
        Ok(()) => Ok(Redirect::to(&format!("{}/projects/{project}", unit.address())).into_response()),
        Err(wrong) => {
            let page = page(&app, &visit, &unit, project, Some((&typed, &wrong))).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
        }
    }
}
