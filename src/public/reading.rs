//! Everything that stands on a unit's page, as plain values: page, frame and files are written from this.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::counting::{self, Figures, State, Telling, Year};
use super::page::{Block, Chosen};
use super::store::{self, Standing};
use crate::app::App;
use crate::change;
use crate::error::{OrMissing, Result};
use crate::exchange::giving::Names;
use crate::i18n::{Text18, Words};
use crate::measures::{Period, Sums};
use crate::reports::{self, Corrected};
use crate::results;
use crate::units::{self, Unit};
use crate::vocabulary;

/// A unit below, which is counted in.
pub struct Below {
    pub name: Text18,
    pub code: String,
    /// Whether it has a page of its own.
    pub public: bool,
}

/// Areas of an evaluation, from 0 to 100; none where too few answered.
pub struct Voices {
    pub year: i32,
    pub areas: Vec<(Text18, Option<f64>)>,
}

pub struct Facts {
    pub unit: Unit,
    pub network: Text18,
    pub chosen: Chosen,
    /// Of which moment the figures are.
    pub at: DateTime<Utc>,
    pub live: Option<(Period, Sums)>,
    /// Years that are told, the latest first.
    pub years: Vec<Year>,
    /// Of which year a finished report has other figures, for entries changed since.
    pub corrected: Vec<(i32, Corrected)>,
    pub voices: Option<Voices>,
    /// Whether "you said, we did" is public.
    pub said: bool,
    /// In the order of the tree.
    pub below: Vec<Below>,
    /// Above, where it has a page of its own.
    pub above: Option<(Text18, String)>,
}

impl From<&Standing> for Telling {
    fn from(it: &Standing) -> Telling {
        Telling { id: it.id, unit_id: it.unit_id, since: it.since, chosen: it.chosen.clone() }
    }
}

/// The network itself.
pub async fn root(app: &App, unit: &Unit) -> Result<Unit> {
    units::root(&app.db, unit.network.id, app.clock.day()).await?.or_missing()
}

/// What is to stand on a unit's page, beside what stands on others already: as it would be if it were published now. The years
/// in it are all, also those that are not told.
pub async fn draft(app: &App, unit: &Unit, chosen: &Chosen) -> Result<(Facts, Vec<Year>)> {
    let all = store::all(&app.db, unit.network.id).await?;
    let own = all.iter().find(|it| it.unit_id == unit.id);
    let since = own.filter(|it| it.chosen.blocks == chosen.blocks).map_or(app.clock.now(), |it| it.since);
    let id = own.map_or(Uuid::max(), |it| it.id);
    let mut telling: Vec<Telling> =
        all.iter().filter(|it| it.unit_id != unit.id).map(Telling::from).collect();
    telling.push(Telling { id, unit_id: unit.id, since, chosen: chosen.clone() });
    let figures = counting::figures(app, &root(app, unit).await?, &telling).await?;
    let years = figures.years.get(&unit.id).cloned().unwrap_or_default();
    Ok((facts(app, unit, chosen, &figures, &all).await?, years))
}

/// What stands on a unit's page. `all`: everything of the network that is public.
pub async fn facts(
    app: &App,
    unit: &Unit,
    chosen: &Chosen,
    figures: &Figures,
    all: &[Standing],
) -> Result<Facts> {
    let live = match chosen.has(Block::Live) {
        true => Some(counting::live(app, unit).await?),
        false => None,
    };
    let told = |year: &&Year| year.state != State::Open;
    let years: Vec<Year> = figures.years.get(&unit.id).into_iter().flatten().filter(told).cloned().collect();
    let mut corrected = Vec::new();
    for year in &years {
        let found = reports::corrected(app, unit, &counting::year(year.year)).await?;
        corrected.extend(found.into_iter().map(|it| (year.year, it)));
    }
    let voices = if chosen.has(Block::Voices) { voices(app, unit).await? } else { None };
    let said = chosen.has(Block::Said) && change::public(app, unit).await?.is_some();
    let public: HashMap<Uuid, &Standing> = all.iter().map(|it| (it.unit_id, it)).collect();
    let branch = units::branch(&app.db, unit, app.clock.day()).await?;
    let below = branch.into_iter().filter(|it| it.id != unit.id).map(|it| Below {
        public: public.contains_key(&it.id),
        name: it.name,
        code: it.code,
    });
    let mut above = None;
    for id in unit.path.ids().iter().rev().skip(1).filter(|id| public.contains_key(id)).take(1) {
        let found = units::by_id(&app.db, unit.network.id, *id, app.clock.day()).await?;
        above = found.map(|it| (it.name, it.code));
    }
    Ok(Facts {
        unit: unit.clone(),
        network: root(app, unit).await?.name,
        chosen: chosen.clone(),
        at: figures.at,
        live,
        years,
        corrected,
        voices,
        said,
        below: below.collect(),
        above,
    })
}

async fn voices(app: &App, unit: &Unit) -> Result<Option<Voices>> {
    let Some(found) = results::released(app, unit, |it| it.yearly).await? else { return Ok(None) };
    let areas: Vec<_> =
        found.areas.into_iter().map(|it| (it.name, it.index.map(|index| index.value()))).collect();
    let year = found.evaluation.year();
    Ok(areas.iter().any(|(_, index)| index.is_some()).then_some(Voices { year, areas }))
}

/// What members of axes are called.
pub async fn names(app: &App, w: Words, unit: &Unit) -> Result<Names> {
    let (network_id, today) = (unit.network.id, app.clock.today(unit.network.zone));
    let terms = vocabulary::terms(&app.db, network_id).await?;
    let bands = vocabulary::age_bands(&app.db, network_id, today).await?;
    Ok(Names { w, terms, bands, units: std::collections::BTreeMap::new() })
}
