//! Small numbers of one-to-one work, and how whoever sees figures only is kept from reading them off: from a figure, or from
//! the difference of two. What is shown to them of kinds and activities is put together here, and nowhere else.
//!
//! Of each unit and month the parts are the same on every page and in every file, so that differences of them are sums of
//! such parts. Where a unit moved within a month, each of its places has its own: by whatever tree figures are read, or
//! through whosever branch, they are sums of the same.
//!
//! - **Kinds.** One-to-one work stands together with groups. Where groups came to fewer than [`FEW`] visits, it does with
//!   everything but open work; and where that is too little, all kinds stand together.
//! - **Activities.** It stands together with one group, or as many as it takes to come to [`FEW`] visits of theirs; where
//!   there are not so many, all activities do that are not open; and then all of them.
//! - **All other splits.** What stands together by activity is not split by gender, age, weekday, place or word (`unsplit.rs`).
//! - **Months that go on**, and parts of months: of units that offer one-to-one work nothing is split, for what each day adds
//!   would tell of that day.
//! - **Years.** For a calendar year that is over it stands by itself, where each figure of it is of at least [`FEW`] visits
//!   and talks, and so is what told ones leave of one above them ([`Books::apart`]). Only as the tree was then: units of
//!   two trees do not lie within one another.
//!
//! What a unit came to in all is always told.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use chrono::NaiveDate;
use uuid::Uuid;

use super::books::Books;
use super::measure::Measure;
use super::period::{Length, Period};
use super::pieces::moved;
use super::question::Question;
use super::trees::Tree;
use crate::totals::{Sheet, Sums};
use crate::vocabulary::Kind;

/// Fewer visits or talks of one-to-one work than this are not told.
pub const FEW: i64 = 10;

/// Groups and one-to-one work as one member.
pub const PAIR: &str = "group,one_to_one";
/// All kinds but open work as one.
pub const REST: &str = "rest";
/// All kinds as one.
pub const ANY: &str = "any";

/// Where one-to-one work may stand by itself.
#[derive(Default)]
pub struct Apart {
    /// Whether it may for the unit that was asked about.
    pub here: bool,
    /// Units one step below, by code, for which it may. The others stand together, with the unit's own entries.
    pub below: BTreeSet<String>,
}

/// A part by kind, for whoever sees figures only.
pub struct Told {
    /// The members that are told: where talks and groups are not told apart, both.
    pub members: BTreeSet<String>,
    /// By unit one step below (or itself) and month.
    pub units_months: BTreeMap<(String, NaiveDate), Sums>,
    /// Where one-to-one work stands by itself, the units one step below for which it does: by whole years then.
    pub apart: Option<BTreeSet<String>>,
    /// What is not split, and may be of the part or not, by unit and month.
    pub unsplit: BTreeMap<(String, NaiveDate), Sums>,
}

/// Whether parts of these kinds take groups and one-to-one work apart.
pub fn takes_apart(codes: &[&str]) -> bool {
    let has = |kind: Kind| codes.contains(&kind.code());
    has(Kind::Group) != has(Kind::OneToOne)
}

/// Whether a measure of one-to-one work alone may be told where [`Apart`] allows it: parts of its visits are too few.
pub fn may_be_apart(measure: Measure) -> bool {
    !matches!(
        measure,
        Measure::Creators
            | Measure::Participants
            | Measure::Audience
            | Measure::CreatorsShare
            | Measure::FirstVisits
    )
}

/// The members that kinds are part of where one-to-one work does not stand by itself.
pub fn members_of(codes: &[&str]) -> BTreeSet<String> {
    let of = |code: &&str| if PAIR.split(',').any(|it| it == *code) { PAIR } else { *code }.to_owned();
    let mut members: BTreeSet<String> = codes.iter().map(of).collect();
    // Whoever asks for all of these asks for what they are together as well.
    let all = |kinds: &[Kind]| kinds.iter().all(|kind| codes.contains(&kind.code()));
    let rest: Vec<Kind> = Kind::ALL.iter().copied().filter(|kind| *kind != Kind::Open).collect();
    members.extend(all(&rest).then(|| REST.to_owned()));
    members.extend(all(Kind::ALL).then(|| ANY.to_owned()));
    members
}

