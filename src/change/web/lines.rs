//! Steps, aims, and what is told to young people, as lists show them.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use chrono::NaiveDate;
use scores::Reached;

use crate::access::Act;
use crate::app::App;
use crate::change::aim::{Aim, State};
use crate::change::making;
use crate::change::said::{Published, Said, read};
use crate::change::step::{Standing, Step};
use crate::change::store::{self, Stored};
use crate::clock::Day;
use crate::error::{AppError, Result};
use crate::evaluation::Evaluation;
use crate::i18n::{Arg, Text18, Words};
use crate::results::{self, Shown};
use crate::units::Unit;
use crate::web::Visit;

use super::Bench;

/// Who saved something, and when: the sentence of that key.
pub fn by<T>(w: Words, unit: &Unit, stored: &Stored<T>, key: &str) -> String {
    let on = Day::Now(stored.at).in_zone(unit.network.zone);
    w.with(key, &[("who", stored.by.clone().into()), ("on", w.date(on).into())])
}

pub struct StepLine {
    pub n: i64,
    pub href: String,
    pub name: String,
    pub what: String,
    pub says: String,
    pub state: String,
    pub icon: &'static str,
    /// Of the mark: `ok`, `warn` or nothing.
    pub mark: &'static str,
    pub next: bool,
}

/// When a step was done, or is to be, and how far it is.
pub fn standing(w: Words, step: &Step, today: NaiveDate) -> String {
    match (step.standing(today), step.done_on, step.planned_on) {
        (_, Some(on), _) => w.of("change-done-on", w.date(on)),
        (Standing::Late, _, Some(on)) => w.of("change-late-since", w.date(on)),
        (_, _, Some(on)) => w.of("change-planned-for", w.date(on)),
        (other, ..) => w.tr(&format!("change-is-{}", other.code())),
    }
}

pub fn step(w: Words, base: &str, n: i64, step: &Step, today: NaiveDate, next: bool) -> StepLine {
    let open = i64::try_from(step.open_tasks().count()).unwrap_or(i64::MAX);
    let mut says = step.whom.clone();
    if open > 0 {
        says.push(w.n("change-to-do", open));
    }
    let (icon, mark) = match step.standing(today) {
        Standing::Done => ("check", "ok"),
        Standing::Late => ("warn", "warn"),
        Standing::Begun => ("edit", ""),
        Standing::Open => ("next", ""),
    };
    StepLine {
        n,
        href: format!("{base}/steps/{n}"),
        name: w.tr(&format!("change-step-{n}")),
        what: w.tr(&format!("change-step-{n}-what")),
        says: says.join(" · "),
        state: standing(w, step, today),
        icon,
        mark,
        next,
    }
}

pub struct AimLine {
    pub href: String,
    pub aim: String,
    pub measure: String,
    pub whom: String,
    pub state: String,
    pub icon: &'static str,
    pub mark: &'static str,
    /// What the area came to in the aim's year, once that is there: the figure, and whether that is enough.
    pub beside: Option<Beside>,
}

pub struct Beside {
    pub says: String,
    pub verdict: String,
    pub icon: &'static str,
    pub mark: &'static str,
}

/// Which measure, how far, by when.
pub fn measure(w: Words, aim: &Aim, areas: &[(String, Text18)]) -> String {
    let year = ("year", Arg::from(aim.year.to_string()));
    let name = areas.iter().find(|(code, _)| *code == aim.area).map(|(_, name)| w.text(name));
    match (name, aim.points) {
        (Some(area), Some(points)) => {
            w.with("aim-in-points", &[("area", area.into()), ("points", points.into()), year])
        }
        _ => w.with("aim-in-words", &[("measure", aim.measure.clone().into()), year]),
    }
}

/// An aim beside the results of its year.
pub fn beside(w: Words, aim: &Aim, shown: &Shown) -> Option<Beside> {
    let points = aim.points.filter(|_| !aim.area.is_empty())?;
    let year = ("year", Arg::from(aim.year.to_string()));
    let index = shown.areas.iter().find(|line| line.code == aim.area).and_then(|line| line.index);
    let Some(index) = index else {
        let (says, verdict) = (w.with("aim-beside-none", &[year]), w.tr("aim-cannot-tell"));
        return Some(Beside { says, verdict, icon: "help", mark: "" });
    };
    let least = u32::try_from(shown.evaluation.least).unwrap_or(u32::MAX);
    let points = f64::from(i32::try_from(points).unwrap_or(i32::MAX));
    let (key, icon, mark) = match index.against(points, least) {
        Ok(Reached::Reached) => ("aim-reached", "check", "ok"),
        Ok(Reached::NotReached) => ("aim-not-reached", "cross", "warn"),
        Ok(Reached::CannotTell) | Err(_) => ("aim-cannot-tell", "help", ""),
    };
    let value = |value: f64| Arg::from(w.decimal(value, 0));
    let args =
        [year, ("value", value(index.value())), ("low", value(index.low())), ("high", value(index.high()))];
    Some(Beside { says: w.with("aim-beside", &args), verdict: w.tr(key), icon, mark })
}

