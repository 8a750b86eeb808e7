//! Months and days of a plan: as files keep them, as people type them, and as pages say them.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::i18n::{Lang, Words, folded};

/// A month, or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Point {
    /// Of a month its first day.
    day: NaiveDate,
    exact: bool,
}

/// From one month or day to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub from: Point,
    pub to: Point,
}

impl Point {
    pub fn month(year: i32, month: u32) -> Option<Point> {
        let day = NaiveDate::from_ymd_opt(year, month, 1)?;
        (1900..=2200).contains(&year).then_some(Point { day, exact: false })
    }

    pub fn day(year: i32, month: u32, day: u32) -> Option<Point> {
        let day = NaiveDate::from_ymd_opt(year, month, day)?;
        (1900..=2200).contains(&year).then_some(Point { day, exact: true })
    }

    pub fn first(self) -> NaiveDate {
        self.day
    }

    pub fn last(self) -> NaiveDate {
        let next = self.day.checked_add_months(chrono::Months::new(1)).and_then(|day| day.pred_opt());
        if self.exact { self.day } else { next.unwrap_or(self.day) }
    }

    pub fn code(self) -> String {
        if self.exact { self.day.to_string() } else { self.day.format("%Y-%m").to_string() }
    }

    fn strict(text: &str) -> Option<Point> {
        let mut parts = text.split('-');
        let number = |it: Option<&str>, digits: usize| -> Option<u32> {
            it.filter(|it| it.len() == digits && it.bytes().all(|b| b.is_ascii_digit()))?.parse().ok()
        };
        let year = i32::try_from(number(parts.next(), 4)?).ok()?;
        let month = number(parts.next(), 2)?;
        match parts.next() {
            None => Point::month(year, month),
            day => {
                let day = number(day, 2)?;
                parts.next().is_none().then(|| Point::day(year, month, day))?
            }
        }
    }

    /// As people write it: 2021-02, 2. 3. 2021, a month's name with a year or without, or its number.
    fn typed(text: &str, year: i32) -> Option<Point> {
        let text = text.trim();
        if let Some(point) = Point::strict(text) {
            return Some(point);
        }
        let words: Vec<&str> =
            text.split(|c: char| c.is_whitespace() || c == '.').filter(|it| !it.is_empty()).collect();
        let number = |word: &str| word.parse::<u32>().ok();
        let years = |word: &str| word.parse::<i32>().ok().filter(|_| word.len() == 4);
        match words.as_slice() {
            [word] => Point::month(year, number(word).or_else(|| month_named(word))?),
            [word, of] if years(of).is_some() => {
                Point::month(years(of)?, number(word).or_else(|| month_named(word))?)
            }
            [day, month] => Point::day(year, number(month).or_else(|| month_named(month))?, number(day)?),
            [day, month, of] => {
                Point::day(years(of)?, number(month).or_else(|| month_named(month))?, number(day)?)
            }
            _ => None,
        }
    }

    /// The same month or day of another year; the last day of February where it has no 29th.
    fn in_years(self, years: i32) -> Point {
        let months = chrono::Months::new(years.unsigned_abs() * 12);
        let moved =
            if years < 0 { self.day.checked_sub_months(months) } else { self.day.checked_add_months(months) };
        Point { day: moved.unwrap_or(self.day), ..self }
    }

    fn says(self, w: Words, year: i32) -> String {
        match (self.exact, self.day.year() == year) {
            (false, true) => w.tr(&format!("month-{}", self.day.month())),
            (false, false) => w.month(self.day),
            (true, true) => w.day(self.day),
            (true, false) => w.date(self.day),
        }
    }
}

/// The month with this name in one of the languages of pages.
fn month_named(word: &str) -> Option<u32> {
    let wanted = folded(word);
    (1..=12).find(|month| {
        Lang::ALL.into_iter().any(|lang| {
            let name = |key: &str| folded(&Words(lang).tr(&format!("{key}-{month}")));
            name("month") == wanted || name("month-in") == wanted || name("month-short") == wanted
        })
    })
}

impl Span {
    pub fn new(from: Point, to: Point) -> Option<Span> {
        (from.first() <= to.last()).then_some(Span { from, to })
    }

    pub fn code(self) -> String {
        if self.from == self.to {
            self.from.code()
        } else {
            format!("{}/{}", self.from.code(), self.to.code())
        }
    }

