//! Photos beside stories, and the unit's colour and logo: there as long as nobody takes them back.

use std::io::{Cursor, Read};
use std::process::{Command, Stdio};

use proptest::prelude::*;
use uuid::Uuid;

use super::{Scene, scene};
use crate::files::{self, Put, Typed};
use crate::i18n::Words;
use crate::reports::report::{Chosen, Report};
use crate::reports::{Format, making, reading, store, written};
use crate::testing::photo;
use crate::units::look::{Colour, Tones, WHITE, set_colour};

const CAPTION: &str = "Oder iz palet & luči";

fn story() -> Typed {
    Typed { story: true, people: true, agreed: true, caption: CAPTION.into(), ..Typed::default() }
}

impl Scene {
    async fn put(&self, entry: usize, id: u128, typed: &Typed) {
        let at = (self.entries[entry].id, Uuid::from_u128(id));
        let put = self.app.put_photo(&self.worker.0, "mc-reka", at, u8::try_from(id).unwrap(), typed).await;
        assert!(matches!(put, Put::Kept(..)), "{put:?}");
    }

    /// A year's report that tells these entries.
    async fn telling(&self, told: &[(usize, bool)]) -> Report {
        let report = self.begin("centre-year", "2025").await;
        let one = |(at, bare): &(usize, bool)| Chosen {
            entry: self.entries[*at].id,
            words: format!("Zgodba {at}"),
            bare: *bare,
        };
        let body = serde_json::to_string(&told.iter().map(one).collect::<Vec<_>>()).unwrap();
        making::save(&self.app, &self.worker.0, &self.unit, report.id, "stories", 0, &body).await.unwrap();
        report
    }

    async fn file(&self, report: &Report, format: Format) -> Vec<u8> {
        let report = store::find(&self.app.db, self.unit.network.id, report.id).await.unwrap().unwrap();
        let (composed, seq) = reading::read(&self.app, &self.unit, &report).await.unwrap();
        let w = Words(report.lang());
        written(&self.app, &self.unit, Some(&report), (&composed, seq), w, format).await.unwrap()
    }
}

/// What poppler's programs say of a PDF.
fn told(program: &str, args: &[&str], pdf: &[u8]) -> String {
    let mut program = Command::new(program);
    let mut child = program
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut into = child.stdin.take().unwrap();
    let pdf = pdf.to_vec();
    let wrote = std::thread::spawn(move || std::io::Write::write_all(&mut into, &pdf));
    let said = child.wait_with_output().unwrap();
    wrote.join().unwrap().unwrap();
    assert_eq!(String::from_utf8_lossy(&said.stderr), "", "what it finds wrong");
    String::from_utf8_lossy(&said.stdout).into_owned()
}

fn holds(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|part| part == what)
}

#[tokio::test]
async fn a_story_is_shown_with_its_photo_in_every_form_until_it_is_taken_back() {
    let scene = scene().await;
    let app = &scene.app;
    scene.put(0, 1, &story()).await;
    // Proof alone, and one that nobody wants to see: neither is shown.
    scene.put(1, 2, &Typed { proof: true, caption: "List".into(), ..Typed::default() }).await;
    scene.put(2, 3, &Typed { story: true, caption: "Stena".into(), ..Typed::default() }).await;
    let report = scene.telling(&[(0, false), (1, false), (2, true)]).await;
    let page = app.get(&scene.base(&report), &scene.worker.1).await.body;
    let shown = format!("src=\"{}/photos/{}\"", scene.base(&report), Uuid::from_u128(1));
    assert!(page.contains(&shown) && page.contains("alt=\"Oder iz palet &#38; luči\""), "{page}");
    assert_eq!(page.matches("class=\"photo\"").count(), 1);
    let form = app.get(&format!("{}/sections/stories", scene.base(&report)), &scene.worker.1).await.body;
    assert!(
        form.contains("· s fotografijo</option>") && form.contains("name=\"bare_2\" value=\"1\" checked"),
        "{form}"
    );
    making::finish(app, &scene.mentor.0, &scene.unit, report.id).await.unwrap();

    // Whoever sees figures only sees what was told, and no other picture.
    let at = |id: u128| format!("{}/photos/{}", scene.base(&report), Uuid::from_u128(id));
    let seen = app.get(&at(1), &scene.viewer.1).await;
    assert_eq!((seen.status.as_u16(), seen.headers["content-type"].to_str().unwrap()), (200, "image/jpeg"));
    for id in [2, 3, 4] {
        assert_eq!(app.get(&at(id), &scene.viewer.1).await.status, 404, "{id}");
    }
    let pdf = scene.file(&report, Format::Pdf).await;
    assert!(holds(&pdf, b"/DCTDecode"), "the points as they are kept");
    let tags = told("pdfinfo", &["-struct-text", "-"], &pdf);
    assert!(tags.contains("Figure"), "{tags}");
    let html = String::from_utf8(scene.file(&report, Format::Html).await).unwrap();
    assert!(html.contains("src=\"data:image/jpeg;base64,/9j/"), "{html}");
    let mut zip = zip::ZipArchive::new(Cursor::new(scene.file(&report, Format::Docx).await)).unwrap();
    let mut part = |name: &str| {
        let mut bytes = Vec::new();
        zip.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
        bytes
    };
    assert!(part("word/media/photo-0.jpg").starts_with(b"\xff\xd8\xff"));
    let document = String::from_utf8(part("word/document.xml")).unwrap();
    assert!(
        document.contains("descr=\"Oder iz palet &amp; luči\"") && document.contains("r:embed=\"photo0\"")
    );
    super::files::whole(&document).unwrap();
    assert!(String::from_utf8(part("word/_rels/document.xml.rels")).unwrap().contains("media/photo-0.jpg"));

    // Somebody takes their consent back: the words stay, the photo is gone everywhere.
    let of = (scene.entries[0].id, Uuid::from_u128(1));
    files::remove(app, &scene.worker.0, &scene.unit, of).await.unwrap();
    let page = app.get(&scene.base(&report), &scene.viewer.1).await.body;
    assert!(page.contains("Fotografija je bila odstranjena.") && page.contains("Zgodba 0"), "{page}");
    assert!(!page.contains("class=\"photo\""));
    assert_eq!(app.get(&at(1), &scene.viewer.1).await.status, 404);
    let pdf = scene.file(&report, Format::Pdf).await;
    assert!(!holds(&pdf, b"/DCTDecode"));
    assert!(told("pdftotext", &["-", "-"], &pdf).contains("Fotografija je bila odstranjena."));
    let html = String::from_utf8(scene.file(&report, Format::Html).await).unwrap();
    assert!(!html.contains("data:image/jpeg") && html.contains("Fotografija je bila odstranjena."));
    let docx = scene.file(&report, Format::Docx).await;
    assert!(zip::ZipArchive::new(Cursor::new(docx)).unwrap().by_name("word/media/photo-0.jpg").is_err());
}

