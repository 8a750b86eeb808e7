//! From what was typed into the forms to steps, aims and "you said, we did".

use chrono::NaiveDate;
use uuid::Uuid;

use super::aim::{Aim, State};
use super::said::Said;
use super::step::{Meeting, Step, Task};
use crate::form::{Wrong, lines, tidy};
use crate::i18n::Text18;

pub use crate::form::Fields;

/// Characters of notes, of a line, of a name, of a public text.
pub const NOTES: usize = 6000;
pub const LINE: usize = 300;
pub const NAME: usize = 120;
pub const TEXT: usize = 600;
/// Rows of things to do, and decisions.
pub const MOST_TASKS: usize = 40;
const MOST_DECISIONS: usize = 30;
const MOST_PEOPLE: i64 = 9999;
/// How far ahead an aim may lie.
const YEARS: i64 = 10;

fn long(field: &str, text: &str, most: usize, wrong: &mut Vec<Wrong>) {
    if text.chars().count() > most {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        wrong.push(Wrong::new(field, "change-long").arg("n", most));
    }
}

fn line(fields: &Fields, field: &str, most: usize, wrong: &mut Vec<Wrong>) -> String {
    let text = tidy(fields.get(field));
    long(field, &text, most, wrong);
    text
}

fn day(fields: &Fields, field: &str, wrong: &mut Vec<Wrong>) -> Option<NaiveDate> {
    let typed = fields.get(field).trim();
    if typed.is_empty() {
        return None;
    }
    let day = typed.parse::<NaiveDate>().ok().filter(|day| crate::clock::sane(*day) == *day);
    if day.is_none() {
        wrong.push(Wrong::new(field, "change-day-wrong"));
    }
    day
}

fn number(fields: &Fields, field: &str, most: i64, wrong: &mut Vec<Wrong>) -> Option<i64> {
    let typed = fields.get(field).trim();
    if typed.is_empty() {
        return None;
    }
    let number = typed.parse::<i64>().ok().filter(|n| (0..=most).contains(n));
    if number.is_none() {
        wrong.push(Wrong::new(field, "change-number-wrong").arg("n", most));
    }
    number
}

/// Those that are ticked, and those that are typed with commas between them.
fn whom(fields: &Fields, wrong: &mut Vec<Wrong>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in fields.all("whom").chain(fields.get("whom_others").split([',', ';', '\n'])).map(tidy) {
        if !name.is_empty() && !names.contains(&name) {
            long("whom_others", &name, NAME, wrong);
            names.push(name);
        }
    }
    if names.len() > MOST_TASKS {
        wrong.push(Wrong::new("whom_others", "change-too-many"));
    }
    names
}

fn tasks(fields: &Fields, wrong: &mut Vec<Wrong>) -> Vec<Task> {
    let mut tasks: Vec<Task> = Vec::new();
    for at in 0..MOST_TASKS {
        let field = |name: &str| format!("task_{at}_{name}");
        let Ok(id) = fields.get(&field("id")).parse::<Uuid>() else { continue };
        let what = line(fields, &field("what"), LINE, wrong);
        let who = line(fields, &field("who"), NAME, wrong);
        let due_on = day(fields, &field("due"), wrong);
        if what.is_empty() {
            if !who.is_empty() || due_on.is_some() {
                wrong.push(Wrong::new(&field("what"), "change-task-missing"));
            }
            continue;
        }
        if tasks.iter().all(|task| task.id != id) {
            tasks.push(Task { id, what, who, due_on, done: fields.get(&field("done")) == "yes" });
        }
    }
    tasks
}

fn meeting(fields: &Fields, wrong: &mut Vec<Wrong>) -> Meeting {
    let text = lines(fields.get("decided"));
    let decided: Vec<String> = text.lines().map(tidy).filter(|it| !it.is_empty()).collect();
    if decided.len() > MOST_DECISIONS {
        wrong.push(Wrong::new("decided", "change-too-many"));
    }
    decided.iter().for_each(|it| long("decided", it, LINE, wrong));
    Meeting {
        held_on: day(fields, "held_on", wrong),
        place: line(fields, "place", NAME, wrong),
        municipality: number(fields, "municipality", MOST_PEOPLE, wrong),
        young: number(fields, "young", MOST_PEOPLE, wrong),
        centre: number(fields, "centre", MOST_PEOPLE, wrong),
        decided,
    }
}

