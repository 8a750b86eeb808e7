//! The seven steps: what one of them holds, how far it is, and what becomes of it when two people change it at once.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub const STEPS: i64 = 7;
/// Where aims are set, where the municipality is met, and where young people are told.
pub const AIMS: i64 = 4;
pub const MEETING: i64 = 5;
pub const TELLING: i64 = 6;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    pub notes: String,
    pub planned_on: Option<NaiveDate>,
    pub done_on: Option<NaiveDate>,
    /// Responsible people, as they are named.
    pub whom: Vec<String>,
    pub tasks: Vec<Task>,
    pub meeting: Meeting,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// Made by the page.
    pub id: Uuid,
    pub what: String,
    pub who: String,
    pub due_on: Option<NaiveDate>,
    pub done: bool,
}

/// The local meeting in the municipality.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    pub held_on: Option<NaiveDate>,
    pub place: String,
    /// How many were there, of each side.
    pub municipality: Option<i64>,
    pub young: Option<i64>,
    pub centre: Option<i64>,
    pub decided: Vec<String>,
}

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Done,
    /// Its day is over and it is not done.
    Late,
    Begun,
    Open,
}

impl Standing {
    pub fn code(self) -> &'static str {
        match self {
            Standing::Done => "done",
            Standing::Late => "late",
            Standing::Begun => "begun",
            Standing::Open => "open",
        }
    }
}

impl Step {
    pub fn standing(&self, today: NaiveDate) -> Standing {
        let untouched = Step { planned_on: self.planned_on, whom: self.whom.clone(), ..Step::default() };
        if self.done_on.is_some() {
            Standing::Done
        } else if self.planned_on.is_some_and(|day| day < today) {
            Standing::Late
        } else if *self == untouched {
            Standing::Open
        } else {
            Standing::Begun
        }
    }

    /// As it is once its years are over: days and numbers stay, words go.
    pub fn without_words(&self) -> Step {
        let meeting = Meeting { place: String::new(), decided: Vec::new(), ..self.meeting.clone() };
        let (planned_on, done_on) = (self.planned_on, self.done_on);
        Step { planned_on, done_on, meeting, ..Step::default() }
    }

    pub fn open_tasks(&self) -> impl Iterator<Item = &Task> {
        self.tasks.iter().filter(|task| !task.done)
    }
}

/// A part of a step that two people can change at once without being in each other's way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Notes,
    Planned,
    Done,
    Whom,
    Tasks,
    Meeting,
}

impl Part {
    pub fn code(self) -> &'static str {
        match self {
            Part::Notes => "notes",
            Part::Planned => "planned",
            Part::Done => "done",
            Part::Whom => "whom",
            Part::Tasks => "tasks",
            Part::Meeting => "meeting",
        }
    }
}

/// Of what both had before them, theirs and mine: the one that was changed, or none where both were, each otherwise.
fn either<T: Clone + PartialEq>(base: &T, theirs: &T, mine: &T) -> Option<T> {
    if mine == base || mine == theirs {
        Some(theirs.clone())
    } else if theirs == base {
        Some(mine.clone())
    } else {
        None
    }
}

/// From where to where lines were changed: (first, end before, end now).
fn stretch<T: PartialEq>(base: &[T], now: &[T]) -> (usize, usize, usize) {
    let first = base.iter().zip(now).take_while(|(was, is)| was == is).count();
    let rest = base[first..].iter().rev().zip(now[first..].iter().rev());
    let last = rest.take_while(|(was, is)| was == is).count();
    (first, base.len() - last, now.len() - last)
}

/// Both changes of lines where they lie apart; none where both changed the same line, each otherwise. What both added in the
/// same place stands one after the other.
fn both_lines<T: Clone + PartialEq>(base: &[T], theirs: &[T], mine: &[T]) -> Option<Vec<T>> {
    if mine == base || mine == theirs {
        return Some(theirs.to_vec());
    }
    let ((t, t_end, t_now), (m, m_end, m_now)) = (stretch(base, theirs), stretch(base, mine));
    let (their_lines, my_lines) = (&theirs[t..t_now], &mine[m..m_now]);
    if t_end <= m {
        Some([&base[..t], their_lines, &base[t_end..m], my_lines, &base[m_end..]].concat())
    } else if m_end <= t {
        Some([&base[..m], my_lines, &base[m_end..t], their_lines, &base[t_end..]].concat())
    } else {
        None
    }
}

