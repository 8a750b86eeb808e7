//! What was understood of a file, and mending it before it is taken in.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

use super::looked;
use super::upload::sheets;
use crate::access::Act;
use crate::app::App;
use crate::error::{AppError, OrMissing, Result};
use crate::exchange::intake::store::{self, Draft};
use crate::exchange::intake::{self, Ask, File, LIMITS, Meaning, Taken, Wish};
use crate::units::{self, Unit};
use crate::web::{Filled, Visit};

/// The unit, and the file that waits there.
async fn found(app: &App, visit: &Visit, network: &str, unit: &str, draft: Uuid) -> Result<(Unit, Draft)> {
    let unit = units::find(app, network, unit).await?;
    visit.me()?.allow(Act::Record, &unit.as_place())?;
    let draft = store::draft(&app.db, unit.network.id, draft).await?.filter(|it| it.unit_id == unit.id);
    Ok((unit, draft.or_missing()?))
}

/// What was chosen beside a file.
fn ask(draft: &Draft) -> Ask {
    let mapping: BTreeMap<String, String> =
        serde_json::from_str(&draft.mapping).unwrap_or_else(|_| BTreeMap::new());
    let by_hand =
        mapping.into_iter().filter_map(|(heading, code)| Some((heading, Meaning::from_code(&code)?)));
    let wish = Wish { create_activities: draft.create_activities, update: draft.take_changes };
    Ask { sheet: None, by_hand: by_hand.collect(), wish }
}

async fn page(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    draft: Draft,
    told: Option<&'static str>,
) -> Result<Response> {
    let ask = ask(&draft);
    let (bytes, read) = sheets(draft.body.clone()).await?;
    let read = match read {
        Ok(read) => read,
        Err(why) => {
            return super::list::page(app, visit, unit, app.ids.ordered(), Some(why.says(visit.w, &LIMITS)))
                .await;
        }
    };
    let file = File { name: &draft.file_name, bytes: &bytes, sheets: &read };
    let looked = intake::look(app, Some(visit.me()?), unit, &file, &ask).await?;
    looked::page(app, visit, unit, &draft, looked.as_ref(), &ask, told).await
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, draft)): Path<(String, String, Uuid)>,
) -> Result<Response> {
    let found = found(&app, &visit, &network, &unit, draft).await;
    // A reload after it was taken in leads to what came of it.
    if let Err(AppError::NotFound) = &found {
        let unit = units::find(&app, &network, &unit).await?;
        if store::batch(&app.db, unit.network.id, draft).await?.is_some_and(|it| it.unit_id == unit.id) {
            return Ok(Redirect::to(&format!("{}/imports/{draft}", unit.address())).into_response());
        }
    }
    let (unit, draft) = found?;
    page(&app, &visit, &unit, draft, None).await
}

/// Keeps what columns are said to mean, and what is wished for.
pub async fn choose(
    Filled { app, visit, at: (network, unit, draft), fields }: Filled<(String, String, Uuid)>,
) -> Result<Response> {
    let (unit, draft) = found(&app, &visit, &network, &unit, draft).await?;
    let mut mapping: BTreeMap<String, String> =
        serde_json::from_str(&draft.mapping).unwrap_or_else(|_| BTreeMap::new());
    for (name, code) in &fields.0 {
        let Some(heading) = name.strip_prefix("map.") else { continue };
        // Only what somebody changed is said by hand.
        let was = format!("was.{heading}");
        if fields.has(&was) && fields.get(&was) == code {
            continue;
        }
        match Meaning::from_code(code) {
            Some(meaning) => mapping.insert(heading.to_owned(), meaning.code()),
            None => mapping.remove(heading),
        };
    }
    let mapping = serde_json::to_string(&mapping).map_err(|error| AppError::Internal(error.to_string()))?;
    let may_build = visit.me()?.may(Act::Build, &unit.as_place());
    let ticked = |name: &str| fields.get(name) == "1";
    let mut tx = app.db.begin().await?;
    let create = may_build && ticked("create_activities");
    store::choose(&mut tx, unit.network.id, draft.id, &mapping, create, ticked("update")).await?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("{}/imports/drafts/{}", unit.address(), draft.id)).into_response())
}

/// Takes in a file that waits: all of it, or nothing.
pub async fn take_in(
    Filled { app, visit, at: (network, unit), fields }: Filled<(String, String)>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    let me = visit.me()?;
    me.allow(Act::Record, &unit.as_place())?;
    let id: Uuid = fields.get("draft").parse().map_err(|_| AppError::Invalid("error-garbled"))?;
    let done = Redirect::to(&format!("{}/imports/{id}", unit.address())).into_response();
    let Some(draft) = store::draft(&app.db, unit.network.id, id).await?.filter(|it| it.unit_id == unit.id)
    else {
        let batch = store::batch(&app.db, unit.network.id, id).await?.filter(|it| it.unit_id == unit.id);
        return batch.map(|_| done).or_missing();
    };
    let ask = ask(&draft);
    let (bytes, read) = sheets(draft.body.clone()).await?;
    let read = read.map_err(|_| AppError::Invalid("error-garbled"))?;
    let file = File { name: &draft.file_name, bytes: &bytes, sheets: &read };
    let taken = intake::take(&app, Some(me), &unit, id, &file, &ask).await?;
    match taken {
        Taken::Done(..) => Ok(done),
        // Something changed since it was looked at: the page says what.
        Taken::Nothing(_) => page(&app, &visit, &unit, draft, Some("import-nothing-new")).await,
        Taken::Refused(_) | Taken::NoTable => page(&app, &visit, &unit, draft, Some("import-refused")).await,
    }
}

/// Lets go of a file that is not wanted.
pub async fn let_go(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, draft)): Path<(String, String, Uuid)>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::Record, &unit.as_place())?;
    let mut tx = app.db.begin().await?;
    if store::draft(&mut tx, unit.network.id, draft).await?.is_some_and(|it| it.unit_id == unit.id) {
        store::drop_draft(&mut tx, unit.network.id, draft).await?;
        tx.commit().await?;
    }
    Ok(Redirect::to(&format!("{}/imports", unit.address())).into_response())
}
