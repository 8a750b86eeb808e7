//! A finding in words: what was seen, what may be behind it, where it leads, what one can answer.

use std::collections::HashMap;

use uuid::Uuid;

use crate::activities::Activity;
use crate::i18n::{Arg, Words};
use crate::units::Unit;
use crate::watch::rules::{Amount, Finding, Subject, What};

/// The longest reason for an answer, in characters.
pub const LONGEST_REASON: usize = 300;

/// Entries that are led to one by one; more of them are a list.
const SINGLE: usize = 2;

/// A finding as pages show it.
pub struct Line {
    /// Address of the unit it is about.
    pub base: String,
    pub subject: &'static str,
    pub key: String,
    /// Whose it is, where several units stand together.
    pub unit: Option<String>,
    pub says: String,
    /// What may be behind it, where the page does not say so already.
    pub asks: Option<String>,
    /// (address, words)
    pub links: Vec<(String, String)>,
    /// (code, words)
    pub answers: Vec<(&'static str, String)>,
    /// Where one comes back to after answering.
    pub back: String,
    /// A reason that was typed, and what is wrong with it.
    pub reason: String,
    pub problem: Option<String>,
}

/// What can be answered to a finding.
pub fn answers(subject: Subject) -> &'static [&'static str] {
    match subject {
        Subject::Heaping => &["right", "estimated"],
        _ => &["right"],
    }
}

fn called(w: Words, activities: &HashMap<Uuid, Activity>, id: Uuid) -> Arg {
    activities.get(&id).map_or_else(|| "–".into(), |it| w.text(&it.name).into())
}

/// What was seen, with its figures.
pub fn says(w: Words, activities: &HashMap<Uuid, Activity>, it: &Finding) -> String {
    let name = |id: Uuid| called(w, activities, id);
    match &it.what {
        What::Jumped { amount, month, had, usual, compared } => {
            let number = |n: i64| match amount {
                Amount::Visits => w.int(n),
                Amount::Minutes => w.hours(n),
            };
            let args = [
                ("month", Arg::Month(*month)),
                ("had", number(*had).into()),
                ("usual", number(*usual).into()),
                ("n", Arg::Int(*compared)),
            ];
            w.with(&format!("watch-jumped-{}", amount.code()), &args)
        }
        What::Heaped { quarter, counted, round } => {
            let args = [
                ("when", three_months(w, *quarter).into()),
                ("n", Arg::Int(*counted)),
                ("k", Arg::Int(*round)),
            ];
            w.with("watch-heaped", &args)
        }
        What::Long { date, minutes } => {
            w.with("watch-long", &[("day", (*date).into()), ("length", w.length(*minutes).into())])
        }
        What::OpenLong { date, minutes } => {
            w.with("watch-open-long", &[("day", (*date).into()), ("length", w.length(*minutes).into())])
        }
        What::Staff { date, people, minutes, staff_min } => {
            let args = [
                ("day", Arg::from(*date)),
                ("n", Arg::Int(*people)),
                ("length", w.length(*minutes).into()),
                ("hours", w.length(*staff_min).into()),
            ];
            w.with("watch-staff", &args)
        }
        What::Copied { activity, quarter, held, copied } => {
            let args = [
                ("activity", name(*activity)),
                ("when", three_months(w, *quarter).into()),
                ("n", Arg::Int(*held)),
                ("k", Arg::Int(*copied)),
            ];
            w.with("watch-copied", &args)
        }
        What::Running { activity, total, times, from, last } => {
            let args = [
                ("activity", name(*activity)),
                ("when", w.span(*from, *last).into()),
                ("n", Arg::Int(*times)),
                ("k", Arg::Int(*total)),
            ];
            w.with("watch-running", &args)
        }
        What::Twice { activity, date } => {
            w.with("watch-twice", &[("activity", name(*activity)), ("day", (*date).into())])
        }
        What::Alike { activities: [a, b], date, total } => {
            let args = [("a", name(*a)), ("b", name(*b)), ("day", Arg::from(*date)), ("n", Arg::Int(*total))];
            w.with("watch-alike", &args)
        }
    }
}

/// The quarter that begins on a day: its first and its last month.
fn three_months(w: Words, first: chrono::NaiveDate) -> String {
    let last = first.checked_add_months(chrono::Months::new(2)).unwrap_or(first);
    let month = w.tr(&format!("month-{}", chrono::Datelike::month(&first)));
    format!("{month}–{}", w.month(last))
}

fn links(w: Words, base: &str, it: &Finding) -> Vec<(String, String)> {
    if !it.entries.is_empty() && it.entries.len() <= SINGLE {
        let several = it.entries.len() > 1;
        let one = |(n, id): (usize, &Uuid)| {
            let n = i64::try_from(n + 1).unwrap_or(1);
            let words = if several { w.n("watch-open-nth", n) } else { w.tr("watch-open-entry") };
            (format!("{base}/entries/{id}"), words)
        };
        return it.entries.iter().enumerate().map(one).collect();
    }
    let of = match it.what {
        What::Copied { activity, .. } | What::Running { activity, .. } => format!("&activity={activity}"),
        _ => String::new(),
    };
    let address = format!("{base}/entries?from={}&to={}&status=held{of}", it.days.0, it.days.1);
    vec![(address, w.tr("watch-open-entries"))]
}

pub fn line(w: Words, unit: &Unit, activities: &HashMap<Uuid, Activity>, it: &Finding, back: &str) -> Line {
    let subject = it.subject();
    let base = unit.address();
    let answer = |code: &&'static str| (*code, w.tr(&format!("watch-answer-{code}")));
    Line {
        subject: subject.code(),
        key: it.key.clone(),
        unit: None,
        says: says(w, activities, it),
        asks: Some(w.tr(&format!("watch-ask-{}", subject.code()))),
        links: links(w, &base, it),
        answers: answers(subject).iter().map(answer).collect(),
        back: back.to_owned(),
        reason: String::new(),
        problem: None,
        base,
    }
}
