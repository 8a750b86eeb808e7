use chrono::NaiveDate;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::access::Path;
use crate::form::tidy;
use crate::i18n::{Lang, Text18};
use crate::table::{Unreadable, to_csv, to_xlsx};
use crate::units::code::{folded, proposed};
use crate::units::{Kind, standard_kinds};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn known(code: &str, kind: &str, parent: Option<&Known>) -> Known {
    let id = Uuid::from_u128(code.bytes().fold(1, |n, byte| n * 131 + u128::from(byte)));
    Known {
        id,
        path: parent.map_or_else(|| Path::root(id), |parent| parent.path.below(id)),
        code: code.into(),
        kind: kind.into(),
        parent: parent.map(|parent| parent.code.clone()),
        name: Text18::two(&format!("Enota {code}"), &format!("Unit {code}")),
        place: None,
        opened_on: day("2020-01-01"),
        closed: false,
        within: true,
    }
}

fn tree() -> Vec<Known> {
    let root = known("mreza", "network", None);
    let town = known("ljubljana", "municipality", Some(&root));
    let elsewhere = Known { within: false, ..known("brezice", "municipality", Some(&root)) };
    let closed = Known { closed: true, ..known("stari-center", "centre", Some(&town)) };
    vec![root, town, elsewhere, closed]
}

fn planned(known: &[Known], file: &[u8]) -> Result<Plan, Vec<Problem>> {
    let kinds: Vec<Kind> = standard_kinds();
    let ground = Ground { kinds: &kinds, known, language: "sl", base: "mreza", today: day("2026-10-15") };
    plan(&read(file).unwrap(), &ground)
}

/// (row, column, key) of each problem.
fn told(file: &str) -> Vec<(usize, String, &'static str)> {
    let problems = planned(&tree(), file.as_bytes()).unwrap_err();
    for problem in &problems {
        for lang in Lang::ALL {
            assert!(!problem.says(Words(lang)).contains(['⟦', '{']), "{problem:?}");
        }
    }
    problems.into_iter().map(|it| (it.row.unwrap_or(0), it.column.unwrap_or_default(), it.key)).collect()
}

#[test]
fn rows_may_come_in_any_order_and_columns_too() {
    let file = "\u{feff}Ime;Koda;Nadrejena;Vrsta;Odprto;Kraj;opomba\r\n\
                \r\n\
                MC Reka;mc-reka;zavod-reka;Mladinski center;1. 9. 2024;Ljubljana;x\r\n\
                ;;;;;;\r\n\
                Zavod Reka;zavod-reka;ljubljana;organizacija;;;\r\n\
                Taborniki;taborniki;;national_organisation;2021-02-03;;\r\n";
    let plan = planned(&tree(), file.as_bytes()).unwrap();
    let got: Vec<(&str, &str, &str, usize)> =
        plan.add.iter().map(|it| (it.code.as_str(), it.parent.as_str(), it.kind.as_str(), it.row)).collect();
    assert_eq!(
        got,
        [
            ("zavod-reka", "ljubljana", "organisation", 5),
            ("mc-reka", "zavod-reka", "centre", 3),
            ("taborniki", "mreza", "national_organisation", 6)
        ]
    );
    assert_eq!(plan.add[1].opened_on, day("2024-09-01"));
    assert_eq!(plan.add[0].opened_on, day("2020-01-01"), "since the one above is");
    assert_eq!(plan.add[1].place.as_deref(), Some("Ljubljana"));
    assert_eq!(plan.add[1].name, Text18::one("sl", "MC Reka"));
    assert_eq!(plan.ignored, ["opomba"]);
}

#[test]
fn every_problem_is_told_at_its_row_and_column() {
    let file = "code,kind,parent,name_sl,name_en,opened_on\n\
                Mc Reka,centre,ljubljana,A,,\n\
                mc-a,centr,ljubljana,A,,\n\
                mc-b,centre,nowhere,B,,\n\
                mc-b,centre,ljubljana,B,,\n\
                mc-c,centre,brezice,C,,32. 1. 2024\n\
                mc-d,centre,stari-center,,,\n\
                ,centre,ljubljana,E,,\n\
                mc-f,,ljubljana,F,,2024-13-01\n\
                drugi,network,,G,,\n\
                brezice,municipality,mreza,Enota brezice,,\n";
    let at = |row: usize, column: &str, key: &'static str| (row, column.to_owned(), key);
    assert_eq!(
        told(file),
        [
            at(2, "code", "file-code-wrong"),
            at(3, "kind", "file-kind-unknown"),
            at(4, "parent", "file-parent-unknown"),
            at(5, "code", "file-code-twice"),
            at(6, "opened_on", "file-date-wrong"),
            at(6, "parent", "file-parent-elsewhere"),
            at(7, "parent", "file-parent-closed"),
            at(7, "name_sl", "unit-name-missing"),
            at(8, "code", "file-code-missing"),
            at(9, "opened_on", "file-date-wrong"),
            at(9, "kind", "unit-kind-missing"),
            at(10, "kind", "file-kind-top"),
            at(11, "code", "file-code-elsewhere"),
        ]
    );
}

