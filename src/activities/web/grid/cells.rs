//! The cells of a row: what they show of an entry, and the form of an entry that what is typed in them means. A row shows
//! part of an entry only; the rest of the form stays as the entry fills it, so that saving a row changes nothing unseen.

use super::month::Month;
use crate::activities::check::Problem;
use crate::activities::entry::{Entry, Status};
use crate::activities::times;
use crate::activities::web::fields::{self, Fields, TIMES};
use crate::i18n::Words;
use crate::vocabulary::Kind;
use chrono::{Datelike, NaiveDate};

/// Columns that count heads, named as the fields of the form.
pub const COUNTS: [&str; 6] = [
    "participant_girl",
    "participant_boy",
    "participant_non_binary",
    "participant_total",
    "creator_total",
    "audience_total",
];

/// Columns in the order of the page, which is the order a block from a spreadsheet is laid down in.
pub const COLUMNS: [&str; 13] = [
    "date",
    "activity",
    "start",
    "end",
    COUNTS[0],
    COUNTS[1],
    COUNTS[2],
    COUNTS[3],
    COUNTS[4],
    COUNTS[5],
    "created_share",
    "off",
    "note",
];

/// The cell that a problem of the save path is told beside; none where the row does not show what it is about.
pub fn cell_of(field: &'static str) -> Option<&'static str> {
    match field {
        "duration" => Some("end"),
        "participant" => Some("participant_total"),
        "creator" => Some("creator_total"),
        "audience" => Some("audience_total"),
        "created" => Some("created_share"),
        field => COLUMNS.contains(&field).then_some(field),
    }
}

/// Without the spaces that spreadsheets put inside numbers.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase()
}

fn digits(text: &str, most: usize) -> Option<i64> {
    let fits = (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if fits { text.parse().ok() } else { None }
}

/// Minutes after midnight: 17.00, 17:00, 17,00, 17:00:00, 17 h, 1700, 17. The end of a day, 24.00, is its midnight.
pub fn clock(text: &str) -> Option<i64> {
    let text = plain(text);
    let text = text.strip_suffix('h').unwrap_or(&text);
    let parts: Vec<&str> = text.split([':', '.', ',']).collect();
    let (hours, minutes) = match parts[..] {
        [whole] => match digits(whole, 4)? {
            run if whole.len() > 2 => (run / 100, run % 100),
            hours => (hours, 0),
        },
        // A single digit might be a tenth of an hour: better asked than guessed.
        [hours, minutes] | [hours, minutes, "00"] if minutes.len() == 2 => {
            (digits(hours, 2)?, digits(minutes, 2)?)
        }
        _ => return None,
    };
    match (hours, minutes) {
        (24, 0) => Some(0),
        (0..24, 0..60) => Some(hours * 60 + minutes),
        _ => None,
    }
}

/// A count of heads: 12, and 12,0 as some spreadsheets write it.
pub fn count(text: &str) -> Option<i64> {
    let text = plain(text);
    let whole = match text.split_once([',', '.']) {
        Some((whole, "0" | "00")) => whole,
        Some(_) => return None,
        None => &text,
    };
    digits(whole, 9)
}

/// How much of the time young people created.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    Permille(i64),
    Minutes(i64),
}

/// 50, 50 %, 12,5, ½, 1/4 of the time, or 45 min of it. Nothing typed is nothing created.
pub fn share(text: &str) -> Option<Share> {
    let text = plain(text);
    let minutes = ["min", "m", "'"].iter().find_map(|end| text.strip_suffix(end));
    if let Some(minutes) = minutes {
        return digits(minutes, 4).map(Share::Minutes);
    }
    let permille = match text.strip_suffix('%').unwrap_or(&text) {
        "" if text.is_empty() => 0,
        "½" | "1/2" => 500,
        "¼" | "1/4" => 250,
        "¾" | "3/4" => 750,
        percent => match percent.split_once([',', '.']) {
            None => digits(percent, 3)? * 10,
            // 0,5 is a half in one spreadsheet and half a percent in another.
            Some(("0", tenths)) if tenths.bytes().any(|byte| byte != b'0') => return None,
            Some((whole, tenths)) => digits(whole, 3)? * 10 + digits(tenths, 1)?,
        },
    };
    (permille <= 1000).then_some(Share::Permille(permille))
}

