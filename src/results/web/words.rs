//! What young people wrote: to read, once it was looked through; and to look through, for whoever stands above the unit.

use askama::Template;
use axum::extract::{Form, Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

use super::Seen;
use crate::access::Act;
use crate::app::App;
use crate::error::{OrMissing, Result};
use crate::evaluation::{self, Evaluation};
use crate::i18n::Words;
use crate::questionnaires;
use crate::results::words::{self, One, Piece, Pressed, masked, pieces};
use crate::units::{self, Unit};
use crate::web::{Page, Visit, render};

type At = Path<(String, String, String)>;

struct Question<T> {
    text: String,
    /// The questionnaire, where there are answers to several.
    of: Option<String>,
    answers: Vec<T>,
}

#[derive(Template)]
#[template(path = "results/web/words.html")]
struct WordsPage {
    page: Page,
    back: String,
    unit: String,
    title: String,
    says: Option<String>,
    questions: Vec<Question<String>>,
}

/// A word, or what is between two, with whether it is masked.
struct Bit {
    piece: Piece,
    masked: bool,
}

struct Line {
    id: Uuid,
    bits: Vec<Bit>,
    out: bool,
}

#[derive(Template)]
#[template(path = "results/web/review.html")]
struct ReviewPage {
    page: Page,
    back: String,
    unit: String,
    title: String,
    action: String,
    done: bool,
    questions: Vec<Question<Line>>,
}

/// What stands above answers: of which questionnaire, and the texts of its questions by the code of the item, in the order of
/// asking.
struct Asking {
    version_id: Uuid,
    name: String,
    items: Vec<(String, String)>,
}

async fn askings(app: &App, it: &Evaluation, w: Words) -> Result<Vec<Asking>> {
    let all = questionnaires::of_network(&app.db, it.network_id).await?;
    let mut found: Vec<Asking> = Vec::new();
    for place in evaluation::places(&app.db, it.network_id, it.id).await? {
        if found.iter().any(|known| known.version_id == place.version_id) {
            continue;
        }
        let version =
            questionnaires::version(&app.db, it.network_id, place.version_id).await?.or_missing()?;
        let content = &version.content;
        let text =
            |item: &questionnaires::Item| (item.code.clone(), content.said(&item.text, w.lang()).to_owned());
        let name = all.iter().find(|one| one.id == version.questionnaire_id).map(|one| w.text(&one.name));
        let items = content.asked().map(text).collect();
        found.push(Asking { version_id: version.id, name: name.unwrap_or_default(), items });
    }
    found.sort_by(|a, b| w.compare(&a.name, &b.name));
    Ok(found)
}

/// What was written, by question; each as `made` makes it, where it makes something.
async fn by_question<T>(
    app: &App,
    visit: &Visit,
    it: &Evaluation,
    unit: &Unit,
    made: impl Fn(&One) -> Option<T>,
) -> Result<(Vec<Question<T>>, bool)> {
    let read = words::read(app, it, unit.id).await?;
    let several = read.written.windows(2).any(|two| two[0].written.version_id != two[1].written.version_id);
    let mut all = Vec::new();
    for asking in askings(app, it, visit.w).await? {
        for (code, text) in asking.items {
            let of = |one: &&One| one.written.version_id == asking.version_id && one.written.item == code;
            let answers: Vec<T> = read.written.iter().filter(of).filter_map(&made).collect();
            if !answers.is_empty() {
                all.push(Question { text, of: several.then(|| asking.name.clone()), answers });
            }
        }
    }
    Ok((all, read.done))
}

pub async fn show(State(app): State<App>, visit: Visit, Path((network, unit, code)): At) -> Result<Response> {
    let seen = Seen::of(&app, &visit, (&network, &unit)).await?;
    visit.me()?.allow(Act::ReadWords, &seen.unit.as_place())?;
    let w = visit.w;
    let back = format!("{}/results/{code}", seen.unit.address());
    let mut page = WordsPage {
        page: Page::new(&visit, w.tr("results-words"), "voice"),
        back,
        unit: w.text(&seen.unit.name),
        title: w.tr("results-words"),
        says: Some(w.tr("results-not-yet")),
        questions: Vec::new(),
    };
    if let Some(at) = seen.at(&app, &visit, &code).await? {
        let (it, _) = seen.visible.get(at).or_missing()?;
        let (questions, done) = by_question(&app, &visit, it, &seen.unit, |one| {
            (!one.out).then(|| masked(&one.written.text, &one.masks))
        })
        .await?;
        page.says = match (done, questions.is_empty()) {
            (true, false) => None,
            (false, false) => Some(w.tr("results-words-waiting")),
            (_, true) => Some(w.tr("results-words-none")),
        };
        page.questions = if done { questions } else { Vec::new() };
    }
    Ok(render(&page)?.into_response())
}

async fn reviewed(app: &App, visit: &Visit, (network, unit): (&str, &str)) -> Result<Unit> {
    let unit = units::find(app, network, unit).await?;
    words::reviewer(app, visit.me()?, &unit).await?;
    Ok(unit)
}

pub async fn review(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, code)): At,
) -> Result<Response> {
    let unit = reviewed(&app, &visit, (&network, &unit)).await?;
    let it = evaluation::by_code(&app.db, unit.network.id, &code).await?.or_missing()?;
    let line = |one: &One| {
        let bit = |piece: Piece| Bit { masked: piece.word.is_some_and(|n| one.masks.contains(&n)), piece };
        let bits = pieces(&one.written.text).into_iter().map(bit).collect();
        Some(Line { id: one.written.id, bits, out: one.out })
    };
    let (questions, done) = by_question(&app, &visit, &it, &unit, line).await?;
    let w = visit.w;
    let page = ReviewPage {
        page: Page::new(&visit, w.tr("results-review"), "voice"),
        back: format!("{}/results/{code}", unit.address()),
        action: format!("{}/results/{code}/review", unit.address()),
        unit: w.text(&unit.name),
        title: w.tr("results-review"),
        done,
        questions,
    };
    Ok(render(&page)?.into_response())
}

pub async fn mask(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, code)): At,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let unit = reviewed(&app, &visit, (&network, &unit)).await?;
    let of = |name: &str| sent.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    let answer: Uuid = of("answer").and_then(|id| id.parse().ok()).or_missing()?;
    // What to mask, or to let stand again.
    let on = of("word").is_some();
    let pressed = match of("word").or_else(|| of("stand")).or_missing()? {
        "whole" => Pressed::Whole,
        word => Pressed::Word(word.parse().ok().or_missing()?),
    };
    words::mask(&app, visit.me()?, &unit, &code, (answer, pressed, on)).await?;
    let back = format!("{}/results/{code}/review#a-{answer}", unit.address());
    Ok(Redirect::to(&back).into_response())
}

pub async fn finish(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, code)): At,
) -> Result<Response> {
    let unit = reviewed(&app, &visit, (&network, &unit)).await?;
    words::finish(&app, visit.me()?, &unit, &code).await?;
    Ok(Redirect::to(&format!("{}/results/{code}/review", unit.address())).into_response())
}
