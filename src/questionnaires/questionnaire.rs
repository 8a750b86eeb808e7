//! A questionnaire and its versions.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::content::Content;
use crate::i18n::Text18;
use crate::vocabulary::Kind;

/// The kinds of activity that young people are asked about: of one-to-one talks nobody asks in writing.
pub const KINDS: [Kind; 4] = [Kind::Open, Kind::Group, Kind::Project, Kind::Event];

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Questionnaire {
    pub id: Uuid,
    /// In addresses and files.
    pub code: String,
    pub name: Text18,
    pub kind: Kind,
    /// From this day on it is not offered.
    pub retired_on: Option<NaiveDate>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    pub id: Uuid,
    pub questionnaire_id: Uuid,
    /// 1, 2, 3 …
    pub number: i64,
    pub content: Content,
    pub changed_at: DateTime<Utc>,
    /// When it was finished: from then on it never changes.
    pub locked_at: Option<DateTime<Utc>>,
}
