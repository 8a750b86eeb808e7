//! Matching rows with units and activities by code or name, and finding out which entry a row is.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::heading::{Meaning, key};
use super::line::Line;
use super::overlay::coded;
use super::plan::{Ground, Matched, Source, Wanted};
use crate::activities::Activity;
use crate::clock::Ids;
use crate::exchange::columns::Column;
use crate::i18n::Text18;
use crate::units::{LONGEST_NAME, Unit, code::proposed};
use crate::vocabulary::Kind;

/// Names that are told beside one that is not known.
const CLOSE: usize = 3;

/// Rows that ran into the same thing: told once, at the first of them.
#[derive(Default)]
struct Grouped(BTreeMap<(usize, String), Group>);

struct Group {
    said: String,
    line: usize,
    rows: i64,
}

impl Grouped {
    fn add(&mut self, unit: usize, said: &str, line: usize) {
        let new = || Group { said: said.to_owned(), line, rows: 0 };
        self.0.entry((unit, key(said))).or_insert_with(new).rows += 1;
    }
}

/// Finds things by their code or their name in any language.
struct Index(HashMap<String, Vec<usize>>);

impl Index {
    fn new<'a>(all: impl Iterator<Item = (usize, &'a str, &'a Text18)>) -> Index {
        let mut index: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, code, name) in all {
            let names: HashSet<String> = name
                .iter()
                .map(|(_, name)| key(name))
                .chain([key(code)])
                .filter(|it| !it.is_empty())
                .collect();
            for name in names {
                index.entry(name).or_default().push(at);
            }
        }
        Index(index)
    }

    fn get(&self, said: &str) -> &[usize] {
        self.0.get(&key(said)).map_or(&[], Vec::as_slice)
    }
}

/// Matches every line; `ids` are for activities that are made.
pub fn matched(source: &Source<'_>, ground: &Ground, ids: &Ids) -> Matched {
    let mut out = Matched { activities: ground.activities.clone(), ..Matched::default() };
    let units =
        Index::new(ground.units.iter().enumerate().map(|(at, unit)| (at, unit.code.as_str(), &unit.name)));
    let own = ground.units.iter().position(|unit| unit.id == ground.unit.id);
    let offers: Vec<Index> = ground
        .units
        .iter()
        .map(|unit| {
            let of_unit = ground.activities.iter().enumerate().filter(|(_, it)| it.unit_id == unit.id);
            Index::new(of_unit.map(|(at, it)| (at, it.code.as_str(), &it.name)))
        })
        .collect();
    let has_activity = source.tables.iter().any(|table| table.has(&Meaning::Own(Column::Activity)));
    if !has_activity {
        out.problems.push(super::problem::Problem::new("import-no-activity-column"));
        return out;
    }
    let (mut elsewhere, mut unknown, mut early) =
        (Grouped::default(), Grouped::default(), Grouped::default());
    let mut made: HashMap<(usize, String), usize> = HashMap::new();
    let mut codes: HashSet<(Uuid, String)> =
        ground.activities.iter().map(|it| (it.unit_id, it.code.clone())).collect();
    let mut earlier: BTreeMap<usize, NaiveDate> = BTreeMap::new();
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    for (at, line) in source.lines.iter().enumerate() {
        let unit = match &line.unit {
            None => own,
            Some(said) => match units.get(said) {
                [unit] => Some(*unit),
                // Two of one name: the code tells them apart.
                several => several.iter().copied().find(|it| ground.units[*it].code == *said),
            },
        };
        let Some(unit) = unit else {
            if line.unit.is_none() {
                out.problems.push(super::problem::Problem::new("import-unit-not-recording"));
                return out;
            }
            elsewhere.add(0, line.unit.as_deref().unwrap_or(""), at);
            continue;
        };
        let Some(said) = &line.activity else {
            let what = Meaning::Own(Column::Activity);
            out.problems.push(source.problem(at, Some(&what), "import-activity-missing"));
            continue;
        };
        let named = offers[unit].get(said);
        let offered = |it: &&usize| out.activities[**it].offered_on(line.date);
        let activity = match named.iter().find(offered).or_else(|| {
            // Of several of a name, the one that begins next.
            named
                .iter()
                .filter(|it| out.activities[**it].from_on > line.date)
                .min_by_key(|it| out.activities[**it].from_on)
        }) {
            Some(it) => *it,
            None if !named.is_empty() => named[0],
            None => {
                if !ground.wish.create_activities {
                    unknown.add(unit, said, at);
                }
                // Also where it is not to be made: what else is wrong with its rows is told at once.
                let slot = (unit, key(said));
                match made.get(&slot) {
                    Some(it) => *it,
                    None => {
                        let new = new_activity(&ground.units[unit], said, line, &codes, ids);
                        codes.insert((new.unit_id, new.code.clone()));
                        out.activities.push(new);
                        made.insert(slot, out.activities.len() - 1);
                        out.activities.len() - 1
                    }
                }
            }
        };
        let is_new = activity >= ground.activities.len();
        let from = out.activities[activity].from_on;
        if is_new && line.date < from {
            out.activities[activity].from_on = line.date;
        } else if line.date < from {
            let day = earlier.entry(activity).or_insert(line.date);
            *day = (*day).min(line.date);
            if !ground.wish.create_activities {
                early.add(unit, said, at);
            }
        }
        found.push((at, unit, activity));
    }
    for (at, day) in &earlier {
        out.activities[*at].from_on = *day;
    }
    if ground.wish.create_activities {
        out.earlier = earlier.into_iter().collect();
        out.made = out.activities[ground.activities.len()..].to_vec();
    }
    tell(source, ground, &mut out, &elsewhere, &unknown, &early);
    identify(source, ground, &mut out, found);
    out
}

