//! Every figure of a report as a workbook, with its codebook.

use super::{Printed, plan_sheet};
use crate::exchange::giving::{Cell, Codebook, MOST_ROWS, Stop, Xlsx};
use crate::measures::{Amount, Measure};
use crate::reports::document::{Figure, INDEX, PLAN};

const HEADINGS: [&str; 16] = [
    "mark",
    "measure",
    "measure_label",
    "definition",
    "unit",
    "unit_label",
    "from",
    "to",
    "axis",
    "axis_label",
    "member",
    "member_label",
    "value",
    "above",
    "below",
    "counted_in",
];

fn said(text: impl Into<String>) -> Cell<'static> {
    Cell::Text(text.into().into())
}

fn row(it: &Printed<'_>, figure: &Figure) -> Vec<Cell<'static>> {
    let w = it.w;
    let minutes = Printed::counted_in(figure).ends_with("min");
    let value = match figure.value.amount() {
        // As people read them; the minutes stand beside.
        #[allow(clippy::cast_precision_loss)]
        Amount::Whole(n) if minutes => Cell::Ratio(n as f64 / 60.0),
        Amount::Whole(n) => Cell::Int(n),
        Amount::Ratio(ratio) => Cell::Ratio(ratio),
        Amount::None => Cell::Empty,
    };
    let axis = match figure.axis.as_str() {
        "" => String::new(),
        "area" => w.tr("aim-area"),
        PLAN => w.tr("plan-targets"),
        axis => w.tr(&format!("report-axis-{axis}")),
    };
    vec![
        said(&figure.mark),
        said(&figure.measure),
        said(it.measure(&figure.measure)),
        Cell::Int(figure.definition),
        said(&figure.unit),
        said(&figure.unit_name),
        Cell::Day(figure.from),
        Cell::Day(figure.until.pred_opt().unwrap_or(figure.until)),
        said(&figure.axis),
        said(axis),
        said(&figure.code),
        said(&figure.label),
        value,
        Cell::Int(figure.value.above),
        Cell::maybe(figure.value.below),
        said(match Printed::counted_in(figure) {
            "min" => "hours",
            "person_min" => "person_hours",
            other => other,
        }),
    ]
}

/// # Errors
/// Where the workbook cannot be written.
pub fn xlsx(it: &Printed<'_>) -> Result<Vec<u8>, String> {
    let w = it.w;
    let mut bytes = Vec::new();
    let mut write = || -> Result<(), Stop> {
        let name = w.tr("given-sheet-figures");
        let numbered = move |n: i64, _| format!("{} {n}", w.tr("given-sheet-figures"));
        let mut sheet = Xlsx::new(&mut bytes, &HEADINGS.map(str::to_owned), &name, numbered, MOST_ROWS)?;
        it.composed.figures.iter().try_for_each(|figure| sheet.row(&row(it, figure)))?;
        let tables: Vec<_> = plan_sheet::table(it).into_iter().collect();
        sheet.end_with(&tables, |_| codebook(it))?;
        Ok(())
    };
    write().map_err(|stop| stop.to_string())?;
    Ok(bytes)
}

fn codebook(it: &Printed<'_>) -> Codebook {
    let (w, document) = (it.w, &it.composed.document);
    let line = |first: String, meaning: String| [first, String::new(), meaning, String::new()];
    let mut rows = vec![
        line(w.tr("report"), it.title()),
        line(w.tr("given-about-unit"), document.unit.clone()),
        line(w.tr("given-about-period"), document.period.clone()),
        line(w.tr("report-standing"), format!("{}. {}", it.standing(), it.state())),
    ];
    rows.extend(it.address.iter().map(|address| line(w.tr("report-address"), address.clone())));
    rows.push(line(w.tr("given-about-meaning"), it.definitions.clone()));
    rows.push(Default::default());
    rows.push(
        ["given-head-column", "given-head-code", "given-head-meaning", "given-head-holds"]
            .map(|key| w.tr(key)),
    );
    for column in HEADINGS.iter().filter(|it| !it.ends_with("_label")) {
        rows.push(line((*column).to_owned(), w.tr(&format!("report-column-{column}"))));
    }
    for measure in
        Measure::ALL.into_iter().filter(|of| it.composed.figures.iter().any(|it| it.measure == of.code()))
    {
        let what = w.tr(&format!("measure-{}-what", measure.code()));
        rows.push(["measure".to_owned(), measure.code().to_owned(), what, measure.unit().to_owned()]);
    }
    if it.composed.figures.iter().any(|it| it.measure == INDEX) {
        rows.push([
            "measure".to_owned(),
            INDEX.to_owned(),
            w.tr("define-voice-index-what"),
            "points".to_owned(),
        ]);
    }
    Codebook { name: w.tr("given-codebook"), rows }
}
