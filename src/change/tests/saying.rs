//! "You said, we did": drafted by those who work there, public by an act of its own, taken back with one.

use super::{Scene, scene};
use crate::change::{making, printing};
use crate::i18n::{Lang, Words};

const TEXTS: [(&str, &str); 5] = [
    ("version", "0"),
    ("area", "safe"),
    ("said_sl", "Zvečer nas je strah."),
    ("said_en", "We are afraid in the evening."),
    ("did_sl", "Občina je postavila tri luči."),
];

async fn drafted(it: &Scene) -> String {
    let rest = format!("/said/{}", it.app.ids.ordered());
    for _ in 0..2 {
        assert_eq!(it.post(&rest, &it.worker, &TEXTS).await.status, 303);
    }
    rest
}

async fn public(it: &Scene, ask: &str) -> crate::testing::Answer {
    it.app.get(&format!("/said/mreza/mc-reka{ask}"), "").await
}

#[tokio::test]
async fn nothing_is_public_until_it_is_published_and_after_it_was_taken_back() {
    let it = scene().await;
    let rest = drafted(&it).await;
    let before = public(&it, "?lang=sl").await;
    assert!(before.status == 404 && before.body.contains("Tukaj še ni ničesar"), "{}", before.body);
    let id = it.app.ids.ordered().to_string();
    assert_eq!(it.publish(&it.worker, &id).await.status, 403, "an act of its own");
    for _ in 0..2 {
        assert_eq!(it.publish(&it.mentor, &id).await.status, 303);
    }
    let page = public(&it, "?lang=sl").await;
    assert_eq!(page.status, 200);
    for says in
        ["Povedali ste, naredili smo.", "Zvečer nas je strah.", "tri luči", "Enota mc-reka", "Varnost"]
    {
        assert!(page.body.contains(says), "{says}: {}", page.body);
    }
    assert!(
        !page.body.contains("worker mc-reka") && !page.body.contains("mentor mc-reka"),
        "no names of staff"
    );
    let poster = it.get("/poster", &it.worker).await;
    assert!(poster.status == 200 && poster.body.starts_with("%PDF"));
    // It leads to the page by a square for the camera, and by an address to type.
    let body = making::public(&it.app, &it.unit).await.unwrap().unwrap().body;
    let address = ("https://dnevnik.example/said/mreza/mc-reka", "dnevnik.example/said/mreza/mc-reka");
    let data = printing::poster(Words(Lang::Sl), &it.unit, &body, "", address).unwrap();
    assert_eq!(data["square"].as_str(), crate::evaluation::square(address.0).ok().as_deref());
    assert!(
        data["shown"] == address.1 && data["square-says"].as_str().unwrap().contains(address.1),
        "{data}"
    );
    let english = public(&it, "?lang=en").await.body;
    assert!(english.contains("We are afraid in the evening."), "{english}");
    assert!(english.contains("lang=\"sl\">Občina je postavila tri luči."), "said in the language it is in");
    // What is written later is not public by itself.
    let fields = [("version", "1"), ("said_sl", "Drugače."), ("did_sl", "Nič.")];
    assert_eq!(it.post(&rest, &it.worker, &fields).await.status, 303);
    assert!(public(&it, "?lang=sl").await.body.contains("Zvečer nas je strah."));
    assert!(it.get("/steps/6", &it.mentor).await.body.contains("Osnutki so od takrat drugačni"));
    let next = it.app.ids.ordered().to_string();
    it.publish(&it.coordinator, &next).await;
    assert!(public(&it, "?lang=sl").await.body.contains("Drugače."));
    assert_eq!(it.post("/publication/withdrawal", &it.worker, &[]).await.status, 403);
    for _ in 0..2 {
        assert_eq!(it.post("/publication/withdrawal", &it.mentor, &[]).await.status, 303);
    }
    assert_eq!(public(&it, "").await.status, 404);
    assert_eq!(it.get("/poster", &it.worker).await.status, 404);
    // The form of before, sent once more, does not bring it back.
    assert_eq!(it.publish(&it.mentor, &next).await.status, 303);
    assert_eq!(public(&it, "").await.status, 404);
    let acts = it.recorded().await;
    let of = |act: &str| acts.iter().filter(|(it, _)| it == act).count();
    assert_eq!((of("publish_said"), of("take_back_said")), (2, 1), "{acts:?}");
    let bodies: Vec<(String,)> =
        crate::db::Conn::from(&it.app.db).all("select body from change_publication", vec![]).await.unwrap();
    assert!(bodies.len() == 2 && bodies.iter().all(|(body,)| body.is_empty()), "what is taken back is gone");
}

