//! Making an evaluation, opening and closing it, by hand or when its day has come, and counting what came in.

use std::collections::BTreeSet;

use chrono::{Duration, NaiveDate};
use uuid::Uuid;

use super::standing::{Evaluation, LONGEST_DAYS, Place, State, told};
use super::terms::Typed;
use super::{copies, reminding, store};
use crate::access::{Act, Me, put_on_record_in};
use crate::answers;
use crate::app::App;
use crate::db::Tx;
use crate::error::{AppError, OrMissing, Result};
use crate::form::{Names, Wrong, tidy};
use crate::i18n::Text18;
use crate::questionnaires;
use crate::units::{self, Unit, code};
use crate::vocabulary::Kind;

/// One at a time.
pub(super) const CHANGING: i64 = 0x6576_616c;
/// Characters of what an evaluation is called, of what it is for and what is agreed to, and of whom to ask.
const NAME: usize = 120;
const TEXT: usize = 600;
/// Letters and digits that are not read for another; an address is typed off a poster.
const SIGNS: &[u8; 31] = b"23456789abcdefghjkmnpqrstuvwxyz";
const LONG: usize = 7;

/// What was typed to make an evaluation.
#[derive(Clone, Debug, Default)]
pub struct New {
    /// Made by the page: the form sent twice makes one.
    pub id: Uuid,
    /// (language, text)
    pub names: Vec<(String, String)>,
    pub purposes: Vec<(String, String)>,
    pub consents: Vec<(String, String)>,
    pub contact: String,
    pub opens_on: String,
    /// The last day on which answers are taken.
    pub last_on: String,
    /// The version asked about a kind, as typed.
    pub asked: Vec<(Kind, String)>,
    pub terms: Typed,
    /// Not of a year and of all units, but of an occasion and of those with these codes.
    pub occasion: bool,
    pub units: Vec<String>,
}

fn texts(typed: &[(String, String)], most: usize, field: &str, wrong: &mut Vec<Wrong>) -> Text18 {
    let mut found = Vec::new();
    let names = Names { typed, most, missing: "evaluation-text-missing", long: "evaluation-text-long" };
    let text = names.read(&mut found);
    let named = |it: Wrong| Wrong { field: it.field.replacen("name", field, 1), ..it };
    wrong.extend(found.into_iter().map(named));
    text
}

fn window(new: &New, today: NaiveDate, wrong: &mut Vec<Wrong>) -> (NaiveDate, NaiveDate) {
    let mut day = |field: &str, typed: &str| {
        typed.parse::<NaiveDate>().unwrap_or_else(|_| {
            wrong.push(Wrong::new(field, "evaluation-day-missing"));
            today
        })
    };
    let (opens, last) = (day("opens_on", &new.opens_on), day("last_on", &new.last_on));
    if wrong.iter().all(|it| it.field != "opens_on" && it.field != "last_on") {
        if last < opens || last < today {
            wrong.push(Wrong::new("last_on", "evaluation-ends-before"));
        } else if (last - opens).num_days() >= LONGEST_DAYS || (opens - today).num_days() > 730 {
            wrong.push(Wrong::new("last_on", "evaluation-too-long").arg("n", LONGEST_DAYS));
        }
    }
    (opens, last + Duration::days(1))
}

pub(super) async fn begin(app: &App, me: &Me, unit: &Unit) -> Result<Tx> {
    me.allow(Act::Evaluate, &unit.as_place())?;
    let mut tx = app.db.begin().await?;
    tx.alone(CHANGING).await?;
    Ok(tx)
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
    let mut wrong = Vec::new();
    let name = texts(&new.names, NAME, "name", &mut wrong);
    let purpose = texts(&new.purposes, TEXT, "purpose", &mut wrong);
    let consent = texts(&new.consents, TEXT, "consent", &mut wrong);
    let contact = tidy(&new.contact);
    if contact.is_empty() || contact.chars().count() > NAME {
        wrong.push(Wrong::new("contact", "evaluation-contact-missing"));
    }
    let today = app.clock.today(unit.network.zone);
    let (opens_on, closes_on) = window(new, today, &mut wrong);
    let mut asked = Vec::new();
    for (kind, typed) in new.asked.iter().filter(|(_, typed)| !typed.is_empty()) {
        let known = |(_, id, _): &&(questionnaires::Questionnaire, Uuid, i64)| id.to_string() == *typed;
        match offered.iter().find(known) {
            Some((_, id, _)) => asked.push((*kind, *id)),
            None => wrong.push(Wrong::new(&format!("asks_{}", kind.code()), "evaluation-questionnaire-gone")),
        }
    }
    if asked.is_empty() {
        let first = new.asked.first().map_or("open", |(kind, _)| kind.code());
        wrong.push(Wrong::new(&format!("asks_{first}"), "evaluation-asks-nothing"));
    }
    let languages = languages_of(&mut tx, unit.network.id, &asked).await?;
    let terms = new.terms.read(&languages, &mut wrong);
    let chosen = chosen(&mut tx, unit, new, today, &mut wrong).await?;
    if !wrong.is_empty() {
        return Ok(Err(wrong));
    }
    let taken = |code: &str| code == "new" || all.iter().any(|it| it.code == code);
    let first = unit.network.languages.first().map_or("", String::as_str);
    let it = Evaluation {
        network_id: unit.network.id,
        id: new.id,
        code: code::proposed(name.read(first), "evaluation", taken),
        name,
        purpose,
        consent,
        contact,
        least: terms.least,
        split_least: terms.split_least,
        yearly: !new.occasion,
        languages: terms.languages,
        ages: terms.ages,
        opens_on,
        closes_on,
        opened_at: None,
        closed_at: None,
        released_at: None,
        lost: 0,
    };
    store::insert(&mut tx, &it, me.id, app.clock.now()).await?;
    store::insert_questionnaires(&mut tx, it.network_id, it.id, &asked).await?;
    store::choose(&mut tx, it.network_id, it.id, &chosen).await?;
    place_units(app, &mut tx, &it, today).await?;
    on_record(app, &mut tx, me.id, unit, &format!("make {}", it.code)).await?;
    tx.commit().await?;
    Ok(Ok(it.code))
}

