//! A report put together: of a draft from what stands now, of a finished one from what was kept.

use std::collections::BTreeMap;

use chrono::Datelike;
use uuid::Uuid;

use super::compose::{Inputs, Said, compose};
use super::counting::Reader;
use super::document::{Area, Composed, Document, Figure, Target};
use super::look::shots;
use super::report::{Report, Written};
use super::stories::told;
use super::template::{Template, What};
use super::{shelf, store};
use crate::app::App;
use crate::change;
use crate::db::DbError;
use crate::error::{OrMissing, Result};
use crate::i18n::{Lang, Words};
use crate::measures::Period;
use crate::plan;
use crate::results;
use crate::units::{self, Unit};

/// What a report is read from.
pub struct Wanted<'a> {
    pub unit: &'a Unit,
    pub template: &'a Template,
    pub period: Period,
    pub lang: Lang,
    pub written: &'a [Written],
}

/// Puts a report together from what stands now, and says of which change of the network that is.
pub async fn now(app: &App, wanted: &Wanted<'_>) -> Result<(Composed, i64)> {
    let (w, unit, template) = (Words(wanted.lang), wanted.unit, wanted.template);
    let so_far = wanted.period.so_far(app.clock.today(unit.zone));
    let reader = Reader::open(app, w, unit, &[so_far]).await?;
    let counted = reader.count(app, unit.id, so_far, template.depth()).await?;
    let (mut texts, mut stories) = (BTreeMap::new(), BTreeMap::new());
    for section in &template.sections {
        let Some(written) = wanted.written.iter().find(|it| it.section == section.code) else { continue };
        match section.what {
            What::Text => drop(texts.insert(section.code.clone(), written.body.clone())),
            What::Stories => {
                let told = told(app, w, unit, wanted.period, &written.body).await?;
                stories.insert(section.code.clone(), told);
            }
            _ => {}
        }
    }
    let has = |what: &What| template.sections.iter().any(|section| section.what == *what);
    let said = if has(&What::Results) { said(app, w, unit, &wanted.period).await? } else { None };
    let targets = if has(&What::Targets) { targets(app, w, unit, &wanted.period).await? } else { Vec::new() };
    let plan = if has(&What::Plan) {
        // A year's plan as of its last day, or of today.
        plan::told(app, w, unit, wanted.period.from.year(), so_far.last()).await?
    } else {
        None
    };
    let root = unit.path.ids().first().copied().unwrap_or(unit.id);
    let network = units::by_id(&app.db, unit.network.id, root, app.clock.day()).await?.or_missing()?;
    let composed = compose(&Inputs {
        w,
        template,
        unit: &reader.name(&unit.code, &wanted.period),
        network: &reader.name(&network.code, &wanted.period),
        counted: &counted,
        period: wanted.period,
        texts: &texts,
        stories: &stories,
        said: said.as_ref(),
        targets: &targets,
        plan: plan.as_ref(),
    });
    Ok((composed, reader.books.change_seq()))
}

/// A report as it is to be read: (what stands in it, the change of the network its figures are of).
pub async fn read(app: &App, unit: &Unit, report: &Report) -> Result<(Composed, i64)> {
    let network_id = unit.network.id;
    if let Some(finished) = &report.finished {
        let document = store::document(&app.db, network_id, report.id).await?.or_missing()?;
        let document: Document = serde_json::from_str(&document).map_err(DbError::garbled)?;
        let figures: Vec<Figure> = store::figures(&app.db, network_id, report.id).await?;
        return Ok((Composed { document, figures }, finished.change_seq));
    }
    let template = shelf::template(app, network_id, &report.template, report.template_version).await?;
    let written = store::sections(&app.db, network_id, report.id).await?;
    let period = report.period().or_missing()?;
    now(app, &Wanted { unit, template: &template, period, lang: report.lang(), written: &written }).await
}

/// Whether a report shows a photo, as it stands: without asking for any figure.
pub async fn shows(app: &App, unit: &Unit, report: &Report, file: Uuid) -> Result<bool> {
    let network_id = unit.network.id;
    if report.finished.is_some() {
        let document = store::document(&app.db, network_id, report.id).await?.or_missing()?;
        let document: Document = serde_json::from_str(&document).map_err(DbError::garbled)?;
        return Ok(shots(&document).iter().any(|shot| shot.file == file));
    }
    let period = report.period().or_missing()?;
    let template = shelf::template(app, network_id, &report.template, report.template_version).await?;
    for written in store::sections(&app.db, network_id, report.id).await? {
        if template.written(&written.section).is_some_and(|it| it.what == What::Stories) {
            let stories = told(app, Words(report.lang()), unit, period, &written.body).await?;
            if stories.iter().any(|it| it.photo.as_ref().is_some_and(|shot| shot.file == file)) {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// A report and its unit, for whoever has the server itself.
pub async fn of_id(app: &App, network_id: Uuid, id: Uuid) -> Result<(Unit, Report)> {
    let report = store::find(&app.db, network_id, id).await?.or_missing()?;
    let unit = units::by_id(&app.db, network_id, report.unit_id, app.clock.day()).await?.or_missing()?;
    Ok((unit, report))
}

/// What young people said in the year's evaluation, as far as it is given to the unit.
pub async fn said(app: &App, w: Words, unit: &Unit, period: &Period) -> Result<Option<Said>> {
    let year = period.from.year();
    let shown =
        results::shown(app, &units::viewer_of(unit), unit, |it| it.yearly && it.year() == year).await?;
    let Some(shown) = shown.filter(|shown| shown.areas.iter().any(|area| area.index.is_some())) else {
        return Ok(None);
    };
    let number = |value: f64| w.decimal(value, 0);
    let area = |line: &results::Line| {
        let Some(index) = line.index else {
            let (shown, says) = ("–".to_owned(), w.tr("slides-withheld"));
            return Area { name: w.text(&line.name), points: None, shown, says, change: String::new() };
        };
        let args = [("low", number(index.low()).into()), ("high", number(index.high()).into())];
        let change = line.before.map_or_else(String::new, |before| {
            let key = match before.verdict {
                Some(scores::Verdict::Higher) => "slides-higher",
                Some(scores::Verdict::Lower) => "slides-lower",
                Some(scores::Verdict::NotMoreThanChance) => "slides-alike",
                Some(scores::Verdict::TooFew) | None => return String::new(),
            };
            w.with(key, &[("year", before.year.to_string().into()), ("value", number(before.value).into())])
        });
        Area {
            name: w.text(&line.name),
            points: Some((index.value(), index.low().clamp(0.0, 100.0), index.high().clamp(0.0, 100.0))),
            shown: number(index.value()),
            says: w.with("slides-between", &args),
            change,
        }
    };
    Ok(Some(Said {
        evaluation: w.text(&shown.evaluation.name),
        note: w.tr("report-results-note"),
        areas: shown.areas.iter().map(|line| (line.code.clone(), area(line))).collect(),
    }))
}

async fn targets(app: &App, w: Words, unit: &Unit, period: &Period) -> Result<Vec<Target>> {
    let all = change::told_aims(app, &units::viewer_of(unit), w, unit, period.from.year()).await?;
    let target =
        |it: change::ToldAim| Target { aim: it.aim, measure: it.measure, whom: it.whom, came: it.came };
    Ok(all.into_iter().map(target).collect())
}
