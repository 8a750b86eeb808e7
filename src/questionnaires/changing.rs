//! How what a version asks is changed, one step at a time. Each step says what of it cannot be.

use super::check::{Fault, check};
use super::content::{Area, Content, Item};
use crate::i18n::Text18;

/// One step of changing what a version asks.
#[derive(Clone, Debug)]
pub enum Change {
    /// Puts a question in place of the one with this code, or at the end where there is none.
    Item {
        was: Option<String>,
        is: Box<Item>,
    },
    /// To a place among all, counted from 0; the others close up.
    Place {
        item: String,
        at: usize,
    },
    Remove {
        item: String,
    },
    /// All areas, each with the code that it had, if it had one.
    Areas(Vec<(Option<String>, Area)>),
    /// What is said in one language, by place.
    Language {
        lang: String,
        texts: Vec<(Spot, String)>,
    },
    /// The language in which everything is offered first.
    First(String),
    /// Takes a language away, with all that is said in it.
    Without(String),
}

/// A text of a questionnaire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    Area(String),
    Text(String),
    Easy(String),
    Reason(String),
    /// Of an item, and of a choice.
    Choice(String, String),
}

impl Spot {
    /// As a form's field is called.
    pub fn field(&self) -> String {
        match self {
            Spot::Area(area) => format!("area-{area}"),
            Spot::Text(item) => format!("text-{item}"),
            Spot::Easy(item) => format!("easy-{item}"),
            Spot::Reason(item) => format!("reason-{item}"),
            Spot::Choice(item, choice) => format!("choice-{item}-{choice}"),
        }
    }
}

/// Every text there is to say in a language, in the order in which it is read.
pub fn spots(content: &Content) -> Vec<Spot> {
    let mut spots: Vec<Spot> = content.areas.iter().map(|area| Spot::Area(area.code.clone())).collect();
    for item in &content.items {
        let code = || item.code.clone();
        spots.extend([Spot::Text(code()), Spot::Easy(code())]);
        if item.sensitive.is_some() {
            spots.push(Spot::Reason(code()));
        }
        spots.extend(item.scale.choices().iter().map(|choice| Spot::Choice(code(), choice.code.clone())));
    }
    spots
}

/// The text at a spot, in all languages.
pub fn text_mut<'c>(content: &'c mut Content, spot: &Spot) -> Option<&'c mut Text18> {
    let (Spot::Text(code) | Spot::Easy(code) | Spot::Reason(code) | Spot::Choice(code, _)) = spot else {
        let Spot::Area(code) = spot else { return None };
        return content.areas.iter_mut().find(|area| area.code == *code).map(|area| &mut area.name);
    };
    let item = content.items.iter_mut().find(|item| item.code == *code)?;
    match spot {
        Spot::Text(_) => Some(&mut item.text),
        Spot::Easy(_) => Some(&mut item.easy),
        Spot::Reason(_) => item.sensitive.as_mut(),
        Spot::Choice(_, choice) => {
            let mut choices = item.scale.choices_mut().iter_mut();
            choices.find(|it| it.code == *choice).map(|it| &mut it.text)
        }
        Spot::Area(_) => None,
    }
}

impl Content {
    /// This, changed; or what would be wrong with it that is not wrong already.
    pub fn changed(&self, change: &Change) -> Result<Content, Vec<Fault>> {
        let mut next = self.clone();
        match change {
            Change::Item { was, is } => next.put(was.as_deref(), is),
            Change::Place { item, at } => next.place(item, *at),
            Change::Remove { item } => next.items.retain(|it| it.code != *item),
            Change::Areas(areas) => next.set_areas(areas),
            Change::Language { lang, texts } => next.say(lang, texts),
            Change::First(lang) => {
                if let Some(at) = next.languages.iter().position(|it| it == lang) {
                    next.languages[..=at].rotate_right(1);
                }
            }
            Change::Without(lang) => next.without(lang),
        }
        let before = check(self);
        let faults: Vec<Fault> = check(&next).into_iter().filter(|it| !before.contains(it)).collect();
        if faults.is_empty() { Ok(next) } else { Err(faults) }
    }

    fn put(&mut self, was: Option<&str>, is: &Item) {
        let at = was.and_then(|was| self.items.iter().position(|item| item.code == was));
        match at {
            Some(at) => self.items[at] = is.clone(),
            // Sent twice: it stands already.
            None if self.items.iter().any(|item| item == is) => return,
            None => self.items.push(is.clone()),
        }
        let Some(was) = was.filter(|was| *was != is.code) else { return };
        for item in &mut self.items {
            if let Some(condition) = item.only_if.as_mut().filter(|it| it.item == was) {
                condition.item.clone_from(&is.code);
            }
        }
    }

    fn place(&mut self, code: &str, at: usize) {
        if let Some(was) = self.items.iter().position(|item| item.code == code) {
            let item = self.items.remove(was);
            self.items.insert(at.min(self.items.len()), item);
        }
    }

    fn set_areas(&mut self, areas: &[(Option<String>, Area)]) {
        for item in &mut self.items {
            let Some(area) = &item.area else { continue };
            let stays = areas.iter().find(|(was, _)| was.as_ref() == Some(area));
            item.area = stays.map(|(_, area)| area.code.clone());
        }
        self.areas = areas.iter().map(|(_, area)| area.clone()).collect();
    }

    fn say(&mut self, lang: &str, texts: &[(Spot, String)]) {
        if !self.languages.iter().any(|it| it == lang) {
            self.languages.push(lang.to_owned());
        }
        for (spot, said) in texts {
            if let Some(text) = text_mut(self, spot) {
                text.put(lang, said);
            }
        }
    }

    fn without(&mut self, lang: &str) {
        self.languages.retain(|it| it != lang);
        for spot in spots(self) {
            if let Some(text) = text_mut(self, &spot) {
                text.put(lang, "");
            }
        }
    }
}
