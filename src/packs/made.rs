//! A form filled in: its figures, tables and lists.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::beside::Beside;
use super::form::{Form, List, Table};
use super::line::{Came, Line, together};
use super::missing::{self, Missing};
use super::reading::{self, Read};
use super::time::Time;
use crate::app::App;
use crate::error::Result;
use crate::i18n::Words;
use crate::measures::{ANY, Amount, Axis, NONE, Period};
use crate::reports::{self, Corrected};
use crate::units::Unit;
use crate::vocabulary::{AgeBand, Gender, Kind, Part};

/// The row of a grouped table for words that the form has no row for.
pub const OTHER: &str = "other";

pub struct Made {
    pub form: Form,
    pub unit: Unit,
    pub time: Time,
    /// The part of it that is over.
    pub period: Period,
    pub read: Read,
    /// In the form's order; none where whoever asks may not see it.
    pub figures: Vec<Option<Filled>>,
    pub tables: Vec<Vec<Row>>,
    pub missing: Vec<Missing>,
    /// Finished reports about the same time that have other figures, for entries changed since.
    pub corrected: Vec<Corrected>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Filled {
    pub amount: Amount,
    /// Heads that may belong to it, whose age nobody wrote down.
    pub age_unknown: i64,
}

/// A row of a table: code of its member, and the table's figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub code: String,
    pub cells: Vec<Option<Amount>>,
}

/// For whom: whether what colleagues and volunteers spent may be told.
pub async fn make(app: &App, unit: Unit, form: &Form, time: Time, sees_staff: bool) -> Result<Made> {
    let today = app.clock.today(unit.zone);
    let period = time.period.so_far(today);
    let read = reading::read(app, &unit, period, today).await?;
    let beside = Beside::read(app, &unit, time, &read).await?;
    let figures = form.figures.iter().map(|figure| {
        if figure.counted.about_staff() && !sees_staff {
            return None;
        }
        let came = whole(&read.lines, figure);
        let age_unknown = read.lines.iter().map(|line| figure.filter.age_unknown(line)).sum();
        Some(Filled { amount: figure.counted.of(&came, beside.of(figure)), age_unknown })
    });
    let figures = figures.collect();
    let tables =
        form.tables.iter().map(|table| rows(form, table, &read.lines, sees_staff, read.apart)).collect();
    let missing = missing::look(form, &read, &beside, period, today);
    let corrected = reports::corrected(app, &unit, &time.period).await?;
    Ok(Made { form: form.clone(), unit, time, period, read, figures, tables, missing, corrected })
}

fn whole(lines: &[Line], figure: &super::form::Figure) -> Came {
    together(lines, &figure.filter, None, false).remove("").unwrap_or_default()
}

/// The rows of a table, in an order that says something. `apart`: whether one-to-one work may stand by itself.
pub fn rows(form: &Form, table: &Table, lines: &[Line], sees_staff: bool, apart: bool) -> Vec<Row> {
    let figures: Vec<_> = table.figures.iter().filter_map(|code| form.figure(code)).collect();
    // Whoever is told apart is decided by the figure that tells least, so that all columns have the same rows.
    let apart = apart && figures.iter().all(|figure| figure.may_be_apart());
    let split: Vec<BTreeMap<String, Came>> = figures
        .iter()
        .map(|figure| grouped(table, together(lines, &figure.filter, Some(table.rows), apart)))
        .collect();
    let mut codes: Vec<String> = table.groups.iter().map(|group| group.code.clone()).collect();
    for code in split.iter().flat_map(BTreeMap::keys) {
        if !codes.contains(code) {
            codes.push(code.clone());
        }
    }
    let place = |code: &String| {
        let known = match table.rows {
            Axis::Kind => Kind::ALL.iter().position(|it| it.code() == code),
            Axis::Part => Part::ALL.iter().position(|it| it.code() == code),
            Axis::Gender => Gender::ALL.iter().position(|it| it.code() == code),
            Axis::AgeBand => AgeBand::from_code(code).and_then(|band| usize::try_from(band.min_age).ok()),
            _ if code == NONE || code == ANY => None,
            _ if code == OTHER && !table.groups.is_empty() => Some(usize::MAX - 1),
            _ if !table.groups.is_empty() => table.groups.iter().position(|group| group.code == *code),
            _ => Some(0),
        };
        (known.unwrap_or(usize::MAX), code.clone())
    };
    codes.sort_by_key(place);
    let cell = |at: usize, code: &String| {
        let counted = figures[at].counted;
        let came = split[at].get(code).copied().unwrap_or_default();
        (sees_staff || !counted.about_staff()).then(|| counted.of(&came, None))
    };
    let row = |code: String| Row { cells: (0..figures.len()).map(|at| cell(at, &code)).collect(), code };
    codes.into_iter().map(row).collect()
}