/// A day as people and spreadsheets write it; where month and year are left out, they are those of the page.
pub fn day(text: &str, month: Month) -> Option<NaiveDate> {
    let text = text.trim();
    if let Ok(date) = text.parse::<NaiveDate>() {
        return Month::of(date).is_sensible().then_some(date);
    }
    let apart = |c: char| c.is_whitespace() || ".,/-".contains(c);
    let parts = text.split(apart).filter(|part| !part.is_empty());
    // The name of a weekday may stand before.
    let parts = parts.skip_while(|part| part.chars().all(char::is_alphabetic));
    let numbers: Vec<u32> = parts.map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let first = month.first();
    let (day, month, year) = match numbers[..] {
        [day] => (day, first.month(), first.year()),
        [day, month] => (day, month, first.year()),
        [day, month, year] => (day, month, i32::try_from(if year < 100 { 2000 + year } else { year }).ok()?),
        _ => return None,
    };
    let date = NaiveDate::from_ymd_opt(year, month, day)?;
    Month::of(date).is_sensible().then_some(date)
}

/// Created time as the row shows it: in whole percent where these say it to the minute.
fn share_of(entry: &Entry, form: &Fields) -> String {
    let (created, duration) = (entry.created_min, entry.duration_min);
    match form.get("created") {
        "" => String::new(),
        "none" => "0".to_owned(),
        "quarter" => "25".to_owned(),
        "half" => "50".to_owned(),
        "all" => "100".to_owned(),
        _ => {
            let percent = if duration > 0 { (created * 100 + duration / 2) / duration } else { 0 };
            if (duration * percent * 10 + 500) / 1000 == created {
                percent.to_string()
            } else {
                format!("{created} min")
            }
        }
    }
}

/// What a row shows of an entry.
pub fn of_entry(w: Words, entry: &Entry) -> Fields {
    let form = fields::of_entry(entry);
    let mut cells = Fields::default();
    for name in ["start", "end"] {
        if let Some(minutes) = times::clock(form.get(name)) {
            cells.set(name, w.clock(minutes));
        }
    }
    for name in COUNTS {
        cells.set(name, form.get(name));
    }
    cells.set("created_share", share_of(entry, &form));
    if entry.status == Status::Cancelled {
        cells.set("off", 1);
    }
    cells
}

/// The form of an entry that the cells mean, for an entry of this kind; or which cells mean nothing.
pub fn form(
    cells: &Fields,
    month: Month,
    before: Option<&Entry>,
    kind: Option<Kind>,
) -> Result<Fields, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut form = before.map(fields::of_entry).unwrap_or_default();
    for name in ["command", "base", "confirmed"] {
        form.set(name, cells.get(name));
    }
    if before.is_none() {
        match day(cells.get("date"), month) {
            Some(date) => form.set("date", date),
            None => problems.push(Problem::stop("date", "entry-problem-date")),
        }
        form.set("activity", cells.get("activity"));
        if kind.is_none() {
            problems.push(Problem::stop("activity", "grid-problem-activity"));
        }
    }
    for name in ["start", "end"] {
        if cells.has(name) {
            let typed = cells.get(name);
            match clock(typed) {
                Some(minutes) => form.set(name, times::written(minutes)),
                None if typed.is_empty() => form.set(name, ""),
                None => problems.push(Problem::stop(name, "entry-problem-clock")),
            }
        }
    }
    if cells.has("note") {
        form.set("note", cells.get("note"));
    }
    if kind == Some(Kind::OneToOne) && !cells.get("note").is_empty() {
        problems.push(Problem::stop("note", "entry-problem-note-one-to-one"));
    }
    if cells.get("off") == "1" {
        form.set("status", Status::Cancelled.code());
    } else {
        form.set("status", Status::Held.code());
        held(cells, before, &mut form, &mut problems);
    }
    if problems.is_empty() { Ok(form) } else { Err(problems) }
}

/// Heads and created time: of what was called off there are none, whatever stands in the cells.
fn held(cells: &Fields, before: Option<&Entry>, form: &mut Fields, problems: &mut Vec<Problem>) {
    for name in COUNTS.into_iter().filter(|name| cells.has(name)) {
        let typed = cells.get(name);
        match count(typed) {
            Some(n) => form.set(name, n),
            // Less than nobody is a number, and the rules say what is wrong with it.
            None if typed.is_empty() || typed.parse::<i32>().is_ok() => form.set(name, typed),
            None => problems.push(Problem::stop(name, "entry-problem-number")),
        }
    }
    if !cells.has("created_share") {
        return;
    }
    let opened = before.map(fields::of_entry);
    let shown = before.zip(opened.as_ref()).map(|(before, opened)| share_of(before, opened));
    let typed = cells.get("created_share");
    // A share that nobody touched stands to the minute, unless the hours it is a share of were changed.
    if shown.as_deref() == Some(typed) && !opened.is_some_and(|opened| form.differ(&opened, TIMES)) {
        return;
    }
    match share(typed) {
        Some(Share::Permille(permille)) => {
            form.set("created", "share");
            form.set("created_permille", permille);
        }
        Some(Share::Minutes(minutes)) => {
            form.set("created", "other");
            form.set("created_min", minutes);
        }
        None => problems.push(Problem::stop("created", "grid-problem-share")),
    }
}
