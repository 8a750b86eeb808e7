//! What young people read: one file of sentences for each language, `locales/*/ask.ftl`, be it a language of pages or not. A
//! further language is such a file in a folder of its own. It is offered once it says on which day somebody reviewed it, and
//! only if it says everything that English does.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use fluent_bundle::FluentValue;

use super::sentences::sources;
use super::{Arg, Lang, Sentences, Words};

const FILE: &str = "ask.ftl";

/// The words of one language.
pub(super) struct Speech {
    sentences: Sentences,
    /// `ltr` or `rtl`, as pages say it.
    direction: &'static str,
}

static ALL: LazyLock<Vec<Speech>> = LazyLock::new(|| {
    let all = sources(FILE);
    #[cfg(test)]
    let all = [all, super::tests::made_up()].concat();
    offered(all)
});

/// Keys of a file.
fn keys(source: &str) -> BTreeSet<&str> {
    let key = |line| str::split_once(line, " =").map(|(key, _)| key);
    let keys = source.lines().filter_map(key);
    keys.filter(|key| key.starts_with(|c: char| c.is_ascii_lowercase())).collect()
}

/// Those of the files, (language, what stands in it), that are whole and reviewed.
pub(super) fn offered(all: Vec<(String, String)>) -> Vec<Speech> {
    let english = all.iter().find(|(lang, _)| lang == Lang::En.code()).map(|(_, source)| source.clone());
    let needed = english.as_deref().map(keys).unwrap_or_default();
    let speech = |(lang, source): (String, String)| {
        let lacks: Vec<&str> = needed.difference(&keys(&source)).copied().collect();
        if !lacks.is_empty() {
            tracing::error!(lang, ?lacks, "a language is not offered to young people: words are missing");
            return None;
        }
        let sentences = Sentences::read(lang, source);
        let reviewed = sentences.get("ask-reviewed")?.parse::<NaiveDate>().is_ok();
        let direction = if sentences.get("ask-direction")? == "rtl" { "rtl" } else { "ltr" };
        reviewed.then_some(Speech { sentences, direction })
    };
    all.into_iter().filter_map(speech).collect()
}

impl Speech {
    #[cfg(test)]
    pub(super) fn lang(&self) -> &str {
        self.sentences.lang()
    }
}

/// What young people read in one language.
#[derive(Clone, Copy)]
pub struct Spoken(&'static Speech);

impl Spoken {
    /// Where that language is offered.
    pub fn in_language(code: &str) -> Option<Spoken> {
        ALL.iter().find(|it| it.sentences.lang() == code).map(Spoken)
    }

    /// In a language, else in English.
    pub fn nearest(code: &str) -> Spoken {
        let english = || Spoken::in_language(Lang::En.code());
        Spoken::in_language(code).or_else(english).unwrap_or_else(|| Spoken(&ALL[0]))
    }

    /// In the first language of an `Accept-Language` header that is offered, else in the first of all.
    pub fn accepted(header: &str) -> Spoken {
        let tags = header.split(',').map(|tag| tag.trim().split(['-', ';']).next().unwrap_or(""));
        let mut spoken = tags.filter_map(Spoken::in_language);
        spoken.next().unwrap_or_else(|| Spoken(&ALL[0]))
    }

    pub fn lang(self) -> &'static str {
        self.0.sentences.lang()
    }

    /// `ltr` or `rtl`.
    pub fn direction(self) -> &'static str {
        self.0.direction
    }

    pub fn tr(self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The sentence with its count `{$n}`, in the right plural.
    pub fn n(self, key: &str, n: i64) -> String {
        self.with(key, &[("n", Arg::Int(n))])
    }

    /// The sentence with one word `{$it}` put in.
    pub fn of(self, key: &str, it: impl Display) -> String {
        self.with(key, &[("it", Arg::Text(it.to_string()))])
    }

    pub fn with(self, key: &str, args: &[(&str, Arg)]) -> String {
        let args: Vec<(&str, FluentValue)> =
            args.iter().map(|(name, arg)| (*name, self.value(arg))).collect();
        self.0.sentences.filled(key, &args).unwrap_or_else(|| {
            tracing::error!(key, lang = self.lang(), "no such sentence for young people");
            format!("⟦{key}⟧")
        })
    }

    fn value<'a>(self, arg: &'a Arg) -> FluentValue<'a> {
        match arg {
            Arg::Int(n) => FluentValue::from(*n),
            Arg::Text(text) => FluentValue::from(text.as_str()),
            Arg::Day(day) => FluentValue::from(self.date(*day)),
            Arg::Name(name) => FluentValue::from(name.read(self.lang()).to_owned()),
            // No sentence for young people has one.
            Arg::Clock(_) | Arg::Month(_) => Words(Lang::En).fluent(arg),
        }
    }

    fn dated(self, key: &str, day: NaiveDate) -> String {
        let month = self.tr(&format!("ask-month-{}", day.month()));
        let args = [
            ("d", Arg::Text(day.day().to_string())),
            ("m", Arg::Text(day.month().to_string())),
            ("y", Arg::Text(day.year().to_string())),
            ("month", Arg::Text(month)),
        ];
        self.with(key, &args)
    }

    /// 15. 10. 2026
    pub fn date(self, day: NaiveDate) -> String {
        self.dated("ask-date", day)
    }

    /// The first day and the last one: 5. 10.–25. 10. 2026.
    pub fn span(self, from: NaiveDate, last: NaiveDate) -> String {
        if from == last {
            return self.date(from);
        }
        let first = if from.year() == last.year() { self.dated("ask-day", from) } else { self.date(from) };
        self.with("ask-span", &[("from", first.into()), ("to", self.date(last).into())])
    }
}

/// What a language calls itself, else its code.
pub fn tongue(code: &str) -> String {
    let key = format!("tongue-{code}");
    match Spoken::in_language(code) {
        Some(spoken) => spoken.tr("ask-tongue"),
        None if Words(Lang::En).has(&key) => Words(Lang::En).tr(&key),
        None => code.to_owned(),
    }
}
