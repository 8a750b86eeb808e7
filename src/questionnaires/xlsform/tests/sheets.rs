//! Sheets, columns, languages and settings; cells that are no text.

use chrono::NaiveDate;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use super::*;
use crate::i18n::Text18;
use crate::table::{Cell, Row};

#[test]
fn one_table_is_no_questionnaire() {
    let sheets = table::read(b"type,name,label\ntext,a,A\n", &LIMITS).unwrap();
    let one = read(&sheets, "en");
    in_words(&one);
    assert_eq!(told(&one), ["STOP one-table"]);
    let other = read(&super::sheets(&[("Sheet1", "type | name | label\n text | a | A")]), "en");
    assert_eq!(told(&other), ["STOP no-survey"]);
    assert!(other.problems[0].says(Words(Lang::En)).contains("Sheet1"));
    assert_eq!(told(&read(&[], "en")), ["STOP no-survey"]);
}

#[test]
fn further_sheets_are_named() {
    let all = [
        ("Survey", "type | name | label::en\n text | a | A"),
        ("external_choices", "list_name | name\n x | y"),
        ("My notes", "x"),
    ];
    let read = read(&sheets(&all), "en");
    in_words(&read);
    assert_eq!(told(&read), ["sheet-left external_choices", "sheet-left My notes"]);
    assert_eq!(only(&read).code, "a");
    let twice = [all[0], ("survey ", "type | name | label::en\n text | b | B")];
    assert_eq!(told(&super::read(&sheets(&twice), "en")), ["sheet-left survey "]);
}

#[test]
fn what_a_column_asks_for_and_is_not_possible_is_named_with_its_rows() {
    for (heading, key) in [
        ("hint", "left-hint"),
        ("hint::English (en)", "left-hint"),
        ("guidance_hint::English", "left-hint"),
        ("appearance", "left-look"),
        ("parameters", "left-look"),
        ("read_only", "left-look"),
        ("bind::jr:preload", "left-look"),
        ("body::accuracyThreshold", "left-look"),
        ("instance::odk:tag", "left-look"),
        ("constraint_message::English (en)", "left-message"),
        ("required message", "left-message"),
        ("default", "left-filled"),
        ("calculation", "left-filled"),
        ("trigger", "left-filled"),
        ("choice_filter", "left-filter"),
        ("repeat_count", "left-repeat"),
        ("media::image", "left-media"),
        ("media::audio::English (en)", "left-media"),
        ("image::English (en)", "left-media"),
        ("big-image", "left-media"),
        ("my column", "left-column"),
        ("logbook_colour", "left-column"),
    ] {
        let read =
            questions(&format!("| {heading}"), "text | a | A | x\n text | b | B\n text | c | C | y", "");
        assert_eq!(told(&read), [format!("{key} survey 3,5 {heading}")]);
        assert_eq!(content(&read).items.len(), 4);
    }
    for (said, n) in [("yes", 1), ("TRUE()", 1), ("${a} = 1", 1), ("no", 0), ("false()", 0), ("", 0)] {
        let read = questions("| required", &format!("text | a | A | {said}"), "");
        assert_eq!(read.problems.len(), n, "{said}");
        assert!(n == 0 || told(&read) == ["left-required survey 3 required"]);
    }
    let read = questions("|", "text | a | A | no heading", "");
    assert_eq!(told(&read), ["left-column survey 3 D"]);
    let choices =
        "list_name | name | label::en | country | media::image\n x | a | A | si | a.png\n x | b | B | si |";
    let read = questions("", "select_one x | a | A", choices);
    assert_eq!(told(&read), ["left-column choices 2,3 country", "left-media choices 2 media::image"]);
}

#[test]
fn columns_that_are_needed_or_stand_twice_are_told() {
    assert_eq!(told(&file("name | label::en\n a | A", "", "")), ["STOP column-missing survey 1"]);
    assert_eq!(told(&file("type | name\n text | a", "", "")), ["STOP column-words survey 1"]);
    let twice = file("type | name | label::en | label::English (en)\n text | a | A | B", "", "");
    assert_eq!(told(&twice), ["STOP column-twice survey 1 label::English (en)"]);
    let listless = file("type | name | label::en\n text | a | A", "name | label::en\n a | A", "");
    assert_eq!(told(&listless), ["STOP column-missing choices 1"]);
}

