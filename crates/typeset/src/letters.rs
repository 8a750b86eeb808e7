//! What of a text can be set, and what stands for the rest. The standard allows nothing without a shape: one such character
//! and there is no document at all. So what no font of ours has is set as a sign, and whoever asks is told which it was.

use serde_json::Value;
use typst::text::is_default_ignorable;
use unicode_segmentation::UnicodeSegmentation;

use crate::fonts::{further_has, inter_has};

/// Stands for what no font of ours has.
const SIGN: char = '□';

/// Letters of some scripts are told by these whether to join.
fn joins(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

/// A character as it is set; none: it has no shape in any font, and nobody misses it.
fn shaped(c: char) -> Option<char> {
    match c {
        // In between, a line may end: some scripts know no other spaces.
        '\n' | '\u{200b}' => Some(c),
        '\r' => None,
        c if c.is_whitespace() && !inter_has(c) => Some(' '),
        c if c.is_control() || is_default_ignorable(c) => None,
        c => Some(c),
    }
}

/// What there is to set. Cut into what a reader sees as one only after what has no shape is gone, for a mark behind it stands
/// on the letter before.
fn shapes(text: &str) -> String {
    text.chars().filter_map(|c| if joins(c) { Some(c) } else { shaped(c) }).collect()
}

/// Writes what a reader sees as one character: a letter with its marks, an emoji of several. False: only the sign.
fn put(cluster: &str, out: &mut String) -> bool {
    let seen = || cluster.chars().filter(|c| !joins(*c));
    if seen().all(|c| c == '\n' || inter_has(c)) {
        out.extend(seen());
        return true;
    }
    // A letter and a mark of two fonts would be set without one of them.
    if !seen().any(inter_has) && further_has(cluster.chars()) {
        out.push_str(cluster);
        return true;
    }
    out.push(SIGN);
    false
}

/// The text as it is set.
pub fn settable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for cluster in shapes(text).graphemes(true) {
        put(cluster, &mut out);
    }
    out
}

/// The same data with texts that can be set.
pub fn settable_data(data: Value) -> Value {
    match data {
        Value::String(text) => Value::String(settable(&text)),
        Value::Array(all) => all.into_iter().map(settable_data).collect(),
        Value::Object(all) => {
            Value::Object(all.into_iter().map(|(name, it)| (name, settable_data(it))).collect())
        }
        other => other,
    }
}

/// Whether a text can be set with no sign in place of anything.
pub fn has(text: &str) -> bool {
    shapes(text).graphemes(true).all(|cluster| put(cluster, &mut String::new()))
}

/// What of these texts is set as a sign: each character once, in the order in which they come, and an emoji of several as one.
pub fn missing(data: &Value) -> Vec<String> {
    let mut found = Vec::new();
    find(data, &mut found);
    found
}

fn find(data: &Value, found: &mut Vec<String>) {
    match data {
        Value::String(text) => {
            for cluster in shapes(text).graphemes(true) {
                if !put(cluster, &mut String::new()) && found.iter().all(|it| it != cluster) {
                    found.push(cluster.to_owned());
                }
            }
        }
        Value::Array(all) => all.iter().for_each(|it| find(it, found)),
        Value::Object(all) => all.values().for_each(|it| find(it, found)),
        _ => {}
    }
}
