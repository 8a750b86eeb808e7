//! The program's own scales as lists of a file: how they are called, what they offer, in which words.

use std::sync::LazyLock;

use crate::i18n::{Sentences, Text18, folded};
use crate::questionnaires::content::{Choice, Scale};

/// Scales that are asked with choices of the program's own, and the names of their lists.
const OWN: [(&str, Scale); 5] = [
    ("agree5", Scale::Agree5),
    ("agree4", Scale::Agree4),
    ("yes_no", Scale::YesNo),
    ("gender", Scale::Gender),
    ("age_class", Scale::Age),
];

/// The scale whose list is called so.
pub fn named(list: &str) -> Option<Scale> {
    OWN.into_iter().find(|(name, _)| *name == list).map(|(_, scale)| scale)
}

/// How the list of a scale is called; none where its choices are the author's, or typed.
pub fn list(scale: &Scale) -> Option<&'static str> {
    OWN.iter().find(|(_, it)| it == scale).map(|(name, _)| *name)
}

/// Words of the page that young people answer on, and those of files.
static ASKED: LazyLock<Vec<Sentences>> = LazyLock::new(|| Sentences::of_every_language("ask.ftl"));
static FILED: LazyLock<Vec<Sentences>> = LazyLock::new(|| Sentences::of_every_language("xlsform.ftl"));

fn read(all: &[Sentences], key: &str, lang: &str) -> Option<String> {
    let of = |lang: &str| all.iter().find(|it| it.lang() == lang);
    of(lang).or_else(|| of("en"))?.get(key)
}

/// A choice of the program's own in a language, as far as it is written; else in English, so that it can be chosen at all. As
/// young people read it; classes of age, which an evaluation sets, by their order.
fn said(list: &str, code: &str, lang: &str) -> String {
    read(&ASKED, &format!("ask-{list}-{code}"), lang)
        .or_else(|| filed(list, code, lang))
        .unwrap_or_else(|| code.to_owned())
}

/// What other tools call the same choice.
fn filed(list: &str, code: &str, lang: &str) -> Option<String> {
    read(&FILED, &format!("xlsform-list-{list}-{code}"), lang)
}

/// What a scale offers, in these languages.
pub fn offered(scale: &Scale, languages: &[String]) -> Vec<Choice> {
    let Some(list) = list(scale) else { return Vec::new() };
    let choice = |code: String| {
        let mut text = Text18::default();
        for lang in languages {
            text.set(lang, said(list, &code, lang));
        }
        Choice { code, text }
    };
    scale.codes().into_iter().map(choice).collect()
}

fn alike(a: &str, b: &str) -> bool {
    let plain = |text: &str| folded(text.trim().trim_end_matches(['.', '!']));
    plain(a) == plain(b)
}

/// Whether choices say the same as the scale's own, in every language that they are written in.
pub fn same_words(scale: &Scale, choices: &[Choice]) -> bool {
    let Some(list) = list(scale) else { return false };
    choices.iter().all(|choice| {
        let mut texts = choice.text.iter().filter(|(_, text)| !text.trim().is_empty()).peekable();
        let same = |lang: &str, text: &str| {
            let other = filed(list, &choice.code, lang);
            alike(text, &said(list, &choice.code, lang)) || other.is_some_and(|other| alike(text, &other))
        };
        texts.peek().is_some() && texts.all(|(lang, text)| same(lang, text))
    })
}

/// Whether choices have the codes of a scale. Of yes and no either may come first.
pub fn same_codes(scale: &Scale, choices: &[Choice]) -> bool {
    let codes: Vec<&str> = choices.iter().map(|it| it.code.as_str()).collect();
    match scale {
        Scale::YesNo => matches!(codes[..], ["no", "yes"] | ["yes", "no"]),
        scale => scale.codes().iter().eq(codes.iter()),
    }
}

/// The scored scale that choices with these codes may stand for.
pub fn by_codes(choices: &[Choice]) -> Option<Scale> {
    [Scale::Agree5, Scale::Agree4, Scale::YesNo].into_iter().find(|scale| same_codes(scale, choices))
}

/// How "I don't know" and "I don't want to say" begin, folded.
const SAID: [&str; 18] = [
    "don't know",
    "dont know",
    "do not know",
    "i don't know",
    "i dont know",
    "i do not know",
    "don't want to",
    "i don't want to",
    "do not want to",
    "i do not want to",
    "prefer not",
    "i prefer not",
    "rather not",
    "i'd rather not",
    "ne vem",
    "ne zelim",
    "nocem",
    "raje ne",
];
const MEANT: [&str; 8] =
    ["dont_know", "dontknow", "do_not_know", "dk", "prefer_not", "prefer_not_to_say", "refused", "ne_vem"];
const NUMBERED: [&str; 8] = ["88", "98", "99", "888", "998", "999", "-98", "-99"];

/// Whether a choice is what is offered at every question anyway: by a name that means it, or by a number that surveys keep
/// for it together with words that say so.
pub fn is_dont_know(name: &str, text: &Text18) -> bool {
    let name = name.to_lowercase().replace('-', if name.starts_with('-') { "-" } else { "_" });
    let says = |text: &str| {
        let text = folded(text).replace('’', "'");
        SAID.iter().any(|begin| text.starts_with(begin))
    };
    MEANT.contains(&name.as_str())
        || (NUMBERED.contains(&name.as_str()) && text.iter().any(|(_, text)| says(text)))
}
