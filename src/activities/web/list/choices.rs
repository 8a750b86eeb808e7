//! The form's choices.

use super::asked::Asked;
use crate::i18n::Words;
use crate::units::Unit;
use crate::vocabulary::{AgeBand, Gender, Kind, Part, PlaceKind, Project, Term, Vocabulary};

pub struct Choice {
    pub name: &'static str,
    pub label: String,
    /// Value, label, chosen.
    pub options: Vec<(String, String, bool)>,
}

type Options = Vec<(String, String)>;

impl Choice {
    pub fn new(w: Words, name: &'static str, label: &str, asked: &str, mut options: Options) -> Choice {
        // Several at once come from a figure that was opened; the form keeps them as one more choice.
        let known = |code: &str| options.iter().find(|(it, _)| it == code).map(|(_, label)| label.clone());
        if asked.contains(',') {
            let labels: Vec<String> = asked.split(',').filter_map(known).collect();
            options.push((asked.to_owned(), labels.join(", ")));
        }
        options.insert(0, (String::new(), w.tr("all")));
        let chosen = |(code, label): (String, String)| {
            let chosen = code == asked;
            (code, label, chosen)
        };
        Choice { name, label: w.tr(label), options: options.into_iter().map(chosen).collect() }
    }

    /// What is chosen, if anything is.
    pub fn chosen(&self) -> Option<&str> {
        let chosen = self.options.iter().find(|(code, _, chosen)| *chosen && !code.is_empty());
        chosen.map(|(_, label, _)| label.as_str())
    }

    /// What is chosen, as the page's head says it: a term with what it is chosen as.
    pub fn said(&self) -> Option<String> {
        let chosen = self.chosen()?;
        let of_terms = matches!(self.name, "main_tag" | "tag" | "main_field" | "field" | "project");
        Some(if of_terms { format!("{}: {chosen}", self.label) } else { chosen.to_owned() })
    }
}

/// The units that record, where there are several.
pub fn unit(w: Words, asked: &Asked, branch: &[Unit]) -> Option<Choice> {
    let record = branch.iter().filter(|unit| unit.may_record);
    let mut units: Options = record.map(|unit| (unit.code.clone(), w.text(&unit.name))).collect();
    units.sort_by(|a, b| w.compare(&a.1, &b.1));
    (units.len() > 1).then(|| Choice::new(w, "unit", "overview-axis-unit", &asked.unit, units))
}

pub fn standing(w: Words, asked: &Asked, may_record: bool) -> Choice {
    let mut options =
        vec![("held".to_owned(), w.tr("entries-held")), ("cancelled".to_owned(), w.tr("entries-cancelled"))];
    if may_record {
        options.push(("deleted".to_owned(), w.tr("entries-deleted")));
    }
    Choice::new(w, "status", "entries-status", &asked.status, options)
}

/// Choices that stand behind "more".
pub fn further(
    w: Words,
    asked: &Asked,
    terms: &[Term],
    projects: &[Project],
    bands: &[AgeBand],
) -> Vec<Choice> {
    let fixed = |codes: Vec<&'static str>, key: &str| -> Options {
        codes.into_iter().map(|code| (code.to_owned(), w.tr(&format!("{key}-{code}")))).collect()
    };
    let of = |list: Vocabulary| -> Options {
        let of = terms.iter().filter(|term| term.vocabulary == list);
        let mut of: Options = of.map(|term| (term.code.clone(), w.text(&term.label))).collect();
        of.sort_by(|a, b| w.compare(&a.1, &b.1));
        of
    };
    let main = |list: Vocabulary| {
        let mut options = of(list);
        options.push(("none".to_owned(), w.tr("overview-none")));
        options
    };
    let every = |list: Vocabulary| {
        let mut options = of(list);
        options.push(("with_any".to_owned(), w.tr("overview-with-any")));
        options.push(("without".to_owned(), w.tr("overview-without")));
        options
    };
    let mut ages: Options = bands.iter().map(|band| (band.code.clone(), band.label())).collect();
    ages.push(("unknown".to_owned(), w.tr("gender-unknown")));
    let days = (1..=7).map(|day| (day.to_string(), w.tr(&format!("weekday-{day}")))).collect();
    let place_kinds = fixed(PlaceKind::ALL.iter().map(|it| it.code()).collect(), "place-kind");
    let parts = fixed(Part::ALL.iter().map(|it| it.code()).collect(), "part");
    let genders = fixed(Gender::ALL.iter().map(|it| it.code()).collect(), "gender");
    let mut named: Options = projects.iter().map(|it| (it.code.clone(), w.text(&it.name))).collect();
    named.sort_by(|a, b| w.compare(&a.1, &b.1));
    vec![
        Choice::new(w, "place_kind", "entries-place-kind", &asked.place_kind, place_kinds),
        Choice::new(w, "weekday", "entries-weekday", &asked.weekday, days),
        Choice::new(w, "main_tag", "entries-main-tag", &asked.main_tag, main(Vocabulary::Tag)),
        Choice::new(w, "tag", "entries-tag", &asked.tag, every(Vocabulary::Tag)),
        Choice::new(w, "main_field", "entries-main-field", &asked.main_field, main(Vocabulary::Field)),
        Choice::new(w, "field", "entries-field", &asked.field, every(Vocabulary::Field)),
        Choice::new(w, "project", "entries-project", &asked.project, named),
        Choice::new(w, "part", "entries-part", &asked.part, parts),
        Choice::new(w, "gender", "overview-gender", &asked.gender, genders),
        Choice::new(w, "age", "overview-age", &asked.age, ages),
    ]
}

pub fn kind(w: Words, asked: &Asked) -> Choice {
    let kinds = Kind::ALL.iter().map(|kind| (kind.code().to_owned(), w.tr(&format!("kind-{}", kind.code()))));
    Choice::new(w, "kind", "entry-kind", &asked.kind, kinds.collect())
}
