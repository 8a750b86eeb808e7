//! Visits over time: by day, week, month or year, whichever the period has few of, with the year before as a line.

use charts::{Column, Columns};
use chrono::{Datelike, Days, NaiveDate};

use super::past::Past;
use super::scene::{Beside, Scene};
use super::table::{Cell, Table, TableRow};
use crate::i18n::Arg;
use crate::measures::{Amount, Books, Length, Measure, Period, difference};

/// What one column stands for.
struct Bucket {
    period: Period,
    now: i64,
    ago: i64,
    /// Known only as a sum, beside what was recorded.
    sum: Option<i64>,
    /// Where the figure a year ago leads.
    ago_href: String,
}

pub struct OverTime {
    pub heading: String,
    pub svg: String,
    pub table: Table,
    /// What the columns and the line stand for.
    pub key_now: String,
    pub key_ago: String,
    /// The outlines, where there are any.
    pub key_sum: Option<String>,
}

fn step(scene: &Scene) -> Length {
    match scene.now.days() {
        ..=140 if !scene.sees_days => Length::Month,
        ..=31 => Length::Day,
        32..=140 => Length::Week,
        141..=1100 => Length::Month,
        _ => Length::Year,
    }
}

/// The day before which a year ago stands for `cut`. Both ends of the period answer to both ends of the one a year ago,
/// so that the parts of either add up to its whole.
fn a_year_before(scene: &Scene, cut: NaiveDate) -> NaiveDate {
    if cut >= scene.now.until {
        return scene.ago.until;
    }
    if scene.period.length == Length::Week {
        let offset = (cut - scene.now.from).num_days();
        return scene.ago.from + Days::new(u64::try_from(offset).unwrap_or(0));
    }
    Period::own(cut, cut).year_ago().from.max(scene.ago.from).min(scene.ago.until)
}

/// Whether columns begin and end within months.
pub fn is_daily(scene: &Scene) -> bool {
    matches!(step(scene), Length::Day | Length::Week)
}

fn buckets(scene: &Scene, books: &Books, past: &Past) -> Vec<Bucket> {
    let visits = |of: Period, from: NaiveDate, until: NaiveDate| {
        let period = Period { from, until: until.max(from), ..of };
        books.total(&scene.question(period)).visits()
    };
    let length = step(scene);
    let mut buckets = Vec::new();
    let mut from = scene.now.from;
    while from < scene.now.until {
        let whole = Period::around(length, from, scene.school);
        let until = whole.until.min(scene.now.until);
        // A week at the edge has a part outside: the column stands for what is inside, and leads there.
        let cut = whole.from < scene.now.from || whole.until > scene.period.until;
        let period =
            if cut { Period::own(from, whole.until.min(scene.period.until) - Days::new(1)) } else { whole };
        let (ago_from, ago_until) = (a_year_before(scene, from), a_year_before(scene, until));
        let ago_href = if scene.sees_days {
            scene.open_in(Measure::Visits, &Period::own(ago_from, ago_until - Days::new(1)))
        } else {
            // Of whole months only: the column's own, compared.
            format!("{}&beside={}", scene.open_in(Measure::Visits, &period), Beside::Ago.code())
        };
        buckets.push(Bucket {
            period,
            now: visits(scene.now, from, until),
            ago: visits(scene.ago, ago_from, ago_until),
            sum: past.visits(from, until),
            ago_href,
        });
        from = until;
    }
    buckets
}

fn label(scene: &Scene, length: Length, period: &Period) -> String {
    let w = scene.w;
    match length {
        Length::Day if scene.now.days() <= 7 => {
            w.tr(&format!("weekday-short-{}", period.from.weekday().number_from_monday()))
        }
        Length::Day => w.of("overview-label-day", period.from.day()),
        Length::Week => w.day(period.from),
        Length::Month => w.tr(&format!("month-short-{}", period.from.month())),
        _ => period.from.year().to_string(),
    }
}

fn named(scene: &Scene, length: Length, period: &Period) -> String {
    let w = scene.w;
    match length {
        Length::Day => w.weekday_date(period.from),
        Length::Month => w.month(period.from),
        Length::Year => period.from.year().to_string(),
        _ => w.span(period.from, period.last()),
    }
}

