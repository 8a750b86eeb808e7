//! The rules alone.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate, Utc};
use proptest::prelude::*;
use uuid::Uuid;

use super::date;
use crate::i18n::Text18;
use crate::reflections::answer::{Answer, LONGEST, Meant, Said, Typed, meant};
use crate::reflections::series::{Counted, Sought, tallied};
use crate::reflections::set::{Question, Scale, Set};
use crate::reflections::typed::{TypedQuestion, TypedSet};
use crate::vocabulary::Kind;

fn question(n: u128, scale: Scale, from_on: NaiveDate, retired_on: Option<NaiveDate>) -> Question {
    let words = Text18::one("sl", format!("Vprašanje {n}"));
    let position = i64::try_from(n).unwrap();
    let id = Uuid::from_u128(n + 1);
    Question { id, set_id: Uuid::nil(), position, words, scale, from_on, retired_on, replaces: None }
}

fn set(kinds: &[Kind], from_on: NaiveDate, until_on: Option<NaiveDate>, questions: Vec<Question>) -> Set {
    let (id, unit_id, name) = (Uuid::nil(), Uuid::nil(), Text18::one("sl", "Po večeru"));
    Set { id, unit_id, name, kinds: kinds.to_vec(), from_on, until_on, questions }
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (0u64..60).prop_map(|n| date(2026, 9, 1) + Days::new(n))
}

fn scale() -> impl Strategy<Value = Scale> {
    prop_oneof![Just(Scale::Text), Just(Scale::Agree5), Just(Scale::YesNo)]
}

