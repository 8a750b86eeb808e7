//! What two people who write in the same section come to: both are kept wherever they changed different things. Pure.

use uuid::Uuid;

use super::report::{Chosen, MOST_STORIES, chosen, kept};
use super::template::What;

/// Of what both had before them, theirs and mine: the one that was changed, each of both where they changed different parts of
/// it; none where they changed the same.
pub fn merge(what: &What, base: &str, theirs: &str, mine: &str) -> Option<String> {
    match what {
        What::Stories => stories(base, theirs, mine),
        _ => text(base, theirs, mine),
    }
}

/// Theirs or mine, where no more than one of them is another one than before.
fn changed<'a, T: PartialEq + ?Sized>(base: &T, theirs: &'a T, mine: &'a T) -> Option<&'a T> {
    match () {
        () if mine == base || mine == theirs => Some(theirs),
        () if theirs == base => Some(mine),
        () => None,
    }
}

fn text(base: &str, theirs: &str, mine: &str) -> Option<String> {
    changed(base, theirs, mine).map(str::to_owned).or_else(|| paragraphs(base, theirs, mine))
}

/// Two people who changed different paragraphs are both kept, as long as neither added or took out any.
fn paragraphs(base: &str, theirs: &str, mine: &str) -> Option<String> {
    let cut = |text: &str| text.split("\n\n").map(str::to_owned).collect::<Vec<_>>();
    let (base, theirs, mine) = (cut(base), cut(theirs), cut(mine));
    if base.len() != theirs.len() || base.len() != mine.len() {
        return None;
    }
    let one = |((base, theirs), mine): ((&String, &String), &String)| changed(base, theirs, mine).cloned();
    let merged: Option<Vec<String>> = base.iter().zip(&theirs).zip(&mine).map(one).collect();
    merged.map(|all| all.join("\n\n"))
}

fn of(all: &[Chosen], entry: Uuid) -> Option<&Chosen> {
    all.iter().find(|it| it.entry == entry)
}

/// Two people who told different entries are both kept: those of whoever saved first, then what the other one added. More of
/// them than there may be are for somebody to choose from.
fn stories(base: &str, theirs: &str, mine: &str) -> Option<String> {
    if let Some(one) = changed(base, theirs, mine) {
        return Some(one.to_owned());
    }
    let (base, theirs, mine) = (chosen(base), chosen(theirs), chosen(mine));
    let added = mine.iter().filter(|it| of(&theirs, it.entry).is_none());
    let mut merged = Vec::new();
    for it in theirs.iter().chain(added) {
        merged.extend(story(of(&base, it.entry), of(&theirs, it.entry), of(&mine, it.entry))?);
    }
    (merged.len() <= MOST_STORIES).then(|| kept(&merged))
}

/// What becomes of one entry: told as whoever changed it left it, or told no more, where one took it out and the other one left
/// it as it was. None: both changed its words, or one did and the other took it out, so that somebody has to see both.
fn story(base: Option<&Chosen>, theirs: Option<&Chosen>, mine: Option<&Chosen>) -> Option<Option<Chosen>> {
    if let Some(one) = changed(&base, &theirs, &mine) {
        return Some(one.cloned());
    }
    let (theirs, mine) = (theirs?, mine?);
    let (words, bare) = base.map_or(("", false), |it| (it.words.as_str(), it.bare));
    Some(Some(Chosen {
        entry: theirs.entry,
        words: text(words, &theirs.words, &mine.words)?,
        // There are two possibilities: whoever changed it wants the other one.
        bare: if mine.bare == bare { theirs.bare } else { mine.bare },
    }))
}
