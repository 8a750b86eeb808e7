//! A part in the fields of a form, and back. What was typed becomes the same piece that files are read from, so that one reader says
//! what is wrong.

mod evidence;

use crate::app::App;
use crate::form::{Fields, Wrong};
use crate::i18n::{Text18, Words};
use crate::plan::document::{By, Evidence, Part};
use crate::plan::piece::{Piece, Problem, Raw, Value, said};
use crate::plan::when;

/// Words in every language: a line, a text, and lists with a line for each.
pub const SAID: [&str; 3] = ["name", "note", "responsible"];
pub const TOLD: [&str; 2] = ["purpose", "indicator"];
pub const LISTS: [&str; 3] = ["goals", "qualitative", "outputs"];
const PLAIN: [&str; 7] = ["kind", "in", "when", "programme", "role", "project", "budget"];

/// Rows of a form: their name, their columns without a language, those in one, and whether somebody typed in a row.
struct Rows {
    name: &'static str,
    plain: &'static [&'static str],
    spoken: &'static [&'static str],
    /// Columns that are sent of empty rows as well.
    silent: &'static [&'static str],
}

const ROWS: [Rows; 4] = [
    Rows { name: "aims", plain: &["code"], spoken: &["name"], silent: &[] },
    Rows { name: "partners", plain: &["country", "name"], spoken: &[], silent: &[] },
    Rows { name: "steps", plain: &["when"], spoken: &["what", "note"], silent: &[] },
    Rows {
        name: "targets",
        plain: &[
            "code",
            "rule",
            "number",
            "up_to",
            "each",
            "units",
            "evidence_from",
            "evidence_measure",
            "evidence_of",
            "evidence_in",
            "evidence_when",
            "evidence_area",
            "evidence_body",
            "evidence_met",
            "evidence_what",
            "evidence_counted",
        ],
        spoken: &["unit", "evidence_whom"],
        silent: &["code", "rule", "evidence_from", "evidence_met"],
    },
];

impl Rows {
    /// (column, language)
    fn columns<'a>(
        &'a self,
        languages: &'a [String],
    ) -> impl Iterator<Item = (&'static str, Option<&'a str>)> {
        let spoken = self
            .spoken
            .iter()
            .flat_map(move |it| languages.iter().map(move |lang| (*it, Some(lang.as_str()))));
        self.plain.iter().map(|it| (*it, None)).chain(spoken)
    }
}

/// A code that nothing has yet, for a part that is about to be made.
pub fn fresh(app: &App, kind: &str) -> String {
    let id = app.ids.random().simple().to_string();
    format!("{kind}-{}", &id[..8])
}

fn field(rows: &str, n: usize, column: &str, lang: Option<&str>) -> String {
    match lang {
        Some(lang) => format!("{rows}_{n}_{column}_{lang}"),
        None => format!("{rows}_{n}_{column}"),
    }
}

