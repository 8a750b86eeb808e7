//! Where a page for everybody is prepared: what is to stand on it, what of that is shown and what is not and why, whether it is
//! public and who published it, and what others put on their own pages to show it.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::view::address;
use crate::access::Act;
use crate::app::App;
use crate::change;
use crate::clock::Day;
use crate::error::{AppError, Result};
use crate::form::{Fields, Wrong, told};
use crate::i18n::Words;
use crate::public::counting::{State as Closed, Year};
use crate::public::labels;
use crate::public::making::{self, Kept};
use crate::public::page::{Block, CONTACT, Chosen, INTRO};
use crate::public::reading::{self, Facts};
use crate::public::store::{self, Standing};
use crate::units::{self, Unit};
use crate::web::{Filled, Page, Visit, render};

struct Choice {
    code: &'static str,
    label: String,
    what: String,
    chosen: bool,
}

struct Intro {
    field: String,
    lang: String,
    label: String,
    value: String,
}

/// A year, and whether it is told.
struct YearLine {
    year: i32,
    says: String,
    shown: bool,
    /// Where it is closed.
    close: Option<String>,
}

/// What stands in public.
struct Stands {
    id: uuid::Uuid,
    says: String,
    href: String,
    shown: String,
    /// To be copied: (id, label, text).
    codes: Vec<(&'static str, String, String)>,
    /// Whether something else is prepared.
    differs: bool,
}

#[derive(Template)]
#[template(path = "public/web/desk.html")]
struct DeskPage {
    page: Page,
    unit: String,
    unit_href: String,
    base: String,
    version: i64,
    choices: Vec<Choice>,
    intros: Vec<Intro>,
    longest: usize,
    contact: String,
    longest_contact: usize,
    /// Whether something was saved that can be looked at.
    saved: Option<String>,
    years: Vec<YearLine>,
    stands: Option<Stands>,
    /// What was just done, in a sentence.
    done: Option<String>,
    changed: bool,
    clash: Option<String>,
    problems: Vec<(String, String)>,
}

impl DeskPage {
    fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, says)| says.as_str())
    }
}

#[derive(Default, Deserialize)]
pub struct After {
    published: Option<String>,
    taken_back: Option<String>,
    changed: Option<String>,
    saved: Option<String>,
}

/// What the form shows: what is prepared, or what somebody typed that could not be taken.
struct Shown<'a> {
    version: i64,
    fields: Fields,
    wrong: &'a [Wrong],
    clash: Option<String>,
}

fn fields_of(chosen: &Chosen) -> Fields {
    let mut fields: Vec<(String, String)> =
        chosen.blocks.iter().map(|block| ("block".to_owned(), block.code().to_owned())).collect();
    fields.extend(chosen.intro.iter().map(|(lang, text)| (format!("intro_{lang}"), text.to_owned())));
    fields.push(("contact".to_owned(), chosen.contact.clone()));
    Fields(fields)
}

/// What follows from choosing a block today, where that is nothing.
fn missing(w: Words, block: Block, facts: &Facts, said: bool) -> Option<String> {
    let nothing = match block {
        Block::Live => false,
        Block::Activities | Block::People | Block::Time => facts.years.is_empty(),
        Block::Voices => facts.voices.is_none(),
        Block::Said => !said,
    };
    let key = match block {
        Block::Voices => "public-block-voices-none",
        Block::Said => "public-block-said-none",
        _ => "public-block-years-none",
    };
    nothing.then(|| w.tr(key))
}

fn year_line(w: Words, unit: &Unit, it: &Year) -> YearLine {
    let few: Vec<String> = it
        .splits
        .iter()
        .filter(|(_, classes)| classes.is_none())
        .map(|(axis, _)| labels::axis(w, *axis))
        .collect();
    let pools = it.splits.iter().filter_map(|(axis, classes)| {
        let pooled = classes.as_ref()?.iter().any(|it| it.codes.len() > 1);
        pooled.then(|| labels::axis(w, *axis))
    });
    let pools: Vec<String> = pools.collect();
    let mut says = vec![match it.state {
        Closed::Closed => w.tr("public-year-closed"),
        Closed::Open => w.tr("public-year-open"),
        Closed::Moved => w.tr("public-moved"),
    }];
    if !pools.is_empty() {
        says.push(w.of("public-year-pooled", pools.join(", ")));
    }
    if !few.is_empty() {
        says.push(w.of("public-too-few", few.join(", ")));
    }
    YearLine {
        year: it.year,
        says: says.join(" "),
        shown: it.state != Closed::Open,
        close: (it.state == Closed::Open).then(|| format!("{}/periods/{}", unit.address(), it.year)),
    }
}

