//! Figures that a list can be opened from and that are not seen in what every line says: then each line says it.

use crate::activities::store::list::{Listed, Totals};
use crate::i18n::Words;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    Created,
    CreatedShare,
    CreatorsShare,
    FirstVisits,
}

impl Shows {
    pub const ALL: [Shows; 4] =
        [Shows::Created, Shows::CreatedShare, Shows::CreatorsShare, Shows::FirstVisits];

    /// The code of the measure.
    pub fn code(self) -> &'static str {
        match self {
            Shows::Created => "created_min",
            Shows::CreatedShare => "created_share",
            Shows::CreatorsShare => "creators_share",
            Shows::FirstVisits => "first_visits",
        }
    }

    /// What is counted in a line: of a share what it is a share of stands there anyway.
    fn label(self, w: Words) -> String {
        w.tr(match self {
            Shows::Created | Shows::CreatedShare => "measure-created_min",
            Shows::CreatorsShare => "measure-creators",
            Shows::FirstVisits => "measure-first_visits",
        })
    }

    /// What a line says of it; nothing where that was not counted.
    pub fn line(self, w: Words, entry: &Listed) -> Option<String> {
        let says = match self {
            Shows::Created | Shows::CreatedShare => w.length(entry.created_min),
            Shows::CreatorsShare => w.int(entry.visits.map(|_| entry.creators.unwrap_or(0))?),
            Shows::FirstVisits => w.int(entry.first_visits?),
        };
        Some(format!("{}: {says}", self.label(w)))
    }

    /// What all entries come to: label and figure.
    pub fn sum(self, w: Words, totals: &Totals) -> (String, String) {
        let says = match self {
            Shows::Created | Shows::CreatedShare => w.hours(totals.created_min),
            Shows::CreatorsShare => w.int(totals.creators),
            Shows::FirstVisits => w.int(totals.first_visits),
        };
        (self.label(w), says)
    }
}
