//! A plan as a workbook: one sheet, a row for each part, further steps and targets below it.

use super::columns::{
    ADOPTION, AIM, AIMS, EVIDENCE, LISTS, PLAIN, PLAN, SAID, STEP_SAID, STEP_WHEN, TARGET, UNIT, WHOM,
};
use crate::i18n::Text18;
use crate::plan::document::{Evidence, Part, Plan};
use crate::plan::evidence;
use crate::plan::when;
use crate::table::to_xlsx;

/// One row under its headings.
struct Rows {
    headings: Vec<(String, &'static str, Option<String>)>,
    rows: Vec<Vec<String>>,
}

impl Rows {
    fn new(languages: &[String]) -> Rows {
        let mut headings = Vec::new();
        let spoken = |name: &'static str| {
            languages.iter().map(move |lang| (format!("{name}_{lang}"), name, Some(lang.clone())))
        };
        headings.extend(PLAIN[..3].iter().map(|name| ((*name).to_owned(), *name, None)));
        headings.extend(SAID.into_iter().flat_map(spoken));
        headings.extend(PLAIN[3..].iter().chain([&AIMS]).map(|name| ((*name).to_owned(), *name, None)));
        headings.extend(LISTS.into_iter().chain([AIM]).flat_map(spoken));
        headings.push((STEP_WHEN.to_owned(), STEP_WHEN, None));
        headings.extend(STEP_SAID.into_iter().flat_map(|(name, _)| spoken(name)));
        headings.extend(TARGET.map(|(name, _)| (name.to_owned(), name, None)));
        headings.extend(spoken(UNIT));
        headings.push((EVIDENCE.to_owned(), EVIDENCE, None));
        headings.extend(spoken(WHOM));
        let first = headings.iter().map(|(heading, ..)| heading.clone()).collect();
        Rows { headings, rows: vec![first] }
    }

    fn begin(&mut self) {
        self.rows.push(vec![String::new(); self.headings.len()]);
    }

    fn put(&mut self, name: &str, text: &str) {
        let at = self.headings.iter().position(|(_, column, lang)| *column == name && lang.is_none());
        if let (Some(at), Some(row)) = (at, self.rows.last_mut()) {
            text.clone_into(&mut row[at]);
        }
    }

    fn said(&mut self, name: &str, text: impl Fn(&str) -> String) {
        for (at, (_, column, lang)) in self.headings.iter().enumerate() {
            if let (true, Some(lang), Some(row)) = (*column == name, lang, self.rows.last_mut()) {
                row[at] = text(lang);
            }
        }
    }

    fn words(&mut self, name: &str, text: &Text18) {
        self.said(name, |lang| text.get(lang).unwrap_or("").to_owned());
    }

    /// A line for each; where one is not said in a language, its line is empty.
    fn lines<'t>(&mut self, name: &str, all: impl Iterator<Item = &'t Text18> + Clone) {
        self.said(name, |lang| {
            let lines: Vec<&str> = all.clone().map(|text| text.get(lang).unwrap_or("")).collect();
            if lines.iter().all(|line| line.is_empty()) { String::new() } else { lines.join("\n") }
        });
    }

    fn part(&mut self, it: &Part) {
        let says = &it.says;
        self.begin();
        self.put("kind", it.kind.code());
        self.put("code", &it.code);
        self.put("in", &it.within);
        self.put("when", &when::written(&says.when));
        self.put("programme", &says.programme);
        self.put("role", says.role.map_or("", |role| role.code()));
        self.put("project", &says.project);
        self.put("budget", &says.budget.map_or_else(String::new, |n| n.to_string()));
        self.put("refers", &says.refers.join(", "));
        let partners = says.partners.iter().map(|it| format!("{}: {}", it.country, it.name));
        self.put("partners", &partners.collect::<Vec<_>>().join("\n"));
        for (name, text) in
            SAID.into_iter().zip([&it.name, &says.purpose, &says.note, &says.indicator, &says.responsible])
        {
            self.words(name, text);
        }
        for (name, all) in LISTS.into_iter().zip([&says.goals, &says.qualitative, &says.outputs]) {
            self.lines(name, all.iter());
        }
        self.put(AIMS, &says.aims.iter().map(|aim| aim.code.as_str()).collect::<Vec<_>>().join("\n"));
        self.lines(AIM, says.aims.iter().map(|aim| &aim.name));
        for at in 0..says.steps.len().max(says.targets.len()) {
            if at > 0 {
                self.begin();
            }
            if let Some(step) = says.steps.get(at) {
                self.put(STEP_WHEN, &when::written(&step.when));
                self.words("step", &step.what);
                self.words("step_note", &step.note);
            }
            if let Some(target) = says.targets.get(at) {
                let number = |n: Option<i64>| n.map_or_else(String::new, |n| n.to_string());
                self.put("target", &target.code);
                self.put("rule", target.rule.code());
                self.put("number", &number(Some(target.number)));
                self.put("up_to", &number(target.up_to));
                self.put("each", &number(target.each));
                self.put("units", &number(target.units));
                self.words(UNIT, &target.unit);
                if let Some(it) = &target.evidence {
                    self.put(EVIDENCE, &evidence::written(it));
                }
                if let Some(Evidence::Hand { whom, .. }) = &target.evidence {
                    self.words(WHOM, whom);
                }
            }
        }
    }
}

/// The whole plan; `first`: the network's languages.
pub fn write(plan: &Plan, first: &[String]) -> Result<Vec<u8>, String> {
    let mut rows = Rows::new(&plan.languages(first));
    rows.begin();
    rows.put("kind", PLAN);
    rows.put("code", &plan.year.to_string());
    rows.words("name", &plan.head.name);
    rows.words("purpose", &plan.head.intro);
    for it in &plan.head.adoption {
        rows.begin();
        rows.put("kind", ADOPTION);
        rows.put("code", it.step.code());
        rows.put("when", &when::written(&it.when));
    }
    for it in &plan.parts {
        rows.part(it);
    }
    to_xlsx(&rows.rows, "plan").map_err(|error| error.to_string())
}
