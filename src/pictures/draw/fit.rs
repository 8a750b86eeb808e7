//! How large words can be in a box, and where their lines end: measured with the very fonts they are drawn in.

use super::letters::{plain, width};

/// From one line to the next, in sizes.
pub const LEADING: f64 = 1.2;
/// Longer texts are cut before they are measured: no box holds more.
const MOST: usize = 1500;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Regular,
    SemiBold,
    Bold,
}

impl Weight {
    pub fn number(self) -> u16 {
        match self {
            Weight::Regular => 400,
            Weight::SemiBold => 600,
            Weight::Bold => 800,
        }
    }
}

/// Lines of one size.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Block {
    pub size: f64,
    /// Width of the box, in sizes.
    room: f64,
    pub lines: Vec<String>,
}

impl Block {
    #[allow(clippy::cast_precision_loss)]
    pub fn height(&self) -> f64 {
        self.lines.len() as f64 * self.size * LEADING
    }
}

/// A line with more behind it, and how wide it is then. Letters that change beside others are measured together.
fn longer((line, wide): (&str, f64), more: &str, alone: bool, weight: Weight) -> (String, f64) {
    let whole = format!("{line}{more}");
    let wide = if alone { wide + width(more, weight) } else { width(&whole, weight) };
    (whole, wide)
}

/// A word in pieces that fit.
fn pieces(word: &str, room: f64, weight: Weight) -> Vec<String> {
    let alone = plain(word);
    let mut all = Vec::new();
    let mut last = (String::new(), 0.0);
    for c in word.chars() {
        let mut one = [0; 4];
        let one = &*c.encode_utf8(&mut one);
        let next = longer((&last.0, last.1), one, alone, weight);
        if next.1 > room && !last.0.is_empty() {
            all.push(std::mem::replace(&mut last, (one.to_owned(), width(one, weight))).0);
        } else {
            last = next;
        }
    }
    all.push(last.0);
    all
}

/// Lines no wider than `room` sizes, and whether a word had to be broken.
fn wrapped(text: &str, room: f64, weight: Weight) -> (Vec<String>, bool) {
    let alone = plain(text);
    let (mut lines, mut taken, mut broken) = (Vec::<String>::new(), 0.0, false);
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        if let Some(last) = lines.last_mut() {
            let (line, wide) = longer((last, taken), &format!(" {word}"), alone, weight);
            if wide <= room {
                (*last, taken) = (line, wide);
                continue;
            }
        }
        let wide = width(word, weight);
        if wide <= room {
            lines.push(word.to_owned());
            taken = wide;
        } else {
            broken = true;
            lines.extend(pieces(word, room, weight));
            taken = lines.last().map_or(0.0, |last| width(last, weight));
        }
    }
    (lines, broken)
}

/// Ends a line so that it says there would be more.
fn ended(line: &str, room: f64, weight: Weight) -> String {
    let dots = width("…", weight);
    let mut line = line.trim_end().to_owned();
    while !line.is_empty() && width(&line, weight) + dots > room {
        line.pop();
    }
    format!("{}…", line.trim_end_matches([' ', ',', '.', ';', ':', '–', '-']))
}

/// The largest size between these at which a text fits a box of this width and height. At the smallest one words are broken,
/// and what is left over is cut.
pub fn fit(text: &str, weight: Weight, (w, h): (f64, f64), (most, least): (f64, f64)) -> Block {
    // Any space but the one that does not break is a plain one.
    let plain = |c: char| if c.is_whitespace() && c != '\u{a0}' { ' ' } else { c };
    let text: String = text.chars().take(MOST).map(plain).collect();
    let text = text.as_str();
    let mut size = most;
    loop {
        let room = w / size;
        let (lines, broken) = wrapped(text, room, weight);
        let block = Block { size, room, lines };
        if !broken && block.height() <= h + 0.01 {
            return block;
        }
        if size <= least {
            return cut(block, h, weight);
        }
        size = (size * 0.94).max(least);
    }
}

fn cut(block: Block, h: f64, weight: Weight) -> Block {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let most = ((h + 0.01) / (block.size * LEADING)).floor().max(1.0) as usize;
    let mut lines = block.lines;
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = ended(last, block.room, weight);
        }
    }
    Block { lines, ..block }
}
