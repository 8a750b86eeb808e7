//! Blocks: the smallest groups whose totals are published. Every published total is a union of them.

use crate::cell::{AGES, Counts, KINDS, Mask, mask};
use crate::group::{By, Class, Why};
use crate::rules::Rules;
use crate::trace;
use crate::tree::Tree;

/// Classes of a split, each with its cells.
pub(crate) type Classes = Vec<(Class, Mask)>;

/// Units by their index in the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    /// One, or several that were each too small.
    pub units: Vec<usize>,
    /// Where it is shown: the unit itself, or the first place up the tree at which several are enough together.
    pub level: usize,
    pub single: bool,
    pub gender: Result<Classes, Closed>,
    pub age: Result<Classes, Closed>,
    /// A later edition shows it no more, at any level.
    pub withdrawn: bool,
}

/// Why a split of a single unit is not shown, and what it wants, in fives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Closed {
    SmallClass(u32),
    BesideGender(u32),
    NoAgeClasses,
    /// Several units have no split.
    Together,
}

impl Closed {
    pub(crate) fn why<Id>(self) -> (Why<Id>, Option<u32>) {
        match self {
            Self::SmallClass(wants) => (Why::SmallClass, Some(wants)),
            Self::BesideGender(wants) => (Why::BesideGender, Some(wants)),
            Self::NoAgeClasses => (Why::NoAgeClasses, None),
            Self::Together => (Why::NoTotal, None),
        }
    }
}

impl Block {
    pub(crate) fn split(&self, by: By) -> Result<&Classes, Closed> {
        match by {
            By::Gender => self.gender.as_ref(),
            By::Age => self.age.as_ref(),
        }
        .map_err(|closed| *closed)
    }

    pub(crate) fn sum(&self, counts: &[Counts]) -> Counts {
        let mut sum = Counts::new();
        for unit in &self.units {
            sum += &counts[*unit];
        }
        sum
    }

    /// The table that the published rows are margins of: rows by gender, columns by age, one of either where that
    /// split is not shown.
    pub(crate) fn table(&self, counts: &Counts) -> Vec<Vec<u32>> {
        margins(counts, self.gender.as_deref().ok(), self.age.as_deref().ok())
    }
}

pub(crate) fn margins(
    counts: &Counts,
    gender: Option<&[(Class, Mask)]>,
    age: Option<&[(Class, Mask)]>,
) -> Vec<Vec<u32>> {
    let masks = |split: Option<&[(Class, Mask)]>| match split {
        None => vec![Mask::MAX],
        Some(classes) => classes.iter().map(|(_, mask)| *mask).collect(),
    };
    let ages = masks(age);
    masks(gender).iter().map(|g| ages.iter().map(|a| counts.within(g & a)).collect()).collect()
}

/// Pooling up. Each unit with `k` answers is a block; the others wait, and become a block at the first place up the
/// tree where together they are `k`. Who waits at the top is in none. Units without answers are in none.
pub(crate) fn pool_up<Id>(tree: &Tree<Id>, counts: &[Counts], rules: &Rules) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut waiting: Vec<Vec<usize>> = vec![Vec::new(); tree.ids.len()];
    for &at in &tree.upwards {
        let answers = counts[at].answers();
        if answers >= rules.k() {
            blocks.push(single(at, &counts[at], rules));
        } else if answers > 0 {
            waiting[at].push(at);
        }
        let together: u32 = waiting[at].iter().map(|unit| counts[*unit].answers()).sum();
        let mut units = std::mem::take(&mut waiting[at]);
        units.sort_unstable();
        if together >= rules.k() {
            let no_split = Err(Closed::Together);
            let (gender, age) = (no_split.clone(), no_split);
            blocks.push(Block { units, level: at, single: false, gender, age, withdrawn: false });
        } else if let Some(parent) = tree.parent[at] {
            waiting[parent].extend(units);
        }
    }
    blocks
}

fn single(at: usize, counts: &Counts, rules: &Rules) -> Block {
    let gender = split(By::Gender, counts, rules);
    let mut age = split(By::Age, counts, rules);
    if let (Ok(by_gender), Ok(by_age)) = (&gender, &age)
        && let Some(few) = trace::smallest(&margins(counts, Some(by_gender), Some(by_age)))
        && few < rules.split()
    {
        age = Err(Closed::BesideGender(fives(rules.split() - few)));
    }
    Block { units: vec![at], level: at, single: true, gender, age, withdrawn: false }
}

/// A unit's split if each class is large enough. Who stated nothing is a class where there are enough of them; where
/// there are not, they are placed in the others, and the others are called so whether there was anybody to place.
pub(crate) fn split(by: By, counts: &Counts, rules: &Rules) -> Result<Classes, Closed> {
    let classes = classes(by, counts, rules);
    if classes.is_empty() {
        return Err(Closed::NoAgeClasses);
    }
    let wants: u32 = classes.iter().map(|(_, mask)| rules.split().saturating_sub(counts.within(*mask))).sum();
    if wants > 0 { Err(Closed::SmallClass(fives(wants))) } else { Ok(classes) }
}

fn classes(by: By, counts: &Counts, rules: &Rules) -> Classes {
    let every_kind: Vec<usize> = (0..KINDS).collect();
    let every_age: Vec<usize> = (0..AGES).collect();
    match by {
        By::Gender => {
            let kinds = |kinds: &[usize]| mask(kinds, &every_age);
            let others = kinds(&[2, 3]);
            if counts.within(others) >= rules.split() {
                vec![(Class::Girls, kinds(&[0])), (Class::Boys, kinds(&[1])), (Class::Others, others)]
            } else {
                vec![(Class::GirlsPlus, kinds(&[0, 2])), (Class::BoysPlus, kinds(&[1, 3]))]
            }
        }
        By::Age => {
            let ages = |ages: &[usize]| mask(&every_kind, ages);
            let not_stated = ages(&[3, 4, 5]);
            let apart = counts.within(not_stated) >= rules.split();
            let class = |n: u8| {
                let at = usize::from(n);
                if apart { (Class::Age(n), ages(&[at])) } else { (Class::AgePlus(n), ages(&[at, at + 3])) }
            };
            let mut classes: Classes = (0..rules.age_classes()).map(class).collect();
            if apart && !classes.is_empty() {
                classes.push((Class::AgeNotStated, not_stated));
            }
            classes
        }
    }
}

/// Up to whole fives.
pub(crate) fn fives(n: u32) -> u32 {
    n.div_ceil(5) * 5
}
