//! Somebody who may see figures of a whole network, and every page of them, tries to find out how many came to talk.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use crate::access::RoleKind;
use crate::activities::Heads;
use crate::i18n::{Lang, Words};
use crate::measures::scene;
use crate::testing::TestApp;
use crate::vocabulary::Kind;

const LEAVES: [&str; 3] = ["mc-reka", "mc-most", "mc-sava"];
const MONTHS: u32 = 5;

/// What nobody is told: visits of an activity in a month. Named by unit, month and activity.
type Cell = (&'static str, u32, String);

/// The leaves at or below a unit.
fn leaves(unit: &str) -> Vec<&'static str> {
    let below = |leaf: &&'static str| match unit {
        "mreza" => true,
        "ljubljana" => *leaf != "mc-sava",
        "brezice" | "zavod-sava" => *leaf == "mc-sava",
        unit => *leaf == unit,
    };
    LEAVES.into_iter().filter(below).collect()
}

/// Sums that somebody knows, each of some cells; kept so that what follows from them can be told.
#[derive(Default)]
struct Known {
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

    fn learn(&mut self, cells: &BTreeSet<Cell>) {
        let row = self.row(cells);
        let row = self.reduced(row);
        if let Some((&first, &factor)) = row.iter().next() {
            let by = inverse(factor);
            self.rows
                .insert(first, row.into_iter().map(|(cell, value)| (cell, value * by % PRIME)).collect());
        }
    }

    fn knows(&mut self, cells: &BTreeSet<Cell>) -> bool {
        let row = self.row(cells);
        self.reduced(row).is_empty()
    }
}

