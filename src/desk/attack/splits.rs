//! Splits by what somebody may know of every activity: on the line or in the house, and which tag it has.

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
                let together =
                    |(leaf, month, name): &Cell| self.stands(leaf, *month).1.contains(name.as_str());
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