/// What stands, as fields; months in the words of whoever types, of a plan of this year.
pub fn of_part(w: Words, part: &Part, year: i32, languages: &[String]) -> Fields {
    let mut all: Vec<(String, String)> = Vec::new();
    let mut put = |name: String, value: &str| all.push((name, value.to_owned()));
    let says = &part.says;
    put("kind".into(), part.kind.code());
    put("in".into(), &part.within);
    put("when".into(), &when::typed(w, &says.when, year));
    put("programme".into(), &says.programme);
    put("role".into(), says.role.map_or("", |role| role.code()));
    put("project".into(), &says.project);
    put("budget".into(), &says.budget.map_or_else(String::new, |n| n.to_string()));
    put("refers".into(), &says.refers.join(", "));
    let number = |n: Option<i64>| n.map_or_else(String::new, |n| n.to_string());
    for (n, it) in says.partners.iter().enumerate() {
        put(field("partners", n, "country", None), &it.country);
        put(field("partners", n, "name", None), &it.name);
    }
    for (n, it) in says.aims.iter().enumerate() {
        put(field("aims", n, "code", None), &it.code);
    }
    for (n, it) in says.steps.iter().enumerate() {
        put(field("steps", n, "when", None), &when::typed(w, &it.when, year));
    }
    for (n, it) in says.targets.iter().enumerate() {
        put(field("targets", n, "code", None), &it.code);
        put(field("targets", n, "rule", None), it.rule.code());
        put(field("targets", n, "number", None), &it.number.to_string());
        put(field("targets", n, "up_to", None), &number(it.up_to));
        put(field("targets", n, "each", None), &number(it.each));
        put(field("targets", n, "units", None), &number(it.units));
        for (column, value) in evidence::of(w, it.evidence.as_ref(), year) {
            put(field("targets", n, column, None), &value);
        }
    }
    for lang in languages {
        let mut words = |name: String, text: &Text18| put(name, text.get(lang).unwrap_or(""));
        let named = [
            ("name", &part.name),
            ("note", &says.note),
            ("responsible", &says.responsible),
            ("purpose", &says.purpose),
            ("indicator", &says.indicator),
        ];
        for (name, text) in named {
            words(format!("{name}_{lang}"), text);
        }
        for (n, it) in says.aims.iter().enumerate() {
            words(field("aims", n, "name", Some(lang)), &it.name);
        }
        for (n, it) in says.steps.iter().enumerate() {
            words(field("steps", n, "what", Some(lang)), &it.what);
            words(field("steps", n, "note", Some(lang)), &it.note);
        }
        for (n, it) in says.targets.iter().enumerate() {
            words(field("targets", n, "unit", Some(lang)), &it.unit);
            if let Some(Evidence::Hand { whom, .. }) = &it.evidence {
                words(field("targets", n, "evidence_whom", Some(lang)), whom);
            }
        }
        for (name, list) in LISTS.into_iter().zip([&says.goals, &says.qualitative, &says.outputs]) {
            let lines: Vec<&str> = list.iter().map(|it| it.get(lang).unwrap_or("")).collect();
            put(format!("{name}_{lang}"), lines.join("\n").trim_end());
        }
    }
    Fields(all)
}

/// What was typed, with rows that say nothing left out and the others counted anew. `left`: codes that a new target may carry on;
/// whoever chose one said something.
pub fn compact(typed: &Fields, languages: &[String], left: &[String]) -> Fields {
    let of_rows = |name: &str| ROWS.iter().any(|rows| name.starts_with(&format!("{}_", rows.name)));
    let mut all: Vec<(String, String)> = typed.0.iter().filter(|(name, _)| !of_rows(name)).cloned().collect();
    for rows in &ROWS {
        let mut next = 0;
        for n in 0..typed.rows(rows.name) {
            // Units are chosen from a list, several of them.
            let value = |(column, lang): &(&str, Option<&str>)| {
                typed.all(&field(rows.name, n, column, *lang)).collect::<Vec<_>>().join(", ")
            };
            let says =
                |it: &(&str, Option<&str>)| !rows.silent.contains(&it.0) && !value(it).trim().is_empty();
            let carries_on = rows.name == "targets" && left.contains(&value(&("code", None)));
            let goes = typed.get(&format!("{}_{n}_remove", rows.name)) == "1";
            if goes || !carries_on && !rows.columns(languages).any(|it| says(&it)) {
                continue;
            }
            for it in rows.columns(languages) {
                all.push((field(rows.name, next, it.0, it.1), value(&it)));
            }
            next += 1;
        }
    }
    // Lists of goals keep their lines as well: their places join the languages.
    Fields(all)
}

