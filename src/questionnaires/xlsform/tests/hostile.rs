//! Files that nobody would make, and files that mean harm: whatever comes of them is told in words, and nothing panics.

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use super::*;
use crate::questionnaires::xlsform::write;
use crate::table::{Cell, Row};

const CELLS: [&str; 56] = [
    "type",
    "name",
    "label",
    "label::English (en)",
    "label::sl",
    "label::",
    "label::(",
    "label::()",
    "::",
    ":",
    "list_name",
    "relevant",
    "constraint",
    "required",
    "hint::x::y",
    "bind::",
    "jr:",
    "logbook_area",
    "logbook_reason::en",
    "logbook_sensitive",
    "logbook_scale",
    "default_language",
    "logbook_not_offered",
    "text",
    "integer",
    "note",
    "select_one",
    "select_one x",
    "select_multiple x",
    "select_one agree5",
    "select_one x or_other",
    "select_one or_other",
    "begin_group",
    "end_group",
    "begin group",
    "begin_repeat",
    "end_repeat",
    "begin_",
    "_",
    "${a} = 'x'",
    "selected(${a}, 'x')",
    "${a",
    "${}",
    "'",
    "((((",
    ". >= 1 and",
    ".>=99999999999999999999",
    ". and .",
    "a",
    "x",
    "yes",
    "dont_know",
    "98",
    "💥",
    "ﷺ\u{202e}",
    "",
];

fn cell(rng: &mut StdRng) -> Cell {
    match rng.random_range(0..14) {
        0 => Cell::Empty,
        1 => Cell::Number(rng.random_range(-9.0..9.0)),
        2 => Cell::Number(1e308),
        3 => Cell::Fault,
        4 => Cell::Clock(rng.random_range(-9..9_999)),
        5 => Cell::Text("x".repeat(rng.random_range(0..2_000))),
        _ => Cell::Text(CELLS[rng.random_range(0..CELLS.len())].to_owned()),
    }
}

fn sheet(rng: &mut StdRng, name: Option<String>, heading: &[&str]) -> Sheet {
    let mut rows: Vec<Row> = (2..rng.random_range(2..30))
        .map(|number| Row { number, cells: (0..rng.random_range(0..12)).map(|_| cell(rng)).collect() })
        .collect();
    if rng.random_range(0..4) > 0 {
        let cells = heading.iter().map(|it| Cell::Text((*it).to_owned())).collect();
        rows.insert(0, Row { number: 1, cells });
    }
    Sheet { name, rows }
}

#[test]
fn no_cells_make_it_panic() {
    let mut rng = StdRng::seed_from_u64(4);
    let survey = ["type", "name", "label::en", "relevant", "constraint", "logbook_area", "label", "required"];
    let mut taken = 0;
    for _ in 0..3_000 {
        let rng = &mut rng;
        let other = CELLS[rng.random_range(0..CELLS.len())].to_owned();
        let mut sheets = vec![
            sheet(rng, Some("survey".into()), &survey),
            sheet(rng, Some("choices".into()), &["list_name", "name", "label::en"]),
            sheet(rng, Some("settings".into()), &["form_title", "form_id", "default_language"]),
            sheet(rng, Some("logbook_areas".into()), &["name", "label::en"]),
            sheet(rng, Some(other), &["x"]),
        ];
        if rng.random_range(0..50) == 0 {
            sheets[0].name = None;
        }
        let read = read(&sheets, "en");
        in_words(&read);
        taken += usize::from(read.content.is_some());
    }
    assert!(taken < 3_000);
}

#[test]
fn no_bytes_make_it_panic() {
    let mut rng = StdRng::seed_from_u64(5);
    let open = &crate::questionnaires::shipped()[0];
    let good = write("open", &open.name, &open.content).unwrap();
    for round in 0..400 {
        let mut bytes = good.clone();
        for _ in 0..rng.random_range(1..5) {
            let at = rng.random_range(0..bytes.len());
            match round % 3 {
                0 => bytes[at] ^= 1 << rng.random_range(0..8),
                1 => drop(bytes.drain(at..(at + 8).min(bytes.len()))),
                _ => bytes.truncate(at.max(4)),
            }
        }
        if let Ok(sheets) = table::read(&bytes, &LIMITS) {
            in_words(&read(&sheets, "en"));
        }
        let noise: Vec<u8> = (0..rng.random_range(0..500)).map(|_| rng.random()).collect();
        if let Ok(sheets) = table::read(&noise, &LIMITS) {
            in_words(&read(&sheets, "en"));
        }
    }
}

/// As large as a file may be, and made so that everything in it has to do with everything.
#[test]
fn the_largest_file_is_read_at_once() {
    let text = |it: &str| Cell::Text(it.to_owned());
    let long = "x".repeat(800);
    let mut survey = vec![Row { number: 1, cells: vec![text("type"), text("name"), text("label::en")] }];
    let mut choices =
        vec![Row { number: 1, cells: vec![text("list_name"), text("name"), text("label::en")] }];
    for number in 2..2_500 {
        let name = format!("q{number}");
        survey.push(Row { number, cells: vec![text("select_multiple x"), text(&name), text(&long)] });
        choices.push(Row { number, cells: vec![text("x"), text(&name), text(&long)] });
    }
    let sheets = [
        Sheet { name: Some("survey".into()), rows: survey },
        Sheet { name: Some("choices".into()), rows: choices },
    ];
    let read = read(&sheets, "en");
    in_words(&read);
    // Told without having taken each of the choices at each of the questions, which no memory would hold.
    let keys: Vec<&str> = read.problems.iter().map(|it| it.key).collect();
    assert!(keys.contains(&"questionnaire-many-items") && keys.contains(&"questionnaire-many-choices"));
    assert!(read.content.is_none() && read.problems.iter().all(|it| it.rows().len() <= 101));
}
