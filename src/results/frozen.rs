//! From answers to what may be shown of them. `disclosure` decides, once, from how many answered where; here its groups
//! are filled with numbers. Pure: the same answers, tree, secret and rules give the same tables, in whatever order.

use std::collections::{BTreeMap, BTreeSet};

use disclosure::{Age, By, Cell, Counts, Fault, Figure, Gender, Group, Key, Plan, Rules, Scores, Tree};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::sheet::{Form, Sheet};
use super::table::{Lack, Part, Table, Withheld};
use crate::answers::{self, Value};
use crate::questionnaires::Content;
use crate::vocabulary;

/// Answers in each class of a split, and to a sensitive item, at the least.
const SPLIT: u32 = 15;
const SENSITIVE: u32 = 50;
const AGE_CLASSES: u8 = 3;

/// A unit as it stood on the day of closing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    pub id: Uuid,
    pub parent: Option<Uuid>,
    /// Whether figures of sensitive items may be shown for it.
    pub wide: bool,
}

/// The rules of an evaluation in which a unit is shown from `least` answers on.
pub fn rules(least: i64) -> Result<Rules, Fault<Uuid>> {
    let k = u32::try_from(least).map_err(|_| Fault::Rules)?;
    Rules::new(k, k.max(SPLIT), k.max(SENSITIVE), AGE_CLASSES)
}

/// A complete answer.
pub struct Answer {
    pub unit_id: Uuid,
    pub id: Uuid,
    pub gender: Option<vocabulary::Gender>,
    pub age: Option<answers::Age>,
    /// The edition from which on it is left out.
    pub aside_in: Option<u32>,
    pub values: BTreeMap<String, Value>,
}

impl Answer {
    fn cell(&self, key: &Key) -> Cell {
        let gender = match self.gender {
            Some(vocabulary::Gender::Girl) => Gender::Girl,
            Some(vocabulary::Gender::Boy) => Gender::Boy,
            Some(vocabulary::Gender::NonBinary) => Gender::NonBinary,
            _ => Gender::NotStated,
        };
        let age = match self.age {
            Some(answers::Age::First) => Age::First,
            Some(answers::Age::Second) => Age::Second,
            Some(answers::Age::Third) => Age::Third,
            None => Age::NotStated,
        };
        key.cell(self.id.as_bytes(), gender, age)
    }
}

type ByUnit = BTreeMap<Uuid, Counts>;

/// How many there are of which unit in one edition.
#[derive(Clone, Default)]
struct Round {
    /// Set aside by this edition.
    aside: ByUnit,
    /// Who count in it, in all and by area those with an index.
    counted: ByUnit,
    valid: Vec<ByUnit>,
}

/// Answers to one version of a questionnaire, as far as their own numbers go.
pub struct Gathered<'c> {
    version_id: Uuid,
    form: Form<'c>,
    key: &'c Key,
    rounds: Vec<Round>,
    /// Of those that count in the last edition.
    sheets: BTreeMap<Uuid, BTreeMap<Cell, Sheet>>,
}

