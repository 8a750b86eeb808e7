//! A date as pages tell it.

use super::super::listing::{Item, Of};
use super::super::names::{self, Names};
use super::super::rule::{Date, Kind, Rule, Send};
use super::super::standing::{Owed, State};
use crate::access::{Act, Me};
use crate::evaluation::State as Stands;
use crate::i18n::{Arg, Words};
use crate::units::{self, Unit};

/// How something stands, in a word with a picture.
pub struct Chip {
    pub class: &'static str,
    pub icon: &'static str,
    pub label: String,
}

/// A unit that owes something.
pub struct OfUnit {
    pub name: String,
    pub chip: Chip,
    pub href: Option<String>,
    pub hand: Option<Hand>,
}

/// A form, of which a person says that it was handed in.
pub struct Hand {
    pub action: String,
    pub period: String,
    pub done: bool,
}

pub struct Line {
    pub id: String,
    pub when: String,
    pub machine: String,
    pub name: String,
    pub whom: String,
    /// That it was moved this year, that a report is mailed.
    pub notes: Vec<String>,
    pub chips: Vec<Chip>,
    pub href: Option<String>,
    pub hand: Option<Hand>,
    pub units: Vec<OfUnit>,
    /// Where it is changed.
    pub edit: Option<String>,
    pub left_out: bool,
}

/// Whoever looks, at what.
pub struct Looking<'a> {
    pub w: Words,
    pub me: &'a Me,
    pub branch: &'a Unit,
    pub names: &'a Names,
    pub kinds: &'a [units::Kind],
    pub units: &'a [Unit],
    pub manages: bool,
}

fn chip(w: Words, state: State, n: Option<usize>) -> Chip {
    let (class, icon) = match state {
        State::Late => ("bad", "warn"),
        State::Soon => ("warn", "flag"),
        State::NotYet => ("", "today"),
        State::Done => ("ok", "check"),
    };
    let label = w.tr(&format!("due-state-{}", state.code()));
    let label = n.map_or_else(|| label.clone(), |n| format!("{label}: {n}"));
    Chip { class, icon, label }
}

