//! No words outside their boxes, and none over others: measured as they are drawn, whatever anybody is called.

use proptest::prelude::*;
use resvg::usvg;

use super::canvas::Reader;
use super::fit::{Weight, fit};
use super::letters::{runs, width};
use super::{drawn, most_said, most_tiles, png, raster, svg};
use crate::pictures::picture::{Bar, Body, Figure, Head, Picture, Tile, Told, Voice};
use crate::pictures::shape::Shape;
use crate::units::look::Tones;

fn picture(name: &str, body: Body) -> Picture {
    let head = Head {
        lang: "sl",
        unit: name.to_owned(),
        title: format!("{name}, 2025"),
        source: format!("{name} · 2025 · Vir: Logbook · {name} · 26. 11. 2026"),
    };
    Picture { head, body, tones: Tones::of(None) }
}

fn figure(label: &str, shown: &str) -> Figure {
    Figure { label: label.to_owned(), shown: shown.to_owned() }
}

/// Every kind, with one name wherever somebody may have typed one.
fn bodies(name: &str, shown: &str, n: usize, shape: Shape) -> Vec<Body> {
    let three = vec![figure(name, shown), figure("Ure", "–"), figure(name, "0")];
    let tile = |at: usize| Tile {
        name: name.to_owned(),
        shown: shown.to_owned(),
        step: [None, Some(at % 4)][at % 2],
    };
    let voice = |at: usize| Voice {
        area: name.to_owned(),
        index: (!at.is_multiple_of(3)).then_some(50.0),
        shown: if !at.is_multiple_of(3) { "50".to_owned() } else { "–".to_owned() },
    };
    let told = |_| Told {
        heading: name.to_owned(),
        said: format!("{name} ").repeat(9),
        label: "Naredili smo".to_owned(),
        did: name.to_owned(),
    };
    let bar = |share| Bar { name: name.to_owned(), shown: shown.to_owned(), share };
    vec![
        Body::Number { figure: figure(name, shown), said: name.to_owned(), more: three.clone() },
        Body::Number { figure: figure(name, shown), said: String::new(), more: Vec::new() },
        Body::Comparison { label: name.to_owned(), bars: [bar(Some(1.0)), bar(None)], said: name.to_owned() },
        Body::Figures([three.clone(), three].concat()),
        Body::Map {
            tiles: (0..n.clamp(1, most_tiles(shape))).map(tile).collect(),
            key: (0..4).map(|step| (step, "1.000–1.999".to_owned())).collect(),
            none: Some(name.to_owned()),
        },
        Body::Voices { lines: (0..n.clamp(1, 14)).map(voice).collect(), note: name.to_owned() },
        Body::Said {
            entries: (0..n.clamp(1, most_said(shape))).map(told).collect(),
            you: "Povedali ste".to_owned(),
        },
    ]
}

/// The room of a line. Fonts of further scripts claim more above and below than their letters take, so all are as high as ours.
fn taken(text: &usvg::Text) -> usvg::Rect {
    let (at, chunk) = (text.bounding_box(), &text.chunks()[0]);
    let (y, size) = (chunk.y().expect("a place"), chunk.spans()[0].font_size().get());
    usvg::Rect::from_ltrb(at.left(), y - 0.97 * size, at.right(), y + 0.25 * size)
        .and_then(|it| it.transform(text.abs_transform()))
        .expect("a box")
}

fn texts(group: &usvg::Group, found: &mut Vec<(String, usvg::Rect)>) {
    for node in group.children() {
        match node {
            usvg::Node::Text(text) => {
                let said = text.chunks().iter().map(usvg::TextChunk::text).collect();
                found.push((said, taken(text)));
            }
            usvg::Node::Group(group) => texts(group, found),
            _ => {}
        }
    }
}

/// Every line on the page, and none over another.
fn check(picture: &Picture, shape: Shape) -> Result<(), TestCaseError> {
    let tree = raster::tree(&drawn(picture, shape, Reader::Drawer)).expect("a drawing");
    let mut found = Vec::new();
    texts(tree.root(), &mut found);
    let (w, h) = (tree.size().width(), tree.size().height());
    for (text, at) in &found {
        let inside = at.left() >= -1.0 && at.top() >= -1.0 && at.right() <= w + 1.0 && at.bottom() <= h + 1.0;
        prop_assert!(inside, "{shape:?}: outside, {at:?}: {text}");
    }
    for (n, (text, at)) in found.iter().enumerate() {
        for (other, over) in &found[n + 1..] {
            let wide = at.right().min(over.right()) - at.left().max(over.left());
            let high = at.bottom().min(over.bottom()) - at.top().max(over.top());
            // Lines of one text stand closer than their highest and deepest letters reach.
            let touch = at.height().min(over.height()) * 0.2 + 0.5;
            // A mark without its letter takes no room, and is told to be 1 wide.
            prop_assert!(
                wide < 1.01 || high < touch,
                "{shape:?}: {text:?} over {other:?} ({at:?}, {over:?})"
            );
        }
    }
    Ok(())
}

