//! What somebody typed into a form, and what is wrong with it: shared by all features.

use crate::i18n::{Arg, Text18, Words};

/// A problem to tell beside a field.
#[derive(Clone, Debug)]
pub struct Wrong {
    pub field: String,
    /// Key of the sentence.
    pub key: &'static str,
    pub args: Vec<(&'static str, Arg)>,
}

impl Wrong {
    pub fn new(field: &str, key: &'static str) -> Wrong {
        Wrong { field: field.to_owned(), key, args: Vec::new() }
    }

    pub fn arg(mut self, name: &'static str, arg: impl Into<Arg>) -> Wrong {
        self.args.push((name, arg.into()));
        self
    }
}

/// The problems as a page tells them: (field, sentence).
pub fn told(w: Words, wrong: &[Wrong]) -> Vec<(String, String)> {
    wrong.iter().map(|wrong| (wrong.field.clone(), w.with(wrong.key, &wrong.args))).collect()
}

/// One line as people meant it: no breaks, no marks that cannot be seen, single spaces.
pub fn tidy(text: &str) -> String {
    let seen: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text typed in several languages, (language, text) in the network's order, from fields `name_sl`, `name_en`, …
pub struct Names<'a> {
    pub typed: &'a [(String, String)],
    /// The longest, in characters.
    pub most: usize,
    /// Keys of the sentences for none at all, and for one that is too long.
    pub missing: &'static str,
    pub long: &'static str,
}

impl Names<'_> {
    /// The text meant; what is wrong is added to `wrong`.
    pub fn read(&self, wrong: &mut Vec<Wrong>) -> Text18 {
        let mut name = Text18::default();
        for (lang, text) in self.typed {
            let text = tidy(text);
            if text.chars().count() > self.most {
                let most = i64::try_from(self.most).unwrap_or(i64::MAX);
                wrong.push(Wrong::new(&format!("name_{lang}"), self.long).arg("n", most));
            }
            if !text.is_empty() {
                name.set(lang, text);
            }
        }
        if name.is_empty() {
            let first = self.typed.first().map_or("", |(lang, _)| lang);
            wrong.push(Wrong::new(&format!("name_{first}"), self.missing));
        }
        name
    }
}
