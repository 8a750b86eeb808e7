//! The rows of the sheet `survey`, one after the other: questions, and the groups they stand in.

mod groups;

use std::collections::HashMap;

use groups::Groups;

use super::choices::{Answer, Lists, Taken as TakenChoices};
use super::codes::code;
use super::columns::{Field, Table};
use super::condition;
use super::kinds::{Kind, kind};
use super::problem::{At, Told};
use crate::questionnaires::content::{Condition, Content, Item, MOST_ITEMS, Scale};
use crate::table::Row;

/// Bounds of a number that says none, or too many.
const LEAST: i64 = 0;
const MOST: i64 = 10_000;

/// What the rows say, with where each part comes from.
#[derive(Debug, Default)]
pub struct Taken {
    pub content: Content,
    /// Of each item.
    pub rows: Vec<usize>,
    /// Sheet and row of each area.
    pub area_places: Vec<(String, usize)>,
    /// Of the choices of each item.
    pub choice_rows: Vec<Vec<usize>>,
}

/// What became of a name.
enum Known {
    Item(usize),
    /// Left out, and told why.
    Left,
    /// Something about it was told.
    Broken,
}

/// A condition, until everything is read that it may be about.
struct Wish {
    item: usize,
    row: usize,
    asked: condition::Asked,
}

pub struct Survey<'a, 't> {
    table: Table<'a>,
    lists: Lists<'a>,
    /// The language of words that name none.
    plain: String,
    told: &'t mut Told,
    taken: Taken,
    groups: Groups,
    /// As the file calls them.
    known: HashMap<String, Known>,
    /// Codes, and the rows they were given in.
    codes: HashMap<String, usize>,
    /// Of each item: what the file calls its choices.
    names: Vec<TakenChoices>,
    wishes: Vec<Wish>,
}

impl<'a, 't> Survey<'a, 't> {
    pub fn new(table: Table<'a>, lists: Lists<'a>, plain: String, told: &'t mut Told) -> Survey<'a, 't> {
        Survey {
            table,
            lists,
            plain,
            told,
            taken: Taken::default(),
            groups: Groups::default(),
            known: HashMap::new(),
            codes: HashMap::new(),
            names: Vec::new(),
            wishes: Vec::new(),
        }
    }

    /// Reads every row; `areas` is our own sheet of areas.
    pub fn read(mut self, areas: Option<Table<'_>>) -> Taken {
        // Where what is asked several times over begins, the outer one first.
        let mut repeats: Vec<usize> = Vec::new();
        for row in self.table.rows {
            if self.table.yes(row, Field::Disabled, self.told) {
                self.told.remark(self.at(row), "xlsform-row-left", &[]);
                self.leave(row);
                continue;
            }
            let Some(said) = self.table.name(row, Field::Type, self.told) else { continue };
            let kind = kind(&said);
            match kind {
                Kind::BeginRepeat => repeats.push(row.number),
                Kind::EndRepeat if repeats.pop().is_some() => {}
                Kind::EndRepeat => {
                    self.told.stop(self.at(row), "xlsform-group-end", &[]);
                    continue;
                }
                _ if !repeats.is_empty() => {}
                kind => {
                    self.row(row, &said, kind);
                    // Too many by far; what follows changes nothing about it.
                    if self.taken.content.items.len() > MOST_ITEMS + 20 {
                        self.conditions();
                        return self.taken;
                    }
                    continue;
                }
            }
            self.told.remark(self.at(row), "xlsform-repeat", &[]);
            self.leave(row);
        }
        self.close_groups(repeats);
        self.conditions();
        self.settle_areas(areas);
        self.lists.tell_unused(self.told);
        self.taken
    }

