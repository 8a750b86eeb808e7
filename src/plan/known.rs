//! What a network has that a plan may name: projects, and for evidence of its targets also tags, fields, units and areas.

use uuid::Uuid;

use super::evidence::{By, Known, kinds};
use crate::app::App;
use crate::bodies;
use crate::error::Result;
use crate::i18n::{Text18, Words};
use crate::measures;
use crate::questionnaires;
use crate::units::{self, Unit};
use crate::vocabulary::{self, Vocabulary};

/// Codes with their names.
pub type Named = Vec<(String, String)>;

/// What is offered, as its reader calls it.
#[derive(Clone, Debug, Default)]
pub struct Offered {
    pub projects: Named,
    pub tags: Named,
    pub fields: Named,
    pub kinds: Named,
    /// Tags and fields that were retired, as evidence names them: what names them still counts.
    pub former: Named,
    /// Of the plan's unit and below it.
    pub units: Named,
    /// Of the questionnaires that evaluations are made of.
    pub areas: Named,
    /// Of the plan's unit, also those that meet no more.
    pub bodies: Vec<bodies::Called>,
}

/// What a plan of this unit may name.
pub async fn known(app: &App, unit: &Unit) -> Result<Known> {
    let network_id = unit.network.id;
    let terms = vocabulary::terms(&app.db, network_id).await?;
    let codes = |list: Vocabulary| {
        terms.iter().filter(|it| it.vocabulary == list).map(|it| it.code.clone()).collect::<Vec<_>>()
    };
    let projects = vocabulary::projects(&app.db, network_id).await?;
    Ok(Known {
        projects: projects.into_iter().map(|it| it.code).collect(),
        tags: codes(Vocabulary::Tag),
        fields: codes(Vocabulary::Field),
        units: measures::trees(&app.db, network_id).await?.codes(),
    })
}

/// What was retired, as evidence names it.
fn former(w: Words, terms: &[vocabulary::Term]) -> Named {
    let by = |it: &vocabulary::Term| match it.vocabulary {
        Vocabulary::Tag => Some(By::Tag),
        Vocabulary::Field => Some(By::Field),
        _ => None,
    };
    let retired = terms.iter().filter(|it| it.retired_on.is_some());
    retired.filter_map(|it| Some((format!("{}:{}", by(it)?.code(), it.code), w.text(&it.label)))).collect()
}

/// What a form offers whoever writes a plan of this unit.
pub async fn offered(app: &App, w: Words, unit: &Unit) -> Result<Offered> {
    let (network_id, today) = (unit.network.id, app.clock.today(unit.network.zone));
    let terms = vocabulary::terms(&app.db, network_id).await?;
    let of = |list: Vocabulary| {
        let of = terms.iter().filter(|it| it.vocabulary == list);
        of.filter(|it| it.retired_on.is_none_or(|day| today < day))
            .map(|it| (it.code.clone(), w.text(&it.label)))
            .collect::<Named>()
    };
    let mut projects: Named = vocabulary::projects(&app.db, network_id)
        .await?
        .iter()
        .map(|it| (it.code.clone(), w.text(&it.name)))
        .collect();
    projects.sort_by(|a, b| w.compare(&a.1, &b.1));
    let units = units::branch(&app.db, unit, today).await?;
    let areas = areas(app, network_id).await?;
    Ok(Offered {
        projects,
        former: former(w, &terms),
        tags: of(Vocabulary::Tag),
        fields: of(Vocabulary::Field),
        kinds: kinds().map(|code| (code.to_owned(), w.tr(&format!("kind-{code}")))).collect(),
        units: units.iter().map(|it| (it.code.clone(), w.text(&it.name))).collect(),
        areas: areas.into_iter().map(|(code, name)| (code, w.text(&name))).collect(),
        bodies: bodies::called(&app.db, unit).await?,
    })
}

/// Areas of the questionnaires that evaluations are made of, by code.
pub async fn areas(app: &App, network_id: Uuid) -> Result<Vec<(String, Text18)>> {
    let mut areas: Vec<(String, Text18)> = Vec::new();
    for (_, id, _) in questionnaires::finished(&app.db, network_id).await? {
        let Some(version) = questionnaires::version(&app.db, network_id, id).await? else { continue };
        for area in version.content.areas {
            if areas.iter().all(|(code, _)| *code != area.code) {
                areas.push((area.code, area.name));
            }
        }
    }
    Ok(areas)
}