/// Which kinds stand together in a part of a unit's month; `goes_on`: whether there is more to it, and talks may be in that.
fn pooled(sheet: &Sheet, apart: bool, goes_on: bool) -> (&'static [Kind], &'static str) {
    const REST_KINDS: &[Kind] = &[Kind::Group, Kind::Project, Kind::Event, Kind::OneToOne];
    let visits = |kinds: &[Kind]| -> i64 {
        let of = sheet.kinds.iter().filter(|((kind, _), _)| kinds.contains(kind) && *kind != Kind::OneToOne);
        of.map(|(_, sums)| sums.visits()).sum()
    };
    let talks = sheet.kinds.keys().any(|(kind, _)| *kind == Kind::OneToOne);
    match () {
        // Of a day to the next, all of it tells no more than the unit's figure in all does.
        () if goes_on => (Kind::ALL, ANY),
        () if talks && visits(REST_KINDS) < FEW => (Kind::ALL, ANY),
        () if talks && visits(&[Kind::Group]) < FEW => (REST_KINDS, REST),
        () if apart => (&[], PAIR),
        () => (&[Kind::Group, Kind::OneToOne], PAIR),
    }
}

/// The member in which a kind is told in a part of a unit's month.
pub(super) fn kind_told(sheet: &Sheet, apart: bool, goes_on: bool, kind: Kind) -> &'static str {
    let (pool, name) = pooled(sheet, apart, goes_on);
    if pool.contains(&kind) { name } else { kind.code() }
}

/// What of a part of a unit's month is told by kind.
pub(super) fn kinds(sheet: &Sheet, apart: bool, goes_on: bool) -> BTreeMap<String, Sums> {
    let mut told = BTreeMap::new();
    for ((kind, _), sums) in sheet.kinds.iter().filter(|(_, sums)| !sums.is_nothing()) {
        let code = kind_told(sheet, apart, goes_on, *kind);
        *told.entry(code.to_owned()).or_insert_with(Sums::default) += *sums;
    }
    told
}

/// Nothing, or enough of both: a talk has about one visit, so one gives the other away.
fn tells_of_nobody(sums: &Sums) -> bool {
    [sums.visits(), sums.held].iter().all(|n| *n == 0 || *n >= FEW)
}

/// A calendar year to its last day, before today.
fn is_past_year(period: &Period, today: NaiveDate) -> bool {
    let year = Period::around(Length::Year, period.from, (1, 1));
    (period.from, period.until) == (year.from, year.until) && period.until <= today
}

impl Books {
    /// Sums by kind for whoever sees figures only; `apart`: with one-to-one work by itself.
    pub fn told_kinds(&self, question: &Question, apart: bool) -> BTreeMap<String, Sums> {
        let mut sums: BTreeMap<String, Sums> = BTreeMap::new();
        for of_month in self.told_kinds_by_month(question, apart).into_values() {
            for (code, of) in of_month {
                *sums.entry(code).or_default() += of;
            }
        }
        sums
    }

    /// The same by unit (one step below, or itself) and month.
    pub fn told_kinds_by_month(
        &self,
        question: &Question,
        apart: bool,
    ) -> BTreeMap<(String, NaiveDate), BTreeMap<String, Sums>> {
        let mut sums: BTreeMap<(String, NaiveDate), BTreeMap<String, Sums>> = BTreeMap::new();
        for piece in self.pieces(question) {
            let below = self.below(&piece, question);
            for part in piece.months() {
                let sheet = self.sheet_of(piece.unit_id, part.from, part.until);
                let goes_on = part.cut && self.has_talks(piece.unit_id, &part);
                let of_unit = sums.entry((below.clone(), part.month)).or_default();
                for (code, of) in kinds(&sheet, apart, goes_on) {
                    *of_unit.entry(code).or_default() += of;
                }
            }
        }
        sums.retain(|_, of_unit| !of_unit.is_empty());
        sums
    }

