//! What bodies of a plan's unit wrote down of their meetings, as a target takes it.

use chrono::NaiveDate;
use uuid::Uuid;

use super::joining::Dated;
use super::{Found, Lost};
use crate::bodies::{self, Called, Held};
use crate::db::{Db, Result};
use crate::i18n::Text18;
use crate::plan::document::{Evidence, Met};
use crate::plan::when;
use crate::units::Unit;

/// Meetings of one body, or of all bodies of a kind.
pub struct Sat {
    pub of: Met,
    /// What they are called.
    pub bodies: Vec<(Uuid, Text18)>,
    /// In the order of their days.
    pub meetings: Vec<Held>,
    /// From the first to the last day that was asked about; none where nothing of it has come.
    pub period: Option<(NaiveDate, NaiveDate)>,
}

impl Sat {
    /// Each meeting as what it counts; one of which nobody said how many were there counts none of them.
    pub fn dated(&self) -> Vec<Dated> {
        let number = |it: &Held| match self.of {
            Met::Meetings => Some(1),
            Met::Present => it.present,
        };
        self.meetings.iter().filter_map(|it| Some((it.held_on, number(it)?))).collect()
    }

    /// Of how many nobody said how many were there, where that is what counts.
    pub fn unsaid(&self) -> usize {
        self.meetings.len() - self.dated().len()
    }

    pub fn name(&self, body: Uuid) -> Option<&Text18> {
        self.bodies.iter().find(|(id, _)| *id == body).map(|(_, name)| name)
    }
}

/// Everything that the bodies of a unit wrote down.
#[derive(Default)]
pub struct Minutes {
    bodies: Vec<Called>,
    /// In the order of their days.
    held: Vec<Held>,
}

impl Minutes {
    pub async fn open(db: &Db, unit: &Unit) -> Result<Minutes> {
        let bodies = bodies::called(db, unit).await?;
        let ids: Vec<Uuid> = bodies.iter().map(|it| it.id).collect();
        let mut held = bodies::held(db, unit.network.id, &ids).await?;
        held.reverse();
        Ok(Minutes { bodies, held })
    }

    pub fn found(&self, evidence: &Evidence, year: i32, on: NaiveDate) -> Found {
        let Evidence::Meetings { body, name, of, .. } = evidence else { return Found::Hand };
        let days = when::days(evidence.when(), year);
        let of_kind = || self.bodies.iter().filter(|it| it.kind == *body);
        // A name may go to another body later: of its time are those that had met by its end.
        let by_then = |it: &&Called| {
            let met =
                |held: &Held| held.body_id == it.id && days.iter().any(|(_, last)| held.held_on <= *last);
            self.held.iter().any(met)
        };
        let mut meant = bodies::meant(of_kind().filter(by_then), name);
        if name.is_empty() {
            meant = of_kind().collect();
        } else if meant.is_empty() {
            meant = bodies::meant(of_kind(), name);
        }
        let meant: Vec<(Uuid, Text18)> = meant.iter().map(|it| (it.id, it.name.clone())).collect();
        if meant.is_empty() {
            return Found::Lost(Lost::Body(*body, name.clone()));
        }
        let over: Vec<(NaiveDate, NaiveDate)> =
            days.iter().copied().filter(|(from, _)| *from <= on).collect();
        let is_in = |day: NaiveDate| over.iter().any(|(from, last)| (*from..=*last).contains(&day));
        let of_them = |it: &&Held| meant.iter().any(|(id, _)| *id == it.body_id);
        let meetings = self.held.iter().filter(of_them).filter(|it| it.held_on <= on && is_in(it.held_on));
        Found::Meetings(Box::new(Sat {
            of: *of,
            meetings: meetings.cloned().collect(),
            period: over.first().zip(over.last()).map(|(first, last)| (first.0, last.1.min(on))),
            bodies: meant,
        }))
    }
}
