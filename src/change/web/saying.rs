//! What young people said and what was done about it, as it is being written; publishing all of it, and taking it back.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};

use super::drafts::{self, Four, Sent, Shown, found, take_out};
use super::{Bench, base_version, lines, script};
use crate::access::Act;
use crate::app::App;
use crate::change::areas::areas;
use crate::change::making::{self, Publishing};
use crate::change::said::Said;
use crate::change::store::Stored;
use crate::change::typed::{self, Fields, TEXT};
use crate::error::{AppError, Result};
use crate::form::told;
use crate::i18n::Text18;
use crate::web::{Filled, Page, Visit, render};

struct Text {
    field: String,
    lang: String,
    label: String,
    value: String,
}

/// The texts of one language, or all languages of one text.
struct Group {
    legend: String,
    what: String,
    texts: Vec<Text>,
}

#[derive(Template)]
#[template(path = "change/web/saying.html")]
struct SayingPage {
    page: Page,
    base: String,
    unit_href: String,
    unit: String,
    action: String,
    stands: bool,
    version: i64,
    longest: usize,
    groups: Vec<Group>,
    areas: Vec<(String, String)>,
    area: String,
    clash: Option<(String, Vec<String>)>,
    problems: Vec<(String, String)>,
}

impl SayingPage {
    fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, says)| says.as_str())
    }
}

const TEXTS: [&str; 3] = ["said", "did", "could_not"];

fn text<'s>(said: &'s Said, name: &str) -> &'s Text18 {
    match name {
        "said" => &said.said,
        "did" => &said.did,
        _ => &said.could_not,
    }
}

fn fields_of(said: &Said) -> Fields {
    let mut fields = vec![("area".to_owned(), said.area.clone())];
    for name in TEXTS {
        fields
            .extend(text(said, name).iter().map(|(lang, text)| (format!("{name}_{lang}"), text.to_owned())));
    }
    Fields(fields)
}

async fn page(
    app: &App,
    visit: &Visit,
    bench: &Bench,
    it: &Shown<Said>,
    fields: &Fields,
) -> Result<SayingPage> {
    let (w, base, unit) = (visit.w, bench.base(), &bench.unit);
    let areas = areas(app, &bench.it, unit.id).await?;
    let language = |lang: &str| {
        let key = format!("language-{lang}");
        if w.has(&key) { w.tr(&key) } else { lang.to_owned() }
    };
    let group = |name: &str| Group {
        legend: w.tr(&format!("said-{}", name.replace('_', "-"))),
        what: w.tr(&format!("said-{}-what", name.replace('_', "-"))),
        texts: unit
            .network
            .languages
            .iter()
            .map(|lang| {
                let field = format!("{name}_{lang}");
                let value = fields.get(&field).to_owned();
                Text { field, lang: lang.clone(), label: language(lang), value }
            })
            .collect(),
    };
    let meanwhile = |now: &Stored<Said>| {
        let says = lines::by(w, &bench.unit, now, "change-meanwhile");
        let all = TEXTS.iter().flat_map(|name| text(&now.what, name).iter().map(|(_, text)| text.to_owned()));
        (says, all.collect())
    };
    Ok(SayingPage {
        page: Page::new(visit, w.tr("said"), "voice"),
        unit_href: unit.address(),
        unit: w.text(&unit.name),
        action: format!("{base}/said/{}", it.id),
        stands: it.now.is_some(),
        version: it.version,
        longest: TEXT,
        groups: TEXTS.map(group).into(),
        areas: areas.iter().map(|(code, name)| (code.clone(), w.text(name))).collect(),
        area: fields.get("area").to_owned(),
        clash: it.now.as_ref().filter(|_| it.clash).map(meanwhile),
        problems: told(w, &it.wrong),
        base,
    })
}

pub async fn show(State(app): State<App>, visit: Visit, Path(at): Path<Four>) -> Result<Response> {
    let (bench, it) = found::<Said>(&app, &visit, &at).await?;
    let fields = it.now.as_ref().map_or_else(Fields::default, |now| fields_of(&now.what));
    Ok(render(&page(&app, &visit, &bench, &it, &fields).await?)?.into_response())
}

pub async fn save(headers: HeaderMap, Filled { app, visit, at, fields }: Filled<Four>) -> Result<Response> {
    let (bench, it) = found::<Said>(&app, &visit, &at).await?;
    let it = Shown { version: base_version(fields.get("version"))?, ..it };
    let areas = areas(&app, &bench.it, bench.unit.id).await?;
    let said = typed::said(&fields, &areas, &bench.unit.network.languages);
    let ways = ("/steps/6#h-told", "said-save");
    match drafts::save(&app, &visit, &bench, it, said, script::asks(&headers), ways).await? {
        Sent::Answer(response) => Ok(response),
        Sent::Again(it) => {
            let page = page(&app, &visit, &bench, &it, &fields).await?;
            Ok((it.status(), render(&page)?).into_response())
        }
    }
}

pub async fn remove(State(app): State<App>, visit: Visit, Path(at): Path<Four>) -> Result<Response> {
    take_out::<Said>(&app, &visit, &at, "/steps/6#h-told").await
}

type Three = (String, String, String);

pub async fn publish(Filled { app, visit, at, fields }: Filled<Three>) -> Result<Response> {
    let bench = Bench::find(&app, &visit, (&at.0, &at.1, &at.2), Act::Publish).await?;
    let id = fields.get("id").parse().map_err(|_| AppError::Invalid("error-garbled"))?;
    let of = (id, fields.get("seen"));
    match making::publish(&app, visit.me()?, &bench.unit, &bench.it, of).await? {
        Publishing::Done => Ok(bench.to("/steps/6#h-told")),
        Publishing::Changed => Ok(bench.to("/steps/6?changed=1#h-told")),
        Publishing::Nothing => Err(AppError::Invalid("said-nothing-ready")),
    }
}

pub async fn take_back(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, code)): Path<Three>,
) -> Result<Response> {
    let bench = Bench::find(&app, &visit, (&network, &unit, &code), Act::Publish).await?;
    making::take_back(&app, visit.me()?, bench.at()).await?;
    Ok(bench.to("/steps/6#h-told"))
}
