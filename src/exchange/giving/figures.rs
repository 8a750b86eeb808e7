//! Figures to take along, for everybody who sees them: each measure whole, split as pages split it, and by activity or unit
//! and month. What is too few to be told on a page is not told here.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;
use uuid::Uuid;

use super::sheet::Cell;
use crate::access::Path;
use crate::activities::{self, Activity};
use crate::app::App;
use crate::db::DbError;
use crate::i18n::Words;
use crate::measures::{self, Amount, Ask, Axis, Books, Measure, Period, Question, Sums, WITH, WITHOUT};
use crate::units::{self, Unit};
use crate::vocabulary::{self, AgeBand, Kind, Term, Vocabulary};

pub const HEADINGS: [&str; 10] = [
    "measure",
    "measure_label",
    "axis",
    "axis_label",
    "member",
    "member_label",
    "month",
    "value",
    "counted_in",
    "withheld",
];

/// Splits of the whole, in the order of pages.
const AXES: [Axis; 12] = [
    Axis::Unit,
    Axis::Month,
    Axis::Part,
    Axis::Gender,
    Axis::AgeBand,
    Axis::Weekday,
    Axis::Kind,
    Axis::PlaceKind,
    Axis::MainTag,
    Axis::MainField,
    Axis::Tag,
    Axis::Field,
];

/// One measure, whole or of members of an axis.
pub struct One {
    pub measure: Measure,
    pub part: Option<(Axis, Vec<String>)>,
}

/// What is to be given out.
pub struct Wanted {
    pub unit: Unit,
    pub period: Period,
    /// None: every measure, whole and by every axis.
    pub one: Option<One>,
    pub sees_entries: bool,
    pub sees_staff_time: bool,
    pub w: Words,
}

/// A row: which measure, the axis and the member, the month.
struct Place<'a> {
    measure: Measure,
    axis: Option<&'static str>,
    member: Option<(&'a str, String)>,
    month: Option<NaiveDate>,
    /// Of one-to-one work, of which few heads are not told.
    personal: bool,
}

struct Given<'a> {
    wanted: &'a Wanted,
    terms: Vec<Term>,
    bands: Vec<AgeBand>,
    units: BTreeMap<String, String>,
    activities: BTreeMap<Uuid, Activity>,
    rows: Vec<Vec<Cell<'static>>>,
}

pub type Rows = Vec<Vec<Cell<'static>>>;

pub async fn rows(app: &App, wanted: &Wanted) -> Result<Rows, DbError> {
    let network_id = wanted.unit.network.id;
    let (path, period) = (wanted.unit.path.clone(), wanted.period);
    let question = Question { network_id, path, period };
    // Every unit's name: one that moved away is still part of what was counted here.
    let whole = wanted.unit.path.ids().first().map_or_else(|| wanted.unit.path.clone(), |id| Path::root(*id));
    let books = measures::open(&app.db, network_id, &[Ask::whole(period)]).await?;
    let terms = vocabulary::terms(&app.db, network_id).await?;
    let bands = vocabulary::age_bands(&app.db, network_id, period.last()).await?;
    let branch = units::branch_of(&app.db, network_id, &whole, app.clock.day()).await?;
    let offered = activities::activities_of_unit(&app.db, network_id, wanted.unit.id).await?;
    let mut given = Given {
        wanted,
        terms,
        bands,
        units: branch.into_iter().map(|unit| (unit.code.clone(), wanted.w.text(&unit.name))).collect(),
        activities: offered.into_iter().map(|activity| (activity.id, activity)).collect(),
        rows: Vec::new(),
    };
    let part = wanted.one.as_ref().and_then(|one| one.part.as_ref());
    let codes: Vec<&str> = part.iter().flat_map(|(_, codes)| codes.iter().map(String::as_str)).collect();
    let of = part.map(|(axis, _)| (*axis, codes.as_slice()));
    given.whole(&books, &question, of);
    let own = measures::by_activity_month(&app.db, &question, of).await?;
    let kind = [Kind::OneToOne.code()];
    let personal = measures::by_activity_month(&app.db, &question, Some((Axis::Kind, &kind))).await?;
    given.by_month(&books, &question, of, own, &personal.iter().map(|row| row.activity_id).collect());
    Ok(given.rows)
}

