//! A number that is to be reached, in words.

use super::document::{Rule, Target};
use crate::i18n::{Arg, Words};

/// "at least 40 events (4 in each of 10 units)"
pub fn target(w: Words, it: &Target) -> String {
    let number = match it.up_to {
        Some(up_to) => format!("{}–{}", w.int(it.number), w.int(up_to)),
        None => w.int(it.number),
    };
    let what = format!("{number} {}", w.text(&it.unit));
    let what = match it.rule {
        Rule::Exactly => what,
        rule => w.of(&format!("plan-rule-{}", rule.code()), what),
    };
    match (it.each, it.units) {
        (Some(each), Some(units)) => {
            let args = [("it", what.into()), ("each", Arg::Int(each)), ("units", Arg::Int(units))];
            w.with("plan-target-each-of", &args)
        }
        (Some(each), None) => w.with("plan-target-each", &[("it", what.into()), ("each", Arg::Int(each))]),
        _ => what,
    }
}
