//! What the form of a part offers as evidence of a target, in groups.

use crate::bodies::{self, Called};
use crate::form::Fields;
use crate::i18n::Words;
use crate::plan::document::By;
use crate::plan::evidence;
use crate::plan::known::{Named, Offered};

/// Bodies by their own names, and all of a kind together. One that a target names is offered by the name it has there.
pub fn bodies(w: Words, offered: &Offered, fields: &Fields, lang: &str) -> Vec<(String, Named)> {
    let chosen: Vec<String> = (0..fields.rows("targets"))
        .map(|n| fields.get(&format!("targets_{n}_evidence_body")).to_owned())
        .collect();
    let meant = |said: &str| {
        let (kind, name) = said.split_once(':')?;
        let of_kind = offered.bodies.iter().filter(|it| it.kind.code() == kind);
        bodies::meant(of_kind, name).first().map(|it| it.id)
    };
    let one = |it: &Called| {
        let own = || evidence::body_of(it.kind, it.name.read(lang));
        let named = chosen.iter().find(|said| meant(said) == Some(it.id));
        (named.cloned().unwrap_or_else(own), w.text(&it.name))
    };
    let meet = offered.bodies.iter().filter(|it| it.meets);
    let kinds = bodies::Kind::ALL.map(|it| it.code());
    let kinds = kinds.map(|code| (code.to_owned(), w.tr(&format!("body-kind-{code}"))));
    let both = [("plan-body-one", meet.map(one).collect()), ("plan-body-kinds", kinds.into())];
    both.into_iter()
        .filter(|(_, all): &(_, Named)| !all.is_empty())
        .map(|(key, all)| (w.tr(key), all))
        .collect()
}

/// What a measure may be narrowed to, by what that is.
pub fn narrowed(w: Words, offered: &Offered) -> Vec<(String, Named)> {
    let of = |by: &By| {
        let all = match by {
            By::Kind => &offered.kinds,
            By::Tag => &offered.tags,
            By::Field => &offered.fields,
            By::Project => &offered.projects,
        };
        let all: Named =
            all.iter().map(|(code, name)| (format!("{}:{code}", by.code()), name.clone())).collect();
        (!all.is_empty()).then(|| (w.tr(&format!("plan-by-{}", by.code())), all))
    };
    By::ALL.iter().rev().filter_map(of).collect()
}
