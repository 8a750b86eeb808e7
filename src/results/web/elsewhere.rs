//! What else a statement came to: for the unit when it was asked last, and in the places around.

use super::told::{self, Names};
use crate::i18n::Words;
use crate::questionnaires::Item;
use crate::results::figures::{ItemLine, items, least};
use crate::results::reading::{Reading, whole};

/// One column for each: what it is called, and what its statements came to.
pub struct Elsewhere<'r>(Vec<(String, Vec<ItemLine<'r>>)>);

impl<'r> Elsewhere<'r> {
    pub fn of(reading: &'r Reading, names: &Names) -> Elsewhere<'r> {
        let k = least(reading);
        let last = reading.earlier.iter().find_map(|it| {
            let lines = items(&it.content, whole(&it.tables)?, k);
            Some((it.evaluation.year().to_string(), lines))
        });
        let around = reading.around.iter();
        let around = around.map(|(id, table)| (names.name(*id), items(reading.content(), table, k)));
        Elsewhere(last.into_iter().chain(around).collect())
    }

    /// For what is told of nowhere else.
    pub fn nowhere() -> Elsewhere<'r> {
        Elsewhere(Vec::new())
    }

    pub fn heads(&self) -> Vec<String> {
        self.0.iter().map(|(head, _)| head.clone()).collect()
    }

    /// The index of a statement in each, where it was asked in the same way and enough have answered.
    pub fn indices(&self, w: Words, item: &Item) -> Vec<String> {
        let index = |(_, lines): &(String, Vec<ItemLine>)| {
            let same = lines.iter().find(|it| {
                (&it.item.code, it.item.scale.code(), it.item.reversed)
                    == (&item.code, item.scale.code(), item.reversed)
            });
            same.and_then(|it| it.index).map_or_else(|| "–".to_owned(), |it| told::points(w, it.value()))
        };
        self.0.iter().map(index).collect()
    }
}
