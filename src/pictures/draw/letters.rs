//! How wide words are, measured with the very fonts they are drawn in. Letters of some scripts change beside others, so what
//! is not in our first font is measured as it is shaped.

use std::sync::LazyLock;

use rustybuzz::{Face, UnicodeBuffer};

use super::fit::Weight;

/// What stands for a character that no font of ours has: no letter of any script is much wider.
const FOREIGN: f64 = 1.25;

static INTER: LazyLock<Vec<Face<'static>>> =
    LazyLock::new(|| typeset::INTER.iter().filter_map(|file| Face::from_slice(file, 0)).collect());

/// A font for further scripts: regular, and bold where there is one.
struct Further {
    family: &'static str,
    faces: Vec<Face<'static>>,
}

static FURTHER: LazyLock<Vec<Further>> = LazyLock::new(|| {
    let faces =
        |it: &typeset::Further| it.files.iter().filter_map(|file| Face::from_slice(file, 0)).collect();
    typeset::FURTHER.iter().map(|it| Further { family: it.family, faces: faces(it) }).collect()
});

impl Further {
    fn has(&self, c: char) -> bool {
        self.faces.first().is_some_and(|face| face.glyph_index(c).is_some())
    }

    fn face(&self, weight: Weight) -> Option<&Face<'static>> {
        if weight == Weight::Regular { self.faces.first() } else { self.faces.last() }
    }
}

/// Its weights have the same characters.
fn inter_has(c: char) -> bool {
    c == ' ' || c.is_ascii_graphic() || INTER.first().is_some_and(|face| face.glyph_index(c).is_some())
}

/// The share of its size that a character takes by itself in our first font.
fn advance(c: char, weight: Weight) -> f64 {
    let found = INTER.get(weight as usize).and_then(|face| {
        let wide = face.glyph_hor_advance(face.glyph_index(c)?)?;
        Some(f64::from(wide) / f64::from(face.units_per_em()))
    });
    found.unwrap_or(FOREIGN)
}

/// Whether a character of our first font is about as wide whatever stands beside it: letters, digits and what stands between words.
/// Other signs have further shapes, beside capitals for instance, of which some are wider.
fn lasts(c: char) -> bool {
    c.is_alphanumeric() || " \u{a0}.,;:!?()»«„“”\"'’–-…/&%+".contains(c)
}

/// How wide words in our first font are at size 1, where something follows: letters that stand close, or apart, are as they are set.
fn ours(text: &str, weight: Weight) -> f64 {
    let one_by_one = || text.chars().map(|c| advance(c, weight)).sum();
    match INTER.get(weight as usize) {
        Some(face) if text.chars().all(inter_has) => shaped(text, face).iter().map(|(_, wide)| wide).sum(),
        _ => one_by_one(),
    }
}

/// Words as a font shapes them, cut where nothing changes by it, and how wide each part is. What is read from the right, and what
/// has one shape a letter, stays whole.
fn shaped<'a>(text: &'a str, face: &Face<'_>) -> Vec<(&'a str, f64)> {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    let shapes = rustybuzz::shape(face, &[], buffer);
    let all = || shapes.glyph_infos().iter().zip(shapes.glyph_positions()).map(|(it, at)| (it, at.x_advance));
    let wide = |from: usize, end: usize| {
        let inside = all().filter(|(it, _)| (from..end).contains(&(it.cluster as usize)));
        inside.map(|(_, wide)| f64::from(wide)).sum::<f64>() / f64::from(face.units_per_em())
    };
    let spaced: Vec<u32> = all().filter(|(_, wide)| *wide > 0).map(|(it, _)| it.cluster).collect();
    if !spaced.is_sorted() || spaced.windows(2).all(|two| two[0] != two[1]) {
        return vec![(text, wide(0, text.len()))];
    }
    let mut starts: Vec<usize> =
        all().filter(|(it, _)| !it.unsafe_to_break()).map(|(it, _)| it.cluster as usize).collect();
    starts.insert(0, 0);
    starts.push(text.len());
    starts.dedup();
    starts.windows(2).map(|two| (&text[two[0]..two[1]], wide(two[0], two[1]))).collect()
}

/// Characters of a line that stand behind one another in one font.
pub struct Run<'a> {
    further: Option<&'static Further>,
    pub text: &'a str,
}

impl Run<'_> {
    /// The family, where it is not our first one.
    pub fn family(&self) -> Option<&'static str> {
        self.further.map(|it| it.family)
    }

    /// What of it is drawn by itself, and how wide that is at size 1: our drawer knows only one width for letters that are
    /// shaped together.
    pub fn parts(&self, weight: Weight) -> Vec<(&str, f64)> {
        match self.further {
            Some(it) => it.face(weight).map_or_else(Vec::new, |face| shaped(self.text, face)),
            None => vec![(self.text, ours(self.text, weight))],
        }
    }

    pub fn width(&self, weight: Weight) -> f64 {
        self.parts(weight).iter().map(|(_, wide)| wide).sum()
    }
}

/// The further font of a character, if it needs one; the one before it goes on where it can.
fn further(c: char, before: Option<&'static Further>) -> Option<&'static Further> {
    if inter_has(c) {
        return None;
    }
    before.filter(|it| it.has(c)).or_else(|| FURTHER.iter().find(|it| it.has(c)))
}

fn same(one: Option<&Further>, other: Option<&Further>) -> bool {
    one.map(|it| it.family) == other.map(|it| it.family)
}

/// A line in pieces of one font each. Spaces and signs between words of a further script are set with them: where it is read
/// from the right, the words stand in their order only as one.
pub fn runs(text: &str) -> Vec<Run<'_>> {
    let mut starts: Vec<(Option<&'static Further>, usize)> = Vec::new();
    let mut font = None;
    for (at, c) in text.char_indices() {
        font = further(c, font);
        if starts.last().is_some_and(|(last, _)| same(*last, font)) {
            continue;
        }
        if let ([.., (one, _), (None, from)], Some(it)) = (starts.as_slice(), font)
            && same(*one, font)
            && text[*from..at].chars().all(|c| !c.is_alphabetic() && it.has(c))
        {
            starts.pop();
            continue;
        }
        starts.push((font, at));
    }
    let ends = starts.iter().skip(1).map(|(_, at)| *at).chain([text.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|((further, at), end)| Run { further: *further, text: &text[*at..end] })
        .collect()
}

/// Whether all of it stands in our first font, as far as it stands in any, and is as wide together as one by one.
pub fn plain(text: &str) -> bool {
    text.chars().all(|c| further(c, None).is_none() && (lasts(c) || !inter_has(c)))
}

/// How wide a line is at size 1.
pub fn width(text: &str, weight: Weight) -> f64 {
    if plain(text) {
        text.chars().map(|c| advance(c, weight)).sum()
    } else {
        runs(text).iter().map(|run| run.width(weight)).sum()
    }
}
