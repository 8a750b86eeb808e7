//! A unit's report is mailed on its day: the one that people finished or, where the calendar says so, the figures of the day.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::letters::{self, Colleagues};
use super::names::Names;
use super::rule::{Rule, Send};
use super::standing::about;
use super::store::{self, Letter};
use crate::app::App;
use crate::error::{OrMissing, Result};
use crate::i18n::{Lang, Words};
use crate::jobs::{self, Job};
use crate::measures::Period;
use crate::people::{self, MailFile};
use crate::reports::{self, Format};
use crate::units::{self, Unit};

/// A file that is larger than this, in bytes, stays here: many mailboxes take no more.
const LARGEST: usize = 8 * 1024 * 1024;

/// Out of what [`about`] puts together.
fn parts(about: &str) -> Option<(Uuid, Uuid, NaiveDate)> {
    let mut parts = about.split(' ');
    let (due, unit, on) = (parts.next()?, parts.next()?, parts.next()?);
    Some((due.parse().ok()?, unit.parse().ok()?, on.parse().ok()?))
}

/// A report made for a mail.
struct Made {
    bytes: Vec<u8>,
    /// Where it is read.
    address: String,
    finished: bool,
    /// What it was held against, a line each.
    checks: Vec<String>,
}

/// What is mailed of a unit: none where nobody finished it and nothing else is wished for.
async fn make(
    app: &App,
    unit: &Unit,
    rule: &Rule,
    period: Period,
    names: &Names,
    lang: Lang,
) -> Result<Option<Made>> {
    let code = rule.due.template.as_deref().unwrap_or("");
    let all = reports::finished(&app.db, unit.network.id, (period.from, period.until)).await?;
    let same = |it: &reports::FinishedOne| {
        it.unit_id == unit.id && it.template == code && it.period == period.code()
    };
    if let Some(found) = all.iter().rfind(|it| same(it)) {
        let (_, report) = reports::of_id(app, unit.network.id, found.id).await?;
        let (composed, seq) = reports::read(app, unit, &report).await?;
        let w = Words(report.lang());
        let bytes = reports::written(app, unit, Some(&report), (&composed, seq), w, Format::Pdf).await?;
        let address = format!("{}/reports/{}", unit.address(), found.id);
        let checks = checks(app, w, unit, &report, &composed).await?;
        return Ok(Some(Made { bytes, address, finished: true, checks }));
    }
    let template = names.reports.iter().find(|it| it.code == code);
    let Some(template) = template.filter(|_| rule.due.send == Send::Figures) else { return Ok(None) };
    let (composed, seq) = reports::live(app, unit, template, period, lang).await?;
    let bytes = reports::written(app, unit, None, (&composed, seq), Words(lang), Format::Pdf).await?;
    let report = reports::Report::unkept(unit, template, period, lang, app.clock.now());
    let checks = checks(app, Words(lang), unit, &report, &composed).await?;
    Ok(Some(Made { bytes, address: format!("{}/reports", unit.address()), finished: false, checks }))
}

/// A report held against itself and those that are finished, in words.
async fn checks(
    app: &App,
    w: Words,
    unit: &Unit,
    report: &reports::Report,
    composed: &reports::Composed,
) -> Result<Vec<String>> {
    let found = reports::reconcile(app, w, unit, report, composed).await?;
    reports::compared(app, w, unit, &found).await
}

/// Mails a report to whoever it is for and has not got it.
pub(super) async fn send(app: &App, job: &Job, key: &str) -> Result<()> {
    let network_id = job.network_id;
    let Some((due_id, unit_id, rule_on)) = parts(key) else { return Ok(()) };
    let about = about(due_id, unit_id, rule_on);
    let rule = store::rule(&app.db, network_id, due_id).await?;
    let unit = units::by_id(&app.db, network_id, unit_id, app.clock.day()).await?;
    let (Some(rule), Some(unit)) = (rule, unit) else { return Ok(()) };
    let today = app.clock.today(unit.network.zone);
    let exceptions = store::exceptions(&app.db, network_id).await?;
    let year_ago = today - chrono::Days::new(366);
    let date = rule.dates(&exceptions, year_ago, today).into_iter().find(|it| it.rule_on == rule_on);
    // Somebody may have changed it since.
    let Some(date) = date.filter(|it| !it.left_out && rule.due.send != Send::Nothing) else { return Ok(()) };
    let period = rule.period(&date).or_missing()?;
    let names = Names::read(app, network_id).await?;

    let colleagues = Colleagues::read(&app.db, network_id, today).await?;
    let to = colleagues.receivers(&unit, &rule);
    let mut made: BTreeMap<&'static str, Made> = BTreeMap::new();
    for lang in to.iter().map(|it| letters::words(it).0) {
        if made.contains_key(lang.code()) {
            continue;
        }
        let Some(one) = make(app, &unit, &rule, period, &names, lang).await? else { return Ok(()) };
        made.insert(lang.code(), one);
    }

    let mut tx = app.db.begin().await?;
    jobs::hold(app, &mut tx, job).await?;
    let written = store::written_to(&mut tx, network_id, &about).await?;
    for it in to.into_iter().filter(|it| !written.contains(&it.person_id)) {
        let w = letters::words(it);
        let Some(made) = made.get(w.lang()) else { continue };
        let attached = made.bytes.len() <= LARGEST;
        let title = names.whole(w, &rule, &date);
        let (address, finished) = (made.address.clone(), made.finished);
        let checks = made.checks.as_slice();
        let told = letters::Report { title: &title, unit: &unit, address, finished, attached, checks };
        let (subject, body) = letters::report(app, w, &told);
        let name =
            format!("{}-{}-{}.pdf", unit.code, rule.due.template.as_deref().unwrap_or(""), period.code());
        let file = MailFile { name, media_type: "application/pdf".to_owned(), body: made.bytes.clone() };
        let files = if attached { vec![file] } else { Vec::new() };
        let mail_id = people::put_mail_with(app, &mut tx, &it.mail, (&subject, &body), files).await?;
        let of = Some((rule.id, unit.id));
        let letter = Letter { person_id: it.person_id, about: about.clone(), mail_id, of };
        store::insert_letter(&mut tx, network_id, &letter, app.clock.now()).await?;
    }
    Ok(tx.commit().await?)
}
