//! What stands behind an address that young people open, and the frame of its pages.

use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use askama::Template;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::header::{ACCEPT_LANGUAGE, HeaderMap, HeaderValue, REFRESH};
use axum::http::request::Parts;
use axum::response::{Html, IntoResponse, Response};
use uuid::Uuid;

use crate::answers::Asked;
use crate::app::App;
use crate::clock::Day;
use crate::error::{AppError, OrMissing, Result};
use crate::evaluation::asking::{language, offered, words};
use crate::evaluation::cards;
use crate::evaluation::standing::{Evaluation, Place, State as Stands};
use crate::evaluation::store;
use crate::i18n::Spoken;
use crate::questionnaires::{self, Content};
use crate::units;
use crate::web::asset;

/// Seconds after which a tablet that many use goes back to its start: after thanks, and after anything else that is said.
const AFTER_THANKS: u32 = 12;
const AFTER_OTHER: u32 = 45;

/// How a page is wanted. What makes no sense is not wanted: an address is typed by hand.
#[derive(Default)]
pub struct Wanted {
    pub lang: Option<String>,
    pub easy: bool,
    /// On a tablet that many use, one after another.
    pub kiosk: bool,
    /// From a card.
    pub code: Option<String>,
}

impl<S: Sync> FromRequestParts<S> for Wanted {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> std::result::Result<Wanted, Infallible> {
        let query = parts.uri.query().unwrap_or("");
        let mut wanted = Wanted::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match &*name {
                "lang" => wanted.lang = Some(value.into_owned()),
                "code" => wanted.code = Some(value.into_owned()),
                "easy" => wanted.easy = value == "1",
                "kiosk" => wanted.kiosk = value == "1",
                _ => {}
            }
        }
        Ok(wanted)
    }
}

/// The frame of a respondent's page.
pub struct Frame {
    pub w: Spoken,
    pub lang: String,
    pub title: String,
    /// Whom it is about.
    pub unit: String,
}

impl Frame {
    pub fn asset(&self, name: &str) -> String {
        asset(name)
    }
}

/// A page that only says something.
#[derive(Template)]
#[template(path = "evaluation/web/told.html")]
struct ToldPage {
    frame: Frame,
    heading: String,
    says: String,
    /// Where to go on.
    next: Option<String>,
}

/// What stands behind an address, in the language it is read in.
pub struct Behind {
    pub evaluation: Evaluation,
    pub place: Place,
    pub content: Arc<Content>,
    pub lang: String,
    pub kiosk: bool,
    unit: String,
}

/// By version and the evaluation's languages.
type Contents = HashMap<(Uuid, Vec<String>), Arc<Content>>;

static CONTENTS: LazyLock<Mutex<Contents>> = LazyLock::new(Mutex::default);

/// What a version asks, in the languages that the evaluation is offered in. It is finished, so it is read once.
pub async fn content(app: &App, it: &Evaluation, version_id: Uuid) -> Result<Arc<Content>> {
    let kept = || CONTENTS.lock().unwrap_or_else(PoisonError::into_inner);
    let key = (version_id, it.languages.clone());
    if let Some(content) = kept().get(&key) {
        return Ok(content.clone());
    }
    let mut content =
        questionnaires::version(&app.db, it.network_id, version_id).await?.or_missing()?.content;
    let languages = offered(&it.languages, &content);
    // A questionnaire that has none of them is asked as it is.
    if !languages.is_empty() {
        content.languages = languages;
    }
    let content = Arc::new(content);
    kept().insert(key, content.clone());
    Ok(content)
}

/// For somebody young who mistyped an address: in the language of their browser, and nothing for staff.
pub fn nowhere(headers: &HeaderMap) -> Result<Response> {
    let accepted = headers.get(ACCEPT_LANGUAGE).and_then(|header| header.to_str().ok());
    let w = Spoken::accepted(accepted.unwrap_or(""));
    let heading = w.tr("ask-nowhere");
    let frame = Frame { w, lang: w.lang().to_owned(), title: heading.clone(), unit: String::new() };
    let page = ToldPage { says: w.tr("ask-nowhere-what"), heading, next: None, frame };
    Ok((StatusCode::NOT_FOUND, Html(page.render()?)).into_response())
}

