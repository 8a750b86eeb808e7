//! By which version a plan is told: what was adopted holds, whatever is edited since.

use chrono::NaiveDate;

use super::edition::Edition;
use super::{making, store};
use crate::db::Conn;
use crate::error::{OrMissing, Result};
use crate::plan::document::{Plan, Target};
use crate::plan::making::Kept;
use crate::units::Unit;

/// A plan as it is told on a day.
#[derive(Debug)]
pub struct Holding {
    /// By this edition; none: the plan was never adopted, and is told as it stands.
    pub edition: Option<Edition>,
    pub plan: Plan,
    /// As it holds today, where that is another edition.
    now: Option<Plan>,
}

/// How a target of a plan stands to the version by which the plan is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wording {
    /// The working version says the same.
    Same,
    /// The working version says this.
    Changed(Box<Target>, Since),
    /// There is none in the version that is told.
    New(Since),
    /// There is none in the working version any more.
    Gone(Since),
}

/// Whether what the working version says is adopted by now, by a later edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    Adopted,
    NotYet,
}

pub async fn on<'c>(conn: impl Into<Conn<'c>>, unit: &Unit, kept: &Kept, day: NaiveDate) -> Result<Holding> {
    let (mut conn, network_id) = (conn.into(), unit.network.id);
    let standing = making::standing(conn.again(), network_id, kept).await?;
    let Some(edition) = standing.told_on(day) else {
        return Ok(Holding { edition: None, plan: kept.plan(), now: None });
    };
    let of = |number| (network_id, kept.held.id, number);
    let plan = store::plan(conn.again(), of(edition.number), kept.held.year).await?.or_missing()?;
    let now = match standing.adopted() {
        Some(now) if now.number != edition.number => {
            store::plan(conn, of(now.number), kept.held.year).await?
        }
        _ => None,
    };
    Ok(Holding { edition: Some(edition.clone()), plan, now })
}

fn find<'p>(plan: &'p Plan, part: &str, code: &str) -> Option<&'p Target> {
    plan.part(part)?.says.targets.iter().find(|it| it.code == code)
}

impl Holding {
    /// How a target that stands in either version stands to the other.
    pub fn wording(&self, working: &Plan, part: &str, code: &str) -> Wording {
        let (told, works) = (find(&self.plan, part, code), find(working, part, code));
        let adopted = self.now.as_ref().is_some_and(|now| find(now, part, code) == works);
        let since = if adopted { Since::Adopted } else { Since::NotYet };
        match (told, works) {
            (Some(told), Some(works)) if told == works => Wording::Same,
            (Some(_), Some(works)) => Wording::Changed(Box::new(works.clone()), since),
            (None, _) => Wording::New(since),
            (_, None) => Wording::Gone(since),
        }
    }
}
