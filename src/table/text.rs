//! Tables written as text: which letters, which separator, which lines.

use std::borrow::Cow;

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1250};

use super::{Cell, Kept, Unreadable, unguarded};

/// How the bytes of files begin that are something else.
const SPREADSHEETS: [&[u8]; 1] = [b"\xd0\xcf\x11\xe0"];
const OTHERS: [&[u8]; 6] = [b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"\x1f\x8b"];

pub fn read(bytes: &[u8], kept: &mut Kept) -> Result<(), Unreadable> {
    let begins = |all: &[&[u8]]| all.iter().any(|begin| bytes.starts_with(begin));
    if begins(&SPREADSHEETS) {
        return Err(Unreadable::OtherFormat);
    }
    if begins(&OTHERS) {
        return Err(Unreadable::NotATable);
    }
    let text = letters(bytes);
    if !is_text(&text) {
        return Err(Unreadable::NotATable);
    }
    // Excel's own word about the separator, before the table begins.
    let (said, text, before) = match text.split_once('\n') {
        Some((first, rest)) if first.trim_end().len() == 5 && first.starts_with("sep=") => {
            (Some(first.as_bytes()[4]), rest, 1)
        }
        _ => (None, text.as_ref(), 0),
    };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(said.unwrap_or_else(|| separator(text)))
        .from_reader(text.as_bytes());
    kept.sheet(None);
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).map_err(|_| Unreadable::NotATable)? {
        let number = record.position().map_or(0, |at| line_of(text, at)) + before;
        let mut cells = Vec::with_capacity(record.len().min(kept.limits.columns + 1));
        for cell in &record {
            // One further than there may be, so that it can be told.
            if cells.len() > kept.limits.columns && cell.trim().is_empty() {
                continue;
            }
            kept.weigh(cell)?;
            cells.push(if cell.is_empty() { Cell::Empty } else { Cell::Text(unguarded(cell).to_owned()) });
        }
        kept.keep(number, cells)?;
    }
    Ok(())
}

/// UTF-8, UTF-16 where it says so, else what spreadsheets of this part of Europe write.
fn letters(bytes: &[u8]) -> Cow<'_, str> {
    let with_mark = [(&b"\xff\xfe"[..], UTF_16LE), (&b"\xfe\xff"[..], UTF_16BE)];
    if let Some((mark, encoding)) = with_mark.into_iter().find(|(mark, _)| bytes.starts_with(mark)) {
        return encoding.decode_without_bom_handling(&bytes[mark.len()..]).0;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Err(_) => WINDOWS_1250.decode_without_bom_handling(bytes).0,
    }
}

/// Whether these can be letters that somebody wrote: pictures and programs hold what no keyboard makes.
fn is_text(text: &str) -> bool {
    let (mut all, mut odd) = (0usize, 0usize);
    for c in text.chars() {
        if c == '\0' {
            return false;
        }
        all += 1;
        odd += usize::from(c.is_control() && !matches!(c, '\t' | '\r' | '\n' | '\u{b}' | '\u{c}'));
    }
    odd * 50 <= all
}

/// The line a record begins on; the reader tells the first of the blank lines before it.
fn line_of(text: &str, at: &csv::Position) -> usize {
    let begin = usize::try_from(at.byte()).unwrap_or(0);
    let rest = text.as_bytes().get(begin..).unwrap_or(&[]);
    let blank = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    usize::try_from(at.line()).unwrap_or(0) + blank.filter(|byte| **byte == b'\n').count()
}

/// What separates cells: the candidate that comes equally often, outside quotes, in the most of the first lines. Titles on
/// top and commas inside numbers and notes do not.
fn separator(text: &str) -> u8 {
    let lines: Vec<Vec<&str>> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .take(40)
        .map(|line| line.split('"').step_by(2).collect())
        .collect();
    let steady = |byte: char| {
        let mut counts: Vec<usize> = lines
            .iter()
            .map(|outside| outside.iter().map(|part| part.matches(byte).count()).sum())
            .filter(|n| *n > 0)
            .collect();
        counts.sort_unstable();
        counts.chunk_by(|a, b| a == b).map(|same| (same.len(), same[0])).max().unwrap_or((0, 0))
    };
    [(b',', steady(',')), (b';', steady(';')), (b'\t', steady('\t'))]
        .into_iter()
        .max_by_key(|(_, steady)| *steady)
        .filter(|(_, (lines, _))| *lines > 0)
        .map_or(b',', |(byte, _)| byte)
}
