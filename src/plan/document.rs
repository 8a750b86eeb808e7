//! A plan as a plain value: what a network or a unit sets out to do in a year.

use serde::{Deserialize, Serialize};

pub use super::evidence::{By, Counted, Evidence, From, Joined, Met};
use super::when::Span;
use crate::i18n::Text18;

/// A whole plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    pub year: i32,
    pub head: Head,
    /// In reading order: a part, then everything in it.
    pub parts: Vec<Part>,
}

/// What stands before its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Head {
    pub name: Text18,
    #[serde(skip_serializing_if = "Text18::is_empty")]
    pub intro: Text18,
    /// The steps in which it is to be adopted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub adoption: Vec<Foreseen>,
}

/// A step of adoption, and when it is foreseen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Foreseen {
    pub step: Adoption,
    pub when: Vec<Span>,
}

/// A kind of thing with a code: in files and in the database, in addresses and in keys of sentences.
macro_rules! coded {
    ($(#[$about:meta])* $name:ident { $($(#[$said:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$said])* #[serde(rename = $code)] $variant),+ }

        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $code),+ }
            }

            pub fn from_code(code: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|it| it.code() == code)
            }
        }
    };
}

pub(super) use coded;

coded! {
    /// The steps in which a plan is adopted, in their order.
    Adoption {
        DraftToCouncil = "draft_to_council",
        ExpertCouncil = "expert_council",
        Presented = "presented_to_members",
        ByCouncil = "adopted_by_council",
        ByAssembly = "adopted_by_assembly",
        Published = "published",
    }
}

coded! {
    Kind {
        /// A chapter; areas stand in areas.
        Area = "area",
        Programme = "programme",
        Project = "project",
        /// A working group, a council, a club of members.
        Body = "body",
        /// Actions under a heading of their own.
        Group = "group",
        Action = "action",
    }
}

impl Kind {
    /// Whether it has a programme that pays for it, a role in it, and partners.
    pub fn is_funded(self) -> bool {
        matches!(self, Kind::Programme | Kind::Project)
    }
}

coded! {
    /// What the network is in a project.
    Role { Applicant = "applicant", Lead = "lead", Partner = "partner" }
}

coded! {
    Rule { AtLeast = "at_least", Exactly = "exactly", AtMost = "at_most" }
}

/// An area, a project, an action: everything that has a place of its own in a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    pub kind: Kind,
    /// Its name in files and addresses, once in a plan.
    pub code: String,
    /// Code of the part it stands in; empty: in none.
    #[serde(rename = "in", default, skip_serializing_if = "String::is_empty")]
    pub within: String,
    pub name: Text18,
    #[serde(flatten)]
    pub says: Says,
}

/// What a part says. Everything may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Says {
    /// Aims of the strategy that it serves.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aims: Vec<Aim>,
    #[serde(skip_serializing_if = "Text18::is_empty")]
    pub purpose: Text18,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<Text18>,
    /// What will be told in words once the year is over.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub qualitative: Vec<Text18>,
    /// Of a project: who pays, such as Erasmus+.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub programme: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<Partner>,
    /// Of a project: code of the network's project that activities name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub project: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub outputs: Vec<Text18>,
    /// In whole euros.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub budget: Option<i64>,
    /// Codes of parts that stand elsewhere and are meant here too.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub refers: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub when: Vec<Span>,
    /// What months cannot say: "date not known yet".
    #[serde(skip_serializing_if = "Text18::is_empty")]
    pub note: Text18,
    /// By what it will be seen, in words.
    #[serde(skip_serializing_if = "Text18::is_empty")]
    pub indicator: Text18,
    #[serde(skip_serializing_if = "Text18::is_empty")]
    pub responsible: Text18,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Line>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<Target>,
}

/// An aim of the strategy, by its number there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aim {
    pub code: String,
    #[serde(default, skip_serializing_if = "Text18::is_empty")]
    pub name: Text18,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Partner {
    /// Two letters, such as HR; empty where it is not said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub country: String,
    pub name: String,
}

/// A line inside an action, with its own months or without any.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub when: Vec<Span>,
    #[serde(default, skip_serializing_if = "Text18::is_empty")]
    pub note: Text18,
    pub what: Text18,
}

/// A number that is to be reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// Once in its part.
    pub code: String,
    pub rule: Rule,
    pub number: i64,
    /// Of a range, such as 2 to 3: the higher end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up_to: Option<i64>,
    /// How many of them in each unit, and in how many units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub each: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub units: Option<i64>,
    /// What is counted.
    pub unit: Text18,
    /// Where the number comes from; none: it is counted by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Evidence>,
}

impl Target {
    /// How counts by hand, or meetings, come to one number.
    pub fn joined(&self) -> Joined {
        match self.evidence {
            Some(Evidence::Hand { counted, .. } | Evidence::Meetings { counted, .. }) => counted,
            _ => Joined::Sum,
        }
    }
}

impl Plan {
    /// Without what parts refer to that is not in it.
    pub fn without_dead_ends(mut self) -> Plan {
        let codes: Vec<String> = self.parts.iter().map(|it| it.code.clone()).collect();
        for part in &mut self.parts {
            part.says.refers.retain(|code| codes.contains(code));
        }
        self
    }

    /// Every language that anything is said in; these, the network's, before the others.
    pub fn languages(&self, first: &[String]) -> Vec<String> {
        let mut all = first.to_vec();
        let mut add = |text: &Text18| {
            for (lang, _) in text.iter() {
                if all.iter().all(|it| it != lang) {
                    all.push(lang.to_owned());
                }
            }
        };
        [&self.head.name, &self.head.intro].into_iter().for_each(&mut add);
        for it in &self.parts {
            let says = &it.says;
            [&it.name, &says.purpose, &says.note, &says.indicator, &says.responsible]
                .into_iter()
                .for_each(&mut add);
            says.goals.iter().chain(&says.qualitative).chain(&says.outputs).for_each(&mut add);
            says.aims.iter().for_each(|it| add(&it.name));
            says.steps.iter().for_each(|it| [&it.note, &it.what].into_iter().for_each(&mut add));
            for it in &says.targets {
                add(&it.unit);
                if let Some(Evidence::Hand { whom, .. }) = &it.evidence {
                    add(whom);
                }
            }
        }
        all
    }

    pub fn part(&self, code: &str) -> Option<&Part> {
        self.parts.iter().find(|it| it.code == code)
    }
}
