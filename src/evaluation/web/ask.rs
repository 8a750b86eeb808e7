//! Where young people answer: no account, no cookie, nothing kept on their device. One form that works without scripts; with
//! them, one question at a time. Nothing of a visit here is written into the log.

use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use askama::Template;
use axum::body::{Body, to_bytes};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::HeaderMap;
use axum::response::{Html, IntoResponse, Redirect, Response};
use uuid::Uuid;

use super::behind::{Behind, Frame, Wanted, nowhere};
use crate::answers::{self, Asked, Checking, Code, Sending, Taking};
use crate::app::App;
use crate::db::Tx;
use crate::error::Result;
use crate::evaluation::asking::{Question, Reader, Way, only_asked, told, words};
use crate::evaluation::store;
use crate::form::tidy;
use crate::i18n::tongue;

/// The largest answer: every question with the longest text, several times over.
const MOST_BYTES: usize = 256 * 1024;
/// Answers that one address takes in a minute; a school's whole computer room answers slower.
const A_MINUTE: u32 = 240;
/// Characters that are told back of what was typed as a code.
const CODE: usize = 40;

/// The code of a card, as the page has it.
struct Card {
    typed: String,
    /// What is wrong with it. Then it is asked for beside the button, where all has been answered.
    problem: Option<String>,
}

#[derive(Template)]
#[template(path = "evaluation/web/ask.html")]
struct AskPage {
    frame: Frame,
    address: String,
    key: Uuid,
    easy: bool,
    /// The start of a tablet that many use.
    kiosk: Option<String>,
    name: String,
    purpose: String,
    consent: String,
    contact: String,
    /// (address, code, name) of the other languages.
    languages: Vec<(String, String, String)>,
    /// The other wording, where there is one.
    wording: Option<String>,
    card: Option<Card>,
    questions: Vec<Question>,
    problems: Vec<(String, String)>,
}

/// A page to be answered on, with what was sent before.
struct Sheet<'a> {
    behind: &'a Behind,
    key: Uuid,
    easy: bool,
    code: &'a str,
}

impl Sheet<'_> {
    fn page(
        &self,
        sent: &[(String, String)],
        problems: Vec<(String, String)>,
        of_code: Option<&str>,
    ) -> Result<String> {
        let Behind { evaluation, content, place, lang, .. } = self.behind;
        let reader = Reader { evaluation, content, lang, easy: self.easy, sent, problems: &problems };
        let questions = reader.questions();
        let said = |text| content.said(text, lang).to_owned();
        let w = words(lang);
        let code = Code::typed(self.code);
        let href = |lang: &str, easy| self.behind.href(lang, easy, code.as_ref().map(Code::as_str));
        let language = |code: &String| (href(code, false), code.clone(), tongue(code));
        let has_easy = content.asked().any(|item| !item.easy.is_empty());
        let of_code = of_code.map(|key| {
            let free = if place.code_only { String::new() } else { format!(" {}", w.tr("ask-code-free")) };
            format!("{}{free}", w.tr(key))
        });
        let asks_code = place.code_only || !self.code.is_empty() || of_code.is_some();
        let page = AskPage {
            frame: self.behind.frame(),
            address: place.address.clone(),
            key: self.key,
            easy: self.easy,
            kiosk: self.behind.kiosk.then(|| self.behind.start()),
            name: said(&evaluation.name),
            purpose: said(&evaluation.purpose),
            consent: said(&evaluation.consent),
            contact: evaluation.contact.clone(),
            languages: content.languages.iter().filter(|it| *it != lang).map(language).collect(),
            wording: has_easy.then(|| href(lang, !self.easy)),
            card: asks_code.then(|| Card { typed: self.code.to_owned(), problem: of_code.clone() }),
            questions,
            problems: of_code.map(|says| ("code".to_owned(), says)).into_iter().chain(problems).collect(),
        };
        Ok(page.render()?)
    }

    /// What was sent, with what is wrong with it.
    fn again(
        &self,
        sent: &[(String, String)],
        wrong: Vec<(String, String)>,
        of_code: Option<&str>,
    ) -> Result<Response> {
        let page = self.page(sent, wrong, of_code)?;
        Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page)).into_response())
    }
}

fn shortened(code: &str) -> String {
    tidy(code).chars().take(CODE).collect()
}

pub async fn show(
    State(app): State<App>,
    Path(address): Path<String>,
    wanted: Wanted,
    headers: HeaderMap,
) -> Result<Response> {
    let how = (wanted.lang.as_deref(), wanted.kiosk);
    let Some(behind) = Behind::find(&app, &address, how, &headers).await? else { return nowhere(&headers) };
    if let Some(shut) = behind.shut(&app).await? {
        return Ok(shut);
    }
    let code = wanted.code.as_deref().map(shortened).unwrap_or_default();
    let sheet = Sheet { behind: &behind, key: app.ids.random(), easy: wanted.easy, code: &code };
    Ok(Html(sheet.page(&[], Vec::new(), None)?).into_response())
}

fn is_open(tx: &mut Tx, asked: Asked) -> Checking<'_> {
    Box::pin(async move { Ok(store::is_open(tx, asked.network_id, asked.evaluation_id).await?) })
}

