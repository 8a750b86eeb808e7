//! The units of the network, and how each one that records goes about it.

use chrono::{Datelike, Days, NaiveDate};

use super::Wanted;
use super::calendar::day;
use super::chance::Chance;
use super::names;
use crate::i18n::Text18;

#[derive(Clone, Debug)]
pub struct PlannedUnit {
    pub code: String,
    pub kind: &'static str,
    /// Place in `Tree::units`; parents stand before their children.
    pub parent: Option<usize>,
    pub name: Text18,
    pub place: Option<String>,
    pub opened_on: NaiveDate,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    Small,
    Medium,
    Large,
    /// The national organisation: no house of its own.
    National,
}

/// A unit that records.
#[derive(Clone, Debug)]
pub struct Recorder {
    /// Place in `Tree::units`.
    pub unit: usize,
    pub size: Size,
    /// Stretches, first and last day, in which nobody recorded anything.
    pub gaps: Vec<(NaiveDate, NaiveDate)>,
    /// Takes part in the network's common project.
    pub in_project: bool,
    /// Share of entries with staff hours; some centres care, some do not.
    pub staff_habit: f64,
    /// How much of the time young people create, against the mean of all.
    pub created: f64,
}

#[derive(Clone, Debug)]
pub struct Tree {
    /// The network itself stands first.
    pub units: Vec<PlannedUnit>,
    /// The centres in the order of their numbers; the national organisation last.
    pub recorders: Vec<Recorder>,
}

/// Repeats every nine centres; a third small, two of nine large, so that the mean is what is published.
const SIZES: [Size; 9] = {
    use Size::{Large, Medium, Small};
    [Large, Small, Medium, Medium, Small, Large, Medium, Small, Medium]
};

/// So many centres share the common project.
const IN_PROJECT: usize = 10;

impl Tree {
    pub fn new(wanted: &Wanted, code: &str) -> Tree {
        let long_ago = day(2000, 1, 1).min(wanted.first_day());
        let number = code.rsplit('-').next().filter(|end| end.chars().all(|c| c.is_ascii_digit()));
        let number = number.map_or(String::new(), |number| format!(" {number}"));
        let root = PlannedUnit {
            code: code.to_owned(),
            kind: "network",
            parent: None,
            name: Text18::two(
                &format!("Izmišljena mreža{number} (vzorčni podatki)"),
                &format!("Invented network{number} (sample data)"),
            ),
            place: None,
            opened_on: long_ago,
        };
        let mut tree = Tree { units: vec![root], recorders: Vec::new() };
        let towns: Vec<usize> = (0..wanted.centres).map(town).collect();
        let places = tree.add_municipalities(&towns, long_ago);
        for (n, town) in towns.iter().enumerate() {
            tree.add_centre(wanted, n, places[*town], &towns);
        }
        tree.add_national(wanted, long_ago);
        tree
    }

    /// The municipalities in use, and below the large ones an organisation; by town the places of its units.
    fn add_municipalities(&mut self, towns: &[usize], long_ago: NaiveDate) -> Vec<(usize, Option<usize>)> {
        let most = towns.iter().copied().max().map_or(0, |town| town + 1);
        (0..most)
            .map(|town| {
                let (name, code) = match names::MUNICIPALITIES.get(town) {
                    Some((name, code)) => ((*name).to_owned(), (*code).to_owned()),
                    None => {
                        let name = names::municipality(town - names::MUNICIPALITIES.len());
                        let code = names::code(&name);
                        (name, code)
                    }
                };
                let unit =
                    self.push("municipality", Some(0), &code, Text18::two(&name, &name), None, long_ago);
                let many = towns.iter().filter(|it| **it == town).count() >= 4;
                let organisation = many.then(|| {
                    let named = Text18::two(
                        &format!("Zavod za mlade {name} (izmišljen)"),
                        &format!("Youth Institute {name} (invented)"),
                    );
                    let code = format!("zavod-{code}");
                    self.push("organisation", Some(unit), &code, named, Some(name.clone()), long_ago)
                });
                (unit, organisation)
            })
            .collect()
    }

