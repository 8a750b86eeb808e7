//! Pages and files of results.

mod acts;
mod areas;
mod batches;
mod beside;
mod elsewhere;
mod file;
mod items;
mod lead;
mod show;
mod splits;
mod targets;
mod told;
mod words;

use crate::access::Act;
use crate::app::App;
use crate::error::{OrMissing, Result};
use crate::evaluation::{self, Evaluation};
use crate::results::closing;
use crate::results::reading::{self, Asked};
use crate::results::store::Of;
use crate::units::{self, Unit};
use crate::web::{Routes, Visit};

pub fn routes() -> Routes {
    Routes::new()
        .get("/units/{network}/{unit}/results", show::latest)
        .get("/units/{network}/{unit}/results/{evaluation}", show::show)
        .get("/units/{network}/{unit}/results/{evaluation}/file", file::file)
        .get("/units/{network}/{unit}/results/{evaluation}/words", words::show)
        .get("/units/{network}/{unit}/results/{evaluation}/review", words::review)
        .post("/units/{network}/{unit}/results/{evaluation}/review/masks", words::mask)
        .post("/units/{network}/{unit}/results/{evaluation}/review/completion", words::finish)
        .get("/units/{network}/{unit}/targets", targets::show)
        .post("/units/{network}/{unit}/targets", targets::set)
        .post("/units/{network}/{unit}/evaluations/{evaluation}/release", acts::release)
        .post("/units/{network}/{unit}/evaluations/{evaluation}/early", acts::give)
        .get("/units/{network}/{unit}/evaluations/{evaluation}/batches", batches::show)
        .post("/units/{network}/{unit}/evaluations/{evaluation}/editions", batches::set_aside)
}

/// A unit with everything of its results that whoever asks may see.
pub struct Seen {
    pub unit: Unit,
    /// The latest first.
    pub visible: Vec<(Evaluation, Of)>,
}

impl Seen {
    /// Everybody's results are open to all in the network; who sees none of them must at least belong here.
    pub async fn of(app: &App, visit: &Visit, (network, unit): (&str, &str)) -> Result<Seen> {
        let unit = units::find(app, network, unit).await?;
        let me = visit.me()?;
        let visible = reading::visible(app, me, &unit).await?;
        if visible.is_empty() {
            me.allow(Act::SeeResults, &unit.as_place())?;
        }
        Ok(Seen { unit, visible })
    }

    /// Where among the visible an evaluation is; none where it exists, and is not open to whoever asks, or not about the unit.
    pub async fn at(&self, app: &App, visit: &Visit, code: &str) -> Result<Option<usize>> {
        let at = self.visible.iter().position(|(it, _)| it.code == code);
        if at.is_none() {
            let (me, here) = (visit.me()?, self.unit.as_place());
            let it = evaluation::by_code(&app.db, self.unit.network.id, code).await?.or_missing()?;
            if !closing::may_see(me, &self.unit, &it, false) {
                me.allow(Act::SeeResults, &here)?;
            }
        }
        Ok(at)
    }

    /// The questionnaire asked for among those that the unit was asked, else the first; and all their codes and names.
    pub async fn asked(&self, app: &App, at: usize) -> Result<Vec<Asked>> {
        let (_, of) = self.visible.get(at).or_missing()?;
        reading::asked(app, *of, self.unit.id).await
    }
}
