//! Where a report's figures come from, for the list at its end.

use chrono::NaiveDate;
use uuid::Uuid;

use super::document::Figure;

/// Figures of one unit and period, for lists of where they come from.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    pub unit_id: Uuid,
    pub unit: String,
    pub unit_name: String,
    pub from: NaiveDate,
    pub until: NaiveDate,
    /// Mark, measure, what it is split by, version of the definition.
    pub figures: Vec<(String, String, String, i64)>,
}

/// Where the figures come from, in the order of their marks.
pub fn sources(figures: &[Figure]) -> Vec<Source> {
    let mut all: Vec<Source> = Vec::new();
    for of_mark in figures.chunk_by(|a, b| a.mark == b.mark) {
        let first = &of_mark[0];
        let axis = of_mark.iter().find(|it| !it.is_whole()).map_or(String::new(), |it| it.axis.clone());
        let it = (first.mark.clone(), first.measure.clone(), axis, first.definition);
        let same =
            |of: &&mut Source| (of.unit_id, of.from, of.until) == (first.unit_id, first.from, first.until);
        match all.iter_mut().find(same) {
            Some(source) => source.figures.push(it),
            None => all.push(Source {
                unit_id: first.unit_id,
                unit: first.unit.clone(),
                unit_name: first.unit_name.clone(),
                from: first.from,
                until: first.until,
                figures: vec![it],
            }),
        }
    }
    all
}
