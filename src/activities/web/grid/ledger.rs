//! What there is to show of a unit's month: what was recorded, and what was to be expected.

use chrono::NaiveDate;

use super::month::Month;
use crate::activities::activity::Activity;
use crate::activities::entry::{Entry, Stored};
use crate::activities::occasions::{Occasion, outstanding};
use crate::activities::store;
use crate::activities::store::list::Totals;
use crate::activities::store::narrowed::Filter;
use crate::activities::web::list::sums;
use crate::app::App;
use crate::error::Result;
use crate::i18n::Words;
use crate::units::Unit;

pub struct Ledger {
    pub month: Month,
    pub today: NaiveDate,
    /// Everything the unit ever offered.
    pub activities: Vec<Activity>,
    pub entries: Vec<Stored>,
    totals: Totals,
}

impl Ledger {
    pub async fn open(app: &App, unit: &Unit, month: Month) -> Result<Ledger> {
        let today = app.clock.today(unit.zone);
        let (network_id, first, last) = (unit.network.id, month.first(), month.last());
        let filter = Filter { from: Some(first), last: Some(last), unit: Some(unit.id), ..Filter::default() };
        // Whose a unit is goes by the network's day.
        let here = app.clock.today(unit.network.zone);
        let (activities, entries, totals) = futures_util::future::try_join3(
            store::activities::of_unit(&app.db, network_id, unit.id),
            store::entries::recorded_on(&app.db, network_id, unit.id, first, last),
            store::list::totals(&app.db, network_id, &unit.path, here, &filter),
        )
        .await?;
        Ok(Ledger { month, today, activities, entries, totals })
    }

    /// What is expected up to today and not recorded.
    pub fn open_occasions(&self, unit: &Unit) -> Vec<Occasion<'_>> {
        let entries: Vec<&Entry> = self.entries.iter().map(|stored| &stored.entry).collect();
        let days = self.month.days().filter(|day| *day <= self.today && unit.open_on(*day));
        days.flat_map(|day| outstanding(day, &self.activities, &entries)).collect()
    }

    /// How far one has come.
    pub fn lead(&self, w: Words, open: usize) -> String {
        let int = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let done = int(self.entries.len());
        match (done, open) {
            (0, 0) => w.tr("grid-nothing"),
            (done, 0) => w.n("grid-all-done", done),
            (done, open) => {
                w.with("grid-done", &[("n", done.into()), ("all", done.saturating_add(int(open)).into())])
            }
        }
    }

    /// What the month comes to: label and figure.
    pub fn sums(&self, w: Words) -> Vec<(String, String)> {
        sums(w, &self.totals, None)
    }
}

/// What tells one expected occasion from the others.
pub fn key(occasion: &Occasion<'_>) -> String {
    format!("{}/{}/{}", occasion.activity.id, occasion.date, occasion.usual.start_min)
}
