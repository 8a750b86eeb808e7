//! Networks that nobody works in: to look around in (`logbook demo`), to try things on, to measure with
//! (`logbook generate`). The plan is drawn from a seed, calibrated to what Slovenia's network published of 2022
//! (per centre and year about 720 activities, 3,570 hours, 7,500 visits), and written through the same save path as
//! everything else. Centres, organisations and people are invented; only the nine municipalities are real.

mod annual;
mod made;
mod plan;
mod projects;
mod write;

use chrono::{Days, NaiveDate};

pub use made::{Made, MadeUnit};
pub use plan::{Account, Wanted};

use crate::app::App;
use crate::db::DbError;
use crate::error::{AppError, OrMissing, Result};
use crate::evaluation::{self, State};
use crate::{change, people, units};

/// The most centres one network is made of.
pub const MOST_CENTRES: usize = 500;
/// The most complete answers to one evaluation.
pub const MOST_ANSWERS: usize = 1_000_000;
/// The most full years.
pub const MOST_YEARS: i32 = 30;

/// Code of the demonstration's network: a later start knows it by that.
pub const DEMONSTRATION: &str = "demo";
const GENERATED: &str = "mreza";

/// Local time of every network made here.
fn today(app: &App) -> NaiveDate {
    app.clock.today(chrono_tz::Europe::Ljubljana)
}

/// What is wanted up to a day, both ends as [`Wanted`] has them. What is on today is left for somebody to record.
/// No evaluation was held there, unless somebody wants answers.
pub fn wanted(app: &App, centres: usize, years: i32, seed: u64, until: Option<NaiveDate>) -> Wanted {
    let today = today(app);
    let until = until.unwrap_or(today);
    let last_recorded = if until == today { until - Days::new(1) } else { until };
    Wanted { centres, years, seed, until, last_recorded, answers: 0, asks_now: false }
}

/// Why no network was made, in words for whoever typed the command.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error(
        "expected 1 to {MOST_CENTRES} centres, 0 to {MOST_YEARS} full years and 0 to {MOST_ANSWERS} answers"
    )]
    Size,
    #[error("the last day is after today")]
    Future,
    #[error("another network took the same code at the same moment; try again")]
    Taken,
    #[error(transparent)]
    Failed(AppError),
}

impl From<AppError> for Refusal {
    fn from(error: AppError) -> Refusal {
        match error {
            AppError::Conflict => Refusal::Taken,
            other => Refusal::Failed(other),
        }
    }
}

impl From<DbError> for Refusal {
    fn from(error: DbError) -> Refusal {
        AppError::from(error).into()
    }
}

/// Makes a network under the first code of `mreza`, `mreza-2` … that is free.
pub async fn generate(app: &App, wanted: Wanted) -> std::result::Result<Made, Refusal> {
    if !(1..=MOST_CENTRES).contains(&wanted.centres)
        || !(0..=MOST_YEARS).contains(&wanted.years)
        || wanted.answers > MOST_ANSWERS
    {
        return Err(Refusal::Size);
    }
    if wanted.until > today(app) {
        return Err(Refusal::Future);
    }
    let taken = units::networks(&app.db, today(app)).await?;
    let taken: Vec<&str> = taken.iter().map(|root| root.network.code.as_str()).collect();
    Ok(write::write(app, wanted, &free(GENERATED, &taken)).await?)
}

fn free(wish: &str, taken: &[&str]) -> String {
    let numbered = (2..).map(|number: u32| format!("{wish}-{number}"));
    std::iter::once(wish.to_owned())
        .chain(numbered)
        .find(|code| !taken.contains(&code.as_str()))
        .unwrap_or_default()
}

/// The demonstration as it stands in this database.
pub enum Demonstration {
    /// Made just now, or found from before.
    Ready(Vec<Account>),
    /// There are other networks here, of which this is the first; nothing was touched.
    Occupied(String),
}

/// Whether the demonstration still has to be made here.
pub async fn demonstration_missing(app: &App) -> Result<bool> {
    Ok(units::networks(&app.db, today(app)).await?.is_empty())
}

fn of_demonstration(app: &App) -> Wanted {
    // As many answers as the network's 27 centres had in October 2021.
    Wanted { answers: 929, asks_now: true, ..wanted(app, 27, 2, 2022, None) }
}

/// Makes the demonstration in an empty database, once; later it is found again. Never touches another network.
pub async fn demonstration(app: &App) -> Result<Demonstration> {
    let wanted = of_demonstration(app);
    let networks = units::networks(&app.db, today(app)).await?;
    let Some(first) = networks.first() else {
        let made = write::write(app, wanted, DEMONSTRATION).await?;
        annual::bring(app).await?;
        return Ok(Demonstration::Ready(made.accounts));
    };
    Ok(if holds_demonstration(app).await? {
        let seed = wanted.seed;
        Demonstration::Ready(plan::accounts(&plan::Plan::new(wanted, DEMONSTRATION).tree, seed))
    } else {
        Demonstration::Occupied(first.network.code.clone())
    })
}

/// The annual plan of 2021, with the names, months and numbers of the document that Slovenia's network published.
const PLAN_OF_2021: &str = include_str!("documents/plan-2021.toml");

/// What stands behind /a/ of a unit that is asked in the demonstration's running evaluation.
pub async fn where_to_answer(app: &App) -> Result<Option<String>> {
    let root = units::network_named(&app.db, DEMONSTRATION, today(app)).await?.or_missing()?;
    let all = evaluation::of_network(&app.db, root.network.id).await?;
    match all.iter().find(|it| it.state() == State::Open) {
        Some(open) => evaluation::address(app, &root, &open.code).await,
        None => Ok(None),
    }
}

/// The address of the page on which a centre of the demonstration tells young people what became of their answers; none where
/// somebody took it back.
pub async fn where_told(app: &App) -> Result<Option<String>> {
    let plan = plan::Plan::new(of_demonstration(app), DEMONSTRATION);
    let place = plan.tree.recorders[plan::change::CENTRE].unit;
    let unit = units::find(app, DEMONSTRATION, &plan.tree.units[place].code).await?;
    let public = change::public(app, &unit).await?;
    Ok(public.map(|_| format!("/said/{}/{}", unit.network.code, unit.code)))
}

/// Whether the demonstration stands in this database: its network, and its first account. A network of the same code that
/// somebody made otherwise knows nobody of ours.
pub async fn holds_demonstration(app: &App) -> Result<bool> {
    let networks = units::networks(&app.db, today(app)).await?;
    let ours = networks.iter().any(|root| root.network.code == DEMONSTRATION);
    let first = format!("coordinator@{DEMONSTRATION}.example");
    Ok(ours && people::by_mail(&app.db, &first).await?.is_some())
}

#[cfg(test)]
mod tests;
