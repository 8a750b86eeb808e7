//! What a page or a file about a unit's results is made of: its tables, and what stands beside them.

use std::collections::{BTreeMap, BTreeSet};

use scores::Mean;
use uuid::Uuid;

use super::closing::{may_see, settled};
use super::frozen::Standing;
use super::store::{self, Of};
use super::table::{Part, Table, Withheld};
use crate::access::Me;
use crate::app::App;
use crate::db::Conn;
use crate::error::{OrMissing, Result};
use crate::evaluation::{self, Evaluation};
use crate::questionnaires::{self, Content, Questionnaire, Version};
use crate::units::Unit;

/// Earlier years that are shown beside one.
const YEARS: usize = 3;

/// One of the questionnaires that a unit was asked.
pub struct Asked {
    pub questionnaire: Questionnaire,
    pub version: Version,
}

/// A unit's results of one evaluation, of one questionnaire.
pub struct Reading {
    pub evaluation: Evaluation,
    pub edition: i64,
    pub asked: Asked,
    pub tables: Vec<Table>,
    pub withheld: Vec<Withheld>,
    /// The whole of the nearest place above that is no workplace, and of the network: (unit, table).
    pub around: Vec<(Uuid, Table)>,
    /// The latest first.
    pub earlier: Vec<Earlier>,
    /// Every unit that nothing is below, with its answers and areas.
    pub units: Vec<(Uuid, i64, BTreeMap<String, Mean>)>,
    /// By area, and whether it was said by the unit itself.
    pub targets: BTreeMap<String, Target>,
}

/// The unit's results of the same questionnaire in an earlier evaluation.
pub struct Earlier {
    pub evaluation: Evaluation,
    pub content: Content,
    pub tables: Vec<Table>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    pub points: i64,
    /// Who says so.
    pub unit_id: Uuid,
}

impl Reading {
    pub fn content(&self) -> &Content {
        &self.asked.version.content
    }

    /// Everybody's, where it is shown.
    pub fn whole(&self) -> Option<&Table> {
        whole(&self.tables)
    }
}

pub fn whole(tables: &[Table]) -> Option<&Table> {
    tables.iter().find(|table| table.part == Part::Whole && table.class.is_none())
}

/// What a unit was asked in an evaluation, by questionnaire, in the order in which they were made.
pub async fn asked(app: &App, of: Of, unit_id: Uuid) -> Result<Vec<Asked>> {
    let mut all = Vec::new();
    let questionnaires = questionnaires::of_network(&app.db, of.network_id).await?;
    let mut versions = Vec::new();
    for id in store::versions_at(&app.db, of, unit_id).await? {
        versions.push(questionnaires::version(&app.db, of.network_id, id).await?.or_missing()?);
    }
    for questionnaire in questionnaires {
        let own = versions.extract_if(.., |version| version.questionnaire_id == questionnaire.id);
        all.extend(own.map(|version| Asked { questionnaire: questionnaire.clone(), version }));
    }
    Ok(all)
}

/// Evaluations that asked about a unit, or below it, and of which somebody may see its results, the latest first, with their
/// last editions.
pub async fn visible(app: &App, me: &Me, unit: &Unit) -> Result<Vec<(Evaluation, Of)>> {
    let mut all = everything(app, unit.network.id).await?;
    let about = store::evaluations_about(&app.db, unit.network.id, unit.id).await?;
    let given = store::given_to(&app.db, unit.network.id, unit.id).await?;
    all.retain(|(it, _)| about.contains(&it.id) && may_see(me, unit, it, given.contains(&it.id)));
    Ok(all)
}

/// Every evaluation that is over, the latest first: for whoever has the server itself.
pub async fn everything(app: &App, network_id: Uuid) -> Result<Vec<(Evaluation, Of)>> {
    let mut all = Vec::new();
    let known = store::last_editions(&app.db, network_id).await?;
    for it in evaluation::of_network(&app.db, network_id).await? {
        let edition = match known.get(&it.id) {
            Some(edition) => Some(*edition),
            None => settled(app, &it).await?,
        };
        if let Some(edition) = edition {
            let of = Of { network_id: it.network_id, evaluation_id: it.id, edition };
            all.push((it, of));
        }
    }
    Ok(all)
}

