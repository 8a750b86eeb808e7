//! Plans and their parts out of what a file or a form says. Everything that is wrong is told, each thing at its place; of a plan
//! with one mistake nothing is taken.

mod evidence;

use chrono::NaiveDate;

use super::document::{
    Adoption, Aim, Evidence, Foreseen, Head, Kind, Line, Part, Partner, Plan, Role, Rule, Says, Target,
};
use super::piece::{Piece, Raw};
use super::reader::Reader;
use super::when::Span;
use crate::form::tidy;

/// The format that this program reads and writes.
pub const FORMAT: i64 = 1;
/// The most parts a plan may have.
pub const MOST_PARTS: usize = 600;

const PART: [&str; 21] = [
    "kind",
    "code",
    "in",
    "name",
    "aims",
    "purpose",
    "goals",
    "qualitative",
    "programme",
    "role",
    "partners",
    "project",
    "outputs",
    "budget",
    "refers",
    "when",
    "note",
    "indicator",
    "responsible",
    "steps",
    "targets",
];

/// What a part says of itself. Whether it fits into its plan is asked by [`super::tree::fits`].
pub fn part(it: &mut Reader, piece: &Piece, year: i32) -> Part {
    it.only(piece, &PART);
    if piece.get("kind").is_none() {
        it.wrong(piece.at, "kind", "plan-wrong-missing");
    }
    let kind = it.choice(piece, "kind", Kind::ALL, Kind::code).unwrap_or(Kind::Action);
    let says = Says {
        aims: it.tables(piece, "aims", aim),
        purpose: it.told(piece, "purpose"),
        goals: it.said_list(piece, "goals"),
        qualitative: it.said_list(piece, "qualitative"),
        programme: it.text(piece, "programme"),
        role: it.choice(piece, "role", Role::ALL, Role::code),
        partners: it.tables(piece, "partners", partner),
        project: it.text(piece, "project"),
        outputs: it.said_list(piece, "outputs"),
        budget: it.number(piece, "budget"),
        refers: refers(it, piece),
        when: it.when(piece, year),
        note: it.said(piece, "note"),
        indicator: it.told(piece, "indicator"),
        responsible: it.said(piece, "responsible"),
        steps: it.tables(piece, "steps", |it, piece| step(it, piece, year)),
        targets: targets(it, piece, year),
    };
    if !kind.is_funded() {
        for key in ["programme", "role", "partners", "project", "outputs", "budget"] {
            if let Some(value) = piece.get(key) {
                it.wrong(value.at, key, "plan-wrong-project-only");
            }
        }
    }
    if !says.project.is_empty() && crate::units::code(&says.project).is_err() {
        let at = piece.get("project").map_or(piece.at, |it| it.at);
        it.wrong(at, "project", "plan-wrong-code");
    } else if let Some(all) = it.known.as_ref().map(|known| &known.projects)
        && !says.project.is_empty()
        && !all.contains(&says.project)
    {
        let (at, all) = (piece.get("project").map_or(piece.at, |it| it.at), all.join(", "));
        let args = [("it", says.project.clone().into()), ("all", all.into())];
        it.wrong(at, "project", "plan-wrong-unknown").args.extend(args);
    }
    let within = it.text(piece, "in");
    Part { kind, code: it.code(piece, "code"), within, name: it.must(piece, "name"), says }
}

fn refers(it: &mut Reader, piece: &Piece) -> Vec<String> {
    let mut codes = Vec::new();
    for value in it.list(piece, "refers") {
        match &value.raw {
            Raw::Text(code) => codes.push(tidy(code)),
            _ => {
                it.wrong(value.at, "refers", "plan-wrong-text");
            }
        }
    }
    codes
}

fn aim(it: &mut Reader, piece: &Piece) -> Aim {
    it.only(piece, &["code", "name"]);
    let code = it.text(piece, "code");
    if code.is_empty() {
        it.wrong(piece.at, "code", "plan-wrong-missing");
    }
    Aim { code, name: it.said(piece, "name") }
}

fn partner(it: &mut Reader, piece: &Piece) -> Partner {
    it.only(piece, &["country", "name"]);
    let country = it.text(piece, "country").to_uppercase();
    if !country.is_empty() && (country.len() != 2 || !country.bytes().all(|b| b.is_ascii_uppercase())) {
        it.wrong(piece.at, "country", "plan-wrong-country");
    }
    let name = it.text(piece, "name");
    if name.is_empty() {
        it.wrong(piece.at, "name", "plan-wrong-missing");
    }
    Partner { country, name }
}

fn step(it: &mut Reader, piece: &Piece, year: i32) -> Line {
    it.only(piece, &["when", "note", "what"]);
    Line { when: it.when(piece, year), note: it.said(piece, "note"), what: it.must(piece, "what") }
}

/// Targets of a part; a code that stands twice is told where it stands again.
fn targets(it: &mut Reader, piece: &Piece, year: i32) -> Vec<Target> {
    let mut codes: Vec<String> = Vec::new();
    it.tables(piece, "targets", |it, piece| {
        let target = target(it, piece, year);
        if codes.contains(&target.code) && !target.code.is_empty() {
            let at = piece.get("code").map_or(piece.at, |it| it.at);
            it.wrong(at, "code", "plan-wrong-code-twice").args.push(("it", target.code.clone().into()));
        }
        codes.push(target.code.clone());
        target
    })
}

