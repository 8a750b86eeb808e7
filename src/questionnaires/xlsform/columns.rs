//! The columns of a sheet by what they mean, and the cells of its rows as names, words and yes or no.

use std::collections::BTreeSet;

use super::codes::language;
use super::problem::{At, Told};
use crate::form::tidy;
use crate::i18n::Text18;
use crate::questionnaires::content::LONGEST;
use crate::table::{Cell, Row, Sheet};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Type,
    Name,
    List,
    Label,
    Relevant,
    Constraint,
    Required,
    Area,
    Reversed,
    Sensitive,
    Off,
    Scale,
    Easy,
    Reason,
    Title,
    FormTitle,
    FormId,
    DefaultLanguage,
    NotOffered,
    /// An older word for rows that are switched off.
    Disabled,
    /// Not taken: the key of the sentence that says what becomes of it.
    Left(&'static str),
}

impl Field {
    /// Whether it stands in a column for each language.
    fn is_words(self) -> bool {
        matches!(self, Field::Label | Field::Easy | Field::Reason | Field::Title)
    }
}

/// A column of the sheet `survey`.
pub fn of_survey(base: &str, below: &str) -> Field {
    match base {
        "type" | "command" => Field::Type,
        "name" | "tag" | "value" => Field::Name,
        "label" | "caption" => Field::Label,
        "relevant" | "relevance" => Field::Relevant,
        "constraint" => Field::Constraint,
        "required" => Field::Required,
        "disabled" => Field::Disabled,
        "bind" => match below {
            "relevant" => Field::Relevant,
            "constraint" => Field::Constraint,
            "required" => Field::Required,
            _ => Field::Left("xlsform-left-look"),
        },
        "logbook_area" => Field::Area,
        "logbook_reversed" => Field::Reversed,
        "logbook_sensitive" => Field::Sensitive,
        "logbook_off" => Field::Off,
        "logbook_scale" => Field::Scale,
        "logbook_easy" => Field::Easy,
        "logbook_reason" => Field::Reason,
        "hint" | "guidance_hint" => Field::Left("xlsform-left-hint"),
        "appearance" | "parameters" | "rows" | "control" | "body" | "instance" | "read_only" | "readonly" => {
            Field::Left("xlsform-left-look")
        }
        "constraint_message" | "constraining_message" | "required_message" | "requiredmsg" => {
            Field::Left("xlsform-left-message")
        }
        "default" | "calculation" | "calculate" | "trigger" => Field::Left("xlsform-left-filled"),
        "choice_filter" => Field::Left("xlsform-left-filter"),
        "repeat_count" | "count" | "jr:count" => Field::Left("xlsform-left-repeat"),
        _ => media(base),
    }
}

fn media(base: &str) -> Field {
    match base {
        "media" | "image" | "big-image" | "audio" | "video" | "autoplay" => Field::Left("xlsform-left-media"),
        _ => Field::Left("xlsform-left-column"),
    }
}

/// A column of the sheet `choices`.
pub fn of_choices(base: &str, _: &str) -> Field {
    match base {
        "list_name" => Field::List,
        "name" | "value" => Field::Name,
        "label" | "caption" => Field::Label,
        _ => media(base),
    }
}

/// A column of the sheet `settings`.
pub fn of_settings(base: &str, _: &str) -> Field {
    match base {
        "form_title" | "set_form_title" | "title" => Field::FormTitle,
        "form_id" | "set_form_id" | "id_string" => Field::FormId,
        "default_language" => Field::DefaultLanguage,
        "logbook_title" => Field::Title,
        "logbook_not_offered" => Field::NotOffered,
        "version" => Field::Left("xlsform-left-version"),
        _ => Field::Left("xlsform-left-setting"),
    }
}

/// A column of our sheet of areas.
pub fn of_areas(base: &str, _: &str) -> Field {
    match base {
        "name" => Field::Name,
        "label" => Field::Label,
        _ => Field::Left("xlsform-left-column"),
    }
}

