//! The units one step below, in the order of the alphabet and never of rank, beside the median of their like.

use std::collections::BTreeMap;

use charts::cell_bar;
use uuid::Uuid;

use super::scene::{Beside, Scene};
use super::standing::Named;
use crate::app::App;
use crate::error::Result;
use crate::measures::{self, Amount, Books, Measure, Sums, difference, shown};

/// Of three, the one in the middle is told by the figures of the other two; from five on a median says of nobody whose
/// figure it is.
const FEWEST: usize = 5;

/// More than so many are told in several lists, so that a phone has no scroll of hundreds.
const LONGEST: usize = 50;

pub struct Line {
    pub name: String,
    /// What it was or is called otherwise, and what became of it.
    pub note: Option<String>,
    pub href: String,
    pub visits: String,
    pub visits_href: Option<String>,
    /// A bar beside the figure, with the median as a line.
    pub bar: String,
    pub ago: String,
    pub ago_href: Option<String>,
    pub change: String,
    pub hours: String,
    pub hours_href: Option<String>,
    pub created: String,
    pub created_href: Option<String>,
}

pub struct Median {
    /// Of what and of how many: Mladinski center (27).
    pub of: String,
    pub visits: String,
    pub hours: String,
    pub created: String,
}

/// One of several lists: by its first and last unit.
pub struct List {
    pub says: String,
    pub href: String,
    pub current: bool,
}

pub struct Below {
    /// None where all units stand in one.
    pub lists: Vec<List>,
    pub lines: Vec<Line>,
    pub total: Line,
    pub medians: Vec<Median>,
}

/// The one in the middle; between two, halfway.
fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    let upper = *values.get(middle)?;
    Some(if values.len() % 2 == 1 { upper } else { f64::midpoint(values[middle - 1], upper) })
}

struct Child {
    code: String,
    /// None: this unit's own entries.
    of: Option<(Uuid, String)>,
    name: String,
    /// What it was or is called otherwise.
    note: Option<String>,
}

