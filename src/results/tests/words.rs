//! What young people wrote, and the looking through of it.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::scene::scene;
use crate::access::RoleKind;
use crate::results::words::{MASK, masked, pieces};

#[test]
fn a_name_is_a_capital_letter_where_no_sentence_begins() {
    let named = |text: &str| -> Vec<String> {
        pieces(text).into_iter().filter(|piece| piece.named).map(|piece| piece.text).collect()
    };
    assert_eq!(named("Všeč mi je, ker je tam Ana. Tudi Jaka-Peter!"), ["Ana", "Jaka-Peter"]);
    assert!(named("Glasba. Biljard! Dobri ljudje\nTopel prostor").is_empty());
    assert_eq!(
        masked("Tam je Ana, in Ana kuha.", &BTreeSet::from([2])),
        format!("Tam je {MASK}, in Ana kuha.")
    );
}

proptest! {
    #[test]
    fn pieces_put_together_are_the_text(text in "\\PC{0,60}") {
        let all = pieces(&text);
        let whole: String = all.iter().map(|piece| piece.text.as_str()).collect();
        prop_assert_eq!(&whole, &text);
        let words: Vec<usize> = all.iter().filter_map(|piece| piece.word).collect();
        prop_assert_eq!(&words, &(0..words.len()).collect::<Vec<_>>());
        prop_assert_eq!(masked(&text, &BTreeSet::new()), text);
    }
}

#[tokio::test]
async fn nobody_there_reads_them_before_somebody_above_has_masked_the_names() {
    let s = scene().await;
    let code = s.opened("Evalvacija 2026", "2026-10-05", "2026-10-25").await;
    s.answer_with(&code, "mc-reka", 20, 16, 4, Some("Rad pridem, ker je tam Ana iz kuhinje.")).await;
    s.answer_with(&code, "mc-most", 4, 4, 4, Some("Nekaj napisanega.")).await;
    s.close(&code).await;
    crate::results::release(&s.app, &s.me, &s.root, &code).await.unwrap();
    let (_, worker) = s.app.person(RoleKind::Worker, "mc-reka").await;
    let (_, mentor) = s.app.person(RoleKind::Mentor, "mc-reka").await;
    let (_, viewer) = s.app.person(RoleKind::Viewer, "ljubljana").await;
    let at = |what: &str| format!("/units/mreza/mc-reka/results/{code}/{what}");
    let waiting = s.app.get(&at("words"), &worker).await;
    assert!(waiting.body.contains("še ni nihče pregledal") && !waiting.body.contains("kuhinje"));
    assert_eq!(s.app.get(&at("words"), &viewer).await.status, 403, "figures only");
    assert_eq!(s.app.get(&at("review"), &mentor).await.status, 403, "not by the unit itself");
    let review = s.app.get(&at("review"), &s.cookie).await;
    assert!(review.body.contains("class=\"word named\" name=\"word\" value=\"5\""), "{}", review.body);
    let few = s.app.get(&format!("/units/mreza/mc-most/results/{code}/review"), &s.cookie).await;
    assert!(few.body.contains("Tu ni besedil") && !few.body.contains("napisanega"), "too few to be shown");
    let id = review.body.split("id=\"a-").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let press = async |name: &str, word: &str| {
        s.app.post(&at("review/masks"), &s.cookie, &[("answer", &id), (name, word)]).await
    };
    for (name, word) in [("word", "5"), ("word", "1"), ("stand", "1"), ("word", "5")] {
        let done = press(name, word).await;
        assert_eq!(done.location, Some(format!("{}#a-{id}", at("review"))), "{}", done.body);
    }
    assert_eq!(press("word", "99").await.status, 404);
    for _ in 0..2 {
        s.app.post(&at("review/completion"), &s.cookie, &[]).await;
    }
    let read = s.app.get(&at("words"), &worker).await;
    let kept = read.body.matches("ker je tam Ana iz kuhinje").count();
    assert_eq!(
        (read.body.matches("ker je tam […] iz kuhinje").count(), kept),
        (1, 35),
        "the one that was pressed"
    );
    let sql = "select text from open_answer";
    let texts: Vec<(String,)> = crate::db::Conn::from(&s.app.db).all(sql, crate::args![]).await.unwrap();
    assert_eq!(texts.iter().filter(|(text,)| text.contains(MASK)).count(), 1, "for good");
}
