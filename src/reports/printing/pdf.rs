//! Data for the template of the PDF.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::Printed;

pub const TEMPLATE: &str = include_str!("report.typ");

/// What a picture of a report is called where it is set: by its place, for such names are kept as long as the program runs.
fn photo_name(at: usize) -> String {
    format!("photo-{at}.jpg")
}

const LOGO: &str = "logo.png";

/// The pictures that `report.typ` shows, by name.
pub fn pictures(it: &Printed<'_>) -> Vec<(String, Vec<u8>)> {
    let photos = it.look.photos.iter().enumerate().map(|(at, (_, bytes))| (photo_name(at), bytes.clone()));
    photos.chain(it.look.logo.iter().map(|logo| (LOGO.to_owned(), logo.png.clone()))).collect()
}

/// What `report.typ` reads.
pub fn pdf(it: &Printed<'_>) -> Value {
    let w = it.w;
    let document = it.composed.document.clone().without_empty();
    let sources: Vec<Value> = it
        .sources()
        .into_iter()
        .map(|it| json!({ "heading": it.heading, "figures": it.figures, "by-line": it.by_line }))
        .collect();
    let look = it.look;
    let named = |(at, (id, _)): (usize, &(uuid::Uuid, Vec<u8>))| (id.to_string(), photo_name(at));
    let photos: BTreeMap<String, String> = look.photos.iter().enumerate().map(named).collect();
    json!({
        "it": document,
        "photos": photos,
        "logo": look.logo.as_ref().map(|_| LOGO),
        "tones": {
            "main": look.tones.main.hex(),
            "pale": look.tones.pale.hex(),
            "paper": look.tones.paper.hex(),
            "accent": look.accent.hex(),
        },
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
            "by-unit": w.tr("report-plan-by-unit"),
            "photo-gone": w.tr("report-photo-gone"),
        },
    })
}
