//! Groups as areas, names as codes, and our own columns.

use super::*;
use crate::i18n::Text18;

#[test]
fn a_group_with_words_is_an_area() {
    let read = questions(
        "",
        "begin_group | safe | Safety\n select_one agree5 | a | A\n end_group\n select_one agree5 | b | B",
        "",
    );
    let of = content(&read);
    assert_eq!((of.areas[0].code.as_str(), &of.areas[0].name), ("safe", &Text18::one("en", "Safety")));
    assert_eq!((of.items[1].area.as_deref(), of.items[2].area.as_deref()), (Some("safe"), None));
    assert_eq!(told(&read), NO);
    let spaced = questions("", "begin group | g | G\n select_one yes_no | a | A\n end group", "");
    assert_eq!(content(&spaced).items[1].area.as_deref(), Some("g"));
}

#[test]
fn what_no_area_can_hold_is_taken_without_one() {
    let lines = "begin_group | g | G\n select_one yes_no | a | A\n text | b | B\n end_group
        begin_group | h | H\n text | c | C\n end_group\n begin_group | page\n select_one yes_no | d | D\n end_group";
    let read = questions("", lines, "");
    let areas: Vec<_> = content(&read).items.iter().map(|item| item.area.as_deref()).collect();
    assert_eq!(areas, [None, Some("g"), None, None, None]);
    assert_eq!(content(&read).areas.len(), 1);
    assert_eq!(
        told(&read),
        ["area-outside survey 5", "area-empty survey 7", "area-outside survey 8", "group-wordless survey 10"]
    );
}

#[test]
fn a_group_within_a_group_belongs_to_the_outer_one() {
    let lines = "begin_group | g | G\n begin_group | h | H\n select_one yes_no | a | A\n end_group
        select_one yes_no | b | B\n end_group";
    let read = questions("", lines, "");
    assert_eq!(told(&read), ["group-nested survey 4"]);
    assert!(content(&read).items[1..].iter().all(|item| item.area.as_deref() == Some("g")));
    assert_eq!(
        told(&questions("", "begin_group | g | G\n select_one yes_no | a | A", "")),
        ["STOP group-open survey 3"]
    );
    assert_eq!(told(&questions("", "end_group", "")), ["STOP group-end survey 3"]);
}

#[test]
fn one_area_can_stand_in_several_groups() {
    let lines = "begin_group | g | G | g\n select_one yes_no | a | A\n end_group\n text | b | B
        begin_group | g_2 | Other | g\n select_one yes_no | c | C\n end_group\n select_one yes_no | d | D | g";
    let read = questions("| logbook_area", lines, "");
    let areas: Vec<_> = content(&read).items.iter().map(|item| item.area.as_deref()).collect();
    assert_eq!(areas, [None, Some("g"), None, Some("g"), Some("g")]);
    assert_eq!(content(&read).areas[0].name, Text18::one("en", "G"));
    assert_eq!(told(&read), ["group-words survey 7"]);
    let none = questions("| logbook_area", "select_one yes_no | d | D | nowhere", "");
    assert_eq!(told(&none), ["STOP questionnaire-area-unknown survey 3"]);
}

#[test]
fn names_become_codes_and_two_alike_stop() {
    for (name, code) in [
        ("Q1", "q1"),
        ("safe-1", "safe_1"),
        ("1a", "q1a"),
        ("Kako pogosto?", "kako_pogosto"),
        ("šola__x", "sola_x"),
        (&"a".repeat(40), &"a".repeat(32)),
    ] {
        let read = questions("", &format!("text | {name} | A"), "");
        assert_eq!(content(&read).items[1].code, code);
        assert_eq!(told(&read), ["name-changed survey 3 name"], "{name}");
    }
    assert_eq!(told(&questions("", "text | A | A\n text | a | B", ""))[0], "STOP name-twice survey 4 name");
    assert_eq!(told(&questions("", "text | a | A\n text | a | B", "")), ["STOP name-twice survey 4 name"]);
    assert_eq!(told(&questions("", "text | ?? | A", "")), ["STOP name-odd survey 3 name"]);
    assert_eq!(told(&questions("", "text | | A", "")), ["STOP name-missing survey 3 name"]);
    let areas = "begin_group | G | G\n select_one yes_no | a | A\n end_group
        begin_group | g | H\n select_one yes_no | b | B\n end_group";
    assert!(told(&questions("", areas, "")).contains(&"STOP name-twice survey 6 name".to_owned()));
    let choices =
        "list_name | name | label::English (en)\n x | A b | A\n x | -1 | B\n x | 12345 | C\n x | 7 | D";
    let read = questions("", "select_one x | a | A", choices);
    assert_eq!(content(&read).items[1].scale.codes(), ["a_b", "c1", "c12345", "7"]);
    assert_eq!(read.problems.len(), 3);
}

