//! Activity × month (or unit × month, for opening hours): the rows whose sum is the figure.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use super::entries;
use crate::desk::overview::{Cell, Scene, Table, TableRow};
use crate::measures::{
    self, ActivityMonth, Amount, Axis, Length, Measure, NamedActivity, Period, Stands, Sums, Together, shown,
};
use crate::vocabulary::Kind;

/// One row before it is drawn: what it is called, and its sums by month.
struct Line {
    of: Of,
    name: String,
    months: BTreeMap<NaiveDate, Sums>,
    /// Months of which something is not split, and may be of it.
    unsplit: BTreeSet<NaiveDate>,
}

/// What a row stands for: a unit below, which opens further, or an activity of this very unit.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Of {
    Unit(String),
    Activity(uuid::Uuid),
    /// Activities among which one-to-one work is not told apart.
    Few(BTreeSet<uuid::Uuid>),
    /// All activities that are not open.
    Rest,
    /// All activities of this very unit, where they are not told apart; and units below that are not.
    Together,
}

/// What rows are made of and called.
pub struct Rows<'a> {
    /// By unit one step below (or this very one) and month.
    pub units_months: BTreeMap<(String, NaiveDate), Sums>,
    /// Of this very unit's own entries; empty where its activities are not told apart.
    pub own: Vec<ActivityMonth>,
    /// Whether they are.
    pub tells_activities: bool,
    /// What of them stands together.
    pub few: Together,
    /// What is not split, by unit and month.
    pub unsplit: BTreeSet<(String, NaiveDate)>,
    /// Where one-to-one work stands by itself, the units for which it does: by whole years then, and the others together.
    pub apart: Option<BTreeSet<String>>,
    pub activities: &'a [NamedActivity],
    /// Units by their codes.
    pub units: &'a BTreeMap<String, String>,
}

impl Rows<'_> {
    fn of_unit(&self, scene: &Scene, code: &str) -> Option<Of> {
        if code == scene.unit.code {
            return (!self.tells_activities).then_some(Of::Together);
        }
        let told = self.apart.as_ref().is_none_or(|told| told.contains(code));
        Some(if told { Of::Unit(code.to_owned()) } else { Of::Together })
    }

    fn name(&self, scene: &Scene, of: &Of) -> String {
        let w = scene.w;
        let activity = |id: &uuid::Uuid| {
            let found = self.activities.iter().find(|activity| activity.id == *id);
            found.map_or_else(|| w.tr("opened-unknown"), |activity| w.text(&activity.name))
        };
        match of {
            Of::Unit(code) => self.units.get(code).unwrap_or(code).clone(),
            Of::Activity(id) => activity(id),
            Of::Few(among) => {
                let mut names: Vec<String> = among.iter().map(activity).collect();
                names.sort_by(|a, b| w.compare(a, b));
                names.join(" + ")
            }
            Of::Rest => w.tr("opened-rest"),
            Of::Together if self.apart.as_ref().is_some_and(|told| !told.is_empty()) => w.tr("opened-others"),
            Of::Together => w.tr("opened-together"),
        }
    }
}

