//! What the units of a report came to, asked of `measures`: as whoever sees figures only would see it, for a report is
//! handed on.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::access::Path;
use crate::app::App;
use crate::error::Result;
use crate::exchange::giving::Names;
use crate::i18n::Words;
use crate::measures::{self, ANY, Ask, Axis, Books, Measure, Period, Question, Sums, Tree, Trees};
use crate::units::{self, Called, Unit};
use crate::vocabulary::{self, Gender, Kind, Part, PlaceKind, Vocabulary};

/// A unit with everything below it, in the period and a year before.
#[derive(Clone, Debug)]
pub struct Counted {
    pub id: Uuid,
    pub code: String,
    pub name: String,
    pub now: Totals,
    /// None where nothing was recorded then.
    pub ago: Option<(Period, Sums)>,
    pub period: Period,
    /// Units one step below, where the report tells of them.
    pub below: Vec<Counted>,
}

#[derive(Clone, Debug, Default)]
pub struct Totals {
    pub all: Sums,
    by: HashMap<Axis, Vec<Member>>,
    /// Kinds with one-to-one work by itself, where that may be told.
    apart: Option<Vec<Member>>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    pub code: String,
    pub label: String,
    pub sums: Sums,
}

impl Totals {
    /// The members of an axis, in the order in which they are told.
    pub fn by(&self, measure: Measure, axis: Axis) -> &[Member] {
        if axis == Axis::Kind
            && let Some(apart) = self.apart.as_ref().filter(|_| measures::may_be_apart(measure))
        {
            return apart;
        }
        self.by.get(&axis).map_or(&[], Vec::as_slice)
    }

    /// Not split.
    pub fn whole(all: Sums) -> Totals {
        Totals { all, ..Totals::default() }
    }

    /// A member as it was told once: perhaps with one-to-one work by itself, perhaps not.
    pub fn member(&self, measure: Measure, axis: Axis, code: &str) -> Sums {
        let all = self.by(measure, axis).iter().chain(self.by.get(&axis).into_iter().flatten());
        all.into_iter().find(|it| it.code == code).map_or_else(Sums::default, |it| it.sums)
    }
}

const AXES: [Axis; 12] = Axis::ALL;

/// Codes of the months of a period.
fn months(period: &Period) -> Vec<String> {
    let next = |month: &NaiveDate| month.checked_add_months(chrono::Months::new(1));
    let all = std::iter::successors(Some(period.from), next).take_while(|month| *month < period.until);
    all.map(|month| month.format("%Y-%m").to_string()).collect()
}

/// The figures of a network, opened for a report.
pub struct Reader {
    pub books: Books,
    trees: Arc<Trees>,
    names: Names,
    called: Arc<Called>,
    today: NaiveDate,
    network_id: Uuid,
    w: Words,
}

impl Reader {
    /// For these periods and the same ones a year before.
    pub async fn open(app: &App, w: Words, unit: &Unit, periods: &[Period]) -> Result<Reader> {
        let network_id = unit.network.id;
        let asks: Vec<Ask> =
            periods.iter().flat_map(|it| [Ask::whole(*it), Ask::whole(it.year_ago())]).collect();
        let trees = measures::trees(&app.db, network_id).await?;
        let books = measures::open_in(&app.db, &trees, &asks).await?;
        let day = periods.iter().map(Period::last).max().unwrap_or_default();
        let names = Names {
            w,
            terms: vocabulary::terms(&app.db, network_id).await?,
            bands: vocabulary::age_bands(&app.db, network_id, day).await?,
            units: std::collections::BTreeMap::new(),
        };
        let called = units::called(&app.db, network_id).await?;
        Ok(Reader { books, trees, names, called, today: app.clock.today(unit.zone), network_id, w })
    }

    fn question(&self, id: Uuid, period: Period) -> Question {
        // Which unit it is says the last step; where it stood is joined by day.
        Question::new(self.network_id, Path::root(id), period)
    }

    /// What a unit was called in a period.
    pub fn name(&self, code: &str, period: &Period) -> String {
        self.called.on(code, period.last()).map_or_else(|| code.to_owned(), |name| self.w.text(name))
    }

    /// All of a unit in a period.
    pub fn total(&self, id: Uuid, period: Period) -> Sums {
        self.books.total(&self.question(id, period))
    }

