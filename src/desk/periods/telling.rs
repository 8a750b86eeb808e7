//! A period put into words: its figures, what is still to be done, what closing means, and what was done about it.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use uuid::Uuid;

use super::at;
use super::inside::{Inside, figures_of};
use crate::access::{Act, Me};
use crate::desk::overview::query;
use crate::i18n::Words;
use crate::measures::{Measure, shown};
use crate::periods::{Change, Lock, Whole};
use crate::units::Unit;

/// So many single evenings are named; of more it is told how many.
pub const NAMED: usize = 12;
/// So many units are named at once.
pub const SHORT: usize = 5;
/// So many changes of a reopening are listed.
pub const LISTED: usize = 100;

/// A label, what it says, and where that opens.
pub type Fact = (String, String, Option<String>);

/// An evening to look at.
pub struct Evening {
    pub href: Option<String>,
    /// For programs and for people; none where a line is about several.
    pub on: Option<(NaiveDate, String)>,
    pub name: String,
    pub says: String,
}

/// Evenings, and how many there are besides.
pub struct Evenings {
    pub id: &'static str,
    pub title: &'static str,
    pub what: String,
    pub lines: Vec<Evening>,
    pub more: Option<String>,
}

/// Something that was done about the period.
pub struct Event {
    pub what: String,
    pub when: String,
    pub reason: Option<String>,
    /// Of a reopening: what was changed after it.
    pub changes: Option<Evenings>,
}

pub fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// What everything on the page is told with.
pub struct Telling<'a> {
    pub w: Words,
    pub me: &'a Me,
    pub unit: &'a Unit,
    pub period: Whole,
    pub inside: Inside,
}

