//! What a page says first: the finding, and a few figures.

use scores::{Reached, Verdict};

use super::told;
use crate::i18n::{Arg, Words};
use crate::results::figures::AreaLine;
use crate::results::reading::{self, Reading};

pub struct Tile {
    pub label: String,
    pub value: String,
    pub says: String,
}

pub fn said<'r>(w: Words, reading: &'r Reading, line: &'r AreaLine) -> &'r str {
    reading.content().said(&line.area.name, w.lang())
}

/// The finding: what changed by more than chance, else what is highest and lowest.
pub fn lead(w: Words, reading: &Reading, lines: &[AreaLine]) -> String {
    let Some(table) = reading.whole() else { return w.tr("results-lead-held") };
    let mut says = vec![w.n("results-lead-answers", table.answers)];
    let moved = |verdict: Verdict| {
        lines.iter().find_map(|line| {
            let before = line.before.filter(|before| before.verdict == Some(verdict))?;
            Some((line, before, line.index?))
        })
    };
    for (verdict, key) in [(Verdict::Higher, "results-lead-higher"), (Verdict::Lower, "results-lead-lower")] {
        if let Some((line, before, index)) = moved(verdict) {
            let args = [
                ("area", Arg::from(said(w, reading, line))),
                ("before", told::points(w, before.value).into()),
                ("index", told::points(w, index.value()).into()),
            ];
            says.push(w.with(key, &args));
        }
    }
    let known = || lines.iter().filter_map(|line| Some((line, line.index?.value())));
    let best = known().max_by(|a, b| a.1.total_cmp(&b.1));
    let worst = known().min_by(|a, b| a.1.total_cmp(&b.1));
    if let (Some((best, high)), Some((worst, low))) = (best, worst)
        && best.area.code != worst.area.code
    {
        let args = [
            ("best", Arg::from(said(w, reading, best))),
            ("high", told::points(w, high).into()),
            ("worst", Arg::from(said(w, reading, worst))),
            ("low", told::points(w, low).into()),
        ];
        says.push(w.with("results-lead-ends", &args));
    }
    says.join(" ")
}

pub fn tiles(w: Words, reading: &Reading, answers: i64, lines: &[AreaLine]) -> Vec<Tile> {
    let count = |is: &dyn Fn(&AreaLine) -> bool| lines.iter().filter(|line| is(line)).count();
    let tell = |n: usize| w.int(i64::try_from(n).unwrap_or(i64::MAX));
    let named = |verdict: Verdict| {
        let of = |line: &&AreaLine| line.before.is_some_and(|it| it.verdict == Some(verdict));
        let all: Vec<&str> = lines.iter().filter(of).map(|line| said(w, reading, line)).collect();
        if all.is_empty() { w.tr("results-no-area") } else { all.join(", ") }
    };
    let before =
        reading.earlier.first().and_then(|it| reading::whole(&it.tables).map(|table| (it, table.answers)));
    let mut tiles = vec![Tile {
        label: w.tr("results-answers"),
        value: w.int(answers),
        says: match before {
            Some((it, n)) => w.with(
                "results-answers-before",
                &[("year", it.evaluation.year().to_string().into()), ("n", Arg::Int(n))],
            ),
            None => w.n("results-threshold", reading.evaluation.least),
        },
    }];
    let targets = count(&|line| line.target.is_some());
    if targets > 0 {
        let reached = count(&|line| line.target.is_some_and(|(_, it)| it == Reached::Reached));
        tiles.push(Tile {
            label: w.tr("results-areas-reached"),
            value: tell(reached),
            says: w.n("results-of", i64::try_from(targets).unwrap_or(i64::MAX)),
        });
    }
    if lines.iter().any(|line| line.before.is_some_and(|it| it.verdict.is_some())) {
        for (verdict, key) in [(Verdict::Higher, "results-grown"), (Verdict::Lower, "results-fallen")] {
            let n = count(&|line| line.before.is_some_and(|it| it.verdict == Some(verdict)));
            tiles.push(Tile { label: w.tr(key), value: tell(n), says: named(verdict) });
        }
    }
    tiles
}
