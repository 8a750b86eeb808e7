//! The page: the picture of the month first, then one of one's own.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::wanted::{Address, Wanted};
use crate::access::Act;
use crate::app::App;
use crate::error::Result;
use crate::files;
use crate::i18n::{Lang, Words, tongue};
use crate::measures::Measure;
use crate::pictures::making::{self, Asked, make};
use crate::pictures::shape::{Format, Shape, Template as Kind};
use crate::pictures::span;
use crate::reports;
use crate::units::look::{self, LAKE};
use crate::units::{self, Unit};
use crate::web::{Page, Visit, unset};

/// Something to choose from a list.
struct Choice {
    code: String,
    label: String,
    chosen: bool,
}

struct File {
    href: String,
    name: String,
    label: String,
}

/// A picture to be looked at and taken along.
struct Shown {
    title: String,
    preview: String,
    width: u32,
    height: u32,
    alternative: String,
    lang: &'static str,
    files: Vec<File>,
    /// What a PNG of it has a sign in place of.
    unset: Option<String>,
    /// Finished reports about the time that tell other figures, and where what changed is told.
    corrected: Vec<(String, String)>,
}

/// One, or why there is none.
enum Slot {
    Shown(Box<Shown>),
    Nothing(String),
}

struct Field {
    name: &'static str,
    label: String,
    hint: Option<String>,
    /// (heading, choices); one without heading where they are not in groups.
    groups: Vec<(String, Vec<Choice>)>,
    problem: Option<String>,
}

#[derive(Template)]
#[template(path = "pictures/web/pictures.html")]
struct PicturesPage {
    page: Page,
    unit: String,
    unit_href: String,
    base: String,
    month: Slot,
    fields: Vec<Field>,
    own: Slot,
    colour: Option<Chosen>,
    logo: Option<Logo>,
}

/// The unit's logo, for whoever may choose it.
struct Logo {
    /// Where it is seen, and how large it is; none where there is none.
    shown: Option<(String, u32, u32)>,
    problem: Option<String>,
}

/// The unit's colour, for whoever may choose it.
struct Chosen {
    hex: String,
    /// Whether it is one of its own.
    own: bool,
    /// That pictures take a darker one.
    darker: Option<String>,
}

async fn colour(app: &App, visit: &Visit, unit: &Unit) -> Result<Option<Chosen>> {
    if !visit.me()?.may(Act::Build, &unit.as_place()) {
        return Ok(None);
    }
    let own = look::colour(&app.db, unit.network.id, unit.id).await?;
    let colour = own.unwrap_or(LAKE);
    let darker = colour != colour.dark_enough();
    Ok(Some(Chosen {
        hex: colour.hex(),
        own: own.is_some(),
        darker: darker.then(|| visit.w.tr("pictures-colour-darker")),
    }))
}

async fn logo(app: &App, visit: &Visit, unit: &Unit, problem: Option<&'static str>) -> Result<Option<Logo>> {
    if !visit.me()?.may(Act::Build, &unit.as_place()) {
        return Ok(None);
    }
    let logo = files::logo(app, unit).await?;
    let shown = logo.map(|it| (format!("{}/logo", unit.address()), it.width, it.height));
    Ok(Some(Logo { shown, problem: problem.map(|key| visit.w.tr(key)) }))
}

async fn slot(app: &App, visit: &Visit, asked: Asked<'_>, shapes: &[Shape]) -> Result<Slot> {
    let picture = match make(app, asked).await? {
        Ok(picture) => picture,
        Err(why) => return Ok(Slot::Nothing(visit.w.tr(why))),
    };
    let Asked { w, unit, template, shape, period, measure } = asked;
    let corrected = reports::corrected(app, unit, &period).await?;
    let address = |shape| Address { unit, template, shape, period, measure, lang: w.lang() };
    let file = |shape: Shape, format: Format| {
        let what = visit.w.tr(&format!("pictures-{}", format.code()));
        let label = if shapes.len() > 1 {
            format!("{what}: {}", visit.w.tr(&format!("pictures-shape-{}", shape.code())))
        } else {
            what
        };
        File { href: address(shape).of(format), name: address(shape).name(format), label }
    };
    let formats: &[Format] = if shapes.len() > 1 { &[Format::Png] } else { &Format::ALL };
    let files = shapes.iter().flat_map(|shape| formats.iter().map(|format| file(*shape, *format)));
    let (width, height) = shape.pixels();
    let alternative = picture.alternative();
    Ok(Slot::Shown(Box::new(Shown {
        title: picture.head.title.clone(),
        preview: address(shape).of(Format::Svg),
        width,
        height,
        unset: unset(&json!(alternative)).map(|it| visit.w.of("pictures-unset", it)),
        corrected: corrected
            .iter()
            .map(|it| {
                (it.says(visit.w, unit), format!("{}/reports/{}/differences", unit.address(), it.report.id))
            })
            .collect(),
        alternative,
        lang: w.lang(),
        files: files.collect(),
    })))
}

