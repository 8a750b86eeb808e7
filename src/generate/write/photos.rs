//! Draws the photos and the logo of the demonstration's centre, and brings them as a colleague would.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::Writer;
use crate::access::Me;
use crate::activities::Stored;
use crate::app::App;
use crate::error::{AppError, Result};
use crate::files::{self, Typed};
use crate::generate::plan::photos::{LOGO, PHOTOS};
use crate::units::Unit;

fn failed(error: impl std::fmt::Display) -> AppError {
    AppError::Internal(format!("a photo could not be drawn: {error}"))
}

/// A drawing as a file.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn drawn(svg: &str) -> Result<Vec<u8>> {
    let tree = Tree::from_str(svg, &Options::default()).map_err(failed)?;
    let (width, height) = (tree.size().width() as u32, tree.size().height() as u32);
    let mut points = Pixmap::new(width, height).ok_or_else(|| failed("no room"))?;
    resvg::render(&tree, Transform::identity(), &mut points.as_mut());
    let points = image::RgbaImage::from_raw(width, height, points.take_demultiplied());
    let mut bytes = std::io::Cursor::new(Vec::new());
    points
        .ok_or_else(|| failed("no points"))?
        .write_to(&mut bytes, image::ImageFormat::Png)
        .map_err(failed)?;
    Ok(bytes.into_inner())
}

impl Writer<'_> {
    /// One beside each of these entries, as many as there are; and the centre's logo.
    pub async fn add_photos(
        &self,
        app: &App,
        (worker, mentor): (&Me, &Me),
        unit: &Unit,
        entries: &[Stored],
    ) -> Result<()> {
        for (stored, photo) in entries.iter().zip(&PHOTOS) {
            let typed = Typed {
                proof: true,
                story: photo.story,
                caption: photo.caption.to_owned(),
                ..Typed::default()
            };
            let read = files::read(drawn(photo.svg)?).await?.map_err(|why| failed(why.key()))?;
            let at = (stored.entry.id, app.ids.ordered());
            files::put(app, worker, unit, at, &typed, &read).await?;
        }
        let read = files::read_logo(drawn(LOGO)?).await?.map_err(|why| failed(why.key()))?;
        files::put_logo(app, mentor, unit, &read).await
    }
}
