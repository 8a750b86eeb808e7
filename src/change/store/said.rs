//! How what was said and done, as it is being written, lies in its table.

use super::drafts::Draft;
use crate::args;
use crate::change::said::Said;
use crate::db::{Cells, Result, Value};
use crate::i18n::Text18;

impl Draft for Said {
    const TABLE: &'static str = "change_said";
    const COLUMNS: &'static [&'static str] = &["area", "said", "did", "could_not"];
    /// In the order in which it was begun.
    const ORDER: &'static str = "d.id";

    fn read(cells: &Cells<'_>) -> Result<Said> {
        let text = |name: &str| cells.named::<String>(name).map(|json| Text18::from_json(&json));
        Ok(Said {
            area: cells.named("area")?,
            said: text("said")?,
            did: text("did")?,
            could_not: text("could_not")?,
        })
    }

    fn values(&self) -> Vec<Value> {
        args![&self.area, &self.said, &self.did, &self.could_not]
    }
}