    fn add_centre(
        &mut self,
        wanted: &Wanted,
        n: usize,
        (municipality, organisation): (usize, Option<usize>),
        towns: &[usize],
    ) {
        let mut chance = Chance::of(wanted.seed, &[1, n as u64]);
        let name = names::centre(n);
        let first = wanted.first_day();
        // The last one of Zagorje opens only in the second year.
        let late = day(first.year() + 1, 3, 1);
        let opens_late = towns.iter().rposition(|town| *town == ZAGORJE) == Some(n)
            && late + Days::new(60) <= wanted.until;
        #[allow(clippy::cast_possible_truncation)]
        let long_ago = day(
            2001 + chance.between(0, 14) as i32,
            chance.between(1, 12) as u32,
            chance.between(1, 28) as u32,
        );
        let opened_on = if opens_late { late } else { long_ago.min(first) };
        // Every second centre of a large municipality belongs to its organisation.
        let parent = organisation.filter(|_| n % 2 == 1).unwrap_or(municipality);
        let place = self.units[municipality].name.read("sl").to_owned();
        let named = Text18::two(&format!("Mladinski center {name}"), &format!("Youth Centre {name}"));
        let unit = self.push(
            "centre",
            Some(parent),
            &format!("mc-{}", names::code(&name)),
            named,
            Some(place),
            opened_on,
        );
        let gaps = if opens_late { Vec::new() } else { gaps(wanted, n, &mut chance) };
        self.recorders.push(Recorder {
            unit,
            size: SIZES[(n + n / 9 * 4) % 9],
            gaps,
            in_project: n < IN_PROJECT,
            staff_habit: 0.35 + 0.55 * chance.share(),
            created: 0.7 + 0.6 * chance.share(),
        });
    }

    fn add_national(&mut self, wanted: &Wanted, long_ago: NaiveDate) {
        let name = Text18::two("Zveza Papirnata ladja (izmišljena)", "Paper Boat Federation (invented)");
        let unit = self.push("national_organisation", Some(0), "zveza-papirnata-ladja", name, None, long_ago);
        let mut chance = Chance::of(wanted.seed, &[2]);
        self.recorders.push(Recorder {
            unit,
            size: Size::National,
            gaps: Vec::new(),
            in_project: false,
            staff_habit: 0.8,
            created: 1.0 + 0.2 * chance.share(),
        });
    }

    fn push(
        &mut self,
        kind: &'static str,
        parent: Option<usize>,
        code: &str,
        name: Text18,
        place: Option<String>,
        opened_on: NaiveDate,
    ) -> usize {
        self.units.push(PlannedUnit { code: code.to_owned(), kind, parent, name, place, opened_on });
        self.units.len() - 1
    }

    pub fn unit(&self, recorder: &Recorder) -> &PlannedUnit {
        &self.units[recorder.unit]
    }
}

const ZAGORJE: usize = 7;

/// The town of the n-th centre: the nine take turns, then as the demonstration has them, then three to a new one.
fn town(n: usize) -> usize {
    match n {
        0..9 => n,
        9..27 => names::FURTHER[n - 9],
        _ => names::MUNICIPALITIES.len() + (n - 27) / 3,
    }
}

/// When a centre recorded nothing: the fifth of every nine now and then for weeks, the seventh not any more. The first
/// centres, where people sign in, go on.
fn gaps(wanted: &Wanted, n: usize, chance: &mut Chance) -> Vec<(NaiveDate, NaiveDate)> {
    let (first, until) = (wanted.first_day(), wanted.until);
    match n % 9 {
        4 => (0..2 * wanted.years + 1)
            .map(|half| {
                let begin = first
                    + Days::new(u64::try_from(i64::from(half) * 182 + chance.between(20, 150)).unwrap_or(0));
                (begin, begin + Days::new(u64::try_from(chance.between(13, 40)).unwrap_or(0)))
            })
            .collect(),
        6 if n < 9 => vec![(until - Days::new(35), until)],
        _ => Vec::new(),
    }
}
