//! Published rows as sums over atoms.

use std::collections::BTreeMap;

use disclosure::{Group, Plan};

use super::exact::Columns;
use super::networks::{Network, Person};

/// Atoms, and which of them each row is the sum of.
pub struct Rows<'a> {
    /// Somebody of each atom: all of an atom are in the same rows.
    atoms: Vec<&'a Person>,
    people: Vec<u32>,
    of_unit: BTreeMap<u32, Vec<usize>>,
    rows: Vec<Vec<usize>>,
}

impl<'a> Rows<'a> {
    pub fn new(network: &'a Network, counted: impl Fn(&Person) -> bool) -> Self {
        let mut known = BTreeMap::new();
        let mut rows =
            Self { atoms: Vec::new(), people: Vec::new(), of_unit: BTreeMap::new(), rows: Vec::new() };
        for person in network.people.iter().filter(|person| counted(person)) {
            let key = (person.unit, person.aside, person.gender as u8, person.age as u8, person.cell);
            let atom = *known.entry(key).or_insert(rows.atoms.len());
            if atom == rows.atoms.len() {
                rows.atoms.push(person);
                rows.of_unit.entry(person.unit).or_default().push(atom);
                rows.people.push(0);
            }
            rows.people[atom] += 1;
        }
        rows
    }

    /// A row of those of these units that it takes, if they are at least `enough`.
    pub fn row<'u>(
        &mut self,
        enough: u32,
        units: impl IntoIterator<Item = &'u u32>,
        takes: impl Fn(&Person) -> bool,
    ) {
        let atoms = units.into_iter().filter_map(|unit| self.of_unit.get(unit)).flatten().copied();
        let mut row: Vec<usize> = atoms.filter(|atom| takes(self.atoms[*atom])).collect();
        row.sort_unstable();
        if !row.is_empty() && row.iter().map(|atom| self.people[*atom]).sum::<u32>() >= enough {
            self.rows.push(row);
        }
    }

    /// What an edition shows, of those groups that are `shown`.
    pub fn published(&mut self, plan: &Plan<u32>, shown: impl Fn(&Group<u32>) -> bool) {
        let later = plan.edition() > 1;
        for group in plan.groups().iter().filter(|group| shown(group)) {
            self.row(0, group.units(), |person| {
                !(later && person.aside) && group.takes(&person.unit, person.cell)
            });
        }
    }

    pub fn sensitive(&mut self, plan: &Plan<u32>) {
        let later = plan.edition() > 1;
        for group in plan.sensitive_groups() {
            self.row(0, group.units(), |person| {
                !(later && person.aside) && group.takes(&person.unit, person.cell)
            });
        }
    }

    /// The rule that seems enough: whatever has k answers is shown, at every place, each class by itself.
    pub fn naive(&mut self, network: &Network, k: u32) {
        for place in network.units.iter().map(|unit| unit.id) {
            let below = network.below(place);
            for later in [false, true] {
                let here = |person: &Person| !(later && person.aside);
                self.row(k, &below, here);
                (0..3).for_each(|class| {
                    self.row(k, &below, |person| here(person) && (person.gender as u8).min(2) == class)
                });
                (0..4).for_each(|class| {
                    self.row(k, &below, |person| here(person) && person.age as u8 == class)
                });
            }
        }
    }

    /// Atoms in the same rows are one column.
    pub fn columns(&self) -> Columns {
        let mut of_atom = vec![Vec::new(); self.people.len()];
        for (at, row) in self.rows.iter().enumerate() {
            row.iter().for_each(|atom| of_atom[*atom].push(at));
        }
        let mut columns: BTreeMap<Vec<usize>, u32> = BTreeMap::new();
        for (rows, people) in of_atom.into_iter().zip(&self.people) {
            *columns.entry(rows).or_default() += people;
        }
        let mut rows = vec![Vec::new(); self.rows.len()];
        for (column, of) in columns.keys().enumerate() {
            of.iter().for_each(|row| rows[*row].push((column, 1)));
        }
        Columns { people: columns.into_values().collect(), rows }
    }
}
