//! What one row of a table says of an evening.

use chrono::NaiveDate;
use uuid::Uuid;

use super::heading::Meaning;
use super::lines::{Number, value};
use super::read;
use crate::activities::TypedHeads;
use crate::exchange::columns::Column;
use crate::form::tidy;
use crate::table::Cell;
use crate::vocabulary::Part;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Created {
    Minutes(i64),
    Share(f64),
}

/// What a row says.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// Which table it stands in, and in which row of the spreadsheet.
    pub table: usize,
    pub row: usize,
    pub date: NaiveDate,
    pub unit: Option<String>,
    pub activity: Option<String>,
    pub external: Option<String>,
    pub start: Option<i64>,
    pub end: Option<i64>,
    pub length: Option<i64>,
    pub created: Option<Created>,
    /// In the order of [`Part::ALL`].
    pub heads: [TypedHeads; 3],
    pub visits: Option<i64>,
    pub first_visits: Option<i64>,
    pub staff_count: Option<i64>,
    pub staff_min: Option<i64>,
    pub prep_min: Option<i64>,
    pub volunteer_count: Option<i64>,
    pub volunteer_min: Option<i64>,
    pub cancelled: Option<bool>,
    /// Codes or names.
    pub reason: Option<String>,
    pub kind: Option<String>,
    pub place_kind: Option<String>,
    pub project: Option<String>,
    pub main_tag: Option<String>,
    pub main_field: Option<String>,
    pub further: Vec<(Column, String)>,
    pub count_method: Option<String>,
    pub copied_counts: Option<bool>,
    pub series: Option<Uuid>,
    pub note: Option<String>,
}

impl Line {
    /// Puts what a cell says into the line; the key of what is wrong with it.
    pub fn take(
        &mut self,
        meaning: &Meaning,
        number: Option<Number>,
        cell: &Cell,
    ) -> Result<(), &'static str> {
        use Column as C;
        let text = || Some(tidy(&cell.said())).filter(|text| !text.is_empty());
        let whole = || read::number(cell).ok_or("import-number-wrong").map(Some);
        let length = || value(number.unwrap_or(Number::Plain), cell).ok_or("import-length-wrong").map(Some);
        match meaning {
            Meaning::Own(own) => match own {
                C::Date | C::Version => {}
                C::Entry => self.external = text(),
                C::Unit => self.unit = text(),
                C::Activity => self.activity = text(),
                C::Kind => self.kind = text(),
                C::PlaceKind => self.place_kind = text(),
                C::Project => self.project = text(),
                C::MainTag => self.main_tag = text(),
                C::MainField => self.main_field = text(),
                C::FurtherTags | C::FurtherFields | C::Topics => {
                    let said = text().unwrap_or_default();
                    let codes = said.split([' ', ',', ';']).filter(|code| !code.is_empty());
                    self.further.extend(codes.map(|code| (own.clone(), code.to_owned())));
                }
                C::Status => self.cancelled = Some(!read::held(cell).ok_or("import-status-wrong")?),
                C::CancelReason => self.reason = text(),
                C::Start => {
                    self.start = Some(read::clock(cell).filter(|it| *it < 1440).ok_or("import-clock-wrong")?);
                }
                C::End => self.end = Some(read::clock(cell).ok_or("import-clock-wrong")?),
                C::DurationMin => self.length = length()?,
                C::CreatedMin => self.created = length()?.map(Created::Minutes),
                C::Total(part) => self.heads[*part as usize].total = whole()?,
                C::Gender(part, gender) => {
                    let n = read::number(cell).ok_or("import-number-wrong")?;
                    self.heads[*part as usize].gender.insert(*gender, n);
                }
                C::Age(part, band) => {
                    let n = read::number(cell).ok_or("import-number-wrong")?;
                    self.heads[*part as usize].age.insert(band.clone(), n);
                }
                C::FirstVisits => self.first_visits = whole()?,
                C::StaffCount => self.staff_count = whole()?,
                C::StaffMin => self.staff_min = length()?,
                C::PrepMin => self.prep_min = length()?,
                C::VolunteerCount => self.volunteer_count = whole()?,
                C::VolunteerMin => self.volunteer_min = length()?,
                C::CountMethod => self.count_method = text(),
                C::CopiedCounts => self.copied_counts = Some(read::yes(cell).ok_or("import-yes-wrong")?),
                C::Series => {
                    let id = text().and_then(|text| text.parse().ok()).ok_or("import-series-wrong")?;
                    self.series = Some(id);
                }
                // As it was written, with its line breaks.
                C::Note => self.note = Some(cell.said().trim().to_owned()).filter(|note| !note.is_empty()),
            },
            Meaning::Span => {
                let (start, end) =
                    read::span(cell).filter(|(start, _)| *start < 1440).ok_or("import-clock-wrong")?;
                (self.start, self.end) = (Some(start), end.or(self.end));
            }
            Meaning::Length | Meaning::Hours => self.length = length()?,
            Meaning::Created if read::says_share(cell) => {
                self.created = Some(Created::Share(read::share(cell).ok_or("import-share-wrong")?));
            }
            Meaning::Created | Meaning::CreatedHours => self.created = length()?.map(Created::Minutes),
            Meaning::CreatedShare => {
                self.created = Some(Created::Share(read::share(cell).ok_or("import-share-wrong")?))
            }
            Meaning::Visits => self.visits = whole()?,
            Meaning::StaffHours => self.staff_min = length()?,
            Meaning::PrepHours => self.prep_min = length()?,
            Meaning::VolunteerHours => self.volunteer_min = length()?,
            Meaning::CalledOff => {
                let said = read::yes(cell).or_else(|| read::held(cell).map(|held| !held));
                self.cancelled = Some(said.ok_or("import-yes-wrong")?);
            }
            // Said by the date already.
            Meaning::Period | Meaning::Year | Meaning::Month | Meaning::Held | Meaning::Aside => {}
        }
        Ok(())
    }

    /// Whether it says what colleagues or volunteers spent.
    pub fn says_staff(&self) -> bool {
        let counts =
            [self.staff_count, self.staff_min, self.prep_min, self.volunteer_count, self.volunteer_min];
        counts.iter().any(Option::is_some)
    }

    /// All heads where only one number was counted: those of the part that is not told otherwise.
    pub fn spread_visits(&mut self) -> Result<(), (i64, i64)> {
        let Some(visits) = self.visits else { return Ok(()) };
        let sum = |typed: &TypedHeads| {
            let gender: i64 = typed.gender.values().sum();
            let age: i64 = typed.age.values().sum();
            typed.total.unwrap_or_else(|| gender.max(age))
        };
        let participant = Part::Participant as usize;
        let others: i64 =
            self.heads.iter().enumerate().filter(|(at, _)| *at != participant).map(|(_, it)| sum(it)).sum();
        let typed = &mut self.heads[participant];
        match typed.total {
            None if visits >= others => {
                typed.total = Some(visits - others);
                Ok(())
            }
            Some(total) if total + others == visits => Ok(()),
            total => Err((visits, total.unwrap_or(0) + others)),
        }
    }
}
