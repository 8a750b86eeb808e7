//! Figures to take along, for everybody who sees them: each measure whole, split as pages split it, and by activity or unit
//! and month. What stands together on pages, so that nobody can be told from a difference, stands together here.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use uuid::Uuid;

use super::names::Names;
use super::sheet::Cell;
use crate::access::Path;
use crate::activities::{self, Activity};
use crate::app::App;
use crate::db::DbError;
use crate::i18n::Words;
use crate::measures::{
    self, ANY, ActivityMonth, Amount, Ask, Axis, Books, Measure, PAIR, Period, Question, REST, Stands, Sums,
    Together, Told, Tree, Unsplit,
};
use crate::units::{self, Unit};
use crate::vocabulary;

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
    "together",
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
    pub tree: Tree,
    pub today: NaiveDate,
    /// None: every measure, whole and by every axis.
    pub one: Option<One>,
    pub sees_entries: bool,
    pub sees_staff_time: bool,
    pub w: Words,
}

/// A row: which measure, the axis and the member, the month.
struct Place {
    measure: Measure,
    axis: Option<&'static str>,
    /// Its code and what it is called; several where they stand together.
    member: Option<(String, String)>,
    month: Option<NaiveDate>,
    /// Whether one-to-one work stands together with other work here.
    together: bool,
}

struct Given<'a> {
    wanted: &'a Wanted,
    books: Books,
    question: Question,
    names: Names,
    activities: BTreeMap<Uuid, Activity>,
    /// A part by kind, and what stands together of activities, for whoever sees figures only.
    told: Option<Told>,
    few: Together,
    unsplit: Unsplit,
    rows: Rows,
}

pub type Rows = Vec<Vec<Cell<'static>>>;

