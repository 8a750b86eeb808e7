use chrono::NaiveDate;
use proptest::prelude::*;

use crate::i18n::{Lang, Words};
use crate::measures::{Length, Period};
use crate::reports::document::Block;
use crate::reports::marks::mark;
use crate::reports::{period, text};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[test]
fn a_period_is_read_as_it_is_written() {
    let days = |text: &str| Period::from_code(text).map(|it| (it.length, it.from, it.until));
    assert_eq!(days("2025"), Some((Length::Year, day(2025, 1, 1), day(2026, 1, 1))));
    assert_eq!(days("2025-H1"), Some((Length::HalfYear, day(2025, 1, 1), day(2025, 7, 1))));
    assert_eq!(days("2025-H2"), Some((Length::HalfYear, day(2025, 7, 1), day(2026, 1, 1))));
    assert_eq!(days("2025-06"), Some((Length::Month, day(2025, 6, 1), day(2025, 7, 1))));
    for wrong in [
        "",
        "25",
        "2025-",
        "2025-H3",
        "2025-h1",
        "2025-6",
        "2025-13",
        "2025-00",
        "0001",
        "2250",
        "2025-06-01",
        "２０２５",
        "2025-H1 ",
    ] {
        assert_eq!(days(wrong), None, "{wrong}");
    }
    for text in ["2025", "2025-H1", "2025-H2", "2025-01", "2025-12"] {
        assert_eq!(Period::from_code(text).unwrap().code(), text);
    }
    let w = Words(Lang::Sl);
    let name = |text: &str| period::name(w, &Period::from_code(text).unwrap());
    assert_eq!((name("2025"), name("2025-H2")), ("2025".to_owned(), "drugo polletje 2025".to_owned()));
    assert_eq!(name("2025-06").replace('\u{a0}', " "), "junij 2025");
}

#[test]
fn a_year_is_cut_into_halves_and_months() {
    let cuts = period::cuts(&Period::from_code("2024").unwrap());
    assert_eq!(cuts.iter().map(Vec::len).collect::<Vec<_>>(), [2, 12]);
    for parts in cuts.iter().chain(&period::cuts(&Period::from_code("2024-H2").unwrap())) {
        assert!(parts.windows(2).all(|two| two[0].until == two[1].from));
    }
    assert!(period::cuts(&Period::from_code("2024-02").unwrap()).is_empty());
}

#[test]
fn what_is_over_is_offered_first() {
    let offered = period::offered(&[Length::Year, Length::HalfYear], day(2026, 10, 15));
    let codes: Vec<String> = offered.iter().map(Period::code).collect();
    assert_eq!(codes, ["2025", "2024", "2023", "2026", "2026-H1", "2025-H2", "2025-H1", "2026-H2"]);
}

#[test]
fn marks_go_on_after_z() {
    let all: Vec<String> = [0, 1, 25, 26, 27, 51, 52, 701, 702].into_iter().map(mark).collect();
    assert_eq!(all, ["a", "b", "z", "aa", "ab", "az", "ba", "zz", "aaa"]);
}

#[test]
fn what_a_word_processor_brings_is_taken_off() {
    let pasted = "Prvi\u{a0}odstavek\u{ad}, z\u{200b} mehkimi.\r\n\r\n\r\n•\tprva točka\r\n· druga  točka\r\n\u{feff}\r\nKonec\u{b}v dveh vrsticah\u{7}";
    let kept = text::tidy(pasted);
    assert_eq!(kept, "Prvi odstavek, z mehkimi.\n\n- prva točka\n- druga točka\n\nKonec\nv dveh vrsticah");
    let blocks = text::blocks(&kept);
    let list = Block::List { items: vec!["prva točka".into(), "druga točka".into()] };
    assert_eq!(blocks[0], Block::Paragraph { text: "Prvi odstavek, z mehkimi.".into() });
    assert_eq!(blocks[1..], [list, Block::Paragraph { text: "Konec\nv dveh vrsticah".into() }]);
    assert!(text::blocks("").is_empty() && text::tidy(" \n\t\n ").is_empty());
}

proptest! {
    #[test]
    fn tidied_twice_is_tidied_once(any in "\\PC{0,60}(\n|\r\n|\t|\u{a0}|•){0,4}\\PC{0,60}") {
        let once = text::tidy(&any);
        prop_assert_eq!(text::tidy(&once), once.clone());
        // And what is read says every word of it.
        let said: usize = text::blocks(&once).iter().map(|block| match block {
            Block::List { items } => items.iter().map(|it| it.split_whitespace().count() + 1).sum(),
            Block::Paragraph { text } => text.split_whitespace().count(),
            _ => 0,
        }).sum();
        prop_assert_eq!(said, once.split_whitespace().count());
    }
}
