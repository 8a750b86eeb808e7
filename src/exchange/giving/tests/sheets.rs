//! How rows become files.

use std::borrow::Cow;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx as Book};
use chrono::NaiveDate;

use super::{all_of, written};
use crate::exchange::giving::give::Format;
use crate::exchange::giving::sheet::{Became, Cell, Codebook, Csv, Sheet};
use crate::exchange::giving::workbook::Xlsx;
use crate::measures::scene;
use crate::testing::TestApp;

fn headings() -> Vec<String> {
    ["a", "b"].map(str::to_owned).into()
}

fn codebook(became: Became) -> Codebook {
    let said = format!("{} rows, {} sheets, {} cut", became.rows, became.sheets, became.cut);
    Codebook { name: "meaning".into(), rows: vec![[said, String::new(), "=1".into(), String::new()]] }
}

fn workbook(most_rows: u32, rows: &[[Cell<'_>; 2]]) -> Book<Cursor<Vec<u8>>> {
    let mut out = Vec::new();
    let numbered = |n: i64, of: i64| format!("rows {n} of {of}");
    let xlsx = Xlsx::new(&mut out, &headings(), "rows", numbered, most_rows).unwrap();
    let mut sheet = Sheet::Xlsx(Box::new(xlsx));
    rows.iter().for_each(|row| sheet.row(row).unwrap());
    sheet.end(codebook).unwrap();
    Book::new(Cursor::new(out)).unwrap()
}

#[test]
fn cells_are_what_they_say() {
    let day = NaiveDate::from_ymd_opt(2026, 10, 25).unwrap();
    let rows = [
        [Cell::Int(-3), Cell::Empty],
        [Cell::Day(day), Cell::Clock(65)],
        [Cell::text("=1+1"), Cell::text("a,\"b\"\nč")],
        [Cell::Ratio(0.25), Cell::Day(NaiveDate::from_ymd_opt(1850, 1, 1).unwrap())],
    ];
    let mut out = Vec::new();
    let mut csv = Sheet::Csv(Box::new(Csv::new(&mut out, &headings(), false).unwrap()));
    rows.iter().for_each(|row| csv.row(row).unwrap());
    csv.end(codebook).unwrap();
    let said = "a,b\n-3,\n2026-10-25,01:05\n'=1+1,\"a,\"\"b\"\"\nč\"\n0.250000,1850-01-01\n";
    assert_eq!(String::from_utf8(out).unwrap(), said);
    let mut book = workbook(100, &rows);
    assert_eq!(book.sheet_names(), ["rows", "meaning"]);
    assert!(book.worksheet_formula("rows").unwrap().is_empty());
    let range = book.worksheet_range("rows").unwrap();
    assert_eq!(range.get_value((1, 0)), Some(&Data::Float(-3.0)));
    let Some(Data::DateTime(at)) = range.get_value((2, 0)) else { panic!("a date") };
    assert_eq!(at.to_ymd_hms_milli(), (2026, 10, 25, 0, 0, 0, 0));
    let Some(Data::DateTime(at)) = range.get_value((2, 1)) else { panic!("a time") };
    assert!((at.as_f64() * 1440.0 - 65.0).abs() < 1e-6);
    assert_eq!(range.get_value((3, 0)), Some(&Data::String("'=1+1".into())));
    assert_eq!(range.get_value((3, 1)), Some(&Data::String("a,\"b\"\nč".into())));
    assert_eq!(range.get_value((4, 1)), Some(&Data::String("1850-01-01".into())));
    let meaning = book.worksheet_range("meaning").unwrap();
    assert_eq!(meaning.get_value((0, 0)), Some(&Data::String("4 rows, 1 sheets, 0 cut".into())));
    assert_eq!(meaning.get_value((0, 2)), Some(&Data::String("'=1".into())));
}

#[test]
fn what_a_sheet_does_not_take_goes_on_the_next_one() {
    for (n, sheets) in [(3, 1), (4, 2), (6, 2), (7, 3)] {
        let rows: Vec<[Cell; 2]> = (0..n).map(|at| [Cell::Int(at), Cell::Empty]).collect();
        let mut book = workbook(3, &rows);
        let names = book.sheet_names();
        assert_eq!(names.len(), sheets + 1);
        assert_eq!(names[0], if sheets == 1 { "rows".to_owned() } else { format!("rows 1 of {sheets}") });
        let mut found = Vec::new();
        for name in &names[..sheets] {
            let range = book.worksheet_range(name).unwrap();
            assert_eq!(range.get_value((0, 1)), Some(&Data::String("b".into())), "each has its heading");
            found.extend(range.rows().skip(1).map(|row| row[0].clone()));
        }
        assert_eq!(found.len(), rows.len());
        assert_eq!(found.last(), Some(&Data::Float((rows.len() - 1) as f64)));
    }
}

#[test]
fn a_text_longer_than_a_cell_is_cut_and_said_to_be() {
    let long = "š😀".repeat(11_000);
    let mut book = workbook(10, &[[Cell::Text(Cow::Borrowed(&long)), Cell::Empty]]);
    let range = book.worksheet_range("rows").unwrap();
    let Some(Data::String(text)) = range.get_value((1, 0)) else { panic!("a text") };
    assert!(text.encode_utf16().count() <= 32_767 && long.starts_with(text.as_str()));
    let meaning = book.worksheet_range("meaning").unwrap();
    assert_eq!(meaning.get_value((0, 0)), Some(&Data::String("1 rows, 1 sheets, 1 cut".into())));
}

#[tokio::test]
async fn a_workbook_of_entries_says_over_how_many_sheets_it_goes() {
    let app = TestApp::new().await;
    scene::evenings(&app, 4, 60).await;
    let mut wanted = all_of(&app, "mreza").await;
    wanted.format = Format::Xlsx;
    wanted.most_rows = 20;
    let (given, ended, bytes) = written(&app, wanted).await;
    let codebook = ended.unwrap();
    let mut book = Book::new(Cursor::new(bytes)).unwrap();
    let sheets = usize::try_from((given.rows + 19) / 20).unwrap();
    let mut names: Vec<String> = (1..=sheets).map(|n| format!("Vnosi {n} od {sheets}")).collect();
    names.push("Šifrant".into());
    assert!(sheets > 1 && book.sheet_names() == names, "{:?}", book.sheet_names());
    let rows: usize =
        names[..sheets].iter().map(|name| book.worksheet_range(name).unwrap().height() - 1).sum();
    assert_eq!(i64::try_from(rows).unwrap(), given.rows);
    assert!(
        codebook.rows.iter().any(|row| row[0] == "Listi" && row[2].contains(&format!("na {sheets} listih")))
    );
    let said = book.worksheet_range("Šifrant").unwrap();
    assert!(said.rows().any(|row| row[0] == Data::String("Listi".into())));
}
