//! Changing a network's words: what may be typed, and why not. A term is never deleted and never means something else:
//! its wording can be mended, it can be retired, and a new meaning is a new term.

use chrono::NaiveDate;
use uuid::Uuid;

use super::store;
use super::words::{AgeBand, Term, Vocabulary};
use crate::access::{Act, Me, put_on_record_in};
use crate::app::App;
use crate::db::Tx;
use crate::error::{AppError, OrMissing, Result};
use crate::form::{Names, Wrong};
use crate::i18n::{Text18, folded};
use crate::units::{Unit, code};

/// The longest label, in characters: it has to fit on a chip of a phone.
const LONGEST: usize = 80;
/// One at a time, or two would give two terms one name.
const CHANGING: i64 = 0x766f_6361;
/// More bands than anybody tells apart in a full room.
const MOST_BANDS: usize = 12;
/// Ages that always begin a band: youth is 15 to 29 by law.
const BY_LAW: [i64; 2] = [15, 30];

/// Label of a term as typed, by language.
pub type Typed = Vec<(String, String)>;

/// The label meant, which no other term of the list has.
fn label(
    typed: &Typed,
    list: Vocabulary,
    id: Uuid,
    terms: &[Term],
) -> std::result::Result<Text18, Vec<Wrong>> {
    let mut wrong = Vec::new();
    let names = Names { typed, most: LONGEST, missing: "word-missing", long: "word-long" };
    let label = names.read(&mut wrong);
    for (lang, text) in label.iter() {
        let same = |term: &&Term| term.label.get(lang).is_some_and(|it| folded(it) == folded(text));
        let others = terms.iter().filter(|term| term.vocabulary == list && term.id != id);
        if let Some(there) = others.into_iter().find(same) {
            let key = if there.retired_on.is_some() { "word-retired-exists" } else { "word-exists" };
            wrong.push(Wrong::new(&format!("name_{lang}"), key).arg("it", text.to_owned()));
        }
    }
    if wrong.is_empty() { Ok(label) } else { Err(wrong) }
}

async fn begin(app: &App, me: &Me, unit: &Unit) -> Result<(Tx, Vec<Term>)> {
    me.allow(Act::ManageWords, &unit.as_place())?;
    let mut tx = app.db.begin().await?;
    tx.alone(CHANGING).await?;
    let terms = store::terms(&mut tx, unit.network.id).await?;
    Ok((tx, terms))
}

async fn end(app: &App, me: &Me, unit: &Unit, mut tx: Tx, what: &str) -> Result<()> {
    put_on_record_in(app, &mut tx, me.id, "change_words", what, &unit.network.id, &unit.id).await?;
    Ok(tx.commit().await?)
}

/// Adds a term; its id is made by the page, so that the form sent twice makes one.
pub async fn add(
    app: &App,
    me: &Me,
    unit: &Unit,
    id: Uuid,
    list: Vocabulary,
    typed: &Typed,
) -> Result<std::result::Result<(), Vec<Wrong>>> {
    let (mut tx, terms) = begin(app, me, unit).await?;
    if terms.iter().any(|term| term.id == id) {
        return Ok(Ok(()));
    }
    let label = match label(typed, list, id, &terms) {
        Ok(label) => label,
        Err(wrong) => return Ok(Err(wrong)),
    };
    let first = typed.iter().map(|(_, text)| text.as_str()).find(|text| !text.trim().is_empty());
    let taken = |code: &str| terms.iter().any(|term| term.vocabulary == list && term.code == code);
    let code = code::proposed(first.unwrap_or_default(), list.code(), taken);
    store::insert_term(&mut tx, unit.network.id, id, list, &code, &label).await?;
    end(app, me, unit, tx, &format!("add {} {id}", list.code())).await?;
    Ok(Ok(()))
}

/// Mends the wording of a term.
pub async fn reword(
    app: &App,
    me: &Me,
    unit: &Unit,
    id: Uuid,
    typed: &Typed,
) -> Result<std::result::Result<(), Vec<Wrong>>> {
    let (mut tx, terms) = begin(app, me, unit).await?;
    let term = terms.iter().find(|term| term.id == id).or_missing()?;
    let mut label = match label(typed, term.vocabulary, id, &terms) {
        Ok(label) => label,
        Err(wrong) => return Ok(Err(wrong)),
    };
    // What is said in a language the form does not ask for stays.
    for (lang, text) in term.label.iter().filter(|(lang, _)| typed.iter().all(|(asked, _)| asked != lang)) {
        label.set(lang, text);
    }
    if label != term.label {
        store::set_label(&mut tx, unit.network.id, id, &label).await?;
        end(app, me, unit, tx, &format!("reword {id}")).await?;
    }
    Ok(Ok(()))
}

