//! A plan as a file: TOML, which people can read, and a workbook. What one writes, it reads again as the same plan
//! (`docs/plan.md`).

mod cells;
mod columns;
mod path;
mod sheet;
mod toml;
mod workbook;

pub use toml::write as to_toml;
pub use workbook::write as to_workbook;

use super::codes;
use super::document::Plan;
use super::evidence::Known;
use super::piece::{Problem, Source};
use super::reader::Reader;
use crate::i18n::Words;
use crate::table::{self, Limits};

/// How large a file of a plan may be.
pub const LIMITS: Limits =
    Limits { bytes: 2 << 20, sheets: 5, rows: 5_000, columns: 120, unpacked: 30 << 20, text: 4 << 20 };

/// What a file is read for.
#[derive(Clone, Debug)]
pub struct Asked<'a> {
    /// The year it has to be for; none: whichever it says.
    pub year: Option<i32>,
    /// The network's first language: columns without one are in it.
    pub lang: &'a str,
    /// What the network has that a target may name; none: nobody can tell, and nothing is said of it.
    pub known: Option<Known>,
}

/// Why nothing of a file is taken: (where, what).
pub type Wrong = Vec<(String, String)>;

/// Reads a file, whatever its name: a workbook or CSV where it begins as a table, else TOML. Targets without a code get one as in a
/// plan that is not there yet.
pub fn read(w: Words, bytes: &[u8], asked: &Asked<'_>) -> Result<Plan, Wrong> {
    Ok(codes::given(uncoded(w, bytes, asked)?, &codes::Ever::default(), asked.lang))
}

/// Reads a file, and leaves targets that came without a code without one.
pub fn uncoded(w: Words, bytes: &[u8], asked: &Asked<'_>) -> Result<Plan, Wrong> {
    let alone = |says: String| vec![(String::new(), says)];
    if bytes.len() > LIMITS.bytes {
        return Err(alone(table::Unreadable::TooLarge.says(w, &LIMITS)));
    }
    let mut reader = Reader::knowing(asked.known.clone());
    let text = std::str::from_utf8(bytes).ok().map(|text| text.strip_prefix('\u{feff}').unwrap_or(text));
    let (plan, source) = match text.filter(|text| is_toml(text)) {
        Some(text) => (toml::read(&mut reader, text, asked), Source::Lines),
        None => {
            let sheets = table::read(bytes, &LIMITS).map_err(|why| alone(why.says(w, &LIMITS)))?;
            (sheet::read(w, &mut reader, &sheets, asked), Source::Rows)
        }
    };
    let mut problems = std::mem::take(&mut reader.problems);
    if problems.is_empty() {
        return Ok(plan);
    }
    problems.sort_by_key(|it| it.at);
    Err(problems.iter().map(|it: &Problem| (it.place(w, source), it.says(w))).collect())
}

/// Whether it is a table with the way to each part, whose codes are made of names.
pub fn is_by_hand(bytes: &[u8]) -> bool {
    let text = std::str::from_utf8(bytes).ok().map(|text| text.strip_prefix('\u{feff}').unwrap_or(text));
    !text.is_some_and(is_toml) && table::read(bytes, &LIMITS).is_ok_and(|sheets| sheet::is_by_hand(&sheets))
}

/// Whether the first line that says something is one of ours and not the heading of a table.
fn is_toml(text: &str) -> bool {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#'));
    first.is_some_and(|line| {
        let key = line.split('=').next().unwrap_or("").trim();
        line.starts_with('[')
            || (line.contains('=') && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'))
    })
}
