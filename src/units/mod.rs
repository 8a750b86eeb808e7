//! Where youth work happens and who answers for it: the network, its municipalities, organisations and youth centres, as
//! a tree of any depth. What a unit is called and where it belongs is dated, so that a report of last year says it as it
//! was.

mod adding;
mod bring;
pub mod code;
mod correcting;
pub mod file;
mod kept;
mod kinds;
pub mod look;
mod past;
mod store;
mod unit;
mod web;

use chrono::NaiveDate;
use uuid::Uuid;

pub use bring::{bring_in, given_out, look};
pub use kept::{Kept, OfUnits, called, ever};
pub use past::{Called, Closable, Closing, Closure, alone, called as called_in, closable, close, history};
pub use store::{
    add, branch, branch_of, by_id, by_place, children, ever as ever_in, hold, insert_network, kinds,
    named_line, named_path, network_named, networks, root, take as take_places, take_changes,
};
pub use unit::{Kind, LONGEST_NAME, Network, NewUnit, Unit, standard_kinds, viewer_of};
pub use web::routes;

use crate::app::App;
use crate::error::{OrMissing, Result};

/// The unit with these codes, as it stands today.
pub async fn find(app: &App, network: &str, code: &str) -> Result<Unit> {
    store::by_codes(&app.db, network, code, app.clock.day()).await?.or_missing()
}

/// Checks a code as it stands in addresses: lower-case letters, digits and dashes, 2 to 60 of them.
pub fn code(text: &str) -> std::result::Result<String, String> {
    let fits = (2..=60).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-');
    if fits {
        Ok(text.to_owned())
    } else {
        Err("expected 2 to 60 lower-case letters (a–z), digits and dashes".to_owned())
    }
}

/// A network's root unit, for commands: the network may be left out where the server holds only one.
pub async fn root_named(app: &App, network: Option<&str>) -> std::result::Result<Unit, String> {
    let mut roots = networks(&app.db, app.clock.day()).await.map_err(|error| error.to_string())?;
    match network {
        Some(code) => {
            let found = roots.into_iter().find(|root| root.network.code == code);
            found.ok_or_else(|| format!("there is no network with the code {code}"))
        }
        None if roots.len() > 1 => {
            Err("the server holds several networks; name one with --network".to_owned())
        }
        None => roots.pop().ok_or_else(|| "there is no network yet; make one with: logbook init".to_owned()),
    }
}

/// The unit with this code, for commands.
pub async fn named(app: &App, network: Option<&str>, code: &str) -> std::result::Result<Unit, String> {
    let network = root_named(app, network).await?.network.code;
    let found =
        store::by_codes(&app.db, &network, code, app.clock.day()).await.map_err(|error| error.to_string())?;
    found.ok_or_else(|| format!("no unit has the code {code} in the network {network}"))
}

/// The label of a name in a language.
pub fn name_label(w: crate::i18n::Words, lang: &str) -> String {
    let key = format!("name-in-{lang}");
    if w.has(&key) { w.tr(&key) } else { w.of("name-in", lang) }
}

/// A new network: its kinds of units, and the root that carries its name.
pub struct NewNetwork<'a> {
    pub code: &'a str,
    pub name: &'a crate::i18n::Text18,
    pub opened_on: NaiveDate,
    /// The first is what names fall back to.
    pub languages: Vec<String>,
    pub zone: chrono_tz::Tz,
    pub country: &'a str,
}

/// Makes a network with its root unit and returns (network id, root unit id).
pub async fn found(app: &App, tx: &mut crate::db::Tx, new: NewNetwork<'_>) -> Result<(Uuid, Uuid)> {
    let network = Network {
        id: app.ids.ordered(),
        code: new.code.to_owned(),
        languages: new.languages,
        zone: new.zone,
        country: new.country.to_owned(),
        school_year_start: (9, 1),
        units_seq: 0,
    };
    insert_network(tx, &network, app.clock.now()).await?;
    store::insert_kinds(tx, network.id, &standard_kinds()).await?;
    let root = NewUnit {
        id: app.ids.ordered(),
        code: new.code.to_owned(),
        kind: "network".into(),
        name: new.name.clone(),
        place: None,
        opened_on: new.opened_on,
    };
    let root_id = root.id;
    add(tx, network.id, None, app.ids.ordered(), &root).await?;
    Ok((network.id, root_id))
}

#[cfg(test)]
mod tests;
