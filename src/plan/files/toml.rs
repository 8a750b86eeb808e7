//! A plan as TOML.

use std::fmt::Write;

use toml_edit::{ImDocument, Item, Value as Toml};

use super::Asked;
use crate::i18n::Text18;
use crate::plan::document::{Evidence, Part, Plan};
use crate::plan::piece::{Piece, Raw, Value};
use crate::plan::reader::Reader;
use crate::plan::reading::{self, FORMAT};
use crate::plan::when;

/// Lines by where they begin.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Lines {
        Lines(std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect())
    }

    fn at(&self, span: Option<std::ops::Range<usize>>) -> usize {
        span.map_or(0, |span| self.0.partition_point(|begin| *begin <= span.start))
    }
}

pub fn read(reader: &mut Reader, text: &str, asked: &Asked<'_>) -> Plan {
    let lines = Lines::of(text);
    let document = match ImDocument::parse(text) {
        Ok(document) => document,
        Err(error) => {
            let says = error.message().trim().replace('\n', "; ");
            let at = lines.at(error.span());
            if says.is_empty() {
                reader.wrong(at, "", "plan-wrong-toml-here");
            } else {
                reader.wrong(at, "", "plan-wrong-toml").args.push(("it", says.into()));
            }
            return Plan::default();
        }
    };
    let (mut head, mut parts) = (Piece { at: 1, of: Vec::new() }, Vec::new());
    for (key, item) in document.as_table().iter() {
        let at = lines.at(item.span());
        match (key, item) {
            ("part", Item::ArrayOfTables(all)) => {
                for table in all {
                    let of = table.iter().map(|(key, item)| (key.to_owned(), value(&lines, item))).collect();
                    parts.push(Piece { at: lines.at(table.span()), of });
                }
            }
            ("part", _) => {
                reader.wrong(at, "part", "plan-wrong-parts");
            }
            _ => head.of.push((key.to_owned(), value(&lines, item))),
        }
    }
    if head.get("format").is_none() {
        reader.wrong(1, "format", "plan-wrong-missing");
    }
    reading::plan(reader, &head, &parts, asked.year)
}

fn value(lines: &Lines, item: &Item) -> Value {
    let at = lines.at(item.span());
    let raw = match item {
        Item::Value(value) => return plain(lines, value),
        Item::Table(table) => {
            Raw::Table(table.iter().map(|(key, item)| (key.to_owned(), value(lines, item))).collect())
        }
        Item::ArrayOfTables(all) => {
            let one = |table: &toml_edit::Table| Value {
                at: lines.at(table.span()),
                raw: Raw::Table(
                    table.iter().map(|(key, item)| (key.to_owned(), value(lines, item))).collect(),
                ),
            };
            Raw::List(all.iter().map(one).collect())
        }
        Item::None => Raw::Other,
    };
    Value { at, raw }
}

fn plain(lines: &Lines, value: &Toml) -> Value {
    let raw = match value {
        Toml::String(text) => Raw::Text(text.value().clone()),
        Toml::Integer(n) => Raw::Number(*n.value()),
        Toml::Array(all) => Raw::List(all.iter().map(|it| plain(lines, it)).collect()),
        Toml::InlineTable(table) => {
            Raw::Table(table.iter().map(|(key, it)| (key.to_owned(), plain(lines, it))).collect())
        }
        _ => Raw::Other,
    };
    Value { at: lines.at(value.span()), raw }
}

/// In quotes, with everything marked that must not stand there.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn said(text: &Text18) -> String {
    let all: Vec<String> = text.iter().map(|(lang, says)| format!("{lang} = {}", quoted(says))).collect();
    format!("{{ {} }}", all.join(", "))
}

/// Writes what is there and leaves out what is empty.
struct Out(String);

impl Out {
    fn line(&mut self, key: &str, value: &str) {
        let _ = writeln!(self.0, "{key} = {value}");
    }

    fn text(&mut self, key: &str, text: &str) {
        if !text.is_empty() {
            self.line(key, &quoted(text));
        }
    }

    fn said(&mut self, key: &str, text: &Text18) {
        if !text.is_empty() {
            self.line(key, &said(text));
        }
    }

    fn list(&mut self, key: &str, all: &[String]) {
        if !all.is_empty() {
            self.line(key, &format!("[\n  {},\n]", all.join(",\n  ")));
        }
    }
}

