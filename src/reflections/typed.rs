//! The forms of sets and questions, as typed, and what they mean.

use chrono::NaiveDate;
use uuid::Uuid;

use super::set::{Question, Scale, Set};
use crate::form::{Names, Wrong, tidy};
use crate::i18n::Text18;
use crate::units::LONGEST_NAME;
use crate::units::file::date;
use crate::vocabulary::Kind;

/// The longest question, in characters.
pub const LONGEST_QUESTION: usize = 300;

/// A text in several languages as typed, with what stands in languages that the form did not show.
fn named(names: &Names<'_>, before: &Text18, wrong: &mut Vec<Wrong>) -> Text18 {
    let mut name = names.read(wrong);
    let asked = |lang: &str| names.typed.iter().any(|(it, _)| it == lang);
    for (lang, text) in before.iter().filter(|(lang, _)| !asked(lang)) {
        name.set(lang, text);
    }
    name
}

#[derive(Clone, Debug, Default)]
pub struct TypedSet {
    pub names: Vec<(String, String)>,
    pub kinds: Vec<String>,
    pub from: String,
    /// Last day, included.
    pub last: String,
}

impl TypedSet {
    pub fn of(set: &Set, languages: &[String]) -> TypedSet {
        let name = |lang: &String| (lang.clone(), set.name.get(lang).unwrap_or_default().to_owned());
        TypedSet {
            names: languages.iter().map(name).collect(),
            kinds: set.kinds.iter().map(|kind| kind.code().to_owned()).collect(),
            from: set.from_on.to_string(),
            last: set.last_on().map_or_else(String::new, |day| day.to_string()),
        }
    }

    /// What `before` becomes, or everything that is wrong.
    pub fn set(&self, before: &Set) -> std::result::Result<Set, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let names = Names {
            typed: &self.names,
            most: LONGEST_NAME,
            missing: "reflection-name-missing",
            long: "unit-name-long",
        };
        let name = named(&names, &before.name, &mut wrong);
        let (from, last) = (date(&self.from), date(&self.last));
        if from.is_none() {
            wrong.push(Wrong::new("from", "reflection-from-missing"));
        }
        match (tidy(&self.last).is_empty(), from, last) {
            (false, _, None) => wrong.push(Wrong::new("last", "offer-last-wrong")),
            (false, Some(from), Some(last)) if last < from => {
                wrong.push(Wrong::new("last", "offer-last-early").arg("day", from));
            }
            _ => {}
        }
        // In the program's order, and all of them are none in particular.
        let chosen = |kind: &&Kind| self.kinds.iter().any(|code| code == kind.code());
        let mut kinds: Vec<Kind> = Kind::ALL.iter().filter(chosen).copied().collect();
        if kinds.len() == Kind::ALL.len() {
            kinds.clear();
        }
        match from {
            Some(from) if wrong.is_empty() => {
                let until_on = last.and_then(|last| last.succ_opt());
                let mut set = Set { name, kinds, until_on, ..before.clone() };
                set.begin_on(from);
                Ok(set)
            }
            _ => Err(wrong),
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedQuestion {
    pub words: Vec<(String, String)>,
    pub scale: String,
}

impl TypedQuestion {
    pub fn of(question: &Question, languages: &[String]) -> TypedQuestion {
        let words = |lang: &String| (lang.clone(), question.words.get(lang).unwrap_or_default().to_owned());
        TypedQuestion {
            words: languages.iter().map(words).collect(),
            scale: question.scale.code().to_owned(),
        }
    }

    pub fn is_blank(&self) -> bool {
        self.words.iter().all(|(_, text)| tidy(text).is_empty())
    }

    /// Words and scale meant; `before` has words in languages that the form does not show.
    pub fn read(&self, before: &Text18) -> std::result::Result<(Text18, Scale), Vec<Wrong>> {
        let mut wrong = Vec::new();
        let names = Names {
            typed: &self.words,
            most: LONGEST_QUESTION,
            missing: "reflection-words-missing",
            long: "reflection-words-long",
        };
        let words = named(&names, before, &mut wrong);
        match Scale::from_code(&self.scale) {
            Some(scale) if wrong.is_empty() => Ok((words, scale)),
            Some(_) => Err(wrong),
            None => {
                wrong.push(Wrong::new("scale", "reflection-scale-missing"));
                Err(wrong)
            }
        }
    }

    /// A new question of a set, asked from a day on.
    pub fn question(
        &self,
        id: Uuid,
        set_id: Uuid,
        position: usize,
        from_on: NaiveDate,
    ) -> std::result::Result<Question, Vec<Wrong>> {
        let (words, scale) = self.read(&Text18::default())?;
        let position = i64::try_from(position).unwrap_or(i64::MAX);
        Ok(Question { id, set_id, position, words, scale, from_on, retired_on: None, replaces: None })
    }
}
