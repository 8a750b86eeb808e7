//! One file of sentences in every language it exists in, be it a language of pages or not.

use fluent_bundle::FluentResource;

use super::{Bundle, Files, Lang};

/// The sentences of one file, in one language.
pub struct Sentences {
    lang: String,
    bundle: Bundle,
}

impl Sentences {
    /// The file of this name from every folder of `locales/` that has it: languages of pages first, then by their codes.
    pub fn of_every_language(file: &str) -> Vec<Sentences> {
        let paths = Files::iter().filter_map(|path| {
            let (lang, name) = path.split_once('/')?;
            (name == file).then(|| lang.to_owned())
        });
        let mut languages: Vec<String> = paths.collect();
        let place = |lang: &str| Lang::ALL.iter().position(|it| it.code() == lang).unwrap_or(Lang::ALL.len());
        languages.sort_by(|a, b| (place(a), a).cmp(&(place(b), b)));
        languages.into_iter().filter_map(|lang| Sentences::read(lang, file)).collect()
    }

    fn read(lang: String, file: &str) -> Option<Sentences> {
        let data = Files::get(&format!("{lang}/{file}"))?.data;
        let source = String::from_utf8_lossy(&data).into_owned();
        let resource = FluentResource::try_new(source).unwrap_or_else(|(resource, errors)| {
            tracing::error!(%lang, file, ?errors, "a locale file has mistakes");
            resource
        });
        let mut bundle = Bundle::new_concurrent(vec![lang.parse().unwrap_or_default()]);
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        Some(Sentences { lang, bundle })
    }

    pub fn lang(&self) -> &str {
        &self.lang
    }

    /// The sentence with this key, where the file has it. With nothing to fill in.
    pub fn get(&self, key: &str) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        Some(self.bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned())
    }
}
