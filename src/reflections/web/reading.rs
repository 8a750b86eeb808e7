//! Answers over time: how many of how many, how a scale was answered, and what was said, newest first.

use std::collections::{HashMap, HashSet};

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use charts::{Bar, ShareBars};
use chrono::{Days, Months, NaiveDate};
use serde::Deserialize;
use uuid::Uuid;

use super::fields::{about, when};
use crate::access::{Act, put_on_record};
use crate::activities;
use crate::app::App;
use crate::clock::sane;
use crate::error::Result;
use crate::i18n::Words;
use crate::reflections::series::{self, MOST_MONTHS, Sought, Tally, tallied};
use crate::reflections::set::{Question, Scale, Set};
use crate::reflections::store::over_time::{Branch, Text, counted, texts};
use crate::reflections::store::places::Stood;
use crate::reflections::store::{places, sets as store};
use crate::units::{self, Unit};
use crate::vocabulary::Kind;
use crate::web::{Page, Visit, render};

/// Texts under a question among others, and on a page of one question.
const FEW: i64 = 5;
const MOST: i64 = 50;

struct Said {
    href: String,
    day: String,
    says: String,
    text: String,
}

struct Month {
    name: String,
    answered: String,
    steps: Vec<String>,
}

/// A question with what it came to.
struct Card {
    id: Uuid,
    words: String,
    says: String,
    before: Option<String>,
    answered: String,
    svg: Option<String>,
    heads: Vec<String>,
    months: Vec<Month>,
    is_text: bool,
    texts: Vec<Said>,
    /// Where all texts of the question are, or the next ones.
    more: Option<String>,
    newer: Option<String>,
}

struct Choice {
    name: &'static str,
    label: String,
    /// Value, label, chosen.
    options: Vec<(String, String, bool)>,
}

#[derive(Template)]
#[template(path = "reflections/web/reading.html")]
struct ReadingPage {
    page: Page,
    base: String,
    unit: String,
    lead: String,
    from: NaiveDate,
    to: NaiveDate,
    choices: Vec<Choice>,
    cards: Vec<Card>,
    may_read: bool,
    may_build: bool,
    narrowed: bool,
    /// Units below that ask something of their own: name and address.
    below: Vec<(String, String)>,
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    from: String,
    to: String,
    kind: String,
    activity: String,
    question: String,
    skip: String,
}

impl Asked {
    /// The stretch of days: what was asked for, else the last twelve months; never longer than can be shown.
    fn days(&self, today: NaiveDate) -> (NaiveDate, NaiveDate) {
        let to = self.to.parse().map_or(today, sane);
        let year = series::month(to) - Months::new(11);
        let from = self.from.parse().map_or(year, sane).min(to);
        (from.max(series::month(to) - Months::new(MOST_MONTHS - 1)), to)
    }

    fn address(&self, base: &str, question: Uuid, skip: i64) -> String {
        let mut parts = vec![format!("question={question}")];
        for (name, value) in
            [("from", &self.from), ("to", &self.to), ("kind", &self.kind), ("activity", &self.activity)]
        {
            if !value.is_empty() {
                parts.push(format!("{name}={}", crate::web::encoded(value)));
            }
        }
        if skip > 0 {
            parts.push(format!("skip={skip}"));
        }
        format!("{base}/reflections?{}", parts.join("&"))
    }
}

/// What a page reads with.
struct Reader<'a> {
    app: &'a App,
    w: Words,
    unit: &'a Unit,
    branch: Branch<'a>,
    sought: Sought,
    asked: &'a Asked,
    may_read: bool,
    /// Units of the branch, by id, and what activities are called.
    units: HashMap<Uuid, &'a Unit>,
    activities: HashMap<Uuid, String>,
}

#[allow(clippy::cast_precision_loss)]
fn share(w: Words, n: i64, of: i64) -> String {
    if of == 0 { String::new() } else { w.percent(n as f64 / of as f64, 0) }
}

fn of_all(w: Words, n: i64, of: i64) -> String {
    w.with("reflection-of-all", &[("n", w.int(n).into()), ("of", w.int(of).into())])
}

