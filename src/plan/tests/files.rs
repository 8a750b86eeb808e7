//! Files: what one says is what is read again, and every mistake is told at its place.

use proptest::prelude::*;

use super::random::plan;
use super::{SMALL, read, small};
use crate::i18n::{Lang, Words};
use crate::plan::document::Kind;
use crate::plan::evidence::Known;
use crate::plan::files::Asked;
use crate::plan::files::{to_toml, to_workbook};
use crate::plan::{telling, when};
use crate::table::{Cell, to_csv, to_typed_workbook};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn whatever_a_plan_says_its_files_say_the_same(plan in plan()) {
        prop_assert_eq!(read(to_toml(&plan).as_bytes(), Some(2021)), Ok(plan.clone()));
        let book = to_workbook(&plan, &["sl".to_owned(), "en".to_owned()]).unwrap();
        prop_assert_eq!(read(&book, Some(2021)), Ok(plan));
    }

    #[test]
    fn no_file_brings_the_reader_down(bytes in proptest::collection::vec(any::<u8>(), 0..200), text in "\\PC{0,80}") {
        let _ = read(&bytes, Some(2021));
        let _ = read(text.as_bytes(), Some(2021));
        let _ = read(format!("format = 1\nyear = 2021\n{text}").as_bytes(), None);
    }
}

#[test]
fn a_plan_is_read_in_reading_order_and_says_its_numbers_in_words() {
    let plan = small();
    let codes: Vec<&str> = plan.parts.iter().map(|it| it.code.as_str()).collect();
    assert_eq!(codes, ["development", "eu-you", "academy", "meeting"]);
    let w = Words(Lang::Sl);
    let says = |code: &str, n: usize| telling::target(w, &plan.part(code).unwrap().says.targets[n]);
    assert_eq!(says("eu-you", 0), "40 dogodkov (po 4 v vsaki od 10 enot)");
    assert_eq!(
        (says("academy", 0), says("academy", 1)),
        ("vsaj 4 usposabljanja".into(), "največ 2–3 objave".into())
    );
    let months = |code: &str| when::says(w, &plan.part(code).unwrap().says.when, 2027);
    assert_eq!((months("academy"), months("meeting")), ("februar–december".into(), "15.\u{a0}11.".into()));
    assert_eq!(when::says(w, &plan.head.adoption[0].when, 2027), "oktober 2026");
}

/// What is told of a file that differs in one line.
fn wrong(from: &str, to: &str) -> Vec<(String, String)> {
    assert!(SMALL.contains(from), "{from}");
    read(SMALL.replacen(from, to, 1).as_bytes(), Some(2027)).expect_err(to)
}

#[test]
fn every_mistake_is_told_at_its_line() {
    for (from, to, place, says) in [
        ("number = 4,", "number = -4,", "line 43, targets 1 number", "whole number"),
        ("number = 4,", "number = 4.5,", "line 43, targets 1 number", "whole number"),
        ("when = \"2027-02/2027-12\"", "when = \"sometime\"", "line 36, when", "months or days"),
        ("when = \"2027-02/2027-12\"", "when = \"2027-12/2027-02\"", "line 36, when", "months or days"),
        ("kind = \"project\"", "kind = \"thing\"", "line 19, kind", "programme, project, body"),
        ("in = \"eu-you\"", "in = \"nothing\"", "line 31, in", "no part nothing"),
        ("in = \"development\"", "in = \"academy\"", "line 18, in", "academy"),
        ("code = \"meeting\"", "code = \"academy\"", "line 47, code", "stands twice"),
        ("code = \"trainings\"", "code = \"posts\"", "line 44, targets 2 code", "posts stands twice"),
        ("number = 4,", "number = \"1.5\",", "line 43, targets 1 number", "whole number"),
        ("number = 4,", "number = 0,", "line 43, targets 1 number", "at most"),
        (
            "when = \"2026-10\"",
            "when = \"2026-10\"\n[[adoption]]\nstep = \"draft_to_council\"",
            "line 11, adoption 2 step",
            "stands twice",
        ),
        (
            "when = \"2026-10\"",
            "when = \"2026-12\"\n[[adoption]]\nstep = \"adopted_by_council\"\nwhen = \"2026-11\"",
            "line 12, adoption 2 when",
            "earlier than one that comes before it",
        ),
        ("budget = 12000", "budjet = 12000", "line 26, budjet", "budget"),
        ("name = { sl = \"Srečanje\" }", "name = \"Srečanje\"", "line 51, name", "text for each language"),
        ("name = { sl = \"Srečanje\" }\n", "", "line 47, name", "missing"),
        ("each = 4", "each = 5", "line 28, targets 1 each", "is not the number"),
        ("up_to = 3", "up_to = 2", "line 44, targets 2 up_to", "higher end"),
        ("country = \"HR\"", "country = \"Hrvaška\"", "line 25, partners 1 country", "two letters"),
        ("format = 1", "format = 2", "line 2, format", "does not know format 2"),
        ("step = \"draft_to_council\"", "step = \"party\"", "line 8, adoption 1 step", "expert_council"),
        (
            "when = \"2027-11-15\"",
            "when = \"2027-11-15\"\nrole = \"lead\"",
            "line 53, role",
            "Only programmes and projects",
        ),
        ("year = 2027", "year = 2026", "line 3, year", "for 2026"),
        ("code = \"academy\"", "code = \"academy", "line 33", "cannot be read"),
    ] {
        let told = wrong(from, to);
        let found = told.iter().any(|(at, what)| at == place && what.contains(says));
        assert!(found, "{to}: {place}: {says}: {told:#?}");
    }
}

