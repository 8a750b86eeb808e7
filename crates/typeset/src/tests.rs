//! What comes out is looked at with the tools of others: poppler's `pdfinfo` and `pdftotext`.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::{Document, has, missing, pdf, settable};

const HEAD: &str = r#"#let it = json("/data.json")
#set document(title: it.title)
#set text(font: "Inter", lang: "sl")
"#;

fn set(body: &str, data: Value, pictures: &[(&str, &[u8])]) -> Result<Vec<u8>, String> {
    let template = format!("{HEAD}{body}");
    pdf(Document { template: &template, data, pictures }).map_err(|problem| problem.to_string())
}

/// What a program says of a PDF; of what it finds wrong with it, nothing.
fn told(program: &str, args: &[&str], pdf: &[u8]) -> String {
    let mut child = Command::new(program)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("poppler-utils are there");
    child.stdin.take().unwrap().write_all(pdf).unwrap();
    let said = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&said.stderr), "", "{program}");
    String::from_utf8_lossy(&said.stdout).into_owned()
}

#[test]
fn a_tagged_document_with_our_letters_and_figures() {
    let data = json!({ "title": "Čebelnjak & đumbir <ž>", "odd": "#panic() \\ *ne* \u{1f389}𓀀š\u{7}" });
    let body = "= #it.title\n#text(weight: 800)[#it.odd] #text(weight: 600)[Ćevap]";
    let pdf = set(body, data, &[]).unwrap();
    let info = told("pdfinfo", &["-"], &pdf);
    assert!(info.contains("Tagged:          yes") && info.contains("Čebelnjak & đumbir <ž>"), "{info}");
    assert!(told("pdfinfo", &["-struct-text", "-"], &pdf).contains("H1"), "headings are headings");
    let text = told("pdftotext", &["-", "-"], &pdf);
    // Data is never read as a template, and what cannot be shown has a sign in its place.
    assert!(text.contains("#panic() \\ *ne* □□š Ćevap"), "{text}");
    let fonts = told("pdffonts", &["-"], &pdf);
    assert_eq!(fonts.matches("Inter-").count(), 3, "{fonts}");
}

/// A name in each script, and the font that its letters are in.
const NAMES: [(&str, &str); 26] = [
    ("Αλέξανδρος Ольга Đorđe", "Inter"),
    ("أحمد", "NotoSansArabic"),
    ("Արամ", "NotoSansArmenian"),
    ("মৌসুমী", "NotoSansBengali"),
    ("प्रिया", "NotoSansDevanagari"),
    ("ሰላም", "NotoSansEthiopic"),
    ("მარიამ", "NotoSansGeorgian"),
    ("נועם", "NotoSansHebrew"),
    ("สมชาย", "NotoSansThai"),
    ("પ્રિયા", "NotoSansGujarati"),
    ("ਹਰਪ੍ਰੀਤ", "NotoSansGurmukhi"),
    ("ಪ್ರಿಯಾ", "NotoSansKannada"),
    ("សុភា", "NotoSansKhmer"),
    ("ສົມຊາຍ", "NotoSansLao"),
    ("പ്രിയ", "NotoSansMalayalam"),
    ("အောင်", "NotoSansMyanmar"),
    ("ପ୍ରିୟା", "NotoSansOriya"),
    ("ප්‍රියා", "NotoSansSinhala"),
    ("ܫܡܘܢ", "NotoSansSyriac"),
    ("பிரியா", "NotoSansTamil"),
    ("ప్రియ", "NotoSansTelugu"),
    ("އަލީ", "NotoSansThaana"),
    ("ⵎⴰⵙⵉⵏ", "NotoSansTifinagh"),
    ("李雷、王小明", "DroidSansFallback"),
    ("ひなた ケン", "DroidSansFallback"),
    ("김민준", "DroidSansFallback"),
];

#[test]
fn names_are_set_in_the_letters_they_are_written_in() {
    for (name, font) in NAMES {
        assert!(has(name) && settable(name) == name, "{name}");
        // In each weight, alone and among others.
        let data = json!({ "title": name, "all": NAMES.map(|it| it.0).join(", ") });
        let pdf = set("= #it.title\n#it.title, #text(weight: 600)[#it.all]", data, &[]).unwrap();
        let fonts = told("pdffonts", &["-"], &pdf);
        assert!(fonts.contains(font) && fonts.contains("NotoSansArabic-Bold"), "{fonts}");
        let text = told("pdftotext", &["-", "-"], &pdf);
        // Vowels of Indic scripts stand elsewhere than they are read, and readers of PDF differ in how they tell them.
        let first = name.chars().next().unwrap();
        assert!(text.contains(first) && !text.contains('□'), "{name}: {text}");
    }
    let arabic = set("#it.title", json!({ "title": "أحمد" }), &[]).unwrap();
    assert!(told("pdftotext", &["-", "-"], &arabic).contains("أحمد"));
}

