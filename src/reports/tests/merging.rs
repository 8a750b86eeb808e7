//! What two people who write in the same section come to.

use std::collections::BTreeMap;

use proptest::prelude::*;
use uuid::Uuid;

use crate::reports::merging::merge;
use crate::reports::report::{Chosen, MOST_STORIES, chosen, kept};
use crate::reports::template::What;

#[test]
fn two_who_write_are_both_kept_where_they_can_be() {
    let merge = |base, theirs, mine| merge(&What::Text, base, theirs, mine);
    assert_eq!(merge("a", "a", "b").as_deref(), Some("b"));
    assert_eq!(merge("a", "b", "a").as_deref(), Some("b"));
    assert_eq!(merge("a", "b", "b").as_deref(), Some("b"));
    assert_eq!(merge("a", "b", "c"), None);
    assert_eq!(merge("", "b", "c"), None, "each began an empty one");
    assert_eq!(
        merge("prvi\n\ndrugi", "prvi!\n\ndrugi", "prvi\n\ndrugi!").as_deref(),
        Some("prvi!\n\ndrugi!")
    );
    assert_eq!(merge("prvi\n\ndrugi", "prvi!\n\ndrugi", "prvi?\n\ndrugi"), None);
    assert_eq!(merge("prvi", "prvi!", "prvi\n\ndrugi"), None, "one added a paragraph");
}

fn one(n: u128, words: &str) -> Chosen {
    Chosen { entry: Uuid::from_u128(n), words: words.into(), bare: false }
}

#[test]
fn stories_of_two_are_told_in_the_order_of_whoever_saved_first() {
    let all = |told: &[&Chosen]| told.iter().copied().cloned().collect::<Vec<Chosen>>();
    let merge = |base: &[&Chosen], theirs: &[&Chosen], mine: &[&Chosen]| {
        let [base, theirs, mine] = [base, theirs, mine].map(|told| kept(&all(told)));
        merge(&What::Stories, &base, &theirs, &mine).map(|body| chosen(&body))
    };
    let (a, b, c) = (one(1, "A"), one(2, "B"), one(3, "C"));
    let (a2, a3, b2) = (one(1, "A!"), one(1, "A?"), one(2, "B!"));
    // Each added one, also where there was none.
    assert_eq!(merge(&[], &[&c], &[&b]), Some(all(&[&c, &b])));
    assert_eq!(merge(&[&a], &[&c, &a], &[&a, &b]), Some(all(&[&c, &a, &b])));
    // One was taken out, the other one changed, or taken out by the other.
    assert_eq!(merge(&[&a, &b], &[&b], &[&a, &b2]), Some(all(&[&b2])));
    assert_eq!(merge(&[&a, &b], &[&b], &[&a]), Some(Vec::new()));
    // Of one entry: the photo by one, the words by the other; the same by both.
    let (bare, both) = (Chosen { bare: true, ..a.clone() }, Chosen { bare: true, ..a2.clone() });
    assert_eq!(merge(&[&a], &[&bare], &[&a2]), Some(all(&[&both])));
    assert_eq!(merge(&[&a], &[&a2, &b], &[&a2, &c]), Some(all(&[&a2, &b, &c])));
    // Different words, and words that somebody took out meanwhile.
    assert_eq!(merge(&[&a], &[&a2], &[&a3]), None);
    assert_eq!(merge(&[], &[&a2], &[&a3]), None, "both chose it");
    assert_eq!(merge(&[&a], &[&a2], &[]), None);
    // More than there may be are for somebody to choose from.
    let many = |from: u128| (from..from + 7).map(|n| one(n, "x")).collect::<Vec<_>>();
    assert!(many(10).len() + many(20).len() > MOST_STORIES);
    let (theirs, mine) = (many(10), many(20));
    assert_eq!(merge(&[], &theirs.iter().collect::<Vec<_>>(), &mine.iter().collect::<Vec<_>>()), None);
}

/// What becomes of one entry.
#[derive(Clone, Debug)]
enum Act {
    Leave,
    Drop,
    Tell(&'static str, bool),
}

fn act() -> impl Strategy<Value = Act> {
    let words = prop::sample::select(vec!["", "a", "b", "a\n\nb", "c\n\nb"]);
    prop_oneof![
        Just(Act::Leave),
        Just(Act::Drop),
        (words, any::<bool>()).prop_map(|(words, bare)| Act::Tell(words, bare))
    ]
}

fn after(base: &BTreeMap<Uuid, Chosen>, acts: &[(Uuid, Act)]) -> BTreeMap<Uuid, Chosen> {
    let mut all = base.clone();
    for (entry, act) in acts {
        match act {
            Act::Leave => {}
            Act::Drop => drop(all.remove(entry)),
            Act::Tell(words, bare) => {
                all.insert(*entry, Chosen { entry: *entry, words: (*words).to_owned(), bare: *bare });
            }
        }
    }
    all
}

fn body(all: &BTreeMap<Uuid, Chosen>) -> String {
    kept(&all.values().cloned().collect::<Vec<_>>())
}

fn held(body: &str) -> BTreeMap<Uuid, Chosen> {
    chosen(body).into_iter().map(|it| (it.entry, it)).collect()
}

/// For each of so many entries.
fn acts() -> impl Strategy<Value = Vec<(Uuid, Act)>> {
    prop::collection::vec(act(), 8)
        .prop_map(|acts| (1..).zip(acts).map(|(n, act)| (Uuid::from_u128(n), act)).collect::<Vec<_>>())
}

proptest! {
    #[test]
    fn whoever_touched_different_entries_is_kept_whole(begun in acts(), then in acts()) {
        let base = after(&BTreeMap::new(), &begun);
        let (theirs, mine): (Vec<_>, Vec<_>) = then.iter().cloned().partition(|(entry, _)| entry.as_u128() % 2 == 0);
        let (base_body, theirs_body, mine_body) = (body(&base), body(&after(&base, &theirs)), body(&after(&base, &mine)));
        let one = merge(&What::Stories, &base_body, &theirs_body, &mine_body);
        let other = merge(&What::Stories, &base_body, &mine_body, &theirs_body);
        let both = Some(after(&base, &then));
        prop_assert_eq!(one.as_deref().map(held), both.clone());
        prop_assert_eq!(other.as_deref().map(held), both);
    }

    #[test]
    fn whoever_saves_first_decides_nothing_but_the_order(begun in acts(), theirs in acts(), mine in acts()) {
        let base = after(&BTreeMap::new(), &begun);
        let (theirs, mine) = (after(&base, &theirs), after(&base, &mine));
        let one = merge(&What::Stories, &body(&base), &body(&theirs), &body(&mine));
        let other = merge(&What::Stories, &body(&base), &body(&mine), &body(&theirs));
        prop_assert_eq!(one.as_deref().map(held), other.as_deref().map(held));
        // What only one of them wrote is in it, or somebody is asked.
        if let Some(merged) = one.as_deref().map(held) {
            for (entry, it) in &mine {
                if !base.contains_key(entry) && !theirs.contains_key(entry) {
                    prop_assert_eq!(merged.get(entry), Some(it));
                }
            }
        }
    }
}
