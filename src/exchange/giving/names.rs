//! What members of axes are called in files of figures.

use std::collections::BTreeMap;

use crate::activities;
use crate::i18n::Words;
use crate::measures::{ANY, Axis, PAIR, REST, WITH, WITHOUT};
use crate::vocabulary::{AgeBand, Term, Vocabulary};

pub struct Names {
    pub w: Words,
    pub terms: Vec<Term>,
    pub bands: Vec<AgeBand>,
    /// Of every unit, by its code: one that moved away is still part of what was counted.
    pub units: BTreeMap<String, String>,
}

impl Names {
    /// What a member of an axis is called.
    pub fn of(&self, axis: Axis, code: &str) -> String {
        let w = self.w;
        let list = match axis {
            Axis::MainTag | Axis::Tag => Some(Vocabulary::Tag),
            Axis::MainField | Axis::Field => Some(Vocabulary::Field),
            _ => None,
        };
        if code == ANY && axis != Axis::Kind {
            return w.tr("overview-unsplit");
        }
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
            Axis::Kind if code == PAIR => w.tr("overview-kind-pair"),
            Axis::Kind if code == REST => w.tr("overview-kind-rest"),
            Axis::Kind if code == ANY => w.tr("overview-kind-any"),
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
