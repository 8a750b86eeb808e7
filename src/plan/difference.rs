//! What a plan out of a file would change of the one that stands.

use super::document::Plan;
use super::making::Kept;

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

/// What somebody looked at, to know it again: how many versions of everything there are, and how many parts.
pub fn mark(stands: Option<&Kept>) -> String {
    stands.map_or_else(String::new, |kept| {
        let versions: i64 = kept.parts.iter().chain(&kept.dropped).map(|it| it.version).sum();
        format!("{}-{versions}-{}", kept.held.head.version, kept.parts.len())
    })
}
