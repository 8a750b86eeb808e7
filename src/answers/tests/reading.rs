//! Reading answers out of forms, and what follows from them.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::scene::{any_content, any_fields, content, item, only_if, rng};
use crate::answers::{Age, Value, asked, body, complete, read, read_body};
use crate::i18n::{Lang, Words};
use crate::questionnaires::{Content, LONGEST_ANSWER, Scale};
use crate::vocabulary::Gender;

fn fields(fields: &[(&str, &str)]) -> Vec<(String, String)> {
    fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn a_form_is_read_as_it_was_meant() {
    let sent = fields(&[
        ("key", "8c7c"),
        ("lang", "en"),
        ("safe", "2"),
        ("why", "  It is dark\r\nand\tcold.\0 \r\n"),
        ("fair", "4"),
        ("again", "yes"),
        ("when", "later"),
        ("how", "dont_know"),
        ("what", "talk"),
        ("what", "music"),
        ("what", "talk"),
        ("number", " 12 "),
        ("best", "   "),
        ("gender", "non_binary"),
        ("age", "second"),
    ]);
    let given = read(&content(), "en", &sent).unwrap();
    assert_eq!((given.gender, given.age), (Some(Gender::NonBinary), Some(Age::Second)));
    assert_eq!(given.language, "en");
    let expected = [
        ("again", Value::Step(1)),
        ("fair", Value::Step(3)),
        ("how", Value::DontKnow),
        ("number", Value::Number(12)),
        ("safe", Value::Step(1)),
        ("what", Value::Many(vec!["music".into(), "talk".into()])),
        ("when", Value::Choice("later".into())),
    ];
    assert_eq!(given.values, expected.map(|(code, value)| (code.to_owned(), value)).into());
    assert_eq!(given.texts, BTreeMap::from([("why".to_owned(), "It is dark\nand cold.".to_owned())]));
    assert_eq!(
        body(&given.values),
        r#"{"again":1,"fair":3,"how":null,"number":12,"safe":1,"what":["music","talk"],"when":"later"}"#
    );
    let quiet = fields(&[("gender", "dont_know"), ("age", "")]);
    let given = read(&content(), "sl", &quiet).unwrap();
    assert_eq!((given.gender, given.age, given.values.len()), (None, None, 0), "not said is not asked");
}

#[test]
fn whatever_does_not_fit_is_named_in_words() {
    let long = "č".repeat(LONGEST_ANSWER + 1);
    let pairs = "👩".repeat(LONGEST_ANSWER / 2 + 1);
    let name = "x".repeat(100);
    for (sent, field, key) in [
        (&[("forged", "1")][..], "forged", "answers-no-such-question"),
        (&[(&name, "1")], &name[..32], "answers-no-such-question"),
        (&[("safe", "6")], "safe", "answers-no-such-choice"),
        (&[("safe", "0")], "safe", "answers-no-such-choice"),
        (&[("safe", "yes")], "safe", "answers-no-such-choice"),
        (&[("safe", "1"), ("safe", "2")], "safe", "answers-only-one"),
        (&[("gender", "unknown")], "gender", "answers-no-such-choice"),
        (&[("age", "fourth")], "age", "answers-no-such-choice"),
        (&[("what", "music"), ("what", "dance")], "what", "answers-no-such-choice"),
        (&[("what", "music"), ("what", "dont_know")], "what", "answers-only-one"),
        (&[("number", "-1")], "number", "answers-number"),
        (&[("number", "10001")], "number", "answers-number"),
        (&[("number", "99999999999999999999999")], "number", "answers-number"),
        (&[("number", "3.5")], "number", "answers-number"),
        (&[("number", "3"), ("number", "dont_know")], "number", "answers-only-one"),
        (&[("best", &long)], "best", "answers-long"),
        (&[("best", &pairs)], "best", "answers-long"),
        (&[("best", "one"), ("best", "two")], "best", "answers-only-one"),
        (&[("why", "asked of those who are not safe")], "why", "answers-not-asked"),
        (&[("safe", "3"), ("why", "text")], "why", "answers-not-asked"),
        (&[("again", "no"), ("when", "soon")], "when", "answers-not-asked"),
        (&[("how", "1"), ("again", "yes"), ("when", "soon")], "how", "answers-not-asked"),
        (&[("born", "yes")], "born", "answers-not-asked"),
    ] {
        let mut sent = fields(sent);
        sent.push(("fair".into(), "1".into()));
        let wrong = read(&content(), "sl", &sent).unwrap_err();
        assert_eq!(wrong.len(), 1, "{wrong:?}");
        assert_eq!((wrong[0].field.as_str(), wrong[0].key), (field, key));
        for lang in Lang::ALL {
            let said = Words(lang).with(wrong[0].key, &wrong[0].args);
            assert!(!said.contains('⟦') && !said.contains('{'), "{said}");
        }
    }
    let wrong = read(&content(), "de", &fields(&[("safe", "9"), ("fair", "9")])).unwrap_err();
    let named: Vec<&str> = wrong.iter().map(|it| it.field.as_str()).collect();
    assert_eq!(named, ["lang", "safe", "fair"], "all of it at once");
    assert!(read(&content(), "sl", &fields(&[("best", &"č".repeat(LONGEST_ANSWER))])).is_ok());
}

#[test]
fn four_fifths_of_what_was_asked_are_enough() {
    let mut content = Content { languages: vec!["sl".into()], areas: Vec::new(), items: Vec::new() };
    content.items = (0..10).map(|n| item(&format!("q{n}"), Scale::Agree5)).collect();
    content.items.push(item("best", Scale::Open));
    let answered = |content: &Content, n: usize, what: &str| {
        let sent: Vec<_> = (0..n).map(|n| (format!("q{n}"), what.to_owned())).collect();
        complete(content, &read(content, "sl", &sent).unwrap().values)
    };
    for (n, whole) in [(0, false), (7, false), (8, true), (10, true)] {
        assert_eq!(answered(&content, n, "3"), whole, "{n}");
        assert_eq!(answered(&content, n, "dont_know"), whole, "whoever does not know has answered");
    }
    for n in 8..10 {
        content.items[n] = only_if(item(&format!("q{n}"), Scale::Agree5), "q0", &["5"]);
    }
    assert!(!answered(&content, 6, "3") && answered(&content, 7, "3"), "7 of 8: two were not asked");
    assert!(!answered(&content, 7, "5"), "7 of 10");
    content.items[9].off = true;
    assert!(!answered(&content, 7, "5") && answered(&content, 8, "5"), "7 and 8 of 9");
    content.items.retain(|item| item.scale == Scale::Open);
    assert!(answered(&content, 0, ""), "nothing was asked that could be missing");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_answer_is_read_and_its_body_says_the_same(seed in any::<u64>()) {
        let mut rng = rng(seed);
        let content = any_content(&mut rng);
        let sent = any_fields(&content, &mut rng);
        let given = read(&content, "sl", &sent).unwrap();
        prop_assert_eq!(read_body(&content, &body(&given.values)), Some(given.values.clone()));
        let asked: Vec<&str> = asked(&content, &given.values).map(|item| item.code.as_str()).collect();
        for code in given.values.keys().chain(given.texts.keys()) {
            prop_assert!(asked.contains(&code.as_str()), "only what was asked: {}", code);
        }
        let answered: std::collections::BTreeSet<&String> = sent.iter().map(|(code, _)| code).collect();
        let background = [given.gender.is_some(), given.age.is_some()].iter().filter(|it| **it).count();
        let kept = given.values.len() + given.texts.len() + background;
        let silent = sent.iter().filter(|(code, value)| {
            (code == "gender" || code == "age") && value == "dont_know"
        });
        prop_assert_eq!(kept + silent.count(), answered.len(), "nothing is lost");
    }

    #[test]
    fn nothing_that_is_sent_makes_it_stumble(seed in any::<u64>(), odd in "\\PC{0,12}", n in 0usize..4) {
        let mut rng = rng(seed);
        let content = any_content(&mut rng);
        let mut sent = any_fields(&content, &mut rng);
        for field in sent.iter_mut().rev().take(n) {
            field.1.clone_from(&odd);
        }
        sent.push((odd.clone(), odd));
        if let Ok(given) = read(&content, "sl", &sent) {
            prop_assert_eq!(read_body(&content, &body(&given.values)), Some(given.values));
        }
    }
}
