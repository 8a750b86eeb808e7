//! Small numbers of one-to-one work, and how whoever sees figures only is kept from reading them off: from a figure, or from
//! the difference of two. What is shown to them of kinds and activities is put together here, and nowhere else.
//!
//! Of each unit and month the parts are the same on every page, so that differences of pages are sums of such parts:
//!
//! - **Kinds.** One-to-one work stands together with groups. Where groups came to fewer than [`FEW`] visits, all kinds do.
//! - **Activities.** It stands together with one group, or as many as it takes to come to [`FEW`] visits of theirs; where
//!   there are not so many, all activities do.
//! - **Years.** For a calendar year that is over it stands by itself, where each figure of it is of at least [`FEW`] visits
//!   and talks, and so is what told ones leave of one above them ([`Books::apart`]).
//!
//! What a unit came to in all is always told.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::NaiveDate;
use uuid::Uuid;

use super::books::Books;
use super::measure::Measure;
use super::period::{Length, Period};
use super::question::Question;
use super::sheets::months;
use super::store;
use crate::db::{Db, Result};
use crate::totals::{Sheet, Sums, month_of};
use crate::vocabulary::Kind;

/// Fewer visits or talks of one-to-one work than this are not told.
pub const FEW: i64 = 10;

/// Groups and one-to-one work as one member.
pub const PAIR: &str = "group,one_to_one";
/// All kinds as one.
pub const ANY: &str = "any";

/// Where one-to-one work may stand by itself.
#[derive(Default)]
pub struct Apart {
    /// Whether it may for the unit that was asked about.
    pub here: bool,
    /// Units one step below, by code, for which it may. The others stand together, with the unit's own entries.
    pub below: BTreeSet<String>,
}

/// Whether parts of these kinds take groups and one-to-one work apart.
pub fn takes_apart(codes: &[&str]) -> bool {
    let has = |kind: Kind| codes.contains(&kind.code());
    has(Kind::Group) != has(Kind::OneToOne)
}

/// Whether a measure of one-to-one work alone may be told where [`Apart`] allows it: parts of its visits are too few.
pub fn may_be_apart(measure: Measure) -> bool {
    !matches!(
        measure,
        Measure::Creators
            | Measure::Participants
            | Measure::Audience
            | Measure::CreatorsShare
            | Measure::FirstVisits
    )
}

/// The members that kinds are part of where one-to-one work does not stand by itself.
pub fn members_of(codes: &[&str]) -> BTreeSet<String> {
    let of = |code: &&str| if PAIR.split(',').any(|it| it == *code) { PAIR } else { *code }.to_owned();
    codes.iter().map(of).collect()
}

/// What of a unit's month is told by kind.
fn kinds(sheet: &Sheet, apart: bool) -> BTreeMap<String, Sums> {
    let of = |wanted: Kind| -> Sums {
        let of = sheet.kinds.iter().filter(|((kind, _), _)| *kind == wanted);
        of.map(|(_, sums)| *sums).sum()
    };
    let (talks, groups) = (of(Kind::OneToOne), of(Kind::Group));
    let mut told = BTreeMap::new();
    if !talks.is_nothing() && groups.visits() < FEW {
        told.insert(ANY.to_owned(), Kind::ALL.iter().map(|kind| of(*kind)).sum());
        return told;
    }
    for kind in Kind::ALL {
        let pooled = !apart && matches!(kind, Kind::OneToOne | Kind::Group);
        let code = if pooled { PAIR } else { kind.code() };
        let sums = of(*kind);
        if !sums.is_nothing() {
            *told.entry(code.to_owned()).or_insert_with(Sums::default) += sums;
        }
    }
    told
}

/// Nothing, or enough of both: a talk has about one visit, so one gives the other away.
fn tells_of_nobody(sums: &Sums) -> bool {
    [sums.visits(), sums.held].iter().all(|n| *n == 0 || *n >= FEW)
}

/// A calendar year to its last day, before today.
fn is_past_year(period: &Period, today: NaiveDate) -> bool {
    let year = Period::around(Length::Year, period.from, (1, 1));
    (period.from, period.until) == (year.from, year.until) && period.until <= today
}

impl Books {
    /// Sums by kind for whoever sees figures only; `apart`: with one-to-one work by itself.
    pub fn told_kinds(&self, question: &Question, apart: bool) -> BTreeMap<String, Sums> {
        let mut sums: BTreeMap<String, Sums> = BTreeMap::new();
        for of_month in self.told_kinds_by_month(question, apart).into_values() {
            for (code, of) in of_month {
                *sums.entry(code).or_default() += of;
            }
        }
        sums
    }

    /// The same by unit (one step below, or itself) and month.
    pub fn told_kinds_by_month(
        &self,
        question: &Question,
        apart: bool,
    ) -> BTreeMap<(String, NaiveDate), BTreeMap<String, Sums>> {
        let mut sums: BTreeMap<(String, NaiveDate), BTreeMap<String, Sums>> = BTreeMap::new();
        self.each_sheet(question, |unit, _, month, sheet| {
            let of_unit = sums.entry((unit.to_owned(), month)).or_default();
            for (code, of) in kinds(sheet, apart) {
                *of_unit.entry(code).or_default() += of;
            }
        });
        sums
    }