#[test]
fn what_no_font_has_is_one_sign_each_and_told() {
    for (text, shown) in [
        ("𓀀𓀁", "□□"),
        ("bravo 👍🏽!", "bravo □!"),
        // A family of several, a flag of two letters, a heart with its colour.
        ("👨\u{200d}👩\u{200d}👧 🇸🇮 ❤\u{fe0f}", "□ □ □"),
        // A letter of one font with a mark of another, or with one that none has.
        ("მ\u{302}", "□"),
        ("e\u{20e3}", "□"),
        ("მ\u{2060}\u{302}", "□"),
        // What has no shape anywhere; a sign by itself is itself.
        ("a\u{200e}b\u{202e}c\u{feff}d\u{ad}e\u{7}\u{200d}", "abcde"),
        ("a\tb\u{3000}c\r\nd", "a b c\nd"),
        ("□", "□"),
        // Joined and kept apart, as it is spelled.
        ("می\u{200c}خواهم", "می\u{200c}خواهم"),
    ] {
        assert_eq!(settable(text), shown, "{text}");
        set("#it.title", json!({ "title": text }), &[]).unwrap();
    }
    let data = json!({ "a": ["𓀀 👍 𓀀", 7], "b": { "c": "Ольга 👍🏽 𓀁" } });
    assert_eq!(missing(&data), ["𓀀", "👍", "👍🏽", "𓀁"]);
    assert!(missing(&json!(NAMES.map(|it| it.0))).is_empty());
}

#[test]
fn whatever_is_typed_there_is_a_document() {
    // Each letter and mark of every script alone, and all of them behind one another.
    let east = ('\u{2d30}'..='\u{33ff}').chain(('\u{3400}'..='\u{d7ff}').step_by(97));
    let all: String = ('\u{20}'..='\u{1fff}').chain(east).chain('\u{fb00}'..='\u{ffef}').collect();
    let apart: String = all.chars().flat_map(|c| [c, ' ']).collect();
    let turned: String = all.chars().rev().collect();
    let whole = [all, apart, turned].join("\n");
    set("#it.all", json!({ "title": "x", "all": whole }), &[]).unwrap();
}

#[test]
fn lines_of_a_table_are_no_mistake_to_a_reader() {
    let table = "#table(columns: 2, stroke: none, table.header([A], [B]), table.hline(stroke: 0.5pt + rgb(\"b4c1c4\")), [1], [2])";
    let pdf = set(&format!("= #it.title\n{table}"), json!({ "title": "Preglednica" }), &[]).unwrap();
    assert!(told("pdfinfo", &["-struct-text", "-"], &pdf).contains("TH"));
    assert!(pdf.windows(8).any(|seen| seen == b"/Solid/N"), "the line is told, without its colour");
}

#[test]
fn pictures_come_by_name_or_as_data_and_each_has_a_text() {
    let drawing = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>"#;
    let data = || json!({ "title": "Slike", "drawing": drawing });
    let pictures: [(&str, &[u8]); 1] = [("triangle.svg", drawing.as_bytes())];
    set(r#"#image("/triangle.svg", alt: "Trikotnik")"#, data(), &pictures).unwrap();
    set(r#"#image(bytes(it.drawing), format: "svg", alt: "Trikotnik")"#, data(), &[]).unwrap();
    let silent = set(r#"#image("/triangle.svg")"#, data(), &pictures).unwrap_err();
    assert!(silent.contains("alt"), "{silent}");
}

#[test]
fn what_the_standard_asks_for_is_not_left_out_in_silence() {
    let nameless = pdf(Document { template: "Brez naslova", data: json!({}), pictures: &[] });
    assert!(nameless.unwrap_err().to_string().contains("title"));
    let wrong = set("#it.nothing", json!({ "title": "x" }), &[]).unwrap_err();
    assert!(wrong.contains("nothing"), "{wrong}");
}

#[test]
fn a_template_reaches_no_file_no_net_and_no_clock() {
    let data = || json!({ "title": "x" });
    for out in [
        r#"#read("/etc/passwd")"#,
        r#"#read("../../Cargo.toml")"#,
        r#"#import "other.typ": a"#,
        r#"#import "@preview/example:0.1.0": add"#,
        r#"#datetime.today().display()"#,
    ] {
        assert!(set(out, data(), &[]).is_err(), "{out}");
    }
}
