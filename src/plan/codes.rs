//! Codes of targets. What was counted by hand hangs on them, so a code that once stood in a part is never given to another target
//! of that part; whoever names it means the same target again.

use std::collections::BTreeMap;

use super::document::{Part, Plan, Target};
use super::making::Kept;
use super::store;
use super::store::counts::{self, Count};
use crate::app::App;
use crate::error::Result;
use crate::i18n::{Text18, folded};
use crate::units::Unit;
use crate::units::code::proposed;

/// What stands in the parts of a plan, and what ever stood.
#[derive(Clone, Debug, Default)]
pub struct Ever {
    /// By part: its targets, also of a part that was taken out.
    stands: BTreeMap<String, Vec<Target>>,
    /// By part: codes that any version of it had. Counts and drops are of targets that stood, so theirs are among them.
    used: BTreeMap<String, Vec<String>>,
}

impl Ever {
    /// `stand`: parts as they stand; `versions`: all that ever stood.
    pub fn of<'p>(stand: impl IntoIterator<Item = &'p Part>, versions: &[Part]) -> Ever {
        let mut it = Ever::default();
        for part in stand {
            it.stands.insert(part.code.clone(), part.says.targets.clone());
        }
        for part in versions {
            it.used.entry(part.code.clone()).or_default().extend(codes(part));
        }
        it
    }
}

/// Of a unit's plan; of none, nothing.
pub async fn ever(app: &App, unit: &Unit, kept: Option<&Kept>) -> Result<Ever> {
    let Some(kept) = kept else { return Ok(Ever::default()) };
    let versions = store::ever(&app.db, unit.network.id, kept.held.id).await?;
    Ok(Ever::of(kept.dropped.iter().chain(&kept.parts).map(|it| &it.what), &versions))
}

fn codes(part: &Part) -> impl Iterator<Item = String> {
    part.says.targets.iter().map(|it| it.code.clone())
}

/// Codes of a part's targets that versions up to this one had: those that a form with it before them cannot give again.
pub async fn used_by(app: &App, unit: &Unit, kept: &Kept, code: &str, version: i64) -> Result<Vec<String>> {
    let all = store::versions(&app.db, unit.network.id, kept.held.id, code).await?;
    Ok(all.iter().filter(|it| it.version <= version).flat_map(|it| codes(&it.what)).collect())
}

/// Targets of a part that were counted for by hand and stand no more, as they were worded last, with those counts. `versions`: of the
/// part, the latest first.
pub fn counted(
    versions: &[&Part],
    counts: impl IntoIterator<Item = Count>,
    stands: impl Fn(&str) -> bool,
) -> Vec<(Target, Vec<Count>)> {
    let worded = |code: &str| versions.iter().flat_map(|it| &it.says.targets).find(|it| it.code == code);
    let mut all: Vec<(Target, Vec<Count>)> = Vec::new();
    for it in counts {
        let of_part = versions.first().is_some_and(|part| part.code == it.part);
        if !of_part || stands(&it.target) {
            continue;
        }
        if let Some((_, known)) = all.iter_mut().find(|(target, _)| target.code == it.target) {
            known.push(it);
        } else if let Some(target) = worded(&it.target) {
            all.push((target.clone(), vec![it]));
        }
    }
    all
}

/// What a version of a part has no more, and counts of it that were not taken back.
pub async fn left(
    app: &App,
    unit: &Unit,
    kept: &Kept,
    code: &str,
    version: i64,
) -> Result<Vec<(Target, Vec<Count>)>> {
    let versions = store::versions(&app.db, unit.network.id, kept.held.id, code).await?;
    let upto: Vec<&Part> = versions.iter().filter(|it| it.version <= version).map(|it| &it.what).collect();
    let stands =
        |code: &str| upto.first().is_some_and(|part| part.says.targets.iter().any(|it| it.code == code));
    let mut all = counts::counts(&app.db, unit.network.id, kept.held.id).await?;
    all.retain(|it| it.taken_at.is_none());
    Ok(counted(&upto, all, stands))
}

/// Whether two units are the same words in any language.
fn alike(a: &Text18, b: &Text18) -> bool {
    a.iter().any(|(_, a)| b.iter().any(|(_, b)| folded(a.trim()) == folded(b.trim())))
}

/// A plan out of a file, with a code for every target that came without one: of a target of its part that counts the same; of those
/// that are left over, if they are as many, by their place; else a new one, of what it counts in this language.
pub fn given(mut plan: Plan, ever: &Ever, lang: &str) -> Plan {
    for part in &mut plan.parts {
        let targets = &mut part.says.targets;
        let named = |targets: &[Target], code: &str| targets.iter().any(|it| it.code == code);
        let mut left: Vec<&Target> = ever.stands.get(&part.code).into_iter().flatten().collect();
        left.retain(|it| !named(targets, &it.code));
        for it in targets.iter_mut().filter(|it| it.code.is_empty()) {
            if let Some(at) = left.iter().position(|stands| alike(&stands.unit, &it.unit)) {
                it.code.clone_from(&left.remove(at).code);
            }
        }
        if targets.iter().filter(|it| it.code.is_empty()).count() == left.len() {
            for (it, stood) in targets.iter_mut().filter(|it| it.code.is_empty()).zip(left) {
                it.code.clone_from(&stood.code);
            }
        }
        let used = ever.used.get(&part.code);
        for at in 0..targets.len() {
            if targets[at].code.is_empty() {
                let taken = |code: &str| {
                    named(targets, code) || used.is_some_and(|used| used.iter().any(|it| it == code))
                };
                targets[at].code = proposed(targets[at].unit.read(lang), "target", taken);
            }
        }
    }
    plan
}
