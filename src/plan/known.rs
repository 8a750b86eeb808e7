//! What a network has that the evidence of a target may name.

use super::evidence::Known;
use crate::app::App;
use crate::error::Result;
use crate::i18n::Words;
use crate::measures;
use crate::units::Unit;
use crate::vocabulary::{self, Vocabulary};

/// The codes, and what projects, tags and fields are called.
pub async fn of(app: &App, w: Words, unit: &Unit) -> Result<(Known, Vec<(String, String)>)> {
    let network_id = unit.network.id;
    let (projects, terms) =
        (vocabulary::projects(&app.db, network_id).await?, vocabulary::terms(&app.db, network_id).await?);
    let trees = measures::trees(&app.db, network_id).await?;
    let of = |list: Vocabulary| {
        let of = terms.iter().filter(move |it| it.vocabulary == list);
        of.map(|it| (it.code.clone(), w.text(&it.label))).collect::<Vec<_>>()
    };
    let mut named: Vec<(String, String)> =
        projects.iter().map(|it| (it.code.clone(), w.text(&it.name))).collect();
    named.extend(of(Vocabulary::Tag));
    named.extend(of(Vocabulary::Field));
    let codes = |list: Vocabulary| of(list).into_iter().map(|(code, _)| code).collect();
    let known = Known {
        projects: projects.iter().map(|it| it.code.clone()).collect(),
        tags: codes(Vocabulary::Tag),
        fields: codes(Vocabulary::Field),
        units: trees.codes(),
    };
    Ok((known, named))
}

/// What a plan of this unit may name.
pub async fn known(app: &App, unit: &Unit) -> Result<Known> {
    Ok(of(app, Words(crate::i18n::Lang::En), unit).await?.0)
}
