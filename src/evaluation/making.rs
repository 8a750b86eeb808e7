//! Making an evaluation, and changing or withdrawing it while nobody could answer yet.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use uuid::Uuid;

use super::acts::{Deed, acted, mix};
use super::standing::{Evaluation, Place, State};
use super::store;
use super::typed::{New, Offered};
use crate::access::{Act, Me, put_on_record_in};
use crate::app::App;
use crate::db::Tx;
use crate::error::{AppError, OrMissing, Result};
use crate::form::Wrong;
use crate::questionnaires;
use crate::units::{self, Unit, code};
use crate::vocabulary::Kind;

/// One at a time.
pub(super) const CHANGING: i64 = 0x6576_616c;
/// Letters and digits that are not read for another; an address is typed off a poster.
const SIGNS: &[u8; 31] = b"23456789abcdefghjkmnpqrstuvwxyz";
/// How many of them an address has.
pub(super) const LONG: usize = 7;

pub(super) async fn begin(app: &App, me: &Me, unit: &Unit) -> Result<Tx> {
    me.allow(Act::Evaluate, &unit.as_place())?;
    let mut tx = app.db.begin().await?;
    tx.alone(CHANGING).await?;
    Ok(tx)
}

pub(super) async fn on_record(app: &App, tx: &mut Tx, by: Uuid, unit: &Unit, what: &str) -> Result<()> {
    put_on_record_in(app, tx, by, "evaluate", what, &unit.network.id, &unit.id).await
}

/// Makes an evaluation of the whole network, with an address for each of its units that record, and says by which code it is
/// found.
pub async fn make(
    app: &App,
    me: &Me,
    unit: &Unit,
    new: &New,
) -> Result<std::result::Result<String, Vec<Wrong>>> {
    let offered = questionnaires::finished(&app.db, unit.network.id).await?;
    let mut tx = begin(app, me, unit).await?;
    let all = store::of_network(&mut tx, unit.network.id).await?;
    if let Some(there) = all.iter().find(|it| it.id == new.id) {
        return Ok(Ok(there.code.clone()));
    }
    let codes = store::codes(&mut tx, unit.network.id).await?;
    if codes.iter().any(|(id, _)| *id == new.id) {
        // Made by this form, and withdrawn since.
        return Err(AppError::Conflict);
    }
    let today = app.clock.today(unit.network.zone);
    let agreed = match new.read(&mut tx, unit, (&offered, &all), today).await? {
        Ok(agreed) => agreed,
        Err(wrong) => return Ok(Err(wrong)),
    };
    let taken = |code: &str| code == "new" || codes.iter().any(|(_, it)| it == code);
    let first = unit.network.languages.first().map_or("", String::as_str);
    let mut it = Evaluation {
        network_id: unit.network.id,
        id: new.id,
        code: code::proposed(agreed.name.read(first), "evaluation", taken),
        ..Evaluation::default()
    };
    agreed.put_into(&mut it);
    store::insert(&mut tx, &it, me.id, app.clock.now()).await?;
    store::insert_questionnaires(&mut tx, it.network_id, it.id, &agreed.asked).await?;
    store::choose(&mut tx, it.network_id, it.id, &agreed.chosen).await?;
    place_units(app, &mut tx, &it, today).await?;
    acted(app, &mut tx, &it, Deed::Prepared, Some(me.id)).await?;
    on_record(app, &mut tx, me.id, unit, &format!("make {}", it.code)).await?;
    tx.commit().await?;
    Ok(Ok(it.code))
}

/// One that is prepared: as it stands, in a transaction in which nobody else changes it.
async fn prepared(app: &App, me: &Me, unit: &Unit, code: &str) -> Result<(Tx, Evaluation)> {
    let mut tx = begin(app, me, unit).await?;
    let it = store::by_code(&mut tx, unit.network.id, code).await?.or_missing()?;
    if it.state() == State::Prepared { Ok((tx, it)) } else { Err(AppError::Conflict) }
}

