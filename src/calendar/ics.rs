//! Dates as a file that calendars on phones and desks read (iCalendar, RFC 5545). Whole days alone, so a few lines write it.

use chrono::{DateTime, NaiveDate, Utc};

#[derive(Clone, Debug)]
pub struct Event {
    /// The same each time the file is taken, so that a calendar changes what it has.
    pub uid: String,
    pub first: NaiveDate,
    /// The last day of it.
    pub last: NaiveDate,
    pub name: String,
    pub what: String,
    pub address: String,
}

/// Bytes that a line may have, without its end (3.1).
const LONGEST: usize = 75;

/// Text as a value (3.3.11).
fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// A line, folded where it is too long: never inside a character.
fn line(out: &mut String, name: &str, value: &str) {
    let mut left = LONGEST;
    for c in name.chars().chain([':']).chain(value.chars()) {
        if c.len_utf8() > left {
            out.push_str("\r\n ");
            left = LONGEST - 1;
        }
        out.push(c);
        left -= c.len_utf8();
    }
    out.push_str("\r\n");
}

/// The file; `now` is when it was made.
pub fn file(name: &str, events: &[Event], now: DateTime<Utc>) -> String {
    let day = |day: NaiveDate| day.format("%Y%m%d").to_string();
    let stamp = now.format("%Y%m%dT%H%M%SZ").to_string();
    let mut out = String::new();
    line(&mut out, "BEGIN", "VCALENDAR");
    line(&mut out, "VERSION", "2.0");
    line(&mut out, "PRODID", "-//Logbook//Calendar//EN");
    line(&mut out, "CALSCALE", "GREGORIAN");
    line(&mut out, "METHOD", "PUBLISH");
    line(&mut out, "X-WR-CALNAME", &text(name));
    for it in events {
        line(&mut out, "BEGIN", "VEVENT");
        line(&mut out, "UID", &text(&it.uid));
        line(&mut out, "DTSTAMP", &stamp);
        line(&mut out, "DTSTART;VALUE=DATE", &day(it.first));
        // The first day after it.
        line(&mut out, "DTEND;VALUE=DATE", &day(it.last.succ_opt().unwrap_or(it.last)));
        line(&mut out, "SUMMARY", &text(&it.name));
        if !it.what.is_empty() {
            line(&mut out, "DESCRIPTION", &text(&it.what));
        }
        // An address is no text: it keeps its commas.
        line(&mut out, "URL", &it.address.replace(['\r', '\n'], ""));
        line(&mut out, "TRANSP", "TRANSPARENT");
        line(&mut out, "END", "VEVENT");
    }
    line(&mut out, "END", "VCALENDAR");
    out
}
