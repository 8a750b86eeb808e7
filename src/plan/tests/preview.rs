//! What a file would change, number by number and fact by fact.

use super::SMALL;
use super::pages::{scene, send};

#[tokio::test]
async fn a_preview_says_which_numbers_and_facts_are_others() {
    let (app, coordinator) = scene().await;
    let look = async |changes: &[(&str, &str)]| {
        let text = changes.iter().fold(SMALL.to_owned(), |text, (was, is)| {
            assert!(text.contains(was), "{was}");
            text.replacen(was, is, 1)
        });
        send(&app, &coordinator, &[("file", text.as_bytes())]).await.body
    };
    let posts =
        "  { code = \"posts\", rule = \"at_most\", number = 2, up_to = 3, unit = { sl = \"objave\" } },";
    let camp = "  { code = \"camp\", rule = \"exactly\", number = 1, unit = { sl = \"tabor\" } },";
    let source = "en = \"trainings\" }, evidence = { from = \"hand\", what = \"trainings\" } }";
    for (changes, says) in [
        (&[(posts, camp)][..], "nov cilj »1 tabor«; brez cilja »največ 2–3 objave«."),
        (&[("en = \"trainings\" } }", source)], "od kod je številka cilja »vsaj 4 usposabljanja«."),
        (
            &[("en = \"trainings\"", "en = \"courses\"")],
            "besedilo cilja »vsaj 4 usposabljanja« v drugem jeziku.",
        ),
        (
            &[("budget = 12000\n", ""), ("role = \"lead\"", "role = \"partner\"")],
            "Vloga: »vodilni partner« → »partner«; Proračun: »12.000\u{a0}€« → prazno.",
        ),
        (&[("when = \"2027-02/2027-12\"", "when = \"2027-03\"")], "Kdaj: »februar–december« → »marec«."),
        (&[("po potrebah", "po meri")], "Drugače je: Kazalnik."),
    ] {
        let page = look(changes).await;
        assert!(page.contains(says), "{says}: {page}");
    }
}
