//! The form of an activity.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use crate::activities::offer::Typed;
use crate::activities::{Activity, Weekday};
use crate::app::App;
use crate::error::Result;
use crate::form::{Wrong, told};
use crate::i18n::Words;
use crate::units::Unit;
use crate::vocabulary::{self, Kind, PlaceKind, Project, Term, Vocabulary};
use crate::web::{Page, Visit, render};

/// What the form is about.
pub enum Of {
    /// A new activity under an id the page made.
    New(Uuid),
    /// One that is there, and, where somebody changed it meanwhile, what this form wanted instead.
    There(Box<Activity>, Option<Box<Activity>>),
}

struct Choice {
    value: String,
    label: String,
    what: String,
    chosen: bool,
}

struct Day {
    number: i64,
    name: String,
    /// (number of the time, from, to)
    times: Vec<(usize, String, String)>,
}

/// The form's state as the page shows it.
#[derive(Template)]
#[template(path = "activities/web/offer/form.html")]
struct OfferPage {
    page: Page,
    base: String,
    unit: String,
    heading: String,
    action: String,
    /// Id of a new activity.
    id: Option<Uuid>,
    version: Option<i64>,
    ending: Option<String>,
    until: String,
    form: Typed,
    names: Vec<(String, String, String)>,
    kinds: Vec<Choice>,
    place_kinds: Vec<Choice>,
    tags: Vec<Choice>,
    fields: Vec<Choice>,
    more_tags: Vec<Choice>,
    more_fields: Vec<Choice>,
    projects: Vec<Choice>,
    days: Vec<Day>,
    second: Vec<Day>,
    second_open: bool,
    more_open: bool,
    /// (what, as it stands, as wanted here)
    meanwhile: Vec<(String, String, String)>,
    problems: Vec<(String, String)>,
}

impl OfferPage {
    fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, says)| says.as_str())
    }

    /// The day from which other usual times hold that the form came with: today, when it was opened.
    fn week_shown(&self) -> &str {
        if self.form.week_shown.is_empty() {
            self.ending.as_deref().unwrap_or("")
        } else {
            &self.form.week_shown
        }
    }

    fn week_from(&self) -> &str {
        if self.form.week_from.is_empty() { self.week_shown() } else { &self.form.week_from }
    }

    fn ends(&self) -> bool {
        self.version.is_some() && self.form.last.is_empty()
    }
}

/// A term as people read it.
pub fn label(w: Words, term: &Term) -> String {
    w.text(&term.label)
}

/// Usual times in one line: pon–sre 17.00–20.00; pet 18.00–22.00.
pub fn weekdays(w: Words, weekdays: &[Weekday]) -> String {
    let mut groups: Vec<((i64, i64), Vec<i64>)> = Vec::new();
    for usual in weekdays {
        let times = (usual.start_min, usual.duration_min);
        match groups.iter_mut().find(|(it, _)| *it == times) {
            Some((_, days)) => days.push(usual.weekday),
            None => groups.push((times, vec![usual.weekday])),
        }
    }
    let said = groups.iter().map(|((start, length), days)| {
        let name = |day: &i64| w.tr(&format!("weekday-short-{day}"));
        let runs = days.len() > 2 && days.windows(2).all(|pair| pair[1] == pair[0] + 1);
        let days = match (days.first(), days.last()) {
            (Some(first), Some(last)) if runs => format!("{}–{}", name(first), name(last)),
            _ => days.iter().map(name).collect::<Vec<_>>().join(", "),
        };
        format!("{days} {}–{}", w.clock(*start), w.clock(start + length))
    });
    said.collect::<Vec<_>>().join("; ")
}

/// Every field of an activity in words, to lay two versions side by side.
fn described(w: Words, activity: &Activity, terms: &[Term], projects: &[Project]) -> Vec<(String, String)> {
    let term = |id: &Uuid| terms.iter().find(|term| term.id == *id).map(|term| label(w, term));
    let one = |id: Option<Uuid>| id.and_then(|id| term(&id)).unwrap_or_default();
    let names: Vec<String> = activity.name.iter().map(|(lang, name)| format!("{} ({lang})", name)).collect();
    let project = projects.iter().find(|project| activity.project == Some(project.id));
    let times = activity.default_start_min.zip(activity.default_duration_min);
    vec![
        (w.tr("name"), names.join(", ")),
        (w.tr("offer-kind"), w.tr(&format!("kind-{}", activity.kind.code()))),
        (w.tr("offer-place-kind"), w.tr(&format!("place-kind-{}", activity.place_kind.code()))),
        (w.tr("offer-main-tag"), one(activity.main_tag)),
        (w.tr("offer-main-field"), one(activity.main_field)),
        (w.tr("offer-more"), activity.terms.iter().filter_map(term).collect::<Vec<_>>().join(", ")),
        (w.tr("offer-project"), project.map_or_else(String::new, |project| w.text(&project.name))),
        (w.tr("unit-place"), activity.place.clone().unwrap_or_default()),
        (w.tr("offer-from"), w.date(activity.from_on)),
        (w.tr("offer-last"), activity.last_on().map_or_else(String::new, |day| w.date(day))),
        (w.tr("offer-week"), weekdays(w, &activity.weekdays)),
        (
            w.tr("offer-otherwise"),
            times.map_or_else(String::new, |(start, length)| {
                format!("{}–{}", w.clock(start), w.clock(start + length))
            }),
        ),
    ]
}

