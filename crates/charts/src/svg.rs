//! What all charts share: numbers and text as XML, the frame, linked parts, and how wide a text may become.

use std::fmt::Write;

/// Room of a chart on the narrowest page (320 px less the page's and the card's edges).
pub(crate) const PHONE: f64 = 256.0;
/// Room of a full-width card from 52rem of window up; narrower windows hide `wide-only`.
pub(crate) const WIDE: f64 = 640.0;

/// An amount as it can be drawn: never negative, infinite or NaN.
pub(crate) fn amount(v: f64) -> f64 {
    if v.is_finite() && v > 0.0 { v } else { 0.0 }
}

/// A number for an attribute: at most two decimals, no exponent, no minus zero. Of whole hundredths, for formatting a
/// float exactly takes longer than all else in a mark.
pub(crate) fn num(v: f64) -> String {
    let v = if v.is_finite() { v.clamp(-1e6, 1e6) } else { 0.0 };
    #[allow(clippy::cast_possible_truncation)]
    let hundredths = (v * 100.0).round() as i64;
    let (whole, part) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    let sign = if hundredths < 0 { "-" } else { "" };
    match part {
        0 => format!("{sign}{whole}"),
        tenths if tenths % 10 == 0 => format!("{sign}{whole}.{}", tenths / 10),
        part => format!("{sign}{whole}.{part:02}"),
    }
}

/// A place or length across, in per cent.
pub(crate) fn pc(v: f64) -> String {
    num(v) + "%"
}

