//! Answering as young people do: on an old phone, twice over, too late, and with nonsense.

use chrono::Duration;

use super::{Scene, scene};
use crate::answers;
use crate::evaluation::asking::{language, only_asked};
use crate::evaluation::{acts, daily, store};
use crate::questionnaires::shipped;
use crate::testing::{Answer, TestApp};

/// Every statement answered with a step, and who answers.
pub fn whole(app: &TestApp, step: &str) -> Vec<(String, String)> {
    let content = &shipped()[0].content;
    let scored = content.asked().filter(|item| item.scale.steps().is_some());
    let mut fields: Vec<(String, String)> = scored.map(|item| (item.code.clone(), step.to_owned())).collect();
    for (name, value) in [("often", "weekly"), ("gender", "girl"), ("age", "second"), ("lang", "sl")] {
        fields.push((name.into(), value.into()));
    }
    fields.push(("key".into(), app.ids.random().to_string()));
    fields
}

pub async fn send(s: &Scene, address: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    s.app.post(&format!("/a/{address}"), "", &fields).await
}

pub async fn complete(s: &Scene, code: &str) -> i64 {
    let network_id = s.root.network.id;
    let it = store::by_code(&s.app.db, network_id, code).await.unwrap().unwrap();
    let mut tx = s.app.db.begin().await.unwrap();
    store::complete(&mut tx, network_id, it.id).await.unwrap().iter().map(|(.., n)| n).sum()
}

#[tokio::test]
async fn the_first_page_says_who_asks_and_takes_no_cookie() {
    let s = scene().await;
    let (_, address) = s.opened().await;
    let page = s.app.get(&format!("/a/{address}"), "").await;
    assert_eq!(page.status, 200);
    let unit = s.app.unit("mc-reka").await.name;
    for says in [
        unit.get("sl").unwrap(),
        "Zanima nas.",
        "Strinjam se.",
        "mreza@example.org",
        "Tukaj se počutim varno.",
    ] {
        assert!(page.body.contains(says), "{says}: {}", page.body);
    }
    assert_eq!(page.cookie, None);
    assert!(!page.body.contains("rodili v drugi državi"), "what is off is not asked");
    assert!(page.body.contains("data-if=\"safe_1\" data-is=\"1 2\""));
    let only = "tvoj odgovor na »Tukaj se počutim varno.«: Večinoma ne drži, Sploh ne drži. Sicer preskoči.";
    assert!(page.body.contains(only), "whoever has no scripts knows when to answer: {}", page.body);
    assert!(page.body.contains("href=\"/privacy?lang=sl#h-answers\""));
    let english = s.app.get(&format!("/a/{}?lang=en", address.to_uppercase()), "").await;
    assert!(english.body.contains("I feel safe here.") && english.body.contains("lang=\"en\""));
    let easy = s.app.get(&format!("/a/{address}?lang=sl&easy=1"), "").await;
    assert!(easy.body.contains("Če je kdo grd do mene") && !easy.body.contains("Če me kdo zbada"));
    assert_eq!(s.app.get("/a/zzzzzzz", "").await.status, 404);
}

#[tokio::test]
async fn an_answer_counts_once_however_often_it_is_sent() {
    let s = scene().await;
    let (code, address) = s.opened().await;
    let fields = whole(&s.app, "5");
    for _ in 0..3 {
        let done = send(&s, &address, &fields).await;
        assert_eq!(done.location, Some(format!("/a/{address}/thanks?lang=sl")), "{}", done.body);
    }
    let thanks = s.app.get(&format!("/a/{address}/thanks?lang=sl"), "").await;
    assert!(thanks.body.contains("Hvala!"));
    assert_eq!(complete(&s, &code).await, 0, "it waits for others");
    for _ in 0..9 {
        assert_eq!(send(&s, &address, &whole(&s.app, "4")).await.status, 303);
    }
    assert_eq!(complete(&s, &code).await, 10);
    send(&s, &address, &fields).await;
    acts::close(&s.app, &s.me, &s.root, &code).await.unwrap();
    assert_eq!(complete(&s, &code).await, 10);
}

