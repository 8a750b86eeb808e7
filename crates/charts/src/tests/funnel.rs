use super::check::{rules, texts_inside, texts_of};
use super::odd::Odd;
use crate::{Dot, Funnel, Spot};

fn dot(n: f64, value: f64, look: Spot, label: &str) -> Dot {
    Dot { n, value, look, label: label.into(), ..Dot::default() }
}

fn ticks(of: &[i32]) -> Vec<(f64, String)> {
    of.iter().map(|t| (f64::from(*t), t.to_string())).collect()
}

/// n from 0 to 100 over 92 % less what the figures' labels take, figures from 50 to 100 over 278 px.
fn funnel(dots: Vec<Dot>) -> Funnel {
    let band = |by: f64| {
        [0.0, 50.0, 100.0].map(|n| (n, 75.0 - by * (2.0 - n / 100.0), 75.0 + by * (2.0 - n / 100.0)))
    };
    Funnel {
        id: "f".into(),
        title: "What".into(),
        desc: "Finding".into(),
        height: 320,
        from: 50.0,
        to: 100.0,
        ticks_n: ticks(&[0, 50, 100]),
        ticks: ticks(&[40, 50, 75, 100]),
        centre: 75.0,
        centre_label: "mreža 75".into(),
        near: band(5.0).to_vec(),
        far: band(10.0).to_vec(),
        dots,
    }
}