/// None where nothing stands below.
pub async fn below(
    app: &App,
    scene: &Scene,
    books: &Books,
    now: &BTreeMap<String, Sums>,
) -> Result<Option<Below>> {
    let w = scene.w;
    let ago = books.by(&scene.question(scene.ago), measures::Axis::Unit);
    // What was open here in either period; and whatever recorded something, open or not.
    let (unit, within) = (scene.unit.id, scene.within_ids());
    let mut below = scene.trees.below(scene.tree, unit, &within, &[scene.now, scene.ago]).to_vec();
    below.extend(now.keys().chain(ago.keys()).filter_map(|code| scene.trees.id(code)));
    below.sort_unstable();
    below.dedup();
    let recorded = |code: &String| now.contains_key(code) || ago.contains_key(code);
    let child = |id: Uuid| {
        let (code, known) = (scene.trees.code(id), scene.trees.unit(id)?);
        if id == unit {
            let name = w.of("overview-own", scene.name());
            return recorded(&code).then_some(Child { code, of: None, name, note: None });
        }
        let Named { name, note } = scene.called(&code);
        Some(Child { name, note, of: Some((id, known.kind.clone())), code })
    };
    let mut children: Vec<Child> = below.into_iter().filter_map(child).collect();
    if children.iter().all(|child| child.of.is_none()) {
        return Ok(None);
    }
    children.sort_by_cached_key(|child| w.alphabetic(&child.name));

    let mut kinds: Vec<&str> =
        children.iter().filter_map(|child| child.of.as_ref()).map(|(_, kind)| kind.as_str()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let names = measures::unit_kinds(&app.db, scene.unit.network.id).await?;
    let (mut medians, mut marks) = (Vec::new(), BTreeMap::new());
    for kind in kinds {
        let alike = books.alike(&scene.question(scene.now), kind);
        if alike.len() < FEWEST {
            continue;
        }
        // A unit without hours has no share of them: that is not a share of 0.
        let of = |measure: Measure| {
            let amounts = alike.values().map(|sums| measure.of(sums));
            let amounts: Vec<f64> = amounts.filter(|it| *it != Amount::None).map(Amount::number).collect();
            if amounts.len() < FEWEST { None } else { median(amounts) }
        };
        let written =
            |amount: Option<f64>, write: &dyn Fn(f64) -> String| amount.map_or_else(|| "–".to_owned(), write);
        let named =
            names.iter().find(|(code, _)| code == kind).map_or(kind.to_owned(), |(_, name)| w.text(name));
        marks.extend(of(Measure::Visits).map(|median| (kind.to_owned(), median)));
        medians.push(Median {
            of: format!("{named} ({})", alike.len()),
            visits: written(of(Measure::Visits), &|it| w.decimal(it, 0)),
            hours: written(of(Measure::YouthWorkMin), &|it| w.hours_of(it)),
            created: written(of(Measure::CreatedShare), &|it| w.percent(it, 1)),
        });
    }

    #[allow(clippy::cast_precision_loss)]
    let most =
        now.values().map(|sums| sums.visits() as f64).chain(marks.values().copied()).fold(1.0, f64::max);
    let (all, all_ago): (Sums, Sums) = (now.values().copied().sum(), ago.values().copied().sum());
    let (lists, shown) = in_lists(scene, &children);
    let lines = shown.iter().map(|child| {
        let sums = now.get(&child.code).copied().unwrap_or_default();
        let before = ago.get(&child.code).copied().unwrap_or_default();
        let mark = child.of.as_ref().and_then(|(_, kind)| marks.get(kind)).map(|median| median / most);
        let door = child.of.as_ref().map(|(id, _)| scene.below(*id));
        let open = |measure: Measure| match &door {
            Some(door) => door.figures(measure, &scene.period),
            // This unit's own entries are no page of their own.
            None => scene.open_member(measure, "unit", &child.code),
        };
        let mut line = line(scene, &child.name, open, (&sums, &before), all.held > 0);
        line.note = child.of.as_ref().and_then(|(id, _)| scene.noted(*id, child.note.clone()));
        if let Some(door) = &door {
            line.href = door.overview(&scene.period);
        }
        #[allow(clippy::cast_precision_loss)]
        let share = sums.visits() as f64 / most;
        line.bar = cell_bar(share, mark);
        line
    });
    let open = |measure: Measure| scene.open(measure);
    let total = line(scene, &w.tr("overview-sum"), open, (&all, &all_ago), all.held > 0);
    Ok(Some(Below { lists, lines: lines.collect(), total, medians }))
}

/// In lists that are about as long as one another.
pub fn cut<T>(all: &[T]) -> Vec<&[T]> {
    let count = all.len().div_ceil(LONGEST).max(1);
    (0..count).map(|n| &all[all.len() * n / count..all.len() * (n + 1) / count]).collect()
}

/// The lists that units make, and the one that is shown.
fn in_lists<'c>(scene: &Scene, children: &'c [Child]) -> (Vec<List>, &'c [Child]) {
    let all = cut(children);
    if all.len() < 2 {
        return (Vec::new(), children);
    }
    let at = scene.list.clamp(1, all.len()) - 1;
    let list = |(n, of): (usize, &&[Child])| {
        let (first, last) = of.first().zip(of.last())?;
        Some(List {
            says: format!("{} – {}", first.name, last.name),
            href: format!("{}&list={}#h-below", scene.overview(&scene.period), n + 1),
            current: n == at,
        })
    };
    (all.iter().enumerate().filter_map(list).collect(), all[at])
}

/// `any`: whether there is anything in the period at all; of nothing yet, less by all of it says nothing.
fn line(
    scene: &Scene,
    name: &str,
    open: impl Fn(Measure) -> String,
    (now, ago): (&Sums, &Sums),
    any: bool,
) -> Line {
    let w = scene.w;
    let of = |measure: Measure| shown(w, measure, measure.of(now));
    let leads = |measure: Measure, sums: &Sums| (measure.of(sums).number() != 0.0).then(|| open(measure));
    let (is, was) = (Measure::Visits.of(now), Measure::Visits.of(ago));
    Line {
        name: name.to_owned(),
        note: None,
        href: String::new(),
        visits: of(Measure::Visits),
        visits_href: leads(Measure::Visits, now),
        bar: String::new(),
        ago: shown(w, Measure::Visits, was),
        ago_href: leads(Measure::Visits, ago).map(|href| scene.compared_at(href, Beside::Ago)),
        change: difference(w, Measure::Visits, is, was).filter(|_| any).unwrap_or_else(|| "–".to_owned()),
        hours: of(Measure::YouthWorkMin),
        hours_href: leads(Measure::YouthWorkMin, now),
        created: of(Measure::CreatedShare),
        created_href: leads(Measure::CreatedShare, now),
    }
}