fn target(it: &mut Reader, piece: &Piece, year: i32) -> Target {
    it.only(piece, &["code", "rule", "number", "up_to", "each", "units", "unit", "evidence"]);
    if piece.get("number").is_none() {
        it.wrong(piece.at, "number", "plan-wrong-missing");
    }
    let said = it.number(piece, "number");
    let rule = it.choice(piece, "rule", Rule::ALL, Rule::code).unwrap_or(Rule::AtLeast);
    if said == Some(0) && rule != Rule::AtMost {
        let at = piece.get("number").map_or(piece.at, |it| it.at);
        it.wrong(at, "number", "plan-wrong-zero");
    }
    let number = said.unwrap_or(0);
    let up_to = it.number(piece, "up_to");
    if up_to.is_some_and(|up_to| up_to <= number) {
        it.wrong(piece.at, "up_to", "plan-wrong-range");
    }
    let (each, units) = (it.number(piece, "each"), it.number(piece, "units"));
    if let (Some(each), Some(units)) = (each, units)
        && each.saturating_mul(units) != number
    {
        it.wrong(piece.at, "each", "plan-wrong-each");
    }
    if units.is_some() && each.is_none() {
        it.wrong(piece.at, "each", "plan-wrong-missing");
    }
    let evidence = evidence::evidence(it, piece, year);
    // Meetings of a body, and points of an area, are of no unit below.
    if each.is_some() && matches!(evidence, Some(Evidence::Meetings { .. } | Evidence::Result { .. })) {
        it.wrong(piece.at, "each", "plan-wrong-each-source");
    }
    Target {
        // A sheet by hand has none: it is found once the file is read.
        code: match piece.get("code") {
            None if it.uncoded => String::new(),
            _ => it.code(piece, "code"),
        },
        rule,
        number,
        up_to,
        each,
        units,
        unit: it.must(piece, "unit"),
        evidence,
    }
}

/// What stands before the parts.
pub fn head(it: &mut Reader, piece: &Piece, year: i32) -> Head {
    Head { name: it.must(piece, "name"), intro: it.told(piece, "intro"), adoption: adoption(it, piece, year) }
}

/// The foreseen steps. One that stands twice is told where it stands again, and one that is foreseen before another that comes first
/// where its months stand.
fn adoption(it: &mut Reader, piece: &Piece, year: i32) -> Vec<Foreseen> {
    let mut seen: Vec<Adoption> = Vec::new();
    let found = it.tables(piece, "adoption", |it, piece| {
        it.only(piece, &["step", "when"]);
        if piece.get("step").is_none() {
            it.wrong(piece.at, "step", "plan-wrong-missing");
        }
        let when = it.when(piece, year);
        let step = it.choice(piece, "step", Adoption::ALL, Adoption::code)?;
        let line = |key: &str| piece.get(key).map_or(piece.at, |it| it.at);
        if seen.contains(&step) {
            it.wrong(line("step"), "step", "plan-wrong-twice");
        }
        seen.push(step);
        Some((line("when"), Foreseen { step, when }))
    });
    let mut in_order: Vec<_> =
        found.iter().enumerate().filter_map(|(n, it)| Some((n, it.as_ref()?))).collect();
    in_order.sort_by_key(|(_, (_, it))| Adoption::ALL.iter().position(|step| *step == it.step));
    let mut earliest = NaiveDate::MIN;
    for (n, (at, foreseen)) in in_order {
        // The first day on which it can be, after those that come first.
        let can = |span: &Span| (span.to.last() >= earliest).then(|| span.from.first().max(earliest));
        match foreseen.when.iter().filter_map(can).min() {
            Some(day) => earliest = day,
            None if foreseen.when.is_empty() => {}
            None => {
                it.wrong(*at, &format!("adoption.{n}.when"), "plan-wrong-backwards");
            }
        }
    }
    found.into_iter().flatten().map(|(_, it)| it).collect()
}

/// A whole file: what stands before the parts, and the parts. `year`: the one that was asked for, where one was.
pub fn plan(it: &mut Reader, piece: &Piece, parts: &[Piece], year: Option<i32>) -> Plan {
    it.only(piece, &["format", "year", "name", "intro", "adoption"]);
    if let Some(format) = it.number(piece, "format").filter(|it| *it != FORMAT) {
        let at = piece.get("format").map_or(0, |it| it.at);
        it.wrong(at, "format", "plan-wrong-format").args.push(("n", format.into()));
    }
    let said = it.number(piece, "year");
    let at = piece.get("year").map_or(piece.at, |it| it.at);
    let whose = said.and_then(|year| i32::try_from(year).ok()).filter(|year| (1900..=2200).contains(year));
    let year = match (whose, year) {
        (Some(said), Some(asked)) if said != asked => {
            it.wrong(at, "year", "plan-wrong-other-year").args.push(("it", said.to_string().into()));
            asked
        }
        (None, None) => {
            it.wrong(at, "year", "plan-wrong-year");
            2000
        }
        (Some(year), _) | (None, Some(year)) => year,
    };
    if parts.len() > MOST_PARTS {
        let most = i64::try_from(MOST_PARTS).unwrap_or(i64::MAX);
        it.wrong(0, "part", "plan-wrong-many").args.push(("n", most.into()));
    }
    let head = head(it, piece, year);
    let read: Vec<(usize, Part)> =
        parts.iter().take(MOST_PARTS).map(|piece| (piece.at, part(it, piece, year))).collect();
    it.problems.extend(super::tree::fits(&read));
    Plan { year, head, parts: super::tree::in_order(read.into_iter().map(|(_, part)| part).collect()) }
}
