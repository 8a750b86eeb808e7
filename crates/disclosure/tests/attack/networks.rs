//! Random networks: three levels, up to 40 units of 0 to 120 answers, some set aside later.

use std::collections::{BTreeMap, BTreeSet};

use disclosure::{Age, By, Cell, Counts, Figure, Gender, Group, Key, Plan, Rules, Tree, Unit, Why};

use super::Outcome;

pub struct Network {
    pub units: Vec<Unit<u32>>,
    pub people: Vec<Person>,
}

pub struct Person {
    pub unit: u32,
    pub gender: Gender,
    pub age: Age,
    pub cell: Cell,
    /// Its batch is set aside in the second edition.
    pub aside: bool,
    /// Has a valid value of the score.
    pub valid: bool,
    /// To an item with five steps; 5 is "don't know".
    pub answer: usize,
}

/// splitmix64: small, known, and the same on every machine.
pub struct Dice(pub u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// 0 to `below` - 1.
    pub fn upto(&mut self, below: u64) -> u64 {
        self.next() % below
    }

    pub fn chance(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

const TOP: u32 = 0;

impl Network {
    pub fn random(seed: u64) -> Self {
        let mut dice = Dice(seed);
        let municipalities = 1 + dice.upto(10) as u32;
        let mut units = vec![Unit { id: TOP, parent: None, wide: true }];
        units.extend((1..=municipalities).map(|id| Unit { id, parent: Some(TOP), wide: true }));
        // In one network of five, places record that are usually only above others, or directly below the top.
        let odd = dice.upto(5) == 0;
        let centres = 1 + dice.upto(40) as u32;
        for id in 100..100 + centres {
            let directly = odd && dice.upto(8) == 0;
            let parent = if directly { TOP } else { 1 + dice.upto(u64::from(municipalities)) as u32 };
            units.push(Unit { id, parent: Some(parent), wide: false });
        }
        let small = dice.upto(2) == 0;
        let unstated = dice.chance() * 0.06;
        let mut network = Self { units, people: Vec::new() };
        let key = Key::new([7; 32], &Rules::default());
        for unit in 0..network.units.len() {
            let unit = network.units[unit].id;
            if unit >= 100 || odd && dice.upto(4) == 0 {
                let share = dice.chance();
                let size = (120.99 * if small { share * share } else { share }) as u32;
                network.people_of(unit, size, unstated, &key, &mut dice);
            }
        }
        network.set_aside(&mut dice);
        network
    }

    fn people_of(&mut self, unit: u32, size: u32, unstated: f64, key: &Key, dice: &mut Dice) {
        let girls = 0.3 + 0.4 * dice.chance();
        let (young, middle) = (0.2 + 0.3 * dice.chance(), 0.2 + 0.3 * dice.chance());
        // Some houses have a girls' group of one age: gender tells age there.
        let alike = if dice.upto(4) == 0 { 0.95 } else { 0.0 };
        let liking = 1.0 + 2.0 * dice.chance();
        let invalid = if dice.upto(3) == 0 { 0.5 * dice.chance() } else { 0.03 };
        for _ in 0..size {
            let (g, a) = (dice.chance(), dice.chance());
            let gender = match dice.chance() {
                p if p < unstated => Gender::NonBinary,
                p if p < 1.5 * unstated => Gender::NotStated,
                _ if g < girls => Gender::Girl,
                _ => Gender::Boy,
            };
            let age = match (gender, a) {
                _ if dice.chance() < unstated / 3.0 => Age::NotStated,
                (Gender::Girl, _) if dice.chance() < alike => Age::First,
                (Gender::Boy, a) if dice.chance() < alike => [Age::Second, Age::Third][usize::from(a < 0.5)],
                (_, a) if a < young => Age::First,
                (_, a) if a < young + middle => Age::Second,
                _ => Age::Third,
            };
            let cell = key.cell(&(self.people.len() as u64).to_le_bytes(), gender, age);
            let valid = dice.chance() >= invalid;
            let step = 4 - (5.0 * dice.chance().powf(liking)) as usize;
            let answer = if dice.chance() < 0.05 { 5 } else { step };
            self.people.push(Person { unit, gender, age, cell, aside: false, valid, answer });
        }
    }

    /// Batches of 10 to 40 in the order of coming; of up to three units one or two of them.
    fn set_aside(&mut self, dice: &mut Dice) {
        for _ in 0..1 + dice.upto(3) {
            let unit = self.units[dice.upto(self.units.len() as u64) as usize].id;
            let mut left = 0;
            let mut spoiled = false;
            for person in self.people.iter_mut().filter(|person| person.unit == unit) {
                if left == 0 {
                    left = 10 + dice.upto(31);
                    spoiled = dice.upto(3) == 0;
                }
                left -= 1;
                person.aside |= spoiled;
            }
        }
    }

    pub fn tree(&self) -> Tree<u32> {
        Tree::new(self.units.iter().cloned()).expect("a tree")
    }

    pub fn counts(&self, counted: impl Fn(&Person) -> bool) -> BTreeMap<u32, Counts> {
        let mut counts: BTreeMap<u32, Counts> = BTreeMap::new();
        for person in self.people.iter().filter(|person| counted(person)) {
            counts.entry(person.unit).or_default().add(person.cell);
        }
        counts
    }

    /// The place and all below it.
    pub fn below(&self, place: u32) -> BTreeSet<u32> {
        let parent = |id: u32| self.units.iter().find(|unit| unit.id == id).and_then(|unit| unit.parent);
        let up = |id: u32| std::iter::successors(Some(id), |id| parent(*id));
        self.units.iter().map(|unit| unit.id).filter(|id| up(*id).any(|id| id == place)).collect()
    }

    /// What the plan shows, and what its sizes tell.
    pub fn utility(&self, plan: &Plan<u32>) -> Outcome {
        let mut outcome = Outcome::default();
        for unit in &self.units {
            let people: Vec<&Person> = self.people.iter().filter(|person| person.unit == unit.id).collect();
            if people.len() >= 15 {
                outcome.large_units += 1;
                let own = plan.itself(&unit.id).and_then(Figure::shown);
                outcome.large_units_shown +=
                    usize::from(own.is_some_and(|own| own.answers() as usize == people.len()));
            }
            let municipality = if (1..100).contains(&unit.id) { Some(unit.id) } else { unit.parent };
            if let Some(municipality) = municipality.filter(|id| *id != TOP) {
                outcome.answers += people.len();
                if let Some(total) = plan.total(&municipality).and_then(Figure::shown) {
                    let shown = people.iter().filter(|person| total.takes(&person.unit, person.cell));
                    outcome.answers_shown += shown.count();
                }
            }
            self.splits(plan, unit.id, &people, &mut outcome);
        }
        outcome
    }

    fn splits(&self, plan: &Plan<u32>, unit: u32, people: &[&Person], outcome: &mut Outcome) {
        let age = plan.split_itself(&unit, By::Age);
        if let Some(Figure::Withheld(withheld)) = &age
            && withheld.why == Why::BesideGender
        {
            outcome.beside_gender += 1;
        }
        let gender = plan.split_itself(&unit, By::Gender).and_then(Figure::shown);
        let age = age.and_then(Figure::shown);
        outcome.splits_by_gender += usize::from(gender.is_some());
        outcome.splits_by_age += usize::from(age.is_some());
        if let (Some(gender), Some(age)) = (gender, age) {
            for (g, a, answer) in crossings(&gender.classes, &age.classes) {
                let with = |group: Option<&Group<u32>>| {
                    let inside =
                        |person: &&&Person| group.is_none_or(|group| group.takes(&unit, person.cell));
                    people.iter().filter(|person| person.answer == answer).filter(inside).count()
                };
                let (g, a, all) = (with(Some(g)), with(Some(a)), with(None));
                let (least, most) = ((g + a).saturating_sub(all), g.min(a));
                outcome.crossed += 1;
                outcome.crossed_bounded += usize::from(most - least <= 4);
                outcome.crossed_known += usize::from(most == least);
                outcome.crossed_some += usize::from(most == least && most > 0);
            }
        }
    }
}

/// Every gender class with every age class and every answer.
fn crossings<'a>(
    genders: &'a [Group<u32>],
    ages: &'a [Group<u32>],
) -> impl Iterator<Item = (&'a Group<u32>, &'a Group<u32>, usize)> {
    genders.iter().flat_map(move |g| ages.iter().flat_map(move |a| (0..6).map(move |answer| (g, a, answer))))
}
