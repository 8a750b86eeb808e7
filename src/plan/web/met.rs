//! The meetings of which a target's number is made, each led on to.

use crate::bodies::Held;
use crate::i18n::Words;
use crate::plan::document::Met;
use crate::plan::reckoning::meetings::Sat;
use crate::units::Unit;

/// A meeting that is counted.
pub struct Meeting {
    pub day: String,
    pub body: String,
    pub href: String,
    pub place: String,
    /// How many were there, where that is what counts.
    pub present: Option<String>,
}

/// The meetings of which the number is made, the latest first.
pub fn meetings(w: Words, unit: &Unit, sat: &Sat) -> Vec<Meeting> {
    let one = |it: &Held| Meeting {
        day: w.date(it.held_on),
        body: sat.name(it.body_id).map_or_else(String::new, |name| w.text(name)),
        href: format!("{}/bodies/{}/meetings/{}", unit.address(), it.body_id, it.id),
        place: it.place.clone(),
        present: (sat.of == Met::Present).then(|| it.present.map_or_else(|| "–".to_owned(), |n| w.int(n))),
    };
    sat.meetings.iter().rev().map(one).collect()
}
