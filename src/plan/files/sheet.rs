//! A plan out of a table: a row for each part, or for each action with the way to it; further steps and targets have rows of their
//! own below.

use super::Asked;
use super::cells::{Cells, Heading, heading};
use super::columns::{self, ADOPTION, PATH, PLAN};
use super::path::Way;
use crate::form::tidy;
use crate::i18n::{Lang, Text18, Words};
use crate::plan::document::Plan;
use crate::plan::piece::{Piece, Raw, Value};
use crate::plan::reader::Reader;
use crate::plan::reading;
use crate::table::{Cell, Sheet};
use crate::units::code::proposed;

/// Adds to the list of a part.
fn push(piece: &mut Piece, key: &str, value: Value) {
    match piece.of.iter_mut().find(|(name, _)| name == key) {
        Some((_, Value { raw: Raw::List(all), .. })) => all.push(value),
        _ => piece.put(key, Raw::List(vec![value])),
    }
}

/// Whether parts are named by the way to them: there is no column for their kind.
pub fn is_by_hand(sheets: &[Sheet]) -> bool {
    let first = sheets.first().and_then(|sheet| sheet.rows.first());
    first.is_some_and(|row| {
        row.cells.iter().all(|cell| heading(&cell.said(), "").is_none_or(|(name, _)| name != "kind"))
    })
}

pub fn read(w: Words, reader: &mut Reader, sheets: &[Sheet], asked: &Asked<'_>) -> Plan {
    let Some((first, rows)) = sheets.first().and_then(|sheet| sheet.rows.split_first()) else {
        return Plan::default();
    };
    let headings: Vec<Heading> = first.cells.iter().map(|cell| heading(&cell.said(), asked.lang)).collect();
    for (cell, heading) in first.cells.iter().zip(&headings) {
        if heading.is_none() && *cell != Cell::Empty {
            reader.wrong(first.number, &tidy(&cell.said()), "plan-wrong-column");
        }
    }
    let has = |name: &str| headings.iter().flatten().any(|(column, _)| *column == name);
    let path = !has("kind");
    if path && !has("action") {
        reader.wrong(first.number, "", "plan-wrong-no-columns");
        return Plan::default();
    }
    let mut head = Piece { at: first.number, of: Vec::new() };
    let (mut parts, mut adoption): (Vec<Piece>, Vec<Value>) = (Vec::new(), Vec::new());
    let mut way = Way::default();
    // A row that somebody added has none: it is made of its name, and the same whenever the file comes again.
    let mut codes: Vec<String> =
        rows.iter().map(|row| tidy(&Cells { row, headings: &headings }.get("code"))).collect();
    for row in rows {
        let cells = Cells { row, headings: &headings };
        let at = row.number;
        match cells.get("kind").trim() {
            PLAN if !path => {
                head.at = at;
                head.say("year", &cells.get("code"));
                head.words("name", &cells.said("name"));
                head.words("intro", &cells.said("purpose"));
                continue;
            }
            ADOPTION if !path => {
                let mut step = Piece { at, of: Vec::new() };
                step.say("step", &cells.get("code"));
                step.say("when", &cells.get("when"));
                adoption.push(Value { at, raw: Raw::Table(step.of) });
                continue;
            }
            _ => {}
        }
        let mut piece = Piece { at, of: Vec::new() };
        let told = cells.tell(&mut piece, path);
        if path {
            let names = PATH.map(|column| cells.get(column));
            if names.iter().any(|name| !name.trim().is_empty()) {
                way.go(&names, at, asked.lang, &mut parts);
            }
            let Some(last) = way.last(&mut parts) else {
                reader.wrong(at, "action", "plan-wrong-missing");
                continue;
            };
            for (key, value) in piece.of {
                if last.get(&key).is_some() {
                    reader.wrong(at, &key, "plan-wrong-again");
                } else {
                    last.of.push((key, value));
                }
            }
        } else if piece.get("kind").is_some() || piece.get("code").is_some() {
            if piece.get("code").is_none() {
                let taken = |code: &str| codes.iter().any(|it| it == code);
                let name = cells.said("name");
                codes.push(proposed(name.read(asked.lang), cells.get("kind").trim(), taken));
                piece.say("code", codes.last().map_or("", String::as_str));
            }
            parts.push(piece);
        } else if told {
            reader.wrong(at, "code", "plan-wrong-missing");
        }
        let last = if path { way.last(&mut parts) } else { parts.last_mut() };
        let Some(last) = last else {
            reader.wrong(at, "code", "plan-wrong-missing");
            continue;
        };
        if let Some(step) = cells.step() {
            push(last, "steps", step);
        }
        if let Some(target) = cells.target() {
            push(last, "targets", target);
        }
    }
    if !adoption.is_empty() {
        head.put("adoption", Raw::List(adoption));
    }
    if head.get("name").is_none()
        && let Some(year) = asked.year
    {
        let name = Words(Lang::from_code(asked.lang).unwrap_or(w.0)).of("plan-of-year", year);
        head.words("name", &Text18::one(asked.lang, name));
    }
    reader.uncoded = true;
    let plan = reading::plan(reader, &head, &parts, asked.year);
    // Problems are told under the headings that the table has.
    let called = |column: &str| {
        let name = columns::of(column)?;
        let at = headings.iter().position(|it| it.as_ref().is_some_and(|(of, _)| *of == name));
        let own = at.and_then(|at| first.cells.get(at)).map(|cell| tidy(&cell.said()));
        Some(own.unwrap_or_else(|| w.tr(&format!("plan-column-{name}"))))
    };
    for it in &mut reader.problems {
        if let Some(own) = called(&it.column) {
            it.column = own;
        }
    }
    plan
}