pub fn over_time(scene: &Scene, books: &Books, past: &Past) -> OverTime {
    let w = scene.w;
    let length = step(scene);
    let buckets = buckets(scene, books, past);
    let summed = buckets.iter().any(|bucket| bucket.sum.is_some());
    let heading = w.tr(&format!("overview-time-{}", length.code()));
    let say = |bucket: &Bucket| {
        let said = w.with(
            "overview-column",
            &[
                ("when", named(scene, length, &bucket.period).into()),
                ("visits", w.n("visits", bucket.now).into()),
                ("ago", Arg::Text(w.int(bucket.ago))),
            ],
        );
        match bucket.sum {
            Some(sum) => format!("{said}; {}", w.of("import-past-column", w.n("visits", sum))),
            None => said,
        }
    };
    let columns = buckets.iter().map(|bucket| Column {
        label: label(scene, length, &bucket.period),
        #[allow(clippy::cast_precision_loss)]
        value: bucket.now as f64,
        shown: w.int(bucket.now),
        #[allow(clippy::cast_precision_loss)]
        before: Some(bucket.ago as f64),
        #[allow(clippy::cast_precision_loss)]
        sum: bucket.sum.map(|sum| sum as f64),
        title: say(bucket),
        href: Some(scene.overview(&bucket.period)),
        unfinished: bucket.period.from <= scene.today && scene.today < bucket.period.until,
    });
    let most = buckets.iter().max_by_key(|bucket| bucket.now);
    let svg = Columns {
        id: "time".into(),
        title: heading.clone(),
        desc: most.map_or_else(String::new, |bucket| w.of("overview-most", say(bucket))),
        height: 260,
        columns: columns.collect(),
    }
    .svg();
    // Of nothing yet, less by all of it says nothing.
    let any = buckets.iter().any(|bucket| bucket.now != 0);
    let row = |head: Cell, href: String, ago_href: String, now: i64, ago: i64, sum: Option<i64>| {
        let (is, was) = (Amount::Whole(now), Amount::Whole(ago));
        let change =
            difference(w, Measure::Visits, is, was).filter(|_| any).unwrap_or_else(|| "–".to_owned());
        TableRow {
            head,
            cells: vec![
                Cell { text: w.int(now), href: (now != 0).then_some(href) },
                Cell { text: w.int(ago), href: (ago != 0).then_some(ago_href) },
                Cell::plain(w.signed(now - ago)),
                Cell::plain(change),
            ]
            .into_iter()
            .chain(summed.then(|| Cell::plain(sum.map_or_else(|| "–".to_owned(), |sum| w.int(sum)))))
            .collect(),
        }
    };
    let rows = buckets.iter().map(|bucket| {
        let head = Cell::link(named(scene, length, &bucket.period), scene.overview(&bucket.period));
        let href = scene.open_in(Measure::Visits, &bucket.period);
        row(head, href, bucket.ago_href.clone(), bucket.now, bucket.ago, bucket.sum)
    });
    let (sum, sum_ago) = (buckets.iter().map(|b| b.now).sum(), buckets.iter().map(|b| b.ago).sum());
    let (key_now, key_ago) = (scene.period_name(&scene.period), scene.w.tr("overview-year-ago"));
    OverTime {
        table: Table {
            caption: heading.clone(),
            heads: vec![
                w.tr(&format!("overview-head-{}", length.code())),
                w.tr("measure-visits"),
                key_ago.clone(),
                w.tr("overview-difference"),
                "%".into(),
            ]
            .into_iter()
            .chain(summed.then(|| w.tr("import-past-head")))
            .collect(),
            rows: rows.collect(),
            total: Some(row(
                Cell::plain(w.tr("overview-sum")),
                scene.open(Measure::Visits),
                scene.open_beside(Measure::Visits, Beside::Ago),
                sum,
                sum_ago,
                past.visits(scene.now.from, scene.now.until),
            )),
        },
        heading,
        svg,
        key_now,
        key_ago,
        key_sum: summed.then(|| w.tr("import-past-head")),
    }
}
