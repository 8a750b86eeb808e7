//! What is due by itself: each morning those who owe something are reminded, and reports whose day it is are mailed.
//!
//! A morning is one job of a network, and each report of a unit another one. All that a job writes is one transaction with what
//! it put down about it, so that one that is done again, for whatever reason, writes to nobody twice.

use std::collections::{BTreeMap, HashSet};

use chrono::{DateTime, Days, NaiveDate, TimeZone, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

use super::letters::{Colleagues, Owing, reminder};
use super::names::Names;
use super::reading::{self, Read};
use super::rule::{Date, Rule, Send};
use super::sending;
use super::standing::{SOON, about};
use super::store::{self, Letter};
use crate::app::App;
use crate::db::Tx;
use crate::error::{OrMissing, Result};
use crate::jobs::{self, Job};
use crate::people::{self, Addressed};
use crate::units::{self, Unit};

pub const JOB: jobs::Kind = jobs::Kind {
    code: "calendar",
    plan: |app| Box::pin(async { plan(app).await }),
    run: |app, job| Box::pin(async { run(app, job).await }),
};

/// The hour at which mails go out.
const HOUR: u32 = 7;
/// A day on which no server ran is made good for as long.
const GOOD: i64 = 7;
/// A report that is finished late is mailed for as long after its day.
const LATE: i64 = 60;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// Two weeks before.
    Before,
    /// On its day.
    Day,
}

impl Occasion {
    pub const ALL: [Occasion; 2] = [Occasion::Before, Occasion::Day];

    pub fn code(self) -> &'static str {
        match self {
            Occasion::Before => "before",
            Occasion::Day => "day",
        }
    }

    /// What a day is one for. What is to be done after a time is over is not asked for before.
    pub fn on(rule: &Rule, date: &Date, today: NaiveDate) -> Option<Occasion> {
        let period = rule.period(date)?;
        let running = today < period.until && period.until <= date.by;
        match (date.by - today).num_days() {
            _ if running || date.by < rule.dated_on => None,
            left if (1..=SOON).contains(&left) => Some(Occasion::Before),
            left if (-GOOD..=0).contains(&left) => Some(Occasion::Day),
            _ => None,
        }
    }
}

fn morning(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    let time = day.and_hms_opt(HOUR, 0, 0).unwrap_or_default();
    zone.from_local_datetime(&time).earliest().map_or_else(|| time.and_utc(), |at| at.to_utc())
}

/// Today's job for each network with a calendar.
async fn plan(app: &App) -> Result<()> {
    for network_id in store::networks(&app.db).await? {
        let Some(root) = units::root(&app.db, network_id, app.clock.day()).await? else { continue };
        let today = app.clock.today(root.network.zone);
        let key = format!("day {today}");
        if !jobs::known(app, network_id, JOB.code, &key).await? {
            let mut tx = app.db.begin().await?;
            jobs::put(app, &mut tx, network_id, JOB.code, &key, morning(today, root.network.zone)).await?;
            tx.commit().await?;
        }
    }
    Ok(())
}

async fn run(app: &App, job: &Job) -> Result<()> {
    match job.key.split_once(' ') {
        Some(("report", about)) => sending::send(app, job, about).await,
        _ => look(app, job).await,
    }
}

/// A morning.
pub(super) async fn look(app: &App, job: &Job) -> Result<()> {
    let network_id = job.network_id;
    let root = units::root(&app.db, network_id, app.clock.day()).await?.or_missing()?;
    let today = app.clock.today(root.network.zone);
    let names = Names::read(app, network_id).await?;
    let units = units::ever(&app.db, network_id).await?;
    let mut tx = app.db.begin().await?;
    jobs::hold(app, &mut tx, job).await?;
    let days = |n: i64| Days::new(n.unsigned_abs());
    let read = reading::read(&mut tx, network_id, units, (today - days(LATE), today + days(SOON))).await?;
    remind(app, &mut tx, &root, today, (&read, &names)).await?;
    put_reports(app, &mut tx, &root, today, &read).await?;
    people::forget_mail_files(app, &mut tx).await?;
    Ok(tx.commit().await?)
}