impl Looking<'_> {
    /// Where a unit does what it owes, for whoever may go there.
    fn href(&self, rule: &Rule, date: &Date, unit: &Unit) -> Option<String> {
        let act = if rule.due.kind == Kind::Report { Act::SeeReports } else { Act::SeeEntries };
        let period = rule.period(date).filter(|_| self.me.may(act, &unit.as_place()))?;
        Some(names::address(unit, rule, &period))
    }

    fn hand(&self, rule: &Rule, date: &Date, owed: &Owed<'_>) -> Option<Hand> {
        let may = rule.due.kind == Kind::Pack && self.me.may(Act::WriteReports, &owed.unit.as_place());
        let period = rule.period(date).filter(|_| may)?;
        Some(Hand {
            action: format!("{}/calendar/dates/{}/handing-in", owed.unit.address(), rule.id),
            period: period.code(),
            done: owed.state == State::Done,
        })
    }

    /// For whom it is.
    fn whom(&self, rule: &Rule) -> String {
        let unit = self.units.iter().find(|it| it.id == rule.due.unit_id);
        let of = unit.map_or_else(String::new, |it| self.w.text(&it.name));
        let everywhere = unit.is_some_and(|it| it.parent_id.is_none());
        match &rule.due.unit_kind {
            Some(code) => {
                let kind = self.kinds.iter().find(|it| it.code == *code);
                let kind = kind.map_or_else(|| code.clone(), |it| self.w.text(&it.name));
                if everywhere {
                    self.w.of("due-for-each", kind)
                } else {
                    self.w.with("due-for-each-in", &[("kind", Arg::Text(kind)), ("unit", Arg::Text(of))])
                }
            }
            None if !rule.due.kind.is_owed() && everywhere => self.w.tr("due-for-all"),
            None => of,
        }
    }

    fn notes(&self, rule: &Rule, date: &Date) -> Vec<String> {
        let moved = date.moved.then(|| self.w.of("due-moved", self.w.date(date.rule_on)));
        let key = match rule.due.send {
            Send::Nothing => None,
            Send::Finished => Some("due-sends-finished"),
            Send::Figures => Some("due-sends-figures"),
        };
        moved.into_iter().chain(key.map(|key| self.w.tr(key))).collect()
    }

    fn of_unit(&self, rule: &Rule, date: &Date, owed: &Owed<'_>) -> OfUnit {
        OfUnit {
            name: self.w.text(&owed.unit.name),
            chip: chip(self.w, owed.state, None),
            href: self.href(rule, date, owed.unit),
            hand: self.hand(rule, date, owed),
        }
    }

    /// Where a rule is changed: in the network, from its own page.
    fn edit(&self, rule: &Rule, date: &Date) -> Option<String> {
        let changes = self.manages && rule.until_on.is_none();
        changes.then(|| format!("{}/calendar/dates/{}?on={}", self.branch.address(), rule.id, date.rule_on))
    }

    fn of_rule(&self, item: &Item<'_>, rule: &Rule, date: &Date) -> Line {
        let mut owed: Vec<&Owed<'_>> = item.owed.iter().collect();
        owed.sort_by(|a, b| {
            let name = |it: &Owed<'_>| self.w.text(&it.unit.name);
            a.state.cmp(&b.state).then_with(|| self.w.compare(&name(a), &name(b)))
        });
        let single = if owed.len() == 1 { owed.first().copied() } else { None };
        let counts = || {
            State::ALL.into_iter().filter_map(|state| match item.count(state) {
                0 => None,
                n => Some(chip(self.w, state, Some(n))),
            })
        };
        Line {
            id: format!("d-{}-{}", rule.id, date.rule_on),
            when: names::when(self.w, rule, date),
            machine: date.by.to_string(),
            name: names_or(self.names.whole(self.w, rule, date), self.w),
            whom: match single {
                Some(owed) if owed.unit.id == self.branch.id => String::new(),
                Some(owed) => self.w.text(&owed.unit.name),
                None => self.whom(rule),
            },
            notes: self.notes(rule, date),
            chips: match single {
                Some(owed) => vec![chip(self.w, owed.state, None)],
                None => counts().collect(),
            },
            href: single.and_then(|owed| self.href(rule, date, owed.unit)),
            hand: single.and_then(|owed| self.hand(rule, date, owed)),
            units: match single {
                Some(_) => Vec::new(),
                None => owed.into_iter().map(|it| self.of_unit(rule, date, it)).collect(),
            },
            edit: self.edit(rule, date),
            left_out: date.left_out,
        }
    }

    pub fn line(&self, item: &Item<'_>) -> Line {
        match item.of {
            Of::Rule(rule, date) => self.of_rule(item, rule, &date),
            Of::Evaluation(it) => {
                let key = match it.state() {
                    Stands::Prepared => "due-evaluation-prepared",
                    Stands::Open => "due-evaluation-open",
                    Stands::Closed => "due-evaluation-closed",
                    Stands::Released => "due-evaluation-released",
                };
                // While it is answered, what counts is where; then what came of it.
                let asks = self.branch.may_record && it.state() == Stands::Open;
                let (act, page) =
                    if asks { (Act::SeeEvaluation, "voice") } else { (Act::SeeResults, "results") };
                let href = self.me.may(act, &self.branch.as_place());
                Line {
                    id: format!("d-{}", it.id),
                    when: self.w.span(item.first, item.last),
                    machine: item.first.to_string(),
                    name: self.w.text(&it.name),
                    whom: String::new(),
                    notes: vec![self.w.tr(key)],
                    chips: Vec::new(),
                    href: href.then(|| format!("{}/{page}", self.branch.address())),
                    hand: None,
                    units: Vec::new(),
                    edit: None,
                    left_out: false,
                }
            }
        }
    }
}

/// A date always has something to be called by.
fn names_or(name: String, w: Words) -> String {
    if name.is_empty() { w.tr("due") } else { name }
}
