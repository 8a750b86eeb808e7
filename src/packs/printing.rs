//! A pack to print and hand in: data for the template beside the page.

use serde_json::{Value, json};

use super::made::Made;
use super::{names, sheet};
use crate::error::Result;
use crate::i18n::Words;
use crate::measures::Amount;

/// Entries that are printed. What goes beyond is for the workbook: nobody reads a hundred pages of rows.
const MOST: usize = 1_000;

/// The pack as a PDF.
///
/// # Errors
/// Where it cannot be set.
pub async fn pdf(w: Words, made: &Made, made_on: chrono::NaiveDate) -> Result<Vec<u8>> {
    crate::web::pdf(include_str!("web/pack.typ"), data(w, made, made_on)).await
}

fn data(w: Words, made: &Made, made_on: chrono::NaiveDate) -> Value {
    let form = &made.form;
    let value = |counted, amount: Option<Amount>| {
        amount.map_or_else(|| w.tr("pack-withheld"), |amount| names::amount(w, counted, amount))
    };
    let figures = form.figures.iter().zip(&made.figures).map(|(figure, filled)| {
        let unknown =
            filled.filter(|it| it.age_unknown > 0).map(|it| w.n("pack-unknown-beside", it.age_unknown));
        let beside: Vec<String> = [names::behind(w, figure.counted)].into_iter().chain(unknown).collect();
        let beside = beside.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ");
        json!([w.text(&figure.name), value(figure.counted, filled.map(|it| it.amount)), beside])
    });
    let tables = form.tables.iter().zip(&made.tables).map(|(table, rows)| {
        let figures: Vec<_> = table.figures.iter().filter_map(|code| form.figure(code)).collect();
        let row = |row: &super::made::Row| {
            let cells = row.cells.iter().zip(&figures).map(|(cell, figure)| value(figure.counted, *cell));
            std::iter::once(names::row(w, made, table, &row.code)).chain(cells).collect::<Vec<_>>()
        };
        json!({
            "name": w.text(&table.name),
            "corner": names::corner(w, table),
            "note": names::note(w, rows),
            "head": figures.iter().map(|figure| w.text(&figure.name)).collect::<Vec<_>>(),
            "rows": rows.iter().map(row).collect::<Vec<_>>(),
        })
    });
    let lists = (0..form.lists.len()).filter_map(|at| made.list(at)).map(|filling| {
        let entries = filling.rows.len();
        let rows: Vec<Vec<String>> = if entries > MOST {
            Vec::new()
        } else {
            let rows = sheet::list(w, made, &filling);
            rows.iter().map(|row| row.iter().map(|cell| names::said(w, cell)).collect()).collect()
        };
        json!({
            "name": w.text(&filling.list.name),
            "says": if entries > MOST { w.n("pack-print-long", i64::try_from(entries).unwrap_or(i64::MAX)) } else { String::new() },
            "rows": rows,
        })
    });
    let (from, last) = made.days();
    json!({
        "lang": w.lang(),
        "title": w.text(&form.name),
        "what": w.text(&form.what),
        "unit": w.text(&made.unit.name),
        "period": w.span(from, last),
        "corrected": made.beside_reports(w),
        "made": format!("{}: {}", w.tr("pack-made-on"), w.date(made_on)),
        "version": format!("{} {}", form.code, form.version),
        "figures-heading": w.tr("pack-figures"),
        "heads": [w.tr("pack-figure"), w.tr("pack-value"), w.tr("pack-in")],
        "figures": figures.collect::<Vec<_>>(),
        "tables": tables.collect::<Vec<_>>(),
        "lists": lists.collect::<Vec<_>>(),
        "nothing": w.tr("pack-nothing"),
        "asked-heading": w.tr("pack-words"),
        "asked": form.texts.iter().map(|it| w.text(&it.asks)).collect::<Vec<_>>(),
    })
}
