//! The rows of the grid.

use std::collections::HashMap;
use std::fmt::Write;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use uuid::Uuid;

use super::cells::{self, cell_of};
use super::ledger::{Ledger, key};
use crate::activities::activity::Activity;
use crate::activities::check::{Problem, Weight};
use crate::activities::entry::Stored;
use crate::activities::occasions::Occasion;
use crate::activities::web::fields::Fields;
use crate::app::App;
use crate::i18n::Words;
use crate::units::Unit;
use crate::vocabulary::Kind;

/// Empty rows below the others.
const BLANK: usize = 3;

/// A sentence about a row, and the cell it belongs to, if the row has it.
#[derive(Clone, Debug, Serialize)]
pub struct Told {
    pub cell: Option<&'static str>,
    pub says: String,
    /// Whether "yes, it is right" lets it through.
    pub ask: bool,
}

pub fn told(w: Words, problems: &[Problem]) -> Vec<Told> {
    let one = |problem: &Problem| Told {
        cell: cell_of(problem.field),
        says: w.with(problem.key, &problem.args),
        ask: problem.weight == Weight::Ask,
    };
    problems.iter().map(one).collect()
}

pub fn state(told: &[Told]) -> &'static str {
    if told.iter().all(|told| told.ask) { "ask" } else { "problem" }
}

/// A row that was sent and not saved.
pub struct Sent {
    pub id: Uuid,
    pub cells: Fields,
    pub before: Option<Stored>,
    pub problems: Vec<Problem>,
}

pub struct Row {
    /// What the page calls it.
    pub n: String,
    pub id: Uuid,
    pub command: Uuid,
    /// The version it shows; none before it is recorded.
    pub base: Option<i64>,
    /// Which expected occasion it is.
    pub key: String,
    /// Day and activity, where the row does not ask for them.
    pub date: Option<NaiveDate>,
    pub weekday: String,
    pub day: String,
    pub activity: Option<(Uuid, String)>,
    pub cells: Fields,
    /// How long it was, where beginning and end do not tell.
    pub length: String,
    /// A talk with one young person: no note is kept.
    pub talk: bool,
    /// There is a note, to be read where reading it is put on record.
    pub noted: bool,
    pub state: &'static str,
    pub told: Vec<Told>,
    pub href: String,
    /// For putting rows in order.
    start: i64,
}

impl Row {
    pub fn typed(&self, cell: &str) -> &str {
        self.cells.get(cell)
    }

    pub fn is_off(&self) -> bool {
        self.typed("off") == "1"
    }

    pub fn chosen(&self, activity: &Uuid) -> bool {
        self.cells.id("activity") == Some(*activity)
    }

    /// Whether everything told can be answered with "yes, it is right".
    pub fn asks(&self) -> bool {
        self.state == "ask"
    }

    /// Attributes of a cell: its name for those who do not see the table, and what is told about it.
    pub fn marks(&self, cell: &str) -> String {
        let n = &self.n;
        let whose = if self.date.is_some() { format!("d{n} a{n}") } else { format!("d{n}") };
        let mut marks = format!("name=\"{cell}\" form=\"f{n}\" aria-labelledby=\"c-{cell} {whose}\"");
        let about = self.told.iter().enumerate().filter(|(_, told)| told.cell == Some(cell));
        let ids: Vec<String> = about.clone().map(|(nth, _)| format!("e{n}-{nth}")).collect();
        if !ids.is_empty() {
            let _ = write!(marks, " aria-describedby=\"{}\"", ids.join(" "));
            let stops = about.clone().any(|(_, told)| !told.ask);
            marks.push_str(if stops { " aria-invalid=\"true\"" } else { " class=\"look\"" });
        }
        marks
    }
}

/// A row that asks for everything.
pub fn blank(n: String, id: Uuid) -> Row {
    Row {
        n,
        id,
        command: id,
        base: None,
        key: String::new(),
        date: None,
        weekday: String::new(),
        day: String::new(),
        activity: None,
        cells: Fields::default(),
        length: String::new(),
        talk: false,
        noted: false,
        state: "blank",
        told: Vec::new(),
        href: String::new(),
        start: 0,
    }
}

