//! Changing the kinds of units a network has. A kind is never deleted and its code never changes, for files and figures
//! name it: it can be called something else, and retired.

use uuid::Uuid;

use super::code::proposed;
use super::{Kind, Unit, store};
use crate::access::{Act, Me, put_on_record_in};
use crate::app::App;
use crate::db::Tx;
use crate::error::{AppError, OrMissing, Result};
use crate::form::{Names, Wrong, tidy};
use crate::i18n::{Text18, folded};

/// The longest name of a kind, in characters: it stands beside a unit's own.
const LONGEST: usize = 80;
/// One at a time, or two would give two kinds one name.
const CHANGING: i64 = 0x6b69_6e64;

/// The form as typed.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// Language and text, for each of the network's languages.
    pub names: Vec<(String, String)>,
    /// Only of a new kind; empty: made from the name.
    pub code: String,
    pub may_record: bool,
    /// The code of the kind it stands behind; empty: in front. Only of one that is there.
    pub after: String,
}

impl Typed {
    /// The form that shows a kind.
    pub fn of(kind: &Kind, kinds: &[Kind], languages: &[String]) -> Typed {
        let name = |lang: &String| (lang.clone(), kind.name.get(lang).unwrap_or_default().to_owned());
        let at = kinds.iter().position(|it| it.code == kind.code);
        let before = at.and_then(|at| at.checked_sub(1)).and_then(|at| kinds.get(at));
        Typed {
            names: languages.iter().map(name).collect(),
            code: kind.code.clone(),
            may_record: kind.may_record,
            after: before.map_or_else(String::new, |it| it.code.clone()),
        }
    }

    /// The name meant, which no other kind has.
    fn name(&self, own: Option<&str>, kinds: &[Kind], wrong: &mut Vec<Wrong>) -> Text18 {
        let names =
            Names { typed: &self.names, most: LONGEST, missing: "kind-name-missing", long: "kind-name-long" };
        let name = names.read(wrong);
        for (lang, text) in name.iter() {
            let same = |kind: &&Kind| kind.name.get(lang).is_some_and(|it| folded(it) == folded(text));
            let mut others = kinds.iter().filter(|kind| Some(kind.code.as_str()) != own);
            if let Some(there) = others.find(same) {
                let key = if there.retired_on.is_some() { "kind-retired-exists" } else { "kind-exists" };
                wrong.push(Wrong::new(&format!("name_{lang}"), key).arg("it", text.to_owned()));
            }
        }
        name
    }

    /// The code meant, which no other kind has.
    fn code(&self, kinds: &[Kind], wrong: &mut Vec<Wrong>) -> String {
        let taken = |code: &str| kinds.iter().any(|kind| kind.code == code);
        let first = self.names.iter().map(|(_, text)| text.as_str()).find(|text| !text.trim().is_empty());
        let typed = tidy(&self.code).to_lowercase();
        if typed.is_empty() {
            return proposed(first.unwrap_or_default(), "kind", taken);
        }
        let free = || proposed(&typed, "kind", taken);
        if super::code(&typed).is_err() {
            wrong.push(Wrong::new("code", "unit-code-wrong").arg("it", free()));
        } else if taken(&typed) {
            wrong.push(Wrong::new("code", "kind-code-taken").arg("it", free()));
        }
        typed
    }
}

/// The codes with one of them moved behind another, or to the front.
pub fn moved<'c>(codes: &[&'c str], it: &'c str, after: &str) -> Vec<&'c str> {
    let mut order: Vec<&str> = codes.iter().copied().filter(|code| *code != it).collect();
    let at = order.iter().position(|code| *code == after).map_or(0, |at| at + 1);
    order.insert(at, it);
    order
}

async fn begin(app: &App, me: &Me, unit: &Unit) -> Result<(Tx, Vec<Kind>)> {
    me.allow(Act::ManageWords, &unit.as_place())?;
    let mut tx = app.db.begin().await?;
    tx.alone(CHANGING).await?;
    let kinds = store::kinds(&mut tx, unit.network.id).await?;
    Ok((tx, kinds))
}