/// Changes one that is prepared. Its addresses stay, for they may be printed already; where something is no longer asked,
/// they go.
pub async fn change(
    app: &App,
    me: &Me,
    unit: &Unit,
    code: &str,
    (new, offered): (&New, &[Offered]),
) -> Result<std::result::Result<(), Vec<Wrong>>> {
    let (mut tx, mut it) = prepared(app, me, unit, code).await?;
    let all = store::of_network(&mut tx, unit.network.id).await?;
    let today = app.clock.today(unit.network.zone);
    let new = New { id: it.id, ..new.clone() };
    let agreed = match new.read(&mut tx, unit, (offered, &all), today).await? {
        Ok(agreed) => agreed,
        Err(wrong) => return Ok(Err(wrong)),
    };
    let before = it.clone();
    agreed.put_into(&mut it);
    let mut asked = agreed.asked;
    asked.sort_by_key(|(kind, _)| kind.code());
    let mut was = store::chosen(&mut tx, it.network_id, it.id).await?;
    let mut chosen = agreed.chosen;
    was.sort_unstable();
    chosen.sort_unstable();
    let asked_before = store::questionnaires(&mut tx, it.network_id, it.id).await?;
    if before == it && asked_before == asked && was == chosen {
        return Ok(Ok(()));
    }
    store::update(&mut tx, &it).await?;
    store::ask_anew(&mut tx, &it, &asked, &chosen).await?;
    place_units(app, &mut tx, &it, today).await?;
    acted(app, &mut tx, &it, Deed::Changed, Some(me.id)).await?;
    on_record(app, &mut tx, me.id, unit, &format!("change {code}")).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Withdraws one that is prepared: nobody has answered, and nobody can any more.
pub async fn withdraw(app: &App, me: &Me, unit: &Unit, code: &str) -> Result<()> {
    let (mut tx, it) = prepared(app, me, unit, code).await?;
    store::set_withdrawn(&mut tx, &it, app.clock.now()).await?;
    acted(app, &mut tx, &it, Deed::Withdrawn, Some(me.id)).await?;
    on_record(app, &mut tx, me.id, unit, &format!("withdraw {code}")).await?;
    tx.commit().await?;
    // Its codes open nothing.
    mix(app, it.network_id, it.id).await
}

/// Brings in an evaluation as it was made and run elsewhere: with its acts, and an address for each unit that recorded on
/// its first day.
pub async fn bring(app: &App, tx: &mut Tx, it: &Evaluation, by: Uuid, asked: &[(Kind, Uuid)]) -> Result<()> {
    let now = app.clock.now();
    store::insert(tx, it, by, now).await?;
    store::insert_questionnaires(tx, it.network_id, it.id, asked).await?;
    place_units(app, tx, it, it.opens_on).await?;
    let mut deeds = vec![(Deed::Prepared, now)];
    if let Some(at) = it.opened_at {
        store::set_opened(tx, it.network_id, it.id, at).await?;
        deeds.push((Deed::Opened, at));
    }
    if let Some(at) = it.closed_at {
        store::set_closed(tx, it.network_id, it.id, at).await?;
        deeds.push((Deed::Closed, at));
    }
    if let Some(at) = it.released_at {
        store::set_released(tx, it.network_id, it.id, at).await?;
        deeds.push((Deed::Released, at));
    }
    for (deed, at) in deeds {
        // Its day opened and closed it.
        let person = matches!(deed, Deed::Prepared | Deed::Released).then_some(by);
        store::insert_act(tx, it, (app.ids.ordered(), at), deed, person).await?;
    }
    Ok(())
}

/// Gives each unit that records an address for each kind that is asked about, where it has none yet.
pub(super) async fn place_units(app: &App, tx: &mut Tx, it: &Evaluation, today: NaiveDate) -> Result<()> {
    let asked = store::questionnaires(&mut *tx, it.network_id, it.id).await?;
    let known = store::places(&mut *tx, it.network_id, it.id).await?;
    let there: BTreeSet<(Uuid, Kind)> = known.iter().map(|it| (it.unit_id, it.kind)).collect();
    let units = units::ever_in(&mut *tx, it.network_id).await?;
    let chosen = store::chosen(&mut *tx, it.network_id, it.id).await?;
    let about = |unit: &&Unit| chosen.is_empty() || chosen.contains(&unit.id);
    let open = units.iter().filter(|unit| unit.may_record && unit.open_on(today.max(unit.opened_on)));
    let open = open.filter(about);
    let mut places = Vec::new();
    for unit in open {
        for (kind, version_id) in asked.iter().filter(|(kind, _)| !there.contains(&(unit.id, *kind))) {
            let drawn = app.ids.fill::<LONG>();
            let address =
                drawn.iter().map(|byte| char::from(SIGNS[usize::from(*byte) % SIGNS.len()])).collect();
            places.push(Place {
                unit_id: unit.id,
                kind: *kind,
                version_id: *version_id,
                address,
                code_only: false,
            });
        }
    }
    Ok(store::insert_places(tx, it.network_id, it.id, &places).await?)
}

/// An address of an evaluation, where it has one: the unit's, if it is asked about.
pub async fn address(app: &App, unit: &Unit, code: &str) -> Result<Option<String>> {
    let it = store::by_code(&app.db, unit.network.id, code).await?.or_missing()?;
    let places = store::places(&app.db, it.network_id, it.id).await?;
    let own = places.iter().position(|place| place.unit_id == unit.id);
    Ok(places.into_iter().nth(own.unwrap_or(0)).map(|place| place.address))
}
