//! One line each: what a change did to a share, and a bar for a table cell.

use crate::svg::{PHONE, amount, bar, frame, line, pc, text, width_of};

/// A share of a whole before and after, on one track: what one save changed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Shift {
    /// Prefix for ids, unique on the page; letters, digits, `-` and `_`.
    pub id: String,
    /// What the chart shows.
    pub title: String,
    /// What it says: the change in words.
    pub desc: String,
    /// The share before, 0 to 1.
    pub before: f64,
    /// The share now, 0 to 1.
    pub after: f64,
    /// The share now as the page writes it ("61 %"); stands above its end.
    pub shown: String,
}

impl Shift {
    /// The chart as one `<svg>` element, an image. What came is amber; what went is paler, never alarming.
    pub fn svg(&self) -> String {
        let (before, after) = (percent(self.before), percent(self.after));
        let mut body = String::new();
        let mut strip = |class: &str, to: f64| bar(&mut body, class, 0.0, to, 18.0, 22.0, 4.0);
        strip("l1", 100.0);
        // The longer one lies under the shorter one, so that only what came or went is seen of it: even a small step.
        if after != before {
            let class = if after > before { "c2" } else { "l2" };
            strip(class, before.max(after).max(0.6));
        }
        strip("c1", if after == before { after } else { before.min(after).min(before.max(after) - 0.6) });
        let half = width_of(&self.shown) / 2.0 / PHONE * 100.0;
        let (class, x) = match after {
            a if a < half => ("", 0.0),
            a if a > 100.0 - half => ("e", 100.0),
            a => ("m", a),
        };
        if !self.shown.trim().is_empty() {
            text(&mut body, class, x, 11.0, &self.shown);
        }
        frame((&self.id, &self.title, &self.desc), 40.0, false, &body)
    }
}

/// A plain bar for a table cell, with no words and so hidden from readers: the figure stands in the cell beside it.
/// `share` is 0 to 1; `mark`, 0 to 1, is where a median or a target stands.
pub fn cell_bar(share: f64, mark: Option<f64>) -> String {
    let share = percent(share);
    let mut body = String::new();
    bar(&mut body, "f1", 0.0, 100.0, 0.0, 12.0, 6.0);
    if share > 0.0 {
        bar(&mut body, "c1", 0.0, share.max(1.2), 0.0, 12.0, 6.0);
    }
    if let Some(m) = mark {
        // A line right on the edge would be cut in half.
        let x = percent(m).clamp(0.6, 99.4);
        line(&mut body, "ref", (x, -5.0), (x, 17.0));
    }
    // The mark stands out above and below without moving the bar off the figures' line.
    format!(r#"<svg width="{}" height="12" overflow="visible" aria-hidden="true">{body}</svg>"#, pc(100.0))
}

fn percent(v: f64) -> f64 {
    amount(v).min(1.0) * 100.0
}
