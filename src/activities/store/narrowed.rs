//! Which entries a list asks for, and the same as conditions of a statement.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::access::Path;
use crate::args;
use crate::db::{Db, Value};
use crate::vocabulary::{Gender, Kind, Part, PlaceKind, Vocabulary};

/// Which entries, by the terms they carry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Carrying {
    These(Vec<Uuid>),
    Any,
    None,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Held,
    Cancelled,
    Deleted,
}

/// What a list of entries is narrowed to. An empty choice narrows nothing, but for activities and ids: there it finds
/// nothing.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub from: Option<NaiveDate>,
    /// Last day, included.
    pub last: Option<NaiveDate>,
    /// This very unit, not what stands below it.
    pub unit: Option<Uuid>,
    pub activities: Option<Vec<Uuid>>,
    pub ids: Option<Vec<Uuid>>,
    pub made_by: Option<Uuid>,
    /// None: held and called-off ones.
    pub standing: Option<Standing>,
    pub kinds: Vec<Kind>,
    pub place_kinds: Vec<PlaceKind>,
    /// 1 Monday … 7 Sunday.
    pub weekdays: Vec<i64>,
    pub main_tag: Option<Carrying>,
    pub main_field: Option<Carrying>,
    /// Main or further.
    pub tag: Option<Carrying>,
    pub field: Option<Carrying>,
    pub project: Option<Uuid>,
    /// With anybody in this part, or of these in it.
    pub part: Option<Part>,
    pub genders: Vec<Gender>,
    pub ages: Vec<String>,
}

impl Filter {
    /// Whether heads of some members are asked for. Gender and age are not crossed, so both at once cannot be told.
    fn heads(&self) -> Option<Heads<'_>> {
        match (self.genders.is_empty(), self.ages.is_empty(), self.part) {
            (false, true, _) => Some(Heads::Gender),
            (true, false, _) => Some(Heads::Age),
            (true, true, Some(part)) => Some(Heads::Part(column(part))),
            _ => None,
        }
    }
}

enum Heads<'a> {
    Gender,
    Age,
    Part(&'a str),
}

fn column(part: Part) -> &'static str {
    match part {
        Part::Creator => "e.creators",
        Part::Participant => "e.participants",
        Part::Audience => "e.audience",
    }
}

/// A statement in the making.
pub struct Narrowed {
    pub args: Vec<Value>,
    pub and: String,
    /// Heads of the members asked for, null where none are.
    pub heads: String,
}

impl Narrowed {
    pub fn mark(&mut self, value: impl Into<Value>) -> String {
        self.args.push(value.into());
        format!("${}", self.args.len())
    }

    fn marks(&mut self, values: impl IntoIterator<Item = Value>) -> String {
        values.into_iter().map(|value| self.mark(value)).collect::<Vec<_>>().join(", ")
    }

    fn one(&mut self, condition: &str, value: impl Into<Value>) {
        let mark = self.mark(value);
        self.and.push_str(&format!(" and {condition} {mark}"));
    }

    fn among(&mut self, column: &str, values: impl IntoIterator<Item = Value>) {
        let marks = self.marks(values);
        self.and.push_str(&format!(" and {column} in ({marks})"));
    }

    fn ids(&mut self, column: &str, ids: &[Uuid]) {
        // Nobody's id: an empty choice finds nothing.
        self.among(column, std::iter::once(Uuid::nil()).chain(ids.iter().copied()).map(Value::from));
    }

    fn main(&mut self, column: &str, carrying: &Carrying) {
        match carrying {
            Carrying::These(ids) => self.ids(column, ids),
            Carrying::Any => self.and.push_str(&format!(" and {column} is not null")),
            Carrying::None => self.and.push_str(&format!(" and {column} is null")),
        }
    }

