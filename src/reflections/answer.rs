//! An answer, and what a form means to make of it.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::set::{Question, Scale};
use crate::form::Wrong;

/// The longest answer in words, in characters.
pub const LONGEST: usize = 2_000;

/// What was answered after an entry, as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub entry_id: Uuid,
    pub question_id: Uuid,
    pub version: i64,
    /// Not, where it was taken back.
    pub answered: bool,
    /// None where it is a scale's, or its years are over.
    pub text: Option<String>,
    pub n: Option<i64>,
    pub by: Option<Uuid>,
    pub at: DateTime<Utc>,
    pub command: Uuid,
}

impl Answer {
    /// What it says.
    pub fn said(&self) -> Said {
        match (&self.text, self.n) {
            _ if !self.answered => Said::Nothing,
            (_, Some(n)) => Said::Step(n),
            (Some(text), None) => Said::Words(text.clone()),
            (None, None) => Said::Removed,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    Nothing,
    Step(i64),
    Words(String),
    /// There was a text once.
    Removed,
}

/// A field of the form, and the version it showed (0: no answer).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    pub value: String,
    pub base: i64,
    /// Takes the answer back.
    pub back: bool,
}

/// What comes of a field.
#[derive(Clone, Debug)]
pub enum Meant {
    Same,
    Change(Said),
    Wrong(Wrong),
}

/// Lines as people meant them: no marks that cannot be seen, nothing blank around them.
fn lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let seen: String = text.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    seen.trim().to_owned()
}

/// The name of a question's field.
pub fn field(question: Uuid) -> String {
    format!("a_{question}")
}

/// What a field means, read beside what stands. An empty field skips the question, and empties an answer in words.
pub fn meant(question: &Question, stands: Option<&Answer>, typed: &Typed) -> Meant {
    let wrong = |key| Wrong::new(&field(question.id), key);
    let before = stands.map_or(Said::Nothing, Answer::said);
    let said = match question.scale {
        _ if typed.back => Said::Nothing,
        Scale::Text => {
            let text = lines(&typed.value);
            if text.chars().count() > LONGEST {
                let most = i64::try_from(LONGEST).unwrap_or(i64::MAX);
                return Meant::Wrong(wrong("reflection-answer-long").arg("n", most));
            }
            // A text whose years are over shows an empty field, and leaves it so.
            match (text.is_empty(), &before) {
                (true, Said::Removed) => Said::Removed,
                (true, _) => Said::Nothing,
                (false, _) => Said::Words(text),
            }
        }
        _ if typed.value.trim().is_empty() => return Meant::Same,
        scale => match typed.value.trim().parse() {
            Ok(n) if scale.values().contains(&n) => Said::Step(n),
            _ => return Meant::Wrong(wrong("reflection-answer-choose")),
        },
    };
    if said == before {
        return Meant::Same;
    }
    if stands.map_or(0, |answer| answer.version) != typed.base {
        return Meant::Wrong(wrong("reflection-meanwhile"));
    }
    Meant::Change(said)
}
