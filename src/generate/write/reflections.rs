//! The questions of an organisation, and what was answered. Their ids come from a source of their own, so that the rows of
//! everything else stay what they are.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::{Writer, at};
use crate::activities::Entry;
use crate::clock::Ids;
use crate::db::Tx;
use crate::error::Result;
use crate::generate::plan::reflections::{self as planned, KINDS};
use crate::generate::plan::{PlannedEntry, mix};
use crate::i18n::Text18;
use crate::reflections::{self, Answer, Question, Scale, Set};

/// What is asked, and what was answered so far.
pub struct Reflected {
    ids: Ids,
    /// The unit that asks, by its place in the plan's units.
    asking: usize,
    set: Set,
    answers: Vec<Answer>,
}

impl Writer<'_> {
    /// The set of the organisation, where the network has one.
    pub fn asks(&self) -> Option<Reflected> {
        let asking = planned::asking(&self.plan.tree)?;
        let letters: Vec<u64> = self.plan.tree.units[0].code.bytes().map(u64::from).collect();
        let ids = Ids::seeded(mix(self.plan.wanted.seed, &[letters, vec![5]].concat()), self.moment.clock());
        let (id, from_on) = (ids.ordered(), planned::begins(&self.plan.wanted));
        let words = [
            ("Mladi so se počutili dobrodošle.", "Young people felt welcome.", Scale::Agree5),
            ("So kaj začeli sami?", "Did they begin something themselves?", Scale::YesNo),
            ("Kaj bi naslednjič naredili drugače?", "What would we do differently next time?", Scale::Text),
        ];
        let question = |(position, (sl, en, scale)): (i64, (&str, &str, Scale))| Question {
            id: ids.ordered(),
            set_id: id,
            position,
            words: Text18::two(sl, en),
            scale,
            from_on,
            retired_on: None,
            replaces: None,
        };
        let set = Set {
            id,
            unit_id: self.units[asking].0,
            name: Text18::two("Po večeru", "After an evening"),
            kinds: KINDS.to_vec(),
            from_on,
            until_on: None,
            questions: (0..).zip(words).map(question).collect(),
        };
        Some(Reflected { ids, asking, set, answers: Vec::new() })
    }

    /// What was answered after entries.
    pub fn reflect(&mut self, planned: &[&PlannedEntry], entries: &[Entry], by: Uuid) {
        let Some(mut reflected) = self.reflected.take() else { return };
        for (planned, entry) in planned.iter().zip(entries) {
            self.answer(&mut reflected, planned, entry, by);
        }
        self.reflected = Some(reflected);
    }

    fn answer(&self, it: &mut Reflected, planned: &PlannedEntry, entry: &Entry, by: Uuid) {
        let unit = self.plan.activities[planned.activity].unit;
        if entry.local_date < it.set.from_on || !planned::is_asked(&self.plan.tree, unit, it.asking) {
            return;
        }
        let Some(said) = planned::answers(&self.plan.wanted, planned, entry.kind) else { return };
        let begun = entry.start_at.unwrap_or_else(|| at(entry.local_date, 20 * 60 - entry.duration_min));
        let when: DateTime<Utc> = begun + TimeDelta::minutes(entry.duration_min + 2);
        let command = it.ids.ordered();
        let began = said.began.map(i64::from);
        for question in &it.set.questions {
            let (n, text) = match question.scale {
                Scale::Agree5 => (Some(said.welcome), None),
                Scale::YesNo => (began, None),
                Scale::Text => (None, said.next.map(str::to_owned)),
            };
            if n.is_some() || text.is_some() {
                let (entry_id, question_id) = (entry.id, question.id);
                let (version, answered, by, at) = (1, true, Some(by), when);
                it.answers.push(Answer {
                    entry_id,
                    question_id,
                    version,
                    answered,
                    text,
                    n,
                    by,
                    at,
                    command,
                });
            }
        }
    }

    pub async fn keep_reflections(&self, tx: &mut Tx, it: &Reflected) -> Result<()> {
        reflections::insert_set(tx, self.network_id, &it.set, None, at(it.set.from_on, 8 * 60)).await?;
        Ok(reflections::insert_answers(tx, self.network_id, &it.answers).await?)
    }
}
