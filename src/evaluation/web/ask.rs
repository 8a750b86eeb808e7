//! Where young people answer: no account, no cookie, nothing kept on their device. One form that works without scripts; with
//! them, one question at a time. Nothing of a visit here is written into the log.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use askama::Template;
use axum::body::{Body, to_bytes};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::http::header::{ACCEPT_LANGUAGE, HeaderMap};
use axum::response::{Html, IntoResponse, Redirect, Response};
use serde::Deserialize;
use uuid::Uuid;

use crate::answers::{self, Asked, Checking, Sending, Taking};
use crate::app::App;
use crate::db::Tx;
use crate::error::{AppError, OrMissing, Result};
use crate::evaluation::asking::{Question, Reader, Way, language, only_asked, words};
use crate::evaluation::standing::{Evaluation, Place, State as Stands};
use crate::evaluation::store;
use crate::form::told;
use crate::i18n::Words;
use crate::questionnaires::{self, Content};
use crate::units;
use crate::web::asset;

/// The largest answer: every question with the longest text, several times over.
const MOST_BYTES: usize = 256 * 1024;
/// Answers that one address takes in a minute; a school's whole computer room answers slower.
const A_MINUTE: u32 = 240;

#[derive(Default, Deserialize)]
pub struct Wanted {
    lang: Option<String>,
    #[serde(default)]
    easy: u8,
}

/// The frame of a respondent's page.
struct Frame {
    w: Words,
    lang: String,
    title: String,
    /// Whom it is about.
    unit: String,
}

impl Frame {
    fn asset(&self, name: &str) -> String {
        asset(name)
    }
}

#[derive(Template)]
#[template(path = "evaluation/web/ask.html")]
struct AskPage {
    frame: Frame,
    address: String,
    key: Uuid,
    easy: bool,
    has_easy: bool,
    name: String,
    purpose: String,
    consent: String,
    contact: String,
    /// (code, name) of the other languages.
    languages: Vec<(String, String)>,
    questions: Vec<Question>,
    problems: Vec<(String, String)>,
}

/// A page that only says something.
#[derive(Template)]
#[template(path = "evaluation/web/told.html")]
struct ToldPage {
    frame: Frame,
    heading: String,
    says: String,
}

/// What stands behind an address, in the language it is read in.
struct Behind {
    evaluation: Evaluation,
    place: Place,
    content: Arc<Content>,
    lang: String,
    unit: String,
}

/// What a language calls itself, else its code.
pub(super) fn tongue(w: Words, code: &str) -> String {
    let key = format!("tongue-{code}");
    if w.has(&key) { w.tr(&key) } else { code.to_owned() }
}

static CONTENTS: LazyLock<Mutex<HashMap<Uuid, Arc<Content>>>> = LazyLock::new(Mutex::default);

/// What a version asks. It is finished, so it is read once.
pub(super) async fn content(app: &App, network_id: Uuid, version_id: Uuid) -> Result<Arc<Content>> {
    let kept = || CONTENTS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(content) = kept().get(&version_id) {
        return Ok(content.clone());
    }
    let version = questionnaires::version(&app.db, network_id, version_id).await?.or_missing()?;
    let content = Arc::new(version.content);
    kept().insert(version_id, content.clone());
    Ok(content)
}

impl Behind {
    async fn find(app: &App, address: &str, chosen: Option<&str>, headers: &HeaderMap) -> Result<Behind> {
        let (evaluation, place) = store::at(&app.db, &address.to_lowercase()).await?.or_missing()?;
        let content = content(app, evaluation.network_id, place.version_id).await?;
        let accepted = headers.get(ACCEPT_LANGUAGE).and_then(|header| header.to_str().ok());
        let lang = language(&content, chosen, accepted);
        let called = units::by_id(&app.db, evaluation.network_id, place.unit_id, app.clock.day()).await?;
        let unit = called.map_or_else(String::new, |unit| content.said(&unit.name, &lang).to_owned());
        Ok(Behind { evaluation, place, content, lang, unit })
    }

    fn asked(&self) -> Asked {
        Asked {
            network_id: self.evaluation.network_id,
            evaluation_id: self.evaluation.id,
            unit_id: self.place.unit_id,
        }
    }

    fn frame(&self) -> Frame {
        let name = self.content.said(&self.evaluation.name, &self.lang).to_owned();
        Frame { w: words(&self.lang), lang: self.lang.clone(), title: name, unit: self.unit.clone() }
    }

    fn told(&self, status: StatusCode, key: &str, says: String) -> Result<Response> {
        let frame = self.frame();
        let page = ToldPage { heading: frame.w.tr(key), says, frame };
        Ok((status, Html(page.render()?)).into_response())
    }

    /// Why nothing is taken, where nothing is.
    async fn shut(&self, app: &App) -> Result<Option<Response>> {
        let w = words(&self.lang);
        let root = units::networks(&app.db, app.clock.day()).await?;
        let root = root.iter().find(|root| root.network.id == self.evaluation.network_id).or_missing()?;
        if self.evaluation.takes_on(app.clock.today(root.network.zone)) {
            return Ok(None);
        }
        let (key, says) = match self.evaluation.state() {
            Stands::Prepared => ("ask-early", w.of("ask-opens", w.date(self.evaluation.opens_on))),
            _ => ("ask-late", w.of("ask-closed", w.date(self.evaluation.last_on()))),
        };
        self.told(StatusCode::GONE, key, says).map(Some)
    }

