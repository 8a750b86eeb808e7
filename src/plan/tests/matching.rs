//! What a table made by hand says of parts that stand, and what the look before it says.

use super::read;
use crate::i18n::{Lang, Words};
use crate::plan::difference::Difference;
use crate::plan::matching::found_again;
use crate::plan::{making, preview};
use crate::testing::TestApp;

fn sheet(rows: &[&str]) -> Vec<u8> {
    let mut all = vec!["Področje;Aktivnost;Kdaj;Število;Enota"];
    all.extend(rows);
    all.join("\n").into_bytes()
}

const BEFORE: [&str; 4] = [
    "Razvoj;Akademija usposabljanj;februar;4;usposabljanja",
    ";Redno srečanje članic;marec;2;srečanji",
    ";Pohod;april;;",
    "Vidnost;Glasilo;maj;12;številk",
];

#[test]
fn what_is_only_worded_anew_keeps_its_code() {
    let before = read(&sheet(&BEFORE), Some(2027)).unwrap();
    let after = sheet(&[
        "Razvoj;Akademija rednih usposabljanj;februar;4;usposabljanja",
        ";Klub;marec;2;srečanji",
        ";Tabor;april;;",
        "Prepoznavnost in vidnost;Glasilo;maj;12;številk",
    ]);
    let after = found_again(read(&after, Some(2027)).unwrap(), &before);
    let codes: Vec<&str> = after.parts.iter().map(|it| it.code.as_str()).collect();
    let stood: Vec<&str> = before.parts.iter().map(|it| it.code.as_str()).collect();
    // A name alike, the same numbers, the same months; an area by its name, and what is in it goes along.
    assert_eq!(codes, stood);
    assert_eq!(after.part("glasilo").unwrap().within, "vidnost");
    let other = sheet(&["Razvoj;Akademija usposabljanj;februar;4;usposabljanja", ";Izlet;junij;;"]);
    let other = found_again(read(&other, Some(2027)).unwrap(), &before);
    assert!(other.part("izlet").is_some(), "it is another one: {other:?}");
    assert_eq!(found_again(before.clone(), &before), before);
}

#[tokio::test]
async fn the_look_names_what_comes_changes_and_goes() {
    let app = TestApp::new().await;
    let root = app.unit("mreza").await;
    let before = read(&sheet(&BEFORE), Some(2027)).unwrap();
    making::bring_in(&app, None, &root, &before, None).await.unwrap().unwrap();
    let after = sheet(&[
        "Razvoj;Akademija rednih usposabljanj;februar;5;usposabljanja",
        ";Redno srečanje članic;oktober;2;srečanji",
        ";Izlet;junij;;",
        "Vidnost;Glasilo;maj;12;številk",
    ]);
    let after = found_again(read(&after, Some(2027)).unwrap(), &before);
    let kept = making::find(&app, &root, 2027).await.unwrap();
    let difference = Difference::between(kept.as_ref(), &after);
    let told = preview::parts(&app, Words(Lang::Sl), &root, kept.as_ref(), (&after, &difference));
    assert_eq!(
        told.await.unwrap(),
        [
            "Doda: Izlet (Aktivnost).",
            "Preimenuje: »Akademija usposabljanj« bo »Akademija rednih usposabljanj«. Drugače je tudi: Cilj: »vsaj 4 usposabljanja« → \
             »vsaj 5 usposabljanja«.",
            "Spremeni: Redno srečanje članic (Aktivnost). Drugače je: Kdaj: »marec« → »oktober«.",
            "Odstrani: Pohod (Aktivnost).",
        ]
    );
}
