//! The tiles of a map: every unit one step below, by name and never by rank, in four steps of equal width.

use super::making::Bench;
use super::picture::{Body, Tile};
use crate::app::App;
use crate::error::Result;
use crate::i18n::Words;
use crate::measures::{self, Amount, Ask, Axis, Measure, Sums, Tree, shown};
use crate::units;

/// Four steps of a scale from 0: how wide one is, in the measure's own numbers as they are shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Steps {
    pub width: f64,
}

impl Steps {
    /// Round ones that reach `most`; `whole`: of things that are counted.
    pub fn reaching(most: f64, whole: bool) -> Steps {
        let quarter = (most / 4.0).max(f64::MIN_POSITIVE);
        let scale = 10_f64.powf(quarter.log10().floor());
        let round = [1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 7.5, 10.0].map(|it| it * scale);
        let fits = |it: &f64| it * 4.0 >= most * (1.0 - 1e-9) && (!whole || it.fract() == 0.0);
        let width = round.into_iter().find(fits).unwrap_or(if whole { quarter.ceil() } else { quarter });
        Steps { width: if whole { width.max(1.0) } else { width } }
    }

    pub fn of(self, value: f64) -> usize {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let step = (value / self.width).floor().max(0.0) as usize;
        step.min(3)
    }

    /// 0–249, 250–499; the last one takes what stands on its end as well.
    pub fn words(self, w: Words, measure: Measure, step: usize) -> String {
        let whole = measure.additive() && !measure.unit().ends_with("min");
        #[allow(clippy::cast_precision_loss)]
        let (from, to) = (self.width * step as f64, self.width * (step + 1) as f64);
        let to = if whole && step < 3 { to - 1.0 } else { to };
        let places = if whole || self.width.fract() == 0.0 { 0 } else { 1 };
        let said = |value: f64| w.decimal(value, places);
        let last = if measure.unit() == "share" { w.percent(to / 100.0, places) } else { said(to) };
        if from == to { last } else { format!("{}–{last}", said(from)) }
    }
}

/// A figure as a number of what is shown: hours, per cent.
fn value(measure: Measure, amount: Amount) -> Option<f64> {
    match amount {
        Amount::None => None,
        it if measure.unit() == "share" => Some(it.number() * 100.0),
        it if measure.unit().ends_with("min") => Some(it.number() / 60.0),
        it => Some(it.number()),
    }
}

struct Below {
    name: String,
    sums: Sums,
}

/// None where nothing stands below; within, why there is nothing to show.
pub async fn map(app: &App, bench: &Bench<'_>) -> Result<Option<std::result::Result<Body, &'static str>>> {
    let asked = bench.asked;
    let (w, unit, measure) = (asked.w, asked.unit, asked.measure);
    let trees = measures::trees(&app.db, unit.network.id).await?;
    let books = measures::open_in(&app.db, &trees, &[Ask::whole(bench.now)]).await?;
    let sums = books.by(&bench.question(bench.now), Axis::Unit);
    let mut ids = trees.below(Tree::Then, unit.id, &[], &[bench.now]).to_vec();
    ids.extend(sums.keys().filter_map(|code| trees.id(code)));
    ids.sort_unstable();
    ids.dedup();
    if ids.iter().all(|id| *id == unit.id) {
        return Ok(None);
    }
    let names = units::called(&app.db, unit.network.id).await?;
    let day = bench.now.last().min(bench.today);
    let below = ids.iter().filter_map(|id| {
        let code = trees.code(*id);
        let name = names.on(&code, day).map_or_else(|| code.clone(), |name| w.text(name));
        let found = sums.get(&code).copied();
        // Its own work stands beside that of the units below, where there is any.
        if *id == unit.id {
            return found.map(|sums| Below { name: w.of("pictures-own", name), sums });
        }
        Some(Below { name, sums: found.unwrap_or_default() })
    });
    let mut below: Vec<Below> = below.collect();
    if below.iter().all(|it| it.sums.is_nothing()) {
        return Ok(Some(Err("pictures-no-data")));
    }
    below.sort_by(|a, b| w.compare(&a.name, &b.name));
    let most = super::draw::most_tiles(asked.shape);
    if below.len() > most {
        let rest = below.split_off(most - 1);
        let n = i64::try_from(rest.len()).unwrap_or(i64::MAX);
        below.push(Below { name: w.n("pictures-rest", n), sums: rest.iter().map(|it| it.sums).sum() });
    }
    Ok(Some(Ok(body(w, measure, &below))))
}

fn body(w: Words, measure: Measure, below: &[Below]) -> Body {
    let of = |it: &Below| {
        let told = (!it.sums.is_nothing()).then(|| measure.of(&it.sums));
        told.filter(|amount| *amount != Amount::None)
    };
    let values = || below.iter().filter_map(|it| value(measure, of(it)?));
    let whole = measure.additive() && !measure.unit().ends_with("min");
    let steps = Steps::reaching(values().fold(0.0, f64::max), whole);
    let tile = |it: &Below| {
        let amount = of(it);
        Tile {
            name: it.name.clone(),
            shown: amount.map_or_else(|| "–".to_owned(), |amount| shown(w, measure, amount)),
            step: amount.and_then(|amount| value(measure, amount)).map(|value| steps.of(value)),
        }
    };
    let tiles: Vec<Tile> = below.iter().map(tile).collect();
    let used = |step: &usize| tiles.iter().any(|it| it.step == Some(*step));
    let key = (0..4).filter(used).map(|step| (step, steps.words(w, measure, step))).collect();
    let none = tiles.iter().any(|it| it.step.is_none()).then(|| w.tr("pictures-missing"));
    Body::Map { tiles, key, none }
}