fn choices(w: Words, terms: &[Term], vocabulary: Vocabulary, chosen: impl Fn(&str) -> bool) -> Vec<Choice> {
    let of = terms.iter().filter(|term| term.vocabulary == vocabulary).map(|term| {
        let value = term.id.to_string();
        (
            term.retired_on.is_some(),
            Choice { chosen: chosen(&value), value, label: label(w, term), what: String::new() },
        )
    });
    // A word that is no longer used stays where it was chosen.
    of.filter(|(retired, choice)| !retired || choice.chosen).map(|(_, choice)| choice).collect()
}

fn days(w: Words, typed: &Typed) -> (Vec<Day>, Vec<Day>) {
    let time = |weekday: i64, nth: usize| {
        let found = typed.times.iter().find(|it| it.weekday == weekday && it.nth == nth);
        found.map_or_else(|| (nth, String::new(), String::new()), |it| (nth, it.from.clone(), it.to.clone()))
    };
    let day = |number: i64, from: usize, to: usize| Day {
        number,
        name: w.tr(&format!("weekday-{number}")),
        times: (from..=to).map(|nth| time(number, nth)).collect(),
    };
    let most = |number: i64| {
        typed.times.iter().filter(|it| it.weekday == number).map(|it| it.nth).max().unwrap_or(0).max(2)
    };
    (
        (1..=7).map(|number| day(number, 1, 1)).collect(),
        (1..=7).map(|number| day(number, 2, most(number))).collect(),
    )
}

async fn page(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    of: Of,
    form: Typed,
    problems: &[Wrong],
) -> Result<OfferPage> {
    let w = visit.w;
    let terms = vocabulary::terms(&app.db, unit.network.id).await?;
    let projects = vocabulary::projects(&app.db, unit.network.id).await?;
    let base = unit.address();
    let (heading, action, id, version, meanwhile) = match &of {
        Of::New(id) => (w.tr("offer-new"), format!("{base}/activities"), Some(*id), None, Vec::new()),
        Of::There(activity, wanted) => {
            let action = format!("{base}/activities/{}", activity.id);
            let differs = wanted.as_ref().map_or_else(Vec::new, |wanted| {
                let stands = described(w, activity, &terms, &projects);
                let wanted = described(w, wanted, &terms, &projects);
                let pairs = stands.into_iter().zip(wanted);
                pairs.filter(|((_, a), (_, b))| a != b).map(|((label, a), (_, b))| (label, a, b)).collect()
            });
            (w.text(&activity.name), action, None, Some(activity.version), differs)
        }
    };
    let (first, second) = days(w, &form);
    let name = |lang: &String| {
        let typed = form.names.iter().find(|(it, _)| it == lang).map_or("", |(_, text)| text);
        (lang.clone(), crate::units::name_label(w, lang), typed.to_owned())
    };
    let fixed = |kind: &str, code: &str, chosen: &str, what: bool| Choice {
        value: code.to_owned(),
        label: w.tr(&format!("{kind}-{code}")),
        what: if what { w.tr(&format!("{kind}-{code}-what")) } else { String::new() },
        chosen: code == chosen,
    };
    let further = |id: &str| form.terms.iter().any(|it| it == id);
    let project = |project: &Project| Choice {
        value: project.id.to_string(),
        label: w.text(&project.name),
        what: String::new(),
        chosen: project.id.to_string() == form.project,
    };
    Ok(OfferPage {
        page: Page::new(visit, format!("{heading}: {}", w.text(&unit.name)), "structure"),
        unit: w.text(&unit.name),
        heading,
        action,
        id,
        version,
        ending: version.map(|_| app.clock.today(unit.zone).to_string()),
        until: String::new(),
        names: unit.network.languages.iter().map(name).collect(),
        kinds: Kind::ALL.iter().map(|kind| fixed("kind", kind.code(), &form.kind, true)).collect(),
        place_kinds: PlaceKind::ALL
            .iter()
            .map(|kind| fixed("place-kind", kind.code(), &form.place_kind, false))
            .collect(),
        tags: choices(w, &terms, Vocabulary::Tag, |id| id == form.main_tag),
        fields: choices(w, &terms, Vocabulary::Field, |id| id == form.main_field),
        more_tags: choices(w, &terms, Vocabulary::Tag, further),
        more_fields: choices(w, &terms, Vocabulary::Field, further),
        projects: projects.iter().map(project).collect(),
        second_open: second.iter().any(|day| day.times.iter().any(|it| !it.1.is_empty() || !it.2.is_empty())),
        more_open: !form.terms.is_empty(),
        days: first,
        second,
        meanwhile,
        problems: told(w, problems),
        form,
        base,
    })
}

fn respond(page: &OfferPage) -> Result<Response> {
    let status = if !page.meanwhile.is_empty() {
        StatusCode::CONFLICT
    } else if !page.problems.is_empty() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    Ok((status, render(page)?).into_response())
}

/// The form, with its problems or with what somebody did meanwhile.
pub async fn answer(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    of: Of,
    form: Typed,
    problems: &[Wrong],
) -> Result<Response> {
    respond(&page(app, visit, unit, of, form, problems).await?)
}

/// The form of an activity that could not be ended as asked.
pub async fn answer_ending(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    activity: Activity,
    form: Typed,
    until: String,
    problems: &[Wrong],
) -> Result<Response> {
    let mut page = page(app, visit, unit, Of::There(Box::new(activity), None), form, problems).await?;
    page.until = until;
    respond(&page)
}
