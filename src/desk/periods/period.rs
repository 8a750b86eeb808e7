//! One month or year of a unit: what is in it, what may be done about it, and what was.

use std::collections::{HashMap, HashSet};

use askama::Template;
use chrono::NaiveDate;
use uuid::Uuid;

use super::at;
use super::inside::{Inside, figures_of, inside};
use crate::access::{Act, Me};
use crate::activities;
use crate::app::App;
use crate::desk::overview::{query, shown};
use crate::error::Result;
use crate::form::{Wrong, told};
use crate::i18n::{Arg, Words};
use crate::measures::Measure;
use crate::periods::{self, Change, LONGEST_REASON, Lock, State, Whole};
use crate::units::{self, Unit};
use crate::web::Page;

/// So many single evenings are named; of more it is told how many.
const NAMED: usize = 12;
/// So many units are named at once.
const SHORT: usize = 5;
/// So many changes of a reopening are listed.
const LISTED: usize = 100;

/// A label, what it says, and where that opens.
type Fact = (String, String, Option<String>);

/// An evening to look at.
struct Evening {
    href: Option<String>,
    /// For programs and for people; none where a line is about several.
    on: Option<(NaiveDate, String)>,
    name: String,
    says: String,
}

/// Evenings, and how many there are besides.
struct Evenings {
    id: &'static str,
    title: &'static str,
    what: String,
    lines: Vec<Evening>,
    more: Option<String>,
}

/// The form that closes.
struct Close {
    id: Uuid,
    what: Vec<String>,
}

/// The form that reopens.
struct Reopen {
    action: String,
    reason: String,
    /// What stays closed all the same.
    still: Option<String>,
}

/// Something that was done about the period.
struct Event {
    what: String,
    when: String,
    reason: Option<String>,
    /// Of a reopening: what was changed after it.
    changes: Option<Evenings>,
}

/// What was typed and is told again.
#[derive(Default)]
pub struct Typed {
    pub reason: String,
}

#[derive(Template)]
#[template(path = "desk/periods/period.html")]
pub struct PeriodPage {
    page: Page,
    base: String,
    back: String,
    unit: String,
    code: String,
    name: String,
    /// How it stands.
    lead: String,
    reason: Option<String>,
    facts: Vec<Fact>,
    /// How many units, where it is long, and their names.
    below: Option<(String, String)>,
    evenings: Vec<Evenings>,
    close: Option<Close>,
    reopen: Option<Reopen>,
    /// Who can do what this person may not.
    ask: Option<String>,
    /// The unit above whose closing it is.
    above: Option<(String, String)>,
    most: usize,
    history: Vec<Event>,
    problems: Vec<(String, String)>,
}

impl PeriodPage {
    fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, says)| says.as_str())
    }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// What everything on the page is told with.
