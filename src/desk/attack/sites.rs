//! Pages that somebody may open, and how their tables are read.

/// Tables of a page, as heads and rows of plain texts.
pub fn tables(body: &str) -> Vec<Vec<Vec<String>>> {
    let cells = |row: &str| -> Vec<String> {
        let cell = |cell: &str| {
            let (_, text) = cell.split_once('>').unwrap_or_default();
            let mut plain = String::new();
            let mut tag = false;
            for c in text.chars() {
                match c {
                    '<' => tag = true,
                    '>' => tag = false,
                    c if !tag => plain.push(c),
                    _ => {}
                }
            }
            plain.trim().to_owned()
        };
        row.replace("<th", "<td").split("<td").skip(1).map(cell).collect()
    };
    let of = |table: &str| {
        let table = table.split("</table>").next().unwrap_or_default().replace("<thead", "<xhead");
        table.split("<tr").skip(1).map(cells).collect()
    };
    body.split("<table").skip(1).map(of).collect()
}

/// A unit's page: how it is asked for beside the period, whose work is on it, and its rows of units below. A leaf is a unit
/// that records, while it stands in one place.
#[derive(Clone, Copy)]
pub struct Site {
    pub unit: &'static str,
    pub asked: &'static str,
    pub leaves: &'static [&'static str],
    pub below: &'static [(&'static str, &'static [&'static str])],
}

const fn site(
    unit: &'static str,
    asked: &'static str,
    leaves: &'static [&'static str],
    below: &'static [(&'static str, &'static [&'static str])],
) -> Site {
    Site { unit, asked, leaves, below }
}

const REKA: &[&str] = &["mc-reka"];
const MOST: &[&str] = &["mc-most"];
const SAVA: &[&str] = &["mc-sava"];
/// mc-most in its second place.
pub const MOVED: &str = "mc-most, moved";

/// From below, for the pages of a unit's months say what those above are made of.
pub const STILL: &[Site] = &[
    site("mc-reka", "", REKA, &[]),
    site("mc-most", "", MOST, &[]),
    site("mc-sava", "", SAVA, &[]),
    site("zavod-sava", "", SAVA, &[("mc-sava", SAVA)]),
    site("ljubljana", "", &["mc-reka", "mc-most"], &[("mc-reka", REKA), ("mc-most", MOST)]),
    site("brezice", "", SAVA, &[("zavod-sava", SAVA)]),
    site(
        "mreza",
        "",
        &["mc-reka", "mc-most", "mc-sava"],
        &[("ljubljana", &["mc-reka", "mc-most"]), ("brezice", SAVA)],
    ),
];

const BOTH: &[&str] = &["mc-most", MOVED];
const ALL: &[&str] = &["mc-reka", "mc-most", MOVED, "mc-sava"];

/// The same, where mc-most moved from ljubljana to brezice: by both trees, and through both branches.
pub const MOVING: &[Site] = &[
    site("mc-reka", "", REKA, &[]),
    site("mc-most", "&within=ljubljana", MOST, &[]),
    site("mc-most", "&within=brezice", &[MOVED], &[]),
    site("mc-most", "", BOTH, &[]),
    site("mc-most", "&tree=today", BOTH, &[]),
    site("mc-sava", "", SAVA, &[]),
    site("ljubljana", "", &["mc-reka", "mc-most"], &[("mc-reka", REKA), ("mc-most", MOST)]),
    site("ljubljana", "&tree=today", REKA, &[("mc-reka", REKA)]),
    site("brezice", "", &[MOVED, "mc-sava"], &[("zavod-sava", SAVA), ("mc-most", &[MOVED])]),
    site(
        "brezice",
        "&tree=today",
        &["mc-most", MOVED, "mc-sava"],
        &[("zavod-sava", SAVA), ("mc-most", BOTH)],
    ),
    site("mreza", "", ALL, &[("ljubljana", &["mc-reka", "mc-most"]), ("brezice", &[MOVED, "mc-sava"])]),
    site("mreza", "&tree=today", ALL, &[("ljubljana", REKA), ("brezice", &["mc-most", MOVED, "mc-sava"])]),
];