/// What compacted fields say of a part with this code. `used`: codes that its targets had before.
pub fn piece(fields: &Fields, languages: &[String], code: &str, used: &[String]) -> Piece {
    let mut piece = Piece::default();
    let text = |name: &str| {
        let mut text = Text18::default();
        for lang in languages {
            let typed = fields.get(&format!("{name}_{lang}"));
            if !typed.trim().is_empty() {
                text.set(lang, typed);
            }
        }
        text
    };
    piece.say("code", code);
    for key in PLAIN {
        piece.say(key, fields.get(key));
    }
    for key in SAID.into_iter().chain(TOLD) {
        piece.words(key, &text(key));
    }
    for key in LISTS {
        let typed: Vec<(&String, Vec<&str>)> = languages
            .iter()
            .map(|lang| (lang, fields.get(&format!("{key}_{lang}")).lines().collect()))
            .collect();
        let most = typed.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0);
        let line = |n: usize| {
            let mut text = Text18::default();
            for (lang, lines) in &typed {
                text.put(lang, lines.get(n).map_or("", |line| line.trim()));
            }
            Value { at: 0, raw: said(0, &text) }
        };
        if most > 0 {
            piece.put(key, Raw::List((0..most).map(line).collect()));
        }
    }
    let codes = fields.get("refers").split([',', '\n']).map(str::trim).filter(|it| !it.is_empty());
    let codes: Vec<Value> = codes.map(|it| Value { at: 0, raw: Raw::Text(it.to_owned()) }).collect();
    if !codes.is_empty() {
        piece.put("refers", Raw::List(codes));
    }
    for rows in &ROWS {
        let (mut list, mut given): (Vec<Value>, Vec<String>) = (Vec::new(), Vec::new());
        for n in 0..fields.rows(rows.name) {
            let mut row = Piece::default();
            for column in rows.plain {
                row.say(column, fields.get(&field(rows.name, n, column, None)));
            }
            for column in rows.spoken {
                row.words(column, &text(&format!("{}_{n}_{column}", rows.name)));
            }
            if row.of.is_empty() {
                continue;
            }
            evidence::gather(&mut row);
            if rows.name == "targets" && row.get("code").is_none() {
                let code = free(fields, used, &given, n);
                row.say("code", &code);
                given.push(code);
            }
            list.push(Value { at: 0, raw: Raw::Table(row.of) });
        }
        if !list.is_empty() {
            piece.put(rows.name, Raw::List(list));
        }
    }
    piece
}

/// A code that no target of the form has, nor any that stood there before; `given`: to others that are new.
fn free(fields: &Fields, used: &[String], given: &[String], n: usize) -> String {
    let typed = |code: &str| {
        (0..fields.rows("targets")).any(|n| fields.get(&field("targets", n, "code", None)) == code)
    };
    let taken = |code: &String| typed(code) || used.contains(code) || given.contains(code);
    (n + 1..).map(|n| format!("target-{n}")).find(|code| !taken(code)).unwrap_or_default()
}

/// Beside which field a problem is told.
pub fn beside(problem: &Problem, languages: &[String]) -> Wrong {
    let spoken = SAID.into_iter().chain(TOLD).chain(LISTS).chain(["what", "unit", "intro", "whom"]);
    let last = problem.column.rsplit('.').next().unwrap_or("");
    let of_rows = problem.column.contains('.');
    let in_language = spoken.into_iter().any(|it| it == last) && !problem.column.starts_with("partners.");
    let mut field = problem.column.replace('.', "_");
    if let Some((before, by)) = field.rsplit_once("evidence_")
        && By::from_code(by).is_some()
    {
        field = format!("{before}evidence_of");
    }
    // Which body it is of is chosen with its kind, and whether meetings count or people.
    if let Some(before) = field.strip_suffix("evidence_name") {
        field = format!("{before}evidence_body");
    }
    // What is counted by hand is chosen, and not said in words.
    let chosen = field.ends_with("evidence_what") || field.ends_with("evidence_body");
    let in_language = in_language && !chosen;
    if in_language || (of_rows && last == "name" && !chosen && !problem.column.starts_with("partners.")) {
        field = format!("{field}_{}", languages.first().map_or("sl", String::as_str));
    }
    // What a change does to other parts is told where their kind or place is chosen.
    if problem.at == 1 && field == "in" {
        field = "kind".to_owned();
    }
    problem.beside(field)
}

/// Problems of a target with what its field is called: there are many alike.
pub fn named(w: Words, all: Vec<(String, String)>) -> Vec<(String, String)> {
    let label = |field: &str| match field.split('_').nth(2).filter(|_| field.starts_with("targets_")) {
        Some("number") => Some("plan-number"),
        Some("unit") => Some("plan-unit"),
        _ => None,
    };
    let with = |(field, says): (String, String)| match label(&field) {
        Some(key) => {
            let says = format!("{}: {says}", w.tr(key));
            (field, says)
        }
        None => (field, says),
    };
    all.into_iter().map(with).collect()
}
