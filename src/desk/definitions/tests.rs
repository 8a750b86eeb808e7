use std::path::Path;

use super::{FIELDS, measures_document, privacy_document};
use crate::i18n::{Lang, Words};
use crate::measures::{Measure, Ratio};
use crate::testing::TestApp;

fn same(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name);
    if std::env::var("LOGBOOK_WRITE_DOCS").is_ok() {
        std::fs::write(&path, text).unwrap();
    }
    let stands = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        stands == text,
        "docs/{name} differs from locales/en/define.ftl. Write it anew with: \
         LOGBOOK_WRITE_DOCS=1 cargo test --locked definitions"
    );
}

#[test]
fn the_documents_say_what_the_pages_say() {
    same("measures.md", &measures_document());
    same("privacy.md", &privacy_document());
}

#[test]
fn every_measure_and_field_is_defined_in_every_language() {
    for w in Lang::ALL.map(Words) {
        for measure in Measure::ALL {
            for end in ["", "-what", "-formula"] {
                assert!(w.has(&format!("measure-{}{end}", measure.code())), "{} {end}", measure.code());
            }
            assert!(w.has(&format!("define-unit-{}", measure.unit())));
        }
        for code in Ratio::ALL.map(Ratio::code).into_iter().chain(["volunteers"]) {
            for end in ["", "-what", "-formula"] {
                assert!(w.has(&format!("measure-{code}{end}")), "{code} {end}");
            }
        }
        for field in FIELDS {
            for end in ["", "-what", "-example"] {
                assert!(w.has(&format!("define-{field}{end}")), "{field} {end}");
            }
        }
    }
}

#[tokio::test]
async fn anybody_may_read_what_counts_and_what_is_stored() {
    let app = TestApp::new().await;
    let answer = app.get("/definitions", "").await;
    assert_eq!(answer.status, 200);
    assert!(answer.body.contains("id=\"created_share\"") && answer.body.contains("id=\"field-gender\""));
    let answer = app.get("/privacy", "logbook_language=sl").await;
    assert!(answer.status == 200 && answer.body.contains("Kaj hranimo"));
    assert!(!answer.body.contains('⟦'));
    let answer = app.get("/privacy?lang=sl", "logbook_language=en").await;
    assert!(
        answer.body.contains("Kaj hranimo"),
        "whoever comes from a questionnaire reads on in its language"
    );
}
