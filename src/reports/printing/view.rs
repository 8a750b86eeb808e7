//! Chapters as pages show them: charts drawn, marks led on.

use std::collections::BTreeMap;

use charts::{Bar, Column, Columns, ShareBars, SideBars};

use uuid::Uuid;

use crate::reports::document::{Block, Chapter, Chart, Document};

/// A chapter as a page shows it.
pub struct ChapterView {
    pub id: String,
    pub heading: String,
    pub level: usize,
    pub blocks: Vec<BlockView>,
    /// Where it is written, and what to write there.
    pub edit: Option<String>,
    pub hint: String,
    /// Whether units stand below it.
    pub of_units: bool,
    /// Who wrote it last, and when.
    pub saved: Option<String>,
    /// That something chosen for it cannot be told any more.
    pub gone: Option<String>,
    /// Where everything stands that was written in it.
    pub versions: Option<String>,
}

pub struct BlockView {
    pub block: Block,
    /// Of a chart.
    pub svg: String,
    sources: Sources,
}

/// Where photos are found: those that may be told.
pub type Sources = BTreeMap<Uuid, String>;

impl BlockView {
    /// None: it was removed.
    pub fn source(&self, photo: &Uuid) -> Option<&str> {
        self.sources.get(photo).map(String::as_str)
    }
}

/// Where a mark leads.
pub struct Marks {
    /// Before the mark; of a page that stands by itself, its list of sources.
    pub before: String,
    pub by_mark: bool,
}

impl Marks {
    pub fn href(&self, mark: &str) -> String {
        if self.by_mark { format!("{}{mark}", self.before) } else { self.before.clone() }
    }
}

pub fn chapters(document: &Document, levels_down: usize, sources: &Sources) -> Vec<ChapterView> {
    let view = |(n, it): (usize, &Chapter)| ChapterView {
        id: format!("s-{}", it.code),
        heading: it.heading.clone(),
        level: it.level + levels_down,
        blocks: (it.blocks.iter().enumerate())
            .map(|(m, block)| drawn(&format!("c{n}b{m}"), block, sources))
            .collect(),
        edit: None,
        hint: String::new(),
        of_units: document.chapters.get(n + 1).is_some_and(|next| next.level > it.level),
        saved: None,
        gone: None,
        versions: None,
    };
    document.chapters.iter().enumerate().map(view).collect()
}

fn drawn(id: &str, block: &Block, sources: &Sources) -> BlockView {
    let svg = match block {
        Block::Chart(chart) => svg(id, chart),
        _ => String::new(),
    };
    let sources = match block {
        Block::Stories { .. } => sources.clone(),
        _ => Sources::new(),
    };
    BlockView { block: block.clone(), svg, sources }
}

fn svg(id: &str, chart: &Chart) -> String {
    let (id, title, desc) = (id.to_owned(), chart.title.clone(), chart.finding.clone());
    if chart.form == "columns" {
        let column = |bar: &crate::reports::document::Bar| Column {
            label: bar.short.clone(),
            value: bar.value,
            shown: bar.shown.clone(),
            before: None,
            sum: None,
            title: format!("{}: {}", bar.label, bar.shown),
            href: None,
            unfinished: false,
        };
        return Columns { id, title, desc, height: 260, columns: chart.bars.iter().map(column).collect() }
            .svg();
    }
    let bars: Vec<Bar> = chart
        .bars
        .iter()
        .map(|bar| Bar {
            label: bar.label.clone(),
            value: bar.value,
            shown: bar.shown.clone(),
            share: bar.share.clone(),
            muted: bar.muted,
            href: None,
            title: String::new(),
        })
        .collect();
    if chart.form == "stack" {
        let whole = chart.bars.iter().map(|bar| bar.value).sum();
        return ShareBars { id, title, desc, whole, bars }.svg();
    }
    SideBars { id, title, desc, bars }.svg()
}