/// Text for content and attributes alike; characters XML does not allow are left out.
pub(crate) fn esc(s: &str) -> String {
    let mut out = String::with_capacity(s.len());
    for c in s.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// `aria-labelledby` splits at spaces, so an id keeps letters, digits, `-` and `_` only.
fn id(s: &str) -> String {
    let keep = |c: char| if c.is_ascii_alphanumeric() || "-_".contains(c) { c } else { '-' };
    if s.is_empty() { "chart".into() } else { s.chars().map(keep).collect() }
}

/// The `<svg>` with its name and finding around `body`. Linked parts must stay reachable, so such a chart is a group:
/// an image hides what is inside it.
pub(crate) fn frame(chart: (&str, &str, &str), height: f64, links: bool, body: &str) -> String {
    let (id, title, desc, height) = (id(chart.0), esc(chart.1), esc(chart.2), num(height));
    let aria = if links {
        format!(r#"role="group" aria-labelledby="{id}-t" aria-describedby="{id}-d""#)
    } else {
        format!(r#"role="img" aria-labelledby="{id}-t {id}-d""#)
    };
    format!(
        r#"<svg width="100%" height="{height}" {aria}><title id="{id}-t">{title}</title><desc id="{id}-d">{desc}</desc>{body}</svg>"#
    )
}

/// Where a link may be tapped: the whole room of its part, not only the ink in it.
pub(crate) struct Tap {
    pub x: f64,
    pub width: f64,
    pub y: f64,
    pub height: f64,
}

/// An address to go to; an empty one is none.
pub(crate) fn target(href: &Option<String>) -> Option<&str> {
    href.as_deref().map(str::trim).filter(|h| !h.is_empty())
}

/// One mark with its sentence, as a link where there is something behind it.
pub(crate) fn part(out: &mut String, href: &Option<String>, title: &str, tap: Tap, inner: &str) {
    let title = esc(title);
    match target(href) {
        Some(href) => {
            let (x, width, y, height) = (pc(tap.x), pc(tap.width), num(tap.y), num(tap.height));
            let _ = write!(
                out,
                r#"<a href="{}"><title>{title}</title><rect fill-opacity="0" x="{x}" width="{width}" y="{y}" height="{height}"/>{inner}</a>"#,
                esc(href)
            );
        }
        None => {
            let _ = write!(out, "<g><title>{title}</title>{inner}</g>");
        }
    }
}

/// A part's sentence; without one, its label and figure say the same in short.
pub(crate) fn sentence(title: &str, label: &str, shown: &str) -> String {
    if title.trim().is_empty() { format!("{label}: {shown}") } else { title.into() }
}

/// One line of text. No class at all means: starts at `x`, in ink.
pub(crate) fn text(out: &mut String, class: &str, x: f64, y: f64, s: &str) {
    let class = if class.is_empty() { String::new() } else { format!(r#" class="{class}""#) };
    let _ = write!(out, r#"<text{class} x="{}" y="{}">{}</text>"#, pc(x), num(y), esc(s));
}

/// A bar from the left; nothing at all when there is nothing to show.
pub(crate) fn bar(out: &mut String, class: &str, x: f64, width: f64, y: f64, height: f64, rx: f64) {
    if width < 0.005 || height < 0.005 {
        return;
    }
    let (x, width, y, height, rx) = (pc(x), pc(width), num(y), num(height), num(rx));
    let _ =
        write!(out, r#"<rect class="{class}" x="{x}" width="{width}" y="{y}" height="{height}" rx="{rx}"/>"#);
}

/// A line from one place to another, ends given as (x, y).
pub(crate) fn line(out: &mut String, class: &str, from: (f64, f64), to: (f64, f64)) {
    let (x1, x2, y1, y2) = (pc(from.0), pc(to.0), num(from.1), num(to.1));
    let _ = write!(out, r#"<line class="{class}" x1="{x1}" x2="{x2}" y1="{y1}" y2="{y2}"/>"#);
}

/// A circle, its middle given.
pub(crate) fn circle(out: &mut String, class: &str, x: f64, y: f64, r: f64) {
    let _ = write!(out, r#"<circle class="{class}" cx="{}" cy="{}" r="{}"/>"#, pc(x), num(y), num(r));
}

/// A rectangle in px, for telling what would collide.
#[derive(Clone, Copy)]
pub(crate) struct Area {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
}

impl Area {
    pub(crate) fn hits(&self, o: &Area, gap: f64) -> bool {
        self.left < o.right + gap && o.left < self.right + gap && self.top < o.bottom && o.top < self.bottom
    }

    /// Of a text held somewhere, with its first line on `baseline` and its last one `more` px below.
    pub(crate) fn of_text(held: (&str, f64), width: f64, baseline: f64, more: f64, room: f64) -> Self {
        let x = held.1 / 100.0 * room;
        let left = match held.0 {
            "" => x,
            "e" => x - width,
            _ => x - width / 2.0,
        };
        Self { left, right: left + width, top: baseline - 11.0, bottom: baseline + more + 2.0 }
    }
}

/// Where a text is held: in the middle of its mark, unless it would reach further than `spill` px out of the chart.
pub(crate) fn held(mid: f64, width: f64, spill: f64) -> (&'static str, f64) {
    let at = mid / 100.0 * PHONE;
    if at - width / 2.0 < -spill {
        ("", 0.0)
    } else if at + width / 2.0 > PHONE + spill {
        ("e", 100.0)
    } else {
        ("m", mid)
    }
}

/// About how many pixels a text takes at 13 px, weight 600. The server cannot measure, so this errs to the wide side.
pub(crate) fn width_of(s: &str) -> f64 {
    s.chars()
        .map(|c| match c {
            'f' | 'i' | 'j' | 'l' | 'r' | 't' | 'I' | ' ' | '\u{a0}' | '.' | ',' | ':' | ';' | '\'' | '/'
            | '(' | ')' | '·' => 4.2,
            '-' => 6.0,
            'm' | 'w' | 'M' | 'W' | '%' | '@' | '…' => 11.0,
            '0'..='9' => 8.0,
            c if c.is_uppercase() => 8.8,
            c if c < '\u{1100}' => 7.2,
            _ => 13.0,
        })
        .sum()
}

/// Breaks a label into at most three lines, `first` px for the first one and `rest` for the others. What is still left
/// ends in "…"; the whole label stands in the part's title.
pub(crate) fn wrap(s: &str, first: f64, rest: f64) -> Vec<String> {
    const LINES: usize = 3;
    let mut lines = vec![String::new()];
    let mut words: std::collections::VecDeque<String> = s.split_whitespace().map(String::from).collect();
    while let Some(word) = words.pop_front() {
        let n = lines.len();
        let room = if n == 1 { first } else { rest };
        let Some(last) = lines.last_mut() else { break };
        let joined = if last.is_empty() { word.clone() } else { format!("{last} {word}") };
        if width_of(&joined) <= room {
            *last = joined;
        } else if n == LINES {
            last.push('…');
            break;
        } else if last.is_empty() && width_of(&word) > rest {
            let cut = cut_at(&word, room - width_of("-"));
            *last = format!("{}-", &word[..cut]);
            words.push_front(word[cut..].into());
            lines.push(String::new());
        } else {
            words.push_front(word);
            lines.push(String::new());
        }
    }
    lines
}

/// Where to cut a word that is longer than a line: after the last character that fits, but always after the first.
fn cut_at(word: &str, room: f64) -> usize {
    let mut used = 0.0;
    for (i, c) in word.char_indices() {
        used += width_of(c.encode_utf8(&mut [0; 4]));
        if used > room && i > 0 {
            return i;
        }
    }
    word.len()
}
