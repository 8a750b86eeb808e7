//! What the parts of a page are called, and in which order they stand.

use std::cmp::Reverse;

use super::telling::Class;
use crate::exchange::giving::Names;
use crate::i18n::Words;
use crate::measures::{ANY, Axis, Measure, NONE, REST, Sums};
use crate::vocabulary::{Gender, Kind, Part};

/// What is told of a whole, and of each class that is made of entries.
pub const TOLD: [Measure; 3] = [Measure::Visits, Measure::ActivitiesHeld, Measure::YouthWorkMin];

/// Members of a pool that are named each.
const NAMED: usize = 3;

/// What is told of each class: of those that are made of heads, only these.
pub fn measures(axis: Axis) -> impl Iterator<Item = Measure> {
    TOLD.into_iter().filter(move |measure| axis.splits(*measure))
}

pub fn axis(w: Words, axis: Axis) -> String {
    w.tr(&format!("public-axis-{}", axis.code().replace('_', "-")))
}

pub fn measure(w: Words, measure: Measure) -> String {
    w.tr(&format!("measure-{}", measure.code()))
}

fn member(names: &Names, axis: Axis, code: &str) -> String {
    let month = code.rsplit('-').next().and_then(|month| month.parse::<u32>().ok());
    match (axis, month) {
        // The year goes without saying.
        (Axis::Month, Some(month)) => names.w.tr(&format!("month-{month}")),
        (_, _) if code == ANY => names.w.tr("public-unsplit"),
        (Axis::MainField, _) if code == NONE => names.w.tr("public-no-field"),
        (Axis::Kind, _) if code == REST => names.w.tr("public-kind-rest"),
        _ => names.of(axis, code),
    }
}

/// Every member of a class, with commas between them.
pub fn members(names: &Names, axis: Axis, class: &Class) -> String {
    let mut codes: Vec<&String> = class.codes.iter().collect();
    codes.sort_by_key(|code| place(names, axis, code));
    codes.iter().map(|code| member(names, axis, code)).collect::<Vec<_>>().join(", ")
}

/// What a class is called: a pool by its members, or, of many, as a pool.
pub fn class(names: &Names, axis: Axis, it: &Class) -> String {
    match it.codes.len() {
        1..=NAMED => members(names, axis, it),
        n => names.w.n("public-pool", i64::try_from(n).unwrap_or(i64::MAX)),
    }
}

/// As it stands in files: the codes of its members.
pub fn code(it: &Class) -> String {
    let mut codes: Vec<&str> = it.codes.iter().map(String::as_str).collect();
    codes.sort_unstable();
    codes.join("+")
}

/// Where a member stands among others by nature; fields have no such order.
fn place(names: &Names, axis: Axis, code: &str) -> (usize, String) {
    let among = |all: Vec<&str>| all.iter().position(|it| *it == code).unwrap_or(all.len());
    let at = match axis {
        Axis::Kind => among(Kind::ALL.iter().map(|it| it.code()).collect()),
        Axis::Part => among(Part::ALL.iter().map(|it| it.code()).collect()),
        Axis::Gender => among(Gender::ALL.iter().map(|it| it.code()).collect()),
        Axis::AgeBand => among(names.bands.iter().map(|it| it.code.as_str()).collect()),
        _ => 0,
    };
    (at, code.to_owned())
}

/// Classes in the order of a page: by nature, fields by what they came to, pools and what is not split last.
pub fn in_order(names: &Names, axis: Axis, classes: &[Class]) -> Vec<Class> {
    let mut all = classes.to_vec();
    all.sort_by_cached_key(|it| {
        let last = it.codes.len() > 1 || it.codes.iter().any(|code| code == ANY || code == REST);
        let size = if axis == Axis::MainField { Reverse(it.sums.visits()) } else { Reverse(0) };
        let first = it.codes.first().map(|code| place(names, axis, code));
        (last, size, first)
    });
    all
}

/// All of the classes together.
pub fn whole(classes: &[Class]) -> Sums {
    classes.iter().map(|it| it.sums).sum()
}
