//! What may be shown, as it is kept: groups of answers with their numbers, and what is withheld, with the rule.

use std::collections::BTreeMap;

use disclosure::{By, Class};
use scores::Mean;
use uuid::Uuid;

use super::sheet::Count;

/// Which answers at a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// All of the unit and below it, but for those few that count only further up, or nowhere.
    Whole,
    /// Those given at the unit itself, where there are others below it.
    Itself,
    /// Those of units below that were too few by themselves.
    Together,
    /// Those of the whole that a split leaves out.
    NotSplitGender,
    NotSplitAge,
    /// Those whose answers to sensitive items are counted at the unit.
    Sensitive,
    SensitiveTogether,
}

impl Part {
    const ALL: [Part; 7] = [
        Part::Whole,
        Part::Itself,
        Part::Together,
        Part::NotSplitGender,
        Part::NotSplitAge,
        Part::Sensitive,
        Part::SensitiveTogether,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Part::Whole => "whole",
            Part::Itself => "itself",
            Part::Together => "together",
            Part::NotSplitGender => "not_split_gender",
            Part::NotSplitAge => "not_split_age",
            Part::Sensitive => "sensitive",
            Part::SensitiveTogether => "sensitive_together",
        }
    }

    pub fn from_code(code: &str) -> Option<Part> {
        Part::ALL.into_iter().find(|part| part.code() == code)
    }

    pub fn of(part: disclosure::Part) -> Part {
        match part {
            disclosure::Part::Whole => Part::Whole,
            disclosure::Part::Itself => Part::Itself,
            disclosure::Part::Together => Part::Together,
            disclosure::Part::NotSplit(By::Gender) => Part::NotSplitGender,
            disclosure::Part::NotSplit(By::Age) => Part::NotSplitAge,
        }
    }
}

const CLASSES: [(&str, Class); 12] = [
    ("girls_plus", Class::GirlsPlus),
    ("boys_plus", Class::BoysPlus),
    ("girls", Class::Girls),
    ("boys", Class::Boys),
    ("others", Class::Others),
    ("first_plus", Class::AgePlus(0)),
    ("second_plus", Class::AgePlus(1)),
    ("third_plus", Class::AgePlus(2)),
    ("first", Class::Age(0)),
    ("second", Class::Age(1)),
    ("third", Class::Age(2)),
    ("age_not_stated", Class::AgeNotStated),
];

/// Empty: everybody.
pub fn class_code(class: Option<Class>) -> &'static str {
    let of = |class| CLASSES.iter().find(|(_, it)| *it == class).map(|(code, _)| *code);
    class.and_then(of).unwrap_or("")
}

/// None where there is no such class; inside it, none for everybody.
pub fn class_from_code(code: &str) -> Option<Option<Class>> {
    if code.is_empty() {
        return Some(None);
    }
    CLASSES.iter().find(|(known, _)| *known == code).map(|(_, class)| Some(*class))
}

/// A group of answers whose figures may be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    pub version_id: Uuid,
    pub unit_id: Uuid,
    pub part: Part,
    pub class: Option<Class>,
    pub answers: i64,
    /// By code, without those that may not be shown.
    pub areas: BTreeMap<String, Mean>,
    /// By code.
    pub items: BTreeMap<String, Count>,
}

/// What a unit does not show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    Whole,
    Itself,
    Gender,
    Age,
    Sensitive,
}

impl Lack {
    const ALL: [Lack; 5] = [Lack::Whole, Lack::Itself, Lack::Gender, Lack::Age, Lack::Sensitive];

    pub fn code(self) -> &'static str {
        match self {
            Lack::Whole => "whole",
            Lack::Itself => "itself",
            Lack::Gender => "gender",
            Lack::Age => "age",
            Lack::Sensitive => "sensitive",
        }
    }

    pub fn from_code(code: &str) -> Option<Lack> {
        Lack::ALL.into_iter().find(|lack| lack.code() == code)
    }

    pub fn by(by: By) -> Lack {
        match by {
            By::Gender => Lack::Gender,
            By::Age => Lack::Age,
        }
    }
}

/// Something that is withheld, by which rule, and what would open it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withheld {
    pub version_id: Uuid,
    pub unit_id: Uuid,
    pub lack: Lack,
    pub why: String,
    /// The unit whose "others together" it is counted in.
    pub counted_in: Option<Uuid>,
    pub wants: Option<i64>,
}

impl Withheld {
    pub fn of(version_id: Uuid, unit_id: Uuid, lack: Lack, it: &disclosure::Withheld<Uuid>) -> Withheld {
        use disclosure::Why;
        let (why, counted_in) = match &it.why {
            Why::FewAnswers { counted } => ("few_answers", *counted),
            Why::NoTotal => ("no_total", None),
            Why::SmallClass => ("small_class", None),
            Why::BesideGender => ("beside_gender", None),
            Why::NoSplitBelow => ("no_split_below", None),
            Why::NoAgeClasses => ("no_age_classes", None),
            Why::NotWide => ("not_wide", None),
            Why::Withdrawn => ("withdrawn", None),
            _ => ("rule", None),
        };
        Withheld { version_id, unit_id, lack, why: why.into(), counted_in, wants: it.wants.map(i64::from) }
    }
}
