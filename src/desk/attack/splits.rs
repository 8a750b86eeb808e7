//! Splits by what somebody may know of every activity: on the line or in the house, and which tag it has.

use std::collections::BTreeSet;

use super::Attack;
use super::known::Cell;
use super::sites::{Site, tables};
use crate::measures::Axis;
use crate::vocabulary::{Kind, PlaceKind};

/// Talks are held on the line.
pub fn place_kind(kind: Kind) -> PlaceKind {
    if kind == Kind::OneToOne { PlaceKind::Online } else { PlaceKind::OnSite }
}

/// Talks are counselling, and so is one of the activities that are told by themselves.
pub fn tag(name: &str) -> Option<&'static str> {
    match name.rsplit('-').next() {
        Some("talk" | "second") => Some("counselling"),
        Some("band" | "open") => Some("culture"),
        _ => None,
    }
}

impl Attack<'_> {
    /// Activities that stand together in a month of a leaf, by the rule that everybody may read.
    fn together(&self, leaf: &'static str, month: u32) -> BTreeSet<&str> {
        let visits = |name: &str| self.truth.get(&(leaf, month, name.to_owned())).copied().unwrap_or(0);
        let of = |kind: Kind| {
            let of_leaf = self.activities[leaf].iter().filter(move |(_, it)| *it == kind);
            of_leaf.map(|(name, _)| name.as_str())
        };
        if of(Kind::OneToOne).all(|name| visits(name) == 0) {
            return BTreeSet::new();
        }
        let (mut among, mut sum): (BTreeSet<&str>, i64) = (of(Kind::OneToOne).collect(), 0);
        for name in of(Kind::Group).filter(|name| visits(name) > 0) {
            if sum < 10 {
                among.insert(name);
                sum += visits(name);
            }
        }
        if sum < 10 { self.activities[leaf].iter().map(|(name, _)| name.as_str()).collect() } else { among }
    }

    /// What the tables of kinds of places and of main tags on an overview say, to somebody who knows which activity has
    /// which.
    pub async fn splits(&mut self, site: &Site, query: &str, months: &[u32]) {
        let body = self.page(site, &format!("?{query}")).await;
        let unsplit = self.w.tr("overview-unsplit");
        for (id, axis) in [("places", Axis::PlaceKind), ("tags", Axis::MainTag)] {
            let card = body.split(&format!("id=\"h-{id}\"")).nth(1).unwrap_or_default();
            let card = card.split("</section>").next().unwrap_or_default();
            for row in tables(card).first().into_iter().flatten().skip(1) {
                let label = row[0].as_str();
                let all = label == self.w.tr("overview-sum");
                let mut cells = self.cells(site.leaves, months, |name, kind| {
                    all || label == unsplit || self.member(axis, name, kind) == label
                });
                let together = |(leaf, month, name): &Cell| {
                    body.contains(&unsplit) && self.together(leaf, *month).contains(name.as_str())
                };
                cells.retain(|cell| all || together(cell) == (label == unsplit));
                self.learn(&cells, &row[1], &format!("{}?{query}{} {id}: {label}", site.unit, site.asked));
            }
        }
    }

    /// What an activity is told as where it stands by itself.
    fn member(&self, axis: Axis, name: &str, kind: Kind) -> String {
        match (axis, tag(name)) {
            (Axis::PlaceKind, _) => self.w.tr(&format!("place-kind-{}", place_kind(kind).code())),
            (_, Some(code)) => self.w.text(&self.tags[code].label),
            (_, None) => self.w.tr("overview-none"),
        }
    }
}
