//! "You said, we did": as it is being written, and as it was published.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::i18n::Text18;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// Of the questionnaire, by code; empty where it belongs to none.
    pub area: String,
    pub said: Text18,
    pub did: Text18,
    /// What could not be done, and why.
    pub could_not: Text18,
}

impl Said {
    /// Whether young people would get an answer.
    pub fn is_ready(&self) -> bool {
        let answered = [&self.did, &self.could_not].iter().any(|text| !text.is_empty());
        answered && !self.said.is_empty()
    }
}

/// What stands on a public page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    pub year: i32,
    pub entries: Vec<Told>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// What the area is called; empty where it belongs to none.
    pub heading: Text18,
    pub said: Text18,
    pub did: Text18,
    pub could_not: Text18,
}

impl Published {
    /// What of the entries can be published. `areas`: (code, name).
    pub fn of(year: i32, entries: &[Said], areas: &[(String, Text18)]) -> Published {
        let heading = |code: &str| {
            areas
                .iter()
                .find(|(known, _)| known == code)
                .map_or_else(Text18::default, |(_, name)| name.clone())
        };
        let told = |it: &Said| Told {
            heading: heading(&it.area),
            said: it.said.clone(),
            did: it.did.clone(),
            could_not: it.could_not.clone(),
        };
        Published { year, entries: entries.iter().filter(|it| it.is_ready()).map(told).collect() }
    }

    /// Another one for each text that differs: a page sends back of which it was looked at.
    pub fn mark(&self) -> Result<String, serde_json::Error> {
        let hash = Sha256::digest(serde_json::to_vec(self)?);
        Ok(hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect())
    }

    /// In which of these languages there is something to read.
    pub fn languages<'l>(&self, offered: &'l [String]) -> Vec<&'l String> {
        let is_said = |lang: &&String| self.entries.iter().any(|it| it.said.get(lang).is_some());
        offered.iter().filter(is_said).collect()
    }
}

/// A text in a language, else in the first of the network's that has it; with the language it is in.
pub fn read<'t>(text: &'t Text18, lang: &str, offered: &[String]) -> (String, &'t str) {
    let written = |lang: &str| text.get(lang).filter(|text| !text.trim().is_empty());
    let first = || offered.iter().find_map(|lang| written(lang).map(|text| (lang.clone(), text)));
    written(lang)
        .map(|text| (lang.to_owned(), text))
        .or_else(first)
        .unwrap_or_else(|| (lang.to_owned(), text.read(lang)))
}
