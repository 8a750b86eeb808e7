//! Forms by code: those that the program brings, and a network's own, which may stand in their place.

use uuid::Uuid;

use super::form::Form;
use super::parse::parse;
use super::{shipped, store};
use crate::app::App;
use crate::error::{AppError, Result};
use crate::vocabulary::{self, Term, Vocabulary};

/// The largest file of a form, in bytes.
const LARGEST: usize = 256 * 1024;
/// One at a time.
const BRINGING: i64 = 0x7061_636b;

/// Every form of a network in its latest version: those that the program brings first.
pub async fn forms(app: &App, network_id: Uuid) -> Result<Vec<Form>> {
    let mut all = shipped::all().to_vec();
    for (code, body) in store::forms(&app.db, network_id).await? {
        let own = parse(&code, &body).map_err(AppError::Internal)?;
        match all.iter_mut().find(|known| known.code == own.code) {
            Some(known) => *known = own,
            None => all.push(own),
        }
    }
    Ok(all)
}

/// A form in its latest version.
pub async fn form(app: &App, network_id: Uuid, code: &str) -> Result<Option<Form>> {
    Ok(forms(app, network_id).await?.into_iter().find(|form| form.code == code))
}

/// The file of a form, to be changed and brought in again.
pub async fn file(app: &App, network_id: Uuid, code: &str) -> Result<Option<String>> {
    let own = store::forms(&app.db, network_id).await?.into_iter().find(|(it, _)| it == code);
    Ok(own.map(|(_, body)| body).or_else(|| shipped::file(code).map(str::to_owned)))
}

/// Brings in a network's own form, under a version later than the one there is; sent again, nothing happens.
///
/// # Errors
/// What is wrong with it, in words, with its place in the file.
pub async fn bring_in(
    app: &App,
    network_id: Uuid,
    name: &str,
    text: &str,
) -> std::result::Result<Form, String> {
    if text.len() > LARGEST {
        return Err(format!("{name}: this is too large for a form: {} bytes, at most {LARGEST}", text.len()));
    }
    let form = parse(name, text)?;
    let failed = |error: crate::db::DbError| error.to_string();
    let terms = vocabulary::terms(&app.db, network_id).await.map_err(failed)?;
    words(name, &form, &terms)?;
    let mut tx = app.db.begin().await.map_err(failed)?;
    tx.alone(BRINGING).await.map_err(failed)?;
    let known = forms(app, network_id).await.map_err(|error| error.to_string())?;
    let before = file(app, network_id, &form.code).await.map_err(|error| error.to_string())?;
    if before.as_deref() == Some(text) {
        return Ok(form);
    }
    if let Some(known) = known.iter().find(|it| it.code == form.code && it.version >= form.version) {
        let (code, last) = (&known.code, known.version);
        return Err(format!(
            "{name}: version: {code} stands in version {last} already; give this one a later number"
        ));
    }
    let stored = (form.code.as_str(), form.version, text);
    store::insert_form(&mut tx, network_id, stored, app.clock.now()).await.map_err(failed)?;
    tx.commit().await.map_err(failed)?;
    Ok(form)
}

/// A word that the network does not have narrows a figure to nothing, and nobody would know why.
fn words(name: &str, form: &Form, terms: &[Term]) -> std::result::Result<(), String> {
    let has =
        |list: Vocabulary, code: &String| terms.iter().any(|it| it.vocabulary == list && it.code == *code);
    let wrong = |part: &str, of: &str, key: &str, code: &str| {
        Err(format!("{name}: {part} \"{of}\": {key}: the network has no word \"{code}\" there"))
    };
    for figure in &form.figures {
        if let Some(code) = figure.filter.fields.iter().find(|code| !has(Vocabulary::Field, code)) {
            return wrong("figure", &figure.code, "main_fields", code);
        }
        if let Some(code) = figure.filter.tags.iter().find(|code| !has(Vocabulary::Tag, code)) {
            return wrong("figure", &figure.code, "main_tags", code);
        }
    }
    for table in &form.tables {
        for group in &table.groups {
            let known = |code: &String| has(Vocabulary::Field, code) || has(Vocabulary::Tag, code);
            if let Some(code) = group.terms.iter().find(|code| !known(code)) {
                return wrong("table", &table.code, &format!("group \"{}\"", group.code), code);
            }
        }
    }
    Ok(())
}
