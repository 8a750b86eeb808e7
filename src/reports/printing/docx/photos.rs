//! Pictures in a DOCX: each a part of its own, shown where its relation is named, with what it shows for whoever does not see it.

use super::{escaped, parts};
use crate::reports::document::Shot;
use crate::reports::look::Look;

/// English metric units of a centimetre.
const CM: i64 = 360_000;
/// What a page has room for.
const WIDE: i64 = 16 * CM;
const HIGH: i64 = 10 * CM;

/// The parts that pictures are: (name, bytes).
pub fn media(look: &Look) -> Vec<(String, &[u8])> {
    let photos = look.photos.iter().enumerate();
    let photos = photos.map(|(at, (_, bytes))| (format!("word/media/photo-{at}.jpg"), bytes.as_slice()));
    photos
        .chain(look.logo.iter().map(|logo| ("word/media/logo.png".to_owned(), logo.png.as_slice())))
        .collect()
}

/// What the document refers to.
pub fn relations(look: &Look) -> String {
    let one = |id: String, target: String| {
        format!(
            "<Relationship Id=\"{id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"media/{target}\"/>\n"
        )
    };
    let mut all: String =
        (0..look.photos.len()).map(|at| one(format!("photo{at}"), format!("photo-{at}.jpg"))).collect();
    if look.logo.is_some() {
        all.push_str(&one("logo".into(), "logo.png".into()));
    }
    parts::DOCUMENT_RELS.replace("</Relationships>", &format!("{all}</Relationships>"))
}

/// As large as fits, in the picture's own shape.
fn within((width, height): (i64, i64), (wide, high): (i64, i64)) -> (i64, i64) {
    let (width, height) = (width.max(1), height.max(1));
    if width * high > wide * height { (wide, wide * height / width) } else { (high * width / height, high) }
}

fn shown(id: &str, number: usize, says: &str, (wide, high): (i64, i64)) -> String {
    let says = escaped(says);
    let of = format!("id=\"{number}\" name=\"{id}\" descr=\"{says}\"");
    format!(
        "<w:p><w:pPr><w:pStyle w:val=\"Picture\"/></w:pPr><w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{wide}\" cy=\"{high}\"/><wp:docPr {of}/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr {of}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"{id}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{wide}\" cy=\"{high}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
}

/// The unit's logo; nothing where it has none.
pub fn logo(look: &Look, unit: &str) -> String {
    let Some(logo) = &look.logo else { return String::new() };
    let size = within((logo.width.into(), logo.height.into()), (5 * CM, 3 * CM));
    shown("logo", 1, unit, size)
}

/// A photo; none where it was removed.
pub fn photo(look: &Look, shot: &Shot) -> Option<String> {
    let at = look.photos.iter().position(|(id, _)| *id == shot.file)?;
    let size = within((shot.width, shot.height), (WIDE, HIGH));
    Some(shown(&format!("photo{at}"), at + 2, &shot.caption, size))
}
