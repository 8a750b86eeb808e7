//! The forms that the program brings.

use std::sync::LazyLock;

use super::form::Form;
use super::parse::parse;

const FILES: [(&str, &str); 5] = [
    ("youth-office.toml", include_str!("forms/youth-office.toml")),
    ("volunteering.toml", include_str!("forms/volunteering.toml")),
    ("municipality-year.toml", include_str!("forms/municipality-year.toml")),
    ("key-figures.toml", include_str!("forms/key-figures.toml")),
    ("network-half-year.toml", include_str!("forms/network-half-year.toml")),
];

static FORMS: LazyLock<Vec<Form>> = LazyLock::new(|| {
    let read =
        |(file, text): (&str, &str)| parse(file, text).map_err(|says| tracing::error!(says, "a form")).ok();
    FILES.into_iter().filter_map(read).collect()
});

pub fn all() -> &'static [Form] {
    &FORMS
}

/// The file of a form.
pub fn file(code: &str) -> Option<&'static str> {
    let name = format!("{code}.toml");
    FILES.iter().find(|(file, _)| *file == name).map(|(_, text)| *text)
}

#[cfg(test)]
pub fn find(code: &str) -> Option<&'static Form> {
    FORMS.iter().find(|form| form.code == code)
}