/// Puts a letter to everybody who owes something into the outbox: at most one a person and day.
async fn remind(
    app: &App,
    tx: &mut Tx,
    root: &Unit,
    today: NaiveDate,
    (read, names): (&Read, &Names),
) -> Result<()> {
    let network_id = root.network.id;
    let colleagues = Colleagues::read(&mut *tx, network_id, today).await?;
    let letter_of = format!("day {today}");
    let written = store::written_to(&mut *tx, network_id, &letter_of).await?;
    let mut letters: BTreeMap<Uuid, (&Addressed, Vec<Owing<'_>>)> = BTreeMap::new();
    for occasion in Occasion::ALL {
        let known = store::reminded(tx, network_id, occasion.code()).await?;
        let mut told = Vec::new();
        for it in due(read, occasion, today, &known) {
            let to = colleagues.reminded(it.unit);
            // Who has today's letter already hears of it tomorrow.
            if to.is_empty() || to.iter().any(|to| written.contains(&to.person_id)) {
                continue;
            }
            told.push((it.rule.id, it.unit.id, it.date.rule_on));
            for to in to {
                letters.entry(to.person_id).or_insert_with(|| (to, Vec::new())).1.push(it);
            }
        }
        store::insert_reminded(tx, network_id, occasion.code(), &told, today).await?;
    }
    for (to, owing) in letters.into_values() {
        let (subject, body) = reminder(app, names, to, root, &owing);
        let mail_id = people::put_mail_with(app, tx, &to.mail, (&subject, &body), Vec::new()).await?;
        let letter = Letter { person_id: to.person_id, about: letter_of.clone(), mail_id, of: None };
        store::insert_letter(tx, network_id, &letter, app.clock.now()).await?;
    }
    Ok(())
}

/// What is to be reminded of on an occasion, and was not yet.
fn due<'r>(
    read: &'r Read,
    occasion: Occasion,
    today: NaiveDate,
    known: &HashSet<(Uuid, Uuid, NaiveDate)>,
) -> Vec<Owing<'r>> {
    let days = |n: i64| Days::new(n.unsigned_abs());
    let mut all = Vec::new();
    for (rule, date) in read.dates(today - days(GOOD), today + days(SOON)) {
        let Some(period) = rule.period(&date) else { continue };
        if !rule.due.remind || Occasion::on(rule, &date, today) != Some(occasion) {
            continue;
        }
        // Where figures alone are enough, they go out by themselves on this very day.
        if rule.due.send == Send::Figures && occasion == Occasion::Day {
            continue;
        }
        let done = read.there.done(rule, &date, &period);
        let new = |unit: &&Unit| !done(unit) && !known.contains(&(rule.id, unit.id, date.rule_on));
        let open = read.there.owing(rule, &date).into_iter().filter(new);
        all.extend(open.map(|unit| Owing { rule, date, unit }));
    }
    all
}

/// Puts a job for each report that is to be mailed and was not.
async fn put_reports(app: &App, tx: &mut Tx, root: &Unit, today: NaiveDate, read: &Read) -> Result<()> {
    let network_id = root.network.id;
    let mut wanted = Vec::new();
    for (rule, date) in read.dates(today - Days::new(LATE.unsigned_abs()), today) {
        let Some(period) = rule.period(&date) else { continue };
        if rule.due.send == Send::Nothing || date.by < rule.dated_on {
            continue;
        }
        let anew = rule.due.send == Send::Figures && (today - date.by).num_days() <= GOOD;
        let reports = read.there.reports_of(rule, &period);
        for unit in read.there.owing(rule, &date) {
            if anew || reports.is_some_and(|of| of.contains_key(&unit.id)) {
                wanted.push(about(rule.id, unit.id, date.rule_on));
            }
        }
    }
    if wanted.is_empty() {
        return Ok(());
    }
    let since = app.clock.now() - chrono::Duration::days(LATE + GOOD);
    let mailed = store::mailed(&mut *tx, network_id, since).await?;
    for about in wanted.into_iter().filter(|about| !mailed.contains(about)) {
        jobs::put(app, tx, network_id, JOB.code, &format!("report {about}"), app.clock.now()).await?;
    }
    Ok(())
}
