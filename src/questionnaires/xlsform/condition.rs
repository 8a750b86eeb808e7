//! The two expressions of a file that are understood: whom a question is for, and the bounds of a number.

use crate::questionnaires::content::{Condition, Scale};

/// How deep brackets may stand in each other.
const DEEPEST: usize = 16;

/// Whom a question is for: those who chose one of these at another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// As the file calls it.
    pub item: String,
    pub any_of: Vec<String>,
    /// Somewhere it says `=`, which of several choices means: this one and no other.
    pub equals: bool,
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Item(String),
    Value(String),
    Word(String),
    Mark(char),
}

/// Takes an expression apart; none where something stands in it that has no place here.
fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let after = &rest[first.len_utf8()..];
        let (token, left) = if let Some(name) = rest.strip_prefix("${") {
            let (name, left) = name.split_once('}')?;
            (Token::Item(name.trim().to_owned()), left)
        } else if let Some(ends) = quotes(first) {
            let end = after.find(ends)?;
            let width = after[end..].chars().next().map_or(1, char::len_utf8);
            (Token::Value(after[..end].trim().to_owned()), &after[end + width..])
        } else if first.is_ascii_alphanumeric() {
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
            let word = rest[..end].to_owned();
            let number = word.bytes().all(|byte| byte.is_ascii_digit());
            (if number { Token::Value(word) } else { Token::Word(word) }, &rest[end..])
        } else if matches!(first, '(' | ')' | ',' | '=') {
            (Token::Mark(first), after)
        } else {
            return None;
        };
        found.push(token);
        rest = left.trim_start();
    }
    Some(found)
}

/// What ends a text that begins so; spreadsheets like to bend quotes.
fn quotes(begin: char) -> Option<&'static [char]> {
    match begin {
        '\'' | '‘' | '’' => Some(&['\'', '‘', '’']),
        '"' | '“' | '”' | '„' => Some(&['"', '“', '”']),
        _ => None,
    }
}

struct Parser {
    tokens: std::vec::IntoIter<Token>,
    asked: Option<Asked>,
}

impl Parser {
    fn next_is(&self, token: &Token) -> bool {
        self.tokens.as_slice().first() == Some(token)
    }

    fn take(&mut self, token: &Token) -> Option<()> {
        (self.tokens.next()? == *token).then_some(())
    }

    fn any(&mut self, depth: usize) -> Option<()> {
        self.one(depth)?;
        while self.next_is(&Token::Word("or".to_owned())) {
            self.tokens.next();
            self.one(depth)?;
        }
        Some(())
    }

    fn one(&mut self, depth: usize) -> Option<()> {
        match self.tokens.next()? {
            Token::Mark('(') if depth < DEEPEST => {
                self.any(depth + 1)?;
                self.take(&Token::Mark(')'))
            }
            Token::Word(word) if word == "selected" => {
                self.take(&Token::Mark('('))?;
                let Token::Item(item) = self.tokens.next()? else { return None };
                self.take(&Token::Mark(','))?;
                let Token::Value(value) = self.tokens.next()? else { return None };
                self.take(&Token::Mark(')'))?;
                self.add(item, value, false)
            }
            Token::Item(item) => {
                self.take(&Token::Mark('='))?;
                let Token::Value(value) = self.tokens.next()? else { return None };
                self.add(item, value, true)
            }
            _ => None,
        }
    }

    fn add(&mut self, item: String, value: String, equals: bool) -> Option<()> {
        let asked = self.asked.get_or_insert_with(|| Asked { item: item.clone(), any_of: vec![], equals });
        if asked.item != item {
            return None;
        }
        asked.any_of.push(value);
        asked.equals |= equals;
        Some(())
    }
}

/// `${x} = 'a'`, `selected(${x}, 'a')`, or several of these about the same question with `or` between them.
pub fn read(text: &str) -> Option<Asked> {
    let mut parser = Parser { tokens: tokens(text)?.into_iter(), asked: None };
    parser.any(0)?;
    if parser.tokens.next().is_some() { None } else { parser.asked }
}

/// The same, written.
pub fn write(condition: &Condition, scale: Option<&Scale>) -> String {
    let many = matches!(scale, Some(Scale::Many(_)));
    let one = |code: &String| match (many, &condition.item) {
        (true, item) => format!("selected(${{{item}}}, '{code}')"),
        (false, item) => format!("${{{item}}} = '{code}'"),
    };
    condition.any_of.iter().map(one).collect::<Vec<_>>().join(" or ")
}

/// The bounds that `. >= a and . <= b` gives a whole number; none where it says something else.
pub fn bounds(text: &str) -> Option<(Option<i64>, Option<i64>)> {
    let (mut least, mut most) = (None, None);
    for part in text.split(" and ") {
        let part: String = part.chars().filter(|c| !c.is_whitespace() && !matches!(c, '(' | ')')).collect();
        // Either side may hold the answer.
        let (sign, number, turned) = match (part.strip_prefix('.'), part.strip_suffix('.')) {
            (Some(rest), _) => {
                let end = rest.find(|c| !matches!(c, '<' | '>' | '='))?;
                (&rest[..end], &rest[end..], false)
            }
            (None, Some(rest)) => {
                let begin = rest.find(['<', '>'])?;
                (&rest[begin..], &rest[..begin], true)
            }
            (None, None) => return None,
        };
        let number: i64 = number.parse().ok()?;
        let (side, bound) = match (sign, turned) {
            (">=", false) | ("<=", true) => (&mut least, number),
            (">", false) | ("<", true) => (&mut least, number.checked_add(1)?),
            ("<=", false) | (">=", true) => (&mut most, number),
            ("<", false) | (">", true) => (&mut most, number.checked_sub(1)?),
            _ => return None,
        };
        if side.replace(bound).is_some() {
            return None;
        }
    }
    Some((least, most))
}
