//! Single questions: how many gave which answer, and what follows from it.

use charts::{Bar, Look, ShareBars, StackPart, StackRow, Stacks};

use super::elsewhere::Elsewhere;
use super::told;
use crate::i18n::{Arg, Words};
use crate::questionnaires::{Content, Item, Scale};
use crate::results::figures::{ItemLine, leaning};
use crate::results::sheet::{Count, scored, stretches};

/// Statements of one area.
pub struct Group {
    pub id: String,
    pub title: String,
    /// Share of good answers in all of the area together; with the first of its groups.
    pub says: Option<String>,
    pub chart: String,
    /// What can be answered, from good to bad.
    pub heads: Vec<String>,
    pub elsewhere: Vec<String>,
    pub rows: Vec<Row>,
}

pub struct Row {
    pub text: String,
    /// That agreeing is not good here.
    pub turned: bool,
    pub numbers: Vec<String>,
    pub n: String,
    pub share: String,
    pub index: String,
    /// Its index elsewhere.
    pub elsewhere: Vec<String>,
}

/// A question that is not scored.
pub struct Other {
    pub id: String,
    pub title: String,
    pub n: String,
    pub chart: String,
    /// (answer, how many, which share)
    pub rows: Vec<(String, String, String)>,
}

const LOOKS: [&[Look]; 3] = [
    &[Look::Good, Look::Bad],
    &[Look::Good, Look::Half, Look::Poor, Look::Bad],
    &[Look::Good, Look::Half, Look::Middle, Look::Poor, Look::Bad],
];

fn looks(steps: usize) -> &'static [Look] {
    LOOKS.into_iter().find(|looks| looks.len() == steps).unwrap_or(LOOKS[2])
}

fn share(w: Words, part: u32, all: u32) -> String {
    if all == 0 { String::new() } else { w.percent(f64::from(part) / f64::from(all), 0) }
}

/// Numbers by step, best first.
fn from_good(item: &Item, count: &Count) -> Vec<u32> {
    let mut steps = count.given.clone();
    if !item.reversed {
        steps.reverse();
    }
    steps
}

/// What the steps of an item are called, best first.
fn steps(w: Words, item: &Item) -> Vec<String> {
    let mut codes = item.scale.codes();
    if !item.reversed {
        codes.reverse();
    }
    codes.iter().map(|code| w.tr(&format!("ask-{}-{code}", item.scale.code()))).collect()
}

/// Statements of one area and scale, with their answers added up.
struct Together {
    /// By step, best first.
    steps: Vec<u32>,
    dont_know: u32,
    unanswered: u32,
    not_asked: u32,
}

impl Together {
    fn of(lines: &[&&ItemLine]) -> Together {
        let mut all = Together { steps: Vec::new(), dont_know: 0, unanswered: 0, not_asked: 0 };
        for line in lines {
            let steps = from_good(line.item, line.count);
            all.steps.resize(steps.len(), 0);
            all.steps.iter_mut().zip(steps).for_each(|(all, n)| *all += n);
            all.dont_know += line.count.dont_know;
            all.unanswered += line.count.unanswered;
            all.not_asked += line.count.not_asked;
        }
        all
    }

    /// `like`: one of the statements, for what its steps are called.
    fn bar(&self, w: Words, like: &Item) -> StackRow {
        let plain = Item { reversed: false, ..like.clone() };
        stack(
            w,
            w.tr("results-all-statements"),
            &steps(w, &plain),
            &self.steps,
            (self.dont_know, self.unanswered),
        )
    }

    fn row(&self, w: Words, beside: &Elsewhere) -> Row {
        let others = [self.dont_know, self.unanswered, self.not_asked];
        let numbers: Vec<u32> = self.steps.iter().copied().chain(others).collect();
        Row {
            text: w.tr("results-all-statements"),
            turned: false,
            n: w.int(numbers.iter().map(|n| i64::from(*n)).sum()),
            numbers: numbers.iter().map(|n| w.int(i64::from(*n))).collect(),
            share: String::new(),
            index: String::new(),
            elsewhere: vec![String::new(); beside.heads().len()],
        }
    }
}

fn bar(w: Words, content: &Content, line: &ItemLine) -> StackRow {
    let text = content.said(&line.item.text, w.lang());
    // The colours are about good and bad: where agreeing is bad, the words alone would mislead.
    let label = if line.item.reversed { w.of("results-turned-label", text) } else { text.to_owned() };
    let none = (line.count.dont_know, line.count.unanswered);
    stack(w, label, &steps(w, line.item), &from_good(line.item, line.count), none)
}

/// A bar of steps, best first, and of those who said that they do not know, or nothing.
fn stack(w: Words, label: String, steps: &[String], numbers: &[u32], none: (u32, u32)) -> StackRow {
    let (dont_know, unanswered) = none;
    let all: u32 = numbers.iter().sum::<u32>() + dont_know + unanswered;
    let part = |n: u32, look: Look| StackPart { value: f64::from(n), shown: share(w, n, all), look };
    let mut parts: Vec<StackPart> =
        numbers.iter().zip(looks(numbers.len())).map(|(n, look)| part(*n, *look)).collect();
    parts.push(part(dont_know, Look::Unsure));
    parts.push(part(unanswered, Look::Blank));
    let mut says: Vec<String> =
        steps.iter().zip(numbers).map(|(step, n)| format!("{step} {}", share(w, *n, all))).collect();
    for (key, n) in [("results-dont-know", dont_know), ("results-left-out", unanswered)] {
        says.push(format!("{} {}", w.tr(key), share(w, n, all)));
    }
    StackRow { title: format!("{label}: {}", says.join(", ")), label, parts }
}

