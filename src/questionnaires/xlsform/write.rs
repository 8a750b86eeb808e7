//! A questionnaire as a workbook that the field's form tools open, and that reads back as it was.

use std::collections::BTreeMap;

use rust_xlsxwriter::XlsxError;

use super::codes::{apart, language_heading};
use super::{AREAS, CHOICES, SETTINGS, SURVEY, condition, scales};
use crate::i18n::Text18;
use crate::questionnaires::content::{Area, Choice, Content, Item, Scale};
use crate::table::to_workbook;

/// A row, by heading.
type Row = BTreeMap<String, String>;

/// Writes a questionnaire. `code` is what other tools know the form by.
pub fn write(code: &str, name: &Text18, content: &Content) -> Result<Vec<u8>, XlsxError> {
    let form = Form { content, languages: languages(content) };
    let mut sheets =
        vec![(SURVEY, form.survey()), (CHOICES, form.choices()), (SETTINGS, form.settings(code, name))];
    sheets.extend(form.areas().map(|rows| (AREAS, rows)));
    let sheets: Vec<(&str, &[Vec<String>])> = sheets.iter().map(|(name, rows)| (*name, &rows[..])).collect();
    to_workbook(&sheets)
}

/// Languages that have a column: those that are offered, then those in which something else is written.
fn languages(content: &Content) -> Vec<String> {
    let mut languages = content.languages.clone();
    let mut add = |text: &Text18| {
        for (lang, _) in text.iter() {
            if !languages.iter().any(|it| it == lang) {
                languages.push(lang.to_owned());
            }
        }
    };
    content.areas.iter().for_each(|area| add(&area.name));
    for item in &content.items {
        add(&item.text);
        add(&item.easy);
        item.sensitive.iter().for_each(&mut add);
        item.scale.choices().iter().for_each(|choice| add(&choice.text));
    }
    languages
}

fn cell(row: &mut Row, heading: &str, text: impl Into<String>) {
    row.insert(heading.to_owned(), text.into());
}

/// In the columns of its languages.
fn words(row: &mut Row, heading: &str, text: &Text18) {
    for (lang, said) in text.iter() {
        row.insert(in_language(heading, lang), safe(said));
    }
}

/// Without letters that no workbook can hold, and without references to answers.
fn safe(said: &str) -> String {
    apart(&said.replace(['\u{fffe}', '\u{ffff}'], ""))
}

fn in_language(heading: &str, lang: &str) -> String {
    format!("{heading}::{}", language_heading(lang))
}

/// The rows under these headings.
fn table(headings: Vec<String>, rows: Vec<Row>) -> Vec<Vec<String>> {
    let under = |mut row: Row| headings.iter().map(|it| row.remove(it).unwrap_or_default()).collect();
    let rows: Vec<Vec<String>> = rows.into_iter().map(under).collect();
    std::iter::once(headings).chain(rows).collect()
}

struct Form<'a> {
    content: &'a Content,
    languages: Vec<String>,
}

