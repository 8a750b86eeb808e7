//! Texts as people write them: paragraphs, and lines that begin with a dash as a list. What a word processor brings along
//! and nobody sees is left out.

use super::document::Block;

/// The longest text of a section, in characters.
pub const LONGEST: usize = 20_000;

fn seen(c: char) -> Option<char> {
    match c {
        '\n' => Some('\n'),
        '\t' | '\u{a0}' | '\u{202f}' | '\u{2007}' => Some(' '),
        // Hyphens that are not there, marks of no width, the order of bytes, and what stands for pictures; but not the joiners
        // (U+200C, U+200D) that some languages spell with.
        '\u{ad}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}'
        | '\u{feff}'
        | '\u{fffc}' => None,
        c if c.is_control() => None,
        c => Some(c),
    }
}

/// The text as it is kept.
pub fn tidy(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{0b}', '\u{0c}', '\u{2028}', '\u{2029}'], "\n");
    let text: String = text.chars().filter_map(seen).collect();
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        let line = line.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        let bullet = line.strip_prefix(['•', '◦', '▪', '·', '*', '–', '—', '‣', '\u{f0b7}', '\u{f0a7}']);
        let line = match bullet {
            Some(rest) if rest.starts_with(' ') => format!("- {}", rest.trim()),
            _ => line,
        };
        // One empty line is enough.
        if line.is_empty() && lines.last().is_none_or(String::is_empty) {
            continue;
        }
        lines.push(line);
    }
    lines.join("\n").trim_end().to_owned()
}

/// The text as it is read.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut goes_on = false;
    for line in text.lines() {
        if line.is_empty() {
            goes_on = false;
            continue;
        }
        let item = line.strip_prefix("- ").map(str::trim).filter(|it| !it.is_empty());
        match (item, blocks.last_mut().filter(|_| goes_on)) {
            (Some(item), Some(Block::List { items })) => items.push(item.to_owned()),
            (Some(item), _) => blocks.push(Block::List { items: vec![item.to_owned()] }),
            (None, Some(Block::Paragraph { text })) => {
                text.push('\n');
                text.push_str(line);
            }
            (None, _) => blocks.push(Block::Paragraph { text: line.to_owned() }),
        }
        goes_on = true;
    }
    blocks
}
