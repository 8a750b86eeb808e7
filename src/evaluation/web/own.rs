//! A unit's own part in the running evaluation, for who works there: where young people answer, what can be printed for
//! them, and how many have answered.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use super::behind::content;
use super::unit_for;
use crate::access::Act;
use crate::answers;
use crate::app::App;
use crate::error::Result;
use crate::evaluation::printing::{Size, languages, square, typed};
use crate::evaluation::standing::{Count, Evaluation, Place, State as Stands};
use crate::evaluation::{cards, store};
use crate::form::Wrong;
use crate::i18n::{Spoken, Words, tongue};
use crate::units::Unit;
use crate::web::{Page, Visit, render};

/// Cards on the first sheets.
const USUAL: usize = 30;

/// What became of a form for cards.
pub struct Told {
    /// Of which address.
    pub of: String,
    pub id: Uuid,
    pub n: String,
    pub lang: String,
    pub wrong: Option<Wrong>,
    /// Whether it had made its cards before.
    pub again: bool,
}

/// A size of the poster: (address, language, what it calls itself).
struct Poster {
    size: String,
    languages: Vec<(String, &'static str, String)>,
}

/// What a mentor can do with codes.
struct Cards {
    action: String,
    id: Uuid,
    n: String,
    /// (language, what it calls itself, whether it is chosen)
    languages: Vec<(&'static str, String, bool)>,
    made: Option<String>,
    only: bool,
    /// (field, sentence)
    problem: Option<(String, String)>,
    again: bool,
}

impl Cards {
    fn wrong(&self, field: &str) -> Option<&str> {
        self.problem.as_ref().filter(|(of, _)| of == field).map(|(_, says)| says.as_str())
    }
}

struct Spot {
    code: String,
    /// Of which evaluation, where there are several.
    name: Option<String>,
    kind: String,
    /// To be scanned.
    square: String,
    href: String,
    /// Without its scheme, as it is typed.
    shown: String,
    complete: String,
    says: String,
    code_only: bool,
    kiosk: String,
    posters: Vec<Poster>,
    cards: Option<Cards>,
}

#[derive(Template)]
#[template(path = "evaluation/web/own.html")]
pub struct OwnPage {
    page: Page,
    base: String,
    unit: String,
    name: String,
    when: String,
    state: Option<String>,
    spots: Vec<Spot>,
}

/// What is asked about a unit now, in a sentence, and where its address, its poster and its count are. For who may see that.
pub async fn running(app: &App, w: Words, unit: &Unit) -> Result<Option<(String, String)>> {
    let today = app.clock.today(unit.network.zone);
    let all = store::of_unit(&app.db, unit.network.id, unit.id).await?;
    let says = |it: &Evaluation| {
        w.with("voice-running", &[("name", w.text(&it.name).into()), ("until", w.date(it.last_on()).into())])
    };
    Ok(all.iter().find(|it| it.takes_on(today)).map(|it| (says(it), format!("{}/voice", unit.address()))))
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, (&network, &unit), Act::SeeEvaluation).await?;
    Ok(render(&page(&app, &visit, &unit, None).await?)?.into_response())
}

pub async fn page(app: &App, visit: &Visit, unit: &Unit, told: Option<&Told>) -> Result<OwnPage> {
    let (w, network_id) = (visit.w, unit.network.id);
    let mut page = OwnPage {
        page: Page::new(visit, w.tr("voice"), "voice"),
        base: unit.address(),
        unit: w.text(&unit.name),
        name: w.tr("voice"),
        when: w.tr("voice-none"),
        state: None,
        spots: Vec::new(),
    };
    let all = store::of_unit(&app.db, network_id, unit.id).await?;
    let Some(first) = leading(&all) else { return Ok(page) };
    page.name = w.text(&first.name);
    page.when = w.span(first.opens_on, first.last_on());
    page.state = Some(w.tr(&format!("voice-{}", first.state().code())));
    let mut running: Vec<&Evaluation> = all.iter().filter(|it| !it.is_over()).collect();
    running.sort_by_key(|it| (it.state() != Stands::Open, it.opens_on));
    for it in &running {
        let counts = store::counts(&app.db, network_id, it.id).await?;
        let places = store::places(&app.db, network_id, it.id).await?;
        for place in places.iter().filter(|place| place.unit_id == unit.id) {
            let count = counts.iter().find(|it| (it.unit_id, it.kind) == (unit.id, place.kind));
            let told = told.filter(|told| told.of == place.address);
            let mut spot = spot(app, visit, unit, (it, place), count, told).await?;
            spot.name = (running.len() > 1).then(|| w.text(&it.name));
            page.spots.push(spot);
        }
    }
    Ok(page)
}

/// The one that its page is about first: which takes answers now, else the next one, else the last.
fn leading(all: &[Evaluation]) -> Option<&Evaluation> {
    let of = |state: Stands| all.iter().filter(move |it| it.state() == state);
    let next = of(Stands::Prepared).min_by_key(|it| it.opens_on);
    of(Stands::Open).min_by_key(|it| it.closes_on).or(next).or_else(|| all.first())
}

async fn spot(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    (it, place): (&Evaluation, &Place),
    count: Option<&Count>,
    told: Option<&Told>,
) -> Result<Spot> {
    let w = visit.w;
    let href = format!("{}/a/{}", app.settings.base_url(), place.address);
    let content = content(app, it, place.version_id).await?;
    let base = format!("{}/voice/{}", unit.address(), place.address);
    let (complete, says) = super::far(w, count, it);
    let offered = languages(&content);
    let poster = |size: Size| Poster {
        size: size.code().to_uppercase(),
        languages: offered
            .iter()
            .map(|lang| {
                let href = format!("{base}/poster/{}?lang={}", size.code(), lang.lang());
                (href, lang.lang(), tongue(lang.lang()))
            })
            .collect(),
    };
    let cards = match visit.me()?.may(Act::GiveCodes, &unit.as_place()) {
        false => None,
        true => {
            let made = answers::count_codes(&app.db, &cards::asked(it, place)).await?;
            let made = i64::try_from(made).unwrap_or(i64::MAX);
            let wrong = told.and_then(|told| told.wrong.as_ref());
            let chosen = told.map_or(w.lang(), |told| told.lang.as_str());
            let language = |lang: &Spoken| (lang.lang(), tongue(lang.lang()), lang.lang() == chosen);
            let typed = told.map(|told| told.n.clone()).filter(|n| !n.is_empty());
            Some(Cards {
                action: base.clone(),
                id: told.map_or_else(|| app.ids.random(), |told| told.id),
                n: typed.unwrap_or_else(|| USUAL.to_string()),
                languages: offered.iter().map(language).collect(),
                made: (made > 0).then(|| w.n("cards-made", made)),
                only: place.code_only,
                problem: wrong.map(|wrong| (wrong.field.clone(), w.with(wrong.key, &wrong.args))),
                again: told.is_some_and(|told| told.again),
            })
        }
    };
    Ok(Spot {
        code: place.address.clone(),
        name: None,
        kind: w.tr(&format!("kind-{}", place.kind.code())),
        square: square(&href)?,
        shown: typed(&href).to_owned(),
        complete,
        says,
        code_only: place.code_only,
        kiosk: format!("/a/{}/kiosk", place.address),
        posters: Size::ALL.into_iter().map(poster).collect(),
        cards,
        href,
    })
}
