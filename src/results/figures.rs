//! From numbers to what is said of them: shares and indices with their intervals, what of a difference is more than
//! chance, and where a unit lies among others. Pure.

use scores::{Difference, Estimate, Funnel, Mean, Position, Reached, Verdict};

use super::reading::{Earlier, Reading, whole};
use super::sheet::{Count, scored};
use super::table::Table;
use crate::questionnaires::{Area, Content, Item};

/// An area of a unit's results, with all that stands beside it.
pub struct AreaLine<'r> {
    pub area: &'r Area,
    /// None where it is withheld or has too few answers.
    pub index: Option<Estimate>,
    pub before: Option<Before>,
    /// Of the places around, in their order.
    pub around: Vec<Option<f64>>,
    /// Among all units; none where the unit is no single one, or there is nothing to compare with.
    pub position: Option<Position>,
    pub target: Option<(i64, Reached)>,
}

/// What the area was in the latest earlier evaluation that has it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Before {
    pub year: i32,
    pub value: f64,
    /// None where it was asked differently.
    pub verdict: Option<Verdict>,
}

/// How many comparisons a page makes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Comparisons {
    pub years: u32,
    pub units: u32,
    /// With what was aimed at.
    pub targets: u32,
    /// Other units, each judged beside the whole in the area that is chosen.
    pub others: u32,
}

impl Comparisons {
    pub fn of(lines: &[AreaLine]) -> Comparisons {
        let count = |is: &dyn Fn(&AreaLine) -> bool| {
            u32::try_from(lines.iter().filter(|line| is(line)).count()).unwrap_or(u32::MAX)
        };
        let told = |before: Before| before.verdict.is_some_and(|it| it != Verdict::TooFew);
        Comparisons {
            years: count(&|line| line.before.is_some_and(told)),
            units: count(&|line| line.position.is_some()),
            targets: count(&|line| line.target.is_some()),
            others: 0,
        }
    }

    pub fn with_others(self, others: u32) -> Comparisons {
        Comparisons { others, ..self }
    }

    pub fn all(self) -> u32 {
        [self.years, self.units, self.targets, self.others].into_iter().fold(0, u32::saturating_add)
    }
}

/// Valid answers from which on something is said.
pub fn least(reading: &Reading) -> u32 {
    u32::try_from(reading.evaluation.least).unwrap_or(u32::MAX)
}

fn estimate(mean: Option<&Mean>, k: u32) -> Option<Estimate> {
    mean.filter(|mean| mean.n() >= k).and_then(|mean| Estimate::mean(mean, None))
}

/// An area's mean index with its interval, in one table; none under `k`.
pub fn area_of(table: &Table, code: &str, k: u32) -> Option<Estimate> {
    estimate(table.areas.get(code), k)
}

/// Whether two versions ask the same about an area, so that years can be compared.
pub fn asked_alike(now: &Content, then: &Content, area: &str) -> bool {
    let of = |content: &Content| {
        let inside = |item: &&Item| item.area.as_deref() == Some(area) && scored(item).is_some();
        let mut all: Vec<_> = content
            .asked()
            .filter(inside)
            .map(|item| (item.code.clone(), item.scale.code(), item.reversed))
            .collect();
        all.sort();
        all
    };
    of(now) == of(then)
}

fn before(reading: &Reading, code: &str, now: Option<&Estimate>, k: u32) -> Option<Before> {
    let in_year = |earlier: &Earlier| {
        let then = area_of(whole(&earlier.tables)?, code, k)?;
        let alike = asked_alike(reading.content(), &earlier.content, code);
        let verdict = now
            .filter(|_| alike)
            .and_then(|now| Difference::between(now, &then, k).ok())
            .map(|difference| difference.verdict());
        Some(Before { year: earlier.evaluation.year(), value: then.value(), verdict })
    };
    reading.earlier.iter().find_map(in_year)
}