impl Form<'_> {
    fn in_languages(&self, heading: &str) -> Vec<String> {
        self.languages.iter().map(|lang| in_language(heading, lang)).collect()
    }

    fn survey(&self) -> Vec<Vec<String>> {
        let mut rows = Vec::new();
        let mut names: Vec<String> = self.content.items.iter().map(|item| item.code.clone()).collect();
        for items in self.content.items.chunk_by(|a, b| a.area == b.area) {
            let area = items.first().and_then(|item| item.area.as_deref());
            if let Some(code) = area {
                rows.push(self.group(code, &mut names));
            }
            rows.extend(items.iter().map(|item| self.question(item)));
            if area.is_some() {
                rows.push(Row::from([("type".to_owned(), "end_group".to_owned())]));
            }
        }
        let mut headings: Vec<String> = ["type", "name"].map(str::to_owned).into();
        headings.extend(self.in_languages("label"));
        headings.extend(
            [
                "relevant",
                "constraint",
                "logbook_area",
                "logbook_reversed",
                "logbook_off",
                "logbook_sensitive",
            ]
            .map(str::to_owned),
        );
        headings.extend(self.in_languages("logbook_reason"));
        headings.extend(self.in_languages("logbook_easy"));
        if rows.iter().any(|row| row.contains_key("logbook_scale")) {
            headings.push("logbook_scale".to_owned());
        }
        table(headings, rows)
    }

    /// The beginning of a group, under a name that nothing else has.
    fn group(&self, code: &str, names: &mut Vec<String>) -> Row {
        let numbered = (2..).map(|n: u32| format!("{code}_{n}"));
        let mut free = std::iter::once(code.to_owned()).chain(numbered);
        let name = free.find(|name| !names.contains(name) && name != "meta").unwrap_or_default();
        let mut row = Row::from([("type".to_owned(), "begin_group".to_owned())]);
        cell(&mut row, "name", &name);
        cell(&mut row, "logbook_area", code);
        if let Some(area) = self.content.area(code) {
            words(&mut row, "label", &area.name);
        }
        names.push(name);
        row
    }

    fn question(&self, item: &Item) -> Row {
        let mut row = Row::new();
        let list = self.list(item);
        let kind = match (&item.scale, &list) {
            (Scale::Many(_), Some(list)) => format!("select_multiple {list}"),
            (_, Some(list)) => format!("select_one {list}"),
            (Scale::Number { .. }, _) => "integer".to_owned(),
            _ => "text".to_owned(),
        };
        cell(&mut row, "type", kind);
        cell(&mut row, "name", &item.code);
        words(&mut row, "label", &item.text);
        words(&mut row, "logbook_easy", &item.easy);
        if let Some(condition) = &item.only_if {
            let about = self.content.item(&condition.item).map(|item| &item.scale);
            cell(&mut row, "relevant", condition::write(condition, about));
        }
        if let Scale::Number { least, most } = item.scale {
            cell(&mut row, "constraint", format!(". >= {least} and . <= {most}"));
        }
        if let Some(reason) = &item.sensitive {
            cell(&mut row, "logbook_sensitive", "yes");
            words(&mut row, "logbook_reason", reason);
        }
        for (heading, _) in [("logbook_reversed", item.reversed), ("logbook_off", item.off)]
            .into_iter()
            .filter(|(_, yes)| *yes)
        {
            cell(&mut row, heading, "yes");
        }
        if would_be_taken_otherwise(&item.scale) {
            cell(&mut row, "logbook_scale", item.scale.code());
        }
        row
    }

    /// The name of the list a question chooses from: that of the program's scale, else that of the first question which has
    /// the same choices.
    fn list(&self, item: &Item) -> Option<String> {
        if let Some(list) = scales::list(&item.scale) {
            return Some(list.to_owned());
        }
        let choices = item.scale.choices();
        let first =
            self.content.items.iter().find(|it| {
                matches!(it.scale, Scale::One(_) | Scale::Many(_)) && it.scale.choices() == choices
            });
        matches!(item.scale, Scale::One(_) | Scale::Many(_)).then(|| {
            let code = first.map_or(&item.code, |it| &it.code);
            if scales::named(code).is_none() {
                return code.clone();
            }
            let mut name = format!("{code}_list");
            while self.content.item(&name).is_some() {
                name.push('_');
            }
            name
        })
    }

    fn choices(&self) -> Vec<Vec<String>> {
        let mut rows = Vec::new();
        let mut written: Vec<String> = Vec::new();
        for item in &self.content.items {
            let Some(list) = self.list(item).filter(|list| !written.contains(list)) else { continue };
            let own = scales::offered(&item.scale, &self.languages);
            let choices: &[Choice] = if own.is_empty() { item.scale.choices() } else { &own };
            rows.extend(choices.iter().map(|choice| {
                let mut row = Row::new();
                cell(&mut row, "list_name", &list);
                cell(&mut row, "name", &choice.code);
                words(&mut row, "label", &choice.text);
                row
            }));
            written.push(list);
        }
        let mut headings: Vec<String> = ["list_name", "name"].map(str::to_owned).into();
        headings.extend(self.in_languages("label"));
        table(headings, rows)
    }

    fn settings(&self, code: &str, name: &Text18) -> Vec<Vec<String>> {
        let first = self.content.first_language();
        let mut row = Row::new();
        let mut headings: Vec<String> =
            ["form_title", "form_id", "default_language"].map(str::to_owned).into();
        cell(&mut row, "form_title", safe(name.read(first)));
        cell(&mut row, "form_id", code);
        if !first.is_empty() {
            cell(&mut row, "default_language", language_heading(first));
        }
        headings.extend(name.iter().map(|(lang, _)| in_language("logbook_title", lang)));
        words(&mut row, "logbook_title", name);
        let offered = &self.content.languages;
        let others: Vec<&str> =
            self.languages.iter().filter(|it| !offered.contains(it)).map(String::as_str).collect();
        if !others.is_empty() {
            headings.push("logbook_not_offered".to_owned());
            cell(&mut row, "logbook_not_offered", others.join(" "));
        }
        table(headings, vec![row])
    }

    /// Areas in their order, where the groups of the questions do not give it.
    fn areas(&self) -> Option<Vec<Vec<String>>> {
        let mut asked: Vec<&str> = Vec::new();
        for code in self.content.items.iter().filter_map(|item| item.area.as_deref()) {
            if !asked.contains(&code) {
                asked.push(code);
            }
        }
        if self.content.areas.iter().map(|area| area.code.as_str()).eq(asked.iter().copied()) {
            return None;
        }
        let row = |area: &Area| {
            let mut row = Row::new();
            cell(&mut row, "name", &area.code);
            // The others have their words at their group.
            if !asked.contains(&area.code.as_str()) {
                words(&mut row, "label", &area.name);
            }
            row
        };
        let mut headings = vec!["name".to_owned()];
        headings.extend(self.in_languages("label"));
        Some(table(headings, self.content.areas.iter().map(row).collect()))
    }
}

/// Whether a reader would take the author's choices for a scale of the program's, or leave out one that is always offered.
fn would_be_taken_otherwise(scale: &Scale) -> bool {
    let choices = scale.choices();
    let one = matches!(scale, Scale::One(_));
    let kept = choices.iter().filter(|it| !scales::is_dont_know(&it.code, &it.text)).count();
    kept < choices.len() || (one && scales::by_codes(choices).is_some())
}