/// Retires a term from today on: it is no longer offered, and stays wherever it was chosen. Another may take its place.
pub async fn retire(app: &App, me: &Me, unit: &Unit, id: Uuid, replaced_by: Option<Uuid>) -> Result<()> {
    let (mut tx, terms) = begin(app, me, unit).await?;
    let term = terms.iter().find(|term| term.id == id).or_missing()?;
    let fits = |by: &Term| by.vocabulary == term.vocabulary && by.id != id && by.retired_on.is_none();
    if let Some(by) = replaced_by
        && !terms.iter().any(|term| term.id == by && fits(term))
    {
        return Err(AppError::Invalid("word-replaced-by-what"));
    }
    if term.retired_on.is_none() {
        let today = app.clock.today(unit.network.zone);
        store::set_retired(&mut tx, unit.network.id, id, Some(today), replaced_by).await?;
        end(app, me, unit, tx, &format!("retire {id}")).await?;
    }
    Ok(())
}

/// Offers a retired term again.
pub async fn bring_back(app: &App, me: &Me, unit: &Unit, id: Uuid) -> Result<()> {
    let (mut tx, terms) = begin(app, me, unit).await?;
    let term = terms.iter().find(|term| term.id == id).or_missing()?;
    if term.retired_on.is_some() {
        store::set_retired(&mut tx, unit.network.id, id, None, None).await?;
        end(app, me, unit, tx, &format!("return {id}")).await?;
    }
    Ok(())
}

/// The bands that begin at these ages, in years: "10, 13, 15, 19, 25, 30". The first begins at 0, the last is open.
pub fn bands(cuts: &str) -> std::result::Result<Vec<AgeBand>, Wrong> {
    let words =
        cuts.split(|c: char| c == ',' || c == ';' || c.is_whitespace()).filter(|word| !word.is_empty());
    let ages: Option<Vec<i64>> = words.map(|word| word.parse().ok()).collect();
    let wrong = |key| Err(Wrong::new("cuts", key));
    let Some(ages) = ages else { return wrong("bands-no-ages") };
    if ages.iter().any(|age| !(1..=98).contains(age)) || !ages.is_sorted_by(|a, b| a < b) {
        return wrong("bands-no-ages");
    }
    if BY_LAW.iter().any(|age| !ages.contains(age)) {
        return wrong("bands-by-law");
    }
    if ages.len() >= MOST_BANDS {
        return wrong("bands-many");
    }
    let from = std::iter::once(0).chain(ages.iter().copied());
    let until = ages.iter().copied().map(Some).chain([None]);
    Ok(from
        .zip(until)
        .map(|(min_age, next)| {
            let max_age = next.map(|next| next - 1);
            let code = max_age.map_or_else(|| format!("{min_age}+"), |max| format!("{min_age}-{max}"));
            AgeBand { code, min_age, max_age }
        })
        .collect())
}

/// Age bands that hold from a day on: one to come, for what was counted by the old ones stays as it is. Only where
/// nothing has been recorded yet may the day be past.
pub async fn set_bands(
    app: &App,
    me: &Me,
    unit: &Unit,
    from: Option<NaiveDate>,
    cuts: &str,
) -> Result<std::result::Result<(), Vec<Wrong>>> {
    let (mut tx, _) = begin(app, me, unit).await?;
    let network_id = unit.network.id;
    let today = app.clock.today(unit.network.zone);
    let sets = store::band_sets(&mut tx, network_id).await?;
    let used = store::is_used(&mut tx, network_id).await?;
    let mut wrong = Vec::new();
    match from {
        None => wrong.push(Wrong::new("from", "bands-from-missing")),
        Some(from) if used && from <= today => wrong.push(Wrong::new("from", "bands-from-past")),
        Some(from) if sets.iter().any(|(there, _)| *there == from) => {
            wrong.push(Wrong::new("from", "bands-from-taken"));
        }
        Some(_) => {}
    }
    match (bands(cuts), from) {
        (Ok(bands), Some(from)) if wrong.is_empty() => {
            store::insert_age_bands(&mut tx, network_id, &app.ids, from, &bands).await?;
            end(app, me, unit, tx, &format!("age bands from {from}")).await?;
            Ok(Ok(()))
        }
        (bands, _) => {
            wrong.extend(bands.err());
            Ok(Err(wrong))
        }
    }
}
