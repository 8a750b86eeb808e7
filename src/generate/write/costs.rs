//! What the work of invented centres cost, and how many young people live in invented municipalities.

use chrono::Datelike;

use super::Writer;
use crate::db::Tx;
use crate::error::Result;
use crate::generate::plan::mix;
use crate::packs;

impl Writer<'_> {
    /// Of every year; of the running one the last centre has not said yet what it cost, so that something is missing.
    pub async fn add_costs(&self, tx: &mut Tx) -> Result<()> {
        let wanted = &self.plan.wanted;
        let running = wanted.until.year();
        let last = self.plan.tree.recorders.len().saturating_sub(1);
        for year in wanted.first_day().year()..=running {
            let drawn = |what: &[u64], below: u64| i64::try_from(mix(wanted.seed, what) % below).unwrap_or(0);
            // Of each unit a number of its own, which a year changes by three hundredths at most.
            let of_year = |at: usize, least: i64, step: i64| {
                let at = u64::try_from(at).unwrap_or(0);
                let usual = least + step * drawn(&[at, 42], 1_000);
                usual * (970 + drawn(&[at, u64::from(year.unsigned_abs()), 42], 61)) / 1_000
            };
            let by = |unit: usize| packs::By {
                network_id: self.network_id,
                unit_id: self.units[unit].0,
                year: i64::from(year),
                person_id: self.coordinator,
                at: self.app.clock.now(),
            };
            for (at, recorder) in self.plan.tree.recorders.iter().enumerate() {
                if year < running || at != last {
                    let cents = of_year(recorder.unit, 60_000, 70) * 100;
                    packs::set_cost(tx, by(recorder.unit), packs::ALL_KINDS, Some(cents)).await?;
                }
            }
            let towns =
                self.plan.tree.units.iter().enumerate().filter(|(_, unit)| unit.kind == "municipality");
            for (at, _) in towns {
                let said = (of_year(at, 1_500, 9), "izmišljeno za predstavitev");
                packs::set_inhabitants(tx, by(at), packs::YOUTH, Some(said)).await?;
            }
        }
        Ok(())
    }
}
