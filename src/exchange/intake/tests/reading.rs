//! Cells, as people and spreadsheets write them.

use proptest::prelude::*;

use super::super::read::{self, Counted};
use super::day;
use crate::table::Cell;

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

#[test]
fn days_in_every_way_they_are_written() {
    for said in [
        "1. 3. 2024",
        "01.03.2024",
        "1.3.24",
        "1. 3. 2024.",
        "2024-03-01",
        "2024/03/01",
        "1/3/2024",
        "1-3-2024",
        "1. marec 2024",
        "1. marca 2024",
        "1 March 2024",
        "pet, 1. 3. 2024",
        "petek 1.3.2024",
        "Fri 1/3/2024",
        "2024-03-01T00:00:00",
        "2024-03-01 00:00:00",
        "1.\u{a0}3.\u{a0}2024",
    ] {
        assert_eq!(read::date(&text(said)), Some(day("2024-03-01")), "{said}");
    }
    assert_eq!(read::date(&Cell::Number(45352.0)), Some(day("2024-03-01")), "as spreadsheets count");
    for said in [
        "",
        "2024",
        "31. 2. 2024",
        "2024-13-01",
        "3/14/2024",
        "1. 3.",
        "jutri",
        "1. 3. 20240",
        "0. 3. 2024",
        "45352",
        "1.3.1850",
        "-1.3.2024",
    ] {
        assert_eq!(read::date(&text(said)), None, "{said}");
    }
    for n in [0.5, 1.0, -3.0, 1e12, f64::NAN] {
        assert_eq!(read::date(&Cell::Number(n)), None, "{n}");
    }
}

#[test]
fn times_of_day_in_every_way_they_are_written() {
    for said in [
        "17:00",
        "17.00",
        "17h",
        "17 h",
        "17",
        "17:00:00",
        "17.00 h",
        "17,00",
        "ob 17.00",
        "1700",
        "5 pm",
        "5:00pm",
        "05:00 p.m.",
    ] {
        assert_eq!(read::clock(&text(said)), Some(1020), "{said}");
    }
    assert_eq!(read::clock(&text("17h30")), Some(1050));
    assert_eq!(read::clock(&text("12:30 am")), Some(30));
    assert_eq!(read::clock(&text("24.00")), Some(1440));
    assert_eq!(read::clock(&Cell::Number(17.0)), Some(1020));
    assert_eq!((read::clock(&Cell::Number(1730.0)), read::clock(&text("930"))), (Some(1050), Some(570)));
    assert_eq!(read::clock(&Cell::Number(1790.0)), None);
    assert_eq!(read::clock(&Cell::Number(0.75)), Some(1080));
    for said in
        ["", "25:00", "17:60", "-1", "13 pm", "17:00:00:00", "poldne", "1760", "2500", "99999999999999999999"]
    {
        assert_eq!(read::clock(&text(said)), None, "{said}");
    }
    assert_eq!(read::clock(&Cell::Number(17.5)), None, "half past, or fifty past: nobody knows");
}

#[test]
fn beginning_and_end_may_share_a_cell() {
    for said in ["17.00–20.00", "17:00-20:00", "17.00 do 20.00", "od 17h do 20h", "17 - 20", "5 pm to 8 pm"]
    {
        assert_eq!(read::span(&text(said)), Some((1020, Some(1200))), "{said}");
    }
    assert_eq!(read::span(&text("17.00")), Some((1020, None)));
    assert_eq!(read::span(&text("17.00–kasno")), None);
}

#[test]
fn lengths_say_hours_or_minutes_or_leave_it_to_the_column() {
    for said in
        ["2,5", "2.5", "2:30", "2 h 30 min", "2h30m", "2,5 ure", "150 min", "2.5 hours", "2:30:00", "2:30 h"]
    {
        assert_eq!(read::length(&text(said), Counted::Hours), Some(150), "{said}");
    }
    assert_eq!(read::length(&text("150"), Counted::Minutes), Some(150));
    // Marks between thousands, as spreadsheets of either language put them.
    for said in ["1.250,5", "1,250.5", "1.250,50 h"] {
        assert_eq!(read::length(&text(said), Counted::Hours), Some(75_030), "{said}");
    }
    for said in ["1.25,5", "1.2.3", "1.250.5", "12345.678,9", ",5.5"] {
        assert_eq!(read::length(&text(said), Counted::Hours), None, "{said}");
    }
    // Of an evening 1.250 is an hour and a quarter, of a year a thousand hours.
    assert_eq!(read::length(&text("1.250"), Counted::Hours), Some(75));
    assert_eq!(read::long_length(&text("1.250"), Counted::Hours), Some(75_000));
    assert_eq!(read::long_length(&text("0.250"), Counted::Hours), Some(15));
    assert_eq!(read::long_length(&text("44,5"), Counted::Hours), Some(2_670));
    assert_eq!(read::length(&Cell::Number(2.5), Counted::Hours), Some(150));
    assert_eq!(read::length(&Cell::Clock(150), Counted::Minutes), Some(150));
    assert_eq!(read::length(&Cell::Number(1.0 / 3.0), Counted::Hours), Some(20));
    for said in ["", "dolgo", "2:75", "-2", "2 dni", "1e5", "99999999999999"] {
        assert_eq!(read::length(&text(said), Counted::Hours), None, "{said}");
    }
    for n in [-1.0, f64::INFINITY, 1e300] {
        assert_eq!(read::length(&Cell::Number(n), Counted::Hours), None, "{n}");
    }
}