impl<'c> Gathered<'c> {
    /// `edition`: the one to be made, from 1.
    pub fn new(version_id: Uuid, content: &'c Content, key: &'c Key, edition: u32) -> Gathered<'c> {
        let form = Form::new(content);
        let round = Round { valid: vec![ByUnit::new(); form.areas.len()], ..Round::default() };
        let rounds = vec![round; usize::try_from(edition.max(1)).unwrap_or(1)];
        Gathered { version_id, form, key, rounds, sheets: BTreeMap::new() }
    }

    pub fn add(&mut self, it: &Answer) {
        let cell = it.cell(self.key);
        let mut own = self.form.sheet();
        let valid = self.form.add(&mut own, &it.values);
        for (edition, round) in (1..).zip(&mut self.rounds) {
            if it.aside_in == Some(edition) {
                round.aside.entry(it.unit_id).or_default().add(cell);
            }
            if it.aside_in.is_some_and(|aside| aside <= edition) {
                continue;
            }
            round.counted.entry(it.unit_id).or_default().add(cell);
            for (by_unit, _) in round.valid.iter_mut().zip(&valid).filter(|(_, valid)| **valid) {
                by_unit.entry(it.unit_id).or_default().add(cell);
            }
        }
        if it.aside_in.is_none() {
            let cells = self.sheets.entry(it.unit_id).or_default();
            cells.entry(cell).and_modify(|sheet| sheet.merge(&own)).or_insert(own);
        }
    }

    /// Decides, from the first edition to the last, and works out everything that may be shown. `asked`: the units that
    /// were asked this.
    pub fn results(
        &self,
        rules: Rules,
        standing: &[Standing],
        asked: &BTreeSet<Uuid>,
    ) -> Result<Results, Fault<Uuid>> {
        let unit = |it: &Standing| disclosure::Unit { id: it.id, parent: it.parent, wide: it.wide };
        let tree = Tree::new(standing.iter().map(unit))?;
        let (mut plan, mut scores) = (None, Vec::new());
        let mut withdrawn = BTreeSet::new();
        for round in &self.rounds {
            let next = match plan.take() {
                None => Plan::decide(rules, tree.clone(), &round.counted)?,
                Some(before) => {
                    let revision = Plan::revise(&before, &round.aside)?;
                    withdrawn.extend(revision.withdrawn);
                    revision.plan
                }
            };
            let decided = round.valid.iter().enumerate().map(|(area, valid)| match scores.get(area) {
                None => next.scores(valid),
                Some(before) => Scores::revise(before, &next, valid),
            });
            scores = decided.collect::<Result<Vec<_>, _>>()?;
            plan = Some(next);
        }
        let plan = plan.ok_or(Fault::OtherPlan)?;
        let mut results = Results { withdrawn, ..Results::default() };
        let above = Above::new(standing, asked);
        for place in standing.iter().filter(|it| above.shown.contains(&it.id)) {
            self.of_place(&plan, &scores, place.id, above.has_own(place.id), &mut results);
        }
        Ok(results)
    }

    /// Everything about one unit. `own`: it was asked itself, and so were others below it.
    fn of_place(&self, plan: &Plan<Uuid>, scores: &[Scores<Uuid>], id: Uuid, own: bool, out: &mut Results) {
        let mut lacks = |lack, it: &disclosure::Withheld<Uuid>| {
            out.withheld.push(Withheld::of(self.version_id, id, lack, it));
        };
        let mut groups = Vec::new();
        let totals = [plan.total(&id), own.then(|| plan.itself(&id)).flatten()];
        for (figure, lack) in totals.into_iter().zip([Lack::Whole, Lack::Itself]) {
            match figure {
                Some(Figure::Shown(group)) => groups.push(group),
                Some(Figure::Withheld(why)) => lacks(lack, &why),
                None => {}
            }
        }
        groups.extend(plan.together(&id));
        for by in [By::Gender, By::Age] {
            match plan.split(&id, by) {
                Some(Figure::Shown(split)) => groups.extend(split.classes.into_iter().chain(split.not_split)),
                Some(Figure::Withheld(why)) => lacks(Lack::by(by), &why),
                None => {}
            }
            if let Some(Figure::Shown(split)) = own.then(|| plan.split_itself(&id, by)).flatten() {
                groups.extend(split.classes);
            }
        }
        out.tables.extend(groups.iter().map(|group| self.table(scores, group)));
        if !self.form.has_sensitive() {
            return;
        }
        match plan.sensitive(&id) {
            Some(Figure::Shown(group)) => out.tables.push(self.sensitive(&group, Part::Sensitive)),
            Some(Figure::Withheld(why)) => lacks(Lack::Sensitive, &why),
            None => {}
        }
        let together = plan.sensitive_together(&id);
        out.tables.extend(together.iter().map(|group| self.sensitive(group, Part::SensitiveTogether)));
    }

    fn sum<'u>(&self, units: impl Iterator<Item = &'u Uuid>, takes: impl Fn(&Uuid, Cell) -> bool) -> Sheet {
        let mut sum = self.form.sheet();
        for unit in units {
            for (cell, sheet) in self.sheets.get(unit).into_iter().flatten() {
                if takes(unit, *cell) {
                    sum.merge(sheet);
                }
            }
        }
        sum
    }

    fn table(&self, scores: &[Scores<Uuid>], group: &Group<Uuid>) -> Table {
        let sheet = self.sum(group.units(), |unit, cell| group.takes(unit, cell));
        let areas = self.form.areas.iter().zip(&sheet.areas).zip(scores);
        let shown = areas.filter(|(_, scores)| scores.shows(group));
        let items = self.form.items.iter().zip(sheet.items.iter());
        Table {
            version_id: self.version_id,
            unit_id: *group.place(),
            part: Part::of(group.part()),
            class: group.class(),
            answers: i64::from(group.answers()),
            areas: shown.map(|(((area, _), mean), _)| (area.code.clone(), *mean)).collect(),
            items: items
                .filter(|(item, _)| item.sensitive.is_none())
                .map(|(item, count)| (item.code.clone(), count.clone()))
                .collect(),
        }
    }

    fn sensitive(&self, group: &disclosure::SensitiveGroup<Uuid>, part: Part) -> Table {
        let sheet = self.sum(group.units(), |unit, cell| group.takes(unit, cell));
        let items = self.form.items.iter().zip(sheet.items);
        Table {
            version_id: self.version_id,
            unit_id: *group.place(),
            part,
            class: None,
            answers: i64::from(group.answers()),
            areas: BTreeMap::new(),
            items: items
                .filter(|(item, _)| item.sensitive.is_some())
                .map(|(item, count)| (item.code.clone(), count))
                .collect(),
        }
    }
}

/// Everything that may be shown of answers to one version of a questionnaire.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    pub tables: Vec<Table>,
    pub withheld: Vec<Withheld>,
    /// Units that a later edition took out of every figure.
    pub withdrawn: BTreeSet<Uuid>,
}

/// The units that were asked and those above them: no others have anything to show.
struct Above<'s> {
    asked: &'s BTreeSet<Uuid>,
    shown: BTreeSet<Uuid>,
    /// Those with an asked unit below.
    over: BTreeSet<Uuid>,
}

impl<'s> Above<'s> {
    fn new(standing: &[Standing], asked: &'s BTreeSet<Uuid>) -> Above<'s> {
        let parent: BTreeMap<Uuid, Option<Uuid>> = standing.iter().map(|it| (it.id, it.parent)).collect();
        let up = |id: &Uuid| parent.get(id).copied().flatten();
        let mut over = BTreeSet::new();
        for id in asked {
            over.extend(std::iter::successors(up(id), up));
        }
        Above { asked, shown: asked.union(&over).copied().collect(), over }
    }

    fn has_own(&self, id: Uuid) -> bool {
        self.asked.contains(&id) && self.over.contains(&id)
    }
}
