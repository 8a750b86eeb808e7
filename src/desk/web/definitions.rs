//! What counts and what is stored: for everybody, signed in or not.

use axum::response::{IntoResponse, Response};

use crate::desk::definitions::page::{DefinitionsPage, PrivacyPage};
use crate::error::Result;
use crate::web::{Page, Visit, render};

pub async fn definitions(visit: Visit) -> Result<Response> {
    let page = Page::new(&visit, visit.w.tr("define"), "");
    Ok(render(&DefinitionsPage::new(page, visit.w))?.into_response())
}

pub async fn privacy(visit: Visit) -> Result<Response> {
    let page = Page::new(&visit, visit.w.tr("privacy"), "");
    Ok(render(&PrivacyPage::new(page, visit.w))?.into_response())
}
