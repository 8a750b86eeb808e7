//! The fonts in the program: Inter in three weights, with the letters of most of Europe, and in two weights those of
//! further scripts.

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

/// A font for a script that Inter has no letters of.
pub struct Further {
    /// What the font calls itself.
    pub family: &'static str,
    /// Regular and bold, as TrueType.
    pub files: [&'static [u8]; 2],
}

macro_rules! further {
    ($($script:literal),*) => {
        [$(Further {
            family: concat!("Noto Sans ", $script),
            files: [
                include_bytes!(concat!("../fonts/NotoSans", $script, "-Regular.ttf")),
                include_bytes!(concat!("../fonts/NotoSans", $script, "-Bold.ttf")),
            ],
        }),*]
    };
}

/// In whichever of them a character is found that Inter has not got.
pub const FURTHER: [Further; 8] =
    further!["Arabic", "Armenian", "Bengali", "Devanagari", "Ethiopic", "Georgian", "Hebrew", "Thai"];

pub static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let further = FURTHER.iter().flat_map(|it| it.files);
    INTER.into_iter().chain(further).flat_map(|file| Font::iter(Bytes::new(file))).collect()
});

pub static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// Whether every weight has it.
pub fn inter_has(c: char) -> bool {
    FONTS.iter().take(INTER.len()).all(|font| covers(font, c))
}

/// Whether one of the further fonts has all of them, in both weights.
pub fn further_has(all: impl Iterator<Item = char> + Clone) -> bool {
    let mut weights = FONTS.get(INTER.len()..).unwrap_or_default().chunks(2);
    weights.any(|two| all.clone().all(|c| two.iter().all(|font| covers(font, c))))
}

fn covers(font: &Font, c: char) -> bool {
    font.info().coverage.contains(c.into())
}
