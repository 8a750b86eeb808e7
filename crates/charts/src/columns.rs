//! Columns: amounts over time, with the compared period as a line across each column.

use crate::svg::{
    Area, PHONE, Tap, WIDE, amount, bar, frame, held, line, part, sentence, target, text, width_of,
};

/// Above a column's top: its figure. Below the axis: its label.
const HEAD: f64 = 24.0;
const FOOT: f64 = 34.0;
/// More columns than this carry no figures of their own; the highest keeps its one, for scale.
const WITH_FIGURES: usize = 13;
/// So many columns that they stand nearly side by side.
const DENSE: usize = 31;
/// Text may stand this far into the card's own edge.
const SPILL: f64 = 12.0;
/// At least between two texts: ten months with three figures each just fit a phone.
const GAP: f64 = 1.5;

/// One column.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Column {
    /// Stands under the column; short ("jan", "12"). Left out where it has no room.
    pub label: String,
    /// Height of the column, in any unit, from 0.
    pub value: f64,
    /// The figure above the column, as the page writes it ("1.234"). Left out where it has no room.
    pub shown: String,
    /// The compared period, in the unit of `value`: a line across the column. `None` draws no line, 0 draws it on the axis.
    pub before: Option<f64>,
    /// What is known only as a sum, in the unit of `value`: an outline, since it is no part of the column.
    pub sum: Option<f64>,
    /// The whole sentence ("januar: 612 obiskov, lani 548"). Empty: label and figure.
    pub title: String,
    /// Where the column leads, escaped but otherwise as given.
    pub href: Option<String>,
    /// The period is not over: the column is paler.
    pub unfinished: bool,
}

/// Amounts over time. Meant for a card of full width: what has room only beside it is left out on phones.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Columns {
    /// Prefix for ids, unique on the page; letters, digits, `-` and `_`.
    pub id: String,
    /// What the chart shows.
    pub title: String,
    /// What it says: the finding in words.
    pub desc: String,
    /// Height in px, usually 260; drawn between 120 and 1200.
    pub height: u32,
    /// The columns in order of time, any number.
    pub columns: Vec<Column>,
}

/// Where one column stands: x in per cent, y in px.
struct Shape {
    left: f64,
    width: f64,
    mid: f64,
    /// How far the compared line reaches beyond the column, on each side.
    over: f64,
    top: f64,
    line: Option<f64>,
    outline: Option<f64>,
    figure: f64,
}

/// On which pages a text is shown.
#[derive(Clone, Copy, PartialEq)]
enum On {
    None,
    Wide,
    All,
}

impl Columns {
    /// The chart as one `<svg>` element; a group with links if any column leads somewhere, else one image.
    pub fn svg(&self) -> String {
        let height = f64::from(self.height.clamp(120, 1200));
        let base = height - FOOT;
        let shapes = shapes(&self.columns, base);
        let figures = self.figures(&shapes);
        let labels = self.labels(&shapes);
        let slot = 100.0 / self.columns.len().max(1) as f64;
        let rx = if self.columns.len() > DENSE { 1.0 } else { 3.0 };

        let mut body = String::new();
        line(&mut body, "g", (0.0, base), (100.0, base));
        for (i, (c, s)) in self.columns.iter().zip(&shapes).enumerate() {
            let mut inner = String::new();
            if let Some(y) = s.outline {
                bar(&mut inner, "sum", s.left, s.width, y, base - y, rx);
            }
            let class = if c.unfinished { "c1 part" } else { "c1" };
            bar(&mut inner, class, s.left, s.width, s.top, base - s.top, rx);
            if let Some(y) = s.line {
                line(&mut inner, "case", (s.left, y), (s.left + s.width, y));
                line(&mut inner, "last", (s.left - s.over, y), (s.left + s.width + s.over, y));
            }
            if self.columns.len() <= WITH_FIGURES {
                written(&mut inner, "", figures[i], s.mid, s.figure, &c.shown);
            }
            written(&mut inner, "s", labels[i], s.mid, base + 19.0, &c.label);
            let tap = Tap { x: slot * i as f64, width: slot, y: 0.0, height };
            part(&mut body, &c.href, &sentence(&c.title, &c.label, &c.shown), tap, &inner);
        }
        // Among many columns the one figure is written last, over its neighbours' lines.
        if let Some(i) = highest(&self.columns).filter(|_| self.columns.len() > WITH_FIGURES) {
            written(&mut body, "halo", On::All, shapes[i].mid, shapes[i].figure, &self.columns[i].shown);
        }
        let links = self.columns.iter().any(|c| target(&c.href).is_some());
        frame((&self.id, &self.title, &self.desc), height, links, &body)
    }

    /// Which figures are written where: the highest always, then all or every second, then the rest on wide pages.
    fn figures(&self, shapes: &[Shape]) -> Vec<On> {
        let n = self.columns.len();
        if n > WITH_FIGURES {
            return vec![On::None; n];
        }
        let widths: Vec<f64> = self.columns.iter().map(|c| width_of(&c.shown)).collect();
        // Every figure or every second one: further apart, the shape would lose its scale. What still collides goes.
        let phone = steps(&widths).0.min(2);
        let first = highest(&self.columns);
        let order = first.into_iter().chain((0..n).step_by(phone)).chain(0..n);
        let area = |i: usize, room: f64| text_area(shapes[i].mid, widths[i], shapes[i].figure, room);
        place(
            n,
            order,
            |i| widths[i] == 0.0,
            |i| Some(i) == first || i % phone == 0,
            area,
            |i, a, room| {
                // A neighbour's column or line under a figure would make both unreadable.
                shapes
                    .iter()
                    .enumerate()
                    .any(|(j, s)| j != i && (s.column(room).hits(a, 0.0) || s.across(room).hits(a, 0.0)))
            },
        )
    }

