//! Ranges: what a figure is, and between which figures it may lie.

use crate::label::{Label, laid_out, larger};
use crate::scale::{Scale, across, known};
use crate::svg::{PHONE, Tap, bar, circle, frame, line, num, part, pc, sentence, target, text};
use std::fmt::Write;

/// One figure in its range.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RangeRow {
    /// What it is a figure of. Broken into at most three lines.
    pub label: String,
    /// Softer words behind the label ("25 odgovorov"); may be empty.
    pub note: String,
    /// The figure at the right, as the page writes it ("71"), or why there is none ("zadržano").
    pub shown: String,
    /// The figure, and from where to where it may lie. `None`: label and `shown` stand alone.
    pub value: Option<(f64, f64, f64)>,
    /// What it was before: a ring, around the dot where the two are about the same.
    pub before: Option<f64>,
    /// What it is all around: a line across the range.
    pub around: Option<f64>,
    /// What was aimed at: a triangle from above.
    pub goal: Option<f64>,
    /// The figure of all, or one not to be looked at first: grey.
    pub muted: bool,
    /// The whole sentence. Empty: label and figure.
    pub title: String,
    /// Where the row leads, escaped but otherwise as given.
    pub href: Option<String>,
}

/// Figures with the range each may lie in, on one scale: a dot in its range, beside what it was before, what it is
/// around it, and what was aimed at. What is infinite or not a number is not drawn.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ranges {
    /// Prefix for ids, unique on the page; letters, digits, `-` and `_`.
    pub id: String,
    /// What the chart shows.
    pub title: String,
    /// What it says: the finding in words.
    pub desc: String,
    /// Where the scale begins; further down if a figure or a range does.
    pub from: f64,
    /// Where it ends; further up if a figure or a range does.
    pub to: f64,
    /// Lines down the chart with what is written above them; those outside the scale are left out.
    pub ticks: Vec<(f64, String)>,
    /// The rows, in the order of the table below.
    pub rows: Vec<RangeRow>,
    /// Stands in a card of full width: from 52rem up labels are broken for 640 px.
    pub wide: bool,
}

/// From the label's last line down to the middle of the range, and on to the end of the row.
const DOWN: f64 = 22.0;
const UNDER: f64 = 21.0;
/// From the top of a row to its first line, without the line's own height.
const OVER: f64 = -1.0;

/// What of a row can be drawn.
struct Drawn {
    value: f64,
    low: f64,
    high: f64,
    before: Option<f64>,
    around: Option<f64>,
    goal: Option<f64>,
}

impl RangeRow {
    fn drawn(&self) -> Option<Drawn> {
        let (value, low, high) = self.value?;
        let value = known(value)?;
        let (low, high) = (known(low).unwrap_or(value), known(high).unwrap_or(value));
        let [before, around, goal] = [self.before, self.around, self.goal].map(|it| it.and_then(known));
        // A range holds its figure, whatever is said of it.
        let (low, high) = (low.min(high).min(value), low.max(high).max(value));
        Some(Drawn { value, low, high, before, around, goal })
    }
}

impl Drawn {
    fn all(&self) -> impl Iterator<Item = f64> + use<> {
        let known = [Some(self.value), Some(self.low), Some(self.high), self.before, self.around, self.goal];
        known.into_iter().flatten()
    }

    fn write(&self, out: &mut String, scale: Scale, muted: bool, mid: f64) {
        let x = |v: f64| scale.part(v) * 100.0;
        let at = x(self.value);
        bar(out, "l1 rim", x(self.low), x(self.high) - x(self.low), mid - 7.0, 14.0, 7.0);
        if let Some(around) = self.around.map(x) {
            line(out, "net", (around, mid - 11.0), (around, mid + 11.0));
        }
        if let Some(before) = self.before.map(x) {
            let covered = (before - at).abs() / 100.0 * PHONE < 4.0;
            circle(out, "prev", before, mid, if covered { 10.5 } else { 5.5 });
        }
        circle(out, if muted { "c4 ringed" } else { "c1 ringed" }, at, mid, 7.5);
        if let Some(goal) = self.goal.map(x) {
            // In an element of its own, which takes the per cent that a path cannot.
            let _ = write!(
                out,
                r#"<svg x="{}" y="{}" overflow="visible"><path class="goal" d="M-6 0h12L0 8z"/></svg>"#,
                pc(goal),
                num(mid - 16.0)
            );
        }
    }
}

impl Ranges {
    /// The chart as one `<svg>` element; a group with links if any row leads somewhere, else one image.
    pub fn svg(&self) -> String {
        let drawn: Vec<Option<Drawn>> = self.rows.iter().map(RangeRow::drawn).collect();
        let scale = Scale::over([self.from, self.to], drawn.iter().flatten().flat_map(Drawn::all));
        let ticks = scale.ticks(&self.ticks);
        let top = if ticks.is_empty() { 0.0 } else { 24.0 };
        let (rows, y) = laid_out(self.wide, self.rows.len(), |room, between| {
            self.rows(&drawn, scale, top, room, between)
        });
        let height = y.max(top + 12.0);
        let mut body = String::new();
        if ticks.is_empty() && self.rows.is_empty() {
            line(&mut body, "g", (0.0, 6.0), (100.0, 6.0));
        }
        across(&mut body, &ticks, (0.0, 100.0), 13.0, Some((22.0, height)));
        body.push_str(&rows);
        frame((&self.id, &self.title, &self.desc), height, self.links(), &body)
    }

    fn links(&self) -> bool {
        self.rows.iter().any(|row| target(&row.href).is_some())
    }

    fn rows(
        &self,
        drawn: &[Option<Drawn>],
        scale: Scale,
        top: f64,
        room: f64,
        between: f64,
    ) -> (String, f64) {
        let links = self.links();
        let (mut rows, mut y, mut end) = (String::new(), top, top);
        for (row, drawn) in self.rows.iter().zip(drawn) {
            let shown = row.shown.trim();
            let beside = if shown.is_empty() { 0.0 } else { larger(shown) + 10.0 };
            let label = Label::new(&row.label, &row.note, room - beside);
            let base = y + OVER + label.height().max(20.0);
            let mut inner = String::new();
            label.write(&mut inner, " halo", base);
            if !shown.is_empty() {
                // Words that stand for a figure are no figure.
                let class = if drawn.is_some() { "lab e halo" } else { "s e halo" };
                text(&mut inner, class, 100.0, base, shown);
            }
            let mut height = base - y + 22.0;
            if let Some(drawn) = drawn {
                drawn.write(&mut inner, scale, row.muted, base + DOWN);
                height = base - y + DOWN + UNDER;
            }
            // A thumb needs 44 px where a row leads somewhere.
            let height = if links { height.max(44.0) } else { height };
            let tap = Tap { x: 0.0, width: 100.0, y, height };
            part(&mut rows, &row.href, &sentence(&row.title, &row.label, shown), tap, &inner);
            end = y + height;
            y = end + between;
        }
        (rows, end)
    }
}
