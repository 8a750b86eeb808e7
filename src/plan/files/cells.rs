//! What stands in a row of a table, by its headings.

use super::columns::{
    AIM, AIMS, EVIDENCE, LISTS, PATH, PLAIN, SAID, STEP_SAID, STEP_WHEN, TARGET, UNIT, WHOM, all, is_spoken,
};
use crate::form::tidy;
use crate::i18n::{Lang, Text18, Words, folded};
use crate::plan::piece::{Piece, Raw, Value, said};
use crate::table::{Cell, Row};

/// What a heading means: a column, and its language where it has one.
pub type Heading = Option<(&'static str, String)>;

pub fn heading(text: &str, lang: &str) -> Heading {
    let text = tidy(text);
    let known = |name: &str| {
        let wanted = folded(name);
        let labelled = |column: &&str| {
            let label = |lang: Lang| folded(&Words(lang).tr(&format!("plan-column-{column}")));
            *column == name.to_lowercase() || Lang::ALL.into_iter().any(|lang| label(lang) == wanted)
        };
        all().find(labelled)
    };
    if let Some(name) = known(&text) {
        return Some((name, lang.to_owned()));
    }
    let (name, lang) = text.rsplit_once(['_', ' '])?;
    let lang = lang.trim_matches(['(', ')']).to_lowercase();
    let is_lang = (2..=3).contains(&lang.len()) && lang.bytes().all(|b| b.is_ascii_lowercase());
    known(name).filter(|name| is_lang && is_spoken(name)).map(|name| (name, lang))
}

/// A row by the names of its columns.
pub struct Cells<'a> {
    pub row: &'a Row,
    pub headings: &'a [Heading],
}

impl Cells<'_> {
    fn of(&self, wanted: &str) -> impl Iterator<Item = (&str, String)> {
        self.headings.iter().enumerate().filter_map(move |(at, heading)| {
            let (name, lang) = heading.as_ref()?;
            let said = self.row.cells.get(at).filter(|cell| *name == wanted && !cell.is_empty())?;
            Some((lang.as_str(), said.said()))
        })
    }

    pub fn get(&self, wanted: &str) -> String {
        self.of(wanted).next().map(|(_, text)| text).unwrap_or_default()
    }

    pub fn said(&self, wanted: &str) -> Text18 {
        let mut text = Text18::default();
        for (lang, says) in self.of(wanted) {
            text.set(lang, says);
        }
        text
    }

    /// Lines that stand beside one another in each language.
    fn lines(&self, wanted: &str) -> Vec<Text18> {
        let mut all: Vec<Text18> = Vec::new();
        for (lang, says) in self.of(wanted) {
            for (n, line) in says.replace("\r\n", "\n").split('\n').enumerate() {
                if all.len() <= n {
                    all.resize_with(n + 1, Text18::default);
                }
                all[n].put(lang, &tidy(line));
            }
        }
        all
    }

    /// Puts what is said of a part, and says whether there was anything.
    pub fn tell(&self, piece: &mut Piece, path: bool) -> bool {
        let before = piece.of.len();
        let at = self.row.number;
        // There, these columns name the way to a part.
        for key in PLAIN.into_iter().filter(|key| !path || !PATH.contains(key)) {
            match key {
                "partners" => {
                    let all: Vec<Value> = self
                        .get(key)
                        .lines()
                        .map(str::trim)
                        .filter(|it| !it.is_empty())
                        .map(|it| partner(at, it))
                        .collect();
                    if !all.is_empty() {
                        piece.put(key, Raw::List(all));
                    }
                }
                "refers" => {
                    let codes = self.get(key);
                    let codes = codes.split([',', '\n']).map(str::trim).filter(|it| !it.is_empty());
                    let all: Vec<Value> =
                        codes.map(|it| Value { at, raw: Raw::Text(it.to_owned()) }).collect();
                    if !all.is_empty() {
                        piece.put(key, Raw::List(all));
                    }
                }
                "budget" => self.number(piece, key, key),
                key => piece.say(key, &self.get(key)),
            }
        }
        for key in SAID {
            piece.words(key, &self.said(key));
        }
        for key in LISTS {
            let all: Vec<Value> =
                self.lines(key).iter().map(|text| Value { at, raw: said(at, text) }).collect();
            if !all.is_empty() {
                piece.put(key, Raw::List(all));
            }
        }
        let words = self.lines(AIM);
        let numbers = self.get(AIMS);
        let numbers = numbers.lines().map(tidy).filter(|it| !it.is_empty());
        let aims: Vec<Value> = numbers
            .enumerate()
            .map(|(n, code)| {
                let mut aim = Piece { at, of: Vec::new() };
                aim.say("code", &code);
                aim.words("name", &words.get(n).cloned().unwrap_or_default());
                Value { at, raw: Raw::Table(aim.of) }
            })
            .collect();
        if !aims.is_empty() {
            piece.put(AIMS, Raw::List(aims));
        }
        piece.of.len() > before
    }

    pub fn step(&self) -> Option<Value> {
        let at = self.row.number;
        let mut step = Piece { at, of: Vec::new() };
        step.say("when", &self.get(STEP_WHEN));
        for (column, key) in STEP_SAID {
            step.words(key, &self.said(column));
        }
        (!step.of.is_empty()).then_some(Value { at, raw: Raw::Table(step.of) })
    }

    /// A number: of a cell that holds one only a whole one, for its point is none between thousands.
    fn number(&self, piece: &mut Piece, column: &str, key: &str) {
        let at = self.headings.iter().position(|it| it.as_ref().is_some_and(|(name, _)| *name == column));
        match at.and_then(|at| self.row.cells.get(at)) {
            Some(Cell::Number(n)) if n.fract() != 0.0 => piece.put(key, Raw::Other),
            _ => piece.say(key, &self.get(column)),
        }
    }

    /// A target.
    pub fn target(&self) -> Option<Value> {
        let at = self.row.number;
        let mut target = Piece { at, of: Vec::new() };
        for (column, key) in TARGET {
            self.number(&mut target, column, key);
        }
        target.words("unit", &self.said(UNIT));
        if let Some(it) = evidence(at, &self.get(EVIDENCE), &self.said(WHOM)) {
            target.put("evidence", it);
        }
        (!target.of.is_empty()).then_some(Value { at, raw: Raw::Table(target.of) })
    }
}

