//! A plan as it stands in public: the edition that was published, the steps in which it was adopted, and why it was amended. No
//! people, no comments, nothing that was written since.

use uuid::Uuid;

use super::blocks::{Chapter, Showing};
use super::steps::{StepLine, called, lines};
use crate::app::App;
use crate::clock::Day;
use crate::error::{OrMissing, Result};
use crate::i18n::Words;
use crate::plan::adoption::{making, store};
use crate::plan::making as plans;
use crate::units::Unit;

/// What everybody reads of a plan.
pub struct Open {
    /// The publication.
    pub id: Uuid,
    pub name: String,
    pub intro: String,
    /// Which edition it is.
    pub edition: String,
    pub published: String,
    pub steps: Vec<StepLine>,
    /// (when, why)
    pub amendments: Vec<(String, String)>,
    pub chapters: Vec<Chapter>,
}

/// The plan of a year that stands in public.
pub async fn open(app: &App, w: Words, unit: &Unit, year: i32) -> Result<Open> {
    let (network_id, zone) = (unit.network.id, unit.network.zone);
    let kept = plans::find(app, unit, year).await?.or_missing()?;
    let standing = making::standing(&app.db, network_id, &kept).await?;
    let public = standing.public().or_missing()?;
    let edition = standing.edition(public.number).or_missing()?;
    let plan = store::plan(&app.db, (network_id, kept.held.id, public.number), year).await?.or_missing()?;
    let amended = standing.stand().filter(|it| it.step.is_none() && it.number <= public.number);
    let showing = Showing { w, year, base: "", parts: &plan.parts, far: None };
    Ok(Open {
        id: public.id,
        name: w.text(&plan.head.name),
        intro: w.text(&plan.head.intro),
        edition: called(w, edition),
        published: w.of("plan-open-published", w.date(Day::Now(public.at).in_zone(zone))),
        steps: lines(w, zone, (year, &plan.head.adoption), &standing, Some(public.number)),
        amendments: amended.map(|it| (w.date(it.held_on), it.words.clone())).collect(),
        chapters: showing.chapters(),
    })
}