    fn every(&mut self, main: &str, list: Vocabulary, carrying: &Carrying) {
        let further =
            "exists (select 1 from entry_term t where t.network_id = e.network_id and t.entry_id = e.id";
        match carrying {
            Carrying::These(ids) => {
                let marks =
                    self.marks(std::iter::once(Uuid::nil()).chain(ids.iter().copied()).map(Value::from));
                self.and.push_str(&format!(
                    " and ({main} in ({marks}) or {further} and t.term_id in ({marks})))"
                ));
            }
            Carrying::Any | Carrying::None => {
                let not = if *carrying == Carrying::None { "not " } else { "" };
                let list = self.mark(list.code());
                let of_list = format!(
                    "t.term_id in (select w.id from term w where w.network_id = t.network_id and w.vocabulary = {list})"
                );
                self.and.push_str(&format!(" and {not}({main} is not null or {further} and {of_list}))"));
            }
        }
    }

    /// Entries with anybody of these classes, and how many of them.
    fn margin(&mut self, table: &str, class: &str, classes: Vec<Value>, part: Option<Part>) -> String {
        let marks = self.marks(classes);
        let part = part.map_or_else(String::new, |part| format!(" and x.part = {}", self.mark(part.code())));
        let of = format!(
            "from {table} x where x.network_id = e.network_id and x.entry_id = e.id and x.{class} in ({marks}){part}"
        );
        self.and.push_str(&format!(" and exists (select 1 {of} and x.n > 0)"));
        format!("(select cast(sum(x.n) as bigint) {of})")
    }
}

pub fn narrowed(db: &Db, network_id: Uuid, path: &Path, today: NaiveDate, filter: &Filter) -> Narrowed {
    let (from, until) = path.range();
    let mut it =
        Narrowed { args: args![network_id, from, until, today], and: String::new(), heads: String::new() };
    it.one("e.deleted =", filter.standing == Some(Standing::Deleted));
    match filter.standing {
        Some(Standing::Held) => it.one("e.status =", "held"),
        Some(Standing::Cancelled) => it.one("e.status =", "cancelled"),
        Some(Standing::Deleted) | None => {}
    }
    if let Some(from) = filter.from {
        it.one("e.local_date >=", from);
    }
    if let Some(last) = filter.last {
        it.one("e.local_date <=", last);
    }
    if let Some(unit) = filter.unit {
        it.one("e.unit_id =", unit);
    }
    if let Some(made_by) = filter.made_by {
        it.one("e.made_by =", made_by);
    }
    if let Some(project) = filter.project {
        it.one("e.project_id =", project);
    }
    if let Some(activities) = &filter.activities {
        it.ids("e.activity_id", activities);
    }
    if let Some(ids) = &filter.ids {
        it.ids("e.id", ids);
    }
    if !filter.kinds.is_empty() {
        it.among("e.kind", filter.kinds.iter().map(|kind| kind.code().into()));
    }
    if !filter.place_kinds.is_empty() {
        it.among("e.place_kind", filter.place_kinds.iter().map(|kind| kind.code().into()));
    }
    if !filter.weekdays.is_empty() {
        it.among(&db.weekday("e.local_date"), filter.weekdays.iter().map(|day| Value::from(*day)));
    }
    for (column, carrying) in [("e.main_tag_id", &filter.main_tag), ("e.main_field_id", &filter.main_field)] {
        if let Some(carrying) = carrying {
            it.main(column, carrying);
        }
    }
    for (main, list, carrying) in [
        ("e.main_tag_id", Vocabulary::Tag, &filter.tag),
        ("e.main_field_id", Vocabulary::Field, &filter.field),
    ] {
        if let Some(carrying) = carrying {
            it.every(main, list, carrying);
        }
    }
    let mut margins = (String::new(), String::new());
    if !filter.genders.is_empty() {
        let codes = filter.genders.iter().map(|gender| gender.code().into()).collect();
        margins.0 = it.margin("entry_gender", "gender", codes, filter.part);
    }
    if !filter.ages.is_empty() {
        let codes = filter.ages.iter().map(Value::from).collect();
        margins.1 = it.margin("entry_age", "age_band", codes, filter.part);
    }
    if let Some(part) = filter.part {
        it.and.push_str(&format!(" and {} > 0", column(part)));
    }
    it.heads = match filter.heads() {
        Some(Heads::Gender) => margins.0,
        Some(Heads::Age) => margins.1,
        Some(Heads::Part(column)) => column.to_owned(),
        None => "cast(null as bigint)".to_owned(),
    };
    it
}
