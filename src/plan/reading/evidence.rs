//! Evidence of a target out of what a file or a form says.

use crate::bodies;
use crate::form::tidy;
use crate::measures::Measure;
use crate::plan::evidence::{By, Counted, Evidence, From, Joined, Known, Met, kinds, measures};
use crate::plan::piece::{Piece, Raw};
use crate::plan::reader::Reader;

const OF_MEASURE: [&str; 8] = ["from", "measure", "kind", "tag", "field", "project", "in", "when"];

/// The evidence that a target says it has; none where it says nothing, or nothing that can be understood.
pub fn evidence(it: &mut Reader, target: &Piece, year: i32) -> Option<Evidence> {
    let value = target.get("evidence")?;
    let Raw::Table(of) = &value.raw else {
        it.wrong(value.at, "evidence", "plan-wrong-evidence");
        return None;
    };
    let piece = Piece { at: value.at, of: of.clone() };
    it.within("evidence", |it| read(it, &piece, year))
}

fn read(it: &mut Reader, piece: &Piece, year: i32) -> Option<Evidence> {
    if piece.get("from").is_none() {
        it.wrong(piece.at, "from", "plan-wrong-missing");
    }
    Some(match it.choice(piece, "from", From::ALL, From::code)? {
        From::Measure => measure(it, piece, year)?,
        From::Result => {
            it.only(piece, &["from", "area"]);
            Evidence::Result { area: name(it, piece, "area") }
        }
        From::Meetings => meetings(it, piece, year)?,
        From::Hand => {
            it.only(piece, &["from", "what", "whom", "counted"]);
            let what = it.choice(piece, "what", Counted::ALL, Counted::code).unwrap_or(Counted::Other);
            let counted = it.choice(piece, "counted", Joined::ALL, Joined::code).unwrap_or_default();
            Evidence::Hand { what, whom: it.said(piece, "whom"), counted }
        }
    })
}

fn meetings(it: &mut Reader, piece: &Piece, year: i32) -> Option<Evidence> {
    it.only(piece, &["from", "body", "name", "of", "counted", "when"]);
    if piece.get("body").is_none() {
        it.wrong(piece.at, "body", "plan-wrong-missing");
        return None;
    }
    let body = it.choice(piece, "body", &bodies::Kind::ALL, bodies::Kind::code)?;
    let name = it.text(piece, "name");
    // Cells of a table keep one thing from the next by it.
    if name.contains(';') {
        it.wrong(piece.at, "name", "plan-wrong-body-name");
    }
    let of = it.choice(piece, "of", Met::ALL, Met::code).unwrap_or_default();
    let counted = it.choice(piece, "counted", Joined::ALL, Joined::code).unwrap_or_default();
    Some(Evidence::Meetings { body, name, of, counted, when: it.when(piece, year) })
}

fn measure(it: &mut Reader, piece: &Piece, year: i32) -> Option<Evidence> {
    it.only(piece, &OF_MEASURE);
    if piece.get("measure").is_none() {
        it.wrong(piece.at, "measure", "plan-wrong-missing");
        return None;
    }
    let all: Vec<Measure> = measures().collect();
    let measure = it.choice(piece, "measure", &all, Measure::code)?;
    let mut of: Option<(By, String)> = None;
    for by in By::ALL.iter().copied().filter(|by| piece.get(by.code()).is_some()) {
        if of.is_some() {
            it.wrong(piece.at, by.code(), "plan-wrong-one-of");
            continue;
        }
        let code = name(it, piece, by.code());
        if !by.splits(measure) {
            it.wrong(piece.at, by.code(), "plan-wrong-splits");
        } else if let Some(all) = known(it, by).filter(|all| !code.is_empty() && !all.contains(&code)) {
            it.wrong(piece.at, by.code(), "plan-wrong-unknown")
                .args
                .extend([("it", code.clone().into()), ("all", all.join(", ").into())]);
        }
        of = Some((by, code));
    }
    let mut within = Vec::new();
    for value in it.list(piece, "in") {
        let Raw::Text(code) = &value.raw else {
            it.wrong(value.at, "in", "plan-wrong-text");
            continue;
        };
        let code = tidy(code);
        if !is_name(&code) {
            it.wrong(value.at, "in", "plan-wrong-code");
        } else if it.known.as_ref().is_some_and(|known| !known.units.contains(&code)) {
            it.wrong(value.at, "in", "plan-wrong-no-unit").args.push(("it", code.clone().into()));
        }
        within.push(code);
    }
    // Which units count, and not in which order somebody named them.
    within.sort();
    within.dedup();
    let when = it.when(piece, year);
    if when.iter().any(|span| !span.is_months()) {
        it.wrong(piece.at, "when", "plan-wrong-months");
    }
    Some(Evidence::Measure { measure: measure.code().to_owned(), of, within, when })
}

/// The codes that there are; none where nobody knows.
fn known(it: &Reader, by: By) -> Option<Vec<String>> {
    let of = |known: &Known| match by {
        By::Kind => kinds().map(str::to_owned).collect(),
        By::Tag => known.tags.clone(),
        By::Field => known.fields.clone(),
        By::Project => known.projects.clone(),
    };
    match by {
        By::Kind => Some(of(&Known::default())),
        _ => it.known.as_ref().map(of),
    }
}

/// A code of the network's words, projects, units or areas.
fn is_name(text: &str) -> bool {
    (1..=60).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'_'))
}

fn name(it: &mut Reader, piece: &Piece, key: &str) -> String {
    let code = it.text(piece, key);
    let at = piece.get(key).map_or(piece.at, |it| it.at);
    if code.is_empty() {
        it.wrong(at, key, "plan-wrong-missing");
    } else if !is_name(&code) {
        it.wrong(at, key, "plan-wrong-code");
    }
    code
}
