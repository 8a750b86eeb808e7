//! What ratios need beside records, for a unit: its own figure, or those of the units below it, if each that recorded has one.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;
use uuid::Uuid;

use super::form::{Counted, Figure, Span};
use super::reading::Read;
use super::store::{self, ALL, By};
use super::time::Time;
use crate::access::{Act, Me};
use crate::app::App;
use crate::error::Result;
use crate::form::{Wrong, tidy};
use crate::measures::Ratio;
use crate::units::Unit;
use crate::vocabulary::Kind;

/// The ages of youth in Slovenia's law, which reach is told of.
pub const YOUTH: (i64, i64) = (15, 29);
/// The most that a unit costs in a year, in cents; beyond that somebody typed a zero too many.
const MOST_CENTS: i64 = 10_000_000_000;
const MOST_PEOPLE: i64 = 10_000_000;
const LONGEST_SOURCE: usize = 200;

/// A figure of a branch, and the units that lack one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Covered {
    pub value: Option<i64>,
    pub lacking: Vec<Uuid>,
}

/// What a unit comes to: what was said of it itself, else of everything below it that recorded.
///
/// `parents` are the units of the branch with the one above each; `recorded` those that wrote entries.
pub fn cover(
    unit: Uuid,
    parents: &BTreeMap<Uuid, Option<Uuid>>,
    recorded: &BTreeSet<Uuid>,
    said: &BTreeMap<Uuid, i64>,
) -> Covered {
    if let Some(value) = said.get(&unit) {
        return Covered { value: Some(*value), lacking: Vec::new() };
    }
    let holds_any = |id: Uuid| {
        recorded.iter().any(|below| {
            let mut at = Some(*below);
            // No line of units is longer than there are units.
            for _ in 0..=parents.len() {
                if at == Some(id) {
                    return true;
                }
                at = at.and_then(|at| parents.get(&at).copied().flatten());
            }
            false
        })
    };
    let below: Vec<Uuid> = parents
        .iter()
        .filter(|(id, parent)| **parent == Some(unit) && **id != unit && holds_any(**id))
        .map(|(id, _)| *id)
        .collect();
    if recorded.contains(&unit) || below.is_empty() {
        return Covered { value: None, lacking: vec![unit] };
    }
    let parts: Vec<Covered> = below.iter().map(|id| cover(*id, parents, recorded, said)).collect();
    let value = parts.iter().map(|part| part.value).sum::<Option<i64>>();
    Covered { value, lacking: parts.into_iter().flat_map(|part| part.lacking).collect() }
}

/// What a unit's ratios need, in a year.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    /// Costs and inhabitants are said of whole years only.
    pub of_year: bool,
    pub cost: Covered,
    of_kinds: BTreeMap<String, Covered>,
    pub people: Covered,
}

impl Beside {
    pub async fn read(app: &App, unit: &Unit, time: Time, read: &Read) -> crate::db::Result<Beside> {
        if time.span != Span::Year {
            return Ok(Beside::default());
        }
        let (network_id, year) = (unit.network.id, i64::from(time.period.from.year()));
        let mut costs: BTreeMap<String, BTreeMap<Uuid, i64>> = BTreeMap::new();
        for cost in store::costs(&app.db, network_id, year).await? {
            costs.entry(cost.kind).or_default().insert(cost.unit_id, cost.cents);
        }
        let people = store::inhabitants(&app.db, network_id, year, YOUTH).await?;
        let people: BTreeMap<Uuid, i64> = people.into_iter().map(|it| (it.unit_id, it.inhabitants)).collect();
        let recorded: BTreeSet<Uuid> = read.lines.iter().map(|line| line.unit_id).collect();
        let over = |said: &BTreeMap<Uuid, i64>| cover(unit.id, &read.parents, &recorded, said);
        let none = BTreeMap::new();
        let mut inhabitants = over(&people);
        // A centre reaches those who live in its municipality.
        let above = unit.path.ids().into_iter().skip(1).rev().find_map(|id| people.get(&id));
        if let (None, Some(above), true) = (inhabitants.value, above, recorded.contains(&unit.id)) {
            inhabitants = Covered { value: Some(*above), lacking: Vec::new() };
        }
        // People live in a municipality, not in a centre: that is where it is said.
        let root = unit.path.ids().first().copied();
        let place = |id: Uuid| {
            let above = read.parents.get(&id).copied().flatten().filter(|above| Some(*above) != root);
            above.filter(|_| recorded.contains(&id)).unwrap_or(id)
        };
        inhabitants.lacking = inhabitants.lacking.into_iter().map(place).collect();
        inhabitants.lacking.sort_unstable();
        inhabitants.lacking.dedup();
        Ok(Beside {
            of_year: true,
            cost: over(costs.get(ALL).unwrap_or(&none)),
            of_kinds: costs.iter().map(|(kind, said)| (kind.clone(), over(said))).collect(),
            people: inhabitants,
        })
    }