#[tokio::test]
async fn what_is_wrong_is_said_beside_it_and_what_was_chosen_stays() {
    let s = scene().await;
    let (code, address) = s.opened().await;
    let mut fields = whole(&s.app, "3");
    let at = |fields: &[(String, String)], name: &str| fields.iter().position(|(it, _)| it == name).unwrap();
    let safe = at(&fields, "safe_1");
    fields[safe].1 = "9".into();
    fields.push(("best".into(), "Ljudje <3".into()));
    let told = send(&s, &address, &fields).await;
    assert_eq!(told.status, 422);
    assert!(told.body.contains("id=\"q-safe_1\" data-step class=\"wrong\""), "{}", told.body);
    assert!(told.body.contains("Ljudje &#60;3") && told.body.contains("value=\"weekly\" checked"));
    fields[safe].1 = "2".into();
    fields.push(("nonsense".into(), "1".into()));
    assert_eq!(send(&s, &address, &fields).await.status, 422);
    let nothing = [("key".to_owned(), s.app.ids.random().to_string()), ("lang".into(), "sl".into())];
    let told = send(&s, &address, &nothing).await;
    assert!(told.status == 422 && told.body.contains("Nič še ni odgovorjeno."));
    let keyless = [("lang".to_owned(), "sl".to_owned()), ("safe_1".into(), "5".into())];
    let keyless = send(&s, &address, &keyless).await;
    assert!(keyless.status == 422 && keyless.body.contains("Tvoji odgovori so še tu"), "{}", keyless.body);
    assert!(keyless.body.contains("name=\"safe_1\" value=\"5\" checked"), "what was chosen stays");
    let huge =
        vec![("best".to_owned(), "a".repeat(300 * 1024)), ("key".into(), s.app.ids.random().to_string())];
    assert_eq!(send(&s, &address, &huge).await.status, 413);
    acts::close(&s.app, &s.me, &s.root, &code).await.unwrap();
    assert_eq!(complete(&s, &code).await, 0, "nothing of it was stored");
}

#[tokio::test]
async fn a_page_without_scripts_shows_what_is_not_asked_and_does_not_count_it() {
    let s = scene().await;
    let (_, address) = s.opened().await;
    let mut fields = whole(&s.app, "5");
    fields.push(("safe_why".into(), "Nič".into()));
    assert_eq!(send(&s, &address, &fields).await.status, 303);
    let content = &shipped()[0].content;
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let kept = only_asked(content, vec![pair("safe_1", "2"), pair("safe_why", "Več luči")]);
    assert_eq!(kept.len(), 2);
    assert!(answers::read(content, "sl", &kept).is_ok());
    assert_eq!(only_asked(content, vec![pair("safe_1", "3"), pair("safe_why", "Več luči")]).len(), 1);
}

#[tokio::test]
async fn before_it_opens_and_after_it_closes_nothing_is_taken() {
    let s = scene().await;
    let code = s.made().await;
    let address = s.address(&code, "mc-reka").await;
    let early = s.app.get(&format!("/a/{address}"), "").await;
    assert!(early.status == 410 && early.body.contains("Odgovarjati bo mogoče od"));
    assert_eq!(send(&s, &address, &whole(&s.app, "5")).await.status, 410);
    acts::open(&s.app, &s.me, &s.root, &code).await.unwrap();
    assert_eq!(send(&s, &address, &whole(&s.app, "5")).await.status, 303);
    acts::close(&s.app, &s.me, &s.root, &code).await.unwrap();
    let late = send(&s, &address, &whole(&s.app, "5")).await;
    assert!(late.status == 410 && late.body.contains("Odgovori so že zbrani"), "{}", late.body);
    assert_eq!(complete(&s, &code).await, 1, "what waited is mixed at closing");
}

