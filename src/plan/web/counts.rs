//! What was counted by hand for a target, as pages show it; and a target that stands in its plan no more, with its counts.

use askama::Template;
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;

use super::{App, Desk, Result};
use crate::clock::Day;
use crate::error::OrMissing;
use crate::i18n::Words;
use crate::plan::codes;
use crate::plan::document::Part;
use crate::plan::reckoning::Reckoning;
use crate::plan::reckoning::joining::{Join, Names, by_hand};
use crate::plan::store::counts::{self, Count};
use crate::plan::store::{self, Stored};
use crate::plan::when::Months;
use crate::plan::{document::Target, telling};
use crate::web::{Page, Visit, render};

/// A count.
pub struct Line {
    pub day: String,
    pub number: String,
    pub unit: String,
    pub note: String,
    pub by: String,
    pub file: Option<(String, String)>,
    pub taken: Option<String>,
    /// Where it is taken back.
    pub removal: String,
}

pub fn line(w: Words, desk: &Desk, it: &Count) -> Line {
    let base = desk.base();
    let on = |at| w.date(Day::Now(at).in_zone(desk.unit.network.zone));
    let said =
        |key: &str, who: &str, at| w.with(key, &[("who", who.to_owned().into()), ("on", on(at).into())]);
    let file = (!it.file.is_empty()).then(|| {
        let key = if it.file == "pdf" { "plan-count-pdf" } else { "plan-count-picture" };
        (format!("{base}/counts/{}/file", it.id), w.tr(key))
    });
    Line {
        day: w.date(it.day),
        number: w.int(it.number),
        unit: it.unit.clone(),
        note: it.note.clone(),
        by: said("plan-counted-by", &it.by_name, it.made_at),
        file,
        taken: it.taken_at.map(|at| said("plan-taken-by", &it.taken_name, at)),
        removal: format!("{base}/counts/{}/removal", it.id),
    }
}

/// A target of a part that is told no more.
pub struct Earlier {
    pub target: Target,
    pub counts: Vec<Count>,
}

/// Targets of a part that were counted for by hand and are told no more, as they were worded last. `versions`: of the part, the latest
/// first.
pub async fn earlier(
    app: &App,
    desk: &Desk,
    part: &str,
    versions: &[Stored<Part>],
    reckoning: &Reckoning,
) -> Result<Vec<Earlier>> {
    let worded: Vec<&Part> = versions.iter().map(|it| &it.what).collect();
    let all = counts::counts(&app.db, desk.unit.network.id, desk.kept.held.id).await?;
    let all = codes::counted(&worded, all, |code| reckoning.target(part, code).is_some());
    Ok(all.into_iter().map(|(target, counts)| Earlier { target, counts }).collect())
}

/// A target as it was worded last.
fn worded<'v>(versions: &'v [Stored<Part>], code: &str) -> Option<&'v Target> {
    versions.iter().flat_map(|it| &it.what.says.targets).find(|it| it.code == code)
}

impl Earlier {
    /// How many counts of it stand.
    pub fn standing(&self) -> i64 {
        i64::try_from(self.counts.iter().filter(|it| it.taken_at.is_none()).count()).unwrap_or(i64::MAX)
    }

    /// What they come to at the end of a day, of the year of their plan.
    pub fn came(&self, w: Words, year: i32, on: NaiveDate) -> String {
        let months = Months::of(&[], year);
        let join = Join::of(&self.target, &months, on);
        telling::came(w, by_hand(&self.target, &self.counts, &Names::default(), &join).0)
    }
}

#[derive(Template)]
#[template(path = "plan/web/earlier.html")]
struct EarlierPage {
    page: Page,
    crumbs: Vec<(String, String)>,
    /// What it was a target of: where that is read, if it still is, and its name.
    part: (Option<String>, String),
    title: String,
    came: String,
    lines: Vec<Line>,
    may_write: bool,
}

/// The page of a target that once stood in a part.
pub async fn page(
    app: &App,
    visit: &Visit,
    desk: &Desk,
    (part, code): (&str, &str),
    reckoning: &Reckoning,
) -> Result<Response> {
    let w = visit.w;
    let versions = store::versions(&app.db, desk.unit.network.id, desk.kept.held.id, part).await?;
    let of = &versions.first().or_missing()?.what;
    let stood = worded(&versions, code).or_missing()?;
    let all = earlier(app, desk, part, &versions, reckoning).await?;
    let it = all.into_iter().find(|it| it.target.code == code);
    let it = it.unwrap_or_else(|| Earlier { target: stood.clone(), counts: Vec::new() });
    let stands = desk.kept.part(part).map(|_| format!("{}/parts/{part}", desk.base()));
    let page = EarlierPage {
        page: Page::new(visit, telling::target(w, &it.target), "overview"),
        crumbs: desk.crumbs(visit, of),
        part: (stands, w.text(&of.name)),
        title: telling::target(w, &it.target),
        came: it.came(w, desk.year(), reckoning.on),
        lines: it.counts.iter().rev().map(|it| line(w, desk, it)).collect(),
        may_write: desk.may_write,
    };
    Ok(render(&page)?.into_response())
}
