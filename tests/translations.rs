//! Every sentence that pages use exists in every language, with the same words to fill in; none lies about unused.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &Path, endings: &[&str], found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, endings, found);
        } else if path.extension().is_some_and(|ending| endings.iter().any(|it| *it == ending)) {
            found.push(path);
        }
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// Adds the sentences of a file.
fn said(path: &Path, sentences: &mut BTreeMap<String, BTreeSet<String>>) {
    let mut key = String::new();
    for line in fs::read_to_string(path).expect("readable").lines() {
        let starts = line.starts_with(|c: char| c.is_ascii_lowercase());
        if let (true, Some((name, _))) = (starts, line.split_once(" =")) {
            key = name.to_owned();
            assert!(!sentences.contains_key(&key), "{}: {key} stands twice", path.display());
            sentences.insert(key.clone(), BTreeSet::new());
        }
        for part in line.split('$').skip(1) {
            let name: String = part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            sentences.entry(key.clone()).or_default().insert(name);
        }
    }
}

/// key → the names it fills in
fn sentences(lang: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = Vec::new();
    files(&root().join("locales").join(lang), &["ftl"], &mut found);
    let mut sentences = BTreeMap::new();
    for path in found {
        said(&path, &mut sentences);
    }
    assert!(sentences.len() > 50, "{lang}: the sentences were found");
    sentences
}

/// Every text in quotes in sources and pages that looks like a key, and the beginnings of keys put together.
fn mentioned() -> (BTreeSet<String>, BTreeSet<String>) {
    let mut found = Vec::new();
    files(&root().join("src"), &["rs", "html"], &mut found);
    let (mut whole, mut begun) = (BTreeSet::new(), BTreeSet::new());
    for path in found {
        let text = fs::read_to_string(&path).expect("readable");
        for quoted in text.split('"').skip(1) {
            if quoted.contains('{') {
                begun.insert(quoted.split('{').next().unwrap_or("").to_owned());
            }
            whole.insert(quoted.to_owned());
        }
    }
    (whole, begun)
}

/// Keys asked for outright: `tr("…")`, `n("…"`, `of("…"`, `with("…"`.
fn asked() -> BTreeSet<String> {
    let mut found = Vec::new();
    files(&root().join("src"), &["rs", "html"], &mut found);
    let mut keys = BTreeSet::new();
    for path in found.iter().filter(|path| !path.to_string_lossy().contains("i18n")) {
        let text = fs::read_to_string(path).expect("readable");
        for call in [
            ".tr(\"",
            ".n(\"",
            ".of(\"",
            ".with(\"",
            "Invalid(\"",
            "Problem::stop(\"",
            "Problem::ask(\"",
            "Problem::remark(\"",
        ] {
            for part in text.split(call).skip(1) {
                let mut key = part.split('"').next().unwrap_or("").to_owned();
                if call.starts_with("Problem") {
                    // The second word is the key; the first names the field.
                    key = part.split('"').nth(2).unwrap_or("").to_owned();
                }
                // Names filled into a sentence are single words.
                if call.starts_with(".with") && !key.contains('-') {
                    continue;
                }
                if !key.is_empty()
                    && key
                        .chars()
                        .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_')
                    && key.contains(|c: char| c.is_ascii_lowercase())
                {
                    keys.insert(key);
                }
            }
        }
    }
    assert!(keys.len() > 50, "the keys were found");
    keys
}

#[test]
fn every_language_says_everything_with_the_same_words() {
    let (sl, en) = (sentences("sl"), sentences("en"));
    let missing: Vec<_> = sl
        .keys()
        .filter(|key| !en.contains_key(*key))
        .chain(en.keys().filter(|key| !sl.contains_key(*key)))
        .collect();
    assert!(missing.is_empty(), "only in one language: {missing:#?}");
    for (key, names) in &sl {
        if key.starts_with("date") || ["ask-date", "ask-day"].contains(&key.as_str()) {
            continue;
        }
        assert_eq!(names, &en[key], "{key} fills in other words");
    }
}

/// A further language is what young people read, in a file of its own.
#[test]
fn a_further_language_says_all_that_young_people_read() {
    let of = |lang: &str| -> BTreeMap<String, BTreeSet<String>> {
        let mut one = BTreeMap::new();
        said(&root().join("locales").join(lang).join("ask.ftl"), &mut one);
        one
    };
    let english = of("en");
    assert!(english.len() > 50);
    for entry in fs::read_dir(root().join("locales")).expect("a folder") {
        let path = entry.expect("an entry").path();
        let lang = path.file_name().expect("a name").to_string_lossy().into_owned();
        if !path.join("ask.ftl").exists() {
            continue;
        }
        let own = of(&lang);
        for (key, names) in &english {
            let there = own.get(key).unwrap_or_else(|| panic!("{lang}: {key} is missing"));
            let dated = ["ask-date", "ask-day"].contains(&key.as_str());
            assert!(dated || there == names, "{lang}: {key} fills in other words");
        }
    }
}

#[test]
fn every_sentence_asked_for_exists() {
    let sl = sentences("sl");
    let missing: Vec<String> = asked().into_iter().filter(|key| !sl.contains_key(key)).collect();
    assert!(missing.is_empty(), "asked for but nowhere said: {missing:#?}");
}

#[test]
fn no_sentence_lies_about_unused() {
    let (whole, begun) = mentioned();
    let unused: Vec<String> = sentences("sl")
        .into_keys()
        .filter(|key| {
            !whole.contains(key)
                && !begun.iter().any(|begin| begin.len() > 3 && key.starts_with(begin.as_str()))
        })
        .collect();
    assert!(unused.is_empty(), "{unused:#?}");
}
