//! Two versions of a plan beside one another: what came, what went, and both wordings of what changed.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::blocks::Showing;
use super::editions::choices;
use super::{Desk, Three};
use crate::app::App;
use crate::error::{OrMissing, Result};
use crate::i18n::{Lang, Text18, Words, tongue};
use crate::plan::adoption::{making, store};
use crate::plan::beside::{self, Bit, Change};
use crate::plan::document::{Head, Kind, Part, Plan};
use crate::plan::{telling, when};
use crate::web::{Page, Visit, render};

/// A label, and what is said under it.
type Field = (String, String);

/// Something that is said otherwise: before, and after.
struct Row {
    label: String,
    before: Vec<Bit>,
    after: Vec<Bit>,
}

struct Block {
    class: &'static str,
    icon: &'static str,
    state: &'static str,
    kind: String,
    name: String,
    /// Where it stands in the plan as it is now.
    href: Option<String>,
    /// Of what changed.
    rows: Vec<Row>,
    /// Of what came or went.
    fields: Vec<Field>,
}

#[derive(Template)]
#[template(path = "plan/web/compared.html")]
struct ComparedPage {
    page: Page,
    base: String,
    plans: String,
    name: String,
    choices: Vec<(String, String)>,
    from: String,
    to: String,
    before: String,
    after: String,
    counts: Vec<String>,
    order: bool,
    blocks: Vec<Block>,
}

fn put(fields: &mut Vec<Field>, label: String, text: String) {
    if text.is_empty() {
        return;
    }
    match fields.iter_mut().find(|(known, _)| *known == label) {
        Some((_, says)) => *says = format!("{says}\n{text}"),
        None => fields.push((label, text)),
    }
}

/// Everything that a part says, in one language.
fn fields_of(w: Words, plan: &Plan, part: &Part) -> Vec<Field> {
    let showing = Showing { w, year: plan.year, base: "", parts: &plan.parts, far: None };
    let block = showing.block(part, 2);
    let all = |texts: &[Text18]| texts.iter().map(|it| w.text(it)).collect::<Vec<_>>().join("\n");
    let mut fields = Vec::new();
    let mut add = |key: &str, text: String| put(&mut fields, w.tr(key), text);
    add("plan-name", block.name);
    add("plan-kind", block.kind);
    add("plan-in", plan.part(&part.within).map_or_else(|| w.tr("plan-in-none"), |it| w.text(&it.name)));
    if part.kind == Kind::Action {
        add("plan-when", block.when);
    }
    add("plan-purpose", block.purpose);
    add("plan-goals", all(&part.says.goals));
    add("plan-qualitative", all(&part.says.qualitative));
    add("plan-indicator", block.indicator);
    let targets: Vec<String> = part.says.targets.iter().map(|it| telling::target(w, it)).collect();
    add("plan-targets", targets.join("\n"));
    let steps = block.steps.iter().map(|(when, what)| match when.as_str() {
        "" => what.clone(),
        when => format!("{when}: {what}"),
    });
    add("plan-steps", steps.collect::<Vec<_>>().join("\n"));
    let refers: Vec<String> = block.refers.into_iter().map(|(_, name)| name).collect();
    add("plan-refers", refers.join("\n"));
    add("plan-project-code", part.says.project.clone());
    for (label, says) in block.facts {
        put(&mut fields, label, says);
    }
    fields
}

/// Everything that stands before the parts, in one language.
fn fields_of_head(w: Words, year: i32, head: &Head) -> Vec<Field> {
    let step = |it: &crate::plan::document::Foreseen| {
        format!("{}: {}", w.tr(&format!("plan-step-{}", it.step.code())), when::says(w, &it.when, year))
    };
    let mut fields = Vec::new();
    put(&mut fields, w.tr("plan-name"), w.text(&head.name));
    put(&mut fields, w.tr("plan-intro"), w.text(&head.intro));
    let steps: Vec<String> = head.adoption.iter().map(step).collect();
    put(&mut fields, w.tr("plan-adoption"), steps.join("\n"));
    fields
}

fn rows(before: &[Field], after: &[Field], beside: &str) -> Vec<Row> {
    let says = |of: &[Field], label: &str| {
        of.iter().find(|(known, _)| known == label).map_or_else(String::new, |(_, says)| says.clone())
    };
    let gone = before.iter().filter(|(label, _)| after.iter().all(|(known, _)| known != label));
    let labels = after.iter().chain(gone).map(|(label, _)| label);
    labels
        .filter_map(|label| {
            let (was, is) = (says(before, label), says(after, label));
            let (was_bits, is_bits) = beside::words(&was, &is);
            let label = format!("{label}{beside}");
            (was != is).then_some(Row { label, before: was_bits, after: is_bits })
        })
        .collect()
}

