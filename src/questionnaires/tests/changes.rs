//! Changing what a version asks, one step at a time.

use super::rules::{content, item};
use crate::i18n::Text18;
use crate::questionnaires::changing::{Change, Spot, spots};
use crate::questionnaires::content::{Area, Choice, Condition, Content, Scale};
use crate::questionnaires::shipped::shipped;

fn keys(done: Result<Content, Vec<crate::questionnaires::Fault>>) -> Vec<&'static str> {
    done.unwrap_err().into_iter().map(|fault| fault.key).collect()
}

fn asked() -> Content {
    let mut why = item("why", Scale::Open);
    why.only_if = Some(Condition { item: "a".into(), any_of: vec!["1".into()] });
    content(vec![item("a", Scale::Agree5), why, item("b", Scale::YesNo)])
}

fn order(content: &Content) -> Vec<&str> {
    content.items.iter().map(|item| item.code.as_str()).collect()
}

#[test]
fn a_question_is_added_once_and_renamed_with_what_looks_at_it() {
    let put = |was: Option<&str>, code: &str| Change::Item {
        was: was.map(str::to_owned),
        is: Box::new(item(code, Scale::Agree5)),
    };
    let once = asked().changed(&put(None, "c")).unwrap();
    assert_eq!(order(&once), ["a", "why", "b", "c"]);
    assert_eq!(once.changed(&put(None, "c")).unwrap(), once, "sent twice");
    let other = Change::Item { was: None, is: Box::new(item("c", Scale::YesNo)) };
    assert_eq!(keys(once.changed(&other)), ["questionnaire-code-twice"]);
    let renamed = asked().changed(&put(Some("a"), "safe")).unwrap();
    assert_eq!(renamed.items[1].only_if.as_ref().unwrap().item, "safe");
}

#[test]
fn what_would_break_something_is_refused() {
    let later = Change::Place { item: "a".into(), at: 2 };
    assert_eq!(keys(asked().changed(&later)), ["questionnaire-condition-later"]);
    let gone = Change::Remove { item: "a".into() };
    assert_eq!(keys(asked().changed(&gone)), ["questionnaire-condition-later"]);
    let fine = asked().changed(&Change::Place { item: "b".into(), at: 0 }).unwrap();
    assert_eq!(order(&fine), ["b", "a", "why"]);
    assert_eq!(fine.changed(&Change::Remove { item: "x".into() }).unwrap(), fine);
    // What was wrong before may be mended bit by bit.
    let empty = Content { languages: vec!["sl".into()], ..Content::default() };
    let first = Change::Item { was: None, is: Box::new(item("a", Scale::Agree5)) };
    assert_eq!(order(&empty.changed(&first).unwrap()), ["a"]);
}

#[test]
fn areas_take_their_questions_along() {
    let mut all = asked();
    all.items[0].area = Some("safe".into());
    let area = |code: &str| Area { code: code.into(), name: Text18::two("Mir", "Peace") };
    let renamed = all.changed(&Change::Areas(vec![(Some("safe".into()), area("calm"))])).unwrap();
    assert_eq!(renamed.items[0].area.as_deref(), Some("calm"));
    let gone = all.changed(&Change::Areas(vec![(None, area("calm"))])).unwrap();
    assert_eq!(gone.items[0].area, None);
    let twice = Change::Areas(vec![(None, area("calm")), (None, area("calm"))]);
    assert_eq!(keys(all.changed(&twice)), ["questionnaire-code-twice"]);
}

#[test]
fn a_language_comes_moves_first_and_goes_with_all_that_is_said_in_it() {
    let shipped = &shipped()[0].content;
    let texts: Vec<(Spot, String)> =
        spots(shipped).into_iter().map(|spot| (spot.clone(), format!("de {}", spot.field()))).collect();
    let german = shipped.changed(&Change::Language { lang: "de".into(), texts }).unwrap();
    assert_eq!(german.languages, ["sl", "en", "de"]);
    assert_eq!(crate::questionnaires::missing(&german, "de"), []);
    assert_eq!(german.items[0].text.get("de"), Some("de text-safe_1"));
    let first = german.changed(&Change::First("de".into())).unwrap();
    assert_eq!(first.languages, ["de", "sl", "en"]);
    let gone = first.changed(&Change::Without("de".into())).unwrap();
    assert_eq!(&gone, shipped);
    let alone = content(vec![item("a", Scale::YesNo)]);
    let none = alone.changed(&Change::Without("sl".into())).unwrap();
    assert_eq!(
        keys(none.changed(&Change::Without("en".into()))),
        ["questionnaire-no-language", "questionnaire-area-nameless", "questionnaire-item-wordless"]
    );
}

#[test]
fn clearing_a_text_takes_it_back() {
    let choice = |code: &str| Choice { code: code.into(), text: Text18::two("da", "yes") };
    let all = content(vec![item("a", Scale::Many(vec![choice("x"), choice("y")]))]);
    let spot = Spot::Choice("a".into(), "y".into());
    let say = |said: &str| Change::Language { lang: "en".into(), texts: vec![(spot.clone(), said.into())] };
    let cleared = all.changed(&say("")).unwrap();
    assert_eq!(cleared.items[0].scale.choices()[1].text, Text18::one("sl", "da"));
    assert_eq!(cleared.changed(&say("yes")).unwrap(), all);
    let unknown = Change::Language { lang: "en".into(), texts: vec![(Spot::Text("z".into()), "?".into())] };
    assert_eq!(all.changed(&unknown).unwrap(), all);
}