    fn page(
        &self,
        key: Uuid,
        easy: bool,
        sent: &[(String, String)],
        problems: Vec<(String, String)>,
    ) -> Result<String> {
        let (content, lang) = (&self.content, self.lang.as_str());
        let reader = Reader { evaluation: &self.evaluation, content, lang, easy, sent, problems: &problems };
        let questions = reader.questions();
        let said = |text| content.said(text, lang).to_owned();
        let w = words(lang);
        let language = |code: &String| (code.clone(), tongue(w, code));
        let page = AskPage {
            frame: self.frame(),
            address: self.place.address.clone(),
            key,
            easy,
            has_easy: content.asked().any(|item| !item.easy.is_empty()),
            name: said(&self.evaluation.name),
            purpose: said(&self.evaluation.purpose),
            consent: said(&self.evaluation.consent),
            contact: self.evaluation.contact.clone(),
            languages: content.languages.iter().filter(|it| *it != lang).map(language).collect(),
            questions,
            problems,
        };
        Ok(page.render()?)
    }
}

pub async fn show(
    State(app): State<App>,
    Path(address): Path<String>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Result<Response> {
    let behind = Behind::find(&app, &address, wanted.lang.as_deref(), &headers).await?;
    if let Some(shut) = behind.shut(&app).await? {
        return Ok(shut);
    }
    Ok(Html(behind.page(app.ids.random(), wanted.easy == 1, &[], Vec::new())?).into_response())
}

fn is_open(tx: &mut Tx, asked: Asked) -> Checking<'_> {
    Box::pin(async move { Ok(store::is_open(tx, asked.network_id, asked.evaluation_id).await?) })
}

/// (minute, answers in it) of a unit in an evaluation.
type Minutes = BTreeMap<(Uuid, Uuid), (i64, u32)>;

/// Answers that came to a unit in the running minute. No sender is known here, nor kept anywhere.
static MINUTES: LazyLock<Mutex<Minutes>> = LazyLock::new(Mutex::default);

fn too_many(app: &App, asked: Asked) -> bool {
    let minute = app.clock.now().timestamp() / 60;
    let mut minutes = MINUTES.lock().unwrap_or_else(PoisonError::into_inner);
    minutes.retain(|_, (of, _)| *of == minute);
    let (_, n) = minutes.entry((asked.evaluation_id, asked.unit_id)).or_insert((minute, 0));
    *n += 1;
    *n > A_MINUTE
}

pub async fn take(
    State(app): State<App>,
    Path(address): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response> {
    let read = to_bytes(body, MOST_BYTES).await;
    let fields: Vec<(String, String)> = match &read {
        Ok(bytes) => form_urlencoded::parse(bytes).into_owned().collect(),
        Err(_) => Vec::new(),
    };
    let field = |name: &str| fields.iter().find(|(it, _)| it == name).map(|(_, value)| value.as_str());
    let behind = Behind::find(&app, &address, field("lang"), &headers).await?;
    let w = words(&behind.lang);
    if read.is_err() {
        return behind.told(StatusCode::PAYLOAD_TOO_LARGE, "ask-not-taken", w.tr("ask-too-much"));
    }
    let asked = behind.asked();
    if too_many(&app, asked) {
        return behind.told(StatusCode::TOO_MANY_REQUESTS, "ask-not-taken", w.tr("ask-too-many"));
    }
    let Some(key) = field("key").and_then(|key| key.parse::<Uuid>().ok()) else {
        return Err(AppError::Invalid("error-garbled"));
    };
    let easy = field("easy") == Some("1");
    let sent: Vec<(String, String)> = fields.iter().filter(|(name, _)| name != "easy").cloned().collect();
    let given = match answers::read(&behind.content, &behind.lang, &only_asked(&behind.content, sent)) {
        Ok(given) => given,
        Err(wrong) => {
            let page = behind.page(key, easy, &fields, told(w, &wrong))?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page)).into_response());
        }
    };
    if given.values.is_empty() && given.texts.is_empty() {
        let nothing = vec![(String::new(), w.tr("ask-nothing"))];
        let page = behind.page(key, easy, &fields, nothing)?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page)).into_response());
    }
    if let Some(shut) = behind.shut(&app).await? {
        return Ok(shut);
    }
    let (version_id, content) = (behind.place.version_id, &*behind.content);
    let sending = Sending { asked, version_id, content, key, code: None, given, is_open };
    match answers::take(&app, sending).await? {
        Taking::Taken | Taking::Again => {
            let to = format!("/a/{}/thanks?lang={}", behind.place.address, behind.lang);
            Ok(Redirect::to(&to).into_response())
        }
        Taking::Closed | Taking::CodeSpent | Taking::CodeUnknown => {
            let says = w.of("ask-closed", w.date(behind.evaluation.last_on()));
            behind.told(StatusCode::GONE, "ask-late", says)
        }
    }
}

pub async fn thanks(
    State(app): State<App>,
    Path(address): Path<String>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Result<Response> {
    let behind = Behind::find(&app, &address, wanted.lang.as_deref(), &headers).await?;
    behind.told(StatusCode::OK, "ask-thanks", words(&behind.lang).tr("ask-thanks-what"))
}