fn choices<T: PartialEq>(
    all: impl IntoIterator<Item = T>,
    chosen: Option<&T>,
    said: impl Fn(&T) -> (String, String),
) -> Vec<Choice> {
    all.into_iter()
        .map(|it| {
            let (code, label) = said(&it);
            Choice { code, label, chosen: Some(&it) == chosen }
        })
        .collect()
}

fn fields(w: Words, wanted: &Wanted, kind: Kind, today: chrono::NaiveDate) -> Vec<Field> {
    let alone = |it: Vec<Choice>| vec![(String::new(), it)];
    let field = |name: &'static str, groups, wrong: bool, problem: &str| Field {
        name,
        label: w.tr(&format!("pictures-{name}")),
        hint: (name == "measure").then(|| w.tr("pictures-measure-what")),
        groups,
        problem: wrong.then(|| w.tr(problem)),
    };
    let said = |prefix: &str, code: &str| (code.to_owned(), w.tr(&format!("{prefix}{code}")));
    let kinds = choices(Kind::ALL, Some(&kind), |it| said("pictures-template-", it.code()));
    let shape = wanted.shape();
    let shapes = choices(Shape::ALL, shape.as_ref(), |it| said("pictures-shape-", it.code()));
    let period = wanted.period(kind, today);
    let offered = span::offered(today);
    let known = offered.iter().flatten().any(|it| Some(it) == period.as_ref());
    let mut periods: Vec<(String, Vec<Choice>)> = offered
        .into_iter()
        .zip(["pictures-months", "pictures-halves", "pictures-years"])
        .map(|(all, key)| (w.tr(key), choices(all, period.as_ref(), |it| (it.code(), span::name(w, it)))))
        .collect();
    if !known && let Some(given) = &wanted.period {
        // What was asked for stays, also where it is not understood.
        let label = period.as_ref().map_or_else(|| given.clone(), |it| span::name(w, it));
        periods.insert(0, (String::new(), vec![Choice { code: given.clone(), label, chosen: true }]));
    }
    let measure = wanted.measure();
    let measures = choices(making::offered(), measure.as_ref(), |it| said("measure-", it.code()));
    let lang = wanted.words(w).0;
    let langs = choices(Lang::ALL, Some(&lang), |it| (it.code().to_owned(), tongue(it.code())));
    vec![
        field("template", alone(kinds), wanted.template().is_none(), "pictures-template-unknown"),
        field("period", periods, period.is_none(), "pictures-period-unknown"),
        field("measure", alone(measures), measure.is_none(), "pictures-measure-unknown"),
        field("shape", alone(shapes), shape.is_none(), "pictures-shape-unknown"),
        field("lang", alone(langs), false, ""),
    ]
}

async fn own(app: &App, visit: &Visit, unit: &Unit, wanted: &Wanted, fields: &[Field]) -> Result<Slot> {
    let today = app.clock.today(unit.zone);
    let read = wanted.template().and_then(|template| {
        Some((template, wanted.shape()?, wanted.period(template, today)?, wanted.measure()?))
    });
    let Some((template, shape, period, measure)) = read else {
        let says = fields.iter().filter_map(|field| field.problem.clone()).collect::<Vec<_>>().join(" ");
        return Ok(Slot::Nothing(says));
    };
    let asked = Asked { w: wanted.words(visit.w), unit, template, shape, period, measure };
    slot(app, visit, asked, &[shape]).await
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::SeeFigures, &unit.as_place())?;
    page(&app, &visit, &unit, &wanted, None).await
}

/// The page, with what is wrong with a logo that was sent.
pub async fn page(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    wanted: &Wanted,
    wrong: Option<&'static str>,
) -> Result<Response> {
    let w = visit.w;
    let today = app.clock.today(unit.zone);
    let month = Asked {
        w,
        unit,
        template: Kind::Month,
        shape: Shape::Square,
        period: span::latest_month(today),
        measure: Measure::Visits,
    };
    let fields = fields(w, wanted, wanted.template().unwrap_or(Kind::Year), today);
    let name = w.text(&unit.name);
    let page = PicturesPage {
        page: Page::new(visit, format!("{} · {name}", w.tr("pictures")), "overview"),
        unit: name,
        unit_href: unit.address(),
        base: format!("{}/pictures", unit.address()),
        month: slot(app, visit, month, &Shape::ALL).await?,
        colour: colour(app, visit, unit).await?,
        logo: logo(app, visit, unit, wrong).await?,
        own: own(app, visit, unit, wanted, &fields).await?,
        fields,
    };
    Ok(crate::web::render(&page)?.into_response())
}
