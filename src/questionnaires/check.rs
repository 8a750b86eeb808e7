//! What a questionnaire must hold to before anybody is asked it. Whatever is wrong is told at once, with its place.

use std::collections::BTreeSet;

use super::content::{Content, Item, LONGEST, MOST_AREAS, MOST_CHOICES, MOST_ITEMS, MOST_LANGUAGES, Scale};
use crate::i18n::{Arg, Text18, Words};

/// Where something is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    Whole,
    Area(String),
    Item(String),
}

/// Something wrong, as the key of a sentence and one word to put in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub place: Place,
    pub key: &'static str,
    pub it: String,
}

impl Fault {
    pub fn says(&self, w: Words) -> String {
        w.with(self.key, &[("it", Arg::Text(self.it.clone()))])
    }
}

/// A code: a lower-case letter, then letters, digits and underscores, 32 at most. As spreadsheets of questionnaires and
/// statistics packages take them.
pub fn is_code(text: &str) -> bool {
    text.len() <= 32
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

/// Codes that mean something of their own in what is written and sent.
const RESERVED: [&str; 7] = ["dont_know", "unanswered", "not_asked", "key", "code", "lang", "new"];

struct Faults(Vec<Fault>);

impl Faults {
    fn add(&mut self, place: &Place, key: &'static str, it: impl Into<String>) {
        self.0.push(Fault { place: place.clone(), key, it: it.into() });
    }

    fn text(&mut self, place: &Place, text: &Text18, missing: &'static str) {
        if text.is_empty() {
            self.add(place, missing, "");
        }
        for (lang, said) in text.iter() {
            if said.chars().count() > LONGEST {
                self.add(place, "questionnaire-text-long", lang);
            }
        }
    }
}

pub fn check(content: &Content) -> Vec<Fault> {
    let mut faults = Faults(Vec::new());
    whole(content, &mut faults);
    let mut codes = BTreeSet::new();
    for area in &content.areas {
        let place = Place::Area(area.code.clone());
        if !is_code(&area.code) {
            faults.add(&place, "questionnaire-code-odd", &area.code);
        }
        if !codes.insert(&area.code) {
            faults.add(&place, "questionnaire-code-twice", &area.code);
        }
        faults.text(&place, &area.name, "questionnaire-area-nameless");
    }
    let mut codes = BTreeSet::new();
    for (at, item) in content.items.iter().enumerate() {
        let place = Place::Item(item.code.clone());
        if !is_code(&item.code) || RESERVED.contains(&item.code.as_str()) {
            faults.add(&place, "questionnaire-code-odd", &item.code);
        }
        if !codes.insert(&item.code) {
            faults.add(&place, "questionnaire-code-twice", &item.code);
        }
        one(content, at, item, &mut faults);
    }
    faults.0
}

fn whole(content: &Content, faults: &mut Faults) {
    let place = Place::Whole;
    if content.languages.is_empty() {
        faults.add(&place, "questionnaire-no-language", "");
    }
    let mut seen = BTreeSet::new();
    for lang in &content.languages {
        let fits = (2..=3).contains(&lang.len()) && lang.bytes().all(|byte| byte.is_ascii_lowercase());
        if !fits || !seen.insert(lang) {
            faults.add(&place, "questionnaire-language-odd", lang);
        }
    }
    for (n, most, key) in [
        (content.items.len(), MOST_ITEMS, "questionnaire-many-items"),
        (content.areas.len(), MOST_AREAS, "questionnaire-many-areas"),
        (content.languages.len(), MOST_LANGUAGES, "questionnaire-many-languages"),
    ] {
        if n > most {
            faults.add(&place, key, most.to_string());
        }
    }
    if content.asked().all(|item| item.scale.is_background()) {
        faults.add(&place, "questionnaire-asks-nothing", "");
    }
    for scale in [Scale::Gender, Scale::Age] {
        if content.items.iter().filter(|item| item.scale == scale).count() > 1 {
            faults.add(&place, "questionnaire-background-twice", scale.code());
        }
    }
}

fn one(content: &Content, at: usize, item: &Item, faults: &mut Faults) {
    let place = Place::Item(item.code.clone());
    faults.text(&place, &item.text, "questionnaire-item-wordless");
    for (lang, said) in item.easy.iter() {
        if said.chars().count() > LONGEST {
            faults.add(&place, "questionnaire-text-long", lang);
        }
    }
    if let Some(area) = &item.area {
        if content.area(area).is_none() {
            faults.add(&place, "questionnaire-area-unknown", area);
        }
        // What is asked of few only, or shown of many only, would make an area another thing for each.
        if item.scale.steps().is_none() || item.sensitive.is_some() {
            faults.add(&place, "questionnaire-area-unscored", area);
        }
    }
    if item.reversed && item.scale.steps().is_none() {
        faults.add(&place, "questionnaire-reversed-unscored", "");
    }
    if let Some(reason) = &item.sensitive {
        faults.text(&place, reason, "questionnaire-reason-missing");
        if item.scale.is_background() || item.scale == Scale::Open {
            faults.add(&place, "questionnaire-sensitive-scale", "");
        }
    }
    choices(item, &place, faults);
    if let Scale::Number { least, most } = item.scale
        && !(0 <= least && least < most && most <= 10_000)
    {
        faults.add(&place, "questionnaire-bounds-odd", "");
    }
    if let Some(condition) = &item.only_if {
        let before = content.items[..at].iter().find(|before| before.code == condition.item);
        match before {
            None => faults.add(&place, "questionnaire-condition-later", &condition.item),
            Some(before) if before.sensitive.is_some() || before.scale.is_background() => {
                // Whether it was asked would tell what was said there.
                faults.add(&place, "questionnaire-condition-sensitive", &condition.item);
            }
            Some(before) => {
                let known = before.scale.codes();
                if condition.any_of.is_empty() {
                    faults.add(&place, "questionnaire-condition-empty", &condition.item);
                }
                for code in condition.any_of.iter().filter(|code| !known.contains(code)) {
                    faults.add(&place, "questionnaire-condition-unknown", code);
                }
            }
        }
        if item.scale.is_background() {
            faults.add(&place, "questionnaire-condition-background", "");
        }
    }
}

fn choices(item: &Item, place: &Place, faults: &mut Faults) {
    let (Scale::One(choices) | Scale::Many(choices)) = &item.scale else { return };
    if choices.len() < 2 {
        faults.add(place, "questionnaire-few-choices", "");
    }
    if choices.len() > MOST_CHOICES {
        faults.add(place, "questionnaire-many-choices", MOST_CHOICES.to_string());
    }
    let mut codes = BTreeSet::new();
    for choice in choices {
        // Of digits alone too: spreadsheets number what can be chosen.
        let numbered = !choice.code.is_empty() && choice.code.bytes().all(|byte| byte.is_ascii_digit());
        if !(is_code(&choice.code) || (numbered && choice.code.len() <= 4))
            || RESERVED.contains(&choice.code.as_str())
        {
            faults.add(place, "questionnaire-choice-odd", &choice.code);
        }
        if !codes.insert(&choice.code) {
            faults.add(place, "questionnaire-choice-twice", &choice.code);
        }
        faults.text(place, &choice.text, "questionnaire-choice-wordless");
    }
}

/// A text that a language lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    pub place: Place,
    /// A choice's code, or none: the question or the area's name itself; `reason` and `easy` are told so.
    pub part: Part,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Text,
    Easy,
    Reason,
    Choice(String),
}

/// What of a questionnaire has no words in a language. Of the easy variant only what another language has is missed.
pub fn missing(content: &Content, lang: &str) -> Vec<Missing> {
    let lacks = |text: &Text18| text.get(lang).is_none_or(|said| said.trim().is_empty());
    let mut missing = Vec::new();
    for area in content.areas.iter().filter(|area| lacks(&area.name)) {
        missing.push(Missing { place: Place::Area(area.code.clone()), part: Part::Text });
    }
    for item in &content.items {
        let mut add = |part| missing.push(Missing { place: Place::Item(item.code.clone()), part });
        if lacks(&item.text) {
            add(Part::Text);
        }
        if !item.easy.is_empty() && lacks(&item.easy) {
            add(Part::Easy);
        }
        if item.sensitive.as_ref().is_some_and(lacks) {
            add(Part::Reason);
        }
        for choice in item.scale.choices().iter().filter(|choice| lacks(&choice.text)) {
            add(Part::Choice(choice.code.clone()));
        }
    }
    missing
}