/// The room that chance leaves an area of a unit with `n` answers, around the whole network.
pub fn funnel(reading: &Reading, code: &str, n: u32) -> Option<Funnel> {
    let network = reading.around.last().map(|(_, table)| table).or_else(|| reading.whole())?;
    Funnel::mean(network.areas.get(code)?, n)
}

/// Every area that is asked about, in the questionnaire's order.
pub fn areas(reading: &Reading) -> Vec<AreaLine<'_>> {
    let content = reading.content();
    let has =
        |area: &&Area| content.asked().any(|it| it.area.as_ref() == Some(&area.code) && scored(it).is_some());
    content.areas.iter().filter(has).map(|area| area_line(reading, area)).collect()
}

fn area_line<'r>(reading: &'r Reading, area: &'r Area) -> AreaLine<'r> {
    let (k, code) = (least(reading), area.code.as_str());
    let whole = reading.whole();
    let index = whole.and_then(|table| area_of(table, code, k));
    let single = whole.is_some_and(|table| reading.units.iter().any(|(id, ..)| *id == table.unit_id));
    let lies = |estimate: &Estimate| funnel(reading, code, estimate.n())?.position(estimate.value());
    let target = reading.targets.get(code).and_then(|target| {
        #[allow(clippy::cast_precision_loss)]
        let reached = index.as_ref()?.against(target.points as f64, k).ok()?;
        Some((target.points, reached))
    });
    let value = |table: &Table| area_of(table, code, k).map(|it| it.value());
    AreaLine {
        area,
        before: before(reading, code, index.as_ref(), k),
        around: reading.around.iter().map(|(_, table)| value(table)).collect(),
        position: index.as_ref().filter(|_| single).and_then(lies),
        target,
        index,
    }
}

/// An item of a group, as far as it may be said.
pub struct ItemLine<'r> {
    pub item: &'r Item,
    pub count: &'r Count,
    pub share: Option<Estimate>,
    pub index: Option<Estimate>,
}

/// The items of a group, in the questionnaire's order.
pub fn items<'r>(content: &'r Content, table: &'r Table, k: u32) -> Vec<ItemLine<'r>> {
    let line = |item: &'r Item| {
        let count = table.items.get(&item.code)?;
        let tally = count.tally(item).filter(|tally| tally.valid() >= k);
        Some(ItemLine {
            item,
            count,
            share: tally.and_then(|it| it.share_estimate(None)),
            index: tally.and_then(|it| it.index_estimate(None)),
        })
    };
    content.asked().filter_map(line).collect()
}

/// What the answers to all of an area's items come to, as far as they are in a table.
pub fn leaning(lines: &[ItemLine], area: &str) -> Leaning {
    let mut all = Leaning::default();
    let of = |line: &&ItemLine| line.item.area.as_deref() == Some(area);
    lines.iter().filter(of).filter_map(|line| Leaning::of(line.item, line.count)).for_each(|it| all.add(it));
    all
}

/// Of all valid answers to an area's items, how many are good, in the middle and bad; and how many gave none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Leaning {
    pub good: u32,
    pub middle: u32,
    pub bad: u32,
    pub none: u32,
}

impl Leaning {
    pub fn valid(&self) -> u32 {
        self.good + self.middle + self.bad
    }

    /// The good ones' share, from `k` valid answers on.
    pub fn share(&self, k: u32) -> Option<f64> {
        let valid = self.valid();
        (valid > 0 && valid >= k).then(|| f64::from(self.good) / f64::from(valid))
    }

    pub fn add(&mut self, other: Leaning) {
        self.good += other.good;
        self.middle += other.middle;
        self.bad += other.bad;
        self.none += other.none;
    }

    /// None where the item is not scored.
    pub fn of(item: &Item, count: &Count) -> Option<Leaning> {
        let tally = count.tally(item)?;
        let middle = match tally.steps() {
            [_, _, middle, _, _] => *middle,
            _ => 0,
        };
        Some(Leaning {
            good: tally.positive(),
            middle,
            bad: tally.valid() - tally.positive() - middle,
            none: tally.dont_know() + tally.unanswered(),
        })
    }
}
