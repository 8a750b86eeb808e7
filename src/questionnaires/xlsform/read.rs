//! A file taken apart: its sheets, what they say, and everything about it that has to be told.

use super::choices::Lists;
use super::columns::{Field, Table, of_areas, of_choices, of_settings, of_survey};
use super::problem::{At, Problem, Told};
use super::settings::Settings;
use super::survey::{Survey, Taken};
use super::{AREAS, CHOICES, SETTINGS, SURVEY};
use crate::i18n::Text18;
use crate::questionnaires::check::{Fault, Place, check};
use crate::questionnaires::content::{Content, Item, MOST_LANGUAGES};
use crate::table::Sheet;

/// What came of a file.
#[derive(Clone, Debug)]
pub struct Read {
    /// Empty where the file gives none.
    pub name: Text18,
    /// What the file is called among forms, as a code.
    pub code: Option<String>,
    /// None where something stops it. Otherwise it holds to every rule of a questionnaire.
    pub content: Option<Content>,
    /// What stops it first; then what is not taken, and what becomes of it.
    pub problems: Vec<Problem>,
}

/// Reads the sheets of a file. `lang` is the language of what does not say in which language it is.
pub fn read(sheets: &[Sheet], lang: &str) -> Read {
    let mut told = Told::default();
    let mut read = Read { name: Text18::default(), code: None, content: None, problems: Vec::new() };
    if let Some(content) = whole(sheets, lang, &mut read, &mut told)
        && !told.stopped()
    {
        read.content = Some(content);
    }
    read.problems = told.done();
    read
}

fn whole(sheets: &[Sheet], lang: &str, read: &mut Read, told: &mut Told) -> Option<Content> {
    if sheets.iter().any(|sheet| sheet.name.is_none()) {
        told.stop(At::default(), "xlsform-one-table", &[]);
        return None;
    }
    let called = |sheet: &Sheet, name: &str| {
        sheet.name.as_deref().is_some_and(|it| it.trim().eq_ignore_ascii_case(name))
    };
    let find = |name: &str| sheets.iter().find(|sheet| called(sheet, name));
    let Some(survey) = find(SURVEY) else {
        let names: Vec<&str> = sheets.iter().filter_map(|sheet| sheet.name.as_deref()).collect();
        told.stop(At::default(), "xlsform-no-survey", &[("it", &names.join(", "))]);
        return None;
    };
    let known = [SURVEY, CHOICES, SETTINGS, AREAS].map(find);
    let is_known = |sheet: &Sheet| known.into_iter().flatten().any(|it| std::ptr::eq(it, sheet));
    for sheet in sheets.iter().filter(|it| !is_known(it)) {
        let at = At { sheet: sheet.name.as_deref().unwrap_or(""), row: 0, column: "" };
        told.remark(at, "xlsform-sheet-left", &[]);
    }
    let settings = find(SETTINGS).map(|it| Table::new(it, of_settings, &[], told));
    let settings = settings.map_or_else(Settings::default, |it| Settings::read(&it, lang, told));
    let needed = [(Field::Type, "type"), (Field::Name, "name"), (Field::Label, "label")];
    let survey = Table::new(survey, of_survey, &needed, told);
    let needed = [(Field::List, "list_name"), (Field::Name, "name"), (Field::Label, "label")];
    let choices = find(CHOICES).map(|it| Table::new(it, of_choices, &needed, told));
    let areas = find(AREAS).map(|it| Table::new(it, of_areas, &[(Field::Name, "name")], told));
    if told.stopped() {
        return None;
    }

    let tables = [Some(&survey), choices.as_ref(), areas.as_ref()];
    let languages = languages(&tables, &settings, lang, told);
    if languages.len() > 2 * MOST_LANGUAGES {
        let at = At { sheet: survey.sheet, row: 0, column: "" };
        told.stop(at, "questionnaire-many-languages", &[("it", &MOST_LANGUAGES.to_string())]);
        return None;
    }
    let first = languages.first().map_or(lang, String::as_str).to_owned();
    // Words without a language are in the one the file was written in.
    let plain = settings.first_language.as_deref().unwrap_or(lang).to_owned();
    let survey_sheet = survey.sheet;
    read.name = settings.name(&first);
    read.code = settings.code;
    let lists = Lists::new(choices, &plain, told);
    let choices_sheet = lists.sheet();
    let taken = Survey::new(survey, lists, plain, told).read(areas);
    let mut content = taken.content.clone();
    content.languages = languages;
    let places = Places { survey: survey_sheet, choices: choices_sheet, taken: &taken };
    for fault in check(&content) {
        places.tell(&fault, told);
    }
    Some(content)
}