#[test]
fn every_fault_of_a_questionnaire_stands_at_its_row() {
    let choices =
        "list_name | name | label::English (en)\n x | a | A\n x | a | B\n x | key | \n y | one | One";
    let read = questions(
        "| logbook_reversed",
        "select_one x | q | Q\n select_one y | r | R\n text | s | S | yes",
        choices,
    );
    assert_eq!(
        told(&read),
        [
            "STOP questionnaire-few-choices survey 4",
            "STOP questionnaire-reversed-unscored survey 5",
            "STOP questionnaire-choice-twice choices 3",
            "STOP questionnaire-choice-odd choices 4",
            "STOP questionnaire-choice-wordless choices 4",
        ]
    );
    assert_eq!(told(&questions("", "text | key | Q", "")), ["STOP questionnaire-code-odd survey 3"]);
    assert_eq!(told(&questions("", "text | q | ", "")), ["STOP questionnaire-item-wordless survey 3"]);
    let ages = "select_one age_class | a | A\n select_one age_class | b | B";
    assert_eq!(told(&questions("", ages, "")), ["STOP questionnaire-background-twice survey 4"]);
    let long = "č".repeat(301);
    assert_eq!(
        told(&questions("", &format!("text | q | {long}"), "")),
        ["STOP words-long survey 3 label::English (en)"]
    );
    let wordless = questions("| logbook_area", "begin_group | g | | g\n end_group", "");
    assert_eq!(told(&wordless), ["STOP questionnaire-area-nameless survey 3"]);
    let many: Vec<String> = (0..90).map(|n| format!("text | q{n} | Q\n")).collect();
    assert_eq!(told(&questions("", &many.concat(), "")), ["STOP questionnaire-many-items survey"]);
    let more: Vec<String> = (0..900).map(|n| format!("text | q{n} | Q\n")).collect();
    assert_eq!(told(&questions("", &more.concat(), "")), ["STOP questionnaire-many-items survey"]);
    let choices: Vec<String> = (0..900).map(|n| format!("x | c{n} | C\n")).collect();
    let choices = format!("list_name | name | label::English (en)\n{}", choices.concat());
    assert_eq!(
        told(&questions("", "select_one x | q | Q", &choices)),
        ["STOP questionnaire-many-choices survey 3"]
    );
    assert_eq!(
        told(&file("type | name | label::English (en)\n note | n | N", "", "")),
        ["STOP questionnaire-asks-nothing survey", "type-note survey 2"]
    );
}

#[test]
fn our_own_columns_say_what_other_tools_do_not_know() {
    let headings = "| logbook_reversed | logbook_sensitive | logbook_reason::English (en) | logbook_off | logbook_easy::en";
    let read = questions(headings, "select_one yes_no | a | A | yes | DA | Because | true() | Easy", "");
    let item = &content(&read).items[1];
    assert!(item.reversed && item.off);
    assert_eq!(item.sensitive, Some(Text18::one("en", "Because")));
    assert_eq!(item.easy, Text18::one("en", "Easy"));
    let read = questions(headings, "select_one yes_no | a | A | no | | | 0", "");
    let item = &content(&read).items[1];
    assert!(!item.reversed && !item.off && item.sensitive.is_none());
    // Of a group it cannot be said, and is not passed over either.
    let group =
        questions(headings, "begin_group | g | G | | yes\n select_one yes_no | a | A\n end_group", "");
    assert_eq!(told(&group), ["STOP group-column survey 3 logbook_sensitive"]);
    // A reason alone says that it is sensitive.
    let read = questions(headings, "select_one yes_no | a | A | | | Because", "");
    assert!(content(&read).items[1].sensitive.is_some());
    let read = questions(headings, "select_one yes_no | a | A | | yes", "");
    assert_eq!(told(&read), ["STOP questionnaire-reason-missing survey 3"]);
    let read = questions(headings, "select_one yes_no | a | A | perhaps", "");
    assert_eq!(told(&read), ["STOP yes-odd survey 3 logbook_reversed"]);
}
