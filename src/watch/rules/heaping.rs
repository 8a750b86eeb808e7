//! Counts that heap on 5 and 10: a sign that heads were guessed. A guess is fine where the entry says so.

use chrono::NaiveDate;

use super::binomial::tail;
use super::finding::{Finding, What};
use super::{Seen, lots, quarter, quarter_end};

/// From here on each multiple of five stands in the middle of its own five numbers (8–12, 13–17 …), so that a fifth of
/// honest counts ends in 0 or 5 whether few or many come. Counting from 10 on, a falling crowd would look heaped.
pub const LEAST: i64 = 8;
/// Fewer evenings than this tell nothing.
pub const EVENINGS: u32 = 20;
/// The share of honest counts that end in 0 or 5.
const BY_CHANCE: f64 = 0.2;
/// Honest counts come to such a tail once in a thousand quarters, where exactly a fifth of them is round. Where a crowd's
/// middle stands on a multiple of five it is up to 22 in a hundred, and the false alarm stays below one in a hundred.
const LEVEL: f64 = 0.001;

pub fn is_heaped(counted: u32, round: u32) -> bool {
    counted >= EVENINGS && tail(counted, round, BY_CHANCE) <= LEVEL
}

/// One finding a quarter, of those that begin on `from` or later.
pub fn heaping(entries: &[&Seen], from: NaiveDate) -> Vec<Finding> {
    let claims = entries.iter().copied().filter(|it| it.is_open_to_all() && it.counted && !it.copied);
    let of_quarters = lots(claims.filter(|it| it.total().is_some_and(|n| n >= LEAST)), |it| quarter(it.date));
    let mut found = Vec::new();
    for (quarter, lot) in of_quarters.into_iter().filter(|(quarter, _)| *quarter >= from) {
        let round: Vec<&&Seen> = lot.iter().filter(|it| it.total().is_some_and(|n| n % 5 == 0)).collect();
        let (n, k) = (u32::try_from(lot.len()).unwrap_or(0), u32::try_from(round.len()).unwrap_or(0));
        let (Some(last), true) = (round.last(), is_heaped(n, k)) else { continue };
        let what = What::Heaped { quarter, counted: i64::from(n), round: i64::from(k) };
        let last_day = quarter_end(quarter).pred_opt().unwrap_or(last.date);
        let mut finding = Finding::new(
            last.unit_id,
            what,
            format!("quarter:{quarter}"),
            (quarter, last_day),
            round.iter().map(|it| it.id),
        );
        finding.known_on = last.date;
        found.push(finding);
    }
    found
}
