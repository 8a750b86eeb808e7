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

/// What of a unit's activities stands together, so that its one-to-one work cannot be told from the rest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Together {
    /// These do, in every month.
    pub activities: BTreeSet<Uuid>,
    /// In these months all do.
    pub months: BTreeSet<NaiveDate>,
}

/// What stands together in the months a question touches, whatever else was asked: all of these months and places of the
/// unit, so that it is the same by either tree and through whosever branch.
pub async fn together(db: &Db, books: &Books, question: &Question) -> Result<Together> {
    let Some(unit_id) = question.path.ids().last().copied() else { return Ok(Together::default()) };
    let months = Period::months(question.period.from, question.period.last());
    let own = books.trees.stretches(Tree::Then, unit_id, &[], months);
    let own = own.into_iter().filter(|it| it.unit_id == unit_id);
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
    let mut together = stand_together(&held);
    // Of months that go on, or are asked for in part, all does where there may be talks.
    let talks = |month: NaiveDate| {
        let mut held = held.iter().filter(|it| it.kind == Kind::OneToOne);
        books.talking.contains(&unit_id) || held.any(|it| it.month == month)
    };
    let period = question.period;
    let cut = super::sheets::months(period.from, period.until)
        .filter(|(month, from, until)| *from != *month || *until != *month + chrono::Months::new(1));
    together.months.extend(cut.map(|(month, ..)| month).filter(|month| talks(*month)));
    Ok(together)
}

/// [`together`], month by month and place by place.
pub fn stand_together(held: &[Held]) -> Together {
    let mut parts: BTreeMap<(NaiveDate, usize), Vec<&Held>> = BTreeMap::new();
    for it in held {
        parts.entry((it.month, it.place)).or_default().push(it);
    }
    let mut together = Together::default();
    for ((month, _), part) in parts {
        let of = |kind: Kind| part.iter().filter(move |it| it.kind == kind);
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