proptest! {
    #[test]
    fn a_question_is_asked_on_the_days_of_its_set_and_its_own(
        from in day(), until in proptest::option::of(day()), begun in day(), retired in proptest::option::of(day()),
        on in day(), scale in scale(), kind in 0usize..5, one in 0usize..5, all in any::<bool>(),
    ) {
        let (kind, one) = (Kind::ALL[kind], Kind::ALL[one]);
        let kinds = if all { vec![] } else { vec![one] };
        let asked = question(0, scale, begun, retired);
        let set = set(&kinds, from, until, vec![asked.clone()]);
        let on_time = from <= on && begun <= on && until.is_none_or(|it| on < it) && retired.is_none_or(|it| on < it);
        let talk_in_words = kind == Kind::OneToOne && scale == Scale::Text;
        prop_assert_eq!(set.asks(&asked, kind, on), on_time && (all || kind == one) && !talk_in_words);
    }

    #[test]
    fn a_question_goes_to_its_place_and_no_other_is_lost(
        retired in proptest::collection::vec(any::<bool>(), 1..8), which in 0usize..8, at in 0usize..10,
    ) {
        let from = date(2026, 9, 1);
        let one = |(n, retired): (u128, &bool)| question(n, Scale::YesNo, from, retired.then_some(from));
        let mut it = set(&[], from, None, (0..).zip(&retired).map(one).collect());
        let before = it.clone();
        let id = Uuid::from_u128(u128::try_from(which % retired.len() + 1).unwrap());
        it.place(id, at);
        let ids = |set: &Set| set.questions.iter().map(|it| it.id).collect::<BTreeSet<_>>();
        prop_assert_eq!(ids(&it), ids(&before));
        if retired[which % retired.len()] {
            prop_assert_eq!(it, before);
            return Ok(());
        }
        let order: Vec<Uuid> = it.standing().map(|it| it.id).collect();
        prop_assert_eq!(order.iter().position(|it| *it == id), Some(at.min(order.len() - 1)));
        let others = |set: &Set| set.standing().map(|it| it.id).filter(|it| *it != id).collect::<Vec<_>>();
        prop_assert_eq!(others(&it), others(&before));
        let positions: Vec<i64> = it.questions.iter().map(|it| it.position).collect();
        prop_assert_eq!(positions, (0..i64::try_from(retired.len()).unwrap()).collect::<Vec<_>>());
    }

    #[test]
    fn a_form_sent_again_changes_nothing_and_one_that_knew_less_is_told(
        scale in scale(), first in "[a-z0-5]{0,2}", second in "[a-z0-5]{0,2}", back in any::<bool>(),
    ) {
        let asked = question(0, scale, date(2026, 9, 1), None);
        let kept = |said: &Said, version| Answer {
            entry_id: Uuid::nil(),
            question_id: asked.id,
            version,
            answered: *said != Said::Nothing,
            text: if let Said::Words(text) = said { Some(text.clone()) } else { None },
            n: if let Said::Step(n) = said { Some(*n) } else { None },
            by: None,
            at: chrono::DateTime::<Utc>::UNIX_EPOCH,
            command: Uuid::nil(),
        };
        let typed = Typed { value: first, base: 0, back: false };
        let Meant::Change(said) = meant(&asked, None, &typed) else { return Ok(()) };
        let stands = kept(&said, 1);
        prop_assert!(matches!(meant(&asked, Some(&stands), &typed), Meant::Same));
        // Somebody who saw no answer yet, and somebody who saw this one.
        let other = Typed { value: second, base: 0, back };
        let knows = Typed { base: 1, ..other.clone() };
        match meant(&asked, Some(&stands), &knows) {
            Meant::Change(said) => {
                prop_assert!(matches!(meant(&asked, Some(&stands), &other), Meant::Wrong(_)));
                let stands = kept(&said, 2);
                prop_assert!(matches!(meant(&asked, Some(&stands), &knows), Meant::Same));
            }
            Meant::Same => prop_assert!(matches!(meant(&asked, Some(&stands), &other), Meant::Same)),
            Meant::Wrong(_) => prop_assert!(matches!(meant(&asked, Some(&stands), &other), Meant::Wrong(_))),
        }
    }

    #[test]
    fn months_add_up_to_the_whole_and_steps_to_the_answers(
        scale in scale(), from in 0i32..800, long in 0i32..900,
        rows in proptest::collection::vec((0i32..900, any::<bool>(), 0usize..5, 0i64..50), 0..40),
    ) {
        let first = date(2024, 1, 15).num_days_from_ce();
        let day = |n: i32| NaiveDate::from_num_days_from_ce_opt(first + n).unwrap();
        let sought = Sought { from: day(from), until: day(from + long + 1), kind: None, activity: None };
        let values = scale.values();
        let counted = rows.iter().map(|(at, said, step, n)| Counted {
            month: day(from + at.min(&long)).with_day(1).unwrap(),
            said: *said,
            step: (*said && !values.is_empty()).then(|| values[step % values.len()]),
            n: *n,
        });
        let counted: Vec<Counted> = counted.collect();
        let (whole, months) = tallied(scale, &sought, &counted);
        prop_assert_eq!(whole.asked, counted.iter().map(|it| it.n).sum::<i64>());
        prop_assert_eq!(whole.asked, months.iter().map(|(_, it)| it.asked).sum::<i64>());
        prop_assert_eq!(whole.answered, months.iter().map(|(_, it)| it.answered).sum::<i64>());
        prop_assert!(whole.answered <= whole.asked);
        for (n, _) in values.iter().enumerate() {
            prop_assert_eq!(whole.steps[n], months.iter().map(|(_, it)| it.steps[n]).sum::<i64>());
        }
        if !values.is_empty() {
            prop_assert_eq!(whole.steps.iter().sum::<i64>(), whole.answered);
        }
        prop_assert!(months.is_sorted_by(|a, b| a.0 > b.0), "newest first");
    }
}

#[test]
fn a_set_that_begins_earlier_asks_earlier_what_it_asked_from_the_beginning() {
    let (september, october) = (date(2026, 9, 1), date(2026, 10, 1));
    let mut it = set(
        &[],
        september,
        None,
        vec![question(0, Scale::YesNo, september, None), question(1, Scale::YesNo, october, None)],
    );
    it.begin_on(date(2026, 6, 1));
    assert_eq!(it.questions.iter().map(|it| it.from_on).collect::<Vec<_>>(), [date(2026, 6, 1), october]);
}

