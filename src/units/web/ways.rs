//! The desk of a unit: every way on from its page, what one does often first.

use crate::access::Act;
use crate::error::Result;
use crate::i18n::Words;
use crate::units::Unit;
use crate::web::Visit;

/// One way on, and what it is good for.
pub struct Way {
    pub href: String,
    pub icon: &'static str,
    pub label: String,
    pub what: String,
}

pub struct Group {
    pub code: &'static str,
    pub title: String,
    pub ways: Vec<Way>,
}

struct Desk<'a> {
    w: Words,
    base: &'a str,
}

impl Desk<'_> {
    /// A way to a page of the unit, or (`#…`) further down on this one.
    fn way(&self, to: &str, icon: &'static str, label: &str, what: &str) -> Way {
        let href = if to.starts_with('#') { to.to_owned() } else { format!("{}{to}", self.base) };
        Way { href, icon, label: self.w.tr(label), what: self.w.tr(what) }
    }

    fn group(&self, code: &'static str, ways: Vec<Option<Way>>) -> Group {
        let title = self.w.tr(&format!("desk-{code}"));
        Group { code, title, ways: ways.into_iter().flatten().collect() }
    }
}

/// The ways a visitor may go from a unit; `below`, whether there are units to show further down, `may_add`, whether one
/// can be added there.
pub fn groups(visit: &Visit, unit: &Unit, below: bool, may_add: bool) -> Result<Vec<Group>> {
    let (w, me, place) = (visit.w, visit.me()?, unit.as_place());
    let base = unit.address();
    let desk = Desk { w, base: &base };
    let network = unit.parent_id.is_none() && me.may(Act::ManageWords, &place);
    let mut groups = vec![
        desk.group(
            "often",
            vec![
                unit.may_record.then(|| desk.way("/activities", "list", "activities", "desk-activities")),
                Some(desk.way("/people", "person", "people", "desk-people")),
                Some(desk.way("", "bars", "tab-overview", "desk-overview")),
                Some(desk.way("/projects", "tree", "projects", "desk-projects")),
                Some(desk.way("/plans", "flag", "plans", "desk-plans")),
                Some(desk.way("/bodies", "person", "bodies", "desk-bodies")),
            ],
        ),
        desk.group(
            "structure",
            vec![
                below.then(|| desk.way("#h-below", "tree", "units-below", "desk-below")),
                may_add.then(|| desk.way("#h-add", "plus", "unit-add", "desk-add")),
                Some(desk.way("/history", "undo", "past", "desk-past")),
                Some(desk.way("/details", "edit", "unit-mend", "desk-mend")),
            ],
        ),
        desk.group(
            "records",
            vec![
                Some(desk.way("/entries", "list", "desk-entries-label", "desk-entries")),
                me.may(Act::Record, &place).then(|| desk.way("/imports", "copy", "imports", "desk-imports")),
                Some(desk.way("/watch", "check", "watch", "desk-watch")),
                Some(desk.way("/reflections/sets", "help", "reflections", "desk-reflections")),
                unit.may_record.then(|| desk.way("/voice", "person", "voice", "desk-voice")),
                unit.may_record.then(|| desk.way("/change", "check", "change", "desk-change")),
                Some(desk.way("/periods", "lock", "periods", "desk-periods")),
                Some(desk.way("/record", "person", "record", "desk-record")),
                Some(desk.way("/packs", "copy", "packs", "desk-packs")),
                Some(desk.way("/calendar", "today", "calendar", "desk-calendar")),
                me.may(Act::Publish, &place).then(|| desk.way("/public", "bars", "public", "desk-public")),
                Some(desk.way("/costs", "bars", "desk-costs-label", "desk-costs")),
                (!unit.may_record && me.may(Act::ManageWords, &place))
                    .then(|| desk.way("/population", "person", "desk-population-label", "desk-population")),
            ],
        ),
    ];
    if network {
        groups.push(desk.group(
            "network",
            vec![
                Some(desk.way("/words", "edit", "words", "desk-words")),
                Some(desk.way("/questionnaires", "list", "questionnaires", "desk-questionnaires")),
                Some(desk.way("/evaluations", "today", "evaluations", "desk-evaluations")),
                Some(desk.way("/kinds", "tree", "kinds", "desk-kinds")),
                Some(desk.way("/retention", "note", "retention", "desk-retention")),
            ],
        ));
    }
    Ok(groups)
}
