//! A support visit as it was typed.

use chrono::NaiveDate;
use uuid::Uuid;

use super::store::visits::{NewVisit, SupportVisit};
use crate::form::Wrong;

/// The longest text about a visit, in characters.
pub const LONGEST: usize = 4_000;

/// What was typed. Whatever is kept is shown again where something is wrong.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    pub visited_on: String,
    pub note: String,
    pub agreed: String,
    pub follow_up_on: String,
}

/// A text of several lines as people meant it; none where there is nothing in it.
fn text(typed: &str) -> Option<String> {
    let text = typed.replace("\r\n", "\n");
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

impl NewVisit {
    /// Whether a visit that was put down says just this.
    pub fn is_said_by(&self, there: &SupportVisit) -> bool {
        (self.visited_on, &self.note, &self.agreed, self.follow_up_on)
            == (there.visited_on, &there.note, &there.agreed, there.follow_up_on)
    }
}

impl Typed {
    /// The form that shows a visit.
    pub fn of(it: &SupportVisit) -> Typed {
        Typed {
            visited_on: it.visited_on.to_string(),
            note: it.note.clone(),
            agreed: it.agreed.clone().unwrap_or_default(),
            follow_up_on: it.follow_up_on.map_or_else(String::new, |day| day.to_string()),
        }
    }

    /// The visit meant, by somebody, to a unit that opened on a day.
    pub fn read(
        &self,
        (id, unit_id, by): (Uuid, Uuid, Uuid),
        (opened_on, today): (NaiveDate, NaiveDate),
    ) -> Result<NewVisit, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let day = |typed: &str| typed.trim().parse::<NaiveDate>().ok();
        let visited_on = day(&self.visited_on);
        match visited_on {
            None => wrong.push(Wrong::new("visited_on", "watch-visit-day-missing")),
            Some(on) if on > today => wrong.push(Wrong::new("visited_on", "watch-visit-day-ahead")),
            Some(on) if on < opened_on => {
                wrong.push(Wrong::new("visited_on", "watch-visit-day-before").arg("day", opened_on))
            }
            Some(_) => {}
        }
        let (note, agreed) = (text(&self.note), text(&self.agreed));
        if note.is_none() {
            wrong.push(Wrong::new("note", "watch-visit-note-missing"));
        }
        let most = i64::try_from(LONGEST).unwrap_or(i64::MAX);
        for (field, text) in [("note", &note), ("agreed", &agreed)] {
            if text.as_ref().is_some_and(|text| text.chars().count() > LONGEST) {
                wrong.push(Wrong::new(field, "watch-visit-long").arg("n", most));
            }
        }
        let follow_up_on = day(&self.follow_up_on);
        if follow_up_on.is_none() && !self.follow_up_on.trim().is_empty() {
            wrong.push(Wrong::new("follow_up_on", "watch-visit-day-missing"));
        }
        // A year is long; what lies further ahead is a slip.
        let ahead = today.checked_add_months(chrono::Months::new(24)).unwrap_or(today);
        if follow_up_on.zip(visited_on).is_some_and(|(again, on)| again <= on || again > ahead) {
            wrong.push(Wrong::new("follow_up_on", "watch-visit-again-when"));
        }
        match (visited_on, note) {
            (Some(visited_on), Some(note)) if wrong.is_empty() => {
                Ok(NewVisit { id, unit_id, visited_on, by, note, agreed, follow_up_on })
            }
            _ => Err(wrong),
        }
    }
}
