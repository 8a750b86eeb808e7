use super::check::{rules, tags, texts_of};
use super::rects;
use crate::{Cell, Strip, StripRow};

fn strip(cells: Vec<Cell>, beside: bool, href: Option<&str>) -> Strip {
    let row = StripRow {
        label: "Mladinski center Reka".into(),
        title: "Reka: 3 of 5 weeks".into(),
        cells,
        href: href.map(str::to_owned),
    };
    Strip {
        id: "c".into(),
        title: "Coverage".into(),
        desc: "Weeks are missing".into(),
        columns: 5,
        marks: vec![(0, "sep".into()), (3, "okt".into())],
        rows: vec![row.clone(), row],
        beside,
    }
}

const ALL: [Cell; 5] = [Cell::Whole, Cell::Part(0.5), Cell::Missing, Cell::Free, Cell::Off];

#[test]
fn each_state_has_a_shape_of_its_own() {
    for beside in [true, false] {
        for href in [None, Some("/units/a/b?c=<d>&e")] {
            let svg = strip(ALL.to_vec(), beside, href).svg();
            assert_eq!(rules(&svg, false), Ok(()), "{svg}");
            let lines = |class: &str| {
                let is = |(tag, a): &(String, Vec<(String, String)>)| {
                    tag == "line" && a.iter().any(|(k, v)| k == "class" && v == class)
                };
                tags(&svg).unwrap().iter().filter(|tag| is(tag)).count()
            };
            // Two rows: a full block and the lower half of another one, a crossed box, a short line, nothing.
            assert_eq!(rects(&svg, "c1", "height"), [20.0, 10.0, 20.0, 10.0]);
            assert_eq!(rects(&svg, "l1", "height").len(), 2);
            assert_eq!((rects(&svg, "void", "height").len(), lines("void"), lines("zero")), (2, 4, 2));
            assert!(texts_of(&svg, "title").contains(&"Reka: 3 of 5 weeks"));
        }
    }
}

#[test]
fn neighbours_that_are_whole_are_one_block_and_what_is_too_much_is_left_out() {
    let svg = strip(vec![Cell::Whole; 9], false, None).svg();
    assert_eq!(rects(&svg, "c1", "width").len(), 2, "one block a row");
    assert!(rects(&svg, "c1", "width").iter().all(|width| *width < 100.0));
    for odd in [f64::NAN, f64::INFINITY, -3.0, 7.0] {
        assert_eq!(rules(&strip(vec![Cell::Part(odd)], true, None).svg(), false), Ok(()), "{odd}");
    }
    let empty = Strip { title: "T".into(), desc: "D".into(), ..Strip::default() };
    assert_eq!(rules(&empty.svg(), false), Ok(()));
}

#[test]
fn a_label_without_room_is_left_out() {
    let mut crowded = strip(ALL.to_vec(), false, None);
    crowded.columns = 60;
    crowded.marks = (0..60).map(|column| (column, "september".to_owned())).collect();
    let svg = crowded.svg();
    assert!((2..6).contains(&svg.matches(">september<").count()), "{svg}");
}