#[test]
fn a_circle_is_told_once_for_each_of_its_rows() {
    let file = "code,kind,parent,name\na1,centre,a2,A\na2,centre,a3,B\na3,centre,a2,C\na4,centre,a4,D\n";
    let told: Vec<usize> =
        told(file).into_iter().filter(|it| it.2 == "file-circle").map(|(row, ..)| row).collect();
    assert_eq!(told, [3, 4, 5]);
}

#[test]
fn a_file_adds_and_never_changes() {
    let same = "code,kind,parent,name_sl,name_en,place,opened_on\n\
                ljubljana,municipality,mreza,Enota ljubljana,Unit ljubljana,,2020-01-01\n";
    let plan = planned(&tree(), same.as_bytes()).unwrap();
    assert_eq!((plan.add.len(), plan.there), (0, 1));
    let other = "code,kind,parent,name,place,opened_on\nljubljana,centre,brezice,Druga,Kraj,2019-01-01\n";
    let keys: Vec<(String, &str)> = told(other).into_iter().map(|(_, column, key)| (column, key)).collect();
    let columns = ["kind", "parent", "name", "place"];
    assert_eq!(keys, columns.map(|column| (column.to_owned(), "file-differs")));
}

#[test]
fn another_opening_day_mends_the_known_one_and_counts_for_those_below() {
    let file = "code,kind,parent,name,opened_on\n\
                mc-nov,centre,zavod-nov,Nov,\n\
                zavod-nov,organisation,ljubljana,Zavod,\n\
                ljubljana,municipality,mreza,,2015-03-01\n\
                mreza,network,,,2020-01-01\n";
    let plan = planned(&tree(), file.as_bytes()).unwrap();
    let mended: Vec<(usize, &str, NaiveDate, NaiveDate)> =
        plan.mend.iter().map(|it| (it.row, it.code.as_str(), it.was, it.opened_on)).collect();
    assert_eq!(mended, [(4, "ljubljana", day("2020-01-01"), day("2015-03-01"))]);
    assert_eq!(plan.there, 1);
    let added: Vec<(&str, NaiveDate)> = plan.add.iter().map(|it| (it.code.as_str(), it.opened_on)).collect();
    assert_eq!(added, [("zavod-nov", day("2015-03-01")), ("mc-nov", day("2015-03-01"))]);
}

#[test]
fn headings_that_lack_or_repeat_are_told() {
    assert_eq!(told("vrsta\ncentre\n").len(), 2);
    assert_eq!(told("code,koda,kind,name\na,b,centre,A\n"), [(1, "code".to_owned(), "file-column-twice")]);
    assert_eq!(told("code,kind,name,name_sl\na,centre,A,A\n"), [(1, "name".to_owned(), "file-column-twice")]);
}

#[test]
fn a_tree_of_any_depth_has_a_bottom_all_the_same() {
    let mut file = "code,kind,parent,name\n".to_owned();
    for n in 0..30 {
        let parent = if n == 0 { "ljubljana".to_owned() } else { format!("u-{}", n - 1) };
        file.push_str(&format!("u-{n},centre,{parent},U\n"));
    }
    assert!(told(&file).iter().all(|(row, _, key)| *key == "file-too-deep" && *row == 20 || *row > 20));
}

#[test]
fn what_is_no_table_is_told() {
    assert_eq!(read(b""), Err(Unreadable::Empty));
    assert_eq!(read(b" , ,\n\n"), Err(Unreadable::Empty));
    assert_eq!(read(b"ime\n\x8aola\n").unwrap()[1].cells, ["Šola"], "as older spreadsheets write it");
    assert_eq!(read(b"PK\x03\x04 and nothing more"), Err(Unreadable::NotATable));
    assert_eq!(read(&vec![b'a'; LIMITS.bytes + 1]), Err(Unreadable::TooLarge));
    assert_eq!(read("a\n".repeat(LIMITS.rows + 1).as_bytes()), Err(Unreadable::TooManyRows));
}