#[test]
fn what_stands_in_itself_or_too_often_is_told() {
    let round = SMALL.replacen("code = \"development\"", "code = \"development\"\nin = \"deeper\"", 1)
        + "[[part]]\nkind = \"area\"\ncode = \"deeper\"\nin = \"development\"\nname = { sl = \"Globlje\" }\n";
    let told = read(round.as_bytes(), None).unwrap_err();
    let (round, others): (Vec<_>, Vec<_>) =
        told.iter().partition(|(_, says)| says.contains("stands in itself"));
    assert_eq!((round.len(), others.len()), (2, 0), "of what only stands in it nothing is wrong: {told:#?}");
    let many = SMALL.to_owned() + &"[[part]]\n".repeat(700);
    assert!(read(many.as_bytes(), None).unwrap_err().iter().any(|(_, says)| says.contains("600 at most")));
    let large = vec![b'#'; 3 << 20];
    assert!(read(&large, None).unwrap_err()[0].1.contains("2 MB"));
}

fn sheet(rows: &[&[&str]]) -> Vec<u8> {
    let rows: Vec<Vec<String>> =
        rows.iter().map(|row| row.iter().map(|it| (*it).to_owned()).collect()).collect();
    to_csv(&rows, true)
}

#[test]
fn a_spreadsheet_has_a_row_for_each_action() {
    let rows = sheet(&[
        &["Področje", "Projekt", "Aktivnost", "Kdaj", "Kazalnik", "Število", "Enota", "unit_en"],
        &[
            "Razvoj › Usposabljanje",
            "",
            "Akademija",
            "februar – december",
            "Po potrebah.",
            "4",
            "usposabljanja",
            "trainings",
        ],
        &["", "", "", "", "", "80", "udeležencev", ""],
        &["", "EU YOU", "Dogodki", "marec, oktober", "", "40", "dogodkov", ""],
        &["", "", "Zaključek", "30. 11. 2027", "", "", "", ""],
        &["Zastopanje", "", "Zbor", "", "", "", "", ""],
    ]);
    let plan = read(&rows, Some(2027)).unwrap_or_else(|wrong| panic!("{wrong:#?}"));
    assert_eq!(plan.head.name.get("sl"), Some("Letni delovni načrt 2027"));
    let told: Vec<(Kind, &str, &str)> =
        plan.parts.iter().map(|it| (it.kind, it.within.as_str(), it.name.read("sl"))).collect();
    assert_eq!(
        told,
        [
            (Kind::Area, "", "Razvoj"),
            (Kind::Area, "razvoj", "Usposabljanje"),
            (Kind::Action, "usposabljanje", "Akademija"),
            (Kind::Project, "usposabljanje", "EU YOU"),
            (Kind::Action, "eu-you", "Dogodki"),
            (Kind::Action, "eu-you", "Zaključek"),
            (Kind::Area, "", "Zastopanje"),
            (Kind::Action, "zastopanje", "Zbor"),
        ]
    );
    let academy = &plan.part("akademija").unwrap().says;
    assert_eq!(when::written(&academy.when), "2027-02/2027-12");
    assert_eq!(
        academy.targets.iter().map(|it| it.number).collect::<Vec<_>>(),
        [4, 80],
        "a further row, a further target"
    );
    assert_eq!(academy.targets[0].unit.get("en"), Some("trainings"));
    assert_eq!(when::written(&plan.part("dogodki").unwrap().says.when), "2027-03, 2027-10");
    assert_eq!(when::written(&plan.part("zakljucek").unwrap().says.when), "2027-11-30");
}

