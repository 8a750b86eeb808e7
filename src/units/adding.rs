//! Adding one unit by hand: what was typed, and what has to hold of it.

use std::collections::HashSet;

use chrono::NaiveDate;
use uuid::Uuid;

use super::code::proposed;
use super::file::date;
use super::store::{self, Placed};
use super::{Kind, LONGEST_NAME, NewUnit, Unit, bring};
use crate::app::App;
use crate::error::{AppError, Result};
use crate::form::{Names, Wrong, tidy};

/// The form as it was typed.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// Made by the page: sending the form twice makes one unit.
    pub id: Uuid,
    /// Language and text, for each of the network's languages.
    pub names: Vec<(String, String)>,
    /// Empty: made from the name.
    pub code: String,
    pub kind: String,
    /// Empty: since the unit above is.
    pub opened_on: String,
    pub place: String,
}

fn too_long(text: &str) -> bool {
    text.chars().count() > LONGEST_NAME
}

pub fn limit() -> i64 {
    i64::try_from(LONGEST_NAME).unwrap_or(i64::MAX)
}

impl Typed {
    /// The unit as typed, or everything that is wrong with it. `taken` are the network's codes, `kinds` those to choose
    /// from; `parent_opens` is when the unit above does.
    pub fn unit(
        &self,
        kinds: &[Kind],
        taken: &HashSet<String>,
        parent_opens: NaiveDate,
        today: NaiveDate,
    ) -> std::result::Result<NewUnit, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let names = Names {
            typed: &self.names,
            most: LONGEST_NAME,
            missing: "unit-name-missing",
            long: "unit-name-long",
        };
        let name = names.read(&mut wrong);
        let first = self.names.first().map_or("", |(lang, _)| lang);
        if !kinds.iter().any(|kind| kind.code == self.kind) {
            wrong.push(Wrong::new("kind", "unit-kind-missing"));
        }
        let place = tidy(&self.place);
        if too_long(&place) {
            wrong.push(Wrong::new("place", "unit-place-long").arg("n", limit()));
        }
        let opened_on =
            if tidy(&self.opened_on).is_empty() { Some(parent_opens) } else { date(&self.opened_on) };
        match opened_on {
            None => wrong.push(Wrong::new("opened_on", "unit-opened-missing")),
            // Today's tree would have a unit below one that is not there yet.
            Some(day) if parent_opens > day.max(today) => {
                wrong.push(Wrong::new("opened_on", "unit-opened-early").arg("day", parent_opens));
            }
            Some(_) => {}
        }
        let typed = tidy(&self.code).to_lowercase();
        let proposal = proposed(name.read(first), "unit", |code| taken.contains(code));
        let code = if typed.is_empty() { proposal.clone() } else { typed };
        if super::code(&code).is_err() {
            wrong.push(
                Wrong::new("code", "unit-code-wrong")
                    .arg("it", proposed(&code, "unit", |it| taken.contains(it))),
            );
        } else if taken.contains(&code) {
            let free = proposed(&code, "unit", |it| taken.contains(it));
            wrong.push(Wrong::new("code", "unit-code-taken").arg("it", free));
        }
        match opened_on {
            Some(opened_on) if wrong.is_empty() => Ok(NewUnit {
                id: self.id,
                code,
                kind: self.kind.clone(),
                name,
                place: Some(place).filter(|place| !place.is_empty()),
                opened_on,
            }),
            _ => Err(wrong),
        }
    }
}

/// Adds a unit below `parent`; returns its code. Sent again, the form has added its unit already.
pub async fn add_by_hand(
    app: &App,
    parent: &Unit,
    typed: &Typed,
) -> Result<std::result::Result<String, Vec<Wrong>>> {
    let network_id = parent.network.id;
    let today = app.clock.today(parent.network.zone);
    if parent.closed_on.is_some_and(|closed| closed <= today) {
        return Err(AppError::Invalid("unit-closed"));
    }
    let kinds = lower_kinds(app, parent).await?;
    let mut tx = app.db.begin().await?;
    bring::alone(&mut tx).await?;
    let ever = store::ever(&mut tx, network_id).await?;
    if let Some(there) = ever.iter().find(|unit| unit.id == typed.id) {
        return if there.parent_id == Some(parent.id) {
            Ok(Ok(there.code.clone()))
        } else {
            Err(AppError::Conflict)
        };
    }
    let taken: HashSet<String> = ever.into_iter().map(|unit| unit.code).collect();
    let unit = match typed.unit(&kinds, &taken, parent.opened_on, today) {
        Ok(unit) => unit,
        Err(wrong) => return Ok(Err(wrong)),
    };
    let code = unit.code.clone();
    let path = parent.path.below(unit.id);
    let placed = Placed { unit, placement_id: app.ids.ordered(), parent_id: Some(parent.id), path };
    store::add_all(&mut tx, network_id, &[placed]).await?;
    tx.commit().await?;
    Ok(Ok(code))
}

/// The kinds a new unit below another may have: all but the network's own and retired ones.
pub async fn lower_kinds(app: &App, unit: &Unit) -> Result<Vec<Kind>> {
    let root = store::network_named(&app.db, &unit.network.code, app.clock.day()).await?;
    let mut kinds = store::kinds(&app.db, unit.network.id).await?;
    kinds.retain(|kind| kind.retired_on.is_none() && root.as_ref().is_none_or(|root| root.kind != kind.code));
    Ok(kinds)
}