async fn end(app: &App, me: &Me, unit: &Unit, mut tx: Tx, what: &str) -> Result<()> {
    put_on_record_in(app, &mut tx, me.id, "change_kinds", what, &unit.network.id, &unit.id).await?;
    Ok(tx.commit().await?)
}

/// Adds a kind and returns its code; `id` is made by the page, so that the form sent twice adds one.
pub async fn add(
    app: &App,
    me: &Me,
    unit: &Unit,
    id: Uuid,
    typed: &Typed,
) -> Result<std::result::Result<String, Vec<Wrong>>> {
    let (mut tx, kinds) = begin(app, me, unit).await?;
    if let Some(code) = store::kind_of_form(&mut tx, unit.network.id, id).await? {
        return Ok(Ok(code));
    }
    let mut wrong = Vec::new();
    let name = typed.name(None, &kinds, &mut wrong);
    let code = typed.code(&kinds, &mut wrong);
    if !wrong.is_empty() {
        return Ok(Err(wrong));
    }
    let new = Kind { code: code.clone(), name, may_record: typed.may_record, retired_on: None };
    store::insert_kind(&mut tx, unit.network.id, id, &new).await?;
    end(app, me, unit, tx, &format!("add {code}")).await?;
    Ok(Ok(code))
}

/// Calls a kind something else, says whether its units record, and puts it in its place.
pub async fn change(
    app: &App,
    me: &Me,
    unit: &Unit,
    code: &str,
    typed: &Typed,
) -> Result<std::result::Result<(), Vec<Wrong>>> {
    let (mut tx, kinds) = begin(app, me, unit).await?;
    let kind = kinds.iter().find(|kind| kind.code == code).or_missing()?;
    let mut wrong = Vec::new();
    let mut name = typed.name(Some(code), &kinds, &mut wrong);
    if !wrong.is_empty() {
        return Ok(Err(wrong));
    }
    // What it is called in a language the form does not ask for stays.
    for (lang, text) in kind.name.iter().filter(|(lang, _)| typed.names.iter().all(|(it, _)| it != lang)) {
        name.set(lang, text);
    }
    let codes: Vec<&str> = kinds.iter().map(|kind| kind.code.as_str()).collect();
    let order = moved(&codes, code, &typed.after);
    if name != kind.name || typed.may_record != kind.may_record || order != codes {
        store::change_kind(&mut tx, unit.network.id, code, &name, typed.may_record).await?;
        store::order_kinds(&mut tx, unit.network.id, &order).await?;
        end(app, me, unit, tx, &format!("change {code}")).await?;
    }
    Ok(Ok(()))
}

/// Retires a kind from today on: units of it stay what they are, and no new one is. The network's own cannot go.
pub async fn retire(app: &App, me: &Me, unit: &Unit, code: &str) -> Result<()> {
    let (mut tx, kinds) = begin(app, me, unit).await?;
    let kind = kinds.iter().find(|kind| kind.code == code).or_missing()?;
    let root = store::network_named(&mut tx, &unit.network.code, app.clock.day()).await?;
    if root.is_some_and(|root| root.kind == code) {
        return Err(AppError::Invalid("kind-top"));
    }
    if kind.retired_on.is_none() {
        let today = app.clock.today(unit.network.zone);
        store::retire_kind(&mut tx, unit.network.id, code, Some(today)).await?;
        end(app, me, unit, tx, &format!("retire {code}")).await?;
    }
    Ok(())
}

/// Offers a retired kind again.
pub async fn bring_back(app: &App, me: &Me, unit: &Unit, code: &str) -> Result<()> {
    let (mut tx, kinds) = begin(app, me, unit).await?;
    let kind = kinds.iter().find(|kind| kind.code == code).or_missing()?;
    if kind.retired_on.is_some() {
        store::retire_kind(&mut tx, unit.network.id, code, None).await?;
        end(app, me, unit, tx, &format!("return {code}")).await?;
    }
    Ok(())
}
