//! The page exactly as everybody will see it, before it is published; publishing what was looked at, and taking it back.

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use uuid::Uuid;

use super::open::{OpenPage, Wanted};
use super::view::view;
use crate::access::Act;
use crate::app::App;
use crate::error::{AppError, Result};
use crate::i18n::{Lang, Words};
use crate::public::making::{self, Publishing};
use crate::public::{reading, store};
use crate::units;
use crate::web::{Visit, render};

/// What stands above the page for whoever looks before it is published.
pub struct Bar {
    /// Where it is prepared.
    pub back: String,
    pub id: Uuid,
    /// The mark of what is looked at.
    pub seen: String,
    /// Whether another one stands there already.
    pub stands: bool,
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::Publish, &unit.as_place())?;
    let w = wanted.lang().and_then(Lang::from_code).map_or(visit.w, Words);
    let chosen = store::draft(&app.db, &unit).await?.chosen;
    let (facts, years) = reading::draft(&app, &unit, &chosen).await?;
    let names = reading::names(&app, w, &unit).await?;
    let bar = Bar {
        back: format!("{}/public", unit.address()),
        id: app.ids.ordered(),
        seen: making::seen(&chosen, &years),
        stands: store::all(&app.db, unit.network.id).await?.iter().any(|it| it.unit_id == unit.id),
    };
    let view = view(&facts, &names, &app.settings.base_url());
    Ok(render(&OpenPage { view, preview: Some(bar) })?.into_response())
}

#[derive(Deserialize)]
pub struct Sent {
    #[serde(default)]
    id: String,
    /// The mark of what was looked at.
    #[serde(default)]
    seen: String,
}

fn id_of(sent: &Sent) -> Result<Uuid> {
    sent.id.parse().map_err(|_| AppError::Invalid("error-garbled"))
}

pub async fn publish(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Form(sent): Form<Sent>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::Publish, &unit.as_place())?;
    let to = match making::publish(&app, visit.me()?, &unit, (id_of(&sent)?, &sent.seen)).await? {
        Publishing::Done => format!("{}/public?published=1#h-stands", unit.address()),
        Publishing::Changed => format!("{}/public?changed=1", unit.address()),
    };
    Ok(Redirect::to(&to).into_response())
}

pub async fn take_back(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Form(sent): Form<Sent>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::Publish, &unit.as_place())?;
    making::take_back(&app, visit.me()?, &unit, id_of(&sent)?).await?;
    Ok(Redirect::to(&format!("{}/public?taken_back=1#h-stands", unit.address())).into_response())
}
