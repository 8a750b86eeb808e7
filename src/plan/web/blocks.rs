//! Parts of a plan as pages show them.

use super::goal::{Goal, far};
use super::judge::{Judged, judged};
use crate::i18n::{Text18, Words};
use crate::plan::document::{Kind, Part, Target};
use crate::plan::in_words::InWords;
use crate::plan::reckoning::{Reckoned, Reckoning};
use crate::plan::telling::{self, target, wording};

/// A part that is a heading: an area, a project, a group.
pub struct Block {
    pub code: String,
    /// Of its heading, 2 to 5.
    pub level: u8,
    pub kind: String,
    pub name: String,
    pub href: String,
    /// (label, what is said)
    pub facts: Vec<(String, String)>,
    pub purpose: String,
    pub goals: Vec<String>,
    pub qualitative: Vec<Quality>,
    pub indicator: String,
    /// What was judged of that, or of an action that has none.
    pub own: Quality,
    pub steps: Vec<(String, String)>,
    pub targets: Vec<Goal>,
    pub refers: Vec<(String, String)>,
    pub actions: Vec<Block>,
    /// What an action says of its months.
    pub when: String,
}

/// A part that stands in none, and what stands in it: each section a heading with those below it.
pub struct Chapter {
    pub head: Block,
    pub sections: Vec<Vec<Block>>,
}

impl Chapter {
    /// Every heading, as it is read.
    pub fn all(&self) -> impl Iterator<Item = &Block> {
        std::iter::once(&self.head).chain(self.sections.iter().flatten())
    }
}

/// An indicator in words, where it is judged, and what was judged of it last.
pub struct Quality {
    pub says: String,
    pub href: String,
    pub judged: Option<Judged>,
}

/// What blocks are made with.
#[derive(Clone, Copy)]
pub struct Showing<'a> {
    pub w: Words,
    pub year: i32,
    /// Address of the plan; empty where its parts have no pages, such as in an edition.
    pub base: &'a str,
    pub parts: &'a [Part],
    /// How far everything is, and that day as addresses say it; none: of a version that does not stand.
    pub far: Option<(&'a Reckoning, &'a str)>,
}

impl Showing<'_> {
    /// Where a part is read: on a page of its own, or further down on this one.
    fn href(&self, code: &str) -> String {
        match self.base {
            "" => format!("#p-{code}"),
            base => format!("{base}/parts/{code}"),
        }
    }

    fn all(&self, texts: &[Text18]) -> Vec<String> {
        texts.iter().map(|it| self.w.text(it)).collect()
    }

    fn quality(&self, part: &Part, of: InWords) -> Quality {
        let last = self.far.and_then(|(reckoning, _)| {
            let (it, earlier) = reckoning.judgement(part, of)?;
            Some(judged(self.w, reckoning.zone, it, earlier))
        });
        Quality {
            says: of.wording(part).map_or_else(String::new, |it| self.w.text(&it)),
            href: format!("{}/parts/{}/qualitative/{}", self.base, part.code, of.code()),
            judged: last,
        }
    }

    /// The targets of a part: as they are told where it is asked how far they are, else as this version has them.
    fn goals(&self, part: &Part) -> Vec<Goal> {
        let w = self.w;
        let Some((reckoning, on)) = self.far else {
            let goal = |it: &Target| Goal { says: target(w, it), far: None, wording: None };
            return part.says.targets.iter().map(goal).collect();
        };
        let goal = |it: &Reckoned| Goal {
            says: target(w, &it.target),
            far: Some(far(w, self.base, on, it)),
            wording: wording(w, it),
        };
        reckoning.targets.iter().filter(|it| it.part == part.code).map(goal).collect()
    }

    /// One part; `level`: of its heading. Actions in it come along.
    pub fn block(&self, part: &Part, level: u8) -> Block {
        let (w, says) = (self.w, &part.says);
        let refers = says.refers.iter().filter_map(|code| self.parts.iter().find(|it| it.code == *code));
        let inside = self.parts.iter().filter(|it| it.within == part.code && it.kind == Kind::Action);
        Block {
            code: part.code.clone(),
            level,
            kind: w.tr(&format!("plan-kind-{}", part.kind.code())),
            name: w.text(&part.name),
            href: self.href(&part.code),
            facts: telling::facts(w, part, self.year),
            purpose: w.text(&says.purpose),
            goals: self.all(&says.goals),
            qualitative: (0..says.qualitative.len())
                .map(|at| self.quality(part, InWords::Quality(at)))
                .collect(),
            indicator: w.text(&says.indicator),
            own: self.quality(part, InWords::Own),
            steps: telling::steps(w, part, self.year),
            targets: self.goals(part),
            refers: refers.map(|it| (self.href(&it.code), w.text(&it.name))).collect(),
            when: telling::time(w, part, self.year),
            actions: inside.map(|it| self.block(it, level + 1)).collect(),
        }
    }

    /// Chapters: each part that stands in none, with the headings below it.
    pub fn chapters(&self) -> Vec<Chapter> {
        let mut chapters: Vec<Chapter> = Vec::new();
        for part in self.parts.iter().filter(|it| it.kind != Kind::Action) {
            let level = u8::try_from(self.depth(part)).unwrap_or(3).min(3) + 2;
            let block = self.block(part, level);
            match chapters.last_mut() {
                Some(chapter) if !part.within.is_empty() => match chapter.sections.last_mut() {
                    Some(section) if level > 3 => section.push(block),
                    _ => chapter.sections.push(vec![block]),
                },
                _ => chapters.push(Chapter { head: block, sections: Vec::new() }),
            }
        }
        chapters
    }

    /// How many parts it stands in.
    fn depth(&self, part: &Part) -> usize {
        let above = |code: &str| self.parts.iter().find(|it| it.code == code);
        std::iter::successors(above(&part.within), |it| above(&it.within)).take(10).count()
    }
}
