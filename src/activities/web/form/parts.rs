//! The steppers of a form, part by part.

use super::About;
use crate::activities::heads::{MOST_HEADS, UNKNOWN};
use crate::activities::web::fields::{self, Fields, OFFERED};
use crate::i18n::Words;
use crate::vocabulary::{Gender, Part};

/// A number with − and + beside it.
pub struct Step {
    pub id: String,
    pub name: String,
    pub label: String,
    pub value: String,
    /// What it was last time; shown as a hint, taken over only by the one button.
    pub last: Option<i64>,
    /// What it adds up to: `participant`, `participant-age`, …
    pub of: String,
    /// What was typed cannot be a number of heads; the part's problem says so.
    pub wrong: bool,
}

/// The steppers of one part.
pub struct PartFields {
    pub code: &'static str,
    pub total: Step,
    /// Girls, boys, non-binary.
    pub genders: Vec<Step>,
    pub not_stated: Step,
    pub genders_open: bool,
    pub ages: Vec<Step>,
    pub ages_open: bool,
    /// Last time's were taken over and left out again, since they are of another number.
    pub genders_gone: bool,
    pub ages_gone: bool,
    pub problem: Option<String>,
}

fn step(fields: &Fields, name: String, label: String, last: Option<i64>, of: String) -> Step {
    let wrong = !matches!(fields.number(&name), Ok(None | Some(0..=MOST_HEADS)));
    Step { id: name.replace('+', "-up"), value: fields.get(&name).to_owned(), name, label, last, of, wrong }
}

pub(super) fn part_fields(
    w: Words,
    fields: &Fields,
    about: &About<'_>,
    part: Part,
    problem: Option<String>,
) -> PartFields {
    let code = part.code();
    let last = about.last.and_then(|last| last.counts.of(part));
    // A margin of which nothing was recorded tells nothing: no class of it was none.
    let with_gender = last.filter(|heads| heads.gender.keys().any(|class| *class != Gender::Unknown));
    let with_age = last.filter(|heads| heads.age.keys().any(|code| code != UNKNOWN));
    let gender = |gender: Gender| {
        step(
            fields,
            fields::name(part, gender.code()),
            w.tr(&format!("gender-{}", gender.code())),
            with_gender.map(|heads| heads.gender.get(&gender).copied().unwrap_or(0)),
            format!("{code}-gender"),
        )
    };
    let ages: Vec<Step> = about
        .bands
        .iter()
        .map(|band| {
            let before = with_age.map(|heads| heads.age.get(&band.code).copied().unwrap_or(0));
            let name = fields::age_name(part, &band.code);
            step(fields, name, band.label(), before, format!("{code}-age"))
        })
        .collect();
    let gone = |margin: &str| fields.get("gone").split(' ').any(|it| it == fields::name(part, margin));
    let genders: Vec<Step> = OFFERED[..3].iter().map(|it| gender(*it)).collect();
    PartFields {
        code,
        total: step(
            fields,
            fields::name(part, "total"),
            w.tr(&format!("part-{code}")),
            last.map(|heads| heads.total),
            format!("{code}-total"),
        ),
        genders_open: genders.iter().any(|step| !step.value.is_empty()),
        genders,
        not_stated: gender(OFFERED[3]),
        ages_open: ages.iter().any(|step| !step.value.is_empty()),
        ages,
        genders_gone: gone("gender"),
        ages_gone: gone("age"),
        problem,
    }
}