/// Rows of a figure by activity and month; what happened further down stands as one row for each unit one step below,
/// which `open` leads to, so that every step stays short and adds up.
pub fn by_activity(
    scene: &Scene,
    rows: &Rows,
    measure: Measure,
    part: Option<(Axis, &[&str])>,
    open: impl Fn(&str, Option<&Period>) -> String,
) -> Table {
    let narrowed = entries::told(measure, part);
    let below = rows.units_months.iter();
    let below = below.filter_map(|((code, month), sums)| Some((rows.of_unit(scene, code)?, *month, *sums)));
    let own = rows.own.iter().map(|row| {
        let of = match rows.few.of(row.month, row.activity_id) {
            None => Of::Activity(row.activity_id),
            Some(Stands::Some(among)) => Of::Few(among.clone()),
            Some(Stands::Rest(_)) => Of::Rest,
            Some(Stands::All) => Of::Together,
        };
        (of, row.month, row.sums)
    });
    let mut lines: BTreeMap<Of, Line> = BTreeMap::new();
    for (of, month, sums) in below.chain(own) {
        let line = lines.entry(of).or_insert_with_key(|of| Line {
            of: of.clone(),
            name: rows.name(scene, of),
            months: BTreeMap::new(),
            unsplit: BTreeSet::new(),
        });
        *line.months.entry(month).or_default() += sums;
    }
    for (code, month) in &rows.unsplit {
        if let Some(line) = rows.of_unit(scene, code).and_then(|of| lines.get_mut(&of)) {
            line.unsplit.insert(*month);
            line.months.entry(*month).or_default();
        }
    }
    let below = lines.keys().any(|of| matches!(of, Of::Unit(_)));
    // What adds nothing to the figure is no part of it.
    let mut lines: Vec<Line> = lines.into_values().collect();
    if let Some((_, below)) = super::wanted::parts_of(measure) {
        lines.retain(|line| below.of(&line.months.values().copied().sum()).number() != 0.0);
    } else {
        lines.retain(|line| measure.of(&line.months.values().copied().sum()) != Amount::Whole(0));
    }
    let leads = |of: &Of, period: Option<&Period>| match of {
        Of::Unit(code) => Some(open(code, period)),
        Of::Activity(id) => {
            let mut narrowed = narrowed.clone()?;
            narrowed.push(("activity", id.to_string()));
            entries::list(scene, period, &narrowed)
        }
        Of::Few(_) | Of::Rest | Of::Together => None,
    };
    let years = rows.apart.is_some();
    let head = if below { "opened-unit" } else { "opened-activity" };
    table(scene, measure, head, lines, years, &leads, &|period| open(&scene.unit.code, Some(period)))
}

/// Rows of opening hours by unit and month.
pub fn by_unit(
    scene: &Scene,
    rows: &Rows,
    part: Option<(Axis, &[&str])>,
    open: impl Fn(&str, Option<&Period>) -> String,
) -> Table {
    let mut lines: BTreeMap<String, Line> = BTreeMap::new();
    for ((code, month), sums) in rows.units_months.iter().filter(|(_, sums)| sums.opening_min != 0) {
        let line = lines.entry(code.clone()).or_insert_with_key(|code| Line {
            of: Of::Unit(code.clone()),
            name: rows.units.get(code).unwrap_or(code).clone(),
            months: BTreeMap::new(),
            unsplit: BTreeSet::new(),
        });
        line.months.entry(*month).or_default().opening_min += sums.opening_min;
    }
    let leads = |of: &Of, period: Option<&Period>| match of {
        Of::Unit(code) if *code == scene.unit.code => {
            let mut narrowed = vec![("kind", Kind::Open.code().to_owned()), ("unit", code.clone())];
            if let Some((Axis::Weekday, days)) = part {
                narrowed.push(("weekday", days.join(",")));
            }
            narrowed.push(("shows", Measure::OpeningMin.code().to_owned()));
            entries::list(scene, period, &narrowed)
        }
        Of::Unit(code) => Some(open(code, period)),
        _ => None,
    };
    let lines = lines.into_values().collect();
    let all = |period: &Period| open(&scene.unit.code, Some(period));
    table(scene, Measure::OpeningMin, "opened-unit", lines, false, &leads, &all)
}

/// What of a period is shown here, as an address says it. None where that is finer than this person may see.
fn shown_of(scene: &Scene, period: Period) -> Option<Period> {
    let whole = period.from >= scene.now.from
        && (period.until <= scene.now.until
            || (scene.beside.is_none() && period.until <= scene.period.until));
    if whole {
        return Some(period);
    }
    let until = if scene.beside.is_none() { scene.period.until } else { scene.now.until };
    let cut = Period::own(period.from.max(scene.now.from), period.until.min(until).pred_opt()?);
    let months = measures::reach(false, cut);
    (scene.sees_days || (months.from, months.until) == (cut.from, cut.until)).then_some(cut)
}

