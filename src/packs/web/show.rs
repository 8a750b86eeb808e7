//! One pack: what is still missing and where, its figures and tables, and the first lines of its lists.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Html;

use super::missing::{Check, check};
use super::{Wish, made};
use crate::access::Act;
use crate::app::App;
use crate::error::Result;
use crate::i18n::Words;
use crate::measures::Amount;
use crate::packs::form::{Column, Counted};
use crate::packs::made::{Made, fill};
use crate::packs::time::Time;
use crate::packs::{names, sheet};
use crate::units;
use crate::web::{Page, Visit, render};

/// Lines shown of what is missing, and of a list; the file has them all.
pub const FIRST: usize = 12;

#[derive(Template)]
#[template(path = "packs/web/show.html")]
struct PackPage {
    page: Page,
    base: String,
    unit: String,
    name: String,
    what: String,
    time: String,
    period: String,
    /// That it is not over yet.
    so_far: Option<String>,
    times: Vec<Link>,
    checks: Vec<Check>,
    figures: Vec<Figure>,
    tables: Vec<Table>,
    lists: Vec<List>,
    asked: Vec<String>,
    file: String,
    has_list: bool,
    /// That a finished report has other figures and why, and where what changed is told.
    corrected: Vec<(String, String)>,
}

struct Link {
    label: String,
    href: String,
    current: bool,
}

struct Figure {
    name: String,
    what: String,
    value: String,
    counted_in: String,
    unknown: Option<String>,
}

struct Table {
    id: String,
    name: String,
    /// What the rows are.
    corner: String,
    heads: Vec<String>,
    rows: Vec<(String, Vec<String>)>,
    note: Option<String>,
}

struct List {
    id: String,
    name: String,
    says: String,
    heads: Vec<String>,
    /// Cells, and where each leads.
    rows: Vec<Vec<(String, Option<String>)>>,
    more: Option<String>,
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit, pack)): Path<(String, String, String)>,
    Query(wish): Query<Wish>,
) -> Result<Html<String>> {
    let unit = units::find(&app, &network, &unit).await?;
    visit.me()?.allow(Act::SeeEntries, &unit.as_place())?;
    let today = app.clock.today(unit.zone);
    let made = made(&app, &visit, unit, &pack, &wish).await?;
    let (w, form, base) = (visit.w, &made.form, made.unit.address());
    let (from, last) = made.days();
    let here = format!("{base}/packs/{}", form.code);
    let (name, code) = (w.text(&form.name), made.time.code());
    render(&PackPage {
        page: Page::new(&visit, format!("{name}, {code}"), "overview"),
        unit: w.text(&made.unit.name),
        what: w.text(&form.what),
        time: told(w, &made.time),
        period: w.span(from, last),
        so_far: made.time.period.unfinished(today).then(|| w.tr("pack-so-far")),
        times: times(w, &made, &here, today),
        checks: made.missing.iter().map(|missing| check(w, &made, missing, &here, &wish.all)).collect(),
        figures: figures(w, &made),
        tables: tables(w, &made),
        lists: lists(w, &made),
        asked: form.texts.iter().map(|it| w.text(&it.asks)).collect(),
        file: format!("{here}/file?period={code}"),
        has_list: !form.lists.is_empty(),
        corrected: made
            .beside_reports(w)
            .into_iter()
            .zip(&made.corrected)
            .map(|(says, it)| (says, format!("{base}/reports/{}/differences", it.report.id)))
            .collect(),
        name,
        base,
    })
}

/// What a time is called.
fn told(w: Words, time: &Time) -> String {
    let code = time.code();
    match code.split_once("-H") {
        Some((year, half)) => w.of(&format!("pack-half-{half}"), year),
        None if code.len() > 4 => w.month(time.period.from),
        None => code,
    }
}

/// The times a form is made for, from last year on.
fn times(w: Words, made: &Made, here: &str, today: chrono::NaiveDate) -> Vec<Link> {
    let mut all: Vec<Time> = Vec::new();
    for span in &made.form.spans {
        let now = Time::around(*span, today);
        let back = if *span == crate::packs::form::Span::Year { 1 } else { 2 };
        let mut line = vec![now];
        for _ in 0..back {
            line.insert(0, line[0].before());
        }
        all.extend(line);
    }
    if !all.contains(&made.time) {
        all.push(made.time);
    }
    let link = |time: &Time| Link {
        label: told(w, time),
        href: format!("{here}?period={}", time.code()),
        current: *time == made.time,
    };
    all.iter().map(link).collect()
}

