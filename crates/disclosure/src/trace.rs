//! The smallest group that a table's margins give away.
//!
//! Of a unit whose split by gender and split by age are both published, every combination of the published rows gives
//! each cell (gender g, age a) the factor `f(g) + h(a)`. A cell drops out where `h(a) = -f(g)`: where both carry the same
//! label. So the groups that can be worked out are exactly those of the cells whose labels differ, over all ways to
//! label the rows and columns. With girls 20 of whom 19 are in the first age class, and this class 20, the difference
//! `girls - first class` is about two people, although every class shown has 20.

/// Fewest people, but one at least, in the cells left over by any labelling; `None` if the table is empty.
///
/// Up to three rows (of any number: time grows with the ways to part the rows), any number of columns.
pub(crate) fn smallest(table: &[Vec<u32>]) -> Option<u32> {
    let mut labels = vec![0; table.len()];
    let mut best = None;
    loop {
        best = [best, with_labels(table, &labels)].into_iter().flatten().min();
        if !next_parting(&mut labels) {
            return best;
        }
    }
}

/// The rows' labels given: each column takes any row's label, or one of its own. Column by column it is enough to know
/// the smallest sum so far and the smallest that is not 0.
fn with_labels(table: &[Vec<u32>], labels: &[usize]) -> Option<u32> {
    let columns = table.first().map_or(0, Vec::len);
    let of_its_own = labels.len();
    let (mut least, mut least_people) = (0_u32, None::<u32>);
    for column in 0..columns {
        let sums: Vec<u32> = (labels.iter().copied().chain([of_its_own]))
            .map(|label| {
                labels.iter().zip(table).filter(|(row, _)| **row != label).map(|(_, n)| n[column]).sum()
            })
            .collect();
        let before = (least, least_people);
        least_people = (sums.iter())
            .flat_map(|sum| [Some(before.0 + sum).filter(|n| *n > 0), before.1.map(|n| n + sum)])
            .flatten()
            .min();
        least = before.0 + sums.iter().min().copied().unwrap_or(0);
    }
    least_people
}

/// Next way to part the rows: each label is at most one more than the highest before it.
fn next_parting(labels: &mut [usize]) -> bool {
    for at in (1..labels.len()).rev() {
        let highest = labels[..at].iter().max().copied().unwrap_or(0);
        if labels[at] <= highest {
            labels[at] += 1;
            labels[at + 1..].fill(0);
            return true;
        }
    }
    false
}
