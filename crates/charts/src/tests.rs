mod check;
mod funnel;
mod odd;
mod ranges;
mod stacks;
mod strip;

use crate::*;
use check::{rules, tags, texts_of};

fn column(value: f64, before: Option<f64>) -> Column {
    let shown = format!("{value}");
    Column { label: "jan".into(), value, shown, before, ..Column::default() }
}

fn columns(columns: Vec<Column>) -> Columns {
    Columns { id: "c".into(), title: "What".into(), desc: "Finding".into(), height: 260, columns }
}

fn bar(label: &str, value: f64, share: &str) -> Bar {
    Bar { label: label.into(), value, shown: format!("{value}"), share: share.into(), ..Bar::default() }
}

fn share_bars(whole: f64, bars: Vec<Bar>) -> ShareBars {
    ShareBars { id: "s".into(), title: "What".into(), desc: "Finding".into(), whole, bars }
}

fn side_bars(bars: Vec<Bar>) -> SideBars {
    SideBars { id: "a".into(), title: "What".into(), desc: "Finding".into(), bars }
}

fn shift(before: f64, after: f64) -> Shift {
    let shown = "61 %".into();
    Shift { id: "h".into(), title: "What".into(), desc: "Finding".into(), before, after, shown }
}

fn rects(svg: &str, class: &str, key: &str) -> Vec<f64> {
    let seen = tags(svg).expect("well-formed");
    let is = |a: &[(String, String)]| a.iter().any(|(k, v)| k == "class" && v == class);
    let rects = seen.iter().filter(|(t, a)| t == "rect" && is(a));
    let value = |a: &[(String, String)]| {
        a.iter().find(|(k, _)| k == key).and_then(|(_, v)| v.trim_end_matches('%').parse().ok())
    };
    rects.filter_map(|(_, a)| value(a)).collect()
}

