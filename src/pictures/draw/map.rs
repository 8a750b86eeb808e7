//! A tile for each unit: no map as it lies in the country, and none that makes large municipalities look important. Every tile
//! says its value, so nothing depends on telling colours apart.

use super::canvas::{Canvas, Rect, Set, Sits};
use super::fit::Weight;
use crate::pictures::picture::Tile;
use crate::units::look::Tones;

const GAP: f64 = 12.0;
const KEY: f64 = 74.0;
/// How many times as wide as it is high a tile is best.
const BEST: f64 = 1.45;

/// How many tiles a place has room for, if all shall be read.
pub fn most(tall: bool) -> usize {
    if tall { 84 } else { 48 }
}

/// Columns and rows in which tiles are closest to their best shape.
#[allow(clippy::cast_precision_loss)]
fn grid(at: Rect, n: usize) -> (usize, usize) {
    let off = |columns: &usize| {
        let rows = n.div_ceil(*columns);
        let cell = at.cell((*columns, rows), GAP, 0);
        let empty = (columns * rows - n) as f64 / n as f64;
        (cell.w / cell.h / BEST).ln().abs() + empty
    };
    let columns = (1..=n.min(8)).min_by(|a, b| off(a).total_cmp(&off(b))).unwrap_or(1);
    (columns, n.div_ceil(columns))
}

pub fn map(
    canvas: &mut Canvas,
    at: Rect,
    tones: &Tones,
    (tiles, key, none): (&[Tile], &[(usize, String)], Option<&str>),
) {
    let (place, under) = at.cut(at.h - KEY);
    let cells = grid(place, tiles.len().max(1));
    // Few tiles stay tiles.
    let high = place.cell(cells, GAP, 0).h.min(place.w / 2.6);
    #[allow(clippy::cast_precision_loss)]
    let place = Rect { h: (high + GAP) * cells.1 as f64 - GAP, ..place };
    for (n, it) in tiles.iter().enumerate() {
        let cell = place.cell(cells, GAP, n);
        let radius = (cell.h * 0.12).min(20.0);
        let words = match it.step {
            None => {
                canvas.missing(cell, tones.quiet, radius);
                tones.soft
            }
            Some(step) => {
                let fill = tones.steps[step.min(3)];
                canvas.rect(cell, fill, radius);
                fill.words()
            }
        };
        let inside = cell.inset(cell.w * 0.07, cell.h * 0.08);
        let (value, name) = inside.cut(inside.h * 0.46);
        let set = Set::new(Weight::Bold, words, (cell.h * 0.34, 13.0)).sitting(Sits::Middle);
        canvas.words(value, &it.shown, set);
        let set = Set::new(Weight::SemiBold, words, ((cell.h * 0.17).min(34.0), 12.0));
        canvas.words(name, &it.name, set);
    }
    let parts = key.len() + usize::from(none.is_some());
    let row = Rect { y: under.y + 24.0, h: KEY - 24.0, ..under };
    for n in 0..parts {
        let cell = row.cell((parts, 1), 18.0, n);
        let swatch = Rect { w: 40.0, h: 40.0, y: cell.y + (cell.h - 40.0) / 2.0, ..cell };
        let words = match (key.get(n), none) {
            (Some((step, words)), _) => {
                canvas.rect(swatch, tones.steps[(*step).min(3)], 8.0);
                words.as_str()
            }
            (None, Some(none)) => {
                canvas.missing(swatch, tones.quiet, 8.0);
                none
            }
            (None, None) => "",
        };
        let set = Set::new(Weight::Regular, tones.ink, (24.0, 14.0)).sitting(Sits::Middle);
        canvas.words(Rect { x: cell.x + 52.0, w: cell.w - 52.0, ..cell }, words, set);
    }
}