    /// What a figure needs beside records.
    pub fn of(&self, figure: &Figure) -> Option<i64> {
        match (figure.counted, figure.filter.kinds.as_slice()) {
            (Counted::Ratio(Ratio::CostPerHour), []) => self.cost.value,
            (Counted::Ratio(Ratio::CostPerHour), [kind]) => self.of_kinds.get(kind.code())?.value,
            (Counted::Ratio(Ratio::Reach), _) => self.people.value,
            _ => None,
        }
    }
}

/// An amount of money as people write it, in cents: `12.500,50`, `12500.5`, `12 500`.
pub fn cents(typed: &str) -> Option<i64> {
    let plain: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '€').collect();
    // The last mark with one or two digits behind it parts euros from cents; all others group thousands.
    let (euros, part) = match plain.rfind([',', '.']) {
        Some(at) if plain.len() - at - 1 <= 2 => (&plain[..at], &plain[at + 1..]),
        _ => (plain.as_str(), ""),
    };
    let groups: Vec<&str> = euros.split([',', '.']).collect();
    let fits = groups.len() == 1 || groups[1..].iter().all(|group| group.len() == 3) && !groups[0].is_empty();
    let digits = groups.concat();
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !fits || digits.is_empty() || digits.len() > 12 || !all_digits(&digits) || !all_digits(part) {
        return None;
    }
    let part = match part.len() {
        0 => 0,
        1 => part.parse::<i64>().ok()? * 10,
        _ => part.parse().ok()?,
    };
    Some(digits.parse::<i64>().ok()? * 100 + part).filter(|cents| *cents <= MOST_CENTS)
}

/// A year that something can be said of.
pub fn year(typed: &str) -> Option<i64> {
    typed.parse().ok().filter(|year| (2000..=2200).contains(year))
}

/// The kinds that a cost can be said of: everything together first.
pub fn kinds() -> impl Iterator<Item = &'static str> {
    std::iter::once(ALL).chain(Kind::ALL.iter().map(|kind| kind.code()))
}

fn by(app: &App, me: &Me, unit: &Unit, year: i64) -> By {
    By { network_id: unit.network.id, unit_id: unit.id, year, person_id: Some(me.id), at: app.clock.now() }
}

/// Says what a unit cost in a year, by kind, as typed; an empty field takes back. Nothing is set where something is wrong.
pub async fn set_costs(
    app: &App,
    me: &Me,
    unit: &Unit,
    year: i64,
    typed: &[(&str, &str)],
) -> Result<std::result::Result<(), Vec<Wrong>>> {
    me.allow(Act::Build, &unit.as_place())?;
    let (mut all, mut wrong) = (Vec::new(), Vec::new());
    for (kind, amount) in typed {
        let said = cents(amount);
        if said.is_none() && !amount.trim().is_empty() {
            wrong.push(Wrong::new(&format!("cost_{kind}"), "cost-wrong"));
        }
        all.push((*kind, said));
    }
    if !wrong.is_empty() {
        return Ok(Err(wrong));
    }
    let mut tx = app.db.begin().await?;
    for (kind, cents) in all {
        store::set_cost(&mut tx, by(app, me, unit, year), kind, cents).await?;
    }
    tx.commit().await?;
    Ok(Ok(()))
}

/// Says how many young people live where a unit is, as typed, and who counted them; an empty number takes back.
pub async fn set_inhabitants(
    app: &App,
    me: &Me,
    unit: &Unit,
    year: i64,
    (typed, source): (&str, &str),
) -> Result<std::result::Result<(), Vec<Wrong>>> {
    me.allow(Act::ManageWords, &unit.as_place())?;
    let (number, source) = (typed.trim(), tidy(source));
    let plain: String = number.chars().filter(|c| !c.is_whitespace() && !".,".contains(*c)).collect();
    let n = plain.parse::<i64>().ok().filter(|n| (1..=MOST_PEOPLE).contains(n));
    let mut wrong = Vec::new();
    if n.is_none() && !number.is_empty() {
        wrong.push(Wrong::new("inhabitants", "population-wrong"));
    }
    if !number.is_empty() && source.is_empty() {
        wrong.push(Wrong::new("source", "population-source-missing"));
    }
    if source.chars().count() > LONGEST_SOURCE {
        wrong.push(Wrong::new("source", "population-source-long"));
    }
    if !wrong.is_empty() {
        return Ok(Err(wrong));
    }
    let mut tx = app.db.begin().await?;
    let said = n.map(|n| (n, source.as_str()));
    store::set_inhabitants(&mut tx, by(app, me, unit, year), YOUTH, said).await?;
    tx.commit().await?;
    Ok(Ok(()))
}
