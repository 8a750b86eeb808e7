//! From a template and what was counted, written and said to the report as it is read. Pure: the same input gives the same
//! report, whoever asks and in whatever form it is wanted.

mod figures;
mod plan;

use std::collections::BTreeMap;

use super::counting::Counted;
use super::document::{Area, Block, Chapter, Composed, Document, Figure, Story, Target};
use super::marks::mark;
use super::naming::{heading, named, title};
use super::template::{Section, Template, What};
use super::{period, text};
use crate::i18n::Words;
use crate::measures::Period;
use crate::plan::Told;

/// What young people said, before it has its mark.
#[derive(Clone, Debug, Default)]
pub struct Said {
    pub evaluation: String,
    pub note: String,
    /// Code of the area, and the area.
    pub areas: Vec<(String, Area)>,
}

/// Everything a report is made of.
pub struct Inputs<'a> {
    pub w: Words,
    pub template: &'a Template,
    pub unit: &'a str,
    pub network: &'a str,
    pub counted: &'a Counted,
    /// The period as it was asked for; what is counted may end earlier.
    pub period: Period,
    /// By section.
    pub texts: &'a BTreeMap<String, String>,
    pub stories: &'a BTreeMap<String, Vec<Story>>,
    pub said: Option<&'a Said>,
    pub targets: &'a [Target],
    /// The unit's plan of the year, where it is told.
    pub plan: Option<&'a Told>,
}

struct Composer<'a> {
    it: &'a Inputs<'a>,
    chapters: Vec<Chapter>,
    figures: Vec<Figure>,
    marks: usize,
    /// By mark.
    sources: BTreeMap<String, String>,
}

pub fn compose(it: &Inputs<'_>) -> Composed {
    let (chapters, figures, sources) = (Vec::new(), Vec::new(), BTreeMap::new());
    let mut composer = Composer { it, chapters, figures, marks: 0, sources };
    composer.sections(&it.template.sections, it.counted);
    let w = it.w;
    let mut notes = Vec::new();
    if it.counted.period.until < it.period.until {
        notes.push(w.of("report-so-far", w.date(it.counted.period.last())));
    }
    if it.counted.now.all.is_nothing() {
        notes.push(w.tr("report-nothing-recorded"));
    }
    let document = Document {
        lang: w.lang().to_owned(),
        title: title(w, it.template),
        name: named(w, &title(w, it.template), &it.period),
        unit: it.unit.to_owned(),
        network: it.network.to_owned(),
        period: period::name(w, &it.period),
        short: it.template.short,
        notes,
        chapters: composer.chapters,
        sources: composer.sources,
    };
    Composed { document, figures: composer.figures }
}

impl Composer<'_> {
    fn w(&self) -> Words {
        self.it.w
    }

    fn mark(&mut self) -> String {
        self.marks += 1;
        mark(self.marks - 1)
    }

    fn sections(&mut self, sections: &[Section], counted: &Counted) {
        for section in sections {
            let heading = heading(self.w(), section);
            let named = heading.clone();
            let chapter =
                |blocks| Chapter { code: section.code.clone(), heading, level: 1, of_unit: false, blocks };
            if let What::Each { sections, .. } = &section.what {
                if !counted.below.is_empty() {
                    self.chapters.push(chapter(Vec::new()));
                    self.each(sections, counted, &section.code, 2);
                }
                continue;
            }
            if section.what == What::Plan {
                if let Some(told) = self.it.plan {
                    self.plan(told, counted, (&section.code, named));
                }
                continue;
            }
            let blocks = self.blocks(section, counted);
            self.chapters.push(chapter(blocks));
        }
    }

    fn each(&mut self, sections: &[Section], counted: &Counted, code: &str, level: usize) {
        for below in &counted.below {
            let mut blocks = Vec::new();
            for section in sections.iter().filter(|it| !matches!(it.what, What::Each { .. })) {
                blocks.extend(self.blocks(section, below));
            }
            let code = format!("{code}-{}", below.code);
            self.chapters.push(Chapter { code, heading: below.name.clone(), level, of_unit: true, blocks });
            for section in sections {
                if let What::Each { sections, .. } = &section.what {
                    self.each(sections, below, &section.code, level + 1);
                }
            }
        }
    }

    fn blocks(&mut self, section: &Section, counted: &Counted) -> Vec<Block> {
        match &section.what {
            What::Text => self.it.texts.get(&section.code).map_or_else(Vec::new, |it| text::blocks(it)),
            What::Stories => match self.it.stories.get(&section.code) {
                Some(items) if !items.is_empty() => vec![Block::Stories { items: items.clone() }],
                _ => Vec::new(),
            },
            What::Figures(measures) => {
                let items = measures.iter().map(|measure| self.item(*measure, counted)).collect();
                vec![Block::Figures { items }]
            }
            What::Chart { measure, axis, form } => self.chart(*measure, *axis, *form, counted),
            What::Table { measures, axis } => self.table(measures, *axis, counted),
            What::Results => self.it.said.map_or_else(Vec::new, |said| vec![self.results(said, counted)]),
            What::Targets if self.it.targets.is_empty() => Vec::new(),
            What::Targets => vec![Block::Targets { items: self.it.targets.to_vec() }],
            What::Each { .. } | What::Plan => Vec::new(),
        }
    }
}
