//! Templates as they stand in files, and what can be wrong with them.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::template::{Each, Form, MOST_SECTIONS, Section, Template, What};
use crate::i18n::Text18;
use crate::measures::{Axis, Length, Measure};

const PERIODS: [Length; 3] = [Length::Year, Length::HalfYear, Length::Month];
const KINDS: [&str; 9] =
    ["text", "figures", "chart", "table", "results", "targets", "stories", "plan", "each"];
/// Deeper than networks, municipalities and centres are.
const DEEPEST: usize = 3;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Raw {
    code: String,
    version: i64,
    #[serde(default, skip_serializing_if = "Text18::is_empty")]
    name: Text18,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    kinds: Vec<String>,
    periods: Vec<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    short: bool,
    sections: Vec<RawSection>,
}

#[derive(Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct RawSection {
    code: String,
    kind: String,
    #[serde(default, skip_serializing_if = "Text18::is_empty")]
    heading: Text18,
    #[serde(default, skip_serializing_if = "Text18::is_empty")]
    hint: Text18,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    measures: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    measure: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    axis: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    form: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    sections: Vec<RawSection>,
}

fn is_code(text: &str) -> bool {
    (2..=40).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

fn listed<'a>(all: impl Iterator<Item = &'a str>) -> String {
    all.collect::<Vec<_>>().join(", ")
}

pub fn read(raw: Raw) -> Result<Template, String> {
    if !is_code(&raw.code) {
        return Err("code: expected 2 to 40 lower-case letters (a–z), digits and dashes".to_owned());
    }
    if !(1..=1_000_000).contains(&raw.version) {
        return Err("version: expected a number from 1 on".to_owned());
    }
    let period = |code: &String| {
        let found = PERIODS.into_iter().find(|length| length.code() == code);
        found.ok_or_else(|| {
            format!("periods: there is no {code}; expected {}", listed(PERIODS.iter().map(|it| it.code())))
        })
    };
    let periods: Vec<Length> = raw.periods.iter().map(period).collect::<Result<_, _>>()?;
    if periods.is_empty() {
        return Err(format!(
            "periods: expected at least one of {}",
            listed(PERIODS.iter().map(|it| it.code()))
        ));
    }
    let mut reader = Reader { codes: BTreeSet::new() };
    let sections = reader.sections(raw.sections, "", 0)?;
    if sections.is_empty() {
        return Err("sections: expected at least one".to_owned());
    }
    if reader.codes.len() > MOST_SECTIONS {
        return Err(format!("sections: there are {}, at most {MOST_SECTIONS} fit", reader.codes.len()));
    }
    let (code, version, name) = (raw.code, raw.version, raw.name);
    Ok(Template { code, version, name, kinds: raw.kinds, periods, short: raw.short, sections })
}

struct Reader {
    codes: BTreeSet<String>,
}

impl Reader {
    fn sections(&mut self, raw: Vec<RawSection>, inside: &str, depth: usize) -> Result<Vec<Section>, String> {
        (1..)
            .zip(raw)
            .map(|(n, raw)| {
                let place = format!("section {inside}{n} ({})", raw.code);
                self.section(raw, &format!("{inside}{n}."), depth).map_err(|why| {
                    // What is inside says its own place.
                    if why.starts_with("section ") { why } else { format!("{place}: {why}") }
                })
            })
            .collect()
    }

