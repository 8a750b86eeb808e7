//! Areas by gender and by age.

use disclosure::{By, Class};

use super::told::{self, Held, Names};
use crate::i18n::Words;
use crate::results::figures::{area_of, least};
use crate::results::reading::Reading;
use crate::results::table::{Lack, Part, Table};

pub struct Split {
    pub title: String,
    /// (what a class is called, its answers)
    pub heads: Vec<(String, String)>,
    pub rows: Vec<Row>,
    /// That those who said nothing are placed with others.
    pub plus: bool,
    /// When an index is shown, where one is withheld.
    pub few: Option<String>,
    /// Answers that are in no class.
    pub rest: Option<String>,
    pub held: Option<Held>,
}

pub struct Row {
    pub area: String,
    /// (index, range)
    pub cells: Vec<(String, String)>,
}

/// Both splits of a unit's whole; nothing where the whole is withheld itself.
pub fn splits(w: Words, reading: &Reading, names: &Names) -> Vec<Split> {
    if reading.whole().is_none() {
        return Vec::new();
    }
    [(By::Gender, Part::NotSplitGender), (By::Age, Part::NotSplitAge)]
        .map(|(by, rest)| split(w, reading, names, by, rest))
        .into_iter()
        .collect()
}

fn split(w: Words, reading: &Reading, names: &Names, by: By, rest: Part) -> Split {
    let of = |table: &&Table| table.part == Part::Whole && table.class.is_some_and(|class| class.by() == by);
    let mut classes: Vec<(Class, &Table)> =
        reading.tables.iter().filter(of).filter_map(|table| Some((table.class?, table))).collect();
    classes.sort_by_key(|(class, _)| *class);
    let (k, ages) = (least(reading), reading.evaluation.ages);
    let content = reading.content();
    let asked = content.areas.iter().filter(|area| {
        content.asked().any(|it| it.area.as_ref() == Some(&area.code) && it.scale.steps().is_some())
    });
    let row = |code: &str, name: &str| Row {
        area: name.to_owned(),
        cells: classes
            .iter()
            .map(|(_, table)| match area_of(table, code, k) {
                Some(it) => (told::points(w, it.value()), told::range(w, &it)),
                None => (w.tr("results-held"), String::new()),
            })
            .collect(),
    };
    let rest = reading.tables.iter().find(|table| table.part == rest);
    let held = reading.withheld.iter().find(|it| it.lack == Lack::by(by));
    Split {
        title: w.tr(match by {
            By::Gender => "results-by-gender",
            By::Age => "results-by-age",
        }),
        heads: classes
            .iter()
            .map(|(class, table)| (told::class(w, *class, ages), w.n("results-n-answers", table.answers)))
            .collect(),
        plus: classes.iter().any(|(class, _)| told::is_plus(*class)),
        few: asked
            .clone()
            .any(|area| classes.iter().any(|(_, table)| area_of(table, &area.code, k).is_none()))
            .then(|| w.n("results-few-valid", i64::from(k))),
        rest: rest.map(|table| w.n("results-not-split", table.answers)),
        held: held
            .filter(|_| classes.is_empty())
            .map(|it| told::held(w, names, it, reading.evaluation.split_least)),
        rows: if classes.is_empty() {
            Vec::new()
        } else {
            asked.map(|area| row(&area.code, content.said(&area.name, w.lang()))).collect()
        },
    }
}
