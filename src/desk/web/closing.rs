//! Closing a unit, or merging it into another one: first what that would mean, then the act.

use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use crate::access::Act;
use crate::activities;
use crate::app::App;
use crate::error::{AppError, Result};
use crate::form::{Wrong, told};
use crate::i18n::Arg;
use crate::people::{self, Member};
use crate::units::{self, Closable, Closing, Unit};
use crate::web::{Page, Visit, render};

/// What would be, in sentences.
struct Outlook {
    says: Vec<String>,
    /// Who holds roles here, and the question whether they shall hold them there, too; none where nobody could.
    people: Option<(String, String)>,
    act: String,
}

#[derive(Template)]
#[template(path = "desk/web/closing.html")]
struct ClosingPage {
    page: Page,
    base: String,
    unit: String,
    from: String,
    successor: String,
    /// Code, and name with its place in the tree.
    successors: Vec<(String, String)>,
    outlook: Option<Outlook>,
    problems: Vec<(String, String)>,
}

impl ClosingPage {
    fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, says)| says.as_str())
    }
}

#[derive(Clone, Debug, Default, Deserialize)]
pub struct Typed {
    closed_from: Option<String>,
    #[serde(default)]
    successor: String,
    /// Whether roles shall be given on the successor, too.
    roles: Option<String>,
}

impl Typed {
    fn closing(&self) -> Closing {
        let text = |text: &str| text.trim().to_owned();
        Closing { from: text(self.closed_from.as_deref().unwrap_or("")), successor: text(&self.successor) }
    }
}

/// The unit, if this person may build in it.
async fn unit_of(app: &App, visit: &Visit, (network, unit): &(String, String)) -> Result<Unit> {
    let unit = units::find(app, network, unit).await?;
    visit.me()?.allow(Act::Build, &unit.as_place())?;
    Ok(unit)
}

/// Who would get a role on the successor.
async fn heirs(app: &App, visit: &Visit, unit: &Unit) -> Result<Vec<Member>> {
    let me = visit.me()?;
    let holders = people::holders(app, unit).await?;
    Ok(holders.into_iter().filter(|member| member.person_id != me.id).collect())
}

async fn outlook(app: &App, visit: &Visit, unit: &Unit, it: &Closable) -> Result<Outlook> {
    let w = visit.w;
    let name = w.text(&unit.name);
    let into = it.successor.as_ref().map(|into| w.text(&into.name));
    let args = |n: i64| {
        let into = into.clone().unwrap_or_default();
        [
            ("day", Arg::from(it.from)),
            ("unit", name.clone().into()),
            ("into", into.into()),
            ("n", Arg::Int(n)),
        ]
    };
    let with = |key: &str, n: i64| {
        w.with(&format!("closing-{key}{}", if into.is_some() { "-into" } else { "" }), &args(n))
    };
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let mut says = vec![with("records", 0), w.with("closing-entries", &args(0))];
    let today = app.clock.today(unit.zone);
    let later = activities::recorded_on(&app.db, unit.network.id, unit.id, it.from, today).await?;
    let later = count(later.len());
    if later > 0 {
        says.push(w.with("closing-later", &args(later)));
    }
    says.push(with("figures", 0));
    let offered = activities::activities_of_unit(&app.db, unit.network.id, unit.id).await?;
    let going_on = offered.iter().filter(|activity| activity.until_on.is_none_or(|until| until > it.from));
    let going_on = count(going_on.count());
    if going_on > 0 {
        says.push(with("activities", going_on));
    }
    let heirs = heirs(app, visit, unit).await?;
    let called =
        |member: &Member| if member.name.is_empty() { member.mail.clone() } else { member.name.clone() };
    let mut names: Vec<String> = heirs.iter().map(called).collect();
    names.dedup();
    let people = (!names.is_empty()).then(|| {
        let args = [("names", Arg::from(names.join(", "))), ("n", Arg::Int(count(names.len())))];
        w.with("closing-people", &args)
    });
    if let (Some(says_people), None) = (&people, &into) {
        says.push(says_people.clone());
    }
    says.push(w.tr("closing-back"));
    let people = people.zip(into.clone()).map(|(says, into)| (says, w.of("closing-people-also", into)));
    Ok(Outlook { says, people, act: w.tr(if into.is_some() { "closing-do-into" } else { "closing-do" }) })
}

async fn page(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    typed: &Typed,
    found: std::result::Result<Option<Closable>, Vec<Wrong>>,
) -> Result<ClosingPage> {
    let (w, me) = (visit.w, visit.me()?);
    // Open, also from a later day on, where this person may build, and not below the unit itself.
    let all = units::ever(&app.db, unit.network.id).await?;
    let open = all.iter().filter(|other| {
        !unit.path.holds(&other.path)
            && other.closed_on.is_none()
            && (other.may_record || !unit.may_record)
            && me.may(Act::Build, &other.as_place())
    });
    let choice = |other: &Unit| {
        let deep = "\u{2003}".repeat(other.path.depth().saturating_sub(1));
        (other.code.clone(), format!("{deep}{}", w.text(&other.name)))
    };
    let closing = typed.closing();
    let (found, wrong) = match found {
        Ok(found) => (found, Vec::new()),
        Err(wrong) => (None, wrong),
    };
    let outlook = match &found {
        Some(it) => Some(outlook(app, visit, unit, it).await?),
        None => None,
    };
    Ok(ClosingPage {
        page: Page::new(visit, w.of("closing-of", w.text(&unit.name)), "structure"),
        base: unit.address(),
        unit: w.text(&unit.name),
        from: closing.from,
        successor: closing.successor,
        successors: open.map(choice).collect(),
        outlook,
        problems: told(w, &wrong),
    })
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(at): Path<(String, String)>,
    Query(typed): Query<Typed>,
) -> Result<Response> {
    let unit = unit_of(&app, &visit, &at).await?;
    if unit.parent_id.is_none() {
        // The root of a network stays open.
        return Ok(Redirect::to(&format!("{}/history", unit.address())).into_response());
    }
    let found = if typed.closed_from.is_some() {
        let mut tx = app.db.snapshot().await?;
        units::closable(&app, &mut tx, visit.me()?, &unit, &typed.closing()).await?.map(Some)
    } else {
        Ok(None)
    };
    let status = if found.is_err() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, render(&page(&app, &visit, &unit, &typed, found).await?)?).into_response())
}

pub async fn close(
    State(app): State<App>,
    visit: Visit,
    Path(at): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Result<Response> {
    let unit = unit_of(&app, &visit, &at).await?;
    if unit.parent_id.is_none() {
        return Err(AppError::NotFound);
    }
    let me = visit.me()?;
    let heirs = heirs(&app, &visit, &unit).await?;
    let mut tx = app.db.begin().await?;
    units::alone(&mut tx).await?;
    match units::closable(&app, &mut tx, me, &unit, &typed.closing()).await? {
        Ok(it) => {
            units::close(&app, &mut tx, me, &unit, &it).await?;
            if let (Some(into), true) = (&it.successor, typed.roles.is_some()) {
                people::give_also(&app, &mut tx, me, &heirs, into, it.from).await?;
            }
            tx.commit().await?;
            Ok(Redirect::to(&format!("{}/history?saved=1", unit.address())).into_response())
        }
        Err(wrong) => {
            drop(tx);
            let page = page(&app, &visit, &unit, &typed, Err(wrong)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
        }
    }
}
