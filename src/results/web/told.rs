//! Results in words: intervals, differences, and why something is withheld.

use std::collections::HashMap;

use disclosure::Class;
use scores::{Estimate, Position, Reached, Verdict};
use uuid::Uuid;

use crate::i18n::{Arg, Words};
use crate::results::figures::Before;
use crate::results::table::{Withheld, class_code};
use crate::units::Unit;

/// A judgement: its sign, and what it says.
pub struct Judged {
    pub class: &'static str,
    pub icon: &'static str,
    pub says: String,
}

/// Names and addresses of a network's units.
pub struct Names {
    units: HashMap<Uuid, (String, String)>,
}

impl Names {
    pub fn new(w: Words, units: &[Unit]) -> Names {
        Names { units: units.iter().map(|it| (it.id, (w.text(&it.name), it.address()))).collect() }
    }

    pub fn name(&self, id: Uuid) -> String {
        self.units.get(&id).map_or_else(String::new, |(name, _)| name.clone())
    }

    pub fn address(&self, id: Uuid) -> Option<&str> {
        self.units.get(&id).map(|(_, address)| address.as_str())
    }
}

pub fn points(w: Words, value: f64) -> String {
    w.decimal(value, 0)
}

pub fn range(w: Words, it: &Estimate) -> String {
    Words::unbroken(&format!("{}–{}", points(w, it.low()), points(w, it.high())))
}

pub fn share_range(w: Words, it: &Estimate) -> String {
    Words::unbroken(&format!("{}–{}", points(w, it.low() * 100.0), w.percent(it.high(), 0)))
}

pub fn change(w: Words, before: Option<&Before>) -> Option<Judged> {
    let before = before?;
    let (class, icon, key) = match before.verdict {
        Some(Verdict::Higher) => ("ok", "up", "results-higher"),
        Some(Verdict::Lower) => ("bad", "down", "results-lower"),
        Some(Verdict::NotMoreThanChance) => ("", "minus", "results-chance"),
        Some(Verdict::TooFew) => ("", "help", "results-few"),
        None => ("", "help", "results-asked-differently"),
    };
    Some(Judged { class, icon, says: w.tr(key) })
}

pub fn too_few(w: Words) -> Judged {
    Judged { class: "", icon: "help", says: w.tr("results-few") }
}

pub fn position(w: Words, it: Position) -> Judged {
    let (class, icon, key) = match it {
        Position::Inside => ("", "minus", "results-inside"),
        Position::Above(_) => ("ok", "up", "results-above"),
        Position::Below(_) => ("bad", "down", "results-below"),
    };
    Judged { class, icon, says: w.tr(key) }
}

pub fn target(w: Words, points: i64, reached: Reached) -> Judged {
    let (class, icon, key) = match reached {
        Reached::Reached => ("ok", "check", "results-reached"),
        Reached::NotReached => ("warn", "flag", "results-not-reached"),
        Reached::CannotTell => ("", "help", "results-cannot-tell"),
    };
    Judged { class, icon, says: w.n(key, points) }
}

/// What a class of a split is called; `ages`: the first ages of the second and the third.
pub fn class(w: Words, class: Class, ages: (i64, i64)) -> String {
    let (second, third) = ages;
    let plus = |says: String, is: bool| if is { format!("{says}+") } else { says };
    let age = |n: u8| match n {
        0 => w.n("ask-age-below", second),
        1 => w.with("ask-age-from", &[("from", Arg::Int(second)), ("to", Arg::Int(third - 1))]),
        _ => w.n("ask-age-over", third),
    };
    match class {
        Class::Age(n) => age(n),
        Class::AgePlus(n) => plus(age(n), true),
        Class::GirlsPlus => plus(w.tr("results-class-girls"), true),
        Class::BoysPlus => plus(w.tr("results-class-boys"), true),
        other => w.tr(&format!("results-class-{}", class_code(Some(other)))),
    }
}

/// Whether those who said nothing about it are placed in a class.
pub fn is_plus(class: Class) -> bool {
    matches!(class, Class::GirlsPlus | Class::BoysPlus | Class::AgePlus(_))
}

/// Why something is withheld, and what would open it.
pub struct Held {
    pub says: String,
    pub opens: Option<String>,
    /// Where it counts instead.
    pub counted: Option<(String, String)>,
}

pub fn held(w: Words, names: &Names, it: &Withheld, least: i64) -> Held {
    let key = match it.why.as_str() {
        "few_answers" => "results-why-few",
        "no_total" => "results-why-no-total",
        "small_class" => "results-why-small-class",
        "beside_gender" => "results-why-beside-gender",
        "no_split_below" => "results-why-no-split-below",
        "no_age_classes" => "results-why-no-ages",
        "not_wide" => "results-why-not-wide",
        "withdrawn" => "results-why-withdrawn",
        _ => "results-why-rule",
    };
    let place = |id: Uuid| Some((names.name(id), names.address(id)?.to_owned()));
    Held {
        says: w.n(key, least),
        opens: it.wants.filter(|n| *n > 0).map(|n| w.n("results-opens", n)),
        counted: it.counted_in.and_then(place),
    }
}