#[derive(Clone, Debug)]
pub struct Column {
    pub field: Field,
    /// Of words in one language; none: in the language of the file.
    pub lang: Option<String>,
    /// As it stands in the file, or the letter of the column where nothing does.
    pub heading: String,
    at: usize,
}

/// A sheet with its columns understood.
pub struct Table<'a> {
    pub sheet: &'a str,
    pub columns: Vec<Column>,
    /// Without the heading.
    pub rows: &'a [Row],
}

/// As spreadsheets call a column: A, B, …, Z, AA.
fn letter(mut at: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + u8::try_from(at % 26).unwrap_or(0)));
        if at < 26 {
            return letters.iter().rev().collect();
        }
        at = at / 26 - 1;
    }
}

impl<'a> Table<'a> {
    /// Understands the heading; what is needed and not there is told.
    pub fn new(
        sheet: &'a Sheet,
        meaning: fn(&str, &str) -> Field,
        needed: &[(Field, &str)],
        told: &mut Told,
    ) -> Table<'a> {
        let name = sheet.name.as_deref().unwrap_or("");
        let mut table = Table { sheet: name, columns: Vec::new(), rows: &[] };
        let Some((heading, rows)) = sheet.rows.split_first() else { return table };
        table.rows = rows;
        let width = sheet.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        for at in 0..width {
            let said = tidy(&heading.cells.get(at).map_or_else(String::new, Cell::said));
            let column = table.column(at, heading.number, said, meaning, told);
            let twice = |it: &&Column| it.field == column.field && it.lang == column.lang;
            if !matches!(column.field, Field::Left(_))
                && let Some(first) = table.columns.iter().find(twice)
            {
                let place = At { sheet: name, row: heading.number, column: &column.heading };
                told.stop(place, "xlsform-column-twice", &[("it", &first.heading)]);
            }
            table.columns.push(column);
        }
        for (field, heading) in needed.iter().filter(|(field, _)| !table.has(*field)) {
            let row = sheet.rows[0].number;
            let key = if field.is_words() { "xlsform-column-words" } else { "xlsform-column-missing" };
            told.stop(At { sheet: name, row, column: "" }, key, &[("it", heading)]);
        }
        table
    }

    fn column(
        &self,
        at: usize,
        row: usize,
        said: String,
        meaning: fn(&str, &str) -> Field,
        told: &mut Told,
    ) -> Column {
        if said.is_empty() {
            let field = Field::Left("xlsform-left-column");
            return Column { field, lang: None, heading: letter(at), at };
        }
        let (base, below) = said.split_once("::").or_else(|| said.split_once(':')).unwrap_or((&said, ""));
        let plain = |text: &str| text.trim().to_lowercase().replace(' ', "_");
        let mut field = meaning(&plain(base), &plain(below));
        if said.to_lowercase().starts_with("jr:") {
            field = meaning(&plain(&said), "");
        }
        let mut lang = None;
        if field.is_words() && !below.trim().is_empty() {
            lang = language(below.trim_start_matches(':'));
            if lang.is_none() {
                let place = At { sheet: self.sheet, row, column: &said };
                told.stop(place, "xlsform-language-odd", &[("it", base.trim()), ("lang", below.trim())]);
                // Told; the words in it are nobody's.
                field = Field::Left("");
            }
        }
        Column { field, lang, heading: said, at }
    }

    pub fn has(&self, field: Field) -> bool {
        self.columns.iter().any(|it| it.field == field || (it.field == Field::Left("") && field.is_words()))
    }

    /// Languages that have a column of words, in their order.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().filter_map(|it| it.lang.as_deref())
    }

    /// Whether words stand in a column that names no language.
    pub fn has_plain_words(&self) -> bool {
        self.columns.iter().any(|it| it.field.is_words() && it.lang.is_none())
    }

    fn find(&self, field: Field) -> Option<&Column> {
        self.columns.iter().find(|it| it.field == field)
    }

    pub fn at<'t>(&'t self, row: &Row, field: Field) -> At<'t> {
        let column = self.find(field).map_or("", |it| it.heading.as_str());
        At { sheet: self.sheet, row: row.number, column }
    }

    /// What stands in a column that is no text to be read: none, and told, where a spreadsheet made something else of it.
    pub fn name(&self, row: &Row, field: Field, told: &mut Told) -> Option<String> {
        let Some(column) = self.find(field) else { return Some(String::new()) };
        let at = At { sheet: self.sheet, row: row.number, column: &column.heading };
        match row.cells.get(column.at).unwrap_or(&Cell::Empty) {
            Cell::Fault => told.stop(at, "xlsform-cell-fault", &[]),
            cell @ (Cell::Day(_) | Cell::Clock(_) | Cell::Moment(..)) => {
                told.stop(at, "xlsform-cell-date", &[("it", &cell.said())]);
            }
            cell => return Some(tidy(&cell.said())),
        }
        None
    }

    /// Yes or no, where nothing is no.
    pub fn yes(&self, row: &Row, field: Field, told: &mut Told) -> bool {
        let said = self.name(row, field, told).unwrap_or_default();
        yes(&said).unwrap_or_else(|| {
            told.stop(self.at(row, field), "xlsform-yes-odd", &[("it", &said)]);
            false
        })
    }

    /// Words in every language; those of a column that names none are in `first`, unless it has one of its own.
    pub fn words(&self, row: &Row, field: Field, first: &str, told: &mut Told) -> Text18 {
        let mut words = Text18::default();
        for column in self.columns.iter().filter(|it| it.field == field) {
            let at = At { sheet: self.sheet, row: row.number, column: &column.heading };
            let cell = row.cells.get(column.at).unwrap_or(&Cell::Empty);
            let written = cell.said();
            // Without the mark that is put between where other tools would put an answer in the place of words.
            let mut said = tidy(&written);
            match cell {
                Cell::Fault => {
                    told.stop(at, "xlsform-cell-fault", &[]);
                    continue;
                }
                Cell::Day(_) | Cell::Clock(_) | Cell::Moment(..) => {
                    told.remark(at, "xlsform-cell-words", &[("it", &said)]);
                }
                _ if said.is_empty() => continue,
                _ => {}
            }
            if said.chars().count() > LONGEST {
                told.stop(at, "xlsform-words-long", &[("most", &LONGEST.to_string())]);
                said.truncate(said.char_indices().nth(LONGEST + 1).map_or(said.len(), |(at, _)| at));
            }
            if written.contains("${") {
                told.remark(at, "xlsform-words-answer", &[]);
            } else if said.contains("**") || said.contains("</") {
                told.remark(at, "xlsform-words-marks", &[]);
            }
            let lang = column.lang.as_deref().unwrap_or(first);
            let before = words.get(lang).map(str::to_owned);
            if before.as_ref().is_some_and(|before| *before != said) {
                told.remark(at, "xlsform-words-twice", &[("it", lang)]);
            }
            // Where a language has a column of its own, that one counts.
            if before.is_none() || column.lang.is_some() {
                words.set(lang, said);
            }
        }
        words
    }

    /// Names what stands in columns that are not taken.
    pub fn tell_left(&self, row: &Row, told: &mut Told) {
        for column in &self.columns {
            let at = At { sheet: self.sheet, row: row.number, column: &column.heading };
            let cell = row.cells.get(column.at).unwrap_or(&Cell::Empty);
            match column.field {
                Field::Left(key) if !key.is_empty() && !cell.is_empty() => told.remark(at, key, &[]),
                Field::Required if yes(&tidy(&cell.said())) != Some(false) => {
                    told.remark(at, "xlsform-left-required", &[]);
                }
                _ => {}
            }
        }
    }

    /// Codes of languages in this table, each once.
    pub fn add_languages(&self, to: &mut Vec<String>) {
        let mut known: BTreeSet<String> = to.iter().cloned().collect();
        for lang in self.languages() {
            if known.insert(lang.to_owned()) {
                to.push(lang.to_owned());
            }
        }
    }
}

fn yes(text: &str) -> Option<bool> {
    match text.to_lowercase().trim_end_matches("()") {
        "yes" | "true" | "da" | "1" => Some(true),
        "" | "no" | "false" | "ne" | "0" => Some(false),
        _ => None,
    }
}
