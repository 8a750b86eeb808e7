//! Files as people make them and as we write them, what is told about them, and what nobody would make.

mod choosing;
mod conditions;
mod forms;
mod groups;
mod hostile;
mod round;
mod sheets;

use super::{LIMITS, Read, read};
use crate::i18n::{Lang, Words};
use crate::questionnaires::content::{Content, Item, Scale};
use crate::table::{self, Sheet};

/// Rows out of lines, their cells between bars.
fn rows(lines: &str) -> Vec<Vec<String>> {
    let cells = |line: &str| line.split('|').map(|cell| cell.trim().to_owned()).collect();
    lines.lines().map(str::trim).filter(|line| !line.is_empty()).map(cells).collect()
}

/// The sheets of a workbook, written and read again.
fn sheets(of: &[(&str, &str)]) -> Vec<Sheet> {
    let rows: Vec<Vec<Vec<String>>> = of.iter().map(|(_, lines)| rows(lines)).collect();
    let named: Vec<(&str, &[Vec<String>])> = of.iter().zip(&rows).map(|((n, _), it)| (*n, &it[..])).collect();
    table::read(&table::to_workbook(&named).unwrap(), &LIMITS).unwrap()
}

/// A file with these sheets; what is said about it is said in words.
fn file(survey: &str, choices: &str, settings: &str) -> Read {
    let all = [("survey", survey), ("choices", choices), ("settings", settings)];
    let there: Vec<(&str, &str)> = all.into_iter().filter(|(_, lines)| !lines.trim().is_empty()).collect();
    let read = read(&sheets(&there), "en");
    in_words(&read);
    read
}

/// Every sentence is there.
fn in_words(read: &Read) {
    for problem in &read.problems {
        for lang in Lang::ALL {
            let said = format!("{} {}", problem.place(Words(lang)), problem.says(Words(lang)));
            assert!(!said.contains(['⟦']) && !said.contains("{ $") && !said.contains("{$"), "{said}");
        }
    }
    assert_eq!(read.content.is_none(), read.problems.iter().any(|it| it.stops));
}

/// What is told, short: "STOP key it/to sheet 2,3 column".
fn told(read: &Read) -> Vec<String> {
    let short = |it: &super::Problem| {
        let rows: Vec<String> = it.rows().iter().map(usize::to_string).collect();
        let parts = [
            if it.stops { "STOP" } else { "" },
            it.key.strip_prefix("xlsform-").unwrap_or(it.key),
            it.sheet().unwrap_or(""),
            &rows.join(","),
            it.column().unwrap_or(""),
        ];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    };
    read.problems.iter().map(short).collect()
}

fn content(read: &Read) -> &Content {
    read.content.as_ref().unwrap_or_else(|| panic!("{:?}", told(read)))
}

/// The only question of a file.
fn only(read: &Read) -> &Item {
    let items = &content(read).items;
    assert_eq!(items.len(), 1);
    &items[0]
}

/// A file whose questions are these, and one more that is always fine.
fn questions(headings: &str, lines: &str, choices: &str) -> Read {
    let survey = format!("type | name | label::English (en) {headings}\n text | fine | Fine?\n{lines}");
    file(&survey, choices, "")
}

const NO: [&str; 0] = [];

#[test]
fn what_we_ship_is_written_and_read_back_without_a_word() {
    for it in crate::questionnaires::shipped() {
        let bytes = super::write(it.code, &it.name, &it.content).unwrap();
        let back = read(&table::read(&bytes, &LIMITS).unwrap(), "de");
        assert_eq!(told(&back), NO, "{}", it.code);
        assert_eq!(back.content.as_ref(), Some(&it.content));
        assert_eq!((&back.name, back.code.as_deref()), (&it.name, Some(it.code)));
        assert_eq!(it.content.items.iter().filter(|item| item.scale == Scale::Gender).count(), 1);
    }
}

#[test]
fn what_we_write_is_what_other_tools_read() {
    let open = &crate::questionnaires::shipped()[0];
    let sheets = table::read(&super::write("open", &open.name, &open.content).unwrap(), &LIMITS).unwrap();
    let names: Vec<&str> = sheets.iter().filter_map(|sheet| sheet.name.as_deref()).collect();
    assert_eq!(names, ["survey", "choices", "settings"]);
    let row = |sheet: usize, begin: &str| -> Vec<String> {
        let row = sheets[sheet].rows.iter().find(|row| row.cells.iter().any(|cell| cell.said() == begin));
        row.unwrap().cells.iter().map(table::Cell::said).collect()
    };
    assert_eq!(
        row(0, "type")[..5],
        ["type", "name", "label::Slovenščina (sl)", "label::English (en)", "relevant"]
    );
    assert_eq!(row(0, "begin_group")[..4], ["begin_group", "safe", "Varnost", "Safety"]);
    assert_eq!(row(0, "safe_1")[0], "select_one agree5");
    assert_eq!(row(0, "safe_why")[4], "${safe_1} = '1' or ${safe_1} = '2'");
    assert_eq!(row(0, "gender")[0], "select_one gender");
    assert_eq!(row(0, "age")[0], "select_one age_class");
    assert_eq!(row(0, "often")[0], "select_one often");
    assert_eq!(row(1, "agree5"), ["agree5", "1", "Sploh ne drži", "Not true at all"]);
    assert_eq!(row(1, "non_binary"), ["gender", "non_binary", "Nebinarno", "Non-binary"]);
    assert_eq!(row(2, "open")[1..3], ["open", "Slovenščina (sl)"]);
    // One area stands in two groups where a question comes between.
    assert_eq!(sheets[0].rows.iter().filter(|row| row.cells[0].said() == "begin_group").count(), 8);
}
