//! SVG, piece by piece. Whatever was typed is written as text and never as markup.

use std::fmt::Write;

use super::fit::{Block, LEADING, Weight, fit};
use super::letters::{Run, runs, width};
use crate::units::look::Colour;

/// Where something stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    pub x: f64,
    pub y: f64,
    pub w: f64,
    pub h: f64,
}

impl Rect {
    pub fn new(x: f64, y: f64, w: f64, h: f64) -> Rect {
        Rect { x, y, w, h }
    }

    pub fn inset(self, x: f64, y: f64) -> Rect {
        Rect { x: self.x + x, y: self.y + y, w: (self.w - 2.0 * x).max(1.0), h: (self.h - 2.0 * y).max(1.0) }
    }

    pub fn bottom(self) -> f64 {
        self.y + self.h
    }

    /// Without so much of its lower end.
    pub fn lifted(self, by: f64) -> Rect {
        Rect { h: (self.h - by).max(1.0), ..self }
    }

    /// As much of it as that, in its middle.
    pub fn middle(self, h: f64) -> Rect {
        let h = h.min(self.h);
        Rect { y: self.y + (self.h - h) / 2.0, h, ..self }
    }

    /// The first `h` of it, and what is below.
    pub fn cut(self, h: f64) -> (Rect, Rect) {
        let h = h.clamp(0.0, self.h);
        (Rect { h, ..self }, Rect { y: self.y + h, h: self.h - h, ..self })
    }

    /// In rows or columns with gaps between them: the n-th cell.
    #[allow(clippy::cast_precision_loss)]
    pub fn cell(self, (columns, rows): (usize, usize), gap: f64, n: usize) -> Rect {
        let (columns, rows) = (columns.max(1), rows.max(1));
        let w = (self.w - gap * (columns - 1) as f64) / columns as f64;
        let h = (self.h - gap * (rows - 1) as f64) / rows as f64;
        let (column, row) = ((n % columns) as f64, (n / columns) as f64);
        Rect { x: self.x + column * (w + gap), y: self.y + row * (h + gap), w, h }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    End,
}

/// Where words stand within their box from top to bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sits {
    Top,
    Middle,
    Bottom,
}

/// How words are set.
#[derive(Clone, Copy, Debug)]
pub struct Set {
    pub weight: Weight,
    pub colour: Colour,
    /// The largest and the smallest size.
    pub sizes: (f64, f64),
    pub anchor: Anchor,
    pub sits: Sits,
}

impl Set {
    pub fn new(weight: Weight, colour: Colour, sizes: (f64, f64)) -> Set {
        Set { weight, colour, sizes, anchor: Anchor::Start, sits: Sits::Top }
    }

    pub fn anchored(self, anchor: Anchor) -> Set {
        Set { anchor, ..self }
    }

    pub fn sitting(self, sits: Sits) -> Set {
        Set { sits, ..self }
    }
}

/// Who is going to read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Programs with fonts of their own: each line says how wide it is, so that it fits in whatever font it is set.
    Anybody,
    /// Our own drawer, that has our fonts and no other: what none of them has is drawn as a sign.
    Drawer,
}

pub struct Canvas {
    out: String,
    reader: Reader,
}

/// Text as XML may hold it.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            // No XML may hold these, however they are written.
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

impl Canvas {
    pub fn new(reader: Reader) -> Canvas {
        Canvas { out: String::with_capacity(8 * 1024), reader }
    }

    pub fn take(self) -> String {
        self.out
    }

    fn put(&mut self, piece: std::fmt::Arguments<'_>) {
        // Writing into a string cannot fail.
        let _ = self.out.write_fmt(piece);
    }

    pub fn rect(&mut self, at: Rect, fill: Colour, radius: f64) {
        let (Rect { x, y, w, h }, fill) = (at, fill.hex());
        let radius = radius.min(w / 2.0).min(h / 2.0);
        self.put(format_args!(
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{w:.1}\" height=\"{h:.1}\" rx=\"{radius:.1}\" fill=\"{fill}\"/>"
        ));
    }

