//! Beginning a report, writing in it, finishing it, throwing it away.

use chrono::Datelike;
use uuid::Uuid;

use super::merging::merge;
use super::reading::{self, Wanted};
use super::report::{Finished, MOST_STORIES, Report, Written, chosen};
use super::template::{Template, What};
use super::{shelf, store, stories, text};
use crate::access::{Act, Me, put_on_record_in};
use crate::app::App;
use crate::db::DbError;
use crate::error::{AppError, OrMissing, Result};
use crate::form::Wrong;
use crate::i18n::Lang;
use crate::measures::Period;
use crate::plan;
use crate::units::{self, Unit};

/// One at a time, in every network.
const WRITING: i64 = 0x7265_706f;

/// What somebody wants to report.
#[derive(Clone, Debug, Default)]
pub struct New {
    /// Made by the page.
    pub id: Uuid,
    pub template: String,
    pub period: String,
    pub language: String,
    /// A finished one whose place it takes.
    pub supersedes: Option<Uuid>,
}

/// Why a report cannot be what somebody asked for.
pub type Refused = std::result::Result<Report, Vec<Wrong>>;

/// Whether a template tells of a unit and a period.
pub fn fitting(template: &Template, unit: &Unit, text: &str) -> std::result::Result<Period, &'static str> {
    if !template.is_for(&unit.kind) {
        return Err("report-template-not-here");
    }
    let period = Period::from_code(text).ok_or("report-period-wrong")?;
    if template.periods.contains(&period.length) { Ok(period) } else { Err("report-period-other") }
}

/// Whether a unit has a plan of the year that a period is in.
async fn has_plan(app: &App, unit: &Unit, period: &Period) -> Result<bool> {
    Ok(plan::years(app, unit).await?.contains(&period.from.year()))
}

/// Begins a report. Sent again, the first one stands.
pub async fn begin(app: &App, me: &Me, unit: &Unit, new: &New) -> Result<Refused> {
    me.allow(Act::WriteReports, &unit.as_place())?;
    let network_id = unit.network.id;
    if let Some(known) = store::find(&app.db, network_id, new.id).await? {
        return if known.unit_id == unit.id { Ok(Ok(known)) } else { Err(AppError::Conflict) };
    }
    let mut wrong = Vec::new();
    let template = shelf::templates(app, network_id).await?.into_iter().find(|it| it.code == new.template);
    let lang = Lang::from_code(&new.language);
    if lang.is_none() {
        wrong.push(Wrong::new("language", "report-language-missing"));
    }
    let Some(template) = template else {
        wrong.insert(0, Wrong::new("template", "report-template-missing"));
        return Ok(Err(wrong));
    };
    let found = match fitting(&template, unit, &new.period) {
        Ok(found) if found.from > app.clock.today(unit.zone) => Err("report-period-future"),
        Ok(found) if template.tells_of_plan() && !has_plan(app, unit, &found).await? => {
            Err("report-plan-missing")
        }
        other => other,
    };
    let found = match found {
        Ok(found) => found,
        Err(key) => {
            let field = if key == "report-template-not-here" { "template" } else { "period" };
            wrong.insert(0, Wrong::new(field, key));
            return Ok(Err(wrong));
        }
    };
    if !wrong.is_empty() {
        return Ok(Err(wrong));
    }
    if let Some(id) = new.supersedes {
        let before = store::find(&app.db, network_id, id).await?;
        before.filter(|it| it.unit_id == unit.id && it.finished.is_some()).or_missing()?;
    }
    let mut report = Report {
        id: new.id,
        unit_id: unit.id,
        template: template.code.clone(),
        template_version: template.version,
        period: found.code(),
        from: found.from,
        until: found.until,
        language: new.language.clone(),
        supersedes: new.supersedes,
        made_by: me.name.clone(),
        made_at: app.clock.now(),
        finished: None,
    };
    let mut tx = app.db.begin().await?;
    tx.alone(WRITING).await?;
    // Of one thing there is one report that holds: a finished one is gone on with, whether or not somebody said so.
    if report.supersedes.is_none() {
        report.supersedes = store::last_of(&mut tx, network_id, &report).await?;
    }
    let begun = store::insert(&mut tx, network_id, &report, Some(me.id)).await?;
    if let Some(before) = report.supersedes.filter(|_| begun) {
        for it in store::sections(&mut tx, network_id, before).await? {
            if template.written(&it.section).is_some() {
                let body = (it.section.as_str(), 1, it.body.as_str());
                store::insert_section(&mut tx, network_id, report.id, body, Some(me.id), app.clock.now())
                    .await?;
            }
        }
    }
    tx.commit().await?;
    Ok(Ok(report))
}

