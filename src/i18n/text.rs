//! Text that people write in several languages.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Language code → text. Kept in the database as JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text18(BTreeMap<String, String>);

impl Text18 {
    /// The same words in one language.
    pub fn one(lang: &str, text: impl Into<String>) -> Self {
        Text18(BTreeMap::from([(lang.to_owned(), text.into())]))
    }

    /// Slovene and English.
    pub fn two(sl: &str, en: &str) -> Self {
        Text18(BTreeMap::from([("sl".to_owned(), sl.to_owned()), ("en".to_owned(), en.to_owned())]))
    }

    /// In the wanted language, else in any there is.
    pub fn read(&self, lang: &str) -> &str {
        self.0.get(lang).or_else(|| self.0.values().next()).map_or("", String::as_str)
    }

    /// In this very language, or nothing.
    pub fn get(&self, lang: &str) -> Option<&str> {
        self.0.get(lang).map(String::as_str)
    }

    /// Languages and texts, in the order of the languages' codes.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(lang, text)| (lang.as_str(), text.as_str()))
    }

    pub fn set(&mut self, lang: &str, text: impl Into<String>) {
        self.0.insert(lang.to_owned(), text.into());
    }

    /// [`Text18::set`]; with nothing, the language goes.
    pub fn put(&mut self, lang: &str, text: &str) {
        if text.is_empty() {
            self.0.remove(lang);
        } else {
            self.set(lang, text);
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.values().all(|text| text.trim().is_empty())
    }

    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_else(|_| "{}".to_owned())
    }

    /// What the database holds; text that is no language map is taken as it stands.
    pub fn from_json(json: &str) -> Self {
        serde_json::from_str(json).unwrap_or_else(|_| Text18::one("und", json))
    }
}

impl From<&Text18> for crate::db::Value {
    fn from(text: &Text18) -> Self {
        crate::db::Value::from(text.to_json())
    }
}
