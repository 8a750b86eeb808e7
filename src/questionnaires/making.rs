//! Making questionnaires and changing what they ask: for whoever runs the network's evaluation. What a finished version
//! asks never changes; the next version begins as its copy.

use uuid::Uuid;

use super::changing::Change;
use super::check::{Fault, check};
use super::content::Content;
use super::questionnaire::{KINDS, Questionnaire, Version};
use super::shipped::shipped;
use super::store::{self, By};
use crate::access::{Act, Me, put_on_record_in};
use crate::app::App;
use crate::db::Tx;
use crate::error::{AppError, OrMissing, Result};
use crate::form::{Names, Wrong};
use crate::i18n::Text18;
use crate::units::{Unit, code};
use crate::vocabulary::Kind;

/// One at a time.
const CHANGING: i64 = 0x7175_6573;
/// The longest name, in characters.
const LONGEST_NAME: usize = 120;

/// Done, or what is wrong.
pub type Done = std::result::Result<(), Vec<Wrong>>;

/// What a new questionnaire begins with.
#[derive(Clone, Debug)]
pub enum Source {
    /// What the program brings, by code.
    Shipped(String),
    /// The latest version of another one of the network, by code.
    Copy(String),
    /// Nothing yet.
    Blank,
    /// What a file asks.
    Content(Box<Content>),
}

fn by(app: &App, me: &Me) -> By {
    By { person: me.id, at: app.clock.now() }
}

async fn begin(app: &App, me: &Me, unit: &Unit) -> Result<Tx> {
    me.allow(Act::ManageQuestionnaires, &unit.as_place())?;
    let mut tx = app.db.begin().await?;
    tx.alone(CHANGING).await?;
    Ok(tx)
}

async fn end(app: &App, me: &Me, unit: &Unit, mut tx: Tx, what: &str) -> Result<()> {
    put_on_record_in(app, &mut tx, me.id, "change_questionnaires", what, &unit.network.id, &unit.id).await?;
    Ok(tx.commit().await?)
}

/// What was typed to make a questionnaire.
pub struct New {
    /// Made by the page: the form sent twice makes one.
    pub id: Uuid,
    pub source: Source,
    /// (language, name)
    pub names: Vec<(String, String)>,
    pub kind: Option<Kind>,
}

/// The latest version of a questionnaire.
async fn latest(tx: &mut Tx, network_id: Uuid, questionnaire_id: Uuid) -> Result<Version> {
    store::versions_of(tx, network_id, questionnaire_id).await?.pop().or_missing()
}

async fn source(
    tx: &mut Tx,
    unit: &Unit,
    source: &Source,
) -> Result<(Content, Option<Text18>, Option<Kind>)> {
    let network_id = unit.network.id;
    Ok(match source {
        Source::Shipped(code) => {
            let it = shipped().iter().find(|it| it.code == code).or_missing()?;
            (it.content.clone(), Some(it.name.clone()), Some(it.kind))
        }
        Source::Copy(code) => {
            let it = store::by_code(&mut *tx, network_id, code).await?.or_missing()?;
            (latest(tx, network_id, it.id).await?.content, None, Some(it.kind))
        }
        Source::Blank => {
            let languages = unit.network.languages.clone();
            (Content { languages, ..Content::default() }, None, None)
        }
        Source::Content(content) => ((**content).clone(), None, None),
    })
}

/// Gives a network a questionnaire that the program ships, finished; the id of its version.
pub async fn bring(app: &App, tx: &mut Tx, network_id: Uuid, person: Uuid, code: &str) -> Result<Uuid> {
    let shipped = shipped().iter().find(|it| it.code == code).or_missing()?;
    let by = By { person, at: app.clock.now() };
    let it = Questionnaire {
        id: app.ids.ordered(),
        code: code.to_owned(),
        name: shipped.name.clone(),
        kind: shipped.kind,
        retired_on: None,
    };
    store::insert(tx, network_id, by, &it).await?;
    let version = app.ids.ordered();
    store::insert_version(tx, network_id, by, (version, it.id, 1), &shipped.content).await?;
    store::lock(tx, network_id, version, by.at).await?;
    Ok(version)
}

/// Makes a questionnaire with its first version, and says by which code it is found.
pub async fn make(
    app: &App,
    me: &Me,
    unit: &Unit,
    new: &New,
) -> Result<std::result::Result<String, Vec<Wrong>>> {
    let mut tx = begin(app, me, unit).await?;
    let network_id = unit.network.id;
    let all = store::of_network(&mut tx, network_id).await?;
    if let Some(there) = all.iter().find(|it| it.id == new.id) {
        return Ok(Ok(there.code.clone()));
    }
    let (content, name, kind) = source(&mut tx, unit, &new.source).await?;
    let mut wrong = Vec::new();
    let typed = Names {
        typed: &new.names,
        most: LONGEST_NAME,
        missing: "questionnaire-name-missing",
        long: "questionnaire-name-long",
    };
    let name = match name {
        // What the program brings has a name; another one may be typed.
        Some(name) if new.names.iter().all(|(_, text)| text.trim().is_empty()) => name,
        _ => typed.read(&mut wrong),
    };
    let kind = new.kind.or(kind).filter(|kind| KINDS.contains(kind));
    let Some(kind) = kind else {
        wrong.push(Wrong::new("kind", "questionnaire-kind-missing"));
        return Ok(Err(wrong));
    };
    if !wrong.is_empty() {
        return Ok(Err(wrong));
    }
    let first = unit.network.languages.first().map_or("", String::as_str);
    let taken = |code: &str| code == "file" || all.iter().any(|it| it.code == code);
    let code = code::proposed(name.read(first), kind.code(), taken);
    let made = Questionnaire { id: new.id, code: code.clone(), name, kind, retired_on: None };
    store::insert(&mut tx, network_id, by(app, me), &made).await?;
    store::insert_version(&mut tx, network_id, by(app, me), (app.ids.ordered(), new.id, 1), &content).await?;
    end(app, me, unit, tx, &format!("make {code}")).await?;
    Ok(Ok(code))
}

