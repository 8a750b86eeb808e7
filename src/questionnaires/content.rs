//! What a version of a questionnaire asks, whole: areas and items, in any number of languages.

use serde::{Deserialize, Serialize};

use crate::i18n::Text18;

/// More questions than this nobody answers in one go.
pub const MOST_ITEMS: usize = 80;
pub const MOST_AREAS: usize = 20;
pub const MOST_CHOICES: usize = 20;
pub const MOST_LANGUAGES: usize = 12;
/// Characters of a question, a choice, a name.
pub const LONGEST: usize = 300;
/// Characters of an answer in words: every answer takes the same room until it is mixed, so the room is bounded.
pub const LONGEST_ANSWER: usize = 500;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// Codes, in the order in which they are offered; the first one stands in for what another lacks.
    pub languages: Vec<String>,
    pub areas: Vec<Area>,
    /// In the order in which they are asked.
    pub items: Vec<Item>,
}

/// Something that several questions together ask about, such as safety.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    pub code: String,
    pub name: Text18,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Stable over versions: this is how years are compared.
    pub code: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
    pub text: Text18,
    /// The same in short, plain sentences, where somebody wrote it.
    #[serde(default, skip_serializing_if = "Text18::is_empty")]
    pub easy: Text18,
    pub scale: Scale,
    /// Agreeing says that something is not good.
    #[serde(default, skip_serializing_if = "is_false")]
    pub reversed: bool,
    /// Why it is asked, where it is about something that is nobody's business otherwise. Shown beside the question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sensitive: Option<Text18>,
    /// Stands in the questionnaire and is not asked, until somebody switches it on.
    #[serde(default, skip_serializing_if = "is_false")]
    pub off: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only_if: Option<Condition>,
}

#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_false(it: &bool) -> bool {
    !it
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    /// Steps of agreement without a middle.
    Agree4,
    Agree5,
    YesNo,
    One(Vec<Choice>),
    Many(Vec<Choice>),
    /// A whole number, both bounds included.
    Number {
        least: i64,
        most: i64,
    },
    Open,
    /// Girl, boy, non-binary.
    Gender,
    /// One of the evaluation's age classes.
    Age,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    pub code: String,
    pub text: Text18,
}

/// Asked only of those who chose one of these before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    pub item: String,
    pub any_of: Vec<String>,
}

impl Scale {
    /// Without their choices or bounds, in the order in which authors choose.
    pub const CODES: [&str; 9] =
        ["agree5", "agree4", "yes_no", "one", "many", "number", "open", "gender", "age"];

    pub fn code(&self) -> &'static str {
        match self {
            Scale::Agree4 => "agree4",
            Scale::Agree5 => "agree5",
            Scale::YesNo => "yes_no",
            Scale::One(_) => "one",
            Scale::Many(_) => "many",
            Scale::Number { .. } => "number",
            Scale::Open => "open",
            Scale::Gender => "gender",
            Scale::Age => "age",
        }
    }

    /// Its steps from "no" to "yes", where it is scored: part of an index and of a share.
    pub fn steps(&self) -> Option<u8> {
        match self {
            Scale::Agree4 => Some(4),
            Scale::Agree5 => Some(5),
            Scale::YesNo => Some(2),
            _ => None,
        }
    }

    /// The author's own choices.
    pub fn choices(&self) -> &[Choice] {
        match self {
            Scale::One(choices) | Scale::Many(choices) => choices,
            _ => &[],
        }
    }

    pub fn choices_mut(&mut self) -> &mut [Choice] {
        match self {
            Scale::One(choices) | Scale::Many(choices) => choices,
            _ => &mut [],
        }
    }

    /// What can be chosen, by code; nothing where the answer is typed.
    pub fn codes(&self) -> Vec<String> {
        let steps = |from: u8, until: u8| (from..=until).map(|step| step.to_string()).collect();
        match self {
            Scale::Agree4 => steps(1, 4),
            Scale::Agree5 => steps(1, 5),
            Scale::YesNo => vec!["no".into(), "yes".into()],
            Scale::One(choices) | Scale::Many(choices) => {
                choices.iter().map(|choice| choice.code.clone()).collect()
            }
            Scale::Gender => ["girl", "boy", "non_binary"].map(str::to_owned).into(),
            Scale::Age => ["first", "second", "third"].map(str::to_owned).into(),
            Scale::Number { .. } | Scale::Open => Vec::new(),
        }
    }

    /// About who answers, and not about the place: gender and age stand in columns of their own.
    pub fn is_background(&self) -> bool {
        matches!(self, Scale::Gender | Scale::Age)
    }
}

impl Content {
    pub fn item(&self, code: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.code == code)
    }

    pub fn area(&self, code: &str) -> Option<&Area> {
        self.areas.iter().find(|area| area.code == code)
    }

    /// The language that stands in where another lacks something.
    pub fn first_language(&self) -> &str {
        self.languages.first().map_or("", String::as_str)
    }

    /// Those that are asked, in their order.
    pub fn asked(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| !item.off)
    }

    /// A text as a respondent reads it: in the language, else in the first.
    pub fn said<'t>(&self, text: &'t Text18, lang: &str) -> &'t str {
        let written = |lang| text.get(lang).filter(|text| !text.trim().is_empty());
        written(lang).or_else(|| written(self.first_language())).unwrap_or_else(|| text.read(lang))
    }
}