/// Languages that any of these versions is written in.
async fn languages_of(tx: &mut Tx, network_id: Uuid, asked: &[(Kind, Uuid)]) -> Result<Vec<String>> {
    let mut all = BTreeSet::new();
    for (_, id) in asked {
        let version = questionnaires::version(&mut *tx, network_id, *id).await?.or_missing()?;
        all.extend(version.content.languages);
    }
    Ok(all.into_iter().collect())
}

/// The units that an occasion is about.
async fn chosen(
    tx: &mut Tx,
    unit: &Unit,
    new: &New,
    today: NaiveDate,
    wrong: &mut Vec<Wrong>,
) -> Result<Vec<Uuid>> {
    if !new.occasion {
        return Ok(Vec::new());
    }
    let all = units::ever(&mut *tx, unit.network.id).await?;
    let open = all.iter().filter(|it| it.may_record && it.open_on(today.max(it.opened_on)));
    let chosen: Vec<Uuid> = open.filter(|it| new.units.contains(&it.code)).map(|it| it.id).collect();
    if chosen.is_empty() {
        wrong.push(Wrong::new("units", "evaluation-units-missing"));
    }
    Ok(chosen)
}

pub(super) async fn on_record(app: &App, tx: &mut Tx, by: Uuid, unit: &Unit, what: &str) -> Result<()> {
    put_on_record_in(app, tx, by, "evaluate", what, &unit.network.id, &unit.id).await
}

/// Brings in an evaluation as it was made and run elsewhere: with its acts, and an address for each unit that recorded on
/// its first day.
pub async fn bring(app: &App, tx: &mut Tx, it: &Evaluation, by: Uuid, asked: &[(Kind, Uuid)]) -> Result<()> {
    store::insert(tx, it, by, app.clock.now()).await?;
    store::insert_questionnaires(tx, it.network_id, it.id, asked).await?;
    place_units(app, tx, it, it.opens_on).await?;
    if let Some(at) = it.opened_at {
        store::set_opened(tx, it.network_id, it.id, at).await?;
    }
    if let Some(at) = it.closed_at {
        store::set_closed(tx, it.network_id, it.id, at).await?;
    }
    if let Some(at) = it.released_at {
        store::set_released(tx, it.network_id, it.id, at).await?;
    }
    Ok(())
}