impl Telling<'_> {
    fn name_of(&self, activity: Uuid, unit: Uuid) -> String {
        let name = self.inside.activities.get(&activity);
        let name = name.map_or_else(String::new, |activity| self.w.text(&activity.name));
        match self.inside.units.get(&unit).filter(|at| at.id != self.unit.id) {
            Some(at) => format!("{name} · {}", self.w.text(&at.name)),
            None => name,
        }
    }

    /// The pages of a unit, for whoever may do this there.
    fn base_of(&self, unit: Uuid, act: Act) -> Option<String> {
        let unit = self.inside.units.get(&unit)?;
        self.me.may(act, &unit.as_place()).then(|| unit.address())
    }

    pub fn facts(&self) -> Vec<Fact> {
        let (w, base) = (self.w, self.unit.address());
        let asked = query(&figures_of(self.unit, self.period));
        let figure = |measure: Measure| {
            let says = shown(w, measure, measure.of(&self.inside.sums));
            let href = format!("{base}/figures?measure={}&{asked}", measure.code());
            (w.tr(&format!("measure-{}", measure.code())), says, Some(href))
        };
        let off = (self.inside.called_off > 0).then(|| {
            let (from, to) = (self.period.from(), self.period.last());
            format!("{base}/entries?status=cancelled&from={from}&to={to}")
        });
        let called_off = (w.tr("period-called-off"), w.int(self.inside.called_off), off);
        let held = [Measure::ActivitiesHeld].into_iter().map(figure).chain([called_off]);
        held.chain([Measure::YouthWorkMin, Measure::Visits].into_iter().map(figure)).collect()
    }

    pub fn waiting(&self) -> Evenings {
        let lines = self.inside.waiting.iter().take(NAMED).map(|it| Evening {
            href: self
                .base_of(it.unit_id, Act::Record)
                .map(|base| format!("{base}/entries/{}/proposals/{}", it.entry_id, it.version)),
            on: Some((it.local_date, self.w.day(it.local_date))),
            name: self.name_of(it.activity_id, it.unit_id),
            says: self.w.tr("today-waiting-what"),
        });
        self.evenings(
            "h-waiting",
            "today-waiting",
            "period-waiting",
            lines.collect(),
            self.inside.waiting.len(),
        )
    }

    pub fn missing(&self) -> Evenings {
        let (w, missing) = (self.w, &self.inside.missing);
        let (id, title) = ("h-missing", "today-missing");
        if missing.len() > NAMED && !self.inside.below.is_empty() {
            let what = w.n("period-missing", count(missing.len()));
            return Evenings { id, title, what, lines: self.missing_by_unit(), more: None };
        }
        let lines = missing.iter().take(NAMED).map(|it| Evening {
            href: self.base_of(it.unit_id, Act::Record).map(|base| {
                let (activity, date, start) = (it.activity_id, it.date, it.start_min);
                format!("{base}/entries/new?activity={activity}&date={date}&start={start}")
            }),
            on: Some((it.date, w.day(it.date))),
            name: self.name_of(it.activity_id, it.unit_id),
            says: format!("{}, {}", w.weekday(it.date), w.clock(it.start_min)),
        });
        self.evenings(id, title, "period-missing", lines.collect(), missing.len())
    }

    /// Of many in several units it is told how many each lacks: most first, and each opens its own.
    fn missing_by_unit(&self) -> Vec<Evening> {
        let mut by_unit: HashMap<Uuid, usize> = HashMap::new();
        for it in &self.inside.missing {
            *by_unit.entry(it.unit_id).or_default() += 1;
        }
        let named = |(id, n): (Uuid, usize)| Some((self.w.text(&self.inside.units.get(&id)?.name), id, n));
        let mut units: Vec<(String, Uuid, usize)> = by_unit.into_iter().filter_map(named).collect();
        units.sort_by(|a, b| b.2.cmp(&a.2).then_with(|| self.w.compare(&a.0, &b.0)));
        let line = |(name, id, n): (String, Uuid, usize)| Evening {
            href: self
                .base_of(id, Act::SeeEntries)
                .map(|base| format!("{base}/periods/{}", self.period.code())),
            on: None,
            name,
            says: self.w.n("period-missing-here", count(n)),
        };
        units.into_iter().map(line).collect()
    }

    fn evenings(
        &self,
        id: &'static str,
        title: &'static str,
        what: &str,
        lines: Vec<Evening>,
        n: usize,
    ) -> Evenings {
        let more = n.checked_sub(lines.len()).filter(|more| *more > 0);
        let more = more.map(|more| self.w.n("period-more-evenings", count(more)));
        Evenings { id, title, what: self.w.n(what, count(n)), lines, more }
    }

    /// What would come of closing.
    pub fn closing(&self) -> Vec<String> {
        let w = self.w;
        let n = count(self.inside.below.len());
        let mut what =
            vec![w.with("period-close-what", &[("unit", w.text(&self.unit.name).into()), ("n", n.into())])];
        if !self.inside.waiting.is_empty() {
            what.push(w.n("period-close-waiting", count(self.inside.waiting.len())));
        }
        if !self.inside.missing.is_empty() {
            what.push(w.n("period-close-missing", count(self.inside.missing.len())));
        }
        what
    }

    /// The closings that keep days of it closed when `lock` is reopened, in words.
    pub fn still(&self, lock: &Lock) -> Option<String> {
        let w = self.w;
        let below: HashSet<Uuid> = self.inside.below.iter().copied().chain([self.unit.id]).collect();
        let days = || self.period.from().iter_days().take_while(|day| *day < self.period.until());
        let mut named: Vec<String> = Vec::new();
        for other in self.inside.calendar.locks().iter().filter(|it| it.stands() && it.id != lock.id) {
            let here = below.contains(&other.unit_id)
                || days().any(|day| self.inside.calendar.is_about(other, self.unit.id, day));
            if here {
                let period = other.period.name(w);
                let of = (other.unit_id != self.unit.id).then(|| format!(" ({})", w.text(&other.unit_name)));
                named.push(format!("{period}{}", of.unwrap_or_default()));
            }
        }
        let more = named.len().checked_sub(NAMED).filter(|more| *more > 0);
        named.truncate(NAMED);
        named.extend(more.map(|more| w.n("period-and-more", count(more))));
        (!named.is_empty()).then(|| w.of("period-still-closed", named.join(", ")))
    }

    fn changes(&self, changes: &[&Change], names: &HashMap<Uuid, String>) -> Evenings {
        let w = self.w;
        let line = |it: &&Change| {
            let who = it.by_name.clone().unwrap_or_else(|| w.tr("entry-nobody"));
            let what = w.tr(match it.version {
                _ if it.removed => "period-change-removed",
                1 => "period-change-new",
                _ => "period-change",
            });
            let at_unit = self.inside.units.get(&it.unit_id).filter(|at| at.id != self.unit.id);
            let activity = names.get(&it.activity_id).cloned().unwrap_or_default();
            Evening {
                href: self
                    .base_of(it.unit_id, Act::SeeEntries)
                    .map(|base| format!("{base}/entries/{}", it.entry_id)),
                on: Some((it.local_date, w.day(it.local_date))),
                name: at_unit.map_or(activity.clone(), |at| format!("{activity} · {}", w.text(&at.name))),
                says: format!("{what} · {} · {who}", at(w, self.unit, it.at)),
            }
        };
        let lines: Vec<Evening> = changes.iter().take(LISTED).map(line).collect();
        self.evenings("", "", "period-changes", lines, changes.len())
    }

    /// Everything that was done about the period, newest first.
    pub fn history(&self, locks: &[Lock], changes: &[Change], names: &HashMap<Uuid, String>) -> Vec<Event> {
        let w = self.w;
        let mut events = Vec::new();
        for lock in locks {
            events.push(Event {
                what: w.tr("period-history-closed"),
                when: format!("{} · {}", at(w, self.unit, lock.closed_at), lock.closed_name),
                reason: None,
                changes: None,
            });
            if let Some(it) = &lock.reopened {
                let of_lock: Vec<&Change> =
                    changes.iter().filter(|change| change.lock_id == lock.id).collect();
                events.push(Event {
                    what: w.tr("period-history-reopened"),
                    when: format!("{} · {}", at(w, self.unit, it.at), it.name),
                    reason: Some(it.reason.clone()),
                    changes: Some(self.changes(&of_lock, names)),
                });
            }
        }
        events.reverse();
        events
    }
}
