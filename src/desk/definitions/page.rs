//! What counts, and what is stored: two pages that need no account.

use askama::Template;

use super::{Definition, FIELDS, Kept, RULES, Stored, VOICES, counted, of_field, of_voice, privacy};
use crate::i18n::Words;
use crate::web::Page;

#[derive(Template)]
#[template(path = "desk/definitions/definitions.html")]
pub struct DefinitionsPage {
    page: Page,
    measures: Vec<Definition>,
    fields: Vec<Definition>,
    rules: Vec<String>,
    voices: Vec<Definition>,
}

impl DefinitionsPage {
    pub fn new(page: Page, w: Words) -> DefinitionsPage {
        DefinitionsPage {
            page,
            measures: counted(w),
            fields: FIELDS.into_iter().map(|field| of_field(w, field)).collect(),
            rules: RULES.into_iter().map(|rule| w.tr(rule)).collect(),
            voices: VOICES.into_iter().map(|code| of_voice(w, code)).collect(),
        }
    }
}

#[derive(Template)]
#[template(path = "desk/definitions/privacy.html")]
pub struct PrivacyPage {
    page: Page,
    parts: Vec<Stored>,
    kept: Vec<Kept>,
}

impl PrivacyPage {
    /// `kept` tells how long networks keep notes.
    pub fn new(page: Page, w: Words, kept: Vec<String>) -> PrivacyPage {
        let mut parts = privacy(w);
        if let Some(part) = parts.iter_mut().find(|part| part.code == "keep") {
            part.sentences.extend(kept);
        }
        PrivacyPage { page, parts, kept: super::kept(w) }
    }
}
