//! A pack as a file: everything as a workbook, or its list alone as CSV.

use chrono::NaiveDate;

use super::form::{Column, Counted, Filter};
use super::made::{Filling, Made};
use super::names;
use crate::i18n::Words;
use crate::measures::Amount;
use crate::table::{self, Cell};
use crate::vocabulary::Vocabulary;

/// Spreadsheets take no more letters, and none of these, in the name of a sheet.
fn sheet_name(at: usize, name: &str) -> String {
    let plain: String = name.chars().filter(|c| !"[]:*?/\\'".contains(*c)).take(27).collect();
    format!("{} {plain}", at + 1)
}

fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

fn number(counted: Counted, amount: Amount) -> Cell {
    names::number(counted, amount).map_or(Cell::Empty, Cell::Number)
}

#[allow(clippy::cast_precision_loss)] // No count comes near 2^53.
fn int(n: i64) -> Cell {
    Cell::Number(n as f64)
}

/// The whole pack: figures, each table, each list, what is asked in words, what is missing and what everything means.
///
/// # Errors
/// Where the workbook cannot be written.
pub fn workbook(w: Words, made: &Made, made_on: NaiveDate) -> Result<Vec<u8>, String> {
    let mut sheets: Vec<(String, Vec<Vec<Cell>>)> = vec![(w.tr("pack-figures"), figures(w, made))];
    for (at, it) in made.form.tables.iter().enumerate() {
        sheets.push((sheet_name(sheets.len(), &w.text(&it.name)), table(w, made, at)));
    }
    for at in 0..made.form.lists.len() {
        if let Some(filling) = made.list(at) {
            let name = sheet_name(sheets.len(), &w.text(&filling.list.name));
            sheets.push((name, list(w, made, &filling)));
        }
    }
    if !made.form.texts.is_empty() {
        let asks = made.form.texts.iter().map(|it| vec![text(w.text(&it.asks)), Cell::Empty]);
        let head = vec![text(w.tr("pack-asked")), text(w.tr("pack-answer"))];
        sheets.push((w.tr("pack-words"), std::iter::once(head).chain(asks).collect()));
    }
    sheets.push((w.tr("pack-codebook"), codebook(w, made, made_on)));
    let sheets: Vec<(&str, &[Vec<Cell>])> =
        sheets.iter().map(|(name, rows)| (name.as_str(), rows.as_slice())).collect();
    table::to_typed_workbook(&sheets).map_err(|error| error.to_string())
}

/// The first list of the pack, or its figures where it has none.
pub fn csv(w: Words, made: &Made, mark: bool) -> Vec<u8> {
    let rows = made.list(0).map_or_else(|| figures(w, made), |filling| list(w, made, &filling));
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(Cell::said).collect()).collect();
    table::to_csv(&rows, mark)
}

fn figures(w: Words, made: &Made) -> Vec<Vec<Cell>> {
    let head = ["pack-figure", "pack-value", "pack-in", "pack-age-unknown"].map(|key| text(w.tr(key)));
    let mut rows = vec![head.to_vec()];
    for (figure, filled) in made.form.figures.iter().zip(&made.figures) {
        let value =
            filled.map_or_else(|| text(w.tr("pack-withheld")), |it| number(figure.counted, it.amount));
        let unknown = match filled {
            Some(it) if figure.filter.ages.is_some() => int(it.age_unknown),
            _ => Cell::Empty,
        };
        rows.push(vec![
            text(w.text(&figure.name)),
            value,
            text(names::counted_in(w, figure.counted)),
            unknown,
        ]);
    }
    rows
}

fn table(w: Words, made: &Made, at: usize) -> Vec<Vec<Cell>> {
    let table = &made.form.tables[at];
    let figures: Vec<_> = table.figures.iter().filter_map(|code| made.form.figure(code)).collect();
    let mut head = vec![text(names::corner(w, table))];
    head.extend(figures.iter().map(|figure| text(w.text(&figure.name))));
    let mut rows = vec![head];
    for row in &made.tables[at] {
        let mut cells = vec![text(names::row(w, made, table, &row.code))];
        let filled = row.cells.iter().zip(&figures);
        cells.extend(filled.map(|(cell, figure)| match cell {
            Some(amount) => number(figure.counted, *amount),
            None => text(w.tr("pack-withheld")),
        }));
        rows.push(cells);
    }
    if let Some(note) = names::note(w, &made.tables[at]) {
        rows.extend([Vec::new(), vec![text(note)]]);
    }
    rows
}

/// The headings of a list; ages are a column each.
pub fn headings(w: Words, made: &Made, it: &Filling<'_>) -> Vec<String> {
    let mut all = Vec::new();
    for column in &it.list.columns {
        match column {
            Column::Ages => all.extend(it.bands.iter().map(|band| w.of("pack-aged", names::band(w, band)))),
            Column::Figure => {
                let figure = made.form.figure(&it.list.proves);
                all.push(figure.map_or_else(String::new, |figure| w.text(&figure.name)));
            }
            column => all.push(w.tr(&format!("pack-column-{}", column.code()))),
        }
    }
    all
}

