//! An entry as rows of heads: for each part that was counted its total, and each member of its two margins that is not 0.

use super::lexicon::Lexicon;
use super::sheet::{Cell, Stop};
use super::wide::age_label;
use crate::activities::Entry;
use crate::exchange::columns::PARTS;
use crate::vocabulary::{Gender, Part};

pub const HEADINGS: [&str; 17] = [
    "unit",
    "unit_label",
    "activity",
    "activity_label",
    "kind",
    "kind_label",
    "entry",
    "date",
    "status",
    "status_label",
    "part",
    "part_label",
    "axis",
    "axis_label",
    "member",
    "member_label",
    "n",
];

/// The three values of the column `axis`.
pub const AXES: [&str; 3] = ["total", "gender", "age_band"];

/// Labels that every row takes from.
pub struct Labels {
    parts: Vec<String>,
    axes: [String; 3],
    genders: Vec<String>,
    /// By code.
    ages: Vec<(String, String)>,
}

impl Labels {
    pub fn new(lexicon: &Lexicon) -> Labels {
        let w = lexicon.w;
        let codes = lexicon.band_codes().into_iter().chain([crate::activities::UNKNOWN.to_owned()]);
        Labels {
            parts: Part::ALL.iter().map(|it| w.tr(&format!("part-{}", it.code()))).collect(),
            axes: AXES.map(|axis| w.tr(&format!("given-axis-{axis}"))),
            genders: Gender::ALL.iter().map(|it| w.tr(&format!("gender-{}", it.code()))).collect(),
            ages: codes.map(|code| (age_label(lexicon, &code), code)).map(|(a, b)| (b, a)).collect(),
        }
    }

    fn age(&self, code: &str) -> &str {
        self.ages.iter().find(|(it, _)| it == code).map_or("", |(_, label)| label)
    }
}

/// Hands each row of an entry on.
pub fn rows(
    lexicon: &Lexicon,
    labels: &Labels,
    entry: &Entry,
    mut then: impl FnMut(&[Cell<'_>]) -> Result<(), Stop>,
) -> Result<(), Stop> {
    let (unit, unit_label) = lexicon.unit(entry.unit_id, entry.local_date).unwrap_or(("", ""));
    let activity = lexicon.activities.get(&entry.activity_id);
    let (activity, activity_label) = activity.map_or(("", ""), |it| (it.code.as_str(), it.label.as_str()));
    for part in PARTS {
        let Some(heads) = entry.counts.of(part) else { continue };
        let mut tell = |axis: usize, member: Option<(&str, &str)>, n: i64| {
            let (member, member_label) = member
                .map_or((Cell::Empty, Cell::Empty), |(code, label)| (Cell::text(code), Cell::text(label)));
            then(&[
                Cell::text(unit),
                Cell::text(unit_label),
                Cell::text(activity),
                Cell::text(activity_label),
                Cell::text(entry.kind.code()),
                Cell::text(lexicon.kind(entry.kind)),
                Cell::Id(entry.id),
                Cell::Day(entry.local_date),
                Cell::text(entry.status.code()),
                Cell::text(lexicon.status(entry.status)),
                Cell::text(part.code()),
                Cell::text(&labels.parts[part as usize]),
                Cell::text(AXES[axis]),
                Cell::text(&labels.axes[axis]),
                member,
                member_label,
                Cell::Int(n),
            ])
        };
        tell(0, None, heads.total)?;
        for (gender, n) in heads.gender.iter().filter(|(_, n)| **n > 0) {
            tell(1, Some((gender.code(), &labels.genders[*gender as usize])), *n)?;
        }
        for (band, n) in heads.age.iter().filter(|(_, n)| **n > 0) {
            tell(2, Some((band, labels.age(band))), *n)?;
        }
    }
    Ok(())
}
