//! Text as people look for it: without capitals, and without marks on letters.

use icu::normalizer::DecomposingNormalizerBorrowed;

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

/// "Šiška" → "siska". Made here and not by the databases, which fold differently.
pub fn folded(text: &str) -> String {
    let apart = DecomposingNormalizerBorrowed::new_nfd();
    let lower = text.to_lowercase();
    let mut folded = String::with_capacity(lower.len());
    for c in apart.normalize(&lower).chars().filter(|c| !('\u{300}'..='\u{36f}').contains(c)) {
        match plain(c) {
            Some(letters) => folded.push_str(letters),
            None => folded.push(c),
        }
    }
    folded
}
