//! Words that are fixed in every network (kinds, parts, gender), and those a network keeps itself (terms, age bands).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::i18n::Text18;

/// A fixed list of codes: what is stored, what files show, and the end of the translation key.
macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $code)] $variant),* }
        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$variant),*];
            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $code),* }
            }
            pub fn from_code(code: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|it| it.code() == code)
            }
        }
    };
}

codes! {
    /// What kind of youth work it is.
    Kind { Open = "open", Group = "group", Project = "project", Event = "event", OneToOne = "one_to_one" }
}
codes! {
    /// Where it happens.
    PlaceKind { OnSite = "on_site", Online = "online", Both = "both", Street = "street" }
}
codes! {
    /// What young people were in it. Nobody is counted in two parts.
    Part {
        /// Planned, made, organised, performed or led.
        Creator = "creator",
        Participant = "participant",
        /// Watched or listened.
        Audience = "audience",
    }
}
codes! {
    Gender {
        Girl = "girl",
        Boy = "boy",
        NonBinary = "non_binary",
        /// Asked, did not say.
        NotStated = "not_stated",
        /// Not recorded.
        Unknown = "unknown",
    }
}
codes! {
    /// Lists of terms.
    Vocabulary {
        Tag = "tag",
        Field = "field",
        /// Why something was called off.
        Reason = "reason",
        /// What a one-to-one talk was about: all that is kept of it.
        Topic = "topic",
    }
}

/// A word of one of the network's lists.
#[derive(Clone, Debug)]
pub struct Term {
    pub id: Uuid,
    pub vocabulary: Vocabulary,
    pub code: String,
    pub label: Text18,
    /// From this day on it is no longer offered.
    pub retired_on: Option<NaiveDate>,
    /// What took its place.
    pub replaced_by: Option<Uuid>,
}

/// Ages from `min_age` to `max_age`, both inside; open above where there is no last one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgeBand {
    pub code: String,
    pub min_age: i64,
    pub max_age: Option<i64>,
}

impl AgeBand {
    /// The band that a code stands for: `13-14`, `30+`.
    pub fn from_code(code: &str) -> Option<AgeBand> {
        let (min, max) = match code.strip_suffix('+') {
            Some(min) => (min, None),
            None => code.split_once('-').map(|(min, max)| (min, Some(max)))?,
        };
        let max_age = max.map(str::parse).transpose().ok()?;
        Some(AgeBand { code: code.to_owned(), min_age: min.parse().ok()?, max_age })
    }

    /// How it is written: 13–14, 30+.
    pub fn label(&self) -> String {
        match self.max_age {
            Some(max) => format!("{}–{max}", self.min_age),
            None => format!("{}+", self.min_age),
        }
    }
}

/// Something that activities of any unit may be part of.
#[derive(Clone, Debug)]
pub struct Project {
    pub id: Uuid,
    pub code: String,
    pub name: Text18,
    pub from_on: NaiveDate,
    pub until_on: Option<NaiveDate>,
    pub programme: Option<String>,
    /// Who brought it in and keeps it.
    pub owner_unit_id: Uuid,
}

impl Project {
    /// The last day of it, where there is one.
    pub fn last_on(&self) -> Option<NaiveDate> {
        self.until_on.and_then(|until| until.pred_opt())
    }
}