/// The languages in which the questions are asked: that of the file first, then as the columns stand.
fn languages(tables: &[Option<&Table<'_>>], settings: &Settings, lang: &str, told: &mut Told) -> Vec<String> {
    let tables: Vec<&Table> = tables.iter().copied().flatten().collect();
    let mut found = Vec::new();
    if let Some(table) = tables.iter().find(|table| table.has_plain_words()) {
        let plain = settings.first_language.as_deref().unwrap_or(lang);
        found.push(plain.to_owned());
        if settings.first_language.is_none() {
            told.remark(
                At { sheet: table.sheet, row: 0, column: "label" },
                "xlsform-language-none",
                &[("it", lang)],
            );
        }
    }
    for table in &tables {
        table.add_languages(&mut found);
    }
    found.retain(|lang| !settings.not_offered.contains(lang));
    if let Some(first) = &settings.first_language {
        match found.iter().position(|lang| lang == first) {
            Some(at) => found[..=at].rotate_right(1),
            None => {
                let at = At { sheet: SETTINGS, row: 0, column: "default_language" };
                told.remark(at, "xlsform-default-other", &[("it", first)]);
            }
        }
    }
    found
}

/// Where the parts of a questionnaire stand in the file.
struct Places<'a> {
    survey: &'a str,
    choices: &'a str,
    taken: &'a Taken,
}

impl Places<'_> {
    /// Tells what is wrong with a questionnaire at the row that it comes from.
    fn tell(&self, fault: &Fault, told: &mut Told) {
        let at = |row: usize| At { sheet: self.survey, row, column: "" };
        let items = || self.taken.content.items.iter().zip(&self.taken.rows);
        let place = match &fault.place {
            Place::Whole => match fault.key {
                // The second one is too many.
                "questionnaire-background-twice" => {
                    items().filter(|(item, _)| item.scale.code() == fault.it).map(|(_, row)| at(*row)).nth(1)
                }
                // Something else was told, and may be why.
                "questionnaire-asks-nothing" if told.stopped() => return,
                _ => None,
            },
            Place::Area(code) => {
                let areas = self.taken.content.areas.iter().zip(&self.taken.area_places);
                let place = areas.filter(|(area, _)| area.code == *code).map(|(_, place)| place).next_back();
                place.map(|(sheet, row)| At { sheet, row: *row, column: "" })
            }
            Place::Item(code) => {
                let found = items().enumerate().rfind(|(_, (item, _))| item.code == *code);
                let rows = found.map_or_else(Vec::new, |(at, (item, _))| self.choice_rows(item, at, fault));
                for row in &rows {
                    let at = At { sheet: self.choices, row: *row, column: "" };
                    told.stop(at, fault.key, &[("it", &fault.it)]);
                }
                if !rows.is_empty() {
                    return;
                }
                found.map(|(_, (_, row))| at(*row))
            }
        };
        // What is too long was told where it was read, with its column.
        if fault.key != "questionnaire-text-long" || !told.stopped() {
            told.stop(place.unwrap_or(at(0)), fault.key, &[("it", &fault.it)]);
        }
    }

    /// Rows of the choices that a fault of a question is about.
    fn choice_rows(&self, item: &Item, at: usize, fault: &Fault) -> Vec<usize> {
        let Some(rows) = self.taken.choice_rows.get(at) else { return Vec::new() };
        let of = |fits: &dyn Fn(&str, &Text18) -> bool| -> Vec<usize> {
            let choices = item.scale.choices().iter().zip(rows);
            choices.filter(|(choice, _)| fits(&choice.code, &choice.text)).map(|(_, row)| *row).collect()
        };
        match fault.key {
            "questionnaire-choice-wordless" => of(&|_, text| text.is_empty()),
            "questionnaire-choice-odd" => of(&|code, _| code == fault.it),
            "questionnaire-choice-twice" => of(&|code, _| code == fault.it).into_iter().skip(1).collect(),
            _ => Vec::new(),
        }
    }
}
