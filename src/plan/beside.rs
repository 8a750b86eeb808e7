//! Two versions of a plan beside one another: which parts came, went and changed, and which words.

use super::document::{Part, Plan};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change<'a> {
    Added(&'a Part),
    Gone(&'a Part),
    /// (before, after)
    Changed(&'a Part, &'a Part),
}

/// What differs between two versions of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside<'a> {
    /// What stands before the parts.
    pub head: bool,
    /// As the later one is read, then what went.
    pub parts: Vec<Change<'a>>,
    /// Whether what is in both is read in another order.
    pub order: bool,
}

impl Beside<'_> {
    pub fn is_nothing(&self) -> bool {
        !self.head && self.parts.is_empty() && !self.order
    }

    /// How many parts differ, what stands before them counted as one.
    pub fn count(&self) -> i64 {
        i64::try_from(self.parts.len()).unwrap_or(i64::MAX) + i64::from(self.head)
    }
}

pub fn plans<'a>(before: &'a Plan, after: &'a Plan) -> Beside<'a> {
    let come = after.parts.iter().filter_map(|part| match before.part(&part.code) {
        None => Some(Change::Added(part)),
        Some(was) if was != part => Some(Change::Changed(was, part)),
        Some(_) => None,
    });
    let gone = before.parts.iter().filter(|part| after.part(&part.code).is_none()).map(Change::Gone);
    let order = |of: &'a Plan, other: &Plan| -> Vec<&'a str> {
        of.parts.iter().map(|it| it.code.as_str()).filter(|code| other.part(code).is_some()).collect()
    };
    Beside {
        head: before.head != after.head,
        parts: come.chain(gone).collect(),
        order: order(before, after) != order(after, before),
    }
}

/// Some words, and whether the other text has them too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bit {
    pub text: String,
    pub same: bool,
}

/// A word, or what stands between two.
fn pieces(text: &str) -> Vec<&str> {
    let mut all = Vec::new();
    let mut begun = 0;
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        if before.is_some_and(|it| !(it.is_alphanumeric() && c.is_alphanumeric())) {
            all.push(&text[begun..at]);
            begun = at;
        }
        before = Some(c);
    }
    if begun < text.len() {
        all.push(&text[begun..]);
    }
    all
}

/// More comparisons than this are not worth the wait: then all that is between what both begin and end with is another text.
const MOST: usize = 4_000_000;

/// Which pieces of both are the same, in the same order: the longest such row.
fn common(old: &[&str], new: &[&str]) -> Vec<(bool, bool)> {
    let width = new.len() + 1;
    let mut longest = vec![0u32; (old.len() + 1) * width];
    for (i, a) in old.iter().enumerate().rev() {
        for (j, b) in new.iter().enumerate().rev() {
            longest[i * width + j] = if a == b {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let mut steps = Vec::with_capacity(old.len() + new.len());
    let (mut i, mut j) = (0, 0);
    while i < old.len() || j < new.len() {
        let (left, right) = (i < old.len(), j < new.len());
        if left && right && old[i] == new[j] {
            steps.push((true, true));
            (i, j) = (i + 1, j + 1);
        } else if left && (!right || longest[(i + 1) * width + j] >= longest[i * width + j + 1]) {
            steps.push((true, false));
            i += 1;
        } else {
            steps.push((false, true));
            j += 1;
        }
    }
    steps
}

fn put(to: &mut Vec<Bit>, text: &str, same: bool) {
    match to.last_mut() {
        Some(last) if last.same == same => last.text.push_str(text),
        _ => to.push(Bit { text: text.to_owned(), same }),
    }
}

/// Two texts, each in bits that the other has too and bits that it has not.
pub fn words(old: &str, new: &str) -> (Vec<Bit>, Vec<Bit>) {
    let (old, new) = (pieces(old), pieces(new));
    let first = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let (rest_old, rest_new) = (&old[first..], &new[first..]);
    let last = rest_old.iter().rev().zip(rest_new.iter().rev()).take_while(|(a, b)| a == b).count();
    let (mid_old, mid_new) = (&rest_old[..rest_old.len() - last], &rest_new[..rest_new.len() - last]);
    let (mut left, mut right) = (Vec::new(), Vec::new());
    let both = |left: &mut Vec<Bit>, right: &mut Vec<Bit>, text: &str| {
        put(left, text, true);
        put(right, text, true);
    };
    for text in &old[..first] {
        both(&mut left, &mut right, text);
    }
    if mid_old.len().saturating_mul(mid_new.len()) > MOST {
        put(&mut left, &mid_old.concat(), false);
        put(&mut right, &mid_new.concat(), false);
    } else {
        let (mut i, mut j) = (0, 0);
        for step in common(mid_old, mid_new) {
            match step {
                (true, true) => both(&mut left, &mut right, mid_old[i]),
                (true, false) => put(&mut left, mid_old[i], false),
                _ => put(&mut right, mid_new[j], false),
            }
            i += usize::from(step.0);
            j += usize::from(step.1);
        }
    }
    for text in &rest_old[rest_old.len() - last..] {
        both(&mut left, &mut right, text);
    }
    (left, right)
}
