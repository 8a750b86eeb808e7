//! Activities of a unit, where figures are all that somebody sees: which of them stand together (see `few.rs`).

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use uuid::Uuid;

use super::books::Books;
use super::few::FEW;
use super::period::Period;
use super::question::Question;
use super::store;
use super::trees::Tree;
use crate::db::{Db, Result};
use crate::totals::month_of;
use crate::vocabulary::Kind;

/// An activity's entries of a kind in a month, while its unit stood in one place.
#[derive(Clone, Copy, Debug)]
pub struct Held {
    pub month: NaiveDate,
    /// Which of the unit's places.
    pub place: usize,
    pub activity_id: Uuid,
    pub kind: Kind,
    pub visits: i64,
}

/// What of a unit's activities stands together in a month, so that its one-to-one work cannot be told from the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stands {
    Some(BTreeSet<Uuid>),
    /// All of these, which are not open.
    Rest(BTreeSet<Uuid>),
    All,
}

impl Stands {
    fn and(self, other: Stands) -> Stands {
        match (self, other) {
            (Stands::All, _) | (_, Stands::All) => Stands::All,
            (Stands::Some(a), Stands::Some(b)) => Stands::Some(a.into_iter().chain(b).collect()),
            (Stands::Rest(a), Stands::Some(b) | Stands::Rest(b)) | (Stands::Some(a), Stands::Rest(b)) => {
                Stands::Rest(a.into_iter().chain(b).collect())
            }
        }
    }
}

/// Months in which activities stand together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Together {
    months: BTreeMap<NaiveDate, Stands>,
}

impl Together {
    pub fn is_nothing(&self) -> bool {
        self.months.is_empty()
    }

    /// What an activity stands together with in a month.
    pub fn of(&self, month: NaiveDate, activity: Uuid) -> Option<&Stands> {
        self.months.get(&month).filter(|stands| match stands {
            Stands::All => true,
            Stands::Some(among) | Stands::Rest(among) => among.contains(&activity),
        })
    }
}

/// What stands together in the months a question touches, whatever else was asked: all of these months and places of the
/// unit, so that it is the same by either tree and through whosever branch.
pub async fn together(db: &Db, books: &Books, question: &Question) -> Result<Together> {
    let Some(unit_id) = question.path.ids().last().copied() else { return Ok(Together::default()) };
    let months = Period::months(question.period.from, question.period.last());
    let own = books.trees.stretches(Tree::Then, unit_id, &[], months);
    let own = own.iter().filter(|it| it.unit_id == unit_id);
    let mut held = Vec::new();
    for (place, it) in own.enumerate() {
        let days = (it.from, it.until);
        let facts = store::companions(db, question.network_id, unit_id, days, &books.terms).await?;
        held.extend(facts.into_iter().map(|(activity_id, fact)| Held {
            month: month_of(fact.date),
            place,
            activity_id,
            kind: fact.kind,
            visits: fact.creators + fact.participants + fact.audience,
        }));
    }
    let mut together = Together::default();
    let mut add = |month: NaiveDate, stands: Stands| {
        let stands = match together.months.remove(&month) {
            Some(other) => stands.and(other),
            None => stands,
        };
        together.months.insert(month, stands);
    };
    for ((month, _), stands) in stand_together(&held) {
        add(month, stands);
    }
    // Of months that go on, or are asked for in part, all does where there may be talks.
    let talks = |month: NaiveDate| {
        let mut held = held.iter().filter(|it| it.kind == Kind::OneToOne);
        books.talking.contains(&unit_id) || held.any(|it| it.month == month)
    };
    let period = question.period;
    let cut = super::sheets::months(period.from, period.until)
        .filter(|(month, from, until)| *from != *month || *until != *month + chrono::Months::new(1));
    cut.filter(|(month, ..)| talks(*month)).for_each(|(month, ..)| add(month, Stands::All));
    Ok(together)
}

/// What stands together of work that is not open, month by month and place by place, where there is one-to-one work.
pub fn stand_together(held: &[Held]) -> BTreeMap<(NaiveDate, usize), Stands> {
    let mut parts: BTreeMap<(NaiveDate, usize), Vec<&Held>> = BTreeMap::new();
    for it in held.iter().filter(|it| it.kind != Kind::Open) {
        parts.entry((it.month, it.place)).or_default().push(it);
    }
    let stands = |part: &[&Held]| {
        let mut among: BTreeSet<Uuid> =
            part.iter().filter(|it| it.kind == Kind::OneToOne).map(|it| it.activity_id).collect();
        if among.is_empty() {
            return None;
        }
        // Those that were there first come first, so that they stay the same from month to month.
        let mut groups: BTreeMap<Uuid, i64> = BTreeMap::new();
        for it in part.iter().filter(|it| it.kind == Kind::Group) {
            *groups.entry(it.activity_id).or_default() += it.visits;
        }
        let mut visits = 0;
        for (activity, more) in groups {
            if visits < FEW && more > 0 {
                visits += more;
                among.insert(activity);
            }
        }
        let rest = part.iter().filter(|it| it.kind != Kind::OneToOne).map(|it| it.visits).sum::<i64>();
        Some(match () {
            () if visits >= FEW => Stands::Some(among),
            () if rest >= FEW => Stands::Rest(part.iter().map(|it| it.activity_id).collect()),
            () => Stands::All,
        })
    };
    parts.into_iter().filter_map(|(key, part)| Some((key, stands(&part)?))).collect()
}