#[test]
fn the_checker_finds_what_is_wrong() {
    let good = columns(vec![column(1.0, Some(2.0))]).svg();
    assert_eq!(rules(&good, false), Ok(()));
    for (from, to) in [
        (r#"<desc id="c-d">Finding</desc>"#, ""),
        (">Finding<", "><"),
        (r#"role="img""#, r#"role="group""#),
        (r#"id="c-d""#, r#"id="c-t""#),
        ("</g>", ""),
        ("<g>", r#"<g style="x">"#),
        ("<svg ", r#"<svg viewBox="0 0 1 1" "#),
        (">jan<", ">a & b<"),
        (r#"y="125""#, r#"y="NaN""#),
        (r#"y="125""#, r#"y="125.123""#),
    ] {
        assert!(good.contains(from), "{from}");
        assert!(rules(&good.replace(from, to), false).is_err(), "{from} -> {to}");
    }
}

#[test]
fn text_cannot_leave_its_element() {
    let bad = "<script>\"'&\u{0}\u{1b}\u{ffff}</desc>";
    let c = Column {
        label: bad.into(),
        shown: bad.into(),
        title: bad.into(),
        href: Some(bad.into()),
        ..column(1.0, None)
    };
    let b = Bar {
        label: bad.into(),
        shown: bad.into(),
        share: bad.into(),
        href: Some(bad.into()),
        ..bar("", 1.0, "")
    };
    let (title, desc) = (bad.to_string(), bad.to_string());
    let charts = [
        Columns { title: title.clone(), desc: desc.clone(), ..columns(vec![c]) }.svg(),
        ShareBars { title: title.clone(), desc: desc.clone(), ..share_bars(2.0, vec![b.clone()]) }.svg(),
        SideBars { title: title.clone(), desc: desc.clone(), ..side_bars(vec![b]) }.svg(),
        Shift { title, desc, shown: bad.into(), ..shift(0.1, 0.2) }.svg(),
    ];
    for svg in charts {
        assert_eq!(rules(&svg, false), Ok(()));
        assert!(
            !svg.contains("<script") && svg.contains("&lt;script&gt;&quot;&#39;&amp;&lt;/desc&gt;"),
            "{svg}"
        );
        assert!(!svg.contains(['\u{0}', '\u{1b}', '\u{ffff}']));
    }
}

#[test]
fn ids_begin_with_the_prefix_and_stay_one_word() {
    let svg = Columns { id: "a b\"<".into(), ..columns(vec![]) }.svg();
    assert!(svg.contains(r#"aria-labelledby="a-b---t a-b---d""#), "{svg}");
    assert!(Columns { id: String::new(), ..columns(vec![]) }.svg().contains(r#"id="chart-t""#));
}

#[test]
fn links_make_a_group_with_room_for_a_thumb() {
    let linked = Column { href: Some("/m?y=1&m=2".into()), title: "januar: 3".into(), ..column(3.0, None) };
    let svg = columns(vec![linked, column(1.0, None)]).svg();
    assert!(svg.contains(r#"role="group" aria-labelledby="c-t" aria-describedby="c-d""#), "{svg}");
    let link = r#"<a href="/m?y=1&amp;m=2"><title>januar: 3</title><rect fill-opacity="0" x="0%" width="50%" y="0" height="260"/>"#;
    assert!(svg.contains(link), "{svg}");
    let svg = side_bars(vec![Bar { href: Some("/x".into()), ..bar("Pon", 1.0, "") }]).svg();
    assert!(svg.contains(r#"width="100%" y="0" height="44"/>"#), "{svg}");
    assert!(!side_bars(vec![Bar { href: Some(" ".into()), ..bar("Pon", 1.0, "") }]).svg().contains("<a"));
}

#[test]
fn columns_are_drawn_to_scale_from_zero() {
    let svg = columns(vec![column(100.0, Some(50.0)), column(50.0, None), column(0.0, Some(0.0))]).svg();
    assert_eq!(rects(&svg, "c1", "height"), [202.0, 101.0]);
    let last = r#"<line class="last" x1="9.67%" x2="23.67%" y1="125" y2="125"/>"#;
    assert!(svg.contains(last), "{svg}");
    assert!(svg.contains(r#"y1="226" y2="226"/>"#), "axis");
    let svg = columns(vec![Column { unfinished: true, ..column(1e-300, Some(1e300)) }]).svg();
    assert_eq!(rects(&svg, "c1 part", "height"), [2.0]);
    // Between column and line, not above the line as if it were the line's figure.
    assert!(svg.contains(r#"y="217""#), "{svg}");
}

#[test]
fn nothing_to_show_is_a_calm_axis() {
    for c in [vec![], vec![column(0.0, None); 12], vec![column(0.0, None); 31]] {
        let svg = columns(c).svg();
        assert_eq!(rules(&svg, false), Ok(()));
        assert!(svg.contains(r#"<line class="g""#) && !svg.contains(r#"class="c1""#), "{svg}");
    }
    for svg in [share_bars(0.0, vec![]).svg(), share_bars(0.0, vec![bar("a", 5.0, "")]).svg()] {
        assert_eq!(rects(&svg, "l1", "width"), [100.0]);
        assert!(rects(&svg, "c1", "width").is_empty());
    }
    assert!(side_bars(vec![]).svg().contains(r#"<line class="g""#));
    assert!(side_bars(vec![bar("a", 0.0, "")]).svg().contains(r#"<line class="g""#));
}

#[test]
fn many_columns_leave_labels_and_figures_out() {
    let shown = |n: usize| {
        let c = |i: usize| Column { label: format!("{}", i + 1), ..column(((i * 37) % 29) as f64, None) };
        columns((0..n).map(c).collect()).svg()
    };
    let count = |svg: &str, class: &str| svg.matches(&format!(r#"class="{class}""#)).count();
    let few = shown(10);
    assert_eq!((count(&few, "s m"), count(&few, "m")), (10, 10));
    let month = shown(31);
    assert_eq!((count(&month, "s m"), count(&month, "s m wide-only")), (11, 20));
    assert_eq!((count(&month, "m"), count(&month, "halo m")), (0, 1));
    let blank = columns(vec![Column { label: String::new(), ..column(1.0, None) }; 20_000]).svg();
    assert!(blank.contains(r#"class="halo"#) && !blank.contains(r#"class="s"#));
    let days = shown(400);
    assert!(count(&days, "s m") <= 13 && count(&days, "s m wide-only") <= 30, "{days}");
}

#[test]
fn figures_that_do_not_fit_a_phone_wait_for_a_wide_page() {
    let year: Vec<Column> =
        (0..12).map(|i| Column { shown: "1.234".into(), ..column(f64::from(100 + i), None) }).collect();
    let svg = columns(year).svg();
    assert_eq!(svg.matches("1.234</text>").count(), 12);
    assert_eq!(svg.matches(r#"class="m wide-only""#).count(), 6);
}

#[test]
fn shares_add_up_to_the_track() {
    let parts = [2566.0, 2822.0, 149.0, 64.0, 217.0];
    let svg = share_bars(5818.0, parts.iter().map(|v| bar("x", *v, "1 %")).collect()).svg();
    let widths = rects(&svg, "c1", "width");
    assert_eq!(widths, [44.1, 48.5, 2.56, 1.2, 3.73]);
    assert!((widths.iter().sum::<f64>() - 100.0).abs() < 0.15);
    assert!(svg.contains(r#"height="222""#) && svg.contains(r#"<tspan class="s"> · 1 %</tspan>"#), "{svg}");
    assert_eq!(
        rects(&share_bars(5818.0, vec![bar("x", 0.01, ""), bar("y", 9e9, "")]).svg(), "c1", "width"),
        [1.2, 100.0]
    );
    let muted = Bar { muted: true, ..bar("Brez podatka", 1.0, "") };
    assert_eq!(rects(&share_bars(4.0, vec![muted]).svg(), "c4", "width"), [25.0]);
}

#[test]
fn the_longest_side_bar_fills_its_room() {
    let svg = side_bars(vec![bar("a", 12.0, ""), bar("b", 6.0, ""), bar("c", 0.0, "")]).svg();
    let widths = rects(&svg, "c1", "width");
    assert_eq!(widths.len(), 2);
    assert!((widths[0] - 2.0 * widths[1]).abs() < 0.02 && widths[0] > 50.0 && widths[0] < 60.0, "{widths:?}");
    // No room for both: the shares go, the bars stay.
    let svg = side_bars(vec![bar("a", 123456789012.0, "100,0 % vseh")]).svg();
    assert!(!svg.contains("tspan") && rects(&svg, "c1", "width")[0] >= 10.0, "{svg}");
}

#[test]
fn long_labels_break_into_lines_and_end_in_three_dots() {
    let long = "Neformalno izobraževanje in usposabljanje za mladinsko delo v skupnosti, doma in po svetu, kjer koli že je kdo";
    for svg in [share_bars(1.0, vec![bar(long, 1.0, "")]).svg(), side_bars(vec![bar(long, 1.0, "")]).svg()] {
        let texts = texts_of(&svg, "text");
        assert_eq!(texts.iter().filter(|t| !t.starts_with('1')).count(), 3, "{texts:?}");
        assert!(svg.contains('…') && svg.contains(&format!("{long}: 1")), "{svg}");
    }
    assert_eq!(crate::svg::wrap("", 50.0, 50.0), [""]);
    assert_eq!(crate::svg::wrap("aaaaaaaaaa", 40.0, 40.0), ["aaaa-", "aaaa-", "aa"]);
}

#[test]
fn a_shift_shows_what_came_or_went() {
    let up = shift(0.58, 0.61).svg();
    assert_eq!((rects(&up, "c1", "width"), rects(&up, "c2", "width")), (vec![58.0], vec![61.0]));
    let down = shift(0.61, 0.58).svg();
    assert_eq!((rects(&down, "c1", "width"), rects(&down, "l2", "width")), (vec![58.0], vec![61.0]));
    let same = shift(0.5, 0.5).svg();
    assert!(rects(&same, "c2", "width").is_empty() && rects(&same, "c1", "width") == [50.0]);
    assert!(
        shift(0.0, 0.01).svg().contains(r#"<text x="0%""#)
            && shift(0.9, 7.0).svg().contains(r#"class="e" x="100%""#)
    );
}

#[test]
fn a_cell_bar_has_no_words() {
    for (share, mark) in
        [(0.5, None), (0.5, Some(0.0)), (f64::NAN, Some(f64::INFINITY)), (-1.0, Some(9.0)), (1e-9, None)]
    {
        let svg = cell_bar(share, mark);
        assert_eq!(rules(&svg, true), Ok(()), "{svg}");
        assert_eq!(svg.contains(r#"class="ref""#), mark.is_some());
    }
}

#[test]
fn what_is_known_only_as_a_sum_is_an_outline() {
    let svg = columns(vec![Column { sum: Some(8.0), ..column(4.0, None) }, column(2.0, None)]).svg();
    assert_eq!(svg.matches("class=\"sum\"").count(), 1);
    assert_eq!(svg.matches("class=\"c1\"").count(), 2);
    let none = columns(vec![Column { sum: Some(0.0), ..column(4.0, None) }]).svg();
    assert!(!none.contains("class=\"sum\""));
}