impl Given<'_> {
    /// Measures asked for, and those this person may see of all.
    fn measures(&self) -> impl Iterator<Item = Measure> + use<> {
        let (one, staff) = (self.wanted.one.as_ref().map(|one| one.measure), self.wanted.sees_staff_time);
        Measure::ALL
            .into_iter()
            .filter(move |measure| one.is_none_or(|one| one == *measure))
            .filter(move |measure| staff || !measure.about_staff())
    }

    /// What the whole, or the part asked for, comes to; of the whole its splits too.
    fn whole(&mut self, books: &Books, question: &Question, part: Option<(Axis, &[&str])>) {
        if let Some((axis, codes)) = part {
            let members = books.by(question, axis);
            for measure in self.measures().collect::<Vec<_>>() {
                for code in codes {
                    self.member(measure, axis, code, &members.get(*code).copied().unwrap_or_default());
                }
            }
            return;
        }
        let total = books.total(question);
        for measure in self.measures().collect::<Vec<_>>() {
            self.push(Place { measure, axis: None, member: None, month: None, personal: false }, &total);
        }
        if self.wanted.one.is_some() {
            return;
        }
        for (axis, members) in AXES.into_iter().zip(books.by_each(question, AXES)) {
            for measure in self.measures().filter(|measure| axis.splits(*measure)).collect::<Vec<_>>() {
                for (code, sums) in &members {
                    self.member(measure, axis, code, sums);
                }
            }
        }
    }

    fn member(&mut self, measure: Measure, axis: Axis, code: &str, sums: &Sums) {
        let personal = axis == Axis::Kind && code == Kind::OneToOne.code();
        let month = (axis == Axis::Month).then(|| format!("{code}-01").parse().ok()).flatten();
        let member = Some((code, self.label(axis, code)));
        self.push(Place { measure, axis: Some(axis.code()), member, month, personal }, sums);
    }

    /// By activity of this very unit, or unit one step below, and month.
    fn by_month(
        &mut self,
        books: &Books,
        question: &Question,
        part: Option<(Axis, &[&str])>,
        own: Vec<measures::ActivityMonth>,
        personal: &HashSet<Uuid>,
    ) {
        // A weekday of one activity in a month may be a single evening.
        let together = !self.wanted.sees_entries && part.is_some_and(|(axis, _)| axis == Axis::Weekday);
        let all_personal = part.is_some_and(|(axis, codes)| {
            axis == Axis::Kind && codes.iter().all(|code| *code == Kind::OneToOne.code())
        });
        let mut of_activities: BTreeMap<(Option<Uuid>, NaiveDate), Sums> = BTreeMap::new();
        for row in own {
            let activity = (!together).then_some(row.activity_id);
            *of_activities.entry((activity, row.month)).or_default() += row.sums;
        }
        let of_units = books.by_unit_month(question, part);
        for measure in self.measures().collect::<Vec<_>>() {
            for ((activity, month), sums) in &of_activities {
                let named = activity.and_then(|id| self.activities.get(&id));
                let named = named.map(|it| (it.code.clone(), self.wanted.w.text(&it.name)));
                let personal = all_personal || activity.is_some_and(|id| personal.contains(&id));
                let axis = if together { Axis::Month.code() } else { "activity" };
                self.month(measure, axis, named, *month, personal, sums);
            }
            for ((code, month), sums) in &of_units {
                // Opening hours belong to units, not to activities.
                if *code != self.wanted.unit.code || measure == Measure::OpeningMin {
                    let named = Some((code.clone(), self.label(Axis::Unit, code)));
                    self.month(measure, Axis::Unit.code(), named, *month, all_personal, sums);
                }
            }
        }
    }

    fn month(
        &mut self,
        measure: Measure,
        axis: &'static str,
        named: Option<(String, String)>,
        month: NaiveDate,
        personal: bool,
        sums: &Sums,
    ) {
        // What adds nothing to the figure is no part of it.
        if matches!(measure.of(sums), Amount::Whole(0) | Amount::None) {
            return;
        }
        let member = named.as_ref().map(|(code, label)| (code.as_str(), label.clone()));
        self.push(Place { measure, axis: Some(axis), member, month: Some(month), personal }, sums);
    }

    fn push(&mut self, place: Place<'_>, sums: &Sums) {
        let w = self.wanted.w;
        let few = place.personal && measures::too_few(self.wanted.sees_entries, place.measure, sums);
        let value = match place.measure.of(sums) {
            _ if few => Cell::Empty,
            Amount::Whole(n) => Cell::Int(n),
            Amount::Ratio(ratio) => Cell::Ratio(ratio),
            Amount::None => Cell::Empty,
        };
        let said = |text: String| Cell::Text(text.into());
        let axis_label = place.axis.map(|axis| w.tr(&format!("given-axis-{axis}")));
        let (member, label) = place
            .member
            .map_or((Cell::Empty, Cell::Empty), |(code, label)| (said(code.to_owned()), said(label)));
        self.rows.push(vec![
            Cell::text(place.measure.code()),
            said(w.tr(&format!("measure-{}", place.measure.code()))),
            place.axis.map_or(Cell::Empty, Cell::text),
            axis_label.map_or(Cell::Empty, said),
            member,
            label,
            place.month.map_or(Cell::Empty, |month| said(month.format("%Y-%m").to_string())),
            value,
            Cell::text(place.measure.unit()),
            if few { Cell::text("few") } else { Cell::Empty },
        ]);
    }

    /// What a member of an axis is called.
    fn label(&self, axis: Axis, code: &str) -> String {
        let w = self.wanted.w;
        let list = match axis {
            Axis::MainTag | Axis::Tag => Some(Vocabulary::Tag),
            Axis::MainField | Axis::Field => Some(Vocabulary::Field),
            _ => None,
        };
        if let Some(list) = list {
            return match self.terms.iter().find(|term| term.vocabulary == list && term.code == code) {
                Some(term) => w.text(&term.label),
                None if code == WITH => w.tr("overview-with-any"),
                None if code == WITHOUT => w.tr("overview-without"),
                None => w.tr("overview-none"),
            };
        }
        let known = |key: &str| {
            let key = format!("{key}-{code}");
            if w.has(&key) { w.tr(&key) } else { code.to_owned() }
        };
        match axis {
            Axis::Kind => known("kind"),
            Axis::PlaceKind => known("place-kind"),
            Axis::Part => known("part"),
            Axis::Gender => known("gender"),
            Axis::Weekday => known("weekday"),
            Axis::AgeBand if code == activities::UNKNOWN => w.tr("gender-unknown"),
            Axis::AgeBand => self
                .bands
                .iter()
                .find(|band| band.code == code)
                .map_or_else(|| code.to_owned(), AgeBand::label),
            Axis::Unit => self.units.get(code).cloned().unwrap_or_else(|| code.to_owned()),
            Axis::Month => {
                format!("{code}-01").parse().map_or_else(|_| code.to_owned(), |month| w.month(month))
            }
            Axis::MainTag | Axis::MainField | Axis::Tag | Axis::Field => code.to_owned(),
        }
    }
}