fn stands(app: &App, w: Words, unit: &Unit, it: &Standing, draft: &Chosen) -> Stands {
    let href = address(&unit.network.code, &unit.code);
    let whole = format!("{}{href}", app.settings.base_url());
    let on = w.date(Day::Now(it.at).in_zone(unit.network.zone));
    let name = w.of("public-title", w.text(&unit.name)).replace(['"', '<', '>', '&'], "");
    let frame = format!(
        "<iframe src=\"{whole}/embed?lang={}\" width=\"600\" height=\"520\" title=\"{name}\" loading=\"lazy\"></iframe>",
        w.lang()
    );
    let script = format!(
        "<script src=\"{whole}/embed.js\" data-lang=\"{}\" data-title=\"{name}\" async></script>",
        w.lang()
    );
    Stands {
        id: it.id,
        says: w.with("public-stands", &[("who", it.by.clone().into()), ("on", on.into())]),
        shown: whole.split_once("://").map_or_else(|| whole.clone(), |(_, rest)| rest.to_owned()),
        codes: vec![
            ("code-link", w.tr("public-code-link"), whole.clone()),
            ("code-frame", w.tr("public-code-frame"), frame),
            ("code-script", w.tr("public-code-script"), script),
        ],
        href,
        differs: it.chosen != *draft,
    }
}

async fn page(app: &App, visit: &Visit, unit: &Unit, shown: Shown<'_>, after: &After) -> Result<DeskPage> {
    let w = visit.w;
    let draft = store::draft(&app.db, unit).await?;
    // What is there to be told at all, whatever is chosen.
    let (facts, _) = reading::draft(app, unit, &Chosen::default()).await?;
    let (_, years) = reading::draft(app, unit, &draft.chosen).await?;
    let said = change::public(app, unit).await?.is_some();
    let standing = store::all(&app.db, unit.network.id).await?.into_iter().find(|it| it.unit_id == unit.id);
    let chosen: Vec<&str> = shown.fields.all("block").collect();
    let choice = |block: Block| {
        let what = w.tr(&format!("public-block-{}-what", block.code()));
        let missing = missing(w, block, &facts, said);
        Choice {
            code: block.code(),
            label: w.tr(&format!("public-block-{}", block.code())),
            what: missing.map_or(what.clone(), |missing| format!("{what} {missing}")),
            chosen: chosen.contains(&block.code()),
        }
    };
    let intro = |lang: &String| {
        let (field, key) = (format!("intro_{lang}"), format!("language-{lang}"));
        let label = if w.has(&key) { w.tr(&key) } else { lang.clone() };
        Intro { value: shown.fields.get(&field).to_owned(), field, lang: lang.clone(), label }
    };
    let done = match after {
        After { published: Some(_), .. } => Some("public-done-published"),
        After { taken_back: Some(_), .. } => Some("public-done-taken-back"),
        After { saved: Some(_), .. } => Some("public-done-saved"),
        _ => None,
    };
    let at = draft.at.map(|at| w.date(Day::Now(at).in_zone(unit.network.zone)));
    let saved = at.map(|on| w.with("public-saved", &[("who", draft.by.clone().into()), ("on", on.into())]));
    Ok(DeskPage {
        page: Page::new(visit, w.tr("public"), "overview"),
        unit: w.text(&unit.name),
        unit_href: unit.address(),
        base: format!("{}/public", unit.address()),
        version: shown.version,
        choices: Block::ALL.map(choice).into(),
        intros: unit.network.languages.iter().map(intro).collect(),
        longest: INTRO,
        contact: shown.fields.get("contact").to_owned(),
        longest_contact: CONTACT,
        saved,
        years: years.iter().map(|it| year_line(w, unit, it)).collect(),
        stands: standing.map(|it| stands(app, w, unit, &it, &draft.chosen)),
        done: done.map(|key| w.tr(key)),
        changed: after.changed.is_some(),
        clash: shown.clash,
        problems: told(w, shown.wrong),
    })
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Query(after): Query<After>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::Publish, &unit.as_place())?;
    let draft = store::draft(&app.db, &unit).await?;
    let shown = Shown { version: draft.version, fields: fields_of(&draft.chosen), wrong: &[], clash: None };
    Ok(render(&page(&app, &visit, &unit, shown, &after).await?)?.into_response())
}

pub async fn save(
    Filled { app, visit, at: (network, unit), fields }: Filled<(String, String)>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::Publish, &unit.as_place())?;
    let version: i64 = fields.get("version").parse().map_err(|_| AppError::Invalid("error-garbled"))?;
    let before = store::draft(&app.db, &unit).await?;
    let chosen = match making::typed(&fields, &unit.network.languages, &before.chosen) {
        Ok(chosen) => chosen,
        Err(wrong) => {
            let shown = Shown { version, fields, wrong: &wrong, clash: None };
            let page = page(&app, &visit, &unit, shown, &After::default()).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response());
        }
    };
    match making::save(&app, visit.me()?, &unit, version, &chosen).await? {
        Kept::Done if fields.has("look") => {
            Ok(Redirect::to(&format!("{}/public/preview", unit.address())).into_response())
        }
        Kept::Done => Ok(Redirect::to(&format!("{}/public?saved=1", unit.address())).into_response()),
        Kept::Meanwhile(now) => {
            let clash = Some(visit.w.of("public-meanwhile", &now.by));
            let shown = Shown { version: now.version, fields, wrong: &[], clash };
            let page = page(&app, &visit, &unit, shown, &After::default()).await?;
            Ok((StatusCode::CONFLICT, render(&page)?).into_response())
        }
    }
}
