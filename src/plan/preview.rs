//! What bringing in a file would change, part by part, in words: what comes, what is called otherwise, what is said otherwise, what
//! goes, and what hangs on it.

use super::comments;
use super::difference::Difference;
use super::document::{Part, Plan};
use super::making::Kept;
use super::store::counts;
use crate::app::App;
use crate::error::Result;
use crate::i18n::Words;
use crate::units::Unit;

/// Keys of the labels of what two versions of a part say otherwise; its name is told by itself.
fn otherwise(was: &Part, is: &Part) -> Vec<&'static str> {
    let (a, b) = (&was.says, &is.says);
    let all = [
        ("plan-kind", was.kind != is.kind),
        ("plan-in", was.within != is.within),
        ("plan-when", a.when != b.when || a.note != b.note),
        ("plan-indicator", a.indicator != b.indicator),
        ("plan-targets", a.targets != b.targets),
        ("plan-steps", a.steps != b.steps),
        ("plan-responsible", a.responsible != b.responsible),
        ("plan-aim", a.aims != b.aims),
        ("plan-purpose", a.purpose != b.purpose),
        ("plan-goals", a.goals != b.goals),
        ("plan-qualitative", a.qualitative != b.qualitative),
        ("plan-programme", a.programme != b.programme),
        ("plan-role", a.role != b.role),
        ("plan-partners", a.partners != b.partners),
        ("plan-project-of", a.project != b.project),
        ("plan-outputs", a.outputs != b.outputs),
        ("plan-budget", a.budget != b.budget),
        ("plan-file-refers", a.refers != b.refers),
    ];
    all.into_iter().filter_map(|(key, differs)| differs.then_some(key)).collect()
}

fn named(w: Words, part: &Part) -> String {
    format!("{} ({})", w.text(&part.name), w.tr(&format!("plan-kind-{}", part.kind.code())))
}

fn changed(w: Words, was: &Part, is: &Part) -> String {
    let what: Vec<String> = otherwise(was, is).into_iter().map(|key| w.tr(key)).collect();
    let what = what.join(", ");
    if was.name == is.name {
        return w.with("plan-file-part-changed", &[("it", named(w, is).into()), ("what", what.into())]);
    }
    let (a, b) = (w.text(&was.name), w.text(&is.name));
    // Where only another language has other words, both read the same here.
    let says = w.with("plan-file-part-renamed", &[("was", a.into()), ("is", b.into())]);
    if what.is_empty() { says } else { format!("{says} {}", w.of("plan-file-part-too", what)) }
}

fn n(all: usize) -> i64 {
    i64::try_from(all).unwrap_or(i64::MAX)
}

/// Each part that comes, changes or goes, in words; of a plan that is not there yet nothing. What was counted of targets that go is
/// told by [`super::difference::hanging`].
pub async fn parts(
    app: &App,
    w: Words,
    unit: &Unit,
    stands: Option<&Kept>,
    (wanted, difference): (&Plan, &Difference),
) -> Result<Vec<String>> {
    let Some(kept) = stands else { return Ok(Vec::new()) };
    let of = (unit.network.id, kept.held.id);
    let mut all = Vec::new();
    for part in difference.added.iter().filter_map(|code| wanted.part(code)) {
        all.push(w.of("plan-file-part-added", named(w, part)));
    }
    for is in difference.changed.iter().filter_map(|code| wanted.part(code)) {
        all.extend(kept.part(&is.code).map(|was| changed(w, &was.what, is)));
    }
    if difference.dropped.is_empty() {
        return Ok(all);
    }
    let judged = counts::judgements(&app.db, of.0, of.1).await?;
    let said = comments::store::all(&app.db, of).await?;
    for part in difference.dropped.iter().filter_map(|code| kept.part(code)) {
        let code = &part.what.code;
        let judged = judged.iter().filter(|it| it.part == *code).count();
        let said = said.iter().filter(|it| it.code == *code && it.taken_back_at.is_none()).count();
        let hangs = [("plan-n-judged", judged), ("comments-n", said)];
        let hangs: Vec<String> =
            hangs.into_iter().filter(|(_, of)| *of > 0).map(|(key, of)| w.n(key, n(of))).collect();
        let says = w.of("plan-file-part-dropped", named(w, &part.what));
        all.push(match hangs.is_empty() {
            true => says,
            false => format!("{says} {}", w.of("plan-file-part-hangs", hangs.join(", "))),
        });
    }
    Ok(all)
}
