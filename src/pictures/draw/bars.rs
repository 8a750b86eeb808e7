//! A period beside another, figures in cards, and what young people say as bars.

use super::canvas::{Anchor, Canvas, Rect, Set, Sits};
use super::card;
use super::fit::Weight;
use crate::pictures::picture::{Bar, Figure, Voice};
use crate::units::look::Tones;

pub fn comparison(
    canvas: &mut Canvas,
    at: Rect,
    tones: &Tones,
    (label, bars, said): (&str, &[Bar; 2], &str),
) {
    let inside = card(canvas, at.middle(1060.0), tones);
    let (top, rest) = inside.cut(inside.h * 0.2);
    let set = Set::new(Weight::SemiBold, tones.ink, (54.0, 24.0)).sitting(Sits::Middle);
    canvas.words(top, label, set);
    let (both, under) = rest.cut(rest.h * if said.is_empty() { 1.0 } else { 0.76 });
    for (n, bar) in bars.iter().enumerate() {
        let row = both.cell((1, 2), 34.0, n).inset(0.0, 8.0);
        let thick = (row.h * 0.4).min(150.0);
        let (words, track) = row.cut(row.h - thick);
        let (name, value) = (
            Rect { w: words.w * 0.48, ..words },
            Rect { x: words.x + words.w * 0.5, w: words.w * 0.5, ..words },
        );
        let set = Set::new(Weight::SemiBold, tones.soft, (40.0, 20.0)).sitting(Sits::Bottom);
        canvas.words(name.lifted(14.0), &bar.name, set);
        let ink = if n == 0 { tones.main } else { tones.soft };
        let set = Set::new(Weight::Bold, ink, (140.0, 30.0)).anchored(Anchor::End).sitting(Sits::Bottom);
        canvas.words(value.lifted(10.0), &bar.shown, set);
        let Some(share) = bar.share else {
            canvas.missing(track, tones.quiet, 14.0);
            continue;
        };
        canvas.rect(track, tones.wash, 14.0);
        let filled = Rect { w: track.w * share.clamp(0.0, 1.0), ..track };
        if filled.w > 1.0 {
            canvas.rect(filled, if n == 0 { tones.main } else { tones.quiet }, 14.0);
        }
    }
    if !said.is_empty() {
        let under = Rect { x: under.x + 28.0, w: under.w - 28.0, ..under }.inset(0.0, 12.0);
        let set = Set::new(Weight::Bold, tones.ink, (50.0, 22.0)).sitting(Sits::Middle);
        let taken = canvas.words(under, said, set);
        canvas.rect(Rect { x: under.x - 28.0, w: 10.0, ..taken }, tones.sun, 5.0);
    }
}

pub fn figures(canvas: &mut Canvas, at: Rect, tones: &Tones, all: &[Figure]) {
    let rows = all.len().div_ceil(2);
    for (n, it) in all.iter().enumerate() {
        let inside = card(canvas, at.cell((2, rows), 26.0, n), tones);
        let (top, under) = inside.cut(inside.h * 0.56);
        let set = Set::new(Weight::Bold, tones.main, (118.0, 34.0)).sitting(Sits::Bottom);
        canvas.words(top, &it.shown, set);
        let set = Set::new(Weight::SemiBold, tones.soft, (36.0, 19.0));
        canvas.words(under.inset(0.0, 6.0), &it.label, set);
    }
}

/// Bars from 0 to 100, one for each area.
pub fn voices(canvas: &mut Canvas, at: Rect, tones: &Tones, lines: &[Voice], note: &str) {
    let inside = card(canvas, at, tones);
    let (rows, under) = inside.cut(inside.h - if note.is_empty() { 0.0 } else { 66.0 });
    let set = Set::new(Weight::Regular, tones.soft, (25.0, 17.0)).sitting(Sits::Bottom);
    canvas.words(under, note, set);
    // A few rows do not stand apart over a whole page.
    let height = (rows.h / 3.0).min(rows.h);
    #[allow(clippy::cast_precision_loss)]
    let rows = Rect { h: rows.h.min(height * lines.len() as f64), ..rows };
    for (n, it) in lines.iter().enumerate() {
        let row = rows.cell((1, lines.len()), 10.0, n);
        let thick = (row.h * 0.24).min(34.0);
        let (words, track) = row.inset(0.0, row.h * 0.06).cut(row.h * 0.88 - thick);
        let name = Rect { w: words.w - 130.0, ..words };
        let set = Set::new(Weight::SemiBold, tones.ink, (40.0, 18.0)).sitting(Sits::Bottom);
        canvas.words(name.lifted(3.0), &it.area, set);
        let value = Rect { x: words.x + words.w - 110.0, w: 110.0, ..words };
        let set =
            Set::new(Weight::Bold, tones.main, (54.0, 20.0)).anchored(Anchor::End).sitting(Sits::Bottom);
        canvas.words(value.lifted(2.0), &it.shown, set);
        match it.index {
            None => canvas.missing(track, tones.quiet, thick / 2.0),
            Some(index) => {
                canvas.rect(track, tones.wash, thick / 2.0);
                let filled = Rect { w: track.w * (index / 100.0).clamp(0.0, 1.0), ..track };
                if filled.w > 1.0 {
                    canvas.rect(filled, tones.main, thick / 2.0);
                }
            }
        }
    }
}