#[test]
fn a_language_is_its_code() {
    for heading in
        ["label::English (en)", "label::en", "Label :: EN", "label:English(en)", "label::English ( en )"]
    {
        let read = file(&format!("type | name | {heading}\n text | a | A"), "", "");
        assert_eq!(only(&read).text, Text18::one("en", "A"), "{heading}");
        assert_eq!(told(&read), NO);
    }
    for heading in ["label::English", "label::English (en-GB)", "label::English (english)", "label::()"] {
        let read = file(&format!("type | name | {heading}\n text | a | A"), "", "");
        assert_eq!(told(&read), [format!("STOP language-odd survey 1 {heading}")]);
    }
    let survey = "type | name | label::Suomi (fi) | label::English (en) | label::Slovenščina (sl)\n text | a | F | E | S";
    let languages = |settings: &str| content(&file(survey, "", settings)).languages.clone();
    assert_eq!(languages(""), ["fi", "en", "sl"]);
    assert_eq!(languages("default_language\n Slovenščina (sl)"), ["sl", "fi", "en"]);
    assert_eq!(languages("default_language | logbook_not_offered\n en | fi"), ["en", "sl"]);
    let other = file(survey, "", "default_language\n Deutsch (de)");
    assert_eq!(told(&other), ["default-other settings default_language"]);
    let odd = file(survey, "", "default_language\n Slovenian");
    assert_eq!(told(&odd), ["STOP default-odd settings 2 default_language"]);
    // Of the choices alone.
    let choices = "list_name | name | label::en | label::de\n x | a | A | A\n x | b | B | B";
    let read = file("type | name | label::en\n select_one x | q | Q", choices, "");
    assert_eq!(content(&read).languages, ["en", "de"]);
    let many: Vec<String> = ('a'..='z').map(|c| format!(" | label::x{c}")).collect();
    let read = file(&format!("type | name {}\n text | a | A", many.concat()), "", "");
    assert_eq!(told(&read), ["STOP questionnaire-many-languages survey"]);
}

#[test]
fn words_without_a_language_are_in_that_of_the_file() {
    let plain = "type | name | label\n text | a | A";
    let read = file(plain, "", "");
    assert_eq!(
        (only(&read).text.get("en"), &content(&read).languages[..]),
        (Some("A"), &["en".to_owned()][..])
    );
    assert_eq!(told(&read), ["language-none survey label"]);
    let said = file(plain, "", "default_language\n Slovenščina (sl)");
    assert_eq!((told(&said), only(&said).text.get("sl")), (vec![], Some("A")));
    for columns in ["label | label::English (en)\n text | a | A | B", "label::en | label\n text | a | B | A"]
    {
        let both = file(&format!("type | name | {columns}"), "", "default_language\n en");
        assert_eq!(only(&both).text, Text18::one("en", "B"));
        assert_eq!(both.problems.len(), 1, "{:?}", told(&both));
        assert_eq!(both.problems[0].key, "xlsform-words-twice");
    }
}

#[test]
fn settings_say_what_it_is_called() {
    let survey = "type | name | label::English (en)\n text | a | A";
    let read = file(
        survey,
        "",
        "form_title | form_id | version | default_language | style\n Our voice | Our voice-2 | 3 | English (en) | pages",
    );
    assert_eq!((&read.name, read.code.as_deref()), (&Text18::one("en", "Our voice"), Some("our_voice_2")));
    assert_eq!(told(&read), ["left-version settings 2 version", "left-setting settings 2 style"]);
    let titles = "form_title | logbook_title::English (en) | logbook_title::sl\n";
    let same = file(survey, "", &format!("{titles} Glas | Voice | Glas"));
    assert_eq!(same.name, Text18::two("Glas", "Voice"));
    // Renamed with another tool.
    let renamed = file(survey, "", &format!("{titles} New voice | Voice | Glas"));
    assert_eq!(renamed.name, Text18::two("Glas", "New voice"));
    let twice = file(survey, "", "form_title\n One\n Two");
    assert_eq!((told(&twice), twice.name.get("en")), (vec!["row-left settings 3".to_owned()], Some("One")));
    assert!(file(survey, "", "").name.is_empty());
}

#[test]
fn texts_that_other_tools_would_change_are_shown_as_they_are() {
    let read = questions(
        "",
        "text | a | You said ${fine}\n text | b | **Bold**\n text | c | <span style='x'>c</span>",
        "",
    );
    assert_eq!(
        told(&read),
        ["words-answer survey 3 label::English (en)", "words-marks survey 4,5 label::English (en)"]
    );
    assert_eq!(content(&read).items[1].text.get("en"), Some("You said ${fine}"));
}