#[tokio::test]
async fn what_was_taken_on_the_last_day_is_thanked_for_when_it_is_sent_again_after_it() {
    let s = scene().await;
    let (_, address) = s.opened().await;
    let answer = whole(&s.app, "5");
    assert_eq!(send(&s, &address, &answer).await.status, 303);
    // Nobody has closed it yet.
    s.app.wait(Duration::days(60));
    let again = send(&s, &address, &answer).await;
    assert!(again.status == 303 && again.location.is_some_and(|to| to.contains("/thanks")), "{}", again.body);
    assert_eq!(send(&s, &address, &whole(&s.app, "5")).await.status, 410);
}

#[test]
fn the_language_is_the_one_chosen_else_the_browsers_else_the_first() {
    let content = &shipped()[0].content;
    let of = |chosen, accepted| language(content, chosen, accepted);
    assert_eq!(of(Some("en"), Some("sl")), "en");
    assert_eq!(of(Some("xx"), Some("de-AT, en-GB;q=0.8")), "en");
    assert_eq!(of(None, Some("de, hr")), "sl");
    assert_eq!(of(None, None), "sl");
}

#[tokio::test]
async fn those_who_work_there_see_how_many_and_who_runs_it_sees_all() {
    let s = scene().await;
    let (code, address) = s.opened().await;
    for _ in 0..10 {
        send(&s, &address, &whole(&s.app, "4")).await;
    }
    let network_id = s.root.network.id;
    let it = store::by_code(&s.app.db, network_id, &code).await.unwrap().unwrap();
    daily::look_after(&s.app, network_id, it.id, s.app.today()).await.unwrap();
    let page = s.app.get(&format!("/units/mreza/mreza/evaluations/{code}"), &s.cookie).await;
    assert!(
        page.body.contains(&format!("/a/{address}")) && page.body.contains("manjka jih največ še 5"),
        "{}",
        page.body
    );
    assert!(page.body.contains("4 naslovi še nimajo odgovorov."));
    let (_, worker) = s.app.person(crate::access::RoleKind::Worker, "mc-reka").await;
    let own = s.app.get("/units/mreza/mc-reka/voice", &worker).await;
    assert!(own.body.contains("<svg") && own.body.contains("manjka jih največ še 5"), "{}", own.body);
}

#[tokio::test]
async fn who_runs_it_is_warned_of_answers_that_come_faster_than_people_answer() {
    let s = scene().await;
    let (code, address) = s.opened().await;
    let page = async || s.app.get(&format!("/units/mreza/mreza/evaluations/{code}"), &s.cookie).await.body;
    for _ in 0..10 {
        s.app.wait(chrono::Duration::seconds(20));
        send(&s, &address, &whole(&s.app, "5")).await;
    }
    assert!(!page().await.contains("Nenavadno hitro"));
    for _ in 0..10 {
        send(&s, &address, &whole(&s.app, "5")).await;
    }
    let warned = page().await;
    assert!(warned.contains("Nenavadno hitro so prispeli odgovori: Enota mc-reka"), "{warned}");
}

