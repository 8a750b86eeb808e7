//! Documents to print and to hand on. Setting one takes a processor, so it is done beside requests and a few at a time.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use serde_json::Value;
use tokio::sync::Semaphore;

use crate::error::{AppError, Result};

static TURNS: Semaphore = Semaphore::const_new(2);

/// Sets a template of ours with data that may hold anything. Waits for its turn.
pub async fn pdf(template: &'static str, data: Value) -> Result<Vec<u8>> {
    pdf_with(template, data, Vec::new()).await
}

/// [`pdf`] with pictures: (name, content), as the typesetter takes them.
pub async fn pdf_with(
    template: &'static str,
    data: Value,
    pictures: Vec<(String, Vec<u8>)>,
) -> Result<Vec<u8>> {
    let failed = |error: String| AppError::Internal(format!("a document could not be set: {error}"));
    let turn = TURNS.acquire().await.map_err(|error| failed(error.to_string()))?;
    let set = tokio::task::spawn_blocking(move || {
        // Held until it is done, also where whoever asked has gone.
        let _turn = turn;
        let pictures: Vec<(&str, &[u8])> =
            pictures.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
        typeset::pdf(typeset::Document { template, data, pictures: &pictures })
    });
    let set = set.await.map_err(|error| failed(error.to_string()))?;
    set.map_err(|problem| failed(problem.to_string()))
}

/// So many characters are named, and then that there are more.
const NAMED: usize = 20;

/// What of these texts no font in the program has, to be told beforehand: documents and pictures have a sign in its place.
pub fn unset(data: &Value) -> Option<String> {
    let missing = typeset::missing(data);
    let more = if missing.len() > NAMED { " …" } else { "" };
    let named = missing.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(" ");
    (!missing.is_empty()).then(|| named + more)
}

/// A PDF that browsers show; or, where it is not to stay in one, that they put away as a file.
pub fn pdf_answer(name: &str, shown: bool, bytes: Vec<u8>) -> Response {
    let how = if shown { "inline" } else { "attachment" };
    let how = format!("{how}; filename=\"{name}.pdf\"");
    ([(CONTENT_TYPE, "application/pdf".to_owned()), (CONTENT_DISPOSITION, how)], bytes).into_response()
}
