//! A body: who sits in it, when it met, and what stands in it.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use uuid::Uuid;

use super::{Desk, Three};
use crate::access::{Act, RoleKind};
use crate::app::App;
use crate::bodies::body::{Kind, Seat};
use crate::bodies::meetings;
use crate::bodies::store::{self, Member};
use crate::error::Result;
use crate::form::{Fields, Wrong, told};
use crate::i18n::Words;
use crate::people::{self, Member as Holder};
use crate::web::{Page, Visit, render};

/// What a member reads of the network's figures.
enum Figures {
    /// Nothing is said: not of a committee, or not by whoever looks.
    Unsaid,
    /// By a role of their own.
    Own,
    Given(String),
    /// With the id of the role that would be given.
    May(String, Uuid),
}

struct Line {
    id: Uuid,
    version: i64,
    name: String,
    mail: String,
    seat: &'static str,
    says: String,
    /// They have no role in the network any more.
    left: bool,
    from_on: String,
    last_on: String,
    figures: Figures,
    /// What was typed and is wrong stands here.
    open: bool,
}

impl Line {
    fn action(&self) -> Option<(&str, Option<Uuid>)> {
        match &self.figures {
            Figures::Given(action) => Some((action, None)),
            Figures::May(action, id) => Some((action, Some(*id))),
            Figures::Own | Figures::Unsaid => None,
        }
    }

    fn reads(&self) -> bool {
        matches!(self.figures, Figures::Own | Figures::Given(_))
    }
}

struct Held {
    href: String,
    day: String,
    says: String,
}

#[derive(Template)]
#[template(path = "bodies/web/one.html")]
struct OnePage {
    page: Page,
    list: String,
    /// Where annual plans tell of it.
    plans: String,
    base: String,
    name: String,
    kind: String,
    within: Option<(String, String)>,
    inside: Vec<(String, String)>,
    ended: bool,
    may_keep: bool,
    committee: bool,
    members: Vec<Line>,
    former: Vec<Line>,
    /// Whether one of those still reads the figures.
    former_read: bool,
    meetings: Vec<Held>,
    /// Where a new meeting is written.
    new: Option<String>,
    /// Id of whoever is added next.
    id: Uuid,
    /// (id, name)
    people: Vec<(String, String)>,
    seats: Vec<(&'static str, String)>,
    people_href: Option<String>,
    fields: Fields,
    /// Whose form is told about: "add", or a member's id.
    at: String,
    problems: Vec<(String, String)>,
}

impl OnePage {
    fn problem(&self, at: &str, field: &str) -> Option<&str> {
        let known = self.problems.iter().find(|(name, _)| name == field).filter(|_| self.at == at);
        known.map(|(_, says)| says.as_str())
    }

