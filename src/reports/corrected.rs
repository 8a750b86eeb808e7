//! What was corrected since a report was finished, for whoever makes other figures of the same time: both may be right, and
//! whoever holds them side by side is told why they differ.

use super::differences::between;
use super::naming;
use super::report::Report;
use super::template::Template;
use super::{shelf, store};
use crate::app::App;
use crate::clock::Day;
use crate::error::Result;
use crate::i18n::Words;
use crate::measures::{self, Period};
use crate::units::Unit;

/// A finished report, and what changed since of what it tells.
#[derive(Clone, Debug)]
pub struct Corrected {
    pub report: Report,
    template: Option<Template>,
    entries: i64,
}

/// A unit's finished reports about all of a period, but for those whose place was taken, of which entries of the period changed since.
pub async fn corrected(app: &App, unit: &Unit, period: &Period) -> Result<Vec<Corrected>> {
    let network_id = unit.network.id;
    let all = store::all(&app.db, network_id, unit.id).await?;
    let replaced = |it: &Report| all.iter().any(|by| by.finished.is_some() && by.supersedes == Some(it.id));
    let about = |it: &&Report| it.from <= period.from && period.until <= it.until && !replaced(it);
    let mut found = Vec::new();
    for report in all.iter().filter(about) {
        let Some(finished) = &report.finished else { continue };
        let trees = measures::trees(&app.db, network_id).await?;
        let since = (finished.change_seq, None);
        let entries = between(app, &trees, (network_id, unit.id), period, since).await?.len();
        if entries > 0 {
            let templates = shelf::templates(app, network_id).await?;
            let template = templates.into_iter().find(|it| it.code == report.template);
            let entries = i64::try_from(entries).unwrap_or(i64::MAX);
            found.push(Corrected { report: report.clone(), template, entries });
        }
    }
    Ok(found)
}

impl Corrected {
    /// Which report it is, and how many entries changed since it was finished.
    pub fn says(&self, w: Words, unit: &Unit) -> String {
        let title =
            self.template.as_ref().map_or_else(|| self.report.template.clone(), |it| naming::title(w, it));
        let name = match self.report.period() {
            Some(period) => naming::named(w, &title, &period),
            None => title,
        };
        let at = self.report.finished.as_ref().map_or(self.report.made_at, |it| it.at);
        let on = w.date(Day::Now(at).in_zone(unit.network.zone));
        let says = w.with("report-corrected", &[("name", name.into()), ("on", on.into())]);
        format!("{says} {}", w.n("report-cause-changed", self.entries))
    }
}
