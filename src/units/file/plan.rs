//! What would come of a file: the units it adds, or every reason why it cannot be.

mod order;

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Column, Problem, Row, date};
use crate::access::Path;
use crate::form::tidy;
use crate::i18n::{Arg, Text18};
use crate::units::code::folded;
use crate::units::unit::{Kind, LONGEST_NAME};

/// A unit that is there already.
#[derive(Clone, Debug)]
pub struct Known {
    pub id: Uuid,
    pub path: Path,
    pub code: String,
    pub kind: String,
    pub parent: Option<String>,
    pub name: Text18,
    pub place: Option<String>,
    pub opened_on: NaiveDate,
    pub closed: bool,
    /// In the branch the file may add to.
    pub within: bool,
}

/// What the rules have to know beside the file.
pub struct Ground<'a> {
    pub kinds: &'a [Kind],
    pub known: &'a [Known],
    /// The network's first language, for names without one.
    pub language: &'a str,
    /// Code of the unit that those without a parent come under.
    pub base: &'a str,
    pub today: NaiveDate,
}

/// A unit to be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    pub row: usize,
    pub code: String,
    pub kind: String,
    pub parent: String,
    pub name: Text18,
    pub place: Option<String>,
    pub opened_on: NaiveDate,
}

/// A unit that is there, since another day than is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    pub row: usize,
    pub id: Uuid,
    pub code: String,
    pub name: Text18,
    pub was: NaiveDate,
    pub opened_on: NaiveDate,
}

/// What a file comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Parents before those below them.
    pub add: Vec<Planned>,
    /// Units whose opening day is another.
    pub mend: Vec<Mended>,
    /// Rows that say what is there already.
    pub there: usize,
    /// Headings nothing is known about.
    pub ignored: Vec<String>,
}

/// A row, taken apart.
struct Line {
    row: usize,
    code: String,
    kind: Option<String>,
    /// A kind stands there that nobody knows, and was told.
    kind_unknown: bool,
    parent: String,
    name: Text18,
    place: String,
    opened_on: Option<NaiveDate>,
}

struct Planner<'a> {
    ground: &'a Ground<'a>,
    known: HashMap<&'a str, &'a Known>,
    /// The kind of the network itself: there is only one of it.
    top: Option<&'a str>,
    columns: BTreeMap<Column, usize>,
    headings: &'a [String],
    problems: Vec<Problem>,
}

/// What the rows come to; the first one is the heading.
pub fn plan(rows: &[Row], ground: &Ground<'_>) -> Result<Plan, Vec<Problem>> {
    let Some((heading, rows)) = rows.split_first() else { return Ok(Plan::default()) };
    let mut planner = Planner {
        ground,
        known: ground.known.iter().map(|unit| (unit.code.as_str(), unit)).collect(),
        top: ground.known.iter().find(|unit| unit.parent.is_none()).map(|unit| unit.kind.as_str()),
        columns: BTreeMap::new(),
        headings: &heading.cells,
        problems: Vec::new(),
    };
    let ignored = planner.read_heading(heading.number);
    if !planner.problems.is_empty() {
        return Err(planner.problems);
    }
    let lines: Vec<Line> = rows.iter().filter_map(|row| planner.line(row)).collect();
    let lines = planner.once(lines);
    let mut plan = Plan { ignored, ..Plan::default() };
    let mut new = Vec::new();
    for line in lines {
        match planner.known.get(line.code.as_str()).copied() {
            Some(known) => {
                planner.compare(&line, known);
                match line.opened_on.filter(|day| *day != known.opened_on) {
                    Some(opened_on) => plan.mend.push(Mended {
                        row: line.row,
                        id: known.id,
                        code: line.code,
                        name: known.name.clone(),
                        was: known.opened_on,
                        opened_on,
                    }),
                    None => plan.there += 1,
                }
            }
            None => new.push(line),
        }
    }
    let mended = plan.mend.iter().map(|it| (it.code.clone(), it.opened_on));
    let known = ground.known.iter().map(|it| (it.code.clone(), it.opened_on));
    plan.add = planner.in_order(new, known.chain(mended).collect());
    if planner.problems.is_empty() {
        Ok(plan)
    } else {
        planner.problems.sort_by_key(|problem| problem.row);
        Err(planner.problems)
    }
}

