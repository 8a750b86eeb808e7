//! Somebody who may see figures of a whole network, and every page and file of them, tries to find out how many came to talk.

mod known;
mod rule;
mod sites;
mod splits;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use self::known::{Cell, Known};
use self::rule::Level;
pub use self::sites::tables;
use self::sites::{MOVED, MOVING, STILL, Site};
use self::splits::{place_kind, tag};
use crate::access::RoleKind;
use crate::activities::Heads;
use crate::i18n::{Lang, Words};
use crate::measures::scene;
use crate::testing::TestApp;
use crate::vocabulary::{self, Kind, Term, Vocabulary};

const LEAVES: [&str; 3] = ["mc-reka", "mc-most", "mc-sava"];
const MONTHS: u32 = 5;

struct Attack<'a> {
    app: &'a TestApp,
    who: String,
    w: Words,
    sites: &'static [Site],
    known: Known,
    /// Held activities, by leaf: name and kind.
    activities: BTreeMap<&'static str, Vec<(String, Kind)>>,
    /// Visits, of what was written.
    truth: BTreeMap<Cell, i64>,
    /// Whether this is somebody for whom everything is split.
    sees_all: bool,
    /// Main tags, by code.
    tags: BTreeMap<String, Term>,
}

impl Attack<'_> {
    async fn page(&self, site: &Site, rest: &str) -> String {
        let path = format!("/units/mreza/{}{rest}{}", site.unit, site.asked);
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

    /// Cells of kinds that are told as these kinds.
    fn of_kinds(&self, leaves: &[&'static str], months: &[u32], kinds: &[Kind]) -> BTreeSet<Cell> {
        let mut cells = self.cells(leaves, months, |_, kind| kinds.contains(&kind));
        cells.retain(|(leaf, month, name)| match self.stands(leaf, *month).0 {
            Level::Apart | Level::Some => true,
            Level::Rest => self.kind(leaf, name) == Kind::Open,
            Level::All => false,
        });
        cells
    }

    /// Cells of kinds that are told only together.
    fn of_pool(&self, leaves: &[&'static str], months: &[u32], level: Level) -> BTreeSet<Cell> {
        let mut cells = self.cells(leaves, months, |_, kind| level == Level::All || kind != Kind::Open);
        cells.retain(|(leaf, month, _)| self.stands(leaf, *month).0 == level);
        cells
    }

    /// Cells of activities that stand by themselves, or together in a row of their own.
    fn of_activities(
        &self,
        site: &Site,
        months: &[u32],
        kinds: Option<&[Kind]>,
        names: &str,
    ) -> BTreeSet<Cell> {
        let names: BTreeSet<&str> = names.split(" + ").collect();
        let mut cells = self.cells(site.leaves, months, |name, kind| {
            names.contains(name) && kinds.is_none_or(|kinds| kinds.contains(&kind))
        });
        cells.retain(|(leaf, month, name)| {
            let (level, among) = self.row(leaf, *month);
            if names.len() > 1 {
                return level == Level::Some && among == names;
            }
            !among.contains(name.as_str())
        });
        cells
    }

    /// Cells of a row in which activities of a unit stand together as all that are not open, or as all.
    fn of_row(&self, site: &Site, months: &[u32], level: Level) -> BTreeSet<Cell> {
        let mut cells = self.cells(site.leaves, months, |_, _| true);
        cells.retain(|(leaf, month, name)| {
            let (is, among) = self.row(leaf, *month);
            is == level && among.contains(name.as_str())
        });
        cells
    }

    fn check(&self, cells: &BTreeSet<Cell>, shown: &str, place: &str) {
        let sum: i64 = cells.iter().map(|cell| self.truth.get(cell).copied().unwrap_or(0)).sum();
        let shown = shown.replace(['–', '…', '.'], "");
        let shown = if shown.is_empty() { 0 } else { shown.parse().unwrap_or(-1) };
        assert_eq!(sum, shown, "the attacker reads {place} rightly");
    }

    fn learn(&mut self, cells: &BTreeSet<Cell>, shown: &str, place: &str) {
        self.check(cells, shown, place);
        self.known.learn(cells);
    }

    /// What the table of kinds on an overview says.
    async fn kinds(&mut self, site: &Site, query: &str, months: &[u32]) {
        let body = self.page(site, &format!("?{query}")).await;
        let card = body.split("id=\"h-kinds\"").nth(1).unwrap_or_default();
        let tables = tables(card.split("</section>").next().unwrap_or_default());
        let all = site.leaves;
        for row in tables.iter().flatten().skip(1) {
            let label = row[0].as_str();
            let named = |key: &str| self.w.tr(key) == label;
            let kind = Kind::ALL.iter().find(|kind| named(&format!("overview-kind-{}", kind.code())));
            let kinds: Option<&[Kind]> = match &kind {
                Some(kind) => Some(std::slice::from_ref(*kind)),
                None if named("overview-kind-pair") => Some(&[Kind::Group, Kind::OneToOne]),
                None => None,
            };
            let cells = match kinds {
                Some(kinds) => self.of_kinds(all, months, kinds),
                None if named("overview-kind-rest") => self.of_pool(all, months, Level::Rest),
                None if named("overview-kind-any") => self.of_pool(all, months, Level::All),
                None => self.cells(all, months, |_, _| true),
            };
            self.learn(&cells, &row[1], &format!("{}?{query}{} {label}", site.unit, site.asked));
        }
    }

    /// What a page of visits by unit or activity and month says; `kinds`: of which kinds they are.
    async fn opened(&mut self, site: &Site, query: &str, months: &[u32], kinds: Option<&[Kind]>) {
        let path = format!("/figures?measure=visits&rows=months&{query}{}", part(kinds));
        let body = self.page(site, &path).await;
        // Where talks and groups are not told apart, the heading says so.
        let pooled = kinds.is_some() && body.contains(&self.w.tr("overview-kind-pair"));
        let kinds = if pooled { Some(&[Kind::Group, Kind::OneToOne][..]) } else { kinds };
        let Some(table) = tables(&body).into_iter().next() else { return };
        let columns: Vec<Vec<u32>> = table[0][1..]
            .iter()
            .map(|head| {
                let month = months.iter().find(|month| self.w.tr(&format!("month-short-{month}")) == *head);
                month.map_or_else(|| months.to_vec(), |month| vec![*month])
            })
            .collect();
        // A name may be followed by what became of the unit.
        let is = |row: &[String], unit: &str| row[0].starts_with(&format!("Enota {unit}"));
        let others = site.below.iter().filter(|(unit, _)| !table.iter().any(|row| is(row, unit)));
        let others: Vec<&'static str> = others.flat_map(|(_, leaves)| leaves.iter().copied()).collect();
        for row in &table[1..] {
            for (at, months) in columns.iter().enumerate() {
                let of = |leaves: &[&'static str]| match kinds {
                    Some(kinds) => self.of_kinds(leaves, months, kinds),
                    None => self.cells(leaves, months, |_, _| true),
                };
                let cells = if row[0] == self.w.tr("overview-sum") {
                    of(site.leaves)
                } else if let Some((_, leaves)) = site.below.iter().find(|(unit, _)| is(row, unit)) {
                    of(leaves)
                } else if row[0] == self.w.tr("opened-others") {
                    of(&others)
                } else if row[0] == self.w.tr("opened-together") {
                    if kinds.is_some() { of(site.leaves) } else { self.of_row(site, months, Level::All) }
                } else if row[0] == self.w.tr("opened-rest") {
                    self.of_row(site, months, Level::Rest)
                } else {
                    self.of_activities(site, months, kinds, &row[0])
                };
                self.learn(
                    &cells,
                    &row[at + 1],
                    &format!("{}{path}{} {} {at}", site.unit, site.asked, row[0]),
                );
            }
        }
    }

    /// What a file of figures says of visits, all of them or of some kinds.
    async fn file(&mut self, site: &Site, dates: &str, months: &[u32], kinds: Option<&[Kind]>) {
        let of = if kinds.is_some() { format!("&measure=visits{}", part(kinds)) } else { String::new() };
        let path = format!("/figures/file?{dates}{of}");
        let body = self.page(site, &path).await;
        let mut reader = csv::Reader::from_reader(body.trim_start_matches('\u{feff}').as_bytes());
        let rows: Vec<BTreeMap<String, String>> = reader.deserialize().map(Result::unwrap).collect();
        let of_kind = |codes: &str| -> Vec<Kind> {
            let codes: Vec<&str> = codes.split(',').collect();
            Kind::ALL.iter().copied().filter(|kind| codes.contains(&kind.code())).collect()
        };
        let whole = rows.iter().find(|row| row["axis"] == "kind" && row["month"].is_empty());
        let kinds = kinds.map(|_| of_kind(&whole.unwrap()["member"]));
        let named = |unit: &str| rows.iter().any(|row| row["axis"] == "unit" && row["member"] == unit);
        let others = site.below.iter().filter(|(unit, _)| !named(unit));
        let others: Vec<&'static str> = others.flat_map(|(_, leaves)| leaves.iter().copied()).collect();
        for row in rows.iter().filter(|row| row["measure"] == "visits") {
            let month = row["month"].rsplit('-').next().and_then(|month| month.parse().ok());
            let months = month.map_or_else(|| months.to_vec(), |month| vec![month]);
            let of = |leaves: &[&'static str]| match &kinds {
                Some(kinds) => self.of_kinds(leaves, &months, kinds),
                None => self.cells(leaves, &months, |_, _| true),
            };
            let member = row["member"].as_str();
            let cells = match row["axis"].as_str() {
                "" => of(site.leaves),
                "kind" if member == "any" => self.of_pool(site.leaves, &months, Level::All),
                "kind" if member == "rest" && month.is_some() => self.of_row(site, &months, Level::Rest),
                "kind" if member == "rest" => self.of_pool(site.leaves, &months, Level::Rest),
                "kind" => self.of_kinds(site.leaves, &months, &of_kind(member)),
                "month" if member.is_empty() && kinds.is_none() => self.of_row(site, &months, Level::All),
                "month" => of(site.leaves),
                "unit" if member.is_empty() => of(&others),
                "unit" => {
                    of(site.below.iter().find(|(unit, _)| *unit == member).map_or(site.leaves, |it| it.1))
                }
                "activity" => self.of_activities(site, &months, kinds.as_deref(), &row["member_label"]),
                _ => continue,
            };
            self.learn(&cells, &row["value"], &format!("{}{path}{} {row:?}", site.unit, site.asked));
        }
    }

    async fn everything(&mut self) {
        let month = |month: u32| {
            let from = NaiveDate::from_ymd_opt(2025, month, 1).unwrap();
            let to = from + chrono::Months::new(1) - Days::new(1);
            (format!("period=month&date={from}"), format!("from={from}&to={to}"), vec![month])
        };
        let all: Vec<u32> = (1..=MONTHS).collect();
        let mut periods: Vec<(String, String, Vec<u32>)> = (1..=MONTHS).map(month).collect();
        let year = "from=2025-01-01&to=2025-12-31".to_owned();
        periods.push(("period=year&date=2025-01-01".into(), year, all.clone()));
        let own = "from=2025-02-01&to=2025-04-30".to_owned();
        periods.push((own.clone(), own, vec![2, 3, 4]));
        let kinds = [None, Some(&[Kind::Open][..]), Some(&[Kind::Group]), Some(&[Kind::OneToOne])];
        for site in self.sites {
            for (query, dates, months) in &periods {
                self.kinds(site, query, months).await;
                self.splits(site, query, months).await;
                for kinds in kinds {
                    self.opened(site, query, months, kinds).await;
                    // Files are of a unit's own page.
                    if !site.asked.contains("within") {
                        self.file(site, dates, months, kinds).await;
                    }
                }
            }
        }
    }

    /// What of one to nine visits to talks is known, of any unit and stretch of months.
    fn found(&mut self) -> Vec<String> {
        let mut found = Vec::new();
        for site in self.sites {
            for from in 1..=MONTHS {
                for to in from..=MONTHS {
                    let months: Vec<u32> = (from..=to).collect();
                    let cells = self.cells(site.leaves, &months, |_, kind| kind == Kind::OneToOne);
                    let visits: i64 =
                        cells.iter().map(|cell| self.truth.get(cell).copied().unwrap_or(0)).sum();
                    if (1..10).contains(&visits) && self.known.knows(&cells) {
                        found.push(format!("{visits} of {}{} in {from} to {to}", site.unit, site.asked));
                    }
                }
            }
        }
        found
    }
}

fn part(kinds: Option<&[Kind]>) -> String {
    kinds.map_or_else(String::new, |kinds| {
        format!("&by=kind&of={}", kinds.iter().map(|kind| kind.code()).collect::<Vec<_>>().join(","))
    })
}

/// `moves`: whether mc-most moves in the middle of March.
async fn attacked(app: &TestApp, role: RoleKind, seed: u64, moves: bool) -> Vec<String> {
    let mut rng = StdRng::seed_from_u64(seed);
    let (mut activities, mut truth) = (BTreeMap::new(), BTreeMap::new());
    let terms = vocabulary::terms(&app.db, app.network_id).await.unwrap().into_iter();
    let tags: BTreeMap<String, Term> = terms
        .filter(|term| term.vocabulary == Vocabulary::Tag)
        .map(|term| (term.code.clone(), term))
        .collect();
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
                    entry.place_kind = place_kind(kind);
                    entry.main_tag = tag(&name).map(|code| tags[code].id);
                    entries.push(entry);
                    let after =
                        moves && leaf == "mc-most" && day >= NaiveDate::from_ymd_opt(2025, 3, 15).unwrap();
                    let leaf = if after { MOVED } else { leaf };
                    *truth.entry((leaf, day.month(), name.clone())).or_default() += n;
                }
            }
            scene::write(app, &entries).await;
            of_leaf.push((activity.id, name, kind));
        }
        // Those that were there first stand together first.
        of_leaf.sort();
        activities.insert(leaf, of_leaf.into_iter().map(|(_, name, kind)| (name, kind)).collect::<Vec<_>>());
    }
    let sites = if moves { MOVING } else { STILL };
    if moves {
        activities.insert(MOVED, activities["mc-most"].clone());
        let (_, chief) = app.person(RoleKind::Coordinator, "mreza").await;
        let fields = [("parent", "brezice"), ("moved_from", "2025-03-15")];
        let moved = app.post("/units/mreza/mc-most/placements", &chief, &fields).await;
        assert_eq!(moved.status, 303, "{}", moved.body);
    }
    let (_, who) = app.person(role, "mreza").await;
    let (w, known, sees_all) = (Words(Lang::Sl), Known::default(), role == RoleKind::Mentor);
    let mut attack = Attack { app, who, w, sites, known, activities, truth, sees_all, tags };
    attack.everything().await;
    attack.found()
}

#[tokio::test]
async fn figures_give_no_talks_away_by_subtraction() {
    for seed in [3, 5, 8] {
        let app = TestApp::new().await;
        let found = attacked(&app, RoleKind::Viewer, seed, false).await;
        assert!(found.is_empty(), "{seed}: {found:?}");
    }
}

#[tokio::test]
async fn nor_do_the_two_trees_and_both_branches_of_what_moved() {
    for seed in [2, 7] {
        let app = TestApp::new().await;
        let found = attacked(&app, RoleKind::Viewer, seed, true).await;
        assert!(found.is_empty(), "{seed}: {found:?}");
    }
}

#[tokio::test]
async fn and_this_would_find_them() {
    for moves in [false, true] {
        let app = TestApp::new().await;
        assert!(!attacked(&app, RoleKind::Mentor, 3, moves).await.is_empty());
    }
}
