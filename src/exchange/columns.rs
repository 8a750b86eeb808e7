//! The columns of an entry in a wide table, one row an entry: what files given out are headed with, what files brought in
//! are matched with, and what the codebook explains. A heading is the column's code, in every language the same; a column
//! of codes is followed by one of their labels in the reader's language, which says nothing new.

use std::borrow::Cow;

use crate::activities::UNKNOWN;
use crate::vocabulary::{Gender, Part};

/// The end of the heading of a column of labels.
pub const LABEL: &str = "_label";

/// Between a part's code and an age band's.
const AGE: &str = "age_";

/// One column. An empty cell is not recorded; 0 is none.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    Entry,
    Version,
    Unit,
    Activity,
    Kind,
    PlaceKind,
    Project,
    MainTag,
    MainField,
    /// Codes with spaces between, as the next two.
    FurtherTags,
    FurtherFields,
    /// What a one-to-one talk was about.
    Topics,
    Status,
    CancelReason,
    /// YYYY-MM-DD, the day it began.
    Date,
    /// HH:MM, as the next one; an end at or before the start is on the next day.
    Start,
    End,
    /// Real minutes: where the clock changed they are not what start and end seem to say, and they are what counts.
    DurationMin,
    CreatedMin,
    /// All heads of a part.
    Total(Part),
    /// Its heads by gender, and by code of the age band or [`UNKNOWN`]: each margin sums to the total.
    Gender(Part, Gender),
    Age(Part, String),
    FirstVisits,
    StaffCount,
    StaffMin,
    PrepMin,
    VolunteerCount,
    VolunteerMin,
    CountMethod,
    /// 1 where the heads were taken over from last time, else 0.
    CopiedCounts,
    /// An id that the days of one camp, exchange or training share.
    Series,
    Note,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    Id,
    Code,
    Codes,
    Date,
    Time,
    Minutes,
    PersonMinutes,
    Heads,
    Number,
    YesNo,
    Text,
}

impl Holds {
    pub fn code(self) -> &'static str {
        match self {
            Holds::Id => "id",
            Holds::Code => "code",
            Holds::Codes => "codes",
            Holds::Date => "date",
            Holds::Time => "time",
            Holds::Minutes => "min",
            Holds::PersonMinutes => "person_min",
            Holds::Heads => "heads",
            Holds::Number => "count",
            Holds::YesNo => "yes_no",
            Holds::Text => "text",
        }
    }
}

const BEFORE: [Column; 19] = [
    Column::Entry,
    Column::Version,
    Column::Unit,
    Column::Activity,
    Column::Kind,
    Column::PlaceKind,
    Column::Project,
    Column::MainTag,
    Column::MainField,
    Column::FurtherTags,
    Column::FurtherFields,
    Column::Topics,
    Column::Status,
    Column::CancelReason,
    Column::Date,
    Column::Start,
    Column::End,
    Column::DurationMin,
    Column::CreatedMin,
];

const BEHIND: [Column; 10] = [
    Column::FirstVisits,
    Column::StaffCount,
    Column::StaffMin,
    Column::PrepMin,
    Column::VolunteerCount,
    Column::VolunteerMin,
    Column::CountMethod,
    Column::CopiedCounts,
    Column::Series,
    Column::Note,
];

/// Parts in the order of the columns: the largest first.
pub const PARTS: [Part; 3] = [Part::Participant, Part::Creator, Part::Audience];

impl Column {
    /// Every column, in the order files have them. `bands` are the codes of the age bands in use.
    pub fn all(bands: &[String]) -> Vec<Column> {
        let mut all = BEFORE.to_vec();
        for part in PARTS {
            all.push(Column::Total(part));
            all.extend(Gender::ALL.iter().map(|gender| Column::Gender(part, *gender)));
            all.extend(bands.iter().map(|band| Column::Age(part, band.clone())));
            all.push(Column::Age(part, UNKNOWN.to_owned()));
        }
        all.extend(BEHIND);
        all
    }

