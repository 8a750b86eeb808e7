//! Aims as other rooms tell them: what was to be reached in a year, and what came of it.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::areas::areas;
use super::store;
use super::web::{beside, measure};
use crate::access::Me;
use crate::app::App;
use crate::error::Result;
use crate::evaluation::{self, Evaluation};
use crate::i18n::{Text18, Words};
use crate::results;
use crate::units::Unit;

pub struct ToldAim {
    pub aim: String,
    /// By what it is measured, and until when.
    pub measure: String,
    pub whom: String,
    /// What came of it: how far it is, and what the area came to in that year.
    pub came: String,
}

/// The aims of a unit for a year, as far as somebody may see what came of them.
pub async fn aims(app: &App, me: &Me, w: Words, unit: &Unit, year: i32) -> Result<Vec<ToldAim>> {
    let all = store::aims_of_year(&app.db, unit, i64::from(year)).await?;
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let shown = results::shown(app, me, unit, |it: &Evaluation| it.yearly && it.year() == year).await?;
    let evaluations = evaluation::of_network(&app.db, unit.network.id).await?;
    let mut names: BTreeMap<Uuid, Vec<(String, Text18)>> = BTreeMap::new();
    for it in evaluations.iter().filter(|it| all.iter().any(|aim| aim.evaluation_id == it.id)) {
        names.insert(it.id, areas(app, it, unit.id).await?);
    }
    let told = all.iter().map(|it| {
        let came = shown.as_ref().and_then(|shown| beside(w, &it.what, shown));
        let state = w.tr(&format!("aim-{}", it.what.state.code()));
        ToldAim {
            aim: it.what.aim.clone(),
            measure: measure(w, &it.what, names.get(&it.evaluation_id).map_or(&[], Vec::as_slice)),
            whom: it.what.whom.clone(),
            came: came.map_or(state.clone(), |came| format!("{state}. {} {}", came.says, came.verdict)),
        }
    });
    Ok(told.collect())
}
