mod answers;
mod entries;
mod figures;
mod pages;
mod sheets;
mod stopping;

use std::collections::HashMap;
use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use super::give::{Given, Shape, Wanted, give, ready};
use super::sheet::{Codebook, Stop};
use super::wide::Sees;
use crate::activities::Filter;
use crate::i18n::{Lang, Words};
use crate::testing::TestApp;

/// A file in memory that can be looked at afterwards.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<u8>>>);

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Everything there is of a unit, for somebody who sees all of it.
async fn all_of(app: &TestApp, unit: &str) -> Wanted {
    let sees = Sees { only_own_staff: None, notes: true };
    Wanted::new(app.unit(unit).await, app.today(), Filter::default(), sees, Words(Lang::Sl))
}

async fn written(app: &TestApp, wanted: Wanted) -> (Given, Result<Codebook, Stop>, Vec<u8>) {
    let out = Kept::default();
    let ready = ready(app.app(), wanted).await.unwrap();
    let (given, ended) = give(app.app(), ready, out.clone()).await;
    let bytes = out.0.lock().unwrap().clone();
    (given, ended, bytes)
}

type Row = HashMap<String, String>;

/// Rows of a CSV file by their headings.
fn read(bytes: &[u8]) -> Vec<Row> {
    let text = std::str::from_utf8(bytes).unwrap();
    let text = text.strip_prefix('\u{feff}').expect("the mark that spreadsheets want");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

async fn rows(app: &TestApp, wanted: Wanted) -> Vec<Row> {
    let (given, ended, bytes) = written(app, wanted).await;
    ended.unwrap();
    let rows = read(&bytes);
    assert_eq!(i64::try_from(rows.len()).unwrap(), given.rows);
    rows
}

fn n(row: &Row, column: &str) -> i64 {
    let cell = row.get(column).unwrap_or_else(|| panic!("there is no column {column}"));
    if cell.is_empty() { 0 } else { cell.parse().unwrap() }
}

fn sum<'a>(rows: impl IntoIterator<Item = &'a Row>, column: &str) -> i64 {
    rows.into_iter().map(|row| n(row, column)).sum()
}

impl Wanted {
    fn shaped(mut self, shape: Shape) -> Wanted {
        self.shape = shape;
        self
    }
}