#[allow(clippy::cast_precision_loss)]
fn chart(w: Words, question: &Question, whole: &Tally) -> Option<String> {
    let values = question.scale.values();
    if values.is_empty() || whole.answered == 0 {
        return None;
    }
    let label = |n: i64| w.tr(&format!("scale-{}-{n}", question.scale.code()));
    let bar = |(value, n): (&i64, &i64)| Bar {
        label: label(*value),
        value: *n as f64,
        shown: w.int(*n),
        share: share(w, *n, whole.answered),
        muted: false,
        href: None,
        title: format!(
            "{}: {}, {}",
            label(*value),
            w.n("reflection-answers", *n),
            share(w, *n, whole.answered)
        ),
    };
    let most = values.iter().zip(&whole.steps).max_by_key(|(_, n)| **n);
    let desc = most.map_or_else(String::new, |(value, n)| {
        w.of("overview-most", format!("{}, {}", label(*value), share(w, *n, whole.answered)))
    });
    let drawn = ShareBars {
        id: format!("c-{}", question.id),
        title: w.text(&question.words),
        desc,
        whole: whole.answered as f64,
        bars: values.iter().zip(&whole.steps).map(bar).collect(),
    };
    Some(drawn.svg())
}

impl Reader<'_> {
    fn said(&self, text: Text) -> Option<Said> {
        let at = self.units.get(&text.unit_id)?;
        let mut says = vec![self.activities.get(&text.activity_id).cloned().unwrap_or_default()];
        says.extend((at.id != self.unit.id).then(|| self.w.text(&at.name)));
        Some(Said {
            href: format!("{}/entries/{}", at.address(), text.entry_id),
            day: self.w.date(text.local_date),
            says: says.join(" · "),
            text: text.text,
        })
    }

    /// A question's card; none where it was asked of nothing and is not asked any more.
    async fn card(
        &self,
        set: &Set,
        question: &Question,
        stood: &[Stood],
        alone: bool,
    ) -> Result<Option<Card>> {
        let (w, db) = (self.w, &self.app.db);
        let rows = counted(db, self.branch, (set, question), stood, &self.sought).await?;
        let (whole, months) = tallied(question.scale, &self.sought, &rows);
        let (_, until) = set.days(question);
        let over = until.is_some_and(|until| until <= self.branch.today);
        if whole.asked == 0 && over && !alone {
            return Ok(None);
        }
        let is_text = question.scale == Scale::Text;
        let skip = if alone { self.asked.skip.parse().unwrap_or(0).clamp(0, 1_000_000) } else { 0 };
        let most = if alone { MOST } else { FEW };
        let mut found = Vec::new();
        if is_text && self.may_read && whole.answered > 0 {
            found = texts(db, self.branch, question, &self.sought, (skip, most + 1)).await?;
        }
        let shown = usize::try_from(most).unwrap_or(usize::MAX);
        let further = found.len() > shown;
        found.truncate(shown);
        let base = self.unit.address();
        let next = if alone { skip + most } else { 0 };
        let replaced = question.replaces.and_then(|id| set.question(id));
        let mut says = vec![w.text(&set.name), when(w, set), about(w, set)];
        if let Some(day) = question.retired_on {
            says.push(w.of("reflection-retired", w.date(day)));
        }
        let month = |(first, tally): &(NaiveDate, Tally)| Month {
            name: w.month(*first),
            answered: of_all(w, tally.answered, tally.asked),
            steps: tally.steps.iter().map(|n| w.int(*n)).collect(),
        };
        Ok(Some(Card {
            id: question.id,
            words: w.text(&question.words),
            says: says.join(" · "),
            before: replaced.map(|it| w.of("reflection-before", w.text(&it.words))),
            answered: match whole.asked {
                0 => w.tr("reflection-asked-none"),
                of => format!("{} ({})", of_all(w, whole.answered, of), share(w, whole.answered, of)),
            },
            svg: chart(w, question, &whole),
            heads: question
                .scale
                .values()
                .iter()
                .map(|n| w.tr(&format!("scale-{}-{n}", question.scale.code())))
                .collect(),
            months: months.iter().filter(|(_, tally)| tally.asked > 0).map(month).collect(),
            is_text,
            texts: found.into_iter().filter_map(|text| self.said(text)).collect(),
            more: further.then(|| self.asked.address(&base, question.id, next)),
            newer: (alone && skip > 0).then(|| self.asked.address(&base, question.id, (skip - most).max(0))),
        }))
    }
}