#[test]
fn units_stand_where_their_answers_and_figures_put_them() {
    let own = dot(50.0, 75.0, Spot::Own, "Reka 75");
    let svg =
        funnel(vec![own, dot(100.0, 100.0, Spot::Outside, "b"), dot(0.0, 50.0, Spot::Inside, "c")]).svg();
    assert_eq!((rules(&svg, false), texts_inside(&svg)), (Ok(()), Ok(())), "{svg}");
    let left = (34.0 / 256.0_f64 * 1e4).round() / 100.0;
    let mid = ((left + 97.0) / 2.0 * 100.0).round() / 100.0;
    assert!(svg.contains(&format!(r#"<circle class="c4 rim" cx="{left}%" cy="290" r="5"/>"#)), "{svg}");
    assert!(svg.contains(r#"<circle class="goal" cx="97%" cy="12" r="5.5"/>"#), "{svg}");
    assert!(svg.contains(&format!(r#"<circle class="c1 ringed" cx="{mid}%" cy="151" r="8"/>"#)), "{svg}");
    assert!(
        svg.contains(&format!(r#"<line class="ref thin" x1="{left}%" x2="97%" y1="151" y2="151"/>"#)),
        "{svg}"
    );
    // The reader's own is drawn last, and it alone is named in the drawing.
    assert!(svg.find("c1 ringed") > svg.find(r#"class="goal""#));
    assert_eq!(texts_of(&svg, "text"), ["50", "100", "75", "0", "100", "50", "Reka 75", "mreža 75"]);
    assert_eq!(texts_of(&svg, "title")[1..], ["b", "c", "Reka 75"]);
}

#[test]
fn bands_are_filled_and_their_limits_drawn() {
    let svg = funnel(vec![]).svg();
    let left = "13.28";
    assert!(svg.contains(&format!(r#"<polygon class="f2" points="{left},95.4 "#)), "{svg}");
    assert!(svg.contains(&format!(
        r#"class="rim" fill-opacity="0" vector-effect="non-scaling-stroke" d="M{left},95.4L"#
    )));
    assert_eq!((svg.matches("<polygon").count(), svg.matches("<path").count()), (2, 4));
    assert!(svg.find("f1") < svg.find("f2"), "the wider band lies below the narrower one");
    for alone in [vec![], vec![(5.0, 70.0, 80.0)], vec![(f64::NAN, 1.0, 2.0), (1.0, f64::INFINITY, 2.0)]] {
        let svg = Funnel { near: alone.clone(), far: alone, ..funnel(vec![]) }.svg();
        assert!(!svg.contains("viewBox") && rules(&svg, false) == Ok(()), "{svg}");
    }
}

#[test]
fn a_band_is_right_up_to_where_it_leaves_the_scale() {
    // From 50 above the scale's end down to 50 below it: inside for the middle half of the way.
    let near = vec![(0.0, 60.0, 125.0), (100.0, 60.0, 75.0)];
    let svg = Funnel { near, far: vec![], ..funnel(vec![]) }.svg();
    let half = "55.14,12";
    let outline = svg.split_once(r#"points=""#).unwrap().1;
    assert!(outline.starts_with(&format!("13.28,12 {half} 97,151 ")), "{svg}");
    // No limit is drawn along the scale's own edge.
    assert!(svg.contains(&format!(r#"d="M{half}L97,151""#)), "{svg}");
}

#[test]
fn bands_may_come_in_any_order() {
    let f = funnel(vec![]);
    let turned = |band: &[(f64, f64, f64)]| band.iter().rev().map(|p| (p.0, p.2, p.1)).collect();
    assert_eq!(Funnel { near: turned(&f.near), far: turned(&f.far), ..f.clone() }.svg(), f.svg());
}

#[test]
fn names_hit_no_other_and_stay_inside() {
    let long = "Mladinski center pri Novem mestu ob Krki, enota Most 75";
    for (n, value) in [(0.0, 50.0), (100.0, 100.0), (100.0, 75.0), (0.0, 75.0), (50.0, 62.0)] {
        let svg = funnel(vec![dot(n, value, Spot::Own, long), dot(n, value, Spot::Own, "Reka")]).svg();
        assert_eq!((rules(&svg, false), texts_inside(&svg)), (Ok(()), Ok(())), "{svg}");
        assert!(svg.contains(">mreža 75<") && svg.contains(">Mladinski"), "{svg}");
    }
    // Where a unit lies on the right, the whole's name goes to the other side of its line.
    let y = |dots| {
        let svg = funnel(dots).svg();
        svg.split_once(r#"class="s halo e""#).unwrap().1.split('"').nth(3).unwrap().to_owned()
    };
    assert_eq!((y(vec![]), y(vec![dot(97.0, 77.0, Spot::Inside, "b")])), ("144".into(), "168".into()));
}

#[test]
fn what_has_no_place_is_not_drawn_and_the_scale_holds_the_rest() {
    let odd = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX];
    let dots = odd.iter().flat_map(|v| [dot(*v, 70.0, Spot::Inside, "x"), dot(10.0, *v, Spot::Own, "y")]);
    let dots = dots.map(|d| Dot { href: Some("/x".into()), ..d }).collect();
    let svg = Funnel { centre: f64::NAN, ..funnel(dots) }.svg();
    assert_eq!(rules(&svg, false), Ok(()), "{svg}");
    assert!(!svg.contains("<circle") && !svg.contains("ref") && !svg.contains("mreža"), "{svg}");
    let svg = funnel(vec![dot(200.0, 0.0, Spot::Outside, "far out")]).svg();
    assert!(svg.contains(r#"<circle class="goal" cx="97%" cy="290" r="5.5"/>"#), "{svg}");
    assert!(texts_of(&svg, "text").contains(&"40"), "its tick is on the scale now: {svg}");
}

#[test]
fn dots_that_lead_somewhere_make_a_group() {
    let to =
        Dot { href: Some("/u?a=1&b".into()), title: "Reka: 75".into(), ..dot(50.0, 75.0, Spot::Inside, "b") };
    let svg = funnel(vec![to, dot(20.0, 75.0, Spot::Inside, "c")]).svg();
    assert_eq!(rules(&svg, false), Ok(()), "{svg}");
    let link = r#"<a href="/u?a=1&amp;b"><title>Reka: 75</title><circle fill-opacity="0" cx="#;
    assert!(svg.contains(link) && svg.contains(r#"r="12"/><circle class="c4 rim""#), "{svg}");
}

#[test]
fn any_input_makes_a_good_chart() {
    let mut odd = Odd(13);
    for round in 0..400 {
        let triple = |odd: &mut Odd| (odd.value(), odd.value(), odd.value());
        let tick = |odd: &mut Odd| (odd.value(), odd.text());
        let looks = [Spot::Inside, Spot::Outside, Spot::Own];
        let unit = |odd: &mut Odd| Dot {
            n: odd.value(),
            value: odd.value(),
            look: looks[odd.next(3) as usize],
            label: odd.text(),
            title: odd.text(),
            href: odd.link(),
        };
        let chart = Funnel {
            id: odd.text(),
            title: "What".into(),
            desc: "Finding".into(),
            height: [0, 160, 320, u32::MAX][odd.next(4) as usize],
            from: odd.value(),
            to: odd.value(),
            ticks_n: (0..odd.next(9)).map(|_| tick(&mut odd)).collect(),
            ticks: (0..odd.next(9)).map(|_| tick(&mut odd)).collect(),
            centre: odd.value(),
            centre_label: odd.text(),
            near: (0..odd.next(9)).map(|_| triple(&mut odd)).collect(),
            far: (0..odd.next(9)).map(|_| triple(&mut odd)).collect(),
            dots: (0..odd.next(30)).map(|_| unit(&mut odd)).collect(),
        };
        let svg = chart.svg();
        assert_eq!(rules(&svg, false), Ok(()), "round {round}: {svg}");
    }
}

#[test]
fn text_cannot_leave_its_element() {
    let bad = "<script>\"'&\u{0}</desc>".to_string();
    let one = Dot { href: Some(bad.clone()), ..dot(50.0, 75.0, Spot::Own, &bad) };
    let ticks_n = vec![(50.0, bad.clone())];
    let svg =
        Funnel { title: bad.clone(), desc: bad.clone(), centre_label: bad, ticks_n, ..funnel(vec![one]) }
            .svg();
    assert_eq!(rules(&svg, false), Ok(()), "{svg}");
    assert!(!svg.contains("<script") && svg.contains("&lt;script&gt;&quot;&#39;&amp;&lt;/desc&gt;"), "{svg}");
}
