//! What the demonstration's first centre made of its last two evaluations that were released, as its worker and its mentor
//! wrote it down.

use super::{Writer, at};
use crate::app::App;
use crate::change::{self, At};
use crate::clock::Day;
use crate::db::Tx;
use crate::error::{OrMissing, Result};
use crate::evaluation::Evaluation;
use crate::generate::plan::change::{self as planned, Course};
use crate::i18n::Text18;
use crate::units;

/// Minutes after midnight at which something of this was written down.
const AFTERNOON: i64 = 14 * 60;

impl Writer<'_> {
    /// `all`: evaluations, the earliest first; `areas`: what they asked about, by code and name.
    pub async fn add_change(
        &self,
        app: &App,
        tx: &mut Tx,
        all: &[Evaluation],
        areas: &[(String, Text18)],
    ) -> Result<()> {
        let released: Vec<_> = all.iter().filter_map(|it| Some((it, it.released_at?))).collect();
        let Some(((it, released_at), before)) = released.split_last() else { return Ok(()) };
        let place = self.plan.tree.recorders[planned::CENTRE].unit;
        let (worker, mentor) = self.recorders.get(&place).copied().or_missing()?;
        let until = self.plan.wanted.until;
        let unit = units::by_id(&mut *tx, self.network_id, self.units[place].0, until).await?.or_missing()?;
        if let Some((it, released_at)) = before.last() {
            self.moment.set(*released_at);
            change::bring_aims(app, tx, At { unit: &unit, it }, mentor, &planned::aims_before(it.year()))
                .await?;
        }
        let here = At { unit: &unit, it };
        let course = Course::new(Day::Now(*released_at).in_zone(self.zone), until);
        for (n, step) in course.steps(&app.ids) {
            self.moment.set(at(step.done_on.unwrap_or(until), AFTERNOON));
            change::bring_step(app, tx, here, n, worker, &step).await?;
        }
        if let Some(on) = course.done_on(4) {
            self.moment.set(at(on, AFTERNOON));
            change::bring_aims(app, tx, here, mentor, &planned::aims(it.year())).await?;
        }
        if let Some(on) = course.done_on(6) {
            self.moment.set(at(on, AFTERNOON));
            change::bring_said(app, tx, here, (worker, mentor), (&planned::said(), areas)).await?;
        }
        Ok(())
    }
}
