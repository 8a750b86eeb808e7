//! What is printed of a unit's work with its results: slides for those who decide, and the poster of "you said, we did".
//! Both are data for the templates beside the pages.

use scores::Verdict;
use serde_json::{Value, json};

use super::aim::Aim;
use super::said::{Published, read};
use crate::error::Result;
use crate::evaluation::square;
use crate::i18n::{Arg, Text18, Words};
use crate::results::{Line, Shown};
use crate::units::Unit;

/// Rows of a table, and aims or decisions, that a slide has room for.
const ROWS: usize = 8;
const LINES: usize = 5;

/// What slides are made of.
pub struct Slides<'a> {
    pub w: Words,
    pub unit: &'a Unit,
    pub evaluation: &'a Text18,
    pub year: i32,
    /// None where nobody may see results yet.
    pub shown: Option<&'a Shown>,
    /// (aim, how it is measured)
    pub aims: Vec<(&'a Aim, String)>,
    /// Of the meeting in the municipality.
    pub decided: &'a [String],
}

impl Slides<'_> {
    fn change(&self, line: &Line) -> (&'static str, String) {
        let Some(before) = line.before else { return ("", String::new()) };
        let said = |key: &str| {
            let value = Arg::from(self.w.decimal(before.value, 0));
            self.w.with(key, &[("year", before.year.to_string().into()), ("value", value)])
        };
        match before.verdict {
            Some(Verdict::Higher) => ("up", said("slides-higher")),
            Some(Verdict::Lower) => ("down", said("slides-lower")),
            Some(Verdict::NotMoreThanChance) => ("", said("slides-alike")),
            Some(Verdict::TooFew) | None => ("", String::new()),
        }
    }

    fn area(&self, line: &Line) -> Value {
        let name = self.w.text(&line.name);
        let Some(index) = line.index else {
            return json!({ "name": name, "value": null, "says": self.w.tr("slides-withheld"), "mark": "", "change": "" });
        };
        let number = |value: f64| Arg::from(self.w.decimal(value, 0));
        let (mark, change) = self.change(line);
        json!({
            "name": name,
            "value": index.value(),
            "low": index.low().clamp(0.0, 100.0),
            "high": index.high().clamp(0.0, 100.0),
            "shown": self.w.decimal(index.value(), 0),
            "says": self.w.with("slides-between", &[("low", number(index.low())), ("high", number(index.high()))]),
            "mark": mark,
            "change": change,
        })
    }

    pub fn data(&self) -> Value {
        let w = self.w;
        let lines: &[Line] = self.shown.map_or(&[], |shown| &shown.areas);
        let areas: Vec<Value> = lines.iter().map(|line| self.area(line)).collect();
        let compared = |line: &&Line| {
            line.before.is_some_and(|it| it.verdict.is_some_and(|verdict| verdict != Verdict::TooFew))
        };
        let n = i64::try_from(lines.iter().filter(compared).count()).unwrap_or(i64::MAX);
        let aims: Vec<Value> = self
            .aims
            .iter()
            .map(|(aim, measure)| json!({ "aim": aim.aim, "measure": measure, "whom": aim.whom }))
            .collect();
        let unit = w.text(&self.unit.name);
        json!({
            "lang": w.lang(),
            "title": w.with("slides-title", &[("unit", unit.clone().into()), ("year", self.year.to_string().into())]),
            "unit": unit,
            "heading": w.tr("slides-heading"),
            "evaluation": w.text(self.evaluation),
            "areas-heading": w.tr("slides-areas"),
            "columns": [w.tr("aim-area"), w.tr("slides-index"), w.tr("slides-change")],
            "none": w.tr("slides-none"),
            "note": w.tr("slides-note"),
            "compared": (n > 0).then(|| w.n("slides-compared", n)),
            "areas": areas.chunks(ROWS).collect::<Vec<_>>(),
            "aims-heading": w.tr("aims"),
            "aims": aims.chunks(LINES).collect::<Vec<_>>(),
            "decided-heading": w.tr("meeting-decided"),
            "decided": self.decided.chunks(LINES).collect::<Vec<_>>(),
        })
    }
}

/// The poster of what is public. `(address, shown)`: of the page, whole and as it is typed.
pub fn poster(
    w: Words,
    unit: &Unit,
    it: &Published,
    on: &str,
    (address, shown): (&str, &str),
) -> Result<Value> {
    let all = &unit.network.languages;
    let text = |text: &Text18| read(text, w.lang(), all).1.to_owned();
    let entry = |it: &super::said::Told| {
        json!({
            "heading": text(&it.heading),
            "said": text(&it.said),
            "did": text(&it.did),
            "could_not": text(&it.could_not),
        })
    };
    let name = text(&unit.name);
    Ok(json!({
        "lang": w.lang(),
        "title": format!("{} · {name}", w.tr("said")),
        "unit": name,
        "heading": w.tr("said-title"),
        "lead": w.of("said-public-lead", it.year),
        "you": w.tr("said-you"),
        "we": w.tr("said-did"),
        "not": w.tr("said-could-not"),
        "entries": it.entries.iter().map(entry).collect::<Vec<_>>(),
        "on": on,
        "square": square(address)?,
        "square-says": w.of("voice-square", shown),
        "scan": w.tr("said-scan"),
        "shown": shown,
    }))
}