/// A questionnaire with its latest version, about to be changed.
async fn open(app: &App, me: &Me, unit: &Unit, questionnaire: &str) -> Result<(Tx, Questionnaire, Version)> {
    let mut tx = begin(app, me, unit).await?;
    let found = store::by_code(&mut tx, unit.network.id, questionnaire).await?.or_missing()?;
    let version = latest(&mut tx, unit.network.id, found.id).await?;
    Ok((tx, found, version))
}

/// What came of a change.
pub enum Changed {
    Done,
    /// This would be wrong with it.
    Faults(Vec<Fault>),
    /// What the form showed has been changed by somebody else since.
    Meanwhile,
    /// The version is finished and does not change any more.
    Finished,
}

/// Changes what the latest version asks. `seen`, whether what the form showed still stands as it was shown.
pub async fn change(
    app: &App,
    me: &Me,
    unit: &Unit,
    questionnaire: &str,
    change: &Change,
    seen: impl Fn(&Content) -> bool,
) -> Result<Changed> {
    let (mut tx, found, version) = open(app, me, unit, questionnaire).await?;
    let next = match version.content.changed(change) {
        // The form sent twice.
        Ok(next) if next == version.content => return Ok(Changed::Done),
        _ if version.locked_at.is_some() => return Ok(Changed::Finished),
        _ if !seen(&version.content) => return Ok(Changed::Meanwhile),
        Ok(next) => next,
        Err(faults) => return Ok(Changed::Faults(faults)),
    };
    if !store::save(&mut tx, unit.network.id, by(app, me), version.id, &next).await? {
        return Err(AppError::Conflict);
    }
    end(app, me, unit, tx, &format!("change {} {}", found.code, version.number)).await?;
    Ok(Changed::Done)
}

/// Finishes the latest version: it can be used from then on, and never changes. What is wrong with it, where something is.
pub async fn finish(
    app: &App,
    me: &Me,
    unit: &Unit,
    questionnaire: &str,
    number: i64,
) -> Result<std::result::Result<(), Vec<Fault>>> {
    let (mut tx, found, version) = open(app, me, unit, questionnaire).await?;
    if version.number != number {
        return Err(AppError::Conflict);
    }
    if version.locked_at.is_some() {
        return Ok(Ok(()));
    }
    let faults = check(&version.content);
    if !faults.is_empty() {
        return Ok(Err(faults));
    }
    store::lock(&mut tx, unit.network.id, version.id, app.clock.now()).await?;
    end(app, me, unit, tx, &format!("finish {} {number}", found.code)).await?;
    Ok(Ok(()))
}

/// Begins version `number` as a copy of the finished one before it.
pub async fn next_version(app: &App, me: &Me, unit: &Unit, questionnaire: &str, number: i64) -> Result<()> {
    let (mut tx, found, version) = open(app, me, unit, questionnaire).await?;
    if version.number == number {
        return Ok(());
    }
    if version.number + 1 != number || version.locked_at.is_none() {
        return Err(AppError::Conflict);
    }
    let place = (app.ids.ordered(), found.id, number);
    store::insert_version(&mut tx, unit.network.id, by(app, me), place, &version.content).await?;
    end(app, me, unit, tx, &format!("begin {} {number}", found.code)).await
}

/// Calls a questionnaire something else. What it is called in other languages stays.
pub async fn rename(
    app: &App,
    me: &Me,
    unit: &Unit,
    questionnaire: &str,
    typed: &[(String, String)],
) -> Result<Done> {
    let (mut tx, found, _) = open(app, me, unit, questionnaire).await?;
    let mut wrong = Vec::new();
    let names = Names {
        typed,
        most: LONGEST_NAME,
        missing: "questionnaire-name-missing",
        long: "questionnaire-name-long",
    };
    let mut name = names.read(&mut wrong);
    if !wrong.is_empty() {
        return Ok(Err(wrong));
    }
    for (lang, text) in found.name.iter().filter(|(lang, _)| typed.iter().all(|(asked, _)| asked != lang)) {
        name.set(lang, text);
    }
    if name != found.name {
        store::set_name(&mut tx, unit.network.id, found.id, &name).await?;
        end(app, me, unit, tx, &format!("rename {}", found.code)).await?;
    }
    Ok(Ok(()))
}

/// Retires a questionnaire from today on, so that it is not offered, or brings it back.
pub async fn retire(app: &App, me: &Me, unit: &Unit, questionnaire: &str, retired: bool) -> Result<()> {
    let (mut tx, found, _) = open(app, me, unit, questionnaire).await?;
    if found.retired_on.is_some() != retired {
        let on = retired.then(|| app.clock.today(unit.network.zone));
        store::set_retired(&mut tx, unit.network.id, found.id, on).await?;
        let what = if retired { "retire" } else { "return" };
        end(app, me, unit, tx, &format!("{what} {}", found.code)).await?;
    }
    Ok(())
}
