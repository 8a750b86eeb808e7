//! The rows of a table, taken apart: what each says of an evening, and what it says that cannot be. Nothing is known here
//! of the network the file is for.

use chrono::NaiveDate;
use uuid::Uuid;

use super::find::Table;
use super::heading::{Meaning, key};
use super::problem::{Problem, Problems};
use super::read::{self, Counted};
use crate::activities::TypedHeads;
use crate::exchange::columns::Column;
use crate::form::tidy;
use crate::i18n::folded;
use crate::table::{Cell, Row};
use crate::vocabulary::Part;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Created {
    Minutes(i64),
    Share(f64),
}

/// What a row says.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// Which table it stands in, and in which row of the spreadsheet.
    pub table: usize,
    pub row: usize,
    pub date: NaiveDate,
    pub unit: Option<String>,
    pub activity: Option<String>,
    pub external: Option<String>,
    pub start: Option<i64>,
    pub end: Option<i64>,
    pub length: Option<i64>,
    pub created: Option<Created>,
    /// In the order of [`Part::ALL`].
    pub heads: [TypedHeads; 3],
    pub visits: Option<i64>,
    pub first_visits: Option<i64>,
    pub staff_count: Option<i64>,
    pub staff_min: Option<i64>,
    pub prep_min: Option<i64>,
    pub volunteer_count: Option<i64>,
    pub volunteer_min: Option<i64>,
    pub cancelled: Option<bool>,
    /// Codes or names.
    pub reason: Option<String>,
    pub kind: Option<String>,
    pub place_kind: Option<String>,
    pub project: Option<String>,
    pub main_tag: Option<String>,
    pub main_field: Option<String>,
    pub further: Vec<(Column, String)>,
    pub count_method: Option<String>,
    pub copied_counts: Option<bool>,
    pub series: Option<Uuid>,
    pub note: Option<String>,
}

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

/// How a number in a column is read.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Number {
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

pub(super) fn value(number: Number, cell: &Cell) -> Option<i64> {
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
    SUMS.iter().any(|word| begins(&word))
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
            if read::is_blank(cell) && !(column.meaning == Meaning::CalledOff && !cell.is_empty()) {
                continue;
            }
            if *cell == Cell::Fault {
                all.problems.push(at(column.heading, "import-cell-fault"));
                continue;
            }
            match take(&mut line, column, cell) {
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
        match sum_in(number, cell) {
            Some(n) if n == column.sum || n == column.since => equal += usize::from(n > 0),
            _ => return false,
        }
    }
    equal > 0
}

/// A sum may be larger than what one evening can be.
fn sum_in(number: Number, cell: &Cell) -> Option<i64> {
    match (number, cell) {
        // Of hours added up, minutes are rounded once.
        (Number::Plain, _) => read::number(cell),
        (Number::Length(counted), _) => read::length(cell, counted),
    }
}

