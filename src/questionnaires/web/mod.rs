//! Pages of what young people are asked: the network's questionnaires, one of them with its questions, a question, the
//! areas, and a language side by side with another. For coordinators.

mod areas;
mod file;
mod item;
mod languages;
mod list;
mod one;
mod showing;

use axum::response::{IntoResponse, Redirect, Response};

use crate::access::Act;
use crate::app::App;
use crate::error::{OrMissing, Result};
use crate::questionnaires::changing::Change;
use crate::questionnaires::making::{self, Changed};
use crate::questionnaires::questionnaire::{Questionnaire, Version};
use crate::questionnaires::store;
use crate::units::{self, Unit};
use crate::web::{Routes, Visit};

/// An address below a questionnaire's.
macro_rules! one {
    ($rest:literal) => {
        concat!("/units/{network}/{unit}/questionnaires/{questionnaire}", $rest)
    };
}

pub fn routes() -> Routes {
    Routes::new()
        .get("/units/{network}/{unit}/questionnaires", list::show)
        .post("/units/{network}/{unit}/questionnaires", list::make)
        .get("/units/{network}/{unit}/questionnaires/file", file::ask)
        .post("/units/{network}/{unit}/questionnaires/file", file::bring)
        .get(one!(""), one::show)
        .post(one!(""), one::rename)
        .post(one!("/retirement"), one::retire)
        .post(one!("/return"), one::bring_back)
        .post(one!("/versions"), one::begin)
        .post(one!("/versions/{version}/completion"), one::finish)
        .get(one!("/file"), file::take)
        .get(one!("/items/new"), item::new)
        .post(one!("/items"), item::add)
        .get(one!("/items/{item}"), item::show)
        .post(one!("/items/{item}"), item::change)
        .post(one!("/items/{item}/place"), item::place)
        .post(one!("/items/{item}/removal"), item::remove)
        .get(one!("/areas"), areas::show)
        .post(one!("/areas"), areas::change)
        .post(one!("/languages"), languages::choose)
        .get(one!("/languages/{lang}"), languages::show)
        .post(one!("/languages/{lang}"), languages::change)
        .post(one!("/languages/{lang}/first"), languages::first)
        .post(one!("/languages/{lang}/removal"), languages::remove)
}

/// The unit of the address, for somebody who may change what is asked.
async fn unit_for(app: &App, visit: &Visit, network: &str, unit: &str) -> Result<Unit> {
    let unit = units::find(app, network, unit).await?;
    visit.me()?.allow(Act::ManageQuestionnaires, &unit.as_place())?;
    Ok(unit)
}

/// A questionnaire of the address, with its versions; the last one is the latest.
struct Found {
    unit: Unit,
    questionnaire: Questionnaire,
    versions: Vec<Version>,
}

impl Found {
    async fn load(app: &App, visit: &Visit, path: &(String, String, String)) -> Result<Found> {
        let unit = unit_for(app, visit, &path.0, &path.1).await?;
        let questionnaire = store::by_code(&app.db, unit.network.id, &path.2).await?.or_missing()?;
        let versions = store::versions_of(&app.db, unit.network.id, questionnaire.id).await?;
        Ok(Found { unit, questionnaire, versions })
    }

    fn latest(&self) -> Result<&Version> {
        self.versions.last().or_missing()
    }

    /// The address of its page.
    fn base(&self) -> String {
        format!("{}/questionnaires/{}", self.unit.address(), self.questionnaire.code)
    }
}

/// A change that needs no form of its own.
async fn step(
    app: &App,
    visit: &Visit,
    path: &(String, String, String),
    change: &Change,
) -> Result<Response> {
    let found = Found::load(app, visit, path).await?;
    let told = match making::change(app, visit.me()?, &found.unit, &path.2, change, |_| true).await? {
        Changed::Done => "",
        Changed::Faults(_) => "?told=faults",
        Changed::Meanwhile | Changed::Finished => "?told=finished",
    };
    Ok(Redirect::to(&format!("{}{told}", found.base())).into_response())
}
