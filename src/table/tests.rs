use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use super::*;

const LIMITS: Limits =
    Limits { bytes: 1 << 20, sheets: 5, rows: 1_000, columns: 50, unpacked: 4 << 20, text: 1 << 20 };

fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let sheets = read(bytes, &LIMITS).unwrap();
    sheets[0].rows.iter().map(|row| row.cells.iter().map(Cell::said).collect()).collect()
}

#[test]
fn text_of_either_letters_and_any_separator_is_one_table() {
    let plain = "Naziv;Št.\nŠola, igra, čaj;2,5\n";
    let (old, _, _) = encoding_rs::WINDOWS_1250.encode(plain);
    let utf16: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(plain.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for bytes in [plain.as_bytes(), &old, &utf16, format!("\u{feff}{plain}").as_bytes()] {
        assert_eq!(rows(bytes), [["Naziv", "Št."], ["Šola, igra, čaj", "2,5"]]);
    }
    assert_eq!(rows(b"a\tb\n1\t2\n"), [["a", "b"], ["1", "2"]]);
    assert_eq!(rows(b"sep=|\na|b;c\n"), [["a", "b;c"]]);
}

#[test]
fn titles_on_top_do_not_hide_the_separator_and_rows_keep_their_numbers() {
    let text = "Mladinski center Reka, Ljubljana\n\n\"Datum\";Ure\n1. 3. 2024;2,5\n2. 3. 2024;1,5\n";
    let sheets = read(text.as_bytes(), &LIMITS).unwrap();
    let numbers: Vec<usize> = sheets[0].rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, [1, 3, 4, 5]);
    assert_eq!(sheets[0].rows[2].cells[1], Cell::Text("2,5".into()));
}

#[test]
fn a_workbook_keeps_days_times_and_numbers_apart() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let day = Format::new().set_num_format("d. m. yyyy");
    let time = Format::new().set_num_format("hh:mm");
    let long = Format::new().set_num_format("[h]:mm");
    let both = Format::new().set_num_format("d. m. yyyy hh:mm");
    let at = ExcelDateTime::from_ymd(2024, 3, 1).unwrap();
    sheet.write_datetime_with_format(0, 0, &at, &day).unwrap();
    sheet.write_number_with_format(0, 1, 17.0 / 24.0, &time).unwrap();
    sheet.write_number_with_format(0, 2, 30.5 / 24.0, &long).unwrap();
    let moment = ExcelDateTime::from_ymd(2024, 3, 1).unwrap().and_hms(17, 30, 0).unwrap();
    sheet.write_datetime_with_format(0, 3, &moment, &both).unwrap();
    sheet.write_number(0, 4, 2.5).unwrap();
    sheet.write_string(0, 5, "'=x").unwrap();
    sheet.write_formula(0, 6, rust_xlsxwriter::Formula::new("=1+1").set_result("2")).unwrap();
    let hidden = book.add_worksheet().set_name("seznam").unwrap();
    hidden.write_string(0, 0, "skrito").unwrap();
    hidden.set_hidden(true);
    let sheets = read(&book.save_to_buffer().unwrap(), &LIMITS).unwrap();
    assert_eq!(sheets.len(), 1, "what is hidden is not for us");
    let first = NaiveDate::from_ymd_opt(2024, 3, 1).unwrap();
    assert_eq!(
        sheets[0].rows[0].cells,
        [
            Cell::Day(first),
            Cell::Clock(17 * 60),
            Cell::Clock(30 * 60 + 30),
            Cell::Moment(first, 17 * 60 + 30),
            Cell::Number(2.5),
            Cell::Text("=x".into()),
            Cell::Number(2.0)
        ]
    );
}

#[test]
fn what_is_too_much_or_something_else_is_told() {
    let told = |bytes: &[u8]| read(bytes, &LIMITS).unwrap_err();
    assert_eq!(told(b""), Unreadable::Empty);
    assert_eq!(told(&vec![b'a'; (1 << 20) + 1]), Unreadable::TooLarge);
    assert_eq!(told("a\n".repeat(1_001).as_bytes()), Unreadable::TooManyRows);
    assert_eq!(told(",x".repeat(10_000).as_bytes()), Unreadable::TooManyColumns);
    assert_eq!(told(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Unreadable::OtherFormat);
    for other in [&b"%PDF-1.7 x"[..], b"\x89PNG\r\n", b"a\0b", b"PK\x03\x04 and nothing more", &[7; 100]] {
        assert_eq!(told(other), Unreadable::NotATable, "{other:?}");
    }
    assert_eq!(rows(format!("a{}\n", ",".repeat(10_000)).as_bytes()), [["a"]], "empty columns are none");
    let mut book = Workbook::new();
    book.add_worksheet().write_string(0, 9_999, "x").unwrap();
    assert_eq!(told(&book.save_to_buffer().unwrap()), Unreadable::TooManyColumns);
    let every = [
        Unreadable::Empty,
        Unreadable::TooLarge,
        Unreadable::TooMuch,
        Unreadable::TooManyRows,
        Unreadable::TooManyColumns,
        Unreadable::OtherFormat,
        Unreadable::NotATable,
    ];
    for why in every {
        for lang in crate::i18n::Lang::ALL {
            assert!(!why.says(Words(lang), &LIMITS).contains(['⟦', '{']), "{why:?}");
        }
    }
}

/// A cell that calls itself Ccreator_age_r stands in no column that a number has room for.
#[test]
fn a_workbook_that_its_reader_stumbles_over_is_none() {
    let odd = include_bytes!("../../tests/corpus/odd-reference.xlsx");
    assert_eq!(read(odd, &LIMITS), Err(Unreadable::NotATable));
}

fn zipped(name: &str, content: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    zip.start_file(name, options).unwrap();
    for _ in 0..(content.len() / 1024).max(1) {
        zip.write_all(&content[..content.len().min(1024)]).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_small_file_that_unpacks_to_a_large_one_is_refused_even_where_it_lies() {
    let mut bomb = zipped("xl/worksheets/sheet1.xml", &vec![b' '; 5 << 20]);
    assert!(bomb.len() < LIMITS.bytes);
    assert_eq!(read(&bomb, &LIMITS).unwrap_err(), Unreadable::TooMuch);
    // The directory says: one kilobyte.
    let at = bomb.windows(4).position(|it| it == b"PK\x01\x02").unwrap();
    bomb[at + 24..at + 28].copy_from_slice(&1024u32.to_le_bytes());
    assert!(matches!(read(&bomb, &LIMITS), Err(Unreadable::TooMuch | Unreadable::NotATable)));
    let other = zipped("mimetype", b"application/vnd.oasis.opendocument.spreadsheet");
    assert_eq!(read(&other, &LIMITS).unwrap_err(), Unreadable::OtherFormat);
}

#[test]
fn one_text_that_many_cells_share_is_weighed_each_time() {
    let long = "x".repeat(2_000);
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for row in 0..400 {
        for column in 0..3 {
            sheet.write_string(row, column, &long).unwrap();
        }
    }
    let file = book.save_to_buffer().unwrap();
    assert_eq!(read(&file, &LIMITS).unwrap_err(), Unreadable::TooMuch);
}
