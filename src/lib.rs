//! Logbook: what youth-work networks do, what young people say of it, and figures anyone can check.
//! `docs/architecture.md` shows the rooms of this house and who may call whom.

pub mod access;
pub mod activities;
pub mod answers;
pub mod app;
pub mod backup;
pub mod bodies;
pub mod calendar;
pub mod change;
pub mod cli;
pub mod clock;
pub mod config;
pub mod db;
pub mod desk;
pub mod error;
pub mod evaluation;
pub mod exchange;
pub mod files;
pub mod form;
pub mod generate;
pub mod i18n;
pub mod jobs;
pub mod leaving;
pub mod measures;
pub mod packs;
pub mod people;
pub mod periods;
pub mod pictures;
pub mod plan;
pub mod public;
pub mod questionnaires;
pub mod reflections;
pub mod reports;
pub mod results;
pub mod retention;
pub mod table;
pub mod totals;
pub mod units;
pub mod vocabulary;
pub mod watch;
pub mod web;

#[cfg(any(test, feature = "testing"))]
pub mod testing;

/// Every address of the site.
pub fn routes() -> web::Routes {
    web::Routes::new()
        .with(units::routes())
        .with(people::routes())
        .with(vocabulary::routes())
        .with(activities::routes())
        .with(files::routes())
        .with(reflections::routes())
        .with(exchange::routes())
        .with(questionnaires::routes())
        .with(evaluation::routes())
        .with(results::routes())
        .with(change::routes())
        .with(reports::routes())
        .with(desk::routes())
        .with(leaving::routes())
        .with(retention::routes())
        .with(watch::routes())
        .with(pictures::routes())
        .with(packs::routes())
        .with(calendar::routes())
        .with(public::routes())
        .with(plan::routes())
        .with(bodies::routes())
}
