//! Where the tables of a file begin, and what their columns are: titles on top, headings of two rows and further sheets
//! are what real files are made of.

use std::collections::{BTreeMap, HashSet};

use super::heading::{Meaning, key, meaning};
use super::lines::says_sum;
use super::read;
use crate::exchange::columns::Column;
use crate::form::tidy;
use crate::table::{Cell, Row, Sheet};

/// Rows at the top that are looked at for a heading.
const TOP: usize = 40;
/// Values of a column that are shown beside its heading.
const SHOWN: usize = 3;

/// What columns mean that their words do not say: by hand now, or by hand some time before. By [`key`] of the heading.
#[derive(Clone, Debug, Default)]
pub struct Mapping {
    pub by_hand: BTreeMap<String, Meaning>,
    pub remembered: BTreeMap<String, Meaning>,
}

/// How a column came to its meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    Hand,
    Memory,
    Words,
    /// An age that is no band of the network.
    NoBand,
    Nothing,
}

/// A column of a table with something in it.
#[derive(Clone, Debug)]
pub struct Headed {
    pub at: usize,
    pub heading: String,
    pub meaning: Option<Meaning>,
    pub from: From,
    /// Means what the column of this heading means too.
    pub twice: Option<String>,
    pub samples: Vec<String>,
}

/// A table that was found in a file.
#[derive(Clone, Debug)]
pub struct Table<'a> {
    pub sheet: Option<&'a str>,
    /// The row of its heading, as the spreadsheet counts.
    pub heading: usize,
    pub columns: Vec<Headed>,
    pub rows: &'a [Row],
}

impl Table<'_> {
    pub fn column(&self, meaning: &Meaning) -> Option<&Headed> {
        self.columns.iter().find(|it| it.twice.is_none() && it.meaning.as_ref() == Some(meaning))
    }

    pub fn has(&self, meaning: &Meaning) -> bool {
        self.column(meaning).is_some()
    }
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holds {
    /// A row for each evening.
    Entries,
    /// A row for each month or year.
    Sums,
}

#[derive(Clone, Debug)]
pub struct Found<'a> {
    pub holds: Holds,
    pub tables: Vec<Table<'a>>,
    /// Sheets without such a table.
    pub left_out: Vec<&'a str>,
}

/// Finds the tables. None where no sheet has a heading with days, months or years in it.
pub fn find<'a>(sheets: &'a [Sheet], only: Option<&str>, mapping: &Mapping) -> Option<Found<'a>> {
    let wanted = |sheet: &&Sheet| only.is_none_or(|only| sheet.name.as_deref() == Some(only));
    let mut all: Vec<(&Sheet, Option<Table<'a>>)> =
        sheets.iter().filter(wanted).map(|sheet| (sheet, table(sheet, mapping))).collect();
    let is_entries = |table: &Table| table.has(&Meaning::Own(Column::Date));
    let holds = if all.iter().any(|(_, table)| table.as_ref().is_some_and(is_entries)) {
        Holds::Entries
    } else if all.iter().any(|(_, table)| table.is_some()) {
        Holds::Sums
    } else {
        return None;
    };
    for (_, table) in &mut all {
        *table = table.take().filter(|table| (holds == Holds::Entries) == is_entries(table));
    }
    let left_out =
        all.iter().filter(|(_, table)| table.is_none()).filter_map(|(sheet, _)| sheet.name.as_deref());
    Some(Found {
        holds,
        left_out: left_out.collect(),
        tables: all.into_iter().filter_map(|(_, it)| it).collect(),
    })
}

/// The headings a row (and the row below it) would make: by place, from left to right.
type Headings = Vec<(usize, String)>;

fn headings(row: &Row) -> Headings {
    let said = |cell: &Cell| tidy(&cell.said());
    row.cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| !cell.is_empty())
        .map(|(at, cell)| (at, said(cell)))
        .collect()
}

/// Two rows as one heading: what stands above reaches to the right until the next one, as merged cells do.
fn joined(above: &Row, below: &Row) -> Headings {
    let cell = |row: &Row, at: usize| row.cells.get(at).map_or_else(String::new, |cell| tidy(&cell.said()));
    let mut over = String::new();
    let mut all = Vec::new();
    for at in 0..above.cells.len().max(below.cells.len()) {
        let (top, bottom) = (cell(above, at), cell(below, at));
        if !top.is_empty() {
            over.clone_from(&top);
        }
        match (top.is_empty() && bottom.is_empty(), bottom.is_empty()) {
            (true, _) => {}
            (false, true) => all.push((at, top)),
            (false, false) => {
                let both = format!("{over} {bottom}");
                let by_itself = meaning(&both).is_none() && meaning(&bottom).is_some();
                all.push((at, if by_itself || over.is_empty() { bottom } else { both }));
            }
        }
    }
    all
}

fn mean(heading: &str, mapping: &Mapping) -> (Option<Meaning>, From) {
    let key = key(heading);
    if let Some(meaning) = mapping.by_hand.get(&key) {
        return (Some(meaning.clone()), From::Hand);
    }
    // Our own codes mean what they mean.
    if let Some(meaning) = Meaning::from_code(&heading.trim().to_lowercase()) {
        return (Some(meaning), From::Words);
    }
    if let Some(meaning) = mapping.remembered.get(&key) {
        return (Some(meaning.clone()), From::Memory);
    }
    match meaning(heading) {
        Some(meaning) => (Some(meaning), From::Words),
        None => (None, From::Nothing),
    }
}