    /// A part by kind, opened.
    pub(super) fn told_kind(
        &self,
        question: &Question,
        today: NaiveDate,
        measure: Measure,
        codes: &[&str],
    ) -> Told {
        let apart = Some(self.apart(question, today))
            .filter(|apart| apart.here && takes_apart(codes) && may_be_apart(measure));
        let members: BTreeSet<String> = match apart {
            Some(_) => codes.iter().map(|code| (*code).to_owned()).collect(),
            None => members_of(codes),
        };
        let (mut units_months, mut unsplit) = (BTreeMap::new(), BTreeMap::new());
        for (key, of) in self.told_kinds_by_month(question, apart.is_some()) {
            let sum = |wanted: &dyn Fn(&str) -> bool| -> Sums {
                of.iter().filter(|(code, _)| wanted(code)).map(|(_, sums)| *sums).sum()
            };
            let pools = [(REST, codes.iter().any(|code| *code != Kind::Open.code())), (ANY, true)];
            let hidden = |code: &str| pools.iter().any(|(pool, may)| *may && *pool == code);
            unsplit.insert(key.clone(), sum(&|code| !members.contains(code) && hidden(code)));
            units_months.insert(key, sum(&|code| members.contains(code)));
        }
        unsplit.retain(|_, sums| !sums.is_nothing());
        Told { units_months, members, apart: apart.map(|apart| apart.below), unsplit }
    }

    /// Where one-to-one work may stand by itself, for whoever sees figures only.
    ///
    /// Told figures are of units within units, so whatever their differences are, they are sums of what each leaves when
    /// those told below it are taken away; and that is told only if it is nothing or enough. A unit that moved within the
    /// year lies in no other unit whole: it is not told by itself.
    pub fn apart(&self, question: &Question, today: NaiveDate) -> Apart {
        let Some(asked) = question.path.ids().last().copied() else { return Apart::default() };
        if question.tree != Tree::Then || !is_past_year(&question.period, today) {
            return Apart::default();
        }
        let moved = moved(&self.trees.places(Tree::Then), &question.period);
        let mut places: Vec<(Vec<Uuid>, Sums)> = Vec::new();
        for piece in self.pieces(question) {
            for part in piece.months().filter(|part| self.has_talks(piece.unit_id, part)) {
                let sheet = self.sheet_of(piece.unit_id, part.from, part.until);
                if let Some(talks) = kinds(&sheet, true, false).get(Kind::OneToOne.code()) {
                    places.push((piece.line.clone(), *talks));
                }
            }
        }
        let mut apart = Apart::default();
        let left = left(&places, &moved, &mut |unit| {
            apart.below.insert(self.trees.code(unit));
        });
        apart.here = tells_of_nobody(&left) && !moved.contains(&asked);
        apart
    }
}

/// What places come to but for units one step below that may be told by themselves, which `told` hears of.
fn left(places: &[(Vec<Uuid>, Sums)], moved: &HashSet<Uuid>, told: &mut dyn FnMut(Uuid)) -> Sums {
    let mut sum = Sums::default();
    let mut below: BTreeMap<Uuid, Vec<(Vec<Uuid>, Sums)>> = BTreeMap::new();
    for (ids, sums) in places {
        match ids.split_first() {
            None => sum += *sums,
            Some((first, rest)) => below.entry(*first).or_default().push((rest.to_vec(), *sums)),
        }
    }
    for (unit, places) in below {
        let left = left(&places, moved, &mut |_| {});
        if tells_of_nobody(&left) && !moved.contains(&unit) {
            told(unit);
        } else {
            sum += left;
        }
    }
    sum
}
