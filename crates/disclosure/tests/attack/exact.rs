//! Exact elimination: is there a combination of rows that leaves 1 to k - 1 people?
//!
//! Whole numbers throughout, divided by their greatest common divisor and checked for overflow, so nothing is rounded.
//! Nothing is overlooked either:
//!
//! 1. Empty atoms are left out, atoms that are in the same rows are one column: no combination can part them.
//! 2. A basis of the rows is sought, shortest rows first. Columns that no basis row joins belong to separate parts, and
//!    a smallest group lies in one part alone.
//! 3. A column of k people or more cannot be in a group of fewer. What is left are the combinations in which it drops
//!    out: one row fewer. Columns that have become parallel in all of these are one column, which may now be too large
//!    as well; so on until nothing changes. (This is elimination with columns in order of size, large ones first.)
//! 4. Of what then remains, the largest column either drops out or is in the group: both are tried.

use std::collections::BTreeMap;

/// A part's columns: people in each. Its rows: factors by column.
#[derive(Clone, Debug)]
pub struct Columns {
    pub people: Vec<u32>,
    /// Column and factor, in order of columns, no factor 0.
    pub rows: Vec<Vec<(usize, i64)>>,
}

/// In how many separate parts of the rows a group of 1 to k - 1 people can be isolated.
pub fn isolated(columns: &Columns, k: u32) -> usize {
    parts(&basis(columns))
        .into_iter()
        .filter(|part| found(part.clone(), &mut vec![false; part.people.len()], k))
        .count()
}

fn basis(columns: &Columns) -> Columns {
    let mut rows = columns.rows.clone();
    rows.sort_by_key(Vec::len);
    rows.dedup();
    let mut pivots: BTreeMap<usize, Vec<(usize, i64)>> = BTreeMap::new();
    for mut row in rows {
        while let Some((column, pivot)) =
            row.iter().find_map(|(column, _)| Some((*column, pivots.get(column)?)))
        {
            row = without(&row, pivot, column);
        }
        if let Some((column, _)) = row.iter().max_by_key(|(column, _)| columns.people[*column]) {
            // Pivots drop out of all other rows, so a row meets each but once.
            let column = *column;
            for other in pivots.values_mut().filter(|other| factor(other, column) != 0) {
                *other = without(other, &row, column);
            }
            pivots.insert(column, row);
        }
    }
    Columns { people: columns.people.clone(), rows: pivots.into_values().collect() }
}

fn factor(row: &[(usize, i64)], column: usize) -> i64 {
    row.binary_search_by_key(&column, |(column, _)| *column).map_or(0, |at| row[at].1)
}

/// The combination of both in which the column drops out.
fn without(row: &[(usize, i64)], pivot: &[(usize, i64)], column: usize) -> Vec<(usize, i64)> {
    let (a, b) = (factor(pivot, column), factor(row, column));
    let mut sum = Vec::with_capacity(row.len() + pivot.len());
    let (mut left, mut right) = (row.iter().peekable(), pivot.iter().peekable());
    loop {
        let next = match (left.peek(), right.peek()) {
            (None, None) => break,
            (Some(l), Some(r)) => l.0.min(r.0),
            (Some(one), None) | (None, Some(one)) => one.0,
        };
        let l = left.next_if(|one| one.0 == next).map_or(0, |one| one.1);
        let r = right.next_if(|one| one.0 == next).map_or(0, |one| one.1);
        let value = (l.checked_mul(a).zip(r.checked_mul(b)).and_then(|(l, r)| l.checked_sub(r)))
            .expect("small numbers");
        if value != 0 {
            sum.push((next, value));
        }
    }
    let common = sum.iter().fold(0, |common, (_, value)| gcd(common, value.abs()));
    sum.iter_mut().for_each(|(_, value)| *value /= common);
    sum
}

fn gcd(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

fn parts(columns: &Columns) -> Vec<Columns> {
    let mut part: Vec<usize> = (0..columns.people.len()).collect();
    fn root(part: &mut [usize], mut at: usize) -> usize {
        while part[at] != at {
            part[at] = part[part[at]];
            at = part[at];
        }
        at
    }
    for row in &columns.rows {
        for pair in row.windows(2) {
            let (a, b) = (root(&mut part, pair[0].0), root(&mut part, pair[1].0));
            part[a] = b;
        }
    }
    let mut rows: BTreeMap<usize, Vec<Vec<(usize, i64)>>> = BTreeMap::new();
    for row in &columns.rows {
        rows.entry(root(&mut part, row[0].0)).or_default().push(row.clone());
    }
    rows.into_values().map(|rows| only(&columns.people, rows)).collect()
}

/// The columns in use alone.
fn only(people: &[u32], mut rows: Vec<Vec<(usize, i64)>>) -> Columns {
    let mut names = BTreeMap::new();
    for (column, _) in rows.iter().flatten() {
        names.insert(*column, 0);
    }
    names.values_mut().enumerate().for_each(|(at, name)| *name = at);
    rows.iter_mut().flatten().for_each(|(column, _)| *column = names[column]);
    Columns { people: names.keys().map(|column| people[*column]).collect(), rows }
}

/// Is there a combination with all columns of `within` in it, and fewer than k people?
fn found(mut part: Columns, within: &mut [bool], k: u32) -> bool {
    loop {
        let before = part.rows.len();
        let classes = parallel(&part);
        let sum = |class: &[usize]| class.iter().map(|column| part.people[*column]).sum::<u32>();
        let inside = |class: &[usize]| class.iter().any(|column| within[*column]);
        let surely: u32 = classes.iter().filter(|class| inside(class)).map(|class| sum(class)).sum();
        let in_use = |column: usize| classes.iter().any(|class| class.contains(&column));
        if surely >= k || (0..within.len()).any(|column| within[column] && !in_use(column)) {
            return false;
        }
        if part.rows.is_empty() {
            return false;
        }
        if classes.iter().map(|class| sum(class)).sum::<u32>() < k {
            return true;
        }
        if before == 1 {
            return false;
        }
        let open = classes.iter().filter(|class| !inside(class)).max_by_key(|class| sum(class));
        // All columns are in the group, and too many: no combination has fewer, but one where none of them drops out.
        let Some(largest) = open else { return false };
        let column = largest[0];
        if surely + sum(largest) >= k {
            part = dropped(part, column);
            continue;
        }
        if found(dropped(part.clone(), column), &mut within.to_vec(), k) {
            return true;
        }
        within[column] = true;
    }
}

fn dropped(part: Columns, column: usize) -> Columns {
    let mut rows = part.rows;
    let Some(at) = rows.iter().position(|row| factor(row, column) != 0) else {
        return Columns { people: part.people, rows };
    };
    let pivot = rows.swap_remove(at);
    for row in rows.iter_mut().filter(|row| factor(row, column) != 0) {
        *row = without(row, &pivot, column);
    }
    Columns { people: part.people, rows }
}

/// Columns in use, those together whose factors in all rows are multiples of each other.
fn parallel(part: &Columns) -> Vec<Vec<usize>> {
    let mut classes: BTreeMap<Vec<i64>, Vec<usize>> = BTreeMap::new();
    for column in 0..part.people.len() {
        let mut factors: Vec<i64> = part.rows.iter().map(|row| factor(row, column)).collect();
        let Some(first) = factors.iter().copied().find(|factor| *factor != 0) else { continue };
        let common = factors.iter().fold(0, |common, factor| gcd(common, factor.abs())) * first.signum();
        factors.iter_mut().for_each(|factor| *factor /= common);
        classes.entry(factors).or_default().push(column);
    }
    classes.into_values().collect()
}