/// How well headings are understood: how many different things they say, and whether they say when.
fn worth(headings: &Headings, mapping: &Mapping) -> Option<usize> {
    let said: HashSet<Meaning> = headings
        .iter()
        .filter_map(|(_, it)| mean(it, mapping).0)
        .filter(|it| *it != Meaning::Aside)
        .collect();
    let dated = said.contains(&Meaning::Own(Column::Date));
    let summed = [Meaning::Period, Meaning::Year, Meaning::Month].iter().any(|it| said.contains(it));
    ((dated || summed) && said.len() > 1).then_some(said.len() * 2 + usize::from(dated))
}

fn is_words(row: &Row) -> bool {
    row.cells.iter().all(|cell| match cell {
        Cell::Empty => true,
        Cell::Text(_) => {
            read::number(cell).is_none() && read::date(cell).is_none() && read::clock(cell).is_none()
        }
        _ => false,
    })
}

fn table<'a>(sheet: &'a Sheet, mapping: &Mapping) -> Option<Table<'a>> {
    let rows = &sheet.rows;
    let mut best: Option<(usize, usize, Headings)> = None;
    for at in 0..rows.len().min(TOP) {
        let single = headings(&rows[at]);
        let mut tries = vec![(at + 1, single)];
        if let Some(below) = rows.get(at + 1).filter(|below| is_words(below)) {
            tries.push((at + 2, joined(&rows[at], below)));
        }
        for (begin, headings) in tries {
            let Some(worth) = worth(&headings, mapping) else { continue };
            // A title over a heading says nothing more than the heading alone.
            let worth = worth * 2 + usize::from(begin == at + 1);
            if best.as_ref().is_none_or(|(_, most, _)| worth > *most) {
                best = Some((begin, worth, headings));
            }
        }
    }
    let (begin, _, mut headings) = best?;
    // The same words twice would be remembered as one: the second is told apart, and mapped by hand.
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for (_, heading) in &mut headings {
        let n = seen.entry(key(heading)).or_default();
        *n += 1;
        if *n > 1 {
            heading.push_str(&format!(" ({n})"));
        }
    }
    let rows = &rows[begin..];
    let mut columns: Vec<Headed> = headings
        .into_iter()
        .map(|(at, heading)| {
            let (meaning, from) = mean(&heading, mapping);
            let told = rows.iter().filter(|row| !says_sum(row));
            let cells = told.filter_map(|row| row.cells.get(at)).filter(|cell| !cell.is_empty());
            let samples = cells.take(SHOWN).map(|cell| shortened(&tidy(&cell.said()))).collect();
            Headed { at, heading, meaning, from, twice: None, samples }
        })
        .collect();
    // A column with words in it and no heading is named by where it stands.
    let widest = rows.iter().take(TOP).map(|row| row.cells.len()).max().unwrap_or(0);
    for at in (0..widest).filter(|at| columns.iter().all(|column| column.at != *at)).collect::<Vec<_>>() {
        let cells = rows.iter().filter_map(|row| row.cells.get(at)).filter(|cell| !cell.is_empty());
        let samples: Vec<String> = cells.take(SHOWN).map(|cell| shortened(&tidy(&cell.said()))).collect();
        if !samples.is_empty() {
            let heading = letter(at);
            let (meaning, from) = match mapping.by_hand.get(&key(&heading)) {
                Some(meaning) => (Some(meaning.clone()), From::Hand),
                None => (None, From::Nothing),
            };
            columns.push(Headed { at, heading, meaning, from, twice: None, samples });
        }
    }
    columns.sort_by_key(|column| column.at);
    once(&mut columns, rows);
    Some(Table { sheet: sheet.name.as_deref(), heading: sheet.rows[begin - 1].number, columns, rows })
}

/// What the spreadsheet calls a column: A, B … AA.
pub fn letter(at: usize) -> String {
    let (mut at, mut name) = (at + 1, Vec::new());
    while at > 0 {
        let rest = (at - 1) % 26;
        name.push(char::from(b'A' + u8::try_from(rest).unwrap_or(0)));
        at = (at - 1) / 26;
    }
    name.iter().rev().collect()
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= 40 { text.to_owned() } else { text.chars().take(39).chain(['…']).collect() }
}

/// Of columns that mean the same, one counts: of days the one with days in it, since a "day" may be a weekday's name; of
/// others that were mapped by hand the mapped one, else the first, and the rest has to be settled by hand.
fn once(columns: &mut [Headed], rows: &[Row]) {
    for at in 0..columns.len() {
        let Some(meaning) = columns[at].meaning.clone().filter(|it| *it != Meaning::Aside) else { continue };
        let same: Vec<usize> =
            (0..columns.len()).filter(|it| columns[*it].meaning.as_ref() == Some(&meaning)).collect();
        if same[0] != at || same.len() == 1 {
            continue;
        }
        let dated = |column: usize| {
            let place = columns[column].at;
            rows.iter()
                .take(TOP)
                .filter(|row| row.cells.get(place).is_some_and(|it| read::date(it).is_some()))
                .count()
        };
        let is_date = meaning == Meaning::Own(Column::Date);
        let first = if is_date {
            same.iter().copied().max_by_key(|it| (dated(*it), usize::MAX - it))
        } else {
            same.iter().copied().find(|it| columns[*it].from == From::Hand)
        };
        let first = first.unwrap_or(at);
        let heading = columns[first].heading.clone();
        for it in same.into_iter().filter(|it| *it != first) {
            if is_date || columns[first].from == From::Hand && columns[it].from != From::Hand {
                columns[it].meaning = Some(Meaning::Aside);
            } else {
                columns[it].twice = Some(heading.clone());
            }
        }
    }
}
