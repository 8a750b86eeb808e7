//! An entry as one row.

use chrono_tz::Tz;
use uuid::Uuid;

use super::lexicon::{Lexicon, Named};
use super::sheet::{Cell, Stop};
use crate::activities::{self, Entry, UNKNOWN};
use crate::clock;
use crate::exchange::columns::{Column, PARTS};
use crate::vocabulary::Vocabulary;

/// What somebody may see of entries, beside what all who see them may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sees {
    /// Somebody who sees what colleagues and volunteers spent only of entries they recorded themselves.
    pub only_own_staff: Option<Uuid>,
    pub notes: bool,
}

impl Sees {
    /// Whether what was spent on an entry of this author is told.
    pub fn staff_of(&self, made_by: Option<Uuid>) -> bool {
        self.only_own_staff.is_none_or(|me| made_by == Some(me))
    }
}

/// The columns of an export for somebody.
pub fn columns(lexicon: &Lexicon, sees: Sees) -> Vec<Column> {
    let mut columns = Column::all(&lexicon.band_codes());
    // What one young person talked about is no less theirs than a note.
    columns.retain(|column| sees.notes || !matches!(column, Column::Note | Column::Topics));
    columns
}

pub fn headings(columns: &[Column]) -> Vec<String> {
    columns.iter().flat_map(|column| column.headings().map(String::from).collect::<Vec<_>>()).collect()
}

/// Fills `row` with the cells of an entry, a label behind each code; what was spent on it only with `staff`.
///
/// # Errors
/// Where it holds heads of an age band that the network never had: a file without them would not come to its own totals.
pub fn row<'a>(
    lexicon: &'a Lexicon,
    columns: &[Column],
    (version, staff): (i64, bool),
    entry: &'a Entry,
    row: &mut Vec<Cell<'a>>,
) -> Result<(), Stop> {
    row.clear();
    let mut ages = 0;
    for column in columns {
        let (cell, label) = match column {
            Column::Unit => pair(lexicon.unit(entry.unit_id, entry.local_date)),
            Column::Activity => named(lexicon.activities.get(&entry.activity_id)),
            Column::Kind => pair(Some((entry.kind.code(), lexicon.kind(entry.kind)))),
            Column::PlaceKind => pair(Some((entry.place_kind.code(), lexicon.place_kind(entry.place_kind)))),
            Column::Project => named(entry.project.and_then(|id| lexicon.projects.get(&id))),
            Column::MainTag => term(lexicon, entry.main_tag),
            Column::MainField => term(lexicon, entry.main_field),
            Column::Status => pair(Some((entry.status.code(), lexicon.status(entry.status)))),
            Column::CancelReason => term(lexicon, entry.cancel_reason),
            Column::CountMethod => {
                pair(Some((entry.count_method.code(), lexicon.method(entry.count_method))))
            }
            Column::Age(part, band) => {
                let found = entry.counts.of(*part).map(|heads| heads.age.get(band));
                ages += usize::from(matches!(found, Some(Some(_))));
                row.push(found.map_or(Cell::Empty, |n| Cell::Int(n.copied().unwrap_or(0))));
                continue;
            }
            spent if spent.is_about_staff() && !staff => {
                row.push(Cell::Empty);
                continue;
            }
            plain => {
                row.push(plain_cell(lexicon, plain, version, entry));
                continue;
            }
        };
        row.extend([cell, label]);
    }
    let counted: usize = PARTS.iter().filter_map(|part| entry.counts.of(*part)).map(|it| it.age.len()).sum();
    if ages < counted {
        return Err(Stop::Failed(format!("entry {} counts heads of ages that no set has", entry.id)));
    }
    Ok(())
}

fn pair<'a>(named: Option<(&'a str, &'a str)>) -> (Cell<'a>, Cell<'a>) {
    named.map_or((Cell::Empty, Cell::Empty), |(code, label)| (Cell::text(code), Cell::text(label)))
}

fn named(named: Option<&Named>) -> (Cell<'_>, Cell<'_>) {
    pair(named.map(|it| (it.code.as_str(), it.label.as_str())))
}

fn term(lexicon: &Lexicon, id: Option<Uuid>) -> (Cell<'_>, Cell<'_>) {
    named(id.and_then(|id| lexicon.terms.get(&id)).map(|word| &word.named))
}

fn plain_cell<'a>(lexicon: &Lexicon, column: &Column, version: i64, entry: &'a Entry) -> Cell<'a> {
    match column {
        Column::Entry => Cell::Id(entry.id),
        Column::Version => Cell::Int(version),
        Column::FurtherTags => further(lexicon, entry, Vocabulary::Tag),
        Column::FurtherFields => further(lexicon, entry, Vocabulary::Field),
        Column::Topics => further(lexicon, entry, Vocabulary::Topic),
        Column::Date => Cell::Day(entry.local_date),
        Column::Start => entry.start_min.map_or(Cell::Empty, Cell::Clock),
        Column::End => end(lexicon, entry).map_or(Cell::Empty, Cell::Clock),
        Column::DurationMin => Cell::Int(entry.duration_min),
        Column::CreatedMin => Cell::Int(entry.created_min),
        Column::Total(part) => Cell::maybe(entry.counts.of(*part).map(|heads| heads.total)),
        Column::Gender(part, gender) => {
            Cell::maybe(entry.counts.of(*part).map(|heads| heads.gender.get(gender).copied().unwrap_or(0)))
        }
        Column::FirstVisits => Cell::maybe(entry.first_visits),
        Column::StaffCount => Cell::maybe(entry.staff_count),
        Column::StaffMin => Cell::maybe(entry.staff_min),
        Column::PrepMin => Cell::maybe(entry.prep_min),
        Column::VolunteerCount => Cell::maybe(entry.volunteer_count),
        Column::VolunteerMin => Cell::maybe(entry.volunteer_min),
        Column::CopiedCounts => Cell::Int(i64::from(entry.copied_counts)),
        Column::Series => entry.series_id.map_or(Cell::Empty, Cell::Id),
        Column::Note => entry.note.as_deref().map_or(Cell::Empty, Cell::text),
        // What has a label or is an age stands in `row`.
        _ => Cell::Empty,
    }
}

/// Codes of the further terms of one list, in the order of their codes.
fn further<'a>(lexicon: &Lexicon, entry: &Entry, list: Vocabulary) -> Cell<'a> {
    let of_list = entry.terms.iter().filter_map(|id| lexicon.terms.get(id)).filter(|word| word.list == list);
    let mut codes: Vec<&str> = of_list.map(|word| word.named.code.as_str()).collect();
    if codes.is_empty() {
        return Cell::Empty;
    }
    codes.sort_unstable();
    Cell::Text(codes.join(" ").into())
}

/// The end as it was read from the wall.
fn end(lexicon: &Lexicon, entry: &Entry) -> Option<i64> {
    let start = entry.start_min?;
    let zone: Tz = if entry.zone == lexicon.zone.name() { lexicon.zone } else { clock::zone(&entry.zone) };
    Some(
        entry.start_at.map_or((start + entry.duration_min) % 1440, |at| {
            activities::end_min(zone, at, entry.duration_min)
        }),
    )
}

/// The label of an age band's code, or of none recorded.
pub fn age_label(lexicon: &Lexicon, code: &str) -> String {
    if code == UNKNOWN {
        return lexicon.w.tr("gender-unknown");
    }
    lexicon.bands.iter().find(|band| band.code == code).map_or_else(|| code.to_owned(), |band| band.label())
}