struct Telling<'a> {
    w: Words,
    me: &'a Me,
    unit: &'a Unit,
    period: Whole,
    inside: Inside,
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

    fn facts(&self) -> Vec<Fact> {
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

    fn waiting(&self) -> Evenings {
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

    fn missing(&self) -> Evenings {
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
    fn closing(&self) -> Vec<String> {
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
    fn still(&self, lock: &Lock) -> Option<String> {
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
            let what = w.tr(if it.version == 1 { "period-change-new" } else { "period-change" });
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
    fn history(&self, locks: &[Lock], changes: &[Change], names: &HashMap<Uuid, String>) -> Vec<Event> {
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

/// What the activities of these changes are called, wherever they are offered.
async fn names(app: &App, w: Words, unit: &Unit, changes: &[Change]) -> Result<HashMap<Uuid, String>> {
    let mut names = HashMap::new();
    let ids: HashSet<Uuid> = changes.iter().map(|change| change.activity_id).collect();
    for id in ids {
        let activity = activities::activity(&app.db, unit.network.id, id).await?;
        names.insert(id, activity.map_or_else(String::new, |activity| w.text(&activity.name)));
    }
    Ok(names)
}

pub async fn period(
    app: &App,
    page: Page,
    me: &Me,
    unit: &Unit,
    period: Whole,
    typed: Typed,
    wrong: &[Wrong],
) -> Result<PeriodPage> {
    let w = page.w;
    let today = app.clock.today(unit.network.zone);
    let network_id = unit.network.id;
    let telling = Telling { w, me, unit, period, inside: inside(app, unit, period, today).await? };
    let locks = periods::of_unit(&app.db, network_id, unit.id, period).await?;
    let changes = periods::changes(&app.db, network_id, unit.id, period).await?;
    let names = names(app, w, unit, &changes).await?;
    let place = unit.as_place();
    let state = telling.inside.calendar.state(unit.id, period, today);
    let base = unit.address();
    let closes = period.ended(today) && !matches!(state, State::Closed(_));
    let own = match state {
        State::Closed(lock) if lock.unit_id == unit.id && lock.period == period => Some(lock),
        _ => None,
    };
    // One closing may stand over another; the own one is what this page is about.
    let own = own.or_else(|| locks.iter().find(|lock| lock.stands()));
    let above = match state {
        State::Closed(lock) if own.is_none() => {
            let at = units::by_id(&app.db, network_id, lock.unit_id, app.clock.day()).await?;
            let sees = at.filter(|at| me.may(Act::SeeEntries, &at.as_place()));
            sees.map(|at| (lock.address(&at), format!("{} · {}", w.text(&at.name), lock.period.name(w))))
        }
        _ => None,
    };
    let (lead, reason) = match state {
        State::Closed(lock) => (own.unwrap_or(lock).said(w, unit), None),
        State::Partly => (w.tr("period-lead-partly"), None),
        State::Running => (w.with("period-lead-running", &[("day", period.until().into())]), None),
        State::Open => (w.tr("period-lead-open"), None),
        State::Reopened(lock) => match &lock.reopened {
            Some(it) => {
                let day = crate::clock::Day::Now(it.at).in_zone(unit.network.zone);
                let args = [("day", day.into()), ("who", Arg::from(it.name.as_str()))];
                (w.with("period-lead-reopened", &args), Some(it.reason.clone()))
            }
            None => (w.tr("period-lead-open"), None),
        },
    };
    let may_close = me.may(Act::ClosePeriods, &place);
    let may_reopen = me.may(Act::ReopenPeriods, &place);
    let ask = match (own, closes) {
        (Some(_), _) if !may_reopen => Some(w.tr("period-ask-reopen")),
        (None, true) if !may_close => Some(w.tr("period-ask-close")),
        _ => None,
    };
    let mut evenings = Vec::new();
    if !telling.inside.waiting.is_empty() {
        evenings.push(telling.waiting());
    }
    if !telling.inside.missing.is_empty() {
        evenings.push(telling.missing());
    }
    let named: Vec<String> = telling
        .inside
        .below
        .iter()
        .filter_map(|id| telling.inside.units.get(id))
        .map(|below| w.text(&below.name))
        .collect();
    Ok(PeriodPage {
        back: format!("{base}/periods?year={}", period.year()),
        unit: w.text(&unit.name),
        code: period.code(),
        name: period.name(w),
        lead,
        reason,
        facts: telling.facts(),
        below: (!named.is_empty()).then(|| {
            let n = if named.len() > SHORT { w.n("period-units", count(named.len())) } else { String::new() };
            (n, named.join(", "))
        }),
        evenings,
        close: (closes && may_close).then(|| Close { id: app.ids.ordered(), what: telling.closing() }),
        reopen: own.filter(|_| may_reopen).map(|lock| Reopen {
            action: format!("{base}/periods/{}/closures/{}/reopening", period.code(), lock.id),
            reason: typed.reason,
            still: telling.still(lock),
        }),
        ask,
        above,
        most: LONGEST_REASON,
        history: telling.history(&locks, &changes, &names),
        problems: told(w, wrong),
        base,
        page,
    })
}
