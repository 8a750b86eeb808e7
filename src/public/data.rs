//! The same figures as files: CSV, and JSON-stat 2.0. What stands on the page, and nothing else. `docs/public.md` has the format.

use chrono::SecondsFormat;
use serde_json::{Map, Value, json};

use super::counting::{State, Year};
use super::labels;
use super::reading::Facts;
use crate::exchange::giving::Names;
use crate::measures::{Axis, Measure, Sums};
use crate::table;

pub const LICENCE: &str = "CC BY 4.0";
pub const LICENCE_AT: &str = "https://creativecommons.org/licenses/by/4.0/";

/// One figure.
struct Row {
    period: String,
    /// The last day in it.
    until: String,
    /// Whether the period goes on.
    provisional: bool,
    measure: Measure,
    /// None for the whole.
    axis: Option<Axis>,
    class: String,
    label: String,
    value: i64,
}

const TOTAL: &str = "total";

fn rows(facts: &Facts, names: &Names) -> Vec<Row> {
    let mut rows = Vec::new();
    let whole = |year: i32, until: String, provisional: bool, sums: &Sums| {
        labels::TOLD.map(|measure| Row {
            period: year.to_string(),
            until: until.clone(),
            provisional,
            measure,
            axis: None,
            class: TOTAL.to_owned(),
            label: names.w.tr("public-total"),
            value: measure.parts(sums).0,
        })
    };
    if let Some((period, sums)) = &facts.live {
        rows.extend(whole(chrono::Datelike::year(&period.from), period.last().to_string(), true, sums));
    }
    for year in &facts.years {
        let until = format!("{}-12-31", year.year);
        rows.extend(whole(year.year, until.clone(), false, &year.sums));
        rows.extend(parts(year, &until, names));
    }
    rows
}

fn parts(year: &Year, until: &str, names: &Names) -> Vec<Row> {
    let mut rows = Vec::new();
    for (axis, classes) in &year.splits {
        for class in labels::in_order(names, *axis, classes.as_deref().unwrap_or_default()) {
            rows.extend(labels::measures(*axis).map(|measure| Row {
                period: year.year.to_string(),
                until: until.to_owned(),
                provisional: false,
                measure,
                axis: Some(*axis),
                class: labels::code(&class),
                label: labels::members(names, *axis, &class),
                value: measure.parts(&class.sums).0,
            }));
        }
    }
    rows
}

pub fn csv(facts: &Facts, names: &Names) -> Vec<u8> {
    let w = names.w;
    let head = [
        "unit",
        "unit_name",
        "period",
        "until",
        "provisional",
        "measure",
        "measure_name",
        "split",
        "split_name",
        "class",
        "class_name",
        "value",
        "counts",
        "licence",
    ];
    let mut all: Vec<Vec<String>> = vec![head.map(str::to_owned).into()];
    for row in rows(facts, names) {
        all.push(vec![
            facts.unit.code.clone(),
            w.text(&facts.unit.name),
            row.period,
            row.until,
            if row.provisional { "1" } else { "0" }.to_owned(),
            row.measure.code().to_owned(),
            labels::measure(w, row.measure),
            row.axis.map_or(TOTAL, Axis::code).to_owned(),
            row.axis.map_or_else(|| w.tr("public-total"), |axis| labels::axis(w, axis)),
            row.class,
            row.label,
            row.value.to_string(),
            row.measure.unit().to_owned(),
            format!("{LICENCE} {LICENCE_AT}"),
        ]);
    }
    table::to_csv(&all, true)
}

/// Members of a dimension, each once, in the order in which they came.
#[derive(Default)]
struct Members(Vec<(String, String)>);

impl Members {
    fn at(&mut self, id: &str, label: &str) -> usize {
        let found = self.0.iter().position(|(known, _)| known == id);
        found.unwrap_or_else(|| {
            self.0.push((id.to_owned(), label.to_owned()));
            self.0.len() - 1
        })
    }

    fn dimension(&self, label: String, more: Option<Value>) -> Value {
        let index: Vec<&str> = self.0.iter().map(|(id, _)| id.as_str()).collect();
        let labels: Map<String, Value> =
            self.0.iter().map(|(id, label)| (id.clone(), Value::from(label.as_str()))).collect();
        let mut category = json!({ "index": index, "label": labels });
        if let (Some(more), Some(category)) = (more, category.as_object_mut()) {
            category.insert("unit".into(), more);
        }
        json!({ "label": label, "category": category })
    }
}

/// `page`: the address of the page, with its site.
pub fn json_stat(facts: &Facts, names: &Names, page: &str) -> Value {
    let w = names.w;
    let rows = rows(facts, names);
    let (mut periods, mut measures, mut classes) =
        (Members::default(), Members::default(), Members::default());
    let mut places = Vec::new();
    for row in &rows {
        let class =
            row.axis.map_or_else(|| TOTAL.to_owned(), |axis| format!("{}:{}", axis.code(), row.class));
        let label = row
            .axis
            .map_or_else(|| row.label.clone(), |axis| format!("{}: {}", labels::axis(w, axis), row.label));
        let period = if row.provisional {
            w.with("public-so-far", &[("it", row.period.clone().into()), ("day", row.until.clone().into())])
        } else {
            row.period.clone()
        };
        let measure = labels::measure(w, row.measure);
        places.push([
            periods.at(&row.period, &period),
            measures.at(row.measure.code(), &measure),
            classes.at(&class, &label),
        ]);
    }
    let size = [periods.0.len(), measures.0.len(), classes.0.len()];
    let (mut value, mut status) = (Map::new(), Map::new());
    for (row, [period, measure, class]) in rows.iter().zip(places) {
        let at = ((period * size[1] + measure) * size[2] + class).to_string();
        if row.provisional {
            status.insert(at.clone(), "p".into());
        }
        value.insert(at, row.value.into());
    }
    let units: Map<String, Value> = labels::TOLD
        .into_iter()
        .filter(|it| measures.0.iter().any(|(id, _)| id == it.code()))
        .map(|it| (it.code().to_owned(), json!({ "label": it.unit(), "decimals": 0 })))
        .collect();
    let day = |year: &Year| year.state == State::Moved;
    let notes = [Some(w.tr("public-data-note")), facts.years.iter().any(day).then(|| w.tr("public-moved"))];
    json!({
        "version": "2.0",
        "class": "dataset",
        "label": w.text(&facts.unit.name),
        "source": w.text(&facts.network),
        "updated": facts.at.to_rfc3339_opts(SecondsFormat::Secs, true),
        "note": notes.into_iter().flatten().collect::<Vec<_>>(),
        "link": {
            "license": [{ "href": LICENCE_AT, "label": LICENCE }],
            "describes": [{ "type": "text/html", "href": page }],
        },
        "id": ["period", "measure", "class"],
        "size": size,
        "role": { "time": ["period"], "metric": ["measure"] },
        "dimension": {
            "period": periods.dimension(w.tr("public-period"), None),
            "measure": measures.dimension(w.tr("public-measure"), Some(Value::Object(units))),
            "class": classes.dimension(w.tr("public-class"), None),
        },
        "value": value,
        "status": status,
        "extension": { "unit": facts.unit.code, "network": facts.unit.network.code, "licence": LICENCE },
    })
}
