//! "Same as last time", and then one fewer: what nobody touched gives way.

use super::{Fields, OFFERED, age_name, name};
use crate::activities::heads::{Counts, Heads, Typed, UNKNOWN};
use crate::vocabulary::{AgeBand, Gender, Part};

fn typed(fields: &Fields, part: Part, bands: &[AgeBand]) -> Result<Typed, ()> {
    let mut typed = Typed { total: fields.number(&name(part, "total"))?, ..Typed::default() };
    for gender in OFFERED {
        if let Some(n) = fields.number(&name(part, gender.code()))? {
            typed.gender.insert(gender, n);
        }
    }
    for band in bands {
        if let Some(n) = fields.number(&age_name(part, &band.code))? {
            typed.age.insert(band.code.clone(), n);
        }
    }
    Ok(typed)
}

/// Empties the fields that were taken over from `last` and cannot be any more, and remembers which margins they were in a
/// field of their own, `gone`, so that it can be told beside them.
pub fn give_way(fields: &mut Fields, last: &Counts, bands: &[AgeBand]) {
    let mut gone = Vec::new();
    for part in Part::ALL.iter().copied() {
        let (Some(last), Ok(before)) = (last.of(part), typed(fields, part, bands)) else { continue };
        // Of other bands than the form's nothing was filled in.
        let in_form = |band: &str| band == UNKNOWN || bands.iter().any(|it| it.code == band);
        let mut last = Heads { age: last.age.clone(), gender: last.gender.clone(), total: last.total };
        last.age.retain(|band, _| in_form(band));
        let after = before.clone().taken_over(&last);
        if after.total != before.total {
            fields.set(&name(part, "total"), after.total.unwrap_or(0));
        }
        if after.gender.len() < before.gender.len() {
            OFFERED.iter().for_each(|gender: &Gender| fields.set(&name(part, gender.code()), ""));
            gone.push(name(part, "gender"));
        }
        if after.age.len() < before.age.len() {
            bands.iter().for_each(|band| fields.set(&age_name(part, &band.code), ""));
            gone.push(name(part, "age"));
        }
    }
    fields.set("gone", gone.join(" "));
}
