use super::check::{rules, texts_inside, texts_of};
use super::odd::Odd;
use super::rects;
use crate::{Look, StackPart, StackRow, Stacks};

const LOOKS: [Look; 7] =
    [Look::Good, Look::Half, Look::Middle, Look::Poor, Look::Bad, Look::Unsure, Look::Blank];

fn row(label: &str, values: &[f64]) -> StackRow {
    let part =
        |(value, look): (&f64, &Look)| StackPart { value: *value, shown: format!("{value} %"), look: *look };
    let parts = values.iter().zip(&LOOKS).map(part).collect();
    StackRow { label: label.into(), parts, title: String::new() }
}

fn stacks(rows: Vec<StackRow>) -> Stacks {
    Stacks { id: "s".into(), title: "What".into(), desc: "Finding".into(), rows, wide: false }
}

/// Left end and width of each part of the one row, in order.
fn parts(svg: &str) -> Vec<(f64, f64)> {
    let mut parts: Vec<(f64, f64)> = ["c1", "l2", "l1 rim", "c3 rim", "c2", "l0"]
        .iter()
        .flat_map(|class| rects(svg, class, "x").into_iter().zip(rects(svg, class, "width")))
        .collect();
    parts.sort_by(|a, b| a.0.total_cmp(&b.0));
    parts
}

#[test]
fn parts_lie_side_by_side_and_make_the_whole() {
    let svg = stacks(vec![row("Poslušajo me.", &[30.0, 20.0, 20.0, 10.0, 10.0, 6.0, 4.0])]).svg();
    assert_eq!((rules(&svg, false), texts_inside(&svg)), (Ok(()), Ok(())), "{svg}");
    let parts = parts(&svg);
    let starts: Vec<f64> = parts.iter().map(|(x, _)| *x).collect();
    assert_eq!(starts, [0.0, 30.0, 50.0, 70.0, 80.0, 90.0, 96.0]);
    assert!(parts.windows(2).all(|two| (two[1].0 - two[0].0 - two[0].1 - 0.4).abs() < 0.02), "{parts:?}");
    assert!((parts[6].0 + parts[6].1 - 100.0).abs() < 0.02, "{parts:?}");
    assert_eq!(texts_of(&svg, "title")[1], "Poslušajo me.: 30 %, 20 %, 20 %, 10 %, 10 %, 6 %, 4 %");
}

#[test]
fn every_look_differs_from_every_other() {
    let of = |i: usize| {
        let mut values = [0.0; 7];
        values[i] = 1.0;
        let svg = stacks(vec![row("", &values)]).svg();
        // From the first mark on: what stands before it is the row's own sentence.
        svg.split_once("<rect").map(|(_, marks)| marks.to_owned()).unwrap()
    };
    let all: Vec<String> = (0..7).map(of).collect();
    for (i, one) in all.iter().enumerate() {
        assert!(!all[..i].contains(one), "{:?}", LOOKS[i]);
        assert_eq!(one.contains(r#"<line class="hatch""#), LOOKS[i] == Look::Unsure);
    }
}

#[test]
fn what_is_not_nothing_is_seen_and_nothing_takes_no_room() {
    let svg = stacks(vec![row("a", &[1000.0, 0.0, 1.0])]).svg();
    let seen = parts(&svg);
    assert_eq!(seen.len(), 2);
    assert!(seen[1].1 > 1.5 && seen[1].0 + seen[1].1 < 100.01, "{seen:?}");
    for odd in [f64::NAN, f64::INFINITY, -4.0] {
        assert_eq!(parts(&stacks(vec![row("a", &[odd, 5.0])]).svg()), [(0.0, 100.0)], "{odd}");
    }
    let great = stacks(vec![row("a", &[f64::MAX, f64::MAX])]).svg();
    assert_eq!(parts(&great), [(0.0, 49.6), (50.0, 50.0)]);
    for empty in [stacks(vec![row("a", &[])]), stacks(vec![row("a", &[0.0])]), stacks(vec![])] {
        let svg = empty.svg();
        assert_eq!(rules(&svg, false), Ok(()));
        assert_eq!(rects(&svg, "f1", "width"), [100.0]);
    }
}

#[test]
fn a_figure_without_room_is_left_out() {
    let short = row("a", &[85.0, 10.0, 5.0]);
    let svg = stacks(vec![short.clone()]).svg();
    let figures = |svg: &str, words: &str| svg.matches(&format!(">{words}</text>")).count();
    assert_eq!((figures(&svg, "85 %"), figures(&svg, "10 %"), figures(&svg, "5 %")), (1, 0, 0));
    let wide = Stacks { wide: true, ..stacks(vec![short]) }.svg();
    assert_eq!((rules(&wide, false), texts_inside(&wide)), (Ok(()), Ok(())), "{wide}");
    assert_eq!((figures(&wide, "85 %"), figures(&wide, "10 %"), figures(&wide, "5 %")), (2, 1, 1));
}

#[test]
fn long_questions_break_and_are_whole_on_a_wide_page() {
    let long = "Vem, komu lahko povem, da me kaj moti, in vem tudi, kaj se bo potem zares zgodilo z mojim predlogom.";
    let rows = vec![row(long, &[3.0, 1.0]), row("Kratko?", &[1.0])];
    let narrow = stacks(rows.clone()).svg();
    let wide = Stacks { wide: true, ..stacks(rows) }.svg();
    for svg in [&narrow, &wide] {
        assert_eq!((rules(svg, false), texts_inside(svg)), (Ok(()), Ok(())), "{svg}");
    }
    assert!(narrow.contains('…') && !narrow.contains("-only"));
    assert!(!wide.split_once("wide-only").unwrap().1.contains('…'), "{wide}");
}

#[test]
fn any_input_makes_a_good_chart() {
    let mut odd = Odd(11);
    for round in 0..400 {
        let mut chart = stacks(vec![]);
        (chart.id, chart.wide) = (odd.text(), odd.next(2) == 0);
        for _ in 0..odd.next(9) {
            let n = if round % 100 == 0 { 300 } else { odd.next(9) };
            let part = |odd: &mut Odd| {
                let look = LOOKS[odd.next(7) as usize];
                StackPart { value: odd.value(), shown: odd.text(), look }
            };
            let parts = (0..n).map(|_| part(&mut odd)).collect();
            chart.rows.push(StackRow { label: odd.text(), parts, title: odd.text() });
        }
        let svg = chart.svg();
        assert_eq!(rules(&svg, false), Ok(()), "round {round}: {svg}");
    }
}

#[test]
fn text_cannot_leave_its_element() {
    let bad = "<script>\"'&\u{0}</desc>".to_string();
    let parts = vec![StackPart { value: 1.0, shown: bad.clone(), look: Look::Good }];
    let one = StackRow { label: bad.clone(), parts, title: bad.clone() };
    let svg = Stacks { title: bad.clone(), desc: bad, wide: true, ..stacks(vec![one]) }.svg();
    assert_eq!(rules(&svg, false), Ok(()), "{svg}");
    assert!(!svg.contains("<script") && svg.contains("&lt;script&gt;&quot;&#39;&amp;&lt;/desc&gt;"), "{svg}");
}
