//! A unit's results as rows of a file: everything a page shows of it, one figure a row. `docs/results.md` says what each
//! column means.

use serde_json::{Value as Json, json};

use super::figures::{self, area_of};
use super::reading::Reading;
use super::sheet::stretches;
use super::table::{Part, Table, class_code};
use crate::i18n::Words;
use crate::questionnaires::{Item, Scale};
use crate::table::Cell;

pub const HEADINGS: [&str; 13] = [
    "evaluation",
    "year",
    "edition",
    "questionnaire",
    "unit",
    "part",
    "class",
    "about",
    "code",
    "label",
    "measure",
    "answer",
    "value",
];

/// A figure.
pub struct Row {
    part: &'static str,
    class: &'static str,
    /// group, area or item
    about: &'static str,
    code: String,
    label: String,
    measure: &'static str,
    answer: String,
    /// None where it is withheld.
    value: Option<f64>,
}

/// What can be answered to an item, as its counts are in order.
fn answers(item: &Item) -> Vec<String> {
    match &item.scale {
        Scale::Number { least, most } => {
            stretches(*least, *most).iter().map(|(from, to)| format!("{from}–{to}")).collect()
        }
        scale => scale.codes(),
    }
}

fn of_table(w: Words, reading: &Reading, table: &Table, out: &mut Vec<Row>) {
    let (part, class, k) = (table.part.code(), class_code(table.class), figures::least(reading));
    let content = reading.content();
    let mut add = |about, (code, label): (&str, &str), measure, answer: &str, value| {
        out.push(Row {
            part,
            class,
            about,
            code: code.to_owned(),
            label: label.to_owned(),
            measure,
            answer: answer.to_owned(),
            value,
        });
    };
    #[allow(clippy::cast_precision_loss)]
    add("group", ("", ""), "answers", "", Some(table.answers as f64));
    let lines = figures::items(content, table, k);
    if table.part != Part::Sensitive && table.part != Part::SensitiveTogether {
        for area in &content.areas {
            let named = (area.code.as_str(), content.said(&area.name, w.lang()));
            let leaning = figures::leaning(&lines, &area.code);
            let kinds = [
                ("good", leaning.good),
                ("middle", leaning.middle),
                ("bad", leaning.bad),
                ("no_answer", leaning.none),
            ];
            for (measure, n) in kinds {
                add("area", named, measure, "", Some(f64::from(n)));
            }
            add("area", named, "share", "", leaning.share(k));
            let Some(mean) = table.areas.get(&area.code) else {
                add("area", named, "index", "", None);
                add("area", named, "withheld", "few_valid", Some(f64::from(k)));
                continue;
            };
            add("area", named, "valid", "", Some(f64::from(mean.n())));
            let index = area_of(table, &area.code, k);
            add("area", named, "index", "", index.map(|it| it.value()));
            add("area", named, "index_low", "", index.map(|it| it.low()));
            add("area", named, "index_high", "", index.map(|it| it.high()));
        }
    }
    for line in lines {
        let named = (line.item.code.as_str(), content.said(&line.item.text, w.lang()));
        for (answer, n) in answers(line.item).iter().zip(&line.count.given) {
            add("item", named, "chose", answer, Some(f64::from(*n)));
        }
        let count = line.count;
        let others = [
            ("answered", count.answered),
            ("dont_know", count.dont_know),
            ("unanswered", count.unanswered),
            ("not_asked", count.not_asked),
        ];
        for (measure, n) in others {
            add("item", named, measure, "", Some(f64::from(n)));
        }
        if count.tally(line.item).is_none() {
            continue;
        }
        let share = line.share;
        add("item", named, "share", "", share.map(|it| it.value()));
        add("item", named, "share_low", "", share.map(|it| it.low()));
        add("item", named, "share_high", "", share.map(|it| it.high()));
        let index = line.index;
        add("item", named, "index", "", index.map(|it| it.value()));
        add("item", named, "index_low", "", index.map(|it| it.low()));
        add("item", named, "index_high", "", index.map(|it| it.high()));
    }
}

/// Everything that a unit shows, and what it withholds: then `answer` is the rule, and the value what would open it.
pub fn rows(w: Words, reading: &Reading) -> Vec<Row> {
    let mut all = Vec::new();
    for table in &reading.tables {
        of_table(w, reading, table, &mut all);
    }
    #[allow(clippy::cast_precision_loss)]
    for held in &reading.withheld {
        all.push(Row {
            part: held.lack.code(),
            class: "",
            about: "group",
            code: String::new(),
            label: String::new(),
            measure: "withheld",
            answer: held.why.clone(),
            value: held.wants.map(|n| n as f64),
        });
    }
    all
}

/// What stands at the beginning of each row.
fn head(reading: &Reading, unit: &str) -> [String; 5] {
    let it = &reading.evaluation;
    [
        it.code.clone(),
        it.year().to_string(),
        reading.edition.to_string(),
        reading.asked.questionnaire.code.clone(),
        unit.to_owned(),
    ]
}

/// A value as files have it: six decimals are more than any figure is worth.
fn rounded(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}

pub fn as_cells(reading: &Reading, unit: &str, rows: &[Row]) -> Vec<Vec<Cell>> {
    let text = |text: &str| if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) };
    let row = |row: &Row| {
        let mut cells: Vec<Cell> = head(reading, unit).iter().map(|it| text(it)).collect();
        let own = [row.part, row.class, row.about, &row.code, &row.label, row.measure, &row.answer];
        cells.extend(own.map(text));
        cells.push(row.value.map_or(Cell::Empty, |value| Cell::Number(rounded(value))));
        cells
    };
    rows.iter().map(row).collect()
}

pub fn as_json(reading: &Reading, unit: &str, rows: &[Row]) -> Vec<Json> {
    let it = &reading.evaluation;
    let row = |row: &Row| {
        json!({
            "evaluation": it.code,
            "year": it.year(),
            "edition": reading.edition,
            "questionnaire": reading.asked.questionnaire.code,
            "unit": unit,
            "part": row.part,
            "class": row.class,
            "about": row.about,
            "code": row.code,
            "label": row.label,
            "measure": row.measure,
            "answer": row.answer,
            "value": row.value.map(rounded),
        })
    };
    rows.iter().map(row).collect()
}
