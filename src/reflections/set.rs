//! A set of questions, and for which entries each of them is asked.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::clock::holds;
use crate::i18n::Text18;
use crate::vocabulary::Kind;

/// More standing questions than this nobody answers after an evening.
pub const MOST: usize = 10;

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// In words. Like a note.
    Text,
    /// Five steps from no to yes.
    Agree5,
    YesNo,
}

impl Scale {
    pub const ALL: [Scale; 3] = [Scale::Agree5, Scale::YesNo, Scale::Text];

    pub fn code(self) -> &'static str {
        match self {
            Scale::Text => "text",
            Scale::Agree5 => "agree5",
            Scale::YesNo => "yes_no",
        }
    }

    pub fn from_code(code: &str) -> Option<Scale> {
        Scale::ALL.into_iter().find(|scale| scale.code() == code)
    }

    /// How many of the last values say yes.
    pub fn yes(self) -> usize {
        match self {
            Scale::Text => 0,
            Scale::Agree5 => 2,
            Scale::YesNo => 1,
        }
    }

    /// What can be chosen, from no to yes; nothing where the answer is a text.
    pub fn values(self) -> &'static [i64] {
        match self {
            Scale::Text => &[],
            Scale::Agree5 => &[1, 2, 3, 4, 5],
            Scale::YesNo => &[0, 1],
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub id: Uuid,
    pub set_id: Uuid,
    /// Its place among the questions of its set.
    pub position: i64,
    pub words: Text18,
    pub scale: Scale,
    pub from_on: NaiveDate,
    /// The first day it is no longer asked.
    pub retired_on: Option<NaiveDate>,
    /// The question whose words were changed into these.
    pub replaces: Option<Uuid>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Set {
    pub id: Uuid,
    pub unit_id: Uuid,
    pub name: Text18,
    /// None: all of them.
    pub kinds: Vec<Kind>,
    pub from_on: NaiveDate,
    /// The first day it is no longer asked.
    pub until_on: Option<NaiveDate>,
    /// In their order; retired ones too.
    pub questions: Vec<Question>,
}

impl Set {
    pub fn last_on(&self) -> Option<NaiveDate> {
        self.until_on.and_then(|until| until.pred_opt())
    }

    pub fn question(&self, id: Uuid) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// Those still asked, in their order.
    pub fn standing(&self) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(|question| question.retired_on.is_none())
    }

    /// The days on which a question of this set is asked: the first one, and the first one no longer.
    pub fn days(&self, question: &Question) -> (NaiveDate, Option<NaiveDate>) {
        let until = [self.until_on, question.retired_on].into_iter().flatten().min();
        (self.from_on.max(question.from_on), until)
    }

    /// Whether a kind of activity is asked about. Of one-to-one talks nothing is kept in words.
    pub fn about(&self, question: &Question, kind: Kind) -> bool {
        (self.kinds.is_empty() || self.kinds.contains(&kind))
            && !(kind == Kind::OneToOne && question.scale == Scale::Text)
    }

    /// Whether a question is asked of an entry of this kind and day, where its unit is asked at all.
    pub fn asks(&self, question: &Question, kind: Kind, day: NaiveDate) -> bool {
        let (from, until) = self.days(question);
        self.about(question, kind) && holds(from, until, day)
    }

    /// Puts a standing question at a place among the standing ones, counted from 0; the others close up.
    pub fn place(&mut self, id: Uuid, at: usize) {
        let mut order: Vec<Uuid> = self.standing().map(|question| question.id).collect();
        let Some(was) = order.iter().position(|it| *it == id) else { return };
        order.remove(was);
        order.insert(at.min(order.len()), id);
        // Retired ones stay behind those that are asked, in the order they had.
        order.extend(self.questions.iter().filter(|it| it.retired_on.is_some()).map(|it| it.id));
        for question in &mut self.questions {
            let at = order.iter().position(|id| *id == question.id).unwrap_or(order.len());
            question.position = i64::try_from(at).unwrap_or(i64::MAX);
        }
        self.questions.sort_by_key(|question| question.position);
    }

    /// Another first day: what was asked from the beginning is asked from the new one.
    pub fn begin_on(&mut self, from: NaiveDate) {
        let before = std::mem::replace(&mut self.from_on, from);
        self.questions.iter_mut().filter(|it| it.from_on == before).for_each(|it| it.from_on = from);
    }
}
