//! The colours of one picture, all made of one: the unit's, or the house's.

use super::colour::{Colour, INK, LAKE, WHITE};

#[derive(Clone, Debug)]
pub struct Tones {
    /// Grounds on which white words stand, and bars.
    pub main: Colour,
    /// Words on [`Tones::main`] that matter less.
    pub pale: Colour,
    /// Beside the main one, for what was before.
    pub quiet: Colour,
    /// The track of a bar, and what stands back.
    pub wash: Colour,
    pub paper: Colour,
    pub card: Colour,
    pub line: Colour,
    pub ink: Colour,
    pub soft: Colour,
    pub sun: Colour,
    /// Four steps from pale to dark, each told from the next also without seeing colours, and by its words.
    pub steps: [Colour; 4],
}

impl Tones {
    pub fn of(colour: Option<Colour>) -> Tones {
        let main = colour.unwrap_or(LAKE).dark_enough();
        let tint = |share: f64| main.mixed(WHITE, share);
        // As much of the colour as small words allow.
        let pale = (82..100).map(|share| tint(f64::from(share) / 100.0)).find(|it| it.contrast(main) >= 4.5);
        Tones {
            main,
            pale: pale.unwrap_or(WHITE),
            quiet: Colour(0x8f, 0xa1, 0xa5),
            wash: tint(0.88),
            paper: tint(0.955),
            card: WHITE,
            line: tint(0.78),
            ink: INK,
            soft: Colour(0x49, 0x5c, 0x61),
            sun: Colour(0xf6, 0xa8, 0x21),
            steps: [tint(0.84), tint(0.60), tint(0.28), main],
        }
    }
}
