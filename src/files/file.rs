//! A picture beside an entry, and what may be done with it.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::form::{Wrong, tidy};

/// The most pictures of one entry.
pub const MOST: usize = 12;
/// Characters of a caption.
pub const LONGEST: usize = 300;

/// One that is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    pub id: Uuid,
    pub entry_id: Uuid,
    pub used: Use,
    /// Who said when that everybody agreed.
    pub consent: Option<(Option<Uuid>, DateTime<Utc>)>,
    pub width: i64,
    pub height: i64,
    pub added_by: Option<Uuid>,
    pub added_at: DateTime<Utc>,
}

/// What it is for, and what it shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Use {
    pub proof: bool,
    /// May be told in reports.
    pub story: bool,
    /// Somebody can be recognised.
    pub people: bool,
    /// Everyone who can be recognised has agreed in writing.
    pub agreed: bool,
    pub caption: String,
}

/// A picture that a report shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Captioned {
    pub id: Uuid,
    pub entry_id: Uuid,
    pub caption: String,
    pub width: i64,
    pub height: i64,
}

/// What a form says of a picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    pub proof: bool,
    pub story: bool,
    pub people: bool,
    pub agreed: bool,
    pub caption: String,
}

impl Typed {
    /// What is meant by it, as far as it holds, and what is wrong with the rest. A picture that may not be told as it stands
    /// proves what took place: so none that somebody brought is lost over its words. `stands`: the caption it has.
    pub fn read(&self, stands: &str) -> (Use, Vec<Wrong>) {
        let mut caption = tidy(&self.caption);
        let mut wrong = Vec::new();
        if caption.chars().count() > LONGEST {
            let n = i64::try_from(LONGEST).unwrap_or(i64::MAX);
            wrong.push(Wrong::new("caption", "file-caption-long").arg("n", n));
            caption = stands.to_owned();
        }
        // Whoever hears the report instead of seeing it gets the caption.
        if self.story && wrong.is_empty() && caption.is_empty() {
            wrong.push(Wrong::new("caption", "file-caption-missing"));
        }
        if self.story && self.people && !self.agreed {
            wrong.push(Wrong::new("agreed", "file-consent-missing"));
        }
        if !self.proof && !self.story {
            wrong.push(Wrong::new("proof", "file-use-missing"));
        }
        let holds = wrong.is_empty();
        let used = Use {
            proof: self.proof || !holds,
            story: self.story && holds,
            people: self.people,
            agreed: self.people && self.agreed,
            caption,
        };
        (used, wrong)
    }
}

impl From<&Use> for Typed {
    fn from(it: &Use) -> Typed {
        Typed {
            proof: it.proof,
            story: it.story,
            people: it.people,
            agreed: it.agreed,
            caption: it.caption.clone(),
        }
    }
}

/// What a picture is called where somebody keeps it: nothing of what it shows.
pub fn name(id: Uuid) -> String {
    format!("{}.jpg", id.simple())
}
