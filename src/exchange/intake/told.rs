//! What was understood of a file and would come of it, in words: the same for the page and the command.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::find::{Found, From, Headed};
use super::heading::Meaning;
use super::lines::{Lines, Totals};
use super::plan::{Difference, Said, Tally};
use crate::activities::UNKNOWN;
use crate::exchange::columns::Column;
use crate::i18n::{Arg, Words};
use crate::measures::Measure;
use crate::periods::Whole;
use crate::vocabulary::AgeBand;

/// What a column holds, for people.
pub fn label(w: Words, meaning: &Meaning) -> String {
    match meaning {
        Meaning::Own(Column::Total(part)) => {
            w.of("import-column-all", w.tr(&format!("part-{}", part.code())))
        }
        Meaning::Own(Column::Gender(part, gender)) => {
            let part = w.tr(&format!("part-{}", part.code()));
            format!("{part}: {}", w.tr(&format!("gender-{}", gender.code())).to_lowercase())
        }
        Meaning::Own(Column::Age(part, band)) => {
            let part = w.tr(&format!("part-{}", part.code()));
            let ages = AgeBand::from_code(band).map_or_else(|| band.clone(), |band| band.label());
            let ages = if band == UNKNOWN { w.tr("age-unknown") } else { w.of("age-years", ages) };
            format!("{part}: {ages}")
        }
        other => w.tr(&format!("import-column-{}", other.code())),
    }
}

/// What a column was taken for, and how that is known.
pub fn taken_for(w: Words, column: &Headed) -> String {
    match (&column.meaning, column.from) {
        (None, From::NoBand) => w.tr("import-no-band"),
        (None, _) => w.tr("import-not-understood"),
        (Some(Meaning::Aside), _) => w.tr("import-aside"),
        (Some(meaning), From::Memory) => w.of("import-as-before", label(w, meaning)),
        (Some(meaning), _) => label(w, meaning),
    }
}

/// A year or a month by its name, any other time by its days.
pub fn stretch(w: Words, from: NaiveDate, until: NaiveDate) -> String {
    match Whole::between(from, until) {
        Some(Whole::Year(year)) => year.to_string(),
        Some(Whole::Month(..)) => w.month(from),
        None => w.span(from, until.pred_opt().unwrap_or(until)),
    }
}

pub fn said(w: Words, said: &Said) -> String {
    match said {
        Said::Nothing => w.tr("import-nothing"),
        Said::Text(text) => w.of("import-quoted", text),
        Said::Number(n) => w.int(*n),
        Said::Day(day) => w.date(*day),
        Said::Clock(minutes) => w.clock(*minutes),
        Said::Length(minutes) => w.length(*minutes),
    }
}

/// "Trajanje: 3 ure, v datoteki 2 uri".
pub fn difference(w: Words, it: &Difference) -> String {
    if it.what == Meaning::Own(Column::Entry) {
        return w.tr("import-was-deleted");
    }
    let what = match &it.what {
        Meaning::Own(Column::Age(part, _)) => {
            format!("{}: {}", w.tr(&format!("part-{}", part.code())), w.tr("define-age"))
        }
        meaning => label(w, meaning),
    };
    if it.is == it.file {
        return w.of("import-differs", what);
    }
    w.with(
        "import-differs-both",
        &[("what", what.into()), ("is", said(w, &it.is).into()), ("file", said(w, &it.file).into())],
    )
}

/// "58 izvedenih, 2 odpadla, 120,5 ure, 900 obiskov".
pub fn tally(w: Words, tally: &Tally) -> String {
    let mut parts = vec![w.n("import-held", tally.held)];
    if tally.cancelled > 0 {
        parts.push(w.n("import-called-off", tally.cancelled));
    }
    parts.push(w.of("import-hours", w.hours(tally.minutes)));
    parts.push(w.n("visits", tally.visits));
    parts.join(", ")
}

/// A sum of a measure: hours where it is a time.
pub fn sum(w: Words, measure: Measure, value: i64) -> String {
    if matches!(measure.unit(), "min" | "person_min") {
        w.of("import-hours", w.hours(value))
    } else {
        w.int(value)
    }
}

/// Columns that nothing is taken from, since nobody has said what they mean.
pub fn left_out(w: Words, found: &Found<'_>) -> Option<String> {
    let columns = found.tables.iter().flat_map(|table| &table.columns);
    let mut open: Vec<String> =
        columns.filter(|it| it.meaning.is_none()).map(|it| w.of("import-quoted", &it.heading)).collect();
    let mut seen = HashSet::new();
    open.retain(|it| seen.insert(it.clone()));
    (!open.is_empty()).then(|| w.with("import-left-out", &[("it", open.join(", ").into())]))
}

/// What rows of sums say, beside what the rows above them come to.
pub fn compared(w: Words, all: &[Totals]) -> Vec<String> {
    all.iter().map(|it| totals(w, it)).collect()
}

/// What is to be said of rows that are no evenings.
pub fn beside(w: Words, lines: &Lines) -> Vec<String> {
    let mut notes = compared(w, &lines.totals);
    notes.extend(lines.aside.iter().take(5).map(|(sheet, row, text)| {
        let place = place(w, sheet.as_deref(), *row);
        let text: String = text.chars().take(80).collect();
        w.with("import-row-aside", &[("place", place.into()), ("it", text.into())])
    }));
    notes
}

fn place(w: Words, sheet: Option<&str>, row: usize) -> String {
    let row = w.of("import-at-row", row);
    sheet.map_or(row.clone(), |sheet| format!("{}, {row}", w.of("import-at-sheet", sheet)))
}

fn totals(w: Words, it: &Totals) -> String {
    let at = place(w, it.sheet.as_deref(), it.row);
    if it.differ.is_empty() {
        return w.of("import-totals-agree", at);
    }
    let differ = it.differ.iter().map(|(heading, said, sum, lengths)| {
        let shown = |n: i64| if *lengths { w.length(n) } else { w.int(n) };
        w.with(
            "import-totals-column",
            &[("it", heading.clone().into()), ("said", shown(*said).into()), ("sum", Arg::Text(shown(*sum)))],
        )
    });
    let differ: Vec<String> = differ.collect();
    w.with("import-totals-differ", &[("place", at.into()), ("it", differ.join("; ").into())])
}