    fn at(&self, row: &Row) -> At<'a> {
        At { sheet: self.table.sheet, row: row.number, column: "" }
    }

    fn row(&mut self, row: &Row, said: &str, kind: Kind) {
        match kind {
            Kind::BeginGroup => self.open_group(row),
            Kind::EndGroup => self.close_group(row),
            Kind::Left(key) => {
                self.told.remark(self.at(row), key, &[("it", said)]);
                self.leave(row);
            }
            Kind::Unknown if said.is_empty() => {
                let named = self.table.name(row, Field::Name, self.told).is_none_or(|it| !it.is_empty());
                if named || !self.table.words(row, Field::Label, &self.plain, self.told).is_empty() {
                    self.told.stop(self.at(row), "xlsform-type-missing", &[]);
                    self.break_name(row);
                } else {
                    self.told.remark(self.at(row), "xlsform-row-left", &[]);
                }
            }
            Kind::Unknown => {
                self.told.stop(self.table.at(row, Field::Type), "xlsform-type-unknown", &[("it", said)]);
                self.break_name(row);
            }
            kind => self.question(row, &kind),
        }
    }

    fn leave(&mut self, row: &Row) {
        if let Some(name) = self.table.name(row, Field::Name, self.told).filter(|it| !it.is_empty()) {
            self.known.entry(name).or_insert(Known::Left);
        }
    }

    fn break_name(&mut self, row: &Row) {
        if let Some(name) = self.table.name(row, Field::Name, self.told) {
            self.known.entry(name).or_insert(Known::Broken);
        }
    }

    /// The code of a question; none, and told, where it has none or another has it already.
    fn code(&mut self, row: &Row) -> Option<(String, String)> {
        let name = self.table.name(row, Field::Name, self.told)?;
        let at = self.table.at(row, Field::Name);
        let Some(code) = code(&name, "q") else {
            let key = if name.is_empty() { "xlsform-name-missing" } else { "xlsform-name-odd" };
            self.told.stop(at, key, &[("it", &name)]);
            return None;
        };
        if let Some(first) = self.codes.get(&code) {
            let args = [("it", name.as_str()), ("to", &code), ("row", &first.to_string())];
            self.told.stop(at, "xlsform-name-twice", &args);
            return None;
        }
        if code != name {
            self.told.remark(at, "xlsform-name-changed", &[("it", &name), ("to", &code)]);
        }
        self.codes.insert(code.clone(), row.number);
        Some((name, code))
    }

    fn question(&mut self, row: &Row, kind: &Kind) {
        let forced = self.table.name(row, Field::Scale, self.told).unwrap_or_default();
        if !matches!(forced.as_str(), "" | "one" | "many") {
            self.told.stop(self.table.at(row, Field::Scale), "xlsform-scale-odd", &[("it", &forced)]);
        }
        let (Some((name, code)), Some(answer)) = (self.code(row), self.answer(row, kind, !forced.is_empty()))
        else {
            self.break_name(row);
            return;
        };
        self.table.tell_left(row, self.told);
        let text = self.table.words(row, Field::Label, &self.plain, self.told);
        let easy = self.table.words(row, Field::Easy, &self.plain, self.told);
        let reason = self.table.words(row, Field::Reason, &self.plain, self.told);
        // A reason alone says it too: rather not asked of anybody than without care.
        let sensitive = self.table.yes(row, Field::Sensitive, self.told) || !reason.is_empty();
        let mut item = Item {
            code,
            area: None,
            text,
            easy,
            scale: answer.scale,
            reversed: self.table.yes(row, Field::Reversed, self.told),
            sensitive: sensitive.then_some(reason),
            off: self.table.yes(row, Field::Off, self.told),
            only_if: None,
        };
        item.area = self.area_of(row, &item);
        let at = self.taken.content.items.len();
        self.known.insert(name, Known::Item(at));
        self.wish(row, at);
        self.taken.content.items.push(item);
        self.taken.rows.push(row.number);
        self.taken.choice_rows.push(answer.from.rows.clone());
        self.names.push(answer.from);
    }

    fn answer(&mut self, row: &Row, kind: &Kind, forced: bool) -> Option<Answer> {
        let constraint = self.table.name(row, Field::Constraint, self.told)?;
        let at = self.table.at(row, Field::Constraint);
        let scale = match kind {
            Kind::Number => {
                let bounds = condition::bounds(&constraint);
                if bounds.is_none() && !constraint.is_empty() {
                    self.told.remark(at, "xlsform-constraint", &[("it", &constraint)]);
                }
                let (least, most) = bounds.unwrap_or((None, None));
                let (low, high) = (least.unwrap_or(LEAST), most.unwrap_or(MOST));
                if least.is_none() || most.is_none() {
                    let args = [("least", &*low.to_string()), ("most", &*high.to_string())];
                    self.told.remark(At { column: "", ..at }, "xlsform-bounds", &args);
                }
                return Some(Answer {
                    scale: Scale::Number { least: low, most: high },
                    from: TakenChoices::default(),
                });
            }
            Kind::Choose { many, list, other } => {
                let at = self.table.at(row, Field::Type);
                if *other {
                    self.told.remark(at, "xlsform-or-other", &[]);
                }
                self.lists.answer(list, *many, forced, at, self.told)?
            }
            _ => Answer { scale: Scale::Open, from: TakenChoices::default() },
        };
        if !constraint.is_empty() {
            self.told.remark(at, "xlsform-constraint", &[("it", &constraint)]);
        }
        Some(scale)
    }

    fn wish(&mut self, row: &Row, item: usize) {
        let Some(said) = self.table.name(row, Field::Relevant, self.told).filter(|it| !it.is_empty()) else {
            return;
        };
        match condition::read(&said) {
            Some(asked) => self.wishes.push(Wish { item, row: row.number, asked }),
            None => self.told.stop(self.table.at(row, Field::Relevant), "xlsform-relevant", &[("it", &said)]),
        }
    }

    /// Settles whom questions are for, once every name is known.
    fn conditions(&mut self) {
        for wish in std::mem::take(&mut self.wishes) {
            let heading = self.table.columns.iter().find(|it| it.field == Field::Relevant);
            let column = heading.map_or("", |it| it.heading.as_str());
            let at = At { sheet: self.table.sheet, row: wish.row, column };
            let named = wish.asked.item.as_str();
            let condition = match self.known.get(named) {
                Some(Known::Item(about)) => {
                    let about_item = &self.taken.content.items[*about];
                    if wish.asked.equals && matches!(about_item.scale, Scale::Many(_)) {
                        self.told.stop(at, "xlsform-relevant-many", &[("it", named)]);
                        continue;
                    }
                    let names = &self.names[*about].names;
                    let code = |name: &String| names.get(name).unwrap_or(name).clone();
                    Condition {
                        item: about_item.code.clone(),
                        any_of: wish.asked.any_of.iter().map(code).collect(),
                    }
                }
                Some(Known::Left) => {
                    self.told.stop(at, "xlsform-relevant-left", &[("it", named)]);
                    continue;
                }
                Some(Known::Broken) => continue,
                None => {
                    self.told.stop(at, "xlsform-relevant-unknown", &[("it", named)]);
                    continue;
                }
            };
            self.taken.content.items[wish.item].only_if = Some(condition);
        }
    }
}
