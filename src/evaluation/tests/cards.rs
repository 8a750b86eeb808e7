//! Codes on cards: made once, spent once, taken as people type them, and refused with nothing lost.

use super::answering::{complete, send, whole};
use super::printing::{set, spot};
use super::{Scene, scene};
use crate::access::{self, Me, RoleKind};
use crate::answers::{self, Code};
use crate::args;
use crate::db::Conn;
use crate::evaluation::printing::Printed;
use crate::evaluation::{acts, cards};
use crate::i18n::Spoken;
use crate::questionnaires::shipped;
use crate::testing::Answer;

const VOICE: &str = "/units/mreza/mc-reka/voice";

async fn mentor(s: &Scene) -> (Me, String) {
    let (_, cookie) = s.app.person(RoleKind::Mentor, "mc-reka").await;
    let me = access::me(&s.app, cookie.split_once('=').unwrap().1).await.unwrap().unwrap();
    (me, cookie)
}

/// Ten codes of the centre, made by its mentor.
async fn ten(s: &Scene) -> (Vec<Code>, String) {
    let (me, cookie) = mentor(s).await;
    let (it, place, unit) = spot(s).await;
    let made = cards::make(&s.app, &me, &unit, (&it, &place), s.app.ids.random(), "10").await.unwrap();
    (made.unwrap().codes, cookie)
}

async fn need(s: &Scene, cookie: &str, only: &str) -> Answer {
    let (_, place, _) = spot(s).await;
    s.app.post(&format!("{VOICE}/{}/codes", place.address), cookie, &[("only", only)]).await
}

async fn with_code(s: &Scene, address: &str, code: &str) -> Answer {
    let mut fields = whole(&s.app, "4");
    fields.push(("code".into(), code.into()));
    fields.push(("best".into(), "Ljudje".into()));
    send(s, address, &fields).await
}

#[tokio::test]
async fn a_mentor_makes_cards_and_the_same_form_makes_no_more() {
    let s = scene().await;
    s.opened().await;
    let (_, cookie) = mentor(&s).await;
    let page = s.app.get(VOICE, &cookie).await;
    let (it, place, _) = spot(&s).await;
    let cards_at = format!("{VOICE}/{}/cards", place.address);
    let id = page.body.split(&cards_at).nth(1).unwrap();
    let id = id.split("name=\"id\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let make = async |n: &str, again: &str| {
        let fields = [("id", id), ("n", n), ("lang", "en"), ("again", again)];
        s.app.post(&cards_at, &cookie, &fields).await
    };
    let count = async || answers::count_codes(&s.app.db, &cards::asked(&it, &place)).await.unwrap();
    for odd in ["9", "501", "-20", "nekaj", ""] {
        let told = make(odd, "").await;
        assert!(told.status == 422 && told.body.contains("Napiši število od 10 do 500."), "{odd}");
        assert!(told.body.contains(&format!("value=\"{id}\"")), "the form stays the same");
    }
    assert_eq!(count().await, 0);
    let made = make("12", "").await;
    assert_eq!(made.status, 200);
    assert_eq!(made.headers["content-type"], "application/pdf");
    assert_eq!(made.headers["content-disposition"], "attachment; filename=\"mc-reka-open-kartice.pdf\"");
    assert_eq!(made.headers["cache-control"], "no-store");
    assert!(made.body.starts_with("%PDF"));
    assert_eq!(count().await, 12);
    let again = make("12", "").await;
    assert!(
        again.body.contains("Te kartice so že narejene.") && !again.body.starts_with("%PDF"),
        "{}",
        again.body
    );
    assert!(make("12", "1").await.body.starts_with("%PDF"), "the file did not arrive");
    assert_eq!(count().await, 12);
    assert!(s.app.get(VOICE, &cookie).await.body.contains("Doslej je narejenih 12 kod."));
    let (_, worker) = s.app.person(RoleKind::Worker, "mc-reka").await;
    let page = s.app.get(VOICE, &worker).await.body;
    assert!(!page.contains("/cards") && page.contains("/poster/a4"), "posters are for all who work there");
}

#[tokio::test]
async fn each_card_has_its_code_and_ten_are_on_a_sheet() {
    let s = scene().await;
    s.opened().await;
    let (me, _) = mentor(&s).await;
    let (it, place, unit) = spot(&s).await;
    let made = cards::make(&s.app, &me, &unit, (&it, &place), s.app.ids.random(), "31").await.unwrap();
    let codes = made.unwrap().codes;
    let content = &shipped()[0].content;
    let href = format!("https://mladi.example/a/{}", place.address);
    let of = (&unit, &it, &place, &*href);
    let w = Spoken::nearest("sl");
    let printed = Printed { w, unit: of.0, evaluation: of.1, place: of.2, content, href: of.3 };
    let (pages, text) = set(include_str!("../web/cards.typ"), printed.cards(&codes).unwrap());
    assert_eq!(pages, 4);
    assert!(codes.iter().all(|code| text.contains(code.as_str())), "{text}");
    assert_eq!(text.matches(&format!("mladi.example/a/{}", place.address)).count(), 31);
}

