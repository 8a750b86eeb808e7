//! A target as pages show it: what is to be reached, how far it is, and how it stands.

use crate::i18n::Words;
use crate::plan::reckoning::Reckoned;
use crate::plan::standing::{BEGUN, HALF, LAG, NEAR, State};
use crate::plan::telling;

/// How far a target is.
#[derive(Clone)]
pub struct Far {
    /// Where it is opened.
    pub href: String,
    pub tone: &'static str,
    pub icon: &'static str,
    pub state: String,
    pub number: String,
    /// Of the target and of its time, in per cent.
    pub done: i64,
    pub gone: Option<i64>,
    pub says: Vec<String>,
}

/// A target, and how far it is where that is asked.
#[derive(Clone)]
pub struct Goal {
    pub says: String,
    pub far: Option<Far>,
    /// What the working version says instead, where it is told as it is adopted.
    pub wording: Option<String>,
}

/// Told apart also without colours.
pub fn look(state: State) -> (&'static str, &'static str) {
    let icon = match state {
        State::AtRisk => "warn",
        State::NotReached => "cross",
        State::NotBegun => "flag",
        State::OnTheWay => "next",
        State::Reached => "check",
        State::Dropped => "minus",
        State::Unknown => "help",
    };
    (state.tone(), icon)
}

pub fn name(w: Words, state: State) -> String {
    w.tr(&format!("plan-state-{}", state.code()))
}

/// The rule, with its numbers.
pub fn rule(w: Words) -> Vec<String> {
    let said = |state: &State| {
        let args =
            [("lag", LAG.into()), ("begun", BEGUN.into()), ("half", HALF.into()), ("near", NEAR.into())];
        w.with(&format!("plan-state-{}-what", state.code()), &args)
    };
    State::ALL.iter().map(said).collect()
}

/// The address of a target, as of a day where it is not today.
pub fn href(base: &str, it: &Reckoned, on: &str) -> String {
    format!("{base}/parts/{}/targets/{}{on}", it.part, it.target.code)
}

pub fn far(w: Words, base: &str, on: &str, it: &Reckoned) -> Far {
    let state = it.standing.state;
    let (tone, icon) = look(state);
    let gone = telling::gone(it);
    let mut says = telling::shares(w, it);
    says.extend(gone.map(|gone| w.of("plan-time-gone", gone)));
    Far {
        href: href(base, it, on),
        tone,
        icon,
        state: name(w, state),
        number: telling::far(w, it),
        done: it.standing.done,
        gone,
        says,
    }
}
