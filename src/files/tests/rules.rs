//! What a form says of a picture, and what holds of it.

use proptest::prelude::*;

use super::{proof, story};
use crate::files::file::{LONGEST, Typed};

fn fields(typed: &Typed) -> Vec<String> {
    typed.read("").1.into_iter().map(|wrong| wrong.field).collect()
}

#[test]
fn what_is_missing_is_told_beside_its_field() {
    assert!(fields(&proof()).is_empty() && fields(&story()).is_empty());
    assert_eq!(fields(&Typed::default()), ["proof"]);
    assert_eq!(fields(&Typed { caption: " \u{200b} ".into(), ..story() }), ["caption"]);
    assert_eq!(fields(&Typed { agreed: false, ..story() }), ["agreed"]);
    assert_eq!(
        fields(&Typed { agreed: false, people: false, ..story() }),
        [""; 0],
        "nobody can be recognised"
    );
    assert_eq!(fields(&Typed { caption: "a".repeat(LONGEST + 1), ..story() }), ["caption"]);
}

#[test]
fn a_caption_that_is_too_long_leaves_the_one_that_stands() {
    let (used, _) = Typed { caption: "a".repeat(LONGEST + 1), ..story() }.read("Oder");
    assert_eq!((used.caption.as_str(), used.story, used.proof), ("Oder", false, true));
}

proptest! {
    #[test]
    fn nothing_may_be_told_without_a_caption_and_the_word_that_all_agreed(
        proof: bool, story: bool, people: bool, agreed: bool, caption in ".{0,40}", long: bool,
    ) {
        let caption = if long { "ž".repeat(LONGEST + 1) } else { caption };
        let (used, wrong) = Typed { proof, story, people, agreed, caption }.read("");
        prop_assert!(!used.story || !used.caption.is_empty() && (!used.people || used.agreed));
        prop_assert!(used.proof || used.story, "it is for something");
        prop_assert!(!used.agreed || used.people);
        prop_assert_eq!(wrong.is_empty() && story, used.story);
        prop_assert!(used.caption.chars().count() <= LONGEST);
    }
}
