//! The form of an entry as it was typed, and what it means.

mod copying;
mod filling;
mod hours;
mod reading;
#[cfg(test)]
pub mod tests;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

use crate::activities::check::Problem;
use crate::activities::times;
use crate::vocabulary::{Gender, Part};

pub use copying::give_way;
pub use filling::{counts, of_activity, of_entry, share_of, share_to_take};
pub use reading::{Frame, TIMES, entry};

/// What colleagues and volunteers spent: not for everybody's eyes.
pub const STAFF: [&str; 5] =
    ["staff_count", "staff_hours", "prep_hours", "volunteer_count", "volunteer_hours"];
/// What an entry copies from its activity, and may say otherwise.
pub const LABELS: [&str; 5] = ["place_kind", "main_tag", "main_field", "project", "further"];

/// Name of a field → what was typed, kept to the letter.
#[derive(Clone, Debug, Default)]
pub struct Fields(BTreeMap<String, String>);

impl From<Vec<(String, String)>> for Fields {
    /// What is sent several times, as boxes that were ticked, stands side by side.
    fn from(pairs: Vec<(String, String)>) -> Fields {
        let mut fields = Fields::default();
        for (name, value) in pairs {
            fields.0.entry(name).and_modify(|text| text.push_str(&format!(" {value}"))).or_insert(value);
        }
        fields
    }
}

impl Fields {
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", |text| text.trim())
    }

    /// Whether the form had such a field.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Whether any of the fields was there and says something else than in `other`.
    pub fn differ<N: AsRef<str>>(&self, other: &Fields, names: impl IntoIterator<Item = N>) -> bool {
        let mut names = names.into_iter();
        names.any(|name| self.has(name.as_ref()) && self.get(name.as_ref()) != other.get(name.as_ref()))
    }

    /// Everything that was sent, by name.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    pub fn remove(&mut self, name: &str) {
        self.0.remove(name);
    }

    pub fn set(&mut self, name: &str, value: impl ToString) {
        self.0.insert(name.to_owned(), value.to_string());
    }

    pub fn id(&self, name: &str) -> Option<Uuid> {
        self.get(name).parse().ok()
    }

    /// Every id of a field that may be sent several times.
    pub fn ids(&self, name: &str) -> Vec<Uuid> {
        self.get(name).split_whitespace().filter_map(|id| id.parse().ok()).collect()
    }

    /// A whole number; nothing typed is nothing.
    pub fn number(&self, name: &str) -> Result<Option<i64>, ()> {
        match self.get(name) {
            "" => Ok(None),
            text => match text.replace('\u{2212}', "-").parse::<i64>() {
                // Anything beyond is no count of people or minutes, and could not be reckoned with.
                Ok(n) if n.unsigned_abs() <= 1_000_000_000 => Ok(Some(n)),
                _ => Err(()),
            },
        }
    }

    /// Hours with a decimal comma or point, as minutes.
    fn hours(&self, name: &str) -> Result<Option<i64>, ()> {
        match self.get(name) {
            "" => Ok(None),
            text => {
                let hours: f64 = text.replace(',', ".").parse().map_err(|_| ())?;
                if !(0.0..=10_000.0).contains(&hours) {
                    return Err(());
                }
                #[allow(clippy::cast_possible_truncation)]
                Ok(Some((hours * 60.0).round() as i64))
            }
        }
    }

    /// Minutes after midnight from 17:00 or 17.00.
    pub fn clock(&self, name: &str) -> Result<Option<i64>, ()> {
        match self.get(name) {
            "" => Ok(None),
            text => times::clock(text).map(Some).ok_or(()),
        }
    }
}

/// The genders a worker is offered; what is left over is not recorded.
pub const OFFERED: [Gender; 4] = [Gender::Girl, Gender::Boy, Gender::NonBinary, Gender::NotStated];

/// The field for a part's class: `participant_girl`, `creator_age_15-18`, `audience_total`.
pub fn name(part: Part, class: &str) -> String {
    format!("{}_{class}", part.code())
}

pub fn age_name(part: Part, band: &str) -> String {
    format!("{}_age_{band}", part.code())
}

/// The longest series that is made in one step, in days.
const LONGEST_SERIES: usize = 31;

/// The days meant: one, or each from the first to the last of a camp or an exchange.
pub fn days(fields: &Fields, first: NaiveDate) -> Result<Vec<NaiveDate>, Problem> {
    let last = match fields.get("last_day") {
        "" => first,
        text => text.parse().map_err(|_| Problem::stop("last_day", "entry-problem-last-day"))?,
    };
    let days: Vec<NaiveDate> =
        first.iter_days().take_while(|day| *day <= last).take(LONGEST_SERIES + 1).collect();
    if days.is_empty() || days.len() > LONGEST_SERIES {
        return Err(Problem::stop("last_day", "entry-problem-last-day"));
    }
    Ok(days)
}

/// The id of a further day of a series: the same whenever the same form is sent.
pub fn id_of_day(id: Uuid, nth: usize) -> Uuid {
    if nth == 0 {
        return id;
    }
    let digest = Sha256::digest(format!("{id}\n{nth}").as_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    Builder::from_custom_bytes(bytes).into_uuid()
}
