//! Templates by code: those that the program brings, and a network's own, which may stand in their place.

use rust_embed::RustEmbed;
use uuid::Uuid;

use super::store;
use super::template::Template;
use crate::app::App;
use crate::error::{AppError, OrMissing, Result};
use crate::i18n::{Lang, Words};
use crate::units;

#[derive(RustEmbed)]
#[folder = "src/reports/templates/"]
struct Files;

/// Those that the program brings.
pub fn shipped() -> Vec<Template> {
    let read = |path: std::borrow::Cow<'static, str>| {
        let file = Files::get(&path)?;
        match Template::parse(&String::from_utf8_lossy(&file.data)) {
            Ok(template) => Some(template),
            Err(why) => {
                tracing::error!(%path, why, "a template has mistakes");
                None
            }
        }
    };
    let mut all: Vec<Template> = Files::iter().filter_map(read).collect();
    all.sort_by_key(|it| ORDER.iter().position(|code| *code == it.code));
    all
}

/// In this order people choose.
const ORDER: [&str; 7] = [
    "centre-year",
    "centre-half-year",
    "municipality-year",
    "network-year",
    "council-page",
    "plan-half-year",
    "plan-year",
];

fn parse(body: &str) -> Result<Template> {
    Template::parse(body).map_err(AppError::Internal)
}

/// Every template of a network in its latest version.
pub async fn templates(app: &App, network_id: Uuid) -> Result<Vec<Template>> {
    let own = store::templates(&app.db, network_id).await?;
    let own = own.iter().map(|body| parse(body)).collect::<Result<Vec<Template>>>()?;
    let mut all = shipped();
    for it in own {
        match all.iter_mut().find(|known| known.code == it.code) {
            Some(known) => *known = it,
            None => all.push(it),
        }
    }
    Ok(all)
}

/// A template in the version that a report was begun with.
pub async fn template(app: &App, network_id: Uuid, code: &str, version: i64) -> Result<Template> {
    if let Some(body) = store::template(&app.db, network_id, code, version).await? {
        return parse(&body);
    }
    shipped().into_iter().find(|it| it.code == code && it.version == version).or_missing()
}

/// Brings in a network's own template: a version later than every one there is.
///
/// # Errors
/// What is wrong with it, in words.
pub async fn bring_in(app: &App, network_id: Uuid, json: &str) -> std::result::Result<Template, String> {
    let template = Template::parse(json)?;
    template.has_words()?;
    let failed = |error: crate::db::DbError| error.to_string();
    let kinds: Vec<String> =
        units::kinds(&app.db, network_id).await.map_err(failed)?.into_iter().map(|it| it.code).collect();
    if let Some(unknown) = template.kinds.iter().find(|it| !kinds.contains(it)) {
        return Err(format!(
            "kinds: {unknown} is none of the network's kinds of units: {}",
            kinds.join(", ")
        ));
    }
    let mut tx = app.db.begin().await.map_err(failed)?;
    let body = template.to_json();
    let known = templates(app, network_id).await.map_err(|error| error.to_string())?;
    if let Some(known) = known.iter().find(|it| it.code == template.code) {
        if *known == template {
            return Ok(template);
        }
        if known.version >= template.version {
            let (code, last) = (&template.code, known.version);
            return Err(format!(
                "version: {code} stands in version {last} already; give this one a later number"
            ));
        }
    }
    store::insert_template(&mut tx, network_id, (&template.code, template.version, &body), app.clock.now())
        .await
        .map_err(failed)?;
    tx.commit().await.map_err(failed)?;
    Ok(template)
}

impl Template {
    /// A template of a network's own says itself what everything is called.
    fn has_words(&self) -> std::result::Result<(), String> {
        if self.name.is_empty() {
            return Err("name: expected what the template is called, by language".to_owned());
        }
        let without = self.sections.iter().find(|it| it.heading.is_empty());
        without.map_or(Ok(()), |it| Err(format!("section {}: expected a heading, by language", it.code)))
    }

    /// With all words in it, to be changed and brought in again.
    pub fn with_words(mut self) -> Template {
        for w in Lang::ALL.map(Words) {
            let key = format!("report-template-{}", self.code);
            if self.name.get(w.lang()).is_none() && w.has(&key) {
                self.name.put(w.lang(), &w.tr(&key));
            }
            for section in &mut self.sections {
                for (text, key) in
                    [(&mut section.heading, "report-section"), (&mut section.hint, "report-hint")]
                {
                    let key = format!("{key}-{}", section.code);
                    if text.get(w.lang()).is_none() && w.has(&key) {
                        text.put(w.lang(), &w.tr(&key));
                    }
                }
            }
        }
        self
    }
}
