//! What a plan out of a file would change of the one that stands.

use super::document::{Plan, Target};
use super::making::Kept;
use super::store::counts;
use crate::app::App;
use crate::error::Result;
use crate::i18n::Text18;
use crate::units::Unit;

/// What bringing in a plan changes of the one that stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Whether there is none of that year yet.
    pub new: bool,
    pub head: bool,
    pub added: Vec<String>,
    pub changed: Vec<String>,
    pub dropped: Vec<String>,
    /// Whether what stays is read in another order.
    pub order: bool,
}

impl Difference {
    pub fn between(stands: Option<&Kept>, wanted: &Plan) -> Difference {
        let Some(kept) = stands else {
            let added = wanted.parts.iter().map(|it| it.code.clone()).collect();
            return Difference { new: true, head: true, added, ..Difference::default() };
        };
        let mut it = Difference { head: kept.held.head.what != wanted.head, ..Difference::default() };
        let stand = kept.whats();
        for part in &wanted.parts {
            match stand.iter().find(|it| it.code == part.code) {
                None => it.added.push(part.code.clone()),
                Some(stands) if stands != part => it.changed.push(part.code.clone()),
                Some(_) => {}
            }
        }
        let gone = kept.parts.iter().filter(|it| wanted.part(&it.what.code).is_none());
        it.dropped = gone.map(|it| it.what.code.clone()).collect();
        let stays = |code: &&str| kept.part(code).is_some() && wanted.part(code).is_some();
        let before: Vec<&str> = kept.parts.iter().map(|it| it.what.code.as_str()).filter(stays).collect();
        let after: Vec<&str> = wanted.parts.iter().map(|it| it.code.as_str()).filter(stays).collect();
        it.order = before != after;
        it
    }

    pub fn is_nothing(&self) -> bool {
        *self == Difference::default()
    }
}

/// A target that goes, and how many counts by hand hang on it that were not taken back. They stay, and are read on its own page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hanging {
    /// Code of its part, and what that is called.
    pub part: String,
    pub part_name: Text18,
    pub target: Target,
    pub counts: i64,
}

/// The targets with counts by hand that go where another plan takes the place of the one that stands.
pub async fn hanging(app: &App, unit: &Unit, stands: Option<&Kept>, wanted: &Plan) -> Result<Vec<Hanging>> {
    let Some(kept) = stands else { return Ok(Vec::new()) };
    let counted = counts::counts(&app.db, unit.network.id, kept.held.id).await?;
    let mut all = Vec::new();
    for part in kept.parts.iter().map(|it| &it.what) {
        let stays = |it: &Target| {
            wanted
                .part(&part.code)
                .is_some_and(|part| part.says.targets.iter().any(|new| new.code == it.code))
        };
        for it in part.says.targets.iter().filter(|it| !stays(it)) {
            let of = |count: &&counts::Count| {
                count.part == part.code && count.target == it.code && count.taken_at.is_none()
            };
            let n = i64::try_from(counted.iter().filter(of).count()).unwrap_or(i64::MAX);
            if n > 0 {
                all.push(Hanging {
                    part: part.code.clone(),
                    part_name: part.name.clone(),
                    target: it.clone(),
                    counts: n,
                });
            }
        }
    }
    Ok(all)
}

/// What somebody looked at, to know it again: how many versions of everything there are, and how many parts.
pub fn mark(stands: Option<&Kept>) -> String {
    stands.map_or_else(String::new, |kept| {
        let versions: i64 = kept.parts.iter().chain(&kept.dropped).map(|it| it.version).sum();
        format!("{}-{versions}-{}", kept.held.head.version, kept.parts.len())
    })
}
