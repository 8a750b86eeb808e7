//! Where a target's number comes from, in fields of a form and back.

use crate::i18n::Words;
use crate::plan::document::Evidence;
use crate::plan::evidence::body_of;
use crate::plan::piece::{Piece, Raw, Value};
use crate::plan::when;

/// (column, what stands in it)
pub fn of(w: Words, it: Option<&Evidence>, year: i32) -> Vec<(&'static str, String)> {
    let Some(it) = it else { return Vec::new() };
    let mut all = vec![("evidence_from", it.from().code().to_owned())];
    match it {
        Evidence::Measure { measure, of, within, when } => {
            all.push(("evidence_measure", measure.clone()));
            if let Some((by, code)) = of {
                all.push(("evidence_of", format!("{}:{code}", by.code())));
            }
            all.push(("evidence_in", within.join(", ")));
            all.push(("evidence_when", when::typed(w, when, year)));
        }
        Evidence::Result { area } => all.push(("evidence_area", area.clone())),
        Evidence::Meetings { body, name, of, counted, when } => {
            all.push(("evidence_body", body_of(*body, name)));
            all.push(("evidence_met", of.code().to_owned()));
            all.extend((!counted.is_sum()).then(|| ("evidence_counted", counted.code().to_owned())));
            all.push(("evidence_when", when::typed(w, when, year)));
        }
        Evidence::Hand { what, counted, .. } => {
            all.push(("evidence_what", what.code().to_owned()));
            all.extend((!counted.is_sum()).then(|| ("evidence_counted", counted.code().to_owned())));
        }
    }
    all
}

/// Puts what the columns say into the place where files have it. What belongs to another source than the one that was chosen
/// is left out: the form shows all of them.
pub fn gather(row: &mut Piece) {
    let (inside, rest): (Vec<_>, Vec<_>) =
        std::mem::take(&mut row.of).into_iter().partition(|(key, _)| key.starts_with("evidence_"));
    row.of = rest;
    let text = |key: &str| {
        inside.iter().find(|(name, _)| name == key).and_then(|(_, value)| match &value.raw {
            Raw::Text(text) => Some(text.as_str()),
            _ => None,
        })
    };
    // How counts are joined is a matter of counting by hand alone.
    let by_hand = text("evidence_counted").map(|_| "hand");
    let Some(from) = text("evidence_from").or(by_hand) else { return };
    let mut it = Piece::default();
    it.say("from", from);
    let mut say = |key: &str, column: &str| {
        if let Some(said) = text(column) {
            it.say(key, said);
        }
    };
    match from {
        "measure" => {
            say("measure", "evidence_measure");
            say("when", "evidence_when");
            if let Some((by, code)) = text("evidence_of").and_then(|of| of.split_once(':')) {
                it.put(by, Raw::Text(code.to_owned()));
            }
            let codes = text("evidence_in").unwrap_or("").split([',', ' ']).filter(|code| !code.is_empty());
            let codes: Vec<Value> =
                codes.map(|code| Value { at: 0, raw: Raw::Text(code.to_owned()) }).collect();
            if !codes.is_empty() {
                it.put("in", Raw::List(codes));
            }
        }
        "result" => say("area", "evidence_area"),
        "meetings" => {
            let (kind, name) =
                text("evidence_body").map_or(("", ""), |it| it.split_once(':').unwrap_or((it, "")));
            it.say("body", kind);
            it.say("name", name);
            for (key, column) in
                [("of", "evidence_met"), ("counted", "evidence_counted"), ("when", "evidence_when")]
            {
                it.say(key, text(column).unwrap_or(""));
            }
        }
        "hand" => {
            let whom = inside.iter().any(|(name, _)| name == "evidence_whom");
            if text("evidence_what").is_none() && text("evidence_counted").is_none() && !whom {
                // By hand, and nothing more to be said of it.
                return;
            }
            say("what", "evidence_what");
            say("counted", "evidence_counted");
            if let Some((_, whom)) = inside.iter().find(|(name, _)| name == "evidence_whom") {
                it.put("whom", whom.raw.clone());
            }
        }
        _ => {}
    }
    row.put("evidence", Raw::Table(it.of));
}
