//! The fields of sets and questions, as several forms show them.

use uuid::Uuid;

use crate::form::{Wrong, told};
use crate::i18n::Words;
use crate::reflections::set::{Scale, Set};
use crate::reflections::typed::{TypedQuestion, TypedSet};
use crate::units::{Unit, name_label};
use crate::vocabulary::Kind;

/// A field of a form.
pub struct Field {
    /// Of the page; `name` is the form's.
    pub id: String,
    pub name: String,
    pub label: String,
    pub value: String,
    pub problem: Option<String>,
}

pub struct SetFields {
    pub names: Vec<Field>,
    /// Code, label, chosen.
    pub kinds: Vec<(&'static str, String, bool)>,
    pub from: Field,
    pub last: Field,
}

pub struct QuestionFields {
    pub key: String,
    /// Of a new question, where the form has several of them.
    pub id: Option<Uuid>,
    pub words: Vec<Field>,
    /// What the scale's field is called.
    pub scale: String,
    /// Code, label, what it means, chosen.
    pub scales: Vec<(&'static str, String, String, bool)>,
    pub scale_problem: Option<String>,
}

/// What was typed into a form.
pub type Fields = [(String, String)];

pub fn field(fields: &Fields, name: &str) -> String {
    fields.iter().find(|(it, _)| it == name).map_or_else(String::new, |(_, text)| text.clone())
}

fn problem(problems: &[(String, String)], field: &str) -> Option<String> {
    problems.iter().find(|(it, _)| it == field).map(|(_, says)| says.clone())
}

pub fn typed_set(unit: &Unit, fields: &Fields) -> TypedSet {
    let name = |lang: &String| (lang.clone(), field(fields, &format!("name_{lang}")));
    let kinds = fields.iter().filter(|(name, _)| name == "kind").map(|(_, code)| code.clone());
    TypedSet {
        names: unit.network.languages.iter().map(name).collect(),
        kinds: kinds.collect(),
        from: field(fields, "from"),
        last: field(fields, "last"),
    }
}

/// `prefix` stands before the names of fields where a form has several questions.
pub fn typed_question(unit: &Unit, fields: &Fields, prefix: &str) -> TypedQuestion {
    let words = |lang: &String| (lang.clone(), field(fields, &format!("{prefix}name_{lang}")));
    TypedQuestion {
        words: unit.network.languages.iter().map(words).collect(),
        scale: field(fields, &format!("{prefix}scale")),
    }
}

pub fn set_fields(w: Words, typed: &TypedSet, wrong: &[Wrong]) -> SetFields {
    let problems = told(w, wrong);
    let one = |name: &str, label: String, value: &str| Field {
        id: name.to_owned(),
        name: name.to_owned(),
        label,
        value: value.to_owned(),
        problem: problem(&problems, name),
    };
    let chosen = |code: &str| typed.kinds.iter().any(|it| it == code);
    SetFields {
        names: typed
            .names
            .iter()
            .map(|(lang, value)| one(&format!("name_{lang}"), name_label(w, lang), value))
            .collect(),
        kinds: Kind::ALL
            .iter()
            .map(|kind| (kind.code(), w.tr(&format!("kind-{}", kind.code())), chosen(kind.code())))
            .collect(),
        from: one("from", w.tr("reflection-from"), &typed.from),
        last: one("last", w.tr("reflection-last"), &typed.last),
    }
}

/// The label of a question in a language.
fn words_label(w: Words, lang: &str) -> String {
    let key = format!("reflection-words-in-{lang}");
    if w.has(&key) { w.tr(&key) } else { w.of("reflection-words-in", lang) }
}

/// A question's fields; `key` tells them from other forms of the page.
pub fn question_fields(
    w: Words,
    key: &str,
    prefix: &str,
    typed: &TypedQuestion,
    wrong: &[Wrong],
) -> QuestionFields {
    let problems = told(w, wrong);
    let words = |(lang, value): &(String, String)| {
        let id = format!("{key}-name_{lang}");
        Field {
            name: format!("{prefix}name_{lang}"),
            label: words_label(w, lang),
            value: value.clone(),
            problem: problem(&problems, &id),
            id,
        }
    };
    let chosen = if typed.scale.is_empty() { Scale::Agree5.code() } else { typed.scale.as_str() };
    QuestionFields {
        key: key.to_owned(),
        id: None,
        words: typed.words.iter().map(words).collect(),
        scale: format!("{prefix}scale"),
        scales: Scale::ALL
            .iter()
            .map(|scale| {
                let code = scale.code();
                let (label, what) = (w.tr(&format!("scale-{code}")), w.tr(&format!("scale-{code}-what")));
                (code, label, what, code == chosen)
            })
            .collect(),
        scale_problem: problem(&problems, &format!("{key}-scale")),
    }
}

/// When a set is asked: od 1. 9. 2026 · 1. 9. 2026–31. 8. 2027
pub fn when(w: Words, set: &Set) -> String {
    match set.last_on() {
        None => w.of("past-from", w.date(set.from_on)),
        Some(last) => w.span(set.from_on, last),
    }
}

/// What a set asks about: of which kinds of activity.
pub fn about(w: Words, set: &Set) -> String {
    if set.kinds.is_empty() {
        return w.tr("reflection-all-kinds");
    }
    let kinds = set.kinds.iter().map(|kind| w.tr(&format!("kind-{}", kind.code())));
    kinds.collect::<Vec<_>>().join(", ")
}
