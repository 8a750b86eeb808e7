//! Two people who change the same step, and how far a step is.

use chrono::NaiveDate;
use proptest::prelude::*;
use uuid::Uuid;

use crate::change::step::{Meeting, Part, Standing, Step, Task, merge, open_tasks};

fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, n).unwrap()
}

fn task(id: u128, what: &str) -> Task {
    Task { id: Uuid::from_u128(id), what: what.into(), who: String::new(), due_on: None, done: false }
}

fn any_step() -> impl Strategy<Value = Step> {
    let tasks = proptest::collection::btree_map(0u128..4, ("[ab]", any::<bool>()), 0..4);
    let days = (proptest::option::of(1u32..4), proptest::option::of(1u32..4));
    let lines = || proptest::collection::vec("[a-d]", 0..4);
    (lines(), days, proptest::collection::vec("[ab]", 0..2), tasks, (0i64..3, lines())).prop_map(
        |(notes, (planned, done), whom, tasks, (young, decided))| Step {
            notes: notes.join("\n"),
            planned_on: planned.map(day),
            done_on: done.map(day),
            whom,
            tasks: tasks.into_iter().map(|(id, (what, done))| Task { done, ..task(id, &what) }).collect(),
            meeting: Meeting { young: Some(young), decided, ..Meeting::default() },
        },
    )
}

proptest! {
    #[test]
    fn whoever_changes_nothing_leaves_what_the_other_made(base in any_step(), theirs in any_step()) {
        prop_assert_eq!(merge(&base, &theirs, &base), (theirs.clone(), vec![]));
        let (mine, both) = merge(&base, &base, &theirs);
        prop_assert!(both.is_empty());
        let sorted = |mut step: Step| { step.tasks.sort_by_key(|task| task.id); step };
        prop_assert_eq!(sorted(mine), sorted(theirs));
    }

    #[test]
    fn what_is_sent_again_changes_nothing(base in any_step(), mine in any_step()) {
        prop_assert_eq!(merge(&base, &mine, &mine), (mine.clone(), vec![]));
    }

    #[test]
    fn nothing_that_both_changed_is_overwritten_unseen(
        base in any_step(), theirs in any_step(), mine in any_step(),
    ) {
        let (merged, both) = merge(&base, &theirs, &mine);
        let is_told = |part: Part| both.contains(&part);
        let all = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
        let before = all(&base.notes);
        for line in all(&theirs.notes) {
            if !before.contains(&line) && !all(&merged.notes).contains(&line) {
                prop_assert!(is_told(Part::Notes), "{line} is gone");
            }
        }
        for line in all(&mine.notes) {
            prop_assert!(before.contains(&line) || all(&merged.notes).contains(&line), "{line} of mine is gone");
        }
        if theirs.done_on != base.done_on && theirs.done_on != merged.done_on {
            prop_assert!(is_told(Part::Done));
        }
        let (was, made) = (&base.meeting, &merged.meeting);
        if theirs.meeting.young != was.young && theirs.meeting.young != made.young {
            prop_assert!(is_told(Part::Meeting));
        }
        for line in &theirs.meeting.decided {
            if !was.decided.contains(line) && !made.decided.contains(line) {
                prop_assert!(is_told(Part::Meeting), "{line} is gone");
            }
        }
        for task in &theirs.tasks {
            if !base.tasks.contains(task) && !merged.tasks.contains(task) {
                prop_assert!(is_told(Part::Tasks));
            }
        }
        // Seen now: mine stands, whole.
        let (again, both) = merge(&theirs, &theirs, &merged);
        prop_assert!(both.is_empty());
        prop_assert_eq!(again.notes, merged.notes);
    }
}

#[test]
fn two_people_who_change_different_things_are_in_nobodys_way() {
    let base = Step { tasks: vec![task(1, "Povabi"), task(2, "Natisni")], ..Step::default() };
    let mut theirs = base.clone();
    theirs.tasks[0].done = true;
    let mut mine = base.clone();
    mine.notes = "Prebrali smo.".into();
    mine.tasks[1].who = "Ana".into();
    mine.tasks.push(task(3, "Novo"));
    let (merged, both) = merge(&base, &theirs, &mine);
    assert!(both.is_empty(), "{both:?}");
    assert!(merged.tasks[0].done && merged.tasks[1].who == "Ana" && merged.tasks.len() == 3);
    mine.tasks[0].what = "Povabi vse".into();
    assert_eq!(merge(&base, &theirs, &mine).1, [Part::Tasks], "the same task, each otherwise");
}

#[test]
fn lines_of_two_people_stand_beside_one_another_and_the_same_line_is_asked_about() {
    let notes = |text: &str| Step { notes: text.into(), ..Step::default() };
    let merged = |base: &str, theirs: &str, mine: &str| {
        let (step, both) = merge(&notes(base), &notes(theirs), &notes(mine));
        both.is_empty().then_some(step.notes)
    };
    let is = |text: &str| Some(text.to_owned());
    assert_eq!(merged("", "njeno", "moje"), is("njeno\nmoje"), "both began");
    assert_eq!(merged("njeno", "njeno\nmoje", "njeno še"), is("njeno še\nmoje"), "and both go on");
    assert_eq!(merged("a\nb\nc", "A\nb\nc", "a\nb\nC"), is("A\nb\nC"));
    assert_eq!(merged("a\nb\nc", "a\nc", "a\nb\nc\nd"), is("a\nc\nd"));
    assert_eq!(merged("a\nb", "a\nB", "a\nbb"), None);
    assert_eq!(
        merged("a\nb", "", "a\nbb"),
        None,
        "who takes a line out does not take out what was added to it"
    );
}

#[test]
fn a_step_is_late_after_its_day_and_done_with_one() {
    let step = |planned: Option<u32>, done: Option<u32>, notes: &str| Step {
        planned_on: planned.map(day),
        done_on: done.map(day),
        notes: notes.into(),
        ..Step::default()
    };
    for (it, standing) in [
        (step(None, None, ""), Standing::Open),
        (step(Some(10), None, ""), Standing::Open),
        (step(Some(9), None, ""), Standing::Late),
        (step(Some(10), None, "Zapisek"), Standing::Begun),
        (step(Some(9), Some(10), ""), Standing::Done),
    ] {
        assert_eq!(it.standing(day(10)), standing, "{it:?}");
    }
}

#[test]
fn what_is_due_first_comes_first() {
    let due = |id, what: &str, on: Option<u32>, done| Task { due_on: on.map(day), done, ..task(id, what) };
    let one = Step {
        tasks: vec![due(1, "kdaj koli", None, false), due(2, "drugi", Some(5), false)],
        ..Step::default()
    };
    let two = Step {
        tasks: vec![due(3, "prvi", Some(2), false), due(4, "mimo", Some(1), true)],
        ..Step::default()
    };
    let steps = [(1, one), (2, two)];
    let order: Vec<&str> = open_tasks(&steps).iter().map(|(_, task)| task.what.as_str()).collect();
    assert_eq!(order, ["prvi", "drugi", "kdaj koli"]);
}
