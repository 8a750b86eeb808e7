//! What somebody answered, as plain values, and what follows from it: which questions were asked, and whether it is whole.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::questionnaires::{Content, Item, Scale};
use crate::vocabulary::Gender;

/// An answer to one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Value {
    /// A step of a scale that is scored, from 0: the least agreement, or no.
    Step(u8),
    /// The code of what was chosen.
    Choice(String),
    /// The codes of what was chosen, in the questionnaire's order, at least one.
    Many(Vec<String>),
    Number(i64),
    /// "Don't know", or "don't want to say".
    DontKnow,
}

/// One of the evaluation's age classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Age {
    First,
    Second,
    Third,
}

impl Age {
    pub const ALL: [Age; 3] = [Age::First, Age::Second, Age::Third];

    pub fn code(self) -> &'static str {
        match self {
            Age::First => "first",
            Age::Second => "second",
            Age::Third => "third",
        }
    }

    pub fn from_code(code: &str) -> Option<Age> {
        Age::ALL.into_iter().find(|age| age.code() == code)
    }
}

/// Everything that one respondent answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// In which the questionnaire was read.
    pub language: String,
    /// None: did not say, or was not asked.
    pub gender: Option<Gender>,
    /// None: did not say, or was not asked.
    pub age: Option<Age>,
    /// By item code; what was left out is not in it. Neither are gender and age.
    pub values: BTreeMap<String, Value>,
    /// Answers in words by item code.
    pub texts: BTreeMap<String, String>,
}

impl Value {
    /// Whether one of these codes was chosen.
    fn is_any_of(&self, scale: &Scale, codes: &[String]) -> bool {
        let chosen = |code: &String| codes.contains(code);
        match self {
            Value::Step(step) => scale.codes().get(usize::from(*step)).is_some_and(chosen),
            Value::Choice(code) => chosen(code),
            Value::Many(many) => many.iter().any(chosen),
            Value::Number(_) | Value::DontKnow => false,
        }
    }
}

/// Whether a question is asked of somebody who has answered this before. Whoever was not asked, or did not answer, what it
/// depends on is not asked it.
pub fn is_asked(content: &Content, item: &Item, values: &BTreeMap<String, Value>) -> bool {
    if item.off {
        return false;
    }
    let Some(condition) = &item.only_if else { return true };
    let before = content.item(&condition.item).zip(values.get(&condition.item));
    before.is_some_and(|(before, value)| value.is_any_of(&before.scale, &condition.any_of))
}

/// The questions that are asked of somebody who answered this.
pub fn asked<'c>(
    content: &'c Content,
    values: &'c BTreeMap<String, Value>,
) -> impl Iterator<Item = &'c Item> {
    content.items.iter().filter(|item| is_asked(content, item, values))
}

/// Whether at least 80 % of the scale items that were asked are answered, "don't know" included.
pub fn complete(content: &Content, values: &BTreeMap<String, Value>) -> bool {
    let scored = || asked(content, values).filter(|item| item.scale.steps().is_some());
    let answered = scored().filter(|item| values.contains_key(&item.code)).count();
    answered * 5 >= scored().count() * 4
}

/// Values as a response keeps them: a step or a number as a number, what was chosen as its code or a list of codes, "don't
/// know" as null.
pub fn body(values: &BTreeMap<String, Value>) -> String {
    let json = |value: &Value| match value {
        Value::Step(step) => Json::from(*step),
        Value::Number(n) => Json::from(*n),
        Value::Choice(code) => Json::from(code.as_str()),
        Value::Many(codes) => Json::from(codes.clone()),
        Value::DontKnow => Json::Null,
    };
    let all: serde_json::Map<String, Json> =
        values.iter().map(|(code, value)| (code.clone(), json(value))).collect();
    Json::from(all).to_string()
}

/// What [`body`] wrote of answers to this questionnaire; none where it is something else.
pub fn read_body(content: &Content, body: &str) -> Option<BTreeMap<String, Value>> {
    let Json::Object(all) = serde_json::from_str(body).ok()? else { return None };
    all.into_iter()
        .map(|(code, json)| {
            let item = content.item(&code)?;
            let value = match (json, item.scale.steps()) {
                (Json::Null, _) => Value::DontKnow,
                (Json::Number(n), Some(_)) => Value::Step(n.as_u64()?.try_into().ok()?),
                (Json::Number(n), None) => Value::Number(n.as_i64()?),
                (Json::String(code), _) => Value::Choice(code),
                (Json::Array(codes), _) => {
                    let code = |json: Json| json.as_str().map(str::to_owned);
                    Value::Many(codes.into_iter().map(code).collect::<Option<_>>()?)
                }
                _ => return None,
            };
            Some((code, value))
        })
        .collect()
}
