//! The calendar of the network. Its ids come from a source of their own, as those of evaluations do.

use chrono::Days;

use super::Writer;
use crate::calendar;
use crate::db::Tx;
use crate::error::Result;
use crate::generate::plan::dates::{owed, said};

/// For so many days units have owed something by a date: nobody is late from the start.
const OWING: u64 = 60;

impl Writer<'_> {
    /// Meetings since the network began; what units owe since not long ago.
    pub async fn add_dates(&self, tx: &mut Tx) -> Result<()> {
        let app = self.apart(12);
        let (root, wanted) = (self.units[0].0, &self.plan.wanted);
        let since = wanted.first_day();
        let lately = (wanted.until - Days::new(OWING)).max(since);
        let all: Vec<_> = (said(root).into_iter().map(|due| (due, since)))
            .chain(owed(root).into_iter().map(|due| (due, lately)))
            .collect();
        calendar::bring(&app, tx, self.network_id, &all, self.coordinator).await
    }
}
