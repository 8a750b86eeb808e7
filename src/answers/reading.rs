//! Reading an answer out of the fields of a form. Whatever does not fit is named, and then nothing of it counts.

use std::collections::BTreeMap;

use super::given::{Age, Given, Value, is_asked};
use crate::form::{Wrong, lines};
use crate::questionnaires::{Content, Item, LONGEST_ANSWER, Scale};
use crate::vocabulary::Gender;

/// Fields of the form that are no questions; no question can have such a code.
const OTHERS: [&str; 3] = ["key", "code", "lang"];
/// The value of "don't know" and "don't want to say", of every scale but words.
const DONT_KNOW: &str = "dont_know";
/// Characters of a forged name that are told back.
const TOLD: usize = 32;

/// What fields say, named by item codes, to a questionnaire read in `language`. Every problem is told, with its item's code.
pub fn read(content: &Content, language: &str, fields: &[(String, String)]) -> Result<Given, Vec<Wrong>> {
    let mut wrong = Vec::new();
    if !content.languages.iter().any(|known| known == language) {
        wrong.push(Wrong::new("lang", "answers-other-language"));
    }
    let mut sent: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, value) in fields {
        if content.item(name).is_some() {
            let values = sent.entry(name).or_default();
            // What is sent twice over is meant once.
            if !value.trim().is_empty() && !values.contains(&value.as_str()) {
                values.push(value);
            }
        } else if !OTHERS.contains(&name.as_str()) {
            let name: String = name.chars().take(TOLD).collect();
            wrong.push(Wrong::new(&name, "answers-no-such-question"));
        }
    }
    let mut given = Given {
        language: language.to_owned(),
        gender: None,
        age: None,
        values: BTreeMap::new(),
        texts: BTreeMap::new(),
    };
    // In the order of asking: an answer decides what is asked below it.
    for item in &content.items {
        let values = sent.remove(item.code.as_str()).unwrap_or_default();
        if values.is_empty() {
            continue;
        }
        if !is_asked(content, item, &given.values) {
            wrong.push(Wrong::new(&item.code, "answers-not-asked"));
        } else if let Err(why) = one(item, &values, &mut given) {
            wrong.push(why);
        }
    }
    if wrong.is_empty() { Ok(given) } else { Err(wrong) }
}

/// Puts the answer to one question where it belongs.
fn one(item: &Item, sent: &[&str], given: &mut Given) -> Result<(), Wrong> {
    let why = |key| Wrong::new(&item.code, key);
    if item.scale == Scale::Open {
        let [text] = sent else { return Err(why("answers-only-one")) };
        // Counted afterwards, as browsers do, with one for the end of a line.
        let text = lines(text);
        if text.encode_utf16().count() > LONGEST_ANSWER {
            let most = i64::try_from(LONGEST_ANSWER).unwrap_or(i64::MAX);
            return Err(why("answers-long").arg("n", most));
        }
        if !text.is_empty() {
            given.texts.insert(item.code.clone(), text);
        }
        return Ok(());
    }
    let value = match (sent, &item.scale) {
        ([DONT_KNOW], _) => Value::DontKnow,
        (_, Scale::Many(choices)) => {
            if let Some(odd) = sent.iter().find(|code| !choices.iter().any(|it| it.code == **code)) {
                // Beside others it is another matter than a choice that does not exist.
                let key = if *odd == DONT_KNOW { "answers-only-one" } else { "answers-no-such-choice" };
                return Err(why(key));
            }
            let chosen = choices.iter().map(|it| &it.code).filter(|code| sent.contains(&code.as_str()));
            Value::Many(chosen.cloned().collect())
        }
        ([typed], Scale::Number { least, most }) => {
            let n = typed.trim().parse().ok().filter(|n| (least..=most).contains(&n));
            Value::Number(n.ok_or_else(|| why("answers-number").arg("least", *least).arg("most", *most))?)
        }
        ([code], scale) => {
            let at = scale.codes().iter().position(|known| known == code);
            let at = at.ok_or_else(|| why("answers-no-such-choice"))?;
            match scale.steps() {
                Some(_) => Value::Step(u8::try_from(at).map_err(|_| why("answers-no-such-choice"))?),
                None => Value::Choice((*code).to_owned()),
            }
        }
        _ => return Err(why("answers-only-one")),
    };
    match (&item.scale, &value) {
        // Whoever does not say and whoever was not asked are not told apart.
        (Scale::Gender, Value::Choice(code)) => given.gender = Gender::from_code(code),
        (Scale::Age, Value::Choice(code)) => given.age = Age::from_code(code),
        (Scale::Gender | Scale::Age, _) => {}
        _ => {
            given.values.insert(item.code.clone(), value);
        }
    }
    Ok(())
}
