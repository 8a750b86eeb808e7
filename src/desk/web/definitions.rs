//! What counts and what is stored: for everybody, signed in or not.

use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};

use serde::Deserialize;

use crate::app::App;
use crate::desk::definitions::page::{DefinitionsPage, PrivacyPage};
use crate::error::Result;
use crate::i18n::{Lang, Words};
use crate::web::{Page, Visit, render};
use crate::{retention, units};

pub async fn definitions(visit: Visit) -> Result<Response> {
    let page = Page::new(&visit, visit.w.tr("define"), "");
    Ok(render(&DefinitionsPage::new(page, visit.w))?.into_response())
}

/// Whoever comes from a page in their own language reads on in it.
#[derive(Deserialize)]
pub struct Wanted {
    lang: Option<String>,
}

/// How long notes are kept is a network's own: told of the visitor's networks, and to everybody where there is only one.
pub async fn privacy(
    State(app): State<App>,
    mut visit: Visit,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    if let Some(lang) = wanted.lang.as_deref().and_then(Lang::from_code) {
        visit.w = Words(lang);
    }
    let page = Page::new(&visit, visit.w.tr("privacy"), "");
    let mut roots = units::networks(&app.db, app.clock.day()).await?;
    if roots.len() > 1 {
        let grants = visit.signed_in().map_or(&[][..], |me| &me.grants);
        roots.retain(|root| grants.iter().any(|grant| grant.network_id == root.network.id));
    }
    let kept = retention::kept_told(&app, visit.w, &roots).await?;
    Ok(render(&PrivacyPage::new(page, visit.w, kept))?.into_response())
}
