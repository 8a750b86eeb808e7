//! What is asked after an entry, and saving what was answered. Closed periods do not matter: no figure changes.

use std::collections::HashMap;

use uuid::Uuid;

use super::answer::{Answer, Meant, Said, Typed, meant};
use super::making::CHANGING;
use super::set::{Question, Scale, Set};
use super::store::{answers, places, sets};
use crate::access::{Act, Me};
use crate::activities::{self, Entry, Status};
use crate::app::App;
use crate::db::Conn;
use crate::error::{AppError, OrMissing, Result};
use crate::form::Wrong;
use crate::units::Unit;
use crate::vocabulary::Kind;

/// A question after an entry, and its answer.
#[derive(Clone, Debug)]
pub struct Asked {
    pub question: Question,
    pub answer: Option<Answer>,
}

impl Asked {
    /// The answer, where there is one that was not taken back.
    pub fn given(&self) -> Option<&Answer> {
        self.answer.as_ref().filter(|answer| answer.answered)
    }
}

/// The questions of an entry: those asked of its unit's place, kind and day, from above downwards, and those that were answered.
pub async fn asked_of<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid, entry: &Entry) -> Result<Vec<Asked>> {
    let mut conn = conn.into();
    let place = places::on_day(conn.again(), network_id, entry.unit_id, entry.local_date).await?;
    let line = place.map(|path| path.ids()).unwrap_or_default();
    let mut found = sets::of_entry(conn.again(), network_id, &line, entry.id).await?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let depth = |set: &Set| line.iter().position(|id| *id == set.unit_id);
    found.sort_by_key(|set| (depth(set).unwrap_or(usize::MAX), set.from_on, set.id));
    let given = answers::of_entry(conn, network_id, entry.id).await?;
    let took_place = entry.status == Status::Held && !entry.deleted;
    let mut asked = Vec::new();
    for set in found {
        for question in &set.questions {
            let answer = given.iter().find(|answer| answer.question_id == question.id).cloned();
            let asks =
                took_place && depth(&set).is_some() && set.asks(question, entry.kind, entry.local_date);
            // Nothing in words stands beside a one-to-one talk, whatever the entry was before.
            let may_stand = !(entry.kind == Kind::OneToOne && question.scale == Scale::Text);
            let answered = answer.as_ref().is_some_and(|answer| answer.answered);
            if asks || (answered && may_stand) {
                asked.push(Asked { question: question.clone(), answer });
            }
        }
    }
    Ok(asked)
}

/// Saves what was typed, all of it or nothing; how many answers changed. A form sent twice is saved once.
pub async fn save(
    app: &App,
    me: &Me,
    unit: &Unit,
    entry: Uuid,
    command: Uuid,
    typed: &HashMap<Uuid, Typed>,
) -> Result<std::result::Result<usize, Vec<Wrong>>> {
    me.allow(Act::Record, &unit.as_place())?;
    let network_id = unit.network.id;
    let mut tx = app.db.begin().await?;
    tx.alone(CHANGING).await?;
    let stored = activities::entry(&mut tx, network_id, entry).await?.or_missing()?;
    if stored.entry.unit_id != unit.id {
        return Err(AppError::NotFound);
    }
    let asked = asked_of(&mut tx, network_id, &stored.entry).await?;
    let mut done = answers::of_entry(&mut tx, network_id, entry).await?;
    done.extend(answers::earlier(&mut tx, network_id, entry).await?);
    if done.iter().any(|answer| answer.command == command) {
        return Ok(Ok(0));
    }
    let (mut wrong, mut changes) = (Vec::new(), Vec::new());
    for Asked { question, answer, .. } in &asked {
        let Some(typed) = typed.get(&question.id) else { continue };
        match meant(question, answer.as_ref(), typed) {
            Meant::Same => {}
            Meant::Wrong(it) => wrong.push(it),
            Meant::Change(said) => changes.push((question.id, answer.clone(), said)),
        }
    }
    if !wrong.is_empty() {
        return Ok(Err(wrong));
    }
    for (question_id, before, said) in &changes {
        let now = Answer {
            entry_id: entry,
            question_id: *question_id,
            version: before.as_ref().map_or(1, |before| before.version + 1),
            answered: *said != Said::Nothing,
            text: if let Said::Words(text) = said { Some(text.clone()) } else { None },
            n: if let Said::Step(n) = said { Some(*n) } else { None },
            by: Some(me.id),
            at: app.clock.now(),
            command,
        };
        match before {
            None => answers::insert(&mut tx, network_id, std::slice::from_ref(&now)).await?,
            Some(_) => answers::correct(&mut tx, network_id, &now).await?,
        }
    }
    tx.commit().await?;
    Ok(Ok(changes.len()))
}
