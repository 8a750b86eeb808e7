//! What a target's number is made of: units and months, and of a project activities and months, each led on to its entries.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use uuid::Uuid;

use super::standing::month;
use super::{App, Desk, Result};
use crate::access::{Act, Me};
use crate::i18n::Words;
use crate::measures::{self, Measure, Sums};
use crate::plan::document::By;
use crate::plan::reckoning::Measured;
use crate::units::{self, Unit};
use crate::web::encoded;

/// Rows of units, or of activities, by month.
pub struct Table {
    pub caption: String,
    pub head: String,
    pub months: Vec<String>,
    /// What a row is called, where it leads, its sum, and its months.
    pub rows: Vec<(String, Option<String>, String, Vec<String>)>,
    pub total: (String, Vec<String>),
}

/// Where the number opens to: the list of entries, or the figure by activities and months; of several units the table of them.
pub struct Opened {
    pub href: String,
    pub says: String,
    /// What is to be known of that; mostly nothing.
    pub hint: String,
    /// Else to figures.
    pub to_entries: bool,
}

/// What narrows a list of entries to the measure and what it is narrowed to.
fn narrowed(it: &Measured) -> String {
    let mut all = String::new();
    if let Some((by, code)) = &it.of {
        all.push_str(&format!("&{}={}", by.code(), encoded(code)));
    }
    let (name, code) = match it.measure {
        Measure::Creators => ("part", "creator"),
        Measure::Participants => ("part", "participant"),
        Measure::Audience => ("part", "audience"),
        Measure::GroupMin => ("kind", "group"),
        Measure::OpeningMin => ("kind", "open"),
        _ => return all,
    };
    if it.of.as_ref().is_none_or(|(by, _)| by.code() != name) {
        all.push_str(&format!("&{name}={code}"));
    }
    all
}

/// The list of a unit's entries that are counted.
pub fn entries(unit: &str, it: &Measured) -> Option<String> {
    let period = it.period.as_ref()?;
    let (from, to) = (period.from, period.last());
    Some(format!("{unit}/entries?from={from}&to={to}&status=held{}", narrowed(it)))
}

/// Where the whole number leads whoever looks.
/// `tables`: what the page shows of it, units in the first.
pub fn opened(
    w: Words,
    me: &Me,
    unit: &Unit,
    (branch, tables): (&[Unit], &[Table]),
    it: &Measured,
) -> Option<Opened> {
    let period = it.period.as_ref()?;
    let one = match it.within.as_slice() {
        [] => Some(unit),
        [code] => branch.iter().find(|it| it.code == *code),
        // No list holds several units and no others; each row of the table leads on.
        _ if tables.first().is_some_and(|it| it.rows.iter().any(|(_, href, ..)| href.is_some())) => {
            return Some(Opened {
                href: "#h-by-unit".to_owned(),
                says: w.tr("plan-open-units"),
                hint: w.tr("plan-open-units-what"),
                to_entries: false,
            });
        }
        _ => None,
    }?;
    if me.may(Act::SeeEntries, &one.as_place()) {
        return Some(Opened {
            href: entries(&one.address(), it)?,
            says: w.tr("plan-open-entries"),
            hint: String::new(),
            to_entries: true,
        });
    }
    // By project there is no other page than this one.
    let by = match &it.of {
        Some((By::Project, _)) => return None,
        Some((by, code)) => format!("&by={}&of={}", by.code(), encoded(code)),
        None => String::new(),
    };
    let (from, to, measure) = (period.from, period.last(), it.measure.code());
    let href = format!("{}/figures?measure={measure}&from={from}&to={to}{by}&rows=months", one.address());
    me.may(Act::SeeFigures, &one.as_place()).then(|| Opened {
        href,
        says: w.tr("plan-open-figures"),
        hint: String::new(),
        to_entries: false,
    })
}

/// A row before it is drawn.
struct Line {
    name: String,
    href: Option<String>,
    months: BTreeMap<NaiveDate, Sums>,
}

