//! What is told of how far a place is, while answers come in: never that nobody answered where somebody did.

use super::answering::{send, whole};
use super::{Scene, scene};
use crate::access::RoleKind;
use crate::evaluation::{daily, making, store};

async fn look(s: &Scene, code: &str) {
    let it = store::by_code(&s.app.db, s.root.network.id, code).await.unwrap().unwrap();
    daily::look_after(&s.app, it.network_id, it.id, s.app.today()).await.unwrap();
}

#[tokio::test]
async fn an_answer_that_waits_has_begun_and_is_no_number() {
    let s = scene().await;
    let (code, address) = s.opened().await;
    let page = async || s.app.get(&format!("/units/mreza/mreza/evaluations/{code}"), &s.cookie).await.body;
    look(&s, &code).await;
    assert!(page().await.contains("5 naslovov še nima odgovorov."), "{}", page().await);
    send(&s, &address, &whole(&s.app, "4")).await;
    look(&s, &code).await;
    let told = page().await;
    assert!(told.contains("4 naslovi še nimajo odgovorov.") && told.contains("manj kot 5"), "{told}");
    let (_, worker) = s.app.person(RoleKind::Worker, "mc-reka").await;
    let own = async || s.app.get("/units/mreza/mc-reka/voice", &worker).await.body;
    assert!(own().await.contains("manj kot 5") && !own().await.contains("še ni začel"), "{}", own().await);
    // One answer or eight: the page says the same.
    for _ in 0..7 {
        send(&s, &address, &whole(&s.app, "4")).await;
    }
    let before = own().await;
    look(&s, &code).await;
    let counted = |page: &str| {
        page.split("<dl class=\"terms\">").nth(1).unwrap().split("</dl>").next().unwrap().to_owned()
    };
    assert_eq!(counted(&own().await), counted(&before));
}

#[tokio::test]
async fn what_came_in_until_the_closing_is_counted_then() {
    let s = scene().await;
    let (code, address) = s.opened().await;
    look(&s, &code).await;
    for _ in 0..7 {
        send(&s, &address, &whole(&s.app, "4")).await;
    }
    let closing = format!("/units/mreza/mreza/evaluations/{code}/closure");
    assert_eq!(s.app.post(&closing, &s.cookie, &[]).await.status, 303);
    let told = s.app.get(&format!("/units/mreza/mreza/evaluations/{code}"), &s.cookie).await.body;
    assert!(told.contains("5<br><span class=\"small soft\">manj kot 15"), "{told}");
    assert!(!told.contains("še ni začel"), "{told}");
}

#[tokio::test]
async fn answers_that_are_not_whole_are_answers_too() {
    let s = scene().await;
    let (code, address) = s.opened().await;
    for _ in 0..10 {
        let key = s.app.ids.random().to_string();
        let one = [("safe_1".to_owned(), "5".to_owned()), ("lang".into(), "sl".into()), ("key".into(), key)];
        assert_eq!(send(&s, &address, &one).await.status, 303);
    }
    look(&s, &code).await;
    let it = store::by_code(&s.app.db, s.root.network.id, &code).await.unwrap().unwrap();
    let reka = s.app.unit("mc-reka").await.id;
    let counts = store::counts(&s.app.db, it.network_id, it.id).await.unwrap();
    let own = counts.iter().find(|it| it.unit_id == reka).unwrap();
    assert_eq!((own.complete, own.begun), (0, true));
}

#[tokio::test]
async fn a_units_page_is_about_what_is_open_then_about_what_comes_next() {
    let s = scene().await;
    let (_, worker) = s.app.person(RoleKind::Worker, "mc-reka").await;
    let heading = async || {
        let page = s.app.get("/units/mreza/mc-reka/voice", &worker).await.body;
        page.split("<h1>").nth(1).unwrap().split("</h1>").next().unwrap().to_owned()
    };
    let at = async |name: &str, opens: &str, last: &str| {
        let mut typed = s.typed().await;
        typed.names = vec![("sl".into(), name.into())];
        (typed.opens_on, typed.last_on) = (opens.into(), last.into());
        making::make(&s.app, &s.me, &s.root, &typed).await.unwrap().unwrap()
    };
    at("Kasnejša", "2028-10-05", "2028-10-25").await;
    let next = at("Naslednja", "2027-10-05", "2027-10-25").await;
    assert_eq!(heading().await, "Naslednja");
    let now = at("Sedanja", "2026-10-05", "2026-10-25").await;
    crate::evaluation::open(&s.app, &s.me, &s.root, &now).await.unwrap();
    assert_eq!(heading().await, "Sedanja");
    crate::evaluation::close(&s.app, &s.me, &s.root, &now).await.unwrap();
    assert_eq!(heading().await, "Naslednja");
    making::withdraw(&s.app, &s.me, &s.root, &next).await.unwrap();
    assert_eq!(heading().await, "Kasnejša");
}
