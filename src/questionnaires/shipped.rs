//! The questionnaires that the program brings: what they ask stands here, in which words in `locales/*/questions.ftl`.
//! A further language is such a file in a folder of its own; respondents are offered it once it says that it was reviewed.

use std::sync::LazyLock;

use chrono::NaiveDate;

use super::content::{Area, Choice, Condition, Content, Item, Scale};
use crate::i18n::{Sentences, Text18};
use crate::vocabulary::Kind;

const AREAS: [&str; 8] = ["safe", "fair", "part", "resp", "own", "learn", "fell", "self"];

/// The kinds of activity that young people are asked about, and how many questions of each area.
const KINDS: [(Kind, u8); 4] = [(Kind::Open, 3), (Kind::Group, 2), (Kind::Project, 2), (Kind::Event, 1)];

/// Questions that say the opposite of the others.
const REVERSED: [&str; 5] = ["open-safe_3", "open-fair_3", "open-self_3", "group-fair_2", "project-fair_2"];

const OFTEN: [&str; 5] = ["first", "rarely", "monthly", "weekly", "daily"];
const SCHOOL: [&str; 4] = ["well", "fair", "badly", "none"];

/// A questionnaire of the program's.
pub struct Shipped {
    pub code: &'static str,
    pub kind: Kind,
    pub name: Text18,
    pub content: Content,
}

/// All of them.
pub fn shipped() -> &'static [Shipped] {
    static ALL: LazyLock<Vec<Shipped>> = LazyLock::new(|| {
        let languages = Sentences::of_every_language("questions.ftl");
        KINDS.iter().map(|(kind, each)| questionnaire(&languages, *kind, *each)).collect()
    });
    &ALL
}

/// Whether somebody has read the texts of a language: the file then says on which day.
fn reviewed(sentences: &Sentences) -> bool {
    sentences.get("questions-reviewed").is_some_and(|day| day.parse::<NaiveDate>().is_ok())
}

fn questionnaire(all: &[Sentences], kind: Kind, each: u8) -> Shipped {
    let reviewed: Vec<&Sentences> = all.iter().filter(|it| reviewed(it)).collect();
    let text = |key: &str| -> Text18 {
        let mut text = Text18::default();
        for sentences in &reviewed {
            if let Some(said) = sentences.get(key) {
                text.set(sentences.lang(), said);
            }
        }
        text
    };
    let code = kind.code();
    let item = |code: String, key: &str, scale: Scale| Item {
        code,
        area: None,
        text: text(key),
        easy: text(&format!("{key}-easy")),
        scale,
        reversed: false,
        sensitive: None,
        off: false,
        only_if: None,
    };
    let chosen = |key: &str, codes: &[&str]| {
        let choice = |code: &&str| Choice { code: (*code).to_owned(), text: text(&format!("{key}-{code}")) };
        Scale::One(codes.iter().map(choice).collect())
    };
    let mut items = Vec::new();
    for area in AREAS {
        for n in 1..=each {
            let name = format!("{area}_{n}");
            let whole = format!("{code}-{name}");
            let mut item = item(name, &format!("asks-{whole}"), Scale::Agree5);
            item.area = Some(area.to_owned());
            item.reversed = REVERSED.contains(&whole.as_str());
            items.push(item);
        }
        if kind == Kind::Open && area == "safe" {
            let mut why = item("safe_why".to_owned(), "asks-open-safe_why", Scale::Open);
            why.only_if =
                Some(Condition { item: "safe_1".to_owned(), any_of: vec!["1".to_owned(), "2".to_owned()] });
            items.push(why);
        }
    }
    if kind == Kind::Open {
        items.push(item("often".to_owned(), "asks-often", chosen("asks-often", &OFTEN)));
    }
    items.push(item("best".to_owned(), "asks-best", Scale::Open));
    items.push(item("change".to_owned(), "asks-change", Scale::Open));
    items.push(item("gender".to_owned(), "asks-gender", Scale::Gender));
    items.push(item("age".to_owned(), "asks-age", Scale::Age));
    for (name, scale) in [("born", Scale::YesNo), ("school", chosen("asks-school", &SCHOOL))] {
        let mut sensitive = item(name.to_owned(), &format!("asks-{name}"), scale);
        sensitive.sensitive = Some(text(&format!("asks-{name}-why")));
        sensitive.off = true;
        items.push(sensitive);
    }
    let areas = AREAS.map(|area| Area { code: area.to_owned(), name: text(&format!("asks-area-{area}")) });
    let languages = reviewed.iter().map(|it| it.lang().to_owned()).collect();
    let content = Content { languages, areas: areas.into(), items };
    Shipped { code, kind, name: text(&format!("asks-{code}")), content }
}
