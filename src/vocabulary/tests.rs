use proptest::prelude::*;
use uuid::Uuid;

use super::changing::bands;
use super::{Term, Vocabulary, store};
use crate::access::RoleKind;
use crate::testing::TestApp;

const WORDS: &str = "/units/mreza/mreza/words";

async fn terms(app: &TestApp) -> Vec<Term> {
    store::terms(&app.db, app.network_id).await.unwrap()
}

fn by_code<'t>(terms: &'t [Term], list: Vocabulary, code: &str) -> &'t Term {
    terms.iter().find(|term| term.vocabulary == list && term.code == code).unwrap()
}

proptest! {
    #[test]
    fn bands_take_every_age_once(ages in proptest::collection::btree_set(1..99i64, 0..14)) {
        let mut ages = ages;
        ages.extend([15, 30]);
        let cuts = ages.iter().map(i64::to_string).collect::<Vec<_>>().join(", ");
        match bands(&cuts) {
            Ok(bands) => {
                for age in 0..130 {
                    let holding = bands.iter().filter(|it| it.min_age <= age && it.max_age.is_none_or(|max| age <= max));
                    prop_assert_eq!(holding.count(), 1, "{}", age);
                }
                for cut in [15, 30] {
                    prop_assert!(bands.iter().any(|band| band.min_age == cut));
                }
            }
            Err(wrong) => prop_assert_eq!((ages.len() >= 12, wrong.key), (true, "bands-many")),
        }
    }
}

#[test]
fn bands_that_cannot_be_are_told() {
    for (cuts, key) in [
        ("", "bands-by-law"),
        ("10, 20, 30", "bands-by-law"),
        ("15", "bands-by-law"),
        ("30, 15", "bands-no-ages"),
        ("15, 15, 30", "bands-no-ages"),
        ("0, 15, 30", "bands-no-ages"),
        ("15, 30, 120", "bands-no-ages"),
        ("petnajst, 30", "bands-no-ages"),
        ("15.5, 30", "bands-no-ages"),
    ] {
        assert_eq!(bands(cuts).map_err(|wrong| wrong.key), Err(key), "{cuts}");
    }
    let labels = |cuts| bands(cuts).unwrap().iter().map(|band| band.label()).collect::<Vec<_>>().join(" ");
    assert_eq!(labels("15;30"), "0–14 15–29 30+");
    assert_eq!(labels(" 10 13,15 , 30"), "0–9 10–12 13–14 15–29 30+");
}

