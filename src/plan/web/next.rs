//! A plan as the beginning of the next one: which actions and projects are carried over, what is unfinished before anything else.

use askama::Template;
use axum::extract::{Path, Query, State as Shared};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::goal::{look, name};
use super::list::year;
use super::{Desk, Three, address};
use crate::app::App;
use crate::error::Result;
use crate::form::{Fields, Wrong, told};
use crate::i18n::Words;
use crate::plan::copying::{has_choice, into_year, is_chosen};
use crate::plan::document::{Kind, Part};
use crate::plan::reckoning::Reckoning;
use crate::plan::standing::{State, is_unfinished, of_action};
use crate::plan::{making, telling, tree, when};
use crate::web::{Filled, Page, Visit, render};

/// In addresses: what has no number.
const WITHOUT: &str = "without";
/// Which actions are ticked at first, by what the address says.
const TAKE: [&str; 3] = ["unfinished", "all", "none"];

/// `?take=all&state=at_risk`; what cannot be read is not asked.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    take: String,
    state: String,
}

struct Choice {
    code: String,
    /// Of an action; a project and a heading have theirs above it, and say what is chosen.
    name: String,
    when: String,
    tone: &'static str,
    icon: &'static str,
    state: String,
    numbers: String,
    chosen: bool,
}

/// A link that chooses something, how many there are of it, and whether it is chosen.
struct Link {
    href: String,
    tone: &'static str,
    icon: &'static str,
    says: String,
    n: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "plan/web/next.html")]
struct NextPage {
    page: Page,
    base: String,
    unit_href: String,
    name: String,
    year: String,
    on: String,
    take: Vec<Link>,
    states: Vec<Link>,
    /// What stands above, and its actions.
    groups: Vec<(String, Vec<Choice>)>,
    /// Codes of what is ticked and of another state than the one that is shown.
    others: Vec<String>,
    others_say: String,
    problems: Vec<(String, String)>,
}

fn code(state: Option<State>) -> &'static str {
    state.map_or(WITHOUT, State::code)
}

fn called(w: Words, state: Option<State>) -> String {
    state.map_or_else(|| w.tr("plan-next-without"), |it| name(w, it))
}

/// An action, or a heading with numbers of its own, and how these stand; a project, as they and those of what is in it do.
struct Action<'a> {
    part: &'a Part,
    state: Option<State>,
    numbers: String,
}

fn actions<'a>(w: Words, parts: &'a [Part], reckoning: &Reckoning) -> Vec<Action<'a>> {
    let action = |part: &'a Part| {
        let inside =
            if is_chosen(part.kind) { tree::branch(parts, &part.code) } else { vec![part.code.clone()] };
        let of = reckoning.targets.iter().filter(|it| inside.contains(&it.part));
        let states: Vec<State> = of.map(|it| it.standing.state).collect();
        let own = reckoning.targets.iter().filter(|it| it.part == part.code);
        let numbers: Vec<String> =
            own.map(|it| format!("{} {}", telling::far(w, it), w.text(&it.target.unit))).collect();
        Action { part, state: of_action(&states), numbers: numbers.join(" · ") }
    };
    parts.iter().filter(|it| has_choice(it)).map(action).collect()
}

fn n(w: Words, n: usize) -> String {
    w.int(i64::try_from(n).unwrap_or(i64::MAX))
}

