//! A question with what it came to: how many of how many, how a scale was answered, and what was said.

use std::collections::HashMap;

use charts::{Bar, Column, Columns, ShareBars};
use chrono::{Datelike, Months, NaiveDate};
use serde::Deserialize;
use uuid::Uuid;

use super::fields::{about, when};
use crate::app::App;
use crate::clock::sane;
use crate::error::Result;
use crate::i18n::Words;
use crate::periods::Place;
use crate::reflections::series::{self, MOST_MONTHS, Sought, Tally, tallied};
use crate::reflections::set::{Question, Scale, Set};
use crate::reflections::store::over_time::{Branch, Text, counted, texts};
use crate::units::Unit;

/// Texts under a question among others, and on a page of one question.
const FEW: i64 = 5;
const MOST: i64 = 50;

pub struct Said {
    pub href: String,
    pub day: String,
    pub says: String,
    pub text: String,
}

pub struct Month {
    pub name: String,
    pub answered: String,
    pub steps: Vec<String>,
}

/// A question with what it came to.
pub struct Card {
    pub id: Uuid,
    pub words: String,
    pub says: String,
    pub before: Option<String>,
    pub answered: String,
    /// All answers, by step.
    pub svg: Option<String>,
    /// How the share that said yes went, month by month.
    pub course: Option<(String, String)>,
    pub heads: Vec<String>,
    pub months: Vec<Month>,
    pub is_text: bool,
    pub texts: Vec<Said>,
    /// Where all texts of the question are, or the next ones.
    pub more: Option<String>,
    pub newer: Option<String>,
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    pub from: String,
    pub to: String,
    pub kind: String,
    pub activity: String,
    pub question: String,
    pub skip: String,
}

impl Asked {
    /// The stretch of days: what was asked for, else the last twelve months; never longer than can be shown.
    pub fn days(&self, today: NaiveDate) -> (NaiveDate, NaiveDate) {
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
pub struct Reader<'a> {
    pub app: &'a App,
    pub w: Words,
    pub unit: &'a Unit,
    pub branch: Branch<'a>,
    pub sought: Sought,
    pub asked: &'a Asked,
    pub may_read: bool,
    /// Units of the branch, by id, and what activities are called.
    pub units: HashMap<Uuid, &'a Unit>,
    pub activities: HashMap<Uuid, String>,
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

/// The heading and the columns of the share that said yes, or rather yes; none where one month has answers.
#[allow(clippy::cast_precision_loss)]
fn course(w: Words, question: &Question, months: &[(NaiveDate, Tally)]) -> Option<(String, String)> {
    let yes = question.scale.yes();
    let said = months.iter().filter(|(_, tally)| tally.answered > 0).count();
    if yes == 0 || said < 2 {
        return None;
    }
    let title = w.tr(if yes == 1 { "reflection-yes-only-by-month" } else { "reflection-yes-by-month" });
    let column = |(first, tally): &(NaiveDate, Tally)| {
        let n: i64 = tally.steps.iter().rev().take(yes).sum();
        let shown = share(w, n, tally.answered);
        let told = [
            ("month", w.month(*first).into()),
            ("share", shown.clone().into()),
            ("n", tally.answered.into()),
        ];
        Column {
            label: w.tr(&format!("month-short-{}", first.month())),
            value: if tally.answered == 0 { 0.0 } else { n as f64 / tally.answered as f64 },
            title: w.with("reflection-yes-of-month", &told),
            shown,
            ..Column::default()
        }
    };
    // Months before the first answer and after the last would only be empty room.
    let answered = |(_, tally): &(NaiveDate, Tally)| tally.answered > 0;
    let last = months.iter().position(answered).unwrap_or_default();
    let first = months.iter().rposition(answered).unwrap_or_default();
    let columns: Vec<Column> = months[last..=first].iter().rev().map(column).collect();
    let (from, to) = (columns.first()?.title.clone(), columns.last()?.title.clone());
    let drawn = Columns {
        id: format!("m-{}", question.id),
        title: format!("{}: {title}", w.text(&question.words)),
        desc: format!("{from}; {to}"),
        height: 180,
        columns,
    };
    Some((title, drawn.svg()))
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
    pub async fn card(
        &self,
        set: &Set,
        question: &Question,
        stood: &[Place],
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
                of => w.with(
                    "reflection-answered-of",
                    &[
                        ("n", whole.answered.into()),
                        ("of", of.into()),
                        ("share", share(w, whole.answered, of).into()),
                    ],
                ),
            },
            svg: chart(w, question, &whole),
            course: course(w, question, &months),
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
