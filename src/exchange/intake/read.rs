//! What a cell says, as people and spreadsheets write it: days, times of day, lengths, numbers, yes and no.

use chrono::{Datelike, NaiveDate};

use crate::form::tidy;
use crate::i18n::folded;
use crate::table::Cell;

/// No records are older than this, and none lie this far ahead.
const YEARS: std::ops::RangeInclusive<i32> = 1950..=2100;
/// The day that spreadsheets count from.
const FIRST_DAY: Option<NaiveDate> = NaiveDate::from_ymd_opt(1899, 12, 30);

const MONTHS: [[&str; 4]; 12] = [
    ["januar", "jan", "january", "januarja"],
    ["februar", "feb", "february", "februarja"],
    ["marec", "mar", "march", "marca"],
    ["april", "apr", "april", "aprila"],
    ["maj", "maj", "may", "maja"],
    ["junij", "jun", "june", "junija"],
    ["julij", "jul", "july", "julija"],
    ["avgust", "avg", "august", "avgusta"],
    ["september", "sep", "sept", "septembra"],
    ["oktober", "okt", "october", "oktobra"],
    ["november", "nov", "november", "novembra"],
    ["december", "dec", "december", "decembra"],
];

/// What people put into a cell that says nothing.
pub fn is_blank(cell: &Cell) -> bool {
    match cell {
        Cell::Empty => true,
        Cell::Text(text) => matches!(text.trim(), "" | "-" | "–" | "—" | "/" | "//" | "x" | "X" | "."),
        _ => false,
    }
}

/// The number of a month, from its name in Slovene or English.
pub fn month(text: &str) -> Option<u32> {
    let text = folded(text.trim().trim_end_matches('.'));
    let at = MONTHS.iter().position(|names| names.contains(&text.as_str()))?;
    u32::try_from(at + 1).ok()
}

/// A day: `1. 3. 2024`, `01.03.24`, `2024-03-01`, `1/3/2024` (the day first), `1. marec 2024`, `pet, 1. 3. 2024`, or as
/// spreadsheets keep it.
pub fn date(cell: &Cell) -> Option<NaiveDate> {
    let found = match cell {
        Cell::Day(day) | Cell::Moment(day, _) => Some(*day),
        // A column that was not told it holds days.
        #[allow(clippy::cast_possible_truncation)]
        Cell::Number(n) if n.fract() == 0.0 && (18_000.0..80_000.0).contains(n) => {
            FIRST_DAY?.checked_add_signed(chrono::TimeDelta::days(*n as i64))
        }
        Cell::Text(text) => date_in(&tidy(text)),
        _ => None,
    };
    found.filter(|day| YEARS.contains(&day.year()))
}

fn date_in(text: &str) -> Option<NaiveDate> {
    // The name of the weekday says nothing new.
    let text = text.trim_start_matches(|c: char| c.is_alphabetic() || matches!(c, ',' | '.' | ' '));
    let text = text.trim_end_matches(['.', ',']);
    let text = text.split_once('T').or_else(|| text.split_once(" 00:00")).map_or(text, |(day, _)| day);
    if let Some((y, rest)) = text.split_once('-').filter(|(year, _)| year.len() == 4) {
        let (m, d) = rest.split_once('-')?;
        return ymd(y, m, d);
    }
    if text.starts_with('-') {
        return None;
    }
    let parts: Vec<&str> = text.split(['.', '/', ' ', '-']).filter(|part| !part.is_empty()).collect();
    let [d, m, y] = parts[..] else { return None };
    if d.len() == 4 {
        return ymd(d, m, y);
    }
    match month(m) {
        Some(month) => ymd(y, &month.to_string(), d),
        None => ymd(y, m, d),
    }
}

fn ymd(y: &str, m: &str, d: &str) -> Option<NaiveDate> {
    let plain = |text: &str| text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if ![y, m, d].into_iter().all(plain) {
        return None;
    }
    let year: i32 = y.parse().ok()?;
    let year = match y.len() {
        2 => 2000 + year,
        4 => year,
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year, m.parse().ok()?, d.parse().ok()?)
}

/// A time of day in minutes after midnight, up to 24:00: `17:00`, `17.00`, `17h`, `17`, `1700`, `5 pm`.
pub fn clock(cell: &Cell) -> Option<i64> {
    let found = match cell {
        Cell::Clock(minutes) | Cell::Moment(_, minutes) => *minutes,
        Cell::Day(_) => 0,
        #[allow(clippy::cast_possible_truncation)]
        Cell::Number(n) if (0.0..1.0).contains(n) => (n * 1440.0).round() as i64,
        #[allow(clippy::cast_possible_truncation)]
        Cell::Number(n) if n.fract() == 0.0 && (1.0..=24.0).contains(n) => *n as i64 * 60,
        #[allow(clippy::cast_possible_truncation)]
        Cell::Number(n) if n.fract() == 0.0 && (100.0..=2400.0).contains(n) => run(*n as i64)?,
        Cell::Text(text) => clock_in(text)?,
        _ => return None,
    };
    (0..=1440).contains(&found).then_some(found)
}

