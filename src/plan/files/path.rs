//! Parts of a table that are named by the way to them: area, project, action.

use super::columns::PATH;
use crate::form::tidy;
use crate::i18n::Text18;
use crate::plan::piece::{Piece, Raw, Value};
use crate::units::code::proposed;

/// Where the last row stood.
#[derive(Debug, Default)]
pub struct Way {
    /// By column: the place in the parts, where one is named.
    at: [Option<usize>; PATH.len()],
    /// (code it stands in, column, name) → place in the parts
    known: Vec<(String, usize, String, usize)>,
}

fn code(parts: &[Piece], at: usize) -> String {
    match parts[at].get("code") {
        Some(Value { raw: Raw::Text(code), .. }) => code.clone(),
        _ => String::new(),
    }
}

impl Way {
    /// Goes on to what a row names. Columns before the first that is filled stay as they were; empty ones after it name nothing.
    pub fn go(&mut self, names: &[String; PATH.len()], row: usize, lang: &str, parts: &mut Vec<Piece>) {
        let first = names.iter().position(|name| !name.trim().is_empty()).unwrap_or(0);
        for (column, said) in names.iter().enumerate().skip(first) {
            self.at[column] = None;
            // Areas in areas: "Development › Training".
            for name in said.split('›').map(tidy).filter(|name| !name.is_empty()) {
                let above = self.at[..=column].iter().rev().flatten().next().copied();
                let within = above.map(|at| code(parts, at)).unwrap_or_default();
                self.at[column] = Some(self.part(column, &within, &name, (row, lang), parts));
            }
        }
    }

    fn part(
        &mut self,
        column: usize,
        within: &str,
        name: &str,
        (row, lang): (usize, &str),
        parts: &mut Vec<Piece>,
    ) -> usize {
        let known =
            self.known.iter().find(|it| (it.0.as_str(), it.1, it.2.as_str()) == (within, column, name));
        if let Some((.., at)) = known {
            return *at;
        }
        let taken = |wanted: &str| (0..parts.len()).any(|at| code(parts, at) == wanted);
        let own = proposed(name, PATH[column], taken);
        let mut piece = Piece { at: row, of: Vec::new() };
        piece.say("kind", PATH[column]);
        piece.say("code", &own);
        piece.say("in", within);
        piece.words("name", &Text18::one(lang, name));
        parts.push(piece);
        self.known.push((within.to_owned(), column, name.to_owned(), parts.len() - 1));
        parts.len() - 1
    }

    /// The part that the last row named.
    pub fn last<'p>(&self, parts: &'p mut [Piece]) -> Option<&'p mut Piece> {
        let at = self.at.iter().rev().flatten().next()?;
        parts.get_mut(*at)
    }
}