    /// Calls `then` with what each place came to in each month: with the code of the unit one step below (or itself), and
    /// the place's ids below the unit asked for.
    fn each_sheet(&self, question: &Question, mut then: impl FnMut(&str, &[Uuid], NaiveDate, &Sheet)) {
        let asked = question.path.ids().last().copied();
        for (place, from, until) in self.places(question) {
            let (unit, at) = (
                self.below(question, place),
                place.ids.iter().position(|id| Some(*id) == asked).unwrap_or(0),
            );
            for (month, from, until) in months(from, until) {
                let mut sheet = Sheet::default();
                self.each_row(place.unit_id, from, until, |row| sheet.add(&row.sheet()));
                if !sheet.is_nothing() {
                    then(&unit, &place.ids[at + 1..], month, &sheet);
                }
            }
        }
    }

    /// Where one-to-one work may stand by itself, for whoever sees figures only.
    ///
    /// Told figures are of units within units, so whatever their differences are, they are sums of what each leaves when
    /// those told below it are taken away; and that is told only if it is nothing or enough. A unit that moved within the
    /// year lies in no other unit whole: it is not told by itself.
    pub fn apart(&self, question: &Question, today: NaiveDate) -> Apart {
        let Some(asked) = question.path.ids().last().copied() else { return Apart::default() };
        if !is_past_year(&question.period, today) {
            return Apart::default();
        }
        let moved = self.moved(&question.period);
        let mut places: Vec<(Vec<Uuid>, Sums)> = Vec::new();
        self.each_sheet(question, |_, ids, _, sheet| {
            if let Some(talks) = kinds(sheet, true).get(Kind::OneToOne.code()) {
                places.push((ids.to_vec(), *talks));
            }
        });
        let mut apart = Apart::default();
        let left = left(&places, &moved, &mut |unit| {
            apart.below.insert(self.named(unit));
        });
        apart.here = tells_of_nobody(&left) && !moved.contains(&asked);
        apart
    }

    /// Units that stood in more than one place in a period.
    fn moved(&self, period: &Period) -> HashSet<Uuid> {
        let mut seen: HashMap<Uuid, &[Uuid]> = HashMap::new();
        let mut moved = HashSet::new();
        let there = self
            .places
            .iter()
            .filter(|place| place.from < period.until && place.until.is_none_or(|until| period.from < until));
        for place in there {
            if *seen.entry(place.unit_id).or_insert(&place.ids) != place.ids {
                moved.insert(place.unit_id);
            }
        }
        moved
    }
}

/// What places come to but for units one step below that may be told by themselves, which `told` hears of.
fn left(places: &[(Vec<Uuid>, Sums)], moved: &HashSet<Uuid>, told: &mut dyn FnMut(Uuid)) -> Sums {
    let mut sum = Sums::default();
    let mut below: BTreeMap<Uuid, Vec<(Vec<Uuid>, Sums)>> = BTreeMap::new();
    for (ids, sums) in places {
        match ids.split_first() {
            None => sum += *sums,
            Some((first, rest)) => below.entry(*first).or_default().push((rest.to_vec(), *sums)),
        }
    }
    for (unit, places) in below {
        let left = left(&places, moved, &mut |_| {});
        if tells_of_nobody(&left) && !moved.contains(&unit) {
            told(unit);
        } else {
            sum += left;
        }
    }
    sum
}

/// An activity's entries of a kind in a month.
#[derive(Clone, Copy, Debug)]
pub struct Held {
    pub month: NaiveDate,
    pub activity_id: Uuid,
    pub kind: Kind,
    pub visits: i64,
}

/// What of a unit's activities stands together, so that its one-to-one work cannot be told from the rest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Together {
    /// These do, in every month.
    pub activities: BTreeSet<Uuid>,
    /// In these months all do.
    pub months: BTreeSet<NaiveDate>,
}

/// What stands together in the months a question touches, whatever else was asked.
pub async fn together(db: &Db, question: &Question) -> Result<Together> {
    let Some(unit_id) = question.path.ids().last().copied() else { return Ok(Together::default()) };
    let Period { from, until, .. } = Period::months(question.period.from, question.period.last());
    let facts = store::facts(db, question.network_id, unit_id, (from, until), &HashMap::new()).await?;
    let held = facts.into_iter().map(|(activity_id, fact)| Held {
        month: month_of(fact.date),
        activity_id,
        kind: fact.kind,
        visits: fact.creators + fact.participants + fact.audience,
    });
    Ok(stand_together(&held.collect::<Vec<_>>()))
}

/// [`together`], month by month.
pub fn stand_together(held: &[Held]) -> Together {
    let mut months: BTreeMap<NaiveDate, Vec<&Held>> = BTreeMap::new();
    for it in held {
        months.entry(it.month).or_default().push(it);
    }
    let mut together = Together::default();
    for (month, of_month) in months {
        let of = |kind: Kind| of_month.iter().filter(move |it| it.kind == kind);
        let talks: BTreeSet<Uuid> = of(Kind::OneToOne).map(|it| it.activity_id).collect();
        if talks.is_empty() {
            continue;
        }
        // Those that were there first come first, so that they stay the same from month to month.
        let mut groups: BTreeMap<Uuid, i64> = BTreeMap::new();
        for it in of(Kind::Group) {
            *groups.entry(it.activity_id).or_default() += it.visits;
        }
        let (mut visits, mut among) = (0, talks);
        for (activity, more) in groups {
            if visits < FEW && more > 0 {
                visits += more;
                among.insert(activity);
            }
        }
        if visits < FEW {
            together.months.insert(month);
        } else {
            together.activities.extend(among);
        }
    }
    together
}