/// 1730 is half past five.
fn run(n: i64) -> Option<i64> {
    (n % 100 < 60).then_some(n / 100 * 60 + n % 100)
}

fn clock_in(text: &str) -> Option<i64> {
    let text = tidy(text).to_lowercase();
    let text = text.strip_prefix("ob ").unwrap_or(&text);
    let (text, later) = match text.strip_suffix("pm").or_else(|| text.strip_suffix("p.m.")) {
        Some(rest) => (rest, Some(720)),
        None => match text.strip_suffix("am").or_else(|| text.strip_suffix("a.m.")) {
            Some(rest) => (rest, Some(0)),
            None => (text, None),
        },
    };
    let text = text.trim().trim_end_matches(['h', '.', ' ']);
    if (3..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()) && later.is_none() {
        return run(text.parse().ok()?);
    }
    let mut parts = text.split([':', '.', ',', 'h']).map(str::trim);
    let whole = |part: &str| -> Option<i64> {
        (part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit())).then(|| part.parse().ok())?
    };
    let hours = whole(parts.next()?)?;
    let minutes = parts.next().map_or(Some(0), whole)?;
    let seconds = parts.next().map_or(Some(0), whole)?;
    if parts.next().is_some() || minutes > 59 || seconds > 59 {
        return None;
    }
    let hours = match later {
        Some(later) if (1..=12).contains(&hours) => hours % 12 + later / 60,
        Some(_) => return None,
        None => hours,
    };
    Some(hours * 60 + minutes)
}

/// Beginning and end in one cell: `17.00–20.00`, `17:00 do 20:00`; or a beginning alone.
pub fn span(cell: &Cell) -> Option<(i64, Option<i64>)> {
    let Cell::Text(text) = cell else { return clock(cell).map(|start| (start, None)) };
    let text = tidy(text).replace(['–', '—'], "-").replace(" do ", "-").replace(" to ", "-");
    let text = text.strip_prefix("od ").unwrap_or(&text);
    let said = |text: &str| clock(&Cell::Text(text.to_owned()));
    match text.split_once('-') {
        Some((start, end)) => Some((said(start)?, Some(said(end)?))),
        None => Some((said(text)?, None)),
    }
}

/// Without marks between thousands: `1.250,5`, `1,250.5`, `1.250.000`. One mark alone is that of decimals.
fn ungrouped(number: &str) -> Option<String> {
    let marks: Vec<(usize, u8)> =
        number.bytes().enumerate().filter(|(_, byte)| matches!(byte, b',' | b'.')).collect();
    let [first, .., last] = marks[..] else { return Some(number.replace(',', ".")) };
    let grouped = |text: &str| {
        let mut parts = text.split([',', '.']);
        let leads = parts.next().is_some_and(|part| (1..=3).contains(&part.len()));
        leads && parts.all(|part| part.len() == 3)
    };
    let alike = |all: &[(usize, u8)]| all.iter().all(|(_, mark)| *mark == first.1);
    let plain = |text: &str| text.replace([',', '.'], "");
    if alike(&marks) {
        return grouped(number).then(|| plain(number));
    }
    let (whole, rest) = (&number[..last.0], &number[last.0 + 1..]);
    (alike(&marks[..marks.len() - 1]) && grouped(whole)).then(|| format!("{}.{rest}", plain(whole)))
}

/// A number with a decimal comma or point, and what stands behind it.
fn decimal(text: &str) -> Option<(f64, &str)> {
    let text = text.trim();
    let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.'))).unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    let number = ungrouped(number.trim_end_matches('.'))?;
    let plain = number.starts_with(|c: char| c.is_ascii_digit()) && number.len() <= 12;
    Some((plain.then(|| number.parse::<f64>().ok())??, rest.trim()))
}

/// What a length is counted in where it does not say so itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    Hours,
    Minutes,
}

