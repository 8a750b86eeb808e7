//! The lists of a file, and which scale or choices they become at a question.

use std::collections::BTreeMap;

use super::codes::choice_code;
use super::columns::{Field, Table};
use super::problem::{At, Told};
use super::scales;
use crate::questionnaires::content::{Choice, MOST_CHOICES, Scale};
use crate::table::Row;

/// Choices of a list as they are taken, with the rows they come from.
#[derive(Clone, Debug, Default)]
pub struct Taken {
    pub choices: Vec<Choice>,
    pub rows: Vec<usize>,
    /// What the file calls them, and their codes.
    pub names: BTreeMap<String, String>,
}

/// What a question is answered with, and the list it comes from.
pub struct Answer {
    pub scale: Scale,
    pub from: Taken,
}

pub struct Lists<'a> {
    table: Option<Table<'a>>,
    /// Rows of each list, in the order of the file.
    rows: BTreeMap<String, Vec<&'a Row>>,
    used: BTreeMap<String, bool>,
    first: String,
}

impl<'a> Lists<'a> {
    pub fn new(table: Option<Table<'a>>, first: &str, told: &mut Told) -> Lists<'a> {
        let mut rows: BTreeMap<String, Vec<&Row>> = BTreeMap::new();
        if let Some(table) = &table {
            for row in table.rows {
                let Some(list) = table.name(row, Field::List, told) else { continue };
                if !list.is_empty() {
                    rows.entry(list).or_default().push(row);
                } else if table.name(row, Field::Name, told).is_some_and(|name| !name.is_empty()) {
                    told.stop(table.at(row, Field::List), "xlsform-list-missing", &[]);
                } else {
                    told.remark(At { column: "", ..table.at(row, Field::List) }, "xlsform-row-left", &[]);
                }
            }
        }
        let used = rows.keys().map(|list| (list.clone(), false)).collect();
        Lists { table, rows, used, first: first.to_owned() }
    }

    pub fn sheet(&self) -> &'a str {
        self.table.as_ref().map_or("", |table| table.sheet)
    }

    /// Choices of a list; `whole` takes also what is offered anyway.
    fn take(&mut self, list: &str, whole: bool, told: &mut Told) -> Option<Taken> {
        let (Some(table), Some(rows)) = (&self.table, self.rows.get(list)) else { return None };
        self.used.insert(list.to_owned(), true);
        let mut taken = Taken::default();
        // Far more than may be chosen from are too many, whatever they are.
        for row in rows.iter().take(3 * MOST_CHOICES) {
            let Some(name) = table.name(row, Field::Name, told) else { continue };
            let text = table.words(row, Field::Label, &self.first, told);
            table.tell_left(row, told);
            let at = table.at(row, Field::Name);
            if !whole && scales::is_dont_know(&name, &text) {
                told.remark(At { column: "", ..at }, "xlsform-dont-know", &[]);
                continue;
            }
            let Some(code) = choice_code(&name) else {
                let key = if name.is_empty() { "xlsform-name-missing" } else { "xlsform-name-odd" };
                told.stop(at, key, &[("it", &name)]);
                continue;
            };
            if code != name {
                told.remark(at, "xlsform-name-changed", &[("it", &name), ("to", &code)]);
            }
            taken.names.insert(name, code.clone());
            taken.choices.push(Choice { code, text });
            taken.rows.push(row.number);
        }
        Some(taken)
    }

    /// What a question with this list is answered with. `forced` takes the list as it stands. None, and told, where there is
    /// no such list, or it is called like a scale and is another.
    pub fn answer(
        &mut self,
        list: &str,
        many: bool,
        forced: bool,
        at: At<'_>,
        told: &mut Told,
    ) -> Option<Answer> {
        let named = scales::named(list).filter(|_| !many && !forced);
        let Some(taken) = self.take(list, forced, told) else {
            if let Some(scale) = named {
                return Some(Answer { scale, from: Taken::default() });
            }
            let key = if list.is_empty() { "xlsform-list-unnamed" } else { "xlsform-list-unknown" };
            told.stop(at, key, &[("it", list)]);
            return None;
        };
        let own = |scale: Scale, taken: Taken, told: &mut Told| {
            if !(scales::same_codes(&scale, &taken.choices) && scales::same_words(&scale, &taken.choices)) {
                let list = scales::list(&scale).unwrap_or("");
                for row in &taken.rows {
                    let place = At { sheet: self.sheet(), row: *row, column: "" };
                    told.remark(place, "xlsform-scale-words", &[("it", list)]);
                }
            }
            // Its choices are the program's: nothing of the list is checked further.
            let from = Taken { names: taken.names, ..Taken::default() };
            Some(Answer { scale, from })
        };
        match named {
            Some(scale) if scale.is_background() || scales::same_codes(&scale, &taken.choices) => {
                return own(scale, taken, told);
            }
            Some(scale) => {
                told.stop(at, "xlsform-scale-codes", &[("it", list), ("codes", &scale.codes().join(", "))]);
                return None;
            }
            None if many => return Some(Answer { scale: Scale::Many(taken.choices.clone()), from: taken }),
            None if forced => {}
            None => match scales::by_codes(&taken.choices) {
                // Numbers alone may as well mean how often: what stands beside them has to say it.
                Some(scale) if scale == Scale::YesNo || scales::same_words(&scale, &taken.choices) => {
                    return own(scale, taken, told);
                }
                Some(scale) => {
                    let scale = scales::list(&scale).unwrap_or("");
                    told.remark(at, "xlsform-scale-close", &[("it", list), ("to", scale)]);
                }
                None => {}
            },
        }
        Some(Answer { scale: Scale::One(taken.choices.clone()), from: taken })
    }

    /// Names lists that no question uses.
    pub fn tell_unused(&self, told: &mut Told) {
        for (list, _) in self.used.iter().filter(|(_, used)| !**used) {
            let row = self.rows.get(list).and_then(|rows| rows.first()).map_or(0, |row| row.number);
            let at = At { sheet: self.sheet(), row, column: "" };
            told.remark(at, "xlsform-list-unused", &[("it", list)]);
        }
    }
}
