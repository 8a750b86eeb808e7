//! A place in the tree: the ids from the root down to a unit.

use uuid::Uuid;

use crate::db::Value;

/// The ids of a unit's ancestors and its own, 16 bytes each. As bytes, so that both engines order it alike and
/// "everything below" is one range of an index.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path(Vec<u8>);

impl Path {
    pub fn root(id: Uuid) -> Path {
        Path(id.as_bytes().to_vec())
    }

    pub fn below(&self, id: Uuid) -> Path {
        let mut bytes = self.0.clone();
        bytes.extend_from_slice(id.as_bytes());
        Path(bytes)
    }

    pub fn from_bytes(bytes: Vec<u8>) -> Path {
        Path(bytes)
    }

    /// Whether `other` is this place or below it.
    pub fn holds(&self, other: &Path) -> bool {
        other.0.starts_with(&self.0)
    }

    /// Root is 1.
    pub fn depth(&self) -> usize {
        self.0.len() / 16
    }

    /// The ids, root first.
    pub fn ids(&self) -> Vec<Uuid> {
        self.0.chunks_exact(16).filter_map(|chunk| Uuid::from_slice(chunk).ok()).collect()
    }

    /// The half-open range of paths at or below this one.
    pub fn range(&self) -> (Value, Value) {
        let mut after = self.0.clone();
        while let Some(last) = after.pop() {
            if last < u8::MAX {
                after.push(last + 1);
                break;
            }
        }
        (Value::from(self.0.clone()), Value::from(after))
    }
}

impl From<&Path> for Value {
    fn from(path: &Path) -> Value {
        Value::from(path.0.clone())
    }
}