/// A length in minutes: `2,5`, `2:30`, `2 h 30 min`, `3 ure`, `90 min`, or as spreadsheets keep it.
pub fn length(cell: &Cell, counted: Counted) -> Option<i64> {
    let per = if counted == Counted::Hours { 60.0 } else { 1.0 };
    let found = match cell {
        Cell::Clock(minutes) => *minutes,
        Cell::Number(n) => rounded(n * per)?,
        Cell::Text(text) => {
            let text = tidy(text).to_lowercase();
            if let Some((hours, minutes)) = text.trim_end_matches(['h', ' ']).split_once(':') {
                let whole = |part: &str| part.trim().parse::<u32>().ok().map(i64::from);
                let minutes = minutes.split(':').next().and_then(whole).filter(|minutes| *minutes < 60)?;
                whole(hours)?.checked_mul(60)? + minutes
            } else {
                let (mut left, mut sum) = (text.as_str(), 0.0);
                loop {
                    let (n, rest) = decimal(left)?;
                    let end = rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len());
                    let (unit, next) = rest.split_at(end);
                    sum += n * match folded(unit.trim_matches(|c: char| !c.is_alphabetic())).as_str() {
                        "" => per,
                        "h" | "ur" | "ure" | "ura" | "uri" | "hour" | "hours" | "hrs" | "hr" => 60.0,
                        "m" | "min" | "minut" | "minute" | "minuta" | "minuti" | "minutes" => 1.0,
                        _ => return None,
                    };
                    if next.is_empty() {
                        break;
                    }
                    left = next;
                }
                rounded(sum)?
            }
        }
        _ => return None,
    };
    (0..=10_000_000).contains(&found).then_some(found)
}

/// A length of many evenings: a mark before three digits is one of thousands there, as in `1.250`.
pub fn long_length(cell: &Cell, counted: Counted) -> Option<i64> {
    let Cell::Text(text) = cell else { return length(cell, counted) };
    let text = tidy(text);
    let grouped = text.split_once([',', '.']).is_some_and(|(whole, rest)| {
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        (1..=3).contains(&whole.len())
            && !whole.starts_with('0')
            && rest.len() == 3
            && digits(whole)
            && digits(rest)
    });
    let text = if grouped { text.replace([',', '.'], "") } else { text };
    length(&Cell::Text(text), counted)
}

#[allow(clippy::cast_possible_truncation)]
fn rounded(n: f64) -> Option<i64> {
    (n.is_finite() && n.abs() < 1e12).then(|| n.round() as i64)
}

/// A whole number. Groups of thousands may be marked; half a person may not be.
pub fn number(cell: &Cell) -> Option<i64> {
    match cell {
        Cell::Number(n) => rounded(*n).filter(|_| (n - n.round()).abs() < 1e-6),
        Cell::Text(text) => {
            let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
            let (sign, digits) = match text.strip_prefix(['-', '−']) {
                Some(rest) => (-1, rest),
                None => (1, text.as_str()),
            };
            let plain =
                |text: &str| (1..=12).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
            if plain(digits) {
                return digits.parse::<i64>().ok().map(|n| n * sign);
            }
            for mark in ['.', ','] {
                let parts: Vec<&str> = digits.split(mark).collect();
                let (first, rest) = parts.split_first()?;
                if rest.is_empty() || !plain(first) || !rest.iter().all(|part| plain(part)) {
                    continue;
                }
                if rest.iter().all(|part| part.len() == 3) && first.len() <= 3 {
                    return parts.concat().parse::<i64>().ok().map(|n| n * sign);
                }
                if rest.len() == 1 && rest[0].bytes().all(|byte| byte == b'0') {
                    return first.parse::<i64>().ok().map(|n| n * sign);
                }
            }
            None
        }
        _ => None,
    }
}

/// A share of the whole: `25 %`, `25`, or 0.25 as spreadsheets keep it.
pub fn share(cell: &Cell) -> Option<f64> {
    let found = match cell {
        Cell::Number(n) if *n <= 1.0 => *n,
        Cell::Number(n) => n / 100.0,
        Cell::Text(text) => match decimal(text)? {
            (n, "%") => n / 100.0,
            (n, "") if n <= 1.0 => n,
            (n, "") => n / 100.0,
            _ => return None,
        },
        _ => return None,
    };
    (0.0..=1.0).contains(&found).then_some(found)
}

/// Whether a text has a share in it.
pub fn says_share(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(text) if text.trim_end().ends_with('%'))
}

pub fn yes(cell: &Cell) -> Option<bool> {
    match cell {
        Cell::Number(n) if *n == 1.0 => Some(true),
        Cell::Number(n) if *n == 0.0 => Some(false),
        Cell::Text(text) => match folded(text.trim()).as_str() {
            "1" | "da" | "yes" | "true" | "x" | "✓" => Some(true),
            "0" | "ne" | "no" | "false" | "" => Some(false),
            _ => None,
        },
        _ => None,
    }
}

/// Whether something took place: its status in words.
pub fn held(cell: &Cell) -> Option<bool> {
    let Cell::Text(text) = cell else { return None };
    match folded(&tidy(text)).as_str() {
        "held" | "izvedeno" | "izvedena" | "izveden" | "potekalo" | "potekala" | "potekal" | "je bilo"
        | "done" | "da" | "yes" | "ok" => Some(true),
        "cancelled" | "canceled" | "odpadlo" | "odpadla" | "odpadel" | "odpovedano" | "odpovedana"
        | "odpovedan" | "ni bilo" | "called off" | "ne" | "no" => Some(false),
        _ => None,
    }
}
