//! Codes out of names: what stands in an address, made of what people call a thing.

use crate::i18n;

/// The longest code.
pub const LONGEST: usize = 60;

/// Lower-case letters a–z, digits and dashes: "Mladinski center Šiška" → "mladinski-center-siska". Empty where nothing of
/// the name can be written so.
pub fn folded(name: &str) -> String {
    let mut code = String::new();
    for c in i18n::folded(name).chars() {
        if c.is_ascii_lowercase() || c.is_ascii_digit() {
            code.push(c);
        } else if !code.is_empty() && !code.ends_with('-') {
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
    // Room for a number behind it; of a long name whole words.
    if base.len() > LONGEST - 6 {
        let whole = base[..=LONGEST - 6].rfind('-').filter(|at| *at >= 2);
        base.truncate(whole.unwrap_or(LONGEST - 6));
    }
    let base = base.trim_end_matches('-').to_owned();
    if !taken(&base) {
        return base;
    }
    (2..).map(|n| format!("{base}-{n}")).find(|code| !taken(code)).unwrap_or(base)
}