/// Pairs of an inline table; what is empty is left out.
fn table(pairs: &[(&str, Option<String>)]) -> String {
    let all: Vec<String> = pairs
        .iter()
        .filter_map(|(key, value)| value.as_ref().map(|value| format!("{key} = {value}")))
        .collect();
    format!("{{ {} }}", all.join(", "))
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| quoted(text))
}

fn some_said(text: &Text18) -> Option<String> {
    (!text.is_empty()).then(|| said(text))
}

/// The whole plan.
pub fn write(plan: &Plan) -> String {
    let mut out = Out(String::new());
    out.line("format", &FORMAT.to_string());
    out.line("year", &plan.year.to_string());
    out.said("name", &plan.head.name);
    out.said("intro", &plan.head.intro);
    for it in &plan.head.adoption {
        out.0.push_str("\n[[adoption]]\n");
        out.text("step", it.step.code());
        out.text("when", &when::written(&it.when));
    }
    for it in &plan.parts {
        out.0.push_str("\n[[part]]\n");
        part(&mut out, it);
    }
    out.0
}

fn part(out: &mut Out, it: &Part) {
    out.text("kind", it.kind.code());
    out.text("code", &it.code);
    out.text("in", &it.within);
    out.said("name", &it.name);
    let says = &it.says;
    let pairs =
        says.aims.iter().map(|aim| table(&[("code", some(&aim.code)), ("name", some_said(&aim.name))]));
    out.list("aims", &pairs.collect::<Vec<_>>());
    out.said("purpose", &says.purpose);
    out.list("goals", &says.goals.iter().map(said).collect::<Vec<_>>());
    out.list("qualitative", &says.qualitative.iter().map(said).collect::<Vec<_>>());
    out.text("programme", &says.programme);
    out.text("role", says.role.map_or("", |role| role.code()));
    let pairs =
        says.partners.iter().map(|it| table(&[("country", some(&it.country)), ("name", some(&it.name))]));
    out.list("partners", &pairs.collect::<Vec<_>>());
    out.text("project", &says.project);
    out.list("outputs", &says.outputs.iter().map(said).collect::<Vec<_>>());
    if let Some(budget) = says.budget {
        out.line("budget", &budget.to_string());
    }
    out.list("refers", &says.refers.iter().map(|code| quoted(code)).collect::<Vec<_>>());
    out.text("when", &when::written(&says.when));
    out.said("note", &says.note);
    out.said("indicator", &says.indicator);
    out.said("responsible", &says.responsible);
    let step = says.steps.iter().map(|it| {
        let when = some(&when::written(&it.when));
        table(&[("when", when), ("note", some_said(&it.note)), ("what", some_said(&it.what))])
    });
    out.list("steps", &step.collect::<Vec<_>>());
    let target = says.targets.iter().map(|it| {
        let number = |n: Option<i64>| n.map(|n| n.to_string());
        table(&[
            ("code", some(&it.code)),
            ("rule", some(it.rule.code())),
            ("number", number(Some(it.number))),
            ("up_to", number(it.up_to)),
            ("each", number(it.each)),
            ("units", number(it.units)),
            ("unit", some_said(&it.unit)),
            ("evidence", it.evidence.as_ref().map(evidence)),
        ])
    });
    out.list("targets", &target.collect::<Vec<_>>());
}

fn evidence(it: &Evidence) -> String {
    let from = some(it.from().code());
    match it {
        Evidence::Measure { measure, of, within, when } => {
            let codes: Vec<String> = within.iter().map(|code| quoted(code)).collect();
            let within = (!codes.is_empty()).then(|| format!("[{}]", codes.join(", ")));
            let (by, code) = of.as_ref().map_or(("", None), |(by, code)| (by.code(), some(code)));
            table(&[
                ("from", from),
                ("measure", some(measure)),
                (by, code),
                ("in", within),
                ("when", some(&when::written(when))),
            ])
        }
        Evidence::Result { area } => table(&[("from", from), ("area", some(area))]),
        Evidence::Meetings { body, name, of, counted, when } => table(&[
            ("from", from),
            ("body", some(body.code())),
            ("name", some(name)),
            ("of", (!of.is_meetings()).then(|| quoted(of.code()))),
            ("counted", (!counted.is_sum()).then(|| quoted(counted.code()))),
            ("when", some(&when::written(when))),
        ]),
        Evidence::Hand { what, whom, counted } => table(&[
            ("from", from),
            ("what", some(what.code())),
            ("whom", some_said(whom)),
            ("counted", (!counted.is_sum()).then(|| quoted(counted.code()))),
        ]),
    }
}
