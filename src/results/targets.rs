//! From how many points on an area is good enough: a unit says so for a year, for itself and everything below it that says
//! nothing itself.

use super::store;
use crate::access::{Act, Me, put_on_record_in};
use crate::app::App;
use crate::error::{AppError, Result};
use crate::units::Unit;

/// Sets what a unit says, by area, as typed; an empty field takes back.
pub async fn set(app: &App, me: &Me, unit: &Unit, year: &str, said: &[(&str, &str)]) -> Result<()> {
    me.allow(Act::SetTargets, &unit.as_place())?;
    let year: i64 =
        year.parse().ok().filter(|year| (2000..=2200).contains(year)).ok_or(AppError::NotFound)?;
    let mut all = Vec::new();
    for (area, typed) in said {
        let typed = typed.trim();
        let points = typed.parse::<i64>().ok().filter(|n| (0..=100).contains(n));
        if points.is_none() && !typed.is_empty() {
            return Err(AppError::Invalid("results-target-range"));
        }
        let known = area.len() <= 60 && area.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        if !known {
            return Err(AppError::NotFound);
        }
        all.push(((*area).to_owned(), points));
    }
    all.sort();
    all.dedup_by(|a, b| a.0 == b.0);
    let mut tx = app.db.begin().await?;
    store::put_targets(&mut tx, (unit.network.id, unit.id, year), &all, (me.id, app.clock.now())).await?;
    let what = format!("targets {year}");
    put_on_record_in(app, &mut tx, me.id, "evaluate", &what, &unit.network.id, &unit.id).await?;
    Ok(tx.commit().await?)
}