/// What became of what somebody saved.
#[derive(Debug)]
pub enum Kept {
    /// The version that stands now.
    Done(i64),
    /// The same, with what a colleague changed elsewhere in it.
    Both(i64),
    /// A colleague changed the same meanwhile, and nothing was saved: what stands now.
    Meanwhile(Box<Written>),
    /// Entries were chosen that may not be told in it, and nothing was saved: each with the key of the sentence that says why.
    Refused(Vec<(Uuid, &'static str)>),
    /// Somebody finished it meanwhile, and nothing was saved.
    Ended(Finished),
    /// Somebody threw it away meanwhile, and nothing was saved.
    ThrownAway,
}

/// What whoever writes had before them: the version, 0 where there was none; and the text, where the page says so.
#[derive(Clone, Copy)]
pub struct Base<'a> {
    pub version: i64,
    pub was: Option<&'a str>,
}

/// Saves a section. `version`: the one that whoever wrote had before them; 0 where there was none.
pub async fn save(
    app: &App,
    me: &Me,
    unit: &Unit,
    id: Uuid,
    section: &str,
    version: i64,
    mine: &str,
) -> Result<Kept> {
    save_over(app, me, unit, (id, section), Base { version, was: None }, mine).await
}

/// [`save`], of a page that says what it held.
pub async fn save_over(
    app: &App,
    me: &Me,
    unit: &Unit,
    (id, section): (Uuid, &str),
    base: Base<'_>,
    mine: &str,
) -> Result<Kept> {
    me.allow(Act::WriteReports, &unit.as_place())?;
    let network_id = unit.network.id;
    let mut tx = app.db.begin().await?;
    tx.alone(WRITING).await?;
    let Some(report) = store::find(&mut tx, network_id, id).await?.filter(|it| it.unit_id == unit.id) else {
        let gone = store::thrown_away(&mut tx, network_id, id).await?;
        gone.filter(|it| it.unit_id == unit.id).or_missing()?;
        return Ok(Kept::ThrownAway);
    };
    if let Some(finished) = &report.finished {
        return Ok(Kept::Ended(finished.clone()));
    }
    let template = shelf::template(app, network_id, &report.template, report.template_version).await?;
    let what = &template.written(section).or_missing()?.what;
    let all = store::versions(&mut tx, network_id, id, section).await?;
    let before = match all.iter().find(|it| it.version == base.version) {
        _ if base.was.is_some() => base.was.unwrap_or("").to_owned(),
        Some(before) => before.body.clone(),
        None if base.version == 0 => String::new(),
        None => return Err(AppError::Invalid("error-garbled")),
    };
    let now = all.iter().max_by_key(|it| it.version);
    let (standing, version) = now.map_or((String::new(), 0), |it| (it.body.clone(), it.version));
    let merged = match (merge(what, &before, &standing, mine), now) {
        (None, Some(theirs)) => return Ok(Kept::Meanwhile(Box::new(theirs.clone()))),
        (merged, _) => merged.unwrap_or_else(|| mine.to_owned()),
    };
    let kept = |version| if merged == mine { Kept::Done(version) } else { Kept::Both(version) };
    if merged == standing {
        return Ok(kept(version));
    }
    check(what, &merged)?;
    if *what == What::Stories {
        let period = report.period().or_missing()?;
        let refused = stories::refused(app, unit, period, &new_ones(&all, &merged)).await?;
        if !refused.is_empty() {
            return Ok(Kept::Refused(refused));
        }
    }
    let body = (section, version + 1, merged.as_str());
    store::insert_section(&mut tx, network_id, id, body, Some(me.id), app.clock.now()).await?;
    tx.commit().await?;
    Ok(kept(version + 1))
}

/// Forms cannot send what is refused here.
fn check(what: &What, body: &str) -> Result<()> {
    let fits = match what {
        What::Stories => body.is_empty() || (1..=MOST_STORIES).contains(&chosen(body).len()),
        _ => body.chars().count() <= text::LONGEST,
    };
    if fits { Ok(()) } else { Err(AppError::Invalid("error-garbled")) }
}

/// Entries that nobody chose before. One that somebody did is not refused when it is deleted later: whoever goes on writing can
/// do nothing about it, and the report leaves it out (`stories::told`).
fn new_ones(before: &[Written], body: &str) -> Vec<Uuid> {
    let known: Vec<Uuid> = before.iter().flat_map(|it| chosen(&it.body)).map(|it| it.entry).collect();
    chosen(body).into_iter().map(|it| it.entry).filter(|entry| !known.contains(entry)).collect()
}

/// What finishing came to.
#[derive(Debug, PartialEq, Eq)]
pub enum Ending {
    Done,
    /// Its period is not over.
    TooEarly,
}

/// Finishes a report: asks for every figure and keeps it, with every text. Nobody records meanwhile. Sent again, nothing
/// happens.
pub async fn finish(app: &App, me: &Me, unit: &Unit, id: Uuid) -> Result<Ending> {
    me.allow(Act::FinishReports, &unit.as_place())?;
    let network_id = unit.network.id;
    let mut tx = app.db.begin().await?;
    tx.alone(WRITING).await?;
    units::hold(&mut tx, network_id).await?;
    let found =
        store::find(&mut tx, network_id, id).await?.filter(|it| it.unit_id == unit.id).or_missing()?;
    if found.finished.is_some() {
        return Ok(Ending::Done);
    }
    if app.clock.today(unit.zone) < found.until {
        return Ok(Ending::TooEarly);
    }
    let (composed, change_seq) = reading::read(app, unit, &found).await?;
    let at = app.clock.now();
    let document = composed.document.without_empty();
    let body = serde_json::to_string(&document).map_err(DbError::garbled)?;
    store::insert_figures(&mut tx, network_id, id, &composed.figures).await?;
    // Of two that were begun side by side, the second takes the place of the first.
    let before = store::last_of(&mut tx, network_id, &found).await?.or(found.supersedes);
    store::finish(&mut tx, network_id, (id, before), Some(me.id), (at, change_seq), &body).await?;
    let object = format!("{} {}", found.template, found.period);
    put_on_record_in(app, &mut tx, me.id, "finish_report", &object, &network_id, &unit.id).await?;
    tx.commit().await?;
    Ok(Ending::Done)
}

/// Throws a draft away. Sent again, nothing happens.
pub async fn discard(app: &App, me: &Me, unit: &Unit, id: Uuid) -> Result<()> {
    me.allow(Act::WriteReports, &unit.as_place())?;
    let network_id = unit.network.id;
    let mut tx = app.db.begin().await?;
    tx.alone(WRITING).await?;
    let Some(found) = store::find(&mut tx, network_id, id).await? else { return Ok(()) };
    if found.unit_id != unit.id {
        return Err(AppError::NotFound);
    }
    if found.finished.is_some() {
        return Err(AppError::Invalid("report-is-finished"));
    }
    if store::discard(&mut tx, network_id, id, app.clock.now()).await? {
        let object = format!("{} {}", found.template, found.period);
        put_on_record_in(app, &mut tx, me.id, "discard_report", &object, &network_id, &unit.id).await?;
    }
    Ok(tx.commit().await?)
}

/// What a new draft would be, without keeping it: for commands.
pub async fn live(
    app: &App,
    unit: &Unit,
    template: &Template,
    period: Period,
    lang: Lang,
) -> Result<(super::document::Composed, i64)> {
    reading::now(app, &Wanted { unit, template, period, lang, written: &[] }).await
}
