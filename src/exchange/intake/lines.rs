//! The rows of a table, taken apart: what each says of an evening, and what it says that cannot be. Nothing is known here
//! of the network the file is for.

use super::find::Table;
use super::heading::{Meaning, key};
use super::line::Line;
use super::problem::{Problem, Problems};
use super::read::{self, Counted};
use crate::exchange::columns::Column;
use crate::form::tidy;
use crate::i18n::folded;
use crate::table::{Cell, Row};

/// A row of sums under a table, compared with what the table comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Totals {
    pub sheet: Option<String>,
    pub row: usize,
    /// (heading, what it says, what the rows come to), where these differ; minutes where `lengths`.
    pub differ: Vec<(String, i64, i64, bool)>,
}

#[derive(Debug, Default)]
pub struct Lines {
    pub lines: Vec<Line>,
    pub totals: Vec<Totals>,
    /// Rows that say nothing of an evening: (sheet, row, what stands there).
    pub aside: Vec<(Option<String>, usize, String)>,
    pub problems: Problems,
}

/// Minutes that a sum of hours may be off: they are often rounded before they are written down.
pub(super) const ROUNDED: i64 = 3;

/// How a number in a column is read.
#[derive(Clone, Copy, PartialEq)]
pub enum Number {
    Plain,
    Length(Counted),
}

/// A column on its way through the rows.
struct Reader<'t> {
    at: usize,
    heading: &'t str,
    meaning: Meaning,
    number: Option<Number>,
    /// Of all rows, and of those since the last row of sums.
    sum: i64,
    since: i64,
}

/// Whether a column of lengths counts hours or minutes, by its largest number: nobody is open for 25 hours.
pub(super) fn counted(rows: &[Row], at: usize) -> Counted {
    let large = |cell: &Cell| match cell {
        Cell::Number(n) => *n > 24.0,
        Cell::Text(text) => text.trim().replace(',', ".").parse::<f64>().is_ok_and(|n| n > 24.0),
        _ => false,
    };
    if rows.iter().filter(|row| !says_sum(row)).filter_map(|row| row.cells.get(at)).any(large) {
        Counted::Minutes
    } else {
        Counted::Hours
    }
}

pub(super) fn number_of(meaning: &Meaning, rows: &[Row], at: usize) -> Option<Number> {
    use Column as C;
    Some(match meaning {
        Meaning::Length | Meaning::Created => Number::Length(counted(rows, at)),
        Meaning::Hours
        | Meaning::CreatedHours
        | Meaning::StaffHours
        | Meaning::PrepHours
        | Meaning::VolunteerHours => Number::Length(Counted::Hours),
        Meaning::Own(C::DurationMin | C::CreatedMin | C::StaffMin | C::PrepMin | C::VolunteerMin) => {
            Number::Length(Counted::Minutes)
        }
        Meaning::Visits
        | Meaning::Held
        | Meaning::Own(
            C::Total(_) | C::Gender(..) | C::Age(..) | C::FirstVisits | C::StaffCount | C::VolunteerCount,
        ) => Number::Plain,
        _ => return None,
    })
}

pub fn value(number: Number, cell: &Cell) -> Option<i64> {
    match number {
        Number::Plain => read::number(cell),
        Number::Length(counted) => read::length(cell, counted),
    }
}

const SUMS: [&str; 8] = ["skupaj", "skupno", "vsota", "sestevek", "total", "totals", "sum", "grand total"];

/// Whether the first words of a row say that it is one of sums.
pub(super) fn says_sum(row: &Row) -> bool {
    let first = row.cells.iter().find_map(|cell| match cell {
        Cell::Text(text) if !text.trim().is_empty() => Some(folded(&tidy(text))),
        _ => None,
    });
    let Some(first) = first else { return false };
    let begins = |word: &&str| {
        first.strip_prefix(*word).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
    };
    SUMS.iter().any(begins)
}