impl Behind {
    pub async fn find(
        app: &App,
        address: &str,
        (chosen, kiosk): (Option<&str>, bool),
        headers: &HeaderMap,
    ) -> Result<Option<Behind>> {
        let found = store::at(&app.db, &address.to_lowercase()).await?;
        let Some((evaluation, place)) = found else { return Ok(None) };
        let content = content(app, &evaluation, place.version_id).await?;
        let accepted = headers.get(ACCEPT_LANGUAGE).and_then(|header| header.to_str().ok());
        let lang = language(&content, chosen, accepted);
        let called = units::by_id(&app.db, evaluation.network_id, place.unit_id, app.clock.day()).await?;
        let unit = called.map_or_else(String::new, |unit| content.said(&unit.name, &lang).to_owned());
        Ok(Some(Behind { evaluation, place, content, lang, kiosk, unit }))
    }

    pub fn asked(&self) -> Asked {
        cards::asked(&self.evaluation, &self.place)
    }

    pub fn frame(&self) -> Frame {
        let name = self.content.said(&self.evaluation.name, &self.lang).to_owned();
        Frame { w: words(&self.lang), lang: self.lang.clone(), title: name, unit: self.unit.clone() }
    }

    /// The start of a tablet.
    pub fn start(&self) -> String {
        format!("/a/{}/kiosk", self.place.address)
    }

    /// The address of the form in a language, with what else it was asked for.
    pub fn href(&self, lang: &str, easy: bool, code: Option<&str>) -> String {
        let mut href = format!("/a/{}?lang={lang}", self.place.address);
        for (wanted, more) in [(easy, "&easy=1"), (self.kiosk, "&kiosk=1")] {
            href.push_str(if wanted { more } else { "" });
        }
        code.map_or(href.clone(), |code| format!("{href}&code={code}"))
    }

    fn page(&self, status: StatusCode, key: &str, says: String, stays: u32) -> Result<Response> {
        let (frame, start) = (self.frame(), self.start());
        let next = self.kiosk.then(|| start.clone());
        let page = ToldPage { heading: frame.w.tr(key), says, next, frame };
        let mut answer = (status, Html(page.render()?)).into_response();
        if self.kiosk {
            // A header, and not a script: a tablet goes back in any case.
            let refresh = HeaderValue::from_str(&format!("{stays}; url={start}"));
            let refresh = refresh.map_err(|error| AppError::Internal(error.to_string()))?;
            answer.headers_mut().insert(REFRESH, refresh);
        }
        Ok(answer)
    }

    /// A page that only says something.
    pub fn told(&self, status: StatusCode, key: &str, says: String) -> Result<Response> {
        self.page(status, key, says, AFTER_OTHER)
    }

    pub fn thanks(&self) -> Result<Response> {
        let what = if self.kiosk { "kiosk-thanks-what" } else { "ask-thanks-what" };
        self.page(StatusCode::OK, "ask-thanks", words(&self.lang).tr(what), AFTER_THANKS)
    }

    /// Why nothing is taken, where nothing is.
    pub async fn shut(&self, app: &App) -> Result<Option<Response>> {
        let w = words(&self.lang);
        let root = units::root(&app.db, self.evaluation.network_id, app.clock.day()).await?.or_missing()?;
        if self.evaluation.takes_on(app.clock.today(root.network.zone)) {
            return Ok(None);
        }
        match self.evaluation.state() {
            Stands::Prepared => {
                let says = w.of("ask-opens", w.date(self.evaluation.opens_on));
                self.told(StatusCode::GONE, "ask-early", says).map(Some)
            }
            _ => self.late(app).await.map(Some),
        }
    }

    /// Until when it could be answered: not longer than until the day on which somebody closed it.
    pub async fn late(&self, app: &App) -> Result<Response> {
        let (w, it) = (words(&self.lang), &self.evaluation);
        let root = units::root(&app.db, it.network_id, app.clock.day()).await?.or_missing()?;
        // It may have been closed since this page was found.
        let now = store::by_id(&app.db, it.network_id, it.id).await?;
        let closed_at = now.and_then(|now| now.closed_at);
        let closed_on = closed_at.map(|at| Day::Now(at).in_zone(root.network.zone));
        let last_on = closed_on.map_or(it.last_on(), |day| day.min(it.last_on()));
        self.told(StatusCode::GONE, "ask-late", w.of("ask-closed", w.date(last_on)))
    }
}
