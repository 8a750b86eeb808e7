//! Two versions beside one another, and the order in which steps are taken: rules alone.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::random::plan;
use super::small;
use crate::i18n::Text18;
use crate::plan::adoption::steps::{self, Off, Refused};
use crate::plan::beside::{self, Bit, Change};
use crate::plan::document::{Adoption, Foreseen};

fn all(bits: &[Bit]) -> String {
    bits.iter().map(|it| it.text.as_str()).collect()
}

fn same(bits: &[Bit]) -> String {
    bits.iter().filter(|it| it.same).map(|it| it.text.as_str()).collect()
}

fn text() -> impl Strategy<Value = String> {
    proptest::collection::vec(
        prop_oneof!["[a-c]", Just(" ".to_owned()), Just("\n".to_owned()), "\\PC{0,3}"],
        0..30,
    )
    .prop_map(|all| all.concat())
}

proptest! {
    #[test]
    fn no_word_is_lost_beside_another_text(old in text(), new in text()) {
        let (left, right) = beside::words(&old, &new);
        prop_assert_eq!(all(&left), old.clone());
        prop_assert_eq!(all(&right), new.clone());
        prop_assert_eq!(same(&left), same(&right), "what is said to be the same is the same");
        if old == new {
            prop_assert!(left.iter().chain(&right).all(|it| it.same));
        }
    }

    #[test]
    fn what_is_beside_tells_everything(old in plan(), new in plan()) {
        let it = beside::plans(&old, &new);
        prop_assert_eq!(it.is_nothing(), old == new);
        let (mut come, mut gone) = (0, 0);
        for change in &it.parts {
            match change {
                Change::Added(part) => { prop_assert!(old.part(&part.code).is_none()); come += 1; }
                Change::Gone(part) => { prop_assert!(new.part(&part.code).is_none()); gone += 1; }
                Change::Changed(was, is) => prop_assert!(was.code == is.code && was != is),
            }
        }
        prop_assert_eq!(old.parts.len() + come, new.parts.len() + gone);
    }

    /// Whatever somebody tries in whatever order, what was taken are steps of the plan, one after the other, on days one after the other.
    #[test]
    fn steps_are_taken_in_their_order_and_on_rising_days(
        foreseen in proptest::sample::subsequence(Adoption::ALL, 0..=6),
        wishes in proptest::collection::vec((0usize..6, 0u64..30), 0..40),
    ) {
        let first = NaiveDate::from_ymd_opt(2020, 10, 1).unwrap();
        let today = first + Days::new(20);
        let foreseen: Vec<Foreseen> = foreseen.into_iter().map(|step| Foreseen { step, when: Vec::new() }).collect();
        let mut taken: Vec<(Adoption, NaiveDate)> = Vec::new();
        for (step, day) in wishes {
            let (step, on) = (Adoption::ALL[step], first + Days::new(day));
            let steps: Vec<Adoption> = taken.iter().map(|(step, _)| *step).collect();
            let way = steps::way(&foreseen, &steps);
            let last = taken.last().map(|(_, on)| *on);
            let may = steps::may_take(&way, (&steps, last), step, (on, today));
            prop_assert_eq!(may.is_ok(), steps::next(&way, &steps) == Some(step) && on <= today && last.is_none_or(|it| it <= on));
            if may.is_ok() {
                taken.push((step, on));
            }
        }
        let place = |step: Adoption| Adoption::ALL.iter().position(|it| *it == step);
        prop_assert!(taken.windows(2).all(|it| place(it[0].0) < place(it[1].0) && it[0].1 <= it[1].1));
        prop_assert!(taken.iter().all(|(step, on)| *on <= today
            && (foreseen.is_empty() || foreseen.iter().any(|it| it.step == *step))));
    }
}

#[test]
fn why_a_step_cannot_be_taken_is_told_apart() {
    use Adoption::{ByAssembly, ByCouncil, DraftToCouncil, ExpertCouncil, Published};
    let day = |n| NaiveDate::from_ymd_opt(2021, 3, n).unwrap();
    let foreseen: Vec<Foreseen> =
        [DraftToCouncil, ByCouncil, ByAssembly].map(|step| Foreseen { step, when: Vec::new() }).into();
    let way = steps::way(&foreseen, &[DraftToCouncil]);
    let may = |step, on| steps::may_take(&way, (&[DraftToCouncil], Some(day(5))), step, (day(on), day(20)));
    assert_eq!(may(DraftToCouncil, 6), Err(Refused::Taken));
    assert_eq!(may(ExpertCouncil, 6), Err(Refused::NotForeseen));
    assert_eq!(may(ByAssembly, 6), Err(Refused::NotYet(ByCouncil)));
    assert_eq!(may(ByCouncil, 4), Err(Refused::Day(Off::Before(day(5)))));
    assert_eq!(may(ByCouncil, 21), Err(Refused::Day(Off::Future)));
    assert_eq!((may(ByCouncil, 5), may(ByCouncil, 20)), (Ok(()), Ok(())));
    assert_eq!(steps::deciding(&way), Some(ByAssembly));
    // One that is foreseen only once a later one was taken is passed over, and the plan is decided by the last that adopts.
    let late = steps::way(&foreseen, &[ExpertCouncil, ByCouncil]);
    assert_eq!(steps::next(&late, &[ExpertCouncil, ByCouncil]), Some(ByAssembly));
    let passed =
        steps::may_take(&late, (&[ExpertCouncil, ByCouncil], None), DraftToCouncil, (day(1), day(2)));
    assert_eq!(passed, Err(Refused::Passed));
    assert_eq!(steps::way(&[], &[]).last(), Some(&Published));
    assert_eq!(steps::deciding(&[DraftToCouncil, ByCouncil, Published]), Some(ByCouncil));
}

#[test]
fn changed_words_stand_out_and_the_others_do_not() {
    let (left, right) = beside::words("vsaj 4 usposabljanja za vodje", "vsaj 5 usposabljanj za vodje");
    let marked =
        |all: &[Bit]| -> Vec<String> { all.iter().filter(|it| !it.same).map(|it| it.text.clone()).collect() };
    assert_eq!(marked(&left), ["4", "usposabljanja"]);
    assert_eq!(marked(&right), ["5", "usposabljanj"]);
    assert_eq!(beside::words("", "novo").1, [Bit { text: "novo".into(), same: false }]);
    let mut other = small();
    other.parts[0].name = Text18::one("sl", "Rast");
    other.parts.swap(2, 3);
    other.head.intro = Text18::default();
    let before = small();
    let it = beside::plans(&before, &other);
    assert!(it.head && it.order && it.parts.len() == 1 && it.count() == 2, "{it:?}");
}
