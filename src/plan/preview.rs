//! What bringing in a file would change, part by part, in words: what comes, what is called otherwise, what is said otherwise, what
//! goes, and what hangs on it.

use super::comments;
use super::difference::Difference;
use super::document::{Part, Plan, Says, Target};
use super::making::Kept;
use super::store::counts;
use super::telling::{target, time};
use crate::app::App;
use crate::error::Result;
use crate::i18n::Words;
use crate::units::Unit;

/// What two versions of a part say otherwise, each with its label: what is short also what it was and is. Its name is told by itself.
/// `plans`: what both stand in.
fn otherwise(w: Words, plans: (&Plan, &Plan), was: &Part, is: &Part) -> Vec<String> {
    let (a, b) = (&was.says, &is.says);
    let place = |plan: &Plan, part: &Part| {
        plan.part(&part.within).map_or_else(|| w.tr("plan-in-none"), |above| w.text(&above.name))
    };
    let kind = |part: &Part| w.tr(&format!("plan-kind-{}", part.kind.code()));
    let role =
        |says: &Says| says.role.map_or_else(String::new, |it| w.tr(&format!("plan-role-{}", it.code())));
    let budget = |says: &Says| says.budget.map_or_else(String::new, |n| format!("{}\u{a0}€", w.int(n)));
    let short = |key: &str, differs: bool, a: String, b: String| {
        (differs && a != b).then(|| from_to(w, &w.tr(key), &a, &b)).or_else(|| differs.then(|| w.tr(key)))
    };
    let long = |key: &str, differs: bool| differs.then(|| w.tr(key));
    let time = (time(w, was, plans.0.year), time(w, is, plans.1.year));
    let before = [
        short("plan-kind", was.kind != is.kind, kind(was), kind(is)),
        short("plan-in", was.within != is.within, place(plans.0, was), place(plans.1, is)),
        short("plan-when", a.when != b.when || a.note != b.note, time.0, time.1),
        long("plan-indicator", a.indicator != b.indicator),
    ];
    let responsible = (w.text(&a.responsible), w.text(&b.responsible));
    let after = [
        long("plan-steps", a.steps != b.steps),
        short("plan-responsible", a.responsible != b.responsible, responsible.0, responsible.1),
        long("plan-aim", a.aims != b.aims),
        long("plan-purpose", a.purpose != b.purpose),
        long("plan-goals", a.goals != b.goals),
        long("plan-qualitative", a.qualitative != b.qualitative),
        short("plan-programme", a.programme != b.programme, a.programme.clone(), b.programme.clone()),
        short("plan-role", a.role != b.role, role(a), role(b)),
        long("plan-partners", a.partners != b.partners),
        short("plan-project-of", a.project != b.project, a.project.clone(), b.project.clone()),
        long("plan-outputs", a.outputs != b.outputs),
        short("plan-budget", a.budget != b.budget, budget(a), budget(b)),
        long("plan-file-refers", a.refers != b.refers),
    ];
    before
        .into_iter()
        .flatten()
        .chain(targets(w, &a.targets, &b.targets))
        .chain(after.into_iter().flatten())
        .collect()
}

/// What something was, and is; of what said nothing, that.
fn from_to(w: Words, what: &str, was: &str, is: &str) -> String {
    let said = |it: &str| if it.is_empty() { w.tr("plan-file-empty") } else { w.of("plan-file-said", it) };
    let args = [("what", what.into()), ("was", said(was).into()), ("is", said(is).into())];
    w.with("plan-file-from-to", &args)
}

/// Which targets come, go, and are said otherwise.
fn targets(w: Words, was: &[Target], is: &[Target]) -> Vec<String> {
    let of = |all: &[Target], code: &str| all.iter().find(|it| it.code == code).cloned();
    let mut all = Vec::new();
    for it in is {
        let now = target(w, it);
        all.extend(match of(was, &it.code) {
            None => Some(w.of("plan-file-target-new", now)),
            Some(before) if before == *it => None,
            Some(before) if target(w, &before) != now => {
                Some(from_to(w, &w.tr("plan-file-target"), &target(w, &before), &now))
            }
            Some(before) if before.evidence != it.evidence => Some(w.of("plan-file-target-source", now)),
            Some(_) => Some(w.of("plan-file-target-words", now)),
        });
    }
    let gone = was.iter().filter(|it| of(is, &it.code).is_none());
    all.extend(gone.map(|it| w.of("plan-file-target-gone", target(w, it))));
    let stay = |a: &[Target], b: &[Target]| -> Vec<String> {
        a.iter().map(|it| it.code.clone()).filter(|code| of(b, code).is_some()).collect()
    };
    if stay(was, is) != stay(is, was) {
        all.push(w.tr("plan-file-target-order"));
    }
    all
}

fn named(w: Words, part: &Part) -> String {
    format!("{} ({})", w.text(&part.name), w.tr(&format!("plan-kind-{}", part.kind.code())))
}

fn changed(w: Words, plans: (&Plan, &Plan), was: &Part, is: &Part) -> String {
    let what = otherwise(w, plans, was, is).join("; ");
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
    let stood = kept.plan();
    for is in difference.changed.iter().filter_map(|code| wanted.part(code)) {
        all.extend(stood.part(&is.code).map(|was| changed(w, (&stood, wanted), was, is)));
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
