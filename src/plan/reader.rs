//! Reads values of a file or a form, bounded, and gathers what is wrong with them.

use super::evidence::Known;
use super::piece::{Piece, Problem, Raw, Value};
use super::when::{self, Span};
use crate::form::{lines, tidy, whole};
use crate::i18n::Text18;

/// The most lines of a list in a part.
const MOST_LINES: usize = 60;
/// The longest line and the longest text of several, in characters.
const LINE: usize = 500;
const TEXT: usize = 5_000;
const MOST_NUMBER: i64 = 1_000_000_000;

/// Reads, and gathers what is wrong.
#[derive(Debug, Default)]
pub struct Reader {
    pub problems: Vec<Problem>,
    /// What the network has; none where nobody can tell.
    pub known: Option<Known>,
    /// Whether targets may come without a code.
    pub uncoded: bool,
    /// Before the name of a column: "targets.0.".
    before: String,
}

impl Reader {
    pub fn knowing(known: Option<Known>) -> Reader {
        Reader { known, ..Reader::default() }
    }

    pub fn wrong(&mut self, at: usize, column: &str, key: &'static str) -> &mut Problem {
        let column = format!("{}{column}", self.before);
        self.problems.push(Problem::new(at, &column, key));
        let last = self.problems.len() - 1;
        &mut self.problems[last]
    }

    pub fn listed<T: Copy>(&mut self, at: usize, column: &str, all: &[T], code: impl Fn(T) -> &'static str) {
        let all = all.iter().map(|it| code(*it)).collect::<Vec<_>>().join(", ");
        self.wrong(at, column, "plan-wrong-choice").args.push(("it", all.into()));
    }

    /// What nobody reads is most likely a word spelled wrong.
    pub fn only(&mut self, piece: &Piece, known: &[&str]) {
        let mut seen: Vec<&str> = Vec::new();
        for (key, value) in &piece.of {
            if !known.contains(&key.as_str()) {
                self.wrong(value.at, key, "plan-wrong-key").args.push(("it", known.join(", ").into()));
            } else if seen.contains(&key.as_str()) {
                self.wrong(value.at, key, "plan-wrong-twice");
            }
            seen.push(key);
        }
    }

    pub fn short(&mut self, at: usize, column: &str, text: &str, most: usize) {
        if text.chars().count() > most {
            let most = i64::try_from(most).unwrap_or(i64::MAX);
            self.wrong(at, column, "plan-wrong-long").args.push(("n", most.into()));
        }
    }

    /// One line; empty where it is not said.
    pub fn text(&mut self, piece: &Piece, key: &str) -> String {
        let Some(value) = piece.get(key) else { return String::new() };
        match &value.raw {
            Raw::Text(text) => {
                let text = tidy(text);
                self.short(value.at, key, &text, LINE);
                text
            }
            Raw::Number(n) => n.to_string(),
            _ => {
                self.wrong(value.at, key, "plan-wrong-text");
                String::new()
            }
        }
    }

    pub fn words(
        &mut self,
        value: &Value,
        column: &str,
        tidied: impl Fn(&str) -> String,
        most: usize,
    ) -> Text18 {
        let mut text = Text18::default();
        let Raw::Table(of) = &value.raw else {
            self.wrong(value.at, column, "plan-wrong-words");
            return text;
        };
        for (lang, says) in of {
            let known = (2..=3).contains(&lang.len()) && lang.bytes().all(|b| b.is_ascii_lowercase());
            match &says.raw {
                Raw::Text(says) if known => text.put(lang, &tidied(says)),
                _ => {
                    self.wrong(says.at, column, "plan-wrong-words");
                }
            }
        }
        if let Some((_, long)) = text.iter().find(|(_, says)| says.chars().count() > most) {
            let long = long.to_owned();
            self.short(value.at, column, &long, most);
        }
        text
    }

    /// A line in each language.
    pub fn said(&mut self, piece: &Piece, key: &str) -> Text18 {
        piece.get(key).map_or_else(Text18::default, |value| self.words(value, key, tidy, LINE))
    }

