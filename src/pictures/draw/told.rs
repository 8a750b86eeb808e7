//! "You said, we did".

use super::canvas::{Canvas, Rect, Set, Sits};
use super::card;
use super::fit::Weight;
use crate::pictures::picture::Told;
use crate::units::look::Tones;

/// How many entries a picture has room for.
pub fn most(tall: bool) -> usize {
    if tall { 4 } else { 2 }
}

fn part(canvas: &mut Canvas, at: Rect, tones: &Tones, (label, text): (&str, &str), strong: bool) {
    let (top, rest) = at.cut(34.0);
    let colour = if strong { tones.main } else { tones.soft };
    let set = Set::new(Weight::Bold, colour, (25.0, 17.0)).sitting(Sits::Middle);
    canvas.words(top, label, set);
    let set = Set::new(if strong { Weight::SemiBold } else { Weight::Regular }, tones.ink, (38.0, 21.0));
    canvas.words(Rect { y: rest.y + 4.0, h: rest.h - 4.0, ..rest }, text, set);
}

pub fn said(canvas: &mut Canvas, at: Rect, tones: &Tones, entries: &[Told], you: &str) {
    let rows = entries.len().max(1);
    // One or two do not fill a tall page.
    let high = at.cell((1, rows), 24.0, 0).h.min(430.0);
    #[allow(clippy::cast_precision_loss)]
    let at = Rect { h: (high + 24.0) * rows as f64 - 24.0, ..at };
    for (n, it) in entries.iter().enumerate() {
        let cell = at.cell((1, rows), 24.0, n);
        let inside = card(canvas, cell, tones);
        canvas.rect(Rect { w: 12.0, ..cell.inset(0.0, 26.0) }, tones.sun, 6.0);
        let head = if it.heading.is_empty() { 0.0 } else { 38.0 };
        let (top, rest) = inside.cut(head);
        let set = Set::new(Weight::SemiBold, tones.soft, (24.0, 16.0));
        canvas.words(top, &it.heading, set);
        let left = Rect { w: rest.w * 0.47, ..rest };
        let right = Rect { x: rest.x + rest.w * 0.53, w: rest.w * 0.47, ..rest };
        canvas.rect(Rect { x: rest.x + rest.w * 0.5, w: 2.0, ..rest }, tones.line, 0.0);
        part(canvas, left, tones, (you, &it.said), false);
        part(canvas, right, tones, (&it.label, &it.did), true);
    }
}