#[test]
fn what_is_typed_into_a_set_is_read_or_told() {
    let blank = set(&[], date(2026, 9, 1), None, vec![]);
    let typed = TypedSet {
        names: vec![("sl".into(), "  Po \u{0}večeru ".into()), ("en".into(), String::new())],
        kinds: vec!["group".into(), "open".into(), "nonsense".into()],
        from: "1. 10. 2026".into(),
        last: "2026-12-31".into(),
    };
    let read = typed.set(&blank).unwrap();
    assert_eq!((read.name.read("sl"), read.kinds.as_slice()), ("Po večeru", &[Kind::Open, Kind::Group][..]));
    assert_eq!((read.from_on, read.until_on), (date(2026, 10, 1), Some(date(2027, 1, 1))));
    let again = TypedSet::of(&read, &["sl".into(), "en".into()]).set(&read).unwrap();
    assert_eq!(again, read);
    // All of them are none in particular.
    let all = Kind::ALL.iter().map(|kind| kind.code().to_owned()).collect();
    assert!(TypedSet { kinds: all, ..typed.clone() }.set(&blank).unwrap().kinds.is_empty());
    let wrong = |typed: &TypedSet| {
        let wrong = typed.set(&blank).unwrap_err();
        wrong.into_iter().map(|it| format!("{} {}", it.field, it.key)).collect::<Vec<_>>()
    };
    let nothing = TypedSet { names: vec![("sl".into(), " ".into())], ..TypedSet::default() };
    assert_eq!(wrong(&nothing), ["name_sl reflection-name-missing", "from reflection-from-missing"]);
    let early = TypedSet { last: "2026-09-30".into(), ..typed.clone() };
    assert_eq!(wrong(&early), ["last offer-last-early"]);
    assert_eq!(wrong(&TypedSet { last: "kdaj".into(), ..typed }), ["last offer-last-wrong"]);
}

#[test]
fn what_is_typed_into_a_question_is_read_or_told() {
    let typed = |words: &str, scale: &str| TypedQuestion {
        words: vec![("sl".into(), words.into())],
        scale: scale.into(),
    };
    // A language that the form does not show keeps its words.
    let (words, scale) = typed("Kaj?", "text").read(&Text18::two("Kako?", "How?")).unwrap();
    assert_eq!((words, scale), (Text18::two("Kaj?", "How?"), Scale::Text));
    let wrong = |typed: TypedQuestion| typed.read(&Text18::default()).unwrap_err();
    assert_eq!(wrong(typed("Kaj?", "")).pop().unwrap().key, "reflection-scale-missing");
    assert_eq!(wrong(typed("", "text")).pop().unwrap().field, "name_sl");
    assert_eq!(wrong(typed(&"a".repeat(301), "text")).pop().unwrap().key, "reflection-words-long");
    assert!(typed(" \n", "text").is_blank() && !typed("a", "").is_blank());
}

#[test]
fn answers_are_kept_as_people_meant_them() {
    let say = |scale, value: &str| {
        let typed = Typed { value: value.into(), base: 0, back: false };
        meant(&question(0, scale, date(2026, 9, 1), None), None, &typed)
    };
    let words = |text: &str| match say(Scale::Text, text) {
        Meant::Change(Said::Words(text)) => text,
        other => panic!("{other:?}"),
    };
    assert_eq!(words("  Dobro.\r\n\r\nNaslednjič\u{7} prej. \n"), "Dobro.\n\nNaslednjič prej.");
    assert_eq!(words(&"č".repeat(LONGEST)).chars().count(), LONGEST);
    assert!(matches!(say(Scale::Text, &"č".repeat(LONGEST + 1)), Meant::Wrong(_)));
    assert!(matches!(say(Scale::Text, " \r\n "), Meant::Same));
    assert!(matches!(say(Scale::Agree5, ""), Meant::Same));
    assert!(matches!(say(Scale::Agree5, "5"), Meant::Change(Said::Step(5))));
    for garbled in ["0", "6", "-1", "da", "99999999999999999999"] {
        assert!(matches!(say(Scale::Agree5, garbled), Meant::Wrong(_)), "{garbled}");
    }
    assert!(matches!(say(Scale::YesNo, "0"), Meant::Change(Said::Step(0))));
    assert!(matches!(say(Scale::YesNo, "2"), Meant::Wrong(_)));
}