fn dated(w: Words, row: Row, date: NaiveDate, activity: (Uuid, String), kind: Kind) -> Row {
    Row {
        date: Some(date),
        weekday: w.tr(&format!("weekday-short-{}", date.weekday().number_from_monday())),
        day: w.day(date),
        activity: Some(activity),
        talk: kind == Kind::OneToOne,
        ..row
    }
}

/// Makes rows of one page.
pub struct Maker<'a> {
    pub app: &'a App,
    pub w: Words,
    pub unit: &'a Unit,
}

impl Maker<'_> {
    fn recorded(&self, stored: &Stored, name: String) -> Row {
        let entry = &stored.entry;
        let cells = cells::of_entry(self.w, entry);
        let whole = cells.has("start") && cells.has("end");
        let row = Row {
            command: self.app.ids.ordered(),
            base: Some(stored.version),
            length: if whole { String::new() } else { self.w.length(entry.duration_min) },
            noted: entry.note.is_some(),
            state: "saved",
            href: format!("{}/entries/{}/edit", self.unit.address(), entry.id),
            start: entry.start_min.unwrap_or(-1),
            cells,
            ..blank(String::new(), entry.id)
        };
        dated(self.w, row, entry.local_date, (entry.activity_id, name), entry.kind)
    }

    fn expected(&self, occasion: &Occasion<'_>, name: String) -> Row {
        let (activity, usual) = (occasion.activity, occasion.usual);
        let mut cells = Fields::default();
        cells.set("start", self.w.clock(usual.start_min));
        cells.set("end", self.w.clock(usual.start_min + usual.duration_min));
        let row = Row {
            key: key(occasion),
            cells,
            state: "open",
            start: usual.start_min,
            ..blank(String::new(), self.app.ids.ordered())
        };
        dated(self.w, row, occasion.date, (activity.id, name), activity.kind)
    }

    /// Every row of the month in order, the empty ones last; what was sent stands where it was typed.
    pub fn rows(&self, ledger: &Ledger, sent: Option<Sent>) -> Vec<Row> {
        let name = |activity: &Activity| (activity.id, self.w.text(&activity.name));
        let names: HashMap<Uuid, String> = ledger.activities.iter().map(name).collect();
        let named = |id: &Uuid| names.get(id).cloned().unwrap_or_default();
        let recorded = ledger.entries.iter().map(|it| self.recorded(it, named(&it.entry.activity_id)));
        let open = ledger.open_occasions(self.unit);
        let expected = open.iter().map(|it| self.expected(it, named(&it.activity.id)));
        let mut rows: Vec<Row> = recorded.chain(expected).collect();
        rows.sort_by_key(|row| (row.date, row.start));
        if let Some(sent) = sent {
            let key = sent.cells.get("key").to_owned();
            let same = |row: &Row| row.id == sent.id || !key.is_empty() && row.key == key;
            let at = rows.iter().position(same).unwrap_or_else(|| {
                // It is not of this month, or nobody had it before.
                rows.push(match &sent.before {
                    Some(before) => self.recorded(before, named(&before.entry.activity_id)),
                    None => blank(String::new(), sent.id),
                });
                rows.len() - 1
            });
            let row = &mut rows[at];
            row.id = sent.id;
            row.command = sent.cells.id("command").unwrap_or(row.command);
            row.base = row.base.map(|base| sent.cells.get("base").parse().unwrap_or(base));
            row.told = told(self.w, &sent.problems);
            row.state = state(&row.told);
            row.cells = sent.cells;
        }
        rows.extend((0..BLANK).map(|_| blank(String::new(), self.app.ids.ordered())));
        for (n, row) in rows.iter_mut().enumerate() {
            row.n = (n + 1).to_string();
        }
        rows
    }
}
