//! What dates are called, and what they are about.

use chrono::{Datelike, NaiveDate};

use super::rule::{Date, Due, Kind, Rule};
use super::typed::{Paper, what};
use crate::app::App;
use crate::error::Result;
use crate::i18n::Words;
use crate::measures::{Length, Period};
use crate::packs::{self, Form, Span};
use crate::reports::{self, Template};
use crate::units::Unit;

/// Reports and forms there are, by which dates are called that have no name of their own.
pub struct Names {
    pub reports: Vec<Template>,
    pub forms: Vec<Form>,
}

fn length(span: Span) -> Length {
    match span {
        Span::Year => Length::Year,
        Span::HalfYear => Length::HalfYear,
        Span::Month => Length::Month,
    }
}

impl Names {
    pub async fn read(app: &App, network_id: uuid::Uuid) -> Result<Names> {
        let reports = reports::templates(app, network_id).await?;
        Ok(Names { reports, forms: packs::forms(app, network_id).await? })
    }

    /// What a report or a form is called; its code where there is none of that name any more.
    fn paper(&self, w: Words, due: &Due) -> String {
        let code = due.template.as_deref().unwrap_or("");
        let found = match due.kind {
            Kind::Report => {
                self.reports.iter().find(|it| it.code == code).map(|it| reports::template_title(w, it))
            }
            _ => self.forms.iter().find(|it| it.code == code).map(|it| w.text(&it.name)),
        };
        found.unwrap_or_else(|| code.to_owned())
    }

    /// What a date is called: as somebody named it, else by what it asks for.
    pub fn of(&self, w: Words, due: &Due) -> String {
        match due.kind {
            _ if !due.name.is_empty() => w.text(&due.name),
            Kind::Report | Kind::Pack => self.paper(w, due),
            Kind::Closing if due.covers.is_some_and(|it| it.length() == Length::Year) => {
                w.tr("due-closing-year")
            }
            Kind::Closing => w.tr("due-closing-month"),
            Kind::Meeting | Kind::Other => String::new(),
        }
    }

    /// What it is called, with the time it is about: Letno poročilo · 2025.
    pub fn whole(&self, w: Words, rule: &Rule, date: &Date) -> String {
        let name = self.of(w, &rule.due);
        match rule.period(date) {
            Some(period) => format!("{name} · {}", reports::period_name(w, &period)),
            None => name,
        }
    }

    /// What there is to owe, to choose from: (choice, name), reports first.
    pub fn choices(&self, w: Words) -> Vec<(Kind, String, String)> {
        let one = |kind, code: &str, name| (kind, what(kind, Some(code)), name);
        let reports =
            self.reports.iter().map(|it| one(Kind::Report, &it.code, reports::template_title(w, it)));
        let forms = self.forms.iter().map(|it| one(Kind::Pack, &it.code, w.text(&it.name)));
        reports.chain(forms).collect()
    }

    /// The same, as far as it says what fits to what.
    pub fn papers(&self) -> Vec<Paper> {
        let report = |it: &Template| Paper {
            kind: Kind::Report,
            code: it.code.clone(),
            kinds: it.kinds.clone(),
            lengths: it.periods.clone(),
        };
        let form = |it: &Form| Paper {
            kind: Kind::Pack,
            code: it.code.clone(),
            kinds: Vec::new(),
            lengths: it.spans.iter().copied().map(length).collect(),
        };
        self.reports.iter().map(report).chain(self.forms.iter().map(form)).collect()
    }
}

/// When a date is: a day, a stretch of days, or months by their names.
pub fn when(w: Words, rule: &Rule, date: &Date) -> String {
    let month = |day: NaiveDate| w.tr(&format!("month-{}", day.month()));
    match date.from {
        Some(from) if !date.moved && rule.due.when.by_months() => {
            if from.month() == date.by.month() {
                month(date.by)
            } else {
                format!("{}–{}", month(from), month(date.by))
            }
        }
        Some(from) => w.span(from, date.by),
        None => w.date(date.by),
    }
}

/// Where something owed is done.
pub fn address(unit: &Unit, rule: &Rule, period: &Period) -> String {
    let (base, template) = (unit.address(), rule.due.template.as_deref().unwrap_or(""));
    match rule.due.kind {
        Kind::Report => format!("{base}/reports"),
        Kind::Pack => format!("{base}/packs/{template}?period={}", period.code()),
        Kind::Closing => format!("{base}/periods/{}", period.code()),
        Kind::Meeting | Kind::Other => format!("{base}/calendar"),
    }
}
