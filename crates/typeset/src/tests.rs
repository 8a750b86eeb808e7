//! What comes out is looked at with the tools of others: poppler's `pdfinfo` and `pdftotext`.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::{Document, pdf};

const HEAD: &str = r#"#let it = json("/data.json")
#set document(title: it.title)
#set text(font: "Inter", lang: "sl")
"#;

fn set(body: &str, data: Value, pictures: &[(&str, &[u8])]) -> Result<Vec<u8>, String> {
    let template = format!("{HEAD}{body}");
    pdf(Document { template: &template, data, pictures }).map_err(|problem| problem.to_string())
}

/// What a program says of a PDF.
fn told(program: &str, args: &[&str], pdf: &[u8]) -> String {
    let mut child = Command::new(program)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("poppler-utils are there");
    child.stdin.take().unwrap().write_all(pdf).unwrap();
    String::from_utf8_lossy(&child.wait_with_output().unwrap().stdout).into_owned()
}

#[test]
fn a_tagged_document_with_our_letters_and_figures() {
    let data = json!({ "title": "Čebelnjak & đumbir <ž>", "odd": "#panic() \\ *ne* \u{1f389}漢š\u{7}" });
    let body = "= #it.title\n#text(weight: 800)[#it.odd] #text(weight: 600)[Ćevap]";
    let pdf = set(body, data, &[]).unwrap();
    let info = told("pdfinfo", &["-"], &pdf);
    assert!(info.contains("Tagged:          yes") && info.contains("Čebelnjak & đumbir <ž>"), "{info}");
    assert!(told("pdfinfo", &["-struct-text", "-"], &pdf).contains("H1"), "headings are headings");
    let text = told("pdftotext", &["-", "-"], &pdf);
    // Data is never read as a template, and what cannot be shown is left out.
    assert!(text.contains("#panic() \\ *ne* š Ćevap"), "{text}");
    let fonts = told("pdffonts", &["-"], &pdf);
    assert_eq!(fonts.matches("Inter-").count(), 3, "{fonts}");
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
