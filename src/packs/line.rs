//! What one entry adds to the figures of a form: the one rule that figures, tables and lists all follow, so that they cannot
//! tell different things.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use chrono::NaiveDate;
use uuid::Uuid;

use super::form::{Counted, Filter};
use crate::activities::{CountMethod, UNKNOWN};
use crate::measures::{ANY, Amount, Axis, NONE, Sums, Telling};
use crate::totals::Fact;
use crate::vocabulary::{AgeBand, Part};

/// A held entry, as a form sees it.
#[derive(Clone, Debug)]
pub struct Line {
    pub id: Uuid,
    pub unit_id: Uuid,
    /// Code of the unit one step below the one asked for, or of itself.
    pub below: String,
    /// Whether its unit stands at or below the one asked for today: whoever has the branch sees its entries, and of others
    /// the figures alone.
    pub ours: bool,
    pub activity_id: Uuid,
    pub fact: Fact,
    /// How it is told where talks with one young person are among what is counted.
    pub told: Telling,
    pub method: CountMethod,
    pub volunteers: i64,
    /// Pictures that prove it.
    pub proofs: i64,
    /// Codes of the main terms.
    pub field: Option<String>,
    pub tag: Option<String>,
}

impl Line {
    pub fn date(&self) -> NaiveDate {
        self.fact.date
    }
}

/// What figures are taken of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Came {
    pub sums: Sums,
    pub volunteers: i64,
}

impl AddAssign for Came {
    fn add_assign(&mut self, other: Came) {
        self.sums += other.sums;
        self.volunteers += other.volunteers;
    }
}

impl Counted {
    /// `beside` is what a ratio needs that no record tells.
    pub fn of(self, came: &Came, beside: Option<i64>) -> Amount {
        match self {
            Counted::Measure(measure) => measure.of(&came.sums),
            Counted::Volunteers => Amount::Whole(came.volunteers),
            Counted::Ratio(ratio) => ratio.of(beside, &came.sums),
        }
    }
}

fn give(sums: &mut Sums, part: Part, n: i64) {
    match part {
        Part::Creator => sums.creators += n,
        Part::Participant => sums.participants += n,
        Part::Audience => sums.audience += n,
    }
}

/// Whether everybody of a band is of these ages. A band that goes beyond them says nothing of anybody.
fn within((from, to): (i64, i64), band: &str) -> bool {
    AgeBand::from_code(band)
        .is_some_and(|band| band.min_age >= from && band.max_age.is_some_and(|max| max <= to))
}

/// Whether somebody of a band may be of these ages, as far as anybody knows.
fn may_be((from, to): (i64, i64), band: &str) -> bool {
    let known = AgeBand::from_code(band);
    known.is_none_or(|band| band.min_age <= to && band.max_age.is_none_or(|max| max >= from))
}

/// What a unit came to in all, and who took which part in it, is always told.
fn is_always_told(axis: Axis) -> bool {
    matches!(axis, Axis::Unit | Axis::Month | Axis::Part)
}

impl Filter {
    /// Whether an entry counts at all, whoever was there.
    pub fn takes(&self, line: &Line) -> bool {
        let among = |codes: &[String], code: &Option<String>| {
            codes.is_empty() || code.as_ref().is_some_and(|code| codes.contains(code))
        };
        let by_word = !self.fields.is_empty() || !self.tags.is_empty();
        (self.kinds.is_empty() || self.kinds.contains(&line.fact.kind))
            && (self.splits(line) || !by_word)
            && among(&self.fields, &line.field)
            && among(&self.tags, &line.tag)
    }

    /// Whether talks with one young person are among what is counted: then they stand with others as in every figure. No form names
    /// them beside some other kinds only.
    fn has_talks(&self) -> bool {
        self.kinds.is_empty()
    }

    /// Whether an entry's ages, gender, place and words are told by themselves.
    fn splits(&self, line: &Line) -> bool {
        line.told.split || !self.has_talks()
    }

