//! One month or year of a unit: what is in it, what may be done about it, and what was.

use std::collections::{HashMap, HashSet};

use askama::Template;
use uuid::Uuid;

use super::inside::inside;
use super::telling::{Evenings, Event, Fact, SHORT, Telling, count};
use crate::access::{Act, Me};
use crate::activities;
use crate::app::App;
use crate::error::Result;
use crate::form::{Wrong, told};
use crate::i18n::{Arg, Words};
use crate::periods::{self, Change, LONGEST_REASON, State, Whole};
use crate::units::{self, Unit};
use crate::web::Page;

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