impl Planner<'_> {
    fn tell(&mut self, row: usize, column: &Column, key: &'static str, args: Vec<(&'static str, Arg)>) {
        let heading = self.columns.get(column).and_then(|at| self.headings.get(*at));
        let column = heading.map_or_else(|| column.heading(), |heading| tidy(heading));
        self.problems.push(Problem { row: Some(row), column: Some(column), key, args });
    }

    /// Finds the columns; returns the headings that mean nothing here.
    fn read_heading(&mut self, row: usize) -> Vec<String> {
        let mut ignored = Vec::new();
        for (at, heading) in self.headings.iter().enumerate() {
            let column = match Column::read(heading) {
                Some(Column::Name(Some(lang))) if lang == self.ground.language => Column::Name(None),
                Some(column) => column,
                None if heading.trim().is_empty() => continue,
                None => {
                    ignored.push(tidy(heading));
                    continue;
                }
            };
            match self.columns.entry(column) {
                Entry::Vacant(free) => {
                    free.insert(at);
                }
                Entry::Occupied(taken) => {
                    let column = taken.key().clone();
                    self.tell(row, &column, "file-column-twice", vec![("it", tidy(heading).into())]);
                }
            }
        }
        let named = self.columns.keys().any(|column| matches!(column, Column::Name(_)));
        let needed = [
            (self.columns.contains_key(&Column::Code), "file-no-code"),
            (self.columns.contains_key(&Column::Kind), "file-no-kind"),
            (named, "file-no-name"),
        ];
        for (_, key) in needed.into_iter().filter(|(there, _)| !there) {
            self.problems.push(Problem { row: Some(row), column: None, key, args: Vec::new() });
        }
        ignored
    }

    /// Takes a row apart; none where it has no code to speak of.
    fn line(&mut self, row: &Row) -> Option<Line> {
        let cell = |columns: &BTreeMap<Column, usize>, column: &Column| {
            columns.get(column).and_then(|at| row.cells.get(*at)).map_or_else(String::new, |text| tidy(text))
        };
        let code = cell(&self.columns, &Column::Code);
        if code.is_empty() {
            self.tell(row.number, &Column::Code, "file-code-missing", vec![]);
            return None;
        }
        // What is there may have been named under older rules; only new codes have to keep to them.
        if !self.known.contains_key(code.as_str()) && crate::units::code(&code).is_err() {
            let like = folded(&code);
            self.tell(
                row.number,
                &Column::Code,
                "file-code-wrong",
                vec![("it", code.into()), ("like", like.into())],
            );
            return None;
        }
        let kind = cell(&self.columns, &Column::Kind);
        let found = self.kind(&kind);
        if !kind.is_empty() && found.is_none() {
            let offered = self.ground.kinds.iter().filter(|kind| kind.retired_on.is_none());
            let all: Vec<&str> =
                offered.map(|kind| kind.code.as_str()).filter(|code| self.top != Some(*code)).collect();
            let args = vec![("it", kind.clone().into()), ("all", all.join(", ").into())];
            self.tell(row.number, &Column::Kind, "file-kind-unknown", args);
        }
        let mut name = Text18::default();
        let names: Vec<Column> =
            self.columns.keys().filter(|column| matches!(column, Column::Name(_))).cloned().collect();
        for column in names {
            let text = cell(&self.columns, &column);
            if text.chars().count() > LONGEST_NAME {
                self.tell(row.number, &column, "unit-name-long", vec![("n", limit())]);
            }
            if let (Column::Name(lang), false) = (column, text.is_empty()) {
                name.set(lang.as_deref().unwrap_or(self.ground.language), text);
            }
        }
        let place = cell(&self.columns, &Column::Place);
        if place.chars().count() > LONGEST_NAME {
            self.tell(row.number, &Column::Place, "unit-place-long", vec![("n", limit())]);
        }
        let day = cell(&self.columns, &Column::OpenedOn);
        let opened_on = date(&day);
        if !day.is_empty() && opened_on.is_none() {
            self.tell(row.number, &Column::OpenedOn, "file-date-wrong", vec![("it", day.into())]);
        }
        let parent = cell(&self.columns, &Column::Parent);
        let kind_unknown = !kind.is_empty() && found.is_none();
        Some(Line { row: row.number, code, kind: found, kind_unknown, parent, name, place, opened_on })
    }

    /// The code of a kind, from its code or its name in any language.
    fn kind(&self, said: &str) -> Option<String> {
        let like = folded(said);
        let fits = |kind: &&Kind| {
            folded(&kind.code) == like || kind.name.iter().any(|(_, name)| folded(name) == like)
        };
        self.ground.kinds.iter().find(fits).map(|kind| kind.code.clone())
    }

    /// Tells codes that stand twice and keeps the first of each.
    fn once(&mut self, lines: Vec<Line>) -> Vec<Line> {
        let mut first: HashMap<String, usize> = HashMap::new();
        let mut kept = Vec::with_capacity(lines.len());
        for line in lines {
            match first.get(&line.code).copied() {
                Some(row) => {
                    let args = vec![("it", line.code.into()), ("row", text(row))];
                    self.tell(line.row, &Column::Code, "file-code-twice", args);
                }
                None => {
                    first.insert(line.code.clone(), line.row);
                    kept.push(line);
                }
            }
        }
        kept
    }

    /// A row about a unit that is there must say what is there: a file adds, it does not rename or move. Only another
    /// opening day mends the known one. An empty cell says nothing.
    fn compare(&mut self, line: &Line, known: &Known) {
        if !known.within {
            self.tell(line.row, &Column::Code, "file-code-elsewhere", vec![("it", line.code.clone().into())]);
            return;
        }
        let language = self.ground.language;
        let mut differs = |column: Column, file: &str, is: &str| {
            if !file.is_empty() && file != tidy(is) {
                let args = vec![("file", file.to_owned().into()), ("is", is.to_owned().into())];
                self.tell(line.row, &column, "file-differs", args);
            }
        };
        differs(Column::Kind, line.kind.as_deref().unwrap_or(""), &known.kind);
        differs(Column::Parent, &line.parent, known.parent.as_deref().unwrap_or(""));
        for (lang, name) in line.name.iter() {
            let column = if lang == language { Column::Name(None) } else { Column::Name(Some(lang.into())) };
            differs(column, name, known.name.get(lang).unwrap_or(""));
        }
        differs(Column::Place, &line.place, known.place.as_deref().unwrap_or(""));
    }
}

/// Row numbers are not grouped: row 1204 is what the spreadsheet shows.
fn text(n: usize) -> Arg {
    Arg::Text(n.to_string())
}

fn limit() -> Arg {
    Arg::Int(i64::try_from(LONGEST_NAME).unwrap_or(i64::MAX))
}