/// Gives each unit that records an address for each kind that is asked about, where it has none yet.
async fn place_units(app: &App, tx: &mut Tx, it: &Evaluation, today: NaiveDate) -> Result<()> {
    let asked = store::questionnaires(&mut *tx, it.network_id, it.id).await?;
    let known = store::places(&mut *tx, it.network_id, it.id).await?;
    let there: BTreeSet<(Uuid, Kind)> = known.iter().map(|it| (it.unit_id, it.kind)).collect();
    let units = units::ever(&mut *tx, it.network_id).await?;
    let chosen = store::chosen(&mut *tx, it.network_id, it.id).await?;
    let about = |unit: &&Unit| it.yearly || chosen.contains(&unit.id);
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

/// Opens an evaluation: from now on answers are taken.
pub async fn open(app: &App, me: &Me, unit: &Unit, code: &str) -> Result<()> {
    let mut tx = begin(app, me, unit).await?;
    let it = store::by_code(&mut tx, unit.network.id, code).await?.or_missing()?;
    match it.state() {
        State::Open => return Ok(()),
        State::Closed | State::Released => return Err(AppError::Conflict),
        State::Prepared => {}
    }
    let today = app.clock.today(unit.network.zone);
    if today >= it.closes_on {
        return Err(AppError::Conflict);
    }
    place_units(app, &mut tx, &it, today).await?;
    store::set_opened(&mut tx, it.network_id, it.id, app.clock.now()).await?;
    on_record(app, &mut tx, me.id, unit, &format!("open {code}")).await?;
    Ok(tx.commit().await?)
}

/// Closes an evaluation for good: nothing is taken any more, and what waits is mixed.
pub async fn close(app: &App, me: &Me, unit: &Unit, code: &str) -> Result<()> {
    let mut tx = begin(app, me, unit).await?;
    let it = store::by_code(&mut tx, unit.network.id, code).await?.or_missing()?;
    if it.state() == State::Prepared {
        return Err(AppError::Conflict);
    }
    if it.state() == State::Open {
        store::set_closed(&mut tx, it.network_id, it.id, app.clock.now()).await?;
        on_record(app, &mut tx, me.id, unit, &format!("close {code}")).await?;
    }
    tx.commit().await?;
    mix(app, it.network_id, it.id).await
}

/// Mixes what waits of an evaluation that is closed. May be done again: what a crash left waiting is mixed by whoever closes
/// once more, by the night's work, and before anything is counted.
pub async fn mix(app: &App, network_id: Uuid, id: Uuid) -> Result<()> {
    let mixed = answers::mix_all(app, network_id, id).await?;
    if mixed.unreadable > 0 {
        let mut tx = app.db.begin().await?;
        store::add_lost(&mut tx, network_id, id, i64::try_from(mixed.unreadable).unwrap_or(i64::MAX)).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Opens what came of a closed evaluation to everybody; false where it is open to them already.
pub async fn release(app: &App, tx: &mut Tx, it: &Evaluation) -> Result<bool> {
    match store::by_id(&mut *tx, it.network_id, it.id).await?.map(|it| it.state()) {
        Some(State::Closed) => {
            store::set_released(tx, it.network_id, it.id, app.clock.now()).await?;
            Ok(true)
        }
        Some(State::Released) => Ok(false),
        _ => Err(AppError::Conflict),
    }
}

/// What is due of an evaluation on a day, by itself: it opens, it closes, units that were added get their addresses, and what
/// came in is counted.
pub async fn look_after(app: &App, network_id: Uuid, id: Uuid, today: NaiveDate) -> Result<()> {
    let mut tx = app.db.begin().await?;
    tx.alone(CHANGING).await?;
    let Some(it) = store::by_id(&mut tx, network_id, id).await? else { return Ok(()) };
    let mut state = it.state();
    if state == State::Prepared && it.opens_on <= today && today < it.closes_on {
        store::set_opened(&mut tx, network_id, id, app.clock.now()).await?;
        state = State::Open;
    }
    if state == State::Open && today >= it.closes_on {
        store::set_closed(&mut tx, network_id, id, app.clock.now()).await?;
        state = State::Closed;
    }
    let over = matches!(state, State::Closed | State::Released);
    if !over {
        place_units(app, &mut tx, &it, today).await?;
    }
    if state == State::Open {
        let complete = store::complete(&mut tx, network_id, id).await?;
        let places = store::places(&mut tx, network_id, id).await?;
        let of = |place: &Place| {
            let same = |(unit, version, _): &&(Uuid, Uuid, i64)| {
                *unit == place.unit_id && *version == place.version_id
            };
            complete.iter().find(same).map_or(0, |(_, _, n)| told(*n))
        };
        let counts: Vec<(Uuid, Kind, i64)> =
            places.iter().map(|place| (place.unit_id, place.kind, of(place))).collect();
        store::put_counts(&mut tx, network_id, id, today, &counts).await?;
        let it = store::by_id(&mut tx, network_id, id).await?.or_missing()?;
        reminding::remind(app, &mut tx, &it, today, &counts).await?;
    }
    if let Some(it) = store::by_id(&mut tx, network_id, id).await? {
        copies::look(app, &mut tx, &it, today).await?;
    }
    tx.commit().await?;
    if over {
        mix(app, network_id, id).await?;
    }
    Ok(())
}

/// An address of an evaluation, where it has one: the unit's, if it is asked about.
pub async fn address(app: &App, unit: &Unit, code: &str) -> Result<Option<String>> {
    let it = store::by_code(&app.db, unit.network.id, code).await?.or_missing()?;
    let places = store::places(&app.db, it.network_id, it.id).await?;
    let own = places.iter().position(|place| place.unit_id == unit.id);
    Ok(places.into_iter().nth(own.unwrap_or(0)).map(|place| place.address))
}
