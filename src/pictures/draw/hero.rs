//! One number, as large as it can be.

use super::canvas::{Canvas, Rect, Set, Sits};
use super::fit::Weight;
use super::{EDGE, FOOT, foot, ground, head};
use crate::pictures::picture::{Figure, Picture};

pub fn number(
    canvas: &mut Canvas,
    page: Rect,
    picture: &Picture,
    (figure, said, more): (&Figure, &str, &[Figure]),
) {
    let tones = &picture.tones;
    let below = tones.main.mixed(tones.card, 0.12);
    ground(canvas, page, tones.main);
    canvas.tally((page.w - 560.0, page.h * 0.12), 620.0, (tones.card, tones.card), 0.055);
    foot(canvas, page, picture, (tones.pale, below, tones.card));
    let tall = page.h > 1200.0;
    let inside =
        Rect::new(EDGE, 0.0, page.w - 2.0 * EDGE, page.h - FOOT).inset(0.0, if tall { 96.0 } else { 52.0 });
    let (top, rest) = inside.cut(if tall { 250.0 } else { 176.0 });
    head(canvas, top, picture);
    let cards = if more.is_empty() { 0.0 } else { (rest.h * 0.3).min(290.0) };
    let (middle, bottom) = rest.cut(rest.h - cards);
    // The number, what it counts, and what it is beside, as one in the middle.
    let block = middle.inset(0.0, 22.0).middle(820.0);
    let (big, words) = block.cut(block.h * 0.52);
    let set =
        Set::new(Weight::Bold, tones.card, (if tall { 380.0 } else { 300.0 }, 72.0)).sitting(Sits::Bottom);
    canvas.words(big, &figure.shown, set);
    let (label, beside) = words.cut(words.h * if said.is_empty() { 1.0 } else { 0.5 });
    let set = Set::new(Weight::SemiBold, tones.card, (64.0, 26.0));
    let label = canvas.words(label.inset(0.0, 4.0), &figure.label, set);
    if !said.is_empty() {
        let from = (label.bottom() + 26.0).min(beside.y + 10.0);
        let beside = Rect { y: from, h: beside.bottom() - from, ..beside };
        let inner = Rect { x: beside.x + 30.0, w: beside.w - 30.0, ..beside };
        let set = Set::new(Weight::Regular, tones.pale, (42.0, 22.0));
        let taken = canvas.words(inner, said, set);
        canvas.rect(Rect { x: beside.x, w: 10.0, ..taken }, tones.sun, 5.0);
    }
    for (n, it) in more.iter().enumerate() {
        let cell = bottom.cell((more.len(), 1), 22.0, n);
        canvas.rect(cell, below, 22.0);
        let (top, under) = cell.inset(24.0, 20.0).cut((cell.h - 40.0) * 0.5);
        let set = Set::new(Weight::Bold, tones.card, (66.0, 24.0)).sitting(Sits::Bottom);
        canvas.words(top, &it.shown, set);
        let set = Set::new(Weight::SemiBold, tones.card, (28.0, 17.0));
        canvas.words(under.inset(0.0, 4.0), &it.label, set);
    }
}
