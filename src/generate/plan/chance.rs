//! Drawing by lot, the same way each time: every draw hangs on the seed and on what is drawn, never on what was drawn
//! before elsewhere. A longer stretch of time so leaves the days before as they were.

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

pub struct Chance(StdRng);

/// One number from a seed and what it is for (splitmix64, folded).
pub fn mix(seed: u64, what: &[u64]) -> u64 {
    what.iter().fold(seed, |state, part| {
        let mut z = state.wrapping_add(*part).wrapping_add(0x9e37_79b9_7f4a_7c15);
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    })
}

impl Chance {
    pub fn of(seed: u64, what: &[u64]) -> Chance {
        Chance(StdRng::seed_from_u64(mix(seed, what)))
    }

    /// 0 ≤ x < 1.
    pub fn share(&mut self) -> f64 {
        self.0.random()
    }

    pub fn yes(&mut self, probability: f64) -> bool {
        self.share() < probability
    }

    /// Both ends included.
    pub fn between(&mut self, least: i64, most: i64) -> i64 {
        self.0.random_range(least..=most.max(least))
    }

    /// One of a list that is not empty.
    pub fn pick<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.0.random_range(0..all.len())]
    }

    /// The place of one of these weights, which add up to about 1.
    pub fn weighted(&mut self, weights: &[f64]) -> usize {
        let mut left = self.share();
        for (at, weight) in weights.iter().enumerate() {
            if left < *weight {
                return at;
            }
            left -= weight;
        }
        weights.len() - 1
    }

    /// A whole number whose mean is `mean`: up to 0.6 of it above or below, the middle more often.
    #[allow(clippy::cast_possible_truncation)]
    pub fn around(&mut self, mean: f64) -> i64 {
        let spread = 0.4 + 0.6 * (self.share() + self.share());
        (mean * spread + self.share()).floor() as i64
    }
}
