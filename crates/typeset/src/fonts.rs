//! The fonts in the program: Inter in three weights, with the letters of Europe.

use std::sync::LazyLock;

use serde_json::Value;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// Regular, semibold and extra bold, as TrueType: also for whoever draws pictures to stand beside our documents.
pub const INTER: [&[u8]; 3] = [
    include_bytes!("../fonts/Inter-Regular.ttf"),
    include_bytes!("../fonts/Inter-SemiBold.ttf"),
    include_bytes!("../fonts/Inter-ExtraBold.ttf"),
];

pub static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| INTER.iter().flat_map(|file| Font::iter(Bytes::new(*file))).collect());

pub static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// Whether every weight has it. A character without a shape breaks the standard, and so the whole document.
fn has_one(c: char) -> bool {
    c == '\n' || c.is_ascii_graphic() || FONTS.iter().all(|it| it.info().coverage.contains(c.into()))
}

/// Whether a text can be set as it stands, with nothing left out.
pub fn has(text: &str) -> bool {
    text.chars().all(has_one)
}

/// The same data with texts that can be set.
pub fn settable(data: Value) -> Value {
    match data {
        Value::String(text) => Value::String(text.chars().filter(|c| has_one(*c)).collect()),
        Value::Array(all) => all.into_iter().map(settable).collect(),
        Value::Object(all) => Value::Object(all.into_iter().map(|(name, it)| (name, settable(it))).collect()),
        other => other,
    }
}