/// Reads a unit's results. `visible`: what [`visible`] gave; `at`: which of these.
pub async fn read(
    app: &App,
    unit: &Unit,
    visible: &[(Evaluation, Of)],
    at: usize,
    asked: Asked,
) -> Result<Reading> {
    let (it, of) = visible.get(at).or_missing()?;
    let version_id = asked.version.id;
    let standing = store::standing(&app.db, of.network_id, of.evaluation_id).await?;
    let above = above(&standing, unit.id);
    let mut ids = vec![unit.id];
    let wide = |id: &&Uuid| standing.iter().any(|it| it.id == **id && it.wide);
    let beside: Vec<Uuid> = [above.iter().find(wide), above.last()].into_iter().flatten().copied().collect();
    ids.extend(beside.iter().filter(|id| **id != unit.id));
    ids.dedup();
    let mut tables = store::tables(&app.db, *of, version_id, &ids).await?;
    let own = tables.extract_if(.., |table| table.unit_id == unit.id).collect();
    let of_unit = |id: &Uuid| {
        let found =
            tables.iter().find(|it| it.unit_id == *id && it.part == Part::Whole && it.class.is_none());
        found.map(|table| (*id, table.clone()))
    };
    let mut around: Vec<(Uuid, Table)> = beside.iter().filter_map(of_unit).collect();
    around.dedup_by_key(|(id, _)| *id);
    let parents: BTreeSet<Uuid> = standing.iter().filter_map(|it| it.parent).collect();
    let mut units = store::areas_of_all(&app.db, *of, version_id).await?;
    units.retain(|(id, ..)| !parents.contains(id));
    let mut earlier = Vec::new();
    // Occasions are of different things.
    let is_earlier = |before: &Evaluation| it.yearly && before.yearly && before.opens_on < it.opens_on;
    for (before, of) in visible.iter().filter(|(before, _)| is_earlier(before)).take(YEARS) {
        earlier.extend(in_earlier(app, before, *of, unit.id, asked.questionnaire.id).await?);
    }
    let mut line = vec![unit.id];
    line.extend(&above);
    Ok(Reading {
        edition: of.edition,
        withheld: store::withheld(&app.db, *of, version_id, unit.id).await?,
        targets: targets(&app.db, of.network_id, &line, i64::from(it.year())).await?,
        evaluation: it.clone(),
        asked,
        tables: own,
        around,
        earlier,
        units,
    })
}

async fn in_earlier(
    app: &App,
    it: &Evaluation,
    of: Of,
    unit_id: Uuid,
    questionnaire_id: Uuid,
) -> Result<Option<Earlier>> {
    for id in store::versions_at(&app.db, of, unit_id).await? {
        let version = questionnaires::version(&app.db, of.network_id, id).await?.or_missing()?;
        if version.questionnaire_id == questionnaire_id {
            let tables = store::tables(&app.db, of, id, &[unit_id]).await?;
            return Ok(Some(Earlier { evaluation: it.clone(), content: version.content, tables }));
        }
    }
    Ok(None)
}

/// The units above one, the nearest first.
fn above(standing: &[Standing], id: Uuid) -> Vec<Uuid> {
    let parent: BTreeMap<Uuid, Option<Uuid>> = standing.iter().map(|it| (it.id, it.parent)).collect();
    let up = |id: &Uuid| parent.get(id).copied().flatten();
    std::iter::successors(up(&id), up).collect()
}

/// From when on which area is good enough: as the unit says, else the nearest above it. `line`: the unit and those above it.
pub async fn targets<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    line: &[Uuid],
    year: i64,
) -> Result<BTreeMap<String, Target>> {
    let mut found: BTreeMap<String, (usize, Target)> = BTreeMap::new();
    for (unit_id, area, points) in store::targets(conn, network_id, line, year).await? {
        let far = line.iter().position(|id| *id == unit_id).unwrap_or(line.len());
        if found.get(&area).is_none_or(|(known, _)| far < *known) {
            found.insert(area, (far, Target { points, unit_id }));
        }
    }
    Ok(found.into_iter().map(|(area, (_, target))| (area, target)).collect())
}