#[tokio::test]
async fn what_was_chosen_stays_until_a_code_is_right() {
    let s = scene().await;
    let (code, address) = s.opened().await;
    let (_, cookie) = mentor(&s).await;
    let none = need(&s, &cookie, "1").await;
    assert!(none.status == 422 && none.body.contains("Najprej naredi kartice"), "{}", none.body);
    let (codes, cookie) = ten(&s).await;
    assert_eq!(need(&s, &cookie, "1").await.status, 303);
    let page = s.app.get(&format!("/a/{address}"), "").await;
    assert!(page.body.contains("name=\"code\""), "{}", page.body);
    let refused = async |typed: &str, says: &str| {
        let told = with_code(&s, &address, typed).await;
        assert!(told.status == 422 && told.body.contains(says), "{typed}: {}", told.body);
        assert!(told.body.contains("href=\"#q-code\"") && !told.body.contains("pusti polje prazno"));
        assert!(told.body.contains("Ljudje</textarea>") && told.body.contains("value=\"weekly\" checked"));
    };
    refused("", "Vpiši kodo s svoje kartice.").await;
    refused("123", "To ni cela koda").await;
    refused("0000-0000-0000", "Te kode ne poznamo.").await;
    refused("<b>\"", "To ni cela koda").await;
    // As people write: small letters, gaps instead of dashes.
    let typed = codes[0].as_str().to_lowercase().replace('-', "  ");
    let done = with_code(&s, &address, &typed).await;
    assert_eq!(done.location, Some(format!("/a/{address}/thanks?lang=sl")), "no code in it");
    refused(codes[0].as_str(), "S to kodo je nekdo že odgovoril.").await;
    assert_eq!(need(&s, &cookie, "0").await.status, 303);
    let free = with_code(&s, &address, codes[0].as_str()).await;
    assert!(free.status == 422 && free.body.contains("pusti polje prazno"), "{}", free.body);
    assert_eq!(with_code(&s, &address, "").await.status, 303, "everybody may, again");
    assert_eq!(with_code(&s, &address, codes[1].as_str()).await.status, 303);
    acts::close(&s.app, &s.me, &s.root, &code).await.unwrap();
    assert_eq!(complete(&s, &code).await, 3, "nothing half-stored, nothing twice");
    let (it, place, _) = spot(&s).await;
    assert_eq!(answers::count_codes(&s.app.db, &cards::asked(&it, &place)).await.unwrap(), 0);
    assert_eq!(need(&s, &cookie, "1").await.status, 404);
}

#[tokio::test]
async fn a_card_brings_its_code_into_the_form_and_nowhere_else() {
    let s = scene().await;
    let (_, address) = s.opened().await;
    let (codes, _) = ten(&s).await;
    let code = codes[0].as_str();
    let page = s.app.get(&format!("/a/{address}?code={code}"), "").await;
    assert!(page.body.contains(&format!("name=\"code\" value=\"{code}\"")), "{}", page.body);
    assert!(page.body.contains("content=\"origin\""), "no address of a page goes along to another");
    assert!(
        page.body.contains(&format!("lang=en&#38;code={code}")),
        "the other language keeps it: {}",
        page.body
    );
    assert!(page.body.contains(&format!("action=\"/a/{address}\"")));
    let odd = s.app.get(&format!("/a/{address}?code=%22%3E%3Cscript%3E{}", "x".repeat(200)), "").await;
    assert!(odd.status == 200 && !odd.body.contains("<script>") && !odd.body.contains(&"x".repeat(60)));
    assert!(
        !s.app.get(&format!("/a/{address}"), "").await.body.contains("name=\"code\""),
        "nobody is asked for none"
    );
    let told: Vec<(String,)> = Conn::from(&s.app.db).all("select object from audit", args![]).await.unwrap();
    let told: Vec<&str> = told.iter().map(|(what,)| what.as_str()).collect();
    assert!(told.contains(&"codes letna-evalvacija-2026 open 10"), "{told:?}");
    assert!(!told.iter().any(|what| codes.iter().any(|code| what.contains(code.as_str()))));
}
