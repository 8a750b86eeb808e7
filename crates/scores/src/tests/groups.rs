//! Tallies, means, and what is said of them.

use super::{AGREE, scored};
use crate::Answer::{DontKnow, NotAsked, Unanswered};
use crate::{
    Difference, Estimate, Fault, Funnel, Item, K, Level, Mean, Measure, Position, Reached, Scale, Tally,
    Verdict, by_chance,
};

fn share(positive: u32, valid: u32) -> Estimate {
    Estimate::share(positive, valid, None).unwrap()
}

fn mean(indices: &[f64]) -> Mean {
    let mut mean = Mean::new();
    indices.iter().for_each(|index| mean.add(*index).unwrap());
    mean
}

#[test]
fn an_item_is_counted() {
    let mut tally = Tally::of(AGREE, &[1, 0, 2, 4, 7], 3, 2, 0).unwrap();
    tally.add(NotAsked).unwrap();
    assert_eq!((tally.n(), tally.valid(), tally.positive()), (20, 14, 11));
    assert_eq!((tally.dont_know(), tally.unanswered(), tally.not_asked()), (3, 2, 1));
    assert_eq!((tally.share(K), tally.index(K)), (None, None));
    tally.add(scored(AGREE, 0)).unwrap();
    assert_eq!(tally.share(K), Some(11.0 / 15.0));
    assert_eq!(tally.index(K), Some((2.0 * 50.0 + 4.0 * 75.0 + 7.0 * 100.0) / 15.0));
    assert_eq!(tally.steps(), [2, 0, 2, 4, 7]);
    for answer in [DontKnow, Unanswered] {
        tally.add(answer).unwrap();
    }
    assert_eq!((tally.n(), tally.valid()), (23, 15));
}

#[test]
fn nobody_has_no_figures() {
    let tally = Tally::of(AGREE, &[0; 5], 9, 9, 9).unwrap();
    assert_eq!((tally.share(0), tally.index(0)), (None, None));
    assert_eq!((tally.share_estimate(None), tally.index_estimate(Some(0))), (None, None));
    assert_eq!((Mean::new().index(0), Mean::new().sd()), (None, None));
    assert_eq!(Estimate::share(3, 2, None), None);
}

#[test]
fn what_is_not_of_the_item_is_refused_and_changes_nothing() {
    let bored = Item { reversed: true, ..AGREE };
    let mut tally = Tally::of(AGREE, &[1, 2, 3, 4, u32::MAX - 11], 1, 0, 0).unwrap();
    let before = tally;
    assert_eq!(tally.add(scored(bored, 2)), Err(Fault::OtherItem));
    assert_eq!(tally.merge(&Tally::new(bored)), Err(Fault::OtherItem));
    assert_eq!(tally.add(DontKnow), Err(Fault::TooMany));
    assert_eq!(tally.merge(&before), Err(Fault::TooMany));
    assert_eq!(tally, before);
    assert_eq!(Tally::of(AGREE, &[1; 4], 0, 0, 0), Err(Fault::NoStep));
    assert_eq!(Tally::of(AGREE, &[u32::MAX, 0, 0, 0, 1], 0, 0, 0), Err(Fault::TooMany));
}

#[test]
fn a_mean_is_kept_by_its_parts() {
    let group = mean(&[0.0, 100.0, 50.0]);
    assert_eq!(group.parts(), (3, 50.0, 5000.0));
    assert_eq!((group.index(3), group.index(4), group.sd()), (Some(50.0), None, Some(50.0)));
    assert_eq!(Mean::of(3, 50.0, 5000.0), Ok(group));
    assert_eq!(mean(&[12.5]).sd(), None);
    for (n, mean, m2) in [
        (0, 1.0, 0.0),
        (1, 1.0, 1.0),
        (2, 101.0, 0.0),
        (2, 50.0, 5001.0),
        (2, 50.0, -1.0),
        (2, f64::NAN, 0.0),
    ] {
        assert_eq!(Mean::of(n, mean, m2), Err(Fault::OutOfRange), "{n} {mean} {m2}");
    }
    for index in [-0.1, 100.1, f64::NAN, f64::INFINITY] {
        assert_eq!(Mean::new().add(index), Err(Fault::OutOfRange));
    }
    let mut most = Mean::of(u32::MAX, 50.0, 0.0).unwrap();
    assert_eq!((most.add(1.0), most.merge(&group)), (Err(Fault::TooMany), Err(Fault::TooMany)));
}

#[test]
fn who_answered_whole_leaves_nothing_to_chance() {
    for estimate in [
        Estimate::share(9, 15, Some(15)).unwrap(),
        Estimate::mean(&mean(&[25.0, 75.0]), Some(2)).unwrap(),
        Estimate::mean(&mean(&[60.0]), Some(1)).unwrap(),
    ] {
        assert_eq!((estimate.low(), estimate.high()), (estimate.value(), estimate.value()));
    }
    assert_eq!(Estimate::mean(&mean(&[60.0]), None), None);
    assert_eq!(Estimate::mean(&mean(&[60.0]), Some(2)), None);
    // More answers than there are people: the number of people is wrong, not the answers.
    assert_eq!(Estimate::share(9, 15, Some(14)), Estimate::share(9, 15, None));
    assert_eq!(Estimate::mean(&mean(&[1.0, 2.0]), Some(1)), Estimate::mean(&mean(&[1.0, 2.0]), None));
}

