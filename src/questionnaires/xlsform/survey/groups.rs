//! Groups of questions as areas.

use super::{Field, Row, Survey, Table, code};
use crate::i18n::Text18;
use crate::questionnaires::content::{Area, Item};
use crate::questionnaires::xlsform::problem::At;

/// What is said of single questions only.
const OF_QUESTIONS: [Field; 5] =
    [Field::Relevant, Field::Constraint, Field::Reversed, Field::Sensitive, Field::Off];

/// The groups that are open, the outer one first.
#[derive(Debug, Default)]
pub struct Groups {
    open: Vec<Open>,
    areas: Vec<Known>,
}

#[derive(Debug)]
struct Open {
    row: usize,
    /// None where the group is no area.
    area: Option<String>,
}

/// An area as the file speaks of it.
#[derive(Debug)]
struct Known {
    name: String,
    code: String,
    /// Whether the file says outright that it is one.
    ours: bool,
}

/// Adds what a name lacks; whether it says something else elsewhere.
fn join(name: &mut Text18, words: &Text18) -> bool {
    let mut others = false;
    for (lang, said) in words.iter() {
        match name.get(lang) {
            Some(before) => others |= before != said,
            None => name.set(lang, said),
        }
    }
    others
}

impl Survey<'_, '_> {
    pub(super) fn open_group(&mut self, row: &Row) {
        // Left out, a question would be asked of others, or in another way, than its author meant.
        for field in OF_QUESTIONS {
            if self.table.name(row, field, self.told).is_some_and(|it| !it.is_empty()) {
                self.told.stop(self.table.at(row, field), "xlsform-group-column", &[]);
            }
        }
        self.table.tell_left(row, self.told);
        let area = if self.groups.open.is_empty() {
            self.group_area(row)
        } else {
            self.told.remark(self.at(row), "xlsform-group-nested", &[]);
            self.groups.open.last().and_then(|open| open.area.clone())
        };
        self.groups.open.push(Open { row: row.number, area });
    }

    pub(super) fn close_group(&mut self, row: &Row) {
        if self.groups.open.pop().is_none() {
            self.told.stop(self.at(row), "xlsform-group-end", &[]);
        }
    }

    /// Tells what is still open at the end, `repeats` beside groups.
    pub(super) fn close_groups(&mut self, repeats: Vec<usize>) {
        let groups = std::mem::take(&mut self.groups.open);
        for row in groups.iter().map(|open| open.row).chain(repeats) {
            let at = At { sheet: self.table.sheet, row, column: "" };
            self.told.stop(at, "xlsform-group-open", &[]);
        }
    }

    /// The area that a group is.
    fn group_area(&mut self, row: &Row) -> Option<String> {
        let own = self.table.name(row, Field::Area, self.told)?;
        let name = self.table.name(row, Field::Name, self.told)?;
        let words = self.table.words(row, Field::Label, &self.plain, self.told);
        let (ours, field) = (!own.is_empty(), if own.is_empty() { Field::Name } else { Field::Area });
        if !ours && words.is_empty() {
            self.told.remark(self.at(row), "xlsform-group-wordless", &[]);
            return None;
        }
        let name = if ours { own } else { name };
        if let Some(known) = self.groups.areas.iter().find(|it| it.name == name) {
            let code = known.code.clone();
            let area = self.taken.content.areas.iter_mut().find(|it| it.code == code);
            if area.is_some_and(|area| join(&mut area.name, &words)) {
                self.told.remark(self.at(row), "xlsform-group-words", &[("it", &code)]);
            }
            return Some(code);
        }
        let at = self.table.at(row, field);
        let Some(code) = code(&name, "g") else {
            let key = if name.is_empty() { "xlsform-name-missing" } else { "xlsform-name-odd" };
            self.told.stop(at, key, &[("it", &name)]);
            return None;
        };
        let same = self.taken.content.areas.iter().position(|area| area.code == code);
        if let Some(first) = same.and_then(|same| self.taken.area_places.get(same)) {
            let args = [("it", name.as_str()), ("to", &code), ("row", &first.1.to_string())];
            self.told.stop(at, "xlsform-name-twice", &args);
            return None;
        }
        if code != name {
            self.told.remark(at, "xlsform-name-changed", &[("it", &name), ("to", &code)]);
        }
        self.groups.areas.push(Known { name, code: code.clone(), ours });
        self.taken.content.areas.push(Area { code: code.clone(), name: words });
        self.taken.area_places.push((self.table.sheet.to_owned(), row.number));
        Some(code)
    }

    /// The area of a question: its own word for it, else that of its group if it can hold it.
    pub(super) fn area_of(&mut self, row: &Row, item: &Item) -> Option<String> {
        let own = self.table.name(row, Field::Area, self.told)?;
        if !own.is_empty() {
            let known = self.groups.areas.iter().find(|it| it.name == own);
            return Some(known.map_or(own, |it| it.code.clone()));
        }
        let area = self.groups.open.first()?.area.clone()?;
        if item.scale.steps().is_some() && item.sensitive.is_none() {
            return Some(area);
        }
        self.told.remark(self.at(row), "xlsform-area-outside", &[("it", &area)]);
        None
    }

    /// Leaves out groups that turned out to be no areas, and puts areas in the order that our own sheet says.
    pub(super) fn settle_areas(&mut self, sheet: Option<Table<'_>>) {
        let used = |code: &str, items: &[Item]| items.iter().any(|it| it.area.as_deref() == Some(code));
        let mut at = 0;
        while let Some(area) = self.taken.content.areas.get(at) {
            let ours = self.groups.areas.iter().any(|it| it.code == area.code && it.ours);
            if ours || used(&area.code, &self.taken.content.items) {
                at += 1;
                continue;
            }
            let (sheet, row) = self.taken.area_places.remove(at);
            let area = self.taken.content.areas.remove(at);
            self.told.remark(
                At { sheet: &sheet, row, column: "" },
                "xlsform-area-empty",
                &[("it", &area.code)],
            );
        }
        let Some(sheet) = sheet else { return };
        let areas = std::mem::take(&mut self.taken.content.areas);
        let mut found: Vec<(Area, (String, usize))> =
            areas.into_iter().zip(self.taken.area_places.drain(..)).collect();
        let mut ordered = Vec::new();
        for row in sheet.rows {
            sheet.tell_left(row, self.told);
            let Some(code) = sheet.name(row, Field::Name, self.told) else { continue };
            let words = sheet.words(row, Field::Label, &self.plain, self.told);
            match found.iter().position(|(area, _)| area.code == code) {
                Some(at) => {
                    let (mut area, place) = found.remove(at);
                    if join(&mut area.name, &words) {
                        self.told.remark(
                            sheet.at(row, Field::Label),
                            "xlsform-group-words",
                            &[("it", &code)],
                        );
                    }
                    ordered.push((area, place));
                }
                None => ordered.push((Area { code, name: words }, (sheet.sheet.to_owned(), row.number))),
            }
        }
        ordered.extend(found);
        (self.taken.content.areas, self.taken.area_places) = ordered.into_iter().unzip();
    }
}
