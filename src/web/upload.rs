//! A form with a file in it, as it comes. However large it is, no more of it is kept than may be read.

use axum::extract::multipart::Field;
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request};

use crate::error::{AppError, Result};
use crate::form::{Fields, tidy};

/// A larger file is read to its end, so that the page can tell that it is too large; beyond this we hang up.
const HANG_UP: usize = 160 * 1024 * 1024;
/// What all that was typed may weigh, beside a file's text that is sent once more.
const MOST_TYPED: usize = 64 * 1024;
/// Characters of a file's name.
const NAME: usize = 200;

/// What was sent: a file, what it called itself, and what was typed.
#[derive(Debug, Default)]
pub struct Upload {
    pub name: String,
    /// One byte longer than may be read where it is too large.
    pub bytes: Vec<u8>,
    pub fields: Fields,
}

impl Upload {
    /// Whether it was looked at, and comes again as a text, to be taken in.
    pub fn is_confirmed(&self) -> bool {
        self.fields.has("text")
    }

    /// The file, or what was made of it and looked at.
    pub fn content(&self) -> &[u8] {
        if self.is_confirmed() { self.fields.get("text").as_bytes() } else { &self.bytes }
    }
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

/// Reads a form whose file is called `file` and may have so many bytes.
pub async fn upload(mut request: Request, most: usize) -> Result<Upload> {
    let garbled = || AppError::Invalid("error-garbled");
    DefaultBodyLimit::max(HANG_UP).apply(&mut request);
    let mut parts = Multipart::from_request(request, &()).await.map_err(|_| garbled())?;
    let (mut sent, mut room) = (Upload::default(), most + MOST_TYPED);
    while let Some(mut part) = parts.next_field().await.map_err(|_| garbled())? {
        let name = part.name().unwrap_or("").to_owned();
        if name == "file" {
            sent.name =
                part.file_name().map_or_else(String::new, |name| tidy(name).chars().take(NAME).collect());
            sent.bytes = kept(&mut part, most).await?;
            continue;
        }
        let typed = kept(&mut part, room).await?;
        room = room.checked_sub(typed.len()).ok_or_else(garbled)?;
        sent.fields.0.push((name, String::from_utf8_lossy(&typed).into_owned()));
    }
    Ok(sent)
}
