//! Data for the template of the PDF.

use serde_json::{Value, json};

use super::Printed;

pub const TEMPLATE: &str = include_str!("report.typ");

/// What `report.typ` reads.
pub fn pdf(it: &Printed<'_>) -> Value {
    let w = it.w;
    let document = it.composed.document.clone().without_empty();
    let sources: Vec<Value> = it
        .sources()
        .into_iter()
        .map(|(heading, figures)| json!({ "heading": heading, "figures": figures }))
        .collect();
    json!({
        "it": document,
        "name": it.title(),
        "draft": it.finished.is_none(),
        "standing": it.standing(),
        "state": it.state(),
        "address": it.address,
        "sources": sources,
        "says": {
            "contents": w.tr("report-contents"),
            "sources": w.tr("report-sources"),
            "sources-what": w.of("report-sources-what", &it.definitions),
            "sources-where": it.address.as_ref().map(|address| w.of("report-sources-where", address)),
            "source-of": w.tr("report-source-of"),
            "source-figures": w.tr("report-source-figures"),
            "area": w.tr("aim-area"),
            "index": w.tr("slides-index"),
            "range": w.tr("report-range"),
            "change": w.tr("slides-change"),
            "whom": w.tr("report-whom"),
            "draft": w.tr("report-draft"),
        },
    })
}
