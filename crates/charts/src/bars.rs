//! Bars lying down: parts of a whole, and amounts by a short label.

use crate::svg::{
    PHONE, Tap, amount, bar, esc, frame, line, num, part, sentence, target, text, width_of, wrap,
};
use std::fmt::Write;

/// One bar.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Bar {
    /// What it counts. A label longer than its room is broken into at most three lines.
    pub label: String,
    /// Length, in any unit, from 0.
    pub value: f64,
    /// The figure, as the page writes it ("2.566").
    pub shown: String,
    /// The share beside it, as the page writes it ("44,1 %"); may be empty.
    pub share: String,
    /// Not recorded or not said: grey.
    pub muted: bool,
    /// Where the bar leads, escaped but otherwise as given.
    pub href: Option<String>,
    /// The whole sentence. Empty: label and figure.
    pub title: String,
}

/// Parts of a whole: long labels stand above their bar, and the track is the whole (100 %).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ShareBars {
    /// Prefix for ids, unique on the page; letters, digits, `-` and `_`.
    pub id: String,
    /// What the chart shows.
    pub title: String,
    /// What it says: the finding in words.
    pub desc: String,
    /// What a full track stands for, in the unit of the values; 0 leaves every track empty.
    pub whole: f64,
    /// The parts, in the order of the table below.
    pub bars: Vec<Bar>,
}

/// Amounts: short labels stand left of the bar (34 % of the room), and the longest bar fills what is left for it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SideBars {
    /// Prefix for ids, unique on the page; letters, digits, `-` and `_`.
    pub id: String,
    /// What the chart shows.
    pub title: String,
    /// What it says: the finding in words.
    pub desc: String,
    /// The bars, in the order of the table below.
    pub bars: Vec<Bar>,
}

/// Height of one more line of a label.
const LINE: f64 = 17.0;
/// Where bars begin beside their labels, in per cent.
const LABELS: f64 = 34.0;

impl Bar {
    fn class(&self) -> &'static str {
        if self.muted { "c4" } else { "c1" }
    }

    fn figure(&self, with_share: bool) -> (String, String) {
        let share = if with_share { self.share.trim() } else { "" };
        match (self.shown.trim(), share) {
            (shown, "") => (shown.into(), String::new()),
            ("", share) => (String::new(), share.into()),
            (shown, share) => (shown.into(), format!(" · {share}")),
        }
    }

    fn figure_width(&self, with_share: bool) -> f64 {
        let (shown, share) = self.figure(with_share);
        width_of(&shown) + width_of(&share)
    }

    /// Figure and share at the right edge, the share in the softer colour.
    fn write_figure(&self, out: &mut String, y: f64, with_share: bool) {
        let (shown, share) = self.figure(with_share);
        if shown.is_empty() && share.is_empty() {
            return;
        }
        let share =
            if share.is_empty() { share } else { format!(r#"<tspan class="s">{}</tspan>"#, esc(&share)) };
        let _ = write!(out, r#"<text class="e" x="100%" y="{}">{}{share}</text>"#, num(y), esc(&shown));
    }

    fn sentence(&self) -> String {
        sentence(&self.title, &self.label, &self.shown)
    }
}

fn links(bars: &[Bar]) -> bool {
    bars.iter().any(|b| target(&b.href).is_some())
}

fn write_label(out: &mut String, lines: &[String], y: f64) {
    for (k, l) in lines.iter().enumerate().filter(|(_, l)| !l.is_empty()) {
        text(out, "", 0.0, y + LINE * k as f64, l);
    }
}

impl ShareBars {
    /// The chart as one `<svg>` element; a group with links if any bar leads somewhere, else one image.
    pub fn svg(&self) -> String {
        let whole = amount(self.whole);
        let (mut body, mut y) = (String::new(), 0.0);
        for b in &self.bars {
            let label = wrap(&b.label, (PHONE - b.figure_width(true) - 10.0).max(60.0), PHONE);
            let more = LINE * (label.len() - 1) as f64;
            let mut inner = String::new();
            write_label(&mut inner, &label, y + 13.0);
            b.write_figure(&mut inner, y + 13.0, true);
            bar(&mut inner, "l1", 0.0, 100.0, y + 20.0 + more, 12.0, 6.0);
            bar(&mut inner, b.class(), 0.0, share(b.value, whole), y + 20.0 + more, 12.0, 6.0);
            let tap = Tap { x: 0.0, width: 100.0, y: y - 6.0, height: 44.0 + more };
            part(&mut body, &b.href, &b.sentence(), tap, &inner);
            y += 46.0 + more;
        }
        if self.bars.is_empty() {
            bar(&mut body, "l1", 0.0, 100.0, 0.0, 12.0, 6.0);
            y = 20.0;
        }
        frame((&self.id, &self.title, &self.desc), y - 8.0, links(&self.bars), &body)
    }
}

/// Length in per cent of the track; what is not nothing can be seen.
fn share(value: f64, whole: f64) -> f64 {
    let value = amount(value);
    if value > 0.0 && whole > 0.0 { (value / whole * 100.0).clamp(1.2, 100.0) } else { 0.0 }
}

impl SideBars {
    /// The chart as one `<svg>` element; a group with links if any bar leads somewhere, else one image.
    pub fn svg(&self) -> String {
        let max = self.bars.iter().map(|b| amount(b.value)).fold(0.0, f64::max);
        let (shares, room) = self.room();
        let links = links(&self.bars);
        // A thumb needs 44 px where a bar leads somewhere; only to look at, 29 keep the bars together.
        let (pitch, pad, thick) = if links { (44.0, 7.5, 20.0) } else { (29.0, 0.0, 14.0) };
        let (mut body, mut y) = (String::new(), 0.0);
        for b in &self.bars {
            let px = PHONE * LABELS / 100.0 - 2.0;
            let label = wrap(&b.label, px, px);
            let more = LINE * (label.len() - 1) as f64;
            let mid = y + pad + more / 2.0;
            let mut inner = String::new();
            write_label(&mut inner, &label, y + pad + 15.0);
            let length = amount(b.value);
            if length > 0.0 {
                bar(
                    &mut inner,
                    b.class(),
                    LABELS,
                    (length / max * room).max(0.6),
                    mid + 11.0 - thick / 2.0,
                    thick,
                    3.0,
                );
            }
            b.write_figure(&mut inner, mid + 15.0, shares);
            let tap = Tap { x: 0.0, width: 100.0, y, height: pitch + more };
            part(&mut body, &b.href, &b.sentence(), tap, &inner);
            y += pitch + more;
        }
        let height = if links { y } else { y - 8.0 }.max(12.0);
        if self.bars.is_empty() {
            line(&mut body, "g", (0.0, 6.0), (100.0, 6.0));
        } else if max == 0.0 {
            line(&mut body, "g", (LABELS, 0.0), (LABELS, height));
        }
        frame((&self.id, &self.title, &self.desc), height, links, &body)
    }

    /// Whether shares are written, and the room for bars in per cent: as much as the widest figure leaves. Where that
    /// is too little, the shares go; the table below has them.
    fn room(&self) -> (bool, f64) {
        let left = |with_share: bool| {
            let widest = self.bars.iter().map(|b| b.figure_width(with_share)).fold(0.0, f64::max);
            100.0 - LABELS - (widest + 10.0) / PHONE * 100.0
        };
        let with = left(true);
        if with >= 14.0 { (true, with) } else { (false, left(false).max(10.0)) }
    }
}