#[tokio::test]
async fn an_evening_with_a_photo_is_offered_before_larger_ones() {
    let scene = scene().await;
    scene.put(20, 1, &Typed { proof: true, caption: "List".into(), ..Typed::default() }).await;
    scene.put(30, 2, &story()).await;
    let days = (scene.entries[0].local_date, scene.entries[35].local_date);
    let network_id = scene.unit.network.id;
    let all = store::candidates(&scene.app.db, network_id, &[scene.unit.id], days, 2).await.unwrap();
    let ids: Vec<Uuid> = all.iter().map(|it| it.id).collect();
    assert_eq!(ids, [scene.entries[30].id, scene.entries[0].id]);
}

#[tokio::test]
async fn whoever_may_not_be_told_any_more_is_in_no_draft_and_no_report() {
    let scene = scene().await;
    scene.put(0, 1, &story()).await;
    let draft = scene.telling(&[(0, false)]).await;
    let at = (scene.entries[0].id, Uuid::from_u128(1));
    let photo = format!("{}/photos/{}", scene.base(&draft), at.1);
    assert_eq!(scene.app.get(&photo, &scene.worker.1).await.status, 200);
    assert_eq!(scene.app.get(&photo, &scene.viewer.1).await.status, 403, "a draft is for those who write");
    let back = Typed { agreed: false, story: false, proof: true, ..story() };
    assert!(files::change(&scene.app, &scene.worker.0, &scene.unit, at, &back).await.unwrap().is_empty());
    assert_eq!(scene.app.get(&photo, &scene.worker.1).await.status, 404);
    let page = scene.app.get(&scene.base(&draft), &scene.worker.1).await.body;
    assert!(!page.contains("class=\"photo\"") && !page.contains("odstranjena"), "a draft says nothing of it");
}

#[tokio::test]
async fn a_report_is_in_the_units_colour_and_carries_its_logo() {
    let scene = scene().await;
    let (app, unit) = (&scene.app, &scene.unit);
    let report = scene.finished().await;
    let plain = String::from_utf8(scene.file(&report, Format::Html).await).unwrap();
    assert!(plain.contains("background-color: #00444c") && !plain.contains("class=\"logo\""));
    let mut tx = app.db.begin().await.unwrap();
    set_colour(&mut tx, unit.network.id, unit.id, Colour::from_hex("#7a1f5c")).await.unwrap();
    tx.commit().await.unwrap();
    let logo = files::read_logo(photo(9)).await.unwrap().unwrap();
    files::put_logo(app, &scene.mentor.0, unit, &logo).await.unwrap();
    let html = String::from_utf8(scene.file(&report, Format::Html).await).unwrap();
    assert!(html.contains("background-color: #7a1f5c") && html.contains("src=\"data:image/png;base64,"));
    assert!(html.contains("alt=\"Enota mc-reka\""), "the logo says whose it is");
    let pdf = scene.file(&report, Format::Pdf).await;
    assert!(told("pdfinfo", &["-"], &pdf).contains("Tagged:          yes"));
    assert!(holds(&pdf, b"/Subtype/Image") || holds(&pdf, b"/Subtype /Image"), "the logo");
    let mut zip = zip::ZipArchive::new(Cursor::new(scene.file(&report, Format::Docx).await)).unwrap();
    let mut styles = String::new();
    zip.by_name("word/styles.xml").unwrap().read_to_string(&mut styles).unwrap();
    assert!(styles.contains("7A1F5C") && !styles.contains('#') && !styles.contains("00444C"), "{styles}");
    assert!(zip.by_name("word/media/logo.png").is_ok());
    // A page of one sheet, too.
    let short = scene.begin("council-page", "2025").await;
    assert!(scene.file(&short, Format::Pdf).await.starts_with(b"%PDF-"));
}

proptest! {
    #[test]
    fn words_can_be_read_in_every_colour(red: u8, green: u8, blue: u8) {
        let tones = Tones::of(Some(Colour(red, green, blue)));
        // White words on the cover, smaller ones beside them, and headings on paper.
        prop_assert!(WHITE.contrast(tones.main) >= 4.5);
        prop_assert!(tones.pale.contrast(tones.main) >= 4.5);
        prop_assert!(tones.main.contrast(tones.paper) >= 4.5);
    }
}