#[test]
fn days_are_read_as_people_write_them() {
    for text in
        ["2024-09-01", "1. 9. 2024", "1.9.2024", "01.09.2024", "1.\u{a0}9.\u{a0}2024", "2024-09-01 00:00:00"]
    {
        assert_eq!(date(text), Some(day("2024-09-01")), "{text}");
    }
    for text in ["", "2024", "9/1/2024", "31. 2. 2024", "2024-9", "1.9.24", "jutri"] {
        assert_eq!(date(text), None, "{text}");
    }
}

#[test]
fn names_become_codes() {
    assert_eq!(folded("Mladinski center »Šiška« – Ljubljana"), "mladinski-center-siska-ljubljana");
    assert_eq!(folded("Đurđevac Łódź 2"), "durdevac-lodz-2");
    assert_eq!(folded("Молодёжь"), "");
    assert_eq!(proposed("Молодёжь", "unit", |_| false), "unit");
    assert_eq!(proposed("MC", "unit", |code| code == "mc" || code == "mc-2"), "mc-3");
    assert!(crate::units::code(&proposed(&"dolgo ime ".repeat(30), "unit", |_| false)).is_ok());
}

fn word() -> impl Strategy<Value = String> {
    // What spreadsheets and separators trip over.
    proptest::collection::vec(
        prop_oneof![
            Just("=".to_owned()),
            Just("'".to_owned()),
            Just("+".to_owned()),
            Just("-".to_owned()),
            Just("@".to_owned()),
            Just("\"".to_owned()),
            Just(",".to_owned()),
            Just(";".to_owned()),
            Just("Š".to_owned()),
            Just("1".to_owned()),
            Just("x".to_owned()),
            "\\PC{1,3}",
        ],
        0..6,
    )
    .prop_map(|parts| tidy(&parts.concat()))
}

fn grown() -> impl Strategy<Value = Vec<Known>> {
    let unit = (word(), word(), word(), any::<proptest::sample::Index>(), 0..20_000i32, 1usize..5);
    proptest::collection::vec(unit, 0..25).prop_map(|units| {
        let mut all = vec![known("mreza", "network", None)];
        for (n, (sl, en, place, parent, days, kind)) in units.into_iter().enumerate() {
            let parent = parent.get(&all).clone();
            let mut unit = known(&format!("u-{n}"), &standard_kinds()[kind].code, Some(&parent));
            unit.name = Text18::default();
            for (lang, text) in [("sl", sl), ("en", en)] {
                if !text.is_empty() {
                    unit.name.set(lang, text);
                }
            }
            if unit.name.is_empty() {
                unit.name.set("de", "Haus");
            }
            unit.place = Some(place).filter(|place| !place.is_empty());
            unit.opened_on = day("1990-01-01") + chrono::Days::new(days.unsigned_abs().into());
            if unit.path.depth() <= 20 {
                all.push(unit);
            }
        }
        all
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_given_out_can_be_brought_in(tree in grown(), xlsx in any::<bool>(), turn in any::<bool>()) {
        let mut rows = table(&tree, &["sl".to_owned(), "en".to_owned()]);
        if turn {
            rows[1..].reverse();
        }
        let file = if xlsx { to_xlsx(&rows, "units").unwrap() } else { to_csv(&rows, turn) };
        // Into the same network: nothing is new.
        let again = planned(&tree, &file).unwrap();
        prop_assert_eq!((again.add.len(), again.there), (0, tree.len()));
        // Into an empty one: the same tree.
        let made = planned(&tree[..1], &file).unwrap();
        let mut made: Vec<_> = made.add.into_iter().map(|it| (it.code, it.kind, Some(it.parent), it.name, it.place, it.opened_on)).collect();
        let mut want: Vec<_> = tree[1..].iter().cloned().map(|it| (it.code, it.kind, it.parent, it.name, it.place, it.opened_on)).collect();
        made.sort();
        want.sort();
        prop_assert_eq!(made, want);
    }

    #[test]
    fn no_cell_given_out_is_a_formula(text in word()) {
        let file = to_csv(&[vec![text]], false);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(file.as_slice());
        for record in reader.records() {
            prop_assert!(!record.unwrap()[0].starts_with(['=', '+', '-', '@']));
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes);
    }
}