/// A step as it was typed, and what is wrong with it.
pub fn step(fields: &Fields) -> (Step, Vec<Wrong>) {
    let mut wrong = Vec::new();
    let notes = lines(fields.get("notes"));
    long("notes", &notes, NOTES, &mut wrong);
    let step = Step {
        notes,
        planned_on: day(fields, "planned_on", &mut wrong),
        done_on: day(fields, "done_on", &mut wrong),
        whom: whom(fields, &mut wrong),
        tasks: tasks(fields, &mut wrong),
        meeting: meeting(fields, &mut wrong),
    };
    (step, wrong)
}

/// An aim as it was typed. `areas`: codes that there are; `year`: of the evaluation it comes of.
pub fn aim(fields: &Fields, areas: &[(String, Text18)], year: i32) -> Result<Aim, Vec<Wrong>> {
    let mut wrong = Vec::new();
    let aim = line(fields, "aim", LINE, &mut wrong);
    if aim.is_empty() {
        wrong.push(Wrong::new("aim", "aim-missing"));
    }
    let area = fields.get("area").to_owned();
    if !area.is_empty() && areas.iter().all(|(code, _)| *code != area) {
        wrong.push(Wrong::new("area", "aim-area-gone"));
    }
    let measure = line(fields, "measure", LINE, &mut wrong);
    let points = number(fields, "points", 100, &mut wrong);
    match (area.is_empty(), points) {
        (true, Some(_)) => wrong.push(Wrong::new("points", "aim-points-of-what")),
        (false, None) if wrong.iter().all(|it| it.field != "points") => {
            wrong.push(Wrong::new("points", "aim-points-missing"));
        }
        (true, None) if measure.is_empty() => wrong.push(Wrong::new("measure", "aim-measure-missing")),
        _ => {}
    }
    let first = i64::from(year);
    let in_year =
        fields.get("year").trim().parse::<i64>().ok().filter(|it| (first..=first + YEARS).contains(it));
    if in_year.is_none() {
        wrong.push(Wrong::new("year", "aim-year-wrong").arg("from", first).arg("to", first + YEARS));
    }
    let whom = line(fields, "whom", NAME, &mut wrong);
    let state = match fields.get("state") {
        "" => Some(State::default()),
        code => State::from_code(code),
    };
    if state.is_none() {
        wrong.push(Wrong::new("state", "aim-state-missing"));
    }
    match (in_year, state) {
        (Some(year), Some(state)) if wrong.is_empty() => {
            Ok(Aim { aim, area, measure, points, year, whom, state })
        }
        _ => Err(wrong),
    }
}

/// What was said and done, as it was typed, in the languages of the network.
pub fn said(fields: &Fields, areas: &[(String, Text18)], languages: &[String]) -> Result<Said, Vec<Wrong>> {
    let mut wrong = Vec::new();
    let mut text = |name: &str| {
        let mut text = Text18::default();
        for lang in languages {
            let field = format!("{name}_{lang}");
            let typed = lines(fields.get(&field));
            long(&field, &typed, TEXT, &mut wrong);
            text.put(lang, &typed);
        }
        text
    };
    let (said, did, could_not) = (text("said"), text("did"), text("could_not"));
    if said.is_empty() {
        let first = languages.first().map_or("", String::as_str);
        wrong.push(Wrong::new(&format!("said_{first}"), "said-missing"));
    }
    let area = fields.get("area").to_owned();
    if !area.is_empty() && areas.iter().all(|(code, _)| *code != area) {
        wrong.push(Wrong::new("area", "aim-area-gone"));
    }
    if wrong.is_empty() { Ok(Said { area, said, did, could_not }) } else { Err(wrong) }
}