fn figures(w: Words, made: &Made) -> Vec<Figure> {
    let both = made.form.figures.iter().zip(&made.figures);
    both.map(|(figure, filled)| Figure {
        name: w.text(&figure.name),
        what: w.text(&figure.what),
        value: value(w, figure.counted, filled.map(|it| it.amount)),
        counted_in: names::behind(w, figure.counted),
        unknown: filled.filter(|it| it.age_unknown > 0).map(|it| w.n("pack-unknown-beside", it.age_unknown)),
    })
    .collect()
}

fn value(w: Words, counted: Counted, amount: Option<Amount>) -> String {
    amount.map_or_else(|| w.tr("pack-withheld"), |amount| names::amount(w, counted, amount))
}

fn tables(w: Words, made: &Made) -> Vec<Table> {
    let table = |(at, table): (usize, &crate::packs::form::Table)| {
        let figures: Vec<_> = table.figures.iter().filter_map(|code| made.form.figure(code)).collect();
        let row = |row: &crate::packs::made::Row| {
            let cells = row.cells.iter().zip(&figures);
            let cells = cells.map(|(cell, figure)| value(w, figure.counted, *cell)).collect();
            (names::row(w, made, table, &row.code), cells)
        };
        Table {
            id: format!("t-{at}"),
            name: w.text(&table.name),
            corner: names::corner(w, table),
            heads: figures.iter().map(|figure| w.text(&figure.name)).collect(),
            rows: made.tables[at].iter().map(row).collect(),
            note: names::note(w, &made.tables[at]),
        }
    };
    made.form.tables.iter().enumerate().map(table).collect()
}

fn lists(w: Words, made: &Made) -> Vec<List> {
    let list = |at: usize| {
        let whole = made.form.lists.get(at)?;
        // What tells one entry from another here; the file has every column.
        let short = crate::packs::form::List { columns: columns(made, &whole.columns), ..whole.clone() };
        let filling = fill(&made.form, &short, &made.read.lines);
        let counted = made.form.figure(&whole.proves)?.counted;
        let mut rows = sheet::list(w, made, &filling);
        let entries = filling.rows.len();
        let heads = if rows.is_empty() { Vec::new() } else { rows.remove(0) };
        let last = rows.pop();
        let more = rows.len().saturating_sub(FIRST);
        rows.truncate(FIRST);
        let shown = rows.len().min(entries);
        rows.extend(last);
        // What proves an entry stands beside it; rows come in the order of the list's entries, sums behind them.
        let proof = filling.list.columns.iter().position(|it| *it == Column::Proof);
        let opened = |at: usize| {
            let line = filling.rows.get(at)?.line;
            let unit = made.read.unit(line.unit_id)?;
            Some(format!("{}/entries/{}#files", unit.address(), line.id))
        };
        let said = |(at, row): (usize, Vec<crate::table::Cell>)| {
            let href = |column: usize| opened(at).filter(|_| at < shown && Some(column) == proof);
            let cells = row.iter().enumerate();
            cells.map(|(column, cell)| (names::said(w, cell), href(column))).collect()
        };
        Some(List {
            id: format!("l-{at}"),
            name: w.text(&filling.list.name),
            says: w.with(
                "pack-list-of",
                &[
                    ("n", i64::try_from(entries).unwrap_or(i64::MAX).into()),
                    ("sum", names::amount(w, counted, filling.total).into()),
                ],
            ),
            heads: heads.iter().map(crate::table::Cell::said).collect(),
            rows: rows.into_iter().enumerate().map(said).collect(),
            more: (more > 0).then(|| w.n("pack-list-more", i64::try_from(more).unwrap_or(i64::MAX))),
        })
    };
    (0..made.form.lists.len()).filter_map(list).collect()
}

/// Of a list's columns those that fit a page.
fn columns(made: &Made, all: &[Column]) -> Vec<Column> {
    let short =
        [Column::Date, Column::Activity, Column::Figure, Column::AgeUnknown, Column::Method, Column::Proof];
    let fits = |it: &&Column| short.contains(it) || **it == Column::Unit && !made.unit.may_record;
    all.iter().filter(fits).copied().collect()
}
