//! Support visits as the page of a unit shows them, each with the form to correct it for whoever put it down.

use uuid::Uuid;

use crate::access::Me;
use crate::clock::Day;
use crate::form::{Wrong, told};
use crate::i18n::Words;
use crate::units::Unit;
use crate::watch::store::visits::SupportVisit;
use crate::watch::visit::Typed;

/// The form of a visit, a new one or one that was put down.
pub struct VisitForm {
    /// Stands before the names of fields where the page has several such forms.
    pub prefix: String,
    /// Of the visit.
    pub id: Uuid,
    /// The version that is shown; 0 of a new one.
    pub base: i64,
    pub typed: Typed,
    pub problems: Vec<(String, String)>,
}

impl VisitForm {
    pub fn new(w: Words, id: Uuid, typed: Typed, wrong: &[Wrong]) -> VisitForm {
        VisitForm { prefix: String::new(), id, base: 0, typed, problems: told(w, wrong) }
    }

    pub fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, says)| says.as_str())
    }
}

/// What was typed of a visit that is to be corrected, and what is wrong with it.
pub struct Correction {
    pub id: Uuid,
    pub base: i64,
    pub typed: Typed,
    pub wrong: Vec<Wrong>,
}

pub struct Made {
    pub id: Uuid,
    pub heading: String,
    /// None where its years are over.
    pub note: Option<String>,
    pub agreed: Option<String>,
    /// When it is, or was, looked at again; that it was corrected.
    pub besides: Vec<String>,
    /// Whether one can say here that it was looked at again.
    pub completes: bool,
    pub correction: Option<VisitForm>,
}

pub fn made(
    w: Words,
    me: &Me,
    unit: &Unit,
    it: SupportVisit,
    watches: bool,
    kept: Option<&Correction>,
) -> Made {
    let again = match (it.follow_up_on, it.done_on) {
        (_, Some(on)) => Some(w.of("watch-visit-done", w.date(on))),
        (Some(on), None) => Some(w.of("watch-visit-again-on", w.date(on))),
        (None, None) => None,
    };
    let corrected = it.corrected_at.map(|at| {
        let on = Day::Now(at).in_zone(unit.zone);
        w.of("watch-visit-corrected", w.date(on))
    });
    let own = watches && it.by_person == me.id && !it.note.is_empty();
    let correction = own.then(|| match kept.filter(|kept| kept.id == it.id) {
        Some(kept) => VisitForm {
            prefix: format!("{}-", it.id),
            id: it.id,
            base: kept.base,
            typed: kept.typed.clone(),
            problems: told(w, &kept.wrong),
        },
        None => VisitForm {
            prefix: format!("{}-", it.id),
            id: it.id,
            base: it.version,
            typed: Typed::of(&it),
            problems: Vec::new(),
        },
    });
    Made {
        id: it.id,
        heading: format!("{} · {}", w.date(it.visited_on), it.by_name),
        note: Some(it.note).filter(|note| !note.is_empty()),
        agreed: it.agreed,
        besides: again.into_iter().chain(corrected).collect(),
        completes: watches && it.follow_up_on.is_some() && it.done_on.is_none(),
        correction,
    }
}