/// Letters of our own font, of others, wide ones, signs that markup is made of, and words without end.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-ZČŠŽ][a-zčšžćđ]{1,14}( [A-ZČŠŽa-z][a-zčšžćđ]{0,14}){0,12}",
        "[WM]{1,60}",
        "[<>&\"'a-z\u{0}-\u{1f}]{0,30}",
        "\\PC{0,60}",
        "[\u{4e00}-\u{4eff}]{1,40}",
        "[\u{0621}-\u{063a}]{1,20}( [\u{0621}-\u{063a}]{1,20}){0,4}",
        "[a-zა-ჰ]{1,20}([ ,0-9][ա-ֆא-ת]{1,20}){0,4}",
        "[क-हা-ৌি্ก-์]{1,30}( [ሀ-ፖ]{1,20}){0,4}",
        Just("Mladinski svet Ajdovščina, Mladinski center Hiša mladih in mladinsko informativno središče Vipavske doline".to_owned()),
        Just(String::new()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn lines_are_no_wider_than_their_box_and_not_too_many(
        text in name(), w in 60.0..900.0f64, h in 24.0..500.0f64, most in 20.0..200.0f64,
    ) {
        let least = 12.0;
        let block = fit(&text, Weight::SemiBold, (w, h), (most, least));
        prop_assert!(block.size >= least && block.size <= most);
        for line in &block.lines {
            let one = line.chars().count() == 1;
            prop_assert!(one || width(line, Weight::SemiBold) * block.size <= w + 0.1, "{line:?} in {w}");
        }
        prop_assert!(block.lines.len() <= 1 || block.height() <= h + 0.1, "{} lines in {h}", block.lines.len());
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_words_stand_outside_or_over_others(
        name in name(), n in 1..90usize, shown in prop_oneof![Just("–"), Just("0"), Just("1.234.567"), Just("27,5\u{a0}%")],
    ) {
        for shape in Shape::ALL {
            for body in bodies(&name, shown, n, shape) {
                check(&picture(&name, body), shape)?;
            }
        }
    }
}

#[test]
fn what_is_wider_beside_others_leaves_room_for_what_follows() {
    for name in ["$*A\u{fffc}\u{a830}", "A*B → C ꠰ @X", "-> <- A#□ □A ꠰", "rfhა", "\u{e34}क"] {
        for shape in Shape::ALL {
            for body in bodies(name, "–", 1, shape) {
                check(&picture(name, body), shape).unwrap_or_else(|why| panic!("{name:?}: {why}"));
            }
        }
    }
}

#[test]
fn a_cut_text_says_so_and_a_short_one_is_whole() {
    let long = fit(&"beseda ".repeat(200), Weight::Regular, (300.0, 90.0), (40.0, 20.0));
    assert!(long.lines.last().is_some_and(|last| last.ends_with('…')));
    let short = fit("Obiski", Weight::Bold, (300.0, 90.0), (40.0, 20.0));
    assert_eq!((short.size, short.lines.as_slice()), (40.0, ["Obiski".to_owned()].as_slice()));
    // Words are not broken as long as a smaller size holds them.
    let words = fit("Mladinski informativni center", Weight::Bold, (200.0, 200.0), (60.0, 12.0));
    assert!(
        words.lines.iter().all(|line| line.split(' ').all(|it| "Mladinski informativni center".contains(it)))
    );
}

#[test]
fn names_in_further_scripts_are_drawn_whole_and_what_no_font_has_as_a_sign() {
    let names = "Ana, მარიამ, أحمد علي, Ольга, 𓀀 👍🏽, 李雷, प्रिया";
    let shown = drawn(&picture(names, Body::Figures(Vec::new())), Shape::Square, Reader::Drawer);
    for piece in [
        "font-family=\"Noto Sans Georgian\">მარიამ</text>",
        // What is read from the right stays in one piece.
        "font-family=\"Noto Sans Arabic\">أحمد علي</text>",
        "preserve\">, Ольга, □ □, </text>",
        "font-family=\"Droid Sans Fallback\">李雷</text>",
    ] {
        assert!(shown.contains(piece), "{piece}: {shown}");
    }
    let all: Vec<String> = runs(names).iter().map(|run| run.text.to_owned()).collect();
    assert_eq!(all.concat(), names);
    // Others' programs get the words as they are.
    assert!(svg(&picture(names, Body::Figures(Vec::new())), Shape::Square).contains("𓀀 👍🏽, 李雷, प्रिया"));
}

#[test]
fn a_png_has_its_size_and_says_what_is_to_be_seen() {
    let picture =
        picture("Mladinski center", Body::Figures(vec![figure("Obiski", "1.234"), figure("Ure", "–")]));
    for shape in Shape::ALL {
        let bytes = png(&picture, shape).expect("a picture");
        let mut reader = ::png::Decoder::new(std::io::Cursor::new(&bytes)).read_info().expect("a PNG");
        assert_eq!(reader.info().size(), shape.pixels());
        let said = &reader.info().utf8_text;
        assert!(
            said.iter().any(|it| it.keyword == "Description"
                && it.get_text().is_ok_and(|it| it.contains("Obiski: 1.234")))
        );
        let mut points = vec![0; reader.output_buffer_size().expect("a size")];
        reader.next_frame(&mut points).expect("points");
        // More than a ground: words were drawn.
        let colours: std::collections::BTreeSet<&[u8]> = points.chunks_exact(3).collect();
        assert!(colours.len() > 20, "{shape:?}: {} colours", colours.len());
    }
}

#[test]
fn an_svg_keeps_words_as_words_and_markup_as_words() {
    let picture =
        picture("MC <script>alert(1)</script> & \"Most\"", Body::Figures(vec![figure("Obiski", "7")]));
    let text = svg(&picture, Shape::A4);
    assert!(text.contains("width=\"210mm\" height=\"297mm\""));
    assert!(text.contains("<title>") && text.contains("<desc>") && text.contains(">Obiski</text>"));
    assert!(!text.contains("<script") && text.contains("&lt;script&gt;"));
    usvg::Tree::from_str(&text, &usvg::Options::default()).expect("an SVG");
}
