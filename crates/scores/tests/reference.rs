//! Every figure beside what an independent statistics package says. `fixtures/make.py` asked it, and says where the
//! package has another formula.

use scores::{Answer, Difference, Estimate, Funnel, Item, K, Level, Mean, Scale, Tally};
use serde_json::Value;

/// Both sides compute in the same 64 bits, so they agree far closer than any page shows.
const CLOSE: f64 = 1e-9;

#[derive(Clone)]
struct Case(Value);

impl Case {
    fn f64(&self, name: &str) -> f64 {
        self.0[name].as_f64().unwrap_or_else(|| panic!("{name} in {}", self.0))
    }

    fn u32(&self, name: &str) -> u32 {
        let n = self.0[name].as_u64().unwrap_or_else(|| panic!("{name} in {}", self.0));
        n.try_into().expect("no more than a u32")
    }

    fn list(&self, name: &str) -> Vec<f64> {
        numbers(&self.0[name])
    }

    /// The respondents' indices under this name, added one by one.
    fn mean(&self, name: &str) -> Mean {
        let mut mean = Mean::new();
        self.list(name).into_iter().for_each(|index| mean.add(index).expect("an index"));
        mean
    }

    fn agrees(&self, ours: &[f64]) {
        let theirs = self.list("gives");
        assert_eq!(ours.len(), theirs.len(), "{}", self.0);
        for (ours, theirs) in ours.iter().zip(theirs) {
            // Sums of squares reach millions: to 1e-9 of themselves, if they are over 1.
            assert!(
                (ours - theirs).abs() <= CLOSE * theirs.abs().max(1.0),
                "{ours} is not {theirs}: {}",
                self.0
            );
        }
    }
}

/// All numbers of a list, of lists in it as well.
fn numbers(value: &Value) -> Vec<f64> {
    match value {
        Value::Array(list) => list.iter().flat_map(numbers).collect(),
        one => vec![one.as_f64().expect("a number")],
    }
}

/// The cases of a name, at least this many.
fn cases(name: &str, least: usize) -> Vec<Case> {
    let all: Value = serde_json::from_str(include_str!("fixtures/reference.json")).expect("valid JSON");
    let cases: Vec<Case> = all[name].as_array().expect(name).iter().cloned().map(Case).collect();
    assert!(cases.len() >= least, "{name}: only {} cases", cases.len());
    cases
}

fn ends(estimate: &Estimate) -> [f64; 2] {
    [estimate.low(), estimate.high()]
}

#[test]
fn items() {
    for case in cases("items", 24) {
        let scale = [Scale::YesNo, Scale::Agree4, Scale::Agree5]
            .into_iter()
            .find(|scale| u32::from(scale.steps()) == case.u32("steps"));
        let item = Item { scale: scale.expect("a scale"), reversed: case.u32("turned") == 1 };
        let counts: Vec<u32> = case.list("counts").into_iter().map(|n| n as u32).collect();
        let tally = Tally::of(item, &counts, 3, 2, 1).expect("a tally");
        let (_, mean, m2) = tally.mean().parts();
        case.agrees(&[tally.share(1).expect("a share"), mean, m2]);
        // The same, one respondent after the other.
        let (mut added, mut one_by_one) = (Tally::new(item), Mean::new());
        for (step, n) in (0..).zip(&counts) {
            for _ in 0..*n {
                let score = item.score(step).expect("a step");
                added.add(Answer::Scored(score)).expect("room");
                one_by_one.add(score.index()).expect("an index");
            }
        }
        let (_, mean, m2) = one_by_one.parts();
        case.agrees(&[added.share(1).expect("a share"), mean, m2]);
    }
}

#[test]
fn means() {
    for case in cases("means", 12) {
        let mean = case.mean("x");
        case.agrees(&[mean.parts().1, mean.sd().expect("two"), mean.parts().2]);
    }
}

#[test]
fn intervals_of_shares() {
    for case in cases("wilson", 60) {
        let share = Estimate::share(case.u32("x"), case.u32("n"), None).expect("somebody");
        case.agrees(&ends(&share));
    }
    for case in cases("wilson_finite", 40) {
        let share = Estimate::share(case.u32("x"), case.u32("n"), Some(case.u32("N"))).expect("somebody");
        case.agrees(&ends(&share));
    }
}

#[test]
fn intervals_of_means() {
    for case in cases("t_intervals", 18) {
        let mean = if case.0["x"].is_array() {
            case.mean("x")
        } else {
            let (n, sd) = (case.u32("n"), case.f64("sd"));
            Mean::of(n, case.f64("mean"), sd * sd * (f64::from(n) - 1.0)).expect("a mean")
        };
        case.agrees(&ends(&Estimate::mean(&mean, None).expect("two")));
    }
    for case in cases("t_intervals_finite", 48) {
        case.agrees(&ends(&Estimate::mean(&case.mean("x"), Some(case.u32("N"))).expect("two")));
    }
}

#[test]
fn differences_of_shares() {
    for case in cases("differences_of_shares", 14) {
        let [first, second] = [("x", "n"), ("y", "m")]
            .map(|(x, n)| Estimate::share(case.u32(x), case.u32(n), None).expect("somebody"));
        let difference = Difference::between(&first, &second, K).expect("two shares");
        case.agrees(&[difference.low(), difference.high()]);
    }
}

#[test]
fn differences_of_means() {
    for case in cases("differences_of_means", 6) {
        let [first, second] = ["x", "y"].map(|x| Estimate::mean(&case.mean(x), None).expect("two"));
        let difference = Difference::between(&first, &second, K).expect("two means");
        case.agrees(&[difference.value(), difference.low(), difference.high()]);
    }
}

#[test]
fn funnels() {
    for case in cases("funnels", 90) {
        let n = case.u32("n");
        let funnel = if case.0["x"].is_array() {
            Funnel::mean(&case.mean("x"), n)
        } else {
            Funnel::share(case.f64("p"), n)
        };
        let limits = [Level::P95, Level::P998].map(|level| funnel.expect("a funnel").limits(level));
        case.agrees(&limits.map(|(low, high)| [low, high]).concat());
    }
}

/// Two examples of Newcombe (1998), method 10, as printed: four decimals.
#[test]
fn the_published_examples() {
    for (x, n, y, m, low, high) in [(56, 70, 48, 80, 0.0524, 0.3339), (9, 10, 3, 10, 0.1705, 0.8090)] {
        let [first, second] = [(x, n), (y, m)].map(|(x, n)| Estimate::share(x, n, None).expect("somebody"));
        let difference = Difference::between(&first, &second, 0).expect("two shares");
        assert!(
            (difference.low() - low).abs() < 6e-5 && (difference.high() - high).abs() < 6e-5,
            "{difference:?}"
        );
    }
}
