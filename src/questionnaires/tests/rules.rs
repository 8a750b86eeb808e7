//! What is wrong with a questionnaire, what is missing in a language, and what the program brings.

use crate::i18n::{Lang, Text18};
use crate::questionnaires::check::{Fault, Missing, Part, Place, check, missing};
use crate::questionnaires::content::{Area, Choice, Condition, Content, Item, LONGEST, Scale};
use crate::questionnaires::shipped::shipped;

pub fn item(code: &str, scale: Scale) -> Item {
    Item {
        code: code.to_owned(),
        area: None,
        text: Text18::two("Vprašanje", "A question"),
        easy: Text18::default(),
        scale,
        reversed: false,
        sensitive: None,
        off: false,
        only_if: None,
    }
}

pub fn content(items: Vec<Item>) -> Content {
    Content {
        languages: vec!["sl".into(), "en".into()],
        areas: vec![Area { code: "safe".into(), name: Text18::two("Varnost", "Safety") }],
        items,
    }
}

fn choice(code: &str) -> Choice {
    Choice { code: code.to_owned(), text: Text18::two("da", "yes") }
}

/// The keys of what is wrong.
fn keys(content: &Content) -> Vec<&'static str> {
    check(content).into_iter().map(|fault| fault.key).collect()
}

#[test]
fn what_the_program_brings_holds_and_is_whole_in_every_language_it_offers() {
    assert_eq!(shipped().len(), 4);
    for it in shipped() {
        assert_eq!(check(&it.content), [], "{}", it.code);
        for lang in Lang::ALL {
            assert!(it.content.languages.iter().any(|it| it == lang.code()));
        }
        for lang in &it.content.languages {
            assert_eq!(missing(&it.content, lang), [], "{} in {lang}", it.code);
            assert!(it.name.get(lang).is_some());
        }
        // Each area is asked about, and by something that is scored.
        for area in &it.content.areas {
            let of = it.content.asked().filter(|item| item.area.as_ref() == Some(&area.code));
            let scored: Vec<bool> = of.map(|item| item.scale.steps().is_some()).collect();
            assert!(!scored.is_empty() && scored.iter().all(|it| *it));
        }
        // What is nobody's business is not asked unless somebody switches it on.
        assert!(it.content.items.iter().all(|item| item.sensitive.is_none() || item.off));
        assert!(it.content.items.iter().any(|item| item.scale == Scale::Gender));
        assert!(it.content.items.iter().any(|item| item.scale == Scale::Age));
    }
    let open = &shipped()[0].content;
    assert_eq!(open.items.iter().filter(|item| item.scale == Scale::Agree5).count(), 24);
    assert_eq!(open.items.iter().filter(|item| item.reversed).count(), 3);
}

#[test]
fn codes_are_plain_and_stand_once() {
    assert_eq!(keys(&content(vec![item("a", Scale::Agree5)])), [] as [&str; 0]);
    for odd in ["", "A", "a-b", "1a", "č", "dont_know", "key", &"a".repeat(33)] {
        assert_eq!(keys(&content(vec![item(odd, Scale::Agree5)])), ["questionnaire-code-odd"], "{odd}");
    }
    let twice = content(vec![item("a", Scale::Agree5), item("a", Scale::YesNo)]);
    assert_eq!(keys(&twice), ["questionnaire-code-twice"]);
    let mut areas = content(vec![item("a", Scale::Agree5)]);
    areas.areas.push(areas.areas[0].clone());
    let fault =
        Fault { place: Place::Area("safe".into()), key: "questionnaire-code-twice", it: "safe".to_owned() };
    assert_eq!(check(&areas), [fault]);
}

#[test]
fn an_area_holds_what_is_scored_and_asked_of_everybody() {
    let mut fits = item("a", Scale::Agree4);
    fits.area = Some("safe".into());
    assert_eq!(keys(&content(vec![fits.clone()])), [] as [&str; 0]);
    let mut sensitive = fits.clone();
    sensitive.sensitive = Some(Text18::two("Zato", "Because"));
    assert_eq!(keys(&content(vec![sensitive])), ["questionnaire-area-unscored"]);
    let mut open = fits.clone();
    open.scale = Scale::Open;
    assert_eq!(keys(&content(vec![open])), ["questionnaire-area-unscored"]);
    let mut unknown = fits.clone();
    unknown.area = Some("fair".into());
    assert_eq!(keys(&content(vec![unknown])), ["questionnaire-area-unknown"]);
    let mut turned = item("a", Scale::Open);
    turned.reversed = true;
    assert_eq!(keys(&content(vec![turned])), ["questionnaire-reversed-unscored"]);
}

#[test]
fn what_is_sensitive_says_why_and_hides_nothing_else() {
    let mut it = item("born", Scale::YesNo);
    it.sensitive = Some(Text18::default());
    assert_eq!(keys(&content(vec![it.clone()])), ["questionnaire-reason-missing"]);
    it.sensitive = Some(Text18::two("Zato", "Because"));
    assert_eq!(keys(&content(vec![it.clone()])), [] as [&str; 0]);
    // Whether a question was asked would tell what was said to a sensitive one.
    let mut after = item("after", Scale::Open);
    after.only_if = Some(Condition { item: "born".into(), any_of: vec!["yes".into()] });
    assert_eq!(keys(&content(vec![it.clone(), after])), ["questionnaire-condition-sensitive"]);
    it.scale = Scale::Open;
    assert_eq!(keys(&content(vec![it])), ["questionnaire-sensitive-scale"]);
}

