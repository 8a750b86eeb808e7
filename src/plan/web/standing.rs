//! How a whole plan stands on a day: how many targets are where, and which.

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;

use super::goal::{Far, far, look, name, rule};
use super::{App, Desk, Result};
use crate::clock::sane;
use crate::i18n::Words;
use crate::plan::reckoning::{Reckoned, Reckoning, as_of, reckon};
use crate::plan::standing::State;
use crate::plan::telling;

/// `?on=2021-06-30&state=at_risk`; what cannot be read is not asked.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    pub on: String,
    pub state: String,
}

pub fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok().map(sane)
}

/// A state: how many targets, and where they are listed.
pub struct Counted {
    pub href: String,
    pub tone: &'static str,
    pub icon: &'static str,
    pub name: String,
    pub n: String,
    pub chosen: bool,
}

/// How the plan stands.
pub struct Stands {
    /// As of which day, in words, and whether that is today.
    pub on: String,
    pub is_today: bool,
    pub counted: Vec<Counted>,
    /// Which are listed: what they are called, and each with its part and what it is.
    pub listed: String,
    pub targets: Vec<(String, String, Far)>,
    /// Those of them that are folded, and how many these are: where nobody asked for the list, the plan itself is not to be far.
    pub folded: Vec<(String, String, Far)>,
    pub more: String,
    /// Of parts that were taken out of the working version and are told until that is recorded.
    pub gone: Vec<(String, String, Far)>,
    /// The edition by which all of this is told, where there is one.
    pub edition: Option<String>,
    /// Other days: (address, label, whether it is this one)
    pub days: Vec<(String, String, bool)>,
    pub rule: Vec<String>,
}

/// A day as the address of a page says it; the one on which the plan opens goes without saying.
pub fn query(on: NaiveDate, opens: NaiveDate) -> String {
    if on == opens { String::new() } else { format!("?on={on}") }
}

impl Desk {
    /// How far everything was on the day asked for, else on the last day of the plan's year or today: (that, as addresses say it).
    pub(super) async fn reckon(&self, app: &App, on: Option<NaiveDate>) -> Result<(Reckoning, String)> {
        let today = self.today(app);
        let opens = self.last_day(today);
        let on = as_of(on.or(Some(opens)), today);
        Ok((reckon(app, &self.unit, &self.kept, on).await?, query(on, opens)))
    }

    /// The days of which somebody may want to read: the middle of the year, and today or, once it is over, its end.
    pub(super) fn days(
        &self,
        w: Words,
        at: &str,
        on: NaiveDate,
        today: NaiveDate,
    ) -> Vec<(String, String, bool)> {
        let (year, opens) = (self.year(), self.last_day(today));
        let ends = [(6, 30, "plan-half"), (12, 31, "plan-end")];
        let mut days: Vec<(NaiveDate, String)> = ends
            .into_iter()
            .filter_map(|(month, day, key)| {
                let day = NaiveDate::from_ymd_opt(year, month, day).filter(|day| *day < today)?;
                Some((day, w.of(key, w.date(day))))
            })
            .collect();
        if opens == today {
            days.push((today, w.tr("plan-today")));
        }
        if days.iter().all(|(day, _)| *day != on) {
            days.push((on, w.date(on)));
        }
        days.into_iter().map(|(day, says)| (format!("{at}{}", query(day, opens)), says, day == on)).collect()
    }
}

/// So many targets are listed where nobody asked for them.
const LISTED: usize = 6;

pub fn stands(w: Words, desk: &Desk, asked: &Asked, reckoning: &Reckoning, today: NaiveDate) -> Stands {
    let (base, on) = (desk.base(), query(reckoning.on, desk.last_day(today)));
    // What asks for something first, where nobody asked for anything.
    let there = State::ALL.iter().copied().find(|it| reckoning.count(*it) > 0);
    let wanted = State::from_code(&asked.state).or(there).unwrap_or(State::AtRisk);
    let more = if on.is_empty() { "?" } else { "&" };
    let counted = |state: &State| {
        let n = reckoning.count(*state);
        let (tone, icon) = look(*state);
        (n > 0).then(|| Counted {
            href: format!("{base}{on}{more}state={}#h-stands", state.code()),
            tone,
            icon,
            name: name(w, *state),
            n: w.int(i64::try_from(n).unwrap_or(i64::MAX)),
            chosen: *state == wanted,
        })
    };
    let line = |it: &Reckoned| {
        let part = reckoning.part(&desk.kept, &it.part).map_or_else(String::new, |part| w.text(&part.name));
        (part, telling::target(w, &it.target), far(w, &base, &on, it))
    };
    let mut targets: Vec<(String, String, Far)> =
        reckoning.told().filter(|it| it.standing.state == wanted).map(line).collect();
    // One more takes no more room than saying so.
    let most = if asked.state.is_empty() && targets.len() > LISTED + 1 { LISTED } else { targets.len() };
    let folded = targets.split_off(most);
    let gone = reckoning.told().filter(|it| desk.kept.part(&it.part).is_none()).map(line);
    Stands {
        on: w.date(reckoning.on),
        is_today: reckoning.on == today,
        counted: State::ALL.iter().filter_map(counted).collect(),
        listed: name(w, wanted),
        more: w.n("plan-stands-more", i64::try_from(folded.len()).unwrap_or(i64::MAX)),
        targets,
        folded,
        gone: gone.collect(),
        edition: reckoning.edition.as_ref().map(|it| telling::edition(w, Some(it))),
        days: desk.days(w, &base, reckoning.on, today),
        rule: rule(w),
    }
}

/// The first day of a month, in words.
pub fn month(w: Words, month: NaiveDate) -> String {
    w.tr(&format!("month-short-{}", month.month()))
}