/// Of a sheet that was taken along, with a row that somebody put in.
#[test]
fn a_row_without_a_code_gets_one_of_its_name() {
    let rows = |second: &str| {
        sheet(&[
            &["kind", "code", "in", "name", "number", "unit"],
            &["plan", "2027", "", "Načrt", "", ""],
            &["area", "razvoj", "", "Razvoj", "", ""],
            &["action", "", "razvoj", "Šola v naravi", "3", "šole"],
            &["action", second, "razvoj", "Šola v naravi", "", ""],
        ])
    };
    let codes = |second: &str| {
        let plan = read(&rows(second), Some(2027)).unwrap_or_else(|wrong| panic!("{wrong:#?}"));
        plan.parts.iter().map(|it| it.code.clone()).collect::<Vec<_>>()
    };
    assert_eq!(codes("tabor"), ["razvoj", "sola-v-naravi", "tabor"]);
    assert_eq!(codes("sola-v-naravi"), ["razvoj", "sola-v-naravi-2", "sola-v-naravi"], "none twice");
    assert_eq!(codes(""), ["razvoj", "sola-v-naravi", "sola-v-naravi-2"]);
}

#[test]
fn months_of_steps_may_meet_and_stand_in_any_order() {
    let text = |council: &str| {
        let steps = format!(
            "[[adoption]]\nstep = \"adopted_by_council\"\nwhen = \"{council}\"\n\n[[adoption]]\nstep = \"draft_to_council\"\nwhen = \"2026-10/2026-12\"\n"
        );
        SMALL.replacen("[[adoption]]\nstep = \"draft_to_council\"\nwhen = \"2026-10\"\n", &steps, 1)
    };
    for may in ["2026-10", "2026-11-02", "2026-09, 2027-01", "2026-08/2026-10"] {
        assert!(read(text(may).as_bytes(), None).is_ok(), "{may}");
    }
    let told = read(text("2026-09").as_bytes(), None).unwrap_err();
    assert!(told[0].0.starts_with("line 9, adoption 1 when"), "{told:#?}");
}

#[test]
fn a_cell_with_a_part_of_a_number_is_no_number_of_thousands() {
    let cells = |n: f64| {
        vec![
            vec![
                Cell::Text("area".into()),
                Cell::Text("action".into()),
                Cell::Text("number".into()),
                Cell::Text("unit".into()),
            ],
            vec![
                Cell::Text("Razvoj".into()),
                Cell::Text("Tečaj".into()),
                Cell::Number(n),
                Cell::Text("ur".into()),
            ],
        ]
    };
    let book = |n| to_typed_workbook(&[("plan", cells(n).as_slice())]).unwrap();
    let wrong = read(&book(1.125), Some(2027)).unwrap_err();
    assert!(wrong[0].1.contains("whole number"), "{wrong:#?}");
    assert_eq!(
        read(&book(1_125.0), Some(2027)).unwrap().part("tecaj").unwrap().says.targets[0].number,
        1_125
    );
}

#[test]
fn mistakes_of_a_spreadsheet_are_told_at_their_rows() {
    let told = read(
        &sheet(&[
            &["area", "action", "when", "number", "unit", "colour"],
            &["Razvoj", "Akademija", "nekoč", "veliko", "usposabljanja", ""],
            &["", "Srečanje", "", "3", "", ""],
            &["", "", "", "", "", ""],
            &["Razvoj", "Akademija", "marec", "", "", ""],
        ]),
        Some(2027),
    )
    .unwrap_err();
    for (place, says) in [
        ("row 1, colour", "do not know this column"),
        ("row 2, when", "months or days"),
        ("row 2, number", "whole number"),
        ("row 3, unit", "missing"),
        ("row 5, when", "earlier row"),
    ] {
        assert!(told.iter().any(|(at, what)| at == place && what.contains(says)), "{place}: {told:#?}");
    }
    let own = [&["Področje", "Aktivnost", "Kdaj", "Število"][..], &["Razvoj", "Akademija", "nekoč", "-2"]];
    let told = read(&sheet(&own), Some(2027)).unwrap_err();
    for place in ["row 2, Kdaj", "row 2, Število", "row 2, Unit"] {
        assert!(
            told.iter().any(|(at, _)| at == place),
            "as the table calls it, or as we do: {place}: {told:#?}"
        );
    }
    let none = read(&sheet(&[&["Ime", "Opis"], &["a", "b"]]), Some(2027)).unwrap_err();
    assert!(none.iter().any(|(_, says)| says.contains("headings of columns")), "{none:#?}");
    let no_year = read(&sheet(&[&["area", "action"], &["Razvoj", "Akademija"]]), None).unwrap_err();
    assert!(no_year.iter().any(|(_, says)| says.contains("year is missing")), "{no_year:#?}");
}