#[tokio::test]
async fn nothing_is_published_that_was_not_looked_at() {
    let it = scene().await;
    let rest = format!("/said/{}", it.app.ids.ordered());
    let write = async |version: &str, did: &str| {
        let fields = [("version", version), ("said_sl", "Temno je."), ("did_sl", did)];
        assert_eq!(it.post(&rest, &it.worker, &fields).await.status, 303);
    };
    write("0", "Tri luči.").await;
    let seen = it.seen(&it.mentor).await;
    write("1", "Tri luči, obljubil jih je Janez.").await;
    let id = it.app.ids.ordered().to_string();
    let late = it.post("/publication", &it.mentor, &[("id", &id), ("seen", &seen)]).await;
    assert!(
        late.location.as_deref().is_some_and(|to| to.ends_with("/steps/6?changed=1#h-told")),
        "{:?}",
        late.location
    );
    assert_eq!(it.app.get("/said/mreza/mc-reka", "").await.status, 404);
    let page = it.get("/steps/6?changed=1", &it.mentor).await.body;
    assert!(page.contains("Nič ni bilo objavljeno") && page.contains("Janez"), "{page}");
    assert_eq!(it.publish(&it.mentor, &id).await.status, 303);
    assert_eq!(it.app.get("/said/mreza/mc-reka", "").await.status, 200);
}

#[tokio::test]
async fn without_an_answer_there_is_nothing_to_publish() {
    let it = scene().await;
    let rest = format!("/said/{}", it.app.ids.ordered());
    let empty = it.post(&rest, &it.worker, &[("version", "0"), ("did_sl", "Luči.")]).await;
    assert!(
        empty.status == 422 && empty.body.contains("id=\"said_sl-problem\"") && empty.body.contains("Luči.")
    );
    it.post(&rest, &it.worker, &[("version", "0"), ("said_sl", "Temno je.")]).await;
    let page = it.get("/steps/6", &it.mentor).await.body;
    assert!(
        page.contains("Še brez odgovora")
            && !page.contains("action=\"/units/mreza/mc-reka/change/letna-evalvacija-2026/publication\""),
        "{page}"
    );
    let id = it.app.ids.ordered().to_string();
    assert_eq!(it.publish(&it.mentor, &id).await.status, 422);
    assert!(making::public(&it.app, &it.unit).await.unwrap().is_none());
    assert_eq!(it.publish(&it.mentor, "x").await.status, 422);
    // An honest no is an answer.
    let fields = [("version", "1"), ("said_sl", "Temno je."), ("could_not_sl", "Ni denarja.")];
    it.post(&rest, &it.worker, &fields).await;
    it.publish(&it.mentor, &id).await;
    let page = public(&it, "?lang=en").await.body;
    assert!(
        page.contains("Ni denarja.") && page.contains("lang=\"sl\""),
        "what is there in one language only: {page}"
    );
    it.post(&format!("{rest}/removal"), &it.worker, &[]).await;
    assert_eq!(it.get(&rest, &it.worker).await.status, 404);
    assert!(public(&it, "").await.body.contains("Ni denarja."), "public stays until it is taken back");
}

#[tokio::test]
async fn a_draft_that_a_colleague_changed_is_shown_beside() {
    let it = scene().await;
    let rest = drafted(&it).await;
    it.post(&rest, &it.mentor, &[("version", "1"), ("said_sl", "Mentorjevo."), ("did_sl", "Luči.")]).await;
    let answer = it.post(&rest, &it.worker, &[("version", "1"), ("said_sl", "Moje.")]).await;
    assert_eq!(answer.status, 409);
    for says in ["Mentorjevo.", "Moje.", "name=\"version\" value=\"2\""] {
        assert!(answer.body.contains(says), "{says}: {}", answer.body);
    }
    assert!(it.worker_me.grants.iter().all(|grant| grant.unit == "mc-reka"));
}

#[tokio::test]
async fn what_is_typed_is_never_read_as_a_page() {
    let it = scene().await;
    let rest = format!("/said/{}", it.app.ids.ordered());
    let fields = [("version", "0"), ("said_sl", "<script>alert(1)</script>"), ("did_sl", "\"><img src=x>")];
    it.post(&rest, &it.worker, &fields).await;
    let id = it.app.ids.ordered().to_string();
    it.publish(&it.mentor, &id).await;
    let page = public(&it, "").await.body;
    assert!(!page.contains("<script>alert") && !page.contains("<img src=x"), "{page}");
    assert_eq!(it.app.get("/said/mreza/nikjer", "").await.status, 404);
    assert_eq!(it.app.get("/said/nikjer/mc-reka", "").await.status, 404);
}
