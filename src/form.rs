//! What somebody typed into a form, and what is wrong with it: shared by all features.

use crate::i18n::{Arg, Text18, Words};

/// A problem to tell beside a field.
#[derive(Clone, Debug)]
pub struct Wrong {
    pub field: String,
    /// Key of the sentence.
    pub key: &'static str,
    pub args: Vec<(&'static str, Arg)>,
}

impl Wrong {
    pub fn new(field: &str, key: &'static str) -> Wrong {
        Wrong { field: field.to_owned(), key, args: Vec::new() }
    }

    pub fn arg(mut self, name: &'static str, arg: impl Into<Arg>) -> Wrong {
        self.args.push((name, arg.into()));
        self
    }
}

/// The problems as a page tells them: (field, sentence).
pub fn told(w: Words, wrong: &[Wrong]) -> Vec<(String, String)> {
    wrong.iter().map(|wrong| (wrong.field.clone(), w.with(wrong.key, &wrong.args))).collect()
}

/// Marks that cannot be seen, and change how what can be is read: they turn its direction around, or break words apart. Those
/// that join letters stay: some languages are written with them, and pictures are made of them.
fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// One line as people meant it: no breaks, no marks that cannot be seen, single spaces.
pub fn tidy(text: &str) -> String {
    let seen = text.chars().filter(|c| !is_hidden(*c));
    let seen: String = seen.map(|c| if c.is_control() { ' ' } else { c }).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Several lines as people meant them: breaks stay, marks that cannot be seen do not.
pub fn lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let seen = text.chars().filter(|c| !is_hidden(*c));
    seen.map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect::<String>().trim().to_owned()
}

/// A whole number as people write it: "12", "-3", and with one mark between thousands, "12.500", "12 500". None of anything else:
/// what has a point or a comma elsewhere is a part of one, and no other number is made of it.
pub fn whole(text: &str) -> Option<i64> {
    let text = text.trim();
    let digits = text.strip_prefix('-').unwrap_or(text);
    let mark = digits.chars().find(|c| matches!(c, '.' | ' ' | '\u{a0}' | '\u{202f}'));
    let groups: Vec<&str> = mark.map_or_else(|| vec![digits], |mark| digits.split(mark).collect());
    if groups.iter().any(|it| it.is_empty() || !it.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    if let [first, rest @ ..] = groups.as_slice()
        && !rest.is_empty()
        && (first.len() > 3 || first.starts_with('0') || rest.iter().any(|it| it.len() != 3))
    {
        return None;
    }
    let n: i64 = groups.concat().parse().ok()?;
    Some(if digits.len() < text.len() { -n } else { n })
}

/// Rows of a form that are looked at.
const MOST_ROWS: usize = 60;

/// Fields of a form, in the order in which they were sent.
#[derive(Clone, Debug, Default)]
pub struct Fields(pub Vec<(String, String)>);

impl Fields {
    /// Empty where it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(it, _)| it == name).map_or("", |(_, text)| text.as_str())
    }

    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(it, _)| it == name)
    }

    /// Every value of a field that may come several times.
    pub fn all<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        self.0.iter().filter(move |(it, _)| it == name).map(|(_, value)| value.as_str())
    }

    /// What the page held when it was saved last, where it says so: the fields again, each with `was_` before its name.
    pub fn was(&self) -> Option<Fields> {
        let was = |(name, value): &(String, String)| {
            name.strip_prefix("was_").map(|name| (name.to_owned(), value.clone()))
        };
        let was: Vec<_> = self.0.iter().filter_map(was).collect();
        (!was.is_empty()).then_some(Fields(was))
    }

    /// A text in each language, from fields `name_sl`, `name_en`, …; what `before` says in others stays.
    pub fn text(&self, name: &str, languages: &[String], before: &Text18) -> Text18 {
        let mut text = before.clone();
        for lang in languages {
            text.put(lang, &tidy(self.get(&format!("{name}_{lang}"))));
        }
        text
    }

    /// How many rows `name_0_…`, `name_1_…` were sent.
    pub fn rows(&self, name: &str) -> usize {
        let at = |(field, _): &(String, String)| {
            let rest = field.strip_prefix(name)?.strip_prefix('_')?;
            rest.split('_').next()?.parse::<usize>().ok()
        };
        self.0.iter().filter_map(at).max().map_or(0, |most| most.min(MOST_ROWS) + 1)
    }
}

/// A text typed in several languages, (language, text) in the network's order, from fields `name_sl`, `name_en`, …
pub struct Names<'a> {
    pub typed: &'a [(String, String)],
    /// The longest, in characters.
    pub most: usize,
    /// Keys of the sentences for none at all, and for one that is too long.
    pub missing: &'static str,
    pub long: &'static str,
}

impl Names<'_> {
    /// The text meant; what is wrong is added to `wrong`.
    pub fn read(&self, wrong: &mut Vec<Wrong>) -> Text18 {
        let mut name = Text18::default();
        for (lang, text) in self.typed {
            let text = tidy(text);
            if text.chars().count() > self.most {
                let most = i64::try_from(self.most).unwrap_or(i64::MAX);
                wrong.push(Wrong::new(&format!("name_{lang}"), self.long).arg("n", most));
            }
            if !text.is_empty() {
                name.set(lang, text);
            }
        }
        if name.is_empty() {
            let first = self.typed.first().map_or("", |(lang, _)| lang);
            wrong.push(Wrong::new(&format!("name_{first}"), self.missing));
        }
        name
    }
}

#[cfg(test)]
mod tests {
    use super::{Fields, lines, tidy, whole};

    #[test]
    fn whole_numbers_have_marks_between_thousands_only() {
        for (text, n) in [
            ("0", 0),
            (" 12 ", 12),
            ("-3", -3),
            ("1.000", 1_000),
            ("12 500", 12_500),
            ("1\u{a0}250\u{a0}000", 1_250_000),
            ("007", 7),
        ] {
            assert_eq!(whole(text), Some(n), "{text}");
        }
        for text in [
            "",
            "-",
            "1.5",
            "1,5",
            "1.50",
            "15.",
            ".5",
            "0.500",
            "1.0000",
            "1000.000",
            "1.000 000",
            "12,500",
            "1e3",
            "½",
            "1 5",
            "--1",
            "+1",
            "99999999999999999999",
        ] {
            assert_eq!(whole(text), None, "{text}");
        }
    }

    #[test]
    fn marks_that_cannot_be_seen_are_taken_out_and_those_that_join_stay() {
        assert_eq!(tidy(" a\u{202e}bc\u{200b}\u{feff}\td\r\ne "), "abc d e");
        assert_eq!(lines("prva\r\n\u{2067}druga\u{2069}\u{7}\rtretja\u{2028}"), "prva\ndruga \ntretja");
        let family = "👩\u{200d}👧 می\u{200c}خواهم";
        assert_eq!((tidy(family), lines(family)), (family.to_owned(), family.to_owned()));
    }

    #[test]
    fn fields_are_read_by_name_and_by_row() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let fields = Fields(vec![pair("a", "1"), pair("a", "2"), pair("row_2_x", ""), pair("row_900_x", "")]);
        assert_eq!((fields.get("a"), fields.get("b"), fields.has("b")), ("1", "", false));
        assert_eq!(
            (fields.all("a").collect::<Vec<_>>(), fields.rows("row"), fields.rows("a")),
            (vec!["1", "2"], 61, 0)
        );
    }
}
