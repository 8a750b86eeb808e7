//! What was asked: a unit and a period, as the address says it, and the periods beside it.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use uuid::Uuid;

use crate::app::App;
use crate::error::Result;
use crate::i18n::Words;
use crate::measures::{self, Axis, Length, Measure, Period, Question, Tree, Trees};
use crate::units::{self, Called, Unit};
use crate::web;

use super::door::Door;

/// The question part of the address. Whatever cannot be read is left out, never refused: an address comes a long way.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asked {
    period: Option<String>,
    date: Option<String>,
    from: Option<String>,
    to: Option<String>,
    tree: Option<String>,
    within: Option<String>,
    list: Option<String>,
    through: Option<String>,
}

/// Nobody has more levels than this.
const MOST_WITHIN: usize = 12;

impl Asked {
    /// Codes of the units through whose branch figures are read.
    pub fn within(&self) -> Vec<&str> {
        let codes = self.within.as_deref().unwrap_or("").split(',').filter(|code| !code.is_empty());
        codes.take(MOST_WITHIN).collect()
    }

    pub fn tree(&self, day: NaiveDate) -> Tree {
        self.tree.as_deref().and_then(|code| Tree::from_code(code, day)).unwrap_or_default()
    }

    /// The last day of a running period that counts, where a figure of another unit was compared through it: today or
    /// the day before. Of an address that has grown old it says nothing any more.
    fn through(&self, period: Period, today: NaiveDate) -> Option<NaiveDate> {
        let day: NaiveDate = self.through.as_deref()?.parse().ok()?;
        let near = [Some(today), today.pred_opt()].contains(&Some(day));
        (near && period.from < today && today < period.until).then_some(day)
    }

    /// Which list of the units below, where there are many.
    fn list(&self) -> usize {
        self.list.as_deref().and_then(|n| n.trim().parse().ok()).unwrap_or(1)
    }

    fn period(&self, today: NaiveDate, school: (u32, u32)) -> Period {
        let date =
            |text: &Option<String>| text.as_deref().and_then(|text| text.trim().parse::<NaiveDate>().ok());
        let own = (date(&self.from), date(&self.to));
        if self.period.is_none()
            && let (Some(from), Some(to)) = own
        {
            return Period::own(from, to);
        }
        let length = self.period.as_deref().and_then(Length::from_code).unwrap_or(Length::Year);
        Period::around(length, date(&self.date).unwrap_or(today), school)
    }
}

/// What a period is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    Ago,
    Before,
}

impl Beside {
    pub fn code(self) -> &'static str {
        match self {
            Beside::Ago => "ago",
            Beside::Before => "before",
        }
    }

    pub fn from_code(code: &str) -> Option<Beside> {
        [Beside::Ago, Beside::Before].into_iter().find(|beside| beside.code() == code)
    }
}

/// A unit above, and the way to it, where it may be opened.
#[derive(Clone)]
pub struct Above {
    pub name: String,
    pub door: Option<Door>,
}

/// A unit in a period, with what stands beside it.
#[derive(Clone)]
pub struct Scene {
    pub w: Words,
    pub unit: Unit,
    /// The units above, and the unit.
    pub crumbs: Vec<Above>,
    pub today: NaiveDate,
    /// The network's day, by which the tree of today is told.
    pub day: NaiveDate,
    pub school: (u32, u32),
    /// As chosen, to its end.
    pub period: Period,
    /// The part of it that is over.
    pub now: Period,
    /// The same dates a year ago.
    pub ago: Period,
    /// As many days of the period before.
    pub before: Period,
    /// Whether finer dates were asked for than this person may see.
    pub widened: bool,
    /// Whether this is what another period is compared with, and that period.
    pub beside: Option<(Beside, Period)>,
    pub trees: Arc<Trees>,
    pub names: Arc<Called>,
    pub tree: Tree,
    /// Units, by id and code, through whose branch figures are read: only days on which they stood directly above count.
    pub within: Vec<(Uuid, String)>,
    /// Whether no other unit ever stood below: all figures are of this unit's own entries.
    pub alone: bool,
    pub sees_entries: bool,
    /// Whether figures may be as fine as days: of one's own units, or of the branch they are read through.
    pub sees_days: bool,
    pub sees_staff_time: bool,
    /// Whether what happened is for this person to record here.
    pub may_record: bool,
    pub may_publish: bool,
    /// Which list of the units below is shown, from 1 on.
    pub list: usize,
    /// The last day that counts of a period which is not over.
    pub through: Option<NaiveDate>,
}

/// Which unit, by which tree, through whose branch.
pub struct Where {
    pub unit: Unit,
    pub trees: Arc<Trees>,
    pub tree: Tree,
    pub within: Vec<(Uuid, String)>,
}

/// `sees_days`: whoever does not sees figures of whole months only.
pub async fn scene(app: &App, w: Words, at: Where, asked: &Asked, sees_days: bool) -> Result<Scene> {
    let Where { unit, trees, tree, within } = at;
    let today = app.clock.today(unit.zone);
    let school = unit.network.school_year_start;
    let of_address = asked.period(today, school);
    let period = measures::reach(sees_days, of_address);
    let widened = (period.from, period.until) != (of_address.from, of_address.until);
    let now = match asked.through(period, today) {
        Some(day) => period.so_far(day),
        None => measures::so_far(&app.db, &unit, period, today).await?,
    };
    let names = units::called(&app.db, unit.network.id).await?;
    Ok(Scene {
        w,
        crumbs: Vec::new(),
        today,
        day: app.clock.today(unit.network.zone),
        school,
        period,
        now,
        ago: now.year_ago(),
        before: period.before(school).first_days(now.days()),
        widened,
        beside: None,
        alone: trees.alone(tree, unit.id),
        trees,
        names,
        tree,
        within,
        sees_entries: false,
        sees_days,
        sees_staff_time: false,
        may_record: false,
        may_publish: false,
        list: asked.list(),
        through: (period.from < today && today < period.until).then(|| now.last()),
        unit,
    })
}

