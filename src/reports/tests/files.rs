use std::io::{Cursor, Read, Write};
use std::process::{Command, Stdio};

use super::scene;
use crate::i18n::Words;
use crate::reports::making;
use crate::reports::{Format, reading, store, written};

/// The text of a PDF without gaps: how wide one must be to count is every reader's own matter.
fn read(pdf: &[u8]) -> String {
    let mut child = Command::new("pdftotext")
        .args(["-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("poppler's programs are there");
    child.stdin.take().unwrap().write_all(pdf).unwrap();
    let text = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
    text.split_whitespace().collect()
}

#[tokio::test]
async fn one_report_is_the_same_in_every_file() {
    let scene = scene().await;
    let app = &scene.app;
    let draft = scene.begin("centre-year", "2025").await;
    let words = "Leto <&> »navednice« 🎉 Жаба, მარიამ, أحمد\n\n- prva\n- druga";
    making::save(app, &scene.worker.0, &scene.unit, draft.id, "foreword", 0, words).await.unwrap();
    let page = app.get(&scene.base(&draft), &scene.mentor.1).await;
    assert!(page.body.contains("PDF ne zna zapisati: 🎉. "), "{}", page.body);
    making::finish(app, &scene.mentor.0, &scene.unit, draft.id).await.unwrap();
    let report = store::find(&app.db, scene.unit.network.id, draft.id).await.unwrap().unwrap();
    let (composed, seq) = reading::read(app, &scene.unit, &report).await.unwrap();
    let mut of = std::collections::HashMap::new();
    for format in Format::ALL {
        let bytes = written(app, &scene.unit, Some(&report), (&composed, seq), Words(report.lang()), format)
            .await
            .unwrap();
        of.insert(format.code(), bytes);
    }
    let pdf = read(&of["pdf"]);
    assert!(pdf.contains("Leto<&>»navednice«□Жаба,მარიამ,") && pdf.contains("أحمد"), "{pdf}");
    let html = String::from_utf8(of["html"].clone()).unwrap();
    assert!(html.contains("Leto &#60;&#38;&#62; »navednice« 🎉 Жаба") && !html.contains('⟦'), "{html}");

    let mut zip = zip::ZipArchive::new(Cursor::new(of["docx"].clone())).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let (document, styles) = (part("word/document.xml"), part("word/styles.xml"));
    assert!(document.contains("Leto &lt;&amp;&gt; »navednice« 🎉 Жаба") && styles.contains("sl-SI"));
    assert!(
        document.contains("<w:tblHeader/>")
            && document.contains("Heading1")
            && document.contains("w:tblDescription")
    );
    for name in [
        "word/document.xml",
        "word/styles.xml",
        "word/header1.xml",
        "word/footer1.xml",
        "word/numbering.xml",
        "docProps/core.xml",
        "[Content_Types].xml",
    ] {
        whole(&part(name)).unwrap_or_else(|why| panic!("{name}: {why}"));
    }

    let sheets = crate::table::read(&of["xlsx"], &crate::exchange::intake::LIMITS).unwrap();
    assert_eq!(sheets.len(), 2, "figures and their codebook");
    assert_eq!(sheets[0].rows.len(), composed.figures.len() + 1);
}

/// Whether every element is closed in its order.
pub fn whole(xml: &str) -> Result<(), String> {
    let mut open: Vec<&str> = Vec::new();
    for tag in xml.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').ok_or("a tag without an end")?;
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or("");
        match () {
            () if tag.starts_with('?') || tag.ends_with('/') => {}
            () if tag.starts_with('/') => {
                let last = open.pop();
                if last != Some(name) {
                    return Err(format!("{name} closes {last:?}"));
                }
            }
            () => open.push(name),
        }
    }
    if open.is_empty() { Ok(()) } else { Err(format!("{open:?} stays open")) }
}

#[tokio::test]
async fn every_template_can_be_set() {
    let scene = scene().await;
    for template in crate::reports::shelf::shipped() {
        let unit = match template.kinds.first().map(String::as_str) {
            Some("network") => scene.app.unit("mreza").await,
            Some("municipality") => scene.app.unit("ljubljana").await,
            _ => scene.unit.clone(),
        };
        let text = if template.periods.contains(&crate::measures::Length::Year) { "2025" } else { "2025-H1" };
        let period = crate::measures::Period::from_code(text).unwrap();
        for lang in crate::i18n::Lang::ALL {
            let (composed, seq) = making::live(&scene.app, &unit, &template, period, lang).await.unwrap();
            let pdf = written(&scene.app, &unit, None, (&composed, seq), Words(lang), Format::Pdf).await;
            assert!(pdf.as_ref().is_ok_and(|bytes| bytes.starts_with(b"%PDF")), "{}: {pdf:?}", template.code);
        }
    }
}

#[tokio::test]
async fn a_file_has_the_name_of_its_unit_and_period() {
    let scene = scene().await;
    let report = scene.finished().await;
    let answer = scene.app.get(&format!("{}/file/xlsx", scene.base(&report)), &scene.viewer.1).await;
    assert_eq!(answer.status, 200);
    let name = answer.headers["content-disposition"].to_str().unwrap();
    assert_eq!(name, "attachment; filename=\"mc-reka-centre-year-2025.xlsx\"");
    assert_eq!(
        scene.app.get(&format!("{}/file/doc", scene.base(&report)), &scene.viewer.1).await.status,
        404
    );
}