/// More months than this stand as years: twelve columns fit a desk.
const MOST_MONTHS: usize = 13;

/// `years`: whether months are not told apart. `leads`: where a row leads, or its part of a period; `all`: where the sum of
/// a period does.
fn table(
    scene: &Scene,
    measure: Measure,
    head: &str,
    mut lines: Vec<Line>,
    years: bool,
    leads: &dyn Fn(&Of, Option<&Period>) -> Option<String>,
    all: &dyn Fn(&Period) -> String,
) -> Table {
    let w = scene.w;
    lines.sort_by(|a, b| w.compare(&a.name, &b.name));
    let months: BTreeSet<NaiveDate> = lines.iter().flat_map(|line| line.months.keys().copied()).collect();
    let years = years || months.len() > MOST_MONTHS;
    let column = |month: NaiveDate| if years { month.with_ordinal(1).unwrap_or(month) } else { month };
    let columns: Vec<NaiveDate> =
        months.iter().copied().map(column).collect::<BTreeSet<_>>().into_iter().collect();
    let several = columns.first().map(Datelike::year) != columns.last().map(Datelike::year);
    let label = |date: &NaiveDate| match (years, several) {
        (true, _) => date.year().to_string(),
        (false, true) => format!("{} {}", w.tr(&format!("month-short-{}", date.month())), date.year()),
        (false, false) => w.tr(&format!("month-short-{}", date.month())),
    };
    let sums = |line: &Line, wanted: Option<NaiveDate>| -> Sums {
        let of = line.months.iter().filter(|(month, _)| wanted.is_none_or(|it| column(**month) == it));
        of.map(|(_, sums)| *sums).sum()
    };
    let length = if years { Length::Year } else { Length::Month };
    let periods: BTreeMap<NaiveDate, Option<Period>> = columns
        .iter()
        .map(|date| (*date, shown_of(scene, Period::around(length, *date, scene.school))))
        .collect();
    // Empty months stay quiet, and nothing leads behind a 0. What is not split is no empty month.
    let cell = |sums: &Sums, unsplit: bool, href: Option<String>| {
        let amount = measure.of(sums);
        let text = match (*sums == Sums::default(), unsplit) {
            (true, true) => "…".to_owned(),
            (true, false) => "–".to_owned(),
            (false, _) => shown(w, measure, amount),
        };
        Cell { text, href: href.filter(|_| amount.number() != 0.0) }
    };
    let hidden = |line: &Line, date: &NaiveDate| line.unsplit.iter().any(|month| column(*month) == *date);
    let row = |line: &Line| {
        let href = leads(&line.of, None);
        let of = |date: &NaiveDate| periods[date].as_ref().and_then(|period| leads(&line.of, Some(period)));
        // The sum stands first: on a phone the months are what one scrolls to.
        let first = cell(&sums(line, None), false, href.clone());
        let months = columns.iter().map(|date| cell(&sums(line, Some(*date)), hidden(line, date), of(date)));
        TableRow {
            head: Cell { text: line.name.clone(), href },
            cells: std::iter::once(first).chain(months).collect(),
        }
    };
    let sum = |wanted: Option<NaiveDate>| -> Sums { lines.iter().map(|line| sums(line, wanted)).sum() };
    let narrower = |date: &NaiveDate| {
        let period = periods[date].as_ref().filter(|_| columns.len() > 1);
        period.map(all)
    };
    let total = TableRow {
        head: Cell::plain(w.tr("overview-sum")),
        cells: std::iter::once(Cell::plain(shown(w, measure, measure.of(&sum(None)))))
            .chain(columns.iter().map(|date| {
                let unsplit = lines.iter().any(|line| hidden(line, date));
                cell(&sum(Some(*date)), unsplit, narrower(date))
            }))
            .collect(),
    };
    Table {
        caption: w.tr(&format!("measure-{}", measure.code())),
        heads: [w.tr(head), w.tr("overview-sum")].into_iter().chain(columns.iter().map(label)).collect(),
        rows: lines.iter().map(row).collect(),
        total: Some(total),
    }
}
