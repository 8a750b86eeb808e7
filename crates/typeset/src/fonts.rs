//! The fonts in the program: Inter in three weights, with the letters of most of Europe, and those of further scripts, in two
//! weights where young people of Europe often write them.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// Regular, semibold and extra bold, as TrueType: also for whoever draws pictures to stand beside our documents.
pub const INTER: [&[u8]; 3] = [
    include_bytes!("../fonts/Inter-Regular.ttf"),
    include_bytes!("../fonts/Inter-SemiBold.ttf"),
    include_bytes!("../fonts/Inter-ExtraBold.ttf"),
];

/// A font for scripts that Inter has no letters of.
pub struct Further {
    /// What the font calls itself.
    pub family: &'static str,
    /// As TrueType: regular, and bold where there is one.
    pub files: &'static [&'static [u8]],
}

macro_rules! noto {
    ($script:literal $(, $weight:literal)+) => {
        Further {
            family: concat!("Noto Sans ", $script),
            files: &[$(include_bytes!(concat!("../fonts/NotoSans", $script, "-", $weight, ".ttf"))),+],
        }
    };
}

/// In whichever of them a character is found that Inter has not got.
pub const FURTHER: [Further; 23] = [
    noto!("Arabic", "Regular", "Bold"),
    noto!("Armenian", "Regular", "Bold"),
    noto!("Bengali", "Regular", "Bold"),
    noto!("Devanagari", "Regular", "Bold"),
    noto!("Ethiopic", "Regular", "Bold"),
    noto!("Georgian", "Regular", "Bold"),
    noto!("Hebrew", "Regular", "Bold"),
    noto!("Thai", "Regular", "Bold"),
    noto!("Gujarati", "Regular"),
    noto!("Gurmukhi", "Regular"),
    noto!("Kannada", "Regular"),
    noto!("Khmer", "Regular"),
    noto!("Lao", "Regular"),
    noto!("Malayalam", "Regular"),
    noto!("Myanmar", "Regular"),
    noto!("Oriya", "Regular"),
    noto!("Sinhala", "Regular"),
    noto!("Syriac", "Regular"),
    noto!("Tamil", "Regular"),
    noto!("Telugu", "Regular"),
    noto!("Thaana", "Regular"),
    noto!("Tifinagh", "Regular"),
    Further {
        family: "Droid Sans Fallback",
        files: &[include_bytes!("../fonts/DroidSansFallback-Regular.ttf")],
    },
];

/// The fonts of [`FURTHER`], each in its weights.
static WEIGHTS: LazyLock<Vec<Vec<Font>>> =
    LazyLock::new(|| FURTHER.iter().map(|it| read(it.files)).collect());

pub static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| read(&INTER).into_iter().chain(WEIGHTS.iter().flatten().cloned()).collect());

fn read(files: &[&'static [u8]]) -> Vec<Font> {
    files.iter().flat_map(|file| Font::iter(Bytes::new(*file))).collect()
}

pub static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// Whether every weight has it.
pub fn inter_has(c: char) -> bool {
    FONTS.iter().take(INTER.len()).all(|font| covers(font, c))
}

/// Whether one of the further fonts has all of them, in each of its weights.
pub fn further_has(all: impl Iterator<Item = char> + Clone) -> bool {
    WEIGHTS.iter().any(|weights| all.clone().all(|c| weights.iter().all(|font| covers(font, c))))
}

fn covers(font: &Font, c: char) -> bool {
    font.info().coverage.contains(c.into())
}