pub async fn rows(app: &App, wanted: &Wanted) -> Result<Rows, DbError> {
    let network_id = wanted.unit.network.id;
    let (path, period) = (wanted.unit.path.clone(), wanted.period);
    let question = Question { tree: wanted.tree, ..Question::new(network_id, path, period) };
    // Every unit's name: one that moved away is still part of what was counted here.
    let whole = wanted.unit.path.ids().first().map_or_else(|| wanted.unit.path.clone(), |id| Path::root(*id));
    let trees = measures::trees(&app.db, network_id).await?;
    let books = measures::open_in(&app.db, &trees, &[Ask::whole(period)]).await?;
    let terms = vocabulary::terms(&app.db, network_id).await?;
    let bands = vocabulary::age_bands(&app.db, network_id, period.last()).await?;
    let branch = units::branch_of(&app.db, network_id, &whole, app.clock.day()).await?;
    let units = branch.into_iter().map(|unit| (unit.code.clone(), wanted.w.text(&unit.name))).collect();
    let offered = activities::activities_of_unit(&app.db, network_id, wanted.unit.id).await?;
    let part = wanted.one.as_ref().and_then(|one| Some((one.measure, one.part.as_ref()?)));
    let codes: Vec<&str> = part.iter().flat_map(|(_, (_, codes))| codes.iter().map(String::as_str)).collect();
    let of = part.map(|(_, (axis, _))| (*axis, codes.as_slice()));
    let unsplit = match wanted.sees_entries {
        true => Unsplit::default(),
        false => books.unsplit(&app.db, &question).await?,
    };
    let told = part.filter(|_| !wanted.sees_entries).and_then(|(measure, (axis, _))| {
        books.told(&question, &unsplit, wanted.today, measure, (*axis, &codes))
    });
    let (mut own, mut few) = (Vec::new(), Together::default());
    if told.is_none() {
        own = measures::by_activity_month(&app.db, &trees, &question, of).await?;
        if !wanted.sees_entries {
            few = measures::together(&app.db, &books, &question).await?;
        }
    }
    let mut given = Given {
        wanted,
        books,
        question,
        names: Names { w: wanted.w, terms, bands, units },
        activities: offered.into_iter().map(|activity| (activity.id, activity)).collect(),
        told,
        few,
        unsplit,
        rows: Vec::new(),
    };
    given.whole(of);
    given.by_month(of, own);
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
    fn whole(&mut self, part: Option<(Axis, &[&str])>) {
        let measures: Vec<Measure> = self.measures().collect();
        if let Some((axis, codes)) = part {
            if let Some(told) = &self.told {
                let (sums, apart) = (told.units_months.values().copied().sum(), told.apart.is_some());
                let members: Vec<String> = told.members.iter().cloned().collect();
                for measure in measures {
                    let together = axis == Axis::Kind && !apart;
                    self.member(measure, axis, &members, together, &sums);
                }
                return;
            }
            let members = self.books.by(&self.question, axis);
            for measure in measures {
                for code in codes {
                    let sums = members.get(*code).copied().unwrap_or_default();
                    self.member(measure, axis, &[(*code).to_owned()], false, &sums);
                }
            }
            return;
        }
        let total = self.books.total(&self.question);
        for measure in &measures {
            let place = Place { measure: *measure, axis: None, member: None, month: None, together: false };
            self.push(place, &total);
        }
        if self.wanted.one.is_some() {
            return;
        }
        // Where there is no one-to-one work, there is nothing to keep together.
        let free = self.wanted.sees_entries || !self.books.may_have_talks(&self.question);
        let apart = self.books.apart(&self.question, self.wanted.today).here;
        for (axis, members) in
            AXES.into_iter().zip(self.books.told_by_each(&self.question, &self.unsplit, AXES))
        {
            for measure in measures.iter().filter(|measure| axis.splits(**measure)) {
                let told = (axis == Axis::Kind && !free).then(|| {
                    self.books.told_kinds(&self.question, apart && measures::may_be_apart(*measure))
                });
                for (code, sums) in told.as_ref().unwrap_or(&members) {
                    let together =
                        code == ANY || (axis == Axis::Kind && [PAIR, REST].contains(&code.as_str()));
                    self.member(*measure, axis, std::slice::from_ref(code), together, sums);
                }
            }
        }
    }

    fn member(&mut self, measure: Measure, axis: Axis, codes: &[String], together: bool, sums: &Sums) {
        let month = match codes {
            [code] if axis == Axis::Month => format!("{code}-01").parse().ok(),
            _ => None,
        };
        let labels: Vec<String> = codes.iter().map(|code| self.names.of(axis, code)).collect();
        let member = Some((codes.join(","), labels.join(", ")));
        self.push(Place { measure, axis: Some(axis.code()), member, month, together }, sums);
    }

    /// By activity of this very unit, or unit one step below, and month.
    fn by_month(&mut self, part: Option<(Axis, &[&str])>, own: Vec<ActivityMonth>) {
        let here = &self.wanted.unit.code;
        // A weekday of one activity in a month may be a single evening.
        let weekday = !self.wanted.sees_entries && part.is_some_and(|(axis, _)| axis == Axis::Weekday);
        let mut lines: BTreeMap<(Of, Option<NaiveDate>), Sums> = BTreeMap::new();
        for row in own {
            let of = match () {
                () if weekday => Of::All { few: false },
                () => match self.few.of(row.month, row.activity_id) {
                    None => Of::Activity(row.activity_id),
                    Some(Stands::Some(among)) => Of::Few(among.clone()),
                    Some(Stands::Rest(_)) => Of::Rest,
                    Some(Stands::All) => Of::All { few: true },
                },
            };
            *lines.entry((of, Some(row.month))).or_default() += row.sums;
        }
        let of_units = match &self.told {
            Some(told) => told.units_months.clone(),
            None => self.books.by_unit_month(&self.question, part),
        };
        for ((code, month), sums) in of_units {
            let of = match &self.told {
                Some(Told { apart: Some(told), .. }) if !told.contains(&code) => Of::Others,
                Some(_) if code == *here => Of::All { few: true },
                _ => Of::Unit(code),
            };
            // Where one-to-one work stands by itself, it does so by whole years.
            let years = self.told.as_ref().is_some_and(|told| told.apart.is_some());
            *lines.entry((of, (!years).then_some(month))).or_default() += sums;
        }
        for measure in self.measures().collect::<Vec<_>>() {
            for ((of, month), sums) in &lines {
                // Opening hours belong to units, not to activities; all else of this very unit stands by activity.
                let by_activity =
                    *of == Of::Unit(self.wanted.unit.code.clone()) && measure != Measure::OpeningMin;
                // What adds nothing to the figure is no part of it.
                if by_activity || matches!(measure.of(sums), Amount::Whole(0) | Amount::None) {
                    continue;
                }
                let (axis, member) = self.line(of);
                let together = matches!(of, Of::Few(_) | Of::Rest | Of::Others | Of::All { few: true });
                self.push(Place { measure, axis: Some(axis), member, month: *month, together }, sums);
            }
        }
    }

    /// The axis of a line, and its member with what that is called.
    fn line(&self, of: &Of) -> (&'static str, Option<(String, String)>) {
        let w = self.wanted.w;
        let named = |id: &Uuid| {
            let found = self.activities.get(id);
            found.map(|activity| (activity.code.clone(), w.text(&activity.name)))
        };
        match of {
            Of::Activity(id) => ("activity", named(id)),
            Of::Rest => (Axis::Kind.code(), Some((REST.to_owned(), w.tr("opened-rest")))),
            Of::Few(among) => {
                let mut all: Vec<(String, String)> = among.iter().filter_map(named).collect();
                all.sort_by(|(_, a), (_, b)| w.compare(a, b));
                let (codes, labels): (Vec<String>, Vec<String>) = all.into_iter().unzip();
                ("activity", Some((codes.join(","), labels.join(" + "))))
            }
            Of::All { .. } => (Axis::Month.code(), None),
            Of::Unit(code) => (Axis::Unit.code(), Some((code.clone(), self.names.of(Axis::Unit, code)))),
            Of::Others => (Axis::Unit.code(), Some((String::new(), w.tr("opened-others")))),
        }
    }

    fn push(&mut self, place: Place, sums: &Sums) {
        let w = self.wanted.w;
        let value = match place.measure.of(sums) {
            Amount::Whole(n) => Cell::Int(n),
            Amount::Ratio(ratio) => Cell::Ratio(ratio),
            Amount::None => Cell::Empty,
        };
        let said = |text: String| Cell::Text(text.into());
        let axis_label = place.axis.map(|axis| w.tr(&format!("given-axis-{axis}")));
        let (member, label) =
            place.member.map_or((Cell::Empty, Cell::Empty), |(code, label)| (said(code), said(label)));
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
            if place.together { Cell::text("few") } else { Cell::Empty },
        ]);
    }
}

/// What a line by month stands for.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Of {
    Activity(Uuid),
    /// Activities among which one-to-one work is not told apart.
    Few(BTreeSet<Uuid>),
    /// All that are not open.
    Rest,
    /// All activities of this very unit: for the sake of few, or of single evenings.
    All {
        few: bool,
    },
    Unit(String),
    /// This unit's own and units below, for which one-to-one work does not stand by itself.
    Others,
}
