//! What was answered after entries as rows, one for each answer, for those who may read notes. Of one-to-one talks nothing is
//! told in words, as everywhere.

use std::collections::HashMap;

use uuid::Uuid;

use super::lexicon::Lexicon;
use super::sheet::{Cell, Stop};
use crate::activities::Entry;
use crate::db::{DbError, Tx};
use crate::i18n::Words;
use crate::reflections::{self, Answer, Scale};
use crate::vocabulary::Kind;

pub const HEADINGS: [&str; 16] = [
    "entry",
    "date",
    "unit",
    "unit_label",
    "activity",
    "activity_label",
    "kind",
    "kind_label",
    "set",
    "set_label",
    "question",
    "question_label",
    "scale",
    "answer",
    "answer_label",
    "text",
];

/// A question as rows and the codebook tell it.
pub struct Question {
    pub id: Uuid,
    pub set_id: Uuid,
    pub set_label: String,
    pub label: String,
    pub scale: Scale,
}

/// Every question of the network, in the order they are asked.
#[derive(Default)]
pub struct Asked {
    pub questions: Vec<Question>,
    places: HashMap<Uuid, usize>,
    steps: HashMap<(&'static str, i64), String>,
}

impl Asked {
    pub async fn read(tx: &mut Tx, network_id: Uuid, w: Words) -> Result<Asked, DbError> {
        let mut asked = Asked::default();
        for set in reflections::sets_of_network(&mut *tx, network_id).await? {
            let set_label = w.text(&set.name);
            asked.questions.extend(set.questions.iter().map(|it| Question {
                id: it.id,
                set_id: set.id,
                set_label: set_label.clone(),
                label: w.text(&it.words),
                scale: it.scale,
            }));
        }
        asked.places = asked.questions.iter().enumerate().map(|(at, it)| (it.id, at)).collect();
        for scale in Scale::ALL {
            let step = |n: &i64| ((scale.code(), *n), w.tr(&format!("scale-{}-{n}", scale.code())));
            asked.steps.extend(scale.values().iter().map(step));
        }
        Ok(asked)
    }

    /// What a step of a scale is called.
    pub fn step(&self, scale: Scale, n: i64) -> Option<&str> {
        self.steps.get(&(scale.code(), n)).map(String::as_str)
    }
}

/// Hands each answer of an entry on, and whether it says something in words.
pub fn rows(
    lexicon: &Lexicon,
    entry: &Entry,
    answers: &[Answer],
    notes: bool,
    mut then: impl FnMut(&[Cell<'_>], bool) -> Result<(), Stop>,
) -> Result<(), Stop> {
    let asked = &lexicon.asked;
    let (unit, unit_label) = lexicon.unit(entry.unit_id, entry.local_date).unwrap_or(("", ""));
    let activity = lexicon.activities.get(&entry.activity_id);
    let (activity, activity_label) = activity.map_or(("", ""), |it| (it.code.as_str(), it.label.as_str()));
    let words = notes && entry.kind != Kind::OneToOne;
    let mut known: Vec<(usize, &Answer)> =
        answers.iter().filter_map(|it| Some((*asked.places.get(&it.question_id)?, it))).collect();
    known.sort_by_key(|(at, _)| *at);
    for (at, answer) in known {
        let question = &asked.questions[at];
        if question.scale == Scale::Text && !words {
            continue;
        }
        let step = answer.n.and_then(|n| asked.step(question.scale, n));
        let text = answer.text.as_deref().filter(|_| question.scale == Scale::Text);
        let row = [
            Cell::Id(entry.id),
            Cell::Day(entry.local_date),
            Cell::text(unit),
            Cell::text(unit_label),
            Cell::text(activity),
            Cell::text(activity_label),
            Cell::text(entry.kind.code()),
            Cell::text(lexicon.kind(entry.kind)),
            Cell::Id(question.set_id),
            Cell::text(&question.set_label),
            Cell::Id(question.id),
            Cell::text(&question.label),
            Cell::text(question.scale.code()),
            Cell::maybe(answer.n),
            step.map_or(Cell::Empty, Cell::text),
            text.map_or(Cell::Empty, Cell::text),
        ];
        then(&row, text.is_some())?;
    }
    Ok(())
}
