//! A unit beside the others: a funnel for one area, never a list from best to worst.

use charts::{Dot, Funnel as Chart, Spot};
use scores::{Level, Position};

use super::told::{self, Judged, Names};
use crate::i18n::{Arg, Words};
use crate::results::figures::{AreaLine, area_of, funnel, least};
use crate::results::reading::Reading;

pub struct Beside {
    pub area: String,
    pub chart: String,
    /// Areas to choose from: (code, name, chosen).
    pub areas: Vec<(String, String, bool)>,
    /// By name.
    pub rows: Vec<Row>,
    /// How many of them are other units than the page's own.
    pub others: u32,
}

pub struct Row {
    pub name: String,
    pub href: Option<String>,
    pub n: String,
    pub index: String,
    pub position: Judged,
}

/// Points of a limit line.
const POINTS: u32 = 24;

struct Unit {
    id: uuid::Uuid,
    n: u32,
    value: f64,
    position: Position,
}

/// None where there is no whole to compare with, or no other unit.
pub fn beside(
    w: Words,
    reading: &Reading,
    lines: &[AreaLine],
    names: &Names,
    chosen: Option<&str>,
) -> Option<Beside> {
    let shown = |line: &&AreaLine| funnel(reading, &line.area.code, least(reading)).is_some();
    let line = lines
        .iter()
        .filter(shown)
        .find(|line| Some(line.area.code.as_str()) == chosen)
        .or_else(|| lines.iter().find(shown))?;
    let code = line.area.code.as_str();
    let k = least(reading);
    let of = |(id, _, areas): &(uuid::Uuid, i64, std::collections::BTreeMap<String, scores::Mean>)| {
        let mean = areas.get(code).filter(|mean| mean.n() >= k)?;
        let (n, value, _) = mean.parts();
        Some(Unit { id: *id, n, value, position: funnel(reading, code, n)?.position(value)? })
    };
    let mut units: Vec<Unit> = reading.units.iter().filter_map(of).collect();
    if units.len() < 2 {
        return None;
    }
    let own = reading.whole().map(|table| table.unit_id);
    let name = reading.content().said(&line.area.name, w.lang()).to_owned();
    let most = units.iter().map(|it| it.n).max().unwrap_or(k).max(k + 10);
    let limits = |level: Level| -> Vec<(f64, f64, f64)> {
        let step = |n: u32| k + (most - k) * n / POINTS;
        let at = |n: u32| {
            let (low, high) = funnel(reading, code, n)?.limits(level);
            Some((f64::from(n), low, high))
        };
        (0..=POINTS).map(step).filter_map(at).collect()
    };
    let network = reading.around.last().map(|(_, table)| table).or_else(|| reading.whole())?;
    let centre = area_of(network, code, k)?.value();
    let says = |it: &Unit| {
        w.with(
            "results-dot",
            &[
                ("unit", names.name(it.id).into()),
                ("n", Arg::Int(i64::from(it.n))),
                ("index", told::points(w, it.value).into()),
                ("position", told::position(w, it.position).says.into()),
            ],
        )
    };
    let dot = |it: &Unit| Dot {
        n: f64::from(it.n),
        value: it.value,
        look: match it.position {
            _ if Some(it.id) == own => Spot::Own,
            Position::Inside => Spot::Inside,
            _ => Spot::Outside,
        },
        label: if Some(it.id) == own { names.name(it.id) } else { String::new() },
        title: says(it),
        href: None,
    };
    let low = units.iter().map(|it| it.value).fold(centre, f64::min);
    let from = if low >= 50.0 { 50.0 } else { 0.0 };
    let step = if from > 0.0 { 10 } else { 20 };
    let ticks = (0..=100).step_by(step).filter(|n| f64::from(*n) >= from);
    let outside = units.iter().filter(|it| it.position != Position::Inside).count();
    let chart = Chart {
        id: "funnel".into(),
        title: w.with("results-funnel-title", &[("area", name.clone().into())]),
        desc: w.with(
            "results-funnel-desc",
            &[
                ("units", Arg::Int(i64::try_from(units.len()).unwrap_or(i64::MAX))),
                ("outside", Arg::Int(i64::try_from(outside).unwrap_or(i64::MAX))),
                ("index", told::points(w, centre).into()),
            ],
        ),
        height: 320,
        from,
        to: 100.0,
        ticks_n: numbers(k, most).map(|n| (f64::from(n), w.int(i64::from(n)))).collect(),
        ticks: ticks.map(|n| (f64::from(n), n.to_string())).collect(),
        centre,
        centre_label: String::new(),
        near: limits(Level::P95),
        far: limits(Level::P998),
        dots: units.iter().map(dot).collect(),
    };
    units.sort_by(|a, b| w.compare(&names.name(a.id), &names.name(b.id)));
    let code_of = |line: &AreaLine| {
        let name = reading.content().said(&line.area.name, w.lang()).to_owned();
        (line.area.code.clone(), name, line.area.code == code)
    };
    let link = |id| names.address(id).map(|base| format!("{base}/results/{}", reading.evaluation.code));
    Some(Beside {
        others: u32::try_from(units.iter().filter(|it| Some(it.id) != own).count()).unwrap_or(u32::MAX),
        areas: lines.iter().filter(shown).map(code_of).collect(),
        chart: chart.svg(),
        rows: units
            .iter()
            .map(|it| Row {
                name: names.name(it.id),
                href: link(it.id),
                n: w.int(i64::from(it.n)),
                index: told::points(w, it.value),
                position: told::position(w, it.position),
            })
            .collect(),
        area: name,
    })
}

/// Numbers of answers to write below the chart: some four of them, round ones.
fn numbers(from: u32, to: u32) -> impl Iterator<Item = u32> {
    let rough = (to - from) / 4;
    let step =
        [5, 10, 20, 25, 50, 100, 200, 250, 500, 1000].into_iter().find(|step| *step >= rough).unwrap_or(2000);
    let first = from.div_ceil(step) * step;
    (first..=to).step_by(step as usize)
}
