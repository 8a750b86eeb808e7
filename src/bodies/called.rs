//! Bodies by what they are called, and were called before: plans name them so.

use uuid::Uuid;

use super::body::Kind;
use crate::i18n::{Text18, folded};

/// A body by its names.
#[derive(Clone, Debug)]
pub struct Called {
    pub id: Uuid,
    pub kind: Kind,
    pub name: Text18,
    /// What it was called earlier, the latest first.
    pub former: Vec<Text18>,
    /// Whether it still does; what it did stays.
    pub meets: bool,
}

/// Whether somebody who writes this name means that one, in any language and in whatever letters.
fn is(name: &Text18, said: &str) -> bool {
    name.iter().any(|(_, it)| folded(it) == folded(said))
}

/// Those that a name means: which are called so, else which once were.
pub fn meant<'c>(all: impl IntoIterator<Item = &'c Called>, said: &str) -> Vec<&'c Called> {
    let all: Vec<&Called> = all.into_iter().collect();
    let now: Vec<&Called> = all.iter().copied().filter(|it| is(&it.name, said)).collect();
    if !now.is_empty() {
        return now;
    }
    all.into_iter().filter(|it| it.former.iter().any(|name| is(name, said))).collect()
}