    /// The heading.
    pub fn code(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Column::Entry => "entry",
            Column::Version => "version",
            Column::Unit => "unit",
            Column::Activity => "activity",
            Column::Kind => "kind",
            Column::PlaceKind => "place_kind",
            Column::Project => "project",
            Column::MainTag => "main_tag",
            Column::MainField => "main_field",
            Column::FurtherTags => "further_tags",
            Column::FurtherFields => "further_fields",
            Column::Topics => "topics",
            Column::Status => "status",
            Column::CancelReason => "cancel_reason",
            Column::Date => "date",
            Column::Start => "start",
            Column::End => "end",
            Column::DurationMin => "duration_min",
            Column::CreatedMin => "created_min",
            Column::Total(part) => part.code(),
            Column::Gender(part, gender) => {
                return Cow::Owned(format!("{}_{}", part.code(), gender.code()));
            }
            Column::Age(part, band) => return Cow::Owned(format!("{}_{AGE}{band}", part.code())),
            Column::FirstVisits => "first_visits",
            Column::StaffCount => "staff_count",
            Column::StaffMin => "staff_min",
            Column::PrepMin => "prep_min",
            Column::VolunteerCount => "volunteer_count",
            Column::VolunteerMin => "volunteer_min",
            Column::CountMethod => "count_method",
            Column::CopiedCounts => "copied_counts",
            Column::Series => "series",
            Column::Note => "note",
        })
    }

    /// The column that a heading means. Labels are no column of their own.
    pub fn from_code(code: &str) -> Option<Column> {
        if let Some(fixed) = BEFORE.into_iter().chain(BEHIND).find(|column| column.code() == code) {
            return Some(fixed);
        }
        PARTS.into_iter().find_map(|part| {
            let member = match code.strip_prefix(part.code())? {
                "" => return Some(Column::Total(part)),
                rest => rest.strip_prefix('_')?,
            };
            match member.strip_prefix(AGE) {
                Some("") => None,
                Some(band) => Some(Column::Age(part, band.to_owned())),
                None => Gender::from_code(member).map(|gender| Column::Gender(part, gender)),
            }
        })
    }

    /// Whether a column of labels follows.
    pub fn is_labelled(&self) -> bool {
        self.holds() == Holds::Code
    }

    /// The headings of the column and of the labels behind it.
    pub fn headings(&self) -> impl Iterator<Item = Cow<'static, str>> {
        let code = self.code();
        let label = self.is_labelled().then(|| Cow::Owned(format!("{code}{LABEL}")));
        std::iter::once(code).chain(label)
    }

    pub fn holds(&self) -> Holds {
        match self {
            Column::Entry | Column::Series => Holds::Id,
            Column::Unit
            | Column::Activity
            | Column::Kind
            | Column::PlaceKind
            | Column::Project
            | Column::MainTag
            | Column::MainField
            | Column::Status
            | Column::CancelReason
            | Column::CountMethod => Holds::Code,
            Column::FurtherTags | Column::FurtherFields | Column::Topics => Holds::Codes,
            Column::Date => Holds::Date,
            Column::Start | Column::End => Holds::Time,
            Column::DurationMin | Column::CreatedMin => Holds::Minutes,
            Column::StaffMin | Column::PrepMin | Column::VolunteerMin => Holds::PersonMinutes,
            Column::Total(_) | Column::Gender(..) | Column::Age(..) | Column::FirstVisits => Holds::Heads,
            Column::Version | Column::StaffCount | Column::VolunteerCount => Holds::Number,
            Column::CopiedCounts => Holds::YesNo,
            Column::Note => Holds::Text,
        }
    }

    /// What colleagues and volunteers spent is for those who lead them.
    pub fn is_about_staff(&self) -> bool {
        matches!(
            self,
            Column::StaffCount
                | Column::StaffMin
                | Column::PrepMin
                | Column::VolunteerCount
                | Column::VolunteerMin
        )
    }
}

/// Whether a spreadsheet might take the text for a formula, also after marks that were put before it.
fn acts(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// A mark before it makes a formula plain text; whoever reads the file again takes it off.
pub fn guarded(text: &str) -> Cow<'_, str> {
    if acts(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}
