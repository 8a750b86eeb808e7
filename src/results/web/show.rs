//! A unit's results of an evaluation.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use scores::by_chance;
use serde::Deserialize;

use super::Seen;
use super::areas::{Areas, areas};
use super::beside::{Beside, beside};
use super::elsewhere::Elsewhere;
use super::items::{Group, Other, groups, others};
use super::lead::{Tile, lead, tiles};
use super::splits::{Split, splits};
use super::told::{self, Held, Names};
use crate::access::Act;
use crate::app::App;
use crate::error::{OrMissing, Result};
use crate::evaluation::{self, Evaluation, State as Stands};
use crate::i18n::{Arg, Words};
use crate::results::figures::{self, Comparisons, least};
use crate::results::giving::Format;
use crate::results::reading::{self, Asked, Reading};
use crate::results::store::Of;
use crate::results::table::{Lack, Part};
use crate::results::words;
use crate::units;
use crate::web::{Page, Visit, encoded, render};

#[derive(Deserialize)]
pub struct Wanted {
    /// Code of a questionnaire.
    about: Option<String>,
    /// Code of an area, for the comparison with other units.
    area: Option<String>,
}

struct Link {
    href: String,
    label: String,
    current: bool,
}

#[derive(Template)]
#[template(path = "results/web/show.html")]
struct ShowPage {
    page: Page,
    base: String,
    unit: String,
    title: String,
    lead: String,
    years: Vec<Link>,
    about: Vec<Link>,
    /// That it is not released yet.
    preview: Option<String>,
    /// What young people are asked just now, and where more is told.
    running: Option<(String, String)>,
    whole: Option<Held>,
    tiles: Vec<Tile>,
    areas: Option<Areas>,
    chance: Option<String>,
    splits: Vec<Split>,
    beside: Option<Beside>,
    groups: Vec<Group>,
    others: Vec<Other>,
    sensitive: Vec<Other>,
    sensitive_groups: Vec<Group>,
    together: Option<String>,
    /// Where targets are said, for who may.
    aims: Option<String>,
    year: i32,
    here: String,
    about_code: String,
    lost: Option<String>,
    words: Option<String>,
    review: Option<String>,
    /// Where the unit is answered about.
    voice: Option<String>,
    /// Where the unit works on what came of it, for who may see that.
    change: Option<String>,
    formats: [&'static str; 3],
}

#[derive(Template)]
#[template(path = "results/web/none.html")]
struct NonePage {
    page: Page,
    base: String,
    unit: String,
    title: String,
    says: String,
    /// Evaluations that have something of the unit.
    years: Vec<Link>,
    voice: Option<String>,
}

/// Leads on to the latest results that there are.
pub async fn latest(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
) -> Result<Response> {
    let seen = Seen::of(&app, &visit, (&network, &unit)).await?;
    // Of the last year; else of the last occasion.
    let year = seen.visible.iter().find(|(it, _)| it.yearly);
    match year.or_else(|| seen.visible.first()) {
        Some((it, _)) => {
            let to = format!("{}/results/{}", seen.unit.address(), it.code);
            Ok(Redirect::to(&to).into_response())
        }
        None => none(&visit, &seen, visit.w.tr("results"), "results-none"),
    }
}

/// The evaluations that have something of the unit, to choose from.
fn years(w: Words, seen: &Seen, current: Option<&Evaluation>, more: &str) -> Vec<Link> {
    let link = |(other, _): &(Evaluation, Of)| Link {
        href: format!("{}/results/{}{more}", seen.unit.address(), other.code),
        label: w.text(&other.name),
        current: current.is_some_and(|it| it.id == other.id),
    };
    seen.visible.iter().map(link).collect()
}

fn none(visit: &Visit, seen: &Seen, title: String, says: &str) -> Result<Response> {
    let page = NonePage {
        page: Page::new(visit, title.clone(), "voice"),
        base: seen.unit.address(),
        unit: visit.w.text(&seen.unit.name),
        title,
        says: visit.w.tr(says),
        years: years(visit.w, seen, None, ""),
        voice: voice(visit, seen)?,
    };
    Ok(render(&page)?.into_response())
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, code)): Path<(String, String, String)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let seen = Seen::of(&app, &visit, (&network, &unit)).await?;
    let Some(at) = seen.at(&app, &visit, &code).await? else {
        let it = evaluation::by_code(&app.db, seen.unit.network.id, &code).await?.or_missing()?;
        let says = if it.state() == Stands::Released { "results-not-asked-here" } else { "results-not-yet" };
        return none(&visit, &seen, visit.w.tr("results"), says);
    };
    let mut asked = seen.asked(&app, at).await?;
    let chosen =
        asked.iter().position(|it| Some(&it.questionnaire.code) == wanted.about.as_ref()).unwrap_or(0);
    let names = Names::new(visit.w, &units::ever(&app.db, seen.unit.network.id).await?);
    let about = about_links(&visit, &seen, &code, &asked, chosen);
    let reading = reading::read(&app, &seen.unit, &seen.visible, at, asked.swap_remove(chosen)).await?;
    let mut page = page(&visit, &seen, &reading, &names, about, wanted.area.as_deref())?;
    let reviews = seen.unit.may_record && words::reviewer(&app, visit.me()?, &seen.unit).await.is_ok();
    page.review = reviews.then(|| format!("{}/review", page.here));
    if page.voice.is_some() {
        page.running = evaluation::running(&app, visit.w, &seen.unit).await?;
    }
    Ok(render(&page)?.into_response())
}