/// (minute, answers in it) of a unit in an evaluation.
type Minutes = BTreeMap<(Uuid, Uuid), (i64, u32)>;

/// Answers that came to a unit in the running minute. No sender is known here, nor kept anywhere.
static MINUTES: LazyLock<Mutex<Minutes>> = LazyLock::new(Mutex::default);

/// How many whole answers came to a unit in the running minute, with this one.
fn in_this_minute(app: &App, asked: Asked) -> u32 {
    let minute = app.clock.now().timestamp() / 60;
    let mut minutes = MINUTES.lock().unwrap_or_else(PoisonError::into_inner);
    minutes.retain(|_, (of, _)| *of == minute);
    let (_, n) = minutes.entry((asked.evaluation_id, asked.unit_id)).or_insert((minute, 0));
    *n += 1;
    *n
}

/// Whether too many came to take one more now. Whoever runs the evaluation is told on its page.
async fn full(app: &App, behind: &Behind) -> Result<bool> {
    let n = in_this_minute(app, behind.asked());
    if n <= A_MINUTE {
        return Ok(false);
    }
    if n == A_MINUTE + 1 {
        let mut tx = app.db.begin().await?;
        let today = app.clock.today(chrono_tz::UTC);
        store::put_flood(&mut tx, &behind.evaluation, behind.place.unit_id, today).await?;
        tx.commit().await?;
    }
    Ok(true)
}

pub async fn take(
    State(app): State<App>,
    Path(address): Path<String>,
    wanted: Wanted,
    headers: HeaderMap,
    body: Body,
) -> Result<Response> {
    let read = to_bytes(body, MOST_BYTES).await;
    let fields: Vec<(String, String)> = match &read {
        Ok(bytes) => form_urlencoded::parse(bytes).into_owned().collect(),
        Err(_) => Vec::new(),
    };
    let field = |name: &str| fields.iter().find(|(it, _)| it == name).map(|(_, value)| value.as_str());
    let how = (field("lang"), wanted.kiosk);
    let Some(behind) = Behind::find(&app, &address, how, &headers).await? else { return nowhere(&headers) };
    let w = words(&behind.lang);
    if read.is_err() {
        return behind.told(StatusCode::PAYLOAD_TOO_LARGE, "ask-not-taken", w.tr("ask-too-much"));
    }
    let asked = behind.asked();
    let key = field("key").and_then(|key| key.parse::<Uuid>().ok());
    let typed = field("code").map(shortened).unwrap_or_default();
    let easy = field("easy") == Some("1");
    let sheet = Sheet { behind: &behind, key: key.unwrap_or_else(|| app.ids.random()), easy, code: &typed };
    let Some(key) = key else {
        // A page that somebody tampered with. What was chosen stays, and the page has a key now.
        return sheet.again(&fields, vec![(String::new(), w.tr("ask-garbled"))], None);
    };
    let sent: Vec<(String, String)> = fields.iter().filter(|(name, _)| name != "easy").cloned().collect();
    let given = match answers::read(&behind.content, &behind.lang, &only_asked(&behind.content, sent)) {
        Ok(given) => given,
        Err(wrong) => return sheet.again(&fields, told(w, &wrong), None),
    };
    if given.values.is_empty() && given.texts.is_empty() {
        return sheet.again(&fields, vec![(String::new(), w.tr("ask-nothing"))], None);
    }
    let thanks = || {
        let kiosk = if behind.kiosk { "&kiosk=1" } else { "" };
        let to = format!("/a/{}/thanks?lang={}{kiosk}", behind.place.address, behind.lang);
        Ok(Redirect::to(&to).into_response())
    };
    if let Some(shut) = behind.shut(&app).await? {
        // Whoever did not hear that it was taken on the last day hears it now.
        return if answers::was_taken(&app, asked, key).await? { thanks() } else { Ok(shut) };
    }
    let code = Code::typed(&typed);
    let of_code = match &code {
        None if !typed.is_empty() => Some("ask-code-odd"),
        None if behind.place.code_only => Some("ask-code-missing"),
        _ => None,
    };
    if of_code.is_some() {
        return sheet.again(&fields, Vec::new(), of_code);
    }
    if full(&app, &behind).await? {
        // With all that was chosen, and the same key.
        let page = sheet.page(&fields, vec![(String::new(), w.tr("ask-too-many"))], None)?;
        return Ok((StatusCode::TOO_MANY_REQUESTS, Html(page)).into_response());
    }
    let (version_id, content) = (behind.place.version_id, &*behind.content);
    let sending = Sending { asked, version_id, content, key, code, given, is_open };
    let of_code = match answers::take(&app, sending).await? {
        Taking::Taken | Taking::Again => return thanks(),
        Taking::Closed => return behind.late(&app).await,
        Taking::CodeSpent => "ask-code-spent",
        Taking::CodeUnknown => "ask-code-unknown",
    };
    sheet.again(&fields, Vec::new(), Some(of_code))
}

pub async fn thanks(
    State(app): State<App>,
    Path(address): Path<String>,
    wanted: Wanted,
    headers: HeaderMap,
) -> Result<Response> {
    let how = (wanted.lang.as_deref(), wanted.kiosk);
    match Behind::find(&app, &address, how, &headers).await? {
        Some(behind) => behind.thanks(),
        None => nowhere(&headers),
    }
}
