//! The page of a unit: coverage, findings, support visits.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use uuid::Uuid;

use super::line::{Line, line, says};
use super::made::{Correction, Made, VisitForm, made};
use super::strip::{Coverage, coverage};
use super::{At, unit_for};
use crate::access::{Act, Me};
use crate::app::App;
use crate::clock::Day;
use crate::error::Result;
use crate::form::Wrong;
use crate::i18n::{Arg, Words};
use crate::units::{self, Unit};
use crate::watch::look::{Look, over_branch};
use crate::watch::rules::{Finding, Subject};
use crate::watch::store::{Standing, visits};
use crate::watch::visit::{LONGEST, Typed};
use crate::web::{Crumb, Page, Visit, render};

/// Of one subject so many are listed of a unit, and of a branch, whose units have their own pages.
const LISTED: usize = 12;
const LISTED_OF_MANY: usize = 5;

struct Group {
    heading: String,
    asks: String,
    lines: Vec<Line>,
    more: Option<String>,
}

/// One that was answered.
struct Answered {
    says: String,
    how: String,
    reason: Option<String>,
    /// Of one's own: address of the unit, subject and key, to take it back.
    back: Option<(String, &'static str, String)>,
}

struct Due {
    href: String,
    unit: String,
    on: String,
    late: bool,
}

#[derive(Template)]
#[template(path = "watch/web/watch.html")]
struct WatchPage {
    page: Page,
    base: String,
    unit: String,
    crumbs: Vec<Crumb>,
    lead: String,
    coverage: Option<Coverage>,
    groups: Vec<Group>,
    theirs_first: Option<String>,
    dismissed: Vec<Answered>,
    dismissed_heading: String,
    watches: bool,
    answered: bool,
    due: Vec<Due>,
    visits: Vec<Made>,
    /// Units that record are visited.
    visited: bool,
    /// A new visit; none where nobody records, or this person does not watch.
    new: Option<VisitForm>,
    /// What is wrong with a visit: the id of a field, and what to say.
    problems: Vec<(String, String)>,
    most: usize,
}

#[derive(Default, Deserialize)]
pub struct Asked {
    answered: Option<String>,
}

/// What was typed and could not be kept.
#[derive(Default)]
pub struct Kept {
    /// A visit, with the id its page made.
    pub visit: Option<(Uuid, Typed, Vec<Wrong>)>,
    /// A visit that was put down before.
    pub correction: Option<Correction>,
    /// A reason for an answer: of which unit, subject and key, and what is wrong.
    pub reason: Option<(Uuid, Subject, String, String, Wrong)>,
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): At,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, Act::SeeEntries, (&network, &unit)).await?;
    page(&app, &visit, &unit, asked.answered.is_some(), Kept::default()).await
}

/// The page, as an answer; what could not be kept is told in it.
pub async fn page(app: &App, visit: &Visit, unit: &Unit, answered: bool, kept: Kept) -> Result<Response> {
    let (w, me) = (visit.w, visit.me()?);
    let place = unit.as_place();
    let (records, watches) = (me.may(Act::Record, &place), me.may(Act::Watch, &place));
    let look = over_branch(app, unit).await?;
    let sorted = look.sorted(me);
    look.told(app, me, &sorted.open).await?;
    let base = unit.address();
    let alone = look.units.len() == 1;
    let back = format!("{base}/watch?answered=true");
    let groups = groups(w, &look, &sorted.open, &back, alone, kept.reason.as_ref());
    let wrong = kept.visit.is_some() || kept.correction.is_some() || kept.reason.is_some();
    let new = match kept.visit {
        Some((id, typed, wrong)) => VisitForm::new(w, id, typed, &wrong),
        None => {
            let today = look.today.to_string();
            VisitForm::new(w, app.ids.random(), Typed { visited_on: today, ..Typed::default() }, &[])
        }
    };
    let asked: usize = sorted.open.len();
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let visits: Vec<Made> = visits::of_unit(&app.db, unit.network.id, unit.id)
        .await?
        .into_iter()
        .map(|it| made(w, me, unit, it, watches, kept.correction.as_ref()))
        .collect();
    let corrections = visits.iter().filter_map(|it| it.correction.as_ref());
    let forms = corrections.chain([&new]).flat_map(|form| {
        form.problems.iter().map(|(field, says)| (format!("{}{field}", form.prefix), says.clone()))
    });
    let problems = forms.collect();
    let due = visits::follow_ups(&app.db, unit.network.id, &unit.path, look.today).await?;
    let page = WatchPage {
        page: Page::new(
            visit,
            w.of("watch-of", w.text(&unit.name)),
            if watches { "structure" } else { "today" },
        ),
        unit: w.text(&unit.name),
        crumbs: crumbs(app, visit, unit).await?,
        lead: if asked == 0 { w.tr("watch-lead-nothing") } else { w.n("watch-lead", count(asked)) },
        coverage: coverage(w, &look, records),
        groups,
        theirs_first: (sorted.theirs_first > 0)
            .then(|| w.n("watch-theirs-first", count(sorted.theirs_first))),
        dismissed: sorted.dismissed.iter().map(|(it, how)| dismissed(w, me, &look, it, how, alone)).collect(),
        dismissed_heading: w.n("watch-dismissed", count(sorted.dismissed.len())),
        watches,
        answered,
        due: due
            .into_iter()
            .filter(|it| it.unit != unit.code)
            .map(|it| Due {
                href: format!("/units/{}/{}/watch#h-visits", unit.network.code, it.unit),
                unit: w.text(&it.unit_name),
                late: it.on < look.today,
                on: w.date(it.on),
            })
            .collect(),
        visits,
        visited: unit.may_record,
        new: (watches && unit.may_record).then_some(new),
        problems,
        most: LONGEST,
        base,
    };
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, render(&page)?).into_response())
}

