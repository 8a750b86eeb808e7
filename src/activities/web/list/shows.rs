//! Figures that a list can be opened from and that are not seen in what every line says: then each line says it.

use super::found::Found;
use crate::activities::store::list::Listed;
use crate::i18n::Words;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    Created,
    CreatedShare,
    CreatorsShare,
    FirstVisits,
    /// Opening hours, which overlapping activities have in common.
    Opening,
}

impl Shows {
    pub const ALL: [Shows; 5] =
        [Shows::Created, Shows::CreatedShare, Shows::CreatorsShare, Shows::FirstVisits, Shows::Opening];

    /// The code of the measure.
    pub fn code(self) -> &'static str {
        match self {
            Shows::Created => "created_min",
            Shows::CreatedShare => "created_share",
            Shows::CreatorsShare => "creators_share",
            Shows::FirstVisits => "first_visits",
            Shows::Opening => "opening_min",
        }
    }

    /// What is counted in a line: of a share what it is a share of stands there anyway.
    fn label(self, w: Words) -> String {
        w.tr(match self {
            Shows::Created | Shows::CreatedShare => "measure-created_min",
            Shows::CreatorsShare => "measure-creators",
            Shows::FirstVisits => "measure-first_visits",
            Shows::Opening => "measure-opening_min",
        })
    }

    /// What a line says of it; nothing where that was not counted.
    pub fn line(self, w: Words, entry: &Listed) -> Option<String> {
        let says = match self {
            Shows::Created | Shows::CreatedShare => w.length(entry.created_min),
            Shows::CreatorsShare => w.int(entry.visits.map(|_| entry.creators.unwrap_or(0))?),
            Shows::FirstVisits => w.int(entry.first_visits?),
            // Its hours stand there, and no line has opening hours of its own.
            Shows::Opening => return None,
        };
        Some(format!("{}: {says}", self.label(w)))
    }

    /// What all entries come to: label and figure.
    pub fn sum(self, w: Words, found: &Found) -> Option<(String, String)> {
        let totals = &found.totals;
        let says = match self {
            Shows::Created | Shows::CreatedShare => w.hours(totals.created_min),
            Shows::CreatorsShare => w.int(totals.creators),
            Shows::FirstVisits => w.int(totals.first_visits),
            Shows::Opening => w.hours(found.opening_min?),
        };
        Some((self.label(w), says))
    }
}