fn row(w: Words, content: &Content, line: &ItemLine, beside: &Elsewhere) -> Row {
    let count = line.count;
    let mut numbers: Vec<String> = from_good(line.item, count).iter().map(|n| w.int(i64::from(*n))).collect();
    for n in [count.dont_know, count.unanswered, count.not_asked] {
        numbers.push(w.int(i64::from(n)));
    }
    let held = || "–".to_owned();
    let figures = |value: String, range: String| format!("{value} ({range})");
    Row {
        text: content.said(&line.item.text, w.lang()).to_owned(),
        turned: line.item.reversed,
        numbers,
        n: w.int(i64::from(count.n())),
        share: line
            .share
            .map_or_else(held, |it| figures(w.percent(it.value(), 0), told::share_range(w, &it))),
        index: line.index.map_or_else(held, |it| figures(told::points(w, it.value()), told::range(w, &it))),
        elsewhere: beside.indices(w, line.item),
    }
}

/// Statements by area, those of one scale together: a table has one row of heads.
pub fn groups(w: Words, content: &Content, lines: &[ItemLine], k: u32, beside: &Elsewhere) -> Vec<Group> {
    let mut groups = Vec::new();
    let areas = content.areas.iter().map(Some).chain([None]);
    for area in areas {
        let of = |line: &&ItemLine| {
            line.item.area.as_ref() == area.map(|it| &it.code) && scored(line.item).is_some()
        };
        let all: Vec<&ItemLine> = lines.iter().filter(of).collect();
        let name = area.map(|it| content.said(&it.name, w.lang()).to_owned());
        let good = area.and_then(|it| leaning(lines, &it.code).share(k));
        let mut says = good.map(|share| w.of("results-area-share", w.percent(share, 0)));
        for scale in ["agree5", "agree4", "yes_no"] {
            let same: Vec<&&ItemLine> = all.iter().filter(|line| line.item.scale.code() == scale).collect();
            let Some(first) = same.first() else { continue };
            let title = name.clone().unwrap_or_else(|| w.tr("results-without-area"));
            let together = (area.is_some() && same.len() > 1).then(|| Together::of(&same));
            let rows = same.iter().map(|line| bar(w, content, line));
            let chart = Stacks {
                id: format!("s-{scale}-{}", area.map_or("none", |it| it.code.as_str())),
                title: title.clone(),
                desc: w.tr("results-statements-desc"),
                rows: together.iter().map(|it| it.bar(w, first.item)).chain(rows).collect(),
                wide: true,
            };
            let plain = Item { reversed: false, ..first.item.clone() };
            let mut heads = steps(w, &plain);
            heads.extend(["results-dont-know", "results-left-out", "results-not-asked"].map(|key| w.tr(key)));
            groups.push(Group {
                id: chart.id.clone(),
                title,
                says: says.take(),
                chart: chart.svg(),
                heads,
                elsewhere: beside.heads(),
                rows: together
                    .iter()
                    .map(|it| it.row(w, beside))
                    .chain(same.iter().map(|line| row(w, content, line, beside)))
                    .collect(),
            });
        }
    }
    groups
}

/// What can be answered to a question that is not scored.
fn answers(w: Words, content: &Content, item: &Item) -> Vec<String> {
    match &item.scale {
        Scale::Number { least, most } => stretches(*least, *most)
            .iter()
            .map(|(from, to)| {
                let one = from == to;
                if one {
                    w.int(*from)
                } else {
                    Words::unbroken(&format!("{}–{}", w.int(*from), w.int(*to)))
                }
            })
            .collect(),
        scale => scale.choices().iter().map(|it| content.said(&it.text, w.lang()).to_owned()).collect(),
    }
}

/// Questions that are not scored, each by itself.
pub fn others(w: Words, content: &Content, lines: &[ItemLine]) -> Vec<Other> {
    let one = |line: &ItemLine| {
        let (item, count) = (line.item, line.count);
        let title = content.said(&item.text, w.lang()).to_owned();
        let all = count.n() - count.not_asked;
        let bar = |label: String, n: u32, muted: bool| Bar {
            value: f64::from(n),
            shown: w.int(i64::from(n)),
            share: share(w, n, all),
            muted,
            title: format!("{label}: {}", share(w, n, all)),
            label,
            href: None,
        };
        let mut bars: Vec<Bar> = answers(w, content, item)
            .into_iter()
            .zip(&count.given)
            .map(|(label, n)| bar(label, *n, false))
            .collect();
        bars.push(bar(w.tr("results-dont-know"), count.dont_know, true));
        bars.push(bar(w.tr("results-left-out"), count.unanswered, true));
        let id = format!("o-{}", item.code);
        let chart = ShareBars {
            id: id.clone(),
            title: title.clone(),
            desc: bars.iter().map(|it| it.title.clone()).collect::<Vec<_>>().join(", "),
            whole: f64::from(all),
            bars,
        };
        Other {
            id,
            rows: chart
                .bars
                .iter()
                .map(|it| (it.label.clone(), it.shown.clone(), it.share.clone()))
                .collect(),
            n: w.with("results-n-asked", &[("n", Arg::Int(i64::from(all)))]),
            chart: chart.svg(),
            title,
        }
    };
    lines.iter().filter(|line| scored(line.item).is_none()).map(one).collect()
}
