//! What is asked, in the pieces that small numbers are looked at in: of a unit, in one of its places, month by month.

use std::collections::{HashMap, HashSet};

use chrono::{Months, NaiveDate};
use uuid::Uuid;

use super::books::Books;
use super::period::Period;
use super::question::Question;
use super::sheets::months;
use super::trees::{Placed, Tree};
use crate::totals::Sheet;

/// Days of one place of a unit that count for what is asked.
pub struct Piece {
    pub unit_id: Uuid,
    /// From one step below the unit asked for to the piece's own.
    pub line: Vec<Uuid>,
    from: NaiveDate,
    until: NaiveDate,
    /// How long the unit stood there in all.
    place: (NaiveDate, Option<NaiveDate>),
}

/// A month of a piece.
pub struct Part {
    /// Its first day.
    pub month: NaiveDate,
    pub from: NaiveDate,
    pub until: NaiveDate,
    /// Whether not all of it is asked for that the unit spent there, as of a month that is not over.
    pub cut: bool,
}

impl Part {
    /// Whether it is all of the month.
    pub fn is_whole(&self) -> bool {
        self.from == self.month && self.until == self.month + Months::new(1)
    }
}

impl Piece {
    pub fn months(&self) -> impl Iterator<Item = Part> + use<'_> {
        let (since, gone) = self.place;
        months(self.from, self.until).map(move |(month, from, until)| {
            let next = month + Months::new(1);
            let all = (since.max(month), gone.map_or(next, |gone| gone.min(next)));
            Part { month, from, until, cut: (from, until) != all }
        })
    }
}

impl Books {
    /// What is asked, cut wherever a unit moved: what another tree has in one is made of the same pieces.
    pub(super) fn pieces(&self, question: &Question) -> Vec<Piece> {
        let Some(asked) = question.path.ids().last().copied() else { return Vec::new() };
        let then = self.trees.places(Tree::Then);
        let of_unit = |unit: Uuid| {
            let first = then.partition_point(|it| it.unit_id < unit);
            then[first..].iter().take_while(move |it| it.unit_id == unit)
        };
        let period = &question.period;
        let mut pieces = Vec::new();
        for place in self.trees.places(question.tree).iter() {
            let Some(at) = place.at(asked, &question.within) else { continue };
            for part in of_unit(place.unit_id) {
                let from = part.from.max(place.from).max(period.from);
                let ends = [part.until, place.until, Some(period.until)];
                let until = ends.into_iter().flatten().min().unwrap_or(period.until);
                if from < until {
                    let (line, place) = (place.ids[at + 1..].to_vec(), (part.from, part.until));
                    pieces.push(Piece { unit_id: part.unit_id, line, from, until, place });
                }
            }
        }
        pieces
    }

    /// Everything a unit's own entries of days within one month come to.
    pub(super) fn sheet_of(&self, unit_id: Uuid, from: NaiveDate, until: NaiveDate) -> Sheet {
        let mut sheet = Sheet::default();
        self.each_row(unit_id, from, until, |row| sheet.add(&row.sheet()));
        sheet
    }

    /// Whether a part of a unit's month is one with talks. Of a part that goes on it is asked whether the unit offers any:
    /// what was held so far would tell on which day there was one.
    pub(super) fn has_talks(&self, unit_id: Uuid, part: &Part) -> bool {
        let mut talks = part.cut && self.may_talk(unit_id);
        self.each_row(unit_id, part.from, part.until, |row| talks |= row.talks);
        talks
    }

    /// Whether a unit offers one-to-one work.
    pub(super) fn may_talk(&self, unit_id: Uuid) -> bool {
        self.talking.contains(&unit_id)
    }

    /// Whether any of what is asked is of a unit and time with one-to-one work. Elsewhere everybody sees everything split.
    pub fn may_have_talks(&self, question: &Question) -> bool {
        let offers = |piece: &Piece| self.may_talk(piece.unit_id);
        let held = |piece: &Piece| piece.months().any(|part| self.has_talks(piece.unit_id, &part));
        self.pieces(question).iter().any(|piece| offers(piece) || held(piece))
    }

    /// The code of the unit one step below the one asked for that a piece belongs to, or of that one itself.
    pub(super) fn below(&self, piece: &Piece, question: &Question) -> String {
        let unit = piece.line.first().copied().or_else(|| question.path.ids().last().copied());
        unit.map_or_else(String::new, |unit| self.trees.code(unit))
    }
}

/// Units that stood in more than one place in a period.
pub fn moved(places: &[Placed], period: &Period) -> HashSet<Uuid> {
    let mut seen: HashMap<Uuid, &[Uuid]> = HashMap::new();
    let mut moved = HashSet::new();
    let there = places
        .iter()
        .filter(|place| place.from < period.until && place.until.is_none_or(|until| period.from < until));
    for place in there {
        if *seen.entry(place.unit_id).or_insert(&place.ids) != place.ids {
            moved.insert(place.unit_id);
        }
    }
    moved
}
