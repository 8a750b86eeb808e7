//! What templates, sections, measures and members are called in a report.

use chrono::{Datelike, NaiveDate};

use super::counting::{Counted, Member};
use super::period;
use super::template::{Section, Template, What};
use crate::i18n::Words;
use crate::measures::{Axis, Length, Measure, Period};

/// A title with its period: Letno poročilo 2025; Polletno poročilo, prvo polletje 2025.
pub fn named(w: Words, title: &str, of: &Period) -> String {
    match of.length {
        Length::Year => format!("{title} {}", period::name(w, of)),
        _ => w.with("report-name", &[("title", title.into()), ("period", period::name(w, of).into())]),
    }
}

/// What a template is called.
pub fn title(w: Words, template: &Template) -> String {
    if template.name.is_empty() {
        w.tr(&format!("report-template-{}", template.code))
    } else {
        w.text(&template.name)
    }
}

/// What a section is called.
pub fn heading(w: Words, section: &Section) -> String {
    if section.heading.is_empty() {
        w.tr(&format!("report-section-{}", section.code))
    } else {
        w.text(&section.heading)
    }
}

/// What to write there; nothing where nobody does.
pub fn hint(w: Words, section: &Section) -> String {
    match () {
        () if !section.hint.is_empty() => w.text(&section.hint),
        () if section.heading.is_empty() && section.what == What::Text => {
            w.tr(&format!("report-hint-{}", section.code))
        }
        () => String::new(),
    }
}

/// What a measure is called.
pub fn name(w: Words, measure: Measure) -> String {
    w.tr(&format!("measure-{}", measure.code()))
}

fn month(code: &str) -> Option<NaiveDate> {
    format!("{code}-01").parse().ok()
}

/// A member in a chart or a table: of months of one year the year goes without saying.
pub fn member_name(w: Words, axis: Axis, member: &Member, counted: &Counted) -> String {
    let one_year = counted.period.from.year() == counted.period.last().year();
    match month(&member.code).filter(|_| axis == Axis::Month && one_year) {
        Some(month) => w.tr(&format!("month-{}", month.month())),
        None => member.label.clone(),
    }
}

/// A member below a column, where there is little room.
pub fn short(w: Words, axis: Axis, member: &Member) -> String {
    match axis {
        Axis::Month => month(&member.code)
            .map_or_else(|| member.label.clone(), |month| w.tr(&format!("month-short-{}", month.month()))),
        Axis::Weekday => w.tr(&format!("weekday-short-{}", member.code)),
        _ => member.label.clone(),
    }
}