/// "measure: visits; tag: sport; in: mc-reka, mc-sava"; "result: safety"; "meetings: council"; "hand: trainings" with a column for the
/// target group.
fn evidence(at: usize, text: &str, whom: &Text18) -> Option<Raw> {
    if text.trim().is_empty() && whom.is_empty() {
        return None;
    }
    let mut it = Piece { at, of: Vec::new() };
    for (n, pair) in text.split(';').map(str::trim).filter(|it| !it.is_empty()).enumerate() {
        let Some((key, value)) = pair.split_once(':') else { return Some(Raw::Other) };
        let (key, value) = (key.trim(), value.trim());
        if n == 0 {
            it.say("from", key);
        }
        match (n, key) {
            (0, "result") => it.say("area", value),
            (0, "hand") => it.say("what", value),
            (0, "meetings") => it.say("body", value),
            (_, "in") => {
                let codes = value.split(',').map(str::trim).filter(|code| !code.is_empty());
                let codes = codes.map(|code| Value { at, raw: Raw::Text(code.to_owned()) });
                it.put("in", Raw::List(codes.collect()));
            }
            _ => it.say(key, value),
        }
    }
    it.words("whom", whom);
    Some(Raw::Table(it.of))
}

/// "HR: Name", or a name alone.
fn partner(at: usize, line: &str) -> Value {
    let mut partner = Piece { at, of: Vec::new() };
    match line.split_once(':') {
        Some((country, name)) if country.trim().len() == 2 => {
            partner.say("country", country);
            partner.say("name", name);
        }
        Some((country, name)) if country.trim().is_empty() => partner.say("name", name),
        _ => partner.say("name", line),
    }
    Value { at, raw: Raw::Table(partner.of) }
}
