//! From how many points on an area is good enough: a unit says so for a year, for itself and everything below it that says
//! nothing itself.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::store;
use crate::access::{Act, Me, put_on_record_in};
use crate::app::App;
use crate::error::{AppError, OrMissing, Result};
use crate::form::Wrong;
use crate::i18n::Text18;
use crate::questionnaires;
use crate::units::Unit;

/// A year that targets can be said for, as typed.
pub fn year(typed: &str) -> Option<i32> {
    typed.parse().ok().filter(|year| (2000..=2200).contains(year))
}

/// Every area that is asked about: code and name, of all questionnaires that are offered.
pub async fn areas(app: &App, network_id: Uuid) -> Result<BTreeMap<String, Text18>> {
    let mut all = BTreeMap::new();
    for (_, version_id, _) in questionnaires::finished(&app.db, network_id).await? {
        let version = questionnaires::version(&app.db, network_id, version_id).await?.or_missing()?;
        for area in version.content.areas {
            all.entry(area.code).or_insert(area.name);
        }
    }
    Ok(all)
}

/// Sets what a unit says, by area, as typed; an empty field takes back. Nothing is set where something is wrong.
pub async fn set(
    app: &App,
    me: &Me,
    unit: &Unit,
    year: i32,
    said: &[(&str, &str)],
) -> Result<std::result::Result<(), Vec<Wrong>>> {
    me.allow(Act::SetTargets, &unit.as_place())?;
    let (mut all, mut wrong) = (Vec::new(), Vec::new());
    for (area, typed) in said {
        let typed = typed.trim();
        let points = typed.parse::<i64>().ok().filter(|n| (0..=100).contains(n));
        if points.is_none() && !typed.is_empty() {
            wrong.push(Wrong::new(&format!("area_{area}"), "results-target-range"));
        }
        let known = area.len() <= 60 && area.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        if !known {
            return Err(AppError::NotFound);
        }
        all.push(((*area).to_owned(), points));
    }
    if !wrong.is_empty() {
        return Ok(Err(wrong));
    }
    all.sort();
    all.dedup_by(|a, b| a.0 == b.0);
    let mut tx = app.db.begin().await?;
    let of = (unit.network.id, unit.id, i64::from(year));
    store::put_targets(&mut tx, of, &all, (me.id, app.clock.now())).await?;
    let what = format!("targets {year}");
    put_on_record_in(app, &mut tx, me.id, "evaluate", &what, &unit.network.id, &unit.id).await?;
    tx.commit().await?;
    Ok(Ok(()))
}
