//! One file of sentences in every language it exists in, be it a language of pages or not.

use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::{Bundle, Files, Lang, grouped};

/// The sentences of one file, in one language.
pub struct Sentences {
    lang: String,
    bundle: Bundle,
}

impl Sentences {
    /// The file of this name from every folder of `locales/` that has it: languages of pages first, then by their codes.
    pub fn of_every_language(file: &str) -> Vec<Sentences> {
        sources(file).into_iter().map(|(lang, source)| Sentences::read(lang, source)).collect()
    }

    /// What a file says, in a language.
    pub(super) fn read(lang: String, source: String) -> Sentences {
        let resource = FluentResource::try_new(source).unwrap_or_else(|(resource, errors)| {
            tracing::error!(%lang, ?errors, "a locale file has mistakes");
            resource
        });
        let mut bundle = Bundle::new_concurrent(vec![lang.parse().unwrap_or_default()]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(match Lang::from_code(&lang) {
            Some(Lang::Sl) => Some(|value, _| grouped(Lang::Sl, value)),
            Some(Lang::En) => Some(|value, _| grouped(Lang::En, value)),
            None => None,
        });
        bundle.add_resource_overriding(resource);
        Sentences { lang, bundle }
    }

    pub fn lang(&self) -> &str {
        &self.lang
    }

    /// The sentence with this key, where the file has it. With nothing to fill in.
    pub fn get(&self, key: &str) -> Option<String> {
        self.filled(key, &[])
    }

    /// The sentence with this key and what is to be put in, where the file has it.
    pub(super) fn filled(&self, key: &str, args: &[(&str, FluentValue)]) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut given = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            given.set(*name, value.clone());
        }
        Some(self.bundle.format_pattern(pattern, Some(&given), &mut Vec::new()).into_owned())
    }
}

/// (language, what stands in its file of this name), in the order of [`Sentences::of_every_language`].
pub(super) fn sources(file: &str) -> Vec<(String, String)> {
    let paths = Files::iter().filter_map(|path| {
        let (lang, name) = path.split_once('/')?;
        (name == file).then(|| lang.to_owned())
    });
    let mut languages: Vec<String> = paths.collect();
    let place = |lang: &str| Lang::ALL.iter().position(|it| it.code() == lang).unwrap_or(Lang::ALL.len());
    languages.sort_by(|a, b| (place(a), a).cmp(&(place(b), b)));
    let read = |lang: String| {
        let data = Files::get(&format!("{lang}/{file}"))?.data;
        Some((lang, String::from_utf8_lossy(&data).into_owned()))
    };
    languages.into_iter().filter_map(read).collect()
}
