//! What was typed into the forms of a questionnaire, read into what was meant.

use super::changing::{Change, Spot, spots};
use super::check::{Fault, Place};
use super::content::{Area, Choice, Condition, Content, Item, Scale};
use crate::form::{Wrong, tidy};

pub use crate::form::Fields;
use crate::i18n::Text18;

/// The first number that no code is yet.
fn next_number(codes: &[String]) -> String {
    (1..).map(|n: u32| n.to_string()).find(|code| !codes.contains(code)).unwrap_or_default()
}

fn choices(fields: &Fields, languages: &[String], before: &[Choice]) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    let typed: Vec<String> =
        (0..fields.rows("choice")).map(|at| tidy(fields.get(&format!("choice_{at}_code")))).collect();
    for (at, code) in typed.iter().enumerate() {
        let was = before.iter().find(|it| it.code == *code).map(|it| it.text.clone()).unwrap_or_default();
        let text = fields.text(&format!("choice_{at}"), languages, &was);
        if text.is_empty() {
            continue;
        }
        let code = if code.is_empty() {
            let mut taken: Vec<String> = choices.iter().map(|it| it.code.clone()).collect();
            taken.extend(typed.iter().cloned());
            next_number(&taken)
        } else {
            code.clone()
        };
        choices.push(Choice { code, text });
    }
    choices
}

fn number(wrong: &mut Vec<Wrong>, fields: &Fields, name: &str) -> i64 {
    let typed = tidy(fields.get(name));
    typed.parse().unwrap_or_else(|_| {
        wrong.push(Wrong::new(name, "questionnaire-number-odd"));
        0
    })
}

/// The question meant, in place of `before`.
pub fn item(fields: &Fields, content: &Content, before: Option<&Item>) -> Result<Item, Vec<Wrong>> {
    let mut wrong = Vec::new();
    let languages = &content.languages;
    let none = Text18::default();
    let was = |text: fn(&Item) -> &Text18| before.map_or(&none, text);
    let listed = before.map_or(&[][..], |item| item.scale.choices());
    let scale = match fields.get("scale") {
        "agree4" => Scale::Agree4,
        "agree5" => Scale::Agree5,
        "yes_no" => Scale::YesNo,
        "one" => Scale::One(choices(fields, languages, listed)),
        "many" => Scale::Many(choices(fields, languages, listed)),
        "number" => {
            let least = number(&mut wrong, fields, "least");
            Scale::Number { least, most: number(&mut wrong, fields, "most") }
        }
        "open" => Scale::Open,
        "gender" => Scale::Gender,
        "age" => Scale::Age,
        _ => {
            wrong.push(Wrong::new("scale", "questionnaire-scale-missing"));
            Scale::Open
        }
    };
    let code = tidy(fields.get("code"));
    if code.is_empty() {
        wrong.push(Wrong::new("code", "questionnaire-code-missing"));
    }
    let reasons = before.and_then(|item| item.sensitive.as_ref()).unwrap_or(&none);
    let condition = tidy(fields.get("only_if"));
    let any_of = fields.get("any_of").split([',', ';', ' ']).map(str::trim).filter(|code| !code.is_empty());
    let any_of: Vec<String> = any_of.map(str::to_owned).collect();
    let item = Item {
        code,
        area: Some(fields.get("area").to_owned()).filter(|area| !area.is_empty()),
        text: fields.text("text", languages, was(|item| &item.text)),
        easy: fields.text("easy", languages, was(|item| &item.easy)),
        scale,
        reversed: fields.has("reversed"),
        sensitive: fields.has("sensitive").then(|| fields.text("reason", languages, reasons)),
        off: fields.has("off"),
        only_if: (!condition.is_empty()).then_some(Condition { item: condition, any_of }),
    };
    if wrong.is_empty() { Ok(item) } else { Err(wrong) }
}

/// All areas meant: rows `area_0_code`, `area_0_was`, `area_0_sl` … An area without words goes.
pub fn areas(fields: &Fields, content: &Content) -> Change {
    let row = |at: usize| {
        let was = Some(tidy(fields.get(&format!("area_{at}_was")))).filter(|was| !was.is_empty());
        let before = was.as_ref().and_then(|was| content.area(was)).map(|area| area.name.clone());
        let name = fields.text(&format!("area_{at}"), &content.languages, &before.unwrap_or_default());
        let code = tidy(fields.get(&format!("area_{at}_code")));
        (!(name.is_empty() && code.is_empty())).then_some((was, Area { code, name }))
    };
    Change::Areas((0..fields.rows("area")).filter_map(row).collect())
}

/// What was said in a language. A text whose field was not sent stays.
pub fn language(fields: &Fields, content: &Content, lang: &str) -> Change {
    let sent = |spot: Spot| {
        let field = spot.field();
        fields.has(&field).then(|| (spot, tidy(fields.get(&field))))
    };
    Change::Language { lang: lang.to_owned(), texts: spots(content).into_iter().filter_map(sent).collect() }
}

/// Faults beside the fields of a question's form they come from; those elsewhere stand above it.
pub fn beside(faults: &[Fault], code: &str, first_language: &str) -> Vec<Wrong> {
    let field = |fault: &Fault| match (&fault.place, fault.key) {
        (Place::Item(it), key) if it == code => match key {
            "questionnaire-code-odd" | "questionnaire-code-twice" => "code".to_owned(),
            "questionnaire-text-long" => format!("text_{}", fault.it),
            "questionnaire-item-wordless" => format!("text_{first_language}"),
            "questionnaire-reason-missing" => format!("reason_{first_language}"),
            "questionnaire-area-unknown" | "questionnaire-area-unscored" => "area".to_owned(),
            "questionnaire-bounds-odd" => "least".to_owned(),
            key if key.starts_with("questionnaire-condition") => "only_if".to_owned(),
            key if key.contains("choice") => "choice_0_code".to_owned(),
            _ => "scale".to_owned(),
        },
        _ => "content".to_owned(),
    };
    faults.iter().map(|fault| Wrong::new(&field(fault), fault.key).arg("it", fault.it.as_str())).collect()
}