/// Aims, each beside the results of its year as far as whoever looks may see them.
pub async fn aims(
    app: &App,
    visit: &Visit,
    bench: &Bench,
    all: &[Stored<Aim>],
    areas: &[(String, Text18)],
) -> Result<Vec<AimLine>> {
    let mut years: BTreeMap<i64, Option<Shown>> = BTreeMap::new();
    for it in all.iter().filter(|it| it.what.points.is_some()) {
        let year = it.what.year;
        if let Entry::Vacant(place) = years.entry(year) {
            let of_year = |it: &Evaluation| it.yearly && i64::from(it.year()) == year;
            place.insert(results::shown(app, visit.me()?, &bench.unit, of_year).await?);
        }
    }
    let base = bench.base();
    let line = |it: &Stored<Aim>| {
        let shown = years.get(&it.what.year).and_then(Option::as_ref);
        let mut line = aim(visit.w, &base, it, areas);
        line.beside = shown.and_then(|shown| beside(visit.w, &it.what, shown));
        line
    };
    Ok(all.iter().map(line).collect())
}

pub fn aim(w: Words, base: &str, it: &Stored<Aim>, areas: &[(String, Text18)]) -> AimLine {
    let Stored { id, what, .. } = it;
    let (icon, mark) = match what.state {
        State::Done => ("check", "ok"),
        State::UnderWay => ("edit", "warn"),
        State::Planned => ("today", ""),
        State::GivenUp => ("cross", ""),
    };
    AimLine {
        href: format!("{base}/aims/{id}"),
        aim: what.aim.clone(),
        measure: measure(w, what, areas),
        whom: what.whom.clone(),
        state: w.tr(&format!("aim-{}", what.state.code())),
        icon,
        mark,
        beside: None,
    }
}

pub struct SaidLine {
    pub href: String,
    pub heading: String,
    pub said: String,
    pub did: String,
    pub could_not: String,
    pub ready: bool,
}

/// What is told to young people: the entries, and how they stand to what is public.
pub struct Telling {
    pub lines: Vec<SaidLine>,
    /// Whether there is something that could be published.
    pub ready: bool,
    /// What is public, in a sentence; none where nothing is.
    pub public: Option<String>,
    /// Whether what is written is otherwise than what is public.
    pub differs: bool,
    pub may_publish: bool,
    /// The public page.
    pub href: String,
    pub shown: String,
    pub id: uuid::Uuid,
    /// The mark of what would be published.
    pub seen: String,
    /// That it was changed while it was looked at, and is not published.
    pub changed: bool,
}

/// The address of the public page: to go to, and as it is typed.
pub fn public_address(app: &App, unit: &Unit) -> (String, String) {
    let href = format!("/said/{}/{}", unit.network.code, unit.code);
    let whole = format!("{}{href}", app.settings.base_url());
    let shown = whole.split_once("://").map_or_else(|| whole.clone(), |(_, rest)| rest.to_owned());
    (href, shown)
}

pub async fn telling(app: &App, visit: &Visit, bench: &Bench, areas: &[(String, Text18)]) -> Result<Telling> {
    let (w, unit) = (visit.w, &bench.unit);
    let all: Vec<Stored<Said>> = store::drafts(&app.db, bench.at()).await?;
    let text = |text: &Text18| read(text, w.lang(), &unit.network.languages).1.to_owned();
    let line = |it: &Stored<Said>| SaidLine {
        href: format!("{}/said/{}", bench.base(), it.id),
        heading: areas
            .iter()
            .find(|(code, _)| *code == it.what.area)
            .map_or_else(String::new, |(_, name)| w.text(name)),
        said: text(&it.what.said),
        did: text(&it.what.did),
        could_not: text(&it.what.could_not),
        ready: it.what.is_ready(),
    };
    let lines = all.iter().map(line).collect();
    let entries: Vec<_> = all.into_iter().map(|it| it.what).collect();
    let draft = Published::of(bench.it.year(), &entries, areas);
    let public = making::public(app, unit).await?;
    let says = public.as_ref().map(|it| {
        let on = Day::Now(it.at).in_zone(unit.network.zone);
        w.with("said-public", &[("who", it.by.clone().into()), ("on", w.date(on).into())])
    });
    let (href, shown) = public_address(app, unit);
    Ok(Telling {
        lines,
        ready: !draft.entries.is_empty(),
        differs: public.as_ref().is_some_and(|it| it.evaluation_id != bench.it.id || it.body != draft),
        public: says,
        may_publish: visit.me()?.may(Act::Publish, &unit.as_place()),
        shown,
        href,
        id: app.ids.ordered(),
        seen: draft.mark().map_err(|error| AppError::Internal(error.to_string()))?,
        changed: false,
    })
}
