//! Rows on their way into a file, written as they come: nothing of a file stays in memory, however long it gets.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Write};

use chrono::NaiveDate;
use uuid::Uuid;

use super::workbook::Xlsx;
use crate::db::DbError;
use crate::exchange::columns::guarded;

/// What is gathered before it is passed on.
const AT_ONCE: usize = 64 * 1024;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'a> {
    Empty,
    Int(i64),
    Ratio(f64),
    Id(Uuid),
    Text(Cow<'a, str>),
    Day(NaiveDate),
    /// Minutes after midnight.
    Clock(i64),
}

impl<'a> Cell<'a> {
    pub fn text(text: &'a str) -> Cell<'a> {
        Cell::Text(Cow::Borrowed(text))
    }

    pub fn maybe(n: Option<i64>) -> Cell<'a> {
        n.map_or(Cell::Empty, Cell::Int)
    }
}

/// Why a file was not written to its end.
#[derive(Debug, thiserror::Error)]
pub enum Stop {
    /// Whoever wanted it has left.
    #[error("nobody takes the file any more")]
    Gone,
    #[error("{0}")]
    Failed(String),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Stop {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Stop::Gone,
            _ => Stop::Failed(error.to_string()),
        }
    }
}

impl From<csv::Error> for Stop {
    fn from(error: csv::Error) -> Stop {
        match error.into_kind() {
            csv::ErrorKind::Io(error) => error.into(),
            other => Stop::Failed(format!("{other:?}")),
        }
    }
}

impl From<DbError> for Stop {
    fn from(error: DbError) -> Stop {
        Stop::Failed(error.to_string())
    }
}

/// What a file became in the end, as its codebook tells it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Became {
    pub rows: i64,
    pub sheets: i64,
    /// Texts that were longer than a cell may be.
    pub cut: i64,
}

/// A table of four columns beside the data: what its columns and codes mean.
pub struct Codebook {
    /// What its sheet is called.
    pub name: String,
    pub rows: Vec<[String; 4]>,
}

/// A further table of a workbook, of words alone.
pub struct Words {
    /// What its sheet is called.
    pub name: String,
    pub headings: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// A file that rows are written into.
pub enum Sheet<W: Write + Send> {
    Csv(Box<Csv<W>>),
    Xlsx(Box<Xlsx<W>>),
}

impl<W: Write + Send> Sheet<W> {
    pub fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), Stop> {
        match self {
            Sheet::Csv(csv) => csv.row(cells),
            Sheet::Xlsx(xlsx) => xlsx.row(cells),
        }
    }

    /// Ends the file. The codebook, asked for once it is known what the file became, goes along where there is room for it.
    pub fn end(self, codebook: impl FnOnce(Became) -> Codebook) -> Result<Codebook, Stop> {
        match self {
            Sheet::Csv(csv) => Ok(codebook(csv.end()?)),
            Sheet::Xlsx(xlsx) => xlsx.end(codebook),
        }
    }
}

pub struct Csv<W: Write> {
    out: csv::Writer<W>,
    said: String,
    rows: i64,
}

impl<W: Write> Csv<W> {
    /// `mark` begins the file with the byte-order mark that makes spreadsheets read č, š and ž.
    pub fn new(mut out: W, headings: &[String], mark: bool) -> Result<Csv<W>, Stop> {
        if mark {
            out.write_all("\u{feff}".as_bytes())?;
        }
        let mut out = csv::WriterBuilder::new().buffer_capacity(AT_ONCE).from_writer(out);
        out.write_record(headings)?;
        Ok(Csv { out, said: String::new(), rows: 0 })
    }

    fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), Stop> {
        for cell in cells {
            self.said.clear();
            // Writing into a text does not fail.
            let _ = match cell {
                Cell::Empty => Ok(()),
                Cell::Text(text) => {
                    self.out.write_field(guarded(text).as_bytes())?;
                    continue;
                }
                Cell::Int(n) => write!(self.said, "{n}"),
                Cell::Id(id) => {
                    self.out.write_field(id.as_hyphenated().encode_lower(&mut Uuid::encode_buffer()))?;
                    continue;
                }
                Cell::Ratio(ratio) => write!(self.said, "{ratio:.6}"),
                Cell::Day(day) => write!(self.said, "{day}"),
                Cell::Clock(minutes) => write!(self.said, "{:02}:{:02}", minutes / 60, minutes % 60),
            };
            self.out.write_field(&self.said)?;
        }
        self.rows += 1;
        Ok(self.out.write_record(None::<&[u8]>)?)
    }

    fn end(mut self) -> Result<Became, Stop> {
        self.out.flush()?;
        Ok(Became { rows: self.rows, sheets: 1, cut: 0 })
    }
}