#[test]
fn conditions_look_back_at_something_that_can_be_chosen() {
    let asked = |of: &str, any_of: &[&str]| {
        let mut it = item("why", Scale::Open);
        let any_of = any_of.iter().map(|code| (*code).to_owned()).collect();
        it.only_if = Some(Condition { item: of.into(), any_of });
        it
    };
    let first = item("safe_1", Scale::Agree5);
    let both = |it: Item| content(vec![first.clone(), it]);
    assert_eq!(keys(&both(asked("safe_1", &["1", "2"]))), [] as [&str; 0]);
    assert_eq!(keys(&both(asked("safe_1", &[]))), ["questionnaire-condition-empty"]);
    assert_eq!(keys(&both(asked("safe_1", &["6"]))), ["questionnaire-condition-unknown"]);
    assert_eq!(keys(&both(asked("why", &["1"]))), ["questionnaire-condition-later"]);
    assert_eq!(
        keys(&content(vec![asked("safe_1", &["1"]), first.clone()])),
        ["questionnaire-condition-later"]
    );
    assert_eq!(
        keys(&content(vec![item("often", Scale::Open), asked("often", &["x"])])),
        ["questionnaire-condition-unknown"]
    );
}

#[test]
fn choices_numbers_and_the_whole_have_bounds() {
    let one = |choices: Vec<Choice>| content(vec![item("a", Scale::One(choices))]);
    assert_eq!(keys(&one(vec![choice("x"), choice("2")])), [] as [&str; 0]);
    assert_eq!(keys(&one(vec![choice("x")])), ["questionnaire-few-choices"]);
    assert_eq!(keys(&one(vec![choice("x"), choice("x")])), ["questionnaire-choice-twice"]);
    assert_eq!(keys(&one(vec![choice("x"), choice("X")])), ["questionnaire-choice-odd"]);
    let many = (0..21).map(|n| choice(&format!("c{n}"))).collect();
    assert_eq!(keys(&one(many)), ["questionnaire-many-choices"]);
    let number = |least, most| content(vec![item("a", Scale::Number { least, most })]);
    assert_eq!(keys(&number(0, 99)), [] as [&str; 0]);
    for (least, most) in [(1, 1), (-1, 5), (0, 10_001)] {
        assert_eq!(keys(&number(least, most)), ["questionnaire-bounds-odd"]);
    }
    assert_eq!(keys(&content(vec![])), ["questionnaire-asks-nothing"]);
    let mut off = item("a", Scale::Agree5);
    off.off = true;
    assert_eq!(keys(&content(vec![off, item("g", Scale::Gender)])), ["questionnaire-asks-nothing"]);
    let ages = content(vec![item("a", Scale::Age), item("b", Scale::Age), item("c", Scale::YesNo)]);
    assert_eq!(keys(&ages), ["questionnaire-background-twice"]);
    let many = (0..81).map(|n| item(&format!("a{n}"), Scale::YesNo)).collect();
    assert_eq!(keys(&content(many)), ["questionnaire-many-items"]);
    let mut long = item("a", Scale::YesNo);
    long.text = Text18::one("sl", "č".repeat(LONGEST + 1));
    assert_eq!(keys(&content(vec![long])), ["questionnaire-text-long"]);
    let mut languages = content(vec![item("a", Scale::YesNo)]);
    languages.languages = vec!["sl".into(), "sl".into()];
    assert_eq!(keys(&languages), ["questionnaire-language-odd"]);
    languages.languages = vec![];
    assert_eq!(keys(&languages), ["questionnaire-no-language"]);
}

#[test]
fn what_a_language_lacks_is_named_and_stood_in_for() {
    let mut it = item("a", Scale::One(vec![choice("x"), choice("y")]));
    it.easy = Text18::one("sl", "Preprosto");
    let mut all = content(vec![it]);
    let place = || Place::Item("a".into());
    assert_eq!(missing(&all, "sl"), []);
    assert_eq!(missing(&all, "en"), [Missing { place: place(), part: Part::Easy }]);
    let german = missing(&all, "de");
    assert_eq!(german.len(), 5, "{german:?}");
    assert!(german.contains(&Missing { place: place(), part: Part::Choice("y".into()) }));
    all.items[0].text.set("de", "  ");
    let text = all.items[0].text.clone();
    assert_eq!(all.said(&text, "de"), "Vprašanje");
    assert_eq!(all.said(&text, "en"), "A question");
}

#[test]
fn what_is_stored_reads_back() {
    for it in shipped() {
        let json = serde_json::to_string(&it.content).unwrap();
        let back: Content = serde_json::from_str(&json).unwrap();
        assert_eq!(back, it.content);
    }
}
