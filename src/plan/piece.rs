//! What a file or a form says of a plan, before it is understood; and what is wrong with it, in words.

use crate::form::Wrong;
use crate::i18n::{Arg, Text18, Words};

/// A value, with its line or row.
#[derive(Clone, Debug)]
pub struct Value {
    pub at: usize,
    pub raw: Raw,
}

#[derive(Clone, Debug)]
pub enum Raw {
    Text(String),
    Number(i64),
    List(Vec<Value>),
    Table(Vec<(String, Value)>),
    /// Something that plans have no use for: a date, a half.
    Other,
}

/// A table of values: a part, a step, a target.
#[derive(Clone, Debug, Default)]
pub struct Piece {
    pub at: usize,
    pub of: Vec<(String, Value)>,
}

impl Piece {
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.of.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// Says something more; nothing where it is empty.
    pub fn say(&mut self, key: &str, text: &str) {
        if !text.trim().is_empty() {
            self.put(key, Raw::Text(text.to_owned()));
        }
    }

    pub fn put(&mut self, key: &str, raw: Raw) {
        self.of.push((key.to_owned(), Value { at: self.at, raw }));
    }

    /// Words by language.
    pub fn words(&mut self, key: &str, text: &Text18) {
        if !text.is_empty() {
            self.put(key, said(self.at, text));
        }
    }
}

pub fn said(at: usize, text: &Text18) -> Raw {
    Raw::Table(
        text.iter()
            .map(|(lang, says)| (lang.to_owned(), Value { at, raw: Raw::Text(says.to_owned()) }))
            .collect(),
    )
}

/// What the places of problems count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    Lines,
    Rows,
}

/// Something that is wrong: where, of what, and the key of the sentence.
#[derive(Clone, Debug)]
pub struct Problem {
    /// Line or row, from 1; 0: of the whole.
    pub at: usize,
    /// The key or column: "when"; of a list "targets.0.number", counted from 0.
    pub column: String,
    pub key: &'static str,
    pub args: Vec<(&'static str, Arg)>,
}

impl Problem {
    pub fn new(at: usize, column: &str, key: &'static str) -> Problem {
        Problem { at, column: column.to_owned(), key, args: Vec::new() }
    }

    pub fn arg(mut self, name: &'static str, arg: impl Into<Arg>) -> Problem {
        self.args.push((name, arg.into()));
        self
    }

    /// Where it is: "line 12, when".
    pub fn place(&self, w: Words, source: Source) -> String {
        let column = match self.column.split('.').collect::<Vec<_>>().as_slice() {
            // Those of a table have its headings, whatever stands in them.
            [list, n, rest @ ..] if source == Source::Lines => {
                let n = n.parse::<usize>().map_or(0, |n| n + 1);
                format!("{list} {n} {}", rest.join(" ")).trim_end().to_owned()
            }
            _ => self.column.clone(),
        };
        let line = match source {
            _ if self.at == 0 => String::new(),
            Source::Lines => w.n("plan-line", count(self.at)),
            Source::Rows => w.n("plan-row", count(self.at)),
        };
        [line, column].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ")
    }

    pub fn says(&self, w: Words) -> String {
        w.with(self.key, &self.args)
    }

    /// The same beside a field of a form.
    pub fn beside(&self, field: String) -> Wrong {
        Wrong { field, key: self.key, args: self.args.clone() }
    }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
