//! Units in the course of time: by which tree a page is read, what units were called then, and what became of them.

use uuid::Uuid;

use super::door::Door;
use super::page::Choice;
use super::scene::Scene;
use crate::i18n::Text18;
use crate::measures::{Period, Tree};

/// Choosing between the tree as it was and as it is, where that makes a difference.
pub struct TreeChoice {
    pub choices: Vec<Choice>,
    /// What the one chosen means.
    pub says: String,
}

impl TreeChoice {
    /// `periods` are those on the page, `address` leads to the page by another tree.
    pub fn new(scene: &Scene, periods: &[Period], address: impl Fn(&Scene) -> String) -> Option<TreeChoice> {
        // Within another branch a unit stands by one of the trees only.
        if !scene.within.is_empty() || !scene.trees.differ(scene.unit.id, scene.day, periods) {
            return None;
        }
        let choices = [Tree::Then, Tree::Today(scene.day)].map(|tree| Choice {
            label: scene.w.tr(&format!("tree-{}", tree.code())),
            href: address(&Scene { tree, ..scene.clone() }),
            current: tree == scene.tree,
        });
        let says = scene.w.tr(&format!("tree-{}-what", scene.tree.code()));
        Some(TreeChoice { choices: choices.into(), says })
    }
}

/// What a unit is called, and what else is to be said of that.
pub struct Named {
    pub name: String,
    pub note: Option<String>,
}

impl Scene {
    /// Where this very page stands.
    pub fn door(&self) -> Door {
        let within = self.within.iter().map(|(_, code)| code.clone()).collect();
        Door { address: self.unit.address(), tree: self.tree, within }
    }

    /// Where the part of this page's figures that belongs to a unit below is read. What was not always a child is read of
    /// its days here only: those are part of what is seen here, wherever the unit belongs today.
    pub fn below(&self, unit: Uuid) -> Door {
        let mut within = self.door().within;
        let always = match self.tree {
            Tree::Then => self.trees.always_child(unit, self.unit.id),
            Tree::Today(day) => self.trees.is_child(unit, self.unit.id, day),
        };
        if !always || !within.is_empty() {
            within.push(self.unit.code.clone());
        }
        let code = self.trees.code(unit);
        let address = format!("/units/{}/{code}", self.unit.network.code);
        Door { address, tree: self.tree, within }
    }

    /// What a unit is called on this page: as it was called in the period, or as it is today, and otherwise beside it.
    pub fn called(&self, code: &str) -> Named {
        let w = self.w;
        let on = |day| self.names.on(code, day);
        let said = |name: Option<&Text18>| name.map_or_else(|| code.to_owned(), |name| w.text(name));
        let (was, is) = (on(self.now.last().min(self.day)), on(self.day));
        let today = said(is);
        let Some(then) = (was != is).then(|| said(was)).filter(|then| *then != today) else {
            return Named { name: today, note: None };
        };
        match self.tree {
            Tree::Then => Named { name: then, note: Some(w.of("tree-called-now", today)) },
            Tree::Today(_) => Named { name: today, note: Some(w.of("tree-called-then", then)) },
        }
    }

    /// A row's name: what the unit is called, and since when it is no longer, or not yet, part of this one.
    pub fn row(&self, unit: Uuid) -> Named {
        let Named { name, note } = self.called(&self.trees.code(unit));
        Named { name, note: self.noted(unit, note) }
    }

    /// What is said of a unit below, after what else it is called.
    pub fn noted(&self, unit: Uuid, called: Option<String>) -> Option<String> {
        let notes: Vec<String> = called.into_iter().chain(self.fate(unit)).collect();
        (!notes.is_empty()).then(|| notes.join("; "))
    }

    /// [`Scene::row`] in one line.
    pub fn row_line(&self, unit: Uuid) -> String {
        match self.row(unit) {
            Named { name, note: None } => name,
            Named { name, note: Some(note) } => {
                self.w.with("tree-noted", &[("name", name.into()), ("note", note.into())])
            }
        }
    }

    /// What became of a unit below, as far as it matters here.
    fn fate(&self, unit: Uuid) -> Option<String> {
        let w = self.w;
        let known = self.trees.unit(unit).filter(|_| unit != self.unit.id)?;
        let closed = known.closed_on.filter(|day| *day <= self.day);
        let merged = known.merged_by(self.day);
        let (came, left) = self.trees.days_below(unit, self.unit.id);
        let then = self.tree == Tree::Then;
        Some(match (closed, merged) {
            (Some(day), Some(into)) if !then && into == self.unit.id => w.of("tree-merged-here", w.date(day)),
            (Some(day), Some(into)) => {
                let into = self.called(&self.trees.code(into)).name;
                w.with("tree-merged", &[("day", day.into()), ("into", into.into())])
            }
            (Some(day), None) => w.of("tree-closed", w.date(day)),
            (None, _) => match (came, left.and_then(|day| day.pred_opt())) {
                (_, Some(last)) if then && last < self.day => w.of("tree-left", w.date(last)),
                (Some(first), _) if then && first > known.opened_on && first > self.ago.from => {
                    w.of("tree-came", w.date(first))
                }
                _ => return None,
            },
        })
    }

    /// The days of the period that entries of this unit are listed of, both included; none where they are no single run.
    pub fn listed(&self) -> Option<(chrono::NaiveDate, chrono::NaiveDate)> {
        if self.within.is_empty() {
            return Some((self.period.from, self.now.last()));
        }
        let days = self.trees.own_days(self.tree, self.unit.id, &self.within_ids(), self.now);
        let [(from, until)] = days.as_slice() else { return None };
        Some((*from, until.pred_opt()?))
    }

    pub fn within_ids(&self) -> Vec<Uuid> {
        self.within.iter().map(|(id, _)| *id).collect()
    }
}
