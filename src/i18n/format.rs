//! Numbers, shares, times and dates as the language writes them; the patterns stand in `locales/*/format.ftl`.

use std::cmp::Ordering;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use icu::collator::options::CollatorOptions;
use icu::collator::{Collator, CollatorBorrowed};
use icu::locale::Locale;

use super::{Arg, Lang, Words};

static COLLATORS: LazyLock<[Option<CollatorBorrowed<'static>>; 2]> = LazyLock::new(|| {
    Lang::ALL.map(|lang| {
        let locale: Locale = lang.code().parse().ok()?;
        Collator::try_new((&locale).into(), CollatorOptions::default()).ok()
    })
});

/// No-break space and the real minus sign.
const NBSP: char = '\u{a0}';
const MINUS: char = '\u{2212}';

impl Words {
    fn marks(&self) -> (char, char) {
        match self.0 {
            Lang::Sl => ('.', ','),
            Lang::En => (',', '.'),
        }
    }

    /// 1234 → 1.234 or 1,234.
    pub fn int(&self, n: i64) -> String {
        let (group, _) = self.marks();
        let digits = n.unsigned_abs().to_string();
        let mut out = String::with_capacity(digits.len() + 4);
        if n < 0 {
            out.push(MINUS);
        }
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                out.push(group);
            }
            out.push(digit);
        }
        out
    }

    /// With exactly `places` decimals, halves away from zero.
    pub fn decimal(&self, value: f64, places: usize) -> String {
        if !value.is_finite() {
            return "–".to_owned();
        }
        let scale = 10_f64.powi(i32::try_from(places).unwrap_or(0));
        let scaled = (value.abs() * scale).round();
        let whole = (scaled / scale).floor();
        let sign = if value < 0.0 && scaled > 0.0 { MINUS.to_string() } else { String::new() };
        #[allow(clippy::cast_possible_truncation)]
        let head = self.int(whole as i64);
        if places == 0 {
            return format!("{sign}{head}");
        }
        #[allow(clippy::cast_possible_truncation)]
        let tail = (scaled - whole * scale) as i64;
        format!("{sign}{head}{}{tail:0>places$}", self.marks().1)
    }

    /// 0.275 → 27,5 % or 27.5%.
    pub fn percent(&self, share: f64, places: usize) -> String {
        let number = self.decimal(share * 100.0, places);
        match self.0 {
            Lang::Sl => format!("{number}{NBSP}%"),
            Lang::En => format!("{number}%"),
        }
    }

    /// Minutes as hours: 150 → 2,5. From a thousand hours on whole ones, which is as exact and short enough for a phone.
    #[allow(clippy::cast_precision_loss)]
    pub fn hours(&self, minutes: i64) -> String {
        self.hours_of(minutes as f64)
    }

    /// [`Words::hours`] of a mean or a median.
    pub fn hours_of(&self, minutes: f64) -> String {
        let short = (minutes.abs() / 6.0).round() < 10_000.0;
        self.decimal(minutes / 60.0, usize::from(short))
    }

    /// Kept on one line: 12.30–19.45, 13–14 let.
    pub fn unbroken(text: &str) -> String {
        text.replace(' ', "\u{a0}").replace('–', "\u{2060}–\u{2060}")
    }

    /// With its sign: +9, −3, 0.
    pub fn signed(&self, n: i64) -> String {
        if n > 0 { format!("+{}", self.int(n)) } else { self.int(n) }
    }

    /// +9 % against the compared period; none where that was 0.
    #[allow(clippy::cast_precision_loss)]
    pub fn change(&self, now: f64, before: f64) -> Option<String> {
        if before == 0.0 {
            return None;
        }
        let change = (now - before) / before;
        let said = self.percent(change, 0);
        Some(if (change * 100.0).round() > 0.0 { format!("+{said}") } else { said })
    }

    /// Minutes after midnight as a clock time: 1020 → 17.00 or 17:00. Past midnight it goes on from 0.
    pub fn clock(&self, minutes: i64) -> String {
        let minutes = minutes.rem_euclid(1440);
        let mark = match self.0 {
            Lang::Sl => '.',
            Lang::En => ':',
        };
        format!("{}{mark}{:02}", minutes / 60, minutes % 60)
    }

    /// A length of time in words: 3 ure, 2 uri 30 minut.
    pub fn length(&self, minutes: i64) -> String {
        match (minutes / 60, minutes % 60) {
            (0, m) => self.n("length-minutes", m),
            (h, 0) => self.n("length-hours", h),
            (h, m) => self.with("length-both", &[("h", Arg::Int(h)), ("m", Arg::Int(m))]),
        }
    }

    fn dated(&self, key: &str, date: NaiveDate) -> String {
        let weekday = date.weekday().number_from_monday();
        self.with(
            key,
            &[
                ("d", Arg::Text(date.day().to_string())),
                ("m", Arg::Text(date.month().to_string())),
                ("y", Arg::Text(date.year().to_string())),
                ("month", Arg::Text(self.tr(&format!("month-{}", date.month())))),
                ("month_in", Arg::Text(self.tr(&format!("month-in-{}", date.month())))),
                ("short", Arg::Text(self.tr(&format!("month-short-{}", date.month())))),
                ("weekday", Arg::Text(self.tr(&format!("weekday-{weekday}")))),
            ],
        )
    }

    /// 15. 10. 2026
    pub fn date(&self, date: NaiveDate) -> String {
        self.dated("date", date)
    }

    /// 15. 10.
    pub fn day(&self, date: NaiveDate) -> String {
        self.dated("date-day", date)
    }

    /// četrtek, 15. oktober
    pub fn weekday_date(&self, date: NaiveDate) -> String {
        self.dated("date-weekday", date)
    }

    /// četrtek
    pub fn weekday(&self, date: NaiveDate) -> String {
        self.tr(&format!("weekday-{}", date.weekday().number_from_monday()))
    }

    /// oktober 2026
    pub fn month(&self, date: NaiveDate) -> String {
        self.dated("date-month", date)
    }

    /// oktobru 2026, after "in"
    pub fn month_in(&self, date: NaiveDate) -> String {
        self.dated("date-month-in", date)
    }

    /// The first day and the last one: 1. 1.–15. 10. 2026.
    pub fn span(&self, from: NaiveDate, last: NaiveDate) -> String {
        if from == last {
            return self.date(from);
        }
        let first = if from.year() == last.year() { self.day(from) } else { self.date(from) };
        self.with("date-span", &[("from", first.into()), ("to", self.date(last).into())])
    }

    /// What long lists are sorted by, once a text, in the order of [`Words::compare`].
    pub fn alphabetic(&self, text: &str) -> Vec<u8> {
        let mut key = Vec::with_capacity(text.len() * 2);
        match &COLLATORS[self.0 as usize] {
            Some(collator) => {
                let Ok(()) = collator.write_sort_key_to(text, &mut key);
            }
            None => key.extend(text.bytes()),
        }
        key
    }

    /// In the order of the language's alphabet.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        match &COLLATORS[self.0 as usize] {
            Some(collator) => collator.compare(a, b),
            None => a.cmp(b),
        }
    }
}
