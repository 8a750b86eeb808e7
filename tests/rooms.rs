//! Who may call whom. A feature uses what stands before it in the one order, through its `mod.rs`; shared rooms know no
//! feature; SQL stands in stores, engines are named in `db`, HTTP in `web`.

use std::fs;
use std::path::{Path, PathBuf};

/// Each may use those before it.
const ORDER: &[&str] = &[
    "units",
    "people",
    "vocabulary",
    "totals",
    "periods",
    "activities",
    "files",
    "reflections",
    "measures",
    "exchange",
    "questionnaires",
    "answers",
    "evaluation",
    "results",
    "change",
    "bodies",
    "plan",
    "reports",
    "pictures",
    "packs",
    "calendar",
    "public",
    "leaving",
    "watch",
    "retention",
    "desk",
    "generate",
];
/// Shared by all; the figures are only for those who come after.
const SHARED: &[&str] = &[
    "access", "app", "backup", "clock", "config", "db", "error", "form", "i18n", "jobs", "table", "web",
    "testing",
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// (path below `src`, its lines without comments)
fn all() -> Vec<(String, Vec<String>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    sources(&root, &mut found);
    assert!(found.len() > 30, "the sources were found");
    found
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(&root).expect("below src").to_string_lossy().into_owned();
            let text = fs::read_to_string(&path).expect("readable");
            let lines = text.lines().filter(|line| !line.trim_start().starts_with("//")).map(str::to_owned);
            (name, lines.collect())
        })
        .collect()
}

/// The room a file stands in.
fn room(name: &str) -> &str {
    name.split('/').next().unwrap_or(name).trim_end_matches(".rs")
}

fn is_test(name: &str) -> bool {
    name.ends_with("tests.rs") || name.contains("/tests/")
}

/// Rooms of ours that a line names: after `crate::`, also in a grouped `use crate::{…}`.
fn named(lines: &[String]) -> Vec<String> {
    let text = lines.join("\n");
    let mut rooms = Vec::new();
    for part in text.split("crate::").skip(1) {
        if let Some(group) = part.strip_prefix('{') {
            let group = group.split("};").next().unwrap_or("");
            let mut depth = 0;
            let mut word = String::new();
            for c in group.chars() {
                match c {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    ',' if depth == 0 => rooms.push(std::mem::take(&mut word)),
                    _ if depth == 0 => word.push(c),
                    _ => {}
                }
            }
            rooms.push(word);
        } else {
            rooms.push(part.to_owned());
        }
    }
    let name = |text: &String| -> String {
        text.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
    };
    rooms.iter().map(name).filter(|name| !name.is_empty()).collect()
}

#[test]
fn features_use_only_what_stands_before_them() {
    let mut wrong = Vec::new();
    for (name, lines) in all() {
        let here = room(&name);
        let tests = is_test(&name);
        for used in named(&lines) {
            let to = ORDER.iter().position(|feature| *feature == used);
            let Some(to) = to else { continue };
            let allowed = match ORDER.iter().position(|feature| *feature == here) {
                Some(from) => to <= from || tests,
                // Shared rooms know no feature, but the harness that sets the scene for tests and the commands.
                None => tests || !SHARED.contains(&here) || here == "testing",
            };
            if !allowed {
                wrong.push(format!("{name} uses {used}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn engines_are_named_in_db_alone() {
    let mut wrong = Vec::new();
    for (name, lines) in all() {
        if room(&name) == "db" {
            continue;
        }
        for line in &lines {
            // `FromRow` is derived, generic over engines; nothing else of the library is for others.
            let said = line.replace("sqlx=warn", "");
            let words = ["sqlx::", "rusqlite", "Sqlite", "Postgres", "AssertSqlSafe"];
            // Its own tables; a test may look into them.
            let tables = ["sqlite_master", "pragma_", "pg_catalog", "information_schema"];
            let named = |words: &[&str]| words.iter().any(|word| said.contains(word));
            if named(&words) || !name.contains("/tests") && named(&tables) {
                wrong.push(format!("{name}: {}", line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn sql_stands_in_stores() {
    let mut wrong = Vec::new();
    let words = ["select ", "insert into ", "update ", "delete from "];
    for (name, lines) in all() {
        if room(&name) == "db" || name.contains("store") || is_test(&name) {
            continue;
        }
        for line in &lines {
            let quoted = line.trim_start().trim_start_matches("format!(").trim_start_matches('"');
            if line.contains('"') && words.iter().any(|word| quoted.starts_with(word)) {
                wrong.push(format!("{name}: {}", line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn http_stands_in_web() {
    let mut wrong = Vec::new();
    for (name, lines) in all() {
        let web =
            room(&name) == "web" || name.contains("/web") || name == "testing.rs" || name == "cli/serve.rs";
        if !web && !is_test(&name) && lines.iter().any(|line| line.contains("axum")) {
            wrong.push(name);
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn files_stay_readable() {
    let long: Vec<String> = all()
        .into_iter()
        .filter(|(_, lines)| lines.len() > 400)
        .map(|(name, lines)| format!("{name}: {} lines", lines.len()))
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}
