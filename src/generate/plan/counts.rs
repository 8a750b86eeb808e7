//! Heads: who was there, as far as it was written down.

use std::collections::BTreeMap;

use super::chance::Chance;
use super::offer::{Ages, Offer};
use crate::activities::{Counts, Heads, UNKNOWN};
use crate::vocabulary::{Gender, Kind};

/// The standard age bands, youngest first (`vocabulary::standard_bands`).
const BANDS: [&str; 7] = ["0-9", "10-12", "13-14", "15-18", "19-24", "25-29", "30+"];

fn ages(ages: Ages) -> [f64; 7] {
    match ages {
        Ages::Younger => [0.06, 0.23, 0.34, 0.29, 0.05, 0.02, 0.01],
        Ages::Usual => [0.02, 0.10, 0.27, 0.38, 0.16, 0.05, 0.02],
        Ages::Older => [0.0, 0.02, 0.10, 0.37, 0.31, 0.13, 0.07],
    }
}

/// What was written down beside the totals.
#[derive(Clone, Copy)]
struct Noted {
    gender: bool,
    age: bool,
}

/// One part of `total` heads with both margins.
fn heads(total: i64, offer: &Offer, noted: Noted, chance: &mut Chance) -> Heads {
    let mut heads = Heads { total, gender: BTreeMap::new(), age: BTreeMap::new() };
    let weights = ages(offer.ages);
    let girl = 0.976 * offer.girls;
    let genders = [girl, 0.976 - girl, 0.006, 0.008, 0.01];
    for _ in 0..total {
        let gender = if noted.gender { Gender::ALL[chance.weighted(&genders)] } else { Gender::Unknown };
        *heads.gender.entry(gender).or_default() += 1;
        let age = if noted.age && !chance.yes(0.07) { BANDS[chance.weighted(&weights)] } else { UNKNOWN };
        *heads.age.entry(age.to_owned()).or_default() += 1;
    }
    heads
}

fn creators(offer: &Offer, chance: &mut Chance) -> i64 {
    match offer.kind {
        Kind::Open => 1 + i64::from(chance.yes(0.16)),
        Kind::Group => 1 + i64::from(chance.yes(0.35)),
        Kind::Project => 1 + chance.between(0, 2),
        Kind::Event => chance.between(2, 5),
        Kind::OneToOne => 0,
    }
}

/// The heads of one occasion with `total` people, `created` where young people made something of it.
pub fn counts(total: i64, created: bool, offer: &Offer, chance: &mut Chance) -> Counts {
    // Of a talk nothing but that somebody was there.
    let noted = if offer.kind == Kind::OneToOne {
        Noted { gender: false, age: false }
    } else {
        Noted { gender: chance.yes(0.95), age: chance.yes(0.86) }
    };
    // Now and then the hours are noted and the makers forgotten.
    let makers = if created && chance.yes(0.86) { creators(offer, chance) } else { 0 };
    let others = (total - makers).max(0);
    let audience = match offer.kind {
        Kind::Event => others * chance.between(45, 80) / 100,
        Kind::Project | Kind::Group if chance.yes(0.04) => others / 2,
        _ => 0,
    };
    let mut part = |n: i64, always: bool| (n > 0 || always).then(|| heads(n, offer, noted, chance));
    Counts {
        creator: part(makers, false),
        participant: part(others - audience, true),
        audience: part(audience, false),
    }
}
