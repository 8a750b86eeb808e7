//! How figures are written: heads whole, minutes as hours, shares in per cent; and how one differs from another.

use crate::i18n::Words;
use crate::measures::{Amount, Measure};

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

/// The difference as pages write it: in per cent, of shares in points. None where there is nothing to compare with.
pub fn difference(w: Words, measure: Measure, now: Amount, then: Amount) -> Option<String> {
    if measure.unit() != "share" {
        return match then {
            Amount::None => None,
            then => w.change(now.number(), then.number()),
        };
    }
    let (Amount::Ratio(now), Amount::Ratio(then)) = (now, then) else { return None };
    let points = (now - then) * 100.0;
    let said = w.decimal(points, 1);
    let signed = if (points * 10.0).round() > 0.0 { format!("+{said}") } else { said };
    Some(w.of("overview-points", signed))
}
