//! Periods, colours and steps, alone.

use chrono::NaiveDate;
use proptest::prelude::*;

use crate::i18n::{Lang, Words};
use crate::measures::{Measure, Period};
use crate::pictures::span;
use crate::pictures::tiles::Steps;
use crate::units::look::{Colour, Tones, WHITE};

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

#[test]
fn one_code_is_one_period_and_nonsense_is_none() {
    for (code, from, until) in [
        ("2025", day(2025, 1, 1), day(2026, 1, 1)),
        ("2025-H1", day(2025, 1, 1), day(2025, 7, 1)),
        ("2025-H2", day(2025, 7, 1), day(2026, 1, 1)),
        ("2025-06", day(2025, 6, 1), day(2025, 7, 1)),
        ("2024-12", day(2024, 12, 1), day(2025, 1, 1)),
    ] {
        let period = Period::from_code(code).unwrap();
        assert_eq!((period.from, period.until), (from, until), "{code}");
        assert_eq!(period.code(), code);
    }
    for code in [
        "",
        "25",
        "2025-13",
        "2025-00",
        "2025-6",
        "2025-H3",
        "2025-h1",
        "-2025",
        "99999",
        "2025-06-01",
        "+025",
    ] {
        assert_eq!(Period::from_code(code), None, "{code}");
    }
}

#[test]
fn the_month_that_is_over_and_what_is_offered() {
    assert_eq!(span::latest_month(day(2026, 1, 1)).code(), "2025-12");
    assert_eq!(span::latest_month(day(2026, 10, 31)).code(), "2026-09");
    let [months, halves, years] = span::offered(day(2026, 11, 26));
    let first = |all: &[Period]| all.iter().take(2).map(Period::code).collect::<Vec<_>>();
    assert_eq!(first(&months), ["2026-11", "2026-10"]);
    assert_eq!(first(&halves), ["2026-H2", "2026-H1"]);
    assert_eq!(first(&years), ["2026", "2025"]);
}

#[test]
fn the_period_before_is_whole_or_as_much_of_it_as_has_been() {
    let before = |code: &str, today: NaiveDate| {
        let period = Period::from_code(code).unwrap();
        let before = span::before(&period, &period.so_far(today));
        (before.from, before.last())
    };
    let later = day(2027, 1, 1);
    assert_eq!(before("2025", later), (day(2024, 1, 1), day(2024, 12, 31)));
    assert_eq!(before("2026-H1", later), (day(2025, 7, 1), day(2025, 12, 31)));
    assert_eq!(before("2026", day(2026, 3, 1)), (day(2025, 1, 1), day(2025, 3, 1)));
    assert_eq!(before("2025", day(2025, 3, 1)), (day(2024, 1, 1), day(2024, 3, 1)));
    assert_eq!(before("2026-10", day(2026, 10, 14)), (day(2026, 9, 1), day(2026, 9, 14)));
}

#[test]
fn steps_are_round_and_say_what_they_mean() {
    let w = Words(Lang::Sl);
    let steps = Steps::reaching(930.0, true);
    assert_eq!(steps.width, 250.0);
    let said: Vec<String> = (0..4).map(|step| steps.words(w, Measure::Visits, step)).collect();
    assert_eq!(said, ["0–249", "250–499", "500–749", "750–1.000"]);
    assert_eq!(Steps::reaching(2.0, true).width, 1.0);
    assert_eq!(Steps::reaching(0.0, true).words(w, Measure::Visits, 0), "0");
    assert_eq!(Steps::reaching(38.0, false).words(w, Measure::CreatedShare, 1), "10–20\u{a0}%");
}

proptest! {
    #[test]
    fn every_value_has_its_step(most in 0.0..1e7f64, share in 0.0..=1.0f64, whole: bool) {
        let most = if whole { most.round() } else { most };
        let steps = Steps::reaching(most, whole);
        let value = if whole { (most * share).round() } else { most * share };
        let step = steps.of(value);
        prop_assert!(steps.width * 4.0 >= most * 0.999);
        #[allow(clippy::cast_precision_loss)]
        let from = steps.width * step as f64;
        prop_assert!(from <= value && value <= from + steps.width * 1.001);
    }

    #[test]
    fn words_can_be_read_on_any_colour_somebody_chooses(r: u8, g: u8, b: u8) {
        let tones = Tones::of(Some(Colour(r, g, b)));
        prop_assert!(tones.main.contrast(WHITE) >= 5.5);
        prop_assert!(tones.main.contrast(tones.pale) >= 4.5, "{} on {}", tones.pale.hex(), tones.main.hex());
        let below = tones.main.mixed(tones.card, 0.12);
        prop_assert!(below.contrast(WHITE) >= 4.0, "{}", below.hex());
        for ground in [tones.card, tones.paper] {
            prop_assert!(tones.main.contrast(ground) >= 4.5);
            prop_assert!(tones.soft.contrast(ground) >= 4.5 && tones.ink.contrast(ground) >= 7.0);
        }
        for step in tones.steps {
            prop_assert!(step.contrast(step.words()) >= 4.5, "{}", step.hex());
        }
    }
}
