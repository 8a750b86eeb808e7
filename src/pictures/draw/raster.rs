//! A picture as points.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, fontdb};

use super::canvas::Reader;
use crate::error::{AppError, Result};
use crate::pictures::picture::Picture;
use crate::pictures::shape::Shape;

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    let further = typeset::FURTHER.iter().flat_map(|it| it.files.iter().copied());
    for file in typeset::INTER.into_iter().chain(further) {
        // As they lie in the program, not copied.
        fonts.load_font_source(fontdb::Source::Binary(Arc::new(file)));
    }
    Arc::new(fonts)
});

fn failed(error: impl std::fmt::Display) -> AppError {
    AppError::Internal(format!("a picture could not be drawn: {error}"))
}

pub fn tree(svg: &str) -> Result<usvg::Tree> {
    let options =
        usvg::Options { fontdb: FONTS.clone(), font_family: "Inter".into(), ..usvg::Options::default() };
    usvg::Tree::from_str(svg, &options).map_err(failed)
}

/// The picture as PNG, with what is to be seen as text inside. Takes up to a third of a second of one processor, so it is not
/// for a thread that serves others.
pub fn png(picture: &Picture, shape: Shape) -> Result<Vec<u8>> {
    let tree = tree(&super::drawn(picture, shape, Reader::Drawer))?;
    let (width, height) = shape.pixels();
    let mut points = Pixmap::new(width, height).ok_or_else(|| failed("no room"))?;
    #[allow(clippy::cast_precision_loss)]
    let scale =
        Transform::from_scale(width as f32 / tree.size().width(), height as f32 / tree.size().height());
    resvg::render(&tree, scale, &mut points.as_mut());
    packed(points, picture, shape)
}

/// Nothing shines through, so three bytes a point are enough.
fn packed(points: Pixmap, picture: &Picture, shape: Shape) -> Result<Vec<u8>> {
    let (width, height) = shape.pixels();
    let mut rgb = Vec::with_capacity(points.data().len() / 4 * 3);
    points.data().chunks_exact(4).for_each(|point| rgb.extend_from_slice(&point[..3]));
    let mut out = Vec::new();
    let mut info = png::Info::with_size(width, height);
    info.color_type = png::ColorType::Rgb;
    if shape == Shape::A4 {
        // 300 to the inch.
        info.pixel_dims = Some(png::PixelDimensions { xppu: 11811, yppu: 11811, unit: png::Unit::Meter });
    }
    let mut encoder = png::Encoder::with_info(&mut out, info).map_err(failed)?;
    encoder.set_compression(png::Compression::Fast);
    encoder.add_itxt_chunk("Title".into(), picture.head.title.clone()).map_err(failed)?;
    encoder.add_itxt_chunk("Description".into(), picture.alternative()).map_err(failed)?;
    let mut writer = encoder.write_header().map_err(failed)?;
    writer.write_image_data(&rgb).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(out)
}
