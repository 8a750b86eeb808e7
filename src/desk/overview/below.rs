//! The units one step below, in the order of the alphabet and never of rank, beside the median of their like.

use std::collections::BTreeMap;

use charts::cell_bar;

use super::scene::{Beside, Scene, query};
use super::shown::{difference, shown};
use crate::app::App;
use crate::error::Result;
use crate::measures::{self, Amount, Books, Measure, Sums};
use crate::units;

/// Of three, the one in the middle is told by the figures of the other two; from five on a median says of nobody whose
/// figure it is.
const FEWEST: usize = 5;

pub struct Line {
    pub name: String,
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

pub struct Below {
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
    kind: String,
    name: String,
}

/// None where nothing stands below.
pub async fn below(
    app: &App,
    scene: &Scene,
    books: &Books,
    now: &BTreeMap<String, Sums>,
) -> Result<Option<Below>> {
    let w = scene.w;
    let (on, ago) = (app.clock.day(), books.by(&scene.question(scene.ago), measures::Axis::Unit));
    let units = units::children(&app.db, &scene.unit, on).await?;
    let mut children: Vec<Child> = units
        .into_iter()
        .map(|unit| Child { name: w.text(&unit.name), code: unit.code, kind: unit.kind })
        .collect();
    // Units that stood here in the period and do not any more; and this unit's own entries.
    for code in now.keys().chain(ago.keys()) {
        if children.iter().any(|child| child.code == *code) {
            continue;
        }
        let Ok(unit) = units::find(app, &scene.unit.network.code, code).await else { continue };
        let own = unit.id == scene.unit.id;
        let name = if own { w.of("overview-own", w.text(&unit.name)) } else { w.text(&unit.name) };
        children.push(Child { name, code: unit.code, kind: if own { String::new() } else { unit.kind } });
    }
    if children.iter().all(|child| child.code == scene.unit.code) {
        return Ok(None);
    }
    children.sort_by(|a, b| w.compare(&a.name, &b.name));

    let mut kinds: Vec<&str> =
        children.iter().map(|child| child.kind.as_str()).filter(|it| !it.is_empty()).collect();
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
    let lines = children.iter().map(|child| {
        let sums = now.get(&child.code).copied().unwrap_or_default();
        let before = ago.get(&child.code).copied().unwrap_or_default();
        let address = format!("/units/{}/{}", scene.unit.network.code, child.code);
        let own = child.kind.is_empty();
        let mark = marks.get(&child.kind).map(|median| median / most);
        let period = query(&scene.period);
        let open = |measure: Measure| {
            // This unit's own entries are no page of their own.
            if own {
                return scene.open_member(measure, "unit", &child.code);
            }
            format!("{address}/figures?measure={}&{period}", measure.code())
        };
        let mut line = line(scene, &child.name, open, (&sums, &before), all.held > 0);
        if !own {
            line.href = format!("{address}?{period}");
        }
        #[allow(clippy::cast_precision_loss)]
        let share = sums.visits() as f64 / most;
        line.bar = cell_bar(share, mark);
        line
    });
    let open = |measure: Measure| scene.open(measure);
    let total = line(scene, &w.tr("overview-sum"), open, (&all, &all_ago), all.held > 0);
    Ok(Some(Below { lines: lines.collect(), total, medians }))
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
        href: String::new(),
        visits: of(Measure::Visits),
        visits_href: leads(Measure::Visits, now),
        bar: String::new(),
        ago: shown(w, Measure::Visits, was),
        ago_href: leads(Measure::Visits, ago).map(|href| format!("{href}&beside={}", Beside::Ago.code())),
        change: difference(w, Measure::Visits, is, was).filter(|_| any).unwrap_or_else(|| "–".to_owned()),
        hours: of(Measure::YouthWorkMin),
        hours_href: leads(Measure::YouthWorkMin, now),
        created: of(Measure::CreatedShare),
        created_href: leads(Measure::CreatedShare, now),
    }
}
