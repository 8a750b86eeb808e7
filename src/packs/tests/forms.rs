use crate::i18n::{Lang, Words};
use crate::packs::{parse, shipped};

#[test]
fn every_form_of_ours_is_whole_in_both_languages() {
    let codes: Vec<&str> = shipped::all().iter().map(|form| form.code.as_str()).collect();
    assert_eq!(
        codes,
        ["youth-office", "volunteering", "municipality-year", "key-figures", "network-half-year"]
    );
    for form in shipped::all() {
        let figures = form.figures.iter().map(|it| &it.name);
        let tables = form.tables.iter().flat_map(|it| it.groups.iter().map(|it| &it.name).chain([&it.name]));
        let words = form.texts.iter().map(|it| &it.asks).chain(form.lists.iter().map(|it| &it.name));
        for text in figures.chain(tables).chain(words).chain([&form.name, &form.what]) {
            assert!(text.get("sl").is_some() && text.get("en").is_some(), "{}: {text:?}", form.code);
        }
        for lang in Lang::ALL {
            for figure in &form.figures {
                let meaning = format!("measure-{}-what", figure.counted.code());
                assert!(Words(lang).has(&meaning), "{meaning}");
                assert!(Words(lang).has(&format!("pack-in-{}", figure.counted.unit())));
            }
            for rule in form.checks.iter().map(|check| check.rule.code()) {
                for key in ["fine", "lacks", "mend"] {
                    assert!(Words(lang).has(&format!("pack-{key}-{rule}")), "{key} {rule}");
                }
            }
        }
    }
    let fields = &shipped::find("youth-office").unwrap().tables[0].groups;
    let ours: Vec<&str> = fields.iter().flat_map(|group| &group.terms).map(String::as_str).collect();
    let law = crate::vocabulary::standard_terms().into_iter();
    let law: Vec<&str> = law
        .filter(|(list, ..)| *list == crate::vocabulary::Vocabulary::Field)
        .map(|(_, code, _)| code)
        .collect();
    assert_eq!(ours, law, "the nine fields of the law");
}

const FORM: &str = r#"
format = 1
code = "mine"
version = 2
name = { sl = "Moj" }
[[figure]]
code = "all"
name = { sl = "Vsi" }
measure = "visits"
[[figure]]
code = "active"
name = { sl = "Aktivni" }
measure = "visits"
kinds = ["group"]
parts = ["creator"]
ages = [15, 29]
[[figure]]
code = "hours"
name = { sl = "Ure" }
measure = "youth_work_min"
[[table]]
code = "kinds"
name = { sl = "Vrste" }
rows = "kind"
figures = ["all", "hours"]
[[list]]
code = "proof"
name = { sl = "Seznam" }
proves = "active"
columns = ["date", "activity", "figure"]
[[check]]
rule = "without_ages"
of = "active"
most = 3
"#;

#[test]
fn what_is_wrong_is_said_with_file_part_and_key() {
    let form = parse("mine.toml", FORM).unwrap();
    assert_eq!((form.version, form.figures.len(), form.checks[0].most), (2, 3, 3));
    for (from, to, says) in [
        ("format = 1", "format = 9", "mine.toml: format: 9 is not known here; this program reads 1"),
        ("format = 1", "", "mine.toml: format: is missing; expected 1"),
        ("code = \"mine\"", "code = \"Moj obrazec\"", "mine.toml: code: expected 2 to 60"),
        ("name = { sl = \"Moj\" }", "", "mine.toml: name: is missing"),
        ("version = 2", "version = -2", "mine.toml: version: expected a whole number"),
        ("version = 2", "version =", "mine.toml: line 4: "),
        ("version = 2", "version = 2\nspan = \"year\"", "mine.toml: span: there is no such key here"),
        (
            "measure = \"visits\"",
            "measure = \"vists\"",
            "mine.toml: figure \"all\": measure: \"vists\" cannot",
        ),
        (
            "measure = \"visits\"",
            "measure = \"opening_min\"",
            "figure \"all\": measure: \"opening_min\" cannot",
        ),
        (
            "kinds = [\"group\"]",
            "kinds = [\"groups\"]",
            "figure \"active\": kinds: \"groups\" is not known; expected one",
        ),
        (
            "ages = [15, 29]",
            "ages = [29, 15]",
            "figure \"active\": ages: expected the first and the last age",
        ),
        ("\"youth_work_min\"", "\"youth_work_min\"\nages = [15, 29]", "figure \"hours\": ages: "),
        (
            "figures = [\"all\", \"hours\"]",
            "figures = [\"none\"]",
            "table \"kinds\": figures: there is no figure \"none\"",
        ),
        (
            "rows = \"kind\"",
            "rows = \"age_band\"",
            "table \"kinds\": figures: \"hours\" is not split by age_band",
        ),
        ("rows = \"kind\"", "rows = \"tag\"", "table \"kinds\": rows: \"tag\" is not known"),
        (
            "proves = \"active\"",
            "proves = \"all\"",
            "list \"proof\": proves: \"all\" may count one-to-one work",
        ),
        ("kinds = [\"group\"]", "kinds = [\"one_to_one\"]", "one-to-one work stands together"),
        ("\"activity\", \"figure\"", "\"note\"", "list \"proof\": columns: \"note\" is not known"),
        (
            "rule = \"without_ages\"",
            "rule = \"anything\"",
            "check \"anything\": rule: \"anything\" is not known",
        ),
        ("of = \"active\"", "of = \"nobody\"", "check \"without_ages\": of: there is no figure \"nobody\""),
        ("code = \"hours\"", "code = \"all\"", "mine.toml: code: \"all\" stands twice"),
    ] {
        let changed = FORM.replacen(from, to, 1);
        assert_ne!(changed, FORM, "{from}");
        let said = parse("mine.toml", &changed).expect_err(says);
        assert!(said.contains(says), "{said:?} does not say {says:?}");
    }
    assert!(parse("empty.toml", "").is_err());
    assert!(parse("binary.toml", "\u{0}\u{1}").is_err());
}

#[test]
fn gender_and_age_are_never_crossed() {
    let crossed = FORM.replacen("rows = \"kind\"", "rows = \"gender\"", 1);
    let crossed = crossed.replacen("[\"all\", \"hours\"]", "[\"active\"]", 1);
    assert!(parse("mine.toml", &crossed).unwrap_err().contains("never crossed"));
}

#[test]
fn times_are_read_as_they_are_written() {
    for code in ["2026", "2026-H1", "2026-H2", "2025-12"] {
        assert_eq!(crate::packs::Time::from_code(code).unwrap().code(), code);
    }
    let half = crate::packs::Time::from_code("2026-H2").unwrap();
    assert_eq!((half.before().code(), half.after().code()), ("2026-H1".to_owned(), "2027-H1".to_owned()));
    for code in ["", "26", "2026-H3", "2026-13", "2026-1", "2026-01-01", "99999", "č026", "1026"] {
        assert_eq!(crate::packs::Time::from_code(code), None, "{code}");
    }
}