    fn section(&mut self, raw: RawSection, inside: &str, depth: usize) -> Result<Section, String> {
        if !is_code(&raw.code) {
            return Err("code: expected 2 to 40 lower-case letters (a–z), digits and dashes".to_owned());
        }
        if !self.codes.insert(raw.code.clone()) {
            return Err("another section has the same code".to_owned());
        }
        let axis = || axis(raw.axis.as_deref());
        let what = match raw.kind.as_str() {
            "text" | "stories" if depth > 0 => {
                return Err(format!("{} cannot be written for each unit", raw.kind));
            }
            "text" => What::Text,
            "stories" => What::Stories,
            "results" if depth > 0 => return Err("results stand once, not for each unit".to_owned()),
            "targets" if depth > 0 => return Err("targets stand once, not for each unit".to_owned()),
            "plan" if depth > 0 => return Err("a plan stands once, not for each unit".to_owned()),
            "plan" => What::Plan,
            "results" => What::Results,
            "targets" => What::Targets,
            "figures" => What::Figures(measures(&raw.measures)?),
            "chart" => {
                let measure = measure(raw.measure.as_deref().unwrap_or(""))?;
                let axis = axis()?;
                splits(axis, measure)?;
                let code = raw.form.as_deref().unwrap_or("");
                let form = Form::ALL.iter().find(|(form, _)| *form == code).map(|(_, form)| *form);
                let form = form.ok_or_else(|| {
                    format!(
                        "form: there is no {code:?}; expected {}",
                        listed(Form::ALL.iter().map(|(it, _)| *it))
                    )
                })?;
                if form == Form::Stack && !(axis.partitions() && measure.additive()) {
                    let (measure, axis) = (measure.code(), axis.code());
                    return Err(format!(
                        "form: parts of {measure} by {axis} do not add up to a whole; use bars"
                    ));
                }
                What::Chart { measure, axis, form }
            }
            "table" => {
                let (measures, axis) = (measures(&raw.measures)?, axis()?);
                measures.iter().try_for_each(|measure| splits(axis, *measure))?;
                What::Table { measures, axis }
            }
            "each" if depth + 1 > DEEPEST => return Err(format!("deeper than {DEEPEST} steps")),
            "each" => {
                What::Each { of: Each::Below, sections: self.sections(raw.sections, inside, depth + 1)? }
            }
            other => {
                return Err(format!("kind: there is no {other:?}; expected {}", listed(KINDS.into_iter())));
            }
        };
        Ok(Section { code: raw.code, heading: raw.heading, hint: raw.hint, what })
    }
}

fn measure(code: &str) -> Result<Measure, String> {
    let found = Measure::from_code(code).ok_or_else(|| {
        let all = Measure::ALL.into_iter().filter(|it| !it.about_staff()).map(Measure::code);
        format!("there is no measure {code:?}; expected {}", listed(all))
    })?;
    if found.about_staff() {
        return Err(format!("{code} is about staff, and is not for everybody who reads a report"));
    }
    Ok(found)
}

fn measures(codes: &[String]) -> Result<Vec<Measure>, String> {
    if codes.is_empty() {
        return Err("measures: expected at least one".to_owned());
    }
    codes.iter().map(|code| measure(code)).collect()
}

fn axis(code: Option<&str>) -> Result<Axis, String> {
    let code = code.unwrap_or("");
    Axis::from_code(code).ok_or_else(|| {
        format!("axis: there is no {code:?}; expected {}", listed(Axis::ALL.iter().map(|it| it.code())))
    })
}

fn splits(axis: Axis, measure: Measure) -> Result<(), String> {
    if axis.splits(measure) {
        return Ok(());
    }
    let all = Axis::ALL.into_iter().filter(|it| it.splits(measure)).map(Axis::code);
    Err(format!("axis: {} does not split {}; it is split by {}", axis.code(), measure.code(), listed(all)))
}

impl From<&Template> for Raw {
    fn from(it: &Template) -> Raw {
        Raw {
            code: it.code.clone(),
            version: it.version,
            name: it.name.clone(),
            kinds: it.kinds.clone(),
            periods: it.periods.iter().map(|length| length.code().to_owned()).collect(),
            short: it.short,
            sections: it.sections.iter().map(RawSection::from).collect(),
        }
    }
}

impl From<&Section> for RawSection {
    fn from(it: &Section) -> RawSection {
        let codes = |all: &[Measure]| all.iter().map(|it| it.code().to_owned()).collect();
        let mut raw = RawSection {
            code: it.code.clone(),
            heading: it.heading.clone(),
            hint: it.hint.clone(),
            ..RawSection::default()
        };
        raw.kind = match &it.what {
            What::Text => "text",
            What::Results => "results",
            What::Targets => "targets",
            What::Plan => "plan",
            What::Stories => "stories",
            What::Figures(measures) => {
                raw.measures = codes(measures);
                "figures"
            }
            What::Chart { measure, axis, form } => {
                raw.measure = Some(measure.code().to_owned());
                raw.axis = Some(axis.code().to_owned());
                raw.form = Some(form.code().to_owned());
                "chart"
            }
            What::Table { measures, axis } => {
                raw.measures = codes(measures);
                raw.axis = Some(axis.code().to_owned());
                "table"
            }
            What::Each { of: Each::Below, sections } => {
                raw.sections = sections.iter().map(RawSection::from).collect();
                "each"
            }
        }
        .to_owned();
        raw
    }
}
