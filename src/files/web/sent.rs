//! A form with a picture in it, as it comes. However large it is, no more of it is kept than a picture may weigh.

use axum::extract::multipart::Field;
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request};

use crate::error::{AppError, Result};
use crate::files::reading::MOST_BYTES;
use crate::form::Fields;

/// A larger file is read to its end, so that the page can tell that it is too large; beyond this we hang up.
const HANG_UP: usize = 160 * 1024 * 1024;
/// What all that was typed may weigh.
const MOST_TYPED: usize = 64 * 1024;

/// What was sent: the picture, longer than allowed where it was, and what was typed.
#[derive(Debug, Default)]
pub struct Sent {
    pub bytes: Vec<u8>,
    pub fields: Fields,
}

/// Reads on, and keeps as much as `most` and one byte more.
async fn kept(part: &mut Field<'_>, most: usize) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    while let Some(chunk) = part.chunk().await.map_err(|_| AppError::Invalid("error-garbled"))? {
        let room = (most + 1).saturating_sub(bytes.len());
        bytes.extend_from_slice(&chunk[..chunk.len().min(room)]);
    }
    Ok(bytes)
}

/// Reads a form whose picture is called `file`.
pub async fn sent(mut request: Request) -> Result<Sent> {
    let garbled = |_| AppError::Invalid("error-garbled");
    DefaultBodyLimit::max(HANG_UP).apply(&mut request);
    let mut parts =
        Multipart::from_request(request, &()).await.map_err(|_| AppError::Invalid("error-garbled"))?;
    let (mut sent, mut room) = (Sent::default(), MOST_TYPED);
    while let Some(mut part) = parts.next_field().await.map_err(garbled)? {
        let name = part.name().unwrap_or("").to_owned();
        if name == "file" {
            sent.bytes = kept(&mut part, MOST_BYTES).await?;
            continue;
        }
        let typed = kept(&mut part, room).await?;
        room = room.checked_sub(typed.len()).ok_or(AppError::Invalid("error-garbled"))?;
        sent.fields.0.push((name, String::from_utf8_lossy(&typed).into_owned()));
    }
    Ok(sent)
}
