//! What holds for all answers.

use proptest::prelude::*;

use crate::{
    Answer, Difference, Estimate, Funnel, Item, Level, Mean, Position, Reached, Scale, Tally, area_index,
    complete,
};

fn item() -> impl Strategy<Value = Item> {
    let scale = prop_oneof![Just(Scale::YesNo), Just(Scale::Agree4), Just(Scale::Agree5)];
    (scale, any::<bool>()).prop_map(|(scale, reversed)| Item { scale, reversed })
}

fn answer(item: Item) -> impl Strategy<Value = Answer> {
    (0..item.scale.steps() + 3).prop_map(move |drawn| match drawn.checked_sub(item.scale.steps()) {
        None => Answer::Scored(item.score(drawn).unwrap()),
        Some(0) => Answer::DontKnow,
        Some(1) => Answer::Unanswered,
        Some(_) => Answer::NotAsked,
    })
}

fn answers() -> impl Strategy<Value = (Item, Vec<Answer>)> {
    item().prop_flat_map(|item| (Just(item), prop::collection::vec(answer(item), 0..60)))
}

/// Small, usual and huge.
fn size() -> impl Strategy<Value = u32> {
    prop_oneof![0_u32..20, 0_u32..1000, any::<u32>(), Just(u32::MAX)]
}

fn positive_of() -> impl Strategy<Value = (u32, u32)> {
    size().prop_flat_map(|valid| (0..=valid, Just(valid)))
}

fn population() -> impl Strategy<Value = Option<u32>> {
    prop::option::of(size())
}

fn indices() -> impl Strategy<Value = Vec<f64>> {
    let index = prop_oneof![(0_u8..=20).prop_map(|step| f64::from(step) * 5.0), 0.0..=100.0];
    prop::collection::vec(index, 0..50)
}

fn mean(indices: &[f64]) -> Mean {
    let mut mean = Mean::new();
    indices.iter().for_each(|index| mean.add(*index).unwrap());
    mean
}

fn tally(item: Item, answers: &[Answer]) -> Tally {
    let mut tally = Tally::new(item);
    answers.iter().for_each(|answer| tally.add(*answer).unwrap());
    tally
}

/// Equal but for the last digits.
fn close(one: &Mean, other: &Mean) -> bool {
    let ((n, mean, m2), (m, mean2, m22)) = (one.parts(), other.parts());
    n == m && (mean - mean2).abs() < 1e-9 && (m2 - m22).abs() <= 1e-9 * m2.max(1.0) * f64::from(n.max(1))
}

fn turned(answer: Answer) -> Answer {
    let Answer::Scored(score) = answer else { return answer };
    let item = Item { reversed: !score.item().reversed, ..score.item() };
    Answer::Scored(item.score(score.step()).unwrap())
}

fn estimates() -> impl Strategy<Value = Estimate> {
    let share = (positive_of(), population())
        .prop_filter_map("somebody", |((positive, valid), all)| Estimate::share(positive, valid, all));
    let mean = (indices(), population()).prop_filter_map("two", |(x, all)| Estimate::mean(&mean(&x), all));
    prop_oneof![share, mean]
}