/// Takes every row of the tables apart.
pub fn lines(tables: &[Table<'_>]) -> Lines {
    let mut all = Lines::default();
    for (at, table) in tables.iter().enumerate() {
        one(at, table, tables.len() > 1, &mut all);
    }
    all
}

fn one(index: usize, table: &Table<'_>, several: bool, all: &mut Lines) {
    let sheet = table.sheet.filter(|_| several).map(str::to_owned);
    let mut columns: Vec<Reader<'_>> = Vec::new();
    for column in &table.columns {
        let Some(meaning) = &column.meaning else { continue };
        if let Some(other) = &column.twice {
            all.problems.push(Problem {
                sheet: sheet.clone(),
                row: Some(table.heading),
                column: Some(column.heading.clone()),
                ..Problem::new("import-column-twice").arg("it", other.clone())
            });
            continue;
        }
        let number = number_of(meaning, table.rows, column.at);
        let (at, heading, meaning) = (column.at, column.heading.as_str(), meaning.clone());
        columns.push(Reader { at, heading, meaning, number, sum: 0, since: 0 });
    }
    let date_at =
        columns.iter().find(|it| it.meaning == Meaning::Own(Column::Date)).map(|it| (it.at, it.heading));
    let Some((date_at, date_heading)) = date_at else { return };
    for row in table.rows {
        let cell = row.cells.get(date_at).unwrap_or(&Cell::Empty);
        let filled = row.cells.iter().filter(|cell| !read::is_blank(cell)).count();
        if filled == 0 || matches!(cell, Cell::Text(text) if key(text) == key(date_heading)) {
            // Signs for "nothing", or the heading again, as on every printed page.
            continue;
        }
        let at = |column: &str, key: &'static str| Problem {
            sheet: sheet.clone(),
            row: Some(row.number),
            column: Some(column.to_owned()),
            ..Problem::new(key)
        };
        let Some(date) = read::date(cell) else {
            if is_sums(row, &columns, cell) {
                all.totals.push(compare(row, &mut columns, sheet.clone()));
            } else if filled == 1 && !has_digit(cell) {
                let said =
                    row.cells.iter().find(|cell| !read::is_blank(cell)).map_or_else(String::new, Cell::said);
                all.aside.push((sheet.clone(), row.number, tidy(&said)));
            } else if read::is_blank(cell) {
                all.problems.push(at(date_heading, "import-date-missing"));
            } else {
                all.problems.push(at(date_heading, "import-date-wrong").arg("it", tidy(&cell.said())));
            }
            continue;
        };
        let mut line = Line { table: index, row: row.number, date, ..Line::default() };
        for column in &mut columns {
            let cell = row.cells.get(column.at).unwrap_or(&Cell::Empty);
            // A cross says yes where something was called off, and nothing elsewhere.
            let crossed = column.meaning == Meaning::CalledOff && !cell.is_empty();
            if read::is_blank(cell) && !crossed {
                continue;
            }
            if *cell == Cell::Fault {
                all.problems.push(at(column.heading, "import-cell-fault"));
                continue;
            }
            match line.take(&column.meaning, column.number, cell) {
                Ok(()) => {}
                Err(key) => all.problems.push(at(column.heading, key).arg("it", shown(cell))),
            }
            if let Some(n) = column.number.and_then(|number| value(number, cell)) {
                column.sum += n;
                column.since += n;
            }
        }
        all.lines.push(line);
    }
}

/// A line under a table, such as who filled it in, has no number where the day would stand.
fn has_digit(cell: &Cell) -> bool {
    !read::is_blank(cell) && cell.said().bytes().any(|byte| byte.is_ascii_digit())
}

fn shown(cell: &Cell) -> String {
    let text = tidy(&cell.said());
    if text.chars().count() > 60 { text.chars().take(59).chain(['…']).collect() } else { text }
}

/// A row of sums says so, or has no day and no activity and says just what the rows above come to.
fn is_sums(row: &Row, columns: &[Reader<'_>], date: &Cell) -> bool {
    if says_sum(row) {
        return true;
    }
    let activity = columns.iter().find(|it| it.meaning == Meaning::Own(Column::Activity));
    let named = activity.is_some_and(|it| row.cells.get(it.at).is_some_and(|cell| !read::is_blank(cell)));
    if named || !read::is_blank(date) {
        return false;
    }
    let mut equal = 0;
    for column in columns {
        let (Some(number), Some(cell)) = (column.number, row.cells.get(column.at)) else { continue };
        if read::is_blank(cell) {
            continue;
        }
        match value(number, cell) {
            Some(n) if n == column.sum || n == column.since => equal += usize::from(n > 0),
            _ => return false,
        }
    }
    equal > 0
}

fn compare(row: &Row, columns: &mut [Reader<'_>], sheet: Option<String>) -> Totals {
    let mut differ = Vec::new();
    for column in columns {
        if let (Some(number), Some(cell)) = (column.number, row.cells.get(column.at))
            && let Some(said) = value(number, cell)
        {
            let lengths = matches!(number, Number::Length(_));
            let near = |n: i64| (n - said).abs() <= if lengths { ROUNDED } else { 0 };
            // 1.250 hours may be more than a thousand of them.
            let said_long = match number {
                Number::Length(counted) => {
                    row.cells.get(column.at).and_then(|it| read::long_length(it, counted))
                }
                Number::Plain => None,
            };
            let long = |n: i64| said_long.is_some_and(|said| (n - said).abs() <= ROUNDED);
            if ![column.sum, column.since].into_iter().any(|n| near(n) || long(n)) {
                differ.push((column.heading.to_owned(), said, column.sum, lengths));
            }
        }
        column.since = 0;
    }
    Totals { sheet, row: row.number, differ }
}