/// Members by the rows of the form, where it has its own.
fn grouped(table: &Table, members: BTreeMap<String, Came>) -> BTreeMap<String, Came> {
    if table.groups.is_empty() {
        return members;
    }
    let mut rows: BTreeMap<String, Came> = BTreeMap::new();
    for (code, came) in members {
        let group = table.groups.iter().find(|group| group.terms.contains(&code));
        let row = match group {
            Some(group) => group.code.clone(),
            None if code == NONE || code == ANY => code,
            None => OTHER.to_owned(),
        };
        *rows.entry(row).or_default() += came;
    }
    rows
}

/// A row of a list: an entry, and what it adds.
pub struct Listed<'a> {
    pub line: &'a Line,
    pub figure: Amount,
    pub ages: BTreeMap<String, i64>,
    pub age_unknown: i64,
}

/// A list filled in.
pub struct Filling<'a> {
    pub list: &'a List,
    pub bands: Vec<String>,
    pub rows: Vec<Listed<'a>>,
    /// What entries add whose units are not of this branch any more: together, for single ones are not for whoever asks.
    pub elsewhere: Option<(i64, Amount, i64)>,
    pub total: Amount,
    pub age_unknown: i64,
}

impl Made {
    /// Why a finished report about the same time has other figures, each in a sentence or two.
    pub fn beside_reports(&self, w: Words) -> Vec<String> {
        self.corrected.iter().map(|it| it.says(w, &self.unit)).collect()
    }

    /// The n-th list: each entry that counts in the figure it proves, and those that may, if somebody knew the ages.
    pub fn list(&self, at: usize) -> Option<Filling<'_>> {
        let list = self.form.lists.get(at)?;
        Some(fill(&self.form, list, &self.read.lines))
    }

    /// Between these days it is all about.
    pub fn days(&self) -> (NaiveDate, NaiveDate) {
        (self.period.from, self.period.last().max(self.period.from))
    }
}

pub fn fill<'a>(form: &'a Form, list: &'a List, lines: &'a [Line]) -> Filling<'a> {
    let mut it = Filling {
        list,
        bands: Vec::new(),
        rows: Vec::new(),
        elsewhere: None,
        total: Amount::Whole(0),
        age_unknown: 0,
    };
    let Some(figure) = form.figure(&list.proves) else { return it };
    let (mut total, mut away, mut n, mut away_unknown) = (Came::default(), Came::default(), 0, 0);
    for line in lines {
        let came = figure.filter.whole(line);
        let age_unknown = figure.filter.age_unknown(line);
        let amount = figure.counted.of(&came, None);
        if amount == Amount::Whole(0) && age_unknown == 0 {
            continue;
        }
        total += came;
        it.age_unknown += age_unknown;
        if !line.ours {
            away += came;
            n += 1;
            away_unknown += age_unknown;
            continue;
        }
        let ages: BTreeMap<String, i64> = if figure.counted.of_heads() {
            let by = figure.filter.split(line, Some(Axis::AgeBand), false).into_iter();
            by.map(|(band, came)| (band, came.sums.visits())).collect()
        } else {
            BTreeMap::new()
        };
        for band in ages.keys() {
            if !it.bands.contains(band) {
                it.bands.push(band.clone());
            }
        }
        it.rows.push(Listed { line, figure: amount, ages, age_unknown });
    }
    it.bands.sort_by_key(|band| AgeBand::from_code(band).map_or(i64::MAX, |band| band.min_age));
    it.total = figure.counted.of(&total, None);
    it.elsewhere = (n > 0).then(|| (n, figure.counted.of(&away, None), away_unknown));
    it
}
