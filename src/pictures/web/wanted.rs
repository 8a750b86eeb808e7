//! What an address asks for.

use chrono::NaiveDate;
use serde::Deserialize;

use crate::i18n::{Lang, Words};
use crate::measures::{Length, Measure, Period};
use crate::pictures::making::offered;
use crate::pictures::shape::{Format, Shape, Template};
use crate::pictures::span;
use crate::units::Unit;

/// The question part of the addresses.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Wanted {
    pub template: Option<String>,
    pub shape: Option<String>,
    pub period: Option<String>,
    pub measure: Option<String>,
    pub lang: Option<String>,
}

/// A code that was given, read; else what stands for it. An empty one was not given.
fn read<T>(given: Option<&str>, of: impl Fn(&str) -> Option<T>, without: T) -> Option<T> {
    match given.map(str::trim).filter(|code| !code.is_empty()) {
        Some(code) => of(code),
        None => Some(without),
    }
}

impl Wanted {
    pub fn template(&self) -> Option<Template> {
        read(self.template.as_deref(), Template::from_code, Template::Year)
    }

    pub fn shape(&self) -> Option<Shape> {
        read(self.shape.as_deref(), Shape::from_code, Shape::Square)
    }

    pub fn measure(&self) -> Option<Measure> {
        let of = |code: &str| offered().find(|it| it.code() == code);
        read(self.measure.as_deref(), of, Measure::Visits)
    }

    /// Without one: the month that is over, or the year that goes on.
    pub fn period(&self, template: Template, today: NaiveDate) -> Option<Period> {
        let without = match template {
            Template::Month => span::latest_month(today),
            _ => Period::around(Length::Year, today, (9, 1)),
        };
        read(self.period.as_deref(), Period::from_code, without)
    }

    /// Words of the picture: the visitor's, where none are asked for.
    pub fn words(&self, visitor: Words) -> Words {
        self.lang.as_deref().and_then(Lang::from_code).map_or(visitor, Words)
    }
}

/// One picture, as its address says it.
#[derive(Clone, Copy)]
pub struct Address<'a> {
    pub unit: &'a Unit,
    pub template: Template,
    pub shape: Shape,
    pub period: Period,
    pub measure: Measure,
    pub lang: &'a str,
}

impl Address<'_> {
    pub fn of(self, format: Format) -> String {
        let measure = if self.template.takes_measure() {
            format!("&measure={}", self.measure.code())
        } else {
            String::new()
        };
        format!(
            "{}/pictures/{}/{}.{}?period={}{measure}&lang={}",
            self.unit.address(),
            self.template.code(),
            self.shape.code(),
            format.code(),
            self.period.code(),
            self.lang
        )
    }

    /// What the file is called where somebody keeps it.
    pub fn name(self, format: Format) -> String {
        let (unit, template) = (&self.unit.code, self.template.code());
        let (period, shape) = (self.period.code(), self.shape.code());
        format!("{unit}-{template}-{period}-{shape}-{}.{}", self.lang, format.code())
    }
}