async fn page(
    app: &App,
    visit: &Visit,
    desk: &Desk,
    asked: &Asked,
    sent: Option<(&Fields, &[Wrong])>,
) -> Result<NextPage> {
    let (w, base, parts) = (visit.w, desk.base(), desk.kept.whats());
    let (reckoning, _) = desk.reckon(app, None).await?;
    let all = actions(w, &parts, &reckoning);
    let take = TAKE.into_iter().find(|it| *it == asked.take).unwrap_or(TAKE[0]);
    let shown = all.iter().map(|it| code(it.state)).find(|it| *it == asked.state);
    let taken = |take: &str, it: &Action<'_>| match take {
        "all" => true,
        "none" => false,
        _ => is_unfinished(it.state),
    };
    let chosen = |it: &Action<'_>| match sent {
        Some((typed, _)) => typed.all("keep").any(|code| code == it.part.code),
        None => taken(take, it),
    };
    let href = |take: &str, state: Option<&str>| {
        let state = state.map_or_else(String::new, |it| format!("&state={it}"));
        format!("{base}/next?take={take}{state}")
    };
    let of_take = TAKE.into_iter().map(|it| Link {
        href: href(it, shown),
        tone: "",
        icon: "",
        says: w.tr(&format!("plan-next-{it}")),
        n: n(w, all.iter().filter(|action| taken(it, action)).count()),
        chosen: sent.is_none() && it == take,
    });
    let of_state = State::ALL.iter().map(|it| Some(*it)).chain([None]).filter_map(|state| {
        let of = all.iter().filter(|it| it.state == state).count();
        let (tone, icon) = state.map_or(("", "minus"), look);
        (of > 0).then(|| Link {
            href: href(take, Some(code(state))),
            tone,
            icon,
            says: called(w, state),
            n: n(w, of),
            chosen: shown == Some(code(state)),
        })
    });
    let every = Link {
        href: href(take, None),
        tone: "",
        icon: "list",
        says: w.tr("plan-next-every"),
        n: n(w, all.len()),
        chosen: shown.is_none(),
    };
    let mut groups: Vec<(String, Vec<Choice>)> = Vec::new();
    let (mut last, mut others) = (None, Vec::new());
    for it in &all {
        if shown.is_some_and(|shown| shown != code(it.state)) {
            others.extend(chosen(it).then(|| it.part.code.clone()));
            continue;
        }
        // A project, or a heading, stands under its own name, before its actions.
        let heading = if it.part.kind == Kind::Action { &it.part.within } else { &it.part.code };
        if last != Some(heading) {
            let above = parts.iter().find(|above| above.code == *heading);
            groups.push((above.map_or_else(String::new, |above| w.text(&above.name)), Vec::new()));
            last = Some(heading);
        }
        let (tone, icon) = it.state.map_or(("", "minus"), look);
        let choice = Choice {
            code: it.part.code.clone(),
            name: match it.part.kind {
                Kind::Action => w.text(&it.part.name),
                kind if is_chosen(kind) => w.tr(&format!("plan-next-{}", kind.code())),
                _ => w.tr("plan-next-numbers"),
            },
            when: when::says(w, &it.part.says.when, desk.year()),
            tone,
            icon,
            state: called(w, it.state),
            numbers: it.numbers.clone(),
            chosen: chosen(it),
        };
        if let Some((_, all)) = groups.last_mut() {
            all.push(choice);
        }
    }
    Ok(NextPage {
        page: Page::new(visit, w.tr("plan-next"), "overview"),
        unit_href: desk.unit.address(),
        name: desk.name(w),
        year: sent.map_or_else(|| (desk.year() + 1).to_string(), |(it, _)| it.get("year").to_owned()),
        on: w.of("plan-next-on", w.date(reckoning.on)),
        take: of_take.collect(),
        states: [every].into_iter().chain(of_state).collect(),
        groups,
        others_say: w.n("plan-next-others", i64::try_from(others.len()).unwrap_or(i64::MAX)),
        others,
        problems: sent.map_or_else(Vec::new, |(_, wrong)| told(w, wrong)),
        base,
    })
}

pub async fn show(
    Shared(app): Shared<App>,
    visit: Visit,
    Path(at): Path<Three>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&at.0, &at.1, &at.2), true).await?;
    Ok(render(&page(&app, &visit, &desk, &asked, None).await?)?.into_response())
}

pub async fn copy(Filled { app, visit, at, fields }: Filled<Three>) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&at.0, &at.1, &at.2), true).await?;
    let refused = async |key: &'static str| -> Result<Response> {
        let wrong = [Wrong::new("year", key)];
        let page = page(&app, &visit, &desk, &Asked::default(), Some((&fields, &wrong))).await?;
        Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
    };
    let Some(to) = year(fields.get("year")) else { return refused("plan-year-wrong").await };
    let keep: Vec<&str> = fields.all("keep").collect();
    let plan = into_year(&desk.kept.plan(), to, |it| keep.contains(&it.code.as_str()));
    // Sent again, what was begun then stands.
    match making::find(&app, &desk.unit, to).await? {
        Some(there) if there.plan() != plan && !there.is_blank() => return refused("plan-year-taken").await,
        _ => making::begin_plan(&app, visit.me()?, &desk.unit, &plan).await?,
    }
    Ok(Redirect::to(&address(&desk.unit, to)).into_response())
}
