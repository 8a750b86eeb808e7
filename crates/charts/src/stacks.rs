//! Stacks: how answers to several questions fall apart.

use crate::label::{Label, laid_out};
use crate::svg::{PHONE, Tap, amount, bar, frame, line, part, text, width_of};

/// How a part looks: from what is wanted to what is not, then what is neither. Told apart by order, by what is written
/// in them, and by dark, pale, outlined and striped, not by colour alone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Look {
    /// As it should be ("povsem se strinjam", "da"): dark.
    Good,
    /// Rather so ("strinjam se"): half as dark.
    Half,
    /// In the middle ("niti niti", "vmes"): pale.
    Middle,
    /// Rather not ("ne strinjam se"): pale amber.
    Poor,
    /// Not as it should be ("sploh se ne strinjam", "ne"): amber.
    Bad,
    /// Said, but no answer to the question ("ne vem"): striped.
    Unsure,
    /// Nothing said: an empty box.
    #[default]
    Blank,
}

/// One part of a row.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StackPart {
    /// How many, in any unit, from 0.
    pub value: f64,
    /// As the page writes it ("67 %"). Left out where the part has no room for it.
    pub shown: String,
    /// How it looks.
    pub look: Look,
}

/// One question.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StackRow {
    /// What was asked. Broken into at most three lines.
    pub label: String,
    /// Parts in the same order in every row; those of 0 take no room.
    pub parts: Vec<StackPart>,
    /// The whole sentence, with every part by name. Empty: label and figures.
    pub title: String,
}

/// Answers to several questions: each a bar of 100 %, in parts.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Stacks {
    /// Prefix for ids, unique on the page; letters, digits, `-` and `_`.
    pub id: String,
    /// What the chart shows.
    pub title: String,
    /// What it says: the finding in words.
    pub desc: String,
    /// The rows, in the order of the table below.
    pub rows: Vec<StackRow>,
    /// Stands in a card of full width: from 52rem up labels are broken, and figures written, for 640 px.
    pub wide: bool,
}

const HEIGHT: f64 = 24.0;
/// Left blank between two parts, in per cent.
const GAP: f64 = 0.4;
/// The least share that can be seen, in per cent.
const LEAST: f64 = 1.6;

impl Look {
    /// Classes of the part, and of what is written on it.
    fn classes(self) -> (&'static str, &'static str) {
        match self {
            Self::Good => ("c1", "on m"),
            Self::Half => ("l2", "m"),
            Self::Middle => ("l1 rim", "m"),
            Self::Poor => ("c3 rim", "m"),
            Self::Bad => ("c2", "dk m"),
            Self::Unsure => ("l0", "halo m"),
            Self::Blank => ("l0", "m"),
        }
    }
}

impl StackRow {
    fn sentence(&self) -> String {
        if !self.title.trim().is_empty() {
            return self.title.clone();
        }
        let shown: Vec<&str> =
            self.parts.iter().map(|p| p.shown.trim()).filter(|shown| !shown.is_empty()).collect();
        if shown.is_empty() { self.label.clone() } else { format!("{}: {}", self.label, shown.join(", ")) }
    }

    /// Shares in per cent. What is not nothing can be seen; all together are the whole.
    fn shares(&self) -> Vec<f64> {
        // A share of the greatest first: nothing overflows, however great.
        let max = self.parts.iter().map(|p| amount(p.value)).fold(0.0, f64::max);
        let of_max = |p: &StackPart| if max > 0.0 { amount(p.value) / max } else { 0.0 };
        let sum: f64 = self.parts.iter().map(of_max).sum();
        let seen = |p: &StackPart| {
            if amount(p.value) > 0.0 { (of_max(p) / sum * 100.0).max(LEAST) } else { 0.0 }
        };
        let seen: Vec<f64> = self.parts.iter().map(seen).collect();
        let all: f64 = seen.iter().sum();
        seen.into_iter().map(|s| if all > 0.0 { s / all * 100.0 } else { 0.0 }).collect()
    }

    fn write(&self, out: &mut String, y: f64, room: f64) {
        let shares = self.shares();
        if shares.iter().all(|s| *s == 0.0) {
            bar(out, "f1", 0.0, 100.0, y, HEIGHT, 4.0);
        }
        let mut x = 0.0;
        for (p, share) in self.parts.iter().zip(shares).filter(|(_, share)| *share > 0.0) {
            let (class, on) = p.look.classes();
            // The last part ends where the bar does.
            let width = if x + share > 99.99 { share } else { share - GAP.min(share / 2.0) };
            bar(out, class, x, width, y, HEIGHT, 4.0);
            if p.look == Look::Unsure {
                // A broad line of dashes: stripes, without a pattern to be referred to.
                let in_px = 4.0 / PHONE * 100.0;
                if width > 2.0 * in_px {
                    let mid = y + HEIGHT / 2.0;
                    line(out, "hatch", (x + in_px / 2.0, mid), (x + width - in_px / 2.0, mid));
                }
            }
            let needs = width_of(p.shown.trim()) + 8.0;
            if !p.shown.trim().is_empty() && needs <= width / 100.0 * room {
                text(out, on, x + width / 2.0, y + 16.5, p.shown.trim());
            }
            x += share;
        }
    }
}

impl Stacks {
    /// The chart as one `<svg>` element, an image.
    pub fn svg(&self) -> String {
        let (mut body, end) = laid_out(self.wide, self.rows.len(), |room, between| self.rows(room, between));
        if self.rows.is_empty() {
            bar(&mut body, "f1", 0.0, 100.0, 0.0, HEIGHT, 4.0);
        }
        frame((&self.id, &self.title, &self.desc), end.max(HEIGHT) + 4.0, false, &body)
    }

    fn rows(&self, room: f64, between: f64) -> (String, f64) {
        let (mut rows, mut y, mut end) = (String::new(), 0.0, 0.0);
        for row in &self.rows {
            let label = Label::new(&row.label, "", room);
            let height = label.height();
            let top = if height > 0.0 { y + height + 6.0 } else { y };
            let mut inner = String::new();
            label.write(&mut inner, "", top - 10.0);
            row.write(&mut inner, top, room);
            let tap = Tap { x: 0.0, width: 100.0, y, height: top + HEIGHT - y };
            part(&mut rows, &None, &row.sentence(), tap, &inner);
            end = top + HEIGHT;
            y = end + 16.0 + between;
        }
        (rows, end)
    }
}
