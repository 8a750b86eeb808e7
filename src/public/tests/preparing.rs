//! Preparing a page, looking at it, publishing it.

use super::scene::{evening, heads, scene};
use crate::access::RoleKind;
use crate::public::page::{Block, Chosen, INTRO};
use crate::public::store;
use crate::vocabulary::Kind;

const DESK: &str = "/units/mreza/mc-reka/public";
const REKA: &str = "/open/mreza/mc-reka";

/// What a page would send when its button is pressed.
fn sent<'p>(page: &'p str, name: &str) -> &'p str {
    let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\"")).expect("a field");
    rest.split('"').next().unwrap()
}

#[tokio::test]
async fn what_was_looked_at_is_what_is_published() {
    let s = scene().await;
    let (_, mentor) = s.app.person(RoleKind::Mentor, "mc-reka").await;
    let form = [
        ("version", "0"),
        ("block", "live"),
        ("block", "people"),
        ("intro_sl", "Pridi.\r\nVedno."),
        ("look", "1"),
    ];
    let to = s.app.post(DESK, &mentor, &form).await.location.unwrap();
    assert_eq!(to, format!("{DESK}/preview"));
    let preview = s.app.get(&to, &mentor).await.body;
    assert!(preview.contains("Predogled.") && preview.contains("Pridi.\nVedno."), "{preview}");
    assert_eq!(s.app.get(REKA, "").await.status, 404, "nothing is public by looking");
    let (id, seen) = (sent(&preview, "id").to_owned(), sent(&preview, "seen").to_owned());
    let act = format!("{DESK}/publication");
    // An evening more is no other page; a year that was closed meanwhile is.
    evening(&s.app, "mc-reka", Kind::Open, (2026, 10, 14), heads(5, 0, 0)).await;
    s.close("mc-reka").await;
    let changed = s.app.post(&act, &mentor, &[("id", &id), ("seen", &seen)]).await;
    assert_eq!(changed.location.as_deref(), Some(&*format!("{DESK}?changed=1")));
    assert!(s.app.get(&changed.location.unwrap(), &mentor).await.body.contains("še ni objavljeno"));
    assert_eq!(s.app.get(REKA, "").await.status, 404);
    let preview = s.app.get(&to, &mentor).await.body;
    let (id, seen) = (sent(&preview, "id").to_owned(), sent(&preview, "seen").to_owned());
    for _ in 0..2 {
        let done = s.app.post(&act, &mentor, &[("id", &id), ("seen", &seen)]).await;
        assert!(done.location.unwrap().contains("published=1"));
    }
    assert!(s.page(REKA).await.contains("Pridi."));
    let desk = s.app.get(DESK, &mentor).await.body;
    assert!(desk.contains("mentor mc-reka") && desk.contains("embed.js"), "{desk}");
    // Sent again after it was taken back, it does not come back; and taking back is of this one.
    let back = format!("{DESK}/publication/withdrawal");
    for _ in 0..2 {
        assert_eq!(s.app.post(&back, &mentor, &[("id", &id)]).await.status, 303);
    }
    assert_eq!(s.app.get(REKA, "").await.status, 404);
    s.app.post(&act, &mentor, &[("id", &id), ("seen", &seen)]).await;
    assert_eq!(s.app.get(REKA, "").await.status, 404);
    let preview = s.app.get(&to, &mentor).await.body;
    let again = [("id", sent(&preview, "id")), ("seen", sent(&preview, "seen"))];
    s.app.post(&act, &mentor, &again).await;
    s.app.post(&back, &mentor, &[("id", &id)]).await;
    assert_eq!(s.app.get(REKA, "").await.status, 200, "an old form takes nothing back that is new");
    let record = s.app.get("/units/mreza/mc-reka/record", &mentor).await.body;
    assert!(record.contains("Objavljena javna stran") && record.contains("Umaknjena javna stran"));
}

#[tokio::test]
async fn what_was_typed_is_kept_and_what_is_wrong_stands_beside_it() {
    let s = scene().await;
    let long = "a".repeat(INTRO + 1);
    let wrong =
        s.app.post(DESK, &s.cookie, &[("version", "0"), ("intro_sl", &long), ("contact", "Ana")]).await;
    assert_eq!(wrong.status, 422);
    assert!(
        wrong.body.contains(&long)
            && wrong.body.contains("value=\"Ana\"")
            && wrong.body.contains("Izberi vsaj en del")
    );
    let one = [("version", "0"), ("block", "live"), ("contact", "Ana")];
    assert_eq!(s.app.post(DESK, &s.cookie, &one).await.status, 303);
    assert_eq!(s.app.post(DESK, &s.cookie, &one).await.status, 303, "sent twice");
    let other = s.app.post(DESK, &s.cookie, &[("version", "0"), ("block", "time"), ("contact", "Bor")]).await;
    assert_eq!(other.status, 409);
    assert!(other.body.contains("value=\"Bor\"") && other.body.contains("name=\"version\" value=\"1\""));
    let unit = s.app.unit("mc-reka").await;
    let draft = store::draft(&s.app.db, &unit).await.unwrap();
    assert_eq!(
        (draft.version, draft.chosen.blocks, draft.chosen.contact.as_str()),
        (1, vec![Block::Live], "Ana")
    );
}

#[tokio::test]
async fn years_say_whether_they_are_told_and_why_not() {
    let s = scene().await;
    let desk = async || s.app.get(DESK, &s.cookie).await.body.replace('\u{a0}', " ");
    let open = desk().await;
    assert!(open.contains("Ni zaprto") && open.contains("/units/mreza/mc-reka/periods/2025"), "{open}");
    assert!(open.contains("Zaprtega leta še ni"));
    s.close("mreza").await;
    let closed = desk().await;
    assert!(
        closed.contains("Zaprto, je na strani.") && closed.contains("Majhne skupine so združene: Spol"),
        "{closed}"
    );
}

#[tokio::test]
async fn a_page_keeps_its_turn_as_long_as_it_shows_the_same() {
    let s = scene().await;
    let since = async || {
        let all = store::all(&s.app.db, s.app.network_id).await.unwrap();
        all.iter().map(|it| it.since).collect::<Vec<_>>()
    };
    s.publish("mc-reka", &Chosen::default()).await;
    let first = since().await;
    s.minute();
    s.publish("mc-reka", &Chosen { contact: "Ana".into(), ..Chosen::default() }).await;
    assert_eq!(since().await, first);
    s.publish("mc-reka", &Chosen { blocks: vec![Block::People], ..Chosen::default() }).await;
    assert!(since().await[0] > first[0]);
}