proptest! {
    #[test]
    fn turning_an_item_turns_its_figures((item, answers) in answers()) {
        let other = tally(Item { reversed: !item.reversed, ..item }, &answers.iter().copied().map(turned).collect::<Vec<_>>());
        let this = tally(item, &answers);
        prop_assert_eq!(this.steps(), other.steps());
        if let (Some(index), Some(back)) = (this.index(0), other.index(0)) {
            prop_assert!((index + back - 100.0).abs() < 1e-9);
            prop_assert!((this.mean().parts().2 - other.mean().parts().2).abs() < 1e-6);
        }
        let [mine, theirs] = [&answers, &answers.iter().copied().map(turned).collect()].map(|x: &Vec<Answer>| area_index(x.iter().copied()));
        prop_assert_eq!(mine.is_some(), theirs.is_some());
        if let (Some(mine), Some(theirs)) = (mine, theirs) {
            prop_assert!((mine + theirs - 100.0).abs() < 1e-9);
        }
    }

    #[test]
    fn parts_of_a_tally_add_up_to_the_whole((item, answers) in answers(), at in any::<prop::sample::Index>()) {
        let whole = tally(item, &answers);
        let (first, second) = answers.split_at(at.index(answers.len() + 1));
        let [first, second] = [first, second].map(|part| tally(item, part));
        let (mut one, mut other) = (first, second);
        one.merge(&second).unwrap();
        other.merge(&first).unwrap();
        prop_assert_eq!(one, whole);
        prop_assert_eq!(other, whole);
        prop_assert_eq!(whole.n() as usize, answers.len());
        let counted = Tally::of(item, whole.steps(), whole.dont_know(), whole.unanswered(), whole.not_asked());
        prop_assert_eq!(counted, Ok(whole));
    }

    #[test]
    fn a_tally_says_what_its_answers_say((item, answers) in answers(), k in 0_u32..40) {
        let scores: Vec<_> = answers.iter().filter_map(|answer| match answer { Answer::Scored(score) => Some(*score), _ => None }).collect();
        let this = tally(item, &answers);
        let one_by_one = mean(&scores.iter().map(|score| score.index()).collect::<Vec<_>>());
        prop_assert!(close(&this.mean(), &one_by_one), "{:?} {:?}", this.mean(), one_by_one);
        prop_assert_eq!(this.share(k).is_some(), !scores.is_empty() && scores.len() >= k as usize);
        prop_assert_eq!(this.share(k).is_some(), this.index(k).is_some());
        prop_assert_eq!(this.positive() as usize, scores.iter().filter(|score| score.positive()).count());
    }

    #[test]
    fn means_add_up_in_any_order(groups in prop::collection::vec(indices(), 1..6), turn in any::<prop::sample::Index>()) {
        let whole = mean(&groups.concat());
        let parts: Vec<Mean> = groups.iter().map(|group| mean(group)).collect();
        let sum = |parts: &[Mean]| parts.iter().fold(Mean::new(), |mut sum, part| { sum.merge(part).unwrap(); sum });
        let mut other = parts.clone();
        other.rotate_left(turn.index(parts.len()));
        other.reverse();
        // By halves, as places are summed up level by level.
        let (left, right) = parts.split_at(turn.index(parts.len()));
        for sum in [sum(&parts), sum(&other), sum(&[sum(left), sum(right)])] {
            prop_assert!(close(&sum, &whole), "{:?} is not {:?}", sum, whole);
            let (n, mean, m2) = sum.parts();
            prop_assert_eq!(Mean::of(n, mean, m2), Ok(sum));
        }
    }

    #[test]
    fn one_respondent_stays_on_the_scale((_, answers) in answers()) {
        if let Some(index) = area_index(answers.iter().copied()) {
            prop_assert!((0.0..=100.0).contains(&index));
        }
        // An answer more never makes a response less complete.
        let fuller = answers.iter().map(|answer| if *answer == Answer::Unanswered { Answer::DontKnow } else { *answer });
        prop_assert!(complete(fuller));
    }

    #[test]
    fn an_interval_holds_its_estimate_and_stays_on_the_scale(estimate in estimates()) {
        let top = estimate.measure().top();
        prop_assert!(0.0 <= estimate.low() && estimate.low() <= estimate.value(), "{:?}", estimate);
        prop_assert!(estimate.value() <= estimate.high() && estimate.high() <= top, "{:?}", estimate);
    }

    #[test]
    fn more_answers_make_a_share_narrower((positive, valid) in (1_u32..5000).prop_flat_map(|n| (0..=n, Just(n))), times in 2_u32..9, more in 0_u32..90_000) {
        let all = (more > 0).then_some(valid * times + more);
        let [few, many] = [1, times].map(|times| Estimate::share(positive * times, valid * times, all).unwrap());
        prop_assert!(many.high() - many.low() < few.high() - few.low(), "{:?} {:?}", few, many);
    }

    #[test]
    fn a_known_population_makes_it_narrower((positive, valid) in positive_of(), all in size(), x in indices()) {
        let pairs = [
            (Estimate::share(positive, valid, Some(all)), Estimate::share(positive, valid, None)),
            (Estimate::mean(&mean(&x), Some(all)), Estimate::mean(&mean(&x), None)),
        ];
        for (known, not) in pairs {
            if let (Some(known), Some(not)) = (known, not) {
                prop_assert!(known.high() - known.low() <= not.high() - not.low() + 1e-12, "{:?} {:?}", known, not);
            }
        }
    }

    #[test]
    fn more_respondents_make_a_mean_narrower(n in 2_u32..5000, times in 2_u32..9, centre in 0.0..=100.0, part in 0.0..=1.0) {
        let variance = centre * (100.0 - centre) * part * 0.4;
        let [few, many] = [n, n * times].map(|n| Estimate::mean(&Mean::of(n, centre, variance * f64::from(n - 1)).unwrap(), None).unwrap());
        prop_assert!(many.high() - many.low() <= few.high() - few.low() + 1e-9, "{:?} {:?}", few, many);
        prop_assert!(few.low() <= many.low() + 1e-9 && many.high() <= few.high() + 1e-9);
    }

    #[test]
    fn a_difference_turns_with_its_sides(first in estimates(), second in estimates(), k in 0_u32..30) {
        let (there, back) = (Difference::between(&first, &second, k), Difference::between(&second, &first, k));
        let (Ok(there), Ok(back)) = (there, back) else {
            prop_assert!(first.measure() != second.measure());
            return Ok(());
        };
        prop_assert_eq!((there.value(), there.low(), there.high()), (-back.value(), -back.high(), -back.low()));
        use crate::Verdict::{Higher, Lower};
        prop_assert_eq!(there.verdict(), match back.verdict() { Higher => Lower, Lower => Higher, same => same });
        let top = first.measure().top();
        prop_assert!(-top <= there.low() && there.low() <= there.value() && there.value() <= there.high() && there.high() <= top);
    }

    #[test]
    fn a_group_does_not_differ_from_one_like_itself(estimate in estimates()) {
        let same = Difference::between(&estimate, &estimate, 0).unwrap();
        prop_assert_eq!((same.value(), same.verdict()), (0.0, crate::Verdict::NotMoreThanChance));
    }

    #[test]
    fn a_funnel_narrows_and_its_limits_nest(overall in 0.0..=1.0, n in 1..=u32::MAX / 2, x in indices(), value in 0.0..=1.0) {
        let shares = [n, n * 2].map(|n| Funnel::share(overall, n));
        let means = [n, n * 2].map(|n| Funnel::mean(&mean(&x), n));
        for (few, many, top) in [(shares[0], shares[1], 1.0), (means[0], means[1], 100.0)] {
            let (Some(few), Some(many)) = (few, many) else { continue };
            let (inner, outer, smaller) = (few.limits(Level::P95), few.limits(Level::P998), many.limits(Level::P95));
            prop_assert!(0.0 <= outer.0 && outer.0 <= inner.0 && inner.0 <= few.centre());
            prop_assert!(few.centre() <= inner.1 && inner.1 <= outer.1 && outer.1 <= top);
            prop_assert!(inner.0 <= smaller.0 && smaller.1 <= inner.1);
            prop_assert_eq!(few.position(few.centre()), Some(Position::Inside));
            let value = value * top;
            let inside = |(low, high): (f64, f64)| low <= value && value <= high;
            let near = [inner, outer].iter().any(|(low, high)| (value - low).abs() < 1e-6 || (value - high).abs() < 1e-6);
            let expected = match (inside(inner), inside(outer)) {
                (true, _) => Position::Inside,
                (_, true) if value > few.centre() => Position::Above(Level::P95),
                (_, true) => Position::Below(Level::P95),
                _ if value > few.centre() => Position::Above(Level::P998),
                _ => Position::Below(Level::P998),
            };
            prop_assert!(near || few.position(value) == Some(expected));
        }
    }

    #[test]
    fn a_target_further_up_is_never_easier(estimate in estimates(), one in 0.0..=1.0, two in 0.0..=1.0, k in 0_u32..30) {
        let top = estimate.measure().top();
        let [lower, upper] = [f64::min(one, two), f64::max(one, two)].map(|target| estimate.against(target * top, k).unwrap());
        let rank = |reached| match reached { Reached::Reached => 2, Reached::CannotTell => 1, Reached::NotReached => 0 };
        prop_assert!(rank(upper) <= rank(lower));
        prop_assert!(estimate.n() >= k || lower == Reached::CannotTell);
    }

    /// No panic and no endless loop, whatever comes.
    #[test]
    fn nothing_panics(n in any::<u32>(), one in any::<f64>(), two in any::<f64>(), all in any::<Option<u32>>(), m in any::<u32>()) {
        let _ = Mean::new().add(one);
        if let Ok(mean) = Mean::of(n, one, two) {
            let _ = (Estimate::mean(&mean, all), Funnel::mean(&mean, m));
        }
        if let Some(estimate) = Estimate::share(m, n, all) {
            let _ = estimate.against(one, m);
        }
        if let Some(funnel) = Funnel::share(one, n) {
            let _ = (funnel.position(two), funnel.limits(Level::P998));
        }
        let _ = Tally::of(Item { scale: Scale::Agree4, reversed: true }, &[n, m, n, m], m, n, m);
    }
}