/// Tables of a page, as heads and rows of plain texts.
fn tables(body: &str) -> Vec<Vec<Vec<String>>> {
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

struct Attack<'a> {
    app: &'a TestApp,
    who: String,
    w: Words,
    known: Known,
    /// Held activities, by leaf: name and kind.
    activities: BTreeMap<&'static str, Vec<(String, Kind)>>,
    /// Visits, of what was written.
    truth: BTreeMap<Cell, i64>,
    /// Months of leaves whose kinds are told only together, as their pages say.
    blurred: BTreeSet<(&'static str, u32)>,
}

impl Attack<'_> {
    async fn page(&self, unit: &str, rest: &str) -> String {
        let path = format!("/units/mreza/{unit}{rest}");
        let page = self.app.get(&path, &self.who).await;
        assert_eq!(page.status, 200, "{path}: {:?}", page.location);
        page.body
    }

    fn cells(
        &self,
        leaves: &[&'static str],
        months: &[u32],
        of: impl Fn(&str, Kind) -> bool,
    ) -> BTreeSet<Cell> {
        let mut cells = BTreeSet::new();
        for leaf in leaves {
            for (name, _) in self.activities[leaf].iter().filter(|(name, kind)| of(name, *kind)) {
                cells.extend(months.iter().map(|month| (*leaf, *month, name.clone())));
            }
        }
        cells
    }

    /// Cells of kinds, of months whose kinds are told.
    fn of_kinds(&self, leaves: &[&'static str], months: &[u32], kinds: &[Kind]) -> BTreeSet<Cell> {
        let mut cells = self.cells(leaves, months, |_, kind| kinds.contains(&kind));
        cells.retain(|(leaf, month, _)| !self.blurred.contains(&(leaf, *month)));
        cells
    }

    fn check(&self, cells: &BTreeSet<Cell>, shown: &str, place: &str) {
        let sum: i64 = cells.iter().map(|cell| self.truth.get(cell).copied().unwrap_or(0)).sum();
        let shown = shown.replace(['–', '.'], "");
        let shown = if shown.is_empty() { 0 } else { shown.parse().unwrap_or(-1) };
        assert_eq!(sum, shown, "the attacker reads {place} rightly");
    }

    fn learn(&mut self, cells: &BTreeSet<Cell>, shown: &str, place: &str) {
        self.check(cells, shown, place);
        self.known.learn(cells);
    }

    /// What the table of kinds on an overview says.
    async fn kinds(&mut self, unit: &'static str, query: &str, months: &[u32]) {
        let body = self.page(unit, &format!("?{query}")).await;
        let card = body.split("id=\"h-kinds\"").nth(1).unwrap_or_default();
        let tables = tables(card.split("</section>").next().unwrap_or_default());
        let all = leaves(unit);
        let any = self.w.tr("overview-kind-any");
        let blurred = tables.iter().flatten().any(|row| row[0] == any && row[1] != "–" && row[1] != "0");
        if let ([leaf], [month], true) = (&all[..], months, blurred) {
            self.blurred.insert((leaf, *month));
        }
        for row in tables.iter().flatten().skip(1) {
            let label = row[0].as_str();
            let named = |key: &str| self.w.tr(key) == label;
            let kind = Kind::ALL.iter().find(|kind| named(&format!("overview-kind-{}", kind.code())));
            let cells = match kind {
                Some(kind) => self.of_kinds(&all, months, &[*kind]),
                None if named("overview-kind-pair") => {
                    self.of_kinds(&all, months, &[Kind::Group, Kind::OneToOne])
                }
                None if named("overview-kind-any") => {
                    let mut cells = self.cells(&all, months, |_, _| true);
                    cells.retain(|(leaf, month, _)| self.blurred.contains(&(leaf, *month)));
                    cells
                }
                None => self.cells(&all, months, |_, _| true),
            };
            self.learn(&cells, &row[1], &format!("{unit}?{query} {label}"));
        }
    }

    /// What a page of visits by unit or activity and month says; `kinds`: of which kinds they are.
    async fn opened(&mut self, unit: &'static str, query: &str, months: &[u32], kinds: Option<&[Kind]>) {
        let part = kinds.map_or_else(String::new, |kinds| {
            format!("&by=kind&of={}", kinds.iter().map(|kind| kind.code()).collect::<Vec<_>>().join(","))
        });
        let path = format!("/figures?measure=visits&rows=months&{query}{part}");
        let body = self.page(unit, &path).await;
        // Where talks and groups are not told apart, the heading says so.
        let pair = [Kind::Group, Kind::OneToOne];
        let pooled = kinds.is_some() && body.contains(&self.w.tr("overview-kind-pair"));
        let kinds: Option<Vec<Kind>> = kinds.map(|kinds| if pooled { pair.to_vec() } else { kinds.to_vec() });
        let Some(table) = tables(&body).into_iter().next() else { return };
        let columns: Vec<Vec<u32>> = table[0][1..]
            .iter()
            .map(|head| {
                let month = months.iter().find(|month| self.w.tr(&format!("month-short-{month}")) == *head);
                month.map_or_else(|| months.to_vec(), |month| vec![*month])
            })
            .collect();
        let direct: Vec<&str> = match unit {
            "mreza" => vec!["ljubljana", "brezice"],
            "ljubljana" => vec!["mc-reka", "mc-most"],
            "brezice" => vec!["zavod-sava"],
            "zavod-sava" => vec!["mc-sava"],
            _ => vec![],
        };
        let named: Vec<&str> = direct
            .iter()
            .copied()
            .filter(|it| table.iter().any(|row| row[0] == format!("Enota {it}")))
            .collect();
        for row in &table[1..] {
            for (at, months) in columns.iter().enumerate() {
                let of = |leaves: &[&'static str]| match &kinds {
                    Some(kinds) => self.of_kinds(leaves, months, kinds),
                    None => self.cells(leaves, months, |_, _| true),
                };
                let cells = if row[0] == self.w.tr("overview-sum") {
                    of(&leaves(unit))
                } else if let Some(below) = direct.iter().find(|it| row[0] == format!("Enota {it}")) {
                    of(&leaves(below))
                } else if row[0] == self.w.tr("opened-others") {
                    let others = direct.iter().filter(|it| !named.contains(it));
                    of(&others.flat_map(|it| leaves(it)).collect::<Vec<_>>())
                } else if row[0] == self.w.tr("opened-together") {
                    let mut cells = of(&leaves(unit));
                    // Without kinds, all activities stand together in the months whose kinds do.
                    cells
                        .retain(|(leaf, month, _)| kinds.is_some() || self.blurred.contains(&(leaf, *month)));
                    cells
                } else {
                    let names: Vec<&str> = row[0].split(" + ").collect();
                    let mut cells = self.cells(&leaves(unit), months, |name, _| names.contains(&name));
                    let whole = of(&leaves(unit));
                    cells.retain(|cell| whole.contains(cell) && !self.blurred.contains(&(cell.0, cell.1)));
                    cells
                };
                self.learn(&cells, &row[at + 1], &format!("{unit}{path} {} {at}", row[0]));
            }
        }
    }

    async fn everything(&mut self) {
        let month = |month: u32| (format!("period=month&date=2025-{month:02}-01"), vec![month]);
        let all: Vec<u32> = (1..=MONTHS).collect();
        let mut periods: Vec<(String, Vec<u32>)> = (1..=MONTHS).map(month).collect();
        periods.push(("period=year&date=2025-01-01".into(), all.clone()));
        periods.push(("from=2025-02-01&to=2025-04-30".into(), vec![2, 3, 4]));
        // From below, for the pages of a unit's months say what those above are made of.
        for unit in ["mc-reka", "mc-most", "mc-sava", "zavod-sava", "ljubljana", "brezice", "mreza"] {
            for (query, months) in &periods {
                self.kinds(unit, query, months).await;
                self.opened(unit, query, months, None).await;
                for kinds in [&[Kind::Open][..], &[Kind::Group], &[Kind::OneToOne]] {
                    self.opened(unit, query, months, Some(kinds)).await;
                }
            }
        }
    }

    /// What of one to nine visits to talks is known, of any unit and stretch of months.
    fn found(&mut self) -> Vec<String> {
        let mut found = Vec::new();
        for unit in ["mc-reka", "mc-most", "mc-sava", "ljubljana", "mreza"] {
            for from in 1..=MONTHS {
                for to in from..=MONTHS {
                    let months: Vec<u32> = (from..=to).collect();
                    let cells = self.cells(&leaves(unit), &months, |_, kind| kind == Kind::OneToOne);
                    let visits: i64 =
                        cells.iter().map(|cell| self.truth.get(cell).copied().unwrap_or(0)).sum();
                    if (1..10).contains(&visits) && self.known.knows(&cells) {
                        found.push(format!("{visits} of {unit} in {from} to {to}"));
                    }
                }
            }
        }
        found
    }
}

async fn attacked(app: &TestApp, role: RoleKind, seed: u64) -> Vec<String> {
    let mut rng = StdRng::seed_from_u64(seed);
    let (mut activities, mut truth) = (BTreeMap::new(), BTreeMap::new());
    for leaf in LEAVES {
        let mut of_leaf = Vec::new();
        for (what, kind, times, most) in [
            ("talk", Kind::OneToOne, 3, 3),
            ("band", Kind::Group, 2, 9),
            ("choir", Kind::Group, 2, 12),
            ("open", Kind::Open, 3, 20),
            ("second", Kind::Open, 1, 20),
            ("trip", Kind::Event, 1, 20),
        ] {
            let activity = scene::activity(app, leaf, &format!("{leaf}-{what}"), kind).await;
            let name = activity.name.get("sl").unwrap().to_owned();
            let mut entries = Vec::new();
            for month in 1..=MONTHS {
                for _ in 0..rng.random_range(0..=times) {
                    let day =
                        NaiveDate::from_ymd_opt(2025, month, 1).unwrap() + Days::new(rng.random_range(0..28));
                    let n = rng.random_range(1..=most);
                    let mut entry = scene::plain(&activity, app.ids.ordered(), day);
                    let (gender, age) = (BTreeMap::new(), BTreeMap::new());
                    entry.counts.participant = Some(Heads { total: n, gender, age });
                    entries.push(entry);
                    *truth.entry((leaf, day.month(), name.clone())).or_default() += n;
                }
            }
            scene::write(app, &entries).await;
            of_leaf.push((name, kind));
        }
        activities.insert(leaf, of_leaf);
    }
    let (_, who) = app.person(role, "mreza").await;
    let (w, known, blurred) = (Words(Lang::Sl), Known::default(), BTreeSet::new());
    let mut attack = Attack { app, who, w, known, activities, truth, blurred };
    attack.everything().await;
    attack.found()
}

#[tokio::test]
async fn figures_give_no_talks_away_by_subtraction() {
    for seed in [3, 5, 8] {
        let app = TestApp::new().await;
        let found = attacked(&app, RoleKind::Viewer, seed).await;
        assert!(found.is_empty(), "{seed}: {found:?}");
    }
}

#[tokio::test]
async fn and_this_would_find_them() {
    let app = TestApp::new().await;
    assert!(!attacked(&app, RoleKind::Mentor, 3).await.is_empty());
}
