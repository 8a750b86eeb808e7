//! Codes out of names: what stands in an address, made of what people call a thing.

use icu::normalizer::DecomposingNormalizerBorrowed;

/// The longest code.
pub const LONGEST: usize = 60;

/// Letters that do not come apart into a letter and a mark.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'đ' | 'ð' => "d",
        'ł' => "l",
        'ø' => "o",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'þ' => "th",
        'ı' => "i",
        _ => return None,
    })
}

/// Lower-case letters a–z, digits and dashes: "Mladinski center Šiška" → "mladinski-center-siska". Empty where nothing of
/// the name can be written so.
pub fn folded(name: &str) -> String {
    let apart = DecomposingNormalizerBorrowed::new_nfd();
    let lower = name.to_lowercase();
    let mut code = String::new();
    for c in apart.normalize(&lower).chars() {
        if c.is_ascii_lowercase() || c.is_ascii_digit() {
            code.push(c);
        } else if let Some(letters) = plain(c) {
            code.push_str(letters);
        } else if !('\u{300}'..='\u{36f}').contains(&c) && !code.is_empty() && !code.ends_with('-') {
            code.push('-');
        }
    }
    code.trim_end_matches('-').to_owned()
}

/// A code for something with this name that nothing else has; `else_` where the name gives none.
pub fn proposed(name: &str, else_: &str, taken: impl Fn(&str) -> bool) -> String {
    let mut base = folded(name);
    if base.len() < 2 {
        base = if base.is_empty() { else_.to_owned() } else { format!("{else_}-{base}") };
    }
    // Room for a number behind it.
    base.truncate(LONGEST - 6);
    let base = base.trim_end_matches('-').to_owned();
    if !taken(&base) {
        return base;
    }
    (2..).map(|n| format!("{base}-{n}")).find(|code| !taken(code)).unwrap_or(base)
}

/// One line as people meant it: no breaks, no marks that cannot be seen, single spaces.
pub fn tidy(text: &str) -> String {
    let seen: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}