#[test]
fn a_difference_has_a_verdict() {
    let verdict = |first: Estimate, second: Estimate, k| {
        Difference::between(&first, &second, k).map(|difference| difference.verdict())
    };
    assert_eq!(verdict(share(56, 70), share(48, 80), K), Ok(Verdict::Higher));
    assert_eq!(verdict(share(48, 80), share(56, 70), K), Ok(Verdict::Lower));
    assert_eq!(verdict(share(50, 70), share(48, 80), K), Ok(Verdict::NotMoreThanChance));
    assert_eq!(verdict(share(14, 14), share(0, 80), K), Ok(Verdict::TooFew));
    assert_eq!(verdict(share(0, 80), share(14, 14), K), Ok(Verdict::TooFew));
    assert_eq!(verdict(share(15, 15), share(0, 15), K), Ok(Verdict::Higher));
    let index = Tally::of(AGREE, &[5; 5], 0, 0, 0).unwrap().index_estimate(None).unwrap();
    assert_eq!(verdict(index, share(1, 20), K), Err(Fault::Unlike));
    assert_eq!((index.measure(), index.n(), index.value()), (Measure::Index, 25, 50.0));
}

/// Both whole populations, both one third: added in another order the means may differ in the last digit.
#[test]
fn the_last_digit_is_no_difference() {
    let [one, other] =
        [[100.0, 0.0, 0.0].repeat(7), [[0.0, 100.0, 0.0].repeat(3), [0.0, 0.0, 100.0].repeat(9)].concat()];
    let [one, other] = [one, other].map(|x| Estimate::mean(&mean(&x), Some(x.len() as u32)).unwrap());
    for (first, second) in [(one, other), (other, one)] {
        let difference = Difference::between(&first, &second, K).unwrap();
        assert!(difference.value() != 0.0 && difference.verdict() == Verdict::NotMoreThanChance);
        assert_eq!(first.against(second.value(), K), Ok(Reached::Reached));
    }
}

#[test]
fn comparisons_that_stand_out_by_chance() {
    assert_eq!([0, 1, 12, 40].map(by_chance), [0.0, 0.05, 0.6, 2.0]);
}

#[test]
fn a_unit_lies_in_the_funnel_or_outside() {
    // 0.5 ± 1.96 × 0.05 and 0.5 ± 3.09 × 0.05.
    let funnel = Funnel::share(0.5, 100).unwrap();
    let at = |value| funnel.position(value).unwrap();
    assert_eq!([0.41, 0.5, 0.59].map(at), [Position::Inside; 3]);
    assert_eq!([0.60, 0.65].map(at), [Position::Above(Level::P95); 2]);
    assert_eq!([0.40, 0.35].map(at), [Position::Below(Level::P95); 2]);
    assert_eq!([0.66, 1.0].map(at), [Position::Above(Level::P998); 2]);
    assert_eq!([0.34, 0.0].map(at), [Position::Below(Level::P998); 2]);
    assert_eq!([-0.1, 1.1, f64::NAN].map(|value| funnel.position(value)), [None; 3]);
    assert_eq!(funnel.centre(), 0.5);
    // On the limit, and where there is no room for chance.
    assert_eq!(at(funnel.limits(Level::P95).1), Position::Inside);
    let all = Funnel::share(1.0, 20).unwrap();
    assert_eq!(all.position(1.0), Some(Position::Inside));
    assert_eq!(all.position(0.95), Some(Position::Below(Level::P998)));
    assert_eq!(Funnel::share(0.1, 15).unwrap().limits(Level::P998).0, 0.0);
    assert_eq!([Funnel::share(0.5, 0), Funnel::share(1.2, 9), Funnel::share(f64::NAN, 9)], [None; 3]);
    assert_eq!(
        [
            Funnel::mean(&mean(&[50.0]), 9),
            Funnel::mean(&mean(&[50.0, 60.0]), 0),
            Funnel::mean(&Mean::new(), 9)
        ],
        [None; 3]
    );
}

#[test]
fn a_target_is_reached_or_not_or_nobody_can_tell() {
    // 0.6932 to 0.8713 and 0.4905 to 0.7004.
    let (high, low) = (share(56, 70), share(48, 80));
    assert_eq!(high.against(0.69, K), Ok(Reached::Reached));
    assert_eq!(high.against(0.75, K), Ok(Reached::CannotTell));
    assert_eq!(low.against(0.71, K), Ok(Reached::NotReached));
    assert_eq!(low.against(0.70, K), Ok(Reached::CannotTell));
    assert_eq!(low.against(0.49, 81), Ok(Reached::CannotTell));
    assert_eq!(low.against(0.0, K), Ok(Reached::Reached));
    assert_eq!([-0.1, 1.1, f64::NAN].map(|target| low.against(target, K)), [Err(Fault::OutOfRange); 3]);
    // Everybody answered: the target is met to the letter.
    let whole = Estimate::share(12, 15, Some(15)).unwrap();
    assert_eq!(whole.against(0.8, K), Ok(Reached::Reached));
    assert_eq!(whole.against(0.81, K), Ok(Reached::NotReached));
    let yes = Tally::of(Item { scale: Scale::YesNo, reversed: false }, &[2, 38], 0, 0, 0).unwrap();
    assert_eq!(yes.index_estimate(None).unwrap().against(80.0, K), Ok(Reached::Reached));
}
