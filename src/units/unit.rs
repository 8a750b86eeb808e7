//! A network and its units, as plain values.

use chrono::NaiveDate;
use chrono_tz::Tz;
use uuid::Uuid;

use crate::access::{Grant, Me, Path, Place, RoleKind};
use crate::i18n::{Lang, Text18};

/// The longest name or place, in characters.
pub const LONGEST_NAME: usize = 200;

/// A network of units that count with the same words.
#[derive(Clone, Debug, PartialEq)]
pub struct Network {
    pub id: Uuid,
    pub code: String,
    pub languages: Vec<String>,
    pub zone: Tz,
    pub country: String,
    /// Month and day the school year begins.
    pub school_year_start: (u32, u32),
    /// How often its units had changed when this was read.
    pub units_seq: i64,
}

/// A unit as it stands on the day asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    pub network: Network,
    pub id: Uuid,
    pub code: String,
    pub kind: String,
    pub may_record: bool,
    pub name: Text18,
    pub place: Option<String>,
    pub zone: Tz,
    pub opened_on: NaiveDate,
    /// First day it is no longer open.
    pub closed_on: Option<NaiveDate>,
    pub parent_id: Option<Uuid>,
    pub path: Path,
}

/// Somebody who sees figures of this unit and nothing more. What is handed on, and what everybody of a branch reads, is made of
/// what they see.
pub fn viewer_of(unit: &Unit) -> Me {
    Me {
        id: Uuid::nil(),
        mail: String::new(),
        name: String::new(),
        lang: Lang::En,
        grants: vec![unit.grant(RoleKind::Viewer)],
        session: Vec::new(),
    }
}

impl Unit {
    /// A role on it and everything below.
    pub fn grant(&self, kind: RoleKind) -> Grant {
        Grant {
            kind,
            network_id: self.network.id,
            network: self.network.code.clone(),
            unit_id: self.id,
            unit: self.code.clone(),
            unit_name: self.name.clone(),
            path: self.path.clone(),
        }
    }

    /// Where it is, as far as permission goes.
    pub fn as_place(&self) -> Place {
        Place {
            network_id: self.network.id,
            path: self.path.clone(),
            name: self.name.clone(),
            network: self.network.code.clone(),
            unit: self.code.clone(),
        }
    }

    pub fn open_on(&self, date: NaiveDate) -> bool {
        self.opened_on <= date && self.closed_on.is_none_or(|closed| date < closed)
    }

    /// The address of its pages: `/units/NETWORK/CODE`.
    pub fn address(&self) -> String {
        format!("/units/{}/{}", self.network.code, self.code)
    }
}

/// A kind of unit, as a network names it.
#[derive(Clone, Debug)]
pub struct Kind {
    pub code: String,
    pub name: Text18,
    pub may_record: bool,
    /// From this day on no new unit is of this kind.
    pub retired_on: Option<NaiveDate>,
}

/// A unit about to be added to the tree.
#[derive(Clone, Debug)]
pub struct NewUnit {
    pub id: Uuid,
    pub code: String,
    pub kind: String,
    pub name: Text18,
    pub place: Option<String>,
    pub opened_on: NaiveDate,
}

/// The kinds a new network begins with.
pub fn standard_kinds() -> Vec<Kind> {
    [
        ("network", "Mreža", "Network", false),
        ("municipality", "Občina", "Municipality", false),
        ("organisation", "Organizacija", "Organisation", true),
        ("centre", "Mladinski center", "Youth centre", true),
        ("national_organisation", "Nacionalna organizacija", "National organisation", true),
    ]
    .map(|(code, sl, en, may_record)| Kind {
        code: code.into(),
        name: Text18::two(sl, en),
        may_record,
        retired_on: None,
    })
    .into()
}