    /// Several lines in each language.
    pub fn told(&mut self, piece: &Piece, key: &str) -> Text18 {
        piece.get(key).map_or_else(Text18::default, |value| self.words(value, key, lines, TEXT))
    }

    pub fn must(&mut self, piece: &Piece, key: &str) -> Text18 {
        let text = self.said(piece, key);
        let column = format!("{}{key}", self.before);
        if text.is_empty() && !self.problems.iter().any(|it| it.column == column && it.at == piece.at) {
            self.wrong(piece.at, key, "plan-wrong-missing");
        }
        text
    }

    pub fn list<'p>(&mut self, piece: &'p Piece, key: &str) -> &'p [Value] {
        let Some(value) = piece.get(key) else { return &[] };
        match &value.raw {
            Raw::List(all) if all.len() <= MOST_LINES => all,
            Raw::List(_) => {
                let most = i64::try_from(MOST_LINES).unwrap_or(i64::MAX);
                self.wrong(value.at, key, "plan-wrong-many").args.push(("n", most.into()));
                &[]
            }
            _ => {
                self.wrong(value.at, key, "plan-wrong-list");
                &[]
            }
        }
    }

    pub fn said_list(&mut self, piece: &Piece, key: &str) -> Vec<Text18> {
        let all = self.list(piece, key);
        all.iter().map(|it| self.words(it, key, tidy, LINE)).filter(|it| !it.is_empty()).collect()
    }

    /// Tables of a list, each read by `one`, with its problems named by its place.
    pub fn tables<T>(
        &mut self,
        piece: &Piece,
        key: &str,
        mut one: impl FnMut(&mut Reader, &Piece) -> T,
    ) -> Vec<T> {
        let mut found = Vec::new();
        for (n, value) in self.list(piece, key).iter().enumerate() {
            let Raw::Table(of) = &value.raw else {
                self.wrong(value.at, key, "plan-wrong-tables");
                continue;
            };
            let before = std::mem::replace(&mut self.before, format!("{key}.{n}."));
            found.push(one(self, &Piece { at: value.at, of: of.clone() }));
            self.before = before;
        }
        found
    }

    /// What stands inside something: its problems are named with it.
    pub fn within<T>(&mut self, key: &str, read: impl FnOnce(&mut Reader) -> T) -> T {
        let inside = format!("{}{key}.", self.before);
        let before = std::mem::replace(&mut self.before, inside);
        let found = read(self);
        self.before = before;
        found
    }

    pub fn number(&mut self, piece: &Piece, key: &str) -> Option<i64> {
        let value = piece.get(key)?;
        let n = match &value.raw {
            Raw::Number(n) => Some(*n),
            Raw::Text(text) => whole(text),
            _ => None,
        };
        let n = n.filter(|n| (0..=MOST_NUMBER).contains(n));
        if n.is_none() {
            self.wrong(value.at, key, "plan-wrong-number");
        }
        n
    }

    pub fn when(&mut self, piece: &Piece, year: i32) -> Vec<Span> {
        let text = self.text(piece, "when");
        when::read(&text, year).unwrap_or_else(|| {
            let at = piece.get("when").map_or(piece.at, |it| it.at);
            self.wrong(at, "when", "plan-wrong-when");
            Vec::new()
        })
    }

    pub fn code(&mut self, piece: &Piece, key: &str) -> String {
        let code = self.text(piece, key);
        let at = piece.get(key).map_or(piece.at, |it| it.at);
        if code.is_empty() {
            self.wrong(at, key, "plan-wrong-missing");
        } else if crate::units::code(&code).is_err() {
            self.wrong(at, key, "plan-wrong-code");
        }
        code
    }

    pub fn choice<T: Copy>(
        &mut self,
        piece: &Piece,
        key: &str,
        all: &[T],
        code: impl Fn(T) -> &'static str,
    ) -> Option<T> {
        let said = self.text(piece, key);
        let at = piece.get(key)?.at;
        let found = all.iter().copied().find(|it| code(*it) == said);
        if found.is_none() {
            self.listed(at, key, all, code);
        }
        found
    }
}