    /// A unit, and those below it to a depth.
    pub async fn count(&self, app: &App, id: Uuid, period: Period, depth: usize) -> Result<Counted> {
        let now = self.totals(app, id, period).await?;
        let then = period.year_ago();
        let ago = self.books.total(&self.question(id, then));
        let mut below = Vec::new();
        if depth > 0 {
            for child in self.children(id, period) {
                below.push(Box::pin(self.count(app, child, period, depth - 1)).await?);
            }
            below.sort_by(|a, b| self.w.compare(&a.name, &b.name));
        }
        let code = self.trees.code(id);
        Ok(Counted {
            id,
            name: self.name(&code, &period),
            code,
            now,
            ago: (!ago.is_nothing()).then_some((then, ago)),
            period,
            below,
        })
    }

    /// Units one step below that were open in a period.
    pub fn children(&self, id: Uuid, period: Period) -> Vec<Uuid> {
        let below = self.trees.below(Tree::Then, id, &[], &[period]);
        below.iter().copied().filter(|it| *it != id).collect()
    }

    pub async fn totals(&self, app: &App, id: Uuid, period: Period) -> Result<Totals> {
        let question = self.question(id, period);
        let unsplit = self.books.unsplit(&app.db, &question).await?;
        let mut by = HashMap::new();
        for (axis, mut members) in AXES.into_iter().zip(self.books.told_by_each(&question, &unsplit, AXES)) {
            // Who was there and recorded nothing is told as well, and so is a month without anything.
            let there: Vec<String> = match axis {
                Axis::Unit => {
                    self.children(id, period).into_iter().map(|child| self.trees.code(child)).collect()
                }
                Axis::Month => months(&period),
                Axis::Weekday => (1..=7).map(|day| day.to_string()).collect(),
                _ => Vec::new(),
            };
            for code in there {
                members.entry(code).or_default();
            }
            let mut members = self.in_order(axis, period, members);
            if axis == Axis::Unit {
                let own = self.trees.code(id);
                for member in members.iter_mut().filter(|it| it.code == own) {
                    member.label = self.w.of("overview-own", &member.label);
                }
            }
            by.insert(axis, members);
        }
        let mut apart = None;
        if self.books.may_have_talks(&question) {
            let kinds = self.books.told_kinds(&question, false);
            by.insert(Axis::Kind, self.in_order(Axis::Kind, period, kinds));
            if self.books.apart(&question, self.today).here {
                let kinds = self.books.told_kinds(&question, true);
                apart = Some(self.in_order(Axis::Kind, period, kinds));
            }
        }
        Ok(Totals { all: self.books.total(&question), by, apart })
    }

    fn in_order(
        &self,
        axis: Axis,
        period: Period,
        members: std::collections::BTreeMap<String, Sums>,
    ) -> Vec<Member> {
        let label = |code: &str| match axis {
            Axis::Unit => self.name(code, &period),
            _ => self.names.of(axis, code),
        };
        let mut all: Vec<Member> =
            members.into_iter().map(|(code, sums)| Member { label: label(&code), code, sums }).collect();
        let place = |all: &[&str], code: &str| all.iter().position(|it| *it == code).unwrap_or(all.len());
        let codes: Vec<&str> = match axis {
            Axis::Gender => Gender::ALL.iter().map(|it| it.code()).collect(),
            Axis::Kind => Kind::ALL.iter().map(|it| it.code()).collect(),
            Axis::PlaceKind => PlaceKind::ALL.iter().map(|it| it.code()).collect(),
            Axis::Part => Part::ALL.iter().map(|it| it.code()).collect(),
            Axis::AgeBand => self.names.bands.iter().map(|band| band.code.as_str()).collect(),
            _ => Vec::new(),
        };
        match axis {
            Axis::Unit => all.sort_by(|a, b| self.w.compare(&a.label, &b.label)),
            Axis::Month | Axis::Weekday => {}
            Axis::MainTag | Axis::MainField | Axis::Tag | Axis::Field => {
                let list = if matches!(axis, Axis::MainTag | Axis::Tag) {
                    Vocabulary::Tag
                } else {
                    Vocabulary::Field
                };
                let is_term = |code: &str| {
                    self.names.terms.iter().any(|term| term.vocabulary == list && term.code == code)
                };
                all.sort_by_key(|it| (!is_term(&it.code), std::cmp::Reverse(it.sums.visits())));
            }
            _ => all.sort_by_key(|it| place(&codes, &it.code)),
        }
        // What is not split stands last, whatever it is split by.
        all.sort_by_key(|it| it.code == ANY);
        all
    }
}