    fn value(&self, field: &str) -> &str {
        if self.at == "add" { self.fields.get(field) } else { "" }
    }
}

/// What was sent and could not be taken.
#[derive(Default)]
pub struct Sent {
    /// "add", or a member's id.
    pub at: String,
    pub fields: Fields,
    pub wrong: Vec<Wrong>,
}

fn called(name: &str, mail: &str) -> String {
    if name.is_empty() { mail.to_owned() } else { name.to_owned() }
}

/// What they are, and since when or until when.
fn says(w: Words, it: &Member, today: NaiveDate) -> String {
    let seat = w.tr(&format!("body-seat-{}", it.what.seat.code()));
    let last = it.what.until_on.and_then(|until| until.pred_opt());
    let when = match last {
        Some(last) => w.span(it.what.from_on, last),
        None if it.what.from_on > today => w.of("role-from", w.date(it.what.from_on)),
        None => w.of("body-since", w.date(it.what.from_on)),
    };
    format!("{seat} · {when}")
}

fn figures(app: &App, desk: &Desk, it: &Member, holders: Option<&[Holder]>, today: NaiveDate) -> Figures {
    let Some(holders) = holders.filter(|_| it.here) else { return Figures::Unsaid };
    let action = format!("{}/members/{}/figures", desk.base(), it.id);
    let of: Vec<&Holder> = holders.iter().filter(|role| role.person_id == it.person_id).collect();
    if of.iter().any(|role| role.kind == RoleKind::Viewer) {
        // Also who sits there no more is told and ended here.
        Figures::Given(format!("{action}/withdrawal"))
    } else if !it.sits(today) {
        Figures::Unsaid
    } else if of.is_empty() {
        Figures::May(action, app.ids.ordered())
    } else {
        Figures::Own
    }
}

async fn page(app: &App, visit: &Visit, desk: &Desk, sent: Sent) -> Result<OnePage> {
    let (w, me, unit) = (visit.w, visit.me()?, &desk.unit);
    let (network_id, today, base) = (unit.network.id, app.clock.today(unit.network.zone), desk.base());
    let list = format!("{}/bodies", unit.address());
    let what = &desk.body.what;
    let all = store::bodies(&app.db, unit).await?;
    let link = |it: &store::Stored<crate::bodies::Body>| (format!("{list}/{}", it.id), w.text(&it.what.name));
    let committee = what.kind == Kind::RegionalCommittee;
    let manages = me.may(Act::ManagePeople, &unit.as_place());
    let holders = if committee && manages { Some(people::holders(app, unit).await?) } else { None };
    let may_keep = desk.may_keep && !desk.body.dropped;
    let line = |it: &Member| Line {
        id: it.id,
        version: it.version,
        name: called(&it.name, &it.mail),
        mail: if may_keep { it.mail.clone() } else { String::new() },
        seat: it.what.seat.code(),
        says: says(w, it, today),
        left: !it.here,
        from_on: it.what.from_on.to_string(),
        last_on: it
            .what
            .until_on
            .and_then(|until| until.pred_opt())
            .map_or_else(String::new, |it| it.to_string()),
        figures: figures(app, desk, it, holders.as_deref(), today),
        open: sent.at == it.id.to_string(),
    };
    let members = store::members(&app.db, network_id, desk.body.id, today).await?;
    let (former, members): (Vec<_>, Vec<_>) =
        members.iter().partition(|it| it.what.until_on.is_some_and(|until| until <= today));
    let mut members: Vec<&Member> = members;
    members.sort_by_key(|it| it.what.seat != Seat::Leads);
    let former: Vec<Line> = former.iter().map(|it| line(it)).collect();
    let offered = if may_keep { people::in_network(&app.db, network_id, today).await? } else { Vec::new() };
    let offered = offered.iter().filter(|it| members.iter().all(|member| member.person_id != it.id));
    let offered = offered.map(|it| {
        let says = if it.name.is_empty() { it.mail.clone() } else { format!("{} · {}", it.name, it.mail) };
        (it.id.to_string(), says)
    });
    let held = store::meetings(&app.db, network_id, desk.body.id).await?;
    let held = held.iter().map(|it| {
        let n = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let decided = it.what.decisions.len();
        let decided = (decided > 0).then(|| w.n("body-n-decisions", n(decided)));
        let place = Some(it.what.place.clone()).filter(|it| !it.is_empty());
        Held {
            href: format!("{base}/meetings/{}", it.id),
            day: w.date(it.what.held_on),
            says: [place, decided].into_iter().flatten().collect::<Vec<_>>().join(" · "),
        }
    });
    let writes = !desk.body.dropped && meetings::may_write(app, me, unit, desk.body.id).await?;
    Ok(OnePage {
        page: Page::new(visit, w.text(&what.name), "structure"),
        name: w.text(&what.name),
        kind: w.tr(&format!("body-kind-{}", what.kind.code())),
        within: what.within.and_then(|id| all.iter().find(|it| it.id == id)).map(link),
        inside: all
            .iter()
            .filter(|it| it.what.within == Some(desk.body.id) && !it.dropped)
            .map(link)
            .collect(),
        ended: desk.body.dropped,
        may_keep,
        committee: committee && manages,
        members: members.iter().map(|it| line(it)).collect(),
        former_read: former.iter().any(Line::reads),
        former,
        meetings: held.collect(),
        new: writes.then(|| format!("{base}/meetings/{}/form", app.ids.ordered())),
        id: app.ids.ordered(),
        people: offered.collect(),
        seats: Seat::ALL.map(|it| (it.code(), w.tr(&format!("body-seat-{}", it.code())))).into(),
        people_href: manages.then(|| format!("{}/people", unit.address())),
        problems: told(w, &sent.wrong),
        fields: sent.fields,
        at: sent.at,
        plans: format!("{}/plans/named?body={}", unit.address(), desk.body.id),
        list,
        base,
    })
}

pub async fn show(State(app): State<App>, visit: Visit, Path(at): Path<Three>) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&at.0, &at.1, at.2)).await?;
    Ok(render(&page(&app, &visit, &desk, Sent::default()).await?)?.into_response())
}

/// The page again, with what is wrong with what was sent.
pub async fn refused(app: &App, visit: &Visit, desk: &Desk, sent: Sent) -> Result<Response> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page(app, visit, desk, sent).await?)?).into_response())
}
