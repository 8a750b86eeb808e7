//! The sheet `settings`: what the questionnaire is called, and in which language it was written first.

use super::codes::{code, language};
use super::columns::{Field, Table};
use super::problem::{At, Told};
use crate::i18n::Text18;

#[derive(Debug, Default)]
pub struct Settings {
    /// The name as other tools know it: in one language.
    pub title: String,
    pub titles: Text18,
    pub code: Option<String>,
    pub first_language: Option<String>,
    /// Languages in which something is written and nobody is asked.
    pub not_offered: Vec<String>,
}

impl Settings {
    /// `lang` is the language of what names none.
    pub fn read(table: &Table<'_>, lang: &str, told: &mut Told) -> Settings {
        let mut settings = Settings::default();
        let Some((row, further)) = table.rows.split_first() else { return settings };
        for row in further {
            told.remark(At { sheet: table.sheet, row: row.number, column: "" }, "xlsform-row-left", &[]);
        }
        table.tell_left(row, told);
        settings.title = table.name(row, Field::FormTitle, told).unwrap_or_default();
        settings.code = table.name(row, Field::FormId, told).and_then(|id| code(&id, "q"));
        let said = table.name(row, Field::DefaultLanguage, told).unwrap_or_default();
        settings.first_language = language(&said);
        if settings.first_language.is_none() && !said.is_empty() && !said.eq_ignore_ascii_case("default") {
            told.stop(table.at(row, Field::DefaultLanguage), "xlsform-default-odd", &[("it", &said)]);
        }
        let plain = settings.first_language.as_deref().unwrap_or(lang);
        settings.titles = table.words(row, Field::Title, plain, told);
        let not_offered = table.name(row, Field::NotOffered, told).unwrap_or_default();
        settings.not_offered = not_offered.split_whitespace().filter_map(language).collect();
        settings
    }

    /// The name, in `first` where only one language has it.
    pub fn name(&self, first: &str) -> Text18 {
        let mut name = self.titles.clone();
        // Somebody renamed it with another tool.
        if !self.title.is_empty() && self.titles.iter().all(|(_, title)| title != self.title) {
            name.set(first, self.title.clone());
        }
        name
    }
}
