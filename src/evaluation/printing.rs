//! What is printed for a centre's door, as the templates beside the pages take it.

use qrcode::QrCode;
use qrcode::render::svg::Color;
use serde_json::{Value, json};

use super::standing::{Evaluation, Place};
use crate::answers::Code;
use crate::error::{AppError, Result};
use crate::i18n::{Spoken, tongue};
use crate::questionnaires::{Content, Scale};
use crate::units::Unit;

/// Seconds that a question takes with choices, and one that is answered in words.
const CHOOSING: i64 = 10;
const WRITING: i64 = 30;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    A4,
    A3,
}

impl Size {
    pub const ALL: [Size; 2] = [Size::A4, Size::A3];

    pub fn code(self) -> &'static str {
        match self {
            Size::A4 => "a4",
            Size::A3 => "a3",
        }
    }

    pub fn from_code(code: &str) -> Option<Size> {
        Size::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// An address as a drawing to be scanned.
pub fn square(address: &str) -> Result<String> {
    let code = QrCode::new(address).map_err(|error| AppError::Internal(error.to_string()))?;
    let svg = code.render::<Color>().min_dimensions(200, 200).build();
    // The drawing alone stands inside a page.
    Ok(svg.split_once("?>").map_or(svg.clone(), |(_, svg)| svg.to_owned()))
}

/// Without its scheme, as it is typed.
pub fn typed(address: &str) -> &str {
    address.split_once("://").map_or(address, |(_, rest)| rest)
}

/// How long it takes to answer, in whole minutes.
pub fn minutes(content: &Content) -> i64 {
    let seconds: i64 =
        content.asked().map(|item| if item.scale == Scale::Open { WRITING } else { CHOOSING }).sum();
    seconds.div_euclid(60) + i64::from(seconds % 60 > 0)
}

/// The languages that paper can be printed in: those of the questionnaire that have words for it, and letters, else English.
pub fn languages(content: &Content) -> Vec<Spoken> {
    let spoken = content.languages.iter().filter_map(|code| Spoken::in_language(code));
    let mut all: Vec<Spoken> = spoken.filter(|it| typeset::has(&it.tr("poster-lead"))).collect();
    if all.is_empty() {
        all.push(Spoken::nearest("en"));
    }
    all
}

/// What is printed, and for whom.
pub struct Printed<'a> {
    pub w: Spoken,
    pub unit: &'a Unit,
    pub evaluation: &'a Evaluation,
    pub place: &'a Place,
    pub content: &'a Content,
    /// Where it is answered: `https://host/a/address`.
    pub href: &'a str,
}

impl Printed<'_> {
    fn unit(&self) -> String {
        self.content.said(&self.unit.name, self.w.lang()).to_owned()
    }

    fn heading(&self) -> String {
        self.w.tr(&format!("poster-heading-{}", self.place.kind.code()))
    }

    pub fn poster(&self, size: Size) -> Result<Value> {
        let w = self.w;
        let shown = typed(self.href);
        let (host, path) = shown.split_at(shown.find('/').unwrap_or(0));
        let mut facts = vec![
            (w.tr("poster-when"), w.span(self.evaluation.opens_on, self.evaluation.last_on())),
            (w.tr("poster-takes"), w.n("poster-minutes", minutes(self.content))),
            (w.tr("poster-contact"), self.evaluation.contact.clone()),
        ];
        if self.content.languages.len() > 1 {
            // In letters that the paper has.
            let all =
                self.content.languages.iter().map(|code| tongue(code)).filter(|name| typeset::has(name));
            facts.push((w.tr("poster-languages"), all.collect::<Vec<_>>().join(", ")));
        }
        let promise = ["poster-nameless", "poster-unlinked", "poster-free"].map(|key| w.tr(key));
        Ok(json!({
            "size": size.code(),
            "lang": w.lang(),
            "title": w.of("poster-title", self.unit()),
            "unit": self.unit(),
            "heading": self.heading(),
            "lead": w.tr("poster-lead"),
            "square": square(self.href)?,
            "square-says": w.of("voice-square", shown),
            "scan": w.tr("poster-scan"),
            "host": host,
            "path": path,
            "card": self.place.code_only.then(|| w.tr("poster-card")),
            "promise": promise,
            "facts": facts,
        }))
    }

    pub fn cards(&self, codes: &[Code]) -> Result<Value> {
        let w = self.w;
        let card = |code: &Code| {
            let href = format!("{}?code={}", self.href, code.as_str());
            let says = w.of("cards-square", code.as_str());
            Ok(json!({ "square": square(&href)?, "says": says, "code": code.as_str() }))
        };
        let when = w.span(self.evaluation.opens_on, self.evaluation.last_on());
        Ok(json!({
            "lang": w.lang(),
            "title": w.of("cards-title", self.unit()),
            "unit": self.unit(),
            "heading": self.heading(),
            "note": w.tr("cards-note"),
            "scan": w.tr("poster-scan"),
            "shown": typed(self.href),
            "code": w.tr("ask-code"),
            "until": w.of("cards-when", when),
            "cards": codes.iter().map(card).collect::<Result<Vec<_>>>()?,
        }))
    }
}