#[tokio::test]
async fn a_term_is_added_once_however_often_the_form_is_sent() {
    let app = TestApp::new().await;
    let (_, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    let fields = [
        ("id", "00000000-0000-0000-0000-000000000001"),
        ("list", "tag"),
        ("name_sl", "  Vrtnarjenje  na  strehi "),
        ("name_en", "Roof gardening"),
    ];
    for _ in 0..2 {
        let answer = app.post(WORDS, &coordinator, &fields).await;
        let page = app.get(&answer.location.unwrap(), &coordinator).await;
        assert!(page.body.contains("Dodano: Vrtnarjenje na strehi"), "{}", page.body);
    }
    let all = terms(&app).await;
    let new: Vec<_> = all.iter().filter(|term| term.id == Uuid::from_u128(1)).collect();
    assert_eq!((new.len(), new[0].code.as_str()), (1, "vrtnarjenje-na-strehi"));
    let last = all.iter().rfind(|term| term.vocabulary == Vocabulary::Tag).unwrap();
    assert_eq!(last.id, Uuid::from_u128(1), "behind the others");
}

#[tokio::test]
async fn what_cannot_be_added_is_told_and_what_was_typed_stays() {
    let app = TestApp::new().await;
    let (_, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    let long = "x".repeat(81);
    for (list, name, says) in [
        ("tag", "", "vsaj v enem jeziku"),
        ("tag", "druženje", "na tem seznamu že"),
        ("tag", "DRUZENJE", "na tem seznamu že"),
        ("tag", &*long, "največ 80 znakov"),
        ("emperor", "Vrt", "Izberi seznam"),
    ] {
        let fields = [("id", "00000000-0000-0000-0000-000000000001"), ("list", list), ("name_sl", name)];
        let answer = app.post(WORDS, &coordinator, &fields).await;
        assert_eq!(answer.status, 422, "{name}");
        assert!(answer.body.contains(says) && answer.body.contains(&format!("value=\"{name}\"")), "{name}");
    }
    let elsewhere =
        [("id", "00000000-0000-0000-0000-000000000001"), ("list", "reason"), ("name_sl", "Druženje")];
    assert_eq!(app.post(WORDS, &coordinator, &elsewhere).await.status, 303, "another list is another matter");
}

#[tokio::test]
async fn a_term_is_reworded_retired_and_brought_back_and_never_gone() {
    let app = TestApp::new().await;
    let (_, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    let before = terms(&app).await;
    let (sport, culture) =
        (by_code(&before, Vocabulary::Tag, "sport"), by_code(&before, Vocabulary::Tag, "culture"));
    let path = format!("{WORDS}/{}", sport.id);
    let taken = app.post(&path, &coordinator, &[("name_sl", "Kultura in ustvarjalnost")]).await;
    assert_eq!(taken.status, 422);
    app.post(&path, &coordinator, &[("name_sl", "Šport in gibanje"), ("name_en", "Sport")]).await;
    let now = terms(&app).await;
    let reworded = by_code(&now, Vocabulary::Tag, "sport");
    assert_eq!((reworded.id, reworded.label.read("sl")), (sport.id, "Šport in gibanje"), "the same term");

    let retirement = format!("{path}/retirement");
    let weather = by_code(&before, Vocabulary::Reason, "weather").id.to_string();
    for wrong in [&*weather, &*sport.id.to_string(), "x"] {
        assert_eq!(
            app.post(&retirement, &coordinator, &[("replaced_by", wrong)]).await.status,
            422,
            "{wrong}"
        );
    }
    for _ in 0..2 {
        let by = [("replaced_by", &*culture.id.to_string())];
        assert_eq!(app.post(&retirement, &coordinator, &by).await.status, 303);
    }
    let now = terms(&app).await;
    let retired = by_code(&now, Vocabulary::Tag, "sport");
    assert_eq!((retired.retired_on, retired.replaced_by), (Some(app.today()), Some(culture.id)));
    let (_, mentor) = app.person(RoleKind::Mentor, "mc-reka").await;
    let offered = app.get("/units/mreza/mc-reka/activities/new", &mentor).await;
    assert!(!offered.body.contains("Šport in gibanje"), "no longer offered");

    app.post(&format!("{path}/return"), &coordinator, &[]).await;
    let now = terms(&app).await;
    let back = by_code(&now, Vocabulary::Tag, "sport");
    assert_eq!((back.retired_on, back.replaced_by, now.len()), (None, None, before.len()));
}

#[tokio::test]
async fn new_bands_hold_from_a_day_to_come() {
    let app = TestApp::new().await;
    let (_, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    let path = "/units/mreza/mreza/age-bands";
    let set = |from: &'static str, cuts: &'static str| {
        let (app, coordinator) = (&app, &coordinator);
        async move { app.post(path, coordinator, &[("from", from), ("cuts", cuts)]).await }
    };
    assert_eq!(set("2021-01-01", "15, 30").await.status, 303, "nothing is recorded yet");
    let mut tx = app.db.begin().await.unwrap();
    tx.run("update network set change_seq = 1", vec![]).await.unwrap();
    tx.commit().await.unwrap();
    for (from, cuts, says) in [
        ("2026-10-15", "15, 30", "ne morejo veljati za nazaj"),
        ("", "15, 30", "Izberi dan"),
        ("2027-01-01", "10, 20", "15 do 29"),
    ] {
        let answer = set(from, cuts).await;
        assert_eq!(answer.status, 422);
        assert!(
            answer.body.contains(says) && answer.body.contains(&format!("value=\"{cuts}\"")),
            "{}",
            answer.body
        );
    }
    assert_eq!(set("2027-01-01", "12, 15, 18, 30").await.status, 303);
    assert!(set("2027-01-01", "15, 30").await.body.contains("Od tega dne že veljajo"));
    let on = |day: &str| store::age_bands(&app.db, app.network_id, day.parse().unwrap());
    assert_eq!(on("2026-12-31").await.unwrap().len(), 3);
    assert_eq!(on("2027-01-01").await.unwrap().len(), 5);
    let page = app.get(path, &coordinator).await;
    assert!(page.body.contains("0–11, 12–14, 15–17, 18–29, 30+"), "{}", page.body);
}
