//! How parts of a questionnaire are said and shown on its pages, and how a page says that it could not be done.

use sha2::{Digest, Sha256};

use crate::error::AppError;
use crate::i18n::{Arg, Words};
use crate::questionnaires::check::{Fault, Place};
use crate::questionnaires::content::{Content, Item, Scale};

/// What was shown, in few letters: a form carries it, so that nobody overwrites what they have not seen.
pub fn mark(shown: &impl serde::Serialize) -> Result<String, AppError> {
    let json = serde_json::to_vec(shown).map_err(|error| AppError::Internal(error.to_string()))?;
    Ok(Sha256::digest(json)[..8].iter().map(|byte| format!("{byte:02x}")).collect())
}

/// A text in the language of the page, else in the first of the questionnaire.
pub fn said(w: Words, content: &Content, text: &crate::i18n::Text18) -> String {
    content.said(text, w.lang()).to_owned()
}

/// What a language is called, else its code.
pub fn language_name(w: Words, code: &str) -> String {
    let key = format!("language-{code}");
    if w.has(&key) { w.tr(&key) } else { code.to_owned() }
}

pub fn scale(w: Words, scale: &Scale) -> String {
    match scale {
        Scale::Number { least, most } => {
            w.with("scaled-number-of", &[("least", Arg::Int(*least)), ("most", Arg::Int(*most))])
        }
        other => w.tr(&format!("scaled-{}", other.code())),
    }
}

/// A question, as its line says what it is: its scale, its area, and what is special about it.
pub fn about(w: Words, content: &Content, item: &Item) -> Vec<String> {
    let area = item.area.as_ref().and_then(|code| content.area(code));
    let mut about = vec![scale(w, &item.scale)];
    about.extend(area.map(|area| said(w, content, &area.name)));
    for (is, key) in [
        (item.reversed, "questionnaire-reversed"),
        (item.sensitive.is_some(), "questionnaire-sensitive"),
        (item.off, "questionnaire-off"),
        (!item.easy.is_empty(), "questionnaire-has-easy"),
    ] {
        if is {
            about.push(w.tr(key));
        }
    }
    if let Some(condition) = &item.only_if {
        let codes = condition.any_of.join(", ");
        let args = [("item", Arg::Text(condition.item.clone())), ("codes", Arg::Text(codes))];
        about.push(w.with("questionnaire-only-if-said", &args));
    }
    about.push(item.code.clone());
    about
}

/// What is wrong, each with where it is mended.
pub fn faults(w: Words, base: &str, faults: &[Fault]) -> Vec<(String, String)> {
    let told = |fault: &Fault| {
        let (href, of) = match &fault.place {
            Place::Whole => (base.to_owned(), None),
            Place::Area(code) => (format!("{base}/areas"), Some(code)),
            Place::Item(code) => (format!("{base}/items/{}", crate::web::encoded(code)), Some(code)),
        };
        let says = fault.says(w);
        (href, of.map_or(says.clone(), |of| format!("{of}: {says}")))
    };
    faults.iter().map(told).collect()
}