fn compare(row: &Row, columns: &mut [Reader<'_>], sheet: Option<String>) -> Totals {
    let mut differ = Vec::new();
    for column in columns {
        if let (Some(number), Some(cell)) = (column.number, row.cells.get(column.at))
            && let Some(said) = sum_in(number, cell)
        {
            let lengths = matches!(number, Number::Length(_));
            // Hours are often rounded before they are written down.
            let near = |n: i64| (n - said).abs() <= if lengths { 3 } else { 0 };
            if !near(column.sum) && !near(column.since) {
                differ.push((column.heading.to_owned(), said, column.sum, lengths));
            }
        }
        column.since = 0;
    }
    Totals { sheet, row: row.number, differ }
}

/// Puts what a cell says into the line; the key of what is wrong with it.
fn take(line: &mut Line, column: &Reader<'_>, cell: &Cell) -> Result<(), &'static str> {
    use Column as C;
    let text = || Some(tidy(&cell.said())).filter(|text| !text.is_empty());
    let whole = || read::number(cell).ok_or("import-number-wrong").map(Some);
    let length = || {
        let number = column.number.unwrap_or(Number::Plain);
        value(number, cell).ok_or("import-length-wrong").map(Some)
    };
    match &column.meaning {
        Meaning::Own(own) => match own {
            C::Date | C::Version => {}
            C::Entry => line.external = text(),
            C::Unit => line.unit = text(),
            C::Activity => line.activity = text(),
            C::Kind => line.kind = text(),
            C::PlaceKind => line.place_kind = text(),
            C::Project => line.project = text(),
            C::MainTag => line.main_tag = text(),
            C::MainField => line.main_field = text(),
            C::FurtherTags | C::FurtherFields | C::Topics => {
                let said = text().unwrap_or_default();
                let codes = said.split([' ', ',', ';']).filter(|code| !code.is_empty());
                line.further.extend(codes.map(|code| (own.clone(), code.to_owned())));
            }
            C::Status => line.cancelled = Some(!read::held(cell).ok_or("import-status-wrong")?),
            C::CancelReason => line.reason = text(),
            C::Start => {
                line.start = Some(read::clock(cell).filter(|it| *it < 1440).ok_or("import-clock-wrong")?);
            }
            C::End => line.end = Some(read::clock(cell).ok_or("import-clock-wrong")?),
            C::DurationMin => line.length = length()?,
            C::CreatedMin => line.created = length()?.map(Created::Minutes),
            C::Total(part) => line.heads[*part as usize].total = whole()?,
            C::Gender(part, gender) => {
                let n = read::number(cell).ok_or("import-number-wrong")?;
                line.heads[*part as usize].gender.insert(*gender, n);
            }
            C::Age(part, band) => {
                let n = read::number(cell).ok_or("import-number-wrong")?;
                line.heads[*part as usize].age.insert(band.clone(), n);
            }
            C::FirstVisits => line.first_visits = whole()?,
            C::StaffCount => line.staff_count = whole()?,
            C::StaffMin => line.staff_min = length()?,
            C::PrepMin => line.prep_min = length()?,
            C::VolunteerCount => line.volunteer_count = whole()?,
            C::VolunteerMin => line.volunteer_min = length()?,
            C::CountMethod => line.count_method = text(),
            C::CopiedCounts => line.copied_counts = Some(read::yes(cell).ok_or("import-yes-wrong")?),
            C::Series => {
                let id = text().and_then(|text| text.parse().ok()).ok_or("import-series-wrong")?;
                line.series = Some(id);
            }
            // As it was written, with its line breaks.
            C::Note => line.note = Some(cell.said().trim().to_owned()).filter(|note| !note.is_empty()),
        },
        Meaning::Span => {
            let (start, end) =
                read::span(cell).filter(|(start, _)| *start < 1440).ok_or("import-clock-wrong")?;
            (line.start, line.end) = (Some(start), end.or(line.end));
        }
        Meaning::Length | Meaning::Hours => line.length = length()?,
        Meaning::Created if read::says_share(cell) => {
            line.created = Some(Created::Share(read::share(cell).ok_or("import-share-wrong")?));
        }
        Meaning::Created | Meaning::CreatedHours => line.created = length()?.map(Created::Minutes),
        Meaning::CreatedShare => {
            line.created = Some(Created::Share(read::share(cell).ok_or("import-share-wrong")?))
        }
        Meaning::Visits => line.visits = whole()?,
        Meaning::StaffHours => line.staff_min = length()?,
        Meaning::PrepHours => line.prep_min = length()?,
        Meaning::VolunteerHours => line.volunteer_min = length()?,
        Meaning::CalledOff => {
            let said = read::yes(cell).or_else(|| read::held(cell).map(|held| !held));
            line.cancelled = Some(said.ok_or("import-yes-wrong")?);
        }
        // Said by the date already.
        Meaning::Period | Meaning::Year | Meaning::Month | Meaning::Held | Meaning::Aside => {}
    }
    Ok(())
}

impl Line {
    /// All heads where only one number was counted: those of the part that is not told otherwise.
    pub fn spread_visits(&mut self) -> Result<(), (i64, i64)> {
        let Some(visits) = self.visits else { return Ok(()) };
        let sum = |typed: &TypedHeads| {
            let gender: i64 = typed.gender.values().sum();
            let age: i64 = typed.age.values().sum();
            typed.total.unwrap_or_else(|| gender.max(age))
        };
        let participant = Part::Participant as usize;
        let others: i64 =
            self.heads.iter().enumerate().filter(|(at, _)| *at != participant).map(|(_, it)| sum(it)).sum();
        let typed = &mut self.heads[participant];
        match typed.total {
            None if visits >= others => {
                typed.total = Some(visits - others);
                Ok(())
            }
            Some(total) if total + others == visits => Ok(()),
            total => Err((visits, total.unwrap_or(0) + others)),
        }
    }
}