    /// Heads by part, and by the class of a margin where one is asked for.
    fn heads<'l>(&self, line: &'l Line, axis: Option<Axis>) -> Vec<(Part, Option<&'l str>, i64)> {
        let fact = &line.fact;
        if self.ages.is_some() && !self.splits(line) {
            return Vec::new();
        }
        let by_class = axis.filter(|_| self.splits(line));
        let all: Vec<(Part, Option<&str>, i64)> = match (by_class, self.ages) {
            (Some(Axis::Gender), _) => {
                fact.gender.iter().map(|(part, class, n)| (*part, Some(class.code()), *n)).collect()
            }
            (Some(Axis::AgeBand), _) | (_, Some(_)) => {
                let of =
                    fact.age.iter().filter(|(_, band, _)| self.ages.is_none_or(|ages| within(ages, band)));
                of.map(|(part, band, n)| (*part, Some(band.as_str()), *n)).collect()
            }
            _ => {
                let totals = [fact.creators, fact.participants, fact.audience];
                Part::ALL.iter().map(|part| (*part, None, totals[*part as usize])).collect()
            }
        };
        all.into_iter().filter(|(part, _, n)| *n != 0 && self.takes_part(*part)).collect()
    }

    /// What an entry comes to, by the members of an axis; the whole under "". `apart`: with one-to-one work as a kind by itself.
    pub fn split(&self, line: &Line, axis: Option<Axis>, apart: bool) -> BTreeMap<String, Came> {
        let mut members: BTreeMap<String, Came> = BTreeMap::new();
        if !self.takes(line) {
            return members;
        }
        let own = match axis {
            None => Some(String::new()),
            Some(Axis::Kind) if !self.has_talks() => Some(line.fact.kind.code().to_owned()),
            Some(Axis::Kind) => Some(if apart { line.told.apart } else { line.told.pooled }.to_owned()),
            Some(axis) if !is_always_told(axis) && !self.splits(line) => Some(ANY.to_owned()),
            Some(Axis::PlaceKind) => Some(line.fact.place_kind.code().to_owned()),
            Some(Axis::Month) => Some(line.date().format("%Y-%m").to_string()),
            Some(Axis::Weekday) => {
                Some(chrono::Datelike::weekday(&line.date()).number_from_monday().to_string())
            }
            Some(Axis::Unit) => Some(line.below.clone()),
            Some(Axis::MainField | Axis::Field) => {
                Some(line.field.clone().unwrap_or_else(|| NONE.to_owned()))
            }
            Some(Axis::MainTag | Axis::Tag) => Some(line.tag.clone().unwrap_or_else(|| NONE.to_owned())),
            Some(Axis::Gender | Axis::AgeBand | Axis::Part) => None,
        };
        for (part, class, n) in self.heads(line, axis) {
            let key = own.clone().unwrap_or_else(|| match (axis, class) {
                (Some(Axis::Part), _) | (_, None) => part.code().to_owned(),
                (_, Some(class)) => class.to_owned(),
            });
            give(&mut members.entry(key).or_default().sums, part, n);
        }
        if let Some(key) = own {
            // Whatever is no head belongs to the entry as a whole.
            let rest = Sums { creators: 0, participants: 0, audience: 0, ..line.fact.sums() };
            *members.entry(key).or_default() += Came { sums: rest, volunteers: line.volunteers };
        }
        members
    }

    pub fn whole(&self, line: &Line) -> Came {
        self.split(line, None, false).remove("").unwrap_or_default()
    }

    /// Heads that may be of these ages, and nobody knows: they are told beside the figure and are not in it.
    pub fn age_unknown(&self, line: &Line) -> i64 {
        let Some(ages) = self.ages else { return 0 };
        if !self.takes(line) {
            return 0;
        }
        let told = self.splits(line);
        let open = |band: &str| !told || band == UNKNOWN || !within(ages, band) && may_be(ages, band);
        let of = line.fact.age.iter().filter(|(part, band, _)| self.takes_part(*part) && open(band));
        of.map(|(_, _, n)| n).sum()
    }

    /// Heads of whom no age was written down at all, whichever are asked for.
    pub fn ageless(&self, line: &Line) -> i64 {
        if !self.takes(line) {
            return 0;
        }
        let of = line.fact.age.iter().filter(|(part, band, _)| self.takes_part(*part) && band == UNKNOWN);
        of.map(|(_, _, n)| n).sum()
    }
}

/// What entries come to together, by the members of an axis.
pub fn together(lines: &[Line], filter: &Filter, axis: Option<Axis>, apart: bool) -> BTreeMap<String, Came> {
    let mut all: BTreeMap<String, Came> = BTreeMap::new();
    for (code, came) in lines.iter().flat_map(|line| filter.split(line, axis, apart)) {
        *all.entry(code).or_default() += came;
    }
    all.retain(|_, came| *came != Came::default());
    all
}