#[test]
fn evidence_that_cannot_be_is_told_at_its_place() {
    let known = Known {
        projects: vec!["eu-you".into()],
        tags: vec!["sport".into()],
        fields: Vec::new(),
        units: vec!["mc-reka".into()],
    };
    let asked = Asked { year: None, lang: "sl", known: Some(known) };
    let wrong = |evidence: &str| {
        let with = format!("unit = {{ sl = \"objave\" }}, evidence = {evidence} }},");
        let text = SMALL.replacen("unit = { sl = \"objave\" } },", &with, 1);
        crate::plan::files::read(Words(Lang::En), text.as_bytes(), &asked)
    };
    for (evidence, place, says) in [
        ("{ from = \"luck\" }", "line 44, targets 2 evidence from", "measure, result, meetings, hand"),
        ("{ from = \"measure\", measure = \"joy\" }", "line 44, targets 2 evidence measure", "visits"),
        ("{ from = \"measure\", measure = \"staff_min\" }", "line 44, targets 2 evidence measure", "visits"),
        (
            "{ from = \"measure\", measure = \"visits\", project = \"other\" }",
            "line 44, targets 2 evidence project",
            "no other. There are: eu-you",
        ),
        (
            "{ from = \"measure\", measure = \"visits\", tag = \"chess\" }",
            "line 44, targets 2 evidence tag",
            "no chess",
        ),
        (
            "{ from = \"measure\", measure = \"visits\", kind = \"party\" }",
            "line 44, targets 2 evidence kind",
            "one_to_one",
        ),
        (
            "{ from = \"measure\", measure = \"visits\", kind = \"event\", tag = \"sport\" }",
            "line 44, targets 2 evidence tag",
            "one thing only",
        ),
        (
            "{ from = \"measure\", measure = \"opening_min\", tag = \"sport\" }",
            "line 44, targets 2 evidence tag",
            "cannot be narrowed",
        ),
        (
            "{ from = \"measure\", measure = \"visits\", in = [\"mc-nowhere\"] }",
            "line 44, targets 2 evidence in",
            "no unit mc-nowhere",
        ),
        (
            "{ from = \"measure\", measure = \"visits\", when = \"2027-03-12\" }",
            "line 44, targets 2 evidence when",
            "whole months",
        ),
        ("{ from = \"hand\", what = \"stars\" }", "line 44, targets 2 evidence what", "publications"),
        ("{ from = \"meetings\" }", "line 44, targets 2 evidence body", "missing"),
        ("{ from = \"meetings\", body = \"party\" }", "line 44, targets 2 evidence body", "expert_council"),
        (
            "{ from = \"meetings\", body = \"working_group\", name = \"a; b\" }",
            "line 44, targets 2 evidence name",
            "semicolon",
        ),
        ("{ from = \"result\" }", "line 44, targets 2 evidence area", "missing"),
        ("\"visits\"", "line 44, targets 2 evidence", "where the number comes from"),
    ] {
        let told = wrong(evidence).unwrap_err();
        let found = told.iter().any(|(at, what)| at == place && what.contains(says));
        assert!(found, "{evidence}: {place}: {says}: {told:#?}");
    }
    let right = "{ from = \"measure\", measure = \"visits\", project = \"eu-you\", in = [\"mc-reka\"] }";
    wrong(right).unwrap_or_else(|wrong| panic!("{wrong:#?}"));
}

#[test]
fn a_spreadsheet_says_where_numbers_come_from() {
    let rows = sheet(&[
        &["Aktivnost", "Področje", "Število", "Enota", "Vir številke", "Ciljna skupina"],
        &[
            "Dogodki",
            "Razvoj",
            "40",
            "dogodkov",
            "measure: activities_held; project: eu-you; in: mc-reka, mc-sava",
            "",
        ],
        &["", "", "4", "usposabljanj", "hand: trainings", "mladinski delavci"],
        &["", "", "70", "točk", "result: safety", ""],
    ]);
    let plan = read(&rows, Some(2027)).unwrap_or_else(|wrong| panic!("{wrong:#?}"));
    let targets = &plan.part("dogodki").unwrap().says.targets;
    let written: Vec<String> =
        targets.iter().filter_map(|it| it.evidence.as_ref()).map(crate::plan::evidence::written).collect();
    assert_eq!(
        written,
        [
            "measure: activities_held; project: eu-you; in: mc-reka, mc-sava",
            "hand: trainings",
            "result: safety"
        ]
    );
    let odd = sheet(&[
        &["Aktivnost", "Področje", "Število", "Enota", "Vir številke"],
        &["A", "B", "1", "x", "nekako"],
    ]);
    let told = read(&odd, Some(2027)).unwrap_err();
    assert!(told.iter().any(|(at, _)| at == "row 2, Vir številke"), "{told:#?}");
}