/// What is said otherwise, in the reader's language; where nothing is, in the others.
fn all_rows(w: Words, fields: impl Fn(Words) -> (Vec<Field>, Vec<Field>)) -> Vec<Row> {
    let in_language = |w: Words, beside: &str| {
        let (before, after) = fields(w);
        rows(&before, &after, beside)
    };
    let own = in_language(w, "");
    if !own.is_empty() {
        return own;
    }
    let others = Lang::ALL.into_iter().filter(|lang| *lang != w.0);
    others.flat_map(|lang| in_language(Words(lang), &format!(" ({})", tongue(lang.code())))).collect()
}

/// Without name and kind, which stand above.
fn below_heading(fields: Vec<Field>) -> Vec<Field> {
    fields.into_iter().skip(2).collect()
}

fn blocks(w: Words, base: &str, (old, new): (&Plan, &Plan), now: bool) -> Vec<Block> {
    let beside = beside::plans(old, new);
    let href = |code: &str| now.then(|| format!("{base}/parts/{code}"));
    let kind = |part: &Part| w.tr(&format!("plan-kind-{}", part.kind.code()));
    let mut all = Vec::new();
    if beside.head {
        let fields =
            |w: Words| (fields_of_head(w, old.year, &old.head), fields_of_head(w, new.year, &new.head));
        all.push(Block {
            class: "",
            icon: "edit",
            state: "beside-changed",
            kind: String::new(),
            name: w.tr("plan-about"),
            href: None,
            rows: all_rows(w, fields),
            fields: Vec::new(),
        });
    }
    all.extend(beside.parts.into_iter().map(|change| match change {
        Change::Added(part) => Block {
            class: "ok",
            icon: "plus",
            state: "beside-added",
            kind: kind(part),
            name: w.text(&part.name),
            href: href(&part.code),
            rows: Vec::new(),
            fields: below_heading(fields_of(w, new, part)),
        },
        Change::Gone(part) => Block {
            class: "warn",
            icon: "minus",
            state: "beside-gone",
            kind: kind(part),
            name: w.text(&part.name),
            href: None,
            rows: Vec::new(),
            fields: below_heading(fields_of(w, old, part)),
        },
        Change::Changed(was, is) => Block {
            class: "",
            icon: "edit",
            state: "beside-changed",
            kind: kind(is),
            name: w.text(&is.name),
            href: href(&is.code),
            rows: all_rows(w, |w| (fields_of(w, old, was), fields_of(w, new, is))),
            fields: Vec::new(),
        },
    }));
    all
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    from: String,
    to: String,
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(at): Path<Three>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&at.0, &at.1, &at.2), false).await?;
    let (w, base, network_id) = (visit.w, desk.base(), desk.unit.network.id);
    let standing = making::standing(&app.db, network_id, &desk.kept).await?;
    let first =
        standing.adopted().or(standing.last()).map_or_else(|| "now".to_owned(), |it| it.number.to_string());
    let from = if wanted.from.is_empty() { first } else { wanted.from };
    let to = if wanted.to.is_empty() { "now".to_owned() } else { wanted.to };
    let plan = async |which: &str| -> Result<Plan> {
        if which == "now" {
            return Ok(desk.kept.plan());
        }
        let number: i64 = which.parse().ok().or_missing()?;
        store::plan(&app.db, (network_id, desk.kept.held.id, number), desk.year()).await?.or_missing()
    };
    let (old, new) = (plan(&from).await?, plan(&to).await?);
    let choices = choices(&visit, &standing.editions);
    let says = |which: &str| {
        choices.iter().find(|(value, _)| value == which).map_or_else(String::new, |(_, says)| says.clone())
    };
    let all = blocks(w, &base, (&old, &new), to == "now");
    let n =
        |state: &str| i64::try_from(all.iter().filter(|it| it.state == state).count()).unwrap_or(i64::MAX);
    let counts = [
        ("beside-n-added", n("beside-added")),
        ("beside-n-changed", n("beside-changed")),
        ("beside-n-gone", n("beside-gone")),
    ];
    let page = ComparedPage {
        page: Page::new(&visit, w.tr("beside"), "overview"),
        plans: format!("{}/plans", desk.unit.address()),
        name: desk.name(w),
        before: says(&from),
        after: says(&to),
        counts: counts.iter().filter(|(_, n)| *n > 0).map(|(key, n)| w.n(key, *n)).collect(),
        order: beside::plans(&old, &new).order,
        blocks: all,
        choices,
        from,
        to,
        base,
    };
    Ok(render(&page)?.into_response())
}
