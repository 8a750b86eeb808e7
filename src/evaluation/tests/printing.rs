//! What is printed: whole on one sheet, whatever a unit is called, and readable by others' programs.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::Value;

use super::{Scene, scene};
use crate::access::RoleKind;
use crate::evaluation::acts;
use crate::evaluation::printing::{Printed, Size, languages, minutes};
use crate::evaluation::standing::{Evaluation, Place};
use crate::evaluation::store;
use crate::i18n::{Spoken, Text18};
use crate::questionnaires::shipped;
use crate::units::Unit;

/// How many pages, and their text without gaps: how wide one must be to count is every reader's own matter.
pub fn read(pdf: &[u8]) -> (usize, String) {
    let mut child = Command::new("pdftotext")
        .args(["-raw", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("poppler's programs are there");
    child.stdin.take().unwrap().write_all(pdf).unwrap();
    let text = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
    // Each page ends with a form feed.
    (text.matches('\u{c}').count(), text.split_whitespace().collect())
}

pub fn set(template: &'static str, data: Value) -> (usize, String) {
    read(&typeset::pdf(typeset::Document { template, data, pictures: &[] }).unwrap())
}

pub async fn spot(s: &Scene) -> (Evaluation, Place, Unit) {
    let network_id = s.root.network.id;
    let it = store::of_network(&s.app.db, network_id).await.unwrap().remove(0);
    let unit = s.app.unit("mc-reka").await;
    let places = store::places(&s.app.db, network_id, it.id).await.unwrap();
    let place = places.into_iter().find(|place| place.unit_id == unit.id).unwrap();
    (it, place, unit)
}

const POSTER: &str = include_str!("../web/poster.typ");

#[tokio::test]
async fn a_poster_is_one_sheet_in_each_language_and_size() {
    let s = scene().await;
    s.made().await;
    let (mut evaluation, place, mut unit) = spot(&s).await;
    let content = &shipped()[0].content;
    assert_eq!(languages(content).iter().map(|it| it.lang()).collect::<Vec<_>>(), ["sl", "en"]);
    let long =
        "Mladinski informacijski in kulturni center Zasavskosavinjskokamniškodomžalskih prijateljev 🎉";
    let host = "dnevnik.mladinska-mreza-vseh-slovenskih-centrov-in-drustev.primer.example.org";
    for (name, host, contact) in [
        ("Reka", "youth.si", "mreza@example.org".to_owned()),
        (long, host, format!("Marjeta, {}@{host}", "m".repeat(30))),
    ] {
        unit.name = Text18::one("sl", name.repeat(if name == long { 2 } else { 1 }));
        evaluation.contact = contact;
        let href = format!("https://{host}/a/{}", place.address);
        for (w, size) in [(Spoken::nearest("sl"), Size::A4), (Spoken::nearest("en"), Size::A3)] {
            let of = (&unit, &evaluation, &place, &*href);
            let it = Printed { w, unit: of.0, evaluation: of.1, place: of.2, content, href: of.3 };
            let (pages, text) = set(POSTER, it.poster(size).unwrap());
            assert_eq!(pages, 1, "{text}");
            let heading = if w.lang() == "sl" { "Povej, kako je tukaj." } else { "Tell us how it is here." };
            let address = format!("/a/{}", place.address);
            let until = w.date(evaluation.last_on());
            for says in [heading, &address, &until, "Slovenščina, English", &w.tr("poster-unlinked")] {
                let says: String = says.split_whitespace().collect();
                assert!(text.contains(&says), "{says}: {text}");
            }
        }
    }
}

#[test]
fn it_takes_as_long_as_its_questions() {
    let mut content = shipped()[0].content.clone();
    let whole = minutes(&content);
    assert!((4..=8).contains(&whole), "{whole}");
    content.items.truncate(1);
    assert_eq!(minutes(&content), 1);
    content.items.clear();
    assert_eq!(minutes(&content), 0);
}

#[tokio::test]
async fn whoever_works_there_prints_it_until_it_closes() {
    let s = scene().await;
    let (code, address) = s.opened().await;
    let elsewhere = s.address(&code, "mc-most").await;
    let (_, worker) = s.app.person(RoleKind::Worker, "mc-reka").await;
    let own = s.app.get("/units/mreza/mc-reka/voice", &worker).await;
    for size in ["a4", "a3"] {
        let href = format!("/units/mreza/mc-reka/voice/{address}/poster/{size}?lang=en");
        assert!(own.body.contains(&href), "{}", own.body);
        let poster = s.app.get(&href, &worker).await;
        assert_eq!(
            (poster.status.as_u16(), &poster.headers["content-type"]),
            (200, &"application/pdf".parse().unwrap())
        );
        assert!(poster.body.starts_with("%PDF"));
        let name = format!("inline; filename=\"mc-reka-open-{size}-en.pdf\"");
        assert_eq!(poster.headers["content-disposition"], *name);
    }
    for nothing in
        [format!("{address}/poster/a0"), format!("{elsewhere}/poster/a4"), "nonsense/poster/a4".into()]
    {
        let href = format!("/units/mreza/mc-reka/voice/{nothing}");
        assert_eq!(s.app.get(&href, &worker).await.status, 404, "{nothing}");
    }
    acts::close(&s.app, &s.me, &s.root, &code).await.unwrap();
    assert_eq!(
        s.app.get(&format!("/units/mreza/mc-reka/voice/{address}/poster/a4"), &worker).await.status,
        404
    );
}