    /// Nothing but an edge, broken: what is not there.
    pub fn missing(&mut self, at: Rect, edge: Colour, radius: f64) {
        let (Rect { x, y, w, h }, edge) = (at.inset(1.5, 1.5), edge.hex());
        self.put(format_args!(
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{w:.1}\" height=\"{h:.1}\" rx=\"{radius:.1}\" fill=\"#fff\" stroke=\"{edge}\" stroke-width=\"3\" stroke-dasharray=\"9 7\"/>"
        ));
    }

    /// Five strokes of a tally, `size` wide and high, as they stand in the house's mark.
    pub fn tally(&mut self, (x, y): (f64, f64), size: f64, (strokes, last): (Colour, Colour), opacity: f64) {
        let (scale, strokes, last) = (size / 24.0, strokes.hex(), last.hex());
        self.put(format_args!(
            "<g transform=\"translate({x:.1} {y:.1}) scale({scale:.3})\" fill=\"none\" stroke-width=\"2.2\" stroke-linecap=\"round\" opacity=\"{opacity}\"><path stroke=\"{strokes}\" d=\"M5 4v16M10 4v16M15 4v16M20 4v16\"/><path stroke=\"{last}\" d=\"M2 17 22 7\"/></g>"
        ));
    }

    /// Words in a box, as large as they can be there; returns what of it they take.
    pub fn words(&mut self, at: Rect, text: &str, set: Set) -> Rect {
        let shown: String = match self.reader {
            Reader::Anybody => text.to_owned(),
            Reader::Drawer => typeset::settable(text),
        };
        let block = fit(&shown, set.weight, (at.w, at.h), set.sizes);
        let height = block.height();
        let top = match set.sits {
            Sits::Top => at.y,
            Sits::Middle => at.y + (at.h - height) / 2.0,
            Sits::Bottom => at.bottom() - height,
        };
        self.lines(at, top, &block, set);
        Rect { y: top, h: height, ..at }
    }

    #[allow(clippy::cast_precision_loss)]
    fn lines(&mut self, at: Rect, top: f64, block: &Block, set: Set) {
        for (n, line) in block.lines.iter().enumerate() {
            let y = top + block.size * (LEADING * n as f64 + 0.955);
            match self.reader {
                Reader::Anybody => self.line(at, y, (line, block.size), set),
                Reader::Drawer => self.line_in_runs(at, y, (line, block.size), set),
            }
        }
    }

    fn line(&mut self, at: Rect, y: f64, (line, size): (&str, f64), set: Set) {
        let (x, anchor) = match set.anchor {
            Anchor::Start => (at.x, "start"),
            Anchor::End => (at.x + at.w, "end"),
        };
        let (weight, fill, text) = (set.weight.number(), set.colour.hex(), escaped(line));
        let wide = width(line, set.weight) * size;
        self.put(format_args!(
            "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size:.1}\" font-weight=\"{weight}\" fill=\"{fill}\" text-anchor=\"{anchor}\" textLength=\"{wide:.1}\" lengthAdjust=\"spacingAndGlyphs\">{text}</text>"
        ));
    }

    /// What stands in another font stands in a piece of its own: of a text in two fonts our drawer loses letters where they
    /// are joined.
    fn line_in_runs(&mut self, at: Rect, y: f64, (line, size): (&str, f64), set: Set) {
        let all = runs(line);
        // Each part is drawn at this size, and stands where the one before it ends.
        let size = (size * 10.0).round() / 10.0;
        let wide = |run: &Run<'_>| run.width(set.weight) * size;
        let (mut x, anchor) = match (set.anchor, all.as_slice()) {
            (Anchor::Start, _) => (at.x, "start"),
            (Anchor::End, [run]) if run.family().is_none() => (at.x + at.w, "end"),
            (Anchor::End, all) => (at.x + at.w - all.iter().map(wide).sum::<f64>(), "start"),
        };
        let (weight, fill) = (set.weight.number(), set.colour.hex());
        for run in &all {
            let family = run.family().map_or_else(String::new, |it| format!(" font-family=\"{it}\""));
            for (part, wide) in run.parts(set.weight) {
                let text = escaped(part);
                self.put(format_args!(
                    "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size:.1}\" font-weight=\"{weight}\" fill=\"{fill}\" text-anchor=\"{anchor}\" xml:space=\"preserve\"{family}>{text}</text>"
                ));
                x += wide * size;
            }
        }
    }
}
