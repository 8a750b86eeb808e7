//! Labels in larger type that stand above what they name, and rows laid out anew where these need fewer lines.

use crate::svg::{PHONE, WIDE, esc, num, width_of, wrap};
use std::fmt::Write;

/// Height of a line.
pub(crate) const LINE: f64 = 20.0;
/// Type of class `lab` beside the one that widths are estimated for; it is bolder, too.
const LARGER: f64 = 1.4;

/// A line: the label's own words, and softer ones behind them.
type Words = (String, String);

/// A label with its note, above a bar or a dot.
pub(crate) struct Label(Vec<Words>);

impl Label {
    /// Broken into lines of so much `room`, in px.
    pub(crate) fn new(label: &str, note: &str, room: f64) -> Self {
        Self(lines(label, note, room.max(60.0)))
    }

    /// Room it takes, in px.
    pub(crate) fn height(&self) -> f64 {
        LINE * self.0.len() as f64
    }

    /// The last line stands on `base`, close to what it names, however many lines there are.
    pub(crate) fn write(&self, out: &mut String, class: &str, base: f64) {
        for (k, (strong, soft)) in self.0.iter().enumerate() {
            let y = num(base - LINE * (self.0.len() - 1 - k) as f64);
            let (strong, soft) = (esc(strong), esc(soft));
            let _ = match (strong.as_str(), soft.as_str()) {
                ("", "") => Ok(()),
                ("", soft) => write!(out, r#"<text class="s{class}" x="0%" y="{y}">{soft}</text>"#),
                (strong, "") => write!(out, r#"<text class="lab{class}" x="0%" y="{y}">{strong}</text>"#),
                (strong, soft) => write!(
                    out,
                    r#"<text class="lab{class}" x="0%" y="{y}">{strong}<tspan class="s"> {soft}</tspan></text>"#
                ),
            };
        }
    }
}

/// Rows laid out for a phone and, in a card of full width, once more for a wide page where labels take fewer lines.
/// Both are of one height, so what a wide page does not need lies evenly between its rows. `rows` is given the room for
/// a label and what to leave between two rows, and returns what it drew and where that ends.
pub(crate) fn laid_out(wide: bool, rows: usize, draw: impl Fn(f64, f64) -> (String, f64)) -> (String, f64) {
    let (phone, height) = draw(PHONE, 0.0);
    if !wide {
        return (phone, height);
    }
    let (as_wide, less) = draw(WIDE, 0.0);
    if as_wide == phone {
        return (phone, height);
    }
    let between = (height - less).max(0.0) / (rows.max(2) - 1) as f64;
    let (as_wide, _) = draw(WIDE, between);
    (format!(r#"<g class="phone-only">{phone}</g><g class="wide-only">{as_wide}</g>"#), height)
}

/// How much room a text takes in the larger type.
pub(crate) fn larger(s: &str) -> f64 {
    width_of(s) * LARGER
}

fn lines(label: &str, note: &str, room: f64) -> Vec<Words> {
    let (label, note) = (label.trim(), note.trim());
    let mut lines: Vec<Words> = vec![];
    if !label.is_empty() {
        let px = room / LARGER;
        lines.extend(wrap(label, px, px).into_iter().map(|it| (it, String::new())));
    }
    match lines.last_mut() {
        _ if note.is_empty() => {}
        Some(last) if larger(&last.0) + width_of(" ") + width_of(note) <= room => last.1 = note.into(),
        _ => lines.extend(wrap(note, room, room).into_iter().map(|it| (String::new(), it))),
    }
    lines
}
