//! Each rule by examples worked out by hand, and what holds for all answers. Beside a statistics package: `tests/`.

use crate::quantile::{t, z};
use crate::{Answer, Item, Scale};

mod groups;
mod people;
mod properties;
mod reference;

const AGREE: Item = Item { scale: Scale::Agree5, reversed: false };

fn scored(item: Item, step: u8) -> Answer {
    Answer::Scored(item.score(step).unwrap())
}
