//! Words, numbers and dates in the reader's language. Every string a person reads stands in `locales/`; how numbers and
//! dates are written stands there too, so that a language is a folder and nothing else.

mod fold;
mod format;
mod sentences;
mod spoken;
mod text;

use std::borrow::Cow;
use std::fmt::Display;
use std::sync::LazyLock;

use chrono::NaiveDate;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rust_embed::RustEmbed;
use unic_langid::LanguageIdentifier;

pub use fold::folded;
pub use sentences::Sentences;
pub use spoken::{Spoken, tongue};
pub use text::Text18;

#[derive(RustEmbed)]
#[folder = "locales/"]
struct Files;

/// A language pages are offered in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lang {
    Sl,
    En,
}

impl Lang {
    pub const ALL: [Lang; 2] = [Lang::Sl, Lang::En];

    pub fn code(self) -> &'static str {
        match self {
            Lang::Sl => "sl",
            Lang::En => "en",
        }
    }

    pub fn from_code(code: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The first offered language of an `Accept-Language` header.
    pub fn accepted(header: &str) -> Option<Lang> {
        let mut wanted: Vec<(f32, &str)> = header
            .split(',')
            .map(|part| {
                let mut bits = part.trim().split(";q=");
                let tag = bits.next().unwrap_or("");
                (bits.next().and_then(|q| q.trim().parse().ok()).unwrap_or(1.0), tag)
            })
            .collect();
        wanted.sort_by(|a, b| b.0.total_cmp(&a.0));
        wanted.into_iter().find_map(|(_, tag)| Lang::from_code(tag.split('-').next().unwrap_or("")))
    }
}

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<[Bundle; 2]> = LazyLock::new(|| Lang::ALL.map(bundle));

fn bundle(lang: Lang) -> Bundle {
    let id: LanguageIdentifier = lang.code().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![id]);
    // Isolation marks would show up in files and mails.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match lang {
        Lang::Sl => |value, _| grouped(Lang::Sl, value),
        Lang::En => |value, _| grouped(Lang::En, value),
    }));
    let folder = format!("{}/", lang.code());
    for path in Files::iter().filter(|path| path.starts_with(&folder)) {
        let Some(file) = Files::get(&path) else { continue };
        let source = String::from_utf8_lossy(&file.data).into_owned();
        let resource = match FluentResource::try_new(source) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                tracing::error!(%path, ?errors, "a locale file has mistakes");
                resource
            }
        };
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(%path, ?errors, "a locale file repeats keys");
        }
    }
    bundle
}

/// Whole numbers inside sentences are grouped as the language does.
fn grouped(lang: Lang, value: &FluentValue) -> Option<String> {
    match value {
        FluentValue::Number(n) => {
            Some(Words(lang).decimal(n.value, n.options.minimum_fraction_digits.unwrap_or(0)))
        }
        _ => None,
    }
}

/// The words of one language, as pages use them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(pub Lang);

impl Words {
    pub fn lang(&self) -> &'static str {
        self.0.code()
    }

    /// The sentence with this key.
    pub fn tr(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The sentence with its count `{$n}`, in the right plural.
    pub fn n(&self, key: &str, n: impl Into<i64>) -> String {
        self.with(key, &[("n", Arg::Int(n.into()))])
    }

    /// The sentence with one word `{$it}` put in.
    pub fn of(&self, key: &str, it: impl Display) -> String {
        self.with(key, &[("it", Arg::Text(it.to_string()))])
    }

    pub fn with(&self, key: &str, args: &[(&str, Arg)]) -> String {
        let bundle = &BUNDLES[self.0 as usize];
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(key, lang = self.lang(), "no such sentence");
            // Keys that are put together escape `tests/translations.rs`; a page that is built in a test does not.
            #[cfg(any(test, feature = "testing"))]
            panic!("no sentence {key} in {}", self.lang());
            #[cfg(not(any(test, feature = "testing")))]
            return format!("⟦{key}⟧");
        };
        let mut given = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            given.set(*name, self.fluent(value));
        }
        let mut errors = Vec::new();
        let said = bundle.format_pattern(pattern, Some(&given), &mut errors);
        if !errors.is_empty() {
            tracing::error!(key, lang = self.lang(), ?errors, "a sentence lacks its words");
        }
        Cow::into_owned(said)
    }

    fn fluent<'a>(&self, arg: &'a Arg) -> FluentValue<'a> {
        match arg {
            Arg::Int(n) => FluentValue::from(*n),
            Arg::Text(text) => FluentValue::from(text.as_str()),
            Arg::Day(day) => FluentValue::from(self.date(*day)),
            Arg::Clock(minutes) => FluentValue::from(self.clock(*minutes)),
            Arg::Month(day) => FluentValue::from(self.month(*day)),
            Arg::Name(name) => FluentValue::from(self.text(name)),
        }
    }

    /// Whether there is a sentence with this key.
    pub fn has(&self, key: &str) -> bool {
        BUNDLES[self.0 as usize].has_message(key)
    }

    /// What people wrote, in this language or the nearest there is.
    pub fn text(&self, text: &Text18) -> String {
        text.read(self.lang()).to_owned()
    }
}

/// Something put into a sentence.
#[derive(Clone, Debug)]
pub enum Arg {
    Int(i64),
    Text(String),
    /// A day, written as the language does.
    Day(NaiveDate),
    /// A time of day in minutes after midnight, written as the language does.
    Clock(i64),
    /// The month of a day.
    Month(NaiveDate),
    /// What people wrote, in the language or the nearest there is.
    Name(Text18),
}

impl From<NaiveDate> for Arg {
    fn from(day: NaiveDate) -> Self {
        Arg::Day(day)
    }
}

impl From<i64> for Arg {
    fn from(n: i64) -> Self {
        Arg::Int(n)
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Arg::Text(text)
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Arg::Text(text.to_owned())
    }
}

#[cfg(test)]
mod tests;
