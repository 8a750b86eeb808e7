//! How figures are written: heads whole, minutes as hours, shares in per cent; and how one differs from another.

use super::measure::{Amount, Measure};
use crate::i18n::Words;

/// The figure as pages write it; a dash where there is nothing to divide by.
pub fn shown(w: Words, measure: Measure, amount: Amount) -> String {
    match amount {
        Amount::None => "–".to_owned(),
        Amount::Ratio(ratio) if measure.unit() == "share" => w.percent(ratio, 1),
        Amount::Ratio(ratio) => w.decimal(ratio, 1),
        Amount::Whole(n) if measure.unit().ends_with("min") => w.hours(n),
        Amount::Whole(n) => w.int(n),
    }
}

/// To so many decimals, as it is written.
fn rounded(value: f64, places: i32) -> f64 {
    let scale = 10_f64.powi(places);
    (value * scale).round() / scale
}

/// A figure as exact as it is shown, so that whoever reckons the difference from what stands there comes to the same.
fn as_shown(measure: Measure, amount: Amount) -> f64 {
    match amount {
        Amount::Ratio(ratio) if measure.unit() == "share" => rounded(ratio * 100.0, 1),
        Amount::Ratio(ratio) => rounded(ratio, 1),
        other => other.number(),
    }
}

/// The difference of what is shown, as pages write it: in per cent, of shares in points. None where there is nothing to
/// compare with.
pub fn difference(w: Words, measure: Measure, now: Amount, then: Amount) -> Option<String> {
    let (is, was) = (as_shown(measure, now), as_shown(measure, then));
    if measure.unit() != "share" {
        return if then == Amount::None { None } else { w.change(is, was) };
    }
    let (Amount::Ratio(_), Amount::Ratio(_)) = (now, then) else { return None };
    let points = rounded(is - was, 1);
    let said = w.decimal(points, 1);
    let signed = if points > 0.0 { format!("+{said}") } else { said };
    Some(w.of("overview-points", signed))
}
