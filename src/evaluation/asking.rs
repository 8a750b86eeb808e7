//! What a respondent is asked, as a page shows it: in their language, in the order of asking, with what they said so far.

use super::standing::Evaluation;
use crate::form::Wrong;
use crate::i18n::{Arg, Spoken, Text18};
use crate::questionnaires::{Condition, Content, Item, LONGEST_ANSWER, Scale};

/// How a question is answered on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    One,
    Many,
    Number,
    Text,
}

pub struct Option_ {
    pub value: String,
    pub label: String,
    pub chosen: bool,
}

pub struct Question {
    pub code: String,
    pub text: String,
    /// Why it is asked.
    pub reason: Option<String>,
    pub way: Way,
    pub options: Vec<Option_>,
    pub typed: String,
    pub longest: usize,
    /// Asked only if this item was answered with one of these codes.
    pub only_if: Option<(String, String)>,
    /// The same for those whose browser cannot leave it out.
    pub note: Option<String>,
    pub problem: Option<String>,
}

/// What somebody sent, (name, value).
pub type Sent = [(String, String)];

/// Words of the page in a respondent's language; English where the page's own words are not there in it.
pub fn words(lang: &str) -> Spoken {
    Spoken::nearest(lang)
}

/// The problems as the page tells them: (field, sentence).
pub fn told(w: Spoken, wrong: &[Wrong]) -> Vec<(String, String)> {
    wrong.iter().map(|wrong| (wrong.field.clone(), w.with(wrong.key, &wrong.args))).collect()
}

/// The languages that a questionnaire is offered in, of those that an evaluation has (none: all of them): only where the
/// page's own words are there as well. None of them may be.
pub fn offered(languages: &[String], content: &Content) -> Vec<String> {
    let wanted = |lang: &&String| languages.is_empty() || languages.contains(lang);
    let spoken = |lang: &&String| Spoken::in_language(lang).is_some();
    content.languages.iter().filter(wanted).filter(spoken).cloned().collect()
}

/// Who reads, and what they said so far.
pub struct Reader<'a> {
    pub evaluation: &'a Evaluation,
    pub content: &'a Content,
    pub lang: &'a str,
    /// Whether they want plain words.
    pub easy: bool,
    pub sent: &'a Sent,
    pub problems: &'a [(String, String)],
}

impl Reader<'_> {
    pub fn questions(&self) -> Vec<Question> {
        self.content.asked().map(|item| self.question(item)).collect()
    }

    fn said<'t>(&self, text: &'t Text18) -> &'t str {
        self.content.said(text, self.lang)
    }

    fn wording(&self, item: &Item) -> String {
        let easy = self.easy && !item.easy.is_empty();
        self.said(if easy { &item.easy } else { &item.text }).to_owned()
    }

    fn question(&self, item: &Item) -> Question {
        let w = words(self.lang);
        let sent = |value: &str| self.sent.iter().any(|(name, it)| *name == item.code && it == value);
        let option =
            |value: &str, label: String| Option_ { value: value.to_owned(), chosen: sent(value), label };
        let way = match &item.scale {
            Scale::Many(_) => Way::Many,
            Scale::Number { .. } => Way::Number,
            Scale::Open => Way::Text,
            _ => Way::One,
        };
        let condition = item.only_if.as_ref();
        let note = |it: &Condition| {
            let before = self.content.item(&it.item)?;
            let wanted = self.choices(before).into_iter().filter(|(code, _)| it.any_of.contains(code));
            let answers = wanted.map(|(_, label)| label).collect::<Vec<_>>().join(", ");
            Some(w.with("ask-only-if", &[("it", self.wording(before).into()), ("answers", answers.into())]))
        };
        let first = self.sent.iter().find(|(name, _)| *name == item.code);
        let problem = self.problems.iter().find(|(field, _)| *field == item.code);
        Question {
            code: item.code.clone(),
            text: self.wording(item),
            reason: item.sensitive.as_ref().map(|why| self.said(why).to_owned()),
            way,
            options: self.choices(item).into_iter().map(|(code, label)| option(&code, label)).collect(),
            typed: first
                .filter(|(_, value)| value != "dont_know")
                .map_or_else(String::new, |it| it.1.clone()),
            longest: LONGEST_ANSWER,
            only_if: condition.map(|it| (it.item.clone(), it.any_of.join(" "))),
            note: condition.and_then(note),
            problem: problem.map(|(_, says)| says.clone()),
        }
    }

    /// What can be chosen, (code, words), in the order of reading.
    fn choices(&self, item: &Item) -> Vec<(String, String)> {
        let w = words(self.lang);
        let mut all: Vec<(String, String)> = match &item.scale {
            Scale::One(choices) | Scale::Many(choices) => choices
                .iter()
                .map(|choice| (choice.code.clone(), self.said(&choice.text).to_owned()))
                .collect(),
            scale => {
                let label = |code: &str| match scale {
                    Scale::Age => self.age(w, code),
                    scale => w.tr(&format!("ask-{}-{code}", scale.code())),
                };
                // From yes to no, as people read.
                let mut codes = scale.codes();
                if scale.steps().is_some() {
                    codes.reverse();
                }
                codes.into_iter().map(|code| (code.clone(), label(&code))).collect()
            }
        };
        if item.scale != Scale::Open {
            all.push(("dont_know".into(), w.tr("ask-dont-know")));
        }
        all
    }

    fn age(&self, w: Spoken, code: &str) -> String {
        let (second, third) = self.evaluation.ages;
        match code {
            "first" => w.n("ask-age-below", second),
            "second" => w.with("ask-age-from", &[("from", Arg::Int(second)), ("to", Arg::Int(third - 1))]),
            _ => w.n("ask-age-over", third),
        }
    }
}

/// The language somebody reads the questionnaire in: the one they chose, else the first of their browser's that it is
/// offered in, else its first.
pub fn language(content: &Content, chosen: Option<&str>, accepted: Option<&str>) -> String {
    let offered = |lang: &str| content.languages.iter().find(|it| *it == lang);
    let of_browser = || {
        let tags = accepted.unwrap_or("").split(',');
        let mut codes = tags.map(|tag| tag.trim().split(['-', ';']).next().unwrap_or(""));
        codes.find_map(offered)
    };
    let lang = chosen.and_then(offered).or_else(of_browser);
    lang.map_or_else(|| content.first_language().to_owned(), Clone::clone)
}

/// What was sent without answers to questions that were not asked: a page without scripts shows them all.
pub fn only_asked(content: &Content, mut sent: Vec<(String, String)>) -> Vec<(String, String)> {
    for item in &content.items {
        let Some(condition) = &item.only_if else { continue };
        let met =
            sent.iter().any(|(name, value)| *name == condition.item && condition.any_of.contains(value));
        if !met {
            sent.retain(|(name, _)| *name != item.code);
        }
    }
    sent
}
