//! Scales that need not begin at 0, and what is written along them.

use crate::svg::{Area, PHONE, held, line, text, width_of};

/// A figure that has a place. What is infinite, not a number or beyond all scales has none, and is not drawn: where 0
/// is a place like any other, to count it as 0 would be a lie.
pub(crate) fn known(v: f64) -> Option<f64> {
    (v.abs() <= 1e15).then_some(v)
}

/// From one figure to a greater one.
#[derive(Clone, Copy)]
pub(crate) struct Scale {
    from: f64,
    to: f64,
}

impl Scale {
    /// As wanted, or further where a figure lies outside: at the edge it would stand for another one.
    pub(crate) fn over(wanted: [f64; 2], values: impl Iterator<Item = f64>) -> Self {
        let all = wanted.into_iter().chain(values).filter_map(known);
        let (from, to) = all.fold((f64::MAX, f64::MIN), |(a, b), v| (a.min(v), b.max(v)));
        match (from, to) {
            (from, to) if from < to => Self { from, to },
            (from, to) if from == to => Self { from: from - 1.0, to: to + 1.0 },
            _ => Self { from: 0.0, to: 1.0 },
        }
    }

    /// How far along a figure is, 0 to 1; one outside is at the edge.
    pub(crate) fn part(self, v: f64) -> f64 {
        ((v - self.from) / (self.to - self.from)).clamp(0.0, 1.0)
    }

    /// Where it begins and ends.
    pub(crate) fn ends(self) -> [f64; 2] {
        [self.from, self.to]
    }

    /// Whether a figure lies on it.
    pub(crate) fn holds(self, v: f64) -> bool {
        (self.from..=self.to).contains(&v)
    }

    /// The ticks that lie on it, with how far along each is.
    pub(crate) fn ticks(self, ticks: &[(f64, String)]) -> Vec<(f64, &str)> {
        ticks.iter().filter(|(v, _)| self.holds(*v)).map(|(v, label)| (self.part(*v), label.trim())).collect()
    }
}

/// Which ticks have room, given where each one's text begins and ends: first the two ends, then what still fits.
pub(crate) fn free(spans: &[(f64, f64)], gap: f64) -> Vec<usize> {
    let mut taken: Vec<usize> = vec![];
    let n = spans.len();
    for i in [0, n.saturating_sub(1)].into_iter().chain(0..n).filter(|i| *i < n) {
        let hits = |t: &usize| spans[i].0 < spans[*t].1 + gap && spans[*t].0 < spans[i].1 + gap;
        if !taken.iter().any(hits) {
            taken.push(i);
        }
    }
    taken
}

/// Labels along a scale that lies down; `left` and `width` in per cent. With a `grid`, a line from there to there.
pub(crate) fn across(
    out: &mut String,
    ticks: &[(f64, &str)],
    (left, width): (f64, f64),
    y: f64,
    grid: Option<(f64, f64)>,
) {
    if let Some((top, bottom)) = grid {
        for x in ticks.iter().map(|(part, _)| left + part * width) {
            line(out, "g", (x, top), (x, bottom));
        }
    }
    let written: Vec<_> = ticks.iter().filter(|(_, label)| !label.is_empty()).collect();
    let place = |(part, label): &(f64, &str)| held(left + part * width, width_of(label), 0.0);
    let span = |tick: &&(f64, &str)| {
        let area = Area::of_text(place(tick), width_of(tick.1), y, 0.0, PHONE);
        (area.left, area.right)
    };
    for i in free(&written.iter().map(span).collect::<Vec<_>>(), 6.0) {
        let (class, x) = place(written[i]);
        text(out, format!("s {class}").trim(), x, y, written[i].1);
    }
}
