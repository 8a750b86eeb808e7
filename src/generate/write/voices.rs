//! Evaluations and what was answered in them, mixed already. Their ids come from a source of their own, so that the rows of
//! everything else stay what they are.

use chrono::TimeDelta;

use super::{Writer, at};
use crate::answers::{self, Asked};
use crate::app::App;
use crate::clock::Ids;
use crate::db::Tx;
use crate::error::{OrMissing, Result};
use crate::evaluation::{self, Evaluation};
use crate::generate::plan::mix;
use crate::generate::plan::voices::{self as planned, PlannedEvaluation};
use crate::i18n::{Lang, Text18, Words};
use crate::questionnaires;
use crate::results;
use crate::vocabulary::Kind;

impl Writer<'_> {
    /// The same application, with ids of its own.
    pub(super) fn apart(&self, n: u64) -> App {
        let letters: Vec<u64> = self.plan.tree.units[0].code.bytes().map(u64::from).collect();
        let seed = mix(self.plan.wanted.seed, &[letters, vec![n]].concat());
        let ids = Ids::seeded(seed, self.moment.clock());
        App::new(self.app.db.clone(), self.moment.clock(), ids, self.app.settings.clone())
    }

    pub async fn add_evaluations(&self, tx: &mut Tx) -> Result<()> {
        let wanted = &self.plan.wanted;
        let all = planned::evaluations(wanted);
        let (Some(first), Some(by)) = (all.first(), self.coordinator) else { return Ok(()) };
        let app = self.apart(6);
        self.moment.set(at(first.opens_on, -30 * 24 * 60));
        let version = questionnaires::bring(&app, tx, self.network_id, by, Kind::Open.code()).await?;
        let content =
            questionnaires::version(&mut *tx, self.network_id, version).await?.or_missing()?.content;
        let mut made = Vec::new();
        for it in &all {
            self.moment.set(at(it.opens_on, -14 * 24 * 60));
            let evaluation = self.evaluation(&app, it);
            evaluation::bring(&app, tx, &evaluation, by, &[(Kind::Open, version)]).await?;
            for recorder in 0..self.plan.tree.recorders.len() {
                let unit_id = self.units[self.plan.tree.recorders[recorder].unit].0;
                let asked = Asked { network_id: self.network_id, evaluation_id: evaluation.id, unit_id };
                let given = planned::answers(wanted, &self.plan.tree, it, recorder, &content);
                answers::invent(&app, tx, &asked, (version, &content), &given).await?;
            }
            made.push(evaluation);
        }
        // What somebody makes of it is for looking around; whoever measures wants answers alone.
        if wanted.asks_now {
            let areas: Vec<_> = content.areas.iter().map(|it| (it.code.clone(), it.name.clone())).collect();
            self.add_change(&app, tx, &made, &areas).await?;
        }
        Ok(())
    }

    fn evaluation(&self, app: &App, it: &PlannedEvaluation) -> Evaluation {
        let both = |of: &dyn Fn(Words) -> String| Text18::two(&of(Words(Lang::Sl)), &of(Words(Lang::En)));
        let closed_at = (!it.open).then(|| at(it.closes_on, 3));
        Evaluation {
            network_id: self.network_id,
            id: app.ids.ordered(),
            code: it.year.to_string(),
            name: both(&|w| w.of("evaluation-usual-name", it.year)),
            purpose: both(&|w| w.tr("evaluation-usual-purpose")),
            consent: both(&|w| w.tr("evaluation-usual-consent")),
            contact: "mreza@demo.example".into(),
            least: evaluation::LEAST,
            split_least: evaluation::LEAST,
            yearly: true,
            languages: Vec::new(),
            ages: evaluation::AGES,
            opens_on: it.opens_on,
            closes_on: it.closes_on,
            opened_at: Some(at(it.opens_on, 0)),
            closed_at,
            released_at: closed_at.map(|at| at + TimeDelta::days(21)),
            lost: 0,
        }
    }

    /// Works out what closed evaluations came to, once everything is written.
    pub async fn settle(&self) -> Result<()> {
        let app = self.apart(6);
        for it in evaluation::of_network(&app.db, self.network_id).await? {
            if let Some(closed_at) = it.closed_at {
                self.moment.set(closed_at);
                results::settled(&app, &it).await?;
            }
        }
        Ok(())
    }
}
