//! A picture as SVG, and that as PNG: the frame that all share, and in it what each tells.

mod bars;
mod canvas;
mod fit;
mod hero;
mod letters;
mod map;
mod raster;
mod told;

use canvas::{Canvas, Reader, Rect, Set, Sits, escaped};
use fit::Weight;

use super::picture::{Body, Picture};
use super::shape::Shape;
use crate::units::look::{Colour, Tones};

pub use raster::png;

/// How many tiles a map of this shape has room for.
pub fn most_tiles(shape: Shape) -> usize {
    map::most(shape != Shape::Square)
}

/// How many of "you said, we did".
pub fn most_said(shape: Shape) -> usize {
    told::most(shape != Shape::Square)
}

/// From the edge to what stands inside.
const EDGE: f64 = 64.0;
const FOOT: f64 = 112.0;

/// The picture as text to be handed on: it says its title and what is to be seen, and its words stay words.
pub fn svg(picture: &Picture, shape: Shape) -> String {
    drawn(picture, shape, Reader::Anybody)
}

fn drawn(picture: &Picture, shape: Shape, reader: Reader) -> String {
    let mut canvas = Canvas::new(reader);
    let page = Rect::new(0.0, 0.0, Shape::WIDTH, shape.height());
    match &picture.body {
        Body::Number { figure, said, more } => hero::number(&mut canvas, page, picture, (figure, said, more)),
        body => {
            let inside = framed(&mut canvas, page, picture, shape);
            let tones = &picture.tones;
            match body {
                Body::Comparison { label, bars, said } => {
                    bars::comparison(&mut canvas, inside, tones, (label, bars, said));
                }
                Body::Figures(all) => bars::figures(&mut canvas, inside, tones, all),
                Body::Map { tiles, key, none } => {
                    map::map(&mut canvas, inside, tones, (tiles, key, none.as_deref()));
                }
                Body::Voices { lines, note } => bars::voices(&mut canvas, inside, tones, lines, note),
                Body::Said { entries, you } => {
                    told::said(&mut canvas, inside, tones, entries, you);
                }
                Body::Number { .. } => {}
            }
        }
    }
    let (width, height) = shape.lengths();
    let (title, said) = (escaped(&picture.head.title), escaped(&picture.alternative()));
    let (lang, h) = (picture.head.lang, shape.height());
    let inside = canvas.take();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" lang=\"{lang}\" xml:lang=\"{lang}\" role=\"img\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {} {h:.3}\" font-family=\"Inter, 'Segoe UI', Roboto, 'Noto Sans', sans-serif\"><title>{title}</title><desc>{said}</desc>{inside}</svg>",
        Shape::WIDTH
    )
}

/// The band with unit and title, and the small print; returns what is left between them.
fn framed(canvas: &mut Canvas, page: Rect, picture: &Picture, shape: Shape) -> Rect {
    let tones = &picture.tones;
    let band = match shape {
        Shape::Square => 236.0,
        Shape::Story => 350.0,
        Shape::A4 => 280.0,
    };
    ground(canvas, page, tones.paper);
    let (top, rest) = page.cut(band);
    ground(canvas, Rect { h: top.h - 4.0, ..top }, tones.main);
    // Within the band, also with its round ends.
    canvas.tally((page.w - band * 1.1, -band * 0.1), band * 1.15, (tones.card, tones.card), 0.07);
    head(canvas, top.inset(EDGE, if band > 300.0 { 64.0 } else { 40.0 }), picture);
    let (inside, _) = rest.cut(rest.h - FOOT);
    foot(canvas, page, picture, (tones.soft, tones.line, tones.main));
    inside.inset(EDGE, 40.0)
}

/// From edge to edge and a little more: points at the edge are whole ones then.
fn ground(canvas: &mut Canvas, at: Rect, fill: Colour) {
    canvas.rect(Rect { x: at.x - 4.0, y: at.y - 4.0, w: at.w + 8.0, h: at.h + 8.0 }, fill, 0.0);
}

/// Unit and title.
fn head(canvas: &mut Canvas, at: Rect, picture: &Picture) {
    let tones = &picture.tones;
    let (unit, rest) = at.cut(at.h * 0.4);
    let set = Set::new(Weight::SemiBold, tones.pale, (38.0, 21.0)).sitting(Sits::Bottom);
    canvas.words(Rect { h: unit.h - 8.0, ..unit }, &picture.head.unit, set);
    let set = Set::new(Weight::Bold, tones.card, (76.0, 27.0));
    canvas.words(rest, &picture.head.title, set);
}

fn foot(canvas: &mut Canvas, page: Rect, picture: &Picture, (words, line, mark): (Colour, Colour, Colour)) {
    let at = Rect::new(EDGE, page.bottom() - FOOT, page.w - 2.0 * EDGE, FOOT);
    canvas.rect(Rect { h: 2.0, ..at }, line, 0.0);
    canvas.tally((at.x, at.y + 28.0), 52.0, (mark, picture.tones.sun), 1.0);
    let said = Rect::new(at.x + 74.0, at.y + 20.0, at.w - 74.0, FOOT - 52.0 + 12.0);
    let set = Set::new(Weight::Regular, words, (25.0, 17.0)).sitting(Sits::Middle);
    canvas.words(said, &picture.head.source, set);
}

/// A white card.
fn card(canvas: &mut Canvas, at: Rect, tones: &Tones) -> Rect {
    canvas.rect(at, tones.card, 26.0);
    at.inset(34.0, 28.0)
}

#[cfg(test)]
mod tests;
