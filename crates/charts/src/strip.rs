//! Strips: for each row and each stretch of time, how much of what was due is there. Told apart by shape, not by colour.

use crate::svg::{PHONE, Tap, amount, bar, frame, line, part, target, text, width_of, wrap};

/// One stretch of time of one row.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub enum Cell {
    /// Everything that was due: a full block, one with its neighbours.
    Whole,
    /// This share of it, 0 to 1: as high as that, in a paler block.
    Part(f64),
    /// None of it: an empty box, crossed out.
    Missing,
    /// Nothing was due: a short line.
    Free,
    /// Out of the question: blank.
    #[default]
    Off,
}

/// One row.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StripRow {
    /// Whose row it is. A label longer than its room is broken into at most three lines.
    pub label: String,
    /// The whole sentence.
    pub title: String,
    /// By column; what is left out is [`Cell::Off`].
    pub cells: Vec<Cell>,
    /// Where the row leads, escaped but otherwise as given.
    pub href: Option<String>,
}

/// Rows over the same stretches of time.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Strip {
    /// Prefix for ids, unique on the page; letters, digits, `-` and `_`.
    pub id: String,
    /// What the chart shows.
    pub title: String,
    /// What it says: the finding in words.
    pub desc: String,
    /// How many stretches there are.
    pub columns: usize,
    /// Labels that stand above a column (from 0), in rising order.
    pub marks: Vec<(usize, String)>,
    /// The rows, in the order of the table below.
    pub rows: Vec<StripRow>,
    /// Labels stand beside their row, for charts that are at least 700 px wide; else above it.
    pub beside: bool,
}

/// Room for labels beside rows, in per cent, and how wide a chart with them is at least.
const LABELS: f64 = 32.0;
const WIDE: f64 = 700.0;
const HEIGHT: f64 = 20.0;
const LINE: f64 = 17.0;
/// Of a column, what is left blank on its right.
const GAP: f64 = 0.16;

/// A row's own place: where cells begin, their pitch (both in per cent), and their top.
struct Place {
    left: f64,
    pitch: f64,
    y: f64,
}

impl Place {
    fn x(&self, column: usize) -> f64 {
        self.left + self.pitch * column as f64
    }

    fn width(&self, columns: usize) -> f64 {
        self.pitch * (columns as f64 - GAP)
    }
}

fn draw(out: &mut String, at: &Place, cells: &[Cell]) {
    let mut column = 0;
    while let Some(cell) = cells.get(column) {
        let (x, width, y) = (at.x(column), at.width(1), at.y);
        let mut next = column + 1;
        match cell {
            Cell::Whole => {
                next += cells[next..].iter().take_while(|it| **it == Cell::Whole).count();
                bar(out, "c1", x, at.width(next - column), y, HEIGHT, 3.0);
            }
            Cell::Part(share) => {
                let high = (amount(*share).min(1.0) * HEIGHT).clamp(4.0, HEIGHT - 5.0);
                bar(out, "l1", x, width, y, HEIGHT, 3.0);
                bar(out, "c1", x, width, y + HEIGHT - high, high, 2.0);
            }
            Cell::Missing => {
                bar(out, "void", x, width, y + 1.0, HEIGHT - 2.0, 3.0);
                line(out, "void", (x, y + 1.0), (x + width, y + HEIGHT - 1.0));
                line(out, "void", (x, y + HEIGHT - 1.0), (x + width, y + 1.0));
            }
            Cell::Free => {
                let mid = y + HEIGHT / 2.0;
                line(out, "zero", (x + width * 0.25, mid), (x + width * 0.75, mid));
            }
            Cell::Off => {}
        }
        column = next;
    }
}

impl Strip {
    /// The chart as one `<svg>` element; a group with links if any row leads somewhere, else one image.
    pub fn svg(&self) -> String {
        let links = self.rows.iter().any(|row| target(&row.href).is_some());
        let left = if self.beside { LABELS } else { 0.0 };
        let pitch = (100.0 - left) / self.columns.max(1) as f64;
        let mut body = String::new();
        let mut y = self.write_marks(&mut body, left, pitch);
        let top = y;
        for row in &self.rows {
            let room = if self.beside { WIDE * LABELS / 100.0 - 14.0 } else { PHONE };
            let label = wrap(&row.label, room, room);
            let more = LINE * (label.len() - 1) as f64;
            // A thumb needs 44 px where a row leads somewhere.
            let (cells, pitch_y) = match (self.beside, links) {
                (true, true) => (y + 12.0 + more / 2.0, 44.0 + more),
                (true, false) => (y + 4.0 + more / 2.0, 28.0 + more),
                (false, _) => (y + 20.0 + more, 52.0 + more),
            };
            let first = if self.beside { cells + 15.0 - more / 2.0 } else { y + 14.0 };
            let mut inner = String::new();
            for (n, words) in label.iter().enumerate().filter(|(_, words)| !words.is_empty()) {
                text(&mut inner, "", 0.0, first + LINE * n as f64, words);
            }
            let shown = &row.cells[..row.cells.len().min(self.columns)];
            draw(&mut inner, &Place { left, pitch, y: cells }, shown);
            let tap = Tap { x: 0.0, width: 100.0, y, height: pitch_y };
            let title = if row.title.trim().is_empty() { &row.label } else { &row.title };
            part(&mut body, &row.href, title, tap, &inner);
            y += pitch_y;
        }
        if self.rows.is_empty() {
            line(&mut body, "g", (left, top + 6.0), (100.0, top + 6.0));
            y += 12.0;
        }
        frame((&self.id, &self.title, &self.desc), y, links, &body)
    }

    /// Labels above the columns; one without room beside the one before is left out. Returns where rows begin.
    fn write_marks(&self, out: &mut String, left: f64, pitch: f64) -> f64 {
        let wide = if self.beside { WIDE } else { PHONE };
        let mut free = f64::MIN;
        for (column, label) in self.marks.iter().filter(|(column, _)| *column < self.columns) {
            let x = left + pitch * *column as f64;
            let (from, until) = (x / 100.0 * wide, x / 100.0 * wide + width_of(label));
            if from < free || until > wide {
                continue;
            }
            text(out, "s", x, 12.0, label);
            free = until + 6.0;
        }
        if self.marks.is_empty() { 0.0 } else { 20.0 }
    }
}
