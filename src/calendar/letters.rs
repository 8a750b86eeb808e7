//! To whom the calendar writes, and what.

use chrono::NaiveDate;
use uuid::Uuid;

use super::names::{Names, address};
use super::rule::{Date, Rule};
use crate::access::RoleKind;
use crate::app::App;
use crate::clock::Day;
use crate::db::{Conn, Result};
use crate::i18n::{Arg, Lang, Words};
use crate::people::{self, Addressed};
use crate::units::Unit;

/// More of them nobody reads in a mail.
const MOST: usize = 20;

/// Those whom the calendar may write to.
pub struct Colleagues {
    mentors: Vec<Addressed>,
    viewers: Vec<Addressed>,
    coordinators: Vec<Addressed>,
}

/// By a role on a unit itself, else on the nearest one above that has somebody.
fn nearest<'a>(unit: &Unit, all: &'a [Addressed]) -> Vec<&'a Addressed> {
    let above = unit.path.ids().into_iter().rev();
    let mut found = above.map(|id| all.iter().filter(|it| it.unit_id == id).collect::<Vec<_>>());
    found.find(|here| !here.is_empty()).unwrap_or_default()
}

impl Colleagues {
    pub async fn read<'c>(
        conn: impl Into<Conn<'c>>,
        network_id: Uuid,
        today: NaiveDate,
    ) -> Result<Colleagues> {
        let mut conn: Conn<'_> = conn.into();
        Ok(Colleagues {
            mentors: people::everybody_as(conn.again(), network_id, RoleKind::Mentor, today).await?,
            viewers: people::everybody_as(conn.again(), network_id, RoleKind::Viewer, today).await?,
            coordinators: people::everybody_as(conn, network_id, RoleKind::Coordinator, today).await?,
        })
    }

    /// Who is reminded of what a unit owes: its mentors, else those of the nearest unit above, else who coordinates.
    pub fn reminded(&self, unit: &Unit) -> Vec<&Addressed> {
        let mentors = nearest(unit, &self.mentors);
        if mentors.is_empty() { nearest(unit, &self.coordinators) } else { mentors }
    }

    /// Who gets a unit's report. Those who look at the network as a whole get the network's own, not everybody's.
    pub fn receivers(&self, unit: &Unit, rule: &Rule) -> Vec<&Addressed> {
        let mut all = Vec::new();
        if rule.due.to_viewers {
            let root = unit.path.ids().first().copied();
            let viewers = nearest(unit, &self.viewers).into_iter();
            all.extend(viewers.filter(|it| Some(it.unit_id) != root || root == Some(unit.id)));
        }
        if rule.due.to_mentors {
            all.extend(self.reminded(unit));
        }
        all.sort_by_key(|it| it.person_id);
        all.dedup_by_key(|it| it.person_id);
        all
    }
}

pub fn words(to: &Addressed) -> Words {
    Words(Lang::from_code(&to.language).unwrap_or(Lang::En))
}

/// Something that a unit owes, to be reminded of.
#[derive(Clone, Copy)]
pub struct Owing<'a> {
    pub rule: &'a Rule,
    pub date: Date,
    pub unit: &'a Unit,
}

/// One letter about everything: (subject, body).
pub fn reminder(
    app: &App,
    names: &Names,
    to: &Addressed,
    root: &Unit,
    owing: &[Owing<'_>],
) -> (String, String) {
    let (w, site) = (words(to), app.settings.base_url());
    let mut sorted: Vec<&Owing<'_>> = owing.iter().collect();
    sorted.sort_by(|a, b| {
        let name = |it: &Owing<'_>| w.text(&it.unit.name);
        (a.date.by, a.rule.id).cmp(&(b.date.by, b.rule.id)).then_with(|| w.compare(&name(a), &name(b)))
    });
    let line = |it: &&&Owing<'_>| {
        let args = [
            ("by", Arg::Day(it.date.by)),
            ("what", Arg::Text(names.whole(w, it.rule, &it.date))),
            ("unit", Arg::Text(w.text(&it.unit.name))),
        ];
        let says = w.with("due-mail-line", &args);
        let address = it.rule.period(&it.date).map(|period| address(it.unit, it.rule, &period));
        format!("{says}\n{site}{}", address.unwrap_or_default())
    };
    let mut lines: Vec<String> = sorted.iter().take(MOST).map(|it| line(&it)).collect();
    if sorted.len() > MOST {
        lines.push(w.n("due-more", i64::try_from(sorted.len() - MOST).unwrap_or(i64::MAX)));
    }
    let home = sorted.first().map_or(root, |it| if to.unit_id == root.id { root } else { it.unit });
    let args = [
        ("n", Arg::Int(i64::try_from(owing.len()).unwrap_or(i64::MAX))),
        ("lines", Arg::Text(lines.join("\n\n"))),
        ("calendar", Arg::Text(format!("{site}{}/calendar", home.address()))),
    ];
    (w.with("due-mail-subject", &args), w.with("due-mail-body", &args))
}

/// What stands in a mail that a report goes along with, or is too large to.
pub struct Report<'a> {
    pub title: &'a str,
    pub unit: &'a Unit,
    /// Where it is read.
    pub address: String,
    /// Whether somebody finished it; else its figures are of the day.
    pub finished: bool,
    pub attached: bool,
    /// What it was held against before it was sent, a line each.
    pub checks: &'a [String],
}

/// A mail is no place for more lines than these.
const MOST_CHECKS: usize = 12;

pub fn report(app: &App, w: Words, it: &Report<'_>) -> (String, String) {
    let args = [
        ("title", Arg::Text(it.title.to_owned())),
        ("unit", Arg::Text(w.text(&it.unit.name))),
        ("on", Arg::Day(Day::Now(app.clock.now()).in_zone(it.unit.network.zone))),
        ("link", Arg::Text(format!("{}{}", app.settings.base_url(), it.address))),
    ];
    let key = match (it.finished, it.attached) {
        (true, true) => "due-report-finished",
        (false, true) => "due-report-figures",
        (_, false) => "due-report-large",
    };
    let lines = it.checks.iter().take(MOST_CHECKS).map(|says| format!("– {says}"));
    let left = it.checks.len().saturating_sub(MOST_CHECKS);
    let more = (left > 0).then(|| w.n("due-report-checks-more", i64::try_from(left).unwrap_or(i64::MAX)));
    let checks: Vec<String> = std::iter::once(w.tr("due-report-checks")).chain(lines).chain(more).collect();
    (w.with("due-report-subject", &args), format!("{}\n\n{}", w.with(key, &args), checks.join("\n")))
}
