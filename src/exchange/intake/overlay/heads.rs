//! Heads and created time of a row.

use super::Under;
use crate::activities::{Entry, HeadsError, TypedHeads, UNKNOWN};
use crate::exchange::columns::Column;
use crate::exchange::intake::heading::Meaning;
use crate::exchange::intake::line::Created;
use crate::exchange::intake::problem::Problem;
use crate::vocabulary::{Gender, Part};

impl Under<'_> {
    pub(super) fn heads(&self, entry: &mut Entry, wrong: &mut Vec<Problem>) {
        let mut line = self.line().clone();
        if let Err((visits, parts)) = line.spread_visits() {
            let problem = self.source.problem(self.at, Some(&Meaning::Visits), "import-visits-differ");
            wrong.push(problem.arg("visits", visits).arg("parts", parts));
            return;
        }
        let bands = self.ground.bands.iter().rev().find(|(from, _)| *from <= line.date);
        for part in Part::ALL {
            let mut typed = std::mem::take(&mut line.heads[*part as usize]);
            if typed.is_empty() {
                continue;
            }
            let is_band = |code: &str| {
                code == UNKNOWN || bands.is_some_and(|(_, bands)| bands.iter().any(|band| band.code == code))
            };
            if let Some(code) = typed.age.keys().find(|code| !is_band(code)) {
                let what = Column::Age(*part, code.clone());
                wrong.push(self.told(what, "import-band-unknown").arg("it", code.clone()));
                continue;
            }
            keep_margins(&mut typed, entry, *part);
            let total = typed.total.unwrap_or(0);
            match typed.heads() {
                Ok(heads) => entry.counts.set(*part, heads),
                Err(error) => wrong.push(match error {
                    HeadsError::Negative => self.at_heads(*part, "entry-problem-negative"),
                    HeadsError::Impossible => self.at_heads(*part, "entry-problem-impossible"),
                    HeadsError::GenderOverTotal(sum) => {
                        self.at_heads(*part, "entry-problem-gender-over").arg("sum", sum).arg("total", total)
                    }
                    HeadsError::AgeOverTotal(sum) => {
                        self.at_heads(*part, "entry-problem-age-over").arg("sum", sum).arg("total", total)
                    }
                }),
            }
        }
    }

    /// Told at the total, or at the first class where only those were counted.
    fn at_heads(&self, part: Part, key: &'static str) -> Problem {
        if self.line().visits.is_some() && !self.has(Column::Total(part)) {
            return self.source.problem(self.at, Some(&Meaning::Visits), key);
        }
        let classes = Gender::ALL.iter().map(|gender| Column::Gender(part, *gender));
        let column = [Column::Total(part)].into_iter().chain(classes).find(|it| self.has(it.clone()));
        match column {
            Some(column) => self.told(column, key),
            None => self.source.problem(self.at, Some(&Meaning::Visits), key),
        }
    }

    #[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss)]
    pub(super) fn created(&self, entry: &mut Entry) {
        match self.line().created {
            Some(Created::Minutes(minutes)) => entry.created_min = minutes,
            Some(Created::Share(share)) => {
                entry.created_min = (entry.duration_min as f64 * share).round() as i64;
            }
            None => {}
        }
    }
}

/// What the file says nothing of stays as it stands, where it still fits the total.
fn keep_margins(typed: &mut TypedHeads, entry: &Entry, part: Part) {
    let Some(stands) = entry.counts.of(part) else { return };
    let (gender, age): (i64, i64) = (typed.gender.values().sum(), typed.age.values().sum());
    if typed.total.is_none()
        && typed.gender.is_empty() != typed.age.is_empty()
        && gender.max(age) == stands.total
    {
        typed.total = Some(stands.total);
    }
    let total = typed.total.unwrap_or(gender.max(age));
    if typed.gender.is_empty() && total == stands.total {
        typed.gender = stands.gender.clone();
        typed.gender.remove(&Gender::Unknown);
    }
    if typed.age.is_empty() && total == stands.total {
        typed.age = stands.age.clone();
        typed.age.remove(UNKNOWN);
    }
}
