//! What an interval promises, tried: of a hundred groups drawn by chance, about ninety-five have the truth inside.
//! Drawn with a fixed seed, so that a failure is one of the code.

use scores::{Difference, Estimate, Funnel, K, Level, Mean, Position, Verdict, by_chance};

/// splitmix64: small, known, and the same on every machine.
struct Dice(u64);

impl Dice {
    fn chance(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Of `n` respondents those who say yes, each with probability `p`.
    fn yes(&mut self, p: f64, n: u32) -> u32 {
        (0..n).map(|_| u32::from(self.chance() < p)).sum()
    }

    /// An area's index of one respondent: four items of five steps, by a mood that colours all four.
    fn index(&mut self, lean: f64) -> f64 {
        let mood = (lean + (self.chance() - 0.5) * 0.3).clamp(0.0, 1.0);
        f64::from(self.yes(mood, 16)) * 6.25
    }

    fn mean(&mut self, lean: f64, n: u32) -> Mean {
        let mut mean = Mean::new();
        (0..n).for_each(|_| mean.add(self.index(lean)).expect("an index"));
        mean
    }
}

const SHARES: [f64; 9] = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
const SIZES: [u32; 8] = [15, 20, 30, 45, 60, 90, 140, 200];
const DRAWS: u32 = 400;

/// How often something holds, over all shares and sizes, in per cent.
fn percent(mut holds: impl FnMut(f64, u32) -> bool) -> f64 {
    let (mut tried, mut held) = (0_u32, 0_u32);
    for p in SHARES {
        for n in SIZES {
            for _ in 0..DRAWS {
                (tried, held) = (tried + 1, held + u32::from(holds(p, n)));
            }
        }
    }
    println!("{held} of {tried}");
    f64::from(held) * 100.0 / f64::from(tried)
}

fn holds(estimate: &Estimate, truth: f64) -> bool {
    (estimate.low()..=estimate.high()).contains(&truth)
}

#[test]
fn a_share_is_inside_in_93_to_97_of_100() {
    let mut dice = Dice(20_260_214);
    let inside = percent(|p, n| holds(&Estimate::share(dice.yes(p, n), n, None).expect("somebody"), p));
    assert!((93.0..=97.0).contains(&inside), "{inside}");
}

/// Half of a known population answers: the truth is that population's.
#[test]
fn so_is_the_share_of_a_known_population() {
    let mut dice = Dice(1998);
    let inside = percent(|p, n| {
        let (answered, others) = (dice.yes(p, n), dice.yes(p, n));
        let truth = f64::from(answered + others) / f64::from(2 * n);
        holds(&Estimate::share(answered, n, Some(2 * n)).expect("somebody"), truth)
    });
    assert!((93.0..=97.0).contains(&inside), "{inside}");
}

#[test]
fn so_is_a_mean() {
    let mut dice = Dice(1908);
    let truth = SHARES.map(|lean| dice.mean(lean, 50_000).parts().1);
    let inside = percent(|lean, n| {
        let at = SHARES.iter().position(|share| *share == lean).expect("one of them");
        holds(&Estimate::mean(&dice.mean(lean, n), None).expect("two"), truth[at])
    });
    assert!((93.0..=97.0).contains(&inside), "{inside}");
}

/// Two groups alike, of sizes that differ: as many stand out as `by_chance` says.
#[test]
fn groups_that_are_alike_stand_out_in_one_of_twenty() {
    let mut dice = Dice(10);
    let stands_out = |first: Option<Estimate>, second: Option<Estimate>| {
        let verdict = Difference::between(&first.expect("a figure"), &second.expect("a figure"), K)
            .expect("alike")
            .verdict();
        matches!(verdict, Verdict::Higher | Verdict::Lower)
    };
    let shares = percent(|p, n| {
        let (first, second) = (dice.yes(p, n), dice.yes(p, n + 25));
        stands_out(Estimate::share(first, n, None), Estimate::share(second, n + 25, None))
    });
    let means = percent(|lean, n| {
        let (first, second) = (dice.mean(lean, n), dice.mean(lean, n + 25));
        stands_out(Estimate::mean(&first, None), Estimate::mean(&second, None))
    });
    for found in [shares, means] {
        assert!((found - by_chance(100)).abs() < 2.0, "{found} of 100");
    }
}

/// A unit like all others lies outside the limits in about 5 and 0.2 of 100.
#[test]
fn a_funnel_lets_out_what_it_says() {
    let mut dice = Dice(2005);
    let overall = SHARES.map(|lean| dice.mean(lean, 50_000));
    for (level, most) in [(Level::P95, 7.0), (Level::P998, 0.6)] {
        let outside = |position| match position {
            Some(Position::Above(at) | Position::Below(at)) => at >= level,
            _ => false,
        };
        let shares = percent(|p, n| {
            let share = f64::from(dice.yes(p, n)) / f64::from(n);
            outside(Funnel::share(p, n).and_then(|funnel| funnel.position(share)))
        });
        let means = percent(|lean, n| {
            let at = SHARES.iter().position(|share| *share == lean).expect("one of them");
            let unit = dice.mean(lean, n).parts().1;
            outside(Funnel::mean(&overall[at], n).and_then(|funnel| funnel.position(unit)))
        });
        for found in [shares, means] {
            assert!(found > 0.0 && found < most, "{found} of 100 outside {level:?}");
        }
    }
}
