//! Mending what a unit is called, where it is and since when it is open: a slip of the keyboard, not a change. The name
//! that holds today is mended as if it had always been written so; a unit that is called something else from a day on is
//! another matter.

use std::collections::BTreeMap;

use super::adding::limit;
use super::file::date;
use super::{LONGEST_NAME, Unit, bring, past, store};
use crate::access::{Act, Me, put_on_record_in};
use crate::app::App;
use crate::error::{OrMissing, Result};
use crate::form::{Names, Wrong, tidy};

/// The form as typed.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// Language and text, for each of the network's languages.
    pub names: Vec<(String, String)>,
    pub place: String,
    /// Empty: since the unit above is. None where it is not asked, as of a network.
    pub opened_on: Option<String>,
}

impl Typed {
    /// The form that shows a unit.
    pub fn of(unit: &Unit) -> Typed {
        let name = |lang: &String| (lang.clone(), unit.name.get(lang).unwrap_or_default().to_owned());
        Typed {
            names: unit.network.languages.iter().map(name).collect(),
            place: unit.place.clone().unwrap_or_default(),
            opened_on: unit.parent_id.map(|_| unit.opened_on.to_string()),
        }
    }
}

pub async fn correct(
    app: &App,
    me: &Me,
    unit: &Unit,
    typed: &Typed,
) -> Result<std::result::Result<(), Vec<Wrong>>> {
    me.allow(Act::Build, &unit.as_place())?;
    let mut wrong = Vec::new();
    let (missing, long) = ("unit-name-missing", "unit-name-long");
    let mut name = Names { typed: &typed.names, most: LONGEST_NAME, missing, long }.read(&mut wrong);
    for (lang, text) in
        unit.name.iter().filter(|(lang, _)| typed.names.iter().all(|(asked, _)| asked != lang))
    {
        name.set(lang, text);
    }
    let place = tidy(&typed.place);
    if place.chars().count() > LONGEST_NAME {
        wrong.push(Wrong::new("place", "unit-place-long").arg("n", limit()));
    }
    let opened = typed.opened_on.as_deref().filter(|_| unit.parent_id.is_some()).map(tidy);
    let mut opens = unit.opened_on;
    match opened.as_deref() {
        None => {}
        Some("") => {
            let above = unit.parent_id.or_missing()?;
            opens =
                store::by_id(&app.db, unit.network.id, above, app.clock.day()).await?.or_missing()?.opened_on;
        }
        Some(text) => match date(text) {
            Some(day) => opens = day,
            None => wrong.push(Wrong::new("opened_on", "unit-opened-missing")),
        },
    }
    if !wrong.is_empty() {
        return Ok(Err(wrong));
    }
    let place = Some(place).filter(|place| !place.is_empty());
    if name != unit.name || place != unit.place || opens != unit.opened_on {
        let today = app.clock.today(unit.network.zone);
        let mut tx = app.db.begin().await?;
        bring::alone(&mut tx).await?;
        let wanted = BTreeMap::from([(unit.id, opens)]);
        let told = past::mend_openings(app, &mut tx, unit.network.id, &wanted).await?;
        if !told.is_empty() {
            return Ok(Err(told.into_iter().map(|(_, wrong)| wrong).collect()));
        }
        store::mend(&mut tx, unit.network.id, unit.id, &name, place, today).await?;
        put_on_record_in(app, &mut tx, me.id, "mend_unit", &unit.code, &unit.network.id, &unit.id).await?;
        tx.commit().await?;
    }
    Ok(Ok(()))
}