/// The same of a text, line by line.
fn both_texts(base: &str, theirs: &str, mine: &str) -> Option<String> {
    let lines = |text: &str| -> Vec<String> { text.lines().map(str::to_owned).collect() };
    Some(both_lines(&lines(base), &lines(theirs), &lines(mine))?.join("\n"))
}

fn merge_meeting(base: &Meeting, theirs: &Meeting, mine: &Meeting) -> Option<Meeting> {
    Some(Meeting {
        held_on: either(&base.held_on, &theirs.held_on, &mine.held_on)?,
        place: either(&base.place, &theirs.place, &mine.place)?,
        municipality: either(&base.municipality, &theirs.municipality, &mine.municipality)?,
        young: either(&base.young, &theirs.young, &mine.young)?,
        centre: either(&base.centre, &theirs.centre, &mine.centre)?,
        decided: both_lines(&base.decided, &theirs.decided, &mine.decided)?,
    })
}

/// What two changes of the same step come to, and the parts that both changed, each otherwise; there, mine is in it.
pub fn merge(base: &Step, theirs: &Step, mine: &Step) -> (Step, Vec<Part>) {
    let mut both = Vec::new();
    let mut or_mine = |part: Part, clash: bool| {
        if clash {
            both.push(part);
        }
    };
    let notes = both_texts(&base.notes, &theirs.notes, &mine.notes);
    let planned_on = either(&base.planned_on, &theirs.planned_on, &mine.planned_on);
    let done_on = either(&base.done_on, &theirs.done_on, &mine.done_on);
    let whom = either(&base.whom, &theirs.whom, &mine.whom);
    let (tasks, clash) = merge_tasks(&base.tasks, &theirs.tasks, &mine.tasks);
    let meeting = merge_meeting(&base.meeting, &theirs.meeting, &mine.meeting);
    or_mine(Part::Notes, notes.is_none());
    or_mine(Part::Planned, planned_on.is_none());
    or_mine(Part::Done, done_on.is_none());
    or_mine(Part::Whom, whom.is_none());
    or_mine(Part::Tasks, clash);
    or_mine(Part::Meeting, meeting.is_none());
    let step = Step {
        notes: notes.unwrap_or_else(|| mine.notes.clone()),
        planned_on: planned_on.unwrap_or(mine.planned_on),
        done_on: done_on.unwrap_or(mine.done_on),
        whom: whom.unwrap_or_else(|| mine.whom.clone()),
        tasks,
        meeting: meeting.unwrap_or_else(|| mine.meeting.clone()),
    };
    (step, both)
}

/// Task by task, by their ids; and whether one was changed by both, each otherwise.
fn merge_tasks(base: &[Task], theirs: &[Task], mine: &[Task]) -> (Vec<Task>, bool) {
    let of = |tasks: &[Task], id: Uuid| tasks.iter().find(|task| task.id == id).cloned();
    let mut ids: Vec<Uuid> = theirs.iter().map(|task| task.id).collect();
    ids.extend(mine.iter().map(|task| task.id).filter(|id| theirs.iter().all(|task| task.id != *id)));
    let (mut tasks, mut clash) = (Vec::new(), false);
    for id in ids {
        let mine = of(mine, id);
        let merged = either(&of(base, id), &of(theirs, id), &mine);
        clash |= merged.is_none();
        tasks.extend(merged.unwrap_or(mine));
    }
    (tasks, clash)
}

/// What is to be done next, over all steps: tasks that are open, the earliest day first, those without a day last.
pub fn open_tasks(steps: &[(i64, Step)]) -> Vec<(i64, &Task)> {
    let mut open: Vec<(i64, &Task)> =
        steps.iter().flat_map(|(n, step)| step.open_tasks().map(|task| (*n, task))).collect();
    open.sort_by_key(|(n, task)| (task.due_on.is_none(), task.due_on, *n));
    open
}