    fn strict(text: &str) -> Option<Span> {
        let (from, to) = text.split_once('/').unwrap_or((text, text));
        Span::new(Point::strict(from)?, Point::strict(to)?)
    }

    fn typed(text: &str, year: i32) -> Option<Span> {
        if let Some(point) = Point::typed(text, year) {
            return Span::new(point, point);
        }
        let marks = text.char_indices().filter(|(_, c)| matches!(c, '/' | '-' | '–' | '—' | '\u{2212}'));
        let mut both = marks.filter_map(|(at, mark)| {
            let (from, to) = (&text[..at], &text[at + mark.len_utf8()..]);
            Span::new(Point::typed(from, year)?, Point::typed(to, year)?)
        });
        both.next()
    }

    /// Whether it is whole months.
    pub fn is_months(self) -> bool {
        !self.from.exact && !self.to.exact
    }

    pub fn in_years(self, years: i32) -> Span {
        Span { from: self.from.in_years(years), to: self.to.in_years(years) }
    }

    fn says(self, w: Words, year: i32) -> String {
        if self.from == self.to {
            return self.from.says(w, year);
        }
        w.with("date-span", &[("from", self.from.says(w, year).into()), ("to", self.to.says(w, year).into())])
    }
}

/// What somebody typed, or a file says: months and days of a plan of this year. None where it is none.
pub fn read(text: &str, year: i32) -> Option<Vec<Span>> {
    let text = text.replace(" in ", ",").replace(" and ", ",");
    let parts = text.split([',', ';', '\n']).map(str::trim).filter(|it| !it.is_empty());
    parts.map(|it| Span::typed(it, year)).collect()
}

/// The days of these months and days, else those of the year, in order; what is named twice is there once.
pub fn days(spans: &[Span], year: i32) -> Vec<(NaiveDate, NaiveDate)> {
    let mut all: Vec<(NaiveDate, NaiveDate)> =
        spans.iter().map(|it| (it.from.first(), it.to.last())).collect();
    if all.is_empty() {
        let ends = (NaiveDate::from_ymd_opt(year, 1, 1), NaiveDate::from_ymd_opt(year, 12, 31));
        all.extend(ends.0.zip(ends.1));
    }
    all.sort_unstable();
    let mut joined: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    for (from, last) in all {
        match joined.last_mut() {
            Some(before) if from <= before.1 => before.1 = before.1.max(last),
            _ => joined.push((from, last)),
        }
    }
    joined
}

/// The months of a time, each with the first and the last day of the time in it.
#[derive(Clone, Debug, Default)]
pub struct Months(Vec<(NaiveDate, NaiveDate)>);

impl Months {
    pub fn of(spans: &[Span], year: i32) -> Months {
        let mut all: Vec<(NaiveDate, NaiveDate)> = Vec::new();
        for (from, last) in days(spans, year) {
            let mut day = from;
            while day <= last {
                let end = Point { day: first(day), exact: false }.last().min(last);
                match all.last_mut().filter(|it| first(it.0) == first(day)) {
                    Some(known) => known.1 = end,
                    None => all.push((day, end)),
                }
                let Some(next) = end.succ_opt() else { break };
                day = next;
            }
        }
        Months(all)
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The month in which a day is, by its place.
    pub fn place(&self, day: NaiveDate) -> Option<usize> {
        self.0.iter().position(|it| first(it.0) == first(day))
    }

    /// How many of them are over at the end of a day.
    pub fn over(&self, on: NaiveDate) -> usize {
        self.0.iter().filter(|it| it.1 <= on).count()
    }
}

/// Of a day's month.
fn first(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// As files keep it; [`read`] makes the same of it again.
pub fn written(spans: &[Span]) -> String {
    spans.iter().map(|it| it.code()).collect::<Vec<_>>().join(", ")
}

/// As forms offer it to be typed over: in words, where these are read as the same again.
pub fn typed(w: Words, spans: &[Span], year: i32) -> String {
    let said = says(w, spans, year);
    if read(&said, year).as_deref() == Some(spans) { said } else { written(spans) }
}

/// As pages say it; years where they are not the plan's own.
pub fn says(w: Words, spans: &[Span], year: i32) -> String {
    spans.iter().map(|it| it.says(w, year)).collect::<Vec<_>>().join(", ")
}

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.code())
    }
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Span, D::Error> {
        let text = String::deserialize(deserializer)?;
        Span::strict(&text).ok_or_else(|| serde::de::Error::custom("no month or day"))
    }
}