fn tell(
    source: &Source<'_>,
    ground: &Ground,
    out: &mut Matched,
    elsewhere: &Grouped,
    unknown: &Grouped,
    early: &Grouped,
) {
    let (unit, activity) = (Meaning::Own(Column::Unit), Meaning::Own(Column::Activity));
    let mut told = |group: &Group,
                    what: &Meaning,
                    key: &'static str,
                    more: Option<(&'static str, String)>| {
        let problem =
            source.problem(group.line, Some(what), key).arg("it", group.said.clone()).arg("n", group.rows);
        out.problems.push(match more {
            Some((name, value)) => problem.arg(name, value),
            None => problem,
        });
    };
    for group in elsewhere.0.values() {
        told(group, &unit, "import-unit-unknown", Some(("unit", ground.unit.code.clone())));
    }
    for ((at, _), group) in &unknown.0 {
        let of_unit: Vec<&Activity> =
            ground.activities.iter().filter(|it| it.unit_id == ground.units[*at].id).collect();
        match close(&group.said, &of_unit) {
            close if close.is_empty() => told(group, &activity, "import-activity-unknown", None),
            close => told(group, &activity, "import-activity-close", Some(("like", close.join(", ")))),
        }
    }
    for group in early.0.values() {
        told(group, &activity, "import-activity-later", None);
    }
}

/// A new activity, named as in the file, offered from its first row on.
fn new_activity(
    unit: &Unit,
    said: &str,
    line: &Line,
    codes: &HashSet<(Uuid, String)>,
    ids: &Ids,
) -> Activity {
    let lang = unit.network.languages.first().map_or("sl", String::as_str);
    let name: String = said.chars().take(LONGEST_NAME).collect();
    let taken = |code: &str| codes.contains(&(unit.id, code.to_owned()));
    let kind = line.kind.as_deref().and_then(|it| coded(it, "kind-", Kind::ALL.iter().map(|it| it.code())));
    Activity {
        code: proposed(&name, "activity", taken),
        name: Text18::one(lang, name),
        kind: kind.and_then(Kind::from_code).unwrap_or(Kind::Open),
        ..Activity::blank(ids.ordered(), unit.id, line.date)
    }
}

/// Names that somebody may have meant, nearest first.
fn close(said: &str, all: &[&Activity]) -> Vec<String> {
    let wanted = key(said);
    let mut near: Vec<(usize, &str)> = all
        .iter()
        .flat_map(|it| it.name.iter().map(|(_, name)| name))
        .filter_map(|name| {
            let has = key(name);
            let within = has.contains(&wanted) || wanted.contains(&has);
            let steps = if within { 1 } else { distance(&wanted, &has) };
            let letters = wanted.chars().count();
            (!has.is_empty() && steps < letters && steps <= (letters / 3).max(2)).then_some((steps, name))
        })
        .collect();
    near.sort_unstable();
    near.dedup_by_key(|(_, name)| *name);
    near.into_iter().take(CLOSE).map(|(_, name)| name.to_owned()).collect()
}

/// How many letters have to be changed to make one word of the other.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(80).collect(), b.chars().take(80).collect());
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let next = (row[j] + 1).min(row[j + 1] + 1).min(diagonal + usize::from(x != y));
            diagonal = std::mem::replace(&mut row[j + 1], next);
        }
    }
    row[b.len()]
}

/// Which entry a row is: by its id where the file has one, else by unit, activity, day, beginning, and which of several.
fn identify(source: &Source<'_>, ground: &Ground, out: &mut Matched, found: Vec<(usize, usize, usize)>) {
    let mut nth: HashMap<(Uuid, NaiveDate, Option<i64>), usize> = HashMap::new();
    let mut ids: HashMap<Vec<u8>, usize> = HashMap::new();
    for (at, unit, activity) in found {
        let line = &source.lines[at];
        let (unit_id, activity_id) = (ground.units[unit].id, out.activities[activity].id);
        let own_id = line.external.as_ref().and_then(|it| it.parse::<Uuid>().ok());
        let identity = match &line.external {
            Some(id) => {
                let identity = hash(&format!("{unit_id} id {id}"));
                if let Some(first) = ids.insert(identity.clone(), at) {
                    let what = Meaning::Own(Column::Entry);
                    let first = source.lines[first].row.to_string();
                    let problem = source.problem(at, Some(&what), "import-id-twice");
                    out.problems.push(problem.arg("it", id.clone()).arg("row", first));
                    continue;
                }
                identity
            }
            None => {
                let n = nth.entry((activity_id, line.date, line.start)).or_default();
                *n += 1;
                let start = line.start.map_or_else(|| "-".to_owned(), |start| start.to_string());
                hash(&format!("{unit_id} {activity_id} {} {start} {n}", line.date))
            }
        };
        out.wanted.push(Wanted { line: at, unit, activity, own_id, identity, start: line.start });
    }
}

fn hash(text: &str) -> Vec<u8> {
    Sha256::digest(text.as_bytes()).to_vec()
}
