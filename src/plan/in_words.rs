//! What of a part is told in words once there is something to tell: its qualitative indicators, and its own indicator in words; an
//! action that has none is judged by its name, so that it too can be told as done.

use super::document::{Kind, Part};
use crate::i18n::Text18;

/// Something of a part that is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InWords {
    /// Its own indicator.
    Own,
    /// A qualitative one, counted from 0.
    Quality(usize),
}

/// What stands for the own indicator where qualitative ones have their place.
const OWN: i64 = -1;

impl InWords {
    /// Everything of a part that is judged.
    pub fn all(part: &Part) -> Vec<(InWords, Text18)> {
        let own = [InWords::Own].into_iter();
        let every = own.chain((0..part.says.qualitative.len()).map(InWords::Quality));
        every.filter_map(|it| Some((it, it.wording(part)?))).collect()
    }

    /// As the part words it; none where it has none.
    pub fn wording(self, part: &Part) -> Option<Text18> {
        match self {
            InWords::Quality(at) => part.says.qualitative.get(at).cloned(),
            InWords::Own if !part.says.indicator.is_empty() => Some(part.says.indicator.clone()),
            InWords::Own => (part.kind == Kind::Action).then(|| part.name.clone()),
        }
    }

    /// Its place, as judgements keep it.
    pub fn position(self) -> i64 {
        match self {
            InWords::Own => OWN,
            InWords::Quality(at) => i64::try_from(at).unwrap_or(i64::MAX),
        }
    }

    /// In addresses, which count from 1.
    pub fn code(self) -> String {
        match self {
            InWords::Own => "own".to_owned(),
            InWords::Quality(at) => (at + 1).to_string(),
        }
    }

    pub fn from_code(code: &str) -> Option<InWords> {
        match code {
            "own" => Some(InWords::Own),
            code => code.parse::<usize>().ok()?.checked_sub(1).map(InWords::Quality),
        }
    }
}
