use super::check::{rules, tags, texts_inside, texts_of};
use super::odd::Odd;
use super::rects;
use crate::{RangeRow, Ranges};

fn row(label: &str, value: (f64, f64, f64)) -> RangeRow {
    let shown = format!("{}", value.0);
    RangeRow { label: label.into(), shown, value: Some(value), ..RangeRow::default() }
}

fn ranges(rows: Vec<RangeRow>) -> Ranges {
    Ranges {
        id: "r".into(),
        title: "What".into(),
        desc: "Finding".into(),
        from: 50.0,
        to: 100.0,
        ticks: (5..=10).map(|t| (f64::from(t * 10), format!("{}", t * 10))).collect(),
        rows,
        wide: false,
    }
}

/// What is given of each mark of a class, in order.
fn marks(svg: &str, tag: &str, class: &str, key: &str) -> Vec<String> {
    let is = |a: &[(String, String)]| a.iter().any(|(k, v)| k == "class" && v == class);
    let of = |a: &[(String, String)]| a.iter().find(|(k, _)| k == key).map(|(_, v)| v.clone());
    tags(svg).unwrap().iter().filter(|(t, a)| t == tag && is(a)).filter_map(|(_, a)| of(a)).collect()
}

#[test]
fn a_figure_stands_in_its_range_beside_what_it_is_compared_with() {
    let one = RangeRow {
        before: Some(58.0),
        around: Some(74.0),
        goal: Some(75.0),
        ..row("Vpliv", (71.0, 65.0, 77.0))
    };
    let svg = ranges(vec![one, RangeRow { muted: true, ..row("Vsi", (75.0, 70.0, 80.0)) }]).svg();
    assert_eq!((rules(&svg, false), texts_inside(&svg)), (Ok(()), Ok(())), "{svg}");
    assert_eq!(
        (rects(&svg, "l1 rim", "x"), rects(&svg, "l1 rim", "width")),
        (vec![30.0, 40.0], vec![24.0, 20.0])
    );
    assert_eq!(marks(&svg, "circle", "c1 ringed", "cx"), ["42%"]);
    assert_eq!(marks(&svg, "circle", "c4 ringed", "cx"), ["50%"]);
    assert_eq!(marks(&svg, "circle", "prev", "cx"), ["16%"]);
    assert_eq!(marks(&svg, "line", "net", "x1"), ["48%"]);
    assert!(svg.contains(r#"<svg x="50%" y="49" overflow="visible"><path class="goal""#), "{svg}");
    assert_eq!(texts_of(&svg, "title")[1..], ["Vpliv: 71", "Vsi: 75"]);
    assert_eq!(marks(&svg, "line", "g", "x1"), ["0%", "20%", "40%", "60%", "80%", "100%"]);
}

#[test]
fn what_it_was_before_is_seen_even_where_it_is_the_same() {
    let before = |v: f64| RangeRow { before: Some(v), ..row("a", (71.0, 65.0, 77.0)) };
    let svg = ranges(vec![before(71.0), before(71.5), before(90.0)]).svg();
    assert_eq!(marks(&svg, "circle", "prev", "r"), ["10.5", "10.5", "5.5"]);
}

#[test]
fn a_figure_that_is_withheld_is_its_words_alone() {
    let held = RangeRow {
        shown: "zadržano".into(),
        value: None,
        before: Some(10.0),
        goal: Some(80.0),
        around: Some(70.0),
        ..row("Po starosti", (0.0, 0.0, 0.0))
    };
    let svg = ranges(vec![held.clone(), RangeRow { value: Some((f64::NAN, 1.0, 2.0)), ..held }]).svg();
    assert_eq!((rules(&svg, false), texts_inside(&svg)), (Ok(()), Ok(())), "{svg}");
    assert!(!["<circle", "<rect", "<path", "net"].iter().any(|mark| svg.contains(mark)), "{svg}");
    assert_eq!(svg.matches(r#"class="s e halo""#).count(), 2);
    // What is not drawn does not move the scale.
    assert_eq!(marks(&svg, "line", "g", "x1")[0], "0%");
}

#[test]
fn the_scale_reaches_as_far_as_the_figures_do() {
    let svg = ranges(vec![row("a", (30.0, 0.0, 40.0))]).svg();
    assert_eq!(rects(&svg, "l1 rim", "width"), [40.0]);
    assert_eq!(marks(&svg, "circle", "c1 ringed", "cx"), ["30%"]);
    assert_eq!(marks(&svg, "line", "g", "x1")[0], "50%");
    // A tick outside is left out; a range holds its figure.
    let svg = Ranges { from: 60.0, ..ranges(vec![row("a", (80.0, 99.0, 90.0))]) }.svg();
    assert_eq!((rects(&svg, "l1 rim", "x"), rects(&svg, "l1 rim", "width")), (vec![50.0], vec![47.5]));
    assert_eq!(texts_of(&svg, "text")[0], "60");
}

#[test]
fn long_labels_break_and_take_fewer_lines_on_a_wide_page() {
    let long = "Pravična in enaka obravnava vseh, ki pridejo v center, ne glede na spol in starost";
    let noted = RangeRow { note: "25 odgovorov".into(), ..row(long, (71.0, 65.0, 77.0)) };
    let both = vec![noted, RangeRow { note: "22 odgovorov".into(), ..row("Fantje+", (69.0, 60.0, 78.0)) }];
    let narrow = ranges(both.clone()).svg();
    let wide = Ranges { wide: true, ..ranges(both) }.svg();
    for svg in [&narrow, &wide] {
        assert_eq!((rules(svg, false), texts_inside(svg)), (Ok(()), Ok(())), "{svg}");
        assert!(svg.contains(r#"Fantje+<tspan class="s"> 22 odgovorov</tspan>"#), "{svg}");
        assert!(svg.contains(r#"<text class="s halo" x="0%" y="103">25 odgovorov</text>"#), "{svg}");
    }
    assert!(!narrow.contains("-only"));
    assert_eq!((wide.matches("phone-only").count(), wide.matches("wide-only").count()), (1, 1));
    // Of one height: what a wide page saves lies between its rows, and the last one ends where it did.
    let (_, on_wide) = wide.split_once("wide-only").unwrap();
    let last = |svg: &str| svg.rsplit_once("cy=").map(|(_, it)| it.chars().take(6).collect::<String>());
    assert_eq!(last(&narrow), last(on_wide));
    let short = Ranges { wide: true, ..ranges(vec![row("a", (71.0, 65.0, 77.0))]) }.svg();
    assert!(!short.contains("-only"), "one drawing where both would be the same");
}

#[test]
fn rows_that_lead_somewhere_have_room_for_a_thumb() {
    let to = |value| RangeRow { href: Some("/a?b=1&c".into()), value, ..row("a", (1.0, 1.0, 1.0)) };
    let svg = ranges(vec![to(Some((71.0, 65.0, 77.0))), to(None)]).svg();
    assert_eq!(rules(&svg, false), Ok(()), "{svg}");
    assert!(svg.contains(r#"<a href="/a?b=1&amp;c"><title>a: 1</title><rect fill-opacity="0""#), "{svg}");
    let taps: Vec<f64> = taps_of(&svg);
    assert!(taps.len() == 2 && taps.iter().all(|height| *height >= 44.0), "{taps:?}");
}

fn taps_of(svg: &str) -> Vec<f64> {
    let is = |a: &[(String, String)]| a.iter().any(|(k, _)| k == "fill-opacity");
    let of = |a: &[(String, String)]| a.iter().find(|(k, _)| k == "height").and_then(|(_, v)| v.parse().ok());
    tags(svg).unwrap().iter().filter(|(t, a)| t == "rect" && is(a)).filter_map(|(_, a)| of(a)).collect()
}

#[test]
fn any_input_makes_a_good_chart() {
    let mut odd = Odd(7);
    for round in 0..400 {
        let maybe = |odd: &mut Odd| (odd.next(2) == 0).then(|| odd.value());
        let mut chart = ranges(vec![]);
        (chart.id, chart.from, chart.to, chart.wide) =
            (odd.text(), odd.value(), odd.value(), odd.next(2) == 0);
        chart.ticks = (0..odd.next(9)).map(|_| (odd.value(), odd.text())).collect();
        for _ in 0..odd.next(12) {
            chart.rows.push(RangeRow {
                label: odd.text(),
                note: odd.text(),
                shown: odd.text(),
                value: (odd.next(4) > 0).then(|| (odd.value(), odd.value(), odd.value())),
                before: maybe(&mut odd),
                around: maybe(&mut odd),
                goal: maybe(&mut odd),
                muted: odd.next(3) == 0,
                title: odd.text(),
                href: odd.link(),
            });
        }
        let svg = chart.svg();
        assert_eq!(rules(&svg, false), Ok(()), "round {round}: {svg}");
    }
}

#[test]
fn text_cannot_leave_its_element() {
    let bad = "<script>\"'&\u{0}</desc>".to_string();
    let one = RangeRow {
        note: bad.clone(),
        shown: bad.clone(),
        href: Some(bad.clone()),
        ..row(&bad, (71.0, 65.0, 77.0))
    };
    let ticks = vec![(60.0, bad.clone())];
    let svg = Ranges { title: bad.clone(), desc: bad, ticks, ..ranges(vec![one]) }.svg();
    assert_eq!(rules(&svg, false), Ok(()), "{svg}");
    assert!(!svg.contains("<script") && svg.contains("&lt;script&gt;&quot;&#39;&amp;&lt;/desc&gt;"), "{svg}");
}
