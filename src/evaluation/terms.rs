//! What an evaluation agrees on beside its window: how many answers a result needs, where age classes begin, in which
//! languages it is offered. Read from a form; what was left empty is as usual.

use super::standing::{AGES, LEAST};
use crate::form::Wrong;

/// A result of fewer answers is never shown, and one that asks for more than these hardly ever is.
const ANSWERS: (i64, i64) = (LEAST, 200);
/// Ages at which a class may begin.
const YEARS: (i64, i64) = (8, 40);

/// As it was typed.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    pub least: String,
    pub split_least: String,
    pub first_age: String,
    pub second_age: String,
    /// Codes.
    pub languages: Vec<String>,
}

/// As it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    pub least: i64,
    pub split_least: i64,
    pub ages: (i64, i64),
    pub languages: Vec<String>,
}

fn number(field: &str, typed: &str, usual: i64, (from, to): (i64, i64), wrong: &mut Vec<Wrong>) -> i64 {
    let typed = typed.trim();
    if typed.is_empty() {
        return usual;
    }
    typed.parse().ok().filter(|n| (from..=to).contains(n)).unwrap_or_else(|| {
        wrong.push(Wrong::new(field, "evaluation-number-between").arg("from", from).arg("to", to));
        usual
    })
}

impl Typed {
    /// `known`: languages that there are.
    pub fn read(&self, known: &[String], wrong: &mut Vec<Wrong>) -> Terms {
        let least = number("least", &self.least, LEAST, ANSWERS, wrong);
        let split_least = number("split_least", &self.split_least, least, (least, ANSWERS.1), wrong);
        let first = number("first_age", &self.first_age, AGES.0, (YEARS.0, YEARS.1 - 1), wrong);
        let second =
            number("second_age", &self.second_age, AGES.1.max(first + 1), (first + 1, YEARS.1), wrong);
        let languages = known.iter().filter(|lang| self.languages.contains(lang)).cloned().collect();
        Terms { least, split_least, ages: (first, second), languages }
    }
}