/// A phone on a bad line: page, style and script, as they go over the wire.
#[tokio::test]
async fn the_first_page_is_small() {
    use std::io::Write;
    let s = scene().await;
    let (_, address) = s.opened().await;
    let page = s.app.get(&format!("/a/{address}"), "").await.body;
    let mut bytes = 0;
    let named = |name: &str| std::fs::read_to_string(format!("assets/{name}")).unwrap();
    for text in [page.clone(), named("ask.css"), named("ask.js"), named("icon.svg")] {
        let mut gzip = std::process::Command::new("gzip")
            .stdin(std::process::Stdio::piped())
            .stdout(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        let mut to = gzip.stdin.take().unwrap();
        let writing = std::thread::spawn(move || to.write_all(text.as_bytes()).unwrap());
        // With what each answer says of itself.
        bytes += gzip.wait_with_output().unwrap().stdout.len() + 700;
        writing.join().unwrap();
    }
    assert!(!page.contains("kiosk.js"), "what a tablet needs");
    assert!(bytes <= 14_000, "{bytes}");
}

/// Somebody types an address off a poster, in a hurry.
#[tokio::test]
async fn a_mistyped_address_gives_a_kind_page_for_the_young() {
    let s = scene().await;
    let (_, address) = s.opened().await;
    for path in ["/a/zzzzzzz", "/a/zzzzzzz/thanks", "/a/zzzzzzz/kiosk", "/a/nekaj%20drugega"] {
        let page = s.app.get(path, "").await;
        assert_eq!(page.status, 404, "{path}");
        assert!(page.body.contains("Poglej še enkrat na plakat"), "{path}: {}", page.body);
        assert!(!page.body.contains("sign-in") && !page.body.contains("pregled"), "{path}: {}", page.body);
        assert_eq!(page.cookie, None);
    }
    let request = axum::http::Request::get("/a/zzzzzzz").header("accept-language", "en-GB");
    let english = s.app.send(request.body(axum::body::Body::empty()).unwrap()).await;
    assert!(english.body.contains("We do not know this address"), "{}", english.body);
    assert_eq!(s.app.post("/a/zzzzzzz", "", &[("key", "x")]).await.status, 404);
    for odd in ["kiosk=abc", "easy=300", "lang=xx&lang=sl", "%FF"] {
        let page = s.app.get(&format!("/a/{address}?{odd}"), "").await;
        assert!(page.status == 200 && page.body.contains("data-ask"), "{odd}: {}", page.body);
    }
}

#[tokio::test]
async fn nonsense_does_not_shut_others_out_and_too_many_are_told_of() {
    let s = scene().await;
    let (code, address) = s.opened().await;
    for n in 0..250 {
        let nonsense = [("key".to_owned(), format!("x{n}")), ("lang".to_owned(), "sl".to_owned())];
        assert_eq!(send(&s, &address, &nonsense).await.status, 422);
    }
    assert_eq!(send(&s, &address, &whole(&s.app, "5")).await.status, 303, "nothing of that was an answer");
    let page = async || s.app.get(&format!("/units/mreza/mreza/evaluations/{code}"), &s.cookie).await.body;
    assert!(!page().await.contains("V eni minuti je prišlo več"));
    let fields = whole(&s.app, "5");
    let mut refused = Vec::new();
    for _ in 0..242 {
        refused.extend(Some(send(&s, &address, &fields).await).filter(|answer| answer.status == 429));
    }
    assert_eq!(refused.len(), 3);
    let key = &fields.iter().find(|(name, _)| name == "key").unwrap().1;
    let kept = &refused[0].body;
    assert!(
        kept.contains(&format!("name=\"key\" value=\"{key}\"")) && kept.contains("znova pritisni"),
        "{kept}"
    );
    assert_eq!(kept.matches(" value=\"5\" checked").count(), 24, "nothing that was chosen is lost: {kept}");
    assert!(
        page().await.contains("V eni minuti je prišlo več odgovorov, kot jih sprejmemo: Enota mc-reka"),
        "{}",
        page().await
    );
    s.app.wait(chrono::Duration::minutes(1));
    assert_eq!(send(&s, &address, &whole(&s.app, "5")).await.status, 303);
}

#[tokio::test]
async fn what_was_closed_early_could_be_answered_until_then() {
    let s = scene().await;
    let (code, address) = s.opened().await;
    let until = s.app.today();
    acts::close(&s.app, &s.me, &s.root, &code).await.unwrap();
    s.app.wait(Duration::days(1));
    let says = crate::i18n::Words(crate::i18n::Lang::Sl).date(until);
    let page = s.app.get(&format!("/a/{address}"), "").await;
    assert!(page.status == 410 && page.body.contains(&format!("do {says}")), "{}", page.body);
}
