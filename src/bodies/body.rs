//! Bodies, those who sit in them, and meetings, as plain values; and how bodies stand in one another.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::i18n::Text18;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Council,
    ExpertCouncil,
    /// All members of the network together.
    Assembly,
    /// People of municipalities, who look at what the network does in their region.
    RegionalCommittee,
    WorkingGroup,
}

impl Kind {
    pub const ALL: [Kind; 5] =
        [Kind::Council, Kind::ExpertCouncil, Kind::Assembly, Kind::RegionalCommittee, Kind::WorkingGroup];

    pub fn code(self) -> &'static str {
        match self {
            Kind::Council => "council",
            Kind::ExpertCouncil => "expert_council",
            Kind::Assembly => "assembly",
            Kind::RegionalCommittee => "regional_committee",
            Kind::WorkingGroup => "working_group",
        }
    }

    pub fn from_code(code: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// What somebody is in a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Seat {
    Leads,
    Member,
    /// Keeps the minutes.
    Minutes,
}

impl Seat {
    pub const ALL: [Seat; 3] = [Seat::Leads, Seat::Member, Seat::Minutes];

    pub fn code(self) -> &'static str {
        match self {
            Seat::Leads => "leads",
            Seat::Member => "member",
            Seat::Minutes => "minutes",
        }
    }

    pub fn from_code(code: &str) -> Option<Seat> {
        Seat::ALL.into_iter().find(|seat| seat.code() == code)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    pub kind: Kind,
    pub name: Text18,
    /// The body that it stands in.
    pub within: Option<Uuid>,
}

/// Who sits in a body, in which role, and for how long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    pub seat: Seat,
    pub from_on: NaiveDate,
    /// First day on which they are no member any more.
    pub until_on: Option<NaiveDate>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    pub held_on: NaiveDate,
    pub place: String,
    /// How many were there.
    pub present: Option<i64>,
    pub minutes: String,
    /// One a line.
    pub decisions: Vec<String>,
}

/// Whether a body would stand in itself if it stood in `within`: (body, what it stands in) of all others.
pub fn round(all: &[(Uuid, Option<Uuid>)], id: Uuid, within: Uuid) -> bool {
    let mut at = Some(within);
    // As many steps as there are bodies lead to the top, or lead round.
    for _ in 0..=all.len() {
        match at {
            None => return false,
            Some(it) if it == id => return true,
            Some(it) => at = all.iter().find(|(known, _)| *known == it).and_then(|(_, above)| *above),
        }
    }
    true
}

/// Places of bodies in the order in which they are read, each with how many it stands in; those that stand in one that is not
/// there come first in no other.
pub fn in_order(all: &[(Uuid, Option<Uuid>)]) -> Vec<(usize, usize)> {
    let known = |within: &Option<Uuid>| within.filter(|it| all.iter().any(|(id, _)| id == it));
    let mut order: Vec<(usize, usize)> = Vec::with_capacity(all.len());
    let below = |above: Option<Uuid>, depth: usize| {
        let of = all.iter().enumerate().filter(move |(_, (_, within))| known(within) == above);
        of.map(|(at, _)| (at, depth)).rev().collect::<Vec<_>>()
    };
    let mut todo = below(None, 0);
    while let Some((at, depth)) = todo.pop() {
        order.push((at, depth));
        todo.extend(below(Some(all[at].0), depth + 1));
    }
    order
}
