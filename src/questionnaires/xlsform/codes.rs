//! Names of a file as codes, and codes of languages.

use crate::i18n::folded;
use crate::questionnaires::check::is_code;

const LONGEST: usize = 32;

/// The code that a name becomes, its own where it is one. `begin` stands before what begins with a digit. None where
/// nothing of it can be written so.
pub fn code(name: &str, begin: &str) -> Option<String> {
    if is_code(name) {
        return Some(name.to_owned());
    }
    let mut code = String::new();
    for c in folded(name).chars() {
        if c.is_ascii_lowercase() || c.is_ascii_digit() {
            if code.is_empty() && c.is_ascii_digit() {
                code.push_str(begin);
            }
            code.push(c);
        } else if !code.is_empty() && !code.ends_with('_') {
            code.push('_');
        }
    }
    code.truncate(LONGEST);
    code.truncate(code.trim_end_matches('_').len());
    (!code.is_empty()).then_some(code)
}

/// The same of a choice: spreadsheets number what can be chosen, so up to four digits are a code too.
pub fn choice_code(name: &str) -> Option<String> {
    let numbered = (1..=4).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_digit());
    if numbered { Some(name.to_owned()) } else { code(name, "c") }
}

/// The code of a language out of "English (en)" or "en".
pub fn language(text: &str) -> Option<String> {
    let text = text.trim();
    let code = match text.strip_suffix(')').and_then(|text| text.rsplit_once('(')) {
        Some((_, code)) => code.trim(),
        None => text,
    };
    let fits = (2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_alphabetic());
    fits.then(|| code.to_ascii_lowercase())
}

/// What other tools would put an answer in the place of, with a mark between that nobody sees; it is gone again in
/// what is read.
pub fn apart(text: &str) -> String {
    text.replace("${", "$\u{2060}{")
}

/// Languages by their own names.
const NAMES: [(&str, &str); 22] = [
    ("sl", "Slovenščina"),
    ("en", "English"),
    ("ar", "العربية"),
    ("bs", "Bosanski"),
    ("cs", "Čeština"),
    ("da", "Dansk"),
    ("de", "Deutsch"),
    ("es", "Español"),
    ("et", "Eesti"),
    ("fi", "Suomi"),
    ("fr", "Français"),
    ("hr", "Hrvatski"),
    ("hu", "Magyar"),
    ("it", "Italiano"),
    ("mk", "Македонски"),
    ("pl", "Polski"),
    ("ru", "Русский"),
    ("sk", "Slovenčina"),
    ("sq", "Shqip"),
    ("sr", "Srpski"),
    ("sv", "Svenska"),
    ("uk", "Українська"),
];

/// As headings say it: "English (en)".
pub fn language_heading(code: &str) -> String {
    let name = NAMES.iter().find(|(it, _)| *it == code).map_or(code, |(_, name)| name);
    format!("{name} ({code})")
}
