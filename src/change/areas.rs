//! What a unit's young people were asked about: areas of its questionnaires.

use std::collections::BTreeSet;

use uuid::Uuid;

use crate::app::App;
use crate::error::{OrMissing, Result};
use crate::evaluation::{self, Evaluation};
use crate::i18n::Text18;
use crate::questionnaires;

/// (code, name) of the areas that the unit was asked about; of all that were asked about anywhere, where it was not asked.
pub async fn areas(app: &App, it: &Evaluation, unit_id: Uuid) -> Result<Vec<(String, Text18)>> {
    let places = evaluation::places(&app.db, it.network_id, it.id).await?;
    let versions = |own: bool| -> BTreeSet<Uuid> {
        let asked = places.iter().filter(|place| !own || place.unit_id == unit_id);
        asked.map(|place| place.version_id).collect()
    };
    let own = versions(true);
    let mut areas: Vec<(String, Text18)> = Vec::new();
    for id in if own.is_empty() { versions(false) } else { own } {
        let content = questionnaires::version(&app.db, it.network_id, id).await?.or_missing()?.content;
        let scored = |code: &str| {
            content.asked().any(|item| item.area.as_deref() == Some(code) && item.scale.steps().is_some())
        };
        for area in content.areas.iter().filter(|area| scored(&area.code)) {
            if areas.iter().all(|(code, _)| *code != area.code) {
                areas.push((area.code.clone(), area.name.clone()));
            }
        }
    }
    Ok(areas)
}
