//! The part of the form that says what an occasion was about: place, tags, fields, project, and of a talk its topics.

use uuid::Uuid;

use super::fields::Fields;
use crate::i18n::{Text18, Words};
use crate::vocabulary::{PlaceKind, Project, Term, Vocabulary};

pub struct Choice {
    pub value: String,
    pub label: String,
    pub chosen: bool,
}

pub struct Labels {
    pub place_kinds: Vec<Choice>,
    pub tags: Vec<Choice>,
    pub fields: Vec<Choice>,
    pub projects: Vec<Choice>,
    pub more_tags: Vec<Choice>,
    pub more_fields: Vec<Choice>,
    pub topics: Vec<Choice>,
}

impl Labels {
    /// Of which one is chosen: (field, label, its definition, what there is).
    pub fn one(&self) -> [(&'static str, &'static str, &'static str, &[Choice]); 3] {
        [
            ("main_tag", "offer-main-tag", "tag", &self.tags),
            ("main_field", "offer-main-field", "field", &self.fields),
            ("project", "offer-project", "project", &self.projects),
        ]
    }

    /// Of which any number is: (label, what there is).
    pub fn many(&self) -> [(&'static str, &[Choice]); 2] {
        [("offer-tags", &self.more_tags), ("offer-fields", &self.more_fields)]
    }
}

/// What can be chosen, and what is. A word that was retired stays where it was chosen before.
pub fn labels(w: Words, fields: &Fields, terms: &[Term], projects: &[Project]) -> Labels {
    let choice = |id: Uuid, label: &Text18, chosen: bool| Choice {
        value: id.to_string(),
        label: w.text(label),
        chosen,
    };
    let further = fields.ids("further");
    let of = |list: Vocabulary, is_chosen: &dyn Fn(Uuid) -> bool| -> Vec<Choice> {
        terms
            .iter()
            .filter(|term| term.vocabulary == list && (term.retired_on.is_none() || is_chosen(term.id)))
            .map(|term| choice(term.id, &term.label, is_chosen(term.id)))
            .collect()
    };
    let one = |name: &'static str| move |id: Uuid| fields.id(name) == Some(id);
    let many = |id: Uuid| further.contains(&id);
    Labels {
        place_kinds: PlaceKind::ALL
            .iter()
            .map(|kind| Choice {
                value: kind.code().to_owned(),
                label: w.tr(&format!("place-kind-{}", kind.code())),
                chosen: fields.get("place_kind") == kind.code(),
            })
            .collect(),
        tags: of(Vocabulary::Tag, &one("main_tag")),
        fields: of(Vocabulary::Field, &one("main_field")),
        projects: projects
            .iter()
            .map(|project| choice(project.id, &project.name, fields.id("project") == Some(project.id)))
            .collect(),
        more_tags: of(Vocabulary::Tag, &many),
        more_fields: of(Vocabulary::Field, &many),
        topics: of(Vocabulary::Topic, &many),
    }
}