impl Scene {
    pub fn name(&self) -> String {
        self.called(&self.unit.code).name
    }

    pub fn title(&self) -> String {
        format!("{}, {}", self.name(), self.period_name(&self.period))
    }

    pub fn question(&self, period: Period) -> Question {
        let of = Question::new(self.unit.network.id, self.unit.path.clone(), period);
        Question { tree: self.tree, within: self.within_ids(), ..of }
    }

    /// These figures as a file: of this unit's own page, not of days read through another's branch.
    pub fn file(&self) -> Option<String> {
        let (from, to) = (self.period.from, self.period.last());
        let tree = if self.tree == Tree::Then { "" } else { "&tree=today" };
        let own = self.within.is_empty() && self.beside.is_none();
        own.then(|| format!("{}/figures/file?from={from}&to={to}{tree}", self.unit.address()))
    }

    /// What to tell whoever asked for finer dates than they may see.
    pub fn widened_note(&self) -> Option<String> {
        self.widened.then(|| self.w.of("overview-whole-months", self.period_name(&self.period)))
    }

    /// Whether this may be opened down to activities: a weekday of a month, or a few days, may be a single evening, so
    /// without a right to entries all activities of such a part stand together.
    pub fn tells_activities(&self, part: Option<Axis>) -> bool {
        let days = self.sees_days && measures::reach(false, self.period) != self.period;
        self.sees_entries || (part != Some(Axis::Weekday) && !days)
    }

    /// The scene of what this period is compared with. An unfinished one is compared with as many days of it, whoever
    /// asks: the figure stands on the overview already.
    pub fn compared(&self, beside: Beside) -> Scene {
        let then = match beside {
            Beside::Ago => self.ago,
            Beside::Before => self.before,
        };
        let own = Period::own(then.from, then.last());
        // What is all of a period keeps its name.
        let whole = Period::around(then.length, then.from, self.school);
        let period = if (whole.from, whole.until) == (then.from, then.until) { whole } else { own };
        Scene { period, now: period, beside: Some((beside, self.period)), widened: false, ..self.clone() }
    }

    /// Whether the period goes on after the part of it that is counted.
    pub fn unfinished(&self) -> bool {
        self.period.from <= self.today && self.now.until < self.period.until
    }

    /// The period before is worth a look of its own where it is not the one a year ago.
    pub fn has_before(&self) -> bool {
        (self.before.from, self.before.until) != (self.ago.from, self.ago.until)
    }

    /// The overview of this unit in a period.
    pub fn overview(&self, period: &Period) -> String {
        self.door().overview(period)
    }

    /// A figure of this page, opened.
    pub fn open(&self, measure: Measure) -> String {
        self.open_in(measure, &self.period)
    }

    pub fn open_in(&self, measure: Measure, period: &Period) -> String {
        self.door().figures(measure, period)
    }

    /// This very figure: of the period asked for, or of what it is compared with.
    pub fn open_here(&self, measure: Measure) -> String {
        self.open_at(&self.door(), measure)
    }

    /// [`Scene::open_here`] of another unit.
    pub fn open_at(&self, door: &Door, measure: Measure) -> String {
        match &self.beside {
            Some((beside, asked)) => self.compared_at(door.figures(measure, asked), *beside),
            None => door.figures(measure, &self.period),
        }
    }

    /// What a figure is compared with, by the address that opens the figure. The other unit's page may count another last
    /// day than this one does.
    pub fn compared_at(&self, figure: String, beside: Beside) -> String {
        let through = self.through.map_or_else(String::new, |day| format!("&through={day}"));
        format!("{figure}&beside={}{through}", beside.code())
    }

    /// The figure that one of this page is compared with, opened.
    pub fn open_beside(&self, measure: Measure, beside: Beside) -> String {
        self.compared_at(self.open(measure), beside)
    }

    /// [`Scene::open_beside`] of a member.
    pub fn open_member_beside(&self, measure: Measure, axis: &str, code: &str, beside: Beside) -> String {
        self.compared_at(self.open_member(measure, axis, code), beside)
    }

    /// A member's part of a figure, opened.
    pub fn open_member(&self, measure: Measure, axis: &str, code: &str) -> String {
        format!("{}&by={axis}&of={}", self.open(measure), web::encoded(code))
    }

    /// What the period is called: oktober 2026, 2026, 2025/26, 12. 10.–18. 10. 2026.
    pub fn period_name(&self, period: &Period) -> String {
        let school = |from: NaiveDate| format!("{}/{:02}", from.year(), (from.year() + 1) % 100);
        match period.length {
            Length::Month => self.w.month(period.from),
            Length::Year => period.from.year().to_string(),
            Length::SchoolYear => school(period.from),
            Length::Term => {
                let year = Period::around(Length::SchoolYear, period.from, self.school);
                let key = if period.first_term(self.school) { "overview-term-1" } else { "overview-term-2" };
                self.w.of(key, school(year.from))
            }
            _ => self.w.span(period.from, period.last()),
        }
    }
}