/// A workbook in which spreadsheets have left their marks.
#[test]
fn cells_that_are_no_text_are_taken_where_that_does_no_harm() {
    let mut book = Workbook::new();
    let day = Format::new().set_num_format("d. m. yyyy");
    let at = ExcelDateTime::from_ymd(2024, 3, 1).unwrap();
    let sheet = book.add_worksheet().set_name("survey").unwrap();
    for (column, heading) in (0..).zip(["type", "name", "label::en", "required"]) {
        sheet.write_string(0, column, heading).unwrap();
    }
    for (row, kind) in [(1, "text"), (2, "select_one x"), (3, "text"), (5, "text")] {
        sheet.write_string(row, 0, kind).unwrap();
        sheet.write_string(row, 1, format!("q{row}")).unwrap();
    }
    sheet.write_formula(1, 2, Formula::new("=1+1").set_result("Two")).unwrap();
    sheet.write_number(2, 2, 2024).unwrap();
    sheet.write_datetime_with_format(3, 2, &at, &day).unwrap();
    sheet.write_boolean(3, 3, true).unwrap();
    sheet.write_string(5, 2, "Row six").unwrap();
    let sheet = book.add_worksheet().set_name("choices").unwrap();
    for (column, heading) in (0..).zip(["list_name", "name", "label::en"]) {
        sheet.write_string(0, column, heading).unwrap();
    }
    for row in 1..3_u32 {
        sheet.write_string(row, 0, "x").unwrap();
        sheet.write_number(row, 1, row).unwrap();
        sheet.write_boolean(row, 2, row == 1).unwrap();
    }
    let sheets = table::read(&book.save_to_buffer().unwrap(), &LIMITS).unwrap();
    let taken = read(&sheets, "en");
    in_words(&taken);
    assert_eq!(told(&taken), ["left-required survey 4 required", "cell-words survey 4 label::en"]);
    let items = &content(&taken).items;
    let said: Vec<&str> = items.iter().filter_map(|item| item.text.get("en")).collect();
    assert_eq!(said, ["Two", "2024", "2024-03-01", "Row six"]);
    assert_eq!(items[1].scale.codes(), ["1", "2"]);
    // In a name they would make another one of it each time.
    let broken = |name: Cell, label: Cell| {
        let mut sheets = sheets.clone();
        sheets[0].rows.push(Row { number: 9, cells: vec![Cell::Text("text".into()), name, label] });
        told(&read(&sheets, "en"))[0].clone()
    };
    let words = || Cell::Text("Words".into());
    let day = Cell::Day(NaiveDate::from_ymd_opt(2024, 3, 1).unwrap());
    assert_eq!(broken(day, words()), "STOP cell-date survey 9 name");
    assert_eq!(broken(Cell::Clock(61), words()), "STOP cell-date survey 9 name");
    assert_eq!(broken(Cell::Fault, words()), "STOP cell-fault survey 9 name");
    assert_eq!(broken(words(), Cell::Fault), "STOP cell-fault survey 9 label::en");
}

#[test]
fn a_place_is_told_in_words() {
    let lines = "note | a | A\n note | b | B\n text | c | C";
    let read = questions("", lines, "");
    assert_eq!(read.problems[0].place(Words(Lang::En)), "sheet survey, rows 3, 4");
    assert_eq!(read.problems[0].row(), Some(3));
    let notes: Vec<String> = (0..30).map(|n| format!("note | n{n} | N\n")).collect();
    let read = questions("", &notes.concat(), "");
    assert!(read.problems[0].place(Words(Lang::Sl)).ends_with("21, 22 in še 10"), "{:?}", read.problems[0]);
    let changed: Vec<String> = (0..60).map(|n| format!("A{n} | Q{n} | Q\n")).collect();
    let read = questions("", &changed.concat().repeat(6), "");
    assert_eq!(read.problems.len(), 60);
    assert_eq!(read.problems[0].rows().len(), 6);
    // However much is remarked on, what stops is told.
    let headings: Vec<String> = (0..240).map(|n| format!("| c{n}")).collect();
    let cells = "| x".repeat(240);
    let names: Vec<String> = (0..75).map(|n| format!("text | Q{n} | Q\n")).collect();
    let lines = format!("text | a | A {cells}\n {} slip | b | B", names.concat());
    let read = questions(&headings.concat(), &lines, "");
    assert_eq!(told(&read)[0], "STOP type-unknown survey 79 type");
    assert_eq!(read.problems.len(), 302);
    let changed: Vec<String> = (0..400).map(|n| format!("A{n} | Q{n} | Q\n")).collect();
    let read = questions("", &changed.concat(), "");
    assert_eq!(read.problems.len(), 301);
    assert!(read.problems[300].says(Words(Lang::En)).contains("100 more"));
}
