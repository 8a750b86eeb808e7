//! What commands write: in which language, in which format, and a file so that half of it never looks like a whole one.

use std::path::{Path, PathBuf};

use crate::cli::Refused;
use crate::i18n::Lang;
use crate::units::Unit;

/// The language that was asked for; without one the network's first.
pub fn lang(asked: Option<&str>, unit: &Unit) -> Lang {
    let first = unit.network.languages.first().map(String::as_str);
    asked.or(first).and_then(Lang::from_code).unwrap_or(Lang::En)
}

/// As --format says; without it by the ending of the file. None where neither says anything.
pub fn format(asked: Option<&str>, out: Option<&Path>) -> Option<String> {
    asked.or_else(|| out?.extension()?.to_str()).map(str::to_lowercase)
}

/// A file's name with something more at its end.
pub fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

/// Puts a file there. It has another name until it is whole; one that was there stands until then.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Refused> {
    let told = |error: std::io::Error| format!("{}: {error}", path.display());
    let part = beside(path, "part");
    std::fs::write(&part, bytes).map_err(told)?;
    std::fs::rename(&part, path).map_err(told)
}