fn table(w: Words, measure: Measure, (caption, head): (String, String), mut lines: Vec<Line>) -> Table {
    lines.sort_by(|a, b| w.compare(&a.name, &b.name));
    let months: BTreeSet<NaiveDate> = lines.iter().flat_map(|it| it.months.keys().copied()).collect();
    let shown = |sums: &Sums| measures::shown(w, measure, measure.of(sums));
    let cells = |of: &dyn Fn(&NaiveDate) -> Option<Sums>| -> Vec<String> {
        months.iter().map(|at| of(at).map_or_else(|| "–".to_owned(), |sums| shown(&sums))).collect()
    };
    let rows = lines.iter().map(|it| {
        let sum: Sums = it.months.values().copied().sum();
        (it.name.clone(), it.href.clone(), shown(&sum), cells(&|at| it.months.get(at).copied()))
    });
    let of_month = |at: &NaiveDate| -> Option<Sums> {
        Some(lines.iter().filter_map(|it| it.months.get(at)).copied().sum())
    };
    let whole: Sums = lines.iter().flat_map(|it| it.months.values()).copied().sum();
    Table {
        caption,
        head,
        months: months.iter().map(|at| month(w, *at)).collect(),
        rows: rows.collect(),
        total: (shown(&whole), cells(&of_month)),
    }
}

/// Units by month; of a project, activities by month as well. Whoever does not see the figures of all of them has those of their own
/// here: the plan tells everybody the whole, and not each unit's months.
pub async fn tables(
    app: &App,
    w: Words,
    me: &Me,
    desk: &Desk,
    branch: &[Unit],
    it: &Measured,
) -> Result<Vec<Table>> {
    let network_id = desk.unit.network.id;
    let called = units::called(&app.db, network_id).await?;
    let trees = measures::trees(&app.db, network_id).await?;
    let sees = |id: Uuid| {
        let unit = branch.iter().find(|it| it.id == id).unwrap_or(&desk.unit);
        me.may(Act::SeeFigures, &unit.as_place())
    };
    let whole = it.own.units.keys().all(|(unit, _)| sees(*unit));
    let any = it.own.units.keys().any(|(unit, _)| sees(*unit));
    let Some(period) = it.period.as_ref().filter(|_| any) else { return Ok(Vec::new()) };
    let name = |id: Uuid| {
        let code = trees.code(id);
        called.on(&code, period.last()).map_or(code, |name| w.text(name))
    };
    let leads = |id: Uuid| {
        let unit = branch.iter().find(|it| it.id == id)?;
        let href = entries(&unit.address(), it).filter(|_| me.may(Act::SeeEntries, &unit.as_place()))?;
        // The list has everything below as well, and the row only what is the unit's own.
        let has_below = branch.iter().any(|it| it.parent_id == Some(id));
        Some(if has_below { format!("{href}&unit={}", encoded(&unit.code)) } else { href })
    };
    let mut of_units: BTreeMap<Uuid, Line> = BTreeMap::new();
    for ((unit, month), sums) in it.own.units.iter().filter(|((unit, _), _)| sees(*unit)) {
        let line = of_units.entry(*unit).or_insert_with(|| Line {
            name: name(*unit),
            href: leads(*unit),
            months: BTreeMap::new(),
        });
        *line.months.entry(*month).or_default() += *sums;
    }
    let caption = w.tr(&format!("measure-{}", it.measure.code()));
    let caption = if whole { caption } else { w.of("plan-own-units", caption) };
    let mut tables =
        vec![table(w, it.measure, (caption.clone(), w.tr("opened-unit")), of_units.into_values().collect())];
    if !it.own.activities.is_empty() {
        let names: HashMap<Uuid, String> = measures::activities(&app.db, network_id)
            .await?
            .into_iter()
            .map(|it| (it.id, w.text(&it.name)))
            .collect();
        let mut lines: BTreeMap<Uuid, Line> = BTreeMap::new();
        for ((unit, activity, month), sums) in it.own.activities.iter().filter(|((unit, ..), _)| sees(*unit))
        {
            let line = lines.entry(*activity).or_insert_with(|| Line {
                name: format!("{} ({})", names.get(activity).cloned().unwrap_or_default(), name(*unit)),
                href: leads(*unit).map(|href| format!("{href}&activity={activity}")),
                months: BTreeMap::new(),
            });
            *line.months.entry(*month).or_default() += *sums;
        }
        let heads = (caption, w.tr("opened-activity"));
        tables.push(table(w, it.measure, heads, lines.into_values().collect()));
    }
    Ok(tables)
}