/// Where the unit is answered about, for who may see it.
fn voice(visit: &Visit, seen: &Seen) -> Result<Option<String>> {
    let may = visit.me()?.may(Act::SeeEvaluation, &seen.unit.as_place());
    Ok((may && seen.unit.may_record).then(|| format!("{}/voice", seen.unit.address())))
}

fn about_links(visit: &Visit, seen: &Seen, code: &str, asked: &[Asked], chosen: usize) -> Vec<Link> {
    let link = |(at, it): (usize, &Asked)| Link {
        href: format!("{}/results/{code}?about={}", seen.unit.address(), encoded(&it.questionnaire.code)),
        label: visit.w.text(&it.questionnaire.name),
        current: at == chosen,
    };
    asked.iter().enumerate().map(link).collect()
}

fn page(
    visit: &Visit,
    seen: &Seen,
    reading: &Reading,
    names: &Names,
    about: Vec<Link>,
    area: Option<&str>,
) -> Result<ShowPage> {
    let (w, unit, it) = (visit.w, &seen.unit, &reading.evaluation);
    let (base, name, year) = (unit.address(), w.text(&unit.name), it.year());
    let about_code = reading.asked.questionnaire.code.clone();
    let lines = figures::areas(reading);
    let content = reading.content();
    let k = least(reading);
    let whole = reading.whole();
    let items = whole.map(|table| figures::items(content, table, k)).unwrap_or_default();
    let sensitive = reading.tables.iter().find(|table| table.part == Part::Sensitive);
    let sensitive = sensitive.map(|table| figures::items(content, table, k)).unwrap_or_default();
    let held = reading.withheld.iter().find(|it| it.lack == Lack::Whole && whole.is_none());
    let together = reading.tables.iter().find(|it| it.part == Part::Together && it.class.is_none());
    let years = years(w, seen, Some(it), &format!("?about={}", encoded(&about_code)));
    let here = format!("{base}/results/{}", it.code);
    let title = if it.yearly {
        w.with("results-title", &[("year", year.to_string().into())])
    } else {
        w.of("results-title-occasion", w.text(&it.name))
    };
    let may_aim = visit.me()?.may(Act::SetTargets, &unit.as_place());
    let beside = beside(w, reading, &lines, names, area);
    let comparisons = Comparisons::of(&lines).with_others(beside.as_ref().map_or(0, |it| it.others));
    Ok(ShowPage {
        page: Page::new(visit, format!("{title} · {name}"), "voice"),
        lead: lead(w, reading, &lines),
        years: if years.len() > 1 { years } else { Vec::new() },
        about: if about.len() > 1 { about } else { Vec::new() },
        preview: (it.state() == Stands::Closed).then(|| w.tr("results-preview")),
        whole: held.map(|held| told::held(w, names, held, it.least)),
        tiles: whole.map(|table| tiles(w, reading, table.answers, &lines)).unwrap_or_default(),
        areas: whole.is_some().then(|| areas(w, reading, &lines, names, &name)),
        chance: (comparisons.all() > 0).then(|| {
            w.with(
                "results-comparisons",
                &[
                    ("n", Arg::Int(i64::from(comparisons.all()))),
                    ("chance", w.decimal(by_chance(comparisons.all()), 1).into()),
                ],
            )
        }),
        splits: splits(w, reading, names),
        beside,
        groups: groups(w, content, &items, k, &Elsewhere::of(reading, names)),
        others: others(w, content, &items),
        sensitive_groups: groups(w, content, &sensitive, k, &Elsewhere::nowhere()),
        sensitive: others(w, content, &sensitive),
        together: together.map(|table| w.n("results-together", table.answers)),
        aims: may_aim.then(|| format!("{base}/targets?year={year}")),
        year,
        lost: (it.lost > 0 && visit.me()?.may(Act::Evaluate, &unit.as_place()))
            .then(|| w.n("results-lost", it.lost)),
        words: (unit.may_record && visit.me()?.may(Act::ReadWords, &unit.as_place()))
            .then(|| format!("{here}/words")),
        review: None,
        running: None,
        voice: voice(visit, seen)?,
        change: (unit.may_record && visit.me()?.may(Act::SeeChange, &unit.as_place()))
            .then(|| format!("{base}/change/{}", it.code)),
        formats: Format::ALL.map(Format::code),
        base,
        unit: name,
        title,
        here,
        about_code,
    })
}
