//! Tables: the same figures under every chart, each a door.

use crate::i18n::Words;
use crate::measures::{Measure, Sums, shown};

/// A figure in a table, with where it leads.
#[derive(Default)]
pub struct Cell {
    pub text: String,
    pub href: Option<String>,
}

impl Cell {
    pub fn plain(text: impl Into<String>) -> Cell {
        Cell { text: text.into(), href: None }
    }

    pub fn link(text: impl Into<String>, href: String) -> Cell {
        Cell { text: text.into(), href: Some(href) }
    }

    /// A figure; nothing leads behind a 0.
    pub fn figure(w: Words, measure: Measure, sums: &Sums, href: String) -> Cell {
        let amount = measure.of(sums);
        let text = shown(w, measure, amount);
        if amount.number() == 0.0 { Cell::plain(text) } else { Cell::link(text, href) }
    }
}

pub struct TableRow {
    pub head: Cell,
    pub cells: Vec<Cell>,
}

/// A table with a name, column heads, rows and the sum of all.
pub struct Table {
    pub caption: String,
    pub heads: Vec<String>,
    pub rows: Vec<TableRow>,
    pub total: Option<TableRow>,
}
