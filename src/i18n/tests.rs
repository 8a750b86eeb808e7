use chrono::NaiveDate;
use proptest::prelude::*;

use super::sentences::sources;
use super::spoken::offered;
use super::{Arg, Lang, Spoken, Words, tongue};

const SL: Words = Words(Lang::Sl);
const EN: Words = Words(Lang::En);

#[test]
fn numbers_are_written_as_the_language_does() {
    assert_eq!(SL.int(1_234_567), "1.234.567");
    assert_eq!(EN.int(-1234), "\u{2212}1,234");
    assert_eq!(SL.decimal(2874.5, 1), "2.874,5");
    assert_eq!(SL.decimal(0.04, 1), "0,0");
    assert_eq!(SL.decimal(-0.04, 1), "0,0");
    assert_eq!(SL.decimal(1.96, 1), "2,0");
    assert_eq!(SL.decimal(12.05, 2), "12,05");
    assert_eq!(SL.hours(150), "2,5");
    assert_eq!(EN.hours(59_996), "999.9");
    // Never 1.000,0: what is rounded up to a thousand is written as one.
    assert_eq!(SL.hours(59_998), "1.000");
    assert_eq!(SL.hours(-5_266_506), "\u{2212}87.775");
    assert_eq!(Words::unbroken("13–14 let"), "13\u{2060}–\u{2060}14\u{a0}let");
    assert_eq!(SL.percent(0.275, 1), "27,5\u{a0}%");
    assert_eq!(EN.percent(0.275, 1), "27.5%");
    assert_eq!(SL.change(109.0, 100.0).as_deref(), Some("+9\u{a0}%"));
    assert_eq!(SL.change(1.0, 0.0), None);
}

#[test]
fn slovene_has_four_plurals_also_inside_grouped_numbers() {
    let said: Vec<String> = [0, 1, 2, 3, 4, 5, 101, 1102].iter().map(|n| SL.n("visits", *n)).collect();
    let words: Vec<&str> = said.iter().map(|s| s.split('\u{a0}').next_back().unwrap()).collect();
    assert_eq!(words, ["obiskov", "obisk", "obiska", "obiski", "obiski", "obiskov", "obisk", "obiska"]);
    assert_eq!(said[7], "1.102\u{a0}obiska");
}

#[test]
fn dates_and_times_follow_the_language() {
    let date = NaiveDate::from_ymd_opt(2026, 10, 15).unwrap();
    assert_eq!(SL.date(date), "15.\u{a0}10.\u{a0}2026");
    assert_eq!(SL.weekday_date(date), "četrtek, 15.\u{a0}oktober");
    assert_eq!(EN.date(date), "15\u{a0}Oct\u{a0}2026");
    assert_eq!(SL.clock(17 * 60), "17.00");
    assert_eq!(EN.clock(25 * 60 + 5), "1:05");
    assert_eq!(SL.length(180), "3\u{a0}ure");
}

#[test]
fn the_alphabet_is_the_languages_own() {
    let mut names = ["Žalec", "Celje", "Črnomelj", "Zagorje", "Šentjur", "Sevnica"];
    names.sort_by(|a, b| SL.compare(a, b));
    assert_eq!(names, ["Celje", "Črnomelj", "Sevnica", "Šentjur", "Zagorje", "Žalec"]);
}

proptest! {
    #[test]
    fn by_their_keys_texts_stand_in_the_same_order(a in "[a-zčšžćđA-ZČŠŽ0-9 .–-]{0,8}|\\PC{0,6}", b in "[a-zčšžćđA-ZČŠŽ0-9 .–-]{0,8}|\\PC{0,6}") {
        for w in [SL, EN] {
            prop_assert_eq!(w.alphabetic(&a).cmp(&w.alphabetic(&b)), w.compare(&a, &b));
        }
    }
}

#[test]
fn the_best_offered_language_is_taken() {
    assert_eq!(Lang::accepted("de-AT,de;q=0.9,sl;q=0.8,en;q=0.7"), Some(Lang::Sl));
    assert_eq!(Lang::accepted("en-GB,sl;q=0.5"), Some(Lang::En));
    assert_eq!(Lang::accepted("fr"), None);
}

/// Languages that nobody speaks, as files would have them: one written from the right, and one that nobody reviewed.
pub fn made_up() -> Vec<(String, String)> {
    let english = sources("ask.ftl").into_iter().find(|(lang, _)| lang == "en").unwrap().1;
    let line = |line: &str| match line.split_once(" = ") {
        Some(("ask-tongue", _)) => "ask-tongue = Qaaqa".to_owned(),
        Some(("ask-direction", _)) => "ask-direction = rtl".to_owned(),
        Some(("ask-date", _)) => "ask-date = { $y }/{ $m }/{ $d }".to_owned(),
        Some((key, says)) if key.starts_with("ask-") && key != "ask-reviewed" && !says.contains("$n ->") => {
            format!("{key} = qa {says}")
        }
        _ => line.to_owned(),
    };
    let made = english.lines().map(line).collect::<Vec<_>>().join("\n");
    let draft =
        made.lines().map(|line| if line.starts_with("ask-reviewed") { "ask-reviewed = no" } else { line });
    let draft = draft.collect::<Vec<_>>().join("\n");
    vec![("qaa".to_owned(), made), ("qab".to_owned(), draft)]
}

#[test]
fn a_language_for_young_people_is_one_file_that_is_whole_and_reviewed() {
    let spoken = Spoken::in_language("qaa").unwrap();
    assert_eq!(
        (spoken.lang(), spoken.direction(), spoken.tr("ask-begin")),
        ("qaa", "rtl", "qa Begin".into())
    );
    let day = NaiveDate::from_ymd_opt(2026, 10, 15).unwrap();
    assert_eq!(spoken.with("ask-opens", &[("it", Arg::Day(day))]), "qa You can answer from 2026/10/15 on.");
    assert_eq!(
        (tongue("qaa"), tongue("sl"), tongue("de"), tongue("zz")),
        ("Qaaqa".into(), "Slovenščina".into(), "Deutsch".into(), "zz".into())
    );
    assert!(Spoken::in_language("qab").is_none(), "nobody reviewed it");
    assert_eq!((Spoken::nearest("qab").lang(), Spoken::nearest("sl").lang()), ("en", "sl"));
    assert_eq!((Spoken::accepted("xx, qaa;q=0.8, en").lang(), Spoken::accepted("").lang()), ("qaa", "sl"));
    let mut all = sources("ask.ftl");
    let mut lacking = made_up();
    lacking[0].1 = lacking[0].1.replace("ask-thanks = ", "ask-thankless = ");
    all.extend(lacking);
    let whole = offered(all);
    let whole: Vec<&str> = whole.iter().map(|it| it.lang()).collect();
    assert_eq!(whole, ["sl", "en"], "something is missing in it");
}

#[test]
fn young_people_read_days_as_everybody_does() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let (from, last) = (day("2026-10-05"), day("2026-10-25"));
    for w in [SL, EN] {
        let spoken = Spoken::in_language(w.lang()).unwrap();
        assert_eq!((spoken.date(last), spoken.span(from, last)), (w.date(last), w.span(from, last)));
        assert_eq!(
            (spoken.span(last, last), spoken.span(from, day("2027-01-01"))),
            (w.span(last, last), w.span(from, day("2027-01-01")))
        );
    }
}
