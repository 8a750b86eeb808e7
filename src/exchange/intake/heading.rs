//! What a heading means: a code of our own wide table, or the words that centres use, in Slovene or English, in any order.

use super::headwords::{by_words, counted, heads};
use crate::exchange::columns::{Column, LABEL};
use crate::i18n::folded;

/// What stands in a column of a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// A column of our own wide table.
    Own(Column),
    /// Beginning and end in one cell.
    Span,
    /// A length that says itself, or by its size, whether hours or minutes.
    Length,
    Hours,
    Created,
    CreatedHours,
    CreatedShare,
    /// All heads, whatever their part.
    Visits,
    StaffHours,
    PrepHours,
    VolunteerHours,
    /// "Yes" where it was called off.
    CalledOff,
    /// What a sum is of, where there are no single days: `2023`, `maj 2023`.
    Period,
    Year,
    Month,
    /// How many there were, of a sum.
    Held,
    /// Nothing that is brought in.
    Aside,
}

const CODES: [(&str, Meaning); 17] = [
    ("start_end", Meaning::Span),
    ("duration", Meaning::Length),
    ("duration_h", Meaning::Hours),
    ("created", Meaning::Created),
    ("created_h", Meaning::CreatedHours),
    ("created_share", Meaning::CreatedShare),
    ("visits", Meaning::Visits),
    ("staff_h", Meaning::StaffHours),
    ("prep_h", Meaning::PrepHours),
    ("volunteer_h", Meaning::VolunteerHours),
    ("cancelled", Meaning::CalledOff),
    ("period", Meaning::Period),
    ("year", Meaning::Year),
    ("month", Meaning::Month),
    ("activities_held", Meaning::Held),
    ("ignore", Meaning::Aside),
    ("version", Meaning::Aside),
];

impl Meaning {
    pub fn code(&self) -> String {
        match self {
            Meaning::Own(column) => column.code().into_owned(),
            other => {
                CODES.iter().find(|(_, it)| it == other).map_or_else(String::new, |(code, _)| (*code).into())
            }
        }
    }

    pub fn from_code(code: &str) -> Option<Meaning> {
        if let Some((_, meaning)) = CODES.iter().find(|(it, _)| *it == code) {
            return Some(meaning.clone());
        }
        // Labels say what the code beside them says already.
        if let Some(of) = code.strip_suffix(LABEL)
            && Column::from_code(of).is_some()
        {
            return Some(Meaning::Aside);
        }
        Column::from_code(code).map(Meaning::Own)
    }

    /// Other columns that say the same thing in another way.
    pub fn otherwise(&self) -> &'static [Meaning] {
        use Column as C;
        match self {
            Meaning::Own(C::DurationMin) => &[Meaning::Length, Meaning::Hours],
            Meaning::Own(C::CreatedMin) => &[Meaning::Created, Meaning::CreatedHours, Meaning::CreatedShare],
            Meaning::Own(C::Start | C::End) => &[Meaning::Span],
            Meaning::Own(C::StaffCount) => &[Meaning::StaffHours],
            Meaning::Own(C::Status) => &[Meaning::CalledOff],
            _ => &[],
        }
    }

    /// Everything a column can be said to mean by hand, `bands` being the network's age bands.
    pub fn all(bands: &[String]) -> Vec<Meaning> {
        let own = Column::all(bands).into_iter().filter(|column| *column != Column::Version);
        let mut all: Vec<Meaning> = own.map(Meaning::Own).collect();
        let others = CODES.iter().filter(|(code, it)| *code != "version" && *it != Meaning::Aside);
        all.extend(others.map(|(_, meaning)| meaning.clone()));
        all
    }
}

/// A heading without capitals, marks and signs: what it is remembered by.
pub fn key(heading: &str) -> String {
    words(heading).join(" ")
}

fn words(heading: &str) -> Vec<String> {
    let plain = folded(heading);
    plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// What a heading means by itself.
pub fn meaning(heading: &str) -> Option<Meaning> {
    let exact = heading.trim().to_lowercase();
    if let Some(meaning) = Meaning::from_code(&exact) {
        return Some(meaning);
    }
    let key = key(heading);
    match by_words(&key) {
        Some(Meaning::Created) if heading.contains('%') => Some(Meaning::CreatedShare),
        Some(meaning) => Some(meaning),
        None => {
            let words = words(heading);
            heads(heading, &words).or_else(|| counted(&words)).or_else(|| either(heading))
        }
    }
}

/// "Opombe / posebnosti": either word means the same.
fn either(heading: &str) -> Option<Meaning> {
    let (first, _) = heading.split_once('/')?;
    by_words(&key(first)).filter(|it| matches!(it, Meaning::Own(Column::Note | Column::Activity)))
}