fn groups(
    w: Words,
    look: &Look,
    open: &[&Finding],
    back: &str,
    alone: bool,
    kept: Option<&(Uuid, Subject, String, String, Wrong)>,
) -> Vec<Group> {
    let mut groups = Vec::new();
    for subject in Subject::ALL {
        let of: Vec<&&Finding> = open.iter().filter(|it| it.subject() == subject).collect();
        if of.is_empty() {
            continue;
        }
        let is_kept = |it: &Finding| {
            kept.filter(|(unit, subject, key, ..)| {
                *unit == it.unit_id && *subject == it.subject() && *key == it.key
            })
        };
        // What somebody just answered is not to vanish from the page that says why not.
        let most = if alone { LISTED } else { LISTED_OF_MANY };
        let listed = of.iter().enumerate().filter(|(n, it)| *n < most || is_kept(it).is_some());
        let lines: Vec<Line> = listed
            .filter_map(|(_, it)| {
                let unit = look.unit(it.unit_id)?;
                let mut line = line(w, unit, &look.activities, it, back);
                line.asks = None;
                line.unit = (!alone).then(|| w.text(&unit.name));
                if let Some((.., reason, wrong)) = is_kept(it) {
                    line.reason.clone_from(reason);
                    line.problem = Some(w.with(wrong.key, &wrong.args));
                }
                Some(line)
            })
            .collect();
        let more = i64::try_from(of.len().saturating_sub(lines.len())).unwrap_or(0);
        let key = if alone { "watch-more" } else { "watch-more-units" };
        groups.push(Group {
            heading: w.tr(&format!("watch-{}", subject.code())),
            asks: w.tr(&format!("watch-ask-{}", subject.code())),
            lines,
            more: (more > 0).then(|| w.n(key, more)),
        });
    }
    groups
}

fn dismissed(w: Words, me: &Me, look: &Look, it: &Finding, how: &Standing, alone: bool) -> Answered {
    let unit = look.unit(it.unit_id);
    let said = says(w, &look.activities, it);
    let zone = unit.map_or(chrono_tz::UTC, |unit| unit.zone);
    let on = how.dismissed_at.map(|at| Day::Now(at).in_zone(zone));
    let answer = how.answer.as_deref().map(|answer| format!("watch-answered-{answer}"));
    let args = [
        ("who", Arg::from(how.by_name.clone().unwrap_or_else(|| w.tr("entry-nobody")))),
        ("day", on.map_or_else(|| "–".into(), Arg::from)),
        ("answer", answer.filter(|key| w.has(key)).map_or_else(String::new, |key| w.tr(&key)).into()),
    ];
    Answered {
        says: match unit.filter(|_| !alone) {
            Some(unit) => format!("{}: {said}", w.text(&unit.name)),
            None => said,
        },
        how: w.with("watch-answered-by", &args),
        reason: how.reason.clone(),
        back: unit
            .filter(|_| how.dismissed_by == Some(me.id))
            .map(|unit| (unit.address(), it.subject().code(), it.key.clone())),
    }
}

async fn crumbs(app: &App, visit: &Visit, unit: &Unit) -> Result<Vec<Crumb>> {
    let (w, me) = (visit.w, visit.me()?);
    let above = units::named_path(&app.db, unit, app.clock.day()).await?;
    let crumb = |it: &Unit| Crumb {
        href: me.may(Act::SeeEntries, &it.as_place()).then(|| format!("{}/watch", it.address())),
        label: w.text(&it.name),
    };
    Ok(above.iter().filter(|it| it.id != unit.id).map(crumb).collect())
}
