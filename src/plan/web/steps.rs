//! How far a plan's adoption has come, as pages show it.

use chrono_tz::Tz;

use crate::clock::Day;
use crate::i18n::Words;
use crate::plan::adoption::edition::{Edition, Standing};
use crate::plan::document::{Adoption, Foreseen};
use crate::plan::when;

/// A step: whether it was taken, and when, or when it is foreseen.
pub struct StepLine {
    pub class: &'static str,
    pub icon: &'static str,
    pub name: String,
    pub state: String,
    pub when: String,
    /// The one that comes next.
    pub next: bool,
}

pub fn name(w: Words, step: Adoption) -> String {
    w.tr(&format!("plan-step-{}", step.code()))
}

/// What an edition is called: "3. The council adopts it, 5 March 2021".
pub fn called(w: Words, it: &Edition) -> String {
    let what = it.step.map_or_else(|| w.tr("amendment"), |step| name(w, step));
    w.with("edition-called", &[("n", it.number.into()), ("what", what.into()), ("on", it.held_on.into())])
}

/// `upto`: only what had happened by this edition.
pub fn lines(
    w: Words,
    zone: Tz,
    (year, foreseen): (i32, &[Foreseen]),
    standing: &Standing,
    upto: Option<i64>,
) -> Vec<StepLine> {
    let (taken, next) = (standing.taken(), standing.next().filter(|_| upto.is_none()));
    let line = |step: &Adoption| {
        let step = *step;
        let on = match step {
            Adoption::Published => {
                let first = standing.publications.first().filter(|_| standing.public().is_some());
                first.map(|it| Day::Now(it.at).in_zone(zone))
            }
            _ => standing.of_step(step).filter(|it| upto.is_none_or(|n| it.number <= n)).map(|it| it.held_on),
        };
        let planned = foreseen.iter().find(|it| it.step == step).map(|it| when::says(w, &it.when, year));
        let passed = on.is_none() && !taken.contains(&step) && next != Some(step) && {
            let later = Adoption::ALL.iter().skip_while(|it| **it != step).skip(1);
            later.into_iter().any(|it| taken.contains(it))
        };
        let (class, icon, state) = match on {
            Some(_) => ("done", "check", "adoption-done"),
            None if next == Some(step) => ("now", "edit", "adoption-next"),
            None if passed => ("", "minus", "adoption-passed-over"),
            None => ("", "flag", "adoption-ahead"),
        };
        StepLine {
            class,
            icon,
            name: name(w, step),
            state: w.tr(state),
            when: on.map(|on| w.date(on)).or(planned).unwrap_or_default(),
            next: next == Some(step),
        }
    };
    standing.way.iter().map(line).collect()
}