fn choice(w: Words, name: &'static str, label: &str, asked: &str, options: Vec<(String, String)>) -> Choice {
    let all = std::iter::once((String::new(), w.tr("all")));
    let chosen = |(value, label): (String, String)| {
        let chosen = value == asked;
        (value, label, chosen)
    };
    Choice { name, label: w.tr(label), options: all.chain(options).map(chosen).collect() }
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let unit = units::find(&app, &network, &unit).await?;
    let (w, me, place) = (visit.w, visit.me()?, unit.as_place());
    me.allow(Act::SeeEntries, &place)?;
    let network_id = unit.network.id;
    // Whose a unit is goes by the network's day.
    let today = app.clock.today(unit.network.zone);
    let below = units::branch(&app.db, &unit, today).await?;
    let offered = activities::activities_of_branch(&app.db, network_id, &unit.path, today).await?;
    let called: HashMap<Uuid, String> = offered.iter().map(|it| (it.id, w.text(&it.name))).collect();
    let by_id: HashMap<Uuid, &Unit> = below.iter().map(|unit| (unit.id, unit)).collect();

    // What was ever asked here, or below: sets of every unit above any place that a unit of the branch had.
    let lines = places::of_branch(&app.db, network_id, &unit.path, today).await?;
    let ever: HashSet<Uuid> = lines.iter().flat_map(|path| path.ids()).collect();
    let ever: Vec<Uuid> = ever.into_iter().collect();
    let mut found = store::of_units(&app.db, network_id, &ever).await?;
    let (from, to) = asked.days(today);
    let sought = Sought {
        from,
        until: to + Days::new(1),
        kind: Kind::from_code(&asked.kind),
        activity: asked.activity.parse().ok(),
    };
    // Units below ask for themselves: their pages tell, else a network's page would have no end.
    let lower = |set: &Set| set.unit_id != unit.id && by_id.contains_key(&set.unit_id);
    let wanted: Option<Uuid> = asked.question.parse().ok();
    let mut own_ways: Vec<(String, String)> = found
        .iter()
        .filter(|set| lower(set))
        .filter_map(|set| by_id.get(&set.unit_id))
        .map(|at| (w.text(&at.name), format!("{}/reflections", at.address())))
        .collect();
    own_ways.sort_by(|a, b| w.compare(&a.0, &b.0).then_with(|| a.1.cmp(&b.1)));
    own_ways.dedup();
    found.retain(|set| !lower(set));
    let over = |set: &Set| set.until_on.is_some_and(|until| until <= today);
    found.sort_by_key(|set| (over(set), std::cmp::Reverse(set.from_on), set.id));

    let set_units: HashSet<Uuid> = found.iter().map(|set| set.unit_id).collect();
    let set_units: Vec<Uuid> = set_units.into_iter().collect();
    let stood = places::ever(&app.db, network_id, &set_units).await?;
    let may_read = me.may(Act::ReadNotes, &place);
    let reader = Reader {
        app: &app,
        w,
        unit: &unit,
        branch: Branch { network_id, path: &unit.path, today },
        sought,
        asked: &asked,
        may_read,
        units: by_id,
        activities: called,
    };
    let mut cards = Vec::new();
    for set in &found {
        let of_set: Vec<Stood> =
            stood.iter().filter(|(unit, _)| *unit == set.unit_id).map(|(_, stood)| stood.clone()).collect();
        // Those still asked first, then what was asked before.
        let (now, then): (Vec<_>, Vec<_>) = set.questions.iter().partition(|it| it.retired_on.is_none());
        for question in now.into_iter().chain(then) {
            if wanted.is_none_or(|id| id == question.id) {
                cards.extend(reader.card(set, question, &of_set, wanted.is_some()).await?);
            }
        }
    }
    if cards.iter().any(|card| !card.texts.is_empty()) {
        let object = format!("unit {}", unit.id);
        put_on_record(&app, me, "read_reflections", &object, &network_id, &unit.id).await?;
    }
    let kinds = Kind::ALL.iter().map(|kind| (kind.code().to_owned(), w.tr(&format!("kind-{}", kind.code()))));
    let mut names: Vec<(String, String)> = offered
        .iter()
        .map(|it| {
            let at = reader.units.get(&it.unit_id).filter(|at| at.id != unit.id);
            let name = w.text(&it.name);
            (it.id.to_string(), at.map_or(name.clone(), |at| format!("{name} ({})", w.text(&at.name))))
        })
        .collect();
    names.sort_by(|a, b| w.compare(&a.1, &b.1));
    let choices = vec![
        choice(w, "kind", "entry-kind", &asked.kind, kinds.collect()),
        choice(w, "activity", "activity", &asked.activity, names),
    ];
    let page = ReadingPage {
        page: Page::new(&visit, w.of("reflections-read-of", w.text(&unit.name)), "entries"),
        base: unit.address(),
        unit: w.text(&unit.name),
        lead: w.span(from, to),
        from,
        to,
        narrowed: [&asked.from, &asked.to, &asked.kind, &asked.activity, &asked.question]
            .iter()
            .any(|it| !it.is_empty()),
        choices,
        cards,
        may_read,
        may_build: me.may(Act::Build, &place),
        below: own_ways,
    };
    Ok(render(&page)?.into_response())
}