/// A list with its heading, and its sum last: the figure it proves.
pub fn list(w: Words, made: &Made, it: &Filling<'_>) -> Vec<Vec<Cell>> {
    let Some(figure) = made.form.figure(&it.list.proves) else { return Vec::new() };
    let mut rows = vec![headings(w, made, it).into_iter().map(Cell::Text).collect()];
    for listed in &it.rows {
        let (line, mut cells) = (listed.line, Vec::new());
        for column in &it.list.columns {
            cells.push(match column {
                Column::Date => Cell::Day(line.date()),
                Column::Unit => {
                    text(made.read.unit(line.unit_id).map_or_else(String::new, |it| w.text(&it.name)))
                }
                Column::Activity => text(made.read.activity(w, line.activity_id)),
                Column::Kind => text(w.tr(&format!("kind-{}", line.fact.kind.code()))),
                Column::Field => match &line.field {
                    Some(code) => text(names::term(w, made, Vocabulary::Field, code)),
                    None => Cell::Empty,
                },
                #[allow(clippy::cast_precision_loss)]
                Column::Hours => Cell::Number((line.fact.duration_min as f64 / 60.0 * 100.0).round() / 100.0),
                Column::Figure => number(figure.counted, listed.figure),
                Column::Ages => {
                    cells
                        .extend(it.bands.iter().map(|band| int(listed.ages.get(band).copied().unwrap_or(0))));
                    continue;
                }
                Column::AgeUnknown => int(listed.age_unknown),
                Column::Method => text(w.tr(&format!("count-{}", line.method.code()))),
                Column::Proof => int(line.proofs),
            });
        }
        rows.push(cells);
    }
    let mut sum = |label: String, amount: Amount, unknown: i64| {
        let mut cells: Vec<Cell> = Vec::new();
        for column in &it.list.columns {
            match column {
                Column::Ages => cells.extend(it.bands.iter().map(|_| Cell::Empty)),
                Column::Figure => cells.push(number(figure.counted, amount)),
                Column::AgeUnknown => cells.push(int(unknown)),
                _ => cells.push(Cell::Empty),
            }
        }
        if let Some(first) = cells.first_mut().filter(|cell| cell.is_empty()) {
            *first = text(label);
        }
        rows.push(cells);
    };
    if let Some((n, amount, unknown)) = it.elsewhere {
        sum(w.n("pack-elsewhere", n), amount, unknown);
    }
    sum(w.tr("pack-together"), it.total, it.age_unknown);
    rows
}

/// What a figure leaves in, in words.
fn narrowed(w: Words, made: &Made, filter: &Filter) -> String {
    let term = |list: Vocabulary| move |code: &String| names::term(w, made, list, code);
    let kinds = filter.kinds.iter().map(|it| w.tr(&format!("kind-{}", it.code()))).collect();
    let parts = filter.parts.iter().map(|it| w.tr(&format!("part-{}", it.code()))).collect();
    let mut all: Vec<(&str, Vec<String>)> = vec![
        ("report-axis-kind", kinds),
        ("report-axis-part", parts),
        ("report-axis-main_field", filter.fields.iter().map(term(Vocabulary::Field)).collect()),
        ("report-axis-main_tag", filter.tags.iter().map(term(Vocabulary::Tag)).collect()),
    ];
    all.extend(filter.ages.map(|(from, to)| ("report-axis-age_band", vec![format!("{from}–{to}")])));
    all.retain(|(_, named)| !named.is_empty());
    all.into_iter()
        .map(|(key, named)| format!("{}: {}", w.tr(key), named.join(", ")))
        .collect::<Vec<_>>()
        .join("; ")
}

fn codebook(w: Words, made: &Made, made_on: NaiveDate) -> Vec<Vec<Cell>> {
    let (from, last) = made.days();
    let form = &made.form;
    let pair = |key: &str, says: String| vec![text(w.tr(key)), text(says)];
    let mut rows = vec![
        pair("pack-form", format!("{} ({} {})", w.text(&form.name), form.code, form.version)),
        pair("pack-unit", format!("{} ({})", w.text(&made.unit.name), made.unit.code)),
        pair("pack-period", w.span(from, last)),
        pair("pack-made-on", w.date(made_on)),
    ];
    rows.extend(made.beside_reports(w).into_iter().map(|says| vec![Cell::Empty, text(says)]));
    rows.extend([
        Vec::new(),
        ["pack-figure", "pack-measure", "pack-narrowed", "pack-meaning"].map(|key| text(w.tr(key))).to_vec(),
    ]);
    for figure in &form.figures {
        let code = figure.counted.code();
        let mut meaning = vec![w.text(&figure.what)];
        let of_measure = w.tr(&format!("measure-{code}-what"));
        // What the measure says of itself holds for what is left of it.
        let whole = figure.filter == Filter::default();
        meaning.push(if whole { of_measure } else { w.of("pack-narrowed-of", of_measure) });
        meaning.retain(|it| !it.is_empty());
        rows.push(vec![
            text(w.text(&figure.name)),
            text(code),
            text(narrowed(w, made, &figure.filter)),
            text(meaning.join(" ")),
        ]);
    }
    rows
}