    /// Which labels are written where: every n-th, with a closer n on wide pages.
    fn labels(&self, shapes: &[Shape]) -> Vec<On> {
        let n = self.columns.len();
        let widths: Vec<f64> = self.columns.iter().map(|c| width_of(&c.label)).collect();
        let (phone, wide) = steps(&widths);
        let order = (0..n).step_by(phone).chain((0..n).step_by(wide));
        let area = |i: usize, room: f64| text_area(shapes[i].mid, widths[i], 0.0, room);
        place(n, order, |i| widths[i] == 0.0, |i| i % phone == 0, area, |_, _, _| false)
    }
}

impl Shape {
    fn column(&self, room: f64) -> Area {
        let px = room / 100.0;
        Area { left: self.left * px, right: (self.left + self.width) * px, top: self.top, bottom: 1e6 }
    }

    fn across(&self, room: f64) -> Area {
        let (px, y) = (room / 100.0, self.line.unwrap_or(1e6));
        let (left, right) = (self.left - self.over, self.left + self.width + self.over);
        Area { left: left * px, right: right * px, top: y - 2.0, bottom: y + 2.0 }
    }
}

fn shapes(columns: &[Column], base: f64) -> Vec<Shape> {
    let n = columns.len();
    let slot = 100.0 / n.max(1) as f64;
    let width = if n > DENSE { slot * 0.8 } else { (slot * 0.62).min(11.0) };
    let over = if n > DENSE { slot * 0.1 } else { (slot * 0.08).min(1.5) };
    let heights = |c: &Column| [c.value, c.before.unwrap_or(0.0), c.sum.unwrap_or(0.0)];
    let max = columns.iter().flat_map(heights).map(amount).fold(0.0, f64::max);
    // A share of the greatest first, then of the room: nothing overflows, however great.
    let y_of = |v: f64| if max > 0.0 { base - amount(v) / max * (base - HEAD) } else { base };
    let shape = |(i, c): (usize, &Column)| {
        let mid = slot * (i as f64 + 0.5);
        // What is not nothing can be seen.
        let top = if amount(c.value) > 0.0 { y_of(c.value).min(base - 2.0) } else { base };
        let line = c.before.map(y_of);
        // The figure stands above column and line, or between the two where there is room, so that it is not taken
        // for the line's own figure.
        let outline = c.sum.filter(|sum| amount(*sum) > 0.0).map(|sum| y_of(sum).min(base - 2.0));
        let figure = line.filter(|l| top - l < 24.0).map_or(top, |l| l.min(top)) - 7.0;
        Shape { left: mid - width / 2.0, width, mid, over, top, line, outline, figure }
    };
    columns.iter().enumerate().map(shape).collect()
}

/// The first of the greatest columns, if any is above 0.
fn highest(columns: &[Column]) -> Option<usize> {
    let mut best = None;
    for (i, c) in columns.iter().enumerate() {
        if amount(c.value) > best.map_or(0.0, |b: usize| amount(columns[b].value)) {
            best = Some(i);
        }
    }
    best
}

/// Every how many columns a text has room, on phones and on wide pages; the one is a multiple of the other, so that a
/// wide page only fills in between.
fn steps(widths: &[f64]) -> (usize, usize) {
    let widest = widths.iter().copied().fold(0.0, f64::max);
    let step = |room: f64| {
        let slot = room / widths.len().max(1) as f64;
        if widest + GAP <= slot { 1 } else { ((widest + 8.0) / slot).ceil().max(1.0) as usize }
    };
    let wide = step(WIDE);
    (step(PHONE).div_ceil(wide).saturating_mul(wide), wide)
}

fn text_area(mid: f64, width: f64, baseline: f64, room: f64) -> Area {
    Area::of_text(held(mid, width, SPILL), width, baseline, 0.0, room)
}

/// Gives out room in order of importance, but none to what is `empty`: on all pages where `wanted` and free on a phone, else on wide pages where free.
fn place(
    n: usize,
    order: impl Iterator<Item = usize>,
    empty: impl Fn(usize) -> bool,
    wanted: impl Fn(usize) -> bool,
    area: impl Fn(usize, f64) -> Area,
    blocked: impl Fn(usize, &Area, f64) -> bool,
) -> Vec<On> {
    let mut on = vec![On::None; n];
    let (mut phone, mut wide): (Vec<Area>, Vec<Area>) = (vec![], vec![]);
    for i in order {
        // An empty text takes no room; asking for each would make very many columns slow.
        if on[i] != On::None || empty(i) {
            continue;
        }
        let free = |taken: &[Area], room: f64| {
            let a = area(i, room);
            (!blocked(i, &a, room) && !taken.iter().any(|t| t.hits(&a, GAP))).then_some(a)
        };
        let Some(on_wide) = free(&wide, WIDE) else { continue };
        wide.push(on_wide);
        on[i] = match free(&phone, PHONE).filter(|_| wanted(i)) {
            Some(on_phone) => {
                phone.push(on_phone);
                On::All
            }
            None => On::Wide,
        };
    }
    on
}

fn written(out: &mut String, class: &str, on: On, mid: f64, y: f64, s: &str) {
    if on == On::None || s.trim().is_empty() {
        return;
    }
    let (anchor, x) = held(mid, width_of(s), SPILL);
    let wide = if on == On::Wide { "wide-only" } else { "" };
    let classes: Vec<&str> = [class, anchor, wide].into_iter().filter(|c| !c.is_empty()).collect();
    text(out, &classes.join(" "), x, y, s);
}
