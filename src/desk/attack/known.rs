//! What follows from sums that somebody knows.

use std::collections::{BTreeMap, BTreeSet};

/// What nobody is told: visits of an activity in a month. Named by leaf, month and activity.
pub type Cell = (&'static str, u32, String);

/// Sums that somebody knows, each of some cells; kept so that what follows from them can be told.
#[derive(Default)]
pub struct Known {
    cells: BTreeMap<Cell, usize>,
    /// Rows in echelon form, by the first cell in them.
    rows: BTreeMap<usize, BTreeMap<usize, i128>>,
}

const PRIME: i128 = 2_147_483_647;

fn inverse(of: i128) -> i128 {
    let (mut base, mut power, mut out) = (of, PRIME - 2, 1);
    while power > 0 {
        if power % 2 == 1 {
            out = out * base % PRIME;
        }
        base = base * base % PRIME;
        power /= 2;
    }
    out
}

impl Known {
    fn row(&mut self, cells: &BTreeSet<Cell>) -> BTreeMap<usize, i128> {
        let mut row = BTreeMap::new();
        for cell in cells {
            let next = self.cells.len();
            row.insert(*self.cells.entry(cell.clone()).or_insert(next), 1);
        }
        row
    }

    /// What of a sum does not follow from those known.
    fn reduced(&self, mut row: BTreeMap<usize, i128>) -> BTreeMap<usize, i128> {
        let mut at = 0;
        while let Some((&first, &factor)) = row.range(at..).next() {
            if let Some(known) = self.rows.get(&first) {
                for (cell, value) in known {
                    let left = (row.get(cell).copied().unwrap_or(0) - factor * value).rem_euclid(PRIME);
                    if left == 0 {
                        row.remove(cell)
                    } else {
                        row.insert(*cell, left)
                    };
                }
            }
            at = first + 1;
        }
        row
    }

    pub fn learn(&mut self, cells: &BTreeSet<Cell>) {
        let row = self.row(cells);
        let row = self.reduced(row);
        if let Some((&first, &factor)) = row.iter().next() {
            let by = inverse(factor);
            self.rows
                .insert(first, row.into_iter().map(|(cell, value)| (cell, value * by % PRIME)).collect());
        }
    }

    pub fn knows(&mut self, cells: &BTreeSet<Cell>) -> bool {
        let row = self.row(cells);
        self.reduced(row).is_empty()
    }
}
