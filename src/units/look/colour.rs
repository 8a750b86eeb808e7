//! Colours as numbers: how light one is, and whether words can be read on it. By WCAG 2.2, relative luminance.

/// The house's.
pub const LAKE: Colour = Colour(0, 0x44, 0x4c);
pub const WHITE: Colour = Colour(255, 255, 255);
pub const INK: Colour = Colour(0x10, 0x26, 0x2b);
/// What white words, also small ones, need of the ground they stand on.
const LEAST: f64 = 5.5;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

impl Colour {
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// `#rrggbb`, in small letters or capitals.
    pub fn from_hex(text: &str) -> Option<Colour> {
        let digits = text.trim().strip_prefix('#')?;
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        Some(Colour(part(0)?, part(2)?, part(4)?))
    }

    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// 1 to 21.
    pub fn contrast(self, other: Colour) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// `share` of the other colour in this one.
    pub fn mixed(self, other: Colour, share: f64) -> Colour {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let part = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * share).round() as u8;
        Colour(part(self.0, other.0), part(self.1, other.1), part(self.2, other.2))
    }

    /// The same colour, as dark as white words on it need.
    pub fn dark_enough(self) -> Colour {
        let steps = (0..=20).map(|step| self.mixed(Colour(0, 0, 0), f64::from(step) / 20.0));
        steps.into_iter().find(|it| it.contrast(WHITE) >= LEAST).unwrap_or(INK)
    }

    /// What is read on it: white or ink where they can be, else black, which then always can.
    pub fn words(self) -> Colour {
        let readable = |it: &Colour| self.contrast(*it) >= 4.5;
        [WHITE, INK].into_iter().find(readable).unwrap_or(Colour(0, 0, 0))
    }
}
