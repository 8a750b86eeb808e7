//! What stands before the parts of a plan: its name, its introduction, and when it is to be adopted.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::fields::beside;
use super::{Desk, Three, by};
use crate::app::App;
use crate::error::{AppError, Result};
use crate::form::{Fields, Wrong, told};
use crate::i18n::{Text18, Words};
use crate::plan::document::{Adoption, Head};
use crate::plan::making::{self, Saved};
use crate::plan::piece::{Piece, Raw, Value};
use crate::plan::reader::Reader;
use crate::plan::reading;
use crate::plan::store::Stored;
use crate::plan::when;
use crate::web::{Filled, Page, Visit, render};

#[derive(Template)]
#[template(path = "plan/web/about.html")]
struct AboutPage {
    page: Page,
    base: String,
    unit_href: String,
    name: String,
    version: i64,
    fields: Fields,
    languages: Vec<(String, String)>,
    /// (code, what the step is)
    steps: Vec<(&'static str, String)>,
    /// What a colleague saved meanwhile.
    clash: Option<(String, Vec<String>)>,
    problems: Vec<(String, String)>,
}

impl AboutPage {
    fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, says)| says.as_str())
    }

    fn value(&self, field: &str) -> &str {
        self.fields.get(field)
    }
}

fn fields_of(w: Words, year: i32, head: &Head, languages: &[String]) -> Fields {
    let mut all = Vec::new();
    for lang in languages {
        all.push((format!("name_{lang}"), head.name.get(lang).unwrap_or("").to_owned()));
        all.push((format!("intro_{lang}"), head.intro.get(lang).unwrap_or("").to_owned()));
    }
    let step = |it: &crate::plan::document::Foreseen| {
        (format!("step_{}", it.step.code()), when::typed(w, &it.when, year))
    };
    all.extend(head.adoption.iter().map(step));
    Fields(all)
}

fn page(
    visit: &Visit,
    desk: &Desk,
    (version, fields): (i64, Fields),
    (wrong, theirs): (&[Wrong], Option<&Stored<Head>>),
) -> AboutPage {
    let w = visit.w;
    let lines = |it: &Head| {
        let step = |it: &crate::plan::document::Foreseen| {
            format!(
                "{}: {}",
                w.tr(&format!("plan-step-{}", it.step.code())),
                when::says(w, &it.when, desk.year())
            )
        };
        let words = [w.text(&it.name), w.text(&it.intro)];
        words.into_iter().filter(|it| !it.is_empty()).chain(it.adoption.iter().map(step)).collect()
    };
    AboutPage {
        page: Page::new(visit, w.tr("plan-about"), "overview"),
        base: desk.base(),
        unit_href: desk.unit.address(),
        name: desk.name(w),
        version,
        fields,
        languages: desk.languages().iter().map(|lang| (lang.clone(), crate::i18n::tongue(lang))).collect(),
        steps: Adoption::ALL
            .iter()
            .map(|it| (it.code(), w.tr(&format!("plan-step-{}", it.code()))))
            .collect(),
        clash: theirs.map(|it| (by(w, &desk.unit, it, "change-meanwhile"), lines(&it.what))),
        problems: told(w, wrong),
    }
}

pub async fn show(State(app): State<App>, visit: Visit, Path(at): Path<Three>) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&at.0, &at.1, &at.2), true).await?;
    let head = &desk.kept.held.head;
    let fields = fields_of(visit.w, desk.year(), &head.what, &desk.languages());
    Ok(render(&page(&visit, &desk, (head.version, fields), (&[], None)))?.into_response())
}

/// What was typed, read as a file would be.
fn typed(fields: &Fields, languages: &[String], year: i32) -> std::result::Result<Head, Vec<Wrong>> {
    let mut piece = Piece::default();
    for key in ["name", "intro"] {
        let mut text = Text18::default();
        for lang in languages {
            text.put(lang, fields.get(&format!("{key}_{lang}")).trim());
        }
        piece.words(key, &text);
    }
    let said =
        Adoption::ALL.iter().filter(|it| !fields.get(&format!("step_{}", it.code())).trim().is_empty());
    let said: Vec<Adoption> = said.copied().collect();
    let step = |it: &Adoption| {
        let mut step = Piece::default();
        step.say("step", it.code());
        step.say("when", fields.get(&format!("step_{}", it.code())));
        Value { at: 0, raw: Raw::Table(step.of) }
    };
    if !said.is_empty() {
        piece.put("adoption", Raw::List(said.iter().map(step).collect()));
    }
    let mut reader = Reader::default();
    let head = reading::head(&mut reader, &piece, year);
    if reader.problems.is_empty() {
        return Ok(head);
    }
    let of_step = |column: &str| {
        let n: usize = column.strip_prefix("adoption.")?.split('.').next()?.parse().ok()?;
        Some(format!("step_{}", said.get(n)?.code()))
    };
    Err(reader
        .problems
        .iter()
        .map(|it| match of_step(&it.column) {
            Some(field) => it.beside(field),
            None => beside(it, languages),
        })
        .collect())
}

pub async fn save(Filled { app, visit, at, fields }: Filled<Three>) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&at.0, &at.1, &at.2), true).await?;
    let base: i64 = fields.get("version").parse().map_err(|_| AppError::Invalid("error-garbled"))?;
    let head = match typed(&fields, &desk.languages(), desk.year()) {
        Ok(head) => head,
        Err(wrong) => {
            let page = page(&visit, &desk, (base, fields), (&wrong, None));
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response());
        }
    };
    match making::save_head(&app, visit.me()?, &desk.unit, desk.year(), (base, &head)).await? {
        Saved::Meanwhile(now) => {
            let page = page(&visit, &desk, (now.version, fields), (&[], Some(&now)));
            Ok((StatusCode::CONFLICT, render(&page)?).into_response())
        }
        _ => Ok(desk.to("")),
    }
}
