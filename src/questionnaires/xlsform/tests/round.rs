//! What is written reads back as it was, whatever it is.

use proptest::prelude::*;
use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};

use super::*;
use crate::i18n::Text18;
use crate::questionnaires::check::check;
use crate::questionnaires::content::{Area, Choice, Condition};
use crate::questionnaires::xlsform::{scales, write};

const WORDS: [&str; 31] = [
    "Is it safe here?",
    "Šola, igra & čaj < > \" '",
    "=1+1",
    "'=x",
    "''=x",
    "'x",
    "-5",
    "+386",
    "@all",
    "_x0041_",
    "0012",
    "1e5",
    "TRUE",
    "yes",
    "2024-03-01",
    "#N/A",
    "Don't know",
    "Ne vem",
    "You said ${safe} in ${",
    "${",
    "**bold** </b>",
    "💥 ﷺ x",
    "begin_group",
    "select_one x",
    "Strongly agree",
    "a|b,c;d",
    "ʼn ﬁ",
    "]]>",
    "&amp;",
    "\\n",
    "?",
];
const CODES: [&str; 24] = [
    "safe",
    "safe_1",
    "safe_2",
    "agree5",
    "agree4",
    "yes_no",
    "gender",
    "age_class",
    "agree5_list",
    "list",
    "type",
    "name",
    "label",
    "no",
    "yes",
    "start",
    "end",
    "often",
    "group",
    "x",
    "y2",
    "q_",
    "other",
    "why",
];
const CHOICES: [&str; 18] = [
    "1",
    "2",
    "3",
    "4",
    "5",
    "yes",
    "no",
    "98",
    "99",
    "dk",
    "refused",
    "girl",
    "boy",
    "0",
    "0012",
    "x",
    "daily",
    "prefer_not",
];

fn text(rng: &mut StdRng, languages: &[&str]) -> Text18 {
    let mut text = Text18::default();
    for lang in languages {
        let said = match rng.random_range(0..40) {
            0 => "č".repeat(300),
            1..20 => format!("{} {}", WORDS[rng.random_range(0..WORDS.len())], rng.random_range(0..100)),
            _ => WORDS[rng.random_range(0..WORDS.len())].to_owned(),
        };
        if text.is_empty() || rng.random_range(0..4) > 0 {
            text.set(lang, said);
        }
    }
    text
}

/// Some of these, in any order.
fn some<'t>(rng: &mut StdRng, of: &[&'t str], least: usize, most: usize) -> Vec<&'t str> {
    let mut all = of.to_vec();
    all.shuffle(rng);
    all.truncate(rng.random_range(least..=most));
    all
}

fn choices(rng: &mut StdRng, languages: &[&str]) -> Vec<Choice> {
    let codes = match rng.random_range(0..6) {
        0 => vec!["1", "2", "3", "4", "5"],
        1 => vec!["1", "2", "3", "4"],
        2 => some(rng, &["yes", "no"], 2, 2),
        3 => {
            let languages: Vec<String> = languages.iter().map(|it| (*it).to_owned()).collect();
            return scales::offered(&Scale::Agree4, &languages);
        }
        _ => some(rng, &CHOICES, 2, 12),
    };
    codes.into_iter().map(|code| Choice { code: code.to_owned(), text: text(rng, languages) }).collect()
}

fn item(rng: &mut StdRng, code: &str, languages: &[&str], areas: &[Area], before: &[Item]) -> Item {
    let scale = match rng.random_range(0..9) {
        0..3 => Scale::Agree5,
        3 => Scale::Agree4,
        4 => Scale::YesNo,
        5 if before.len() > 1 && rng.random() => {
            // The same list once more.
            let of = before.iter().find_map(|it| (!it.scale.choices().is_empty()).then(|| it.scale.clone()));
            of.unwrap_or(Scale::Open)
        }
        5 => Scale::One(choices(rng, languages)),
        6 => Scale::Many(choices(rng, languages)),
        7 => {
            let least = rng.random_range(0..100);
            Scale::Number { least, most: rng.random_range(least + 1..=10_000) }
        }
        _ => {
            let free = |scale: &Scale| !before.iter().any(|it| it.scale == *scale);
            [Scale::Gender, Scale::Age].into_iter().find(free).unwrap_or(Scale::Open)
        }
    };
    let scored = scale.steps().is_some();
    let may_be_sensitive = !scale.is_background() && scale != Scale::Open;
    let sensitive = (may_be_sensitive && rng.random_range(0..5) == 0).then(|| text(rng, languages));
    let area = (scored && sensitive.is_none() && !areas.is_empty() && rng.random_range(0..5) > 0)
        .then(|| areas[rng.random_range(0..areas.len())].code.clone());
    let about: Vec<&Item> = before
        .iter()
        .filter(|it| it.sensitive.is_none() && !it.scale.is_background() && !it.scale.codes().is_empty())
        .collect();
    let only_if = (!scale.is_background() && !about.is_empty() && rng.random_range(0..3) == 0).then(|| {
        let about = about[rng.random_range(0..about.len())];
        let codes = about.scale.codes();
        let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
        let any_of = some(rng, &codes, 1, codes.len()).into_iter().map(str::to_owned).collect();
        Condition { item: about.code.clone(), any_of }
    });
    Item {
        code: code.to_owned(),
        area,
        text: text(rng, languages),
        easy: if rng.random_range(0..3) == 0 { text(rng, languages) } else { Text18::default() },
        scale,
        reversed: scored && rng.random_range(0..4) == 0,
        sensitive,
        off: rng.random_range(0..5) == 0,
        only_if,
    }
}

fn random(seed: u64) -> (Text18, Content) {
    let rng = &mut StdRng::seed_from_u64(seed);
    let written = some(rng, &["sl", "en", "de", "fi", "sq", "xxx"], 1, 4);
    let offered = rng.random_range(1..=written.len());
    let areas: Vec<Area> = some(rng, &CODES, 0, 5)
        .into_iter()
        .map(|code| Area { code: code.to_owned(), name: text(rng, &written) })
        .collect();
    let mut items: Vec<Item> = Vec::new();
    for code in some(rng, &CODES, 1, 14) {
        let item = item(rng, code, &written, &areas, &items);
        items.push(item);
    }
    let mut all = Content { languages: written.iter().map(|it| (*it).to_owned()).collect(), areas, items };
    all.languages.truncate(offered);
    (text(rng, &written), all)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_reads_back(seed in any::<u64>()) {
        let (name, content) = random(seed);
        // One with nothing to ask is none.
        let faults = check(&content);
        prop_assert!(faults.iter().all(|it| it.key == "questionnaire-asks-nothing"), "{faults:?}");
        prop_assume!(faults.is_empty());
        let bytes = write("a_form", &name, &content).unwrap();
        let sheets = table::read(&bytes, &LIMITS).unwrap();
        // No other tool takes words for a reference to an answer.
        let words = sheets.iter().flat_map(|it| &it.rows).flat_map(|it| &it.cells).map(table::Cell::said);
        let references = words.filter(|it| it.contains("${"));
        prop_assert_eq!(references.filter(|it| !it.contains("}")).count(), 0);
        let back = read(&sheets, "hu");
        for problem in &back.problems {
            prop_assert_eq!(problem.key, "xlsform-words-marks", "{:?}", told(&back));
        }
        prop_assert_eq!(back.content, Some(content));
        prop_assert_eq!(back.name, name);
        prop_assert_eq!(back.code.as_deref(), Some("a_form"));
    }
}
