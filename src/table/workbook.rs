//! Tables in XLSX workbooks.

use std::io::{Cursor, Read, copy, sink};

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx};
use chrono::NaiveDate;
use zip::ZipArchive;

use super::{Cell, Kept, Unreadable, unguarded};

/// Parts a workbook may have.
const MOST_PARTS: usize = 2_000;
/// The last day spreadsheets know, 9999-12-31, as they count.
const LAST_DAY: f64 = 2_958_466.0;

/// Reads a workbook. Where the library that takes it apart gives up in the middle, it is none.
pub fn read(bytes: &[u8], kept: &mut Kept) -> Result<(), Unreadable> {
    weigh(bytes, kept.limits.unpacked)?;
    let run = std::panic::AssertUnwindSafe(|| taken_apart(bytes, kept));
    std::panic::catch_unwind(run).unwrap_or(Err(Unreadable::NotATable))
}

fn taken_apart(bytes: &[u8], kept: &mut Kept) -> Result<(), Unreadable> {
    let garbled = |_| Unreadable::NotATable;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| Unreadable::NotATable)?;
    let sheets: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .take(kept.limits.sheets)
        .collect();
    for name in sheets {
        kept.sheet(Some(name.clone()));
        // Cell by cell: a range would take room for everything between the first and the last of them.
        let mut cells = book.worksheet_cells_reader(&name).map_err(|_| Unreadable::NotATable)?;
        let (mut number, mut row): (usize, Vec<Cell>) = (0, Vec::new());
        while let Some(cell) = cells.next_cell().map_err(garbled)? {
            let (at, column) = cell.get_position();
            let at = usize::try_from(at).map_err(|_| Unreadable::NotATable)? + 1;
            if at != number {
                kept.keep(number, std::mem::take(&mut row))?;
                number = at;
            }
            let value = cell_of(cell.get_value(), kept)?;
            let column = usize::try_from(column).unwrap_or(usize::MAX);
            if value == Cell::Empty {
                continue;
            }
            if column >= kept.limits.columns {
                return Err(Unreadable::TooManyColumns);
            }
            if row.len() <= column {
                row.resize(column + 1, Cell::Empty);
            }
            row[column] = value;
        }
        kept.keep(number, row)?;
    }
    Ok(())
}

/// Unpacks everything once into nothing: what the directory of a packed file says of sizes may be a lie.
fn weigh(bytes: &[u8], most: u64) -> Result<(), Unreadable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::NotATable)?;
    if archive.len() > MOST_PARTS {
        return Err(Unreadable::TooMuch);
    }
    let mut left = most;
    for part in 0..archive.len() {
        let mut part = archive.by_index(part).map_err(|_| Unreadable::NotATable)?;
        if part.name().is_ok_and(|name| name == "mimetype") {
            return Err(Unreadable::OtherFormat);
        }
        let n = copy(&mut part.by_ref().take(left + 1), &mut sink()).map_err(|_| Unreadable::NotATable)?;
        left = left.checked_sub(n).ok_or(Unreadable::TooMuch)?;
    }
    Ok(())
}

fn cell_of(value: &DataRef<'_>, kept: &mut Kept) -> Result<Cell, Unreadable> {
    let mut text = |text: &str| {
        kept.weigh(text)?;
        Ok(if text.is_empty() { Cell::Empty } else { Cell::Text(unguarded(text).to_owned()) })
    };
    match value {
        DataRef::String(said) | DataRef::DateTimeIso(said) | DataRef::DurationIso(said) => text(said),
        DataRef::SharedString(said) => text(said),
        #[allow(clippy::cast_precision_loss)]
        DataRef::Int(n) => Ok(Cell::Number(*n as f64)),
        DataRef::Float(n) if n.is_finite() => Ok(Cell::Number(*n)),
        DataRef::Bool(it) => text(if *it { "true" } else { "false" }),
        DataRef::DateTime(at) => Ok(moment(at)),
        DataRef::Error(_) | DataRef::Float(_) => Ok(Cell::Fault),
        DataRef::Empty => Ok(Cell::Empty),
    }
}

/// Spreadsheets keep days and times of day as one number.
fn moment(at: &ExcelDateTime) -> Cell {
    let value = at.as_f64();
    if !(0.0..LAST_DAY).contains(&value) {
        return Cell::Fault;
    }
    #[allow(clippy::cast_possible_truncation)]
    let minutes = |days: f64| (days * 1440.0).round() as i64;
    if at.is_duration() || value < 1.0 {
        return Cell::Clock(minutes(value));
    }
    let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
    let Some(day) = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into()) else {
        return Cell::Fault;
    };
    // A minute may be kept as a few thousandths less.
    match i64::from(hour) * 60 + i64::from(minute) + i64::from(second >= 30) {
        0 => Cell::Day(day),
        1440.. => day.succ_opt().map_or(Cell::Fault, Cell::Day),
        minutes => Cell::Moment(day, minutes),
    }
}
