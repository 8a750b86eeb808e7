//! What the form of a picture says, and how it is shown again.

use crate::files::file::Typed;
use crate::form::Fields;

/// The form as it was sent.
pub fn typed(fields: &Fields) -> Typed {
    Typed {
        proof: fields.has("proof"),
        story: fields.has("story"),
        people: fields.has("people"),
        agreed: fields.has("agreed"),
        caption: fields.get("caption").to_owned(),
    }
}

/// Fields with the problems beside them.
pub struct Form {
    pub typed: Typed,
    pub problems: Vec<(String, String)>,
}

impl Form {
    pub fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, says)| says.as_str())
    }
}
