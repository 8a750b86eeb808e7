//! What the same person records a second time: asked about, decided at once, and never waiting for others.

use uuid::Uuid;

use super::pages::{Evening, UNIT};
use super::settling::typed;
use crate::access::RoleKind;
use crate::activities::store::{entries, versions};
use crate::testing::Answer;

const ID: Uuid = Uuid::from_u128(1);
/// What a page that one went back to is made with: another id.
const AGAIN: Uuid = Uuid::from_u128(2);

/// Twelve came; no, nineteen, on the page before.
async fn asked() -> (Evening, Answer) {
    let evening = Evening::new().await;
    evening.send(ID, &[("participant_total", "12"), ("note", "Turnir & klepet.")]).await;
    let answer = evening.send(AGAIN, &[("participant_total", "19"), ("note", "Turnir & klepet.")]).await;
    assert_eq!(answer.status, 409, "{}", answer.body);
    for words in ["To je že zapisano", "Popravi na zdaj vpisano", "To sta dva ločena termina"] {
        assert!(answer.body.contains(words), "{words}: {}", answer.body);
    }
    (evening, answer)
}

async fn nothing_waits(evening: &Evening) {
    let (_, mentor) = evening.app.person(RoleKind::Mentor, "mc-reka").await;
    for who in [&evening.cookie, &mentor] {
        let today = evening.app.get(&format!("{UNIT}/today"), who).await.body;
        assert!(!today.contains("Čaka na odločitev"), "{today}");
    }
}

#[tokio::test]
async fn going_back_and_changing_a_number_is_a_correction_by_one_tap() {
    let (evening, answer) = asked().await;
    assert_eq!(evening.stored(ID).await.unwrap().entry.counts.visits(), Some(12), "nothing was written yet");
    assert!(evening.stored(AGAIN).await.is_none());
    nothing_waits(&evening).await;

    let to = format!("{UNIT}/entries/{ID}/versions");
    assert!(answer.body.contains(&format!("formaction=\"{to}\"")), "{}", answer.body);
    let mut fields = typed(&answer.body);
    // A browser reads what stands for a sign, and the first line's end of a text is none.
    fields.iter_mut().filter(|(name, _)| *name == "note").for_each(|(_, text)| {
        assert_eq!(*text, "\nTurnir &#38; klepet.");
        *text = "Turnir & klepet.";
    });
    for _ in 0..2 {
        let saved = evening.app.post(&to, &evening.cookie, &fields).await;
        assert_eq!(saved.location.unwrap(), format!("{UNIT}/entries/{ID}/saved?version=2"));
    }
    let stored = evening.stored(ID).await.unwrap();
    assert_eq!((stored.version, stored.entry.counts.visits()), (2, Some(19)));
    assert_eq!(stored.entry.note.as_deref(), Some("Turnir & klepet."));
    nothing_waits(&evening).await;
    evening.app.post(&format!("{UNIT}/entries/{ID}/undoing"), &evening.cookie, &[("version", "2")]).await;
    assert_eq!(evening.stored(ID).await.unwrap().entry.counts.visits(), Some(12), "and undone");
}

#[tokio::test]
async fn going_back_and_changing_nothing_saves_nothing_and_asks_nothing() {
    let evening = Evening::new().await;
    evening.send(ID, &[("participant_total", "12")]).await;
    let answer = evening.send(AGAIN, &[("participant_total", "12")]).await;
    assert_eq!(answer.location.unwrap(), format!("{UNIT}/entries/{ID}/saved?version=1"));
    assert!(evening.stored(AGAIN).await.is_none());
    // Without hours it may have been another one that was just alike.
    let long = [("date", "2026-10-14"), ("start", ""), ("end", ""), ("duration", "60")];
    evening.send(Uuid::from_u128(3), &long).await;
    assert_eq!(evening.send(Uuid::from_u128(4), &long).await.status, 409);
}

#[tokio::test]
async fn they_may_be_two_after_all() {
    let (evening, answer) = asked().await;
    let mut fields = typed(&answer.body);
    fields.push(("again", "apart"));
    for _ in 0..2 {
        let saved = evening.app.post(&format!("{UNIT}/entries"), &evening.cookie, &fields).await;
        assert_eq!(saved.status, 303, "{}", saved.body);
    }
    let unit = evening.app.unit("mc-reka").await;
    let day = evening.stored(ID).await.unwrap().entry.local_date;
    let all = entries::recorded_on(&evening.app.db, evening.app.network_id, unit.id, day, day).await.unwrap();
    let mut visits: Vec<_> = all.iter().filter_map(|it| it.entry.counts.visits()).collect();
    visits.sort_unstable();
    assert_eq!(visits, [12, 19]);
    nothing_waits(&evening).await;
}

#[tokio::test]
async fn what_somebody_else_wrote_of_still_waits_for_a_person() {
    let evening = Evening::new().await;
    evening.send(ID, &[("participant_total", "12")]).await;
    let (_, mentor) = evening.app.person(RoleKind::Mentor, "mc-reka").await;
    evening.correct(&mentor, ID, &[("participant_total", "13")]).await;
    let answer = evening.send(AGAIN, &[("participant_total", "19")]).await;
    assert_eq!(answer.location.unwrap(), format!("{UNIT}/entries/{ID}/proposals/3"));
    let answer = evening.send(ID, &[("participant_total", "20")]).await;
    assert_eq!(answer.location.unwrap(), format!("{UNIT}/entries/{ID}?told=first-stands"));
    let kept = versions::of_entry(&evening.app.db, evening.app.network_id, ID).await.unwrap();
    assert_eq!(kept.len(), 3);
}

#[tokio::test]
async fn a_camp_sent_again_is_asked_about_and_written_once() {
    let evening = Evening::new().await;
    let days = [("date", "2026-10-01"), ("last_day", "2026-10-03")];
    evening.send(ID, &[days[0], days[1], ("participant_total", "8")]).await;
    let answer = evening.send(AGAIN, &[days[0], days[1], ("participant_total", "9")]).await;
    assert_eq!(answer.status, 409);
    assert!(answer.body.contains("popravi vsak dan posebej") && !answer.body.contains("formaction"));
    assert!(entries::of_series(&evening.app.db, evening.app.network_id, AGAIN).await.unwrap().is_empty());
    nothing_waits(&evening).await;
}

#[tokio::test]
async fn two_versions_of_one_person_are_not_laid_upon_somebody_else() {
    let evening = Evening::new().await;
    evening.send(ID, &[("participant_total", "12")]).await;
    evening.correct(&evening.cookie, ID, &[("participant_total", "13")]).await;
    let stale = [("base", "1"), ("participant_total", "14")];
    let place = evening.correct(&evening.cookie, ID, &stale).await.location.unwrap();
    let page = evening.app.get(&place, &evening.cookie).await.body;
    assert!(page.contains("Obe različici je zapisala ista oseba") && !page.contains("nekdo drug"), "{page}");
}