#[test]
fn numbers_are_whole() {
    for (said, n) in [
        ("12", 12),
        (" 12 ", 12),
        ("12,0", 12),
        ("12.0", 12),
        ("1.234", 1234),
        ("1\u{a0}234", 1234),
        ("-3", -3),
    ] {
        assert_eq!(read::number(&text(said)), Some(n), "{said}");
    }
    for said in ["", "12,5", "cca 20", "20+", "1.23", "12 deklet", "1.2.3", "9999999999999999"] {
        assert_eq!(read::number(&text(said)), None, "{said}");
    }
    assert_eq!(read::number(&Cell::Number(12.0)), Some(12));
    assert_eq!(read::number(&Cell::Number(12.5)), None);
}

#[test]
fn shares_and_yes_and_status() {
    for cell in [text("25 %"), text("25%"), text("25"), Cell::Number(0.25), Cell::Number(25.0)] {
        assert_eq!(read::share(&cell), Some(0.25), "{cell:?}");
    }
    assert_eq!(read::share(&text("125 %")), None);
    assert_eq!(
        (read::yes(&text("da")), read::yes(&text("Ne")), read::yes(&text("morda"))),
        (Some(true), Some(false), None)
    );
    assert_eq!((read::held(&text("Izvedeno")), read::held(&text("ODPADLO"))), (Some(true), Some(false)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_day_is_read_back_however_it_is_written(n in 0i64..40_000, way in 0usize..6) {
        let day = day("1990-01-01") + chrono::TimeDelta::days(n);
        let said = match way {
            0 => day.format("%-d. %-m. %Y").to_string(),
            1 => day.format("%d.%m.%Y").to_string(),
            2 => day.format("%Y-%m-%d").to_string(),
            3 => day.format("%-d/%-m/%Y").to_string(),
            4 => day.format("%Y/%m/%d").to_string(),
            _ => format!("{}. {} {}", day.format("%-d"), ["januar", "februar", "marec", "april", "maj", "junij", "julij", "avgust", "september", "oktober", "november", "december"][chrono::Datelike::month0(&day) as usize], day.format("%Y")),
        };
        prop_assert_eq!(read::date(&text(&said)), Some(day));
    }

    #[test]
    fn a_time_is_read_back(minutes in 0i64..1440, mark in prop_oneof![Just(':'), Just('.')], wide in any::<bool>()) {
        let (h, m) = (minutes / 60, minutes % 60);
        let said = if wide { format!("{h:02}{mark}{m:02}") } else { format!("{h}{mark}{m:02}") };
        prop_assert_eq!(read::clock(&text(&said)), Some(minutes));
        let ahead = (minutes + 90) % 1440;
        let both = format!("{said}–{}{mark}{:02}", ahead / 60, ahead % 60);
        prop_assert_eq!(read::span(&text(&both)), Some((minutes, Some(ahead))));
    }

    #[test]
    fn a_length_and_a_number_are_read_back(n in 0i64..10_000) {
        prop_assert_eq!(read::number(&text(&n.to_string())), Some(n));
        prop_assert_eq!(read::length(&text(&format!("{}:{:02}", n / 60, n % 60)), Counted::Hours), Some(n));
        prop_assert_eq!(read::length(&text(&format!("{n} min")), Counted::Hours), Some(n));
        let hours = format!("{:.2}", n as f64 / 60.0).replace('.', ",");
        let read = read::length(&text(&hours), Counted::Hours).unwrap();
        prop_assert!((read - n).abs() <= 1);
    }

    #[test]
    fn whatever_stands_in_a_cell_is_read_or_not(said in "\\PC{0,20}", n in any::<f64>()) {
        for cell in [text(&said), Cell::Number(n), Cell::Clock(n as i64)] {
            let _ = (read::date(&cell), read::clock(&cell), read::span(&cell), read::number(&cell), read::share(&cell));
            let _ = (read::length(&cell, Counted::Hours), read::length(&cell, Counted::Minutes), read::yes(&cell), read::held(&cell));
            let _ = super::super::sums::stretch_of(&cell);
        }
    }
}
