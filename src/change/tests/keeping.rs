//! Saved while somebody types: kept beside what others write, told in words, and gone once nobody needs it.

use chrono::Duration;

use super::{Scene, scene};
use crate::change::making::At;
use crate::change::store::{self, words};
use crate::db::Conn;

async fn notes(it: &Scene) -> (String, i64) {
    let at = At { unit: &it.unit, it: &it.it };
    let step = store::step_at(&it.app.db, at, 2, i64::MAX).await.unwrap().unwrap();
    (step.what.notes, step.version)
}

#[tokio::test]
async fn it_says_when_it_was_saved_and_the_button_finds_nothing_more_to_do() {
    let it = scene().await;
    let (status, answer) = it.ask("/steps/2", &it.worker, &[("version", "0"), ("notes", "Luči")]).await;
    assert_eq!((status, answer["version"].as_i64()), (200, Some(1)), "{answer}");
    assert!(answer["says"].as_str().unwrap().starts_with("Shranjeno ob "), "{answer}");
    // What may have arrived is sent once more.
    let (_, again) = it.ask("/steps/2", &it.worker, &[("version", "0"), ("notes", "Luči")]).await;
    assert_eq!(again["version"], 1);
    let more = [("version", "1"), ("notes", "Luči in klop"), ("was_notes", "Luči")];
    assert_eq!(it.ask("/steps/2", &it.worker, &more).await.1["version"], 2);
    let pressed = it.post("/steps/2", &it.worker, &[("version", "2"), ("notes", "Luči in klop")]).await;
    assert_eq!(pressed.status, 303);
    assert_eq!(notes(&it).await, ("Luči in klop".into(), 2));
    assert!(it.get("/steps/2", &it.worker).await.body.contains("data-keep"));
}

#[tokio::test]
async fn two_who_type_at_once_are_both_kept_though_neither_sees_the_other() {
    let it = scene().await;
    let type_in = async |cookie: &str, was: &str, now: &str| {
        it.ask("/steps/2", cookie, &[("version", "0"), ("was_notes", was), ("notes", now)]).await
    };
    type_in(&it.worker, "", "Luči").await;
    let (_, answer) = type_in(&it.mentor, "", "Klop").await;
    assert!(answer["says"].as_str().unwrap().contains("medtem zapisal nekdo drug"), "{answer}");
    type_in(&it.worker, "Luči", "Luči pri podhodu").await;
    type_in(&it.mentor, "Klop", "Klop pod lipo").await;
    assert_eq!(notes(&it).await.0, "Luči pri podhodu\nKlop pod lipo");
    // The same line, each otherwise: nothing is saved, and it says so.
    type_in(&it.mentor, "Klop pod lipo\nKo", "Klop pod lipo\nKoši").await;
    let seen = "Luči pri podhodu\nKlop pod lipo";
    let (status, answer) = type_in(&it.worker, "Luči", "Luči povsod").await;
    assert_eq!((status, answer["over"].as_bool()), (422, Some(true)), "{answer}");
    let says = answer["says"].as_str().unwrap();
    assert!(says.contains("mentor mc-reka") && says.contains("»Shrani korak«"), "{says}");
    assert!(notes(&it).await.0.starts_with(seen));
    // The button shows both.
    let page =
        it.post("/steps/2", &it.worker, &[("version", "1"), ("was_notes", "Luči"), ("notes", "Luči povsod")]);
    let page = page.await;
    assert_eq!(page.status, 409);
    assert!(page.body.contains("Luči pri podhodu") && page.body.contains("Luči povsod"), "{}", page.body);
    assert!(!page.body.contains("data-keep"), "whoever decides presses the button");
}

#[tokio::test]
async fn what_cannot_be_saved_yet_is_said() {
    let it = scene().await;
    let (status, answer) = it.ask("/steps/2", &it.worker, &[("version", "0"), ("done_on", "jutri")]).await;
    assert_eq!((status, answer["over"].as_bool()), (422, Some(false)));
    assert!(answer["says"].as_str().unwrap().starts_with("Še ni shranjeno: Vpiši dan"), "{answer}");
    let (status, _) = it.ask("/steps/2", &it.viewer, &[("version", "0"), ("notes", "x")]).await;
    assert_eq!(status, 403);
    let aim = format!("/aims/{}", it.app.ids.ordered());
    let (status, answer) = it.ask(&aim, &it.worker, &[("version", "0"), ("aim", "Varno")]).await;
    assert!(status == 422 && answer["says"].as_str().unwrap().contains("Izberi področje"), "{answer}");
}

#[tokio::test]
async fn aims_and_what_is_told_are_saved_the_same_way() {
    let it = scene().await;
    let of_aim = [("version", "0"), ("aim", "Varno"), ("measure", "luči"), ("year", "2027")];
    let of_said = [("version", "0"), ("said_sl", "Temno je.")];
    for (rest, first, other) in [
        (format!("/aims/{}", it.app.ids.ordered()), &of_aim[..], ("aim", "Varno domov")),
        (format!("/said/{}", it.app.ids.ordered()), &of_said[..], ("said_sl", "Zelo temno je.")),
    ] {
        for _ in 0..2 {
            let (status, answer) = it.ask(&rest, &it.worker, first).await;
            assert_eq!((status, answer["version"].as_i64()), (200, Some(1)), "{answer}");
        }
        let with = |version: &'static str, other: (&'static str, &'static str)| {
            let mut fields = first.to_vec();
            fields.retain(|(name, _)| *name != "version" && *name != other.0);
            fields.extend([("version", version), other]);
            fields
        };
        assert_eq!(it.ask(&rest, &it.mentor, &with("1", other)).await.1["version"], 2);
        let (status, answer) = it.ask(&rest, &it.worker, &with("1", (other.0, "Drugače"))).await;
        assert_eq!((status, answer["over"].as_bool()), (422, Some(true)), "{answer}");
        assert!(answer["says"].as_str().unwrap().contains("mentor mc-reka"), "{answer}");
    }
}

#[tokio::test]
async fn what_a_page_saved_by_itself_goes_once_something_newer_stands() {
    let it = scene().await;
    it.post("/steps/2", &it.worker, &[("version", "0"), ("notes", "a")]).await;
    for (was, now) in [("a", "ab"), ("ab", "abc"), ("abc", "abcd")] {
        it.ask("/steps/2", &it.worker, &[("version", "1"), ("was_notes", was), ("notes", now)]).await;
    }
    let left = async |days: i64| {
        let mut tx = it.app.db.begin().await.unwrap();
        let before = it.app.clock.now() - Duration::days(days);
        words::remove_passing(&mut tx, it.unit.network.id, before).await.unwrap();
        tx.commit().await.unwrap();
        let all: Vec<(i64, String)> = Conn::from(&it.app.db)
            .all("select version, notes from change_step order by version", vec![])
            .await
            .unwrap();
        all
    };
    assert_eq!(left(1).await.len(), 4, "somebody may still work on from it");
    it.app.wait(Duration::days(2));
    assert_eq!(left(1).await, [(1, "a".to_owned()), (4, "abcd".to_owned())]);
    // Somebody who still has a version before them that is gone: compared with the one before it, nothing is lost.
    let old = [("version", "3"), ("notes", "abc"), ("planned_on", "2026-11-20")];
    assert_eq!(it.post("/steps/2", &it.mentor, &old).await.status, 409);
    assert_eq!(notes(&it).await, ("abcd".into(), 4));
}
